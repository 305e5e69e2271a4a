"""What a case expects, read against its ruleset, and what is wrong with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.cases.faults import bad_text, unknown_thing
from jixiao.cases.figures import interval_of, rate_of
from jixiao.findings import Finding, Where, finding
from jixiao.messages import CATALOGUE
from jixiao.source import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.cases.model import Case, Item
    from jixiao.rules import Ruleset

__all__ = ["VERDICTS", "expected_findings", "listed"]

VERDICTS = {"达成": "met", "未达成": "not_met", "无法判断": "undetermined"}
_BARE = frozenset({*VERDICTS, "不计分"})
_OF_INDICATOR = frozenset({"得分", "得分率", "方法", *_BARE})
_LIST = re.compile(r"[、\s]+")


def listed(text: str) -> tuple[str, ...]:
    """Names or codes parted by 、 or spaces.

    >>> listed("N02、N03")
    ('N02', 'N03')
    """
    return tuple(part for part in _LIST.split(text.strip()) if part)


def expected_findings(case: Case, rules: Ruleset, *, whole: bool) -> Iterator[Finding]:
    """What of the expectation cannot be read, or cannot be asked of such a case.

    `whole` says that all lines could be read: only then is it known what kind of case it is.
    """
    seen: dict[str, Item] = {}
    for item in case.expected:
        where = Where(origin=item.origin)
        kind = "verdict" if item.key in VERDICTS else item.key
        if kind in seen and item.key not in ("问题", "没有问题"):
            above = (Where(origin=seen[kind].origin),)
            yield finding("R54", where, raw=item.key, related=above, word=item.key)
        seen.setdefault(kind, item)
        if whole:
            yield from _fitting(case, item)
        yield from _read(item, rules)


def _fitting(case: Case, item: Item) -> Iterator[Finding]:
    """A grade is asked of a total, points of an indicator, a check of a table."""
    total = case.item("总分") is not None
    kind = "“表”" if case.table is not None else "“总分”" if total else "指标的输入"
    fits = (
        item.key in ("问题", "没有问题")
        if case.table is not None
        else item.key == "等次"
        if total
        else item.key in _OF_INDICATOR or item.key in ("问题", "没有问题")
    )
    if not fits:
        where = Where(origin=item.origin)
        yield finding(
            "R61",
            where,
            raw=item.text or item.key,
            word=case.name,
            one=kind,
            other=f"期望“{item.key}”",
        )


def _read(item: Item, rules: Ruleset) -> Iterator[Finding]:
    match item.key:
        case "得分" if interval_of(item.text) is None:
            yield bad_text(item, "数字，如 9.69，或两个数，如 8.00～8.33")
        case "得分率" if rate_of(item.text) is None:
            yield bad_text(item, "百分数，如 96.94%，或分数，如 95/98")
        case "方法":
            names = tuple(one.name for one in rules.scoring.methods)
            if item.text not in names:
                yield unknown_thing(rules, "方法", item, names)
        case "等次":
            yield from _grades(item, rules)
        case "问题" | "没有问题":
            yield from _codes(item, rules)
        case key if key in _BARE and item.text:
            yield bad_text(item, f"“{item.key}”，后面不再写内容")
        case _:
            pass


def _grades(item: Item, rules: Ruleset) -> Iterator[Finding]:
    grades = () if rules.bands is None else tuple(name for name, _ in rules.bands.rows)
    for word in listed(item.text) or ("",):
        if word not in grades:
            yield unknown_thing(rules, "等次", item, grades, word)


def _codes(item: Item, rules: Ruleset) -> Iterator[Finding]:
    own = tuple(one.code for one in rules.checks)
    if item.key == "问题" and not item.text:
        yield bad_text(item, "校验的编号，如 N02")
    for code in listed(item.text):
        if fold(code) not in own and fold(code) not in CATALOGUE:
            yield unknown_thing(rules, "校验", item, own, code)
