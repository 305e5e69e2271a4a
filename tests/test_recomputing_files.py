"""Published self-evaluations rebuilt as files: read back, each score has the result it should."""

from __future__ import annotations

from decimal import Decimal

import pytest

import jixiao
from published_scores import Published, published
from self_evaluation_grids import FILES
from test_reading_published_self_evaluations import document_of

SCORED = [one for one in published() if any(row["score"] is not None for _, row in one.rows)]


def results(report: jixiao.RecomputeReport) -> dict[tuple[str, str], tuple[str, str]]:
    """Result and computed points by indicator."""
    return {
        (row.kind, row.indicator.replace("：", ":").rpartition("其中:")[2]): (
            row.result,
            str(row.computed),
        )
        for row in report.rows
    }


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("one", SCORED, ids=lambda one: f"{one.region}-{one.year}")
def test_a_file_gives_what_its_table_gives(one: Published, file: str) -> None:
    table = document_of(one.region, one.year, one.name)
    document = jixiao.read(FILES[file](table), file=file)
    weights: dict[tuple[str, ...], Decimal] = {
        (row["indicator"],): Decimal(str(row["weight_inferred"]))
        for _, row in one.rows
        if row.get("weight_inferred") is not None
    }
    rules = jixiao.load(one.report.tables[0].ruleset)
    found = results(jixiao.recompute(document, rules, weights=weights))
    wanted = results(one.report)

    if any(row["rowtype"] == "indicator" for _, row in one.rows):
        assert found == wanted
    else:
        assert wanted.items() <= found.items()
