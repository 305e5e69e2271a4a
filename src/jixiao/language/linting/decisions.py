"""Whether exactly one row of a decision table applies, whatever comes: exact (R10 to R13, R16).

Each input is cut where any row draws a line: numbers into points and the open stretches between
them, words one by one. A box of such pieces is inside or outside a row as a whole, so counting the
rows of every box proves gaps and overlaps without sampling.
"""

from __future__ import annotations

import itertools
import math
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.language.linting.piece_text import boxes_text, figure_text, range_text, tests_said
from jixiao.language.linting.pieces import Part, Piece, holds, pieces_of, words_of_input, words_said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jixiao.findings import Finding
    from jixiao.language.places import Places
    from jixiao.rules import Bands, Method, Ruleset, Tests
    from jixiao.source import Origin

__all__ = ["check_decisions"]

_MOST_BOXES = 20_000
"""Boxes after which a table of several inputs is not proved; one input never comes near."""


@frozen
class _Row:
    """A row by the name it is shown under."""

    name: str
    cells: tuple[Tests, ...]
    origin: Origin


def check_decisions(ruleset: Ruleset, places: Places) -> Iterator[Finding]:
    """What is wrong with the tables of methods and with the grades."""
    for method in ruleset.scoring.methods:
        yield from _method(ruleset, method, places)
    if ruleset.bands is not None:
        yield from _bands(ruleset.bands, places)


def _method(ruleset: Ruleset, method: Method, places: Places) -> Iterator[Finding]:
    table = method.table
    if table is None:
        return
    rows = [
        _Row(" | ".join(tests_said(cell) for cell in row.cells[:-1]), row.cells[:-1], row.origin)
        for row in table.rows
    ]
    inputs = [
        pieces_of([row.cells[place] for row in rows], words_of_input(ruleset, name))
        for place, name in enumerate(table.inputs)
    ]
    for place, name in enumerate(table.inputs):
        words = words_of_input(ruleset, name)
        for row in rows:
            for word in words_said(row.cells[place]):
                if words and word not in words:
                    grades = "、".join(words)
                    yield places.doubt_word("R16", row.origin, word, scale=name, grades=grades)
    yield from _count(rows, inputs, places)


def _bands(bands: Bands, places: Places) -> Iterator[Finding]:
    origins = bands.row_origins or (bands.origin,) * len(bands.rows)
    rows = [
        _Row(name, (tests,), origin)
        for (name, tests), origin in zip(bands.rows, origins, strict=True)
    ]
    if not rows:
        return
    parts = pieces_of([row.cells[0] for row in rows], ())
    yield from _count(rows, [parts], places)
    full = Fraction(bands.full)
    cut = pieces_of([row.cells[0] for row in rows], (), extra=(Fraction(), full))
    inner = [part for part in cut if isinstance(part, Piece) and 0 <= part.inside <= full]
    free = [not any(holds(row.cells[0], part) for row in rows) for part in inner]
    yield from _ends(list(zip(inner, free, strict=True)), bands, places)


def _ends(ordered: Sequence[tuple[Piece, bool]], bands: Bands, places: Places) -> Iterator[Finding]:
    """What is left out at either end of 0 to full; what is left out between rows is R12."""
    before = list(itertools.takewhile(lambda one: one[1], ordered))
    after = list(itertools.takewhile(lambda one: one[1], reversed(ordered)))
    for run in (before, after[::-1]):
        if run and len(run) < len(ordered):
            shown = range_text([piece for piece, _ in run])
            full = figure_text(Fraction(bands.full))
            yield places.doubt("R13", bands.origin, "", full=full, range=shown)


def _count(
    rows: Sequence[_Row], inputs: Sequence[tuple[Part, ...]], places: Places
) -> Iterator[Finding]:
    boxes = math.prod(len(parts) for parts in inputs)
    if not rows or not boxes or boxes > _MOST_BOXES:
        return
    hits: list[tuple[tuple[Part, ...], tuple[int, ...]]] = []
    for box in itertools.product(*inputs):
        hit = tuple(
            place
            for place, row in enumerate(rows)
            if all(holds(cell, part) for cell, part in zip(row.cells, box, strict=True))
        )
        hits.append((box, hit))
    reached = {place for _, hit in hits for place in hit}
    for place, row in enumerate(rows):
        if place not in reached:
            yield places.doubt("R10", row.origin, "", row=row.name)
    yield from _overlaps(rows, hits, places)
    yield from _gaps(rows, hits, places)


def _overlaps(
    rows: Sequence[_Row],
    hits: Sequence[tuple[tuple[Part, ...], tuple[int, ...]]],
    places: Places,
) -> Iterator[Finding]:
    shared: dict[tuple[int, int], list[tuple[Part, ...]]] = {}
    for box, hit in hits:
        for pair in itertools.pairwise(hit):
            shared.setdefault(pair, []).append(box)
    for (one, other), boxes in shared.items():
        yield places.doubt(
            "R11",
            rows[other].origin,
            "",
            one=rows[one].name,
            other=rows[other].name,
            range=boxes_text(boxes),
        )


def _gaps(
    rows: Sequence[_Row],
    hits: Sequence[tuple[tuple[Part, ...], tuple[int, ...]]],
    places: Places,
) -> Iterator[Finding]:
    """What no row takes; beyond the outermost lines of a number a table need say nothing."""
    before: int | None = None
    run: list[tuple[Part, ...]] = []
    for box, hit in hits:
        if not hit:
            if before is not None or isinstance(box[0], str) or len(box) > 1:
                run.append(box)
            continue
        if run:
            yield _gap(rows, before, hit[0], run, places)
            run = []
        before = hit[-1]
    words = [box for box in run if isinstance(box[0], str)]
    if words:
        yield _gap(rows, before, None, words, places)


def _gap(
    rows: Sequence[_Row],
    before: int | None,
    after: int | None,
    run: Sequence[tuple[Part, ...]],
    places: Places,
) -> Finding:
    one = rows[before if before is not None else after or 0]
    other = rows[after if after is not None else before or 0]
    if len(run[0]) > 1 or isinstance(run[0][0], str):
        return places.doubt("R39", one.origin, "", range=boxes_text(run))
    return places.doubt(
        "R12", other.origin, "", one=one.name, other=other.name, range=boxes_text(run)
    )
