"""A whole file read: its tables by form, what is to be said, and what was left over."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from jixiao.findings import Finding, Where, finding, fold_repeats
from jixiao.limits import DEFAULT_LIMITS, Limits
from jixiao.reading.file_reads import FileRead
from jixiao.reading.files.decoding import decode, load_file
from jixiao.reading.files.office import misnamed, read_marked_text, read_office
from jixiao.reading.files.own_csv import read_own_csv
from jixiao.reading.gathering import gather
from jixiao.reading.glued.lists import listed_sample
from jixiao.reading.glued.notice import glued_sample
from jixiao.reading.kinds import FileKind
from jixiao.reading.text_layouts import rows_of_text
from jixiao.source import Origin
from jixiao.tables import Document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jixiao.reading.grid import GridRow
    from jixiao.rules import Ruleset

    Rulesets = Sequence[Ruleset] | Callable[[tuple[str, ...]], Sequence[Ruleset]]

__all__ = ["read_document", "read_rows"]

_CUT = frozenset({"T130", "T131", "T132"})
"""What is said of rows that were cut out of glued text."""


def read_document(
    source: str | Path | bytes,
    *,
    file: str | None = None,
    rulesets: Rulesets = (),
    limits: Limits = DEFAULT_LIMITS,
) -> Document:
    r"""The performance tables of a file, each read by the form that its title and headers name.

    `source` is a path or the bytes of a file; `file` is the name that findings and origins give,
    the path itself where it is not said. `rulesets` are those whose forms may be met, in the order
    of preference, or what finds them from the texts of all cells; without a form the words of the
    field are used and a finding says so.

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
    own = read_own_csv(data, file=name, limits=limits)
    if own is not None:
        return own
    digest = hashlib.sha256(data).hexdigest()
    rows_read = read_office(data, file=name, limits=limits)
    if rows_read is None:
        rows_read = _read_text(data, name, rulesets, limits)
    return _document(rows_read, digest, name, rulesets, limits)


def read_rows(
    read: FileRead,
    *,
    digest: str,
    file: str | None = None,
    rulesets: Rulesets = (),
    limits: Limits = DEFAULT_LIMITS,
) -> Document:
    """The performance tables in rows that were gathered already; as `read_document`."""
    return _document(read, digest, file, rulesets, limits)


def _read_text(data: bytes, name: str | None, rulesets: Rulesets, limits: Limits) -> FileRead:
    """The rows of a file of text, whatever way its tables are written in."""
    decoded = decode(data, file=name, limits=limits)
    if decoded.text is None:
        return FileRead(findings=decoded.findings, unread=True)
    marked = read_marked_text(decoded.text, file=name, limits=limits)
    if marked is not None:
        return FileRead(marked.groups, (*decoded.findings, *marked.findings), marked.unread)
    rows = rows_of_text(decoded.text, rulesets, file=name, limits=limits)
    too_long = (
        finding(
            "L05", Where(origin=row.origin), size=len(row.cells[0].text), limit=limits.line_chars
        )
        for row in rows
        if row.too_long
    )
    named = misnamed(name, FileKind.TEXT)
    return FileRead(
        (rows,), (*named, *decoded.findings, *too_long, *_glued(rows, decoded.text, name))
    )


def _glued(rows: Sequence[GridRow], text: str, name: str | None) -> tuple[Finding, ...]:
    """That the cells of a table run into each other, where rows were cut out of it all the same."""
    if not any(doubt.code in _CUT for row in rows for doubt in row.doubts):
        return ()
    return (finding("T133", Where(origin=Origin(file=name)), sample=glued_sample([text])),)


def _document(
    read: FileRead, digest: str, name: str | None, rulesets: Rulesets, limits: Limits
) -> Document:
    """The tables in the rows of a file, group by group."""
    findings = list(read.findings)
    if read.unread:
        return Document(name, digest, findings=tuple(findings), readable=False)
    known = rulesets if isinstance(rulesets, Sequence) else rulesets(_texts(read))
    got = gather(read.groups, known, file=name, limits=limits)
    findings += got.findings
    if not got.tables:
        findings.append(_nothing(read, name))
    return Document(
        file=name,
        digest=digest,
        tables=tuple(got.tables),
        findings=fold_repeats(findings),
        leftovers=tuple(got.leftovers),
        readable=bool(got.tables),
    )


def _nothing(read: FileRead, name: str | None) -> Finding:
    """That no table was found; why, where the text tells."""
    where = Where(origin=Origin(file=name))
    sample = glued_sample(_texts(read))
    if sample is not None:
        return finding("T122", where, sample=sample)
    told = listed_sample(_texts(read))
    if told is not None:
        return finding("T136", where, sample=told)
    return finding("T03", where, lines=read.count)


def _texts(read: FileRead) -> tuple[str, ...]:
    return tuple(cell.text for rows in read.groups for row in rows for cell in row.cells)
