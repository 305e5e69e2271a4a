"""The pages of a PDF as plain data: cells between rules, and lines of text outside of them.

Run as a program of its own it reads a PDF from standard input and prints one JSON line a page,
within limits of time and memory, so that no file can take its caller with it.
"""

from __future__ import annotations

import io
import re
import sys
import zlib
from bisect import bisect_right
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

from attrs import define, field

from jixiao.limits import Limits
from jixiao.reading.beside import Json, bound_memory, given_limits, say
from jixiao.reading.pdf.frames import free_letters, margin_of, open_ends, spills, turned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdftypes import PDFStream
    from pdfplumber.pdf import PDF

__all__ = ["main", "pdf_pages"]

_SNAP = 3
_WORD_GAP = 0.3
"""A gap wider than this share of the letters' size is a space between words of Latin."""
_COLUMN_GAP = 1.2
"""A gap wider than this parts two columns of a line without rules."""
_HALF = re.compile("[\ud800-\udfff]")
_DRAWN = re.compile(rb"\s(?:re|[lcvyfSBWnh]|T[jJ])\b")
_MOST_DRAWN = 60_000
"""Strokes and texts that a page draws; a full page of a table has some thousand."""
_MOST_SHAPES = 30_000
"""Lines and boxes on a page; more than this draw a picture and no table."""


class _TooLongError(BaseException):
    """A page took more than its time; no Exception, so that no library keeps it to itself."""


class _TooMuchError(Exception):
    """A page unpacks to more than its size."""


@define
class _Line:
    """Letters of one line of text, with the place of the line."""

    top: float
    bottom: float
    letters: list[Json] = field(factory=list)

    def chunks(self, gap: float) -> list[list[Any]]:
        """The text of the line in pieces [text, left, right], parted at gaps wider than `gap`."""
        found: list[list[Any]] = []
        for letter in sorted(self.letters, key=lambda one: float(one["x0"])):
            text, left, right = letter["text"], letter["x0"], letter["x1"]
            size = max(1.0, letter["size"])
            if found and left - found[-1][2] <= gap * size:
                wide = left - found[-1][2] > _WORD_GAP * size
                last = found[-1][0][-1:]
                latin = last.isascii() and text.isascii() and not last.isspace()
                found[-1][0] += f" {text}" if wide and latin and not text.isspace() else text
                found[-1][2] = max(found[-1][2], right)
            elif not text.isspace():
                found.append([text, left, right])
        return [[text.rstrip(), left, right] for text, left, right in found]


def _lines(letters: list[Json]) -> list[_Line]:
    """Letters by line, top to bottom."""
    lines: list[_Line] = []
    for letter in sorted(letters, key=lambda one: (float(one["top"]) + float(one["bottom"])) / 2):
        middle = (letter["top"] + letter["bottom"]) / 2
        if lines and lines[-1].top <= middle <= lines[-1].bottom:
            lines[-1].letters.append(letter)
        else:
            lines.append(_Line(letter["top"], letter["bottom"], [letter]))
    return lines


def _joined(letters: list[Json]) -> str:
    """The text of a cell: its lines joined as they were before they were wrapped."""
    text = ""
    for line in _lines(letters):
        piece = " ".join(chunk[0] for chunk in line.chunks(1000.0))
        latin = text[-1:].isascii() and text[-1:].isalpha() and piece[:1].isascii()
        text += f" {piece}" if latin and piece[:1].isalpha() else piece
    return text.strip()


def _last_line(letters: list[Json]) -> list[Json]:
    """The letters of the last line of a cell that shows anything."""
    shown = [one for one in letters if not one["text"].isspace()]
    return _lines(shown)[-1].letters if shown else []


def _unique(letters: list[Json]) -> list[Json]:
    """The letters without those that are printed twice to look bold."""
    seen: set[tuple[str, int, int]] = set()
    kept: list[Json] = []
    for letter in letters:
        place = (letter["text"], round(letter["x0"]), round(letter["top"]))
        if place not in seen:
            seen.add(place)
            kept.append(letter)
    return kept


def _shows(text: str) -> bool:
    """Whether a letter is one: fonts that say nothing of their signs give NUL or half a pair."""
    return bool(text) and "\x00" not in text and not _HALF.search(text)


def _page(page: Any, number: int) -> Json:  # noqa: ANN401 - a page of pdfplumber
    """One page: its tables with their cells, and its lines with their pieces."""
    letters = _unique([one for one in page.chars if _shows(one["text"])])
    shapes = len(page.rects) + len(page.lines) + len(page.curves)
    if shapes > _MOST_SHAPES:
        raise _TooLongError
    tables: list[Json] = []
    inside: set[int] = set()
    opened = open_ends(page.edges) if shapes else []
    settings = {
        "snap_tolerance": _SNAP,
        "join_tolerance": _SNAP,
        "explicit_horizontal_lines": opened,
    }
    found = page.find_tables(settings) if shapes else []
    for table in found:
        boxes = sorted(table.cells, key=lambda one: (one[1], one[0]))
        if len(boxes) < 2:  # noqa: PLR2004 - a box around a text is no table
            continue
        held: list[list[Json]] = [[] for _ in boxes]
        tops = [box[1] for box in boxes]
        for at, letter in enumerate(letters):
            x, y = (letter["x0"] + letter["x1"]) / 2, (letter["top"] + letter["bottom"]) / 2
            for place in range(bisect_right(tops, y) - 1, -1, -1):
                left, _, right, bottom = boxes[place]
                if left <= x < right and y < bottom:
                    if at not in inside:
                        inside.add(at)
                        held[place].append(letter)
                    break
        margin = margin_of(held, boxes)
        cells = [
            [_joined(one), *box, free_letters(_last_line(one), box, margin), spills(one, box)]
            for one, box in zip(held, boxes, strict=True)
        ]
        ends = [any(abs(y - end) < _SNAP for y in opened) for end in table.bbox[1::2]]
        tables.append({"box": list(table.bbox), "cells": cells, "open": ends})
    loose = [letter for at, letter in enumerate(letters) if at not in inside]
    lines = [[line.top, line.bottom, line.chunks(_COLUMN_GAP)] for line in _lines(loose)]
    return {
        "page": number,
        "letters": len(letters),
        "tables": tables,
        "lines": [line for line in lines if line[2]],
    }


def _weigh(page: PDFPage, limit: int) -> None:
    """Raise where what a page draws unpacks to more than it may."""
    from pdfminer.pdftypes import PDFStream, resolve1

    total = drawn = 0
    for one in page.contents:
        stream = resolve1(one)
        if not isinstance(stream, PDFStream):
            continue
        data = _unpacked(stream, limit)
        drawn += len(_DRAWN.findall(data))
        total += len(data)
        if total > limit:
            raise _TooMuchError
        if drawn > _MOST_DRAWN:
            raise _TooLongError


def _unpacked(stream: PDFStream, limit: int) -> bytes:
    """What a stream holds, no more of it than a little over the limit."""
    from pdfminer.ascii85 import ascii85decode, asciihexdecode

    data = stream.rawdata or b""
    for name, _ in stream.get_filters():
        match getattr(name, "name", ""):
            case "FlateDecode" | "Fl":
                try:
                    data = zlib.decompressobj().decompress(data, limit + 1)
                except zlib.error:
                    return data
            case "ASCII85Decode" | "A85":
                data = ascii85decode(data)
            case "ASCIIHexDecode" | "AHx":
                data = asciihexdecode(data)
            case _:
                return data
    return data


@contextmanager
def _seconds(count: int) -> Iterator[None]:
    """Give what runs inside so many seconds of the processor, where the system can count them."""
    import signal

    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        raise _TooLongError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, count)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def _no_limit(count: int) -> Iterator[None]:  # noqa: ARG001 - the shape of `_seconds`
    """Give what runs inside all the time it takes."""
    yield


def pdf_pages(data: bytes, limits: Limits, *, timed: bool = False) -> Iterator[Json]:
    """The count of pages, then each page; or what stops the reading, as `{"stop": …}`.

    `timed` gives each page a bounded time; it takes over a signal and is for a process of its own.
    """
    timer = _seconds if timed else _no_limit
    try:
        yield from _open(data, limits, timer)
    except _TooLongError:
        yield {"stop": "L42", "page": 1, "limit": limits.pdf_page_seconds}
    except Exception as error:  # noqa: BLE001 - a torn file fails in as many ways as it has bytes
        yield _stopped_by(error, "PDF", limits)


def _open(data: bytes, limits: Limits, timer: Callable[[int], Any]) -> Iterator[Json]:
    import pdfplumber
    from pdfminer.pdfpage import PDFPage

    with timer(limits.pdf_page_seconds):
        pdf = pdfplumber.open(io.BytesIO(data))
        pages = list(islice(PDFPage.create_pages(pdf.doc), limits.pdf_pages + 1))
    if len(pages) > limits.pdf_pages:
        # Counting all of them could take as long as the file likes.
        yield {"stop": "L41", "size": len(pages), "limit": limits.pdf_pages}
        return
    if not pages:
        yield {"stop": "T104", "kind": "pdf", "part": "PDF"}
        return
    yield {"pages": len(pages)}
    for number, page in enumerate(pages, 1):
        yield _one(pdf, page, number, limits, timer)


def _one(pdf: PDF, held: PDFPage, number: int, limits: Limits, timer: Callable[[int], Any]) -> Json:
    from pdfplumber.page import Page

    try:
        with timer(limits.pdf_page_seconds):
            _weigh(held, limits.pdf_page_bytes)
            page = Page(pdf, held, number, initial_doctop=0)
            angle = turned(page.chars)
            if angle:
                page.close()
                held.rotate = (held.rotate + angle) % 360
                held.attrs["Rotate"] = held.rotate
                page = Page(pdf, held, number, initial_doctop=0)
            read = _page(page, number)
            page.close()
            return read
    except _TooMuchError:
        return {"stop": "L43", "page": number, "limit": limits.pdf_page_bytes}
    except _TooLongError:
        return {"stop": "L42", "page": number, "limit": limits.pdf_page_seconds}
    except Exception as error:  # noqa: BLE001 - see pdf_pages
        return _stopped_by(error, f"第 {number} 页", limits)


def _stopped_by(error: Exception, part: str, limits: Limits) -> Json:
    """What an exception of the library means; it wraps those of others in its own."""
    names = {type(one).__name__ for one in (error, error.__cause__, error.__context__, *error.args)}
    if names & {"MemoryError", "RecursionError"}:
        return {"stop": "L44", "limit": limits.reader_memory}
    if names & {"PDFPasswordIncorrect", "PDFEncryptionError"}:
        return {"stop": "T102"}
    return {"stop": "T104", "kind": "pdf", "part": part}


def main() -> None:
    """Read a PDF from standard input; the first line holds the limits."""
    limits = Limits(**given_limits())
    import pdfplumber  # noqa: F401 - loaded before memory is bounded

    bound_memory(limits.reader_memory)
    for page in pdf_pages(sys.stdin.buffer.read(), limits, timed=True):
        say(page)
        if "stop" in page:
            break


if __name__ == "__main__":
    main()
