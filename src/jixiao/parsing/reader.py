"""From what the grammar recognised to values: one function for each form of `core`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.lexicon import (
    BASELINES,
    DIRECTIONS,
    FIXED_TRENDS,
    MEANS,
    RATES,
)
from jixiao.parsing.amounts import Doubtful, Piece
from jixiao.parsing.bounds import Measure, operator_of
from jixiao.parsing.measures import measured
from jixiao.parsing.points import day_of_month, months, names_day, point
from jixiao.parsing.wordings import YEAR_BASE
from jixiao.units import Quantity, parse_unit
from jixiao.values.base import Deadline, Operator, Value
from jixiao.values.making import altered
from jixiao.values.numeric import Comparison
from jixiao.values.times import Pace, Period
from jixiao.values.trends import Trend
from jixiao.values.verdicts import doubt
from jixiao.values.words import Qualitative, Reference

if TYPE_CHECKING:
    from collections.abc import Sequence


__all__ = [
    "BASES",
    "against",
    "baseline",
    "changed",
    "due",
    "fixed",
    "nothing",
    "pace",
    "period",
    "recurring",
    "words_value",
]


def words_value(text: str, raw: str = "") -> Qualitative:
    """Words alone, with the number they stand for where they stand for one; `raw` as written."""
    means = MEANS.get(text)
    if means is None:
        return Qualitative(word=text, text=raw)
    number = Decimal(means.strip("=%"))
    return Qualitative(
        word=text,
        text=raw,
        means=Comparison(op=Operator.EQ, quantity=Quantity(number, parse_unit("%"))),
    )


_NEXT_YEAR = ("次年", "明年")


def _deadline(text: str, note: str) -> Deadline:
    if text.startswith(_NEXT_YEAR):  # a deadline has no word for a year after one that is unsaid
        raise Doubtful(doubt("V02", number=text))
    parts = point(text)
    if parts is None:
        raise Doubtful(doubt("V14", date=note))
    year, month, day = parts
    return Deadline(year=year, month=month, day=day)


def due(pieces: Sequence[Piece]) -> Deadline:
    """A deadline from a point in time and the words around it."""
    text = next(piece.text for piece in pieces if piece.type == "POINT")
    found = _deadline(text, text)
    for piece in pieces:
        if piece.type == "SAME_DAY" and not names_day(piece.text, found.month, found.day):
            raise Doubtful(doubt("V02", number=text + piece.text))
    if _SPAN.search(text) is not None and any(piece.text in _BEFORE for piece in pieces):
        note = doubt("V23", span=f"{text}前", day=str(found))
        return evolve(found, notes=(note,))
    return found


_SPAN = re.compile("(?:月份?|季度?|年度?)$")
"""A span of time whose end is not named: 9月, 三季度, 2025年."""

_BEFORE = frozenset(["前", "之前", "以前"])


def changed(word: str, measure: Measure | None) -> Trend:
    """A trend from its verb, with the size of the change where one is said."""
    manner, verb = _split_change(word)
    size = None if measure is None else measured(measure)
    if measure is not None and any(piece.text in _BECOMES for piece in measure.before):
        raise Doubtful(doubt("V16", sign=word + measure.before[-1].text))
    if size is not None:
        notes, rest = size.notes, size.rest
        size = altered(size, notes=(), rest=None)
        return Trend(direction=DIRECTIONS[verb], change=size, manner=manner, notes=notes, rest=rest)
    return Trend(direction=DIRECTIONS[verb], manner=manner)


_BECOMES = frozenset(["为", "是", "即", "成为"])
"""After a verb of change these name what it ends at, not by how much: 由三级提升为二级."""


def _split_change(word: str) -> tuple[str | None, str]:
    bare = word.removesuffix("了").removesuffix("幅度")
    verb = next(known for known in _VERBS if bare.endswith(known))
    return bare[: -len(verb)] or None, verb


_VERBS = tuple(sorted(DIRECTIONS, key=lambda word: (-len(word), word)))


BASES = tuple(sorted(BASELINES, key=lambda word: (-len(word), word)))


def baseline(text: str) -> str:
    """The baseline that a lead names: 较上年 is 上年."""
    bare = text
    for mark in ("相较于", "相较", "较之", "相比", "对比", "较", "比", "与", "和", "同", "在"):
        if bare not in RATES and not bare.startswith("同期") and bare.startswith(mark):
            bare = bare.removeprefix(mark)
            break
    for mark in ("的基础上", "基础上", "相比", "比较"):
        bare = bare.removesuffix(mark)
    return bare if bare in RATES else bare.removesuffix("比") or text


def fixed(text: str) -> Trend:
    """A phrase that is a whole trend."""
    if text in {"翻番", "翻一番", "翻两番"}:
        size = Quantity(Decimal(300 if text == "翻两番" else 100), parse_unit("%"))
        return Trend(direction="up", change=Comparison(op=None, quantity=size))
    manner = next((word for word in _NEARLY if word in text), None)
    if text in FIXED_TRENDS:
        direction, base = FIXED_TRENDS[text]
        return Trend(direction=direction, baseline=base, manner=manner)
    base_text = next((known for known in BASES if known in text), None)
    year = _YEAR.search(text)
    if year is not None:
        return Trend(direction="steady", baseline=year[0], manner=manner)
    return Trend(direction="steady", baseline=base_text or baseline(text)[:7], manner=manner)


_NEARLY = ("基本", "总体")
"""Steady within limits that nobody said: 与上年基本持平."""

_YEAR = re.compile(YEAR_BASE)


def against(pieces: Sequence[Piece], base: str) -> Value:
    """不低于上年: a trend that sets the baseline itself as the bound."""
    op, _, _ = operator_of(pieces)
    match op:
        case Operator.GE:
            return Trend(direction="not_down", baseline=base)
        case Operator.LE:
            return Trend(direction="not_up", baseline=base)
        case Operator.GT:
            return Trend(direction="up", baseline=base)
        case Operator.LT:
            return Trend(direction="down", baseline=base)
        case Operator.EQ:
            return Reference(op=op, to=base)
        case _:
            return Trend(direction="steady", baseline=base)


def pace(pieces: Sequence[Piece]) -> Pace:
    """序时进度 with its operator."""
    op, _, _ = operator_of(pieces)
    return Pace(op=op)


def period(text: str) -> Period:
    """1-12月, 全年."""
    ends = months(text)
    if ends is None:
        raise Doubtful(doubt("V14", date=text))
    start, end = (Deadline(year=year, month=month, day=day) for year, month, day in ends)
    return Period(start=start, end=end)


def recurring(text: str) -> Deadline:
    """每月15日前, 月底前, 每季度末前: a deadline that comes again."""
    if "季" in text:
        return Deadline(per="季度")
    day = day_of_month(text)
    if day is not None and day not in _DAYS:
        raise Doubtful(doubt("V14", date=text))
    return Deadline(per="月", day=day)


_DAYS = range(1, 32)


def nothing(text: str) -> Qualitative:
    """零投诉, 无事故, 不发生安全事故: words that mean none of something."""
    return Qualitative(word=text, means=Comparison(op=Operator.EQ, quantity=Quantity(Decimal(0))))
