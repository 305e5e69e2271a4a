"""The sources of money once all are gathered: each amount by its column, the points of the head."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.money_names import is_term_total, is_total, total_at
from jixiao.reading.grid import key
from jixiao.reading.money.amounts import assign
from jixiao.reading.money.columns import money_meaning
from jixiao.tables import FundingLine, RowStatus
from jixiao.units import Quantity, parse_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.money.blocks import Block, Line
    from jixiao.reading.money.ledger import Ledger

__all__ = ["finished_sources"]

_WEIGHT = "分值"
_BUDGET = "预算数"


def finished_sources(block: Block, ledger: Ledger) -> tuple[FundingLine, ...]:
    """The sources with their amounts by column."""
    columns = block.names() or _told_columns(block)
    whose = _totals_of(block.lines)
    lines = [
        evolve(_finished(line, columns, block, ledger), under=under)
        for line, under in zip(block.lines, whose, strict=True)
    ]
    weight = ledger.weight
    at = total_at([line.source for line in lines])
    if weight is None or not lines or any(line.amount(_WEIGHT) is not None for line in lines):
        return tuple(lines)
    whole = lines[at or 0]
    points = Quantity(weight, parse_unit(""))
    lines[at or 0] = _with_amount(whole, _WEIGHT, points)
    return tuple(lines)


def _told_columns(block: Block) -> tuple[str, ...]:
    """The columns of a table that prints no headers: its budget, and what labels told beside it."""
    others: dict[str, None] = {}
    for line in block.lines:
        line.late = {
            _BUDGET if money_meaning(key(name)) == "全年预算数" else name: cell
            for name, cell in line.late.items()
        }
        others |= dict.fromkeys(line.late)
    return tuple(dict.fromkeys((_BUDGET, *others)))


def _finished(line: Line, columns: tuple[str, ...], block: Block, ledger: Ledger) -> FundingLine:
    """One line with its amounts by column, and what is doubtful about them said."""
    shown = line.cells or [one for one in (line.at,) if one is not None]
    for cell in line.cells:
        ledger.keep(cell, "funding:source")
    in_place = all(cell.column in block.printed.values() for cell in line.amounts)
    open_columns = [name for name in columns if name not in line.late]
    printed = [name for name in open_columns if name in block.printed]
    if len(printed) == len(line.amounts):
        open_columns = printed
    got = assign(line.amounts, open_columns, block.printed, {}, in_place=in_place)
    doubtful = got.status is RowStatus.SUSPECTED or _may_have_slid(line, block)
    if got.extra or (doubtful and len(columns) > 1):
        ledger.say("T28", shown, name=line.name)
    ledger.leave(got.extra)
    cells = dict(got.cells) | line.late
    for cell in line.bad:
        ledger.keep(cell, "funding:amount")
        ledger.say("T24", [cell], name=line.name, text=cell.text.strip())
    for cell in (*cells.values(), *(cell for _, cell in line.told)):
        ledger.keep(cell, "funding:amount")
    return FundingLine(
        line.name,
        tuple((name, ledger.amount(cells.get(name), block, name)) for name in columns),
        shown[-1].origin,
        (
            *((columns[0], cell.text.strip()) for cell in line.bad[:1]),
            *((name, cell.text.strip()) for name, cell in line.told),
        ),
    )


def _may_have_slid(line: Line, block: Block) -> bool:
    """Whether a line stands beside the others by as much as would give it other columns."""
    if not line.cells:
        return False
    places = Counter(one.cells[0].column for one in block.lines if one.cells)
    usual = min(places, key=lambda column: (-places[column], column))
    slid = line.cells[0].column - usual
    printed = set(block.printed.values())
    whole = len(line.amounts) == len(printed)
    return (
        slid != 0
        and not whole
        and bool(line.amounts)
        and all(cell.column - slid in printed for cell in line.amounts)
    )


def _with_amount(line: FundingLine, column: str, amount: Quantity) -> FundingLine:
    """A line with an amount in a column, in its place where the column is there already."""
    named = [name for name, _ in line.amounts]
    amounts = tuple((name, amount if name == column else one) for name, one in line.amounts)
    if column not in named:
        amounts = (*amounts, (column, amount))
    return evolve(line, amounts=amounts)


def _totals_of(lines: Sequence[Line]) -> list[str]:
    """For each line the total that it is a part of, where the term has one beside the year's.

    Totals side by side head the parts in their own columns; totals one below the other head those
    that follow. Empty for a total, and where nothing says whose part a line is.
    """
    totals = [line for line in lines if is_total(line.name) and line.cells]
    if len({is_term_total(line.name) for line in totals}) < 2:  # noqa: PLR2004 - term and year
        return [""] * len(lines)
    beside = len({line.cells[0].row for line in totals}) == 1
    found: list[str] = []
    above = ""
    for line in lines:
        if line in totals:
            above = line.name
            found.append("")
        elif beside:
            column = line.cells[0].column if line.cells else None
            over = (one.name for one in totals if one.cells[0].column == column)
            found.append(next(over, ""))
        else:
            found.append(above)
    return found
