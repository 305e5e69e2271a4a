"""A form that was seen, as the lines of its 【表】, every guess said in a comment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.expressions.text import name_text, names_text
from jixiao.messages.drafts import draft_word
from jixiao.reading.grid import key
from jixiao.reading.labels import SOURCES
from jixiao.source import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jixiao.drafting.forms_seen import FormSeen
    from jixiao.rules import TableRule
    from jixiao.tables import Column, Table

__all__ = ["comment", "form_lines"]

_DUE = (
    (re.compile(r"半年|(?<!\d)6月|上半年"), "6月底"),
    (re.compile(r"全年|年度|年末|12月"), "12月底"),
    (re.compile(r"(?<!\d)3月|一季度"), "3月底"),
    (re.compile(r"(?<!\d)9月|三季度"), "9月底"),
)
_SPENDING = "支出"
_INCOME = "收入"
_MONEY = "项目资金"
"""What the part about money is called once it is spent, at 自评 and 监控."""
_LETTERS = re.compile(r"[(（][A-Z](/[A-Z])?[)）]$")
_KINDS = ((re.compile("分值|得分|权重"), "数值"), (re.compile("率|比例"), "百分比"))
_BUDGET = "全年预算数"
"""What amounts are called where no column is printed above them."""
_PLAN = "资金支出计划"


def comment(name: str, /, **context: object) -> str:
    """A line of comment."""
    return f"# {draft_word(name, **context)}"


def form_lines(form: FormSeen, above: TableRule | None) -> Iterator[str]:
    """The 【表】 of a form; `above` is the parent's form of that name, which it then changes."""
    if len(form.titles) > 1:
        shown = "、".join(form.titles[:3]) + ("……" if len(form.titles) > 3 else "")  # noqa: PLR2004
        yield comment("form", count=len(form.titles), titles=shown)
    yield f"【表 {name_text(form.name)}】"
    if above is None or above.stage != form.stage:
        change = "" if above is None or above.stage is None else "修改 "
        yield f"{change}阶段：{form.stage}"
    if above is None or above.money_unit != form.money_unit:
        change = "" if above is None or above.money_unit is None else "修改 "
        yield f"{change}金额单位：{name_text(form.money_unit)}"
    yield from _fields(form, above)
    yield from _money(form, above)
    yield from _columns(form.columns(), above)


def _named(name: str) -> str:
    return name_text(name.replace("」", "").strip())


def _fields(form: FormSeen, above: TableRule | None) -> Iterator[str]:
    names, required, doubtful = form.fields()
    known = () if above is None else tuple(one.name for one in above.fields)
    fresh = [name for name in names if name not in known and squeeze(name) not in SOURCES]
    if fresh:
        yield comment("required") if len(form.tables) > 1 else comment("one_table")
    for name in fresh:
        kind = "年份" if form.is_year(name) else "文本"
        demand = "，必填" if name in required else ""
        yield f"项 {_named(name)}：值 {kind}{demand}"
    if doubtful:
        yield comment("left_out", names="、".join(name[:20] for name in doubtful[:12]))


def _money(form: FormSeen, above: TableRule | None) -> Iterator[str]:
    known = () if above is None else tuple(one.name for one in above.groups)
    sources = _sources(form.tables)
    if sources:
        yield comment("blocks")
        columns = _amounts(line.amounts for table in form.tables for line in table.funding)
        listed = "，".join(
            f"{_named(_BUDGET if name in sources else _LETTERS.sub('', name))} {_kind(name)}"
            for name in columns
        )
        block = _INCOME if form.stage == "目标" else _MONEY
        change = "修改 " if block in known else ""
        yield f"{change}明细 {block}：资金来源 文本，{listed}"
        yield f"各行：{names_text(name.replace('」', '') for name in sources)}"
    spent = _amounts(line.amounts for table in form.tables for line in table.spending)
    if spent:
        listed = "，".join(f"{_named(name)} 金额" for name in spent)
        change = "修改 " if _SPENDING in known else ""
        yield f"{change}明细 {_SPENDING}：名称 文本，{listed}"
    steps = {step.name: step for table in form.tables for step in table.schedule}
    if steps:
        yield comment("schedule")
    for step in sorted(steps.values(), key=lambda one: one.due):
        month, day = step.due
        due = f"{month}月底" if day >= 28 else f"{month}月{day}日"  # noqa: PLR2004 - end of month
        yield f"项 {_PLAN}/{_named(step.name)}：值 百分比，截至 {due}"


def _kind(column: str) -> str:
    return next((kind for pattern, kind in _KINDS if pattern.search(column)), "金额")


def _sources(tables: Sequence[Table]) -> tuple[str, ...]:
    """The rows of the part about money, without those a single table of many has."""
    lines = [(at, line.source) for at, table in enumerate(tables) for line in table.funding]
    seen: dict[str, set[int]] = {}
    for at, source in lines:
        seen.setdefault(source, set()).add(at)
    return tuple(
        name
        for name, where in seen.items()
        if name.strip() and (key(name) in SOURCES or len(where) * 2 > len(tables))
    )


def _amounts(lines: Iterable[Sequence[tuple[str, object]]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for amounts in lines for name, _ in amounts))


def _columns(columns: Sequence[Column], above: TableRule | None) -> Iterator[str]:
    known = {} if above is None else {one.name: one for one in above.columns}
    printed = {one.name for one in columns}
    for name in known:
        if name not in printed:
            yield f"取消 列 {name_text(name)}"
    targets = [one for one in columns if one.role == "目标值"]
    if len(targets) > 1:
        yield comment("due")
    for one in columns:
        rule = known.get(one.name)
        if rule is not None and rule.role == (one.role or None):
            continue
        if one.role:
            yield comment("column", name=one.name, role=one.role)
        else:
            yield comment("column_unknown", name=one.name)
        clauses = [f"作为 {one.role}"] if one.role else []
        due = _due(one.name) if one.role == "目标值" and len(targets) > 1 else None
        if due is not None:
            clauses.append(f"截至 {due}")
        head = f"{'修改 ' if rule is not None else ''}列 {_named(one.name)}"
        yield f"{head}：{'，'.join(clauses)}" if clauses else head


def _due(name: str) -> str | None:
    return next((day for pattern, day in _DUE if pattern.search(name)), None)
