"""What kind of file it is, found from its content; its name only says what was expected."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePath

__all__ = ["FileKind", "expected_kinds", "kind_of", "kind_of_text"]


class FileKind(Enum):
    """The kinds that are told apart, by the name people know them under."""

    TEXT = "文本"
    CSV = "csv"
    HTML = "html"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    DOCX = "docx"
    PDF = "pdf"
    LOCKED = "加密文件"
    DOC = "doc"
    XLSB = "xlsb"
    SLIDES = "pptx"
    ODT = "odt"
    OLE = "旧版 Office 文件"
    ARCHIVE = "压缩包"
    IMAGE = "图片"
    RTF = "rtf"
    XML = "xml"


_PARTS = (
    ("xl/workbook.xml", FileKind.XLSX),
    ("xl/workbook.bin", FileKind.XLSB),
    ("word/document.xml", FileKind.DOCX),
    ("ppt/presentation.xml", FileKind.SLIDES),
)
_OPEN_DOCUMENT = (
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", FileKind.ODS),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", FileKind.ODT),
)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC = (
    *((magic, FileKind.IMAGE) for magic in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")),
    *((magic, FileKind.IMAGE) for magic in (b"II*\x00", b"MM\x00*")),
    *((magic, FileKind.ARCHIVE) for magic in (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")),
    (b"\x1f\x8b\x08", FileKind.ARCHIVE),
    (b"{\\rtf", FileKind.RTF),
)
_HTML = re.compile(r"<(!doctype\s+html|html|head|body|table|div|p|meta)\b", re.IGNORECASE)
_HEAD = 4096
_EXTENSIONS: dict[str, tuple[FileKind, ...]] = {
    ".txt": (FileKind.TEXT,),
    ".md": (FileKind.TEXT,),
    ".tsv": (FileKind.TEXT,),
    ".csv": (FileKind.CSV, FileKind.TEXT),
    ".htm": (FileKind.HTML,),
    ".html": (FileKind.HTML,),
    ".xlsx": (FileKind.XLSX,),
    ".xlsm": (FileKind.XLSX,),
    ".xltx": (FileKind.XLSX,),
    ".xls": (FileKind.XLS,),
    ".et": (FileKind.XLS, FileKind.XLSX),
    ".ods": (FileKind.ODS,),
    ".docx": (FileKind.DOCX,),
    ".docm": (FileKind.DOCX,),
    ".doc": (FileKind.DOC,),
    ".pdf": (FileKind.PDF,),
}


def expected_kinds(file: str | None) -> tuple[FileKind, ...]:
    """The kinds that the name of a file speaks of; none where it says nothing.

    >>> expected_kinds("绩效目标表.XLSX")
    (<FileKind.XLSX: 'xlsx'>,)
    """
    return _EXTENSIONS.get(PurePath(file or "").suffix.lower(), ())


def kind_of(data: bytes) -> FileKind:
    """The kind of a file by its first bytes and, in an archive, by its parts.

    >>> kind_of(b"%PDF-1.7"), kind_of("一级指标".encode())
    (<FileKind.PDF: 'pdf'>, <FileKind.TEXT: '文本'>)
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(data)
    if data.startswith(_COMPOUND):
        return _compound(data)
    if b"%PDF-" in data[:1024]:
        return FileKind.PDF
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), FileKind.TEXT)


def _archive(data: bytes) -> FileKind:
    """An archive by the names in it, which stand in its directory unpacked, torn off or not."""
    for magic, kind in _OPEN_DOCUMENT:
        if magic in data[:200]:
            return kind
    for name, kind in _PARTS:
        if name.encode() in data:
            return kind
    for prefix, kind in ((b"xl/", FileKind.XLSX), (b"word/", FileKind.DOCX)):
        if prefix in data:
            return kind
    return FileKind.ARCHIVE


def _compound(data: bytes) -> FileKind:
    """A compound file of the old office by the names of its streams."""

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return FileKind.LOCKED
    if holds("Workbook") or holds("Book\0"):
        return FileKind.XLS
    if holds("WordDocument"):
        return FileKind.DOC
    return FileKind.OLE


def kind_of_text(text: str) -> FileKind:
    """The kind of a text: HTML where it opens with an element of it, else XML or plain.

    >>> kind_of_text("<table><tr><td>一级指标</td></tr></table>")
    <FileKind.HTML: 'html'>
    """
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    if not head.startswith("<"):
        return FileKind.TEXT
    if _HTML.search(head):
        return FileKind.HTML
    return FileKind.XML if head.startswith("<?xml") else FileKind.TEXT
