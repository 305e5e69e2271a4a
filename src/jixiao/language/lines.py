"""A rule file as lines: folded, bounded, each read by the rule of its section."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen
from lark import Token, Tree, UnexpectedInput

from jixiao.findings import Finding, Where, finding
from jixiao.language.building import build
from jixiao.language.grammar import line_parser
from jixiao.language.statements import Line, Opening
from jixiao.language.syntax_errors import explain
from jixiao.language.words import simplified
from jixiao.limits import DEFAULT_LIMITS, Limits
from jixiao.source import Origin, Span, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "SECTION_RULES",
    "Reading",
    "expression_of",
    "read_lines",
    "split_lines",
    "unseen",
]

_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"\w+|[^\w\s]")
"""Words and marks, counted before they are read: what reading costs is bounded by them."""
_DIGITS = re.compile(r"\d+")
_UNSEEN = str.maketrans(dict.fromkeys("\ufeff\u200b\u200c\u200d\u2060", " "))
SECTION_RULES = {
    "vocabulary": "vocabulary_line",
    "table": "table_line",
    "tree": "tree_line",
    "scoring": "score_line",
    "checks": "check_line",
    "bands": "band_line",
}
"""What reads the lines of a section, by its kind."""


@frozen
class Reading:
    """The lines that could be read, what is to be said, and the lines that could not, by number."""

    lines: tuple[tuple[int, Line], ...]
    findings: tuple[Finding, ...]
    broken: tuple[tuple[int, str], ...] = ()


def unseen(text: str) -> str:
    """The text with marks that nobody sees (BOM, zero-width spaces) made spaces, one to one."""
    return text.translate(_UNSEEN)


def split_lines(text: str) -> list[str]:
    r"""The lines of a text, however they end; a last line that is empty is none.

    >>> split_lines("甲\r\n乙\n")
    ['甲', '乙']
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines if lines[-1] else lines[:-1]


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Number, offset and text of each line that says something."""
    number, seen = 1, 0
    for match in _LINE.finditer(text):
        gap = text[seen : match.start()]
        number += gap.count("\n") + gap.count("\r") - gap.count("\r\n")
        seen = match.start()
        line = match[0]
        bare = line.strip()
        if bare and fold(bare[0]) != "#":
            yield number, match.start(), line


def read_lines(text: str, file: str | None, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """Every line of a file that says something; reading goes on after a line that is broken."""
    found: list[tuple[int, Line]] = []
    findings: list[Finding] = []
    broken: list[tuple[int, str]] = []
    rule = "head"
    words = 0
    for count, (number, offset, line) in enumerate(_lines(unseen(text))):
        origin = Origin(file=file, line=number, column=len(line) - len(line.lstrip()) + 1)
        words += _words(line)
        full = _full(count, words, len(broken), limits)
        if full is not None:
            code, limit = full
            findings.append(finding(code, Where(origin=origin), limit=limit))
            break
        opening = fold(line.lstrip()[0]) in "【["
        read = _read_line(line, offset, "section" if opening else rule, origin, limits)
        findings += read.findings
        if read.line is None:
            broken.append((number, line))
        else:
            found.append((number, read.line))
        if isinstance(read.line, Opening):
            rule = SECTION_RULES[read.line.kind]
        elif opening:
            rule = _guess(line, rule)
            found.append((number, Opening("lost", Span(offset, offset + len(line)))))
    return Reading(tuple(found), tuple(findings), tuple(broken))


def _words(line: str) -> int:
    """What a line costs to read, in words: a cell of a table costs as much as three."""
    return len(_WORD.findall(line)) + 2 * (line.count("|") + line.count("｜"))


def _full(lines: int, words: int, broken: int, limits: Limits) -> tuple[str, int] | None:
    """The limit that ends the reading of a file, by code and figure."""
    if lines >= limits.ruleset_lines:
        return "L11", limits.ruleset_lines
    if words > limits.ruleset_words:
        return "L20", limits.ruleset_words
    return ("L12", limits.ruleset_errors) if broken >= limits.ruleset_errors else None


_SHORT = 200
"""Lines that are remembered: rulesets of one family share most of theirs."""


def _parsed(folded: str, rule: str) -> Tree[Token]:
    return line_parser().parse(folded, start=rule)


_tree = lru_cache(maxsize=1_024)(_parsed)


@frozen
class _Read:
    line: Line | None
    findings: tuple[Finding, ...] = ()


def _guess(line: str, rule: str) -> str:
    """The section a broken heading opens: by its first word, so that its lines are still read."""
    words = {"词汇": "vocabulary", "表": "table", "指标": "tree", "计分": "scoring"}
    words |= {"校验": "checks", "等次": "bands"}
    return next(
        (SECTION_RULES[kind] for word, kind in words.items() if word in simplified(line[:4])), rule
    )


def _read_line(line: str, offset: int, rule: str, origin: Origin, limits: Limits) -> _Read:
    too_much = _beyond(line, origin, limits)
    if too_much is not None:
        return _Read(None, (too_much,))
    folded = fold(line)
    try:
        tree = _tree(folded, rule) if len(line) < _SHORT else _parsed(folded, rule)
    except UnexpectedInput:
        return _Read(None, (explain(folded, line, rule, origin),))
    if len(line) > limits.nesting and _too_deep(tree, limits):
        return _Read(None, (finding("L13", Where(origin=origin), limit=limits.nesting),))
    built, findings = build(tree, line, offset, origin)
    return _Read(built, findings)  # type: ignore[arg-type]


def expression_of(text: str, offset: int, origin: Origin, limits: Limits) -> object:
    """An expression that stands in a text of its own: the tree, or the finding why not."""
    folded = fold(text)
    try:
        tree = line_parser().parse(folded, start="expr")
    except UnexpectedInput:
        return explain(folded, text, "expr", origin)
    if _too_deep(tree, limits):
        return finding("L13", Where(origin=origin), limit=limits.nesting)
    return build(tree, text, offset, origin)[0]


def _beyond(line: str, origin: Origin, limits: Limits) -> Finding | None:
    """What is too much about a line, before any of it is read."""
    where = Where(origin=origin)
    if len(line) > limits.ruleset_line_chars:
        return finding("L14", where, size=len(line), limit=limits.ruleset_line_chars)
    if len(line) > limits.integer_digits:
        for digits in _DIGITS.finditer(line):
            if len(digits[0]) > limits.integer_digits:
                place = Origin(file=origin.file, line=origin.line, column=digits.start() + 1)
                return finding(
                    "L15", Where(origin=place), raw=digits[0], limit=limits.integer_digits
                )
    return None


def _too_deep(tree: object, limits: Limits) -> bool:
    """Whether a tree is nested deeper than the limit; walked without recursion.

    A chain of equal operators counts as a depth for each, as it does in the expression it becomes.
    """
    bound = limits.nesting
    waiting: list[tuple[object, int]] = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        if depth > bound:
            return True
        if isinstance(node, Tree):
            grown = node.data in _DEEPER
            chained = len(node.children) if node.data in _CHAINS else 0
            if depth + chained > bound:
                return True
            waiting += [(child, depth + chained + grown) for child in node.children]
    return False


_CHAINS = frozenset({"disj", "conj", "sum", "term"})
_DEEPER = frozenset(
    {
        "if_",
        "not_",
        "neg_",
        "call",
        "comparison",
        "is_blank",
        "is_filled",
        "is_in",
        "is_kind",
        "negate",
    }
)
