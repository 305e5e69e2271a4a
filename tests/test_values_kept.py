"""What reading may not lose: every number of a text, and one answer from the three ways to read."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.parsing import parse_actual, parse_value
from jixiao.parsing.clean import clean
from jixiao.parsing.fast import read_fast
from jixiao.parsing.frames import read_framed
from jixiao.parsing.sure import read_surely
from jixiao.values import Comparison, Compound, Deadline, Period, Qualitative, Range, Trend, Value

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "first_readings.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
TEXTS = sorted({row["text"] for row in ROWS})
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")

_COUNTED = re.compile(
    r"(?:^|;|,)\(?([0-9]{1,2})(?=[.、)])|[0-9]+(?:\.[0-9]+)?(?=折)|[0-9]+(?=/[0-9])|(?<=/)[0-9]+"
)


_PARTS = re.compile(r"[0-9](?:年|天|个?小时|分钟?|万|亿|千克|元)[0-9]")
"""One amount in parts, whose figures are added up: 3小时20分 is 200分钟."""


def _dated(value: Value) -> bool:
    """Whether a day or a month was read, whose figures are written in another way."""
    parts = value.parts if isinstance(value, Compound) else ()
    return value.by is not None or isinstance(value, Deadline | Period) or any(map(_dated, parts))


def _numbers(text: str) -> list[str]:
    return sorted(_NUMBER.findall(clean(text).text.replace(",", "")))


def _keeps_numbers(text: str, value: Value) -> bool:
    if isinstance(value, Qualitative):
        around_the_clock = "24小时" in value.word
        return (
            bool(value.notes) or value.means is not None or around_the_clock or not _numbers(text)
        )
    if isinstance(value, Comparison) and _PARTS.search(clean(text).text) is not None:
        return True  # the table of forms says what they add up to
    said = _numbers(str(value))
    said += [dict(note.context)["text"] for note in value.notes if note.code == "V53"]
    # 1. in front of an item counts the items; 3/4 is 75%, 8.5折 is 85%.
    counted = [found[1] or found[0] for found in _COUNTED.finditer(clean(text).text)]
    return all(number in said for number in _numbers(text) if number not in counted)


@pytest.mark.parametrize("text", TEXTS)
def test_three_ways_to_read_give_one_answer(text: str) -> None:
    cleaned = clean(text).text
    slowly = read_surely(cleaned, text)
    codes = [note.code for note in slowly.notes]
    for value in (read_fast(cleaned, text), read_framed(cleaned, text)):
        if value is not None:
            assert (value, [note.code for note in value.notes]) == (slowly, codes)


@pytest.mark.parametrize("text", TEXTS)
def test_a_new_string_keeps_its_numbers_and_reads_back(text: str) -> None:
    value = parse_value(text)
    assert parse_value(str(value)) == value
    assert _dated(value) or _keeps_numbers(text, value)


HEADS = (
    "65岁及以上老年人健康管理率",
    "24小时内办结率",
    "村集体经济收入5万元以上的村占比",
    "12345政务服务便民热线办结率",
    "三级及以上公路比例",
    "2024年度预算执行率",
    "违法行为",
    "下达",
    "累计",
    "培训500人以上合格率",
    "标准不低于每人每月",
    "零下",
    "几",
    "较市场价低",
    "",
)
OPERATORS = ("≥", "不低于", "达到", "达到或超过", "约", "为", "", "不超过", "在")
TAILS = (
    "",
    "%",
    "元",
    "以上",
    "%以上",
    "次/年",
    "天内完成",
    "覆盖率",
    "年一遇",
    "(含)以上",
    "以上以下",
)


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(HEADS),
    st.sampled_from(OPERATORS),
    st.decimals(min_value=100, max_value=999, places=1),
    st.sampled_from(TAILS),
)
def test_a_number_is_read_as_itself_or_said_not_to_be(
    head: str, operator: str, number: object, tail: str
) -> None:
    text = f"{head}{operator}{number}{tail}"
    value = parse_value(text)
    assert parse_value(str(value)) == value
    if isinstance(value, Qualitative):
        assert value.notes, text
        return
    assert str(number) in str(value), text
    assert not isinstance(value, Trend) or isinstance(value.change, Comparison | Range)
    if isinstance(value, Comparison):
        assert value.quantity.number == number or value.notes, text


@pytest.mark.parametrize(
    "row", [row for row in ROWS if "target" in row], ids=lambda row: row["text"]
)
def test_what_was_achieved_keeps_its_numbers(row: dict[str, str]) -> None:
    actual = parse_actual(row["text"], parse_value(row["target"]))
    assert _dated(actual.value) or _keeps_numbers(row["text"], actual.value)
