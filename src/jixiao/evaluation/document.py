"""A whole document evaluated: every filled table against its actuals, by a ruleset, on a day."""

from __future__ import annotations

from datetime import date
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.evaluation.leaves import due_column, leaves_of
from jixiao.evaluation.matching import matched
from jixiao.evaluation.options import Options
from jixiao.evaluation.scorecard import Scorecard
from jixiao.evaluation.sharing import said_once
from jixiao.evaluation.table_scoring import TableInput, score_table
from jixiao.findings import finding
from jixiao.library import Library

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from jixiao.actuals import Actuals
    from jixiao.evaluation.leaves import Leaf
    from jixiao.expressions import Function
    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.tables import Document, Table

__all__ = ["evaluate_document", "library_version"]


def evaluate_document(  # noqa: PLR0913 - what an evaluation depends on, by name
    document: Document,
    actuals: Actuals,
    rules: Ruleset,
    *,
    as_of: date | None = None,
    weights: Mapping[tuple[str, ...], Decimal] | None = None,
    accept_inferred: bool = False,
    functions: Mapping[str, Function] | None = None,
) -> Scorecard:
    """The scorecard of a document: bad input is in its findings, nothing is raised for it.

    Where the document could not be read, what it says of itself is all that is to be said.

    `as_of` is the day of the evaluation, 31 December of the tables' year where it is not given,
    and a finding says so. `weights` are the caller's, by path: (一级,), (一级, 二级),
    (一级, 二级, 三级). Without them a table whose weights had to be inferred gets no grade, unless
    `accept_inferred`.
    """
    if not document.readable:
        actuals = evolve(actuals, rows=(), funding=())
    findings: list[Finding] = [] if document.readable else list(document.findings)
    day = as_of if as_of is not None else _default_day(document, rules)
    if as_of is None and day is not None and document.readable:
        findings.append(finding("E13", date=day.isoformat()))
    filled: list[tuple[Table, str, tuple[Leaf, ...]]] = []
    for table in document.tables:
        table_day = day if as_of is not None else _end_of_year(table, day)
        found = None if table_day is None else _open(table, rules, table_day, findings)
        if found is not None:
            filled.append((table, *found))
    found_rows = matched(
        tuple(table for table, _, _ in filled),
        {place: leaves for place, (_, _, leaves) in enumerate(filled)},
        actuals,
        rules,
    )
    findings += found_rows.findings
    tables = []
    for place, (table, column, leaves) in enumerate(filled):
        table_day = day if as_of is not None else _end_of_year(table, day)
        if table_day is None:
            continue
        result, said = score_table(
            TableInput(
                table=table,
                column=column,
                leaves=leaves,
                rows={leaf: row for (at, leaf), row in found_rows.rows.items() if at == place},
                funding=found_rows.funding.get(place, ()),
                several={
                    leaf: row for (at, leaf), row in found_rows.several.items() if at == place
                },
                rules=rules,
                functions=rules.functions if functions is None else functions,
                as_of=table_day,
                weights=weights,
                accept_inferred=accept_inferred,
            )
        )
        tables.append(result)
        findings += said
    return Scorecard(
        tables=tuple(tables),
        findings=(*actuals.findings, *said_once(findings, _OF_ALL, len(filled))),
        ruleset=rules.id,
        ruleset_digest=rules.digest,
        as_of=day,
        version=library_version(),
        document=document.file,
        document_digest=document.digest,
        actuals=actuals.file,
        actuals_digest=actuals.digest,
        options=Options(
            as_of,
            accept_inferred,
            tuple(sorted((weights or {}).items())),
            document.read_by,
        ),
        ruleset_file=_file_of(rules),
    )


def _file_of(rules: Ruleset) -> str | None:
    """The file of a ruleset that cannot be had by its id, as it was named."""
    if rules.id in Library.default().ids():
        known = Library.default().open(rules.id).ruleset
        if known is not None and known.digest == rules.digest:
            return None
    return rules.origin.file


def _default_day(document: Document, rules: Ruleset) -> date | None:
    """31 December of the latest year of the tables, else of the ruleset."""
    years = [table.year for table in document.tables if table.year is not None]
    year = max(years) if years else rules.year
    return None if year is None else date(year, 12, 31)


def _end_of_year(table: Table, day: date | None) -> date | None:
    return day if table.year is None else date(table.year, 12, 31)


def _open(
    table: Table, rules: Ruleset, day: date, findings: list[Finding]
) -> tuple[str, tuple[Leaf, ...]] | None:
    """The column that counts and the leaves; None for a table that is not scored, which is said."""
    if table.bare:
        unknown = finding("T123", table.where(), count=table.unread)
        findings.append(finding("E15", table.where()) if table.blank else unknown)
        return None
    column, first = due_column(table, rules, day)
    if column is None:
        return None
    if first is not None:
        findings.append(
            finding(
                "E14",
                table.where(),
                date=day.isoformat(),
                column=column.name,
                due=first.isoformat(),
            )
        )
        return None
    if not rules.roots(table.kind):
        findings.append(finding("E26", table.where(), ruleset=rules.id, table=table.kind))
    return column.name, leaves_of(table, rules, column.name)


_OF_ALL = frozenset({"E10", "E18", "E25", "E26"})
"""Findings that speak of the whole document where every table has them."""


def library_version() -> str:
    """The library's version as installed."""
    try:
        return version("jixiao")
    except PackageNotFoundError:  # pragma: no cover - run from a bare tree
        return "0"
