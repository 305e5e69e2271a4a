"""Whatever is shown, without what names or reaches a private person: any frozen object as a whole.

A name is known by the label before it, be that in the same text, in a field's name or in the cell
before; where it surely is a name it is hidden wherever else it stands.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar, cast

from attrs import evolve, fields, has

from jixiao.findings import Finding
from jixiao.parsing import parse_value
from jixiao.personal import (
    MASK,
    ends_in_label,
    hidden,
    is_personal_label,
    label_spots,
    mask_text,
    names_behind,
    numbers_in,
    sure_names,
)
from jixiao.source import Origin
from jixiao.values import Comparison, Range, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from attrs import AttrsInstance

__all__ = [
    "masked",
    "masked_parts",
    "masked_spots",
    "names_in",
    "shown_text",
    "texts_in",
    "told_by",
]

Names = tuple[str, ...]
_T = TypeVar("_T")
_KEPT = frozenset({"file", "digest", "document_digest", "document", "code", "ruleset", "version"})
"""What is a file's name, a code or a digest, and no text of a person."""


def masked(thing: _T, names: Names = ()) -> _T:
    """The same thing with every text in it masked; what needs no mask is given back as it is.

    A class that knows more than its texts tell says so in a method of this name.

    >>> masked(("负责人：张某", ("填报人", "张某"), 3))
    ('负责人：＊＊', ('填报人', '＊＊＊'), 3)
    """
    return cast("_T", _masked(thing, names))


def _masked(thing: object, names: Names) -> object:
    found = thing
    match thing:
        case str():
            found = shown_text(thing, names)
        case tuple():
            found = _tuple(thing, names)
        case Origin() | type() | Enum():
            pass
        case Value():
            found = _value(thing, names)
        case Finding():
            found = _finding(thing, names)
        case _ if has(type(thing)):
            own = getattr(thing, "masked", None)
            found = masked_parts(thing, names) if own is None else own(names)
    return found


def masked_parts(thing: _T, names: Names) -> _T:
    """An object with what stands in its attributes masked."""
    whole = cast("AttrsInstance", thing)
    changes = {}
    for one in fields(type(whole)):
        held = getattr(whole, one.name)
        if not one.init or one.name in _KEPT or isinstance(held, int | type(None)):
            continue
        new = _masked(held, names)
        if new is not held:
            changes[one.name.removeprefix("_")] = new
    return cast("_T", evolve(whole, **changes)) if changes else thing  # type: ignore[misc]


def _value(value: Value, names: Names) -> Value:
    """A value; one of figures is read again without what reaches a person: figures stay."""
    if not isinstance(value, Comparison | Range):
        return masked_parts(value, names)
    shown = shown_text(value.text, names)
    return value if shown == value.text else parse_value(shown)


def _finding(one: Finding, names: Names) -> Finding:
    """A finding; where it speaks of a label of a person, what was written there is hidden whole."""
    told = (*(text for _, text in one.context), one.where.column or "")
    if one.raw and any(map(is_personal_label, told)):
        context = tuple((name, text.replace(one.raw, MASK)) for name, text in one.context)
        text = one.text and one.text.replace(one.raw, MASK)
        one = evolve(one, raw=MASK, context=context, text=text)
    return masked_parts(one, names)


def _tuple(several: tuple[object, ...], names: Names) -> tuple[object, ...]:
    match several:
        case (str(name), str(text)) if text and is_personal_label(name):
            return (name, MASK)
    found = tuple(_masked(one, names) for one in several)
    same = all(new is old for new, old in zip(found, several, strict=True))
    return several if same else found


def shown_text(text: str, names: Names = ()) -> str:
    """A text as it may be shown, these names hidden in it too.

    >>> shown_text("张某 联系电话 0513-00000000", ("张某",))
    '＊＊ 联系电话 ＊＊＊＊＊＊＊＊＊＊＊＊＊'
    """
    held = mask_text(text)
    pattern = _pattern(names)
    return pattern.sub(lambda match: hidden(match[0]), held) if pattern else held


@lru_cache(maxsize=64)
def _pattern(names: Names) -> re.Pattern[str] | None:
    several = sorted({one for one in names if one}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, several))) if several else None


def texts_in(thing: object) -> Iterator[str]:
    """Every text that stands in a thing and may be masked."""
    match thing:
        case str():
            yield thing
        case tuple():
            for one in thing:
                yield from texts_in(one)
        case Origin() | type():
            return
        case _ if has(type(thing)):
            for part in fields(type(cast("AttrsInstance", thing))):
                if part.name not in _KEPT:
                    yield from texts_in(getattr(thing, part.name))


def masked_spots(cells: Iterable[tuple[Origin, str]]) -> dict[Origin, str]:
    """The texts of cells that stand behind or below a cell that is a label of a person.

    They come masked, by their place; what is no name and no number is not among them.

    >>> held = [(Origin(row=1, column=1), "项目负责人"), (Origin(row=1, column=2), "张某")]
    >>> list(masked_spots(held).values())
    ['＊＊']
    """
    several = sorted(dict(cells).items(), key=lambda one: _place(one[0]))
    grid = {(one.sheet, one.page, one.row, one.column): (one, text) for one, text in several}
    found: dict[Origin, str] = {}
    waiting = ""
    last: Origin | None = None
    count = 0
    for place, text in several:
        if last is not None and not _follows(last, place):
            waiting, count = "", 0
        last = place
        if ends_in_label(text):
            count += 1
            waiting = f"{waiting} {text}" if waiting else text
            below = _below(grid, place, text)
            found.update(below)
            continue
        if waiting:
            shown = _behind(waiting, text)
            count -= 1
            if shown != text:
                found[place] = shown
            if shown == text or count <= 0:
                waiting, count = "", 0
    return found


def _place(one: Origin) -> tuple[object, ...]:
    return (one.sheet or "", one.page or 0, one.line or 0, one.row or 0, one.column or 0)


def _follows(last: Origin, place: Origin) -> bool:
    """Whether a cell may hold what the one before asks for: in its row, or on one of the lines."""
    if (last.sheet, last.page) != (place.sheet, place.page):
        return False
    if last.row is not None:
        return last.row == place.row
    return (place.line or 0) - (last.line or 0) <= _LINES


_LINES = 4
"""Lines that may stand empty between a label and what it asks for."""


def _behind(label: str, text: str) -> str:
    joined = f"{label.rstrip()} {text}"
    start = len(joined) - len(text)
    return mask_text(joined)[start:]


def _below(
    grid: dict[tuple[str | None, int | None, int | None, int | None], tuple[Origin, str]],
    place: Origin,
    label: str,
) -> dict[Origin, str]:
    """What stands in the rows below a label, as long as it is what the label asks for."""
    found: dict[Origin, str] = {}
    if place.row is None or not is_personal_label(label):
        return found
    row = place.row
    while (held := grid.get((place.sheet, place.page, row + 1, place.column))) is not None:
        at, text = held
        shown = _behind(label, text)
        if ends_in_label(text) or shown == text or label_spots(text):
            break
        found[at] = shown
        row += 1
    return found


def told_by(text: str) -> Names:
    """The names and numbers in a text that a label of a person stands before: all that is sure."""
    return (*sure_names(text), *numbers_in(text))


def names_in(texts: Iterable[str]) -> Names:
    """The names that stand behind labels in these texts."""
    return tuple(dict.fromkeys(name for text in texts for name in names_behind(text)))
