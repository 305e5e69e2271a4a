"""The 一级 and 二级 in force on a row of indicators, and what is doubtful about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.reading.doubts import Doubt
from jixiao.reading.fitting import Need
from jixiao.reading.forms import Form, level_key
from jixiao.reading.labels.weighted import split_weight
from jixiao.tables import RowStatus

if TYPE_CHECKING:
    from jixiao.reading.alignment import Aligned, Slotted

__all__ = ["Parents", "label_text", "parents_of", "under"]


def label_text(text: str) -> str:
    """A label as printed, without the white space of the layout and the weight behind it.

    >>> label_text(" 社会 效益 "), label_text("产出指标（50分）"), label_text("指标（甲）")
    ('社会效益', '产出指标', '指标（甲）')
    """
    label, weight = split_weight(text)
    return "".join(text.split()) if weight is None else label


@frozen
class Parents:
    """The 一级 and 二级 in force, and whether the 一级 was printed or had to be inferred."""

    level1: str = ""
    level2: str = ""
    inferred: bool = False
    foreign1: str = ""
    foreign2: str = ""
    """The labels in force that the form does not know, where it names all its levels."""
    either: str = ""
    """The 二级 in force, where it may as well be a 一级 and stood beside its column."""


def parents_of(before: Parents, aligned: Aligned, form: Form) -> tuple[Parents, tuple[Doubt, ...]]:
    """The 一级 and 二级 in force on a row, and what is doubtful about them."""
    first, second = aligned.of(Need.LEVEL1), aligned.of(Need.LEVEL2)
    level1, level2, inferred = before.level1, before.level2, before.inferred
    foreign1, foreign2 = before.foreign1, before.foreign2
    either = "" if first or second else before.either
    if first is not None and _may_be_level2(before, aligned, form):
        level2 = either = label_text(first.token.text)
    elif first is not None:
        foreign1 = _foreign(first, known=form.is_level1(first.token.text), form=form)
        foreign2 = ""
        level1, inferred = label_text(first.token.text), False
        if second is None:
            level2 = ""
    if second is not None:
        foreign2 = _foreign(second, known=form.is_level2(second.token.text), form=form)
        level2 = label_text(second.token.text)
        allowed = form.parents(level2)
        if first is None and not _fits(level1, allowed, form):
            level1, inferred = _as_printed(allowed[0], before.level1, form), True
            foreign1 = ""
    doubts = tuple(
        Doubt(RowStatus.SUSPECTED, "T35", (("name", name),))
        for name in (foreign1, foreign2)
        if name
    )
    if either:
        doubts = (*doubts, Doubt(RowStatus.SUSPECTED, "T93", (("name", either),)))
    allowed = form.parents(level2) if level2 else ()
    if not _fits(level1, allowed, form):
        at_odds = (("parent", level1), ("child", level2))
        doubts = (*doubts, Doubt(RowStatus.SUSPECTED, "T19", at_odds))
    if inferred:
        context = (("parent", level1), ("child", level2))
        doubts = (*doubts, Doubt(RowStatus.RESTORED, "T16", context))
    return Parents(level1, level2, inferred, foreign1, foreign2, either), doubts


def under(before: Parents, level1: str | None, level2: str | None) -> Parents:
    """What is in force behind the row of a sum that has labels of the tree too."""
    if level1 is not None:
        return Parents(label_text(level1), label_text(level2 or ""))
    return before if level2 is None else evolve(before, level2=label_text(level2))


def _may_be_level2(before: Parents, aligned: Aligned, form: Form) -> bool:
    """Whether the 一级 of a row beside its columns is as well a 二级 of the 一级 in force."""
    first = aligned.of(Need.LEVEL1)
    if first is None or aligned.of(Need.LEVEL2) is not None or not aligned.shifted:
        return False
    parents = form.parents(first.token.text) if form.is_level2(first.token.text) else ()
    return level_key(before.level1) in {level_key(one) for one in parents}


def _fits(level1: str, allowed: tuple[str, ...], form: Form) -> bool:
    """Whether a 二级 may stand under a 一级, as far as the form or the field can tell.

    A form that nobody knows may name its 一级 as it likes (项目完成, 产出目标).
    """
    if not allowed or level_key(level1) in {level_key(one) for one in allowed}:
        return True
    return bool(level1) and not form.closed and not form.is_level1(level1)


def _foreign(label: Slotted, *, known: bool, form: Form) -> str:
    """The text of a label that a form which names all its levels does not know, else nothing."""
    return label.token.text if form.closed and not known else ""


def _as_printed(name: str, neighbour: str, form: Form) -> str:
    """An inferred 一级 in the form's words, or with 指标 where the table's own names have it."""
    if level_key(name) in form.level1 or not neighbour.endswith("指标"):
        return name
    return f"{name}指标"
