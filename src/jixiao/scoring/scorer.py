"""A chosen method brought to all readings of an indicator: points, judgement, clause, steps."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.intervals import End, Interval
from jixiao.scoring.choosing import Chosen, needs_actual
from jixiao.scoring.figures import Points, exact_text, percent_text, rounded
from jixiao.scoring.methods import Applied, applied, ends_of, reason_required
from jixiao.scoring.rounding import item_rounding
from jixiao.scoring.steps import Step, step
from jixiao.scoring.subject import Assessment, Case, Subject
from jixiao.units import decimal_text
from jixiao.values import doubt

if TYPE_CHECKING:
    from jixiao.rules import Method
    from jixiao.scoring.result import IndicatorScore
    from jixiao.values import Status

__all__ = ["STATUS", "Scorer", "left_open"]

STATUS: dict[bool | None, Status] = {True: "met", False: "not_met", None: "undetermined"}


def left_open(base: IndicatorScore, weight: Decimal) -> IndicatorScore:
    """Anything between nothing and the weight."""
    return evolve(
        base,
        points=Points(Decimal(0), weight),
        exact=(Fraction(0), Fraction(weight)),
        steps=(*base.steps, step("E85", decimal_text(weight))),
    )


@frozen(eq=False)
class Scorer:
    """A method about to be applied to all cases of an indicator."""

    subject: Subject
    chosen: Chosen
    weight: Decimal
    judgement: Fraction | None
    explained: str | None

    @property
    def method(self) -> Method:
        """The method."""
        return self.chosen.method

    def score(self, base: IndicatorScore, found: Assessment) -> IndicatorScore:
        """The base with points, steps, clauses and notes."""
        base = evolve(base, method=self.method.name, steps=(*base.steps, self._method_step()))
        base = self._cited(base)
        cases = found.cases or self._without_cases(found)
        if not cases:
            return left_open(base, self.weight)
        weight = Fraction(self.weight)
        results = [self._apply(found, one) for one in cases]
        open_grade = any(one.code == "E45" for one in base.reasons)
        reasons = tuple(
            why for one in results for why in one.reasons if not (open_grade and why.code == "E44")
        )
        base = evolve(base, reasons=tuple(dict.fromkeys((*base.reasons, *reasons))))
        if any(not one.points for one in results):
            return left_open(base, self.weight)
        base = self._explained(base, cases)
        steps = tuple(dict.fromkeys(each for one in results for each in one.steps))
        base = evolve(base, steps=(*base.steps, *steps))
        if self.judgement is not None:
            judged = self._judged(base, found, cases, results)
            if judged is not None:
                return judged
            base = self._out_of_band(base, results)
        low, high = ends_of(tuple(each for one in results for each in one.points), weight)
        rate = results[0].rate if len({one.rate for one in results}) == 1 else None
        return self._pointed(base, low, high, rate)

    def _without_cases(self, found: Assessment) -> tuple[Case, ...]:
        """A method that needs no figure of the row is applied all the same."""
        return () if needs_actual(self.method) else (Case(met=found.met),)

    def _method_step(self) -> Step:
        cite = None if self.method.cite is None else str(self.method.cite)
        kind = {"kind": self.chosen.kind} if self.chosen.kind else {}
        return step("E77", self.method.name, cite=cite, why=self.chosen.why, **kind)

    def _cited(self, base: IndicatorScore) -> IndicatorScore:
        """The clause; a method without one is 待核 and said to stand in the ruleset only."""
        cite = self.method.cite
        text = f"规则集 {self.subject.rules.id}“{self.method.name}”（待核）"
        return evolve(base, cites=(text if cite is None else str(cite),))

    def _apply(self, found: Assessment, case: Case) -> Applied:
        weight = Fraction(self.weight)
        if found.partial and case.completion is not None:
            # rates of the parts are already what the parts are worth: no second formula
            share = min(max(case.completion, Fraction(0)), Fraction(1))
            return Applied(
                (Interval(End(share * weight), End(share * weight)),), rate=case.completion_text
            )
        return applied(self.method, case, self.subject, weight)

    def _explained(self, base: IndicatorScore, cases: tuple[Case, ...]) -> IndicatorScore:
        weight = Fraction(self.weight)
        asked = all(reason_required(self.method, one, self.subject, weight) for one in cases)
        if not asked or (self.explained or "").strip():
            return base
        note = doubt("E20", actual=base.actual or "", target=base.target, method=self.method.name)
        return evolve(base, notes=(*base.notes, note))

    def _judged(
        self,
        base: IndicatorScore,
        found: Assessment,
        cases: tuple[Case, ...],
        results: list[Applied],
    ) -> IndicatorScore | None:
        """The points of the assessor's rate, where some case allows it."""
        rate = self.judgement
        if rate is None:
            return None
        points = rate * Fraction(self.weight)
        fitting = [
            case
            for case, one in zip(cases, results, strict=True)
            if any(points in each for each in one.points)
        ]
        if not fitting and found.between:
            low, high = ends_of(
                tuple(each for one in results for each in one.points), Fraction(self.weight)
            )
            fitting = list(cases) if low <= points <= high else []
        if not fitting:
            return None
        verdicts = {one.met for one in fitting}
        met = verdicts.pop() if len(verdicts) == 1 else None
        open_codes = {"E44", "E45", "E43", "E41", "E42", "E56", "E61"}
        kept = tuple(one for one in base.reasons if one.code not in open_codes or met is None)
        given = step("E81", percent_text(rate))
        base = evolve(base, verdict=STATUS[met], reasons=kept, steps=(*base.steps, given))
        return self._pointed(base, points, points, exact_text(rate))

    def _out_of_band(self, base: IndicatorScore, results: list[Applied]) -> IndicatorScore:
        weight = Fraction(self.weight)
        if self.judgement is None:
            return base
        bands = []
        for one in results:
            low, high = ends_of(one.points, weight)
            fixed = percent_text(low / weight) if weight else "0%"
            bands.append(fixed if low == high else one.rate or fixed)
        note = doubt(
            "E08",
            rate=percent_text(self.judgement),
            method=self.method.name,
            band=" 或 ".join(dict.fromkeys(bands)),
        )
        return evolve(base, notes=(*base.notes, note))

    def _pointed(
        self, base: IndicatorScore, low: Fraction, high: Fraction, rate: str | None
    ) -> IndicatorScore:
        rounding, of_items = item_rounding(self.subject.rules)
        points = Points(rounded(low, rounding), rounded(high, rounding))
        exact = exact_text(low) if low == high else f"{exact_text(low)}～{exact_text(high)}"
        off = " - 扣减" if any(one.code == "E80" for one in base.steps) else ""
        certain = rate is not None and low == high and not off
        formula = f"{decimal_text(self.weight)} × {rate}" if certain else f"分值 × 得分率{off}"
        how = "E125" if not of_items else "E111" if rounding.cut else "E110"
        done = step(
            "E79",
            str(points),
            formula=formula,
            cite=base.cites[0] if base.cites else None,
            exact=exact,
            rounding=how,
            digits=str(rounding.digits),
        )
        return evolve(base, points=points, exact=(low, high), steps=(*base.steps, done))
