"""Which way an indicator is better, and who says so: its sign, the ruleset, its name, its unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from jixiao.directions import direction_of_name
from jixiao.scoring.steps import Step, step
from jixiao.source import squeeze
from jixiao.units import NO_UNIT, parse_unit
from jixiao.values import Operator

if TYPE_CHECKING:
    from jixiao.rules import IndicatorRule
    from jixiao.units import Quantity

__all__ = ["Facing", "facing_of", "is_time"]

Way = Literal["more", "less", "exact", "unknown"]

_WORDS: dict[Way, tuple[str, str]] = {
    "more": ("正向", "E100"),
    "less": ("反向", "E101"),
    "exact": ("精确", "E103"),
    "unknown": ("未知", "E102"),
}
_NOT_COUNTED = frozenset({"%", "元", "美元", "欧元", "港元", "百分点", "倍", "", "岁"})
_IN_NAME = re.compile(r"\(([^()]+)\)$")
_TIMES = ("秒", "工作日", "月", "天", "小时", "分钟", "年")


@frozen
class Facing:
    """A direction and where it comes from, as a piece of the catalogue with its word."""

    way: Way
    source: str
    word: str = ""

    @property
    def label(self) -> str:
        """正向, 反向, 精确 or 未知."""
        return _WORDS[self.way][0]

    def step(self) -> Step:
        """The step that says it."""
        inputs = {"direction": _WORDS[self.way][1], "source": self.source}
        if self.word:
            inputs["sign" if self.source == "E104" else "word"] = self.word
        return step("E72", self.label, **inputs)


def is_time(quantity: Quantity) -> bool:
    """Whether a quantity is a length of time, of which less or more may be better."""
    return quantity.unit.dimension in _TIMES


def facing_of(  # noqa: PLR0911 - one return a source, in their order
    op: Operator | None,
    quantity: Quantity,
    *,
    name: str = "",
    given: str | None = None,
    rule: IndicatorRule | None = None,
) -> Facing:
    """The direction of a figure: its own sign first, then ruleset, name, unit; else unknown.

    `=` asks for that much or more, unless the name says that less is better or that the very
    figure is meant (发放标准, 编制数); nothing can be at least 0, so 0 is a limit.

    >>> from decimal import Decimal
    >>> from jixiao.units import Quantity, parse_unit
    >>> facing_of(None, Quantity(Decimal(100), parse_unit("%")), name="会议费控制率").way
    'less'
    >>> facing_of(Operator.EQ, Quantity(Decimal(98), parse_unit("%")), name="达标率").way
    'more'
    """
    said = direction_of_name(name)
    if op in (Operator.GE, Operator.GT):
        return Facing("more", "E104", op.sign)
    if op in (Operator.LE, Operator.LT):
        return Facing("less", "E104", op.sign)
    if op is Operator.EQ:
        if said is not None and said.direction != "more":
            return Facing(said.direction, "E106", said.word)
        return Facing("less" if quantity.number == 0 else "more", "E104", op.sign)
    if given in ("more", "less"):
        return Facing("more" if given == "more" else "less", "E108")
    demanded = _demanded(rule)
    if demanded is not None:
        return Facing(demanded, "E105")
    if said is not None:
        return Facing(said.direction, "E106", said.word)
    if quantity.number == 0:
        return Facing("less", "E142")
    counted = _counted(quantity, name)
    if counted is not None:
        return Facing("more", "E107", counted)
    return Facing("unknown", "E109")


def _counted(quantity: Quantity, name: str) -> str | None:
    """The unit that counts something: the value's own, else one in brackets behind the name."""
    unit = quantity.unit
    if unit == NO_UNIT:
        match = _IN_NAME.search(squeeze(name))
        if match is None:
            return None
        unit = parse_unit(match[1])
    counts = unit.known and unit.dimension not in _NOT_COUNTED and unit.dimension not in _TIMES
    return unit.symbol if counts and "/" not in unit.symbol else None


def _demanded(rule: IndicatorRule | None) -> Way | None:
    """What 应为 says of the direction, where it sets one bound."""
    if rule is None or len(rule.expected) != 1 or len(rule.expected[0]) != 1:
        return None
    test = rule.expected[0][0]
    if test.negated or test.number is None:
        return None
    return {"≥": "more", ">": "more", "≤": "less", "<": "less"}.get(test.sign)  # type: ignore[return-value]
