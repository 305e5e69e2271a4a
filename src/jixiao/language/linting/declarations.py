"""Whether what a ruleset declares fits together: the rooms of linting in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.language.linting.dates import check_dates
from jixiao.language.linting.defaults import check_defaults
from jixiao.language.linting.indicators import check_indicator, check_siblings
from jixiao.language.linting.tables import check_scopes, check_table
from jixiao.language.linting.vocabulary import check_vocabulary, unknown
from jixiao.language.linting.weights import check_weights

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.language.places import Places
    from jixiao.rules import Ruleset

__all__ = ["check_declarations"]


def check_declarations(ruleset: Ruleset, places: Places) -> Iterator[Finding]:
    """All findings about names of tables, scales, methods and units, and about weights."""
    yield from check_dates(ruleset, places)
    yield from check_vocabulary(ruleset, places)
    for table in ruleset.tables:
        yield from check_table(ruleset, table, places)
    yield from check_scopes(ruleset, places)
    for tree in ruleset.trees:
        for table_name in tree.tables:
            if ruleset.table(table_name) is None:
                known = [one.name for one in ruleset.tables]
                yield unknown(places, tree.origin, table_name, known)
        yield from check_siblings(tree.roots, places)
        for root in tree.roots:
            yield from check_indicator(ruleset, root, places)
    for table in ruleset.tables:
        yield from check_weights(ruleset, table, places)
    yield from check_defaults(ruleset, places)
