"""Every published score of the collection has a result, and the page says what the run gives."""

from __future__ import annotations

from collections import Counter

from published_scores import SOURCE, published
from recomputed_page import PAGE, READ, page, rows_of

DOCUMENTS = published()
ROWS = rows_of(DOCUMENTS)


def test_the_page_is_up_to_date() -> None:
    """Write it anew with `python tests/recomputed_page.py`."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_collected_row_is_there() -> None:
    collected = SOURCE.read_text(encoding="utf-8").count("\n")
    lines = [row.origin.line for _, row in ROWS]
    held = [line for document in DOCUMENTS for line, _ in document.rows]

    assert sorted(held) == list(range(1, collected + 1))
    assert len(lines) == len(set(lines))
    parts = {line for document in DOCUMENTS for line, one in document.rows} - set(lines)
    labels = [one["label"] for each in DOCUMENTS for line, one in each.rows if line in parts]
    assert labels == ["其中:本年财政拨款"]


def test_every_row_that_differs_was_read_and_no_other() -> None:
    assert {row.indicator for _, row in ROWS if row.result == "differs"} == set(READ)


def test_what_is_printed_is_what_was_collected() -> None:
    for document in DOCUMENTS:
        collected = dict(document.rows)
        for row in document.report.rows:
            score = collected[row.origin.line or 0]["score"]
            printed = None if row.printed is None else float(row.printed)
            assert printed == score


def test_the_counts() -> None:
    assert Counter(row.result for _, row in ROWS) == {
        "explained": 45,
        "judgement": 9,
        "differs": 5,
        "unscored": 17,
    }


def test_a_row_without_a_score_is_said_to_have_none() -> None:
    reasons = Counter(row.why[0].code for _, row in ROWS if row.result == "unscored")

    assert reasons == {"E410": 15, "E413": 1, "E47": 1}
