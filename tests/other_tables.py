"""Clean tables of other kinds: a self-evaluation, a department's table with tasks; a cell a line.

They are grids as in `clean_tables`, so that the damages of that module can be done to them too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve
from hypothesis import strategies as st

from clean_tables import NAMES, CleanTable, Row

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "STACKED_DAMAGES",
    "TASK_DAMAGES",
    "departments",
    "self_evaluations",
    "stacked_text",
]

TREE = {
    "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
    "效益指标": ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"),
    "满意度指标": ("服务对象满意度指标",),
}
VALUES = ("≥10场", "≥98%", "12月底前", "≤5万元", "100%", "50个")
DONE = ("12场", "97.5%", "12月10日", "4.8万元", "100%", "50个")
TASKS = ("工资福利支出", "对个人和家庭的补助", "公用经费总额", "服务能力提升(专项)")


def _rows(draw: st.DrawFn, rest: Callable[[], tuple[str, ...]]) -> list[Row]:
    rows: list[Row] = []
    names = iter(draw(st.permutations(NAMES)))
    for first, seconds in TREE.items():
        label1 = first
        for second in seconds:
            label2 = second
            for _ in range(2 if second == "数量指标" else draw(st.integers(1, 2))):
                rows.append(Row("row", (label1, label2, next(names), *rest())))
                label1 = label2 = ""
    return rows


@st.composite
def self_evaluations(draw: st.DrawFn) -> CleanTable:
    """A filled-in 自评表: money in several columns, targets, actuals, weights and points."""

    def rest() -> tuple[str, ...]:
        at = draw(st.integers(0, len(VALUES) - 1))
        weight = draw(st.sampled_from(("5", "10", "12.5")))
        points = draw(st.sampled_from(("0", "4.5", weight)))
        return VALUES[at], DONE[at], weight, points, draw(st.sampled_from(("", "天气")))

    rows = [
        Row("title", ("项目支出绩效自评表",)),
        Row("title", ("2022年度",)),
        Row("field", ("项目名称", "培训", "主管部门", "某局")),
        Row(
            "funding",
            (
                "项目资金（元）",
                "",
                "年初预算数",
                "全年预算数",
                "全年执行数",
                "分值",
                "执行率",
                "得分",
            ),
        ),
        Row("funding", ("", "年度资金总额", "2500", "2500", "2000", "10", "80%", "8")),
        Row(
            "header",
            (
                *("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"),
                "偏差原因分析及改进措施",
            ),
        ),
    ]
    return CleanTable((*rows, *_rows(draw, rest)), width=9)


@st.composite
def departments(draw: st.DrawFn) -> CleanTable:
    """A filled-in 部门整体 table: tasks with their money and its sum, goals, indicators."""
    amounts = draw(
        st.lists(st.tuples(st.integers(1, 99), st.integers(0, 99)), min_size=2, max_size=len(TASKS))
    )
    rows = [
        Row("title", ("部门整体支出绩效目标表",)),
        Row("field", ("部门(单位)名称", "", "某市某局")),
        Row("taskhead", ("年度主要任务", "任务名称", "主要内容", "预算金额(万元)")),
        Row("taskhead", ("", "", "", "总额", "财政拨款", "其他资金")),
    ]
    rows += [
        Row("task", ("", f"任务{at}", name, str(one + two), str(one), str(two) if two else ""))
        for at, (name, (one, two)) in enumerate(zip(TASKS, amounts, strict=False), 1)
    ]
    sums = [sum(one for one, _ in amounts), sum(two for _, two in amounts)]
    total = ("", "金额合计", "", str(sum(sums)), str(sums[0]), str(sums[1]) if sums[1] else "")
    rows += [
        Row("total", total),
        Row("field", ("年度总体目标", "目标1: 完成宣传 目标2: 完成培训")),
        Row("header", ("一级指标", "二级指标", "三级指标", "指标值")),
    ]
    return CleanTable((*rows, *_rows(draw, lambda: (draw(st.sampled_from(VALUES)),))), width=6)


# ── tasks ─────────────────────────────────────────────────────────────────────


def total_right(table: CleanTable, _draw: st.DrawFn) -> CleanTable:
    """D10: the sum of the tasks stands one column to the right."""
    at = table.at("total")[0]
    cells = table.rows[at].cells
    return evolve(table.put(at, *cells[:3], "", *cells[3:]), width=7)


def task_left(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """D9: a task stands one column to the left."""
    at = draw(st.sampled_from(table.at("task")))
    return table.put(at, *table.rows[at].cells[1:])


def task_right(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """D9: a task stands one column to the right."""
    at = draw(st.sampled_from(table.at("task")))
    return evolve(table.put(at, "", *table.rows[at].cells), width=7)


def task_content_lost(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """A task without what it is."""
    at = draw(st.sampled_from(table.at("task")))
    cells = table.rows[at].cells
    return table.put(at, *cells[:2], "", *cells[3:])


def sum_lost(table: CleanTable, _draw: st.DrawFn) -> CleanTable:
    """The sum has no amounts."""
    at = table.at("total")[0]
    return table.put(at, *table.rows[at].cells[:2])


TASK_DAMAGES: tuple[Callable[[CleanTable, st.DrawFn], CleanTable], ...] = (
    total_right,
    task_left,
    task_right,
    task_content_lost,
    sum_lost,
)


# ── a cell a line ─────────────────────────────────────────────────────────────


def stacked_text(table: CleanTable) -> str:
    """The table with each cell on a line of its own and a blank line behind each row."""
    text = ""
    for row in table.rows:
        if row.kind == "title":
            text += f"{row.cells[0]}\n"
            continue
        cells = (*row.cells, *[""] * (table.width - len(row.cells)))
        text += "".join(f"\t{cell}\n" for cell in cells) + "\n"
    return text


def _cell_lines(text: str) -> list[int]:
    lines = text.split("\n")
    return [at for at, line in enumerate(lines) if line.startswith("\t") and len(line) > 3]


def blank_inside(text: str, draw: st.DrawFn) -> str:
    """D16: a blank line inside a row."""
    lines = text.split("\n")
    lines.insert(draw(st.sampled_from(_cell_lines(text))) + 1, "")
    return "\n".join(lines)


def line_inside(text: str, draw: st.DrawFn) -> str:
    """D17: a text goes on without a tab on the next line."""
    lines = text.split("\n")
    at = draw(st.sampled_from(_cell_lines(text)))
    cut = draw(st.integers(2, len(lines[at]) - 1))
    lines[at : at + 1] = [lines[at][:cut], lines[at][cut:]]
    return "\n".join(lines)


def tab_behind(text: str, draw: st.DrawFn) -> str:
    """D18: a tab at the end of a cell."""
    lines = text.split("\n")
    lines[draw(st.sampled_from(_cell_lines(text)))] += "\t"
    return "\n".join(lines)


def page_inside(text: str, draw: st.DrawFn) -> str:
    """D20: a page ends between two rows: a line with one space, or a number."""
    rows = text.split("\n\n")
    at = draw(st.integers(1, len(rows) - 1))
    mark = draw(st.sampled_from([" ", "- 7 -", "第 7 页"]))
    return "\n\n".join([*rows[:at], mark, *rows[at:]])


def cell_lost(text: str, draw: st.DrawFn) -> str:
    """An empty cell is not printed, so that the row is one cell short."""
    lines = text.split("\n")
    empty = [at for at, line in enumerate(lines) if line == "\t"]
    del lines[draw(st.sampled_from(empty))]
    return "\n".join(lines)


STACKED_DAMAGES: tuple[Callable[[str, st.DrawFn], str], ...] = (
    blank_inside,
    line_inside,
    tab_behind,
    page_inside,
    cell_lost,
)
