"""Findings and places as JSON and back again, with the context that a sentence is rendered from.

The file's own name is said once, at the top of a document, and left out of every place in it.
"""

from __future__ import annotations

from typing import Any

from jixiao.findings import Finding, Lang, Severity, Where
from jixiao.source import Origin

__all__ = [
    "finding_from_json",
    "finding_to_json",
    "origin_from_json",
    "origin_to_json",
    "where_from_json",
]

Json = dict[str, Any]

_ORIGIN = ("file", "sheet", "page", "line", "row", "column")
_WHERE = ("table", "table_index", "unit", "level1", "level2", "level3", "column")


def origin_to_json(origin: Origin, file: str | None = None) -> Json:
    """The parts of a place that are known, without the file where it is `file`.

    >>> origin_to_json(Origin("a.txt", line=3, column=2), "a.txt")
    {'line': 3, 'column': 2}
    """
    shown: Json = dict(origin.to_json())
    if file is not None and shown.get("file") == file:
        del shown["file"]
    return shown


def origin_from_json(shown: Json, file: str | None = None) -> Origin:
    """The place of an object made by `origin_to_json`.

    >>> origin_from_json({"line": 3}, "a.txt")
    Origin(file='a.txt', sheet=None, page=None, line=3, row=None, column=None)
    """
    if not shown:
        return Origin()
    return Origin(**{"file": file} | {name: shown[name] for name in _ORIGIN if name in shown})


def where_from_json(shown: Json) -> Where:
    """The place of an object made by `Where.to_json`."""
    names = {name: shown[name] for name in _WHERE if name in shown}
    place = {name: shown[name] for name in _ORIGIN if name != "column" and name in shown}
    if "cell_column" in shown:
        place["column"] = shown["cell_column"]
    return Where(**names, origin=Origin(**place))


def finding_to_json(one: Finding, lang: Lang = "zh") -> Json:
    """The shape of the design, with what it takes to read the finding back.

    >>> from jixiao.findings import finding
    >>> one = finding("T04")
    >>> finding_from_json(finding_to_json(one)) == one
    True
    """
    shown: Json = one.to_json(lang)
    shown["context"] = dict(one.context)
    if one.related:
        shown["related"] = [where.to_json() for where in one.related]
    if one.text is not None:
        shown["text"] = one.text
    return shown


def finding_from_json(shown: Json) -> Finding:
    """The finding of an object made by `finding_to_json`.

    Raises `KeyError`, `TypeError` or `ValueError` for an object of another shape.
    """
    return Finding(
        code=shown["code"],
        severity=Severity(shown["severity"]),
        where=where_from_json(shown["where"]),
        context=tuple(shown["context"].items()),
        raw=shown["raw"],
        cite=shown["cite"],
        heading=shown["heading"],
        text=shown.get("text"),
        items=tuple(where_from_json(one) for one in shown["items"]),
        related=tuple(where_from_json(one) for one in shown.get("related", ())),
        count=shown["count"],
    )
