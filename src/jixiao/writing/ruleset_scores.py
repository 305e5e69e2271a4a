"""The part of a ruleset's page about scoring: rounding, completion, methods, grades."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from jixiao.expressions.text import expression_text, number_text, percent_text
from jixiao.messages.ruleset_page import page_word
from jixiao.writing.band_text import band_text
from jixiao.writing.markdown import cell_text, table_lines
from jixiao.writing.ruleset_forms import columns_of
from jixiao.writing.ruleset_source import Lineage, cite_text, kinds_text, plain_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.rules import Method

__all__ = ["grades_part", "scoring_part"]

_ALL = Decimal(100)


def scoring_part(page: Lineage) -> Iterator[str]:
    """How points come about."""
    scoring = page.rules.scoring
    yield page_word("scoring")
    yield ""
    for one in scoring.roundings:
        how = page_word("cut" if one.cut else "half_up")
        yield page_word("rounding", place=one.place, digits=one.digits, how=how)
        yield ""
    if not scoring.roundings:
        yield page_word("no_rounding")
        yield ""
    for exclusion in scoring.exclusions:
        yield page_word("rescaled" if exclusion.rescaled else "left_aside")
        yield ""
    if scoring.tolerance is not None:
        yield page_word("near", share=percent_text(scoring.tolerance))
        yield ""
    yield from table_lines(
        columns_of("completion_columns"),
        (
            (one.case, expression_text(one.expression), page.name(one.origin))
            for one in scoring.completions
        ),
    )
    if scoring.completion("反向") is None:
        yield page_word("no_reverse")
        yield ""
    yield from table_lines(
        columns_of("default_columns"),
        (
            (kinds_text(one.kinds), plain_names(one.methods), page.name(one.origin))
            for one in scoring.defaults
        ),
    )
    yield from table_lines(
        columns_of("merge_columns"),
        (
            (
                kinds_text((one.kind,)),
                one.how
                if one.weighed_by is None
                else page_word("weighed", how=one.how, by=one.weighed_by),
                page.name(one.origin),
            )
            for one in scoring.merges
        ),
    )
    for method in scoring.methods:
        yield from _method(page, method)


def _method(page: Lineage, method: Method) -> Iterator[str]:
    yield page_word("method", name=method.name)
    yield ""
    for line in _formula(method):
        yield line
        yield ""
    if method.table is not None:
        table = method.table
        yield page_word("by_table", inputs=plain_names(table.inputs))
        yield ""
        rate = table.result == "得分率"
        rows = (
            [band_text(cell) for cell in row.cells[:-1]]
            + [band_text(row.cells[-1], _ALL if rate else None)]
            for row in table.rows
        )
        yield from table_lines([cell_text(one) for one in (*table.inputs, table.result)], rows)
    for line in _bounds(method):
        yield line
        yield ""
    if method.doc is not None:
        yield method.doc + ("" if method.doc.endswith("。") else "。")
        yield ""
    cite, origin = cite_text(method.cite), page.name(method.origin)
    yield page_word("source", cite=cite, origin=origin or page.rules.id)
    yield ""


def _formula(method: Method) -> Iterator[str]:
    if method.kinds:
        yield page_word("applies", kinds=kinds_text(method.kinds))
    if method.rate is not None:
        yield page_word("rate", formula=cell_text(expression_text(method.rate)))
    if method.points is not None:
        yield page_word("points", formula=cell_text(expression_text(method.points)))


def _bounds(method: Method) -> Iterator[str]:
    for name in ("pass_line", "cap", "floor"):
        share = getattr(method, name)
        if share is not None:
            yield page_word(name, share=percent_text(share))
    if method.explain is not None:
        yield page_word("explain", condition=cell_text(expression_text(method.explain)))
    for one in method.deductions:
        yield page_word(
            "deduct",
            amount=cell_text(expression_text(one.amount)),
            condition=cell_text(expression_text(one.condition)),
        )


def grades_part(page: Lineage) -> Iterator[str]:
    """The grades by total, as the notice prints them."""
    bands = page.rules.bands
    if bands is None:
        return
    yield page_word("bands")
    yield ""
    yield page_word("bands_full", full=number_text(bands.full))
    yield ""
    yield from table_lines(
        columns_of("band_columns"),
        ((name, band_text(tests, bands.full)) for name, tests in bands.rows),
    )
    yield page_word("band_note")
    yield ""
    origin = page.name(bands.origin) or page.rules.id
    yield page_word("source", cite=cite_text(bands.cite), origin=origin)
    yield ""
