"""How often each finding was made: by its code, with one that was really said as an example."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from jixiao.findings import Finding, Severity
from jixiao.messages import CATALOGUE
from jixiao.personal import mask_text

if TYPE_CHECKING:
    from jixiao.findings import Lang

__all__ = ["Example", "FindingSums", "finding_sums"]

_LONGEST = 200


@frozen(order=True)
class Example:
    """What a sentence was said of, so that it can be said in either language.

    Of two examples the shorter is kept, so that the order of the documents does not matter.
    """

    size: int
    text: str | None
    context: tuple[tuple[str, str], ...]

    def message(self, code: str, lang: Lang = "zh") -> str:
        """The sentence, cut where a table made it long, without what reaches a person."""
        if code not in CATALOGUE and self.text is None:
            return ""
        said = Finding(code, Severity.HINT, context=self.context, text=self.text).message(lang)
        return mask_text(said if len(said) <= _LONGEST else said[:_LONGEST] + "…")


@frozen
class FindingSums:
    """A code in numbers: findings as they are listed, places folded into them, tables and files.

    >>> from jixiao.findings import finding
    >>> one = finding_sums(finding("T04"))
    >>> (one + one).findings, (one + one).files
    (2, 2)
    """

    code: str
    severity: str
    heading: str | None
    findings: int
    places: int
    tables: int
    files: int
    example: Example

    def __add__(self, other: FindingSums) -> FindingSums:
        return FindingSums(
            self.code,
            self.severity,
            self.heading,
            self.findings + other.findings,
            self.places + other.places,
            self.tables + other.tables,
            self.files + other.files,
            min(self.example, other.example, key=_order),
        )

    @property
    def key(self) -> str:
        """What findings are added up by: the code, how grave it is here, the heading."""
        return f"{self.code} {self.severity} {self.heading or ''}"

    @property
    def weight(self) -> tuple[int, ...]:
        """What it is ordered by: how grave, then how often."""
        return (-Severity(self.severity).rank, self.findings, self.places)

    def to_json(self, lang: Lang = "zh") -> dict[str, object]:
        """One entry of `findings`; the message in one language."""
        return {
            "code": self.code,
            "severity": self.severity,
            "heading": self.heading,
            "findings": self.findings,
            "places": self.places,
            "tables": self.tables,
            "files": self.files,
            "example": self.example.message(self.code, lang),
            "text": self.example.text,
            "context": dict(self.example.context),
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> FindingSums:
        """The sums that `to_json` wrote."""
        names = ("code", "severity", "heading", "findings", "places", "tables", "files")
        example = _example(data["text"], tuple(data["context"].items()))
        return cls(**{name: data[name] for name in names}, example=example)


def _order(one: Example) -> tuple[int, str, tuple[tuple[str, str], ...]]:
    return (one.size, one.text or "", one.context)


def _example(text: str | None, context: tuple[tuple[str, str], ...]) -> Example:
    size = len(text or "") + sum(len(value) for _, value in context)
    return Example(size, text, context)


def finding_sums(one: Finding, files: int = 1) -> FindingSums:
    """What one finding adds; `files` is 1 for the first of its kind in a file, else 0."""
    at = {where.table_index for where in (one.where, *one.items)} - {None}
    context = tuple((name, mask_text(value[:_LONGEST])) for name, value in one.context)
    text = None if one.text is None else mask_text(one.text[:_LONGEST])
    return FindingSums(
        code=one.code,
        severity=one.severity.value,
        heading=one.heading,
        findings=1,
        places=one.count,
        tables=len(at),
        files=files,
        example=_example(text, context),
    )
