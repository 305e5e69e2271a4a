"""What the form demands of single entries: filled in, of its kind and unit, one of a choice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.checking.gravity import demanded
from jixiao.checking.names import PLACEHOLDER_NAME
from jixiao.checking.rows import firm_rows, form_of, money_total
from jixiao.expressions import has_kind
from jixiao.findings import Severity, Where, finding
from jixiao.source import fold, squeeze
from jixiao.units import parse_unit
from jixiao.values import Absent, Comparison, Qualitative, Range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.rules import FieldRule, IndicatorRule, Ruleset, Test, Tests
    from jixiao.tables import Indicator, Table
    from jixiao.values import Value

__all__ = ["column_entries", "field_entries", "grades_of", "value_entries"]

_YEAR = re.compile(r"\d{4}(?:年(?:\d{1,2}月.*)?|[-./]\d{1,2}.*)?")
_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?\s*(?:万|亿)?元?")
_KIND_TESTS = {"年份": _YEAR, "金额": _NUMBER, "数值": _NUMBER}


def grades_of(ruleset: Ruleset) -> frozenset[str]:
    """Every word of the ruleset's scales, with the synonyms."""
    words = {grade for scale in ruleset.vocabulary.scales for grade in scale.grades}
    return frozenset(words | {other for one in ruleset.vocabulary.synonyms for other in one.others})


# ── 项 ────────────────────────────────────────────────────────────────────────


def field_entries(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """T57, T59 and T62 for the fields of a form: 必填, 值 and 可选."""
    form = form_of(table, ruleset)
    for rule in form.fields if form is not None else ():
        known = _field(table, rule)
        if known is None:
            continue
        text, where = known
        name = rule.path[-1]
        if not text.strip():
            if rule.demand.required and _is_total(rule) and _has_money(table):
                yield finding("T63", where, name=name)
            elif rule.demand.required:
                one = finding("T57", where, name=name)
                yield demanded(one, rule, ruleset)
            continue
        if rule.choices and squeeze(text) not in {squeeze(one) for one in rule.choices}:
            one = finding(
                "T62", where, raw=text, name=name, value=text, choices=_listed(rule.choices)
            )
            yield demanded(one, rule, ruleset)
        tests = [_KIND_TESTS[kind.kind] for kind in rule.kinds if kind.kind in _KIND_TESTS]
        read = fold(text).strip()
        if tests and len(tests) == len(rule.kinds) and not any(t.fullmatch(read) for t in tests):
            kinds = _listed(tuple(kind.kind for kind in rule.kinds))
            one = finding("T59", where, raw=text, name=name, value=text, kinds=kinds)
            yield demanded(one, rule, ruleset)


def _is_total(rule: FieldRule) -> bool:
    return "资金总额" in (rule.name, rule.path[-1], *rule.aliases)


def _has_money(table: Table) -> bool:
    """Whether other amounts stand in the table: a total among them is rather lost than unfilled."""
    funds = (amount for line in table.funding for _, amount in line.amounts)
    spent = (amount for line in table.spending for _, amount in line.amounts)
    return any(amount is not None for amount in (*funds, *spent))


def _field(table: Table, rule: FieldRule) -> tuple[str, Where] | None:
    """The text of a field and its place; None where the form as read has no such label.

    A label that is not there at all is a matter of reading (F5), so nothing is said of it.
    """
    names = {squeeze(name) for name in (rule.name, rule.path[-1], *rule.aliases)}
    for field in table.fields:
        if squeeze(field.name) in names:
            where = Where(
                table=table.name,
                table_index=table.index,
                unit=table.unit,
                column=field.name,
                origin=field.origin,
            )
            return field.text, where
    if "项目名称" in names:
        return table.name, table.where()
    lines = [line for line in table.funding if squeeze(line.source) in names]
    if lines:
        amount = money_total(table) if "资金总额" in names else lines[0].amount()
        return ("" if amount is None else str(amount.number)), table.where()
    return None


# ── 列 ────────────────────────────────────────────────────────────────────────


def column_entries(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """T58 and T62 for the columns of the indicator part, on firm rows with a name."""
    form = form_of(table, ruleset)
    for rule in form.columns if form is not None else ():
        names = {squeeze(name) for name in (rule.name, *rule.aliases)}
        column = next((one for one in table.columns if squeeze(one.name) in names), None)
        if column is None:
            continue
        for row in firm_rows(table):
            if PLACEHOLDER_NAME.fullmatch(squeeze(row.level3)):
                continue
            text = _text(row, column.name)
            where = table.where_row(row, column.name)
            if rule.demand.required and text == "":
                one = finding("T58", where, name=row.level3, column=column.name)
                yield demanded(one, rule, ruleset)
            elif rule.choices and text and squeeze(text) not in _folded(rule.choices):
                one = finding(
                    "T62",
                    where,
                    raw=text,
                    name=column.name,
                    value=text,
                    choices=_listed(rule.choices),
                )
                yield demanded(one, rule, ruleset)


def _text(row: Indicator, column: str) -> str | None:
    """What a row holds in a column: the empty text where nothing was filled in."""
    if column in dict(row.values):
        value = row.value(column)
        return "" if isinstance(value, Absent) and value.reason == "empty" else value.text
    text = row.text(column)
    return None if text is None else text.strip()


# ── 值, 单位, 应为 ─────────────────────────────────────────────────────────────


def value_entries(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """T59, T60, T61: the kind, the unit and the word that the tree sets for an indicator."""
    grades = grades_of(ruleset)
    targets = [column.name for column in table.columns if column.role == "目标值"]
    for row in firm_rows(table):
        rule = ruleset.rule_for(table.kind, row.level1, row.level2, row.level3)
        if rule is None or rule.level != 3 or rule.name is None:  # noqa: PLR2004
            continue
        for column in targets:
            value = row.value(column)
            if not isinstance(value, Absent):
                yield from _value_entry(table, ruleset, row, column, rule, grades)


def _value_entry(  # noqa: PLR0913, PLR0917 - a row, a column and what is demanded of the two
    table: Table,
    ruleset: Ruleset,
    row: Indicator,
    column: str,
    rule: IndicatorRule,
    grades: frozenset[str],
) -> Iterator[Finding]:
    value = row.value(column)
    where = table.where_row(row, column)
    text = value.text or str(value)
    if rule.kinds and not any(_fits(value, kind.kind, grades) for kind in rule.kinds):
        kinds = _listed(tuple(kind.kind for kind in rule.kinds))
        one = finding("T59", where, raw=text, name=row.level3, value=text, kinds=kinds)
        yield demanded(one, rule, ruleset)
    elif rule.expected and not _holds(value, rule.expected, ruleset):
        expected = " 或 ".join(" 且 ".join(_test_text(test) for test in group)
                              for group in rule.expected)  # fmt: skip
        one = finding("T61", where, raw=text, name=row.level3, value=text, expected=expected)
        yield _softened(demanded(one, rule, ruleset))
    unit = _unit_of(value)
    if rule.units and unit is not None and unit not in {parse_unit(one).base for one in rule.units}:
        one = finding(
            "T60", where, raw=text, name=row.level3, value=text, units=_listed(rule.units)
        )
        yield demanded(one, rule, ruleset)


def _softened(one: Finding) -> Finding:
    """A word below the one the form expects may be honest: it is asked about, not refused."""
    return evolve(one, severity=Severity.WARNING) if one.severity is Severity.ERROR else one


def _fits(value: Value, kind: str, grades: frozenset[str]) -> bool:
    return has_kind(value, kind, grades) is not False


def _unit_of(value: Value) -> str | None:
    match value:
        case Comparison(quantity=quantity) | Range(low=quantity):
            return quantity.base_unit
        case _:
            return None


def _holds(value: Value, tests: Tests, ruleset: Ruleset) -> bool:
    return any(all(_passes(value, test, ruleset) for test in group) for group in tests)


def _passes(value: Value, test: Test, ruleset: Ruleset) -> bool:
    """Whether a value is the word or figure that is expected; other kinds are not judged."""
    match value:
        case Qualitative(word=word) if test.word is not None:
            same = ruleset.vocabulary.grade(word) == ruleset.vocabulary.grade(test.word)
            return same is not test.negated if test.sign in ("=", "-") else True
        case Comparison(quantity=quantity) if test.number is not None and test.sign == "=":
            same = quantity.number == test.number
            return same is not test.negated
        case _:
            return True


def _test_text(test: Test) -> str:
    said = test.word if test.word is not None else f"{test.number}{test.unit}"
    return said if test.sign == "=" else f"{test.sign}{said}"


def _listed(names: tuple[str, ...]) -> str:
    return "、".join(names)


def _folded(names: tuple[str, ...]) -> set[str]:
    return {squeeze(name) for name in names}
