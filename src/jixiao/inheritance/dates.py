"""When a ruleset is in force, held against its parent: not before it begins, not after it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.findings import Where, finding

if TYPE_CHECKING:
    from jixiao.inheritance.merging import Inheritance
    from jixiao.rules import Ruleset

__all__ = ["dates_at_odds"]


def dates_at_odds(work: Inheritance, parent: Ruleset) -> None:
    """R06: the child is in force before its parent is, or only when its parent is no longer."""
    child = work.child
    if child.effective is None or parent.effective is None:
        return
    begins, (parent_begins, parent_ends) = child.effective[0], parent.effective
    if begins < parent_begins:
        what = f"早于上级“{parent.id}”的生效日期 {parent_begins.isoformat()}"
    elif parent_ends is not None and begins > parent_ends:
        what = f"上级“{parent.id}”已于 {parent_ends.isoformat()} 失效"
    else:
        return
    work.findings.append(
        finding(
            "R06",
            Where(origin=child.effective_origin),
            related=(Where(origin=parent.effective_origin),),
            related_to="parent",
            what=what,
        )
    )
