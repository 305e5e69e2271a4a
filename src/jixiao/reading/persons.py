"""Fields that run on into the label of a person: 某镇道路 项目负责人及电话 某人 is two fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.personal import is_personal, label_spots, last_label
from jixiao.reading.grid import key
from jixiao.tables import Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jixiao.reading.forms import Form

__all__ = ["persons_apart"]

_LONGEST = 120
"""A longer text is prose: what it says of persons is a part of it."""
_BETWEEN = " \t\r\n\u3000,，;；、|｜:："


def persons_apart(fields: Iterable[Field], form: Form) -> Iterator[Field]:
    """The fields in their order, each that runs on cut before the label of a person.

    >>> from jixiao.reading.forms import compile_form
    >>> field = Field("项目名称", "某镇道路 项目负责人及电话 张某 0513-00000000 主管部门 某局")
    >>> [one.name for one in persons_apart([field], compile_form(None, None))]
    ['项目名称', '项目负责人及电话', '主管部门']
    """
    for one in fields:
        if is_personal(one.name) or len(one.text) > _LONGEST or "。" in one.text:
            yield one
        else:
            yield from _apart(one, form)


def _apart(one: Field, form: Form) -> Iterator[Field]:
    text = one.text
    last = last_label(text)
    marks = [(start, end) for start, end, _ in label_spots(text)]
    stop = label_spots(text)[-1][2] if marks else 0
    if not marks and last is None:
        yield one
        return
    marks += [(last, len(text))] if last is not None and last >= stop else []
    first = marks[0][0]
    yield Field(one.name, text[:first].strip(_BETWEEN), one.origin)
    ends = [*(start for start, _ in marks[1:]), len(text)]
    for (start, end), limit in zip(marks, ends, strict=True):
        told, others = _others(text[end:limit].strip(_BETWEEN), form)
        yield Field(key(text[start:end]).rstrip(":"), told, one.origin)
        if others is not None:
            yield Field(others[0], others[1], one.origin)


def _others(text: str, form: Form) -> tuple[str, tuple[str, str] | None]:
    """What belongs to the person, and the field that a known label opens behind it."""
    words = text.split()
    for at, word in enumerate(words):
        name = form.field_name(word) if at else None
        if name is not None and not is_personal(name):
            return " ".join(words[:at]), (name, " ".join(words[at + 1 :]))
    return text, None
