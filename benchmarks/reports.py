"""Reports of a thousand tables: how long they take to write, how large they are.

Run it from the checkout, with the extra `report` installed:

    python benchmarks/reports.py

The tables of 南通 are repeated until there are a thousand; reading, checking, scoring and
monitoring are done before the clock starts. Each line gives the seconds of processor time of the
HTML report, its size, and the time by that of the plain text (with every step, where there are
steps), taken side by side in one run.
"""

from __future__ import annotations

from datetime import date
from itertools import cycle, islice
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve

import jixiao
from jixiao.checking import CheckReport
from jixiao.writing.outputs import Kind, writer_of
from jixiao.writing.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.evaluation import TableScore
    from jixiao.findings import Finding, Where
    from jixiao.monitoring import TableStatus
    from jixiao.tables import Table

    _Table = TypeVar("_Table", Table, TableScore, TableStatus)

COUNT = 1000
EXAMPLES = Path(__file__).parent.parent / "examples"


def moved(where: Where, index: int) -> Where:
    """The same place in a table of another number; a place in no table stays."""
    return where if where.table_index is None else evolve(where, table_index=index)


def repeated(
    findings: Iterable[Finding], indexes: tuple[int, ...], count: int
) -> tuple[Finding, ...]:
    """Each finding as often as its table was repeated."""
    held = tuple(findings)
    found = [one for one in held if one.where.table_index is None]
    by_table: dict[int, list[Finding]] = {}
    for one in held:
        if one.where.table_index is not None:
            by_table.setdefault(one.where.table_index, []).append(one)
    for place, index in enumerate(islice(cycle(indexes), count)):
        for one in by_table.get(index, ()):
            items = tuple(moved(where, place) for where in one.items)
            found.append(evolve(one, where=moved(one.where, place), items=items))
    return tuple(found)


def results(count: int) -> tuple[tuple[Kind, object, Settings], ...]:
    """A check, a scorecard and a monitoring report of so many tables."""
    document = jixiao.read(EXAMPLES / "jiangsu-nantong-2025.txt")
    filed = jixiao.read_actuals(EXAMPLES / "nantong-2025-actuals-illustrative.csv")
    so_far = jixiao.read_actuals(EXAMPLES / "nantong-2025-midyear-illustrative.csv")
    card = jixiao.evaluate(document, filed)
    report = jixiao.monitor(document, so_far, as_of=date(2025, 6, 30))
    found = jixiao.check(document)

    many = evolve(document, tables=_numbered(document.tables, count))
    indexes = tuple(one.index for one in document.tables)
    check = CheckReport(repeated(found, indexes, count), document.file)
    scored = tuple(one.index for one in card.tables)
    watched = tuple(one.index for one in report.tables)
    return (
        ("check", check, Settings(documents=(many,))),
        (
            "scorecard",
            evolve(
                card,
                tables=_numbered(card.tables, count),
                findings=repeated(card.findings, scored, count),
            ),
            Settings(steps=True),
        ),
        (
            "monitor",
            evolve(
                report,
                tables=_numbered(report.tables, count),
                findings=repeated(report.findings, watched, count),
            ),
            Settings(steps=True),
        ),
    )


def _numbered(tables: tuple[_Table, ...], count: int) -> tuple[_Table, ...]:
    """So many tables, each with its place as its number."""
    return tuple(evolve(one, index=place) for place, one in enumerate(islice(cycle(tables), count)))


def timed(kind: Kind, form: str, result: object, settings: Settings) -> tuple[float, int]:
    """Seconds of the best of two, and bytes."""
    seconds, size = [], 0
    for _ in range(2):
        start = process_time()
        made = writer_of(kind, form).write(result, settings)
        seconds.append(process_time() - start)
        size = len(made if isinstance(made, bytes) else made.encode("utf-8"))
    return min(seconds), size


def main() -> None:
    """Print a line for each kind of report."""
    print(f"{COUNT} tables")
    for kind, result, settings in results(COUNT):
        html, size = timed(kind, "html", result, settings)
        plain, _ = timed(kind, "text", result, settings)
        print(f"{kind:10} html {html:.2f} s  {size / 1e6:.1f} MB  {html / plain:.1f} x plain text")


if __name__ == "__main__":
    main()
