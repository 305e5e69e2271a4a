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
    PERIOD_UNITS,
    RATES,
    REFERENCE_NAMES,
    REFERENCE_WORDS,
)
from jixiao.parsing.amounts import Amount, Doubtful, Piece
from jixiao.parsing.measures import Measure, measured, operator_of
from jixiao.parsing.numerals import CHINESE_DIGITS
from jixiao.parsing.points import day_of_month, months, point
from jixiao.units import Quantity, parse_unit
from jixiao.values.base import Deadline, Operator, Value, doubt
from jixiao.values.numeric import Comparison, Range
from jixiao.values.words import Compound, Pace, Period, Qualitative, Reference, Trend

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "LOST_OPERATORS",
    "NEGATIONS",
    "against",
    "baseline",
    "changed",
    "compound",
    "counts",
    "due",
    "fixed",
    "named",
    "nothing",
    "pace",
    "pair",
    "period",
    "read_item",
    "recurring",
    "reference",
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


def _deadline(text: str, note: str) -> Deadline:
    parts = point(text)
    if parts is None:
        raise Doubtful(doubt("V14", date=note))
    year, month, day = parts
    return Deadline(year=year, month=month, day=day)


def due(pieces: Sequence[Piece]) -> Deadline:
    """A deadline from a point in time and the words around it."""
    text = next(piece.text for piece in pieces if piece.type == "POINT")
    return _deadline(text, text)


def changed(word: str, measure: Measure | None) -> Trend:
    """A trend from its verb, with the size of the change where one is said."""
    manner, verb = _split_change(word)
    size = None if measure is None else measured(measure)
    if measure is not None and any(piece.text in _BECOMES for piece in measure.before):
        raise Doubtful(doubt("V16", sign=word + measure.before[-1].text))
    if size is not None:
        notes, rest = size.notes, size.rest
        size = evolve(size, notes=(), rest=None)
        return Trend(direction=DIRECTIONS[verb], change=size, manner=manner, notes=notes, rest=rest)
    return Trend(direction=DIRECTIONS[verb], manner=manner)


_BECOMES = frozenset(["为", "是", "即", "成为"])
"""After a verb of change these name what it ends at, not by how much: 由三级提升为二级."""

_NAMED = (
    *REFERENCE_NAMES,
    "标准",
    "水平",
    "平均",
    "均值",
    "成本",
    "价",
    "价格",
    "预算",
    "计划",
    "目标",
)
"""Endings of limits that a number after them is a share of, as in 低于市场价10%."""


def _split_change(word: str) -> tuple[str | None, str]:
    bare = word.removesuffix("了").removesuffix("幅度")
    verb = next(known for known in _VERBS if bare.endswith(known))
    return bare[: -len(verb)] or None, verb


_VERBS = tuple(sorted(DIRECTIONS, key=lambda word: (-len(word), word)))
_BASES = tuple(sorted(BASELINES, key=lambda word: (-len(word), word)))


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
    if text in FIXED_TRENDS:
        direction, base = FIXED_TRENDS[text]
        return Trend(direction=direction, baseline=base)
    base_text = next((known for known in _BASES if known in text), None)
    return Trend(direction="steady", baseline=base_text or baseline(text)[:7])


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


def reference(text: str) -> Reference:
    """A limit that is named: 不超预算, 控制在预算内, 政府采购限价."""
    for word in _REFERENCE_WORDS:
        if text.startswith(word):
            return Reference(op=Operator(REFERENCE_WORDS[word]), to=_inside(text[len(word) :]))
    if text.startswith(("参照", "比照")):
        bare = text[2:]
        for suffix in ("控制", "执行", "标准执行"):
            bare = bare.removesuffix(suffix) or bare
        return Reference(to=bare)
    if "内" in text:
        bare = text.removeprefix("在").removeprefix("按")
        return Reference(op=Operator.LE, to=_inside(bare))
    return Reference(to=text)


_REFERENCE_WORDS = tuple(sorted(REFERENCE_WORDS, key=lambda word: (-len(word), word)))


def _inside(text: str) -> str:
    bare = text
    for suffix in ("完成", "办结", "控制", "开支", "支出", "列支", "执行"):
        if bare.removesuffix(suffix).endswith("内"):
            bare = bare.removesuffix(suffix)
    for suffix in ("范围以内", "范围之内", "范围内", "以内", "之内", "内"):
        if bare.endswith(suffix) and len(bare) > len(suffix):
            return bare.removesuffix(suffix)
    return bare


def named(pieces: Sequence[Piece], name: str) -> Value:
    """A sign before words: ≤预算数, =计划数, =达标."""
    op, _, _ = operator_of(pieces)
    if not any(char.isalnum() for char in name):
        raise Doubtful(doubt("V16", sign="".join(piece.text for piece in pieces)))
    if op is None or (op is Operator.EQ and not name.endswith((*REFERENCE_NAMES, "预算"))):
        return words_value(name)
    return Reference(op=op, to=name)


def nothing(text: str) -> Qualitative:
    """零投诉, 无事故, 不发生安全事故: words that mean none of something."""
    return Qualitative(word=text, means=Comparison(op=Operator.EQ, quantity=Quantity(Decimal(0))))


def read_item(leads: Sequence[Piece | Deadline], core: Value, rest: str) -> Value:
    """A core with what leads to it and what follows: subject, frequency, deadline, baseline."""
    if isinstance(core, Compound):
        first, *others = core.parts
        core = evolve(core, parts=(read_item(leads, first, ""), *others))
        return _with_rest(core, rest) if rest else core
    value, subject = _led(leads, core)
    subject = _unmarked(subject)
    value, subject = _leading_operator(value, subject)
    if subject:
        if isinstance(value, Qualitative):
            raise Doubtful
        _check_subject(subject, value)
        value = evolve(value, subject=subject)
    if rest:
        value = _with_rest(value, rest)
    return value


def _led(leads: Sequence[Piece | Deadline], value: Value) -> tuple[Value, str]:
    """The value with its deadline, baseline and frequency, and the text of its subject."""
    subject = ""
    for lead in leads:
        if isinstance(lead, Deadline):
            value = evolve(value, by=lead)
        elif lead.type in {"SUBJECT", "NUMBERED"}:
            subject += lead.text
        elif lead.type == "FROM":
            subject += lead.text
            value = evolve(value, notes=(*value.notes, doubt("V21", start=lead.text)))
        elif lead.type == "BASELINE":
            if isinstance(value, Trend) and value.baseline is None:
                value = evolve(value, baseline=baseline(lead.text))
            else:
                subject += lead.text
    for lead in leads:
        if isinstance(lead, Piece) and lead.type in {"PER", "YEARLY"}:
            value, left = _per(value, lead.text)
            subject += left
    return value, subject


def _per(value: Value, text: str) -> tuple[Value, str]:
    if isinstance(value, Deadline) and value.recurring:
        raise Doubtful(doubt("V14", date=text + str(value)))
    if text in {"全年", "一年"}:
        return evolve(value, per="年"), ""
    unit = text.removeprefix("每")
    bare = unit.removeprefix("个") or unit
    if bare in PERIOD_UNITS and not (
        isinstance(value, Comparison) and "/" in value.quantity.unit.symbol
    ):
        return evolve(value, per=bare), ""
    if isinstance(value, Comparison) and value.quantity.unit.known and value.quantity.unit.symbol:
        joint = "·" if "/" in value.quantity.unit.symbol else "/"
        rate = parse_unit(f"{value.quantity.unit.symbol}{joint}{bare}")
        if rate.known:
            return evolve(value, quantity=Quantity(value.quantity.number, rate)), ""
    if value.per is None:
        return evolve(value, per=unit), ""
    return value, text


def _leading_operator(value: Value, subject: str) -> tuple[Value, str]:
    """不超过人均200元: the operator stands before the subject."""
    if isinstance(value, Comparison):
        for word in _REFERENCE_WORDS:
            if subject.startswith(word):
                named = subject[len(word) :].removesuffix("的")
                if named.startswith(_BASES) or named.endswith(_NAMED):
                    raise Doubtful(doubt("V16", sign=word))
                op = Operator(REFERENCE_WORDS[word])
                if value.op not in {None, op}:
                    raise Doubtful(doubt("V16", sign=word))
                return evolve(value, op=op), subject[len(word) :]
    return value, subject


_MARKS = ":、."
_PAIRS = frozenset(["“”", "‘’", "【】", "《》", '""', "''"])
"""Marks around a subject that say nothing."""


def _unmarked(subject: str) -> str:
    bare = subject.strip(_MARKS)
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


LOST_OPERATORS = re.compile(
    "不低于|不高于|不超过|不少于|不大于|不小于|不多于|不突破|[大小高低多少]于|超过|至少|最多|至多"
)
"""Operators within a subject that the reading would lose: 不低于低保标准的1.3倍."""


def _check_subject(subject: str, value: Value) -> None:
    if subject.endswith(NEGATIONS):
        raise Doubtful(doubt("V16", sign=subject[-2:]))
    if not any(char.isalnum() for char in subject):
        raise Doubtful(doubt("V16", sign=subject))
    if LOST_OPERATORS.search(subject) is not None:
        raise Doubtful(doubt("V16", sign=LOST_OPERATORS.findall(subject)[0]))
    bare = not isinstance(value, Comparison) or value.op is None
    if bare and subject[-1] in "前第" and isinstance(value, Comparison):
        raise Doubtful(doubt("V02", number=subject[-1] + str(value)))
    if bare and subject[-1].isdigit():
        raise Doubtful(doubt("V02", number=subject + str(value)))
    if isinstance(value, Comparison | Range) and subject[-1] in CHINESE_DIGITS:
        raise Doubtful(doubt("V02", number=subject[-1] + str(value)))


_DATED = ("前", "之前", "以前", "底", "末")
"""What follows a day or month, and no count: 13月底前, 15日前."""


def _with_rest(value: Value, rest: str) -> Value:
    if any(char.isdigit() for char in rest):
        raise Doubtful(doubt("V02", number=rest))
    if isinstance(value, Comparison | Range) and rest.startswith(_DATED):
        raise Doubtful(doubt("V02", number=f"{value}{rest}"))
    if isinstance(value, Trend) and value.change is None and value.subject is None:
        return evolve(value, subject=rest)
    if value.rest is not None:
        return evolve(value, rest=value.rest + rest, notes=(*value.notes, doubt("V03", words=rest)))
    return evolve(value, rest=rest, notes=(*value.notes, doubt("V03", words=rest)))


def compound(parts: Sequence[Value]) -> Value:
    """Several values at once; two opposite bounds on one thing are a range."""
    if len(parts) == 2:  # noqa: PLR2004 - a lower and an upper bound
        first, second = parts
        if isinstance(first, Comparison) and isinstance(second, Comparison):
            merged = _two_bounds(first, second)
            if merged is not None:
                return merged
    notes = tuple(note for part in parts for note in part.notes)
    return Compound(parts=tuple(evolve(part, notes=()) for part in parts), notes=notes)


def pair(first: Measure, second: Measure) -> Value:
    """大于90%小于95%: two bounds without a mark between them."""
    return compound((measured(first), measured(second)))


_COUNTED = frozenset(["秒", "月", "工作日", "元", "分", "岁", "%", "百分点", "倍", "", ":"])
"""Dimensions in which two numbers in a row are one (3小时20分, 2年6个月), or say something else."""


def counts(amounts: Sequence[Amount]) -> Compound:
    """10期500人: counts of two things in one breath."""
    units = [found.quantity.unit for found in amounts]
    sure = all(unit.known and "/" not in unit.symbol for unit in units)
    if (
        not sure
        or any(found.left or found.approx for found in amounts)
        or units[0].dimension in _COUNTED
        or any(unit.dimension in _COUNTED - {"秒"} for unit in units[1:])
        or len({unit.dimension for unit in units}) < len(units)
    ):
        words = "".join(str(found.quantity) + found.left for found in amounts)
        raise Doubtful(doubt("V02", number=words))
    return Compound(parts=tuple(Comparison(op=None, quantity=one.quantity) for one in amounts))


def _two_bounds(a: Comparison, b: Comparison) -> Value | None:
    plain = all(
        one.by is None and one.rest is None and one.approx is None and one.per is None
        for one in (a, b)
    )
    same = a.quantity.unit.dimension == b.quantity.unit.dimension
    if not plain or not same or b.subject not in {None, a.subject}:
        return None
    low = next((one for one in (a, b) if one.op in {Operator.GE, Operator.GT}), None)
    high = next((one for one in (a, b) if one.op in {Operator.LE, Operator.LT}), None)
    if low is None or high is None:
        return None
    notes = (*a.notes, *b.notes)
    if low.quantity.exact > high.quantity.exact:
        notes = (*notes, doubt("V10", low=low.quantity, high=high.quantity))
    return Range(
        low=low.quantity,
        high=high.quantity,
        low_closed=low.op is Operator.GE,
        high_closed=high.op is Operator.LE,
        subject=a.subject,
        notes=notes,
    )
