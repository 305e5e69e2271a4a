"""达成程度: how far words attain words, by the scales of the ruleset.

The actual's own word of attainment first; else the same grade or better is 达成, one below
部分达成, lower 未达成; anything else is for an assessor to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.source import squeeze
from jixiao.values import Actual, Qualitative, Trend, Value

if TYPE_CHECKING:
    from jixiao.rules import Ruleset, Scale, Vocabulary

__all__ = ["Attained", "attained", "grades_of", "scale_of"]

SCALE = "达成程度"
_GRADES = ("达成", "部分达成", "未达成")
_RANK = {"full": 0, "basic": 0, "partial": 1, "none": 2}
_NO = {"是": frozenset({"否", "不是"}), "有": frozenset({"无", "没有"})}
_TRENDS = {
    "up": frozenset({"up"}),
    "down": frozenset({"down"}),
    "not_down": frozenset({"not_down", "up", "steady", "better"}),
    "not_up": frozenset({"not_up", "down", "steady"}),
    "steady": frozenset({"steady"}),
    "better": frozenset({"better", "up"}),
}
_OPPOSITE = {"up": "down", "down": "up", "not_down": "down", "not_up": "up", "better": "down"}


@frozen
class Attained:
    """The grade reached, None where it cannot be said, and why, as a piece of the catalogue."""

    grade: str | None
    why: str


def grades_of(rules: Ruleset) -> tuple[str, ...]:
    """The grades of 达成程度, best first.

    >>> from jixiao.rules import Ruleset
    >>> grades_of(Ruleset(id="试验-2024", title="试验"))
    ('达成', '部分达成', '未达成')
    """
    scale = rules.vocabulary.scale(SCALE)
    return _GRADES if scale is None else scale.grades


def scale_of(word: str, vocabulary: Vocabulary) -> Scale | None:
    """The first scale that has a word, or the grade it stands for."""
    grade = vocabulary.grade(squeeze(word))
    return next((one for one in vocabulary.scales if grade in one.grades), None)


def attained(target: Value, actual: Actual, rules: Ruleset) -> Attained:  # noqa: PLR0911
    """How far an actual in words attains a target in words; the first rule that says so decides."""
    grades = grades_of(rules)
    words, aim = _word(actual.value, actual.text), _word(target, target.text)
    own = rules.vocabulary.grade(words)
    if own in grades:
        return Attained(own, "E115")
    if actual.attainment is not None:
        return Attained(grades[min(_RANK[actual.attainment], len(grades) - 1)], "E115")
    if actual.done is False:
        return Attained(grades[-1], "E115")
    if actual.done and "完成" in aim and not any(word in aim for word in ("按时", "及时", "按期")):
        return Attained(grades[0], "E115")
    if words == aim:
        return Attained(grades[0], "E116")
    if words in _NO.get(aim, ()):
        return Attained(grades[-1], "E118")
    if isinstance(target, Trend) and isinstance(actual.value, Trend) and target.change is None:
        return _trend(target, actual.value, grades)
    return _graded(rules.vocabulary.grade(aim), own, rules.vocabulary, grades)


def _word(value: Value, text: str) -> str:
    word = value.word if isinstance(value, Qualitative) else text or str(value)
    return squeeze(word).rstrip("。.;；")


def _trend(target: Trend, actual: Trend, grades: tuple[str, ...]) -> Attained:
    if actual.direction in _TRENDS.get(target.direction, ()):
        return Attained(grades[0], "E116")
    if actual.direction == _OPPOSITE.get(target.direction):
        return Attained(grades[-1], "E118")
    return Attained(None, "E119")


def _graded(aim: str, own: str, vocabulary: Vocabulary, grades: tuple[str, ...]) -> Attained:
    for scale in vocabulary.scales:
        if aim in scale.grades and own in scale.grades:
            below = scale.grades.index(own) - scale.grades.index(aim)
            if below <= 0:
                return Attained(grades[0], "E116")
            one = below == 1 and len(grades) >= len(_GRADES)
            return Attained(grades[1] if one else grades[-1], "E117" if one else "E118")
    return Attained(None, "E119")
