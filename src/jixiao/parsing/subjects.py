"""The subject of a value: what it may not end with, and the unit that stands in its brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.lexicon import NAMED_BY_NUMBER, SHORTFALLS
from jixiao.parsing.amounts import Doubtful
from jixiao.parsing.numerals import CHINESE_DIGITS
from jixiao.units import NO_UNIT, Quantity, parse_unit
from jixiao.values.base import Deadline
from jixiao.values.numeric import Comparison, Range
from jixiao.values.times import Period
from jixiao.values.verdicts import doubt

if TYPE_CHECKING:
    from jixiao.values.base import Value

__all__ = [
    "LESS_THAN",
    "LOST_OPERATORS",
    "NAMES",
    "NEGATIONS",
    "VAGUE",
    "check_subject",
    "unit_of_name",
    "unmarked",
]

_IN_NAME = re.compile(r"(.*)\(([^()]+)\):?")


def unit_of_name(value: Value, subject: str) -> tuple[Value, str]:
    """资金到位率(%)100, 数量(套):36: the unit that stands in brackets after the name."""
    named = _IN_NAME.fullmatch(subject)
    if named is None or not isinstance(value, Comparison) or value.quantity.unit != NO_UNIT:
        return value, subject
    unit = parse_unit(named[2])
    if not unit.known or not unit.dimension or value.approx is not None:
        return value, subject
    if named[1].endswith(NAMES) and unit.dimension != "%":
        return value, subject
    quantity = Quantity(value.quantity.number, unit)
    return evolve(value, quantity=quantity), named[1].rstrip(":")


_MARKS = ":、."


_PAIRS = frozenset(["“”", "‘’", "【】", "《》", '""', "''"])
"""Marks around a subject that say nothing."""


def unmarked(subject: str) -> str:
    """A subject without the marks around it: “12345”: is 12345."""
    bare = subject.strip(_MARKS).lstrip(" ")
    return bare[1:-1] if bare[:1] + bare[-1:] in _PAIRS else bare


NEGATIONS = (
    "不",
    "未",
    "没",
    "无",
    "勿",
    "不得",
    "不宜",
    "不应",
    "不可",
    "严禁",
    "避免",
    "防止",
    "非",
)


VAGUE = ("零下", "负", "几", "好几", "每隔")
"""What a subject does not end with: it belongs to the number, as in 零下5℃, 几十次."""

LOST_OPERATORS = re.compile(
    "不低于|不高于|不超过|不少于|不大于|不小于|不多于|不突破|[大小高低多少]于|超过|至少|最多|至多"
    "|(?:控制|限制|压减|压缩)[在到至].*的$|[优好]于$|或$"
)
"""Operators within a subject that the reading would lose: 不低于低保标准的1.3倍."""


LESS_THAN = re.compile("(?:较|比(?![例重率]))[^,;。]{2,}[低高少多快慢长短大小][\u4e00-\u9fff]?$")
"""What a number after it is a difference from, and not the measure: 较市场价低10%."""


_ANOTHER = re.compile(
    "(?:[次翌明来]年|下一?年度?|第[二三]年|[次翌下]个?月|去年|上一?年度?"
    "|[推延]迟|推后|延[期后长至]|顺延)(?:到|至)?$"
)
"""What moves the day after it into another year, or says that it was moved: 翌年3月底前, 推迟至."""

_APART = ("各", "(含)", "(不含)", "(含本数)")
"""What a number after it belongs to, in a way that no subject says: 春秋两季各1次."""


def _is_moved(subject: str, value: Value) -> bool:
    dated = isinstance(value, Deadline | Period) or value.by is not None
    return dated and _ANOTHER.search(subject) is not None


def check_subject(subject: str, value: Value, *, named: bool = False) -> None:
    """Doubts about a subject that takes from the value after it, or loses what it says itself.

    `named` says that a colon stands between them, so that digits may end the name: PM2.5：35.
    """
    if _is_moved(subject, value) or subject.endswith(_APART):
        raise Doubtful(doubt("V02", number=f"{subject}{value}"))
    if subject.endswith((*NEGATIONS, *VAGUE)) or subject == "数":
        raise Doubtful(doubt("V16", sign=subject[-2:]))
    if not any(char.isalnum() for char in subject) or LESS_THAN.search(subject):
        raise Doubtful(doubt("V16", sign=subject))
    if LOST_OPERATORS.search(subject) is not None:
        raise Doubtful(doubt("V16", sign=LOST_OPERATORS.findall(subject)[0]))
    if subject.count("(") != subject.count(")"):  # the number stands in brackets of the subject
        raise Doubtful(doubt("V02", number=str(value)))
    bare = not isinstance(value, Comparison) or value.op is None
    if bare and subject.endswith((*NAMED_BY_NUMBER, *SHORTFALLS)):
        raise Doubtful(doubt("V02", number=subject + str(value)))
    if bare and subject[-1].isdigit() and not named:
        raise Doubtful(doubt("V02", number=subject + str(value)))
    ranked = bare and subject[-1] in "前第" and isinstance(value, Comparison)
    numbered = isinstance(value, Comparison | Range) and subject[-1] in CHINESE_DIGITS
    if ranked or numbered:
        raise Doubtful(doubt("V02", number=subject[-1] + str(value)))


NAMES = ("率", "比例", "占比", "比重", "程度", "情况")
"""What an indicator's name ends with; a number before it counts nothing: 1小时覆盖率."""
