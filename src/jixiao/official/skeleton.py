"""A form without figures, from its ruleset: fields, money, columns, empty rows, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.messages.forms import form_word
from jixiao.official.model import ColumnHead, Entry, Form, MoneyLine, MoneyPart, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.official.choosing import Chosen
    from jixiao.rules import ColumnRule, FieldRule, GroupRule, IndicatorRule, KindRule, Ruleset

__all__ = ["CAUSES", "SIGNS", "blank_form", "column_head", "empty_rows", "entry_of", "notes_of"]

CAUSES = ("经费保障", "制度保障", "人员保障", "硬件条件保障", "其他", "原因说明")
"""The columns that the national form of monitoring heads with 偏差原因分析."""
SIGNS = ("≥", "＞", "＝", "＜", "≤", "定性")
_WIDTHS = {
    "目标值": 15,
    "实际值": 15,
    "基期值": 12,
    "权重": 8,
    "得分": 10,
    "符号": 8,
    "单位": 9,
    "原因": 22,
    "描述": 22,
    "依据": 18,
}
_ORDER = ("描述", "符号", "基期值", "目标值", "单位", "实际值", "权重", "得分", "原因", "依据")
_EMPTY_LINES = 4
_EMPTY_ROWS = 2
_SUMMED = ("权重", "得分")


def blank_form(chosen: Chosen) -> Form:
    """The form with empty rows for every 二级 and every line that it prints."""
    table = chosen.table
    columns = tuple(column_head(one, table.columns) for one in _in_order(table.columns))
    simple = [one for one in table.fields if len(one.path) == 1]
    rules = {one.name: one for one in table.columns}
    return Form(
        title=table.aliases[0] if table.aliases else table.name,
        stage=table.stage or "目标",
        money_unit=table.money_unit or "万元",
        fields=tuple(Entry(one.name, choices=one.choices) for one in simple),
        money=(
            *(_money_part(one, chosen.roots) for one in table.groups),
            *_paths([one for one in table.fields if len(one.path) > 1]),
        ),
        columns=columns,
        rows=tuple(empty_rows(chosen, columns, rules)) if columns else (),
        total=total_row(chosen, columns),
        notes=notes_of(chosen),
    )


def _in_order(columns: tuple[ColumnRule, ...]) -> tuple[ColumnRule, ...]:
    """The columns as a form prints them: what a place inherits stands first in its ruleset.

    Where columns come from several rulesets, their roles say the order.
    """
    if len({one.origin.file for one in columns}) < 2:  # noqa: PLR2004 - all from one ruleset
        return columns
    last = len(_ORDER)
    ranked = sorted(
        enumerate(columns),
        key=lambda one: (
            _ORDER.index(one[1].role) if one[1].role in _ORDER else last,
            one[0],
        ),
    )
    return tuple(one for _, one in ranked)


def column_head(rule: ColumnRule, every: tuple[ColumnRule, ...] = ()) -> ColumnHead:
    """A column of the form; the causes of a deviation stand together below a head."""
    named = {one.name for one in every}
    grouped = rule.name in CAUSES and set(CAUSES[:4]) <= named
    role = rule.role or ""
    width = 8 if grouped and role != "原因" else _WIDTHS.get(role, 12)
    return ColumnHead(rule.name, role, form_word("causes") if grouped else "", width)


def _money_part(rule: GroupRule, roots: tuple[IndicatorRule, ...]) -> MoneyPart:
    head, *others = rule.columns
    # 预算执行率 is an indicator that stands in the part of the money
    funded = next((one.weight for one in roots if one.methods and not one.children), None)
    names = tuple(one.name for one in others)
    count = len(rule.rows)
    lines = [
        MoneyLine(
            at,
            Entry(source),
            tuple(
                Entry(name, number=funded if name == "分值" and not at else None) for name in names
            ),
        )
        for at, source in enumerate(rule.rows)
    ]
    lines += [
        MoneyLine(count + at, Entry(head.name), tuple(Entry(name) for name in names))
        for at in range(0 if lines else _EMPTY_LINES)
    ]
    amounts = tuple(one.kind.kind != "文本" for one in others)
    return MoneyPart(rule.name, head.name, names, amounts, tuple(lines))


def _paths(fields: list[FieldRule]) -> Iterator[MoneyPart]:
    """Fields below one label (资金支出计划/3月底) as a block of one line."""
    for label in dict.fromkeys(one.path[0] for one in fields):
        held = [one for one in fields if one.path[0] == label]
        names = tuple(one.path[-1] for one in held)
        line = MoneyLine(0, Entry(label), tuple(Entry(name) for name in names))
        yield MoneyPart(label, "", names, (True,) * len(names), (line,))


def entry_of(rule: ColumnRule | None, name: str, role: str = "") -> Entry:
    """An empty cell of a column, with what may be entered."""
    role = role or ("" if rule is None else rule.role or "")
    choices = () if rule is None else rule.choices
    if role == "符号":
        choices = choices or SIGNS
    return Entry(name, choices=choices, strict=False, weight=role == "权重")


def empty_rows(
    chosen: Chosen, columns: tuple[ColumnHead, ...], rules: dict[str, ColumnRule]
) -> Iterator[Row]:
    """The rows of a blank form: each 三级 that it prints, and room below every 二级."""
    number = 0
    for level1, level2, rule, room in _places(chosen.roots):
        for _ in range(room):
            entries = tuple(
                _expecting(entry_of(rules.get(one.name), one.name, one.role), rule, chosen, one)
                for one in columns
            )
            name = "" if rule is None else rule.name or ""
            yield Row("s", number, level1, level2, Entry("三级指标", name), entries)
            number += 1


def _places(
    roots: tuple[IndicatorRule, ...],
) -> Iterator[tuple[str, str, IndicatorRule | None, int]]:
    """一级, 二级, the 三级 that is printed, and how many rows it has; goals are looked through."""
    for root in roots:
        if root.level == 0:
            yield from _places(root.children)
            continue
        seconds = root.children
        if not seconds and not root.methods:
            yield root.name or "", "", None, _EMPTY_ROWS
        for second in seconds:
            thirds = [one for one in second.children if one.name is not None]
            for third in thirds:
                yield root.name or "", second.name or "", third, 1
            if not thirds:
                room = max(_EMPTY_ROWS, second.demand.at_least or 0)
                yield root.name or "", second.name or "", None, room


def _expecting(entry: Entry, rule: IndicatorRule | None, chosen: Chosen, head: ColumnHead) -> Entry:
    """The words that a printed 三级 may be answered with, and the weight that it has."""
    from attrs import evolve

    if rule is None:
        return entry
    if head.role == "权重" and rule.weight is not None:
        return evolve(entry, number=rule.weight)
    if head.role not in ("目标值", "实际值"):
        return entry
    words = tuple(word for kind in rule.kinds for word in _grades(kind, chosen.rules))
    if not words:
        return entry
    return evolve(entry, choices=words, comment=form_word("choose", words="、".join(words)))


def _grades(kind: KindRule, rules: Ruleset) -> tuple[str, ...]:
    scale = None if kind.scale is None else rules.vocabulary.scale(kind.scale)
    return () if scale is None else scale.grades


def total_row(chosen: Chosen, columns: tuple[ColumnHead, ...]) -> Row | None:
    """The row of sums of a form that has weights and points."""
    roles = {one.role for one in columns}
    if chosen.table.stage != "自评" or not set(_SUMMED) <= roles:
        return None
    entries = tuple(Entry(one.name) for one in columns)
    return Row("x", 0, form_word("total"), "", Entry(""), entries)


def notes_of(chosen: Chosen) -> tuple[str, ...]:
    """The small print: where the form is from, what must be filled in, the weights."""
    lender, rules, table = chosen.lender, chosen.rules, chosen.table
    said = [form_word("note_rules", title=rules.title, id=rules.id)]
    if chosen.lent:
        said.append(form_word("note_lent", title=lender.title, id=lender.id))
    if lender.cite is not None:
        said.append(form_word("note_basis", cite=lender.cite))
    must = [one.name for one in table.fields if one.demand.required]
    must += [one.name for one in table.columns if one.demand.required]
    if must:
        said.append(form_word("note_required", names="、".join(must)))
    weights = "、".join(
        f"{one.name} {one.weight:f}" for one in chosen.roots if one.name and one.weight is not None
    )
    if weights and any(one.role == "权重" for one in table.columns):
        said.append(form_word("note_weights", weights=weights))
    return (form_word("notes"), *(f"{at}. {text}" for at, text in enumerate(said, 1)))
