"""Where a finding stands, for SARIF: the file by a relative address, the line, the indicator."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from jixiao.writing.places import spot
from jixiao.writing.sarif_rules import message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.findings import Lang, Where

__all__ = ["Names", "location", "logical_name"]

Json = dict[str, object]
_STANDARD_INPUT = "stdin"


class Names:
    """The files of a run by relative, percent-encoded addresses; no folder of the machine is told.

    A file below the current folder is named from there; others from the folder they have in common.
    `lang` is that of places in words.

    >>> Names(["表/甲 乙.txt", "a:b#1.txt"]).order
    ['%E8%A1%A8/%E7%94%B2%20%E4%B9%99.txt', 'a%3Ab%231.txt']
    """

    def __init__(self, files: Iterable[str | None], lang: Lang = "zh") -> None:
        self.lang = lang
        distinct = list(dict.fromkeys(files))
        outside = [one for one in distinct if one is not None and _below_here(one) is None]
        common = _common(outside)
        self._uris = {one: _uri(one, common) for one in distinct}
        self._files = {uri: one for one, uri in self._uris.items()}
        self.order = list(self._files)
        self._places = {uri: place for place, uri in enumerate(self.order)}

    def reference(self, file: str | None) -> Json:
        """A file, by its address and its place among the artifacts."""
        uri = self._uris[file]
        return {"uri": uri, "index": self._places[uri]}

    def knows(self, file: str) -> bool:
        """Whether the file is one of the run."""
        return file in self._uris

    def artifact(self, uri: str, digests: dict[str | None, str]) -> Json:
        """A file of the run, with the digest of its bytes where it is known."""
        digest = digests.get(self._files[uri])
        hashes: Json = {"hashes": {"sha-256": digest}} if digest else {}
        return {"location": {"uri": uri}, **hashes}


def _parts(file: str) -> tuple[str, ...]:
    """The parts of a path of this or another system; a drive or a root is the first."""
    if PureWindowsPath(file).is_absolute() or ("\\" in file and "/" not in file):
        return PureWindowsPath(file).parts
    return PurePosixPath(file).parts


def _absolute(file: str) -> bool:
    return PurePosixPath(file).is_absolute() or PureWindowsPath(file).is_absolute()


def _below_here(file: str) -> tuple[str, ...] | None:
    """The parts of a relative path, or of one below the current folder; None for any other."""
    if not _absolute(file):
        return _parts(file)
    try:
        return Path(file).relative_to(Path.cwd()).parts
    except (ValueError, OSError):
        return None


def _common(files: list[str]) -> int:
    """How many leading folders absolute paths share."""
    folders = [_parts(file)[:-1] for file in files]
    count = min((len(one) for one in folders), default=0)
    while any(one[:count] != folders[0][:count] for one in folders):
        count -= 1
    return count


def _uri(file: str | None, common: int) -> str:
    if file is None or file == "-":
        return _STANDARD_INPUT
    parts = _below_here(file)
    shown = _parts(file)[common:] if parts is None else parts
    text = "/".join(part for part in shown if part not in (".", ""))
    return quote(_bytes(text), safe="/") or _STANDARD_INPUT


def _bytes(text: str) -> bytes:
    """The bytes of a name: as the system gave them, where it gave what is no UTF-8."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace")


def location(
    where: Where,
    file: str | None,
    names: Names,
    *,
    number: int | None = None,
    stands: Where | None = None,
) -> Json:
    """A location: the file with its line, the cell of a sheet in words, table and indicator.

    `stands` is where the first of several places stands, for a finding that is about all of them.
    """
    origin = where.origin if stands is None else stands.origin
    physical: Json = {"artifactLocation": names.reference(_file(where, file, names))}
    if origin.line is not None:
        physical["region"] = {"startLine": max(1, origin.line)}
    logical = _logical(where)
    cell = "" if origin.line is not None else spot(origin, names.lang)
    if cell:
        logical.append({"name": cell, "kind": "cell"})
    shown: Json = {} if number is None else {"id": number}
    shown["physicalLocation"] = physical
    if logical:
        shown["logicalLocations"] = logical
    if cell:
        shown["message"] = {"text": message(cell)}
    return shown


def _file(where: Where, file: str | None, names: Names) -> str | None:
    """The file that a place names, where it is one of the run; else the one that was looked at."""
    own = where.origin.file
    return own if own is not None and names.knows(own) else file


def _logical(where: Where) -> list[Json]:
    """The table, and the indicator or column in it."""
    shown: list[Json] = []
    if where.table is not None:
        shown.append({"name": where.table, "kind": "table"})
    row = where.level3 or where.level2 or where.level1 or where.column
    if row is not None:
        full = logical_name(where)
        shown.append({"name": row, "fullyQualifiedName": full, "kind": "indicator"})
    if where.table_index is not None:
        for one in shown:
            one["properties"] = {"tableIndex": where.table_index}
    return shown


def logical_name(where: Where) -> str:
    """The place in the tables: 项目 › 一级 › 二级 › 三级 › 列, as far as known.

    >>> from jixiao.findings import Where
    >>> logical_name(Where(table="培训", level1="产出指标", level3="培训场次"))
    '培训 › 产出指标 › 培训场次'
    """
    parts = (where.table, where.level1, where.level2, where.level3, where.column)
    return " › ".join(part for part in parts if part)
