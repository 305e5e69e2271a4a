"""A line of a case cut into its items: 指标值 ≥98%，实际完成值 95%."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.cases.model import Item
from jixiao.findings import Finding, Where, finding
from jixiao.source import Origin, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Items", "read_items"]

_QUOTES = {"“": "”", '"': '"', "＂": "＂", "「": "」"}
_THOUSANDS = re.compile(r",\d{3}(?!\d)")
_NAME = re.compile(r"[\u4e00-\u9fffA-Za-z_][\u4e00-\u9fffA-Za-z0-9_./()（）]*")


@frozen
class Items:
    """What a line holds, and what is wrong with it."""

    items: tuple[Item, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_items(line: str, start: int, known: Iterable[str], where: Origin, *, place: str) -> Items:
    """The items of a line from a place on, parted by commas; each begins with a known word.

    Text between quotation marks may hold commas; so may a number (1,200).

    >>> line, known = "输入：指标值 “≥3次，合格率100%”，分值10", ("指标值", "分值")
    >>> read = read_items(line, 3, known, Origin(), place="输入")
    >>> [(one.key, one.text) for one in read.items]
    [('指标值', '≥3次，合格率100%'), ('分值', '10')]
    """
    words = sorted(known, key=len, reverse=True)
    items: list[Item] = []
    findings: list[Finding] = []
    for at, text in _parts(line, start):
        origin = Origin(file=where.file, line=where.line, column=at + 1)
        opened = next((quote for quote in _QUOTES if text.startswith(quote)), None)
        if opened is None and _open_quote(text):
            wanted = _QUOTES[_open_quote(text)]
            findings.append(finding("R60", Where(origin=origin), raw=text, wanted=wanted))
            continue
        read = _item(text, words, origin)
        if read is None:
            findings.append(_unknown(text, words, origin, place))
        else:
            items.append(read)
    return Items(tuple(items), tuple(findings))


def _parts(line: str, start: int) -> Iterator[tuple[int, str]]:
    """The pieces between commas, without the space around them, and where they begin."""
    begin, closing = start, ""
    for at in range(start, len(line) + 1):
        char = line[at] if at < len(line) else ""
        if closing:
            if char == closing:
                closing = ""
            if at < len(line):
                continue
        elif char in _QUOTES and char:
            closing = _QUOTES[char]
            continue
        if at == len(line) or (fold(char) == "," and not _inside_number(line, at)):
            piece = line[begin:at]
            text = piece.strip()
            if text:
                yield begin + piece.index(text), text
            begin = at + 1


def _inside_number(line: str, at: int) -> bool:
    """Whether a half-width comma parts the thousands of a number."""
    return line[at] == "," and _THOUSANDS.match(line, at) is not None and line[at - 1].isdigit()


def _open_quote(text: str) -> str:
    """The quotation mark that is not closed; empty where all are."""
    opened = ""
    for char in text:
        if opened:
            opened = "" if char == _QUOTES[opened] else opened
        elif char in _QUOTES:
            opened = char
    return opened


def _item(text: str, words: list[str], origin: Origin) -> Item | None:
    folded = fold(text)
    for word in words:
        if not folded.startswith(fold(word)):
            continue
        rest = text[len(word) :]
        bare = rest.strip()
        if rest and rest == rest.lstrip() and _NAME.match(fold(rest)):
            continue
        if fold(bare[:1]) in (":", "="):
            bare = bare[1:].strip()
        column = (origin.column or 1) + (text.rindex(bare) if bare else 0)
        place = Origin(file=origin.file, line=origin.line, column=column)
        return Item(word, _unquoted(bare), place)
    return None


def _unquoted(text: str) -> str:
    if len(text) > 1 and text[0] in _QUOTES and text[-1] == _QUOTES[text[0]]:
        return text[1:-1]
    return text


def _unknown(text: str, words: list[str], origin: Origin, place: str) -> Finding:
    from jixiao.language.words import nearest

    named = _NAME.match(text)
    word = named[0] if named else text
    return finding(
        "R50",
        Where(origin=origin),
        raw=word,
        word=word,
        place=place,
        expected="、".join(sorted(words, key=lambda one: (len(one), one))),
        nearest=nearest(word, words) or "",
    )
