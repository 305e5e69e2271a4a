"""Several findings as one value: a tuple that a notebook shows as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, SupportsIndex, overload

from jixiao.findings import Finding, Severity
from jixiao.markup import table_html
from jixiao.messages.words import word

if TYPE_CHECKING:
    from typing import Self

__all__ = ["Findings"]

_HEAD = ("severity_label", "code_label", "heading_label", "place_label", "message_label")


class Findings(tuple[Finding, ...]):
    """A tuple of findings: it compares, hashes and unpacks as one; a slice is one again.

    >>> from jixiao.findings import finding
    >>> found = Findings((finding("T04"), finding("T50", name="培训次数")))
    >>> found == tuple(found), len(found[:1]), found[:1].of(Severity.ERROR)
    (True, 1, ())
    """

    __slots__ = ()

    @overload
    def __getitem__(self, place: SupportsIndex) -> Finding: ...

    @overload
    def __getitem__(self, place: slice) -> Self: ...

    def __getitem__(self, place: SupportsIndex | slice) -> Finding | Self:
        if isinstance(place, slice):
            return type(self)(tuple.__getitem__(self, place))
        return tuple.__getitem__(self, place)

    def of(self, severity: Severity) -> Self:
        """Those of one severity."""
        return type(self)(one for one in self if one.severity is severity)

    def _repr_html_(self) -> str:
        """A table with a row a finding, as notebooks show it."""
        counts = {one.value: sum(held.severity is one for held in self) for one in Severity}
        said = word("findings_total" if self else "no_findings", total=len(self), **counts)
        rows = (
            (one.severity.label(), one.code, one.heading or "", one.where.label(), one.message())
            for one in self
        )
        more = word("rows_more")
        return table_html([word(name) for name in _HEAD], rows, said, more) if self else said
