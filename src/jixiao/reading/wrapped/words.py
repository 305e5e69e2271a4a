"""The words by which wrapped text is told apart: levels, headers, labels, ends of rows."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve, frozen

from jixiao.level_names import LEVEL1_NAMES, LEVEL2_PARENTS
from jixiao.reading.forms import Form, compile_form
from jixiao.reading.grid import key
from jixiao.reading.labels import (
    BASIS_WORDS,
    CLASS_WORDS,
    FIELD_LABELS,
    LEVEL_HEADERS,
    PLAIN_HEADERS,
    ROLE_HEADERS,
    role_of_header,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from jixiao.rules import Ruleset

__all__ = ["SIDE_LABELS", "Words", "words_of"]

SIDE_LABELS = frozenset(
    {"长期绩效指标", "中长期绩效指标", "年度绩效指标", "绩效指标", "实施期绩效指标"}
)
"""What stands beside the indicator part as a whole."""

_YEARS = frozenset("前上本当")
_YEAR = re.compile(r"[前上本当]\d{4}年")
_BASES = re.compile(r"近[一两二三]年(指标)?(实际)?值|历史指标值")


@frozen
class Words:
    """What the forms of some rulesets, and the field, call things."""

    form: Form
    """The words of all forms together."""
    headers: frozenset[str]
    begun: frozenset[str]
    """What headers begin with, letter by letter."""
    level1_heads: frozenset[str]
    level2_heads: frozenset[str]
    label_heads: frozenset[str]
    """The first letters of 一级, of 二级 and of labels: what begins otherwise is none."""

    def is_level1(self, text: str) -> bool:
        """Whether a 一级 goes by that name."""
        return self.form.is_level1(text)

    def is_level2(self, text: str) -> bool:
        """Whether a 二级 goes by that name."""
        return self.form.is_level2(text)

    def is_label(self, text: str) -> bool:
        """Whether a field goes by that name, and no level does that has no colon behind it."""
        if not self.form.field_name(text):
            return False
        return ":" in key(text) or not (self.is_level1(text) or self.is_level2(text))

    def is_header(self, text: str) -> bool:
        """Whether a column of an indicator part is headed so."""
        name = key(text)
        return name in self.headers or (name[:1] in _YEARS and _YEAR.fullmatch(name) is not None)

    def may_head(self, compared: str) -> bool:
        """Whether a text as compared may go on to be a header."""
        return compared in self.begun or compared[:1] in _YEARS

    def is_value(self, text: str) -> bool:
        """Whether a header stands over values: targets, actuals, bases."""
        name = key(text)
        return role_of_header(name) in {"目标值", "实际值", "基期值"}

    def heads_years(self, text: str) -> bool:
        """Whether a header stands over those of several years."""
        return _BASES.fullmatch(key(text)) is not None

    def is_year(self, text: str) -> bool:
        """Whether a header is that of one year: 上2023年."""
        return _YEAR.fullmatch(key(text)) is not None

    def ends(self, text: str) -> tuple[str, ...]:
        """The words one may choose from in a column, where it is one that ends a row."""
        name = key(text)
        if role_of_header(name) == "依据":
            return BASIS_WORDS
        return CLASS_WORDS if name in {"指标分类", "指标类型"} else ()


def words_of(rulesets: Sequence[Ruleset]) -> Words:
    """The words of the forms of some rulesets, and those of the field."""
    forms = [compile_form(ruleset, rule) for ruleset in rulesets for rule in ruleset.tables]
    names = (
        key(name)
        for form in forms
        for column in form.columns
        for name in (column.name, *column.aliases)
    )
    together = evolve(
        compile_form(None, None),
        level1=_merged(form.level1 for form in forms),
        level2=_merged(form.level2 for form in forms),
        level3=_merged(form.level3 for form in forms),
        fields=_merged(form.fields for form in forms),
    )
    headers = frozenset({*LEVEL_HEADERS, *ROLE_HEADERS, *PLAIN_HEADERS, *names})
    return Words(
        together,
        headers,
        begun=frozenset(name[:size] for name in headers for size in range(len(name) + 1)),
        level1_heads=_heads(together.level1, LEVEL1_NAMES),
        level2_heads=_heads(together.level2, LEVEL2_PARENTS),
        label_heads=_heads(together.fields, FIELD_LABELS),
    )


def _heads(*names: Iterable[str]) -> frozenset[str]:
    return frozenset(name[:1] for some in names for name in some)


_Named = TypeVar("_Named")


def _merged(parts: Iterable[Mapping[str, _Named]]) -> Mapping[str, _Named]:
    return MappingProxyType({name: one for part in parts for name, one in part.items()})
