"""What may be entered in a cell of a workbook: lists to choose from, numbers between two others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.messages.words import word
from jixiao.sheets import Choice
from jixiao.writing.sheet_cells import put_text
from jixiao.writing.sheet_text import cell_text

if TYPE_CHECKING:
    from openpyxl import Workbook as Book
    from openpyxl.worksheet.worksheet import Worksheet

    from jixiao.sheets import Between

__all__ = ["Lists", "put_check"]

LIST_LIMIT = 250
MESSAGE_LIMIT = 250


class Lists:
    """Lists too long, or with marks of their own, for the place where a choice is declared."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.columns: list[tuple[str, ...]] = []

    def formula(self, words: tuple[str, ...]) -> str:
        """What names the words of a choice: the words themselves, else where they stand."""
        joined = ",".join(words)
        if len(joined) <= LIST_LIMIT and not any(set(one) & set(',"\n') for one in words):
            return f'"{joined}"'
        from openpyxl.utils import get_column_letter

        if words not in self.columns:
            self.columns.append(words)
        letter = get_column_letter(self.columns.index(words) + 1)
        return f"'{self.name}'!${letter}$1:${letter}${len(words)}"

    def write(self, book: Book) -> None:
        """Write the lists to a sheet that nobody sees."""
        if not self.columns:
            return
        sheet = book.create_sheet(self.name)
        sheet.sheet_state = "veryHidden"
        for column, words in enumerate(self.columns, 1):
            for row, text in enumerate(words, 1):
                put_text(sheet.cell(row, column), text)


def put_check(into: Worksheet, check: Choice | Between, lists: Lists) -> None:
    """Declare a choice or a range of numbers for its area."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    if isinstance(check, Choice):
        words = tuple(clean for one in check.words if (clean := cell_text(one).strip()))
        if not words:
            return
        made = DataValidation(
            type="list",
            formula1=lists.formula(words),
            allow_blank=True,
            showErrorMessage=check.strict,
        )
        made.error = word("choose_from", words="、".join(words))[:MESSAGE_LIMIT]
    else:
        made = DataValidation(
            type="decimal",
            operator="between",
            formula1=format(check.low, "f"),
            formula2=format(check.high, "f"),
            allow_blank=True,
            showErrorMessage=True,
            errorStyle="warning",
        )
        low, high = format(check.low, "f"), format(check.high, "f")
        made.error = word("number_between", low=low, high=high)
    if check.prompt:
        made.prompt = cell_text(check.prompt)[:MESSAGE_LIMIT]
        made.showInputMessage = True
    area = check.area
    left, right = get_column_letter(area.left), get_column_letter(area.right)
    made.add(f"{left}{area.top}:{right}{area.bottom}")
    into.add_data_validation(made)
