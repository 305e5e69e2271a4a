"""The JSON Schemas (2020-12) of every JSON that jixiao prints, one file a noun.

What several of them share stands in `common.json`; `schema` gives a noun's schema with all that it
needs, so that it can be used alone.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

__all__ = ["schema", "schema_nouns"]

Json = dict[str, Any]
_COMMON = "common.json#/$defs/"


def schema_nouns() -> tuple[str, ...]:
    """The nouns that have a schema, sorted.

    >>> "scorecard" in schema_nouns()
    True
    """
    names = (one.name for one in files(__package__).iterdir())
    nouns = {name.removesuffix(".json") for name in names if name.endswith(".json")}
    return tuple(sorted(nouns - {"common"}))


def schema(noun: str) -> dict[str, Any]:
    """The JSON Schema of a noun, complete in itself: what `jixiao/<noun>/1` may look like.

    Raises:
        ValueError: there is no such noun; the message names those that there are.

    >>> schema("verification")["properties"]["schema"]
    {'const': 'jixiao/verification/1'}
    """
    nouns = schema_nouns()
    if noun not in nouns:
        raise ValueError(f"there is no schema of {noun!r}; there are {', '.join(nouns)}")
    shared: Json = _file("common")["$defs"]
    found: Json = {}
    body = _inlined(_file(noun), shared, found)
    return {**body, "$defs": dict(sorted(found.items()))} if found else body


def _file(noun: str) -> Json:
    text = files(__package__).joinpath(f"{noun}.json").read_text(encoding="utf-8")
    held: Json = json.loads(text)
    return held


def _inlined(part: Any, shared: Json, found: Json) -> Any:  # noqa: ANN401 - any part of a schema
    """The part with its references turned inward; what they name is put into `found`."""
    match part:
        case {"$ref": str(name)} if name.startswith(_COMMON):
            short = name.removeprefix(_COMMON)
            if short not in found:
                found[short] = {}
                found[short] = _inlined(shared[short], shared, found)
            return {**part, "$ref": f"#/$defs/{short}"}
        case dict():
            return {key: _inlined(one, shared, found) for key, one in part.items()}
        case list():
            return [_inlined(one, shared, found) for one in part]
        case _:
            return part
