"""A whole file read: its tables by form, what is to be said, and what was left over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.findings import Finding, Where, finding, fold_repeats
from jixiao.limits import DEFAULT_LIMITS, Limits
from jixiao.reading.assembling import read_table
from jixiao.reading.decoding import decode, load_file
from jixiao.reading.grid import text_rows
from jixiao.reading.segments import Segment, segments
from jixiao.reading.stacked import is_stacked, stacked_rows
from jixiao.source import Origin
from jixiao.tables import Cell, Document, Table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from jixiao.rules import Ruleset

__all__ = ["read_document"]


def read_document(
    source: str | Path | bytes,
    *,
    file: str | None = None,
    rulesets: Sequence[Ruleset] = (),
    limits: Limits = DEFAULT_LIMITS,
) -> Document:
    r"""The performance tables of a file, each read by the form that its title and headers name.

    `source` is a path or the bytes of a file; `file` is the name that findings and origins give,
    the path itself where it is not said. `rulesets` are those whose forms may be met, in the order
    of preference; without a form the words of the field are used and a finding says so.

    Never raises for a file: one that is not there, is no text, is empty or holds no table gives a
    document that is not `readable` and a finding. Every character that shows is in a table's
    `cells` or in `leftovers`.

    >>> header = "一级指标\t二级指标\t三级指标\t指标值"
    >>> text = f"项目绩效目标表\n项目名称\t培训\n{header}\n产出指标\t数量指标\t培训场次\t≥10场"
    >>> table = read_document(text.encode()).tables[0]
    >>> row = table.indicators[0]
    >>> table.name, row.key, row.value("指标值").text, row.status.value
    ('培训', ('产出指标', '数量指标', '培训场次'), '≥10场', 'exact')
    """
    loaded = load_file(source, file=file)
    if isinstance(loaded, Finding):
        return Document(loaded.where.origin.file, findings=(loaded,), readable=False)
    name, data = loaded
    decoded = decode(data, file=name, limits=limits)
    if decoded.text is None:
        return Document(name, decoded.digest, findings=decoded.findings, readable=False)
    reader = stacked_rows if is_stacked(decoded.text) else text_rows
    rows = tuple(reader(decoded.text, file=name, limits=limits))
    findings: list[Finding] = list(decoded.findings)
    findings += [
        finding(
            "L05", Where(origin=row.origin), size=len(row.cells[0].text), limit=limits.line_chars
        )
        for row in rows
        if row.too_long
    ]
    tables: list[Table] = []
    leftovers: list[Cell] = []
    for segment in segments(rows):
        if not _is_table(segment):
            leftovers += _loose(segment)
            continue
        if len(tables) == limits.tables:
            findings.append(finding("L04", Where(origin=Origin(file=name)), limit=limits.tables))
            leftovers += _loose(segment)
            continue
        read = read_table(segment, len(tables), rulesets)
        tables.append(read.table)
        findings += read.findings
        leftovers += read.leftovers
    if not tables:
        findings.append(finding("T03", Where(origin=Origin(file=name)), lines=len(rows)))
    return Document(
        file=name,
        digest=decoded.digest,
        tables=tuple(tables),
        findings=fold_repeats(findings),
        leftovers=tuple(leftovers),
        readable=bool(tables),
    )


def _is_table(segment: Segment) -> bool:
    """Whether a segment is a performance table: it has an indicator part, or its title says so."""
    return segment.has_header or (segment.performance and segment.has_grid)


def _loose(segment: Segment) -> list[Cell]:
    rows = (segment.title, *segment.rows) if segment.title else segment.rows
    return [Cell(cell.text, cell.origin) for row in rows for cell in row.cells]
