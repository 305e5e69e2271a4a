"""【词汇】: scales, synonyms, units and phrases in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.language.assembling.workshop import Section, nodes
from jixiao.rules import Phrase, Scale, Synonym, UnitRule, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["vocabulary_of"]


def vocabulary_of(sections: Sequence[Section]) -> Vocabulary:
    """The words of all sections."""
    return Vocabulary(
        nodes(sections, Scale),
        nodes(sections, Synonym),
        nodes(sections, UnitRule),
        nodes(sections, Phrase),
    )
