"""What a ruleset holds as plain data: figures, days, expressions and tests as texts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from attrs import fields, has

from jixiao.expressions.text import expression_text
from jixiao.expressions.tree import Expression
from jixiao.rules.cells import Test
from jixiao.rules.citations import Citation
from jixiao.rules.text import citation_text, tests_text

__all__ = ["plain", "plain_fields"]

_LEFT_OUT = frozenset(
    {"origin", "effective_origin", "row_origins", "functions", "change", "changed", "syntax"}
)


def plain_fields(thing: Any) -> dict[str, object]:  # noqa: ANN401 - any class of this room
    """What an object says, by name; what is not said is left out.

    >>> from jixiao.rules.citations import CitedText
    >>> plain_fields(CitedText("办法", article="第三条"))
    {'title': '办法', 'article': '第三条'}
    """
    return {
        one.name: plain(content)
        for one in fields(type(thing))
        if one.name not in _LEFT_OUT
        and (content := getattr(thing, one.name)) is not None
        and content != ()
        and content is not False
        and content != ""
        and not (one.name != "name" and has(type(content)) and not plain(content))
    }


def plain(value: Any) -> object:  # noqa: ANN401, PLR0911 - whatever a ruleset holds
    """One thing that a ruleset holds, as JSON can say it."""
    if isinstance(value, Expression):
        return expression_text(value)
    match value:
        case Citation():
            return {"text": citation_text(value), "verified": value.verified}
        case ((Test(), *_), *_):
            return tests_text(value)
        case Enum():
            return value.value
        case Decimal():
            return format(value, "f")
        case date():
            return value.isoformat()
        case tuple():
            return [plain(one) for one in value]
        case _ if has(type(value)):
            return plain_fields(value)
        case _:
            return value
