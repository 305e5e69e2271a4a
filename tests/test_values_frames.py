"""The quick ways to read give what the grammar gives: frames, the lexer's short cut, drafts."""

from __future__ import annotations

import random
import re
from decimal import Decimal

import pytest
from attrs import evolve

from jixiao.lexicon.splitting import words
from jixiao.parsing import parse_value
from jixiao.parsing.beginnings import beginnings
from jixiao.parsing.clean import clean
from jixiao.parsing.frames import read_framed, read_repeated
from jixiao.parsing.framing import framed_text
from jixiao.parsing.masks import TELLING, masked
from jixiao.parsing.sure import read_surely
from jixiao.parsing.syntax import opening
from jixiao.parsing.terminals import terminals
from jixiao.units import NO_UNIT, Quantity, parse_unit
from jixiao.values import Comparison, Operator, Range, Trend, Value
from jixiao.values.making import (
    plain_comparison,
    plain_quantity,
    rebounded,
    renumbered,
    resized,
    rewritten,
)
from test_values_hostile import TEXTS, mutated

FIGURES = words(
    "1 3 7 12 15 30 31 99 100 360 1000 1949 2024 2030 12345 0.5 0.07 2.50 1000000 0 00 1.2.3"
)


def renumbered_text(text: str, chance: random.Random) -> str:
    """The text with other numbers, years, days and damaged ones among them."""
    return re.sub(r"[0-9]+(\.[0-9]+)?", lambda found: chance.choice([*FIGURES, found[0]]), text)


def shown(value: Value) -> tuple[object, ...]:
    parts = getattr(value, "parts", ())
    return repr(value), value, value.notes, value.text, [part.text for part in parts]


@pytest.mark.parametrize("chunk", range(4))
def test_a_framed_reading_is_the_reading_of_the_grammar(chunk: int) -> None:
    chance = random.Random(chunk)  # noqa: S311 - reproducible, not a secret
    compared = 0
    for seed in range(chunk * 1500, (chunk + 1) * 1500):
        for base in (mutated(seed), chance.choice(TEXTS)):
            text = renumbered_text(base, chance)
            cleaned = clean(text).text
            framed = read_framed(cleaned, text)
            if framed is not None:
                assert shown(framed) == shown(read_surely(cleaned, text)), text
                again = [read_repeated(cleaned, text) for _ in range(2)][-1]
                assert again is not None
                assert shown(again) == shown(framed)
                compared += 1
    assert compared > 400


NAMES = words(
    "水利 设施 居民 收入 完好 率 服务 人员 培训 项 目 个 超 低 不 于 提 高 增 长 上 年 较 "
    "比 基 数 预 算 同 期 内 前 限 价 全 覆 盖 到 位 保 持 稳 定 有 效 按 时 完 成 每 季 度 "
    "每月 约 近 余 多 第 由 无 零 一 三 百 万 亿 半 成 折 倍 公里 满意 平 均 标 准 为 是 大 "
    "小 参照 群 众 安 全 投 诉 时 间 进 以 在 和 与 之 推迟 延期 顺延 高于 达到或 优于 节点"
)


def renamed_text(text: str, chance: random.Random) -> str:
    """The text with other names at the head of its items, words of the language among them."""
    name = "".join(chance.choices(NAMES, k=chance.randint(1, 6)))
    other = "".join(chance.choices(NAMES, k=chance.randint(1, 4)))
    if chance.random() < 0.5:
        text = re.sub(r"^[\u4e00-\u9fff]*", name, text)
        return re.sub(r"(?<=[,;。，；])[\u4e00-\u9fff]*", other, text)
    return name + re.sub(r"(?<=[,;。，；])", other, text)


@pytest.mark.parametrize("chunk", range(4))
def test_a_name_reads_as_any_other_name(chunk: int) -> None:
    chance = random.Random(chunk)  # noqa: S311 - reproducible, not a secret
    compared = 0
    for seed in range(chunk * 1500, (chunk + 1) * 1500):
        for base in (mutated(seed), chance.choice(TEXTS)):
            text = renamed_text(base, chance)
            cleaned = clean(text).text
            if not masked(cleaned)[1]:
                continue
            framed = read_framed(cleaned, text)
            if framed is not None:
                assert shown(framed) == shown(read_surely(cleaned, text)), text
                compared += 1
    assert compared > 400


@pytest.mark.parametrize("text", ["足额到位", "暂不确定", "居民囗≥5%,收入", "较上年", "增长5%"])
def test_words_that_say_something_have_no_mask(text: str) -> None:
    framed = read_framed(text, text)
    assert framed is None or shown(framed) == shown(read_surely(text, text))
    assert not masked("增长5%")[1]


def test_whatever_begins_an_item_begins_with_a_word_that_tells() -> None:
    patterns = {name: re.compile(pattern) for name, pattern in terminals()}
    free = words("SUBJECT WORDS REFERENCE")
    heads = opening() - set(free)
    assert {"BASELINE", "POINT", "CHANGE", "PER"} < heads
    for text in (*TEXTS, *(mutated(seed) for seed in range(3000))):
        cleaned = clean(text).text
        for at, char in enumerate(cleaned):
            if "\u4e00" <= char <= "\u9fff" and TELLING.match(cleaned, at) is None:
                assert not any(patterns[name].match(cleaned, at) for name in heads), cleaned[at:]
        for name in free[::2]:
            found = patterns[name].match(cleaned)
            end = 0 if found is None else found.end()
            if name == "SUBJECT" and found and "\u4e00" <= cleaned[end] <= "\u9fff":
                assert TELLING.match(cleaned, end) is not None, cleaned[end:]
            if name == "REFERENCE" and found:
                assert TELLING.search(found[0]) is not None


def test_no_terminal_knows_a_mask() -> None:
    for mask in masked("水利,林业,农业,牧业")[1]:
        assert not any(mask in pattern for _, pattern in terminals())
        assert TELLING.search(mask) is None


@pytest.mark.parametrize("text", ["10-15个工作日", "60-70%", "3—5次", "满意度85~90%", "1-2万元"])
def test_both_ends_of_a_range_are_taken_out_of_its_frame(text: str) -> None:
    framed = framed_text(text)
    assert framed is not None
    assert len(framed.digits) == 2
    read = read_framed(text, text)
    assert read is not None
    assert shown(read) == shown(read_surely(text, text))


@pytest.mark.parametrize("text", ["1-12月", "5-8号", "12到1月", "2024-12-31"])
def test_days_and_months_stay_in_their_frame(text: str) -> None:
    framed = framed_text(text)
    assert framed is None or text[0] in framed.frame


@pytest.mark.parametrize("text", ["90%-80%", "2024年-2023年", "9O%", "3:5", "≥1,200元-5元"])
def test_what_depends_on_the_number_itself_has_no_frame(text: str) -> None:
    cleaned = clean(text).text
    framed = read_framed(cleaned, text)
    assert framed is None or shown(framed) == shown(read_surely(cleaned, text))


def test_a_pattern_is_tried_before_every_character_that_it_can_begin_with() -> None:
    patterns = [(re.compile(pattern), beginnings(pattern)) for _, pattern in terminals()]
    saved = 0
    for text in (*TEXTS, *(mutated(seed) for seed in range(500))):
        for at, char in enumerate(text):
            for pattern, begins in patterns:
                if not begins.may_be(char):
                    assert pattern.match(text, at) is None, (pattern.pattern, text[at:])
                    saved += 1
    assert saved > 100_000


@pytest.mark.parametrize(
    ("pattern", "said", "not_said"),
    [
        ("(?:a|b?c)d", "abc", "d"),
        ("(?:a)?(?:b|c*)d|e{0,2}f", "abcdef", "g"),
        ("(?<!a)(?=b(?:c|d))[e-g]+?h", "efg", "abcdh"),
        (r"\((?:a)|[\])]b|\.", "(]).", "ab"),
        ("[^a-c]d", "dz", "abc"),
        ("a{2}b|(?:(?:c|d)+|e)f", "acde", "bf"),
        ("a?", "az", ""),
        (r"\A(?:$|a)b|.(?<=c)", "abc", "\n"),
        (r"\u4e00\d", "一", "1u"),
        (r"\.|\n|\)", ".\n)", "an("),
    ],
)
def test_what_a_pattern_can_begin_with(pattern: str, said: str, not_said: str) -> None:
    found = beginnings(pattern)
    assert [char for char in said + not_said if found.may_be(char)] == list(said)


def test_what_is_made_on_a_draft_is_what_the_class_makes() -> None:
    unit, number = parse_unit("万条"), Decimal("12.5")
    quantity = Quantity(number, unit)
    assert plain_quantity(number, unit) == quantity
    made = plain_comparison(Operator.GE, number, unit, "≥12.5万条", "数量")
    plain = Comparison(op=Operator.GE, quantity=quantity, text="≥12.5万条", subject="数量")
    assert shown(made) == shown(plain)
    assert hash(made) == hash(plain)
    assert type(made) is Comparison
    with pytest.raises(AttributeError):
        made.op = None  # type: ignore[misc]
    ends = Quantity(Decimal(3), NO_UNIT), Quantity(Decimal(5), NO_UNIT)
    span = Range(low=quantity, high=quantity, high_closed=False, subject="数量")
    assert rebounded(span, ends, "3-5", "数量", ()) == Range(
        low=ends[0], high=ends[1], high_closed=False, subject="数量"
    )
    trend = Trend(direction="up", baseline="上年", manner="显著", change=plain, rest="左右")
    assert resized(trend, made, "", None, ()).change is made
    assert shown(resized(trend, plain, "", None, ())) == shown(trend)
    for value in (plain, span, trend):
        assert shown(rewritten(value, "别的写法")) == shown(evolve(value, text="别的写法"))
        assert rewritten(value, value.text) is value
    assert shown(renumbered(plain, number, plain.text, "数量", ())) == shown(plain)


def test_texts_of_one_frame_are_read_apart() -> None:
    first, second = parse_value("较上年增长5.2%"), parse_value("较上年增长61%")
    assert (str(first), str(second)) == ("较上年提高5.2%", "较上年提高61%")
    assert first.text != second.text
