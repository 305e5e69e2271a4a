"""Lists of indicators in a text without a table: 【产出指标-数量指标】, 数量指标：名称≥x.

A list is regular: a label of a level, then names, each with its target in brackets or behind a sign
of comparison. Sentences are none; they are left over, and a finding says that indicators stand in
them.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from jixiao.limits import DEFAULT_LIMITS, Limits
from jixiao.parsing import parse_value
from jixiao.reading.doubts import Doubt
from jixiao.reading.fitting import Need
from jixiao.reading.glued.header import Label, labels_in
from jixiao.reading.glued.levels import levels_of
from jixiao.reading.glued.ribbon import Ribbon, ribbon_of
from jixiao.reading.grid import GridRow, text_rows
from jixiao.reading.wrapped.words import words_of
from jixiao.tables import RowStatus
from jixiao.values import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jixiao.reading.wrapped.words import Words
    from jixiao.rules import Ruleset

__all__ = ["is_listed", "list_rows", "listed_sample"]

_LABEL = re.compile(
    r"(?:数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|满意度)(?:指标|目标)(?:】|\s*[:：,，])"
)
_SHOWN = 24
_LEAST = 2
_ITEM = re.compile(r"指标\d{1,2}[:、.](?P<name>[^()]{1,60})\((?P<value>[^()]{1,30})\)")
_SIGNED = re.compile(r"(?P<name>.{1,80}?)(?P<value>(?:>=|<=|=>|=<|[≥≤=<>])\d[^≥≤=<>()。;:]{0,12})")
_ACTUAL = re.compile(r",(实际[^,;。]{1,30})")
_SPLIT = re.compile(r"[;。]")
_INSIDE = re.compile(r"[,、:]")
"""What a sentence has and a name has not."""
_PROJECT = re.compile(r"【[^】]{1,12}】")
_COLUMNS = {Need.LEVEL1: 0, Need.LEVEL2: 1, Need.LEVEL3: 2}
_LAST = 3
"""The column of values; what was achieved stands behind it."""
_WIDTH = 5
_LABELS = 6
"""Labels one behind the other at most before an indicator."""


def listed_sample(texts: Iterable[str]) -> str | None:
    """An example of a label of a level that goes on as a sentence; None where there are not two.

    >>> listed_sample(["数量指标：布防飞机数量≥6架。质量指标：合格率≥80%。"])
    '数量指标：布防飞机数量≥6架。质量指标：合格率≥'
    """
    first = None
    count = 0
    for text in texts:
        for match in _LABEL.finditer(text):
            first = first or text[match.start() : match.start() + _SHOWN]
            count += 1
    return first if count >= _LEAST else None


def is_listed(text: str) -> bool:
    """Whether indicators of a text may stand in a list, and not in a table."""
    return "指标" in text and "\t" not in text and listed_sample([text]) is not None


def list_rows(
    text: str,
    rulesets: Sequence[Ruleset],
    *,
    file: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[GridRow]:
    """The rows of the lists of a text; its lines as they are where it holds none."""
    words = words_of(rulesets)
    reader = _Reader(ribbon_of(text, file, limits), words)
    reader.read()
    if not reader.found:
        yield from text_rows(text, file=file, limits=limits)
        return
    rows = [*reader.rows, *reader.marks, *reader.ribbon.aside]
    for index, row in enumerate(rows):
        yield evolve(row, index=index, cells=tuple(evolve(one, row=index) for one in row.cells))


def _is_quantity(text: str) -> bool:
    """Whether a target is a quantity with a unit that is known, and nothing behind it."""
    value = parse_value(text)
    return isinstance(value, Comparison) and value.quantity.unit.known and not value.rest


@define
class _Reader:
    """Goes through the lines once, with the labels in force."""

    ribbon: Ribbon
    words: Words
    rows: list[GridRow] = field(factory=list)
    marks: list[GridRow] = field(factory=list)
    """Brackets, colons and the like between the cells."""
    labels: tuple[Label, ...] = ()
    found: int = 0
    opens: bool = False

    def read(self) -> None:
        """All lines."""
        starts = sorted(self.ribbon.breaks)
        for start, end in pairwise([*starts, len(self.ribbon.text)]):
            self.line(start, end)
        self.give_up()

    def give_up(self) -> None:
        """Labels that no indicator follows."""
        for label in self.labels:
            self.rows += self.ribbon.plain(label.start, label.end)
        self.labels = ()

    def line(self, start: int, end: int) -> None:
        """A line: labels with what stands behind each, or an item under the labels in force."""
        text = self.ribbon.text
        if _PROJECT.match(text, start, end) and not self._levels(start, end) and self.found:
            self.opens = True
        at = start
        marks = [one for one in labels_in(text, start, end, self.words) if self.heads(one, end)]
        for place, label in enumerate((*marks, None)):
            stop = label.start if label else end
            self.items(at, stop, listed=place > 0 or not marks)
            if label is None:
                break
            if (label.level1 and not label.level2) or len(self.labels) == _LABELS:
                self.give_up()
            self.labels = (*self.labels, label)
            at = label.end

    def _levels(self, start: int, end: int) -> bool:
        return any(True for _ in labels_in(self.ribbon.text, start, end, self.words))

    def heads(self, label: Label, end: int) -> bool:
        """Whether a label stands for itself: before a colon, in brackets, at the end of a line."""
        behind = self.ribbon.text[label.end : label.end + 1] if label.end < end else "。"
        return behind in ":,。】-"

    def items(self, start: int, end: int, *, listed: bool) -> None:
        """The indicators between two labels; what is none is left over."""
        text = self.ribbon.text
        item = _ITEM.fullmatch(text, start, end)
        if item is not None:
            self.row(item.span("name"), [item.span("value")], sure=True)
            self.mark(start, item.start("name"))
            self.mark(item.end("name"), item.start("value"))
            self.mark(item.end("value"), end)
            return
        at = start
        if not listed:
            self.plain(start, end)
            return
        while at < end:
            cut = _SPLIT.search(text, at, end)
            stop = cut.start() if cut else end
            self.sentence(at, stop)
            at = stop
            if cut:
                self.mark(stop, stop + 1)
                at = stop + 1

    def sentence(self, start: int, end: int) -> None:
        """A piece up to a semicolon: names with targets, one behind the other, parted by commas."""
        text = self.ribbon.text
        at = start
        while at < end and text[at] in ":,、-】":
            at += 1
        self.mark(start, at)
        while at < end:
            span = self._signed(at, end)
            if span is None:
                break
            name, value = span
            actual = _ACTUAL.match(text, value[1], end)
            values = [value, actual.span(1)] if actual else [value]
            told = _INSIDE.search(text, *name) is None and _is_quantity(text[value[0] : value[1]])
            self.row(name, values, sure=told)
            at = values[-1][1]
            if actual:
                self.mark(value[1], actual.start(1))
            if at < end:
                self.mark(at, at + 1)
                at += 1
        self.plain(at, end)

    def _signed(self, at: int, end: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """A name and its target that begin at a place; a bracket (≥**%) is part of the name."""
        text = self.ribbon.text
        match = _SIGNED.match(text, at, end)
        if match is None:
            return None
        first, last = match.span("value")
        comma = text.find(",", first, last)
        last = comma if comma >= 0 else last
        if last < end and text[last] != ",":
            return None
        return (match.start("name"), first), (first, last)

    def row(self, name: tuple[int, int], values: Sequence[tuple[int, int]], *, sure: bool) -> None:
        """An indicator under the labels in force."""
        cells, rest, doubtful = levels_of(self.labels, self.words, self.ribbon, _COLUMNS)
        self.rows += rest
        self.labels = ()
        named = self.ribbon.cell(*name, _COLUMNS[Need.LEVEL3])
        told = sure and not doubtful
        code, status = ("T134", RowStatus.MOVED) if told else ("T135", RowStatus.SUSPECTED)
        doubt = Doubt(status, code, (("name", named.text[:_SHOWN]),))
        own = tuple(self.ribbon.cell(*one, _LAST + at) for at, one in enumerate(values))
        row = GridRow(0, (*cells, named, *own), _WIDTH, doubts=(doubt,), indicator=True)
        self.rows.append(evolve(row, opens=self.opens))
        self.opens = False
        self.found += 1

    def mark(self, start: int, end: int) -> None:
        """Signs between cells."""
        if start < end:
            self.marks += self.ribbon.plain(start, end)

    def plain(self, start: int, end: int) -> None:
        """Text that is no indicator."""
        if start < end:
            self.rows += self.ribbon.plain(start, end)
