"""The labelled texts of a form: 项目名称, 主管部门, 年度目标, with what stands behind each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.parsing import parse_value
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.tokens import Kind, kind_of_value
from jixiao.source import fold
from jixiao.tables import Cell, Field

if TYPE_CHECKING:
    from jixiao.reading.forms import Form

__all__ = ["FieldRow", "is_field_row", "read_fields", "read_prose"]

_LABEL = 14
"""A label nobody knows is believed to be one up to this length."""
_LONGEST = 2000
"""A longer text is prose, whatever it opens with."""
_LABELS = re.compile(r"(?:^|(?<=[\s,;、。]))([^\s:,;、。]{2,14}?)\s?:")
_PAIR = re.compile(r"\s*([\u4e00-\u9fff()/ ]{2,12}?)\s?:\s*(\S.*)", re.DOTALL)
"""A label that nobody knows, with its text in the same cell."""
_WORDS = re.compile(r"[\u4e00-\u9fff]{2}")
_COLUMN = re.compile(
    r"分值|得分|权重|其中|[(（]?(?:万元|元)[)）]?|其他资金|(?:年度)?资金总额|(?:全年)?执行[数率](?:\([AB]\))?"
)
"""Heads of columns and lines of money: no field is named so."""
_BETWEEN = " \t\r\n\u3000,，;；、"
_NOTES = frozenset({"备注", "说明"})
"""Labels that open a note below a table and are no field of it."""
_BODY = re.compile(r"\d{3,12}(\D*(?:局|院|厅|部|委|办|会|中心|本级|机关|学校|大队|站|所))")
"""A budget unit with its code before it, as a table of many units prints it above the form."""
_MONEY_UNIT = "金额单位"
_MONEY_LABEL = re.compile(r"(?:金额)?单位")
_MONEY = re.compile(r"\s*(元|千元|万元|亿元)\s*$")
_UNIT = re.compile(r"(金额)?单位:(元|千元|万元|亿元)")


@frozen
class FieldRow:
    """The fields of a row, its cells, and a unit of money where the row states one."""

    fields: tuple[Field, ...]
    cells: tuple[Cell, ...]
    leftovers: tuple[Cell, ...] = ()
    money_unit: str | None = None


def is_field_row(row: GridRow, form: Form) -> bool:
    """Whether a row begins with the label of a field that is known, its text behind it or in it."""
    if row.plain:
        return False
    first = row.cells[0].text
    return form.field_name(first) is not None or bool(pairs_in(first, form))


def pairs_in(text: str, form: Form) -> tuple[tuple[str, str], ...]:
    """The labels and texts of a line such as 自评得分：96.5分  等级：优; none where it has others.

    >>> from jixiao.reading.forms import compile_form
    >>> pairs_in("自评得分：96.5分  等级：优", compile_form(None, None))
    (('自评得分', '96.5分'), ('等级', '优'))
    """
    if len(text) > _LONGEST or not (":" in text or "：" in text):
        return ()
    folded = fold(text)
    marks = [
        (match.start(1), match.end(), name)
        for match in _LABELS.finditer(folded)
        if (name := _label(match[1], folded[match.end() :], form)) is not None
    ]
    if not marks or folded[: marks[0][0]].strip():
        return ()
    ends = [*(start for start, _, _ in marks[1:]), len(text)]
    return tuple(
        (name, text[at:end].strip(_BETWEEN)) for (_, at, name), end in zip(marks, ends, strict=True)
    )


def _label(text: str, behind: str, form: Form) -> str | None:
    """The field that a text before a colon is the label of; a unit of money has one of its own."""
    if _MONEY_LABEL.fullmatch(text) and _MONEY.match(behind):
        return _MONEY_UNIT
    name = form.field_name(text)
    return None if name in _NOTES else name


def read_fields(row: GridRow, form: Form) -> FieldRow:
    """Labels and the texts behind them, left to right; an unknown short label counts as one.

    In a row that holds a level it does not: such a row is one of indicators that was torn, and
    ≤1000万元 = 效益指标 is no field.
    """
    fields: list[Field] = []
    cells: list[Cell] = []
    leftovers: list[Cell] = []
    label: GridCell | None = None
    name = ""

    def close(text: GridCell | None) -> None:
        if label is not None:
            place = (text or label).origin
            fields.append(Field(name, text.text.strip() if text else "", place))

    unit: str | None = None
    torn = any(form.is_level1(cell.text) or form.is_level2(cell.text) for cell in row.cells)
    for at, cell in enumerate(row.cells):
        stated = _UNIT.fullmatch(key(cell.text))
        if stated is not None:
            unit = stated[2]
            cells.append(Cell(cell.text, cell.origin, "unit"))
            continue
        body = _BODY.fullmatch(key(cell.text))
        if body is not None and label is None:
            cells.append(Cell(cell.text, cell.origin, "field:预算单位"))
            fields.append(Field("预算单位", body[1], cell.origin))
            continue
        known = form.field_name(cell.text)
        whole = _in_one(cell, form) if label is None and known is None else None
        if whole is not None:
            cells += whole.cells
            fields += whole.fields
            unit = whole.money_unit or unit
            continue
        later = row.cells[at + 1 :]
        unknown_label = (
            label is None
            and known is None
            and bool(later)
            and form.field_name(later[0].text) is None
            and not torn
            and _may_be_label(cell.text)
        )
        if known is not None or unknown_label:
            close(None)
            label, name = cell, known or key(cell.text).rstrip(":")
            cells.append(Cell(cell.text, cell.origin, "label"))
        elif label is not None:
            close(cell)
            cells.append(Cell(cell.text, cell.origin, f"field:{name}"))
            label = None
        else:
            leftovers.append(Cell(cell.text, cell.origin))
    close(None)
    return FieldRow(tuple(fields), tuple(cells), tuple(leftovers), unit)


def _may_be_label(text: str) -> bool:
    """Whether a text that nobody knows may name a field: it is no value and no head of a column.

    >>> _may_be_label("主办科室"), _may_be_label("≤1000万元"), _may_be_label("其中:")
    (True, False, False)
    """
    name = key(text).rstrip(":")
    if len(name) > _LABEL or _WORDS.search(name) is None or _COLUMN.fullmatch(name) is not None:
        return False
    return kind_of_value(parse_value(text.strip())) is not Kind.VALUE


def _in_one(cell: GridCell, form: Form) -> FieldRow | None:
    """The fields that stand in one cell with their labels: 填表人：…  联系电话：…."""
    pairs = pairs_in(cell.text, form)
    if not any(text for _, text in pairs):
        match = _PAIR.fullmatch(fold(cell.text))
        if match is None or not _may_be_label(match[1]):
            return None
        text = cell.text[match.start(2) : match.end(2)].strip()
        pairs = (("".join(match[1].split()), text),)
    return _field_row(pairs, cell)


def _field_row(pairs: tuple[tuple[str, str], ...], cell: GridCell) -> FieldRow:
    unit = next((text for name, text in pairs if name == _MONEY_UNIT), None)
    fields = [(name, text) for name, text in pairs if name != _MONEY_UNIT]
    use = f"field:{fields[0][0]}" if fields else "unit"
    return FieldRow(
        tuple(Field(name, text, cell.origin) for name, text in fields),
        (Cell(cell.text, cell.origin, use),),
        money_unit=unit,
    )


def read_prose(row: GridRow, form: Form) -> FieldRow:
    """A line of text above a grid: the unit of money, or a field before a colon; else left over."""
    cell = row.cells[0]
    compared = key(cell.text)
    unit = _UNIT.search(compared)
    if len(row.cells) == 1 and unit is not None and unit[0] == compared:
        return FieldRow((), (Cell(cell.text, cell.origin, "unit"),), money_unit=unit[2])
    pairs = pairs_in(cell.text, form) if len(row.cells) == 1 else ()
    if pairs:
        return _field_row(pairs, cell)
    return FieldRow((), (), tuple(Cell(one.text, one.origin) for one in row.cells))
