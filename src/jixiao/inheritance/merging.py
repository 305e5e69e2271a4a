"""Named things of a child and its parent become one: what 修改, 取消 and bare words do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from attrs import NOTHING, evolve, fields

from jixiao.findings import Finding, Where, finding
from jixiao.rules import (
    Change,
    Check,
    Citation,
    ColumnRule,
    Completion,
    Exclusion,
    FieldRule,
    GroupRule,
    Merge,
    Method,
    Phrase,
    Rounding,
    Ruleset,
    Scale,
    Synonym,
    Tolerance,
    UnitRule,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jixiao.source import Origin

__all__ = ["Inheritance", "demand_of", "replace", "said"]


T = TypeVar(
    "T",
    Scale,
    Synonym,
    UnitRule,
    Phrase,
    FieldRule,
    GroupRule,
    ColumnRule,
    Rounding,
    Completion,
    Merge,
    Exclusion,
    Tolerance,
    Method,
    Check,
)


class Inheritance:
    """The findings of one inheritance, and the child whose figures need sources of their own."""

    def __init__(self, child: Ruleset) -> None:
        self.child = child
        self.findings: list[Finding] = []

    def bare(
        self, name: str, how: str, origin: Origin, above: Origin, *, below: bool = False
    ) -> None:
        """R07: written again without 修改."""
        self.findings.append(
            finding(
                "R07",
                Where(origin=origin),
                raw=name,
                related=(Where(origin=above),),
                word=name,
                related_to="parent",
                **({"advice": how} if below else {"advice_flat": how}),
            )
        )

    def baseless(self, name: str, change: Change, origin: Origin) -> None:
        """R08: nothing there to change."""
        where = Where(origin=origin)
        self.findings.append(finding("R08", where, raw=name, word=name, change=change.value))

    def twice(self, name: str, origin: Origin, before: Origin) -> None:
        """R09: said twice in one file."""
        self.findings.append(
            finding(
                "R09",
                Where(origin=origin),
                raw=name,
                related=(Where(origin=before),),
                what=f"“{name}”写了两次",
            )
        )

    def unsourced(self) -> Citation | None:
        """What stands behind a figure that was changed without a source: the child's own, 待核."""
        cite = self.child.cite
        return evolve(cite, verified=False, stated=False) if cite is not None else None

    def merge(
        self,
        ours: Sequence[T],
        theirs: Sequence[T],
        names: Callable[[T], tuple[str, ...]],
        how: Callable[[T], str],
        change: Callable[[T, T], T],
    ) -> tuple[T, ...]:
        """Named things of one kind: inherited ones in their order, then new ones."""
        merged: dict[str, T] = {names(one)[0]: one for one in theirs}
        inherited = {name: names(one)[0] for one in theirs for name in names(one)}
        inherited |= {name: name for name in merged}  # a name goes before another's alias
        said: dict[str, T] = {}
        for one in ours:
            name = names(one)[0]
            known = (inherited[each] for each in names(one) if each in inherited)
            key = next((each for each in known if each in merged), None)
            if name in said:
                self.twice(name, one.origin, said[name].origin)
                continue
            said[name] = one
            if one.change is Change.NONE:
                if key is None:
                    merged[name] = one
                elif merged[key] != one:
                    self.bare(name, how(one), one.origin, merged[key].origin)
            elif key is None:
                self.baseless(name, one.change, one.origin)
            elif one.change is Change.CANCEL:
                del merged[key]
            else:
                merged[key] = evolve(change(one, merged[key]), change=Change.NONE)
        return tuple(merged.values())


def said(one: Any, above: Any, *keep: str) -> Any:  # noqa: ANN401
    """`above` with every attribute that `one` says, that is, whose value is not the default."""
    said = {
        each.name: getattr(one, each.name)
        for each in fields(type(one))
        if each.name not in ("change", "children", "demand", *keep)
        and each.default is not NOTHING
        and getattr(one, each.name) != each.default
    }
    return evolve(above, **said)


def replace(one: T, _: T) -> T:
    """What the child says takes the place of the whole."""
    return one


def demand_of(one: Any, above: Any) -> Any:  # noqa: ANN401
    """必填, 选填, 至少 and 至多 are one clause: whoever says one of them says them all."""
    ours, theirs = one.demand, above.demand
    severity = ours.severity or theirs.severity
    if (ours.required, ours.at_least, ours.at_most) == (None, None, None):
        return evolve(theirs, severity=severity)
    return evolve(ours, severity=severity)
