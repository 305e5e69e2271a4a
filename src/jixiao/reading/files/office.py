"""Files that are no plain text read by the reader of their kind; what stops one is a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.findings import Finding, Where, finding
from jixiao.limits import DEFAULT_LIMITS, Limits
from jixiao.reading.file_reads import FileRead, Refused, refused
from jixiao.reading.files.delimited import csv_rows, delimiter_of
from jixiao.reading.files.docx import read_docx
from jixiao.reading.files.html_tables import read_html
from jixiao.reading.files.ods import read_ods
from jixiao.reading.files.xls import read_xls
from jixiao.reading.files.xlsx import read_xlsx
from jixiao.reading.kinds import FileKind, expected_kinds, kind_of, kind_of_text
from jixiao.reading.pdf.document import read_pdf
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["misnamed", "read_marked_text", "read_office"]

_READERS: dict[FileKind, Callable[..., FileRead]] = {
    FileKind.XLSX: read_xlsx,
    FileKind.XLS: read_xls,
    FileKind.ODS: read_ods,
    FileKind.DOCX: read_docx,
    FileKind.PDF: read_pdf,
}
_WANTED = {
    FileKind.DOC: "docx",
    FileKind.ODT: "docx",
    FileKind.RTF: "docx",
    FileKind.XLSB: "xlsx",
    FileKind.OLE: "xlsx、docx",
    FileKind.SLIDES: "xlsx、docx",
    FileKind.XML: "xlsx、docx",
    FileKind.IMAGE: "xlsx、docx",
    FileKind.ARCHIVE: "xlsx、docx",
}


def misnamed(file: str | None, kind: FileKind) -> tuple[Finding, ...]:
    """A hint where the name of a file speaks of another kind than it is.

    >>> misnamed("表.xls", FileKind.HTML)[0].message()
    '扩展名与内容不一致：文件名为“表.xls”，内容是 html，已按 html 读取；建议改名'
    """
    expected = expected_kinds(file)
    if not expected or kind in expected:
        return ()
    where = Where(origin=Origin(file=file))
    return (finding("T100", where, file=file, kind=kind.value),)


def read_office(
    data: bytes, *, file: str | None, limits: Limits = DEFAULT_LIMITS
) -> FileRead | None:
    """The rows of a file of office or PDF; None for one that may be text.

    Never raises for what the file holds: what cannot be read is `unread`, with a finding.
    """
    kind = kind_of(data)
    if kind is FileKind.TEXT:
        return None
    try:
        if len(data) > limits.file_bytes:
            raise refused("L03", file, size=len(data), limit=limits.file_bytes)
        if kind is FileKind.LOCKED:
            raise refused("T102", file)
        if kind in _WANTED:
            raise refused("T105", file, kind=kind.value, wanted=_WANTED[kind])
        read = _READERS[kind](data, file=file, limits=limits)
    except Refused as stop:
        return FileRead(findings=(stop.finding,), unread=True)
    except (MemoryError, RecursionError):
        said = finding("L44", Where(origin=Origin(file=file)), limit=limits.archive_bytes)
        return FileRead(findings=(said,), unread=True)
    findings = (*misnamed(file, kind), *read.findings, *_too_long(read, limits))
    return FileRead(read.groups, findings, read.unread)


def _too_long(read: FileRead, limits: Limits) -> tuple[Finding, ...]:
    """What is said of lines that are too long to be looked into; their text is kept."""
    return tuple(
        finding(
            "L05", Where(origin=row.origin), size=len(row.cells[0].text), limit=limits.line_chars
        )
        for rows in read.groups
        for row in rows
        if row.too_long
    )


def read_marked_text(text: str, *, file: str | None, limits: Limits) -> FileRead | None:
    """The rows of a text that is HTML or CSV; None for one that is a text as it stands."""
    kind = kind_of_text(text)
    try:
        if kind is FileKind.XML:
            raise refused("T105", file, kind=kind.value, wanted=_WANTED[kind])
        if kind is FileKind.HTML:
            read = read_html(text, file=file, limits=limits)
            return FileRead(read.groups, (*misnamed(file, kind), *_too_long(read, limits)))
    except Refused as stop:
        return FileRead(findings=(stop.finding,), unread=True)
    delimiter = delimiter_of(text)
    if delimiter is None:
        return None
    rows, unclosed = csv_rows(text, file=file, delimiter=delimiter)
    where = Where(origin=Origin(file=file))
    said = (finding("T38", where),) if unclosed else ()
    return FileRead((rows,), (*misnamed(file, FileKind.CSV), *said))
