"""A whole document monitored: every filled table against its mid-year actuals, on a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.evaluation.document import library_version
from jixiao.evaluation.leaves import column_of_role, due_column, leaves_of
from jixiao.evaluation.matching import matched
from jixiao.evaluation.sharing import said_once
from jixiao.findings import finding, fold_repeats
from jixiao.monitoring.due import due_by, table_plan
from jixiao.monitoring.given import Given
from jixiao.monitoring.indicator import indicator_status
from jixiao.monitoring.judged import judged
from jixiao.monitoring.lamps import lamp_methods, worst
from jixiao.monitoring.report import MonitorReport
from jixiao.monitoring.spent import spent
from jixiao.monitoring.statuses import TableStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.actuals import Actuals
    from jixiao.evaluation.leaves import Leaf
    from jixiao.expressions import Function
    from jixiao.findings import Finding
    from jixiao.monitoring.due import By
    from jixiao.monitoring.statuses import IndicatorStatus
    from jixiao.rules import Ruleset
    from jixiao.tables import Column, Document, Table

__all__ = ["monitor_document"]


def monitor_document(  # noqa: PLR0913 - what a report depends on, by name
    document: Document,
    actuals: Actuals,
    rules: Ruleset,
    *,
    as_of: date,
    by: By = "month",
    functions: Mapping[str, Function] | None = None,
) -> MonitorReport:
    """How far every table is by a day, against what is due by closed months, days or its own plan.

    No points and no grade. Bad input is in the findings; nothing is raised for it.
    """
    if not document.readable:
        actuals = evolve(actuals, rows=(), funding=())
    findings: list[Finding] = [] if document.readable else list(document.findings)
    filled: list[tuple[Table, Column, tuple[Leaf, ...]]] = []
    for table in document.tables:
        column = _annual(table, rules, as_of)
        if table.blank:
            findings.append(finding("E215", table.where()))
        elif table.bare:
            findings.append(finding("T123", table.where(), count=table.unread))
        elif column is not None:
            filled.append((table, column, leaves_of(table, rules, column.name)))
    found = matched(
        tuple(table for table, _, _ in filled),
        {place: leaves for place, (_, _, leaves) in enumerate(filled)},
        actuals,
        rules,
    )
    calls = rules.functions if functions is None else functions
    findings += found.findings
    if filled and not lamp_methods(rules):
        findings.append(finding("E208", ruleset=rules.id))
    tables = []
    for place, (table, column, leaves) in enumerate(filled):
        year = table.year if table.year is not None else as_of.year
        plan = table_plan(table, year)
        counted, first = due_column(table, rules, as_of)
        given = Given(
            table=table,
            leaves=leaves,
            rows={leaf: row for (at, leaf), row in found.rows.items() if at == place},
            funding=found.funding.get(place, ()),
            rules=rules,
            functions=calls,
            as_of=as_of,
            year=year,
            by=by,
            due=due_by(by, as_of, year, rules=rules, functions=calls, plan=plan),
            plan=plan,
            counted=None if first is not None else counted,
            annual=column,
        )
        status, said = _table(given)
        tables.append(status)
        findings += said
    return MonitorReport(
        tables=tuple(tables),
        findings=(*actuals.findings, *said_once(findings, _OF_ALL, len(filled))),
        ruleset=rules.id,
        ruleset_digest=rules.digest,
        as_of=as_of,
        by=by,
        version=library_version(),
        document=document.file,
        document_digest=document.digest,
        actuals=actuals.file,
        actuals_digest=actuals.digest,
    )


def _annual(table: Table, rules: Ruleset, as_of: date) -> Column | None:
    """The column of targets of the whole year: the one that is due on 31 December."""
    year = table.year if table.year is not None else as_of.year
    return due_column(table, rules, date(year, 12, 31))[0]


def _table(given: Given) -> tuple[TableStatus, tuple[Finding, ...]]:
    """One table: its money, its indicators, and what is to be said."""
    table, money = given.table, spent(given)
    findings: list[Finding] = []
    if given.as_of.year != given.year:
        date_text = given.as_of.isoformat()
        findings.append(finding("E212", table.where(), date=date_text, year=given.year))
    elif given.by == "plan" and not given.plan:
        findings.append(finding("E207", table.where()))
    statuses: list[IndicatorStatus] = []
    said: list[Finding] = []
    for leaf in given.leaves:
        if leaf.funded or not leaf.row.level3.strip():
            continue
        status, more = indicator_status(judged(leaf, given, money), given, money)
        statuses.append(status)
        said += more
    nothing = not given.rows and not given.funding
    if nothing and column_of_role(table, "实际值") is None:
        findings.append(finding("E205", table.where()))
        said = [one for one in said if one.code != "E204"]
    else:
        findings += money.findings
    missing = [one for one in said if one.code == "E204"]
    findings += fold_repeats(missing)
    findings += [one for one in said if one.code != "E204"]
    result = TableStatus(
        name=table.name,
        unit=table.unit,
        index=table.index,
        due=given.due.share,
        by=given.due.by,
        money=money.statuses,
        indicators=tuple(statuses),
        lamp=worst(one.progress.lamp for one in statuses),
        code=table.code,
        steps=(given.due.step,),
    )
    return result, tuple(findings)


_OF_ALL = frozenset({"E205", "E207", "E212"})
"""Findings that speak of the whole document where every table has them."""
