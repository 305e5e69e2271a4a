"""The eight items of the review of targets, their points, and which item a finding belongs to.

Parts, items and points: annex of 财预〔2015〕88号, 待核. The points are printed for the
reviewer and never given by a program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from jixiao.findings import Finding

__all__ = ["PARTS", "Item", "PartOfReview", "item_of"]


@frozen
class Item:
    """An item: its name among the words of papers, and its points."""

    name: str
    points: int


@frozen
class PartOfReview:
    """A part of the review, by the heading of findings, with its items."""

    heading: str
    items: tuple[Item, ...]

    @property
    def points(self) -> int:
        """The points of all its items."""
        return sum(one.points for one in self.items)


PARTS = (
    PartOfReview("完整性", (Item("form", 10), Item("clear", 10))),
    PartOfReview("相关性", (Item("goals", 15), Item("indicators", 15))),
    PartOfReview("适当性", (Item("level", 15), Item("money", 15))),
    PartOfReview("可行性", (Item("attainable", 10), Item("means", 10))),
)

_USUAL = {"完整性": "form", "相关性": "indicators", "适当性": "level", "可行性": "attainable"}
_OTHER = {
    "完整性": (
        "clear",
        frozenset(
            {
                "S07",
                "S10",
                "S11",
                "S12",
                "S13",
                "S20",
                "S39",
                "S40",
                "S41",
                "S42",
                "S43",
                "S45",
                "S46",
                "S47",
                "S50",
                "S52",
                "S70",
                "T62",
            }
        ),
    ),
    "相关性": ("goals", frozenset({"S31", "S34", "S35", "S36", "S54", "S66"})),
    "适当性": (
        "money",
        frozenset(
            {"S01", "S16", "S17", "S22", "S23", "S32", "S33", "S63", "S64", "S65", "S68", "S72"}
        ),
    ),
    "可行性": ("means", frozenset({"S14", "S53"})),
}
"""By heading the item of most codes, and the codes of the other one."""
_OF_MONEY = ("资金", "预算", "支出", "成本", "经费")


def item_of(one: Finding) -> str | None:
    """The name of the item that a finding belongs to; None for one that is no matter of the review.

    >>> from jixiao.findings import finding
    >>> item_of(finding("T57", name="年度目标")), item_of(finding("T04"))
    ('form', None)
    """
    if one.heading not in _USUAL:
        return None
    other, codes = _OTHER[one.heading]
    if "/" in one.code:
        return other if _of_the_other(one, one.heading) else _USUAL[one.heading]
    return other if one.code in codes else _USUAL[one.heading]


def _of_the_other(one: Finding, heading: str) -> bool:
    """Whether a finding of a ruleset's own, which names no item, speaks of the rarer one."""
    where = one.items[0] if one.items else one.where
    match heading:
        case "完整性":
            return where.level3 is not None
        case "相关性":
            return where.level3 is None
        case "适当性":
            names = (where.level1, where.level2, where.level3, where.column)
            return any(mark in name for name in names if name for mark in _OF_MONEY)
        case _:
            return False
