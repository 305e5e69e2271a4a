"""Targets in words held against words: one case for the grade reached, or for each that may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.scoring.attainment import attained, grades_of
from jixiao.scoring.steps import step
from jixiao.scoring.subject import Assessment, Case
from jixiao.values import doubt

if TYPE_CHECKING:
    from jixiao.scoring.subject import Subject

__all__ = ["with_grades", "words"]


def with_grades(found: Assessment, subject: Subject) -> Assessment:
    """The cases with the 达成程度 that follow from whether they were met."""
    grades = grades_of(subject.rules)
    follows: dict[bool | None, tuple[str, ...]] = {True: grades[:1], False: grades[1:]}
    cases = tuple(
        one if one.grades else evolve(one, grades=follows.get(one.met, grades))
        for one in found.cases
    )
    return evolve(found, cases=cases)


def words(subject: Subject) -> Assessment:
    """How far the words filed attain the words set; every grade where that cannot be said."""
    grades = grades_of(subject.rules)
    found = attained(subject.target, subject.actual, subject.rules)
    if found.grade is None:
        why = doubt(
            "E45",
            actual=subject.actual.text,
            target=subject.target.text or str(subject.target),
        )
        cases = tuple(Case(met=one == grades[0], grades=(one,)) for one in grades)
        return Assessment(
            cases=cases,
            reasons=(why,),
            steps=(step("E75", "无法判断", why=found.why),),
        )
    met = found.grade == grades[0]
    return Assessment(
        cases=(Case(met=met, grades=(found.grade,)),),
        steps=(step("E75", found.grade, why=found.why),),
        met=met,
    )
