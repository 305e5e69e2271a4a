"""【词汇】 inherited: each scale, synonym, unit and phrase is replaced as a whole."""

from __future__ import annotations

from jixiao.inheritance.merging import Inheritance, replace
from jixiao.rules import Vocabulary

__all__ = ["vocabulary_of"]


def vocabulary_of(work: Inheritance, ours: Vocabulary, theirs: Vocabulary) -> Vocabulary:
    """The words of both."""
    return Vocabulary(
        work.merge(
            ours.scales,
            theirs.scales,
            lambda one: (one.name,),
            lambda one: f"等级 {one.name}",
            replace,
        ),
        work.merge(
            ours.synonyms,
            theirs.synonyms,
            lambda one: (one.word,),
            lambda one: f"同义 {one.word}",
            replace,
        ),
        work.merge(
            ours.units,
            theirs.units,
            lambda one: one.names,
            lambda one: f"单位 {one.names[0]}",
            replace,
        ),
        work.merge(
            ours.phrases,
            theirs.phrases,
            lambda one: (one.name,),
            lambda one: f"短语 {one.name}",
            replace,
        ),
    )
