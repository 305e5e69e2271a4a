"""A ruleset as one Markdown page for officials: everything it says, with sources, in Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.messages.ruleset_page import page_word
from jixiao.writing.markdown import table_lines
from jixiao.writing.ruleset_forms import columns_of, forms_part, trees_part, words_part
from jixiao.writing.ruleset_reading import (
    ancestry_part,
    checks_part,
    unverified_part,
    variables_part,
)
from jixiao.writing.ruleset_scores import grades_part, scoring_part
from jixiao.writing.ruleset_source import Lineage, cite_text, plain_names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from jixiao.library import Loaded
    from jixiao.rules import IndicatorRule, Ruleset

__all__ = ["page_name", "ruleset_page"]


def ruleset_page(loaded: Loaded) -> Iterator[str]:
    """The lines of the page about a ruleset with all that it inherits.

    Raises:
        ValueError: nothing was loaded.

    >>> from jixiao.library import Library
    >>> next(ruleset_page(Library.default().open("财政部-2020")))
    '# 项目支出绩效目标与自评通用规则（财政部-2020）'
    """
    rules = loaded.ruleset
    if rules is None:
        raise ValueError("there is no ruleset to show")
    page = Lineage.of(loaded, rules)
    yield from _cover(page)
    for part in (
        forms_part,
        trees_part,
        words_part,
        scoring_part,
        grades_part,
        checks_part,
        ancestry_part,
        variables_part,
        unverified_part,
    ):
        yield from part(page)


def page_name(rules: Ruleset) -> str:
    """The name of the page's file: that of the ruleset's own.

    >>> from jixiao.library import Library
    >>> page_name(Library.default().load("江苏南通-2025"))
    '320600_nantong_2025.md'
    """
    file = (rules.origin.file or rules.id).replace("\\", "/").rpartition("/")[2]
    return file.removesuffix(".jx") + ".md"


def _cover(page: Lineage) -> Iterator[str]:
    rules = page.rules
    file = (rules.origin.file or "").replace("\\", "/").rpartition("/")[2]
    yield page_word("heading", title=rules.title or rules.id, id=rules.id)
    yield ""
    yield page_word("made", id=rules.id, file=file)
    yield ""
    yield from table_lines(columns_of("cover_columns"), _about(rules))
    yield page_word(
        "contents",
        tables=len(rules.tables),
        indicators=sum(_count(tree.roots) for tree in rules.trees),
        methods=len(rules.scoring.methods),
        checks=len(rules.checks),
    )
    yield ""


def _about(rules: Ruleset) -> Iterator[tuple[str, str]]:
    if rules.region is not None:
        yield page_word("region"), f"{rules.region.code} {rules.region.name}"
    if rules.year is not None:
        yield page_word("year"), str(rules.year)
    if rules.effective is not None:
        start, end = rules.effective
        shown = (
            page_word("from_day", start=_day(start))
            if end is None
            else page_word("until", start=_day(start), end=_day(end))
        )
        yield page_word("effective"), shown
    yield page_word("cite"), cite_text(rules.cite)
    if rules.inherits is not None:
        yield page_word("inherits"), rules.inherits
    if rules.needs:
        yield page_word("needs"), plain_names(rules.needs)
    if rules.doc is not None:
        yield page_word("doc"), rules.doc


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _count(rules: tuple[IndicatorRule, ...]) -> int:
    return sum(1 + _count(one.children) for one in rules)
