"""Where two pieces of JSON differ: every place by its path, with what stands there in each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Difference", "differences"]

_NOTHING = object()


@frozen
class Difference:
    """A place, such as `tables[0].indicators[3].points.low`, and its JSON in both.

    `recorded` is None for what the card does not have, `recomputed` for what it should not have.
    """

    path: str
    recorded: str | None
    recomputed: str | None

    def to_json(self) -> dict[str, object]:
        """Path and both texts."""
        return {"path": self.path, "recorded": self.recorded, "recomputed": self.recomputed}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Difference:
        """The difference that `to_json` wrote."""
        return cls(data["path"], data["recorded"], data["recomputed"])


def differences(recorded: object, recomputed: object, path: str = "") -> Iterator[Difference]:
    """Every place where the two differ, in the order of the recomputed; types count.

    >>> [one.path for one in differences({"a": ["1", 2]}, {"a": ["1", "2"], "b": None})]
    ['a[1]', 'b']
    """
    match recorded, recomputed:
        case dict(), dict():
            for key in dict.fromkeys((*recomputed, *recorded)):
                below = f"{path}.{key}" if path else str(key)
                yield from differences(
                    recorded.get(key, _NOTHING), recomputed.get(key, _NOTHING), below
                )
        case list(), list():
            for place in range(max(len(recorded), len(recomputed))):
                yield from differences(
                    recorded[place] if place < len(recorded) else _NOTHING,
                    recomputed[place] if place < len(recomputed) else _NOTHING,
                    f"{path}[{place}]",
                )
        case _:
            if type(recorded) is not type(recomputed) or recorded != recomputed:
                yield Difference(path, _text(recorded), _text(recomputed))


def _text(value: object) -> str | None:
    if value is _NOTHING:
        return None
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
