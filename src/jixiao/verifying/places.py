"""Where the inputs of a scorecard are: as named, beside the card, or in the current folder."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.limits import DEFAULT_LIMITS

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Found", "found", "places_of"]


@frozen
class Found:
    """The bytes of an input, where they were found, and whether they are those of the digest."""

    path: str
    data: bytes
    same: bool


def places_of(name: str, card: str | None) -> tuple[Path, ...]:
    """The places to look at for a name on a card, in their order.

    >>> [one.as_posix() for one in places_of("tables/a.txt", "cards/b.json")]
    ['tables/a.txt', 'cards/tables/a.txt', 'cards/a.txt', 'a.txt']
    """
    plain = name.replace("\\", "/").rpartition("/")[2]
    folder = Path() if card is None else Path(card).parent
    named = (Path(name), folder / name, folder / plain, Path(plain))
    return tuple(dict.fromkeys(one for one in named if plain))


def found(places: Iterable[Path], digest: str) -> Found | None:
    """The first file with that digest, else the first that can be read at all.

    Only regular files within the limit of size are opened.
    """
    first: Found | None = None
    for path in places:
        try:
            if not path.is_file() or path.stat().st_size > DEFAULT_LIMITS.file_bytes:
                continue
            data = path.read_bytes()
        except (OSError, ValueError):
            continue
        one = Found(str(path), data, hashlib.sha256(data).hexdigest() == digest)
        if one.same:
            return one
        first = first or one
    return first
