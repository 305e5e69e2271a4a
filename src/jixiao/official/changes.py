"""What a person changed in a form: one change a cell or a row, and whether it is spelling only."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Literal

from attrs import frozen

from jixiao.finding_json import origin_from_json, origin_to_json
from jixiao.messages.forms import form_word
from jixiao.source import Origin, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jixiao.findings import Lang

__all__ = [
    "CHANGES_SCHEMA",
    "Change",
    "ChangeKind",
    "changes_text",
    "changes_total",
    "spelling_only",
]

CHANGES_SCHEMA = "jixiao/form-changes/1"

ChangeKind = Literal[
    "value",
    "spelling",
    "label",
    "row_added",
    "row_removed",
    "row_moved",
    "id_lost",
    "ids_lost",
    "column_lost",
    "sheet_removed",
]
"""value: another content; spelling: the same in other characters; label: a printed word; id_lost: a
row whose id is gone was known by its text; ids_lost: a sheet without any id."""


@frozen
class Change:
    """One change: which sheet, row and column, what stood there and what stands there now.

    `row` is the name of the indicator or of the line of money, empty for a field; `column` the
    column or the field. A row that was added or removed has its text in `after` or `before`.

    >>> change = Change("value", "表", 0, "培训场次", "指标值", "≥10场", "≥12场")
    >>> Change.from_json(change.to_json()) == change
    True
    """

    kind: ChangeKind
    sheet: str
    table: int
    row: str = ""
    column: str = ""
    before: str = ""
    after: str = ""
    origin: Origin = Origin()

    def to_json(self, lang: Lang = "zh") -> dict[str, object]:
        """The change by its parts, with its kind in words."""
        return {
            "kind": self.kind,
            "label": form_word(f"change_{self.kind}", lang),
            "sheet": self.sheet,
            "table": self.table,
            "row": self.row,
            "column": self.column,
            "before": self.before,
            "after": self.after,
            "origin": origin_to_json(self.origin, None),
        }

    @classmethod
    def from_json(cls, shown: dict[str, Any]) -> Change:
        """The change that `to_json` wrote."""
        names = ("kind", "sheet", "table", "row", "column", "before", "after")
        return cls(
            **{name: shown[name] for name in names},
            origin=origin_from_json(shown["origin"], None),
        )


def spelling_only(before: str, after: str, *, value: bool = False) -> bool:
    """Whether two texts say the same: full-width marks, spaces, figures written as text.

    With `value` two spellings of one indicator value are the same too.

    >>> spelling_only("≥98%", " ≥９８％ "), spelling_only("72", "72.00"), spelling_only("72", "27")
    (True, True, False)
    >>> spelling_only("≥98%", "不低于98%", value=True)
    True
    """
    one, other = squeeze(before), squeeze(after)
    if one == other:
        return True
    numbers = _number(one), _number(other)
    if None not in numbers:
        return numbers[0] == numbers[1]
    if not value or not one or not other:
        return False
    from jixiao.parsing import parse_value

    return parse_value(before) == parse_value(after)


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def changes_text(changes: Sequence[Change], lang: Lang = "zh") -> Iterator[str]:
    """Lines: each sheet with its changes, then how many there are."""
    if not changes:
        yield form_word("changes_none", lang)
        return
    sheet = ""
    for one in changes:
        if one.sheet != sheet:
            sheet = one.sheet
            yield form_word("changes_heading", lang, number=one.table + 1, name=sheet)
        yield _line(one, lang)
    yield changes_total(changes, lang)


def _line(one: Change, lang: Lang) -> str:
    kind = form_word(f"change_{one.kind}", lang)
    cell = one.origin
    place = "" if cell.row is None else f"[{_letters(cell.column)}{cell.row}] "
    empty = form_word("form_empty", lang)
    if one.kind in ("value", "spelling", "label", "column_lost"):
        column = f" › {one.column}" if one.row and one.column else one.column
        return form_word(
            "change_line",
            lang,
            place=place,
            kind=kind,
            row=one.row,
            column=column,
            before=one.before or empty,
            after=one.after or empty,
        )
    text = one.after or one.before
    return form_word("change_line_row", lang, place=place, kind=kind, text=text)


def _letters(column: int | None) -> str:
    """The letters of a column counted from 1."""
    letters = ""
    left = column or 0
    while left:
        left, at = divmod(left - 1, 26)
        letters = chr(ord("A") + at) + letters
    return letters


def changes_total(changes: Sequence[Change], lang: Lang = "zh") -> str:
    """The counts as a sentence."""
    counted = ("value", "spelling", "row_added", "row_removed")
    counts = [sum(one.kind == kind for one in changes) for kind in counted]
    return form_word(
        "changes_total",
        lang,
        count=len(changes),
        value=counts[0],
        spelling=counts[1],
        added=counts[2],
        removed=counts[3],
        other=len(changes) - sum(counts),
    )
