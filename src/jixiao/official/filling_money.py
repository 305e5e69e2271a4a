"""The parts of money of a form, filled from a table: sources, spending, tasks, schedule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.messages.forms import form_word
from jixiao.money_names import is_total
from jixiao.official.model import Entry, MoneyLine, MoneyPart
from jixiao.source import squeeze
from jixiao.units import Quantity, decimal_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jixiao.tables import Table

__all__ = ["amount_entry", "filled_money"]

Line = tuple[str, dict[str, Entry]]


def amount_entry(name: str, amount: Quantity | None, unit: str) -> Entry:
    """An amount in the unit of the form as a number, in another unit as it was printed.

    >>> from decimal import Decimal
    >>> from jixiao.units import parse_unit
    >>> amount_entry("预算数", Quantity(Decimal(72), parse_unit("万元")), "万元").number
    Decimal('72')
    >>> amount_entry("执行率", Quantity(Decimal("83.3"), parse_unit("%")), "万元").text
    '83.3%'
    """
    if amount is None:
        return Entry(name)
    if amount.unit.symbol in ("", unit):
        return Entry(name, number=amount.number)
    return Entry(name, f"{decimal_text(amount.number)}{amount.unit.symbol}")


def filled_money(
    parts: tuple[MoneyPart, ...], table: Table, *, same: bool
) -> tuple[MoneyPart, ...]:
    """The form's parts with the table's figures; what the form has no part for gets its own."""
    if not same:
        return tuple(_carried(one, table) for one in parts)
    kinds = [_kind(one, table) for one in parts]
    found = []
    for part, kind in zip(parts, kinds, strict=True):
        lines = _lines(table, kind, lone="funding" not in kinds)
        if lines or kind in ("funding", "schedule"):
            found.append(_filled(part, lines, keep=kind == "funding"))
        elif kind != "text" or not table.indicators:
            found.append(part)
    for kind, label in (("funding", "money"), ("spending", "spending"), ("tasks", "tasks")):
        lines = _lines(table, kind, lone=False)
        if kind in kinds or not lines or (kind == "funding" and "tasks" in kinds):
            continue
        names = tuple(dict.fromkeys(name for _, cells in lines for name in cells))
        part = MoneyPart(form_word(label), form_word("source"), names, (True,) * len(names), ())
        found.append(_filled(part, lines, keep=False))
    return tuple(found)


def _kind(part: MoneyPart, table: Table) -> str:
    """Which of the table's lines a part holds."""
    if not part.head:
        return "schedule"
    if "来源" in part.head:
        return "funding"
    if "任务" in part.head or "任务" in part.label:
        return "tasks"
    if any(part.amounts):
        return "spending"
    return "text" if table.indicators else "other"


def _lines(table: Table, kind: str, *, lone: bool) -> list[Line]:
    unit = table.money_unit
    match kind:
        case "funding":
            return list(_funding(table))
        case "spending":
            return [
                (one.name, {name: amount_entry(name, held, unit) for name, held in one.amounts})
                for one in table.spending
            ]
        case "tasks":
            tasks: list[Line] = [
                (
                    one.name,
                    {
                        "主要内容": Entry("主要内容", one.content),
                        **{name: amount_entry(name, held, unit) for name, held in one.amounts},
                    },
                )
                for one in table.tasks
            ]
            return tasks + (list(_funding(table)) if lone and tasks else [])
        case "schedule":
            steps = {
                one.name: Entry(one.name, f"{decimal_text((one.share * 100).normalize())}%")
                for one in table.schedule
                if one.share is not None
            }
            return [("", steps)] if steps else []
        case _:
            return []


def _funding(table: Table) -> Iterable[Line]:
    for one in table.funding:
        cells = {name: amount_entry(name, held, table.money_unit) for name, held in one.amounts}
        texts = {name: Entry(name, text) for name, text in one.texts}
        yield one.source, cells | texts


def _filled(part: MoneyPart, lines: Sequence[Line], *, keep: bool) -> MoneyPart:
    """The part with the lines, in the order of the form; lines of its own print too."""
    extra = dict.fromkeys(name for _, cells in lines for name in cells if name not in part.columns)
    columns = (*part.columns, *extra)
    amounts = (*part.amounts, *(True for _ in extra))
    left = list(lines)
    found: list[Line] = []
    if keep:
        for line in part.lines:
            wanted = squeeze(line.source.name)
            same = next((one for one in left if squeeze(one[0]) == wanted), None)
            if same is not None:
                left.remove(same)
            found.append(same or (line.source.name, {one.name: one for one in line.entries}))
        found = _merged(found, list(lines)) if left else found
    else:
        found = left
    made = tuple(
        MoneyLine(
            at,
            Entry(part.head or part.label, source) if not keep else Entry(source),
            tuple(cells.get(name, Entry(name)) for name in columns),
        )
        for at, (source, cells) in enumerate(found)
    )
    return evolve(part, columns=columns, amounts=amounts, lines=made or part.lines)


def _merged(form: list[Line], own: list[Line]) -> list[Line]:
    """Lines of the table that the form does not print go behind those they stand behind."""
    found = list(form)
    names = {source for source, _ in form}
    for at, line in enumerate(own):
        if line[0] in names:
            continue
        before = own[at - 1][0] if at else None
        places = [place for place, one in enumerate(found) if one[0] == before]
        found.insert(places[-1] + 1 if places else len(found), line)
        names.add(line[0])
    return found


def _carried(part: MoneyPart, table: Table) -> MoneyPart:
    """The budget of a 目标表 as 年初预算数 of the form of a later stage, source by source."""
    first = next((at for at, name in enumerate(part.columns) if "预算" in name), None)
    if first is None or "来源" not in part.head:
        return part
    lines = {squeeze(one.source): one.amount() for one in table.funding}
    whole = next((held for source, held in lines.items() if is_total(source)), None)

    def fill(line: MoneyLine) -> Iterator[Entry]:
        wanted = squeeze(line.source.name)
        amount = lines.get(wanted)
        if amount is None and is_total(wanted):
            amount = whole
        for at, entry in enumerate(line.entries):
            if at != first or amount is None:
                yield entry
                continue
            made = amount_entry(entry.name, amount, table.money_unit)
            yield evolve(entry, text=made.text, number=made.number)

    return evolve(part, lines=tuple(evolve(one, entries=tuple(fill(one))) for one in part.lines))
