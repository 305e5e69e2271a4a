"""What a table's own columns 计算符号 and 度量单位 add to a value that was read without them."""

from __future__ import annotations

from attrs import evolve

from jixiao.lexicon import OPERATOR_CODES, OPERATOR_NAMES, SIGNS, WORDS_BEFORE
from jixiao.source import fold, squeeze
from jixiao.units import Quantity, Unit, parse_unit, scale_unit
from jixiao.values.base import Absent, Operator, Value
from jixiao.values.numeric import Comparison, Range
from jixiao.values.verdicts import Note, doubt
from jixiao.values.words import Pace, Qualitative

__all__ = ["with_columns"]

_NO_UNIT_WORDS = frozenset(
    {"无", "/", "-", "—", "——", "……", "定性", "是/否", "有/无", "文字", "文字描述", "描述"}
    | {"定性描述", "不适用", "其他", "其它", "无单位"}
)


def _meaning(column: str) -> str | None:
    """What a column of signs says: an operator, words, number, other, absent, up, down or none."""
    mark = squeeze(column)
    for table in (SIGNS, OPERATOR_CODES, OPERATOR_NAMES, WORDS_BEFORE):
        if mark in table:
            return table[mark]
    return None


def with_columns(value: Value, operator: str | None, unit: str | None) -> Value:
    """The value with the operator and the unit of the table's columns, where it has none itself.

    What the text says wins; where the two disagree a note says so.
    """
    if unit is not None:
        value = _with_unit(
            value, unit, words=operator is not None and _meaning(operator) == "words"
        )
    return value if operator is None else _with_operator(value, operator)


def _with_unit(  # noqa: PLR0911 - one for each kind
    value: Value, column: str, *, words: bool
) -> Value:
    folded = "".join(fold(column).split())
    if not folded or folded in _NO_UNIT_WORDS:
        return value
    unit = parse_unit(folded)
    match value:
        case Comparison(quantity=Quantity(number=number)) if words and not unit.known:
            if number == 0:
                return Qualitative(word=folded, text=value.text, notes=value.notes)
            return value
        case Comparison(quantity=quantity):
            joined, note = _joined(quantity, unit)
            if note:
                return evolve(value, notes=(*value.notes, _unit_note(quantity, unit)))
            return evolve(value, quantity=joined, notes=(*value.notes, *_unknown(joined.unit)))
        case Range(low=low, high=high):
            (left, clash), (right, other) = _joined(low, unit), _joined(high, unit)
            if clash or other or left.unit.dimension != right.unit.dimension:
                return evolve(value, notes=(*value.notes, _unit_note(high, unit)))
            return evolve(value, low=left, high=right)
        case _:
            return value


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
        case Comparison(op=None) | Pace(op=None):
            return evolve(value, op=op)
        case Comparison(op=own) if own is not op and not implied:
            return evolve(value, notes=(*value.notes, doubt("V07", text=value.text, column=column)))
        case _:
            return value
