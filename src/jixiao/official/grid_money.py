"""The parts of money on a form: a block each, its label at the side, heads, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.messages.forms import form_word
from jixiao.sheets import Cell, Style

if TYPE_CHECKING:
    from jixiao.official.canvas import Canvas
    from jixiao.official.model import Entry, MoneyPart

__all__ = ["lay_money", "money_spans"]

_NAME = "名称"
"""The head of a column of names that says nothing: of what lines they are, is said instead."""


def lay_money(canvas: Canvas, number: int, part: MoneyPart) -> None:
    """A block of lines: its label at the side, the heads, a line each."""
    first = canvas.row(f"g{number}.", 0)
    spans = money_spans(part, canvas.width)
    canvas.put(first, 1, 1, Cell(part.label, Style.LABEL))
    left, right = spans[0]
    if part.head:
        head = form_word("spending_lines") if part.head == _NAME else part.head
        canvas.put(first, left, right, Cell(head, Style.HEADER))
    for name, (one, other) in zip(part.columns, spans[1:], strict=True):
        canvas.put(first, one, other, Cell(name, Style.HEADER))
    for line in part.lines:
        row = canvas.row(f"g{number}.", line.number + 1)
        if part.head:
            _source(canvas, row, spans[0], part, line.source)
        for entry, amount, span in zip(line.entries, part.amounts, spans[1:], strict=True):
            canvas.enter(row, *span, entry, "money" if amount else "field")
    canvas.side(first)


def _source(canvas: Canvas, row: int, span: tuple[int, int], part: MoneyPart, entry: Entry) -> None:
    """The name of a line: printed by the form, or filled in where its lines are free."""
    free = entry.name in (part.head, part.label)
    if free:
        canvas.enter(row, *span, entry, "field")
    else:
        canvas.put(row, *span, Cell(entry.name, Style.LABEL, entry.comment, across="left"))


def money_spans(part: MoneyPart, width: int) -> list[tuple[int, int]]:
    """Names take two columns, the rest is shared: what is left over goes to the texts first."""
    count = len(part.columns)
    named = 0
    if part.head:
        named = 2 if width - count > 2 else 1  # noqa: PLR2004 - the side and two
    room = width - 1 - named
    sizes = [room // count] * count
    wide = [at for at, amount in enumerate(part.amounts) if not amount] or list(range(count))
    if not all(part.amounts):
        sizes = [1] * count
    for number in range(room - sum(sizes)):
        sizes[wide[number % len(wide)]] += 1
    spans, at = [(2, max(2, 1 + named))], 2 + named
    for size in sizes:
        spans.append((at, at + size - 1))
        at += size
    return spans
