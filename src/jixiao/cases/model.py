"""A case as frozen objects: what goes in, and what is expected to come out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from jixiao.source import Origin

if TYPE_CHECKING:
    from jixiao.findings import Finding

__all__ = ["Case", "CaseFile", "Item"]


@frozen
class Item:
    """One word of a line with what stands behind it: 实际完成值 95%."""

    key: str
    text: str
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class Case:
    """One case: `inputs` of an indicator or a total, or a table of `lines` by their heads.

    `table` is the form that the lines fill in; None for an indicator or a total.
    """

    name: str
    inputs: tuple[Item, ...] = ()
    expected: tuple[Item, ...] = ()
    table: str | None = None
    lines: tuple[tuple[str, tuple[Item, ...]], ...] = ()
    origin: Origin = field(default=Origin(), eq=False)

    def text(self, key: str) -> str | None:
        """What the input of that name says, None where it is not given."""
        return next((one.text for one in self.inputs if one.key == key), None)

    def item(self, key: str) -> Item | None:
        """The input of that name."""
        return next((one for one in self.inputs if one.key == key), None)

    def of(self, head: str) -> tuple[tuple[Item, ...], ...]:
        """The lines of that head."""
        return tuple(items for name, items in self.lines if name == head)


@frozen
class CaseFile:
    """A file of cases as read: those that can be tried, and what must be mended in it."""

    cases: tuple[Case, ...] = ()
    findings: tuple[Finding, ...] = ()
