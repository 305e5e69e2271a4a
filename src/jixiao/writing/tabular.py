"""Results as CSV, by one rule of calling: for people in front, for machines in the last column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jixiao.csv_cells import COLUMNS, front_cells, value_columns
from jixiao.csv_rows import guarded, opened, packed
from jixiao.harmless import visible
from jixiao.messages.words import word
from jixiao.writing.machine import json_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.checking import CheckReport
    from jixiao.evaluation import Scorecard
    from jixiao.summaries import Summary
    from jixiao.tables import Document
    from jixiao.writing.settings import Settings

__all__ = ["check", "document", "scorecard", "summary"]

Json = dict[str, Any]


def document(results: tuple[Document, ...], settings: Settings) -> str:
    """Documents as read, a row each indicator, line of money, field and cell."""
    return _csv([one.to_json(mask=not settings.personal) for one in results], settings)


def check(results: tuple[CheckReport, ...], settings: Settings) -> str:
    """What was found in files, a row each finding."""
    return _csv([one.to_json(settings.lang) for one in results], settings)


def scorecard(result: Scorecard, settings: Settings) -> str:
    """A scorecard, a row each indicator, table and finding."""
    return _csv([result.to_json()], settings)


def summary(result: Summary, settings: Settings) -> str:
    """A summary, a row all tables, those of a place or form, a finding, a name, a ruleset."""
    return _csv([result.to_json(settings.lang)], settings)


def _csv(results: Sequence[Json], settings: Settings) -> str:
    if not results:
        return ""
    schema = results[0]["schema"]
    rows = [row for place, one in enumerate(results) for row in packed(place + 1, one)]
    columns = value_columns(rows)
    names = (word(one, settings.lang) for one in COLUMNS[schema])
    labels = [*names, *(guarded(visible(one)) for one in columns), word("csv_data", settings.lang)]
    lines = (
        [row.path, *front_cells(schema, row, columns), json_text(row.data, compact=True)]
        for row in rows
    )
    return opened(schema, labels, lines)
