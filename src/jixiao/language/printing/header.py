"""The head of a rule file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.expressions.text import name_text, names_text, quoted_text
from jixiao.rules.text import citation_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from jixiao.rules import Ruleset

__all__ = ["header_lines"]


def header_lines(ruleset: Ruleset) -> Iterator[str]:
    """The lines before the first heading."""
    yield f"规则集 {ruleset.id}"
    if ruleset.title:
        yield f"名称：{quoted_text(ruleset.title)}"
    if ruleset.inherits is not None:
        yield f"继承：{ruleset.inherits}"
    if ruleset.region is not None:
        yield f"地区：{ruleset.region.code} {name_text(ruleset.region.name)}"
    if ruleset.year is not None:
        yield f"年度：{ruleset.year}"
    if ruleset.effective is not None:
        start, end = ruleset.effective
        yield f"生效：{day_text(start)}" + (f" 至 {day_text(end)}" if end is not None else "")
    if ruleset.cite is not None:
        yield f"依据：{citation_text(ruleset.cite)}"
    if ruleset.needs:
        yield f"需要：{names_text(ruleset.needs)}"
    if ruleset.doc is not None:
        yield f"说明：{quoted_text(ruleset.doc)}"


def day_text(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
