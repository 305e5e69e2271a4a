"""PDF read beside this process: what its pages hold as rows, and what is said of the pages."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from jixiao.findings import Finding, Where, finding
from jixiao.reading.beside import Json, answers, can_start
from jixiao.reading.file_reads import FileRead, refused
from jixiao.reading.pdf.layout import laid_out
from jixiao.reading.pdf.pages import pdf_pages
from jixiao.reading.pdf.rows import Builder
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jixiao.limits import Limits

__all__ = ["read_pdf", "rows_of_pages"]


def read_pdf(data: bytes, *, file: str | None, limits: Limits) -> FileRead:
    """The rows of a PDF; raises `Refused`."""
    if find_spec("pdfplumber") is None:
        raise refused("T101", file, kind="pdf", extra="pdf")
    return rows_of_pages(_beside(data, limits), file=file)


def _beside(data: bytes, limits: Limits) -> Iterator[Json]:
    """The pages as a process of its own reads them; in this one where none can be started."""
    if not can_start():
        yield from pdf_pages(data, limits)
        return
    names = ("pdf_pages", "pdf_page_bytes", "pdf_page_seconds", "reader_memory")
    given = {name: getattr(limits, name) for name in names}
    count = page = 0
    for answer in answers("jixiao.reading.pdf.pages", given, data, limits.pdf_page_seconds):
        match answer:
            case {"silent": True}:
                yield {"stop": "L42", "page": page + 1, "limit": limits.pdf_page_seconds}
                return
            case {"ended": True}:
                if page < count or not count:
                    yield {"stop": "L44", "limit": limits.reader_memory}
                return
            case _:
                yield answer
                count = answer.get("pages", count)
                page = answer.get("page", page)


def rows_of_pages(pages: Iterable[Json], *, file: str | None) -> FileRead:
    """The rows of all pages in one group, page numbers in another; raises `Refused`."""
    held: list[Json] = []
    for answer in pages:
        if "stop" in answer:
            code = answer.pop("stop")
            raise refused(code, file, **answer)
        if "page" in answer:
            held.append(answer)
    silent = [answer["page"] for answer in held if not answer["letters"]]
    layout = laid_out(held)
    builder = Builder(file)
    builder.build(layout.blocks)
    said: list[Finding] = []
    where = Where(origin=Origin(file=file))
    if silent:
        said.append(finding("T113", where, pages=_listed(silent)))
    if builder.unruled:
        said.append(finding("T114", where, pages=_listed(sorted(builder.unruled))))
    if builder.joined:
        said.append(finding("T116", where, pages=_listed(builder.joined)))
    if builder.unsure:
        said.append(finding("T117", where, pages=_listed(builder.unsure)))
    group = tuple(builder.rows)
    aside = builder.lines_apart(layout.aside)
    return FileRead((group, aside) if aside else (group,), tuple(said))


def _listed(pages: Sequence[int]) -> str:
    shown = "、".join(map(str, pages[:12]))
    return shown if len(pages) <= 12 else f"{shown}…"  # noqa: PLR2004 - as many as are read
