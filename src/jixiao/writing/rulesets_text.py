"""Rulesets as text for people: the list, and one ruleset read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import evolve

from jixiao.messages.words import word
from jixiao.writing.layout import aligned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jixiao.library import Entry
    from jixiao.rules import Ruleset

__all__ = ["resolved_text", "rulesets_text"]

Lang = Literal["zh", "en"]


def rulesets_text(entries: Iterable[Entry], lang: Lang = "zh") -> Iterator[str]:
    """One line a ruleset: id, title, region, year, in force, file."""
    names = ("id", "title", "region", "effective", "file")
    yield from aligned(
        [[word(f"ruleset_{name}", lang) for name in names]]
        + [[getattr(entry, name) or "" for name in names] for entry in entries]
    )


def resolved_text(ruleset: Ruleset, lang: Lang = "zh") -> str:
    """The text of a ruleset after inheritance: it names no parent, and reads as the same rules."""
    from jixiao.language import format as format_ruleset

    lineage = " → ".join(ruleset.lineage)
    heading = word("resolved_heading", lang, lineage=lineage)
    return f"{heading}\n{format_ruleset(evolve(ruleset, inherits=None))}"
