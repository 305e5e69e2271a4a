"""Text to value: the door of the indicator-value language.

The door for what was achieved, `parse_actual`, is kept in `actuals` and opened from here too.
"""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.findings import ValueSyntaxError
from jixiao.handed import demand
from jixiao.limits import DEFAULT_LIMITS
from jixiao.messages.values import REMEDIES
from jixiao.parsing.actuals import read_actual
from jixiao.parsing.clean import Clean, clean, is_clean
from jixiao.parsing.columns import with_columns
from jixiao.parsing.fast import read_fast, read_quick
from jixiao.parsing.frames import read_repeated
from jixiao.parsing.slow import expected, read_slow
from jixiao.parsing.sure import read_surely
from jixiao.source import Span, caret_line, fold
from jixiao.values.base import Actual, Value
from jixiao.values.verdicts import Note, doubt
from jixiao.values.words import Qualitative

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.parsing.syntax import Failure

__all__ = ["parse_actual", "parse_value"]

_LONG = 64
"""Longer texts are not remembered: they hardly repeat."""


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
    >>> print(_strictly("90%≥"))
    指标值未能读取：结尾处应为指标名称等
    90%≥
         ^
    """
    if text.__class__ is not str:
        demand("text", text, str, "a text such as ≥98%")
    value = read_quick(text)
    if value is None:
        value = _remembered(text) if len(text) <= _LONG else _read(text)
    if operator is not None or unit is not None:
        demand("operator", operator, str, "a sign such as ≥, or a code", optional=True)
        demand("unit", unit, str, "a unit such as 万元", optional=True)
        value = with_columns(value, operator, unit)
    if strict:
        _demand(text, value)
    return value


def parse_actual(text: str, target: Value | None = None, *, unit: str | None = None) -> Actual:
    """What was achieved, read by the same language, the unit taken from the target where unsaid.

    `unit` is the table's own column 度量单位. Never raises for the content of a text.

    >>> target = parse_value("≥50个")
    >>> str(parse_actual("52", target).quantity), parse_actual("达成预期指标", target).attainment
    ('52个', 'full')
    >>> parse_actual("0.98", parse_value("≥98%")).notes[0].code
    'V11'
    """
    if isinstance(target, str):
        demand("target", target, Value, "jixiao.parse_value")
    return read_actual(text, parse_value(text, unit=unit), target)


@lru_cache(maxsize=8192)
def _remembered(text: str) -> Value:
    return _read(text)


def _read(text: str) -> Value:
    limit = DEFAULT_LIMITS.value_chars
    if len(text) > limit:
        note = doubt("L01", size=len(text), limit=limit)
        return Qualitative(word=text, text=text, notes=(note,))
    if is_clean(text):
        return _read_clean(text, text)
    folded = fold(text)
    if is_clean(folded):
        return _read_clean(folded, text)
    cleaned = clean(text)
    value = _read_clean(cleaned.text, text)
    return evolve(value, notes=(*cleaned.notes, *value.notes)) if cleaned.notes else value


def _read_clean(text: str, raw: str) -> Value:
    """The three ways to read, the quickest first; tests hold them to one answer."""
    return read_fast(text, raw) or read_repeated(text, raw) or read_surely(text, raw)


_REMEDIES: Mapping[str, str] = MappingProxyType(dict(REMEDIES))
"""The doubts that strict reading does not let pass, and what could stand there."""


def _demand(text: str, value: Value) -> None:
    for note in value.notes:
        if note.code in _REMEDIES:
            raise _error(text, note)


def _error(text: str, note: Note) -> ValueSyntaxError:
    cleaned = clean(text)
    _, failure = read_slow(cleaned.text, text) if note.code != "L01" else (None, None)
    if failure is None:
        span = _place(cleaned, note)
        message = f"指标值未能读取：{note.message()}；{_REMEDIES[note.code]}"
    else:
        start = cleaned.origin(failure.at)
        span = Span(start, min(len(text), start + 1))
        place = f"第 {start + 1} 个字符处" if start < len(text) else "结尾处"
        message = f"指标值未能读取：{place}应为{_words(failure)}"
    shown = f"{message}\n{text}\n{caret_line(text, span)}"
    return ValueSyntaxError(shown, text, span.start, span.end)


def _words(failure: Failure) -> str:
    return (expected(failure.expected) or "其他内容") + "等"


def _place(cleaned: Clean, note: Note) -> Span:
    """Where the words of a note stand in the text as written."""
    for _, word in note.context:
        at = cleaned.text.find(word) if word else -1
        if at >= 0:
            return Span(cleaned.origin(at), cleaned.origin(at + len(word) - 1) + 1)
    return Span(0, cleaned.origin(len(cleaned.text)))


def _strictly(text: str) -> str:
    try:
        parse_value(text, strict=True)
    except ValueSyntaxError as error:
        return str(error)
    return ""
