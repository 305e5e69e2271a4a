"""Pages in every way that text is torn, mutated and mixed: none raises, and a row that is exact is
said to be nothing else.

The seeds are fixed, so that a failure comes again.
"""

from __future__ import annotations

import random
from functools import lru_cache, partial
from typing import TYPE_CHECKING

import pytest

import jixiao
from jixiao.tables import RowStatus
from piped_tables import drawn, filled_up, markdown, run_on, streamed
from spaced_tables import Shape, as_cells, as_columns, as_lines, as_one_line, as_runs
from test_reading_mutated import change
from test_reading_published_self_evaluations import DOCUMENTS, document_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from self_evaluation_grids import Filled

CHUNKS, EACH = 8, 100
JOINS = ("", " ", "|", " | ", "\t", "\n\n")
LISTED = (
    "数量指标：巡查次数≥6次，实际7次；质量指标：整改率≥90%。\n"
    "【产出指标-时效指标】指标1：按期率（≥95%）"
)
PROJECTS = (
    "项目支出绩效目标表\n项目名称\t一级指标\t二级指标\t三级指标\t指标值\n"
    "某巡查\t产出指标\t数量指标\t巡查次数\t≥6次\n某培训\t产出指标\t数量指标\t培训场次\t≥2场"
)


@lru_cache(maxsize=1)
def pages() -> tuple[str, ...]:
    """The published tables, each in one of the ways, and texts without a table."""
    ways: tuple[Callable[[Filled], str], ...] = (
        *(drawn, filled_up, markdown, run_on, streamed, as_lines, as_one_line, as_cells),
        *(partial(as_columns, shape=Shape()), partial(as_runs, shape=Shape())),
    )
    tables = [document_of(*one) for one in DOCUMENTS]
    texts = [way(table) for at, way in enumerate(ways) for table in tables[at % 2 :: 2]]
    glued = ["".join(as_lines(table).split()) for table in tables[::2]]
    return (*texts, *glued, LISTED, PROJECTS)


def mutated(chance: random.Random) -> str:
    """A page or a stretch of one, with lines of another, a few things wrong and lines run on."""
    lines = chance.choice(pages()).split("\n")
    if chance.random() < 0.3:
        start = chance.randrange(len(lines))
        lines = lines[start : start + chance.randrange(1, 40)]
    if chance.random() < 0.3:
        other = chance.choice(pages()).split("\n")
        start, at = chance.randrange(len(other)), chance.randrange(len(lines) + 1)
        lines[at:at] = other[start : start + chance.randrange(1, 10)]
    for _ in range(chance.randrange(5)):
        if lines:
            change(lines, chance)
    return (chance.choice(JOINS) if chance.random() < 0.2 else "\n").join(lines)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_mutated_pages_are_read_and_checked(chunk: int) -> None:
    chance = random.Random(chunk)  # noqa: S311 - a seed, no secret
    for _ in range(EACH):
        document = jixiao.read(mutated(chance).encode(), file="page.txt")
        assert jixiao.check(document) is not None
        for table in document.tables:
            for row in table.indicators:
                assert (row.status is RowStatus.EXACT) == (not row.doubts)


@pytest.mark.parametrize(
    "text",
    [
        "项目名称\t一级指标\t二级指标\t三级指标\t指标值",
        "|项目名称|某巡查|\n| | |\n|一级指标|二级指标|三级指标|指标值|\n| | | | |",
        "数量指标：\n质量指标：",
    ],
)
def test_a_header_with_nothing_below_it_is_read(text: str) -> None:
    document = jixiao.read(f"项目支出绩效目标表\n{text}".encode(), file="page.txt")

    assert [row for table in document.tables for row in table.indicators] == []
    assert document.findings
