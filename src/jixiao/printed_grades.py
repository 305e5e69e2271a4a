"""The grade that a self-evaluation prints: 自评等级 良, 评价结论：优, or a box that is ticked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.source import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["is_grade_name", "printed_grade"]

_NAME = re.compile(r"[^:]{0,8}(等级|等次|级别|结论|档次)")
_GRADE = r"优秀|优良|良好|中等|较差|优|良|中|差|不合格|合格|[A-D]级?"
_WHOLE = re.compile(rf"[“\"(]?({_GRADE})[”\")]?[。.]?")
_SAID = re.compile(rf"(?:等级|等次|结论|结果|档次|评定|评)[为是:]*[“\"]?({_GRADE})(?![好秀异等])")
_TICKS = "☑■√✓✔☒▣●◉"
_BOXES = "□☐○〇◯"
_BEFORE = re.compile(rf"[{_TICKS}]\)?({_GRADE})")
_BEHIND = re.compile(rf"({_GRADE})[(\[]?[{_TICKS}]")


def is_grade_name(name: str) -> bool:
    """Whether a label stands before a grade.

    >>> is_grade_name("自评等级"), is_grade_name("评价结论："), is_grade_name("项目级次")
    (True, True, False)
    """
    return _NAME.fullmatch(squeeze(name).rstrip(":")) is not None


def printed_grade(fields: Iterable[tuple[str, str]], beside: Iterable[str] = ()) -> str | None:
    """The grade in the labelled texts of a table; None where none is printed, or none for certain.

    A text that says more than a grade counts only where it names one: 综合评定等级为“优”. Texts
    `beside` an overall score have no label and count where they are a grade and nothing more.

    >>> printed_grade([("项目名称", "良种补贴"), ("自评等级", "良")])
    '良'
    >>> printed_grade([("评价结论", "自评得分96.5分，等级为“优”。")])
    '优'
    >>> printed_grade([("自评等级", "□优 ☑良 □中 □差")]), printed_grade([("自评等级", "□优 □良")])
    ('良', None)
    """
    found = (_grade(text) for name, text in fields if is_grade_name(name))
    wholes = (_WHOLE.fullmatch(squeeze(text)) for text in beside)
    alone = (match[1] for match in wholes if match is not None)
    return next((one for one in (*found, *alone) if one is not None), None)


def _grade(text: str) -> str | None:
    bare = squeeze(text)
    whole = _WHOLE.fullmatch(bare)
    if whole is not None:
        return whole[1]
    boxes = any(mark in bare for mark in _TICKS + _BOXES)
    pattern = (_BEFORE if _ticked_before(bare) else _BEHIND) if boxes else _SAID
    grades = set(pattern.findall(bare))
    return grades.pop() if len(grades) == 1 else None


def _ticked_before(text: str) -> bool:
    """Whether the boxes stand before their grades: ☑优, not 优☑."""
    first = re.search(rf"[{_TICKS}{_BOXES}]|{_GRADE}", text)
    return first is not None and first[0] in _TICKS + _BOXES
