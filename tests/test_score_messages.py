"""The catalogue of scoring: two languages that say the same, politely, and no idle code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import jixiao
from jixiao.messages.score_inputs import SCORE_INPUTS
from jixiao.messages.score_steps import SCORE_STEPS
from jixiao.messages.scores import SCORES

if TYPE_CHECKING:
    from jixiao.messages.entry import Entry

NAMES = re.compile(r"\{([a-z_]+)\}")
EVERY = (*SCORES, *SCORE_INPUTS, *SCORE_STEPS)
HOUSE = Path(jixiao.__file__).parent
SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for path in (*HOUSE.glob("scoring/*.py"), *HOUSE.glob("evaluation/*.py"), HOUSE / "facade.py")
)


@pytest.mark.parametrize("entry", EVERY, ids=lambda one: one.code)
def test_both_languages_name_the_same_figures(entry: Entry) -> None:
    assert set(NAMES.findall(entry.zh)) == set(NAMES.findall(entry.en))


@pytest.mark.parametrize("entry", EVERY, ids=lambda one: one.code)
def test_nobody_is_accused(entry: Entry) -> None:
    assert not re.search("造假|违规|虚报|矛盾|非法|无效", entry.zh)


def test_every_code_stands_once_and_is_used() -> None:
    codes = [one.code for one in EVERY]
    assert len(set(codes)) == len(codes)
    assert [code for code in codes if f'"{code}"' not in SOURCES] == []


def test_every_code_that_is_used_has_a_sentence() -> None:
    used = set(re.findall(r'"(E\d{2,3})"', SOURCES))
    assert used - {one.code for one in EVERY} == set()
