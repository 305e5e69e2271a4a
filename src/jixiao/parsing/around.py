"""What stands around a value: subject, frequency, deadline, baseline before it, words after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.lexicon import (
    ACTS,
    PERIOD_UNITS,
)
from jixiao.parsing.amounts import Doubtful, Piece
from jixiao.parsing.compared import compared
from jixiao.parsing.operators_apart import led_by_operator, operated, operator_before_rate
from jixiao.parsing.reader import baseline
from jixiao.parsing.subjects import NAMES, check_subject, unit_of_name, unmarked
from jixiao.parsing.worked_out import says_as_much
from jixiao.units import Quantity, parse_unit
from jixiao.values.base import Deadline, Value
from jixiao.values.making import altered
from jixiao.values.numeric import Comparison, Range
from jixiao.values.trends import Trend
from jixiao.values.verdicts import doubt
from jixiao.values.words import Compound, Qualitative

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["read_item"]


def read_item(
    leads: Sequence[Piece | Deadline], core: Value, rest: str, *, parted: bool = False
) -> Value:
    """A core with what leads to it and what follows: subject, frequency, deadline, baseline.

    `parted` says that a word or sign parts the number from what stands before it.
    """
    if isinstance(core, Compound):
        first, *others = core.parts
        core = evolve(core, parts=(read_item(leads, first, ""), *others))
        return _with_rest(core, rest) if rest else core
    leads, op = operator_before_rate(leads)
    value, subject = _led(leads, core)
    if op is not None:
        value = operated(value, op)
    if isinstance(value, Qualitative) and value.by is not None and _ACTS.search(value.word):
        rest, value = value.word + rest, evolve(value.by, text=value.text, per=value.per)
    named = parted or subject.endswith(":")
    value, subject = unit_of_name(value, unmarked(subject))
    if isinstance(value, Comparison | Range) and _STANDS_AT.search(subject) is not None:
        subject = subject.removesuffix("在")
    value, subject = compared(value, subject)
    value, subject = led_by_operator(value, subject)
    if subject:
        if isinstance(value, Qualitative):
            raise Doubtful
        check_subject(subject, value, named=named)
        value = altered(value, subject=subject)
    if rest:
        value = _with_rest(value, rest)
    return value


_ACTS = re.compile(
    rf"^(?:全部|全面|基本|按期|按时|及时|如期|足额)*(?:{'|'.join(ACTS)})|(?:{'|'.join(ACTS)})$"
)
"""What is to be done by a day: 12月31日前完成支付 is a day that is due, not a quality."""

_STANDS_AT = re.compile("(?<![现所存潜内外实正])在$")
"""满意度在90%以上: 在 belongs to the bound."""


def _led(leads: Sequence[Piece | Deadline], value: Value) -> tuple[Value, str]:
    """The value with its deadline, baseline and frequency, and the text of its subject."""
    subject = ""
    for lead in leads:
        if isinstance(lead, Deadline):
            notes = (*value.notes, *lead.notes)
            value = altered(value, by=altered(lead, notes=()), notes=notes)
        elif lead.type in {"SUBJECT", "NUMBERED"}:
            subject += lead.text
        elif lead.type == "FROM":
            subject += lead.text
            value = altered(value, notes=(*value.notes, doubt("V21", start=lead.text)))
        elif lead.type == "BASELINE":
            if isinstance(value, Trend) and value.baseline is None:
                value = altered(value, baseline=baseline(lead.text))
            else:
                subject += lead.text
    often = [lead.text for lead in leads if isinstance(lead, Piece) and lead.type in _OFTEN]
    for text in sorted(often, key=_is_span):  # 每年每村2场 is 2场/村·年, as 每村每年2场
        value, left = _per(value, text)
        subject += left
    return value, subject


_OFTEN = frozenset(["PER", "YEARLY"])


def _is_span(text: str) -> bool:
    return text in {"全年", "一年"} or text.removeprefix("每").removeprefix("个") in PERIOD_UNITS


def _per(value: Value, text: str) -> tuple[Value, str]:
    if isinstance(value, Deadline) and value.recurring:
        raise Doubtful(doubt("V14", date=text + str(value)))
    if text in {"全年", "一年"} and isinstance(value, Qualitative):
        return evolve(value, word=text + value.word), ""
    unit = "年" if text in {"全年", "一年"} else text.removeprefix("每")
    bare = unit.removeprefix("个") or unit
    if bare in PERIOD_UNITS and not (
        isinstance(value, Comparison) and "/" in value.quantity.unit.symbol
    ):
        return _every(value, bare), ""
    if isinstance(value, Comparison) and value.quantity.unit.known and value.quantity.unit.symbol:
        joint = "·" if "/" in value.quantity.unit.symbol else "/"
        rate = parse_unit(f"{value.quantity.unit.symbol}{joint}{bare}")
        if rate.known:
            return evolve(value, quantity=Quantity(value.quantity.number, rate)), ""
    return _every(value, unit), ""


def _every(value: Value, what: str) -> Value:
    """The value with how often it is asked for; 每辆车每年 keeps both."""
    return evolve(value, per=what if value.per is None else f"{value.per}每{what}")


_DATED = ("前", "之前", "以前", "底", "末")
"""What follows a day or month, and no count: 13月底前, 15日前."""


def _is_share(value: Comparison | Range) -> bool:
    unit = value.quantity.unit if isinstance(value, Comparison) else value.high.unit
    return unit.dimension == "%"


_EACH = re.compile(r"[./·]?每个?(.+)|[.·](.+)")


def _for_each(value: Value, rest: str) -> Value | None:
    """3100元每平方米 is 3100元/平方米, and 17元/人.每天 17元/人·天."""
    each = _EACH.fullmatch(rest)
    if each is None or not isinstance(value, Comparison) or value.rest not in {None, "·"}:
        return None
    symbol = value.quantity.unit.symbol
    below = each[1] or each[2]
    rated = "/" in symbol
    if not value.quantity.unit.known or not symbol or (each[1] is None and not rated):
        return None
    rate = parse_unit(f"{symbol}{'·' if rated else '/'}{below}")
    if not (rate.known and parse_unit(below).known):
        return None
    notes = tuple(note for note in value.notes if value.rest is None or note.code != "V03")
    return altered(value, quantity=Quantity(value.quantity.number, rate), rest=None, notes=notes)


def _with_noun(value: Value, rest: str) -> Value | None:
    """2个以上品牌 is no less than 2个品牌, where that is a unit."""
    if not isinstance(value, Comparison) or value.rest is not None:
        return None
    unit = value.quantity.unit
    whole = parse_unit(unit.symbol + rest) if unit.known and unit.symbol else unit
    if not whole.known or whole == unit:
        return None
    return altered(value, quantity=Quantity(value.quantity.number, whole))


def _with_rest(value: Value, rest: str) -> Value:
    joined = _for_each(value, rest) or _with_noun(value, rest)
    if joined is not None:
        return joined
    if not says_as_much(value, rest) and any(char.isdigit() for char in rest):
        raise Doubtful(doubt("V02", number=rest))
    if isinstance(value, Comparison | Range) and (
        rest.startswith(_DATED) or (rest.endswith(NAMES) and not _is_share(value))
    ):
        raise Doubtful(doubt("V02", number=f"{value}{rest}"))
    if isinstance(value, Trend) and value.change is None and value.subject is None:
        return altered(value, subject=rest)
    notes = (*value.notes, doubt("V03", words=rest))
    return altered(value, rest=(value.rest or "") + rest, notes=notes)
