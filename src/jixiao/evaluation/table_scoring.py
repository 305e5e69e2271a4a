"""One table scored: its leaves, weights, actuals and money become a list of indicator scores."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from jixiao.evaluation.deciding import deciding
from jixiao.evaluation.given import TableInput
from jixiao.evaluation.grading import Total, reachable, totalled
from jixiao.evaluation.leaves import column_of_role
from jixiao.evaluation.money import money_of
from jixiao.evaluation.row_scoring import RowScorer
from jixiao.evaluation.table_score import TableScore
from jixiao.evaluation.weights import weigh
from jixiao.findings import finding, fold_repeats
from jixiao.scoring.figures import exact_text
from jixiao.scoring.rounding import item_rounding
from jixiao.scoring.steps import step
from jixiao.units import decimal_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jixiao.evaluation.weights import Weighed
    from jixiao.findings import Finding
    from jixiao.rules import Bands
    from jixiao.scoring import IndicatorScore
    from jixiao.scoring.steps import Step

__all__ = ["TableInput", "score_table"]


def score_table(given: TableInput) -> tuple[TableScore, tuple[Finding, ...]]:
    """The table's score, and what is to be said about it."""
    return _TableScorer(given).score()


class _TableScorer:
    """The state of scoring one table: its money and the findings so far."""

    def __init__(self, given: TableInput) -> None:
        self.given = given
        self.table = given.table
        merging = bool(given.rules.scoring.merges)
        self.money = money_of(given.table, given.funding, merging=merging)
        self.findings: list[Finding] = list(self.money.findings)

    def score(self) -> tuple[TableScore, tuple[Finding, ...]]:
        given, table = self.given, self.table
        weighed = self._weights()
        rows = RowScorer(given, self.money)
        scores = tuple(
            rows.score(leaf, weight)
            for leaf, weight in zip(given.leaves, weighed.weights, strict=True)
        )
        self.findings += _folded(rows.findings)
        self._say_missing(scores)
        inferred = any(one.inferred for one in weighed.weights)
        total, scale, steps = self._total(scores)
        self._say_empty(weighed, total)
        bands = self._bands(total, inferred=inferred)
        result = TableScore(
            name=table.name,
            unit=table.unit,
            index=table.index,
            indicators=scores,
            total=total,
            grades=reachable(total.points, bands),
            inferred=inferred,
            column=given.column,
            code=table.code,
            steps=steps,
            deciding=deciding(scores, lambda some: totalled(some, given.rules, scale), bands),
        )
        return result, tuple(self.findings)

    def _weights(self) -> Weighed:
        given = self.given
        filed = {place: row.weight for place, row in given.rows.items() if row.weight is not None}
        self._refuse_negative(filed)
        weighed = weigh(
            given.leaves,
            given.rules.roots(self.table.kind),
            self.table.where(),
            filed=filed,
            given=given.weights,
        )
        self.findings += weighed.findings
        return weighed

    def _refuse_negative(self, filed: Mapping[int, Decimal]) -> None:
        for place, weight in filed.items():
            if weight < 0:
                leaf = next(one for one in self.given.leaves if one.place == place)
                where = self.given.where(leaf)
                self.findings.append(finding("E07", where, weight=decimal_text(weight)))

    # ── the total ─────────────────────────────────────────────────────────────

    def _total(
        self, scores: tuple[IndicatorScore, ...]
    ) -> tuple[Total, Fraction, tuple[Step, ...]]:
        """The total; where something does not apply, out of the rest or scaled up, as is said."""
        rules = self.given.rules
        out_of = _weight_of(one for one in scores if one.points is not None)
        left_out = [
            one
            for one in scores
            if one.weight is not None and any(why.code == "E62" for why in one.reasons)
        ]
        lost = _weight_of(left_out)
        scale = Fraction(1)
        if lost and out_of and rules.scoring.rescales:
            scale = Fraction(out_of + lost) / Fraction(out_of)
        points = totalled(scores, rules, scale)
        if not lost:
            return Total(points.low, points.high, out_of), scale, ()
        whole = out_of + lost if scale != 1 else out_of
        names = "、".join(one.level3 for one in left_out)
        where, weight, full = self.table.where(), decimal_text(lost), decimal_text(whole)
        self.findings.append(
            finding("E29", where, indicator=names, weight=weight, out_of=full)
            if scale == 1
            else finding("E30", where, indicator=names, weight=weight, full=full)
        )
        return Total(points.low, points.high, whole), scale, (self._step(scores, scale, whole),)

    def _step(self, scores: tuple[IndicatorScore, ...], scale: Fraction, whole: Decimal) -> Step:
        rules = self.given.rules
        plain, points = totalled(scores, rules), totalled(scores, rules, scale)
        if scale == 1:
            return step("E94", str(points), out_of=decimal_text(whole))
        rounding, _ = item_rounding(rules)
        return step(
            "E93",
            str(points),
            formula=f"{plain} × {exact_text(scale)}",
            rounding="E111" if rounding.cut else "E110",
            digits=str(rounding.digits),
            full=decimal_text(whole),
        )

    def _say_empty(self, weighed: Weighed, total: Total) -> None:
        for level, weight in weighed.empty:
            self.findings.append(
                finding(
                    "E12",
                    self.table.where(),
                    level=level,
                    weight=decimal_text(weight),
                    out_of=decimal_text(total.out_of),
                )
            )

    def _bands(self, total: Total, *, inferred: bool) -> Bands | None:
        """The bands by which a grade is given; None, with a finding, where none is."""
        given, bands = self.given, self.given.rules.bands
        where = self.table.where()
        if total.out_of == 0:
            self.findings.append(finding("E25", where))
            return None
        if inferred and not given.accept_inferred and given.weights is None:
            self.findings.append(finding("E18", where))
            return None
        if bands is not None and total.out_of != bands.full:
            self.findings.append(
                finding(
                    "E17",
                    where,
                    out_of=decimal_text(total.out_of),
                    full=decimal_text(bands.full),
                )
            )
            return None
        return bands

    def _say_missing(self, scores: tuple[IndicatorScore, ...]) -> None:
        """Missing actuals once per table; a table without any actual once as a whole."""
        given = self.given
        missing = [
            given.where(leaf)
            for leaf, one in zip(given.leaves, scores, strict=True)
            if any(why.code == "E40" for why in one.reasons)
        ]
        if not missing:
            return
        if not given.rows and not given.funding and column_of_role(self.table, "实际值") is None:
            self.findings.append(finding("E10", self.table.where()))
            return
        self.findings += fold_repeats(finding("E11", where) for where in missing)


def _weight_of(scores: Iterable[IndicatorScore]) -> Decimal:
    return sum((one.weight for one in scores if one.weight is not None), Decimal(0))


def _folded(findings: Iterable[Finding]) -> list[Finding]:
    """The findings of the rows; what is asked of several rows alike is asked once."""
    groups: dict[tuple[str, tuple[tuple[str, str], ...]], list[Finding]] = {}
    for one in findings:
        groups.setdefault((one.code, one.context), []).append(one)
    return [folded for (code, _), group in groups.items() for folded in _one_of(code, tuple(group))]


def _one_of(code: str, group: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return fold_repeats(group) if code == "E33" else group
