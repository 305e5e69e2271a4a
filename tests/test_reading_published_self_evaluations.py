"""Published self-evaluations rebuilt as files: every printed figure is found where it belongs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from self_evaluation_grids import FILES, Filled, FilledRow, Money, hold_all, holds, several, stacked
from table_strategies import self_evaluation_forms

if TYPE_CHECKING:
    from collections.abc import Mapping

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "scored.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
DOCUMENTS = sorted({(row["region"], row["year"], row["doc"]) for row in ROWS})


def number(found: Any) -> str:  # noqa: ANN401 - JSON
    return "" if found is None else f"{found:g}"


def filled_row(row: Mapping[str, Any]) -> FilledRow:
    """A row with the labels that the collection left out, as those that stand there call for."""
    level2 = row["level2"] or ("组织实施" if row["level1"] == "过程指标" else "数量指标")
    level1 = row["level1"] or "产出指标"
    return FilledRow(
        "效益指标" if "效益" in level2 else level1,
        level2,
        row["indicator"],
        row["target"],
        row["actual"],
        number(row["weight"]),
        row.get("score_printed") or number(row["score"]),
        row.get("note", ""),
    )


def money(row: Mapping[str, Any]) -> Money:
    figures = (row["begin_budget"], row["full_year_budget"], row["executed"])
    points = (number(row["weight"]), row["rate"], number(row["score"]))
    return Money(row["label"], (*figures, *points))


def document_of(region: str, year: int, name: str) -> Filled:
    own = [row for row in ROWS if (row["region"], row["year"], row["doc"]) == (region, year, name)]
    rows = [filled_row(row) for row in own if row["rowtype"] == "indicator"]
    order = list(dict.fromkeys(row.level1 for row in rows))
    rows.sort(key=lambda row: order.index(row.level1))
    rows = rows or [FilledRow("产出指标", "数量指标", "完成数量", "≥1个", "1个")]
    points = [row.points for row in rows if row.points]
    return Filled(
        name.partition("(")[0],
        year,
        tuple(rows),
        money=tuple(money(row) for row in own if row["rowtype"] == "budget"),
        goals=("按计划完成", "已按计划完成"),
        total=("100", f"{sum(map(float, points)):g}") if points else None,
        grade="优",
    )


@pytest.mark.parametrize("place", DOCUMENTS, ids=lambda place: f"{place[0]}-{place[1]}")
@pytest.mark.parametrize("file", FILES)
def test_a_published_table_in_every_kind_of_file(place: tuple[str, int, str], file: str) -> None:
    table = document_of(*place)
    holds(table, FILES[file](table), file)


@pytest.mark.parametrize("place", DOCUMENTS, ids=lambda place: f"{place[0]}-{place[1]}")
def test_a_published_table_with_a_cell_a_line(place: tuple[str, int, str]) -> None:
    table = document_of(*place)
    holds(table, stacked(table), "t.txt")


@given(self_evaluation_forms())
@settings(max_examples=60, deadline=None)
def test_any_self_evaluation_as_text(table: Filled) -> None:
    holds(table, FILES["t.txt"](table), "t.txt")


@pytest.mark.parametrize("file", [file for file in FILES if file != "t.txt"])
@given(self_evaluation_forms())
@settings(max_examples=12, deadline=None)
def test_any_self_evaluation_in_every_kind_of_file(file: str, table: Filled) -> None:
    holds(table, FILES[file](table), file)


@pytest.mark.parametrize("file", FILES)
@given(st.lists(self_evaluation_forms(), min_size=2, max_size=3))
@settings(max_examples=8, deadline=None)
def test_several_self_evaluations_in_one_file(file: str, tables: list[Filled]) -> None:
    hold_all(tables, several(tables, file), file)
