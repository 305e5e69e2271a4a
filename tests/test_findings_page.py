"""The findings of the four documents are those that were read against them, and so is the page."""

from __future__ import annotations

import pytest

from by_hand import PLAIN, document
from check_cases_tables import TABLE_CASES
from findings_page import PAGE, page, reasons
from jixiao.checking import check_document
from jixiao.findings import Severity
from reviewed_findings import REVIEWED, Reviewed, found, listed, read


@pytest.mark.parametrize("one", REVIEWED, ids=lambda one: one.short)
def test_the_findings_are_those_that_were_reviewed(one: Reviewed) -> None:
    """See `reviewed_findings.py` for how to look at a change and keep it."""
    assert one.snapshot.read_text(encoding="utf-8") == listed(one)


def test_the_page_is_up_to_date() -> None:
    """Write it anew with `python tests/findings_page.py`."""
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("one", REVIEWED, ids=lambda one: one.short)
def test_a_doubtful_row_is_named_in_no_other_finding(one: Reviewed) -> None:
    doubtful = {
        (table.index, row.level2, row.level3)
        for table in read(one).tables
        for row in table.indicators
        if not row.status.certain
    }
    assert doubtful
    for held in found(one):
        for place in held.items or (held.where,):
            if (place.table_index, place.level2, place.level3) in doubtful:
                assert held.code in ("T50", "T63")


@pytest.mark.parametrize("one", REVIEWED, ids=lambda one: one.short)
def test_every_finding_stands_under_a_heading_of_the_review_form(one: Reviewed) -> None:
    headings = {held.heading for held in found(one)}
    assert headings <= {"完整性", "相关性", "适当性", "可行性"}


def test_each_thing_to_change_has_its_reason() -> None:
    (case,) = (one for one in TABLE_CASES if one.code == "S33")
    findings = check_document(document(*case.tables), PLAIN)
    assert sum(one.severity is Severity.ERROR for one in findings) == 1
    (line,) = reasons(findings)
    assert line.endswith("理由：表内数字相加即可证明")
