"""A rule file in the one form there is: line by line, in the author's order, with all comments.

`printing` writes a ruleset that exists as objects; this room tidies a text that somebody wrote, and
so keeps the order of its statements, its brackets and every comment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field, frozen
from lark import UnexpectedInput

from jixiao.language.line_text import SpelledLine, spell
from jixiao.language.lines import SECTION_RULES, split_lines, unseen
from jixiao.language.printing.marks import cell_width
from jixiao.source import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["comments_of", "format_text"]

_LEVELS = {"目标": 0, "一级": 1, "二级": 2, "三级": 3}
_OWNERS = {
    "score_line": frozenset(
        {"ROUND", "RATIO", "DEFAULT", "MERGE", "UNFIT", "NEAR", "METHOD"},
    ),
    "check_line": frozenset({"CHECK"}),
}
"""Sections in which a line stands below a statement, unless it is one of these."""


@frozen
class _Tidy:
    """One line of the new text: indented, a heading or not, with the comment that stands behind."""

    indent: int
    line: SpelledLine | None
    comment: str = ""


@define
class _Tidying:
    """The section that is open, and the levels of the indicators that are."""

    rule: str = "head"
    levels: list[int] = field(factory=list)
    lines: list[_Tidy | None] = field(factory=list)


def format_text(text: str) -> str:
    r"""The text of a rule file in the one form; what it reads as stays the same.

    Raises:
        lark.UnexpectedInput: a line that cannot be read; `parse` says which, and why.

    >>> print(format_text("规则集 试验-2024 #甲\n\n【表 甲】\n#乙\n列 丙:必填"), end="")
    规则集 试验-2024  #甲
    <BLANKLINE>
    【表 甲】
    #乙
    列 丙：必填
    """
    work = _Tidying()
    for line in split_lines(unseen(text)):
        bare = line.strip()
        if not bare:
            work.lines.append(None)
        elif fold(bare[0]) == "#":
            work.lines.append(_Tidy(0, None, _comment(bare)))
        else:
            work.lines.append(_tidied(work, line))
    return "\n".join(_laid_out(_spaced(_comments_indented(work.lines)))) + "\n"


def comments_of(text: str) -> tuple[str, ...]:
    r"""All comments of a rule file in their order, without the # and the space around.

    >>> comments_of("# 甲\n规则集 试验-2024  #乙\n")
    ('甲', '乙')
    """
    found = []
    rule = "head"
    for line in split_lines(unseen(text)):
        bare = line.strip()
        if bare and fold(bare[0]) == "#":
            found.append(bare[1:].strip())
        elif bare:
            try:
                one, rule = _spelled(line, rule)
            except UnexpectedInput:
                continue
            found += [one.comment[1:].strip()] if one.comment else []
    return tuple(found)


def _comment(text: str) -> str:
    return "#" + text[1:] if text else ""


def _spelled(line: str, rule: str) -> tuple[SpelledLine, str]:
    """The line in the one form, and the rule for the lines that follow."""
    folded = fold(line)
    if folded.lstrip()[0] not in "【[":
        return spell(line, folded, rule), rule
    one = spell(line, folded, "section")
    word = one.text.strip("【】").removeprefix("修改 ").removeprefix("取消 ").split(" ")[0]
    return one, SECTION_RULES[_HEADS[word]]


_HEADS = {
    "词汇": "vocabulary",
    "表": "table",
    "指标": "tree",
    "计分": "scoring",
    "校验": "checks",
    "等次": "bands",
}


def _tidied(work: _Tidying, line: str) -> _Tidy:
    one, rule = _spelled(line, work.rule)
    if one.first == "_OPEN":
        work.rule, work.levels = rule, []
        return _Tidy(0, one, _comment(one.comment))
    return _Tidy(_indent(work, one), one, _comment(one.comment))


def _indent(work: _Tidying, one: SpelledLine) -> int:
    """How deep a line stands: indicators below those above, parts below their statement."""
    if work.rule == "tree_line":
        level = _LEVELS[one.word]
        while work.levels and work.levels[-1] >= level:
            work.levels.pop()
        work.levels.append(level)
        return len(work.levels) - 1
    owners = _OWNERS.get(work.rule)
    return 0 if owners is None or one.first in owners else 1


def _comments_indented(lines: Sequence[_Tidy | None]) -> list[_Tidy | None]:
    """Lines of comment stand as deep as the statement that follows them."""
    found: list[_Tidy | None] = []
    indent = 0
    for one in reversed(lines):
        if one is None:
            found.append(one)
        elif one.line is None:
            found.append(_Tidy(indent, None, one.comment))
        else:
            indent = one.indent
            found.append(one)
    return found[::-1]


def _heading(one: _Tidy | None) -> bool:
    return one is not None and one.line is not None and one.line.first == "_OPEN"


def _spaced(lines: Sequence[_Tidy | None]) -> list[_Tidy | None]:
    """One empty line before a heading and the comments that belong to it, else at most one."""
    found: list[_Tidy | None] = []
    for one in lines:
        if one is None:
            if found and found[-1] is not None and not _heading(found[-1]):
                found.append(None)
            continue
        if _heading(one):
            place = len(found)
            while place and (above := found[place - 1]) is not None and above.line is None:
                place -= 1
            if place and found[place - 1] is not None:
                found.insert(place, None)
        found.append(one)
    while found and found[-1] is None:
        found.pop()
    return found


def _laid_out(lines: Sequence[_Tidy | None]) -> Iterator[str]:
    """The lines as text; rows of pipes that stand together are as wide as their widest."""
    widths: list[int] = []
    for place, one in enumerate(lines):
        if one is None or one.line is None:
            yield "" if one is None else "  " * one.indent + one.comment
            continue
        if one.line.cells and not widths:
            widths = _widths(lines[place:])
        elif not one.line.cells:
            widths = []
        text = "  " * one.indent + (_row(one.line.cells, widths) or one.line.text)
        yield f"{text}  {one.comment}" if one.comment else text


def _widths(lines: Sequence[_Tidy | None]) -> list[int]:
    """The widths of the columns of the rows that follow one another, comments apart."""
    widths: list[int] = []
    for one in lines:
        if one is None or one.line is None:
            continue
        if not one.line.cells:
            break
        for place, cell in enumerate(one.line.cells):
            if place == len(widths):
                widths.append(0)
            widths[place] = max(widths[place], cell_width(cell))
    return widths


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [
        cell + " " * (width - cell_width(cell)) for cell, width in zip(cells, widths, strict=False)
    ]
    return f"| {' | '.join(padded)} |" if padded else ""
