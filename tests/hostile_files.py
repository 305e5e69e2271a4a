"""Files made to cost their reader dear, or broken in a way of their own, each with what is said.

None of them is larger than a few hundred kilobytes; what they unpack to, or claim to hold, is not.
"""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from office_files import as_docx, as_ods, as_pdf, as_xls, as_xlsx, compound, word_table, zipped

if TYPE_CHECKING:
    from collections.abc import Callable

    from office_files import Grid

__all__ = ["HOSTILE", "SMALL", "sheet_book"]

SMALL: Grid = [
    ["一级指标", "二级指标", "三级指标", "指标值"],
    ["产出指标", "数量指标", "培训场次", "≥10场"],
]
BLOCKS: list[str | Grid] = ["某县项目绩效目标表", SMALL]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def sheet_book(sheet: str, *, more: dict[str, str | bytes] | None = None, head: str = "") -> bytes:
    """A workbook with one sheet whose XML is given; `more` are other parts."""
    parts: dict[str, str | bytes] = {
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>'
            '<sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="rId1" Type="sheet" Target="worksheets/sheet1.xml"/>'
            '<Relationship Id="rId2" Type="strings" Target="sharedStrings.xml"/>'
            '<Relationship Id="rId3" Type="styles" Target="styles.xml"/></Relationships>'
        ),
        "xl/worksheets/sheet1.xml": f'{head}<worksheet xmlns="{_MAIN}">{sheet}</worksheet>',
    }
    return zipped(parts | (more or {}))


def _rows(cells: str) -> str:
    return f"<sheetData>{cells}</sheetData>"


def _inline(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


_LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)


def _word(body: str, *, head: str = "") -> bytes:
    document = (
        f'{head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{body}</w:body></w:document>"
    )
    return zipped({"word/document.xml": document})


def _lying_member() -> bytes:
    """An archive whose directory says that a part unpacks to little, while it does to much."""
    data = bytearray(sheet_book(_rows("<row>" + _inline("好" * 1_000_000) + "</row>")))
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 100)
    return bytes(data)


def _overlapping() -> bytes:
    """An archive whose many entries all point to one part."""
    data = sheet_book(_rows("<row>" + _inline("好" * 3_000_000) + "</row>"))
    end = data.rfind(b"PK\x05\x06")
    start = struct.unpack("<I", data[end + 16 : end + 20])[0]
    entry = data[data.rfind(b"PK\x01\x02", 0, end) : end]
    directory = data[start:end] + entry * 1500
    count = data[start:end].count(b"PK\x01\x02") + 1500
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(directory), start, 0)
    return data[:start] + directory + tail


def _locked_zip() -> bytes:
    """A workbook whose parts are marked as encrypted."""
    data = bytearray(as_xlsx({"表": BLOCKS}))
    for magic, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(magic)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(magic, at + 4)
    return bytes(data)


def _pdf(objects: list[bytes]) -> bytes:
    """A PDF of the given objects, numbered from 1; the first is its root."""
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, 2)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out.write(b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, start))
    return out.getvalue()


def _pdf_page(content: bytes, *, packed: bool = True) -> bytes:
    """A PDF of one page that draws `content`."""
    held = zlib.compress(content, 9) if packed else content
    kind = b"/Filter/FlateDecode" if packed else b""
    return _pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>",
            b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(held), kind, held),
        ]
    )


def _pdf_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (at + 3) for at in range(count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<<>>>>"
    pages = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)
    return _pdf([b"<</Type/Catalog/Pages 2 0 R>>", pages, *[page] * count])


def _locked_pdf() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("secret"), invariant=1)
    canvas.drawString(100, 100, "x")
    canvas.save()
    return out.getvalue()


def _nested_word(depth: int) -> str:
    inner = "<w:p/>"
    for _ in range(depth):
        inner = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    return inner


def _noise(size: int) -> bytes:
    return random.Random(7).randbytes(size)  # noqa: S311 - the same noise in every run


def _far() -> bytes:
    return sheet_book(
        _rows(
            f'<row r="1">{_inline("甲")}</row><row r="1048576">'
            '<c r="XFD1048576" t="inlineStr"><is><t>乙</t></is></c></row>'
        )
    )


def _merges(count: int) -> bytes:
    cells = "".join(f'<mergeCell ref="A{at}:B{at}"/>' for at in range(1, count + 1))
    return sheet_book(_rows(f"<row>{_inline('甲')}</row>") + f"<mergeCells>{cells}</mergeCells>")


def _macro_book() -> bytes:
    out = io.BytesIO(as_xlsx({"表": BLOCKS}))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    return out.getvalue()


_ODS_CELL = "<table:table-cell{}><text:p>好</text:p></table:table-cell>"


def _ods(row: str, cell: str) -> bytes:
    content = (
        f'<table:table table:name="表"><table:table-row{row}>{_ODS_CELL.format(cell)}'
        "</table:table-row></table:table>"
    )
    return as_ods({}, content=content)


_XLSX, _DOCX = as_xlsx({"表": BLOCKS}), as_docx(BLOCKS)

_DAYS = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
_SPAN = '<w:tcPr><w:gridSpan w:val="200000000"/></w:tcPr>'
_WIDE = f"<w:tbl><w:tr><w:tc>{_SPAN}<w:p/></w:tc></w:tr></w:tbl>"

HOSTILE: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    # what unpacks to far more than it is
    "zip-bomb": (lambda: sheet_book(_rows("<row>" + " " * 90_000_000 + "</row>")), {"L31"}),
    "zip-bomb-beside": (
        lambda: zipped({"xl/workbook.xml": "<a/>", "big": b"\0" * 50_000_000}),
        {"L31"},
    ),
    "zip-bomb-word": (lambda: _word("<w:p/>" + " " * 60_000_000), {"L31"}),
    "zip-overlapping": (_overlapping, {"L30"}),
    "zip-lying": (_lying_member, {"T104"}),
    "zip-many-members": (
        lambda: zipped({"xl/workbook.xml": "<a/>"} | {f"p{at}": "" for at in range(2500)}),
        {"L32"},
    ),
    "zip-nested": (
        lambda: zipped({"xl/workbook.xml": "<a/>", "inner.zip": zipped({"a": "b"})}),
        {"L33"},
    ),
    "zip-names-outside": (
        lambda: zipped({"xl/workbook.xml": "<a/>", "../../etc/passwd": "x"}),
        {"L34"},
    ),
    "zip-names-absolute": (lambda: zipped({"word/document.xml": "<a/>", "/tmp/x": "x"}), {"L34"}),  # noqa: S108
    "zip-locked": (_locked_zip, {"T102"}),
    "zip-plain": (lambda: zipped({"表.txt": "一级指标"}), {"T105"}),
    # sheets that claim to be large
    "merge-bomb": (
        lambda: sheet_book('<sheetData/><mergeCells><mergeCell ref="A1:ALL3000"/></mergeCells>'),
        {"L37"},
    ),
    "merge-whole-sheet": (
        lambda: sheet_book('<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        {"L37"},
    ),
    "merges-many": (lambda: _merges(20_000), {"L36"}),
    "far-cell": (_far, {"T03"}),
    "dimension-lies": (lambda: sheet_book('<dimension ref="A1:XFD1048576"/>' + _rows("")), {"T03"}),
    "cells-many": (
        lambda: sheet_book(
            _rows(
                "<row>"
                + "<c><v>1</v></c>" * 600
                + "</row>"
                + ("<row>" + "<c><v>1</v></c>" * 600 + "</row>") * 1000
            )
        ),
        {"L31"},
    ),
    "cells-outside": (
        lambda: sheet_book(_rows('<row r="1"><c r="ZZZ1"><v>1</v></c></row>')),
        {"T104"},
    ),
    "rows-outside": (
        lambda: sheet_book(_rows('<row r="99999999"><c><v>1</v></c></row>')),
        {"T104"},
    ),
    "text-long": (lambda: sheet_book(_rows(f"<row>{_inline('好' * 50_000)}</row>")), {"T03"}),
    "string-missing": (
        lambda: sheet_book(_rows('<row><c t="s"><v>999999999</v></c></row>')),
        {"T03"},
    ),
    "number-huge": (lambda: sheet_book(_rows("<row><c><v>1e1000000</v></c></row>")), {"T03"}),
    "day-huge": (
        lambda: sheet_book(
            _rows('<row><c s="1"><v>99999999999</v></c></row>'),
            more={"xl/styles.xml": _DAYS},
        ),
        {"T112", "T03"},
    ),
    "style-huge": (
        lambda: sheet_book(
            _rows(f'<row><c s="{"9" * 5000}"><v>1</v></c></row>'),
            more={"xl/styles.xml": _DAYS.replace('"14"', f'"{"9" * 5000}"')},
        ),
        {"T03"},
    ),
    "columns-hidden": (
        lambda: sheet_book(
            '<cols><col min="1" max="16384" hidden="1"/></cols>'
            + _rows(f"<row>{_inline('甲')}</row>")
        ),
        {"T106", "T03"},
    ),
    # XML
    "xml-laughs": (
        lambda: sheet_book(_rows(f"<row>{_inline('&i;')}</row>"), head=_LAUGHS),
        {"L35"},
    ),
    "xml-laughs-word": (
        lambda: _word("<w:p><w:r><w:t>&i;</w:t></w:r></w:p>", head=_LAUGHS),
        {"L35"},
    ),
    "xml-outside-entity": (
        lambda: _word(
            "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>",
            head='<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        ),
        {"L35"},
    ),
    "xml-deep": (lambda: sheet_book("<a>" * 100_000), {"L39"}),
    "xml-torn": (lambda: sheet_book("<sheetData><row>"), {"T104"}),
    "xml-nul": (lambda: sheet_book(_rows(f"<row>{_inline(chr(0))}</row>")), {"T104"}),
    "xml-bad-utf8": (lambda: zipped({"word/document.xml": b"<a>\xff\xfe\xff</a>"}), {"T104"}),
    "sheet-missing": (
        lambda: zipped(
            {
                "xl/workbook.xml": f'<workbook xmlns="{_MAIN}"/>',
                "xl/_rels/workbook.xml.rels": "<a/>",
            }
        ),
        {"T104"},
    ),
    # Word
    "word-span": (lambda: _word(_WIDE), {"L40"}),
    "word-before": (
        lambda: _word(
            '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="9999999"/></w:trPr></w:tr></w:tbl>'
        ),
        {"L40"},
    ),
    "word-deep": (lambda: _word(_nested_word(2_000)), {"L39"}),
    "word-nested": (lambda: _word(_nested_word(40)), {"T03"}),
    "word-many-tables": (lambda: _word(word_table(SMALL) * 5000), {"L31"}),
    # OpenDocument
    "ods-rows-repeated": (lambda: _ods(' table:number-rows-repeated="1048576"', ""), {"L38"}),
    "ods-all-repeated": (
        lambda: _ods(
            ' table:number-rows-repeated="1048576"', ' table:number-columns-repeated="16384"'
        ),
        {"L38"},
    ),
    "ods-span": (
        lambda: _ods(
            "", ' table:number-columns-spanned="16384" table:number-rows-spanned="1048576"'
        ),
        {"L37"},
    ),
    # HTML
    "html-span": (
        lambda: b"<table>" + b"<tr><td rowspan=65534 colspan=65534>x</td></tr>" * 20,
        {"L37"},
    ),
    "html-deep": (lambda: b"<table><tr><td>" * 20_000, {"L39"}),
    "html-unclosed": (lambda: b"<table>" + b"<tr><td>a" * 20_000, {"T03"}),
    "html-comment": (lambda: b"<table>" + b"<!--" * 100_000, {"T03"}),
    "html-tag-open": (lambda: b"<table>" + b"<a " * 100_000, {"T03"}),
    "html-entities": (lambda: b"<table><tr><td>" + b"&#x110000;&bogus;" * 50_000, {"T03"}),
    # the old office
    "ole-locked": (lambda: compound({"EncryptedPackage": b"x" * 5000}), {"T102"}),
    "ole-word": (lambda: compound({"WordDocument": b"x" * 5000}), {"T105"}),
    "ole-torn": (lambda: as_xls([["一级指标", "二级指标"]])[:1500], {"T105"}),
    "ole-noise": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + _noise(4096), {"T105"}),
    "xls-noise": (lambda: compound({"Workbook": _noise(8192)}), {"T104"}),
    # PDF
    "pdf-pages": (lambda: _pdf_pages(600), {"L41"}),
    "pdf-locked": (_locked_pdf, {"T102"}),
    "pdf-torn": (lambda: as_pdf(BLOCKS)[:700], {"T104"}),
    "pdf-empty": (lambda: b"%PDF-1.7\n", {"T104"}),
    "pdf-noise": (lambda: b"%PDF-1.4\n" + _noise(20_000), {"T104"}),
    "pdf-page-bomb": (lambda: _pdf_page(b" " * 80_000_000), {"L43"}),
    "pdf-page-boxes": (lambda: _pdf_page(b"1 1 2 2 re f\n" * 300_000), {"L42"}),
    "pdf-loop": (
        lambda: _pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"]),
        {"T104"},
    ),
    "pdf-deep": (lambda: _pdf_page(b"[" * 80_000, packed=False), {"T113", "T03"}),
    "pdf-blank": (lambda: _pdf_pages(3), {"T113", "T03"}),
    # other kinds, and names that are wrong
    "empty": (lambda: b"", {"T01"}),
    "image": (lambda: b"\x89PNG\r\n\x1a\n" + _noise(500), {"T105"}),
    "rtf": (lambda: b"{\\rtf1 x}", {"T105"}),
    "spreadsheet-xml": (lambda: b'<?xml version="1.0"?><Workbook/>', {"T105"}),
    "nuls": (lambda: b"\0" * 100_000, {"T01"}),
    "noise": (lambda: _noise(100_000), {"T02"}),
    "half-xlsx": (lambda: _XLSX[: len(_XLSX) // 2], {"T104"}),
    "half-docx": (lambda: _DOCX[: len(_DOCX) // 2], {"T104"}),
    "macros": (_macro_book, {"T103"}),
}
