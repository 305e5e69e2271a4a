"""Numbers that name and do not count, and one amount in several units: never a wrong number."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.parsing import parse_actual, parse_value
from jixiao.units import Quantity, parse_unit
from jixiao.values import Comparison, Operator, Qualitative, Range

NAMED = (
    *("C30以上", "DN100以上", "M20以上", "TOP 10以内", "T+1", "N-1", "V2.12以上"),
    *(
        "第5名以内",
        "前10名以内",
        "全省前5名以内",
        "12月31",
        "5.31前",
        "90后",
        "20241031前",
        "AQI50~100",
    ),
    *("8:30-17:30", "9：00—12：00", "13:30", "12/31", "6/30"),
    *("每月1日、15日", "4、5月", "2、3季度", "2025版", "2024级", "3.0版", "2024届"),
    *("等保2.0", "等保三级", "等保2.0三级", "等保2级以上", "APH1", "版本3", "每隔5天"),
    *("3 5", "1 000个", "3 5 %", "10折"),
)
"""Numbers that count nothing, or nobody can be sure what they count."""

NAMES = ("每周三", "每周一、三、五", "每周二、四开放", "半年", "零星", "零散")
"""Numerals that are parts of words."""


@pytest.mark.parametrize("text", NAMED)
def test_a_number_that_names_is_a_doubt(text: str) -> None:
    value = parse_value(text)
    assert isinstance(value, Qualitative), str(value)
    assert value.notes


@pytest.mark.parametrize("text", NAMES)
def test_a_numeral_in_a_word_is_no_number(text: str) -> None:
    assert isinstance(parse_value(text), Qualitative)


READ = (
    ("每周三次", "每周3次"),
    ("≥ 9 5 %", "≥95%"),
    ("9 8 . 5 %", "98.5%"),
    ("【≤3%】", "≤3%"),
    ("5折", "50%"),
    ("8.5折以下", "≤85%"),
    ("85折", "85%"),
    ("6月30前", "6月30日前"),
    ("2024/12", "2024年12月底前"),
    ("资金到位率（%）100", "资金到位率100%"),
    ("数量（套）：36", "数量36套"),
    ("（人次）≥3000", "≥3000人次"),
    ("采购设备（台/套）≥25", "采购设备≥25台/套"),
    ("使用率（年）≥3", "使用率(年)≥3"),
    ("颗粒物≤20mg/m3", "颗粒物≤20mg/m3"),
    ("土方≥500m3", "土方≥500m3"),
    ("5mg/L-8mg/L", "5mg/L-8mg/L"),
    ("新签约5000万元以上项目≥6个", "新签约5000万元以上项目≥6个"),
    ("pH 6.5~8.5", "pH:6.5-8.5"),
    ("等保≥2级", "等保≥2级"),
    ("版本≥3个", "版本≥3个"),
)


@pytest.mark.parametrize(("text", "canonical"), READ)
def test_what_looks_alike_is_read(text: str, canonical: str) -> None:
    value = parse_value(text)
    assert str(value) == canonical
    assert not value.notes
    assert parse_value(canonical) == value


letters = st.text("ABCDEFGHKLMNPRSTVWXYZ", min_size=1, max_size=4).filter(
    lambda one: one not in {"PH", "RMB", "CNY", "HKD"}
)
tails = st.sampled_from(["", "以上", "及以上", "以下", "以内", "级以上", "左右"])


@settings(max_examples=150, deadline=None)
@given(letters, st.integers(1, 99999), tails)
def test_a_code_of_letters_and_digits_is_never_a_bound(head: str, number: int, tail: str) -> None:
    value = parse_value(f"{head}{number}{tail}")
    assert isinstance(value, Qualitative)
    assert value.notes


spelled = st.builds(
    lambda sign, number, unit: f"{sign}{number}{unit}",
    st.sampled_from(["≥", "≤", ">", "不低于", "不超过"]),
    st.decimals(min_value=1, max_value=9999, places=1).map(lambda one: f"{one:f}"),
    st.sampled_from(["%", "次", "人次", "万元", "公里", "元/人"]),
)


@settings(deadline=None)
@given(spelled)
def test_a_text_spaced_out_is_the_text(text: str) -> None:
    assert parse_value(" ".join(text)) == parse_value(text)


MONEY = {"元": 1, "万元": 10**4, "亿元": 10**8}
LENGTH = {"米": 1, "公里": 1000}
PEOPLE = {"人次": 1, "万人次": 10**4}
FAMILIES = st.sampled_from([MONEY, LENGTH, PEOPLE])
SIGNS = {
    Operator.GE: Fraction.__ge__,
    Operator.GT: Fraction.__gt__,
    Operator.LE: Fraction.__le__,
    Operator.LT: Fraction.__lt__,
    Operator.EQ: Fraction.__eq__,
}
numbers = st.decimals(min_value=0, max_value=10**6, places=3).map(lambda one: Decimal(f"{one:f}"))


@settings(deadline=None)
@given(st.data(), FAMILIES, st.sampled_from(tuple(SIGNS)), numbers, numbers)
def test_an_actual_in_another_unit_is_held_exactly(
    data: st.DataObject, family: dict[str, int], op: Operator, bound: Decimal, done: Decimal
) -> None:
    units = st.sampled_from(sorted(family))
    of_target, of_actual = data.draw(units), data.draw(units)
    target = Comparison(op=op, quantity=Quantity(bound, parse_unit(of_target)))
    met = SIGNS[op](Fraction(done) * family[of_actual], Fraction(bound) * family[of_target])
    verdict = target.contains(parse_actual(f"{done:f}{of_actual}", target))
    assert verdict.status == ("met" if met else "not_met")


@settings(deadline=None)
@given(st.data(), FAMILIES, numbers, st.lists(numbers, min_size=2, max_size=6))
def test_more_in_any_unit_is_never_worse(
    data: st.DataObject, family: dict[str, int], bound: Decimal, amounts: list[Decimal]
) -> None:
    units = st.sampled_from(sorted(family))
    target = Comparison(op=Operator.GE, quantity=Quantity(bound, parse_unit(data.draw(units))))
    actuals = [(amount, data.draw(units)) for amount in amounts]
    actuals.sort(key=lambda one: Fraction(one[0]) * family[one[1]])
    said = [target.contains(parse_actual(f"{number:f}{unit}", target)) for number, unit in actuals]
    met = [verdict.status == "met" for verdict in said]
    assert met == sorted(met)


sets = st.sampled_from(
    [
        *("≥3万m2", "≤500m2", "（㎡）≥1200", "改造面积(平方米)≥800", "【≥0.5公顷】", "≤1公顷"),
        *("600-900㎡", "0.05—0.08公顷", "≥600㎡，＜900㎡", "(600㎡,900㎡]", "＞900㎡", "=800㎡"),
        *("≥ 8 0 0 ㎡", "八百平方米以上", "不超过一千二百平方米", "500至1000平方米（不含）"),
    ]
).map(parse_value)


@settings(deadline=None)
@given(sets, sets, st.integers(0, 40000))
def test_forms_of_many_kinds_keep_the_laws_of_sets(
    one: Comparison | Range, other: Comparison | Range, number: int
) -> None:
    both, turned = one & other, other & one
    assert both.is_subset(one)
    assert both.is_subset(other)
    assert both.is_subset(turned)
    assert turned.is_subset(both)
    point = Fraction(number)
    inside = [point in each.interval() for each in (one, other, both)]
    assert (inside[0] and inside[1]) == inside[2]
    if one.is_subset(other) and inside[0]:
        assert inside[1]


def test_a_unit_left_to_the_target() -> None:
    cases = (
        ("15个", "≥15个村", "15个村"),
        ("0.32万", "≥3000人次", "0.32万人次"),
        ("1279.56万", "≤1280万元", "1279.56万元"),
        ("1279.56", "≤1280万元", "1279.56万元"),
        ("12795600", "≤1280万元", "12795600"),
        ("125000", "12.5万剂次", "125000"),
        ("5万", "≥3%", "5万"),
    )
    for text, target, read in cases:
        assert str(parse_actual(text, parse_value(target)).value) == read


def test_an_actual_that_may_be_in_another_unit_is_neither_met_nor_missed() -> None:
    target = parse_value("≤1280万元")
    verdict = target.contains(parse_actual("12795600", target))
    assert verdict.status == "undetermined"
    assert verdict.reason is not None
    assert verdict.reason.code == "V34"


def test_a_year_or_a_month_in_a_column_of_units_is_no_count() -> None:
    assert str(parse_value("2024", operator="≤", unit="年")) == "2024年底前"
    month = parse_value("12", operator="≤", unit="月")
    assert isinstance(month, Qualitative)
    assert [note.code for note in month.notes] == ["V22"]
    assert str(parse_value("18", operator="≤", unit="月")) == "≤18月"
    assert str(parse_value("12", operator="≤", unit="个月")) == "≤12个月"
    assert str(parse_value("3", operator="≤", unit="年")) == "≤3年"


def test_a_day_that_is_past_is_read_with_the_words_around_it() -> None:
    target = parse_value("2024年6月30日前")
    for text in ("6月25日已完成", "2024.06.25已完成", "已于6月25日完成", "6月25日完成"):
        actual = parse_actual(text, target)
        assert actual.done_on is not None
        assert actual.done_on.isoformat() == "2024-06-25"
