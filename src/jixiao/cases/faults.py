"""Findings about a case that more than one of its readers has to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.findings import Finding, Where, finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.cases.model import Case, Item
    from jixiao.rules import Ruleset

__all__ = ["bad_text", "lacking", "unknown_thing"]


def unknown_thing(
    rules: Ruleset, what: str, item: Item, known: Iterable[str], word: str | None = None
) -> Finding:
    """A name that a ruleset does not have, with those it has."""
    from jixiao.language.words import nearest

    names = tuple(known)
    said = item.text if word is None else word
    return finding(
        "R56",
        Where(origin=item.origin),
        raw=said,
        ruleset=rules.id,
        word=said,
        what=what,
        expected="、".join(names),
        nearest=nearest(said, names) or "",
    )


def bad_text(item: Item, wanted: str) -> Finding:
    """What stands behind a word cannot be read; nothing at all has a sentence of its own."""
    where = Where(origin=item.origin)
    if not item.text:
        return finding("R59", where, raw=item.key, key=item.key, wanted=wanted)
    return finding("R52", where, raw=item.text, key=item.key, word=item.text, wanted=wanted)


def lacking(case: Case, what: str) -> Finding:
    """Something that a case cannot do without."""
    return finding("R53", Where(origin=case.origin), word=case.name, what=what)
