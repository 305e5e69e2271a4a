"""No text takes more steps than its length allows: calls are counted, so that no clock decides.

What a single pattern may take is the matter of `test_regex_shapes`; the time itself is measured by
`benchmarks/values.py`.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from jixiao.parsing import parse_value
from jixiao.parsing.sure import read_surely
from test_values_hostile import HOSTILE

if TYPE_CHECKING:
    from types import FrameType

LONGEST_READ = 296
"""Characters of a text that the grammar still reads; a longer one is prose."""


def steps(text: str) -> int:
    """Calls of functions, Python's own among them, that the grammar makes of a text."""
    counted = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read_surely(text, text)
    finally:
        sys.setprofile(before)
    return counted


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:6])
def test_twice_the_text_takes_no_more_than_twice_the_steps(text: str) -> None:
    whole = text[:LONGEST_READ]
    half = whole[: LONGEST_READ // 2]
    for part in (whole, half):
        parse_value(part)  # patterns are compiled once
    short, long = steps(half), steps(whole)
    assert long <= 2.5 * short + 300
    assert long <= 150 * LONGEST_READ
