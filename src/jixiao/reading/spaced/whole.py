"""How sure a row is that was laid over its columns: each cell one word, none missing or torn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.parsing import parse_value
from jixiao.reading.fitting import PARENTS, Need
from jixiao.reading.fragments import joined
from jixiao.reading.grid import key
from jixiao.reading.labels import BASIS_WORDS, CLASS_WORDS
from jixiao.reading.spaced.fit import is_figure_word, is_value
from jixiao.reading.tokens import Kind, kind_of_value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jixiao.reading.forms import Form
    from jixiao.reading.fragments import Piece

__all__ = ["StreamRow", "Unit", "is_basis", "told_rows"]

_DOTS = re.compile(r"[.…·]{2,}")


@frozen
class Unit:
    """A word or a label put together: its pieces, whether a line begins with it, and where."""

    pieces: tuple[Piece, ...]
    begins: bool = False

    @property
    def text(self) -> str:
        """What it says."""
        return joined(self.pieces)

    @property
    def line(self) -> int:
        """The line that it begins on."""
        return self.pieces[0].origin.line or 0


@frozen
class StreamRow:
    """A row by columns, each cell of some words, and whether no other row could be meant."""

    held: Mapping[int, tuple[Unit, ...]]
    whole: bool
    valued: bool
    """Whether each value is a number or a word of a known scale, and the name is none."""
    lined: bool = False
    """Whether it is a line of the text, and all of it."""
    sound: bool = False
    """Whether no piece of it can stand in the rows beside it."""

    @property
    def first(self) -> Piece:
        """The piece that it begins with."""
        return self.held[min(self.held)][0].pieces[0]


def told_rows(
    rows: Sequence[dict[int, list[Unit]]], needs: Sequence[Need], form: Form
) -> list[StreamRow]:
    """The rows, each with how sure it is: a text behind the figures may be a name that was torn."""
    figured = [at for at, need in enumerate(needs) if need in {Need.NUMBER, Need.VALUE}]
    reasons = {at for at, need in enumerate(needs) if need is Need.TEXT and at > figured[-1]}
    found: list[StreamRow] = []
    torn = False
    for place, row in enumerate(rows):
        texts = any(_is_torn([one for one in row[at] if one.text]) for at in reasons & set(row))
        whole = not torn and not texts and _is_whole(row, needs, form)
        held = {at: tuple(own) for at, own in sorted(row.items())}
        lined = _is_lined(row) and (place + 1 == len(rows) or _first(rows[place + 1]).begins)
        found.append(StreamRow(held, whole, whole and _is_valued(row, needs), lined))
        torn = texts
    sound = [_is_sound(found, place, needs, form) for place in range(len(found))]
    return [evolve(one, sound=own) for one, own in zip(found, sound, strict=True)]


def _is_sound(rows: Sequence[StreamRow], place: int, needs: Sequence[Need], form: Form) -> bool:
    """Whether no piece of a row can be in the rows beside it: a label parts them, or they end."""
    row = rows[place]
    after = rows[place + 1] if place + 1 < len(rows) else None
    before = rows[place - 1] if place else None
    return (before is None or _is_labelled(row, needs, form) or _is_ended(row, before)) and (
        after is None or _is_labelled(after, needs, form) or _is_ended(row, after)
    )


def _is_labelled(row: StreamRow, needs: Sequence[Need], form: Form) -> bool:
    first = min(row.held)
    return needs[first] in PARENTS and _is_label(row.held[first][0].text, form)


def _is_ended(row: StreamRow, other: StreamRow) -> bool:
    """Whether a row beside another has all its cells and no piece more."""
    texts = [unit.text for own in other.held.values() for unit in own if unit.text]
    empty = all(_DOTS.fullmatch(text) for text in texts)
    return other.valued or empty or (row.lined and other.lined and other.whole)


def _is_whole(row: Mapping[int, Sequence[Unit]], needs: Sequence[Need], form: Form) -> bool:
    """Whether each cell is one word, none is missing, and none is a label that stands elsewhere."""
    if any(len(own) > 1 for own in row.values()):
        return False
    if all(needs[at] in PARENTS or not own[0].text for at, own in row.items()):
        return True
    asked = {Need.LEVEL3, Need.VALUE, Need.NUMBER}
    if any(need in asked and at not in row for at, need in enumerate(needs)):
        return False
    name = row[needs.index(Need.LEVEL3)][0].text
    texts = [row[at][0].text for at, need in enumerate(needs) if need is Need.VALUE]
    texts = [one for one in texts if one]
    two = Need.LEVEL2 in needs and needs.index(Need.LEVEL2) in row
    if any(_is_label(one, form) for one in (*texts, *(() if two else (name,)))):
        return False
    values = [_is_number(one) for one in texts]
    return (_DOTS.fullmatch(name) is not None or not _is_number(name)) and values == sorted(
        values, reverse=True
    )


def _is_torn(own: Sequence[Unit]) -> bool:
    """Whether a text behind the figures may be a piece of another cell; a basis is none."""
    return len(own) > 1 or bool(own and not is_basis(own[0].text))


def is_basis(text: str) -> bool:
    """Whether a text is what a target rests on, or a class: 计划标准."""
    name = key(text)
    return name in BASIS_WORDS or name in CLASS_WORDS


def _first(row: Mapping[int, Sequence[Unit]]) -> Unit:
    return row[min(row)][0]


def _is_lined(row: Mapping[int, Sequence[Unit]]) -> bool:
    """Whether a row begins with its line and has no other."""
    lines = {piece.origin.line for own in row.values() for unit in own for piece in unit.pieces}
    return _first(row).begins and len(lines) == 1


def _is_label(text: str, form: Form) -> bool:
    return form.is_level1(text) or form.is_level2(text)


def _is_number(text: str) -> bool:
    return is_figure_word(text) or is_value(text)


def _is_valued(row: Mapping[int, Sequence[Unit]], needs: Sequence[Need]) -> bool:
    """Whether each value is a value for certain."""
    return all(
        kind_of_value(parse_value(key(own[0].text))) in {Kind.VALUE, Kind.WORD}
        for at, own in row.items()
        if needs[at] is Need.VALUE and own[0].text
    )
