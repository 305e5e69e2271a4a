"""Laws of inheritance, over rulesets that nobody wrote by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve, fields
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rule_strategies
from jixiao.inheritance import inherit, rooted
from jixiao.language import format as format_ruleset
from jixiao.language import parse
from jixiao.language.differences import differences
from jixiao.library import Library
from jixiao.rules import (
    Bands,
    Change,
    Check,
    IndicatorRule,
    Method,
    Region,
    Ruleset,
    Scoring,
    TableRule,
    Tree,
)

PARTS = ("vocabulary", "tables", "trees", "scoring", "bands", "checks", "retired", "needs")
FORMS = ("目标表", "自评表")


@st.composite
def parents(draw: st.DrawFn) -> Ruleset:
    """Resolved rulesets that hold something of every part, and not much of any."""
    names = st.sampled_from(["产出", "效益", "满意度", "半年(程) 指标值"])
    roots = st.lists(rule_strategies.indicators(), min_size=1, max_size=2, unique_by=_name)
    return rooted(
        Ruleset(
            id="甲地-2024",
            title="甲",
            region=Region("110000", "甲地"),
            year=2024,
            effective=(date(2024, 1, 1), None),
            cite=draw(rule_strategies.CITES),
            tables=tuple(TableRule(form) for form in FORMS),
            trees=(Tree(FORMS[: draw(st.integers(1, 2))], tuple(draw(roots))),),
            scoring=Scoring(methods=(evolve(draw(rule_strategies.methods()), name=draw(names)),)),
            bands=Bands(Decimal(100), (("优", draw(rule_strategies.TEST_CELLS)),)),
            checks=(draw(rule_strategies.CHECK_RULES),),
        )
    )[0]


def _name(one: IndicatorRule) -> str | None:
    return one.name


PARENTS = parents()


def child_of(parent: Ruleset, **parts: object) -> Ruleset:
    """A child that says only what is given."""
    bare = Ruleset(id="乙地-2025", title="乙", inherits=parent.id, cite=parent.cite)
    return evolve(bare, **parts)  # type: ignore[arg-type]


@given(PARENTS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_child_without_statements_is_its_parent(parent: Ruleset) -> None:
    resolved, findings = inherit(child_of(parent), parent)
    assert findings == ()
    for part in PARTS:
        assert getattr(resolved, part) == getattr(parent, part)
    assert [one for one in differences(parent, resolved) if one.section != "规则集"] == []


@given(PARENTS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_saying_everything_again_in_the_same_words_changes_nothing(parent: Ruleset) -> None:
    said = {part: getattr(parent, part) for part in PARTS[:6]}
    resolved, findings = inherit(child_of(parent, **said), parent)
    assert [one.code for one in findings] == []
    for part in PARTS[:6]:
        assert getattr(resolved, part) == getattr(parent, part)


@given(PARENTS, st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_cancelled_is_gone_and_its_code_is_never_given_again(
    parent: Ruleset, data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from(parent.checks))
    cancel = Check(gone.code, gone.severity, "", "", change=Change.CANCEL)
    resolved, findings = inherit(child_of(parent, checks=(cancel,)), parent)
    assert findings == ()
    assert [one.code for one in resolved.checks] == [
        one.code for one in parent.checks if one.code != gone.code
    ]
    grandchild = evolve(child_of(resolved, checks=(gone,)), id="丙地-2026")
    again, wrong = inherit(grandchild, resolved)
    assert [one.code for one in wrong] == ["R17"]
    assert gone.code in again.retired


@given(PARENTS, st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_changed_method_keeps_what_is_not_said_and_never_the_source(
    parent: Ruleset, data: st.DataObject
) -> None:
    above = data.draw(st.sampled_from(parent.scoring.methods))
    share = Decimal("0.5") if above.cap != Decimal("0.5") else Decimal("0.6")
    change = Method(above.name, cap=share, change=Change.MODIFY)
    resolved, findings = inherit(child_of(parent, scoring=Scoring(methods=(change,))), parent)
    assert findings == ()
    found = resolved.scoring.method(above.name)
    assert found is not None
    assert found.cap == share
    assert found.cite is None or not found.cite.verified
    assert found.cite == (None if parent.cite is None else evolve(parent.cite, stated=False))
    kept = {one.name for one in fields(Method)} - {"cap", "cite", "change", "origin"}
    assert {name: getattr(found, name) for name in kept} == {
        name: getattr(above, name) for name in kept
    }


def roots_of(parent: Ruleset) -> list[tuple[str, IndicatorRule]]:
    return [
        (tree.tables[0], root)
        for tree in parent.trees
        for root in tree.roots
        if not any(root.name in other.aliases for other in tree.roots)
    ]


@given(PARENTS.filter(lambda one: bool(roots_of(one))), st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_changed_weight_replaces_the_weight_and_keeps_the_rest(
    parent: Ruleset, data: st.DataObject
) -> None:
    table, above = data.draw(st.sampled_from(roots_of(parent)))
    change = IndicatorRule(1, above.name, weight=Decimal("77.7"), change=Change.MODIFY)
    child = child_of(parent, trees=(Tree((table,), (change,)),))
    resolved, findings = inherit(child, parent)
    assert findings == ()
    found = next(one for one in resolved.roots(table) if one.name == above.name)
    assert (found.weight, found.weight_filled) == (Decimal("77.7"), False)
    assert found.cite is not None
    assert not found.cite.verified
    for name in ("demand", "kinds", "units", "expected", "methods", "aliases", "children"):
        assert getattr(found, name) == getattr(above, name)
    others = {name for tree in parent.trees for name in tree.tables} - {table}
    for other in others:
        assert resolved.roots(other) == parent.roots(other)


@given(PARENTS.filter(lambda one: bool(roots_of(one))), st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_keeping_a_level_changes_nothing_and_cancelling_it_takes_all_below(
    parent: Ruleset, data: st.DataObject
) -> None:
    table, above = data.draw(st.sampled_from(roots_of(parent)))
    for change in (Change.KEEP, Change.CANCEL):
        said = IndicatorRule(1, above.name, change=change)
        resolved, findings = inherit(child_of(parent, trees=(Tree((table,), (said,)),)), parent)
        assert findings == ()
        kept = [one.name for one in resolved.roots(table)]
        expected = [one.name for one in parent.roots(table)]
        if change is Change.CANCEL:
            expected.remove(above.name)
        assert kept == expected


@given(PARENTS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_changed_grades_take_their_source_from_the_child(parent: Ruleset) -> None:
    change = Bands(Decimal(90), change=Change.MODIFY)
    resolved, findings = inherit(child_of(parent, bands=change), parent)
    assert findings == ()
    assert resolved.bands is not None
    assert parent.bands is not None
    assert (resolved.bands.full, resolved.bands.rows) == (Decimal(90), parent.bands.rows)
    assert resolved.bands.cite is None or not resolved.bands.cite.verified


@given(PARENTS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_resolved_text_reads_as_the_same_rules(parent: Ruleset) -> None:
    text = format_ruleset(evolve(parent, inherits=None))
    again, findings = parse(text)
    assert again is not None, findings
    resolved = rooted(again)[0]
    for part in PARTS[:6]:
        assert getattr(resolved, part) == getattr(parent, part)


@pytest.mark.parametrize("name", Library.default().ids())
def test_the_resolved_text_of_a_shipped_ruleset_needs_no_parent(name: str) -> None:
    rules = Library.default().load(name)
    again, findings = parse(format_ruleset(evolve(rules, inherits=None)))
    assert again is not None, findings
    resolved = rooted(again)[0]
    for part in PARTS[:6]:
        assert getattr(resolved, part) == getattr(rules, part)


def test_a_check_keeps_the_id_of_the_ruleset_that_wrote_it() -> None:
    rules = Library.default().load("江苏南通-2025")
    assert {one.code: one.written_in for one in rules.checks}["C02"] == "财政部-2020"
    assert {one.code: one.written_in for one in rules.checks}["N02"] == "江苏南通-2025"
    above = rules.checks[0]
    change = Check(above.code, above.severity, "换个说法", "", change=Change.MODIFY)
    changed, _ = inherit(child_of(rules, checks=(evolve(change, written_in="乙地-2025"),)), rules)
    assert (changed.checks[0].title, changed.checks[0].written_in) == ("换个说法", above.written_in)


@pytest.mark.parametrize(
    ("child", "parent", "what"),
    [
        (
            (date(2024, 1, 1), None),
            (date(2025, 1, 1), None),
            "早于上级“甲-2025”的生效日期 2025-01-01",
        ),
        (
            (date(2026, 1, 1), None),
            (date(2025, 1, 1), date(2025, 12, 31)),
            "上级“甲-2025”已于 2025-12-31 失效",
        ),
        ((date(2025, 6, 1), None), (date(2025, 1, 1), date(2025, 12, 31)), ""),
    ],
)
def test_a_child_is_in_force_while_its_parent_is(
    child: tuple[date, date | None], parent: tuple[date, date | None], what: str
) -> None:
    above = Ruleset("甲-2025", "甲", effective=parent)
    _, findings = inherit(Ruleset("乙-2025", "乙", inherits="甲-2025", effective=child), above)
    assert [dict(one.context)["what"] for one in findings] == ([what] if what else [])
