"""Whether exactly one row of a decision table applies, whatever comes: exact (R10 to R13, R16).

Each input is cut where any row draws a line: numbers into points and the open stretches between
them, words one by one. A box of such pieces is inside or outside a row as a whole, so counting the
rows of every box proves gaps and overlaps without sampling.
"""

from __future__ import annotations

import itertools
import math
import operator
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jixiao.findings import Finding
    from jixiao.language.places import Places
    from jixiao.rules import Bands, Method, Ruleset, Test, Tests
    from jixiao.source import Origin

__all__ = ["check_decisions"]

_MOST_BOXES = 20_000
"""Boxes after which a table of several inputs is not proved; one input never comes near."""

_COMPARE: Mapping[str, Callable[[Fraction, Fraction], bool]] = MappingProxyType(
    {
        "=": operator.eq,
        "≠": operator.ne,
        "<": operator.lt,
        ">": operator.gt,
        "≤": operator.le,
        "≥": operator.ge,
    }
)


@frozen
class _Piece:
    """A point (`low` = `high`) or the open stretch between two; an end of None is without bound."""

    low: Fraction | None
    high: Fraction | None
    percent: bool = False

    @property
    def inside(self) -> Fraction:
        """A number of the piece: any one stands for all."""
        if self.low is None:
            return (self.high or Fraction()) - 1
        if self.high is None:
            return self.low + 1
        return (self.low + self.high) / 2


Part: TypeAlias = _Piece | str


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
        _Row(" | ".join(_tests_text(cell) for cell in row.cells[:-1]), row.cells[:-1], row.origin)
        for row in table.rows
    ]
    inputs = [
        _parts([row.cells[place] for row in rows], _words(ruleset, name))
        for place, name in enumerate(table.inputs)
    ]
    for place, name in enumerate(table.inputs):
        words = _words(ruleset, name)
        for row in rows:
            for word in _words_of(row.cells[place]):
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
    parts = _parts([row.cells[0] for row in rows], ())
    yield from _count(rows, [parts], places)
    full = Fraction(bands.full)
    cut = _parts([row.cells[0] for row in rows], (), extra=(Fraction(), full))
    inner = [part for part in cut if isinstance(part, _Piece) and 0 <= part.inside <= full]
    free = [not any(_holds(row.cells[0], part) for row in rows) for part in inner]
    yield from _ends(list(zip(inner, free, strict=True)), bands, places)


def _ends(
    ordered: Sequence[tuple[_Piece, bool]], bands: Bands, places: Places
) -> Iterator[Finding]:
    """What is left out at either end of 0 to full; what is left out between rows is R12."""
    before = list(itertools.takewhile(lambda one: one[1], ordered))
    after = list(itertools.takewhile(lambda one: one[1], reversed(ordered)))
    for run in (before, after[::-1]):
        if run and len(run) < len(ordered):
            shown = _range_text([piece for piece, _ in run])
            full = _number(Fraction(bands.full))
            yield places.doubt("R13", bands.origin, "", full=full, range=shown)


# ── 切开与数数 ──


def _words(ruleset: Ruleset, name: str) -> tuple[str, ...]:
    """The words an input may be: yes or no, or the grades of the scale of its name."""
    if name.startswith("是否"):
        return ("是", "否")
    scale = ruleset.vocabulary.scale(name)
    return scale.grades if scale is not None else ()


def _parts(
    cells: Sequence[Tests], words: tuple[str, ...], extra: Sequence[Fraction] = ()
) -> tuple[Part, ...]:
    tests = [test for cell in cells for group in cell for test in group]
    numbers = [_value(test) for test in tests if test.number is not None]
    if not numbers and not extra:
        said = dict.fromkeys(word for cell in cells for word in _words_of(cell))
        return words or tuple(said)
    points = sorted({*numbers, *extra})
    percent = any(test.unit == "%" for test in tests)
    parts: list[Part] = [_Piece(None, points[0], percent)]
    for point, after in itertools.zip_longest(points, points[1:]):
        parts += [_Piece(point, point, percent), _Piece(point, after, percent)]
    return tuple(parts)


def _words_of(cell: Tests) -> Iterator[str]:
    yield from (test.word for group in cell for test in group if test.word is not None)


def _value(test: Test) -> Fraction:
    number = Fraction(test.number or Decimal())
    return number / 100 if test.unit == "%" else number


def _holds(cell: Tests, part: Part) -> bool:
    return any(all(_test_holds(test, part) for test in group) for group in cell)


def _test_holds(test: Test, part: Part) -> bool:
    if test.sign == "-":
        return not test.negated
    if isinstance(part, str) or test.number is None:
        same = part == test.word
        holds = same is (test.sign != "≠")
    else:
        holds = _COMPARE[test.sign](part.inside, _value(test))
        if test.sign in ("=", "≠") and part.low != part.high:
            holds = test.sign == "≠"
    return holds is not test.negated


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
            if all(_holds(cell, part) for cell, part in zip(row.cells, box, strict=True))
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
            range=_boxes_text(boxes),
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
        return places.doubt("R39", one.origin, "", range=_boxes_text(run))
    return places.doubt(
        "R12", other.origin, "", one=one.name, other=other.name, range=_boxes_text(run)
    )


# ── 给人看 ──


def _boxes_text(boxes: Sequence[tuple[Part, ...]]) -> str:
    if all(len(box) == 1 and isinstance(box[0], _Piece) for box in boxes):
        return _range_text([box[0] for box in boxes if isinstance(box[0], _Piece)])
    shown = [
        " 且 ".join(part if isinstance(part, str) else _range_text([part]) for part in box)
        for box in boxes[:3]
    ]
    return "、".join(shown) + (f" 等 {len(boxes)} 处" if len(boxes) > len(shown) else "")


def _range_text(pieces: Sequence[_Piece]) -> str:
    """Neighbouring pieces as one stretch: 50～60, or 90 alone; open ends are not told apart."""
    low, high, percent = pieces[0].low, pieces[-1].high, pieces[0].percent
    if low is None:
        return f"{_number(high or Fraction(), percent=percent)} 以下"
    shown = _number(low, percent=percent)
    if high is None:
        return f"{shown} 以上"
    return shown if low == high else f"{shown}～{_number(high, percent=percent)}"


def _number(number: Fraction, *, percent: bool = False) -> str:
    scaled = number * 100 if percent else number
    shown = Decimal(scaled.numerator) / Decimal(scaled.denominator)
    return format(shown.normalize(), "f") + ("%" if percent else "")


def _tests_text(cell: Tests) -> str:
    return " 或 ".join(" 且 ".join(_test_text(test) for test in group) for group in cell)


def _test_text(test: Test) -> str:
    if test.sign == "-":
        return "-"
    unit = test.unit
    said = test.word if test.number is None else f"{test.number}{unit}"
    sign = "" if test.sign == "=" else test.sign
    return f"{'非 ' if test.negated else ''}{sign}{said}"
