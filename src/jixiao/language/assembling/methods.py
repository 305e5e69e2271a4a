"""【计分】: methods with the lines that stand below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.findings import Where, finding
from jixiao.language.assembling.decision_tables import decision_table
from jixiao.language.assembling.workshop import Assembler, Section, nodes, said_once, stray
from jixiao.language.statements import Property, Row, Statement
from jixiao.rules import (
    Change,
    Completion,
    DefaultMethods,
    Exclusion,
    Merge,
    Method,
    Rounding,
    Scoring,
    Tolerance,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["scoring_of"]


def scoring_of(work: Assembler, sections: Sequence[Section]) -> Scoring:
    """What the sections say about scoring."""
    methods: list[Method] = []
    for section in sections:
        method: Method | None = None
        lines: list[tuple[int, Property | Row]] = []
        for number, line in section.lines:
            if isinstance(line, Statement):
                if method is not None:
                    methods.append(_method(work, method, lines))
                method = line.node if isinstance(line.node, Method) else None
                lines = []
            elif isinstance(line, Property | Row):
                if method is None:
                    stray(work, number, line, "方法 …")
                lines.append((number, line))
        if method is not None:
            methods.append(_method(work, method, lines))
    return Scoring(
        nodes(sections, Rounding),
        nodes(sections, Completion),
        nodes(sections, DefaultMethods),
        nodes(sections, Merge),
        tuple(methods),
        nodes(sections, Exclusion),
        nodes(sections, Tolerance),
    )


_REPEATABLE = frozenset({"deductions"})


_WAYS = {"rate": "得分率", "points": "得分", "table": "分档"}


def _method(work: Assembler, method: Method, lines: Sequence[tuple[int, Property | Row]]) -> Method:
    properties = [(number, one) for number, one in lines if isinstance(one, Property)]
    attributes = said_once(work, properties, _REPEATABLE)
    rows = [(number, one) for number, one in lines if isinstance(one, Row)]
    inputs = attributes.pop("table", None)
    end = lines[-1][0] if lines else 0
    if inputs is not None:
        table = decision_table(work, inputs, rows)
        if table is not None:
            attributes["table"] = table
    elif rows:
        stray(work, rows[0][0], rows[0][1], "分档：…")
    start = method.origin.line or 0
    ways = [word for key, word in _WAYS.items() if key in attributes]
    plain = method.change is Change.NONE and not work.broken_below(
        start, max(start, end) + 1 + len(work.broken)
    )
    if method.change is Change.NONE and len(ways) > 1:
        work.findings.append(
            finding("R21", Where(origin=method.origin), raw=method.name, what="、".join(ways))
        )
    if plain and not ways and inputs is None:
        where = Where(origin=method.origin)
        work.findings.append(
            finding("R26", where, raw=method.name, what="得分率、得分或者分档中的一种")
        )
    return evolve(method, **attributes)
