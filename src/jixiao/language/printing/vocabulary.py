"""【词汇】 as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.expressions.text import expression_text, name_text, names_text, number_text
from jixiao.language.printing.marks import change_text, heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.rules import Phrase, Scale, Synonym, UnitRule, Vocabulary

__all__ = ["phrase_text", "scale_text", "synonym_text", "unit_text", "vocabulary_lines"]


def vocabulary_lines(words: Vocabulary) -> Iterator[str]:
    """The section, if there is anything in it."""
    lines = [scale_text(one) for one in words.scales]
    lines += [synonym_text(one) for one in words.synonyms]
    lines += [unit_text(one) for one in words.units]
    lines += [phrase_text(one) for one in words.phrases]
    yield from heading("【词汇】", lines)


def scale_text(scale: Scale) -> str:
    """等级: the grades, best first."""
    said = f"{change_text(scale.change)}等级 {name_text(scale.name)}"
    grades = " ＞ ".join(name_text(grade) for grade in scale.grades)
    return said + (f"：{grades}" if grades else "")


def synonym_text(synonym: Synonym) -> str:
    """同义: other words for a grade."""
    said = f"{change_text(synonym.change)}同义 {name_text(synonym.word)}"
    return said + (f"：{names_text(synonym.others)}" if synonym.others else "")


def unit_text(unit: UnitRule) -> str:
    """单位: names, and what one of it is."""
    said = f"{change_text(unit.change)}单位 {names_text(unit.names)}"
    if unit.factor is not None and unit.base is not None:
        said += f" = {number_text(unit.factor)} {name_text(unit.base)}"
    return said


def phrase_text(phrase: Phrase) -> str:
    """短语: a name for an expression."""
    said = f"{change_text(phrase.change)}短语 {name_text(phrase.name)}"
    if phrase.expression is not None:
        said += f" = {expression_text(phrase.expression)}"
    return said
