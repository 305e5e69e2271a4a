"""One document with what was found in it, as a summary of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from jixiao.recomputing.tally import tally_of
from jixiao.summaries.keyed import added
from jixiao.summaries.names import NameSums, folded_name, name_sums
from jixiao.summaries.places import place_of
from jixiao.summaries.portions import Portion
from jixiao.summaries.said import finding_sums
from jixiao.summaries.scores import NO_SCORES, score_sums
from jixiao.summaries.summary import ACROSS, AXES, UNKNOWN, Summary
from jixiao.summaries.tables_seen import portion_of, targets_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jixiao.findings import Finding
    from jixiao.recomputing import RecomputeReport
    from jixiao.rules import Ruleset
    from jixiao.summaries.said import FindingSums
    from jixiao.summaries.scores import ScoreSums
    from jixiao.tables import Document, Table

__all__ = ["UNOPENED", "summarize_document", "unreadable_file"]

UNOPENED = "unopened"
"""The reason of a file that could not be opened, or brought its reader down."""

Keys = dict[str, str]
"""Of each axis, what a table is counted under."""


def unreadable_file(reason: str = UNOPENED) -> Summary:
    """The summary of a file that was not read.

    >>> unreadable_file().files, unreadable_file().read
    (1, 0)
    """
    return Summary(unreadable=((reason, 1),))


def summarize_document(
    document: Document,
    findings: Iterable[Finding],
    report: RecomputeReport | None = None,
    rules: Ruleset | None = None,
) -> Summary:
    """What a document adds: its tables, `findings` about it, and the scores of `report`.

    Those who recompute hand on the findings of checking; the report's own are added here. `rules`
    is the ruleset that was asked for, where one was.
    """
    if not document.tables:
        reason = next((one.code for one in document.findings), UNOPENED)
        return unreadable_file(reason)
    said = (*findings, *(() if report is None else report.findings))
    keys = {table.index: _keys(table, rules) for table in document.tables}
    shared = _shared(tuple(keys.values()))
    total = Summary(
        read=1,
        findings=_said(said),
        names=_names(document, said, report),
        recomputed=int(report is not None),
    )
    for table in document.tables:
        held = portion_of(table, tuple(targets_of(table)))
        if report is not None:
            held = evolve(held, scores=_scores(report, table.index))
        total += _under(keys[table.index], held)
    for one in said:
        where = _key_of(one, keys, shared)
        total += _under(where, _of_finding(one))
    return total if report is None else total + _recomputed(report)


def _keys(table: Table, rules: Ruleset | None) -> Keys:
    return {
        "regions": place_of(table, rules) or UNKNOWN,
        "rulesets": table.ruleset or UNKNOWN,
        "forms": table.kind or UNKNOWN,
        "years": UNKNOWN if table.year is None else str(table.year),
        "stages": table.stage,
    }


def _shared(several: tuple[Keys, ...]) -> Keys:
    """What all tables are counted under; across where they differ."""
    first = several[0]
    return {
        axis: first[axis] if all(one[axis] == first[axis] for one in several) else ACROSS
        for axis in AXES
    }


def _key_of(one: Finding, keys: Mapping[int, Keys], shared: Keys) -> Keys:
    """Under what a finding is counted: its table's, else what all tables of the file share."""
    index = one.where.table_index
    return shared if index is None else keys.get(index, shared)


def _under(keys: Keys, held: Portion) -> Summary:
    parted: dict[str, Any] = {axis: ((name, held),) for axis, name in keys.items()}
    return Summary(whole=held, **parted)


def _of_finding(one: Finding) -> Portion:
    return Portion(
        severities=((one.severity.value, 1),),
        headings=((one.heading, 1),) if one.heading else (),
    )


def _said(findings: Iterable[Finding]) -> tuple[tuple[str, FindingSums], ...]:
    seen: set[str] = set()
    held: tuple[tuple[str, FindingSums], ...] = ()
    for finding in findings:
        one = finding_sums(finding)
        if one.key in seen:
            one = evolve(one, files=0)
        seen.add(one.key)
        held = added(held, ((one.key, one),))
    return held


def _names(
    document: Document, findings: Iterable[Finding], report: RecomputeReport | None
) -> tuple[tuple[str, NameSums], ...]:
    held: dict[str, NameSums] = {}
    for name, one in _of_names(document, findings, report):
        held[name] = held[name] + one if name in held else one
    return tuple(sorted(held.items()))


def _of_names(
    document: Document, findings: Iterable[Finding], report: RecomputeReport | None
) -> Iterator[tuple[str, NameSums]]:
    for table in document.tables:
        for target in targets_of(table):
            if target.name:
                yield target.name, name_sums(target.measure)
    for finding in findings:
        for where in finding.items or (finding.where,):
            if where.level3:
                yield folded_name(where.level3), NameSums(findings=1)
    for row in () if report is None else report.rows:
        if row.kind == "indicator" and row.result != "unscored" and row.indicator:
            cleared = int(row.result != "differs")
            yield folded_name(row.indicator), NameSums(scored=1, cleared=cleared)


def _scores(report: RecomputeReport, index: int) -> ScoreSums:
    if all(one.index != index for one in report.tables):
        return NO_SCORES
    return score_sums(one for one in report.rows if one.table_index == index)


def _recomputed(report: RecomputeReport) -> Summary:
    kinds = sorted({one.kind for one in report.totals})
    total = Summary(
        sums=tuple(
            (kind, tally_of(one.result for one in report.totals if one.kind == kind))
            for kind in kinds
        )
    )
    for table in report.tables:
        total += Summary(scored_by=((table.ruleset, _scores(report, table.index)),))
    return total
