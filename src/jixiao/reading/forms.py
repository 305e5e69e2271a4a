"""What a reader has to know of a form: its labels, columns and tree, looked up by words."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.level_names import LEVEL1_NAMES, LEVEL2_PARENTS, base_name
from jixiao.personal import is_personal_label
from jixiao.reading.grid import key
from jixiao.reading.labels import FIELD_LABELS, SOURCES, is_source
from jixiao.reading.labels.weighted import split_weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jixiao.rules import ColumnRule, GroupRule, IndicatorRule, Ruleset, TableRule
    from jixiao.tables import Stage

__all__ = ["Form", "Place", "choose_form", "compile_form", "level_key"]


def level_key(text: str) -> str:
    """The form in which level names are compared: 经济效益 and 经济效益指标 are one.

    >>> level_key("社会 效益指标"), level_key("产出指标（50分）")
    ('社会效益', '产出')
    """
    return _level_key(text) if len(text) <= _LABEL else base_name(split_weight(text)[0])


_LABEL = 80
"""Longer texts are no labels and are not remembered."""


@lru_cache(maxsize=8192)
def _level_key(text: str) -> str:
    return base_name(split_weight(text)[0])


_ASIDE = re.compile(r":\([^()]{1,20}\):?$")
"""What a label adds behind its colon: 长期目标:(截止2024年)."""
_YEARS = re.compile(r"(?<=目标)\(20\d{2}年?度?(?:[-—–~至到]20\d{2}年?度?)?\)$")
"""The years of a goal behind its label: 中期目标（2025年—2027年）."""
_MUST = "*★☆"
"""Marks of what has to be filled in, before a label: *联系人."""
_SEAL = re.compile(r"\((?:盖章|公章|加盖公章|签章|签字|签名)\)$")
_MONEY_UNIT = re.compile(r"\((?:单位:)?(?:元|千元|万元|亿元)\)$")
_NUMBERED = re.compile(r"(.{2,}?)\d{1,2}")


def _bare_field(label: str) -> str:
    """The label of a field as compared, without what forms add to it."""
    compared = _SEAL.sub("", _ASIDE.sub("", key(label)).rstrip(":"))
    return _YEARS.sub("", compared).lstrip(_MUST)


def _bare_source(label: str) -> str:
    """A source of money as compared: 其中：财政拨款."""
    bare = _MONEY_UNIT.sub("", key(label).strip(":,;、")).rstrip(":")
    return bare.removeprefix("其中").lstrip(":")


_field_key = lru_cache(maxsize=8192)(_bare_field)
_source_key = lru_cache(maxsize=8192)(_bare_source)


def _level2_key(text: str) -> str:
    """A 二级 as compared; one that a form numbers (核心业务产出1) goes by its name."""
    name = level_key(text)
    match = _NUMBERED.fullmatch(name) if name[-1:].isdecimal() else None
    return match[1] if match and match[1] in LEVEL2_PARENTS else name


@frozen
class Place:
    """Where the form puts a 三级: its 一级 and 二级, and the value words it expects there."""

    level1: str
    level2: str
    level3: str
    expected: frozenset[str] = frozenset()


@frozen
class Form:
    """A form compiled for reading; `known` is False where no ruleset knows it.

    `level1` and `level2` map compared names to the form's own, `level2` with the 一级 above it;
    `fixed` are the 三级 that the form names, by the 二级 they stand under.
    """

    name: str
    known: bool
    ruleset: str | None
    stage: Stage
    money_unit: str
    columns: tuple[ColumnRule, ...]
    fields: Mapping[str, str]
    funding: GroupRule | None
    spending: GroupRule | None
    level1: Mapping[str, str]
    level2: Mapping[str, tuple[tuple[str, str], ...]]
    level3: Mapping[str, tuple[Place, ...]]
    fixed: Mapping[str, tuple[Place, ...]]
    words: frozenset[str]
    sources: Mapping[str, str]
    closed: bool = False
    """Whether the form names all its 一级 and 二级, so that another name is doubtful."""
    until: int | None = None
    """The last year that the form is for, where its ruleset says when it ends."""

    def field_name(self, label: str) -> str | None:
        """The field a label stands for, by the form or by the words of the field."""
        compared = _field_key(label) if len(label) <= _LABEL else _bare_field(label)
        own = self.fields.get(compared)
        known = compared in FIELD_LABELS or is_personal_label(compared)
        return own or (compared if known else None)

    def source_name(self, label: str) -> str | None:
        """The source of money a label stands for."""
        compared = _source_key(label) if len(label) <= _LABEL else _bare_source(label)
        return self.sources.get(compared) or (compared if is_source(compared) else None)

    def is_level1(self, text: str) -> bool:
        """Whether the form, or any known template, has a 一级 of that name."""
        name = level_key(text)
        return name in self.level1 or name in LEVEL1_NAMES

    def is_level2(self, text: str) -> bool:
        """Whether the form, or any known template, has a 二级 of that name."""
        return level_key(text) in self.level2 or _level2_key(text) in LEVEL2_PARENTS

    def parents(self, level2: str) -> tuple[str, ...]:
        """The 一级 a 二级 may stand under, as the form calls them; empty where nobody knows."""
        name = level_key(level2)
        if name in self.level2:
            return tuple(parent for parent, _ in self.level2[name])
        known = LEVEL2_PARENTS.get(_level2_key(level2), ())
        return tuple(self.level1.get(one, one) for one in known)

    def places(self, level3: str) -> tuple[Place, ...]:
        """Where the form puts a 三级 of that name; empty for a free one."""
        return self.level3.get(key(level3), ())


def _names(rule: IndicatorRule) -> Iterator[str]:
    if rule.name is not None:
        yield rule.name
    yield from rule.aliases


def _expected(rule: IndicatorRule) -> frozenset[str]:
    return frozenset(
        key(test.word)
        for group in rule.expected
        if len(group) == 1
        for test in group
        if test.word is not None and test.sign == "=" and not test.negated
    )


def _under_goals(roots: Sequence[IndicatorRule]) -> Iterator[IndicatorRule]:
    """The 一级 of a tree, also those below a 目标."""
    for root in roots:
        if root.level == 0:
            yield from _under_goals(root.children)
        else:
            yield root


def compile_form(ruleset: Ruleset | None, rule: TableRule | None, title: str = "") -> Form:
    """The form of a table rule; without one, a form that knows only the words of the field."""
    closed = True
    level1: dict[str, str] = {}
    level2: dict[str, list[tuple[str, str]]] = {}
    level3: dict[str, list[Place]] = {}
    fixed: dict[str, list[Place]] = {}
    roots = ruleset.roots(rule.name) if ruleset and rule else ()
    for first in _under_goals(roots):
        closed = closed and first.name is not None
        for name in _names(first):
            level1.setdefault(level_key(name), first.name or name)
        for second in first.children:
            if first.name is None or second.name is None:
                closed = False
                continue
            for name in _names(second):
                level2.setdefault(level_key(name), []).append((first.name, second.name))
            for third in second.children:
                if third.name is None:
                    continue
                place = Place(first.name, second.name, third.name, _expected(third))
                fixed.setdefault(level_key(second.name), []).append(place)
                for name in _names(third):
                    level3.setdefault(key(name), []).append(place)
    words = _words(ruleset) | {
        word for places in level3.values() for place in places for word in place.expected
    }
    groups = rule.groups if rule else ()
    spending = next((one for one in groups if _is_spending(one)), None)
    funding = next((one for one in groups if one is not spending and _is_money(one)), None)
    return Form(
        name=rule.name if rule else title,
        known=rule is not None,
        ruleset=ruleset.id if ruleset else None,
        stage=(rule.stage if rule else None) or _stage(title),
        money_unit=(rule.money_unit if rule else None) or "万元",
        columns=rule.columns if rule else (),
        fields=MappingProxyType(_fields(rule)),
        funding=funding,
        spending=spending,
        level1=MappingProxyType(level1),
        level2=MappingProxyType({name: tuple(dict.fromkeys(at)) for name, at in level2.items()}),
        level3=MappingProxyType({name: tuple(dict.fromkeys(at)) for name, at in level3.items()}),
        fixed=MappingProxyType({name: tuple(dict.fromkeys(at)) for name, at in fixed.items()}),
        words=frozenset(words),
        closed=closed and bool(level2),
        until=ruleset.effective[1].year
        if ruleset and ruleset.effective and ruleset.effective[1]
        else None,
        sources=MappingProxyType(
            {key(row).removeprefix("其中").lstrip(":"): row for row in funding.rows}
            if funding
            else {}
        ),
    )


def _words(ruleset: Ruleset | None) -> set[str]:
    if ruleset is None:
        return set()
    scales = {key(grade) for scale in ruleset.vocabulary.scales for grade in scale.grades}
    return scales | {
        key(word) for one in ruleset.vocabulary.synonyms for word in (one.word, *one.others)
    }


def _fields(rule: TableRule | None) -> dict[str, str]:
    if rule is None:
        return {}
    return {
        key(label): one.name
        for one in rule.fields
        if len(one.path) == 1
        for label in (one.name, *one.aliases)
        if one.name not in SOURCES
    }


def _is_spending(group: GroupRule) -> bool:
    return "支出" in group.name and _is_money(group)


def _is_money(group: GroupRule) -> bool:
    return any(column.kind.kind == "金额" for column in group.columns)


def _stage(title: str) -> Stage:
    if "自评" in title:
        return "自评"
    return "监控" if "监控" in title else "目标"


# ── which form a table is ─────────────────────────────────────────────────────

_SURE = 1000
_IN_YEAR = re.compile(r"\((?:20\d{2})年?度?\)$")
"""The year behind a title, which is no part of the form's name."""


def choose_form(
    rulesets: Sequence[Ruleset], title: str, headers: Sequence[str], part: str = ""
) -> tuple[Form, bool]:
    """The form of a table by its title and the headers of its columns, and whether that is sure.

    A title that a form names is sure. Otherwise the form of the same stage whose columns the
    headers name is taken and is not sure; where there is none, one that knows only words. A form
    in several parts may have a rule for each, called by the title and the `part` (长期, 年度).
    """
    compared = key(title)
    whole = f"{compared}({part})" if part else compared
    printed = {key(header) for header in headers}
    best: tuple[int, int] | None = None
    chosen: tuple[Ruleset, TableRule] | None = None
    for order, ruleset in enumerate(rulesets):
        for rule in ruleset.tables:
            score = _fit(rule, compared, printed)
            if whole != compared and whole in _titles(rule):
                score = _SURE * 3
            rank = (score, -len(ruleset.lineage) if score < _SURE else -order)
            if score > 0 and (best is None or rank > best):
                best, chosen = rank, (ruleset, rule)
    if chosen is None or best is None:
        return compile_form(None, None, compared), False
    return compile_form(*chosen), best[0] >= _SURE


def _titles(rule: TableRule) -> set[str]:
    return {key(name) for name in (rule.name, *rule.aliases)}


def _fit(rule: TableRule, title: str, headers: set[str]) -> int:
    title = _IN_YEAR.sub("", title)
    names = [key(name) for name in (rule.name, *rule.aliases)]
    columns = [{key(name) for name in (one.name, *one.aliases)} for one in rule.columns]
    matched = sum(bool(names & headers) for names in columns)
    if title in names:
        return _SURE * 2 + matched
    held = [len(name) for name in names if title.endswith(name)]
    if held and (not headers or matched):
        return _SURE + max(held) + matched
    stages = {rule.stage or _stage(rule.name), _stage(title)}
    whole = {"部门整体" in rule.name or "整体支出" in rule.name, "整体" in title}
    if len(stages) > 1 or len(whole) > 1 or not matched:
        return 0
    return 100 * matched // len(columns)
