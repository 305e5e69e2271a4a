"""Pages of reports taken apart: their ids, links, headings, texts and what they would load."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import subprocess
import tempfile
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from attrs import define, field

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Page", "browser", "dom_of", "page_of", "run_browser"]

VOID = frozenset({"meta", "link", "input", "img", "br", "hr", "rect", "line"})
CLOSED_BY_OTHERS = frozenset({"li", "td", "th", "tr"})
"""Elements whose end may be left out."""


@define
class Page(HTMLParser):
    """What a page holds."""

    ids: list[str] = field(factory=list)
    links: list[str] = field(factory=list)
    tags: list[str] = field(factory=list)
    attributes: list[tuple[str, str, str | None]] = field(factory=list)
    headings: list[int] = field(factory=list)
    texts: list[str] = field(factory=list)
    by_id: dict[str, list[str]] = field(factory=dict)
    links_of: dict[str, list[str]] = field(factory=dict)
    open: list[tuple[str, str | None]] = field(factory=list)
    style: str = ""
    script: str = ""

    def __attrs_post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag in {"tr", "td", "th", "li"}:
            self._end_of(tag)
        if held.get("id"):
            self.ids.append(str(held["id"]))
        if tag not in VOID:
            self.open.append((tag, held.get("id")))
        if tag == "a":
            self.links.append(str(held["href"]))
            for name in self._inside():
                self.links_of.setdefault(name, []).append(str(held["href"]))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def _end_of(self, tag: str) -> None:
        """A row, cell or item ends where the next begins."""
        ends = {"tr": {"tr", "td", "th"}, "td": {"td", "th"}, "th": {"td", "th"}, "li": {"li"}}[tag]
        while self.open and self.open[-1][0] in ends:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        while self.open and self.open[-1][0] != tag:
            left, _ = self.open.pop()
            assert left in CLOSED_BY_OTHERS, (left, tag)
        assert self.open, tag
        self.open.pop()

    def _inside(self) -> list[str]:
        return [name for _, name in self.open if name]

    def handle_data(self, data: str) -> None:
        tag = self.open[-1][0] if self.open else ""
        if tag == "style":
            self.style += data
        elif tag == "script":
            self.script += data
        elif data.strip():
            text = " ".join(data.split())
            self.texts.append(text)
            for name in self._inside():
                self.by_id.setdefault(name, []).append(text)

    @property
    def text(self) -> str:
        """All that can be read, a line a piece."""
        return "\n".join(self.texts)

    @property
    def policy(self) -> str:
        """The content security policy."""
        return next(
            str(value)
            for tag, name, value in self.attributes
            if tag == "meta" and name == "content" and str(value).startswith("default-src")
        )


def page_of(html: str) -> Page:
    """The page of a text, read to its end."""
    page = Page()
    page.feed(html)
    page.close()
    return page


def digest(text: str) -> str:
    """As a content security policy names a text."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def browser() -> str | None:
    """A Chromium that can be run without a screen, or None."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)


def run_browser(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Chromium with a fresh profile, without a screen or a network of its own."""
    name = browser()
    assert name is not None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        return subprocess.run(
            [
                name,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-logging=stderr",
                f"--user-data-dir={profile}",
                *arguments,
            ],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )


def dom_of(path: Path, place: str = "") -> tuple[Page, list[str]]:
    """The page as the browser has it after its script ran, and what it wrote to its console."""
    done = run_browser("--dump-dom", f"{path.as_uri()}{place}")
    said = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    return page_of(done.stdout), said
