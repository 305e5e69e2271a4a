"""What a table's own columns 计算符号 and 度量单位 add to a value that was read without them."""

from __future__ import annotations

import re

from attrs import evolve

from jixiao.lexicon import (
    BASELINES,
    OPERATOR_CODES,
    OPERATOR_NAMES,
    SIGNS,
    WORDS_AFTER,
    WORDS_BEFORE,
)
from jixiao.parsing.amounts import Piece
from jixiao.parsing.reader import against
from jixiao.parsing.sure import read_surely
from jixiao.source import fold, squeeze
from jixiao.units import Quantity, Unit, decimal_text, parse_unit, scale_unit
from jixiao.values.base import Absent, Deadline, Operator, Value
from jixiao.values.numeric import Comparison, Range
from jixiao.values.times import Pace
from jixiao.values.trends import Trend
from jixiao.values.verdicts import Note, doubt
from jixiao.values.words import Qualitative, Reference

__all__ = ["with_columns"]

_NO_UNIT_WORDS = frozenset(
    {"无", "/", "-", "—", "——", "……", "定性", "是/否", "有/无", "文字", "文字描述", "描述"}
    | {"定性描述", "不适用", "其他", "其它", "无单位"}
)


_TWICE = re.compile(
    r"(?P<first>[^()]+)\((?P<second>[^()]+)\)|(?P<code>[0-9]{1,2})[-.、:]?(?P<name>[^0-9]+)"
)
"""A mark said twice: ≥(大于等于), 1-大于等于."""


def _meaning(column: str) -> str | None:
    """What a column of signs says: an operator, words, number, other, absent, up, down or none."""
    mark = squeeze(column).replace("═", "=")
    for table in (SIGNS, OPERATOR_CODES, OPERATOR_NAMES, WORDS_BEFORE, WORDS_AFTER):
        if mark in table:
            return table[mark]
    twice = _TWICE.fullmatch(mark)
    if twice is None:
        return None
    said = {_meaning(part) for part in twice.groups() if part is not None}
    return said.pop() if len(said) == 1 else None


def with_columns(value: Value, operator: str | None, unit: str | None) -> Value:
    """The value with the operator and the unit of the table's columns, where it has none itself.

    What the text says wins; where the two disagree a note says so.
    """
    if unit is not None:
        value = _counted(value, squeeze(unit))
        words = operator is not None and _meaning(operator) == "words"
        value = _dated(value, squeeze(unit)) or _with_unit(value, unit, words=words)
    if operator is None:
        return value
    value = _with_operator(value, operator)
    if any(note.code == "V11" for note in value.notes) and _bounded_above(value):
        return evolve(value, notes=tuple(note for note in value.notes if note.code != "V11"))
    return value


_PLAIN = re.compile(r"[^0-9]{0,6}[0-9.]+(?:[-~至到—][0-9.]+)?")


def _counted(value: Value, column: str) -> Value:
    """2024.10 may be a day, but not where the column of units says 万元."""
    doubtful = isinstance(value, Qualitative) and [note.code for note in value.notes] == ["V22"]
    if not doubtful or _PLAIN.fullmatch(text := squeeze(value.text)) is None:
        return value
    unit, _ = _unit_of(column)
    if not unit.known or not unit.dimension or unit.dimension in _CALENDARS:
        return value
    read = read_surely(text + unit.symbol, text)
    return evolve(read, text=value.text) if isinstance(read, Comparison | Range) else value


_CALENDARS = frozenset(["秒", "月", "学期"])
"""Dimensions of spans of time: a number in such a column may still be a day."""


def _bounded_above(value: Value) -> bool:
    return isinstance(value, Comparison) and value.op in {Operator.LE, Operator.LT}


def _with_unit(  # noqa: PLR0911 - one for each kind
    value: Value, column: str, *, words: bool
) -> Value:
    folded = "".join(fold(column).split())
    if not folded or folded in _NO_UNIT_WORDS:
        return value
    unit, within = _unit_of(folded)
    match value:
        case Comparison(quantity=Quantity(number=number)) if words and not unit.known:
            if number not in {0, 1}:
                return value
            said = () if number == 0 else (doubt("V07", text=value.text, column=column),)
            return Qualitative(word=folded, text=value.text, notes=(*value.notes, *said))
        case Comparison(op=None) if within:
            return _with_unit(evolve(value, op=Operator.LE), unit.symbol, words=words)
        case Comparison(quantity=quantity):
            joined, differs = _joined(quantity, unit)
            if differs:
                return evolve(value, notes=(*value.notes, _unit_note(quantity, unit)))
            notes = (*value.notes, *_unknown(joined.unit), *_fraction(value, quantity, unit))
            return evolve(value, quantity=joined, notes=notes)
        case Trend(change=Comparison() as change):
            return evolve(value, change=_with_unit(change, column, words=words))
        case Range(low=low, high=high):
            (left, clash), (right, other) = _joined(low, unit), _joined(high, unit)
            if clash or other or left.unit.dimension != right.unit.dimension:
                return evolve(value, notes=(*value.notes, _unit_note(high, unit)))
            return evolve(value, low=left, high=right)
        case _:
            return value


_CALENDAR = range(1900, 2101)
_MONTHS = range(1, 13)


def _dated(value: Value, column: str) -> Value | None:
    """2024 in a column that says 年 is that year; 12 before 月 is December or a year's length."""
    if not isinstance(value, Comparison) or value.quantity.unit.symbol or value.subject is not None:
        return None
    number = value.quantity.number
    if column in {"年", "年度"} and number in _CALENDAR:
        return Deadline(year=int(number), text=value.text, notes=value.notes)
    if column in {"月", "月份"} and number in _MONTHS:
        word = f"{number}{column}"
        return Qualitative(word=word, text=value.text, notes=(doubt("V22", text=word),))
    return None


_WITHIN = ("以内", "之内", "内")


def _unit_of(column: str) -> tuple[Unit, bool]:
    """The unit that a column names, and whether it says 以内 too: （%）, 单位:个, 日内."""
    bare = column.removeprefix("计量单位").removeprefix("单位").lstrip(":") or column
    if bare[:1] == "(" and bare[-1:] == ")":
        bare = bare[1:-1]
    for candidate in (column, bare):
        unit = parse_unit(candidate)
        if unit.known:
            return unit, False
    first, _, second = bare.partition("(")
    unit = parse_unit(first)
    if unit.known and second[-1:] == ")" and parse_unit(second[:-1]) == unit:
        return unit, False
    for suffix in _WITHIN:
        if bare.endswith(suffix) and parse_unit(bare.removesuffix(suffix)).known:
            return parse_unit(bare.removesuffix(suffix)), True
    return parse_unit(column), False


def _fraction(value: Comparison, quantity: Quantity, unit: Unit) -> tuple[Note, ...]:
    """0.98 in a column of per cent: 0.98% or 98%; a bound from above may well be that small."""
    small = not quantity.unit.symbol and unit.symbol == "%" and 0 < quantity.number < 1
    if not small or _bounded_above(value):
        return ()
    number = decimal_text(quantity.number)
    percent = decimal_text((quantity.number * 100).normalize())
    return (doubt("V11", actual=number, percent=percent),)


def _unknown(unit: Unit) -> tuple[Note, ...]:
    return () if unit.known else (doubt("V01", unit=unit.symbol),)


def _unit_note(quantity: Quantity, unit: Unit) -> Note:
    return doubt("V08", text=quantity.unit.symbol, column=unit.symbol)


def _joined(quantity: Quantity, unit: Unit) -> tuple[Quantity, bool]:
    own = quantity.unit.symbol
    if not own:
        return Quantity(quantity.number, unit), False
    if scale_unit(own):
        both = parse_unit(own + unit.symbol)
        if both.known:
            return Quantity(quantity.number, both), False
    return quantity, quantity.unit.dimension != unit.dimension


def _with_operator(value: Value, column: str) -> Value:  # noqa: PLR0911 - one for each kind
    meaning = _meaning(column)
    if meaning is None:
        return evolve(value, notes=(*value.notes, doubt("V13", column=column)))
    if meaning == "absent":
        return Absent(reason="not_applicable", text=value.text, notes=value.notes)
    if meaning in {"none", "number", "other"}:
        return value
    if meaning == "words":
        if isinstance(value, Comparison | Range):
            return evolve(value, notes=(*value.notes, doubt("V07", text=value.text, column=column)))
        return value
    implied = meaning in {"up", "down"}
    op = Operator({"up": ">=", "down": "<="}.get(meaning, meaning))
    match value:
        case Comparison(op=None) | Pace(op=None) | Reference(op=None):
            return evolve(value, op=op)
        case Trend(change=Comparison(op=None) as change) if not implied:
            return evolve(value, change=evolve(change, op=op))
        case Qualitative(word=word) if word in BASELINES and not implied:
            trend = against((Piece("SIGN", op.sign),), word)
            return evolve(trend, text=value.text, notes=value.notes)
        case Comparison(op=own) if own is not op and not implied:
            return evolve(value, notes=(*value.notes, doubt("V07", text=value.text, column=column)))
        case _:
            return value
