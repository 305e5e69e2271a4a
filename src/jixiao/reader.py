"""From what the grammar recognised to values: one method for each form of `grammar/value.lark`."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.lexicon import (
    BASELINES,
    DIRECTIONS,
    FIXED_TRENDS,
    MEANS,
    PERIOD_UNITS,
    RATES,
    REFERENCE_WORDS,
    SIGNS,
    WEAK_OPERATORS,
    WORDS_AFTER,
    WORDS_BEFORE,
)
from jixiao.numerals import CHINESE_DIGITS, parse_arabic, parse_number, percent_of, split_scale
from jixiao.points import months, point
from jixiao.tails import split_unit
from jixiao.units import NO_UNIT, Quantity, Unit, parse_unit
from jixiao.value_base import Deadline, Note, Operator, Value, doubt
from jixiao.value_numeric import Comparison, Range
from jixiao.value_words import Compound, Pace, Period, Qualitative, Reference, Trend

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Doubtful", "Piece", "read_item", "words_value"]


class Doubtful(Exception):  # noqa: N818 - not an error: it carries the doubt to the value of words
    """A form that was recognised and cannot be read with confidence; carries the note, if any."""

    def __init__(self, note: Note | None = None) -> None:
        super().__init__(note)
        self.note = note


@frozen
class Piece:
    """One terminal that was recognised: its name, its text."""

    type: str
    text: str


@frozen
class Amount:
    """A number with its unit, how vague it is, and the words left of the unit."""

    quantity: Quantity
    approx: str | None = None
    left: str = ""


@frozen
class Measure:
    """One or two amounts with the operators around them."""

    low: Amount
    before: tuple[Piece, ...] = ()
    after: tuple[Piece, ...] = ()
    high: Amount | None = None
    high_before: tuple[Piece, ...] = ()
    high_after: tuple[Piece, ...] = ()
    closed: tuple[bool, bool] = (True, True)
    name: str | None = None
    """X in 60≤X<80."""


_CLOSING = {"(含)": True, "(包含)": True, "(含本数)": True, "(包含本数)": True}


def words_value(text: str, raw: str = "") -> Qualitative:
    """Words alone, with the number they stand for where they stand for one; `raw` as written."""
    means = MEANS.get(text)
    if means is None:
        return Qualitative(word=text, text=raw)
    number = Decimal(means.strip("=%"))
    return Qualitative(
        word=text,
        text=raw,
        means=Comparison(op=Operator.EQ, quantity=Quantity(number, parse_unit("%"))),
    )


# ---- amounts


def amount(kind: str, pieces: Sequence[Piece]) -> Amount:
    """The amount of a rule of the grammar: number, numeral, share, ratio."""
    match kind:
        case "share":
            return _share(pieces[0].text)
        case "ratio":
            first, _, second = pieces[0].text.partition(":")
            above, below = _arabic(first), _arabic(second)
            if below == 0:
                raise Doubtful(doubt("V02", number=pieces[0].text))
            unit = Unit(f":{second}", f":{second}", dimension=":", ratio=1 / Fraction(below))
            return Amount(Quantity(above, unit))
        case "numeral":
            digits, scale = split_scale(pieces[0].text)
            number = parse_number(digits)
            if number is None:
                digits, scale = pieces[0].text, ""
                number = parse_number(digits)
            if number is None:
                raise Doubtful
            found = _with_unit(number, scale, pieces[1:])
            if not found.quantity.unit.known or found.left:
                raise Doubtful
            return found
        case _:
            return _with_unit(_arabic(pieces[0].text), "", pieces[1:])


def _arabic(text: str) -> Decimal:
    number = parse_arabic(text)
    if number is None:
        raise Doubtful(doubt("L02", number=text, integer=30, fraction=10))
    return number


def _with_unit(number: Decimal, scale: str, pieces: Sequence[Piece]) -> Amount:
    approx, symbol = None, scale
    for piece in pieces:
        if piece.type == "INSIDE":
            approx = piece.text
        else:
            symbol += piece.text
    unit, left = split_unit(symbol)
    return Amount(Quantity(number, unit), approx, left)


def _share(text: str) -> Amount:
    percent = parse_unit("%")
    if text in {"一半", "半数"}:
        return Amount(Quantity(Decimal(50), percent))
    if "折" in text or "成" in text:
        digits = text.replace("个", "").rstrip("折")
        whole, _, tenth = digits.partition("成") if "成" in digits else (digits[0], "", digits[1:])
        number = parse_number(whole)
        if number is None:
            raise Doubtful
        part = {"": 0, "半": 5}.get(tenth, CHINESE_DIGITS.get(tenth, 0))
        return Amount(Quantity(number * 10 + part, percent))
    if "分之" in text:
        below, _, above = text.partition("分之")
    else:
        above, _, below = text.partition("/")
    named = {"百": "%", "千": "‰", "万": "‱", "一百": "%", "100": "%", "1000": "‰"}.get(below)
    numerator = parse_number(above)
    if numerator is None:
        raise Doubtful
    if named is not None:
        return Amount(Quantity(numerator, parse_unit(named)))
    denominator = parse_number(below)
    if denominator is None or denominator == 0:
        raise Doubtful
    exact = percent_of(numerator, denominator)
    if exact is not None:
        return Amount(Quantity(exact, percent))
    return Amount(Quantity(numerator, parse_unit(f"/{denominator}")))


# ---- operators around an amount


def _operator(pieces: Sequence[Piece]) -> tuple[Operator | None, bool, bool]:
    """The operator of the pieces before an amount, whether it is weak, and whether all is said."""
    found: list[tuple[str, bool]] = []
    for piece in pieces:
        if piece.type == "SIGN":
            found.append((SIGNS[piece.text], False))
        elif piece.type == "BEFORE":
            op = WORDS_BEFORE[piece.text]
            if op == "=" and piece.text not in {"等于", "等於"}:
                continue
            found.append((op, piece.text in WEAK_OPERATORS))
        elif piece.type == "BETWEEN":
            continue
    strong = {op for op, weak in found if not weak}
    if len(strong) > 1:
        raise Doubtful(doubt("V16", sign="".join(piece.text for piece in pieces)))
    if strong:
        return Operator(strong.pop()), False, True
    if found:
        return Operator(found[-1][0]), True, True
    return None, False, False


def _closing(pieces: Sequence[Piece]) -> bool | None:
    for piece in pieces:
        if piece.type == "INCLUSIVE":
            return "不" not in piece.text
    return None


def _combine(measure: Measure) -> tuple[Operator | None, str | None]:
    """The operator and the vagueness of a single amount."""
    op, weak, _ = _operator(measure.before)
    approx = measure.low.approx
    after: Operator | None = None
    for piece in measure.after:
        if piece.type == "AFTER":
            after = Operator(WORDS_AFTER[piece.text])
        elif piece.type == "ROUGH":
            approx = piece.text
    for piece in measure.before:
        if piece.type == "ABOUT":
            approx = piece.text
    if after is not None:
        if op is not None and not weak and not _agree(op, after):
            words = "".join(piece.text for piece in measure.before)
            raise Doubtful(doubt("V16", sign=words))
        op = after if op is None or weak else op
    elif weak and approx is not None and any(piece.type == "ROUGH" for piece in measure.after):
        op = None
    closed = _closing(measure.after)
    if closed is not None:
        op = _closed(op, closed=closed)
    return op, approx


def _agree(op: Operator, after: Operator) -> bool:
    return op.value[0] == after.value[0]


def _closed(op: Operator | None, *, closed: bool) -> Operator | None:
    if closed:
        return {Operator.GT: Operator.GE, Operator.LT: Operator.LE}.get(op, op) if op else None
    return {Operator.GE: Operator.GT, Operator.LE: Operator.LT}.get(op, op) if op else None


def _unit_notes(*units: Unit) -> tuple[Note, ...]:
    notes = []
    for unit in dict.fromkeys(units):
        if not unit.known:
            code = "V09" if unit.symbol.startswith("/") else "V01"
            notes.append(doubt(code, unit=unit.symbol))
    return tuple(notes)


def _left(text: str) -> tuple[str | None, tuple[Note, ...]]:
    if not text:
        return None, ()
    if any(char.isdigit() for char in text):
        raise Doubtful(doubt("V02", number=text))
    return text, (doubt("V03", words=text),)


_CALENDAR = range(1900, 2101)
"""Numbers before 年 that name a year and count none."""


def measured(measure: Measure) -> Value:
    """A comparison or a range from what was measured."""
    if measure.high is None:
        op, approx = _combine(measure)
        rest, notes = _left(measure.low.left)
        vague = () if approx is None else (doubt("V04", word=approx),)
        quantity = measure.low.quantity
        if quantity.unit.name == "年" and quantity.number in _CALENDAR:
            raise Doubtful(doubt("V02", number=quantity))
        negative_zero = quantity.number == 0 and quantity.number.is_signed()
        zero = (doubt("V12", number=quantity),) if negative_zero else ()
        return Comparison(
            op=op,
            quantity=quantity,
            approx=approx,
            rest=rest,
            notes=(*_unit_notes(quantity.unit), *vague, *zero, *notes),
        )
    return _range(measure, measure.high)


def _range(measure: Measure, upper: Amount) -> Value:
    low, high = _one_unit(measure.low.quantity, upper.quantity)
    if low.unit.dimension != high.unit.dimension or measure.low.left:
        raise Doubtful(doubt("V17", low=low, high=high))
    approx = measure.low.approx or upper.approx or _range_words(measure)
    low_closed, high_closed = measure.closed
    rest, notes = _left(upper.left)
    reversed_ends = (doubt("V10", low=low, high=high),) if low.exact > high.exact else ()
    vague = () if approx is None else (doubt("V04", word=approx),)
    return Range(
        low=low,
        high=high,
        low_closed=low_closed and _closing(measure.after) is not False,
        high_closed=high_closed and _closing(measure.high_after) is not False,
        approx=approx,
        subject=measure.name,
        rest=rest,
        notes=(*_unit_notes(low.unit, high.unit), *vague, *reversed_ends, *notes),
    )


def _one_unit(low: Quantity, high: Quantity) -> tuple[Quantity, Quantity]:
    """Both ends with their units, where one end leaves it to the other: 3-5次, 1万-2万元."""
    if low.unit == NO_UNIT:
        return Quantity(low.number, high.unit), high
    if high.unit == NO_UNIT:
        return low, Quantity(high.number, low.unit)
    if not low.unit.dimension and high.unit.dimension:
        joined = parse_unit(low.unit.symbol + high.unit.symbol.lstrip("十百千万亿"))
        if joined.known:
            return Quantity(low.number, joined), high
    return low, high


def _range_words(measure: Measure) -> str | None:
    """What makes a range vague; an operator that a range has no place for is a doubt."""
    approx = None
    if any(piece.type == "AFTER" for piece in measure.after):
        raise Doubtful(doubt("V16", sign=measure.after[0].text))
    for piece in (*measure.before, *measure.after, *measure.high_before, *measure.high_after):
        strong = piece.type == "BEFORE" and WORDS_BEFORE[piece.text] != "="
        if piece.type in {"ABOUT", "ROUGH"}:
            approx = piece.text
        elif piece.type == "SIGN" or (strong and piece.text not in WEAK_OPERATORS):
            raise Doubtful(doubt("V16", sign=piece.text))
    return approx


# ---- cores


def _deadline(text: str, note: str) -> Deadline:
    parts = point(text)
    if parts is None:
        raise Doubtful(doubt("V14", date=note))
    year, month, day = parts
    return Deadline(year=year, month=month, day=day)


def due(pieces: Sequence[Piece]) -> Deadline:
    """A deadline from a point in time and the words around it."""
    text = next(piece.text for piece in pieces if piece.type == "POINT")
    return _deadline(text, text)


def changed(word: str, measure: Measure | None) -> Trend:
    """A trend from its verb, with the size of the change where one is said."""
    manner, verb = _split_change(word)
    size = None if measure is None else measured(measure)
    if size is not None:
        notes, rest = size.notes, size.rest
        size = evolve(size, notes=(), rest=None)
        return Trend(direction=DIRECTIONS[verb], change=size, manner=manner, notes=notes, rest=rest)
    return Trend(direction=DIRECTIONS[verb], manner=manner)


def _split_change(word: str) -> tuple[str | None, str]:
    bare = word.removesuffix("了").removesuffix("幅度")
    verb = next(known for known in _VERBS if bare.endswith(known))
    return bare[: -len(verb)] or None, verb


_VERBS = tuple(sorted(DIRECTIONS, key=lambda word: (-len(word), word)))
_BASES = tuple(sorted(BASELINES, key=lambda word: (-len(word), word)))


def baseline(text: str) -> str:
    """The baseline that a lead names: 较上年 is 上年."""
    bare = text
    for mark in ("相较于", "相较", "较之", "相比", "对比", "较", "比", "与", "和", "同", "在"):
        if bare not in RATES and not bare.startswith("同期") and bare.startswith(mark):
            bare = bare.removeprefix(mark)
            break
    for mark in ("的基础上", "基础上", "相比", "比较"):
        bare = bare.removesuffix(mark)
    return bare if bare in RATES else bare.removesuffix("比") or text


def fixed(text: str) -> Trend:
    """A phrase that is a whole trend."""
    if text in {"翻番", "翻一番", "翻两番"}:
        size = Quantity(Decimal(300 if text == "翻两番" else 100), parse_unit("%"))
        return Trend(direction="up", change=Comparison(op=None, quantity=size))
    if text in FIXED_TRENDS:
        direction, base = FIXED_TRENDS[text]
        return Trend(direction=direction, baseline=base)
    base_text = next((known for known in _BASES if known in text), None)
    return Trend(direction="steady", baseline=base_text or baseline(text)[:7])


def against(pieces: Sequence[Piece], base: str) -> Value:
    """不低于上年: a trend that sets the baseline itself as the bound."""
    op, _, _ = _operator(pieces)
    match op:
        case Operator.GE:
            return Trend(direction="not_down", baseline=base)
        case Operator.LE:
            return Trend(direction="not_up", baseline=base)
        case Operator.GT:
            return Trend(direction="up", baseline=base)
        case Operator.LT:
            return Trend(direction="down", baseline=base)
        case _:
            return Trend(direction="steady", baseline=base)


def pace(pieces: Sequence[Piece]) -> Pace:
    """序时进度 with its operator."""
    op, _, _ = _operator(pieces)
    return Pace(op=op)


def period(text: str) -> Period:
    """1-12月, 全年."""
    ends = months(text)
    if ends is None:
        raise Doubtful(doubt("V14", date=text))
    start, end = (Deadline(year=year, month=month, day=day) for year, month, day in ends)
    return Period(start=start, end=end)


def reference(text: str) -> Reference:
    """A limit that is named: 不超预算, 控制在预算内, 政府采购限价."""
    for word in _REFERENCE_WORDS:
        if text.startswith(word):
            return Reference(op=Operator(REFERENCE_WORDS[word]), to=_inside(text[len(word) :]))
    if text.startswith(("参照", "比照")):
        bare = text[2:]
        for suffix in ("控制", "执行", "标准执行"):
            bare = bare.removesuffix(suffix) or bare
        return Reference(to=bare)
    if "内" in text:
        bare = text.removeprefix("在").removeprefix("按")
        return Reference(op=Operator.LE, to=_inside(bare))
    return Reference(to=text)


_REFERENCE_WORDS = tuple(sorted(REFERENCE_WORDS, key=lambda word: (-len(word), word)))


def _inside(text: str) -> str:
    bare = text
    for suffix in ("完成", "办结", "控制", "开支", "支出", "列支", "执行"):
        if bare.removesuffix(suffix).endswith("内"):
            bare = bare.removesuffix(suffix)
    for suffix in ("范围以内", "范围之内", "范围内", "以内", "之内", "内"):
        if bare.endswith(suffix) and len(bare) > len(suffix):
            return bare.removesuffix(suffix)
    return bare


def named(pieces: Sequence[Piece], name: str) -> Value:
    """A sign before words: ≤预算数, =达标."""
    op, _, _ = _operator(pieces)
    if op is Operator.EQ or op is None:
        return words_value(name)
    return Reference(op=op, to=name)


def nothing(text: str) -> Qualitative:
    """零投诉, 无事故, 不发生安全事故: words that mean none of something."""
    return Qualitative(word=text, means=Comparison(op=Operator.EQ, quantity=Quantity(Decimal(0))))


# ---- items


def read_item(leads: Sequence[Piece | Deadline], core: Value, rest: str) -> Value:
    """A core with what leads to it and what follows: subject, frequency, deadline, baseline."""
    value, subject = _led(leads, core)
    subject = subject.strip(_MARKS)
    value, subject = _leading_operator(value, subject)
    if subject:
        if isinstance(value, Qualitative):
            raise Doubtful
        _check_subject(subject, value)
        value = evolve(value, subject=subject)
    if rest:
        value = _with_rest(value, rest)
    return value


def _led(leads: Sequence[Piece | Deadline], value: Value) -> tuple[Value, str]:
    """The value with its deadline, baseline and frequency, and the text of its subject."""
    subject = ""
    for lead in leads:
        if isinstance(lead, Deadline):
            value = evolve(value, by=lead)
        elif lead.type == "SUBJECT":
            subject += lead.text
        elif lead.type == "BASELINE":
            if isinstance(value, Trend) and value.baseline is None:
                value = evolve(value, baseline=baseline(lead.text))
            else:
                subject += lead.text
    for lead in leads:
        if isinstance(lead, Piece) and lead.type in {"PER", "YEARLY"}:
            value, left = _per(value, lead.text)
            subject += left
    return value, subject


def _per(value: Value, text: str) -> tuple[Value, str]:
    if text == "全年":
        return evolve(value, per="年"), ""
    unit = text.removeprefix("每")
    bare = unit.removeprefix("个") or unit
    if bare in PERIOD_UNITS and not (
        isinstance(value, Comparison) and "/" in value.quantity.unit.symbol
    ):
        return evolve(value, per=bare), ""
    if isinstance(value, Comparison) and value.quantity.unit.known and value.quantity.unit.symbol:
        joint = "·" if "/" in value.quantity.unit.symbol else "/"
        rate = parse_unit(f"{value.quantity.unit.symbol}{joint}{bare}")
        if rate.known:
            return evolve(value, quantity=Quantity(value.quantity.number, rate)), ""
    if value.per is None:
        return evolve(value, per=unit), ""
    return value, text


def _leading_operator(value: Value, subject: str) -> tuple[Value, str]:
    """不超过人均200元: the operator stands before the subject."""
    if isinstance(value, Comparison):
        for word in _REFERENCE_WORDS:
            if subject.startswith(word):
                if subject[len(word) :].startswith(_BASES):
                    raise Doubtful(doubt("V16", sign=word))
                op = Operator(REFERENCE_WORDS[word])
                if value.op not in {None, op}:
                    raise Doubtful(doubt("V16", sign=word))
                return evolve(value, op=op), subject[len(word) :]
    return value, subject


_MARKS = ":、.\"'“”‘’【】《》"
"""Marks around a subject that say nothing."""

_NEGATIONS = (
    "不",
    "未",
    "没",
    "无",
    "勿",
    "不得",
    "不宜",
    "不应",
    "不可",
    "严禁",
    "避免",
    "防止",
    "非",
)


def _check_subject(subject: str, value: Value) -> None:
    if subject.endswith(_NEGATIONS):
        raise Doubtful(doubt("V16", sign=subject[-2:]))
    if not any(char.isalnum() for char in subject):
        raise Doubtful(doubt("V16", sign=subject))
    bare = not isinstance(value, Comparison) or value.op is None
    if bare and subject[-1].isdigit():
        raise Doubtful(doubt("V02", number=subject + str(value)))
    if isinstance(value, Comparison | Range) and subject[-1] in CHINESE_DIGITS:
        raise Doubtful(doubt("V02", number=subject[-1] + str(value)))


def _with_rest(value: Value, rest: str) -> Value:
    dated = isinstance(value, Comparison | Range) and rest.startswith(("前", "之前", "以前"))
    if dated or any(char.isdigit() for char in rest):
        raise Doubtful(doubt("V02", number=rest))
    if isinstance(value, Trend) and value.change is None and value.subject is None:
        return evolve(value, subject=rest)
    if value.rest is not None:
        return evolve(value, rest=value.rest + rest, notes=(*value.notes, doubt("V03", words=rest)))
    return evolve(value, rest=rest, notes=(*value.notes, doubt("V03", words=rest)))


def compound(parts: Sequence[Value]) -> Value:
    """Several values at once; two opposite bounds on one thing are a range."""
    if len(parts) == 2:  # noqa: PLR2004 - a lower and an upper bound
        first, second = parts
        if isinstance(first, Comparison) and isinstance(second, Comparison):
            merged = _two_bounds(first, second)
            if merged is not None:
                return merged
    notes = tuple(note for part in parts for note in part.notes)
    return Compound(parts=tuple(evolve(part, notes=()) for part in parts), notes=notes)


def pair(first: Measure, second: Measure) -> Value:
    """大于90%小于95%: two bounds without a mark between them."""
    return compound((measured(first), measured(second)))


def _two_bounds(a: Comparison, b: Comparison) -> Value | None:
    plain = all(
        one.by is None and one.rest is None and one.approx is None and one.per is None
        for one in (a, b)
    )
    same = a.quantity.unit.dimension == b.quantity.unit.dimension
    if not plain or not same or b.subject not in {None, a.subject}:
        return None
    low = next((one for one in (a, b) if one.op in {Operator.GE, Operator.GT}), None)
    high = next((one for one in (a, b) if one.op in {Operator.LE, Operator.LT}), None)
    if low is None or high is None:
        return None
    notes = (*a.notes, *b.notes)
    if low.quantity.exact > high.quantity.exact:
        notes = (*notes, doubt("V10", low=low.quantity, high=high.quantity))
    return Range(
        low=low.quantity,
        high=high.quantity,
        low_closed=low.op is Operator.GE,
        high_closed=high.op is Operator.LE,
        subject=a.subject,
        notes=notes,
    )
