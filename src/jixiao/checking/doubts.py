"""What is said of a whole table before its content is judged: blank, or read with doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.checking.rows import sure_amounts
from jixiao.findings import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.tables import Table

__all__ = ["blank_form", "doubtful_rows"]


def blank_form(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """T51: a form without money, goals or indicators; the one thing said about it (F16).

    T123 where the form holds text that was not understood: whether it is filled in is not known.
    """
    del ruleset
    if table.blank:
        yield finding("T51", table.where())
    elif table.bare:
        yield finding("T123", table.where(), count=table.unread)


def doubtful_rows(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """T50: a row whose reading is not exact, a line of spending whose place is a guess (F5)."""
    del ruleset
    for row in table.indicators:
        if not row.status.certain:
            name = row.level3 or row.level2 or row.level1
            yield finding("T50", table.where_row(row), raw=name, row=f"“{name}”")
    for line in table.spending:
        if not sure_amounts(line):
            where = evolve(table.where(), column=line.name, origin=line.origin)
            yield finding("T50", where, raw=line.name, row=f"支出“{line.name}”")
