"""Papers as the bytes of a `.docx`: a section each, the same papers giving the same bytes.

No text of a paper becomes a field, a link or markup: it stands in text elements only.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from jixiao.findings import MissingExtraError
from jixiao.messages.words import word
from jixiao.paper import Grid, Paragraph
from jixiao.sheets import Style
from jixiao.writing.docx_xml import (
    SIZE,
    SMALL,
    TINY,
    TITLE,
    element,
    paragraph,
    run_of,
    table,
    word_text,
)
from jixiao.writing.timeless import timeless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as NewDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section

    from jixiao.paper import Paper

__all__ = ["docx_bytes"]

Lang = Literal["zh", "en"]
LATIN, CHINESE = "Times New Roman", "宋体"
"""Every Windows and every WPS has both; elsewhere others stand for them."""
SHORT, LONG, MARGIN = 11906, 16838, 850
"""A4 and its margins in twips."""
_DAY = datetime(2020, 1, 1, tzinfo=UTC)
_UNUSED = ("/thumbnail", "/stylesWithEffects", "/customXml", "/numbering", "/webSettings")
"""Parts of the template that no paper needs."""
_EMU = 635
"""English metric units of a twip."""


def docx_bytes(papers: Sequence[Paper], lang: Lang = "zh") -> bytes:
    """The `.docx` of some papers, each beginning on a page of its own.

    Raises:
        MissingExtraError: `jixiao[docx]` is not installed.
    """
    try:
        from docx import Document
    except ImportError as cause:
        raise MissingExtraError("docx") from cause

    document = Document()
    _prepare(document, papers[0].title if papers else "")
    body = document.element.body
    for number, paper in enumerate(papers):
        section = document.sections[0] if not number else document.add_section()
        if number:
            _flatten(body[-2])
        _page(section, landscape=paper.landscape)
        _page_numbers(section, lang, linked=number > 0)
        last = body[-1]
        width = (LONG if paper.landscape else SHORT) - 2 * MARGIN
        for made in _blocks(paper, width):
            last.addprevious(made)
    if papers and isinstance(papers[-1].blocks[-1], Grid):
        body[-1].addprevious(paragraph("", TINY))
    raw = io.BytesIO()
    document.save(raw)
    return timeless(raw.getvalue())


def _prepare(document: NewDocument, title: str) -> None:
    """Fonts, the file's own particulars, and nothing of the template that is not needed."""
    from docx.oxml.ns import qn

    held = document.core_properties
    held.author = held.last_modified_by = "jixiao"
    held.title = word_text(title)[:200]
    held.comments = ""
    held.created = held.modified = _DAY
    held.revision = 1
    for links in (document.part.package.rels, document.part.rels):
        for name in [key for key, one in links.items() if one.reltype.endswith(_UNUSED)]:
            del links[name]
    styles = document.styles.element
    _plain_styles(styles)
    for fonts in styles.iter(qn("w:rFonts")):
        for name in list(fonts.attrib):
            del fonts.attrib[name]
        for name, font in (
            ("ascii", LATIN),
            ("hAnsi", LATIN),
            ("eastAsia", CHINESE),
            ("cs", LATIN),
        ):
            fonts.set(qn(f"w:{name}"), font)
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    while len(document.element.body) > 1:
        document.element.body.remove(document.element.body[0])


def _plain_styles(styles: BaseOxmlElement) -> None:
    """Of the template's styles only those by default, for a paragraph as wide as its letters."""
    from docx.oxml.ns import qn

    for style in list(styles):
        if style.tag == qn("w:latentStyles") or (
            style.tag == qn("w:style") and style.get(qn("w:default")) != "1"
        ):
            styles.remove(style)
    for held in styles.iter(qn("w:pPr"), qn("w:rPr")):
        for name in ("spacing", "sz", "szCs"):
            for old in held.findall(qn(f"w:{name}")):
                held.remove(old)
    for held in styles.iter(qn("w:pPrDefault")):
        for old in list(held):
            held.remove(old)
    for held in styles.iter(qn("w:rPrDefault")):
        held[0].insert(1, element("sz", val=str(SIZE)))


def _page(section: Section, *, landscape: bool) -> None:
    from docx.enum.section import WD_ORIENT, WD_SECTION
    from docx.shared import Emu

    section.start_type = WD_SECTION.NEW_PAGE
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    width, height = (LONG, SHORT) if landscape else (SHORT, LONG)
    section.page_width, section.page_height = Emu(width * _EMU), Emu(height * _EMU)
    section.left_margin = section.right_margin = Emu(MARGIN * _EMU)
    section.top_margin = section.bottom_margin = Emu(MARGIN * _EMU)
    section.header_distance = section.footer_distance = Emu(MARGIN // 2 * _EMU)


def _page_numbers(section: Section, lang: Lang, *, linked: bool) -> None:
    """The number of the page and of all pages, which the program that shows it fills in."""
    if linked:
        return
    footer = section.footer
    footer.is_linked_to_previous = False
    first, _, rest = word("page_of", lang, page="\0", pages="\1").partition("\0")
    between, _, end = rest.partition("\1")
    made = paragraph("", SMALL, across="center")
    for text, field in ((first, "PAGE"), (between, "NUMPAGES"), (end, "")):
        made.append(run_of(text, SMALL))
        if field:
            counted = element("fldSimple", instr=field)
            counted.append(run_of("1", SMALL))
            made.append(counted)
    holder = footer._element  # noqa: SLF001 - python-docx offers no other way to the element
    for old in list(holder):
        holder.remove(old)
    holder.append(made)


def _blocks(paper: Paper, width: int) -> list[object]:
    """The elements of a paper: its title, its paragraphs and its grids."""
    made: list[object] = [paragraph(paper.title, TITLE, across="center", bold=True, after=6)]
    before: Paragraph | Grid | None = None
    for block in paper.blocks:
        match block:
            case Paragraph():
                small = block.style is Style.NOTE
                size, after = (SMALL, 0) if small else (SIZE, 3)
                made.append(paragraph(block.text, size, across=block.across, after=after))
            case Grid():
                if isinstance(before, Grid):
                    made.append(paragraph("", TINY))
                made.append(table(block, paper.widths, width))
        before = block
    return made


def _flatten(end: BaseOxmlElement) -> None:
    """Make the empty line that ends a section next to nothing, so that it opens no page."""
    from docx.oxml.ns import qn

    held = end.find(qn("w:pPr"))
    if held is not None:
        held.insert(0, element("spacing", before="0", after="0", line="20", lineRule="exact"))
