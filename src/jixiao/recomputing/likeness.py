"""Which rulesets score alike: of those that do, one is enough to be tried for reference."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve, frozen

if TYPE_CHECKING:
    from jixiao.recomputing.opening import Opened
    from jixiao.rules import Method, Ruleset, Scoring, Vocabulary

__all__ = ["Elsewhere", "elsewhere"]

Ways: TypeAlias = "tuple[Scoring, Vocabulary]"


@frozen(eq=False)
class Elsewhere:
    """A table by another ruleset; `group` is the same for rulesets that score alike.

    Group 0 scores as the ruleset in force does.
    """

    table: Opened
    group: int


def elsewhere(held: Opened) -> tuple[Elsewhere, ...]:
    """The table by every other ruleset there is."""
    known: list[Ways] = [_ways(held.rules)]
    found: list[Elsewhere] = []
    for other in held.others():
        ways = _ways(other.rules)
        if ways not in known:
            known.append(ways)
        found.append(Elsewhere(other, known.index(ways)))
    return tuple(found)


def _ways(rules: Ruleset) -> Ways:
    """How a ruleset scores, without what it says of its sources."""
    scoring = rules.scoring
    bare = tuple(_bare(one) for one in scoring.methods)
    return evolve(scoring, methods=bare, merges=(), exclusions=()), rules.vocabulary


def _bare(method: Method) -> Method:
    return evolve(method, cite=None, doc=None)
