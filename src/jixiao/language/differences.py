"""What differs between two resolved rulesets, thing by thing and clause by clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

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
from jixiao.rules.text import citation_text, tests_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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

__all__ = ["Difference", "differences"]


@frozen
class Difference:
    """One thing that is in one ruleset and not in the other, or that says something else there.

    `section` is its heading, `path` its name below it; `before` and `after` are the clauses that
    differ, as the rule language writes them; `cite` is what stands behind the new wording.
    """

    section: str
    path: str
    change: Literal["added", "removed", "changed"]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    cite: str | None = None

    def to_json(self) -> dict[str, object]:
        """Plain data."""
        return {
            "section": self.section,
            "path": self.path,
            "change": self.change,
            "before": list(self.before),
            "after": list(self.after),
            "cite": self.cite,
        }


@frozen
class _Thing:
    """Something a ruleset says, in clauses, and what stands behind it."""

    section: str
    path: tuple[str, ...]
    clauses: tuple[str, ...]
    cite: Citation | None = None


def differences(before: Ruleset, after: Ruleset) -> tuple[Difference, ...]:
    """What it takes to come from one ruleset to another, in the order of the second.

    >>> from jixiao.rules import Ruleset
    >>> differences(Ruleset("甲-2020", "甲"), Ruleset("甲-2020", "乙"))[0].after
    ('“乙”',)
    """
    old = {(one.section, one.path): one for one in _things(before)}
    new = {(one.section, one.path): one for one in _things(after)}
    order = list(new)
    for place, key in enumerate(old):
        if key not in new:
            order.insert(min(place, len(order)), key)
    sections = list(dict.fromkeys(section for section, _ in order))
    order.sort(key=lambda key: sections.index(key[0]))
    found = [
        one
        for key in order
        if (one := _difference(old.get(key), new.get(key))) is not None
        and not _below_removed(key, old, new)
    ]
    return _told_together(found)


def _below_removed(
    key: tuple[str, tuple[str, ...]],
    old: dict[tuple[str, tuple[str, ...]], _Thing],
    new: dict[tuple[str, tuple[str, ...]], _Thing],
) -> bool:
    """Whether what stands above a thing is removed with it."""
    section, path = key
    above = ((section, path[:end]) for end in range(1, len(path)))
    return any(one in old and one not in new for one in above)


def _difference(old: _Thing | None, new: _Thing | None) -> Difference | None:
    if old is None or new is None:
        one = old or new
        if one is None:
            return None
        path = " › ".join(one.path)
        if old is None:
            cite = _cite(one)
            return Difference(one.section, path, "added", (), one.clauses, cite)
        return Difference(one.section, path, "removed", one.clauses)
    gone = tuple(clause for clause in old.clauses if clause not in new.clauses)
    come = tuple(clause for clause in new.clauses if clause not in old.clauses)
    if not gone and not come:
        if _cite(old) == _cite(new):
            return None
        gone, come = _source(old), _source(new)
    return Difference(new.section, " › ".join(new.path), "changed", gone, come, _cite(new))


def _cite(one: _Thing) -> str | None:
    return citation_text(one.cite) if one.cite is not None else None


def _source(one: _Thing) -> tuple[str, ...]:
    cite = _cite(one)
    return () if cite is None else (f"依据 {cite}",)


def _told_together(found: Sequence[Difference]) -> tuple[Difference, ...]:
    """The same difference of trees that forms share is told once, with all forms named."""
    forms: dict[tuple[object, ...], list[str]] = {}
    first: dict[tuple[object, ...], Difference] = {}
    for one in found:
        tree = one.section.startswith(_TREE)
        key = (one.path, one.change, one.before, one.after, one.cite, tree or one.section)
        first.setdefault(key, one)
        forms.setdefault(key, []).append(one.section.removeprefix(_TREE).rstrip("】"))
    return tuple(
        Difference(
            f"{_TREE}{'、'.join(forms[key])}】" if one.section.startswith(_TREE) else one.section,
            one.path,
            one.change,
            one.before,
            one.after,
            one.cite,
        )
        for key, one in first.items()
    )


_TREE = "【指标 "


# ── 规则集说了些什么 ──


def _things(ruleset: Ruleset) -> Iterator[_Thing]:
    for line in header_lines(ruleset):
        label, mark, said = line.partition("：")
        if mark and label != "继承":
            yield _Thing("规则集", (label,), (said,))
    yield from _words(ruleset.vocabulary)
    for table in ruleset.tables:
        yield from _form(table)
    for table in ruleset.tables:
        for root in ruleset.roots(table.name):
            yield from _levels(f"{_TREE}{name_text(table.name)}】", (), root)
    yield from _scoring(ruleset)
    for check in ruleset.checks:
        first, *lines = check_lines(check)
        title = first.partition(check.code)[2].strip()
        clauses = (title, *(line.strip() for line in lines if not line.startswith("  依据")))
        yield _Thing("【校验】", (f"校验 {check.code}",), clauses, check.cite)
    if ruleset.bands is not None:
        yield from _bands(ruleset.bands)


def _words(words: Vocabulary) -> Iterator[_Thing]:
    section = "【词汇】"
    for scale in words.scales:
        grades = " ＞ ".join(name_text(grade) for grade in scale.grades)
        yield _Thing(section, (f"等级 {scale.name}",), (grades,))
    for synonym in words.synonyms:
        others = tuple(name_text(other) for other in synonym.others)
        yield _Thing(section, (f"同义 {synonym.word}",), others)
    for unit in words.units:
        factor = number_text(unit.factor) if unit.factor is not None else ""
        said = (f"= {factor} {unit.base}",) if unit.base is not None else ()
        yield _Thing(section, (f"单位 {names_text(unit.names)}",), said)
    for phrase in words.phrases:
        said = (expression_text(phrase.expression),)
        yield _Thing(section, (f"短语 {phrase.name}",), said)


def _form(table: TableRule) -> Iterator[_Thing]:
    section = f"【表 {name_text(table.name)}】"
    yield _Thing(section, (), ())
    said = {
        "别名": names_text(table.aliases),
        "阶段": table.stage or "",
        "金额单位": table.money_unit or "",
        "免填": names_text(table.blank_marks),
    }
    for label, text in said.items():
        if text:
            yield _Thing(section, (label,), (text,))
    for one in table.fields:
        yield _Thing(section, (f"项 {one.name}",), _cell(one), one.cite)
    for group in table.groups:
        rows = (f"各行：{names_text(group.rows)}",) if group.rows else ()
        clauses = (*(group_column_text(one) for one in group.columns), *rows)
        yield _Thing(section, (f"明细 {group.name}",), clauses)
    for column in table.columns:
        role = (f"作为 {column.role}",) if column.role is not None else ()
        yield _Thing(section, (f"列 {column.name}",), (*role, *_cell(column)), column.cite)


def _cell(one: FieldRule | ColumnRule) -> tuple[str, ...]:
    """The clauses of a field or column, its source apart."""
    return tuple(clause for clause in cell_clauses(one) if not clause.startswith("依据 "))


def _levels(section: str, above: tuple[str, ...], rule: IndicatorRule) -> Iterator[_Thing]:
    path = (*above, rule.name or "任意")
    said = tuple(one for one in indicator_clauses(rule) if not one.startswith("依据 "))
    yield _Thing(section, path, said, rule.cite)
    for child in rule.children:
        yield from _levels(section, path, child)


def _scoring(ruleset: Ruleset) -> Iterator[_Thing]:
    section, scoring = "【计分】", ruleset.scoring
    for rounding in scoring.roundings:
        said = rounding_text(rounding).partition("：")[2].removeprefix(rounding.place).strip()
        yield _Thing(section, (f"舍入 {rounding.place}",), (said,))
    for completion in scoring.completions:
        said = completion_text(completion).partition("：")[2]
        yield _Thing(section, (f"完成率 {completion.case}",), (said,))
    for default in scoring.defaults:
        said = default_text(default).partition("：")[2]
        for kind in default.kinds:
            yield _Thing(section, (f"默认 {kind.kind}",), (said,))
    for merge in scoring.merges:
        said = merge_text(merge).partition("：")[2]
        yield _Thing(section, (f"汇总 {merge.kind.kind}",), (said,))
    for exclusion in scoring.exclusions:
        yield _Thing(section, ("不适用",), (exclusion_text(exclusion).partition("：")[2],))
    for tolerance in scoring.tolerances:
        yield _Thing(section, ("约数",), (tolerance_text(tolerance).partition("：")[2],))
    for method in scoring.methods:
        lines = tuple(" ".join(line.split()) for line in method_lines(method))
        clauses = tuple(line for line in lines if not line.startswith("依据："))
        yield _Thing(section, (f"方法 {method.name}",), clauses, method.cite)


def _bands(bands: Bands) -> Iterator[_Thing]:
    section = "【等次】"
    yield _Thing(section, ("满分",), (number_text(bands.full),), bands.cite)
    for name, tests in bands.rows:
        yield _Thing(section, (name,), (tests_text(tests),))
