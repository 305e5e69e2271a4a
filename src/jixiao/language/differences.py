"""What differs between two resolved rulesets, thing by thing and clause by clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import frozen

from jixiao.language.things import TREE, Thing, things
from jixiao.rules.text import citation_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.rules import Ruleset

__all__ = ["Difference", "differences"]


@frozen
class Difference:
    """One thing that is in one ruleset and not in the other, or that says something else there.

    `section` is its heading, `path` its name below it; `before` and `after` are the clauses that
    differ, as the rule language writes them; `cite` is what stands behind the new wording.
    """

    section: str
    path: str
    change: Literal["added", "removed", "changed"]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    cite: str | None = None

    def to_json(self) -> dict[str, object]:
        """Plain data."""
        return {
            "section": self.section,
            "path": self.path,
            "change": self.change,
            "before": list(self.before),
            "after": list(self.after),
            "cite": self.cite,
        }


def differences(before: Ruleset, after: Ruleset) -> tuple[Difference, ...]:
    """What it takes to come from one ruleset to another, in the order of the second.

    >>> from jixiao.rules import Ruleset
    >>> differences(Ruleset("甲-2020", "甲"), Ruleset("甲-2020", "乙"))[0].after
    ('“乙”',)
    """
    old = {(one.section, one.path): one for one in things(before)}
    new = {(one.section, one.path): one for one in things(after)}
    order = list(new)
    for place, key in enumerate(old):
        if key not in new:
            order.insert(min(place, len(order)), key)
    sections = list(dict.fromkeys(section for section, _ in order))
    order.sort(key=lambda key: sections.index(key[0]))
    found = [
        one
        for key in order
        if (one := _difference(old.get(key), new.get(key))) is not None
        and not _below_removed(key, old, new)
    ]
    return _told_together(found)


def _below_removed(
    key: tuple[str, tuple[str, ...]],
    old: dict[tuple[str, tuple[str, ...]], Thing],
    new: dict[tuple[str, tuple[str, ...]], Thing],
) -> bool:
    """Whether what stands above a thing is removed with it."""
    section, path = key
    above = ((section, path[:end]) for end in range(1, len(path)))
    return any(one in old and one not in new for one in above)


def _difference(old: Thing | None, new: Thing | None) -> Difference | None:
    if old is None or new is None:
        one = old or new
        if one is None:
            return None
        path = " › ".join(one.path)
        if old is None:
            cite = _cite(one)
            return Difference(one.section, path, "added", (), one.clauses, cite)
        return Difference(one.section, path, "removed", one.clauses)
    gone = tuple(clause for clause in old.clauses if clause not in new.clauses)
    come = tuple(clause for clause in new.clauses if clause not in old.clauses)
    if not gone and not come:
        if _cite(old) == _cite(new):
            return None
        gone, come = _source(old), _source(new)
    return Difference(new.section, " › ".join(new.path), "changed", gone, come, _cite(new))


def _cite(one: Thing) -> str | None:
    return citation_text(one.cite) if one.cite is not None else None


def _source(one: Thing) -> tuple[str, ...]:
    cite = _cite(one)
    return () if cite is None else (f"依据 {cite}",)


def _told_together(found: Sequence[Difference]) -> tuple[Difference, ...]:
    """The same difference of trees that forms share is told once, with all forms named."""
    forms: dict[tuple[object, ...], list[str]] = {}
    first: dict[tuple[object, ...], Difference] = {}
    for one in found:
        tree = one.section.startswith(TREE)
        key = (one.path, one.change, one.before, one.after, one.cite, tree or one.section)
        first.setdefault(key, one)
        forms.setdefault(key, []).append(one.section.removeprefix(TREE).rstrip("】"))
    return tuple(
        Difference(
            f"{TREE}{'、'.join(forms[key])}】" if one.section.startswith(TREE) else one.section,
            one.path,
            one.change,
            one.before,
            one.after,
            one.cite,
        )
        for key, one in first.items()
    )
