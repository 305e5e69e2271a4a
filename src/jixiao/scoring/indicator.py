"""One indicator scored: from target, actual and weight to verdict, points and steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.scoring.assessing import assess
from jixiao.scoring.choosing import chosen_method, needs_actual
from jixiao.scoring.figures import percent_text
from jixiao.scoring.kinds import kinds_of
from jixiao.scoring.own_units import in_own_units, spelled_out
from jixiao.scoring.result import IndicatorScore
from jixiao.scoring.scorer import STATUS, Scorer, left_open
from jixiao.scoring.steps import Step, step
from jixiao.scoring.subject import Assessment, Subject
from jixiao.scoring.wording import with_grades
from jixiao.units import decimal_text
from jixiao.values import NO_CONTEXT, Absent, Actual, Context, Value, doubt

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal
    from fractions import Fraction

    from jixiao.expressions import Function, Result, Scope
    from jixiao.rules import IndicatorRule, Ruleset

__all__ = ["inapplicable", "score_indicator"]


def inapplicable(target: Value, actual: Actual) -> bool:
    """Whether the target or the actual says that the indicator does not apply (不适用)."""
    return any(
        isinstance(one, Absent) and one.reason == "not_applicable" for one in (target, actual.value)
    )


def score_indicator(  # noqa: PLR0913 - all that a score may depend on, by name
    target: Value,
    actual: Actual,
    weight: Decimal | None,
    rules: Ruleset,
    *,
    name: str = "",
    level1: str = "",
    level2: str = "",
    rule: IndicatorRule | None = None,
    method: str | None = None,
    direction: str | None = None,
    context: Context = NO_CONTEXT,
    judgement: Fraction | None = None,
    explained: str | None = None,
    names: Mapping[str, Result] | None = None,
    functions: Mapping[str, Function] | None = None,
    money_unit: str = "元",
    before: tuple[Step, ...] = (),
    table: Scope | None = None,
) -> IndicatorScore:
    """Score one indicator by a ruleset: verdict, points as an interval, and every step.

    `method` names a method over the ruleset's choice; `direction` is `more` or `less` where a
    column of the table says so; `judgement` is the rate an assessor gave, a fraction of 1;
    `explained` is the reason filed; `names` are further names of the scope, such as the money of
    the table, and `table` is asked for all others. `before` are steps that led to the figures.
    `functions` are those of the ruleset unless others are given. Never raises for the content of
    target and actual.

    Raises:
        UnknownMethodError: the ruleset has no method of that name.

    >>> from decimal import Decimal
    >>> from jixiao.library import Library
    >>> from jixiao.parsing import parse_actual, parse_value
    >>> rules, target = Library.default().load("财政部-2020"), parse_value("≥98%")
    >>> score = score_indicator(target, parse_actual("95%", target), Decimal(10), rules)
    >>> score.verdict, str(score.points), score.cites
    ('not_met', '9.69', ('《项目支出绩效评价管理办法》（财预〔2020〕10号）（待核）',))
    """
    target, actual = in_own_units(target, rules), spelled_out(actual, rules)
    subject = Subject(
        target=target,
        actual=actual,
        rules=rules,
        functions=rules.functions if functions is None else functions,
        context=context,
        name=name,
        direction=direction,
        rule=rule,
        money_unit=money_unit,
        names=tuple((names or {}).items()),
        table=table,
    )
    steps = (*before, _read("E70", target.text, target), _read("E71", actual.text, actual.value))
    base = IndicatorScore(
        target=target.text or str(target),
        actual=actual.text or None,
        weight=weight,
        verdict="undetermined",
        points=None,
        steps=steps,
        level1=level1,
        level2=level2,
        level3=name,
    )
    if inapplicable(target, actual):
        return _left_out(base)
    if isinstance(target, Absent):
        return evolve(base, reasons=(doubt("E49"),))
    kinds = kinds_of(target, rules.vocabulary)
    of_rule = () if rule is None else rule.methods
    chosen = chosen_method(rules, kinds, named=method, of_rule=of_rule)
    if actual.missing and (chosen is None or needs_actual(chosen.method)):
        return _missing(base, judgement)
    found = Assessment() if actual.missing else assess(subject)
    if found.kinds != kinds and found.kinds:
        chosen = chosen_method(rules, found.kinds, named=method, of_rule=of_rule)
    found = with_grades(found, subject)
    base = evolve(
        base,
        verdict=STATUS[found.met],
        reasons=found.reasons,
        steps=(*steps, *found.steps),
        direction=found.direction,
    )
    if weight is None:
        return evolve(base, reasons=(*base.reasons, doubt("E50")))
    if chosen is None:
        kinds = found.kinds or kinds
        why = doubt("E48", kind=kinds[0] if kinds else "")
        return left_open(evolve(base, reasons=(*base.reasons, why)), weight)
    result = Scorer(subject, chosen, weight, judgement, explained).score(base, found)
    clauses = tuple(step("E82", one, cite=one) for one in result.cites)
    return evolve(result, steps=(*result.steps, *clauses))


def _read(code: str, text: str, value: Value) -> Step:
    return step(code, str(value), text=text)


def _left_out(base: IndicatorScore) -> IndicatorScore:
    """不适用: no points, and none lost; the total says what becomes of the weight."""
    told = () if base.weight is None else (step("E92", decimal_text(base.weight)),)
    return evolve(base, reasons=(doubt("E62"),), steps=(*base.steps, *told))


def _missing(base: IndicatorScore, judgement: Fraction | None) -> IndicatorScore:
    notes = () if judgement is None else (doubt("E19", rate=percent_text(judgement)),)
    base = evolve(base, reasons=(doubt("E40"),), notes=notes)
    if base.weight is None:
        return evolve(base, reasons=(*base.reasons, doubt("E50")))
    return left_open(base, base.weight)
