"""Text to value, text to actual: the two doors of the indicator-value language."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import evolve

from jixiao.clean import clean
from jixiao.value_columns import with_columns
from jixiao.fast import read_fast
from jixiao.findings import ValueSyntaxError
from jixiao.limits import DEFAULT_LIMITS
from jixiao.slow import read_slow
from jixiao.units import NO_UNIT, Quantity, parse_unit
from jixiao.value_base import Absent, Actual, Operator, Value, doubt
from jixiao.value_numeric import Comparison, Range
from jixiao.value_words import Pace, Qualitative

__all__ = ["parse_actual", "parse_value"]



def parse_value(
    text: str, *, operator: str | None = None, unit: str | None = None, strict: bool = False
) -> Value:
    """The value that a text states; words where it states none.

    `operator` and `unit` are the table's own columns 计算符号 (a sign, a national code, 定量/定性,
    正向/反向) and 度量单位. Never raises for the content of a text unless `strict`, which raises
    `ValueSyntaxError` with a caret under the place that was not understood.

    >>> value = parse_value("≥620000万条")
    >>> str(value), value.quantity.base_number
    ('≥620000万条', Decimal('6200000000'))
    >>> str(parse_value("98", operator="≥", unit="%"))
    '≥98%'
    """
    value = _read(text)
    if operator is not None or unit is not None:
        value = with_columns(value, operator, unit)
    if strict and value.notes:
        raise ValueSyntaxError(value.notes[0].message(), text, 0, len(text))
    return value


def _read(text: str) -> Value:
    if len(text) > DEFAULT_LIMITS.value_chars:
        note = doubt("L01", size=len(text), limit=DEFAULT_LIMITS.value_chars)
        return Qualitative(word=text, text=text, notes=(note,))
    cleaned = clean(text)
    value = read_fast(cleaned.text, text)
    if value is None:
        value = _read_slow(cleaned.text, text)
    return evolve(value, notes=(*cleaned.notes, *value.notes)) if cleaned.notes else value


def _read_slow(text: str, raw: str) -> Value:
    return read_slow(text, raw)[0]


_FULL = re.compile("(?:已)?(?:达成|完成|达到|实现)(?:了)?(?:预期|年初|年度|全部)?(?:指标|目标|任务|绩效目标)?|全部完成|全部达成")


def parse_actual(text: str, target: Value | None = None, *, unit: str | None = None) -> Actual:
    """What was achieved, read by the same language, the unit taken from the target where unsaid.

    >>> target = parse_value("≥50个")
    >>> str(parse_actual("52", target).quantity)
    '52个'
    """
    value = parse_value(text, unit=unit)
    notes = value.notes
    wanted = None
    if isinstance(target, Comparison):
        wanted = target.quantity
    elif isinstance(target, Range):
        wanted = target.high
    if isinstance(value, Comparison) and wanted is not None and value.quantity.unit == NO_UNIT:
        number = value.quantity.number
        if wanted.unit.dimension == "%" and 0 < number <= 1 < wanted.number:
            note = doubt("V11", actual=text, percent=number * 100)
            return Actual(text, value, notes=(*notes, note))
        value = evolve(value, quantity=Quantity(number, wanted.unit))
    if isinstance(value, Pace):
        return Actual(text, value, notes=notes)
    if isinstance(value, Qualitative) and _FULL.fullmatch(value.word):
        return Actual(text, value, attainment="full", done=True, notes=notes)
    if isinstance(value, Qualitative) and "未完成" in value.word:
        return Actual(text, value, attainment="none", done=False, notes=notes)
    if isinstance(value, Absent):
        return Actual(text, value)
    return Actual(text, value, notes=notes)
