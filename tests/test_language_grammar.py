"""The grammar of rule files: LALR(1) without conflicts, small, and known word by word."""

from __future__ import annotations

import logging
from importlib.resources import files
from typing import TYPE_CHECKING

from lark import Lark, logger

from jixiao.language.building import RULES
from jixiao.language.grammar import STARTS, line_parser
from jixiao.language.words import TERMINALS

if TYPE_CHECKING:
    import pytest

GRAMMAR = files("jixiao.grammar").joinpath("ruleset.lark").read_text(encoding="utf-8")


def test_the_grammar_builds_without_conflicts(caplog: pytest.LogCaptureFixture) -> None:
    """Lark settles shift/reduce conflicts by itself and only logs them; here none may be logged."""
    logger.addHandler(caplog.handler)
    level = logger.level
    logger.setLevel(logging.DEBUG)
    try:
        Lark(GRAMMAR, parser="lalr", start=list(STARTS), debug=True)
    finally:
        logger.setLevel(level)
        logger.removeHandler(caplog.handler)
    assert [one.message for one in caplog.records if "conflict" in one.message.lower()] == []


def test_a_conflict_would_be_seen(caplog: pytest.LogCaptureFixture) -> None:
    logger.addHandler(caplog.handler)
    level = logger.level
    logger.setLevel(logging.DEBUG)
    try:
        Lark('start: expr\nexpr: expr "+" expr | "x"', parser="lalr", debug=True)
    finally:
        logger.setLevel(level)
        logger.removeHandler(caplog.handler)
    assert any("conflict" in one.message.lower() for one in caplog.records)


def test_the_rules_stay_under_150_lines() -> None:
    rules = GRAMMAR.partition("// ── 终结符")[0].splitlines()
    said = [line for line in rules if line.strip() and not line.startswith("//")]
    assert len(said) < 150


def test_every_terminal_has_a_name_for_people() -> None:
    names = {one.name for one in line_parser().terminals if not one.name.startswith("__IGNORE")}
    assert names - set(TERMINALS) == {"WS"}


def test_the_grammar_tells_a_stranger_how_to_edit_it() -> None:
    assert GRAMMAR.startswith("//")
    assert "怎么改这个文件" in GRAMMAR


def test_every_rule_of_the_grammar_is_built_and_nothing_else() -> None:
    named = {
        str(rule.alias or rule.origin.name)
        for rule in line_parser().rules
        if rule.alias or not (rule.options.expand1 or str(rule.origin.name).startswith("_"))
    }
    grown = {name for name in named if not name.startswith("_")}
    assert grown - set(RULES) == set()
    assert set(RULES) - grown - INLINED == set()


INLINED = {"sum", "term", "disj", "conj"}
"""Rules that the tree holds only where they have more than one child."""
