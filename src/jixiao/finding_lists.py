"""Several findings as one value: a tuple that a notebook shows as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, SupportsIndex, overload

from jixiao.finding_json import finding_from_json, finding_to_json
from jixiao.findings import Finding, Severity
from jixiao.markup import table_html
from jixiao.messages.words import word

if TYPE_CHECKING:
    from typing import Any, Self

    from jixiao.findings import Lang

__all__ = ["FINDINGS_SCHEMA", "Findings"]

FINDINGS_SCHEMA = "jixiao/findings/1"

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

    def to_json(self, lang: Lang = "zh") -> dict[str, object]:
        """The shape of `jixiao check`, of no file; messages in one language, the rest in none.

        >>> from jixiao.findings import finding
        >>> found = Findings((finding("T04"),))
        >>> Findings.from_json(found.to_json()) == found
        True
        """
        counts = {one.value: sum(held.severity is one for held in self) for one in Severity}
        return {
            "schema": FINDINGS_SCHEMA,
            "file": None,
            "findings": [finding_to_json(one, lang) for one in self],
            "summary": {"total": len(self), **counts},
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """The findings that `to_json` wrote, or `jixiao check` of one file.

        Raises `KeyError`, `TypeError` or `ValueError` for an object of another shape.
        """
        if data["schema"] != FINDINGS_SCHEMA:
            raise ValueError(data["schema"])
        return cls(finding_from_json(one) for one in data["findings"])

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
