"""【词汇】: the scales of grades, other words for them, units of its own and named expressions."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import field, frozen

from jixiao.rules.changes import Change
from jixiao.source import Origin
from jixiao.units import Quantity, parse_unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.expressions import Expression

__all__ = ["Phrase", "Scale", "Synonym", "UnitRule", "Vocabulary"]


@frozen
class Scale:
    """等级: grades of one property, best first."""

    name: str
    grades: tuple[str, ...]
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class Synonym:
    """同义: other words for a grade."""

    word: str
    others: tuple[str, ...]
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class UnitRule:
    """单位: names of one unit, and what one of it is in a known unit."""

    names: tuple[str, ...]
    factor: Decimal | None = None
    base: str | None = None
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class Phrase:
    """短语: a name for an expression."""

    name: str
    expression: Expression
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class Vocabulary:
    """【词汇】."""

    scales: tuple[Scale, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    units: tuple[UnitRule, ...] = ()
    phrases: tuple[Phrase, ...] = ()

    def scale(self, name: str) -> Scale | None:
        """The scale of that name."""
        return next((one for one in self.scales if one.name == name), None)

    def quantities(self) -> Mapping[str, Quantity]:
        """What one of each 单位 is, by every name of it: in a known unit, else one of itself.

        >>> from decimal import Decimal
        >>> words = Vocabulary(units=(UnitRule(("担",), Decimal(50), "千克"),))
        >>> str(words.quantities()["担"])
        '50千克'
        """
        return {
            name: Quantity(
                Decimal(1) if one.factor is None else one.factor, parse_unit(one.base or name)
            )
            for one in self.units
            for name in one.names
        }

    def grade(self, word: str) -> str:
        """The grade a word stands for: itself unless it is declared a synonym."""
        return next((one.word for one in self.synonyms if word in one.others), word)
