"""Every result as JSON for machines, by one rule of calling: the result and the settings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal, Protocol

from jixiao.harmless import OBEYED

if TYPE_CHECKING:
    from re import Match

    from jixiao.tables import Document
    from jixiao.values import Value
    from jixiao.writing.settings import Settings

__all__ = ["document", "json_text", "result", "value", "worded"]


class Result(Protocol):
    """Whatever has a JSON without a language."""

    def to_json(self) -> dict[str, object]: ...


class Worded(Protocol):
    """Whatever has a JSON with sentences in one language."""

    def to_json(self, lang: Literal["zh", "en"] = ...) -> dict[str, object]: ...


_COMPACT = json.JSONEncoder(ensure_ascii=False)
_INDENTED = json.JSONEncoder(ensure_ascii=False, indent=2)


def json_text(data: object, *, compact: bool = False) -> str:
    r"""JSON as it is printed: Chinese as it is, indented unless compact, no control character.

    >>> print(json_text({"名称": "甲\x9b\u202e乙"}, compact=True))
    {"名称": "甲\u009b\u202e乙"}
    """
    lines = (_COMPACT if compact else _INDENTED).encode(data).split("\n")
    return "\n".join(OBEYED.sub(_escape, line) for line in lines)


def _escape(match: Match[str]) -> str:
    return json.dumps(match[0])[1:-1]


def value(result: Value, settings: Settings) -> str:
    """A value, with its schema."""
    shown = {"schema": "jixiao/value/1", **result.to_json()}
    return json_text(shown, compact=settings.many)


def document(result: Document, settings: Settings) -> str:
    """What was read; personal fields masked unless they are asked for."""
    return json_text(result.to_json(mask=not settings.personal), compact=settings.many)


def result(made: Result, settings: Settings) -> str:
    """A result whose JSON is the same in every language."""
    return json_text(made.to_json(), compact=settings.many)


def worded(result: Worded, settings: Settings) -> str:
    """Findings or recomputed scores, their messages in the language asked for."""
    return json_text(result.to_json(settings.lang), compact=settings.many)
