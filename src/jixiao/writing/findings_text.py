"""Findings as text for people: by table, gravest first, each with its place and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from jixiao.findings import Severity
from jixiao.messages.words import word
from jixiao.writing.layout import cut
from jixiao.writing.places import spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from jixiao.findings import Finding, Where

    Paint = Callable[[Severity, str], str]

__all__ = ["finding_lines", "findings_text", "summary", "summary_line"]

Lang = Literal["zh", "en"]
ITEMS_SHOWN = 6
"""Places of a folded finding that are listed; the JSON has them all."""


def summary(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each severity, and in all.

    >>> summary(())
    {'total': 0, 'error': 0, 'warning': 0, 'hint': 0}
    """
    held = tuple(findings)
    counts = {
        severity.value: sum(one.severity is severity for one in held) for severity in Severity
    }
    return {"total": len(held)} | counts


def summary_line(findings: Iterable[Finding], lang: Lang = "zh") -> str:
    """The counts as a sentence."""
    counts = summary(findings)
    return word("findings_total" if counts["total"] else "no_findings", lang, **counts)


def findings_text(
    findings: Sequence[Finding], lang: Lang = "zh", paint: Paint | None = None
) -> Iterator[str]:
    """Lines: one block a table, in the order of the document, gravest findings first."""
    groups: dict[tuple[int, str], list[Finding]] = {}
    for one in findings:
        index = -1 if one.where.table_index is None else one.where.table_index
        groups.setdefault((index, _heading(one.where, lang)), []).append(one)
    for (_, heading), group in sorted(groups.items(), key=lambda item: item[0][0]):
        yield heading
        for one in sorted(group, key=lambda one: one.severity.rank):
            yield from finding_lines(one, lang, paint)
        yield ""


def _heading(where: Where, lang: Lang) -> str:
    """What a block of findings is about: a table, the document, or a file beside it."""
    if where.table_index is None:
        beside = where.origin.file if where.table else None
        return beside or where.table or word("whole_document", lang)
    name = where.table or word("unnamed", lang)
    heading = word("table_heading", lang, number=where.table_index + 1, name=name)
    return heading + (f"（{where.unit}）" if where.unit else "")


def finding_lines(one: Finding, lang: Lang = "zh", paint: Paint | None = None) -> Iterator[str]:
    """The lines of one finding: severity, code, heading and place; the sentence; what stands by."""
    label = one.severity.label(lang)
    head = paint(one.severity, label) if paint else label
    parts = [one.code, one.heading or "", "" if one.items else place(one.where, lang)]
    yield f"  {head}  " + "  ".join(part for part in parts if part)
    yield f"      {one.message(lang)}"
    if one.items:
        joint = one.where.table is None
        shown = "；".join(_item(item, lang, named=joint) for item in one.items[:ITEMS_SHOWN])
        rest = word("more", lang) if len(one.items) > ITEMS_SHOWN else ""
        yield "      " + word("folded", lang, count=one.count, items=shown + rest)
    if one.cite:
        yield "      " + word("basis", lang, cite=one.cite)


def _item(where: Where, lang: Lang, *, named: bool) -> str:
    """One place of a folded finding; with the table's name where it speaks of the document."""
    stood = place(where, lang)
    return f"{cut(where.table, 24)} › {stood}" if named and where.table else stood


def place(where: Where, lang: Lang = "zh") -> str:
    """Where in the table, and on which line or cell of the file."""
    names = (where.level1, where.level2, where.level3, where.column)
    parts = " › ".join(cut(name, 48) for name in names if name)
    stood = spot(where.origin, lang)
    return f"{parts}（{stood}）" if parts and stood else parts or stood
