"""Numbers that may be days are no plain numbers; what stands around them says which they are."""

from __future__ import annotations

from datetime import date

import pytest

from jixiao.parsing import parse_actual, parse_value
from jixiao.parsing.frames import read_framed
from jixiao.parsing.sure import read_surely
from jixiao.values import Comparison, Context, Deadline, Qualitative, Range, Value

MAY_BE = ("2024.10", "2024.1", "202410", "20241031", "=2024.12", "≤20241231", "2024-2025")
NO_DAY = ("2024.13", "202413", "20241332", "≥2024.10", "2024.100", "1899.10", "2024", "120241031")


@pytest.mark.parametrize("text", MAY_BE)
def test_a_number_that_may_be_a_day_is_words_with_a_doubt(text: str) -> None:
    value = parse_value(text)
    assert isinstance(value, Qualitative)
    assert [note.code for note in value.notes] == ["V22"]


@pytest.mark.parametrize("text", NO_DAY)
def test_a_number_that_is_no_day_stays_a_number(text: str) -> None:
    value = parse_value(text)
    assert isinstance(value, Comparison)
    assert value.notes == ()


@pytest.mark.parametrize("text", [one for one in MAY_BE if "-" not in one])
def test_a_column_of_units_says_that_it_is_a_number(text: str) -> None:
    value = parse_value(text, unit="万元")
    assert isinstance(value, Comparison)
    assert (value.text, value.notes, value.quantity.unit.symbol) == (text, (), "万元")
    assert isinstance(parse_value("2024-2025", unit="人"), Range)
    assert isinstance(parse_value(text, unit="月"), Qualitative)
    assert isinstance(parse_value(text, unit="/"), Qualitative)


def test_the_target_says_what_an_actual_is() -> None:
    day = parse_actual("2024.10", parse_value("2024年12月底前"))
    assert (day.done, day.done_on) == (True, date(2024, 10, 31))
    assert parse_actual("20241112", parse_value("12月底前")).done_on == date(2024, 11, 12)
    number = parse_actual("2024.10", parse_value("≥2000万元"))
    assert str(number.quantity) == "2024.10万元"
    assert isinstance(parse_actual("2024.10", parse_value("及时")).value, Qualitative)


@pytest.mark.parametrize(
    ("text", "other"),
    [("5万3千元", "7万20千元"), ("2年6个月", "2年18个月"), ("3小时20分", "3小时")],
)
def test_amounts_in_parts_have_no_frame_of_their_own(text: str, other: str) -> None:
    for one in (text, other, text):
        framed = read_framed(one, one)
        assert framed is None or repr(framed) == repr(read_surely(one, one))


def held(target: str, actual: str) -> str:
    value: Value = parse_value(target)
    return value.contains(parse_actual(actual, value), Context()).status


@pytest.mark.parametrize(
    ("target", "actual", "status"),
    [
        ("≥1小时30分钟", "2小时", "met"),
        ("≤1.5万元", "1万5千元", "met"),
        ("≤¥500000", "50万元", "met"),
        ("零增长", "增长0%", "met"),
        ("零增长", "增长3%", "not_met"),
        ("同比零增长", "同比下降3%", "met"),
    ],
)
def test_what_is_said_in_parts_is_compared_as_one(target: str, actual: str, status: str) -> None:
    assert held(target, actual) == status


@pytest.mark.parametrize(
    "text", ["预计2025年3月完成", "计划于2025年3月完工", "推迟至2025年3月", "延期到2025年3月完成"]
)
def test_a_day_that_is_to_come_is_no_day_of_completion(text: str) -> None:
    actual = parse_actual(text, parse_value("2024年12月底前"))
    assert (actual.done, actual.done_on) == (None, None)


@pytest.mark.parametrize(
    ("text", "target", "day"),
    [
        ("2021年底", "2021年底", date(2021, 12, 31)),
        ("11月底完成", "2021年11月30日前完成支付", date(2021, 11, 30)),
        ("2024年10月15日通水", "2024年12月底前", date(2024, 10, 15)),
    ],
)
def test_the_end_of_a_span_is_a_day(text: str, target: str, day: date) -> None:
    assert parse_actual(text, parse_value(target)).done_on == day


def test_days_stay_days() -> None:
    value = parse_value("完成时间：2024.10")
    assert isinstance(value, Deadline)
    assert (value.year, value.month, value.day, value.subject) == (2024, 10, None, "完成时间")
