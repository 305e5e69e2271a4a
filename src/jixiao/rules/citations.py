"""Where a figure of a ruleset comes from, and whether its text was read."""

from __future__ import annotations

from attrs import frozen

__all__ = ["Citation", "CitedText"]


@frozen
class CitedText:
    """One source: 《title》（文号）第…条, or a text in quotes where no notice is known."""

    title: str
    number: str | None = None
    article: str | None = None
    quoted: bool = False


@frozen
class Citation:
    """Where a figure comes from and whether its text was read: 核实 (verified) or 待核.

    A citation without a status is 待核: what was not said to be read was not read.
    """

    sources: tuple[CitedText, ...]
    verified: bool = False
    stated: bool = True

    def __str__(self) -> str:
        parts = [
            (f"“{one.title}”" if one.quoted else f"《{one.title}》")
            + (f"（{one.number}）" if one.number else "")
            + (one.article or "")
            for one in self.sources
        ]
        return "、".join(parts) + ("（核实）" if self.verified else "（待核）")
