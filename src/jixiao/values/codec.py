"""A value as JSON and back, in the shape that the design fixes."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from jixiao.units import Quantity, decimal_text, parse_unit
from jixiao.values.base import Absent, Deadline, Operator, Value
from jixiao.values.numeric import Comparison, Range
from jixiao.values.trends import Trend
from jixiao.values.verdicts import Note
from jixiao.values.words import Compound, Pace, Period, Qualitative, Reference

__all__ = ["value_from_json", "value_to_json"]

Json = dict[str, Any]

_WORDS = ("per", "subject", "approx", "rest")


def _op(op: Operator | None) -> str | None:
    return None if op is None else op.value


def _deadline(value: Deadline) -> Json:
    return {"year": value.year, "month": value.month, "day": value.day}


def _own(value: Value) -> Json:  # noqa: C901, PLR0911 - one branch a kind
    """The keys of the kind alone."""
    match value:
        case Comparison(op=op, quantity=quantity):
            return {
                "kind": "comparison",
                "op": _op(op),
                "implied": op is None,
                "number": decimal_text(quantity.number),
                "unit": quantity.unit.symbol,
                "base_number": decimal_text(quantity.base_number),
                "base_unit": quantity.base_unit,
            }
        case Range(low=low, high=high):
            return {
                "kind": "range",
                "low": decimal_text(low.number),
                "high": decimal_text(high.number),
                "low_closed": value.low_closed,
                "high_closed": value.high_closed,
                "unit": high.unit.symbol,
                "base_low": decimal_text(low.base_number),
                "base_high": decimal_text(high.base_number),
                "base_unit": high.base_unit,
            } | ({} if low.unit == high.unit else {"low_unit": low.unit.symbol})
        case Pace(op=op):
            return {"kind": "pace", "op": _op(op), "implied": op is None}
        case Deadline():
            return {"kind": "deadline"} | _deadline(value)
        case Period(start=start, end=end):
            return {"kind": "period", "start": _deadline(start), "end": _deadline(end)}
        case Trend(direction=direction, baseline=baseline, change=change, manner=manner):
            return {
                "kind": "trend",
                "direction": direction,
                "baseline": baseline,
                "change": None if change is None else value_to_json(change),
            } | ({} if manner is None else {"manner": manner})
        case Reference(op=op, to=to):
            return {"kind": "reference", "op": _op(op), "to": to}
        case Qualitative(word=word, means=means):
            own: Json = {"kind": "qualitative", "word": word}
            return own if means is None else own | {"means": value_to_json(means)}
        case Compound(parts=parts):
            return {"kind": "compound", "all": [value_to_json(part) for part in parts]}
        case Absent(reason=reason):
            return {"kind": "absent", "reason": reason}
    raise TypeError(type(value).__name__)


def value_to_json(value: Value) -> Json:
    """The value as a JSON object: keys of its kind only, decimals as strings.

    >>> from jixiao.parsing import parse_value
    >>> shown = value_to_json(parse_value("≥620000万条"))
    >>> shown["number"], shown["base_number"], shown["base_unit"], shown["canonical"]
    ('620000', '6200000000', '条', '≥620000万条')
    """
    shown: Json = {"text": value.text} | _own(value)
    if value.by is not None:
        shown["by"] = _deadline(value.by)
    for name in _WORDS:
        word = getattr(value, name)
        if word is not None:
            shown[name] = word
    shown["canonical"] = str(value)
    shown["notes"] = [
        {"code": note.code, "message": note.message(), "context": dict(note.context)}
        for note in value.notes
    ]
    return shown


def _quantity(number: str, unit: str) -> Quantity:
    return Quantity(Decimal(number), parse_unit(unit))


def _common(shown: Json) -> Json:
    common: Json = {name: shown[name] for name in _WORDS if name in shown}
    common["text"] = shown["text"]
    common["notes"] = tuple(
        Note(note["code"], tuple(note["context"].items())) for note in shown["notes"]
    )
    if "by" in shown:
        common["by"] = Deadline(**shown["by"])
    return common


def value_from_json(shown: Json) -> Value:  # noqa: C901, PLR0911 - one branch a kind
    """The value of a JSON object made by `value_to_json`.

    Raises `KeyError`, `TypeError` or `ValueError` for an object of another shape.

    >>> from jixiao.parsing import parse_value
    >>> value = parse_value("≥95%")
    >>> value_from_json(value_to_json(value)) == value
    True
    """
    common = _common(shown)
    operator = Operator(shown["op"]) if shown.get("op") is not None else None
    match shown["kind"]:
        case "comparison":
            quantity = _quantity(shown["number"], shown["unit"])
            return Comparison(op=operator, quantity=quantity, **common)
        case "range":
            return Range(
                low=_quantity(shown["low"], str(shown.get("low_unit", shown["unit"]))),
                high=_quantity(shown["high"], shown["unit"]),
                low_closed=shown["low_closed"],
                high_closed=shown["high_closed"],
                **common,
            )
        case "pace":
            return Pace(op=operator, **common)
        case "deadline":
            return Deadline(year=shown["year"], month=shown["month"], day=shown["day"], **common)
        case "period":
            start, end = Deadline(**shown["start"]), Deadline(**shown["end"])
            return Period(start=start, end=end, **common)
        case "trend":
            change = None if shown["change"] is None else value_from_json(shown["change"])
            return Trend(
                direction=shown["direction"],
                baseline=shown["baseline"],
                change=change,
                manner=shown.get("manner"),
                **common,
            )
        case "reference":
            return Reference(op=operator, to=shown["to"], **common)
        case "qualitative":
            means = value_from_json(shown["means"]) if "means" in shown else None
            return Qualitative(word=shown["word"], means=means, **common)
        case "compound":
            parts = tuple(value_from_json(part) for part in shown["all"])
            return Compound(parts=parts, **common)
        case "absent":
            return Absent(reason=shown["reason"], **common)
    raise ValueError(shown["kind"])
