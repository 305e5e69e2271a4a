"""What is known while one indicator is scored: the ruleset, the functions, the surroundings."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import field, frozen

from jixiao.expressions import Expression, Result, Undetermined, evaluate
from jixiao.periods import closed_months, due_share
from jixiao.rules.names import MONEY_NAMES, SCORING_NAMES
from jixiao.units import Quantity, as_decimal, parse_unit
from jixiao.values import NO_CONTEXT, Actual, Comparison, Context, Note, Value, doubt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.expressions import Function, Scope
    from jixiao.rules import IndicatorRule, Ruleset
    from jixiao.scoring.steps import Step

__all__ = ["Assessment", "Case", "Subject", "why_not"]


@frozen
class Case:
    """One way in which target and actual can be read together.

    `met` is None where not even this reading says it; `grades` are the 达成程度 it allows.
    """

    met: bool | None
    completion: Fraction | None = None
    completion_text: str | None = None
    target: Fraction | None = None
    actual: Fraction | None = None
    grades: tuple[str, ...] = ()


@frozen
class Assessment:
    """All readings of one indicator, why they are more than one, and the steps that led there.

    Without any case nothing can be reckoned; `verdict` then still may be known. `between` says
    that every figure between those of the cases is possible too.
    """

    cases: tuple[Case, ...] = ()
    reasons: tuple[Note, ...] = ()
    steps: tuple[Step, ...] = ()
    kinds: tuple[str, ...] = ()
    direction: str | None = None
    met: bool | None = None
    between: bool = False
    partial: bool = False
    """Several requirements of which some failed: rates are those of the parts already."""


@frozen(eq=False)
class Subject:
    """One indicator and all that its score may depend on."""

    target: Value
    actual: Actual
    rules: Ruleset
    functions: Mapping[str, Function]
    context: Context = NO_CONTEXT
    name: str = ""
    direction: str | None = None
    rule: IndicatorRule | None = None
    money_unit: str = "元"
    names: tuple[tuple[str, Result], ...] = field(default=(), repr=False)
    """Further names of the scope: what was filed beside the row."""
    table: Scope | None = field(default=None, repr=False)
    """The names of the table: its items, its blocks of money, its plan."""

    def evaluate(self, expression: Expression, **figures: Result | None) -> Result:
        """What an expression of the ruleset yields for this indicator.

        `figures` are names of the scope for this evaluation; None stands for not known.
        """
        units = self.rules.vocabulary.quantities()
        return evaluate(expression, _Scope(self, figures), self.functions, units=units)

    @property
    def year(self) -> int | None:
        """The year of the table, else of the evaluation where it is clear."""
        return self.context.budget_year

    def named(self, name: str) -> Quantity | None:
        """A figure that the surroundings know by name: of the money, else of the table."""
        figure = dict(self.context.money).get(name)
        if figure is not None or self.table is None:
            return figure
        match self.table.lookup((name,)):
            case Comparison(quantity=quantity):
                return quantity
            case Fraction() as number:
                exact = as_decimal(number)
                return None if exact is None else Quantity(exact, parse_unit(self.money_unit))
            case _:
                return None

    def due(self) -> Fraction | None:
        """The share of the year that is due at the date of evaluation; None without a date."""
        if self.context.as_of is None:
            return None
        year, as_of = self.context.year, self.context.as_of
        if not self.context.plan and year is not None and as_of.year != year:
            return Fraction(1 if as_of.year > year else 0)
        return due_share(as_of, self.context.plan)


class _Scope:
    """The names of 得分率, 得分, 扣减, 分档 and 完成率."""

    __slots__ = ("_depth", "_figures", "_subject")

    def __init__(
        self, subject: Subject, figures: Mapping[str, Result | None], depth: int = 0
    ) -> None:
        self._subject = subject
        self._figures = figures
        self._depth = depth

    def lookup(self, parts: tuple[str, ...]) -> object:  # noqa: PLR0911 - a source each
        name = ".".join(parts)
        if name in self._figures:
            found = self._figures[name]
            return Undetermined("missing", name) if found is None else found
        subject = self._subject
        if name == "金额单位":
            return subject.money_unit
        if name == "已结束月数":
            as_of = subject.context.as_of
            return Undetermined("missing", name) if as_of is None else closed_months(as_of)
        if name == "年内进度":
            due = None if subject.context.as_of is None else due_share(subject.context.as_of)
            return Undetermined("missing", name) if due is None else due
        for known, value in subject.names:
            if known == name:
                return value
        for known, amount in subject.context.money:
            if known == name:
                return _money(Fraction(amount.number) * Fraction(amount.unit.factor), subject)
        return self._phrase(name, parts)

    def _phrase(self, name: str, parts: tuple[str, ...]) -> object:
        phrases = self._subject.rules.vocabulary.phrases
        phrase = next((one for one in phrases if one.name == name), None)
        if phrase is None or self._depth > _PHRASES:
            table = self._subject.table
            found = Undetermined("unknown", name) if table is None else table.lookup(parts)
            lacking = found is None or (
                isinstance(found, Undetermined) and found.reason == "unknown" and name in _KNOWN
            )
            return Undetermined("missing", name) if lacking else found
        inner = _Scope(self._subject, self._figures, self._depth + 1)
        units = self._subject.rules.vocabulary.quantities()
        return evaluate(phrase.expression, inner, self._subject.functions, units=units)


_PHRASES = 8
"""How deep phrases may stand for phrases."""

_KNOWN = frozenset({*SCORING_NAMES, *MONEY_NAMES, "基期值", "资金总额", "资金支出计划"})
"""Names of the language whose figure is missing here, not whose meaning is unknown."""


def _money(base: Fraction, subject: Subject) -> Fraction:
    unit = parse_unit(subject.money_unit)
    return base / Fraction(unit.factor or Decimal(1))


def why_not(undetermined: Undetermined, method: str = "") -> Note:
    """The reason in our words for an expression that yields nothing."""
    match undetermined.reason:
        case "zero_division":
            return doubt("E47", name=undetermined.name)
        case "unknown":
            return doubt("E60", name=undetermined.name, method=method)
        case _:
            return doubt("E46", name=undetermined.name)
