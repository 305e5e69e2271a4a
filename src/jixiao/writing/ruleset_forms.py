"""The part of a ruleset's page about its forms: fields, blocks, columns, indicators, words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.expressions.text import expression_text, number_text
from jixiao.messages.ruleset_page import page_word
from jixiao.rules.text import tests_text
from jixiao.writing.markdown import table_lines
from jixiao.writing.ruleset_source import (
    Lineage,
    cite_text,
    day_text,
    demand_text,
    kinds_text,
    plain_names,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jixiao.rules import ColumnRule, FieldRule, IndicatorRule, TableRule

__all__ = ["columns_of", "forms_part", "trees_part", "words_part"]


def columns_of(name: str) -> list[str]:
    """The column headings of a table of the page."""
    return page_word(name).split("|")


# ── 表 ──


def forms_part(page: Lineage) -> Iterator[str]:
    """Every form with its fields, blocks and columns."""
    if not page.rules.tables:
        return
    yield page_word("tables")
    yield ""
    for table in page.rules.tables:
        yield from _form(page, table)


def _form(page: Lineage, table: TableRule) -> Iterator[str]:
    yield page_word("table", name=table.name)
    yield ""
    about = [page_word("also", names=plain_names(table.aliases))] if table.aliases else []
    if table.stage is not None:
        about.append(page_word("stage", stage=table.stage))
    if table.money_unit is not None:
        about.append(page_word("money_unit", unit=table.money_unit))
    if table.blank_marks:
        about.append(page_word("blanks", marks=plain_names(table.blank_marks)))
    if about:
        yield "".join(about)
        yield ""
    if table.fields:
        yield page_word("fields")
        yield ""
        yield from table_lines(
            columns_of("field_columns"),
            (
                (one.name, _kinds(one), demand_text(one.demand), _notes(one), page.name(one.origin))
                for one in table.fields
            ),
        )
    yield from _blocks(page, table)
    if table.columns:
        yield page_word("columns")
        yield ""
        yield from table_lines(
            columns_of("column_columns"),
            (
                (
                    one.name,
                    one.role or "",
                    _kinds(one),
                    demand_text(one.demand),
                    _notes(one),
                    page.name(one.origin),
                )
                for one in table.columns
            ),
        )


def _blocks(page: Lineage, table: TableRule) -> Iterator[str]:
    for group in table.groups:
        origin = page.name(group.origin)
        yield page_word("block", name=group.name)
        yield ""
        yield from table_lines(
            columns_of("block_columns"),
            (
                (one.name, kinds_text((one.kind,)), plain_names(one.aliases))
                for one in group.columns
            ),
        )
        about = [page_word("block_rows", rows=plain_names(group.rows))] if group.rows else []
        if origin:
            about.append(page_word("block_from", origin=origin))
        if about:
            yield "".join(about)
            yield ""


def _kinds(one: FieldRule | ColumnRule) -> str:
    return kinds_text(one.kinds) or page_word("any_text")


def _notes(one: FieldRule | ColumnRule) -> str:
    notes = [day_text(one.due)]
    if one.choices:
        notes.append(page_word("choices", choices=plain_names(one.choices)))
    if one.aliases:
        notes.append(page_word("also", names=plain_names(one.aliases)).rstrip("。"))
    if one.cite is not None:
        notes.append(f"{page_word('cite')} {cite_text(one.cite)}")
    return "；".join(note for note in notes if note)


# ── 指标 ──


def trees_part(page: Lineage) -> Iterator[str]:
    """Every tree, a line an indicator."""
    trees = [tree for tree in page.rules.trees if tree.roots]
    if not trees:
        return
    yield page_word("trees")
    yield ""
    yield page_word("tree_note")
    yield ""
    for tree in trees:
        yield page_word("tree", tables=plain_names(tree.tables))
        yield ""
        yield from table_lines(columns_of("tree_columns"), _levels(page, tree.roots, 0))


def _levels(page: Lineage, rules: Iterable[IndicatorRule], depth: int) -> Iterator[list[str]]:
    for one in rules:
        name = f"{page_word(f'level{one.level}')} {one.name or page_word('any_name')}"
        mark = "└" + "─" * depth + " " if depth else ""
        cite = "" if one.cite is None else cite_text(one.cite)
        yield [
            mark + name,
            demand_text(one.demand),
            _weight(one),
            _holds(one),
            page_word("or").join(one.methods),
            cite,
            page.name(one.origin),
        ]
        yield from _levels(page, one.children, depth + 1)


def _weight(one: IndicatorRule) -> str:
    said = []
    if one.weight is not None:
        said.append(number_text(one.weight))
    if one.weight_filled:
        said.append(page_word("filled_weight"))
    if one.weight_total is not None:
        said.append(page_word("total_weight", weight=number_text(one.weight_total)))
    return "；".join(said)


def _holds(one: IndicatorRule) -> str:
    said = [kinds_text(one.kinds)] if one.kinds else []
    if one.units:
        said.append(page_word("in_units", units=plain_names(one.units)))
    if one.expected:
        said.append(page_word("should", tests=tests_text(one.expected)))
    if one.choices:
        said.append(page_word("choices", choices=plain_names(one.choices)))
    if one.aliases:
        said.append(page_word("also", names=plain_names(one.aliases)).rstrip("。"))
    return "；".join(said)


# ── 词汇 ──


def words_part(page: Lineage) -> Iterator[str]:
    """Scales, synonyms, units and phrases."""
    words = page.rules.vocabulary
    if not (words.scales or words.synonyms or words.units or words.phrases):
        return
    yield page_word("words")
    yield ""
    yield from table_lines(
        columns_of("scale_columns"),
        ((one.name, " ＞ ".join(one.grades), page.name(one.origin)) for one in words.scales),
    )
    yield from table_lines(
        columns_of("synonym_columns"),
        ((one.word, plain_names(one.others), page.name(one.origin)) for one in words.synonyms),
    )
    yield from table_lines(
        columns_of("unit_columns"),
        (
            (
                plain_names(one.names),
                "" if one.factor is None else f"{number_text(one.factor)} {one.base or ''}",
                page.name(one.origin),
            )
            for one in words.units
        ),
    )
    yield from table_lines(
        columns_of("phrase_columns"),
        (
            (one.name, expression_text(one.expression), page.name(one.origin))
            for one in words.phrases
        ),
    )
