"""A whole document recomputed: every table that prints scores, each by the ruleset in force."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.evaluation.document import library_version
from jixiao.evaluation.leaves import column_of_role
from jixiao.evaluation.sharing import said_once
from jixiao.findings import finding
from jixiao.library import Library
from jixiao.recomputing.budget import budget_rows
from jixiao.recomputing.grades import grade_of
from jixiao.recomputing.in_force import in_force
from jixiao.recomputing.loose import loose_figures
from jixiao.recomputing.money import budget_lines
from jixiao.recomputing.opening import opened
from jixiao.recomputing.patterns import patterns
from jixiao.recomputing.rates import parts, rates
from jixiao.recomputing.report import RecomputedTable, RecomputeReport
from jixiao.recomputing.rows import recomputed_rows
from jixiao.recomputing.sums import score_sums
from jixiao.recomputing.weight_sums import label_sums, weight_sums

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from jixiao.findings import Finding
    from jixiao.recomputing.opening import Opened
    from jixiao.recomputing.result_rows import RecomputedRow, RecomputedTotal
    from jixiao.rules import Ruleset
    from jixiao.tables import Document, Table

__all__ = ["recompute_document"]

_OF_ALL = frozenset({"E13", "E492", "E493", "E494", "E495", "E497", "E498", "E499"})
"""Findings that speak of the whole document where every table has them."""


def recompute_document(
    document: Document,
    rules: Ruleset | None = None,
    *,
    as_of: date | None = None,
    weights: Mapping[tuple[str, ...], Decimal] | None = None,
) -> RecomputeReport:
    """Every printed score of a document held against the rules; nothing is raised for its content.

    Without `rules` each table goes by the ruleset of its place and year, else by the national one,
    and a finding says so. `weights` are supposed for rows that print none, by (三级,) or by
    (一级, 二级, 三级): what follows from them is marked as such.
    """
    library = Library.default()
    findings: list[Finding] = [] if document.readable else list(document.findings)
    tables: list[RecomputedTable] = []
    rows: list[RecomputedRow] = []
    totals: list[RecomputedTotal] = []
    for table in document.tables:
        if not _scored(table):
            findings.append(finding("E494", table.where()))
            continue
        chosen = in_force(table, library, rules)
        day = as_of or date(table.year or chosen.rules.year or date.max.year, 12, 31)
        held = opened(table, chosen.rules, library, day, weights)
        if held is None:
            findings.append(finding("E494", table.where()))
            continue
        held = evolve(held, loose=loose_figures(document, table))
        findings += chosen.findings
        if as_of is None:
            findings.append(finding("E13", table.where(), date=day.isoformat()))
        own, sums = _recomputed(held)
        if all(one.printed_text is None for one in own):
            findings.append(finding("E494", table.where()))
        findings += patterns(held, own, sums)
        rows += own
        totals += sums
        tables.append(_head(held, day))
    return RecomputeReport(
        tables=tuple(tables),
        rows=tuple(rows),
        totals=tuple(totals),
        findings=said_once(findings, _OF_ALL, len(document.tables)),
        version=library_version(),
        document=document.file,
        document_digest=document.digest,
    )


def _scored(table: Table) -> bool:
    """Whether a table prints scores, or is a self-evaluation that could."""
    if column_of_role(table, "得分") is not None or table.totals:
        return True
    return any(one.points.number is not None for one in budget_lines(table)) or (
        table.stage == "自评" and not table.bare
    )


def _recomputed(
    held: Opened,
) -> tuple[tuple[RecomputedRow, ...], tuple[RecomputedTotal, ...]]:
    table = held.table
    rows = (*recomputed_rows(held), *budget_rows(held))
    totals = (
        *rates(table),
        *parts(table),
        *label_sums(held),
        *weight_sums(held, rows),
        *score_sums(held, rows),
        *grade_of(held),
    )
    return rows, totals


def _head(held: Opened, day: date) -> RecomputedTable:
    table, rules = held.table, held.rules
    return RecomputedTable(
        table.name, table.index, table.unit, table.year, rules.id, rules.digest, day.isoformat()
    )
