"""A ruleset as text: the inverse of `parse`, in the one form there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.language.expression_text import (
    expression_text,
    name_text,
    names_text,
    number_text,
    percent_text,
    quoted_text,
    tests_text,
)
from jixiao.rules import Change
from jixiao.source import display_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from jixiao.rules import (
        Bands,
        Check,
        Citation,
        ColumnRule,
        Demand,
        FieldRule,
        GroupRule,
        IndicatorRule,
        KindRule,
        Method,
        Ruleset,
        Scoring,
        TableRule,
        Vocabulary,
    )

__all__ = ["citation_text", "format_ruleset"]

_LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LEVEL_WORDS = ("目标", "一级", "二级", "三级")


def format_ruleset(ruleset: Ruleset) -> str:
    r"""The text of a ruleset, two spaces a level; what it reads as equals the ruleset.

    Raises:
        ValueError: a name or text that the language cannot write (see `name_text`).

    >>> from jixiao.language import parse
    >>> text = format_ruleset(parse("规则集 试验-2024\n地区:420000 湖北省\n年度:2024\n"
    ...                             "生效:2024年1月1日\n依据:“样式”核实")[0])
    >>> print(text, end="")
    规则集 试验-2024
    地区：420000 湖北省
    年度：2024
    生效：2024年1月1日
    依据：“样式” 核实
    """
    sections = [
        list(_header(ruleset)),
        list(_vocabulary(ruleset.vocabulary)),
        *(list(_table(table)) for table in ruleset.tables),
        *(
            [f"【指标 {names_text(tree.tables)}】", *_levels(tree.roots, 0)]
            for tree in ruleset.trees
        ),
        list(_scoring(ruleset.scoring)),
        _heading("【校验】", [line for check in ruleset.checks for line in _check(check)]),
        list(_bands(ruleset.bands)) if ruleset.bands is not None else [],
    ]
    return "\n\n".join("\n".join(lines) for lines in sections if lines) + "\n"


def _heading(heading: str, lines: list[str]) -> list[str]:
    return [heading, *lines] if lines else []


def _changed(change: Change) -> str:
    return f"{change.value} " if change in (Change.MODIFY, Change.CANCEL) else ""


def _header(ruleset: Ruleset) -> Iterator[str]:
    yield f"规则集 {ruleset.id}"
    if ruleset.title:
        yield f"名称：{quoted_text(ruleset.title)}"
    if ruleset.inherits is not None:
        yield f"继承：{ruleset.inherits}"
    if ruleset.region is not None:
        yield f"地区：{ruleset.region.code} {name_text(ruleset.region.name)}"
    if ruleset.year is not None:
        yield f"年度：{ruleset.year}"
    if ruleset.effective is not None:
        start, end = ruleset.effective
        yield f"生效：{_date(start)}" + (f" 至 {_date(end)}" if end is not None else "")
    if ruleset.cite is not None:
        yield f"依据：{citation_text(ruleset.cite)}"
    if ruleset.needs:
        yield f"需要：{names_text(ruleset.needs)}"
    if ruleset.doc is not None:
        yield f"说明：{quoted_text(ruleset.doc)}"


def _date(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def citation_text(cite: Citation) -> str:
    """A citation as 依据 writes it, with its status where one was stated."""
    parts = [
        quoted_text(one.title)
        if one.quoted
        else f"《{one.title}》" + (f"（{one.number}）" if one.number else "") + (one.article or "")
        for one in cite.sources
    ]
    status = (" 核实" if cite.verified else " 待核") if cite.stated else ""
    return "、".join(parts) + status


def _vocabulary(words: Vocabulary) -> Iterator[str]:
    lines = [
        f"{_changed(one.change)}等级 {name_text(one.name)}"
        + (f"：{' ＞ '.join(name_text(grade) for grade in one.grades)}" if one.grades else "")
        for one in words.scales
    ]
    lines += [
        f"{_changed(one.change)}同义 {name_text(one.word)}"
        + (f"：{names_text(one.others)}" if one.others else "")
        for one in words.synonyms
    ]
    for unit in words.units:
        said = f"{_changed(unit.change)}单位 {names_text(unit.names)}"
        if unit.factor is not None and unit.base is not None:
            said += f" = {number_text(unit.factor)} {name_text(unit.base)}"
        lines.append(said)
    for phrase in words.phrases:
        said = f"{_changed(phrase.change)}短语 {name_text(phrase.name)}"
        if phrase.expression is not None:
            said += f" = {expression_text(phrase.expression)}"
        lines.append(said)
    yield from _heading("【词汇】", lines)


# ── 表 ──


def _table(table: TableRule) -> Iterator[str]:
    yield f"【表 {name_text(table.name)}】"
    if table.aliases:
        yield f"别名：{names_text(table.aliases)}"

    def changed(key: str) -> str:
        return "修改 " if key in table.changed else ""

    if table.stage is not None:
        yield f"{changed('stage')}阶段：{table.stage}"
    if table.money_unit is not None:
        yield f"{changed('money_unit')}金额单位：{name_text(table.money_unit)}"
    if table.blank_marks:
        yield f"{changed('blank_marks')}免填：{names_text(table.blank_marks)}"
    for one in table.fields:
        path = "/".join(name_text(part) for part in one.path)
        yield _clauses(f"{_changed(one.change)}项 {path}", _cell(one))
    for group in table.groups:
        yield from _group(group)
    for column in table.columns:
        role = [f"作为 {column.role}"] if column.role is not None else []
        yield _clauses(
            f"{_changed(column.change)}列 {name_text(column.name)}", [*role, *_cell(column)]
        )


def _group(group: GroupRule) -> Iterator[str]:
    columns = [
        f"{name_text(column.name)} {_kind(column.kind)}"
        + (f" 别名 {names_text(column.aliases)}" if column.aliases else "")
        for column in group.columns
    ]
    yield _clauses(f"{_changed(group.change)}明细 {name_text(group.name)}", columns)
    if group.rows:
        yield f"各行：{names_text(group.rows)}"


def _clauses(head: str, clauses: Iterable[str]) -> str:
    said = "，".join(clauses)
    return f"{head}：{said}" if said else head


def _cell(one: FieldRule | ColumnRule) -> Iterator[str]:
    if one.kinds:
        yield f"值 {_kinds(one.kinds)}"
    if one.due is not None:
        month, day = one.due
        last = day == _LAST_DAYS[month - 1]
        yield f"截至 {month}月底" if last else f"截至 {month}月{day}日"
    yield from _demand(one.demand)
    if one.choices:
        yield f"可选 {'、'.join(_choice(choice) for choice in one.choices)}"
    if one.aliases:
        yield f"别名 {names_text(one.aliases)}"
    if one.cite is not None:
        yield f"依据 {citation_text(one.cite)}"


def _choice(choice: str) -> str:
    signs = {">": "＞", "<": "＜"}
    return signs.get(choice, choice) if choice in "≥≤≠=><" else name_text(choice)


def _kind(kind: KindRule) -> str:
    return kind.kind + (f"（{name_text(kind.scale)}）" if kind.scale is not None else "")


def _kinds(kinds: Sequence[KindRule]) -> str:
    return " 或 ".join(_kind(kind) for kind in kinds)


def _demand(demand: Demand) -> Iterator[str]:
    if demand.required is not None:
        yield "必填" if demand.required else "选填"
    if demand.at_least is not None:
        yield f"至少 {demand.at_least} 项"
    if demand.at_most is not None:
        yield f"至多 {demand.at_most} 项"
    if demand.severity is not None:
        yield demand.severity.label()


# ── 指标 ──


def _levels(rules: Iterable[IndicatorRule], depth: int) -> Iterator[str]:
    for one in rules:
        name = name_text(one.name) if one.name is not None else "任意"
        head = f"{'  ' * depth}{_changed(one.change)}{_LEVEL_WORDS[one.level]} {name}"
        yield _clauses(head, _indicator(one))
        yield from _levels(one.children, depth + 1)


def _indicator(one: IndicatorRule) -> Iterator[str]:  # noqa: C901 - one a clause
    if one.change is Change.KEEP:
        yield "沿用"
    yield from _demand(one.demand)
    if one.kinds:
        yield f"值 {_kinds(one.kinds)}"
    if one.units:
        yield f"单位 {names_text(one.units)}"
    if one.expected:
        scale = f"{name_text(one.expected_scale)} " if one.expected_scale is not None else ""
        yield f"应为 {scale}{tests_text(one.expected)}"
    if one.weight is not None:
        yield f"权重 {number_text(one.weight)}"
    if one.weight_filled:
        yield "权重 自填"
    if one.weight_total is not None:
        yield f"合计权重 {number_text(one.weight_total)}"
    if one.methods:
        yield f"计分 {' 或 '.join(name_text(name) for name in one.methods)}"
    if one.choices:
        yield f"可选 {'、'.join(_choice(choice) for choice in one.choices)}"
    if one.aliases:
        yield f"别名 {names_text(one.aliases)}"
    if one.cite is not None:
        yield f"依据 {citation_text(one.cite)}"


# ── 计分、等次、校验 ──


def _scoring(scoring: Scoring) -> Iterator[str]:
    lines = [
        f"{_changed(one.change)}舍入：{one.place} {one.digits} 位" + ("，截断" if one.cut else "")
        for one in scoring.roundings
    ]
    for ratio in scoring.completions:
        said = f"{_changed(ratio.change)}完成率 {ratio.case}"
        if ratio.expression is not None:
            said += f"：{expression_text(ratio.expression)}"
        lines.append(said)
    for default in scoring.defaults:
        said = f"{_changed(default.change)}默认 {_kinds(default.kinds)}"
        lines.append(said + (f"：{names_text(default.methods)}" if default.methods else ""))
    for merge in scoring.merges:
        said = f"{_changed(merge.change)}汇总 {_kind(merge.kind)}"
        if merge.how:
            said += f"：{name_text(merge.how)}"
        if merge.weighed_by is not None:
            said += f"，按 {name_text(merge.weighed_by)}"
        lines.append(said)
    for unfit in scoring.exclusions:
        said = "" if unfit.change is Change.CANCEL else "：折算" if unfit.rescaled else "：剔除"
        lines.append(f"{_changed(unfit.change)}不适用{said}")
    for near in scoring.tolerances:
        said = "" if near.share is None else f"：{percent_text(near.share)}"
        lines.append(f"{_changed(near.change)}约数{said}")
    for method in scoring.methods:
        lines.append(f"{_changed(method.change)}方法 {name_text(method.name)}")
        lines += [f"  {line}" for line in _method(method)]
    yield from _heading("【计分】", lines)


def _method(method: Method) -> Iterator[str]:  # noqa: C901 - one a property
    if method.kinds:
        yield f"适用：{_kinds(method.kinds)}"
    if method.rate is not None:
        yield f"得分率：{expression_text(method.rate)}"
    if method.points is not None:
        yield f"得分：{expression_text(method.points)}"
    if method.table is not None:
        table = method.table
        yield f"分档：{names_text(table.inputs)}"
        header = [name_text(name) for name in (*table.inputs, table.result)]
        yield from _aligned(
            [header, *([tests_text(cell) for cell in row.cells] for row in table.rows)]
        )
    for share, word in (
        (method.pass_line, "及格线"),
        (method.cap, "封顶"),
        (method.floor, "保底"),
    ):
        if share is not None:
            yield f"{word}：{percent_text(share)}"
    if method.explain is not None:
        yield f"须说明：{expression_text(method.explain)}"
    for one in method.deductions:
        yield f"扣减：{expression_text(one.amount)} 时 {expression_text(one.condition)}"
    if method.doc is not None:
        yield f"说明：{quoted_text(method.doc)}"
    if method.cite is not None:
        yield f"依据：{citation_text(method.cite)}"


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows of pipes, the cells of a column as wide as its widest on a terminal."""
    widths = [max(display_width(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            cell + " " * (width - display_width(cell))
            for cell, width in zip(row, widths, strict=True)
        ]
        yield f"| {' | '.join(cells)} |"


def _check(check: Check) -> Iterator[str]:
    said = f"{_changed(check.change)}校验 {check.code}"
    if check.title:
        said += f" {check.severity.label()}：{quoted_text(check.title)}"
    yield said
    if check.scope:
        yield f"  对象：{'每条 ' if check.each else ''}{name_text(check.scope)}"
    if check.when is not None:
        yield f"  当：{expression_text(check.when)}"
    if check.condition is not None:
        yield f"  条件：{expression_text(check.condition)}"
    if check.tolerance is not None:
        yield f"  容差：{number_text(check.tolerance)}"
    if check.message:
        yield f"  提示：{quoted_text(_template(check))}"
    if check.doc is not None:
        yield f"  说明：{quoted_text(check.doc)}"
    if check.cite is not None:
        yield f"  依据：{citation_text(check.cite)}"


def _template(check: Check) -> str:
    return "".join(
        piece if isinstance(piece, str) else f"{{{expression_text(piece, straight=True)}}}"
        for piece in check.message
    )


def _bands(bands: Bands) -> Iterator[str]:
    yield f"【{_changed(bands.change)}等次】"
    if bands.full:
        yield f"满分：{number_text(bands.full)}"
    if bands.cite is not None:
        yield f"依据：{citation_text(bands.cite)}"
    if bands.rows:
        rows = [[name_text(name), tests_text(tests)] for name, tests in bands.rows]
        yield from _aligned([["等次", "得分"], *rows])
