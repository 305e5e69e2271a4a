"""Files of office programs, PDF and HTML made from grids, as the tests need them.

A block of a document is a line of text or a table; a table is a list of rows of cells, each a text
or a `Span` with how far it goes. An empty cell is the empty text, a cell that one above or left of
it covers is `None`.
"""

from __future__ import annotations

import io
import struct
import zipfile
from html import escape
from typing import TYPE_CHECKING, Any, Literal

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "Block",
    "Grid",
    "Span",
    "as_docx",
    "as_html",
    "as_ods",
    "as_pdf",
    "as_xls",
    "as_xlsx",
    "blocks_of_text",
    "zipped",
]


@frozen
class Span:
    """A merged cell: its text, and how many rows and columns it covers."""

    text: str
    rows: int = 1
    columns: int = 1


Grid = list[list["str | Span | None"]]
Block = "str | Grid"


def blocks_of_text(rows: Sequence[tuple[Sequence[str], bool]]) -> list[str | Grid]:
    """Blocks out of rows of (cells by column, whether it is a line of text)."""
    blocks: list[str | Grid] = []
    for cells, plain in rows:
        if plain:
            blocks.append(cells[0])
            continue
        if not blocks or isinstance(blocks[-1], str):
            blocks.append([])
        last = blocks[-1]
        assert isinstance(last, list)
        last.append(list(cells))
    return blocks


def _span(cell: str | Span) -> Span:
    return cell if isinstance(cell, Span) else Span(cell)


def zipped(parts: Mapping[str, str | bytes], *, packed: bool = True) -> bytes:
    """A zip archive of parts by name."""
    out = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return out.getvalue()


# ── Excel ─────────────────────────────────────────────────────────────────────


def as_xlsx(sheets: dict[str, Sequence[str | Grid]]) -> bytes:
    """A workbook as openpyxl writes it, its blocks below each other with a row between them."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell

    book = Workbook()
    active = book.active
    assert active is not None
    book.remove(active)
    for name, blocks in sheets.items():
        sheet = book.create_sheet(name)
        row = 1
        for block in blocks:
            rows: Grid = [[block]] if isinstance(block, str) else block
            for cells in rows:
                for column, cell in enumerate(cells, 1):
                    if cell is None or not _span(cell).text:
                        continue
                    span = _span(cell)
                    held = sheet.cell(row, column)
                    assert isinstance(held, Cell)
                    held.value = span.text
                    held.data_type = "s"
                    if span.rows > 1 or span.columns > 1:
                        sheet.merge_cells(
                            start_row=row,
                            start_column=column,
                            end_row=row + span.rows - 1,
                            end_column=column + span.columns - 1,
                        )
                row += 1
            row += 1
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


# ── Word ──────────────────────────────────────────────────────────────────────

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _paragraph(text: str) -> str:
    runs = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")
    )
    return f"<w:p><w:r>{runs}</w:r></w:p>"


def _word_row(cells: Sequence[str | Span | None], below: dict[int, tuple[int, int]]) -> str:
    """A row; `below` are the columns that a cell above covers, with its columns and rows left."""
    parts: list[str] = []
    skip = 0
    for column, cell in enumerate(cells):
        if skip:
            skip -= 1
            continue
        if cell is None and column in below:
            columns, left = below.pop(column)
            if left > 1:
                below[column] = (columns, left - 1)
            parts.append(
                f'<w:tc><w:tcPr><w:gridSpan w:val="{columns}"/><w:vMerge/></w:tcPr><w:p/></w:tc>'
            )
            skip = columns - 1
            continue
        span = _span(cell or "")
        merge = '<w:vMerge w:val="restart"/>' if span.rows > 1 else ""
        if span.rows > 1:
            below[column] = (span.columns, span.rows - 1)
        skip = span.columns - 1
        grid = f'<w:gridSpan w:val="{span.columns}"/>' if span.columns > 1 else ""
        parts.append(f"<w:tc><w:tcPr>{grid}{merge}</w:tcPr>{_paragraph(span.text)}</w:tc>")
    return f"<w:tr>{''.join(parts)}</w:tr>"


def word_table(rows: Grid) -> str:
    """The XML of a table."""
    below: dict[int, tuple[int, int]] = {}
    return f"<w:tbl><w:tblPr/>{''.join(_word_row(cells, below) for cells in rows)}</w:tbl>"


def as_docx(blocks: Sequence[str | Grid], *, body: str | None = None) -> bytes:
    """A document of Word; `body` is its XML where the blocks cannot say it."""
    if body is None:
        body = "".join(
            _paragraph(block) if isinstance(block, str) else word_table(block) for block in blocks
        )
    document = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    return zipped(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": relations,
            "word/document.xml": document,
        }
    )


# ── HTML ──────────────────────────────────────────────────────────────────────


def _html_table(rows: Grid) -> str:
    parts = ["<table>"]
    for cells in rows:
        parts.append("<tr>")
        for cell in cells:
            if cell is None:
                continue
            span = _span(cell)
            rowspan = f" rowspan={span.rows}" if span.rows > 1 else ""
            colspan = f' colspan="{span.columns}"' if span.columns > 1 else ""
            text = escape(span.text).replace("\n", "<br>").replace("≥", "&ge;")
            parts.append(f"<td{rowspan}{colspan}>{text}</td>")
        parts.append("</tr>\n")
    return "".join([*parts, "</table>"])


def as_html(blocks: Sequence[str | Grid]) -> bytes:
    """A page with its tables and paragraphs."""
    body = "\n".join(
        f"<p>{escape(block)}</p>" if isinstance(block, str) else _html_table(block)
        for block in blocks
    )
    page = f"<!DOCTYPE html><html><head><title>页</title></head><body>{body}</body></html>"
    return page.encode()


# ── OpenDocument ──────────────────────────────────────────────────────────────


def as_ods(sheets: dict[str, Sequence[str | Grid]], *, content: str | None = None) -> bytes:
    """A workbook of OpenDocument."""
    tables: list[str] = []
    for name, blocks in sheets.items():
        rows: list[str] = []
        for block in blocks:
            grid: Grid = [[block]] if isinstance(block, str) else block
            for cells in grid:
                held = "".join(_ods_cell(cell) for cell in cells)
                rows.append(f"<table:table-row>{held}</table:table-row>")
            rows.append(
                '<table:table-row><table:table-cell table:number-columns-repeated="1024"/>'
                "</table:table-row>"
            )
        tables.append(f'<table:table table:name="{escape(name)}">{"".join(rows)}</table:table>')
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    body = content if content is not None else "".join(tables)
    whole = (
        f'<?xml version="1.0"?><office:document-content {names}><office:body>'
        f"<office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        archive.writestr("content.xml", whole, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _ods_cell(cell: str | Span | None) -> str:
    if cell is None:
        return "<table:covered-table-cell/>"
    span = _span(cell)
    more = f' table:number-rows-spanned="{span.rows}"' if span.rows > 1 else ""
    more += f' table:number-columns-spanned="{span.columns}"' if span.columns > 1 else ""
    text = "".join(f"<text:p>{escape(line)}</text:p>" for line in span.text.split("\n"))
    return f"<table:table-cell{more}>{text if span.text else ''}</table:table-cell>"


# ── PDF ───────────────────────────────────────────────────────────────────────


def as_pdf(
    blocks: Sequence[str | Grid], *, ruled: bool = True, sizes: Sequence[float] | None = None
) -> bytes:
    """A PDF with its tables ruled or not; long ones go on over pages."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    style = ParagraphStyle("cell", fontName="STSong-Light", fontSize=8, leading=10, wordWrap="CJK")
    story: list[Any] = []
    for block in blocks:
        if isinstance(block, str):
            story += [Paragraph(escape(block), style), Spacer(1, 4)]
            continue
        width = max(len(cells) for cells in block)
        rules: list[Any] = [("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
        if ruled:
            rules.append(("GRID", (0, 0), (-1, -1), 0.5, "#000000"))
        data: list[list[object]] = []
        for at, cells in enumerate(block):
            row: list[object] = []
            for column in range(width):
                cell = cells[column] if column < len(cells) else ""
                span = _span(cell or "")
                if span.rows > 1 or span.columns > 1:
                    end = (column + span.columns - 1, at + span.rows - 1)
                    rules.append(("SPAN", (column, at), end))
                text = escape(span.text).replace("\n", "<br/>")
                row.append(Paragraph(text, style) if text else "")
            data.append(row)
        widths = list(sizes) if sizes else [760 / width] * width
        story += [Table(data, colWidths=widths, style=TableStyle(rules)), Spacer(1, 6)]
    out = io.BytesIO()
    page = landscape((A4[0], A4[1]))
    SimpleDocTemplate(
        out, pagesize=page, leftMargin=36, rightMargin=36, invariant=1, pageCompression=1
    ).build(story)
    return out.getvalue()


# ── Excel 97 ──────────────────────────────────────────────────────────────────


def _record(number: int, body: bytes) -> bytes:
    return struct.pack("<HH", number, len(body)) + body


def _stream(cells: Sequence[tuple[int, int, str | float]], name: str) -> bytes:
    """A workbook stream with one sheet of texts and numbers."""
    begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 6))
    title = name.encode("utf-16-le")
    head = len(begin) + 4 + 8 + len(title) + 4
    sheet = struct.pack("<IBBBB", head, 0, 0, len(name), 1) + title
    globals_ = begin + _record(0x0085, sheet) + _record(0x000A, b"")
    body = [_record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 6))]
    for row, column, value in cells:
        place = struct.pack("<HHH", row, column, 0)
        if isinstance(value, str):
            text = struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")
            body.append(_record(0x0204, place + text))
        else:
            body.append(_record(0x0203, place + struct.pack("<d", value)))
    body.append(_record(0x000A, b""))
    return globals_ + b"".join(body)


_FREE = 0xFFFFFFFF


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file of the old office with the given streams."""
    free, end, table = _FREE, 0xFFFFFFFE, 0xFFFFFFFD
    sectors: list[bytes] = []
    chain: list[int] = []
    entries = [_entry("Root Entry", 5, 1, (end, 0))]
    for at, (name, held) in enumerate(streams.items()):
        data = held.ljust(4096, b"\0")
        first = len(sectors)
        count = -(-len(data) // 512)
        sectors += [data[512 * i : 512 * i + 512].ljust(512, b"\0") for i in range(count)]
        chain += [first + i + 1 for i in range(count - 1)] + [end]
        right = at + 2 if at + 1 < len(streams) else free
        entries.append(_entry(name, 2, free, (first, len(data)), right))
    directory = b"".join(entries).ljust(-(-len(entries) // 4) * 512, b"\0")
    first_directory = len(sectors)
    count = len(directory) // 512
    sectors += [directory[512 * i : 512 * i + 512] for i in range(count)]
    chain += [first_directory + i + 1 for i in range(count - 1)] + [end]
    tables = 1
    while 128 * tables < len(chain) + tables:
        tables += 1
    first_table = len(sectors)
    chain += [table] * tables
    packed = struct.pack(f"<{len(chain)}I", *chain).ljust(512 * tables, b"\xff")
    sectors += [packed[512 * i : 512 * i + 512] for i in range(tables)]
    places = [first_table + i for i in range(tables)] + [free] * (109 - tables)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack(
        "<HHHHH6xIIIIIIIII",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        tables,
        first_directory,
        0,
        4096,
        end,
        0,
        end,
        0,
    )
    header += struct.pack("<109I", *places)
    return header + b"".join(sectors)


def _entry(name: str, kind: int, child: int, data: tuple[int, int], right: int = _FREE) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    return (
        encoded.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(encoded), kind, 1, _FREE, right, child)
        + b"\0" * 36
        + struct.pack("<IQ", *data)
    )


def as_xls(rows: Sequence[Sequence[str | float]], *, name: str = "表") -> bytes:
    """A workbook of Excel 97 with one sheet."""
    cells = [
        (at, column, value)
        for at, row in enumerate(rows)
        for column, value in enumerate(row)
        if value != ""
    ]
    return compound({"Workbook": _stream(cells, name)})


Kind = Literal["xlsx", "docx", "html", "ods", "pdf"]


def made(kind: Kind, blocks: Sequence[str | Grid]) -> bytes:
    """The blocks as a file of a kind."""
    match kind:
        case "xlsx":
            return as_xlsx({"表": blocks})
        case "docx":
            return as_docx(blocks)
        case "html":
            return as_html(blocks)
        case "ods":
            return as_ods({"表": blocks})
        case "pdf":
            return as_pdf(blocks)
