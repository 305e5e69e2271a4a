"""Hostile and damaged text: a value or the library's own error, quickly, and no number guessed."""

from __future__ import annotations

import random
import time

import pytest

from jixiao.findings import ValueSyntaxError
from jixiao.parsing import parse_value
from jixiao.parsing.clean import clean, is_clean
from jixiao.parsing.fast import read_fast, read_quick
from jixiao.parsing.slow import read_slow
from jixiao.source import fold
from jixiao.values import Absent, Comparison, Compound, Qualitative, Range
from values_table import DOCUMENT_VALUES, LABELLED

TEXTS = tuple(row[0] for _, rows in LABELLED for row in rows)
SPICE = (
    "≥≤<>=％%0123456789.,，、；;-—~～至到前内以上下年月日底每个"
    "万亿千百十二三两零无不余多约近()（）[]/·*:：±²٣½①\u200b\u202e\x00 \n成折倍翻A²e_"
)
CHUNK = 12_500
CHUNKS = 16
"""16 × 12,500 = 200,000 mutated strings in every run."""


def mutated(seed: int) -> str:
    chance = random.Random(seed)  # noqa: S311 - reproducible damage, not a secret
    text = list(chance.choice(TEXTS))
    for _ in range(chance.randint(1, 3)):
        at = chance.randint(0, len(text))
        match chance.randint(0, 4):
            case 0:
                text.insert(at, chance.choice(SPICE))
            case 1:
                del text[at : at + 1]
            case 2:
                text[at : at + 1] = chance.choice(SPICE)
            case 3:
                text[at:at] = chance.choice(TEXTS)
            case _:
                text[at:at] = text[at : at + 3]
    return "".join(text)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_a_mutated_text_is_a_value_that_can_be_written_down_or_our_own_error(chunk: int) -> None:
    for seed in range(chunk * CHUNK, (chunk + 1) * CHUNK):
        text = mutated(seed)
        value = parse_value(text)
        assert value.text == text
        assert parse_value(str(value)) == value, text
        if seed % 50 == 0:
            try:
                strict = parse_value(text, strict=True)
            except ValueSyntaxError as error:
                assert 0 <= error.start <= error.end <= len(text)  # noqa: PT017 - the place matters
            else:
                assert strict == value


def test_the_fast_path_reads_what_the_grammar_reads() -> None:
    compared = 0
    texts = [*TEXTS, *(row[0] for row in DOCUMENT_VALUES), *(mutated(seed) for seed in range(8000))]
    for text in texts:
        cleaned = clean(text).text
        fast = read_fast(cleaned, text)
        if fast is None:
            continue
        slow, _ = read_slow(cleaned, text)
        quick = read_quick(text) or fast
        assert (quick, quick.notes, quick.text) == (slow, slow.notes, slow.text), text
        assert (fast, fast.notes, fast.text) == (slow, slow.notes, slow.text), text
        compared += 1
    assert compared > 700


def test_what_is_clean_is_not_changed_by_cleaning() -> None:
    for text in (*TEXTS, *(mutated(seed) for seed in range(4000))):
        folded = fold(text)
        if is_clean(folded):
            assert clean(text).text == folded


CONFUSABLE = {
    **{chr(ord(char) + 0xFEE0): char for char in map(chr, range(0x21, 0x7F))},
    **dict.fromkeys("≧⩾≽", "≥"),
    **dict.fromkeys("≦⩽≼", "≤"),
    **dict.fromkeys("–−‐‑‒﹣", "-"),
    **dict.fromkeys("〜∼", "~"),
    "―": "—",
    "﹪": "%",
    "﹦": "=",
    "﹥": ">",
    "﹤": "<",
    "∶": ":",
    "﹕": ":",
    "﹐": ",",
    "﹔": ";",
    "﹢": "+",
    "﹙": "(",
    "﹚": ")",
    "•": "·",
    "‧": "·",
    "∙": "·",
    "⋅": "·",
    "⼀": "一",
    "⼆": "二",
    "⼈": "人",
    "⽉": "月",
    "⽇": "日",
}


def test_there_are_at_least_120_confusables() -> None:
    assert len(CONFUSABLE) >= 120


@pytest.mark.parametrize("text", ["≥98.5%", "90%-95%", "优良率≥90%", "2024年12月31日前", "1,200元"])
def test_a_confusable_at_any_position_reads_as_its_plain_form(text: str) -> None:
    for odd, plain in CONFUSABLE.items():
        for at in range(len(text) + 1):
            with_odd, with_plain = (text[:at] + char + text[at:] for char in (odd, plain))
            assert parse_value(with_odd) == parse_value(with_plain)
            replaced, wanted = (text[:at] + char + text[at + 1 :] for char in (odd, plain))
            assert parse_value(replaced) == parse_value(wanted)


@pytest.mark.parametrize(
    "char", ["\u200b", "\ufeff", "\u00ad", "\u2060", "\x00", "\u202e", "\u200f"]
)
def test_an_invisible_character_is_passed_over_with_a_note(char: str) -> None:
    text = "≥98%"
    for at in range(len(text) + 1):
        value = parse_value(text[:at] + char + text[at:])
        assert value == parse_value(text)
        assert {note.code for note in value.notes} <= {"V05", "V06"}
        assert value.notes


@pytest.mark.parametrize(
    "text",
    ["NaN次", "Infinity", "1e5", "1_000", "٣次", "≥10²", "½", "1.2.3", "1,23", "0x10", "1E1000000"],
)
def test_what_looks_like_a_number_to_a_machine_is_none(text: str) -> None:
    value = parse_value(text)
    assert isinstance(value, Qualitative | Absent)
    if any(char.isnumeric() for char in text):
        assert value.notes


def test_a_number_beyond_the_limits_is_kept_as_words_with_a_note() -> None:
    value = parse_value("≥" + "9" * 31)
    assert isinstance(value, Qualitative)
    assert value.notes[0].code in {"L02", "V02"}
    assert isinstance(parse_value("≥" + "9" * 30), Comparison)
    long = parse_value("长" * 2001)
    assert [note.code for note in long.notes] == ["L01"]


HOSTILE = (
    "≥98%" + "万条" * 900,
    "9" * 2000,
    "1," * 1000,
    "(" * 2000,
    "≥" * 2000,
    "一" * 2000,
    "每人" * 900,
    "A1" * 1000,
    "不低于" * 600,
    "12月" * 600,
    "提高" * 900,
    "较上年" * 600,
    "5%-" * 600,
    "无" * 2000,
    "/人" * 900,
    "1分之" * 600,
    "优良率≥90%，" * 250,
    "a" * 1999 + "≥",
    "在" * 1999 + "内",
    "不断" * 999,
    "万" * 2000,
    "和5" * 1000,
    "由5%、" * 500,
    "较上年增长" * 400,
    "不低于优良率≥90%,期限" * 170,
    "增长" + "≥" * 1998,
    "每人" + "=" * 1998,
    "之间增长≥≥,约" * 280,
    "介于" + "年" * 1998,
    "增长个成。" * 400,
    "倍;A" * 660,
    "至不,介于十【1," * 220,
    "/十" * 1000,
    "每百" * 1000,
)

READ_BY_THE_GRAMMAR = 299
"""Characters of the longest text that is no prose: there every pattern has its say."""


@pytest.mark.parametrize("length", [READ_BY_THE_GRAMMAR, 2000])
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:6])
def test_no_text_takes_long_or_grows_worse_than_linearly(text: str, length: int) -> None:
    def seconds(part: str) -> float:
        best = 1.0
        for salt in range(3):
            varied = part[salt:]
            start = time.process_time()
            parse_value(varied)
            best = min(best, time.process_time() - start)
        return best

    parse_value("90%-95%")
    seconds(text[-100:])
    whole = text[:length]
    half, all_of_it = seconds(whole[: len(whole) // 2]), seconds(whole)
    assert all_of_it < 0.1
    assert all_of_it < 5 * half + 0.02


@pytest.mark.parametrize(
    ("text", "codes"),
    [("≥90%，服务12345热线", ["V02"]), ("热线96333", []), ("≥95%，群众满意", [])],
)
def test_a_number_that_was_not_understood_is_never_said_with_confidence(
    text: str, codes: list[str]
) -> None:
    value = parse_value(text)
    found = [note.code for note in value.notes]
    assert found == codes or isinstance(value, Comparison | Range | Compound)
