"""A form filled from a table: of its own stage as it is, of another stage what both forms have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.messages.forms import form_word
from jixiao.official.filling_money import filled_money
from jixiao.official.model import ColumnHead, Entry, Form, Row
from jixiao.official.skeleton import blank_form, column_head, entry_of, notes_of
from jixiao.personal import is_personal, mask_text
from jixiao.source import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jixiao.official.choosing import Chosen
    from jixiao.rules import FieldRule
    from jixiao.tables import Indicator, Table

__all__ = ["filled_form"]

MASK = "＊＊＊"
_CARRIED = (
    "项目名称",
    "部门名称",
    "项目编码",
    "主管部门",
    "主管部门及代码",
    "实施单位",
    "年度目标",
)
"""Fields that go from one stage to the next although its form does not ask for them."""


def filled_form(chosen: Chosen, table: Table, *, personal: bool = False) -> Form:
    """The form of a table. Personal fields are masked unless `personal` asks for them."""
    same = chosen.table.stage == table.stage
    blank = blank_form(chosen)
    columns = _columns(chosen, table, blank) if same else blank.columns
    fields = tuple(_fields(chosen, table, same=same, personal=personal))
    notes = notes_of(chosen)
    if not personal and any(one.text and MASK in one.text for one in fields):
        notes = (*notes, f"{len(notes)}. {form_word('note_masked')}")
    return evolve(
        blank,
        title=_title(chosen, table, blank.title) if same else blank.title,
        index=table.index,
        name=table.name or table.unit or "",
        year=table.year,
        money_unit=table.money_unit if same else blank.money_unit,
        fields=fields,
        money=filled_money(blank.money, table, same=same),
        columns=columns,
        rows=tuple(_rows(chosen, table, columns, same=same)),
        total=_total(blank, table, columns, same=same),
        notes=notes,
    )


def _title(chosen: Chosen, table: Table, title: str) -> str:
    """The title as printed, unless it names no form or another form of the same ruleset."""
    printed = squeeze(table.title)
    others = {
        squeeze(name)
        for one in chosen.rules.tables
        if one.name != chosen.table.name
        for name in (one.name, *one.aliases)
    }
    if not printed or printed in others:
        return title
    return table.title if "表" in printed else chosen.table.name


def _columns(chosen: Chosen, table: Table, blank: Form) -> tuple[ColumnHead, ...]:
    """The columns in the order they were printed; those of the form where none were."""
    if not table.columns:
        return blank.columns
    known = {one.name: one for one in chosen.table.columns}
    found = []
    for one in table.columns:
        rule = known.get(one.name)
        head = (
            column_head(rule, chosen.table.columns)
            if rule is not None
            else ColumnHead(one.name, one.role)
        )
        found.append(evolve(head, role=one.role))
    return tuple(found)


def _shown(name: str, text: str, *, personal: bool) -> str:
    if personal or not text:
        return text
    return MASK if is_personal(name) else mask_text(text)


def _fields(chosen: Chosen, table: Table, *, same: bool, personal: bool) -> Iterator[Entry]:
    """The fields of the form in its order, each with what the table has, then the table's own."""
    left = list(table.fields)
    rules: Sequence[FieldRule] = [one for one in chosen.table.fields if len(one.path) == 1]
    if same and len({one.name for one in left}) < len(left):
        # names that come several times keep the order of the table
        yield from (Entry(one.name, _shown(one.name, one.text, personal=personal)) for one in left)
        return
    for rule in rules:
        wanted = {squeeze(name) for name in (rule.name, *rule.aliases)}
        found = next((one for one in left if squeeze(one.name) in wanted), None)
        text = "" if found is None else found.text
        if found is not None:
            left.remove(found)
        elif rule.name == "项目名称":
            text = table.name
        elif rule.name.endswith("实施单位"):
            text = table.unit or ""
        yield Entry(rule.name, _shown(rule.name, text, personal=personal), choices=rule.choices)
    told = {squeeze(one.text) for one in table.fields}
    if same and table.name and squeeze(table.name) not in told and "部门" in chosen.table.name:
        yield Entry("部门名称", _shown("部门名称", table.name, personal=personal))
    for field in left:
        if same or field.name in _CARRIED:
            yield Entry(field.name, _shown(field.name, field.text, personal=personal))


def _rows(
    chosen: Chosen, table: Table, columns: tuple[ColumnHead, ...], *, same: bool
) -> Iterator[Row]:
    """The rows of the table, and below each 一级 the 二级 that it left empty."""
    rules = {one.name: one for one in chosen.table.columns}
    held = [
        Row(
            "i",
            number,
            row.level1,
            row.level2,
            Entry("三级指标", row.level3, comment="\n".join(_doubts(row))),
            tuple(_cell(row, table, one, chosen, same=same) for one in columns),
            row.goal or "",
        )
        for number, row in enumerate(table.indicators)
    ]
    empty = [
        Row(
            "s",
            number,
            slot.level1,
            slot.level2,
            Entry("三级指标"),
            tuple(entry_of(rules.get(one.name), one.name, one.role) for one in columns),
        )
        for number, slot in enumerate(table.slots)
    ]
    yield from _in_order(held, empty)


def _doubts(row: Indicator) -> Iterator[str]:
    """What is not exact about the reading: a form would make it look certain."""
    yield from dict.fromkeys(one.message() for one in row.doubts)


def _in_order(held: list[Row], empty: list[Row]) -> Iterable[Row]:
    """Empty rows go behind the last row of their 一级."""
    found = list(held)
    for row in empty:
        places = [at for at, one in enumerate(found) if one.level1 == row.level1]
        found.insert(places[-1] + 1 if places else len(found), row)
    return found


def _cell(row: Indicator, table: Table, head: ColumnHead, chosen: Chosen, *, same: bool) -> Entry:
    rule = next((one for one in chosen.table.columns if one.name == head.name), None)
    empty = entry_of(rule, head.name, head.role)
    if same:
        return _with(empty, row, head)
    match head.role:
        case "目标值":
            columns = [one.name for one in table.columns if one.role == "目标值"]
            texts = [row.value(name).text for name in reversed(columns)]
            return evolve(empty, text=next((text for text in texts if text), ""))
        case "权重":
            return evolve(empty, number=row.weight)
        case "依据" | "描述":
            said = row.basis if head.role == "依据" else row.description
            return evolve(empty, text=said or "")
        case _:
            return empty


def _with(entry: Entry, row: Indicator, head: ColumnHead) -> Entry:
    """An entry with what the row has in a column of that name."""
    values = dict(row.values)
    if head.name in values:
        return evolve(entry, text=values[head.name].text)
    text = row.text(head.name)
    if text is not None:
        return evolve(entry, text=text)
    if head.role == "权重" and row.weight is not None:
        return evolve(entry, number=row.weight)
    return entry


def _total(blank: Form, table: Table, columns: tuple[ColumnHead, ...], *, same: bool) -> Row | None:
    """The printed sum of the whole table, where it has one."""
    printed = next((one for one in table.totals if one.level1 is None), None)
    if not same:
        return blank.total
    if printed is None:
        return None
    texts = dict(printed.texts)
    entries = tuple(
        Entry(one.name, texts.get(one.name, ""))
        if one.name in texts
        else Entry(one.name, number=printed.weight)
        if one.role == "权重"
        else Entry(one.name, number=printed.points)
        if one.role == "得分"
        else Entry(one.name)
        for one in columns
    )
    return Row("x", 0, printed.name, "", Entry(""), entries)
