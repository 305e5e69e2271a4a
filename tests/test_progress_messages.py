"""The catalogue of monitoring and verifying: two languages that say the same, and no idle code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import jixiao
from jixiao.messages.progress import PROGRESS
from jixiao.messages.verification import VERIFICATION

if TYPE_CHECKING:
    from jixiao.messages.entry import Entry

NAMES = re.compile(r"\{([a-z_]+)\}")
SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for room in ("monitoring", "verifying")
    for path in (Path(jixiao.__file__).parent / room).glob("*.py")
)
ENTRIES = (*PROGRESS, *VERIFICATION)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda one: one.code)
def test_both_languages_name_the_same_figures(entry: Entry) -> None:
    assert set(NAMES.findall(entry.zh)) == set(NAMES.findall(entry.en))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda one: one.code)
def test_nobody_is_accused(entry: Entry) -> None:
    assert not re.search("造假|违规|虚报|矛盾|非法|无效", entry.zh)


def test_every_code_stands_once_and_is_used() -> None:
    codes = [one.code for one in ENTRIES]
    assert len(set(codes)) == len(codes)
    assert [code for code in codes if f'"{code}"' not in SOURCES] == []
