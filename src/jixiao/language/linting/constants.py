"""Conditions that look at nothing, and phrases that run in a ring (R18, R38)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.expressions import Call, Name, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.language.places import Places
    from jixiao.rules import Check, Ruleset

__all__ = ["check_constant", "check_rings"]


def check_rings(ruleset: Ruleset, places: Places) -> Iterator[Finding]:
    """Phrases that come back to themselves: followed one by one, each phrase entered once."""
    uses = {
        phrase.name: sorted(
            {
                node.parts[0]
                for node in walk(phrase.expression)
                if isinstance(node, Name) and len(node.parts) == 1
            }
        )
        for phrase in ruleset.vocabulary.phrases
    }
    origins = {phrase.name: phrase.origin for phrase in ruleset.vocabulary.phrases}
    done: set[str] = set()
    for first in uses:
        path: list[str] = []
        waiting = [(first, 0)]
        while waiting:
            name, depth = waiting.pop()
            done.update(path[depth:])
            del path[depth:]
            if name in path:
                ring = " → ".join((*path[path.index(name) :], name))
                yield places.doubt("R38", origins[name], name, ring=ring)
            elif name in uses and name not in done:
                path.append(name)
                waiting += [(one, depth + 1) for one in uses[name]]
        done.update(path)


def check_constant(check: Check, places: Places) -> Iterator[Finding]:
    """R18: a condition that looks at nothing in the table."""
    if check.condition is None:
        return
    if not any(isinstance(node, Name | Call) for node in walk(check.condition)):
        yield places.doubt_word("R18", check.origin, check.code)
