"""Hypothesis strategies of jixiao's objects, in sections, one for each room of the house."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from jixiao.units import NO_UNIT, Quantity, parse_unit
from jixiao.values import (
    Absent,
    Actual,
    Comparison,
    Compound,
    Deadline,
    Operator,
    Pace,
    Period,
    Qualitative,
    Range,
    Reference,
    Trend,
    Value,
)

# ---- units and quantities

SYMBOLS = (
    "%", "‰", "次", "个", "家", "人", "人次", "件", "条", "万条", "亿条", "元", "万元",
    "亿元", "亩", "公顷", "㎡", "平方米", "公里", "吨", "千克", "小时", "工作日", "个月",
    "年", "百分点", "元/人·月", "次/年", "mg/L", "万人次", "户", "株", "分",
)  # fmt: skip

units = st.sampled_from([parse_unit(symbol) for symbol in SYMBOLS])
numbers = st.decimals(
    min_value=0, max_value=10**9, places=2, allow_nan=False, allow_infinity=False
).map(lambda number: number.normalize() if number != number.to_integral_value() else number // 1)
quantities = st.builds(Quantity, numbers, units)
operators = st.sampled_from(Operator)


def quantities_of(symbol: str) -> st.SearchStrategy[Quantity]:
    """Quantities of one unit."""
    return st.builds(Quantity, numbers, st.just(parse_unit(symbol)))


# ---- values, one strategy a kind

subjects = st.none() | st.sampled_from(["优良率", "合格率", "群众满意度", "培训人数"])
comparisons = st.builds(Comparison, op=st.none() | operators, quantity=quantities, subject=subjects)


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    """Ranges of one unit with any ends, empty ones among them."""
    unit = draw(units)
    return Range(
        low=Quantity(draw(numbers), unit),
        high=Quantity(draw(numbers), unit),
        low_closed=draw(st.booleans()),
        high_closed=draw(st.booleans()),
    )


@st.composite
def deadlines(draw: st.DrawFn) -> Deadline:
    """Deadlines with a day, a month's end, or a year's end."""
    day = draw(st.dates(min_value=date(2015, 1, 1), max_value=date(2035, 12, 31)))
    month = draw(st.sampled_from([None, day.month]))
    return Deadline(
        year=draw(st.sampled_from([None, day.year])),
        month=month,
        day=None if month is None else draw(st.sampled_from([None, day.day])),
    )


spans = st.sampled_from([None, "年", "半年", "季度", "月", "周"])
names = st.none() | st.sampled_from(["优良率", "培训人数", "群众满意度", "5G基站", "“双一流”学科"])
vague = st.sampled_from([None, "约", "近", "左右", "余", "多", "上下"])


@st.composite
def surrounded(draw: st.DrawFn) -> Comparison:
    """Bounds with everything that may stand around them: by when, how often, of what, how near."""
    quantity = draw(quantities)
    rest = (
        st.sampled_from([None, "覆盖", "发放到位", "(含税)"]) if quantity.unit.symbol else st.none()
    )
    per = None if "/" in quantity.unit.symbol else draw(spans)
    return Comparison(
        op=draw(st.none() | operators),
        quantity=quantity,
        by=draw(st.none() | deadlines()) if per is None else None,
        per=per,
        subject=draw(names),
        approx=draw(vague),
        rest=draw(rest),
    )


started = st.builds(
    Comparison,
    op=operators,
    quantity=quantities_of("%"),
    subject=st.sampled_from(["由90%", "覆盖率从5%", "12345热线办结率", "110接处警满意度"]),
)
"""Bounds whose subject holds a number: where a change starts, the number in a name."""

recurring = st.builds(Deadline, per=st.just("月"), day=st.none() | st.integers(1, 31)) | st.just(
    Deadline(per="季度")
)
paces = st.builds(
    Pace,
    op=st.sampled_from([None, Operator.GE, Operator.GT, Operator.LE]),
    subject=st.sampled_from([None, "支付进度", "预算执行率"]),
)
periods = st.builds(
    lambda year, first, last: Period(
        start=Deadline(year=year, month=first), end=Deadline(year=year, month=last)
    ),
    st.integers(2015, 2035),
    st.integers(1, 6),
    st.integers(7, 12),
)
changes = st.none() | st.builds(
    Comparison,
    op=st.sampled_from([None, Operator.GE, Operator.LE]),
    quantity=quantities_of("%") | quantities_of("百分点"),
)
trends = st.builds(
    Trend,
    direction=st.sampled_from(["up", "down"]),
    baseline=st.sampled_from([None, "上年", "去年同期", "同比"]),
    change=changes,
) | st.builds(
    Trend,
    direction=st.sampled_from(["not_up", "not_down", "steady"]),
    baseline=st.sampled_from([None, "上年", "去年同期"]),
)
references = st.builds(
    Reference,
    op=st.sampled_from([Operator.LE, Operator.GE, Operator.GT]),
    to=st.sampled_from(["年初预算数", "预算", "全市平均水平", "市场价"]),
    subject=st.sampled_from([None, "会议费", "采购成本"]),
) | st.builds(
    Reference, op=st.just(Operator.EQ), to=st.sampled_from(["计划数", "上年数", "年初预算数"])
)
qualities = st.builds(Qualitative, word=st.sampled_from(["规范", "较高", "及时准确", "优", "合规"]))
absents = st.builds(
    Absent, reason=st.sampled_from(["empty", "none", "placeholder", "undecided", "not_applicable"])
)
simple_values: st.SearchStrategy[Value] = st.one_of(
    comparisons,
    surrounded(),
    started,
    ranges(),
    deadlines(),
    recurring,
    paces,
    periods,
    trends,
    references,
    qualities,
    absents,
)
compounds = st.builds(
    lambda first, second: Compound(parts=(first, second)),
    st.builds(Comparison, op=st.just(Operator.GE), quantity=quantities_of("次"), subject=st.none()),
    st.builds(Comparison, op=operators, quantity=quantities_of("%"), subject=st.just("合格率")),
)
values: st.SearchStrategy[Value] = simple_values | compounds


def numeric_of(symbol: str) -> st.SearchStrategy[Comparison | Range]:
    """Comparisons and ranges over small numbers of one unit, so that their ends often meet."""
    small = st.builds(Quantity, st.integers(0, 12).map(Decimal), st.just(parse_unit(symbol)))
    return st.builds(Comparison, op=operators, quantity=small) | st.builds(
        Range, low=small, high=small, low_closed=st.booleans(), high_closed=st.booleans()
    )


# ---- actuals


def actual_of(quantity: Quantity) -> Actual:
    """An actual that files one quantity."""
    return Actual(str(quantity), Comparison(op=None, quantity=quantity))


actuals = quantities.map(actual_of) | st.builds(Quantity, numbers, st.just(NO_UNIT)).map(actual_of)


# ── figures, for scoring ──────────────────────────────────────────────────────


def scored_rows() -> st.SearchStrategy[tuple[Decimal, Decimal, Decimal]]:
    """Target, actual and weight, none below 0; small ones often, so that they meet."""
    figures = st.one_of(
        st.integers(0, 12).map(Decimal),
        st.decimals(0, 100_000, places=2),
        st.just(Decimal(0)),
    )
    return st.tuples(figures, figures, st.decimals(0, 100, places=2))
