"""Which row of the actuals belongs to which indicator of which table.

By 项目编码, else by 实施单位 and 项目名称: two units may have a project of one name. Within a table
by 三级指标, with 一级指标 and 二级指标 where the name stands there more than once.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Protocol

from attrs import evolve, field, frozen

from jixiao.evaluation.leaves import bare
from jixiao.evaluation.merging import merge_for, unit_of_row
from jixiao.findings import Where, finding, fold_repeats
from jixiao.source import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jixiao.actuals import ActualRow, Actuals, FundingActual
    from jixiao.evaluation.leaves import Leaf
    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.source import Origin
    from jixiao.tables import Table
    from jixiao.values import Value

__all__ = ["Matched", "matched"]

_GOALS = ("目标", "绩效目标", "年度绩效目标")
"""Columns that may tell indicators of one name under two goals apart."""


class _Keyed(Protocol):
    """What a row of either part of the actuals is keyed by."""

    @property
    def code(self) -> str | None: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def project(self) -> str | None: ...
    @property
    def origin(self) -> Origin: ...


@frozen(eq=False)
class Matched:
    """The rows of the actuals by the place of table and leaf, and what found no place."""

    rows: Mapping[tuple[int, int], ActualRow]
    funding: Mapping[int, tuple[FundingActual, ...]]
    findings: tuple[Finding, ...]
    several: Mapping[tuple[int, int], tuple[ActualRow, ...]] = field(factory=dict)
    """The rows of several units that are to be merged, beside the first of them in `rows`."""


def matched(
    tables: tuple[Table, ...],
    leaves: Mapping[int, tuple[Leaf, ...]],
    actuals: Actuals,
    rules: Ruleset | None = None,
) -> Matched:
    """Give every row its indicator; a row that names none, or names one twice, is a finding.

    `leaves` are those of the tables by the place of the table in `tables`. Where `rules` say 汇总,
    units below that of the table may file for it, and several rows of several units are merged.
    """
    merging = rules is not None and bool(rules.scoring.merges)
    findings: list[Finding] = []
    held: dict[tuple[int, int], list[ActualRow]] = {}
    for row in actuals.rows:
        place = _table_of(row, tables, findings, merging=merging)
        leaf = None if place is None else _leaf_of(row, tables[place], leaves[place], findings)
        if place is not None and leaf is not None:
            held.setdefault((place, leaf.place), []).append(row)
    rows, together = {}, {}
    for key, several in held.items():
        leaf = next(one for one in leaves[key[0]] if one.place == key[1])
        parts = None if rules is None else _parts_of(several, leaf.target, rules)
        if parts is not None:
            rows[key], together[key] = _first(parts), parts
            continue
        one = several[0] if len(several) == 1 else _one_of(several, tables[key[0]], findings)
        if one is not None:
            rows[key] = one
    funding: dict[int, tuple[FundingActual, ...]] = {}
    for line in actuals.funding:
        place = _table_of(line, tables, findings, merging=merging)
        if place is not None:
            funding[place] = (*funding.get(place, ()), line)
    return Matched(rows, funding, _once_a_project(findings), together)


def _once_a_project(findings: list[Finding]) -> tuple[Finding, ...]:
    """A project that no table has, or that two have, is said once, with all its rows."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for one in findings:
        whole = one.code in ("E01", "E02")
        groups.setdefault((one.code, one.context) if whole else (id(one),), []).append(one)
    return tuple(folded for group in groups.values() for folded in fold_repeats(group))


def _parts_of(
    several: list[ActualRow], target: Value, rules: Ruleset
) -> tuple[ActualRow, ...] | None:
    """The rows to be merged, one a unit; None where the ruleset or the rows do not allow it."""
    by_unit: dict[str, list[ActualRow]] = {}
    for row in several:
        by_unit.setdefault(squeeze(unit_of_row(row)), []).append(row)
    twice = any(len({one.actual for one in rows}) > 1 for rows in by_unit.values())
    if len(by_unit) == 1 or twice or merge_for(target, rules) is None:
        return None
    return tuple(rows[0] for rows in by_unit.values())


def _first(parts: tuple[ActualRow, ...]) -> ActualRow:
    """What is said of the whole: a weight all agree on, and every reason; no judgement."""
    weights = {one.weight for one in parts}
    reasons = [f"{unit_of_row(one)}：{one.reason}" for one in parts if one.reason]
    return evolve(
        parts[0],
        weight=parts[0].weight if len(weights) == 1 else None,
        rate=None,
        self_score=None,
        reason="；".join(reasons) or None,
        extra=(),
    )


def _table_of(
    row: _Keyed, tables: tuple[Table, ...], findings: list[Finding], *, merging: bool = False
) -> int | None:
    found = _tables_named(row, tables)
    if not found and merging and row.project:
        found = [place for place, one in enumerate(tables) if _same(one.name, row.project)]
    if len(found) == 1:
        return found[0]
    where = Where(table=row.project, unit=row.unit, origin=row.origin)
    project = row.project or row.code or ""
    if found:
        findings.append(finding("E02", where, project=project, count=len(found)))
        return None
    names = {squeeze(one.name): one.name for one in tables}
    nearest = _nearest(squeeze(project), names)
    if squeeze(project) in names and row.unit:
        units = [one.unit or "" for one in tables if squeeze(one.name) == squeeze(project)]
        nearest = _nearest(squeeze(row.unit), {squeeze(one): one for one in units})
    unit = row.unit or row.code or "—"
    findings.append(finding("E01", where, project=project, unit=unit, nearest=nearest))
    return None


def _tables_named(row: _Keyed, tables: tuple[Table, ...]) -> list[int]:
    every = list(enumerate(tables))
    if row.code:
        by_code = [place for place, one in every if one.code and _same(one.code, row.code)]
        if by_code:
            return by_code
    if not row.project:
        return []
    named = [place for place, one in every if _same(one.name, row.project)]
    if not row.unit:
        return named
    exact = [place for place in named if _same(tables[place].unit or "", row.unit)]
    unsaid = [place for place in named if not tables[place].unit]
    return exact or (unsaid if len(named) == len(unsaid) == 1 else [])


def _same(one: str, other: str) -> bool:
    return squeeze(one) == squeeze(other)


def _nearest(text: str, names: Mapping[str, str]) -> str:
    """The nearest name in quotes, or a dash where none is near."""
    near = difflib.get_close_matches(text, list(names), n=1, cutoff=0.5)
    if not near or near[0] == text:
        return "—"
    return f"“{names[near[0]]}”"


def _leaf_of(
    row: ActualRow, table: Table, leaves: tuple[Leaf, ...], findings: list[Finding]
) -> Leaf | None:
    wanted = squeeze(row.level3 or "")
    named = [one for one in leaves if wanted and squeeze(one.row.level3) == wanted]
    if len(named) > 1:
        named = _under(row, named)
    if len(named) == 1:
        return named[0]
    where = Where(
        table=table.name,
        table_index=table.index,
        unit=table.unit,
        level1=row.level1 or None,
        level2=row.level2 or None,
        level3=row.level3 or None,
        origin=row.origin,
    )
    shown = row.level3 or ""
    if named:
        findings.append(finding("E04", where, indicator=shown, count=len(named)))
        return None
    names = {squeeze(one.row.level3): one.row.level3 for one in leaves if one.row.level3}
    nearest = _nearest(wanted, names)
    findings.append(finding("E03", where, project=table.name, indicator=shown, nearest=nearest))
    return None


def _under(row: ActualRow, named: list[Leaf]) -> list[Leaf]:
    """Those of several rows of one name that stand under the 一级 and 二级 that are said."""
    for level, said in (("level1", row.level1), ("level2", row.level2)):
        if said:
            named = [one for one in named if bare(getattr(one.row, level)) == bare(said)]
    goal = next((text for name, text in row.extra if squeeze(name) in _GOALS and text.strip()), "")
    return [one for one in named if not goal or squeeze(one.row.goal or "") == squeeze(goal)]


def _one_of(several: list[ActualRow], table: Table, findings: list[Finding]) -> ActualRow | None:
    """The row that counts of several for one indicator; none where they differ."""
    first = several[0]
    where = Where(
        table=table.name,
        table_index=table.index,
        unit=table.unit,
        level3=first.level3,
        origin=several[-1].origin,
    )
    related = tuple(
        Where(table=table.name, level3=one.level3, origin=one.origin) for one in several
    )
    contents = {(one.actual, one.weight, one.rate, one.self_score) for one in several}
    alike = len(contents) == 1
    findings.append(
        finding(
            "E06" if alike else "E05",
            where,
            related=related,
            indicator=first.level3,
            count=len(several),
            values=_contents(several),
        )
    )
    return first if alike else None


def _contents(several: Iterable[ActualRow]) -> str:
    return "、".join(f"“{one.actual}”" for one in several)
