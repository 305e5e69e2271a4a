"""Indicators filed where they do not belong: satisfaction as benefit, money handling as output."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.checking.names import PLACEHOLDER_NAME, SATISFACTION, is_management_ratio
from jixiao.checking.rows import bare_level, firm_rows
from jixiao.findings import finding
from jixiao.source import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.tables import Table

__all__ = ["management_as_result", "satisfaction_elsewhere"]

_RESULTS = ("产出", "成本", "效益")
_GRANTS = re.compile(r"补助|补贴|资助|救助|配套|转移支付|奖补")


def _handed_on(about: str, ratio: str) -> bool:
    """Whether the ratio is about money that a grant hands on."""
    return bool(_GRANTS.search(about)) and any(word in ratio for word in ("到位", "拨付", "支付"))


def satisfaction_elsewhere(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S06: 满意 under 效益 while 满意度指标 of the same form is empty.

    The form must have the class: a slot printed for it, or a place in the ruleset's tree. A row
    under it that was read with doubts counts as filled.
    """
    filled = any(SATISFACTION in row.level1 + row.level2 for row in table.indicators)
    slots = any(SATISFACTION in slot.level1 + slot.level2 for slot in table.slots)
    roots = (root.name or "" for root in ruleset.roots(table.kind))
    if filled or not (slots or any(SATISFACTION in name for name in roots)):
        return
    for row in firm_rows(table):
        if SATISFACTION in row.level3 and bare_level(row.level1) in ("效益", "社会效应"):
            yield finding(
                "S06", table.where_row(row), raw=row.level3, name=row.level3, level=row.level2
            )


def management_as_result(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S08 and S09: 专款专用率, 资金使用率, 支付率 as output, cost or benefit of a project.

    A grant may well have 到位率 and 拨付率 as its very output, so these are left alone where the
    project or the row names one. Where the output holds nothing else, S09 says so; the rows of the
    output are then not named again one by one. The forms of whole departments have such ratios in
    their tree and are left alone.
    """
    del ruleset
    if "整体" in table.kind or "整体" in table.title:
        return
    found = [
        row
        for row in firm_rows(table)
        if is_management_ratio(row.level3) and not _handed_on(table.name + row.level3, row.level3)
    ]
    outputs = [
        row
        for row in table.indicators
        if bare_level(row.level1) == "产出" and not PLACEHOLDER_NAME.fullmatch(squeeze(row.level3))
    ]
    only = bool(outputs) and all(row in found for row in outputs)
    if only:
        yield finding(
            "S09",
            table.where_row(outputs[0], None),
            names="、".join(row.level3 for row in outputs),
        )
    for row in found:
        level = bare_level(row.level1)
        if level in _RESULTS and not (only and level == "产出"):
            yield finding(
                "S08",
                table.where_row(row),
                raw=row.level3,
                name=row.level3,
                level=row.level2,
                kind=level,
            )
