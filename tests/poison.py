"""Texts that try to be more than text, put into every text field of a result."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from attrs import evolve, fields, has

from jixiao.parsing import parse_value
from jixiao.units import Quantity
from jixiao.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from attrs import AttrsInstance

__all__ = ["PAYLOADS", "poisoned", "text_fields"]

FORMULAS = (
    '=HYPERLINK("https://example.com","点此")',
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '=DDE("cmd";"/C calc";"x")',
    '=IMPORTXML(CONCAT("https://example.com/",A1),"//a")',
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "＝1+1",
    "＠SUM(A1)",
    "＋1",
    "－1",
    "'=1+1",
    "''=1+1",
    "{=1+1}",
    "=",
    "+",
    "-",
    "@",
    ";=1+1",
    ",=1+1",
    '",=1+1,"',
    "|=1+1",
)
MARKUP = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "' onmouseover='alert(1)",
    '" onfocus="alert(1)" autofocus="',
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "--><script>alert(1)</script>",
    "<!--",
    "]]><script>alert(1)</script><![CDATA[",
    "<![CDATA[",
    "]]>",
    '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;&a;">]><x>&c;</x>',
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>&a;',
    "<?xml version='1.0'?>",
    "<?php echo 1 ?>",
    "&lt;script&gt;",
    "&amp;",
    "&#60;script&#62;",
    "&nbsp",
    "javascript:alert(1)",
    "[点此](javascript:alert(1))",
    "![图](https://example.com/x.png)",
    "[x]: javascript:alert(1)",
    "<a href='javascript:alert(1)'>",
    "<iframe src=https://example.com>",
    "<base href=https://example.com>",
    "<meta http-equiv=refresh content=0>",
    "{{7*7}}",
    "{% raw %}",
    "${7*7}",
    "#{7*7}",
    "%s%n%x",
    "{0}",
    "{message}",
    "{name}",
    "`code`",
    "| 甲 | 乙 |",
    "\n# 标题\n",
    "**粗**",
)
TERMINAL = (
    "\x1b[31m红\x1b[0m",
    "\x1b[2J\x1b[H",
    "\x1b]0;标题\x07",
    "\x1b]8;;https://example.com\x1b\\点此\x1b]8;;\x1b\\",
    "\x9b31m",
    "\x90q\x9c",
    "\x07\x08\x0b\x0c",
    "\r\x1b[K",
    "甲\x08\x08乙",
    "\u202e反\u202c",
    "\u2066x\u2069",
    "\u200b\u200c\u200d\ufeff",
    "\U000e0041\U000e007f",
    "\u2028行\u2029段",
    "\x85行",
    "\x00",
    "甲\x00乙",
    "\x7f",
    "\ud800",
    "甲\udc80乙",
    "\udfff\ud800",
    "\ufffe\uffff",
    "  须修改  ",
    "\n  \x1b[31m须修改\x1b[0m  T01",
    "甲\n乙\n丙",
    "甲\r\n乙",
    "甲\t乙",
    "\n\n\n",
)
NAMES = (
    "[a]:*?/\\b",
    "History",
    "'引号'",
    "&P&D&[File]",
    '&"宋体"&20',
    "_x000D_",
    "_x0041_",
    "_xFFFF_",
    "CON",
    "../../etc/passwd",
    "..\\..\\x",
    "file:///etc/passwd",
    "\\\\host\\share",
    "长" * 300,
    "a" * 33_000,
    "é\u0301\u0301\u0301\u0301",
    "👨‍👩‍👧‍👦",
    "ﷺ" * 20,
    " ",
)
PAYLOADS = (*FORMULAS, *MARKUP, *TERMINAL, *NAMES)

_T = TypeVar("_T")
_KEPT = {("Finding", "code"), ("Note", "code"), ("Step", "code"), ("Finding", "heading")}
_KEPT |= {("Column", "role"), ("Cell", "use"), ("Scorecard", "version")}
_KEPT |= {("FindingSums", name) for name in ("code", "severity", "heading")}
_KEPT |= {("Summary", name) for name in ("unreadable", "sums")}
_KEPT |= {
    ("Portion", name)
    for name in ("rows", "kinds", "measures", "satisfaction", "cost", "severities", "headings")
}
_KEYED = {"context", "inputs"}
"""Pairs whose first is a name of our own."""
_TEXT = ("str", "str | None", "tuple[str, ...]", "tuple[tuple[str, str], ...]")


def poisoned(thing: _T, put: Callable[[str], str]) -> _T:
    """The same thing with every text of a user changed by `put`; figures and codes stay."""
    return cast("_T", _poisoned(thing, put))


def _poisoned(thing: object, put: Callable[[str], str]) -> object:
    match thing:
        case Value():
            return parse_value(put(thing.text))
        case Quantity():
            return thing
        case tuple():
            return tuple(_poisoned(one, put) for one in thing)
        case _ if has(type(thing)):
            changes = {}
            whole = cast("AttrsInstance", thing)
            for one in fields(type(whole)):
                held = getattr(thing, one.name)
                if (type(thing).__name__, one.name) in _KEPT:
                    continue
                if isinstance(held, str) and str(one.type) not in _TEXT:
                    continue
                if isinstance(held, tuple) and one.name in _KEYED:
                    new: object = tuple((key, put(text)) for key, text in held)
                else:
                    new = _text_or_more(held, put)
                if new != held:
                    changes[one.name.removeprefix("_")] = new
            return evolve(whole, **changes)  # type: ignore[misc]
        case _:
            return thing


def _text_or_more(held: object, put: Callable[[str], str]) -> object:
    if isinstance(held, str):
        return put(held)
    if isinstance(held, tuple):
        return tuple(_text_or_more(one, put) for one in held)
    return _poisoned(held, put)


def text_fields(thing: object) -> int:
    """How many texts `poisoned` changes."""
    count = 0

    def counted(text: str) -> str:
        nonlocal count
        count += 1
        return text

    poisoned(thing, counted)
    return count
