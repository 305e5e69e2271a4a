"""A scorecard's JSON read with suspicion: what it says it came from, or why it cannot be read."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from attrs import frozen

from jixiao.evaluation.options import Options
from jixiao.evaluation.scorecard import SCORECARD_SCHEMA, card_digest
from jixiao.findings import Finding, Where, finding
from jixiao.limits import DEFAULT_LIMITS
from jixiao.source import Origin

__all__ = ["Recorded", "Source", "read_card"]

_DEPTH = 40
"""A card is some eight levels deep."""


@frozen
class Source:
    """An input as recorded: the name it was given, and its digest."""

    file: str | None
    digest: str


@frozen(eq=False)
class Recorded:
    """The card as JSON, and what it was made from."""

    shown: dict[str, Any]
    document: Source
    actuals: Source
    ruleset: str
    ruleset_digest: str
    ruleset_file: str | None
    options: Options
    lang: str
    version: str

    @property
    def own_digest(self) -> tuple[object, str]:
        """The digest that the card gives of itself, and that of what it holds."""
        return self.shown.get("digest"), card_digest(self.shown)


class _TwiceError(ValueError):
    """A key stands in an object twice, so that two readers may see two figures."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _TwiceError(key)
        found[key] = value
    return found


def read_card(data: bytes, *, file: str | None = None) -> Recorded | Finding:
    """The card of the bytes of a JSON file; a finding says why there is none.

    >>> read_card(b"{").code, read_card(b"[]").code
    ('E300', 'E301')
    """
    where = Where(origin=Origin(file=file))
    if len(data) > DEFAULT_LIMITS.file_bytes:
        return finding("E303", where, size=len(data), limit=DEFAULT_LIMITS.file_bytes)
    try:
        text = data.decode("utf-8-sig")
        shown = json.loads(text, object_pairs_hook=_object, parse_float=Decimal)
    except json.JSONDecodeError as error:
        return finding("E300", where, line=error.lineno, column=error.colno)
    except _TwiceError as error:
        return finding("E302", where, path=str(error))
    except (ValueError, RecursionError):
        return finding("E300", where, line=1, column=1)
    return _recorded(shown, where)


def of_shown(shown: object, *, file: str | None = None) -> Recorded | Finding:
    """The card of a JSON object that was read already."""
    return _recorded(shown, Where(origin=Origin(file=file)))


def _recorded(shown: object, where: Where) -> Recorded | Finding:
    if not isinstance(shown, dict) or shown.get("schema") != SCORECARD_SCHEMA:
        read = shown.get("schema") if isinstance(shown, dict) else None
        return finding("E301", where, read="—" if read is None else read, wanted=SCORECARD_SCHEMA)
    if _depth(shown) > _DEPTH:
        return finding("E304", where, path="…")
    path = "inputs"
    try:
        document, actuals = (_source(shown["inputs"][name]) for name in ("document", "actuals"))
        path = "ruleset"
        rules = shown["ruleset"]
        name, digest = _texts(rules["id"], rules["digest"])
        file = _maybe(rules.get("file"))
        path = "options"
        options = _options(shown)
        lang = shown.get("options", {}).get("lang", "zh")
        path = "version"
        (version,) = _texts(shown["version"])
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError, IndexError):
        return finding("E304", where, path=path)
    if lang not in ("zh", "en"):
        return finding("E304", where, path="options.lang")
    return Recorded(shown, document, actuals, name, digest, file, options, lang, version)


def _options(shown: dict[str, Any]) -> Options:
    """The options; of a card that records none, the date unless it was the end of the year."""
    if "options" in shown:
        return Options.from_json(shown["options"])
    by_default = any(one.get("code") == "E13" for one in shown["findings"])
    return Options.from_json({} if by_default else {"as_of": shown["as_of"]})


def _source(data: dict[str, Any]) -> Source:
    (digest,) = _texts(data["digest"])
    return Source(_maybe(data["file"]), digest)


def _texts(*values: object) -> tuple[str, ...]:
    if not all(isinstance(one, str) for one in values):
        raise TypeError(values)
    return tuple(str(one) for one in values)


def _maybe(value: object) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError(value)
    return value


def _depth(value: object) -> int:
    """How deep a piece of JSON is, without recursion."""
    deepest, level = 0, [value]
    while level:
        deepest += 1
        level = [
            one
            for each in level
            if isinstance(each, dict | list)
            for one in (each.values() if isinstance(each, dict) else each)
        ]
    return deepest
