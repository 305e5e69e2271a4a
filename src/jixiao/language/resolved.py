"""A resolved ruleset as JSON: the bridge for machines, never written by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

from attrs import fields, has

from jixiao.expressions import Expression
from jixiao.language.expression_text import expression_text, tests_text
from jixiao.language.printing import citation_text
from jixiao.rules import Citation, Test

if TYPE_CHECKING:
    from jixiao.rules import Ruleset

__all__ = ["ruleset_to_json"]

_LEFT_OUT = frozenset(
    {"origin", "effective_origin", "row_origins", "functions", "change", "changed", "syntax"}
)


def ruleset_to_json(ruleset: Ruleset) -> dict[str, object]:
    """The ruleset as plain data; what is not said is left out, figures and expressions are texts.

    >>> from jixiao.rules import Ruleset
    >>> ruleset_to_json(Ruleset(id="试验-2024", title="试验", year=2024))
    {'schema': 'jixiao/ruleset/1', 'id': '试验-2024', 'title': '试验', 'year': 2024}
    """
    body = _plain(ruleset)
    return {"schema": "jixiao/ruleset/1", **body} if isinstance(body, dict) else {}


def _plain(value: Any) -> object:  # noqa: ANN401, PLR0911 - whatever a ruleset holds
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
            return [_plain(one) for one in value]
        case _ if has(type(value)):
            return {
                one.name: _plain(content)
                for one in fields(type(value))
                if one.name not in _LEFT_OUT
                and (content := getattr(value, one.name)) is not None
                and content != ()
                and content is not False
                and content != ""
                and not (one.name != "name" and has(type(content)) and not _plain(content))
            }
        case _:
            return value
