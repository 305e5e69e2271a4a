"""The other side of a value: what was achieved, with the words of attainment and completion."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from attrs import evolve

from jixiao.parsing.attainment import DONE, attainment
from jixiao.parsing.day_like import day_of
from jixiao.parsing.differences import no_measure
from jixiao.periods import last_day_of_month
from jixiao.source import squeeze
from jixiao.units import NO_UNIT, Quantity, Unit, parse_unit
from jixiao.values.base import Absent, Actual, Deadline, Value
from jixiao.values.numeric import Comparison, Range
from jixiao.values.times import Period
from jixiao.values.trends import Trend
from jixiao.values.verdicts import Note, doubt
from jixiao.values.words import Compound, Qualitative, Reference

__all__ = ["read_actual"]

_FINISHED = re.compile(rf"{DONE}|交付|结束|到位|拨付")


def _unit_of(target: Value | None) -> Unit | None:
    match target:
        case Comparison(quantity=quantity):
            return quantity.unit
        case Range(high=high):
            return high.unit
        case Qualitative(means=Comparison(quantity=quantity)):
            return quantity.unit
        case _:
            return None


def _bound(target: Value | None) -> Decimal:
    match target:
        case Comparison(quantity=quantity):
            return quantity.number
        case Range(high=high):
            return high.number
        case _:
            return Decimal(100)


def _day(value: Value, target: Value | None) -> date | None:
    """The day of completion where the text names one, with the year of the target if unsaid."""
    if isinstance(value, Period):
        value = value.end
    if not isinstance(value, Deadline) or _PLANNED.search(value.text) is not None:
        return None
    end = _END.search(value.text) is not None
    if value.month is None:
        return date(value.year, 12, 31) if end and value.year is not None else None
    due = target if isinstance(target, Deadline) else None
    year = value.year if value.year is not None else (due.year if due else None)
    if year is None:
        return None
    last = last_day_of_month(year, value.month)
    if value.day is None and not end:
        # Some day of the month: it cannot be held against a day within the same month.
        return None if due is not None and due.day and due.month == value.month else last
    if value.day is None:
        return last
    return date(year, value.month, value.day) if value.day <= last.day else None


_END = re.compile("(?:年|月|季度?)[底末终]")
"""The end of a span, which is a day."""

_PLANNED = re.compile("预计|计划|拟|将[于在]|推[迟后]|延[期后至]|顺延|争取|力争")
"""A day that is to come and on which nothing was done yet."""


_SCALES = ("万", "亿")
_UNSCALED = frozenset(["%", "百分点", "倍", ""])
"""Dimensions that 万 and 亿 do not stand before: 0.32万 of 人次 is 0.32万人次."""

_FAR = 10


def _may_be_unscaled(quantity: Quantity, unit: Unit, bound: Decimal) -> bool:
    """Whether a bare number may leave 万 out too: 12795600 against 1280万元 may be in 元."""
    scaled = quantity.unit == NO_UNIT and unit.scale > 1 and bound > 0
    return scaled and quantity.number * _FAR >= bound * unit.scale


def _with_unit(text: str, value: Value, target: Value | None) -> tuple[Value, tuple[Note, ...]]:
    unit = _unit_of(target)
    if unit is None or unit == NO_UNIT:
        return value, ()
    if isinstance(value, Range) and value.high.unit == NO_UNIT:
        low, high = Quantity(value.low.number, unit), Quantity(value.high.number, unit)
        return evolve(value, low=low, high=high), ()
    if not isinstance(value, Comparison):
        return value, ()
    number = value.quantity.number
    # The sign of per cent may stand in the column of units alone.
    unsaid = value.quantity.unit == NO_UNIT or (
        value.quantity.unit == unit and not any(sign in text for sign in "%％百")
    )
    if unsaid and unit.dimension == "%" and 0 < number <= 1 < _bound(target):
        return value, (doubt("V11", actual=text, percent=_plain(number * 100)),)
    if _may_be_unscaled(value.quantity, unit, abs(_bound(target))):
        return value, ()
    return evolve(value, quantity=_completed(value.quantity, unit)), ()


def _completed(quantity: Quantity, unit: Unit) -> Quantity:
    """A quantity with what its unit leaves to the target: 15个 of 个村, 0.32万 of 人次."""
    said = quantity.unit
    if said == NO_UNIT or (said.symbol == "个" and unit.symbol.startswith("个")):
        return Quantity(quantity.number, unit)
    if said.symbol in _SCALES and unit.dimension not in _UNSCALED:
        scaled = parse_unit(said.symbol + unit.symbol.lstrip("".join(_SCALES)))
        if scaled.known and scaled.dimension == unit.dimension:
            return Quantity(quantity.number, scaled)
    return quantity


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _day_or_number(value: Value, target: Value | None) -> Value:
    """2024.10 is a day where a day was asked for, and a number where a number was."""
    day = day_of(squeeze(value.text)) if isinstance(value, Qualitative) else None
    if day is None:
        return value
    match target:
        case Deadline() | Period():
            return evolve(day, text=value.text)
        case Comparison() | Range():
            number = Quantity(Decimal(squeeze(value.text)))
            return Comparison(op=None, quantity=number, text=value.text)
        case _:
            return value


def read_actual(text: str, value: Value, target: Value | None) -> Actual:
    """The actual of a text that was read as a value, seen from its target."""
    value = no_measure(_day_or_number(value, target), target)
    if isinstance(value, Absent):
        return Actual(text, value, notes=value.notes)
    # Whether 0.98 is a share depends on the target, not on the column of units alone.
    value = evolve(value, notes=tuple(note for note in value.notes if note.code != "V11"))
    value, doubts = _with_unit(text, value, target)
    notes = (*value.notes, *doubts)
    words = value.word if isinstance(value, Qualitative) else ""
    if isinstance(value, Reference):  # 在规定时间内完成 names no limit here
        words = squeeze(text)
    grade = attainment(words) if words else None
    done: bool | None = None
    if grade is not None:
        done = {"full": True, "none": False, "partial": False}.get(grade)
    day = _day(value, target)
    planned = _PLANNED.search(text) is not None
    dated = isinstance(value, Deadline | Period) and not planned
    if day is not None or (dated and _FINISHED.search(text)):
        done = True
    if isinstance(value, Trend | Compound):
        done = None
    return Actual(text, value, attainment=grade, done=done, done_on=day, notes=notes)
