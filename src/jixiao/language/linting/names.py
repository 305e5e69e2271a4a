"""Whether expressions use only names, functions and units that there are (R02, R15)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.expressions import Call, Expression, Name, Number, walk
from jixiao.language.linting.constants import check_constant, check_rings
from jixiao.language.linting.kinds import (
    KIND_WORDS,
    check_arguments,
    check_operands,
    first_place,
    kind_of,
)
from jixiao.language.linting.scopes import ASPECTS, LEVELS, Parts, Statement, statements_of
from jixiao.language.linting.vocabulary import unit_known
from jixiao.language.words import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.language.places import Places
    from jixiao.rules import Ruleset

__all__ = ["check_names"]

_SHOWN = 8
_KEYWORDS = re.compile(r"不为空|不属于|为空|属于|否则|且|或|非|若|则|为")


def check_names(ruleset: Ruleset, places: Places) -> Iterator[Finding]:
    """Unknown names, functions and units of all expressions, and kinds that do not fit."""
    for one in statements_of(ruleset):
        for node in walk(one.expression):
            yield from _node(ruleset, places, one, node)
        kind = kind_of(ruleset, one.expression)
        if "any" not in (kind, one.yields) and kind != one.yields:
            what = f"“{one.what}”后面要写{KIND_WORDS[one.yields]}，这里是{KIND_WORDS[kind]}"
            yield places.doubt("R15", first_place(places, one, one.expression), "", what=what)
    for check in ruleset.checks:
        yield from check_constant(check, places)
    yield from check_rings(ruleset, places)


def _node(ruleset: Ruleset, places: Places, one: Statement, node: Expression) -> Iterator[Finding]:
    match node:
        case Name(parts=parts, span=span):
            if not _is_known(parts, one.known):
                yield _unknown_name(places, one, node)
        case Call(function=name, arguments=arguments, span=span):
            function = ruleset.functions.get(name)
            origin = places.of_span(span, one.origin)
            if function is None:
                meant = nearest(name, ruleset.functions) or ""
                yield places.doubt("R02", origin, name, word=name, nearest=meant)
            elif not function.signature.takes(len(arguments)):
                what = f"“{name}”不能带 {len(arguments)} 个参数"
                yield places.doubt("R15", origin, name, what=what)
            else:
                yield from check_arguments(ruleset, places, one, node)
        case Number(unit=unit, span=span) if unit not in ("", "%"):
            if not unit_known(ruleset, unit):
                origin = places.of_span(span, one.origin)
                yield places.doubt("R02", origin, unit, word=unit)
        case _:
            yield from check_operands(ruleset, places, one, node)


def _is_known(parts: Parts, known: frozenset[Parts]) -> bool:
    return parts in known or (parts[-1] in ASPECTS and parts[:-1] in known)


def _unknown_name(places: Places, one: Statement, node: Name) -> Finding:
    word = str(node)
    meant = nearest(word, sorted({".".join(parts) for parts in one.known})) or ""
    spaced = _spaced(word, one.known)
    return places.doubt(
        "R02",
        places.of_span(node.span, one.origin),
        word,
        word=word,
        expected="" if spaced else "、".join(_with_aspect(node.parts[-1], one.known)[:_SHOWN]),
        nearest="" if spaced else meant,
        spaced=spaced,
    )


def _with_aspect(last: str, known: frozenset[Parts]) -> list[str]:
    """The names that end as a dotted name does, such as 一级.权重; those of the levels first."""
    found = [parts for parts in known if len(parts) > 1 and parts[-1] == last]
    order = {level: at for at, level in enumerate(LEVELS)}
    found.sort(key=lambda parts: (order.get(parts[0], len(order)), len(parts), parts))
    return [".".join(parts) for parts in found]


def _spaced(word: str, known: frozenset[Parts]) -> str:
    """The word with spaces around the keyword in it, where what is left is known by name."""
    for found in _KEYWORDS.finditer(word):
        left, right = word[: found.start()], word[found.end() :]
        if any(_is_known(tuple(side.split(".")), known) for side in (left, right) if side):
            return " ".join(part for part in (left, found[0], right) if part)
    return ""
