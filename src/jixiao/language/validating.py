"""All static checks of a resolved ruleset, in the order in which a reader meets the places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.language.linting.decisions import check_decisions
from jixiao.language.linting.declarations import check_declarations
from jixiao.language.linting.names import check_names
from jixiao.language.linting.unused import check_unused
from jixiao.language.places import Places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.findings import Finding
    from jixiao.rules import Ruleset

__all__ = ["validate"]


def validate(ruleset: Ruleset, sources: Mapping[str, str] | None = None) -> tuple[Finding, ...]:
    """What is wrong with a resolved ruleset; `sources` are its files' texts, for exact places.

    >>> from jixiao.rules import Ruleset
    >>> validate(Ruleset(id="试验-2024", title="试验"))
    ()
    """
    places = Places(sources or {})
    found = (
        *check_declarations(ruleset, places),
        *check_decisions(ruleset, places),
        *check_names(ruleset, places),
        *check_unused(ruleset, places),
    )
    order = {name: place for place, name in enumerate(places.sources)}
    return tuple(
        sorted(
            dict.fromkeys(found),
            key=lambda one: (
                order.get(one.where.origin.file or "", len(order)),
                one.where.origin.line or 0,
                one.where.origin.column or 0,
                one.code,
            ),
        )
    )
