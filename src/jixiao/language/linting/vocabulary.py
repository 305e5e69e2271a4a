"""Whether scales, synonyms, units and kinds name what there is (R02, R09, R15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.language.words import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jixiao.findings import Finding
    from jixiao.language.places import Places
    from jixiao.rules import KindRule, Ruleset
    from jixiao.source import Origin

__all__ = ["check_kinds", "check_vocabulary", "unit_known", "unknown"]


def unknown(places: Places, origin: Origin, word: str, known: Iterable[str]) -> Finding:
    """R02: a word that nothing is called, with the nearest that is."""
    return places.doubt_word("R02", origin, word, nearest=nearest(word, known) or "")


def check_vocabulary(ruleset: Ruleset, places: Places) -> Iterator[Finding]:
    """Grades said twice, synonyms of nothing or of two, units of nothing."""
    words = ruleset.vocabulary
    grades = {grade for scale in words.scales for grade in scale.grades}
    for scale in words.scales:
        for grade in sorted({one for one in scale.grades if scale.grades.count(one) > 1}):
            what = f"等级“{scale.name}”里“{grade}”写了两次"
            yield places.doubt("R09", scale.origin, scale.name, what=what)
    taken: dict[str, str] = {}
    for synonym in words.synonyms:
        if synonym.word not in grades:
            yield unknown(places, synonym.origin, synonym.word, sorted(grades))
        for other in synonym.others:
            if taken.setdefault(other, synonym.word) != synonym.word or other in grades:
                owner = taken[other] if other not in grades else "等级里的一档"
                what = (
                    f"“{other}”已经是“{owner}”的同义词"
                    if other not in grades
                    else (f"“{other}”本身是等级里的一档，不能再作“{synonym.word}”的同义词")
                )
                yield places.doubt("R09", places.of_word(other, synonym.origin), other, what=what)
    for unit in words.units:
        if unit.base is not None and not unit_known(ruleset, unit.base):
            yield unknown(places, unit.origin, unit.base, ())


def unit_known(ruleset: Ruleset, unit: str) -> bool:
    """Whether a unit is known to all, or declared by the ruleset."""
    from jixiao.units import parse_unit

    return parse_unit(unit).known or any(unit in one.names for one in ruleset.vocabulary.units)


def check_kinds(
    ruleset: Ruleset, kinds: Sequence[KindRule], origin: Origin, places: Places
) -> Iterator[Finding]:
    """Scales that kinds name."""
    for kind in kinds:
        if kind.scale is None:
            continue
        if kind.kind != "等级":
            what = f"“{kind.kind}”后面不能写等级的名称“{kind.scale}”，只有“等级”可以"
            yield places.doubt("R15", places.of_word(kind.scale, origin), kind.scale, what=what)
        elif ruleset.vocabulary.scale(kind.scale) is None:
            known = [scale.name for scale in ruleset.vocabulary.scales]
            yield unknown(places, origin, kind.scale, known)
