"""Plain data as rows of CSV and back: what people read in front, all of it in the last cell.

The cells in front never begin a formula: an apostrophe stands before what would. The last cell is
what is read back, so that nothing is lost by that; where somebody changed a cell in front it no
longer agrees with the last one, and the reader can tell.
"""

from __future__ import annotations

import csv
import io
import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from attrs import frozen

from jixiao.source import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

__all__ = ["CsvRow", "guarded", "opened", "packed", "parsed", "unpacked"]

Json = dict[str, Any]
_BEGINS = ("=", "+", "-", "@")
LISTS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "jixiao/document/1": {
            "": ("tables", "findings", "leftovers"),
            "tables": (
                "fields",
                "funding",
                "spending",
                "schedule",
                "tasks",
                "indicators",
                "totals",
                "slots",
                "cells",
            ),
        },
        "jixiao/findings/1": {"": ("findings",)},
        "jixiao/scorecard/1": {"": ("tables", "findings"), "tables": ("indicators",)},
        "jixiao/summary/1": {
            "": (
                "regions",
                "rulesets",
                "forms",
                "years",
                "stages",
                "findings",
                "indicators",
                "scored_by",
            ),
        },
    }
)
"""Of each schema, which lists of which part are rows of their own."""


@frozen
class CsvRow:
    """A part of some data: its path (`1/tables/0/indicators/3`), its JSON, the table it is of."""

    path: str
    data: Json
    table: Json | None = None

    @property
    def part(self) -> str:
        """The list that it stands in; empty for the whole.

        >>> CsvRow("1/tables/0/indicators/3", {}).part, CsvRow("1", {}).part
        ('indicators', '')
        """
        names = self.path.split("/")
        return names[-2] if len(names) > 1 else ""


def guarded(text: str) -> str:
    """The text as a cell that no program takes for a formula.

    >>> guarded("=1+1"), guarded(" ＠甲"), guarded("≥98%")
    ("'=1+1", "' ＠甲", '≥98%')
    """
    first = squeeze(text[:64]).removeprefix("'")
    return f"'{text}" if first.startswith(_BEGINS) else text


def packed(number: int, shown: Json) -> Iterator[CsvRow]:
    """The rows of one result, the whole first, each list of it after what it stands in.

    >>> shown = {"schema": "jixiao/findings/1", "findings": [{"code": "T04"}]}
    >>> [row.path for row in packed(1, shown)]
    ['1', '1/findings/0']
    """
    yield from _rows(str(number), "", shown, LISTS[shown["schema"]], None)


def _rows(
    path: str, part: str, data: Json, lists: Mapping[str, tuple[str, ...]], table: Json | None
) -> Iterator[CsvRow]:
    names = [name for name in lists.get(part, ()) if name in data]
    own = data if part == "tables" else table
    yield CsvRow(path, data | {name: [] for name in names}, own)
    for name in names:
        for place, one in enumerate(data[name]):
            yield from _rows(f"{path}/{name}/{place}", name, one, lists, own)


def unpacked(rows: Iterable[CsvRow]) -> list[Json]:
    """The results that rows hold, in order.

    Raises `KeyError`, `IndexError`, `TypeError` or `ValueError` for rows of another making.
    """
    whole: list[Json] = []
    for one in rows:
        held: Any = whole
        names = one.path.split("/")
        names[0] = str(int(names[0]) - 1)
        for name in names[:-1]:
            held = held[int(name)] if isinstance(held, list) else held[name]
        if int(names[-1]) != len(held):
            raise ValueError(one.path)
        held.append(one.data)
    return whole


def opened(schema: str, labels: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The text of a file: the byte order mark that Excel asks for, a header, a line a row."""
    made = io.StringIO(newline="")
    made.write("\ufeff")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow([schema, *labels])
    writer.writerows(rows)
    return made.getvalue()


def parsed(text: str) -> list[tuple[int, tuple[str, ...], CsvRow]]:
    """The rows of a file of ours, each with its line and the cells that stand in front.

    Raises `csv.Error`, `ValueError`, `KeyError` or `IndexError` for a file of another making.
    """
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    next(reader)
    found: list[tuple[int, tuple[str, ...], CsvRow]] = []
    tables: dict[tuple[str, ...], Json] = {}
    for cells in reader:
        if not cells:
            continue
        path, *front, data = cells
        one = CsvRow(path, json.loads(data))
        key = tuple(path.split("/")[:3])
        if one.part == "tables":
            tables[key] = one.data
        found.append((reader.line_num, tuple(front), CsvRow(path, one.data, tables.get(key))))
    return found
