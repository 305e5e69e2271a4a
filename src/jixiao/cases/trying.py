"""A case tried: what the ruleset makes of it, held against what is expected."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.cases.expecting import VERDICTS, listed
from jixiao.cases.figures import interval_of, rate_of, shown_rate
from jixiao.cases.indicator import scored
from jixiao.cases.inputs import given_by
from jixiao.cases.small_table import built_table
from jixiao.checking import check_table
from jixiao.evaluation.grading import reachable
from jixiao.scoring import Points
from jixiao.scoring.figures import exact_text, percent_text
from jixiao.source import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.cases.model import Case, Item
    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.scoring import IndicatorScore

__all__ = ["Difference", "Outcome", "try_case"]

_WORDS = {verdict: word for word, verdict in VERDICTS.items()}
_NONE = "无"


@frozen
class Difference:
    """One expectation that did not come true."""

    key: str
    expected: str
    computed: str


@frozen(eq=False)
class Outcome:
    """What a case came to: what differs, and what there is to show for it.

    `score` is that of an indicator, `findings` those of a table.
    """

    case: Case
    differences: tuple[Difference, ...] = ()
    score: IndicatorScore | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether everything came out as expected."""
        return not self.differences


def try_case(case: Case, rules: Ruleset) -> Outcome:
    r"""The outcome of a case by a ruleset.

    >>> from jixiao.cases import read_cases
    >>> from jixiao.library import Library
    >>> rules = Library.default().load("财政部-2020")
    >>> text = "名称：一\n输入：指标值 ≥98%，实际完成值 95%，分值 10\n期望：得分 9.7"
    >>> try_case(read_cases(text, rules).cases[0], rules).differences
    (Difference(key='得分', expected='9.7', computed='9.69'),)
    """
    form = None if case.table is None else rules.table(case.table)
    if form is not None:
        findings = check_table(built_table(case, rules, form), rules)
        return Outcome(case, tuple(_of_findings(case, rules, findings)), findings=findings)
    total = given_by(case, rules).total
    if total is not None:
        return Outcome(case, tuple(_of_total(case, rules, Points(*total))))
    score = scored(case, rules)
    return Outcome(case, tuple(_of_score(case, score)), score)


def _of_total(case: Case, rules: Ruleset, points: Points) -> Iterator[Difference]:
    grades = reachable(points, rules.bands)
    for item in case.expected:
        if set(listed(item.text)) != set(grades):
            yield Difference(item.key, item.text, "、".join(grades) or _NONE)


def _of_score(case: Case, score: IndicatorScore) -> Iterator[Difference]:
    for item in case.expected:
        if item.key in ("问题", "没有问题"):
            yield from _held(item, tuple(one.code for one in score.notes))
            continue
        computed = _computed(item, score)
        if computed is not None:
            yield Difference(item.key, item.text or item.key, computed)


def _computed(item: Item, score: IndicatorScore) -> str | None:
    """What came out in place of what was expected; None where it is the same."""
    points = score.points
    match item.key:
        case "得分":
            wanted = interval_of(item.text)
            same = points is not None and (points.low, points.high) == wanted
            return None if same else "不计分" if points is None else str(points)
        case "得分率":
            return _rate(item, score)
        case "方法":
            return None if score.method == item.text else score.method or _NONE
        case "不计分":
            return None if points is None else f"得分 {points}"
        case _:
            verdict = _WORDS[score.verdict]
            return None if verdict == item.key else verdict


def _rate(item: Item, score: IndicatorScore) -> str | None:
    wanted = rate_of(item.text)
    if wanted is None or score.exact is None or not score.weight:
        return _NONE
    low, high = (end / Fraction(score.weight) for end in score.exact)
    if low != high:
        return f"{percent_text(low)}～{percent_text(high)}"
    if shown_rate(low, wanted[1]) == wanted[0]:
        return None
    return exact_text(low) if wanted[1] is None else percent_text(low)


def _of_findings(case: Case, rules: Ruleset, findings: tuple[Finding, ...]) -> Iterator[Difference]:
    found = tuple(one.code.rpartition("/")[2] for one in findings)
    checks = frozenset(one.code for one in rules.checks)
    for item in case.expected:
        yield from _held(item, found, checks)


def _held(
    item: Item, found: tuple[str, ...], checks: frozenset[str] = frozenset()
) -> Iterator[Difference]:
    """问题 must be among what was found, 没有问题 must not; alone it speaks of all own checks."""
    codes = tuple(fold(code) for code in listed(item.text))
    shown = "、".join(dict.fromkeys(found)) or _NONE
    if item.key == "问题":
        if not set(codes) <= set(found):
            yield Difference(item.key, item.text, shown)
    elif set(codes or checks or found) & set(found):
        yield Difference(item.key, item.text or _NONE, shown)
