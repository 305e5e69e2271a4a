"""What the catalogue holds for one code."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

__all__ = ["Entry", "Heading", "SeverityName"]

SeverityName = Literal["error", "warning", "hint"]
Heading = Literal["完整性", "相关性", "适当性", "可行性"]
"""The four headings of the review form (财预〔2015〕88号, 待核)."""


@frozen
class Entry:
    """A code, how grave it is, where it stands in the review, and its sentence in two languages.

    The sentences are `str.format`-like templates whose `{names}` come from the finding's context;
    only plain names are allowed between the braces.
    """

    code: str
    severity: SeverityName
    heading: Heading | None
    zh: str
    en: str
