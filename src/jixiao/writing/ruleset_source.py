"""Which file of a lineage said a thing, and how sources and demands are shown on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from jixiao.messages.ruleset_page import page_word
from jixiao.rules.text import citation_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jixiao.library import Loaded
    from jixiao.rules import Citation, Demand, KindRule, Ruleset
    from jixiao.source import Origin

__all__ = ["Lineage", "cite_text", "day_text", "demand_text", "kinds_text", "plain_names"]

_LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@frozen
class Lineage:
    """A resolved ruleset with the texts of its files, youngest first, and the id of each."""

    rules: Ruleset
    sources: Mapping[str, str] = field(factory=dict, repr=False)
    ids: Mapping[str, str] = field(factory=dict)

    @classmethod
    def of(cls, loaded: Loaded, rules: Ruleset) -> Lineage:
        """The lineage of what was loaded."""
        names = tuple(loaded.sources)
        ids = dict(zip(names, reversed(rules.lineage), strict=False))
        return cls(rules, loaded.sources, ids)

    def name(self, origin: Origin) -> str:
        """The id of the ruleset that said a thing; empty where a lineage has one member only."""
        if len(self.ids) < 2:  # noqa: PLR2004 - nothing is inherited
            return ""
        return self.ids.get(origin.file or "", "")


def plain_names(names: Iterable[str]) -> str:
    """Names listed for people, without the brackets of the language."""
    return "、".join(names)


def cite_text(cite: Citation | None) -> str:
    """A citation with its status; one without a status is 待核."""
    if cite is None:
        return page_word("no_cite")
    return citation_text(cite) + ("" if cite.stated else " 待核")


def kinds_text(kinds: Iterable[KindRule]) -> str:
    """Kinds of value, with the scale of a grade."""
    return page_word("or").join(
        one.kind + (f"（{one.scale}）" if one.scale is not None else "") for one in kinds
    )


def demand_text(demand: Demand) -> str:
    """What is demanded, and how grave it is where it is not met."""
    said = []
    if demand.required is not None:
        said.append(page_word("required" if demand.required else "optional"))
    if demand.at_least is not None:
        said.append(page_word("at_least", count=demand.at_least))
    if demand.at_most is not None:
        said.append(page_word("at_most", count=demand.at_most))
    if demand.severity is not None:
        said.append(demand.severity.label())
    return "，".join(said)


def day_text(due: tuple[int, int] | None) -> str:
    """截至: a day of the year, or the end of a month."""
    if due is None:
        return ""
    month, day = due
    return page_word(
        "due", day=f"{month}月底" if day == _LAST_DAYS[month - 1] else f"{month}月{day}日"
    )
