"""【校验】 inherited: a code belongs to the ruleset that wrote it, and is never used again."""

from __future__ import annotations

from attrs import evolve

from jixiao.findings import Where, finding
from jixiao.inheritance.merging import Inheritance, said
from jixiao.rules import Change, Check, Ruleset

__all__ = ["checks_of"]


def checks_of(work: Inheritance, child: Ruleset, parent: Ruleset) -> tuple[Check, ...]:
    """The checks of both; a code used twice, or one that was retired, is R17."""
    said: dict[str, Check] = {}
    for one in child.checks:
        before = said.setdefault(one.code, one)
        if before is not one:
            work.findings.append(
                finding(
                    "R17",
                    Where(origin=one.origin),
                    raw=one.code,
                    related=(Where(origin=before.origin),),
                    word=one.code,
                    what="用了两次",
                )
            )
        if one.change is Change.NONE and one.code in parent.retired:
            work.findings.append(
                finding(
                    "R17",
                    Where(origin=one.origin),
                    raw=one.code,
                    word=one.code,
                    what="在上级里用过，已经取消",
                )
            )
    return work.merge(
        tuple(said.values()),
        parent.checks,
        lambda one: (one.code,),
        lambda one: f"校验 {one.code}",
        _check,
    )


def _check(one: Check, above: Check) -> Check:
    changed: Check = said(one, above, "severity", "title", "scope", "each", "written_in")
    if one.title:
        changed = evolve(changed, severity=one.severity, title=one.title)
    return evolve(changed, scope=one.scope, each=one.each) if one.scope else changed
