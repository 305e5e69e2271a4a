"""Rows of pipes: the tables of 分档, and their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.language.assembling.workshop import Assembler, number_of
from jixiao.rules import DecisionRow, DecisionTable, Tests

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.language.statements import Row, Word

__all__ = ["as_tests", "decision_table", "header_cell"]


def decision_table(
    work: Assembler, inputs: tuple[Word, ...], rows: Sequence[tuple[int, Row]]
) -> DecisionTable | None:
    """The table of 分档: its first row names the inputs and, last, the result."""
    if len(rows) > work.limits.decision_rows:
        number, row = rows[work.limits.decision_rows]
        work.doubt("L16", number, row.span.start, limit=str(work.limits.decision_rows))
        return None
    names = tuple(word.text for word in inputs)
    if not rows:
        work.doubt(
            "R26",
            number_of(work, inputs[0]),
            inputs[0].span.start,
            inputs[0].text,
            what="分档的各行",
        )
        return None
    header = [header_cell(cell) for cell in rows[0][1].cells]
    if header[:-1] != list(names):
        work.doubt(
            "R25",
            rows[0][0],
            rows[0][1].span.start,
            rows[0][1].span.of(work.text),
            wanted=" | ".join((*names, "得分率")),
        )
        return None
    body = []
    for number, row in rows[1:]:
        if len(row.cells) != len(header):
            work.doubt(
                "R25",
                number,
                row.span.start,
                row.span.of(work.text),
                wanted=f"{len(header)} 格",
            )
            continue
        cells = tuple(as_tests(cell) for cell in row.cells)
        body.append(DecisionRow(cells, work.origin(number, row.span.start)))
    return DecisionTable(names, header[-1], tuple(body))


def as_tests(cell: object) -> Tests:
    """The tests of a cell."""
    return cell if isinstance(cell, tuple) else ()


def header_cell(cell: object) -> str:
    """The one word of a cell of a header."""
    tests = as_tests(cell)
    return (tests[0][0].word or "") if tests and tests[0] else ""
