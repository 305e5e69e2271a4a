"""What each form of `grammar/value.lark` makes of what it consists of: from nodes to values."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from attrs import evolve

from jixiao.lexicon import NUMBERED_NAMES
from jixiao.parsing import limits_named, reader, several
from jixiao.parsing.amounts import Amount, Doubtful, Piece, amount
from jixiao.parsing.around import read_item
from jixiao.parsing.bounds import Measure
from jixiao.parsing.composed import composable, composed
from jixiao.parsing.day_like import days_apart
from jixiao.parsing.doubts import NUMBER
from jixiao.parsing.measures import measured
from jixiao.parsing.reader import words_value
from jixiao.parsing.syntax import Node
from jixiao.values.making import rewritten
from jixiao.values.numeric import Comparison, Range
from jixiao.values.times import Period
from jixiao.values.verdicts import doubt

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jixiao.values.base import Deadline, Value

__all__ = ["read_node"]

_Children = tuple[Any, ...]
"""Nodes and pieces; the grammar says which stand where."""


def _measure(node: Node) -> Measure:
    children = node.children
    amounts = [index for index, child in enumerate(children) if isinstance(child, Node)]
    found = [_amount(children[index]) for index in amounts]
    first, last = amounts[0], amounts[-1]
    before, after = children[:first], children[last + 1 :]
    match node.data:
        case "single":
            if children[first].data == "around":
                return _around(found[0], before, after)
            return Measure(found[0], before, after)
        case "span":
            middle = children[first + 1 : last]
            joint = next(index for index, piece in enumerate(middle) if piece.type == "JOINT")
            return Measure(found[0], before, middle[:joint], found[1], middle[joint + 1 :], after)
        case "bracketed":
            closed = (before[0].text == "[", after[0].text == "]")
            return Measure(found[0], high=found[1], closed=closed)
        case "pair":
            raise Doubtful(doubt("V16", sign=children[0].text))
        case "counts":
            return Measure(composed(found), before, after)
    pieces = [child for child in children if isinstance(child, Piece)]
    signs = [piece.text for piece in pieces if piece.type == "SIGN"]
    name = next(piece.text for piece in pieces if piece.type == "VARIABLE")
    if any(sign not in {"≤", "<", "<=", "=<"} for sign in signs):
        raise Doubtful(doubt("V16", sign=signs[0]))
    closed = (signs[0] != "<", signs[1] != "<")
    return Measure(found[0], high=found[1], closed=closed, name=name)


def _bound(node: Node) -> Value:
    children = node.children
    if node.data == "counts" and all(isinstance(child, Node) for child in children):
        amounts = [_amount(child) for child in children]
        if not composable(amounts):
            return several.counts(amounts)
    if node.data != "pair":
        return measured(_measure(node))
    first, second = (index for index, child in enumerate(children) if isinstance(child, Node))
    low, high = _amount(children[first]), _amount(children[second])
    middle = children[first + 1 : second]
    return several.pair(
        Measure(low, children[:first], middle[:-1]),
        Measure(high, middle[-1:], children[second + 1 :]),
    )


def _around(found: Amount, before: tuple[Piece, ...], after: tuple[Piece, ...]) -> Measure:
    high = found.quantity
    low = evolve(high, number=-high.number)
    harmless = {
        *("≤", "<", "<=", "以内", "内", "之内", "范围内", "控制在"),
        *("不超过", "不得超过", "不超出", "不大于", "不高于", "小于等于"),
    }
    for piece in (*before, *after):
        if piece.text not in harmless:
            raise Doubtful(doubt("V16", sign=piece.text))
    return Measure(Amount(low), high=found)


def _amount(node: Node) -> Amount:
    pieces = node.children
    return amount(node.data, pieces[1:] if node.data == "around" else pieces)


def _words(children: _Children) -> Value:
    word = children[0].text
    number = NUMBER.search(word)
    if number is None:
        return words_value(word)
    note = doubt("V02", number=number[0])
    if NUMBER.search(_GRADE.sub("", word)) is not None:
        raise Doubtful(note)
    return evolve(words_value(word), notes=(note,))


_GRADE = re.compile(r"(?<=[A-Za-z])[0-9]{1,5}(?:\.[0-9]{1,2})?(?=[\u4e00-\u9fff])")
"""A number that letters before it make a name: C25混凝土, DN300管道."""


def _period(children: _Children) -> Value:
    nodes = (child for child in children if isinstance(child, Node))
    start, end = (reader.due(node.children) for node in nodes)
    if start.year is None and end.year is not None:
        start = evolve(start, year=end.year)
    elif end.year is None and start.year is not None:
        end = evolve(end, year=start.year)
    return Period(start=start, end=end, notes=(*start.notes, *end.notes))


_CORES: Mapping[str, Callable[[_Children], Value]] = MappingProxyType(
    {
        "bound": lambda children: _bound(children[0]),
        "changed": lambda children: reader.changed(children[0].text, _measure(children[1])),
        "direction": lambda children: reader.changed(children[0].text, None),
        "against": lambda children: reader.against(children[:-1], children[-1].text),
        "fixed": lambda children: reader.fixed(children[0].text),
        "pace": lambda children: reader.pace(children[:-1]),
        "deadline": lambda children: reader.due(children[0].children),
        "period": _period,
        "months": lambda children: reader.period(children[0].text),
        "recurring": lambda children: reader.recurring(children[0].text),
        "clock": lambda children: words_value(children[0].text),
        "reference": lambda children: limits_named.reference(children[0].text),
        "named": lambda children: limits_named.named(children[:-1], children[-1].text),
        "nothing": lambda children: reader.nothing(children[0].text),
        "words": _words,
    }
)
"""What each form of `core` in the grammar makes of its children."""


def _core(node: Node) -> tuple[Value, str]:
    """The value of a core, and the words after it."""
    children, rest = node.children, ""
    last = children[-1]
    if isinstance(last, Node) and last.data == "tail":
        children, rest = children[:-1], last.children[0].text
    return _CORES[node.data](children), rest


def _check_place(before: list[Node | Piece], value: Value, text: str) -> None:
    """Doubts about a number whose place in the text makes it no count: 12月31, 第5名以内, 8:30."""
    if not isinstance(value, Comparison | Range):
        return
    last = before[-1] if before else None
    if last is None and isinstance(value, Comparison) and _NAMED.fullmatch(text) is not None:
        raise Doubtful(doubt("V02", number=text))
    unit = value.quantity.unit if isinstance(value, Comparison) else value.high.unit
    if isinstance(last, Node) and isinstance(value, Comparison):
        month = last.children[-1].text.endswith("月")
        if month and value.op is None and not unit.symbol:
            raise Doubtful(doubt("V14", date=text))
    if isinstance(last, Piece) and last.type == "SUBJECT" and last.text[-1] in "第前":
        after = text[text.rfind(last.text) + len(last.text) :]
        if after[:1].isdigit():
            raise Doubtful(doubt("V02", number=last.text[-1] + str(value)))
    if unit.dimension == ":" and _is_hour(value, text):
        raise Doubtful(doubt("V02", number=str(value)))


_NAMED = re.compile(
    rf"[0-9]{{3,5}}(?:{'|'.join(NUMBERED_NAMES)}).*|[2-6]G(?:[\u4e00-\u9fff].*)?"
    r"|[0-9]{1,2}A+(?:级|类)?(?:[\u4e00-\u9fff].*)?"
)
"""A name that begins with a number and is all a text says: 12345热线, 5G基站, 4A级景区."""

_HOUR = "(?:[01]?[0-9]|2[0-4]):[0-5][0-9]"
_HOURS = re.compile(f"{_HOUR}(?:[-~至到—]{_HOUR})?")


def _is_hour(value: Comparison | Range, text: str) -> bool:
    """Whether a ratio may be a time of the day: 8:30-17:30; 1:15 alone is a ratio."""
    hours = _HOURS.fullmatch(text)
    return hours is not None and (isinstance(value, Range) or not text.startswith("1:"))


def read_node(item: Node, text: str) -> Value:
    """The value of an item of a text; raises `Doubtful` where there is none."""
    *before, core = item.children
    leads: list[Piece | Deadline] = []
    for child in before:
        if isinstance(child, Node):
            leads.append(reader.due(child.children))
        elif child.type != "ENUMERATOR":
            leads.append(child)
    value, rest = _core(core)
    _check_place(before, value, text)
    first = core.children[0] if isinstance(core, Node) else None
    parted = isinstance(first, Node) and isinstance(first.children[0], Piece)
    return rewritten(days_apart(read_item(leads, value, rest, parted=parted), text), text)
