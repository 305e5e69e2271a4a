"""The quick ways to read give what the grammar gives: frames, the lexer's short cut, drafts."""

from __future__ import annotations

import random
import re
from decimal import Decimal

import pytest

from jixiao.lexicon.splitting import words
from jixiao.parsing import parse_value
from jixiao.parsing.clean import clean
from jixiao.parsing.frames import read_framed
from jixiao.parsing.lexing import _WORDY
from jixiao.parsing.sure import read_surely
from jixiao.parsing.terminals import terminals
from jixiao.units import NO_UNIT, Quantity, parse_unit
from jixiao.values import Comparison, Operator, Range, Trend, Value
from jixiao.values.making import (
    plain_comparison,
    plain_quantity,
    rebounded,
    renumbered,
    resized,
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
                compared += 1
    assert compared > 400


@pytest.mark.parametrize("text", ["90%-80%", "2024年-2023年", "9O%", "3:5", "≥1,200元-5元"])
def test_what_depends_on_the_number_itself_has_no_frame(text: str) -> None:
    cleaned = clean(text).text
    framed = read_framed(cleaned, text)
    assert framed is None or shown(framed) == shown(read_surely(cleaned, text))


def test_terminals_said_to_begin_with_no_digit_begin_with_none() -> None:
    patterns = dict(terminals())
    assert set(patterns) > _WORDY
    for name in _WORDY:
        pattern = re.compile(patterns[name])
        for text in (*TEXTS, *(mutated(seed) for seed in range(500))):
            for at, char in enumerate(text):
                if char in "0123456789":
                    assert pattern.match(text, at) is None, (name, text[at:])


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
    assert rebounded(span, *ends, "3-5") == Range(
        low=ends[0], high=ends[1], high_closed=False, subject="数量"
    )
    trend = Trend(direction="up", baseline="上年", manner="显著", change=plain, rest="左右")
    assert resized(trend, made, "").change is made
    assert shown(resized(trend, plain, "")) == shown(trend)
    assert shown(renumbered(plain, number, plain.text)) == shown(plain)


def test_texts_of_one_frame_are_read_apart() -> None:
    first, second = parse_value("较上年增长5.2%"), parse_value("较上年增长61%")
    assert (str(first), str(second)) == ("较上年提高5.2%", "较上年提高61%")
    assert first.text != second.text
