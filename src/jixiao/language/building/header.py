"""The lines at the head of a rule file, and 依据 and 说明 wherever they stand.

Each function quotes the rule of `grammar/ruleset.lark` that it answers.
"""

from __future__ import annotations

import re
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jixiao.language.building.line_work import LineWork, Rule, saying, texts
from jixiao.language.statements import Line, Property, Word
from jixiao.rules import Citation, Region

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lark import Token

__all__ = ["HEADER"]

_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


def _ruleset(work: LineWork, children: Sequence[Token]) -> Line:
    """`head: RULESET RSID`."""
    name = children[1]
    return Property("id", "规则集", Word(work.written(name), work.span(name)), work.span(name))


def _title(work: LineWork, children: Sequence[Word]) -> Line:
    """`head: _TITLE ":" text`."""
    return saying(work, "title", "名称", children[0].text)


def _inherits(work: LineWork, children: Sequence[Token]) -> Line:
    """`head: _PARENT ":" RSID`."""
    return Property("inherits", "继承", work.written(children[0]), work.span(children[0]))


def _region(work: LineWork, children: Sequence[Any]) -> Line:
    """`head: _REGION ":" INT name`."""
    code, name = children
    if len(code) != 6:  # noqa: PLR2004 - GB/T 2260
        work.doubt(
            "R05",
            work.span(code),
            what="地区",
            wanted="应为六位行政区划代码和名称，如“320600 江苏省南通市”",
        )
    return saying(work, "region", "地区", Region(str(code), name.text))


def _year(work: LineWork, children: Sequence[Token]) -> Line:
    """`head: _YEAR ":" INT`."""
    token = children[0]
    if len(token) != 4:  # noqa: PLR2004 - a year
        work.doubt("R05", work.span(token), what="年度", wanted="应为四位年份，如“2025”")
        return saying(work, "year", "年度", None)
    return saying(work, "year", "年度", int(token))


def _effective(work: LineWork, children: Sequence[Token | None]) -> Line:
    """`head: _EFFECTIVE ":" DATE [_TO DATE]`."""
    start, end = (_date(work, one) if one is not None else None for one in children)
    if start and end and start > end:
        work.doubt("R06", work.whole(), what="止日早于起日")
    return saying(work, "effective", "生效", (start, end) if start else None)


def _date(work: LineWork, token: Token) -> date | None:
    parts = _DATE.fullmatch(token)
    try:
        return date(*(int(part) for part in parts.groups())) if parts else None
    except ValueError:
        work.doubt("R28", work.span(token))
        return None


def _syntax(work: LineWork, children: Sequence[Token]) -> Line:
    """`head: _SYNTAX ":" INT`."""
    if str(children[0]) != "1":
        work.doubt("R24", work.span(children[0]))
    return saying(work, "syntax", "语法", 1)


def _needs(work: LineWork, children: Sequence[tuple[Word, ...]]) -> Line:
    """`head: _NEEDS ":" names`."""
    return saying(work, "needs", "需要", texts(children[0]))


def _source(work: LineWork, children: Sequence[Citation]) -> Line:
    """`origin: _SOURCE ":" citation`."""
    return saying(work, "cite", "依据", children[0])


def _doc(work: LineWork, children: Sequence[Word]) -> Line:
    """`origin: _DOC ":" text`."""
    return saying(work, "doc", "说明", children[0].text)


HEADER: Mapping[str, Rule] = MappingProxyType(
    {
        "ruleset": _ruleset,
        "title": _title,
        "inherits": _inherits,
        "region": _region,
        "year": _year,
        "effective": _effective,
        "syntax": _syntax,
        "needs": _needs,
        "source": _source,
        "doc": _doc,
    }
)
"""By rule of the grammar."""
