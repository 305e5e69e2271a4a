"""What holds of the checks whatever a table holds."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from by_hand import PLAIN, REQUIRED, document, level, ruleset
from jixiao.checking import check_document, check_table
from jixiao.messages import CATALOGUE
from jixiao.tables import Document, RowStatus, Table
from sound_documents import sound_documents
from table_strategies import filled_tables

RULES = ruleset(
    level(
        1, "过程", level(2, "资金管理", level(3, "预算执行率", demand=REQUIRED)), demand=REQUIRED
    ),
    level(1, "满意度指标"),
)
FEW = settings(max_examples=60, deadline=None)


@given(st.lists(filled_tables(), max_size=4))
@FEW
def test_any_table_is_answered_with_findings_that_stand_somewhere(held: list[Table]) -> None:
    tables = tuple(evolve(one, index=place) for place, one in enumerate(held))
    findings = check_document(document(*tables), RULES)
    assert findings == check_document(document(*tables), RULES)
    for one in findings:
        assert one.message()
        assert one.code in CATALOGUE
        assert one.count == max(1, len(one.items))
    keys = [
        (one.code, one.where.table_index) for one in findings if one.where.table_index is not None
    ]
    assert len(keys) == len(set(keys))


@given(filled_tables())
@FEW
def test_rows_in_doubt_bring_nothing_but_the_doubt(held: Table) -> None:
    doubtful = tuple(evolve(one, status=RowStatus.MOVED) for one in held.indicators)
    findings = check_table(evolve(held, indicators=doubtful), RULES)
    of_rows = {one.code for one in findings if one.where.level3 is not None}
    assert of_rows <= {"T50", "T63"}


@given(filled_tables())
@FEW
def test_a_row_more_of_doubt_never_adds_an_accusation(held: Table) -> None:
    before = {one.code for one in check_table(held, RULES) if one.severity.value == "error"}
    doubtful = tuple(evolve(one, status=RowStatus.SUSPECTED) for one in held.indicators)
    after = {
        one.code
        for one in check_table(evolve(held, indicators=doubtful), RULES)
        if one.severity.value == "error"
    }
    assert after <= before


@given(filled_tables())
@FEW
def test_the_order_of_rows_does_not_change_what_is_said(held: Table) -> None:
    turned = evolve(held, indicators=held.indicators[::-1])
    one, other = check_table(held, RULES), check_table(turned, RULES)
    assert sorted((each.code, each.count) for each in one) == sorted(
        (each.code, each.count) for each in other
    )


@given(sound_documents())
@FEW
def test_a_sound_document_is_left_in_peace(held: Document) -> None:
    assert check_document(held, PLAIN) == ()


@given(filled_tables(), st.integers(3, 9))
@FEW
def test_what_every_table_has_is_said_once_for_all(held: Table, copies: int) -> None:
    tables = tuple(evolve(held, index=at, name=f"项目{at}") for at in range(copies))
    for one in check_document(document(*tables), RULES):
        assert one.where.table_index is None or one.code in ("T50", "T51")
