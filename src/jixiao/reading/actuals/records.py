"""One row of a file of actuals, whatever its format: what it fills in, and its figures."""

from __future__ import annotations

import re
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.actuals import ActualRow, FundingActual, months_of
from jixiao.findings import Finding, Where, finding
from jixiao.reading.actuals.record_columns import RECORD_COLUMNS
from jixiao.reading.grid import key
from jixiao.reading.money.amounts import is_blank_mark, read_amount

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jixiao.source import Origin
    from jixiao.units import Quantity

__all__ = ["Record", "read_record"]

_CAUSES = ("cause_money", "cause_rules", "cause_staff", "cause_equipment", "cause_other")
_BETWEEN = re.compile(r"[、,;/ ]+")
_UNTICKED = frozenset({"否", "无", "×", "0", "x"})
_FIGURE = re.compile(r"(\d{1,9}(?:\.\d{1,10})?)分?")
_RATE = re.compile(r"(\d{1,3}(?:\.\d{1,10})?)(%?)")
_FULL = Decimal(100)


@frozen
class Record:
    """A row by columns, texts as written; `extra` are columns that are not known."""

    texts: Mapping[str, str]
    origin: Origin
    places: Mapping[str, Origin] = MappingProxyType({})
    names: Mapping[str, str] = MappingProxyType({})
    units: Mapping[str, str] = MappingProxyType({})
    extra: tuple[tuple[str, str], ...] = ()

    def text(self, column: str) -> str | None:
        """What a column says, or None where it says nothing."""
        return self.texts.get(column, "").strip() or None

    def name(self, column: str) -> str:
        """How the file calls a column."""
        return self.names.get(column, RECORD_COLUMNS[column][0])

    def where(self, column: str | None = None) -> Where:
        """The place of the row, or of one of its cells."""
        place = self.places.get(column or "", self.origin)
        return Where(
            table=self.text("project"),
            unit=self.text("unit"),
            level1=self.text("level1"),
            level2=self.text("level2"),
            level3=self.text("level3"),
            column=None if column is None else self.name(column),
            origin=place,
        )


def read_record(
    record: Record, say: Callable[[Finding], None]
) -> Iterator[ActualRow | FundingActual]:
    """The indicator and the line of money that a row holds; none and a finding where neither."""
    if not any(text.strip() for text in record.texts.values()):
        return
    named, source = record.text("level3"), record.text("source")
    if named is None and source is None:
        say(finding("T47", record.where()))
        return
    if named is not None:
        yield ActualRow(
            code=record.text("code"),
            unit=record.text("unit"),
            project=record.text("project"),
            level1=record.text("level1"),
            level2=record.text("level2"),
            level3=named,
            actual=record.text("actual"),
            weight=_figure(record, "weight", say),
            rate=_rate(record, say),
            self_score=_figure(record, "self_score", say),
            reason=record.text("reason"),
            evidence=record.text("evidence"),
            origin=record.origin,
            extra=record.extra,
            forecast=record.text("forecast"),
            causes=_causes(record),
            likelihood=record.text("likelihood"),
        )
    if source is not None:
        yield FundingActual(
            code=record.text("code"),
            unit=record.text("unit"),
            project=record.text("project"),
            source=source,
            initial=_money(record, "initial", say),
            budget=_money(record, "budget", say),
            executed=_money(record, "executed", say),
            origin=record.origin,
            extra=record.extra,
            months=months_of(record.text("months") or record.name("executed")),
            forecast=_money(record, "expected", say),
            reason=record.text("reason") if named is None else None,
            causes=_causes(record) if named is None else (),
        )


def _causes(record: Record) -> tuple[str, ...]:
    """Which of the five causes are named: in one cell, or ticked in columns of their own."""
    words = (one for one in _BETWEEN.split(key(record.text("causes") or "")) if one)
    whole = (RECORD_COLUMNS[column][0] for column in _CAUSES)
    full = {one[:2]: one for one in whole}
    told = (full.get(one[:2], one) for one in words)
    ticked = (
        RECORD_COLUMNS[column][0]
        for column in _CAUSES
        if not _blank(record.text(column)) and key(record.text(column) or "") not in _UNTICKED
    )
    return tuple(dict.fromkeys((*told, *ticked)))


def _blank(text: str | None) -> bool:
    return text is None or is_blank_mark(text)


def _bad(record: Record, column: str, say: Callable[[Finding], None]) -> None:
    text = record.text(column) or ""
    where = record.where(column)
    say(finding("T43", where, raw=text, column=record.name(column), text=text))


def _figure(record: Record, column: str, say: Callable[[Finding], None]) -> Decimal | None:
    text = record.text(column)
    if text is None or _blank(text):
        return None
    match = _FIGURE.fullmatch(key(text))
    if match is None:
        _bad(record, column, say)
        return None
    return Decimal(match[1])


def _rate(record: Record, say: Callable[[Finding], None]) -> Decimal | None:
    """A rate as a fraction of 1: 85%, 0.85; a bare 85 is read as 85% and said to be."""
    text = record.text("rate")
    if text is None or _blank(text):
        return None
    match = _RATE.fullmatch(key(text))
    if match is None:
        _bad(record, "rate", say)
        return None
    number = Decimal(match[1])
    bare = not match[2] and number > 1
    rate = number / _FULL if match[2] or bare else number
    code = "T49" if rate > 1 else "T37" if bare else None
    if code is not None:
        name = record.name("rate")
        say(finding(code, record.where("rate"), raw=text, column=name, text=text))
    return rate if rate <= 1 else None


def _money(record: Record, column: str, say: Callable[[Finding], None]) -> Quantity | None:
    text = record.text(column)
    if text is None or _blank(text):
        return None
    stated = record.text("money_unit")
    amount = read_amount(text, stated or record.units.get(column) or "万元")
    if amount is None or text.endswith(("%", "％")):
        _bad(record, column, say)
        return None
    return amount
