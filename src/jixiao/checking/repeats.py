"""The same words where others are asked for: down the classes, across a row, in a column."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from jixiao.checking.figures import percent_text, value_text
from jixiao.checking.names import PLACEHOLDER_NAME
from jixiao.checking.rows import bare_level, final_column, firm_rows
from jixiao.findings import Where, finding
from jixiao.source import Origin, squeeze
from jixiao.values import Qualitative

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.tables import Document, Indicator, Table

__all__ = [
    "down_the_classes",
    "equal_schedules",
    "one_word_throughout",
    "own_description",
    "share_of_duties",
]

_LONG_TEXT = 5
_MANY_CLASSES = 3
_FEWEST_ROWS = 5
_FEWEST_TABLES = 5
_FEWEST_FIXED = 20
_SMALL_SHARE = 10
_DUTIES = ("履职效能", "产出")


def down_the_classes(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S44, S71 and S73: the same row in several classes, twice in one, one text for several names.

    A text of five characters and more under three classes and two names is said once as S73, and
    the rows that bear it are not named again. Rows that the form prescribes are left alone.
    """
    column = final_column(table)
    if column is None:
        return
    by_text: dict[str, list[Indicator]] = {}
    for row in firm_rows(table):
        name = squeeze(row.level3)
        rule = ruleset.rule_for(table.kind, row.level1, row.level2, row.level3)
        fixed = rule is not None and rule.level == 3 and rule.name is not None  # noqa: PLR2004
        text = squeeze(row.value(column).text)
        if name and text and not fixed and not PLACEHOLDER_NAME.fullmatch(name):
            by_text.setdefault(text, []).append(row)
    for text, rows in by_text.items():
        by_name: dict[str, list[Indicator]] = {}
        for row in rows:
            by_name.setdefault(squeeze(row.level3), []).append(row)
        in_words = isinstance(rows[0].value(column), Qualitative) and len(text) >= _LONG_TEXT
        if in_words and len(by_name) > 1 and len(_classes(rows)) >= _MANY_CLASSES:
            yield _again("S73", table, column, rows)
            continue
        for held in by_name.values():
            if len(_classes(held)) > 1:
                yield _again("S44", table, column, held)
            elif len(held) > 1:
                yield _again("S71", table, column, held)


def _classes(rows: list[Indicator]) -> tuple[str, ...]:
    return tuple(sorted({bare_level(row.level2) for row in rows}))


def _again(code: str, table: Table, column: str, rows: list[Indicator]) -> Finding:
    one = min(rows, key=lambda row: (row.origin.line or row.origin.row or 0, row.level2))
    text = value_text(one.value(column))
    return finding(
        code,
        table.where_row(one, column),
        raw=text,
        related=tuple(table.where_row(row) for row in rows if row is not one),
        name=one.level3,
        value=text,
        count=len(rows),
        levels="、".join(f"“{level}”" for level in _classes(rows)),
    )


def own_description(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S45: a value in words that repeats the description of its row; S13 if it is the name too."""
    del ruleset
    column = final_column(table)
    if column is None:
        return
    for row in firm_rows(table):
        value = row.value(column)
        text = squeeze(value.text)
        in_words = isinstance(value, Qualitative) and value.means is None
        if in_words and text == squeeze(row.description or "") and text != squeeze(row.level3):
            shown = value_text(value)
            yield finding(
                "S45", table.where_row(row, column), raw=shown, name=row.level3, value=shown
            )


def one_word_throughout(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S52: a column of texts in which every row holds one word (绩效基本型, 行业规定).

    Twenty rows at least, or five where the column is that of the basis: what a whole project rests
    on may be one and the same document, so a basis that names one (文号, 《》) is left alone.
    """
    del ruleset
    rows = firm_rows(table)
    names = tuple(dict.fromkeys(name for row in rows for name, _ in row.texts))
    bases = {column.name for column in table.columns if column.role == "依据"}
    roles = {column.name: column.role for column in table.columns}
    for name in names:
        if roles.get(name) not in ("依据", "", None):
            continue
        told = [squeeze(row.text(name) or "") for row in rows]
        words = {text for text in told if text}
        fewest = _FEWEST_ROWS if name in bases else _FEWEST_FIXED
        if len(words) != 1 or len(told) < fewest or not all(told):
            continue
        (word,) = words
        if not any(mark in word for mark in "《号[【〔协合"):
            where = table.where()
            yield finding("S52", where, raw=word, column=name, count=len(told), word=word)


def equal_schedules(document: Document, ruleset: Ruleset) -> Iterator[Finding]:
    """S53: all projects of a document, five at least, have one and the same payment plan."""
    del ruleset
    plans = [
        (table, tuple((step.name, step.share) for step in table.schedule))
        for table in document.tables
        if table.schedule and not table.bare
    ]
    held = Counter(plan for _, plan in plans)
    if len(plans) < _FEWEST_TABLES or len(held) != 1:
        return
    (plan,) = held
    if len(plan) > 1 and all(share is not None for _, share in plan):
        shown = "、".join(
            f"{name} {percent_text(Fraction(share))}" for name, share in plan if share is not None
        )
        yield finding(
            "S53",
            Where(origin=Origin(file=document.file)),
            related=tuple(table.where() for table, _ in plans),
            count=len(plans),
            plan=shown,
        )


def share_of_duties(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S54: in the form of a department less than a tenth of the rows is about what it delivers."""
    del ruleset
    if "整体" not in table.kind + table.title:
        return
    rows = [row for row in table.indicators if row.level1 and row.level3]
    level = next((row.level1 for row in rows if bare_level(row.level1) in _DUTIES), None)
    if level is None or len(rows) < _FEWEST_FIXED:
        return
    own = sum(row.level1 == level for row in rows)
    if own * _SMALL_SHARE < len(rows):
        yield finding(
            "S54",
            table.where(),
            count=len(rows),
            level=level,
            own=own,
            share=percent_text(Fraction(own, len(rows))),
        )
