"""The lamp of something monitored, by the ruleset's methods whose 分档 gives a 灯.

In such a table 完成率 is the progress (实际值 ÷ 应达值), 目标值 the target of the year; 是否达成 is
known of limits and days only, 达成程度 of words only, so that of several lamps the one applies
whose inputs are known. A child's lamps come before those it inherits.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.expressions import Name, Undetermined
from jixiao.scoring.bands import holds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jixiao.expressions import Result
    from jixiao.rules import DecisionTable, Method, Ruleset
    from jixiao.scoring.subject import Subject

__all__ = ["Lamp", "calls_for_a_reason", "lamp_by", "lamp_methods", "worst"]

_LAMP = "灯"
_ORDER = ("红", "黄", "绿", "蓝")
_FINE = frozenset({"绿", "蓝"})


@frozen
class Lamp:
    """A lamp, the method that gave it, and the clause behind that."""

    word: str
    method: str
    cite: str | None


def lamp_methods(rules: Ruleset) -> tuple[Method, ...]:
    """The lamps of a ruleset, its own before the inherited ones, each file's in its order."""
    lamps = [
        one for one in rules.scoring.methods if one.table is not None and one.table.result == _LAMP
    ]
    files = list(dict.fromkeys(one.origin.file for one in lamps))
    return tuple(sorted(lamps, key=lambda one: -files.index(one.origin.file)))


def lamp_by(
    subject: Subject, facts: Mapping[str, Result | None], kinds: tuple[str, ...]
) -> Lamp | None:
    """The lamp of the first method that is for one of the kinds and whose inputs are known."""
    figures = dict(facts)
    ratio = figures.get("完成率")
    if isinstance(ratio, Fraction):
        figures["偏离度"] = max(ratio - 1, Fraction(0))
    for method in _for_kinds(lamp_methods(subject.rules), kinds):
        table = method.table
        if table is None:
            continue
        inputs = [
            subject.evaluate(Name(tuple(name.split("."))), **figures) for name in table.inputs
        ]
        if any(isinstance(one, Undetermined) for one in inputs):
            continue
        word = _word(table, inputs)
        if word is not None:
            return Lamp(word, method.name, None if method.cite is None else str(method.cite))
    return None


def _for_kinds(methods: Iterable[Method], kinds: tuple[str, ...]) -> Iterator[Method]:
    """Those that name the nearest kind first, then the next, with those for all in their place."""
    held = tuple(methods)
    seen: set[str] = set()
    for kind in kinds:
        for one in held:
            fits = not one.kinds or any(each.kind == kind for each in one.kinds)
            if fits and one.name not in seen:
                seen.add(one.name)
                yield one


def _word(table: DecisionTable, inputs: list[Result]) -> str | None:
    for row in table.rows:
        answers = [holds(cell, one) for cell, one in zip(row.cells[:-1], inputs, strict=True)]
        if all(one is True for one in answers):
            return row.cells[-1][0][0].word
    return None


def calls_for_a_reason(lamp: str) -> bool:
    """Whether a lamp is one that has to be explained.

    >>> calls_for_a_reason("黄"), calls_for_a_reason("蓝灯")
    (True, False)
    """
    return lamp.removesuffix(_LAMP) not in _FINE


def worst(lamps: Iterable[str | None]) -> str | None:
    """The worst of several lamps, by 红 黄 绿 蓝; None where there is none of these.

    >>> worst(["绿", None, "黄", "蓝"])
    '黄'
    """
    known = [one for one in lamps if one is not None and one.removesuffix(_LAMP) in _ORDER]
    return min(known, key=lambda one: _ORDER.index(one.removesuffix(_LAMP)), default=None)
