"""What a resolved ruleset says, thing by thing, each in the clauses of the rule language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.expressions.text import expression_text, name_text, names_text, number_text
from jixiao.language.printing.checks import check_lines
from jixiao.language.printing.header import header_lines
from jixiao.language.printing.indicators import indicator_clauses
from jixiao.language.printing.scoring import (
    completion_text,
    default_text,
    exclusion_text,
    merge_text,
    method_lines,
    rounding_text,
    tolerance_text,
)
from jixiao.language.printing.tables import cell_clauses, group_column_text
from jixiao.rules.text import tests_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.rules import (
        Bands,
        Citation,
        ColumnRule,
        FieldRule,
        IndicatorRule,
        Ruleset,
        TableRule,
        Vocabulary,
    )

__all__ = ["TREE", "Thing", "things"]

TREE = "【指标 "
"""How the section of a tree begins; the names of its forms follow."""


@frozen
class Thing:
    """Something a ruleset says, in clauses, and what stands behind it."""

    section: str
    path: tuple[str, ...]
    clauses: tuple[str, ...]
    cite: Citation | None = None


def things(ruleset: Ruleset) -> Iterator[Thing]:
    """Everything that a ruleset says, in the order of its text."""
    for line in header_lines(ruleset):
        label, mark, said = line.partition("：")
        if mark and label != "继承":
            yield Thing("规则集", (label,), (said,))
    yield from _words(ruleset.vocabulary)
    for table in ruleset.tables:
        yield from _form(table)
    for table in ruleset.tables:
        for root in ruleset.roots(table.name):
            yield from _levels(f"{TREE}{name_text(table.name)}】", (), root)
    yield from _scoring(ruleset)
    for check in ruleset.checks:
        first, *lines = check_lines(check)
        title = first.partition(check.code)[2].strip()
        clauses = (title, *(line.strip() for line in lines if not line.startswith("  依据")))
        yield Thing("【校验】", (f"校验 {check.code}",), clauses, check.cite)
    if ruleset.bands is not None:
        yield from _bands(ruleset.bands)


def _words(words: Vocabulary) -> Iterator[Thing]:
    section = "【词汇】"
    for scale in words.scales:
        grades = " ＞ ".join(name_text(grade) for grade in scale.grades)
        yield Thing(section, (f"等级 {scale.name}",), (grades,))
    for synonym in words.synonyms:
        others = tuple(name_text(other) for other in synonym.others)
        yield Thing(section, (f"同义 {synonym.word}",), others)
    for unit in words.units:
        factor = number_text(unit.factor) if unit.factor is not None else ""
        said = (f"= {factor} {unit.base}",) if unit.base is not None else ()
        yield Thing(section, (f"单位 {names_text(unit.names)}",), said)
    for phrase in words.phrases:
        said = (expression_text(phrase.expression),)
        yield Thing(section, (f"短语 {phrase.name}",), said)


def _form(table: TableRule) -> Iterator[Thing]:
    section = f"【表 {name_text(table.name)}】"
    yield Thing(section, (), ())
    said = {
        "别名": names_text(table.aliases),
        "阶段": table.stage or "",
        "金额单位": table.money_unit or "",
        "免填": names_text(table.blank_marks),
    }
    for label, text in said.items():
        if text:
            yield Thing(section, (label,), (text,))
    for one in table.fields:
        yield Thing(section, (f"项 {one.name}",), _cell(one), one.cite)
    for group in table.groups:
        rows = (f"各行：{names_text(group.rows)}",) if group.rows else ()
        clauses = (*(group_column_text(one) for one in group.columns), *rows)
        yield Thing(section, (f"明细 {group.name}",), clauses)
    for column in table.columns:
        role = (f"作为 {column.role}",) if column.role is not None else ()
        yield Thing(section, (f"列 {column.name}",), (*role, *_cell(column)), column.cite)


def _cell(one: FieldRule | ColumnRule) -> tuple[str, ...]:
    """The clauses of a field or column, its source apart."""
    return tuple(clause for clause in cell_clauses(one) if not clause.startswith("依据 "))


def _levels(section: str, above: tuple[str, ...], rule: IndicatorRule) -> Iterator[Thing]:
    path = (*above, rule.name or "任意")
    said = tuple(one for one in indicator_clauses(rule) if not one.startswith("依据 "))
    yield Thing(section, path, said, rule.cite)
    for child in rule.children:
        yield from _levels(section, path, child)


def _scoring(ruleset: Ruleset) -> Iterator[Thing]:
    section, scoring = "【计分】", ruleset.scoring
    for rounding in scoring.roundings:
        said = rounding_text(rounding).partition("：")[2].removeprefix(rounding.place).strip()
        yield Thing(section, (f"舍入 {rounding.place}",), (said,))
    for completion in scoring.completions:
        said = completion_text(completion).partition("：")[2]
        yield Thing(section, (f"完成率 {completion.case}",), (said,))
    for default in scoring.defaults:
        said = default_text(default).partition("：")[2]
        for kind in default.kinds:
            yield Thing(section, (f"默认 {kind.kind}",), (said,))
    for merge in scoring.merges:
        said = merge_text(merge).partition("：")[2]
        yield Thing(section, (f"汇总 {merge.kind.kind}",), (said,))
    for exclusion in scoring.exclusions:
        yield Thing(section, ("不适用",), (exclusion_text(exclusion).partition("：")[2],))
    for tolerance in scoring.tolerances:
        yield Thing(section, ("约数",), (tolerance_text(tolerance).partition("：")[2],))
    for method in scoring.methods:
        lines = tuple(" ".join(line.split()) for line in method_lines(method))
        clauses = tuple(line for line in lines if not line.startswith("依据："))
        yield Thing(section, (f"方法 {method.name}",), clauses, method.cite)


def _bands(bands: Bands) -> Iterator[Thing]:
    section = "【等次】"
    yield Thing(section, ("满分",), (number_text(bands.full),), bands.cite)
    for name, tests in bands.rows:
        yield Thing(section, (name,), (tests_text(tests),))
