"""The catalogue of sentences: each code once, in both languages, with the same names to fill in."""

from __future__ import annotations

import re
from collections import Counter
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import jixiao.messages
from jixiao.messages import CATALOGUE, Entry
from jixiao.messages.words import WORDS

NAME = re.compile(r"\{([a-z_0-9]+)\}")
BLAMING = ("造假", "违规", "虚报", "矛盾", "非法", "无效输入")


def families() -> list[Entry]:
    """Every entry of every family, as often as it is written."""
    modules = (
        import_module(f"jixiao.messages.{module.name}")
        for module in iter_modules(jixiao.messages.__path__)
    )
    return [
        entry
        for module in modules
        for name in module.__all__
        if isinstance(held := getattr(module, name), tuple)
        for entry in held
        if isinstance(entry, Entry)
    ]


def test_a_code_is_given_once_and_every_family_is_in_the_catalogue() -> None:
    counts = Counter(entry.code for entry in families())

    assert [code for code, count in counts.items() if count > 1] == []
    assert set(counts) == set(CATALOGUE)


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_an_entry_says_the_same_in_both_languages(code: str) -> None:
    entry = CATALOGUE[code]

    assert bool(entry.zh) == bool(entry.en)
    assert set(NAME.findall(entry.zh)) == set(NAME.findall(entry.en))


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_no_sentence_blames(code: str) -> None:
    assert not [word for word in BLAMING if word in CATALOGUE[code].zh]


@pytest.mark.parametrize("name", sorted(WORDS))
def test_a_word_takes_the_same_figures_in_both_languages(name: str) -> None:
    chinese, english = WORDS[name]

    assert set(NAME.findall(chinese)) == set(NAME.findall(english))


def test_every_word_is_used() -> None:
    package = Path(jixiao.messages.__file__).parent.parent
    lists = {"words.py", "report_words.py", "summary_words.py"}
    pages = (path for path in package.rglob("*.py") if path.name not in lists)
    text = "".join(path.read_text(encoding="utf-8") for path in pages)
    whole = set(re.findall(r'"([a-z_0-9]+)"', text))
    built = {"axis_", "by_", "card_", "heading_", "kind_", "lamp_", "ruleset_", "scope_"}

    assert [
        name
        for name in WORDS
        if name not in whole and not any(name.startswith(prefix) for prefix in built)
    ] == []
