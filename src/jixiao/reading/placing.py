"""The form's fixed tree laid over the rows: a 三级 under another parent, and one that was lost.

A name that the form fixes stands where the form has it; where it was found is said. A lost name is
put back only where the form proves it, proposed where it is a guess, and never made up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.reading.doubts import Doubt
from jixiao.reading.fitting import Need
from jixiao.reading.forms import Form, Place, level_key
from jixiao.reading.grid import key
from jixiao.tables import RowStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jixiao.reading.drafts import Draft, DraftSlot

__all__ = ["place_rows"]


def place_rows(
    drafts: Sequence[Draft], slots: Sequence[DraftSlot], form: Form
) -> tuple[Draft, ...]:
    """The rows under their right parents, with lost names put back or proposed."""
    if not form.fixed:
        return tuple(_nameless(draft) for draft in drafts)
    printed = _printed_names(drafts, slots)
    at_home = {
        (name, place)
        for draft in drafts
        if draft.level3
        for name in [key(draft.level3)]
        for place in form.level3.get(name, ())
        if _stands(draft, place)
    }
    placed = [_place(draft, form, at_home, printed) for draft in drafts]
    taken = {
        place
        for draft in placed
        if draft.level3
        for place in form.places(draft.level3)
        if _stands(draft, place)
    }
    result: list[Draft] = []
    for draft in placed:
        restored, used = _restore(draft, form, taken, printed)
        if used is not None:
            taken.add(used)
        result.append(restored)
    return tuple(result)


def _printed_names(
    drafts: Iterable[Draft], slots: Iterable[DraftSlot]
) -> dict[tuple[str, ...], str]:
    """How the table itself prints a level name, by the name as compared."""
    names: dict[tuple[str, ...], str] = {}
    levels = [(one.level1, one.level2) for one in drafts]
    levels += [(one.level1, one.level2) for one in slots]
    for level1, level2 in levels:
        names.setdefault((level_key(level1),), level1)
        names.setdefault((level_key(level1), level_key(level2)), level2)
    return names


def _stands(draft: Draft, place: Place) -> bool:
    return (level_key(draft.level1), level_key(draft.level2)) == (
        level_key(place.level1),
        level_key(place.level2),
    )


def _under(draft: Draft, place: Place, printed: dict[tuple[str, ...], str]) -> Draft:
    first, second = level_key(place.level1), level_key(place.level2)
    return evolve(
        draft,
        level1=printed.get((first,), place.level1),
        level2=printed.get((first, second), place.level2),
    )


def _path(*names: str) -> str:
    return "›".join(name for name in names if name) or "（未印出）"


def _place(
    draft: Draft,
    form: Form,
    at_home: set[tuple[str, Place]],
    printed: dict[tuple[str, ...], str],
) -> Draft:
    if not draft.level3 or draft.status is RowStatus.UNREAD:
        return draft
    name = key(draft.level3)
    places = form.level3.get(name, ())
    if not places or any(_stands(draft, place) for place in places):
        return draft
    vacant = [place for place in places if (name, place) not in at_home]
    if len(vacant) != 1:
        displaced = any(_words(draft) and _words(draft) <= one.expected for one in places)
        if level_key(draft.level2) not in form.fixed and not displaced:
            return draft
        return draft.doubted(
            RowStatus.SUSPECTED,
            "T21",
            name=draft.level3,
            found=_path(draft.level1, draft.level2),
        )
    place = vacant[0]
    moved = _under(draft, place, printed)
    # What was doubtful about the printed parent no longer matters: the name decides.
    kept = tuple(doubt for doubt in moved.doubts if doubt.code not in {"T16", "T17", "T19"})
    return evolve(moved, doubts=kept).doubted(
        RowStatus.MOVED,
        "T11",
        name=draft.level3,
        found=_path(draft.level1, draft.level2),
        placed=_path(place.level1, place.level2),
    )


def _nameless(draft: Draft) -> Draft:
    if draft.level3 is not None:
        return draft
    lost = Doubt(RowStatus.SUSPECTED, "T14", (("value", _value(draft)),))
    return evolve(draft, level3="", doubts=(*draft.doubts, lost))


def _value(draft: Draft) -> str:
    words = (one.token.text for one in draft.cells if one.layout.need is Need.VALUE)
    return "、".join(dict.fromkeys(words))


def _words(draft: Draft) -> set[str]:
    """The values of a row as compared."""
    return {key(one.token.text) for one in draft.cells if one.layout.need is Need.VALUE}


def _restore(
    draft: Draft, form: Form, taken: set[Place], printed: dict[tuple[str, ...], str]
) -> tuple[Draft, Place | None]:
    if draft.level3 is not None:
        return draft, None
    words = _words(draft)
    vacant = [
        place
        for place in form.fixed.get(level_key(draft.level2), ())
        if _stands(draft, place) and place not in taken
    ]
    proved = [place for place in vacant if words and words <= place.expected]
    if len(proved) == 1:
        name = proved[0].level3
        found = evolve(draft, level3=name).doubted(
            RowStatus.RESTORED, "T12", name=name, value=_value(draft), parent=draft.level2
        )
        return found, proved[0]
    if not proved:
        anywhere = [
            place
            for places in form.fixed.values()
            for place in places
            if place not in taken and words and words <= place.expected
        ]
        if len(anywhere) == 1:
            proposed = _under(draft, anywhere[0], printed)
            return _proposed(proposed, anywhere[0], draft), anywhere[0]
        if len(vacant) == 1 and not vacant[0].expected:
            return _proposed(draft, vacant[0], draft), vacant[0]
    return _nameless(draft), None


def _proposed(draft: Draft, place: Place, before: Draft) -> Draft:
    return evolve(draft, level3=place.level3).doubted(
        RowStatus.SUSPECTED,
        "T13",
        name=place.level3,
        value=_value(draft),
        found=_path(before.level1, before.level2),
        placed=_path(place.level1, place.level2),
    )
