"""Sums of money as printed, and which column of a block of lines each of them belongs to."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.limits import DEFAULT_LIMITS
from jixiao.reading.grid import key
from jixiao.tables import RowStatus
from jixiao.units import Quantity, parse_unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jixiao.reading.grid import GridCell

__all__ = ["Assigned", "assign", "in_order", "is_amount", "is_blank_mark", "read_amount"]

_AMOUNT = re.compile(
    r"(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(元|百元|千元|万元|百万元|亿元|万|亿|%)?"
)
_BLANK_MARK = re.compile(r"[-—–/\\－一_]{1,4}|无|不适用|[Nn]/?[Aa]")


def is_amount(text: str) -> bool:
    """Whether a text is a sum of money, or a share, and nothing more.

    >>> is_amount("69.1"), is_amount("30万元"), is_amount("1,234.50"), is_amount("2025年")
    (True, True, True, False)
    """
    return _AMOUNT.fullmatch(key(text)) is not None


def is_blank_mark(text: str) -> bool:
    """Whether a cell for an amount was crossed out: —, /, 无, N/A.

    >>> is_blank_mark("——"), is_blank_mark("N/A"), is_blank_mark("0")
    (True, True, False)
    """
    return _BLANK_MARK.fullmatch(key(text)) is not None


def read_amount(text: str, unit: str) -> Quantity | None:
    """The amount a text states, in its own unit or else in `unit`; None where it is no number.

    >>> str(read_amount("1,234.50", "万元")), str(read_amount("30万元", "元"))
    ('1234.50万元', '30万元')
    >>> read_amount("约30", "万元") is None
    True
    """
    match = _AMOUNT.fullmatch(key(text))
    if match is None:
        return None
    digits = match[1].replace(",", "")
    whole, _, fraction = digits.lstrip("-").partition(".")
    limits = DEFAULT_LIMITS
    if len(whole) > limits.integer_digits or len(fraction) > limits.fraction_digits:
        return None
    own = match[2]
    if own in {"万", "亿"}:
        own += "元"
    return Quantity(Decimal(digits), parse_unit(own or unit))


@frozen
class Assigned:
    """The cells of a line by column, cells for which there is no column, and how sure that is."""

    cells: tuple[tuple[str, GridCell], ...]
    extra: tuple[GridCell, ...] = ()
    status: RowStatus = RowStatus.EXACT


def in_order(columns: Sequence[str], printed: Mapping[str, int]) -> Sequence[str]:
    """The columns as a whole header prints them; in the form's order where it lacks one.

    >>> in_order(("分值", "执行率"), {"执行率": 5, "分值": 6})
    ['执行率', '分值']
    """
    whole = set(printed) == set(columns)
    return sorted(columns, key=lambda name: printed[name]) if whole else columns


def assign(
    cells: Sequence[GridCell],
    columns: Sequence[str],
    printed: Mapping[str, int],
    learned: Mapping[int, str],
    *,
    in_place: bool,
) -> Assigned:
    """The columns of the amounts on a line.

    As many amounts as columns go in order. Fewer go by the columns of the grid: those of the header
    where the line stands `in_place`, or those that complete lines of the same shape have (`learned`
    maps a grid column to a name). Anything else is a guess and said to be one.
    """
    at = {column: name for name, column in printed.items()}
    columns = in_order(columns, printed)
    if len(cells) == len(columns):
        pairs = tuple(zip(columns, cells, strict=True))
        exact = in_place and all(printed.get(name) == cell.column for name, cell in pairs)
        return Assigned(pairs, status=RowStatus.EXACT if exact else RowStatus.MOVED)
    if len(cells) > len(columns):
        pairs = tuple(zip(columns, cells, strict=False))
        return Assigned(pairs, tuple(cells[len(columns) :]), RowStatus.SUSPECTED)
    for where, known in ((learned, RowStatus.MOVED), (at if in_place else {}, RowStatus.EXACT)):
        names = [where.get(cell.column) for cell in cells]
        if all(name in columns for name in names) and len(set(names)) == len(names):
            found = tuple((name, cell) for name, cell in zip(names, cells, strict=True) if name)
            same = all(at.get(cell.column) == name for name, cell in found)
            return Assigned(found, status=RowStatus.EXACT if same and in_place else known)
    return Assigned(
        tuple(zip(columns, cells, strict=False)),
        status=RowStatus.SUSPECTED if cells else RowStatus.EXACT,
    )
