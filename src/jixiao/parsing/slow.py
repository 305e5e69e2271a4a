"""The grammar's path: every text the fast path gave up on, read by `grammar/value.lark`.

Lark is loaded when the first such text comes, and the parser is built once in a process.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from jixiao.lexicon import ABSENT
from jixiao.parsing import reader, several
from jixiao.parsing.amounts import Amount, Doubtful, Piece, amount
from jixiao.parsing.around import read_item
from jixiao.parsing.doubts import NUMBER, odd_digits, why_words
from jixiao.parsing.measures import Measure, measured
from jixiao.parsing.reader import words_value
from jixiao.parsing.terminals import terminals
from jixiao.values.base import Absent, Deadline, Value
from jixiao.values.verdicts import doubt
from jixiao.values.words import Period, Qualitative

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lark import Lark, Token

__all__ = ["Failure", "expected", "read_slow"]


@frozen
class Failure:
    """Where the grammar stopped, in the cleaned text, and the terminals that could stand there."""

    at: int
    expected: frozenset[str]


@lru_cache(maxsize=1)
def _parser() -> Lark:
    from lark import Lark

    from jixiao.parsing.lexing import ValueLexer

    rules = files("jixiao.grammar").joinpath("value.lark").read_text(encoding="utf-8")
    names = " ".join(name for name, _ in terminals())
    return Lark(f"{rules}\n%declare {names}\n", parser="lalr", lexer=ValueLexer)


def _piece(token: Token) -> Piece:
    return Piece(token.type, str(token))


def _pieces(children: list[Any]) -> tuple[Piece, ...]:
    return tuple(_piece(child) for child in children)


def _measure(tree: Any) -> Measure:  # noqa: ANN401 - a node of Lark's tree
    amounts = [index for index, child in enumerate(tree.children) if _is_tree(child)]
    found = [amount(*_amount(tree.children[index])) for index in amounts]
    first, last = amounts[0], amounts[-1]
    before, after = tree.children[:first], tree.children[last + 1 :]
    match tree.data:
        case "single":
            if tree.children[first].data == "around":
                return _around(found[0], _pieces(before), _pieces(after))
            return Measure(found[0], _pieces(before), _pieces(after))
        case "span":
            middle = _pieces(tree.children[first + 1 : last])
            joint = next(index for index, piece in enumerate(middle) if piece.type == "JOINT")
            return Measure(
                found[0],
                _pieces(before),
                middle[:joint],
                found[1],
                middle[joint + 1 :],
                _pieces(after),
            )
        case "bracketed":
            closed = (str(before[0]) == "[", str(after[0]) == "]")
            return Measure(found[0], high=found[1], closed=closed)
        case "pair":
            raise Doubtful(doubt("V16", sign=str(tree.children[0])))
        case "counts":
            raise Doubtful(doubt("V02", number=str(found[0].quantity)))
    signs = [str(child) for child in tree.children if getattr(child, "type", "") == "SIGN"]
    name = next(str(child) for child in tree.children if getattr(child, "type", "") == "VARIABLE")
    if any(sign not in {"≤", "<", "<=", "=<"} for sign in signs):
        raise Doubtful(doubt("V16", sign=signs[0]))
    closed = (signs[0] != "<", signs[1] != "<")
    return Measure(found[0], high=found[1], closed=closed, name=name)


def _bound(tree: Any) -> Value:  # noqa: ANN401 - a node of Lark's tree
    if tree.data == "counts":
        return several.counts([amount(*_amount(child)) for child in tree.children])
    if tree.data != "pair":
        return measured(_measure(tree))
    first, second = (index for index, child in enumerate(tree.children) if _is_tree(child))
    amounts = [amount(*_amount(tree.children[index])) for index in (first, second)]
    before, middle = _pieces(tree.children[:first]), _pieces(tree.children[first + 1 : second])
    after = _pieces(tree.children[second + 1 :])
    return several.pair(
        Measure(amounts[0], before, middle[:-1]), Measure(amounts[1], middle[-1:], after)
    )


def _around(found: Amount, before: tuple[Piece, ...], after: tuple[Piece, ...]) -> Measure:
    high = found.quantity
    low = evolve(high, number=-high.number)
    harmless = {"≤", "<", "<=", "以内", "内", "之内", "范围内", "控制在"}
    for piece in (*before, *after):
        if piece.text not in harmless:
            raise Doubtful(doubt("V16", sign=piece.text))
    return Measure(Amount(low), high=found)


def _is_tree(child: object) -> bool:
    return hasattr(child, "data")


def _amount(tree: Any) -> tuple[str, tuple[Piece, ...]]:  # noqa: ANN401 - a node of Lark's tree
    pieces = _pieces(tree.children)
    return str(tree.data), pieces[1:] if tree.data == "around" else pieces


def _words_core(children: list[Any]) -> Value:
    word = str(children[0])
    number = NUMBER.search(word)
    if number is not None:
        raise Doubtful(doubt("V02", number=number[0]))
    return words_value(word)


def _period_core(children: list[Any]) -> Value:
    start, end = (reader.due(_pieces(child.children)) for child in children if _is_tree(child))
    return _period(start, end)


_CORES: Mapping[str, Callable[[list[Any]], Value]] = MappingProxyType(
    {
        "bound": lambda children: _bound(children[0]),
        "changed": lambda children: reader.changed(str(children[0]), _measure(children[1])),
        "direction": lambda children: reader.changed(str(children[0]), None),
        "against": lambda children: reader.against(_pieces(children[:-1]), str(children[-1])),
        "fixed": lambda children: reader.fixed(str(children[0])),
        "pace": lambda children: reader.pace(_pieces(children[:-1])),
        "deadline": lambda children: reader.due(_pieces(children[0].children)),
        "period": _period_core,
        "months": lambda children: reader.period(str(children[0])),
        "recurring": lambda children: reader.recurring(str(children[0])),
        "clock": lambda children: words_value(str(children[0])),
        "reference": lambda children: reader.reference(str(children[0])),
        "named": lambda children: reader.named(_pieces(children[:-1]), str(children[-1])),
        "nothing": lambda children: reader.nothing(str(children[0])),
        "words": _words_core,
    }
)
"""What each form of `core` in the grammar makes of its children."""


def _core(tree: Any) -> tuple[Value, str]:  # noqa: ANN401 - a node of Lark's tree
    """The value of a core, and the words after it."""
    children = list(tree.children)
    rest = ""
    if children and _is_tree(children[-1]) and children[-1].data == "tail":
        rest = str(children.pop().children[0])
    return _CORES[str(tree.data)](children), rest


def _period(start: Deadline, end: Deadline) -> Value:
    if start.year is None and end.year is not None:
        start = evolve(start, year=end.year)
    elif end.year is None and start.year is not None:
        end = evolve(end, year=start.year)
    return Period(start=start, end=end)


def _item(tree: Any, text: str) -> Value:  # noqa: ANN401 - a node of Lark's tree
    *before, core = tree.children
    leads: list[Piece | Deadline] = []
    for child in before:
        if _is_tree(child):
            leads.append(reader.due(_pieces(child.children)))
        elif child.type != "ENUMERATOR":
            leads.append(_piece(child))
    value, rest = _core(core)
    return evolve(read_item(leads, value, rest), text=text)


_PROSE = 300
"""Characters beyond which a text is prose and no value; it stays words, its numbers in doubt."""


def read_slow(text: str, raw: str) -> tuple[Value, Failure | None]:
    """The value of a cleaned text, and where the grammar stopped if it did not take it."""
    reason = ABSENT.get(text.rstrip(",;。"))
    if reason is not None:
        return Absent(reason=reason, text=raw), None
    if len(text) > _PROSE:
        return _words(text, raw, None), None
    bracketed = _IN_BRACKETS.fullmatch(text)
    if bracketed is not None:
        value, failure = _read_items(bracketed[1], raw)
        if failure is None and not isinstance(value, Qualitative):
            return value, None
    return _read_items(text, raw)


_IN_BRACKETS = re.compile(r"\(([^(),]*[0-9][^(),]*)\)")
"""A whole text in brackets, (50个); with a comma it is an interval, (80,90)."""


def _read_items(text: str, raw: str) -> tuple[Value, Failure | None]:
    from lark import UnexpectedInput

    from jixiao.parsing.lexing import StoppedError

    odd = odd_digits(text)
    if odd is not None:
        return _words(text, raw, Doubtful(odd)), None
    try:
        tree = _parser().parse(text)
        items = [child for child in tree.children if _is_tree(child)]
        parts = [_item(item, text) for item in items]
    except StoppedError as stop:
        return _words(text, raw, None), Failure(stop.at, stop.allowed)
    except UnexpectedInput as stop:
        # What was read is right as far as it goes: something more should follow.
        return _words(text, raw, None), Failure(len(text), frozenset(stop.expected))  # type: ignore[attr-defined]
    except Doubtful as doubtful:
        return _words(text, raw, doubtful), None
    if all(isinstance(part, Qualitative) for part in parts):
        value = parts[0] if len(parts) == 1 else words_value(text.rstrip(";。"))
    elif len(parts) == 1:
        value = parts[0]
    else:
        value = several.compound(parts)
    return evolve(value, text=raw), None


def _words(text: str, raw: str, doubtful: Doubtful | None) -> Value:
    return evolve(words_value(text, raw), notes=why_words(text, doubtful))


_EXPECTED = {
    "NUMBER": "数字",
    "NUMERAL": "中文数字",
    "SIGN": "计算符号（≥ ≤ ＝ ＞ ＜）",
    "BEFORE": "计算符号用语（不低于、不超过…）",
    "UNIT": "计量单位",
    "AFTER": "以上、以内",
    "JOINT": "区间符号（-、至）",
    "POINT": "日期",
    "PACE": "序时进度",
    "SEP": "分隔符（，；）",
    "$END": "结尾",
    "WORDS": "文字",
    "VARIABLE": "指标名称",
    "NAME": "文字",
}


def expected(names: frozenset[str]) -> str:
    """What could stand somewhere, in words for people."""
    return "、".join(word for name, word in _EXPECTED.items() if name in names)
