"""Actuals in JSON: an object with `indicators` and `funding`, or a plain list of rows."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jixiao.findings import Finding, Where, finding
from jixiao.reading.actuals.record_columns import column_of, money_unit_of
from jixiao.reading.actuals.records import Record
from jixiao.source import Origin
from jixiao.units import decimal_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["json_records"]

_PARTS = ("indicators", "funding")
_OWN = frozenset({"extra", "origin", "schema"})
_NAMES = {dict: "一个对象", list: "一个列表", str: "一段文字", type(None): "null"}


def json_records(
    text: str, *, file: str | None, say: Callable[[Finding], None]
) -> Iterator[Record]:
    """The rows of a JSON text by column; what is wrong with it is said."""
    try:
        data = json.loads(text, parse_float=_number, parse_int=_number, parse_constant=str)
    except json.JSONDecodeError as error:
        where = Where(origin=Origin(file=file, line=error.lineno, column=error.colno))
        say(finding("T45", where, line=error.lineno, column=error.colno))
        return
    except RecursionError:
        say(finding("T45", Where(origin=Origin(file=file, line=1)), line=1, column=1))
        return
    rows = _rows(data)
    if rows is None:
        say(finding("T46", Where(origin=Origin(file=file)), read=_kind(data)))
        return
    if not rows:
        say(finding("T44", Where(origin=Origin(file=file)), read="[]"))
    unknown: dict[str, None] = {}
    for index, row in enumerate(rows, 1):
        origin = Origin(file=file, row=index)
        if not isinstance(row, dict):
            say(finding("T46", Where(origin=origin), read=_kind(row)))
            continue
        record = _record(row, origin, say)
        unknown |= dict.fromkeys(name for name, _ in record.extra)
        yield record
    if unknown:
        say(finding("T42", Where(origin=Origin(file=file)), columns="、".join(unknown)))


def _number(text: str) -> Decimal | str:
    """A number exactly as written; one of absurd size stays a text."""
    return text if len(text) > 40 or "e" in text.lower() else Decimal(text)  # noqa: PLR2004


def _kind(data: object) -> str:
    return _NAMES.get(type(data), "一个数")


def _rows(data: object) -> list[Any] | None:
    if isinstance(data, list):
        return data
    if not isinstance(data, dict) or not any(part in data for part in _PARTS):
        return None
    schema = data.get("schema", "jixiao/actuals/1")
    parts = [data.get(part) or [] for part in _PARTS]
    if schema != "jixiao/actuals/1" or not all(isinstance(part, list) for part in parts):
        return None
    return [row for part in parts for row in part]


def _record(row: dict[str, Any], origin: Origin, say: Callable[[Finding], None]) -> Record:
    texts: dict[str, str] = {}
    names: dict[str, str] = {}
    units: dict[str, str] = {}
    extra: list[tuple[str, str]] = []
    for name, value in row.items():
        if name in _OWN:
            continue
        column, text = column_of(name), _text(value)
        if text is None:
            say(finding("T39", Where(origin=origin), column=name, read=_kind(value)))
        elif column is None or column in texts:
            if text:
                extra.append((name, text))
        else:
            texts[column], names[column] = text, name
            unit = money_unit_of(name)
            if unit is not None:
                units[column] = unit
    own = row.get("extra")
    if isinstance(own, dict):
        extra += [(name, text) for name, value in own.items() if (text := _text(value))]
    return Record(texts, origin, {}, names, units, tuple(extra))


def _text(value: object) -> str | None:
    """A value of JSON as the text of a cell; None for a thing that is no text and no number."""
    match value:
        case None:
            return ""
        case str():
            return value
        case Decimal():
            return decimal_text(value)
        case {"number": str(number), "unit": str(unit)}:
            return number + unit
        case _:
            return None
