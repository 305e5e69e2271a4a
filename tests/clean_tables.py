"""Clean tables as grids, and the ways in which extraction damages them (reading.md, D1 to D19).

A table is a list of rows of cells with what each row is, so that a damage can be done to one kind
of row and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen
from hypothesis import strategies as st

from forms import FIXED, FREE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["DAMAGES", "CleanTable", "Row", "clean_tables", "damaged"]

WIDTH = 7
"""Columns of the grid; the form needs five, the rest stays empty."""

NAMES = (
    "培训场次",
    "设备验收合格率",
    "政策知晓率",
    "业务办理及时性",
    "短信发送量",
    "群众投诉办结率",
    "档案整理数量",
    "对提高办事效率的影响程度",
    "系统运行安全评估",
    "资金专款专用率",
    "宣传册印刷数量",
    "项目完成情况",
    "监督检查次数",
    "公众满意度",
    "经费支出时效性",
    "单位成本节约率",
    "项目验收合格率",
    "数据更新及时率",
    "项目验收合格率",
    "数据更新及时率",
)
VALUES = ("≥10场", "=100%", "≥98%", "较高", "及时", "≤5%", "12月底前", "不断提升", "全市域")
LINES = ("培训费", "宣传费", "审计费", "法律顾问费", "平台运维费", "课题研究")


@frozen
class Row:
    """A row of the grid: what it is, and its cells from the left without the empty tail.

    `kind` is title, field, funding, spending, header, row or slot.
    """

    kind: str
    cells: tuple[str, ...]
    cut: bool = False

    def text(self, width: int) -> str:
        """The line of the file; one that is `cut` ends with its last cell."""
        if self.cut:
            return "\t".join(self.cells)
        if self.kind == "title":
            return self.cells[0]
        return "\t".join((*self.cells, *[""] * (width - len(self.cells)))[:width])


@frozen
class CleanTable:
    """A table as the form has it."""

    rows: tuple[Row, ...]
    width: int = WIDTH

    @property
    def text(self) -> str:
        """The text of the file."""
        return "\n".join(row.text(self.width) for row in self.rows) + "\n"

    def at(self, *kinds: str) -> list[int]:
        """Where the rows of some kinds stand."""
        return [index for index, row in enumerate(self.rows) if row.kind in kinds]

    def put(self, index: int, *cells: str) -> CleanTable:
        """The table with other cells in one row."""
        row = evolve(self.rows[index], cells=cells)
        return evolve(self, rows=(*self.rows[:index], row, *self.rows[index + 1 :]))


def _indicators(draw: st.DrawFn) -> list[Row]:
    rows: list[Row] = []
    for first, seconds in FIXED.items():
        label1 = first
        for second, thirds in seconds.items():
            label2 = second
            for third, word in thirds.items():
                values = (word, word) if word else ("=50%", "=100%")
                rows.append(Row("row", (label1, label2, third, *values)))
                label1 = label2 = ""
    names = iter(draw(st.permutations(NAMES)))
    for first, free in FREE.items():
        label1 = first
        for second in free:
            count = draw(st.integers(0, 2)) if second != "数量指标" else 1
            label2 = second
            for _ in range(count):
                values = (draw(st.sampled_from(VALUES)), draw(st.sampled_from(VALUES)))
                rows.append(Row("row", (label1, label2, next(names), *values)))
                label1 = label2 = ""
            if not count:
                rows.append(Row("slot", (label1, label2)))
                label1 = ""
    return rows


@st.composite
def clean_tables(draw: st.DrawFn) -> CleanTable:
    """A filled-in table of 南通's form with everything where the form has it."""
    rows = [
        Row("title", ("南通市本级项目预算绩效目标表",)),
        Row("title", ("2025年度",)),
        Row("field", ("项目名称", "", draw(st.sampled_from(["培训", "系统运维", "宣传项目"])))),
        Row("field", ("实施单位", "", "某局", "", "项目类型", "常年安排项目")),
    ]
    amounts = draw(
        st.lists(
            st.tuples(st.integers(0, 50), st.integers(50, 100)),
            min_size=1,
            max_size=len(LINES),
        )
    )
    total = str(sum(full for _, full in amounts))
    rows += [
        Row("funding", ("项目资金 (万元)", "收入", "", "", "", "全年(程) 预算数")),
        Row("funding", ("", "", "资金总额", "", "", total)),
        Row("funding", ("", "", "财政拨款", "小计", "", total)),
        Row("funding", ("", "", "", "一般公共预算资金", "", total)),
        Row("funding", ("", "", "上年结转资金", "", "", "0")),
        Row("funding", ("", "", "其他资金", "", "", "0")),
        Row("spendinghead", ("", "支出", "", "", "半年(程) 计划执行数", "全年(程) 预算数")),
    ]
    rows += [
        Row("spending", ("", "", name, "", str(half), str(full)))
        for name, (half, full) in zip(LINES, amounts, strict=False)
    ]
    rows += [
        Row("field", ("年度目标", "", "完成培训和宣传，提高办事效率。")),
        Row("header", ("一级指标", "二级指标", "三级指标", "半年(程) 指标值", "全年(程) 指标值")),
    ]
    return CleanTable((*rows, *_indicators(draw)))


# ── damages ───────────────────────────────────────────────────────────────────


def _pick(draw: st.DrawFn, indices: Sequence[int]) -> int:
    return draw(st.sampled_from(list(indices)))


def _labelled(table: CleanTable) -> list[int]:
    return [at for at in table.at("row") if table.rows[at].cells[1]]


def _unlabelled(table: CleanTable) -> list[int]:
    return [at for at in table.at("row") if not any(table.rows[at].cells[:2])]


def label_right(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """D1: the cells of a labelled row stand one column to the right."""
    at = _pick(draw, _labelled(table))
    return table.put(at, "", *table.rows[at].cells)


def label_right_cut(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """D1 in a grid of five columns: the last value falls over the edge."""
    narrow = evolve(table, width=5)
    rows = [row for row in narrow.rows if row.kind not in {"funding", "spending", "spendinghead"}]
    narrow = evolve(narrow, rows=tuple(rows))
    at = _pick(draw, _labelled(narrow))
    return narrow.put(at, "", *narrow.rows[at].cells[:4])


def label_left(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """D2: a 二级 without a 一级 beside it stands in the first column."""
    at = _pick(draw, [one for one in _labelled(table) if not table.rows[one].cells[0]])
    return table.put(at, *table.rows[at].cells[1:])


def name_first(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """D3: a 三级 stands in the first column, the values behind it."""
    at = _pick(draw, _unlabelled(table))
    name, *values = table.rows[at].cells[2:]
    gap = draw(st.sampled_from([(), ("",)]))
    return table.put(at, name, *gap, *values)


def name_second(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """D4: a 三级 stands in the second column."""
    at = _pick(draw, _unlabelled(table))
    return table.put(at, *table.rows[at].cells[1:])


def name_lost(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """D5: a 三级 is gone; its cell is empty, or the 二级 has slid into it."""
    at = _pick(draw, table.at("row"))
    first, second, _, *values = table.rows[at].cells
    if second and draw(st.booleans()):
        return table.put(at, first, "", second, *values)
    return table.put(at, first, second, "", *values)


def label_late(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """D6: a label of the fixed part, or any 一级, stands one row late."""
    last = len(table.rows) - 1
    fixed = set(FIXED) | {second for seconds in FIXED.values() for second in seconds}
    choices = [
        (at, column)
        for at in table.at("row", "slot")
        for column in (0, 1)
        if at < last
        and table.rows[at].cells[column]
        and not table.rows[at + 1].cells[column]
        and (column == 0 or table.rows[at].cells[column] in fixed)
    ]
    at, column = draw(st.sampled_from(choices))
    above, below = list(table.rows[at].cells), list(table.rows[at + 1].cells)
    below[column], above[column] = above[column], ""
    return table.put(at, *above).put(at + 1, *below)


def label_early(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """D6: a label of the fixed part stands one row early, on the last row of its neighbour."""
    fixed = {second for seconds in FIXED.values() for second in seconds} | {"产出指标", "过程"}
    choices = [
        (at, column)
        for at in table.at("row")
        for column in (0, 1)
        if table.rows[at].cells[column] in fixed
        and table.rows[at - 1].kind == "row"
        and not table.rows[at - 1].cells[column]
    ]
    at, column = draw(st.sampled_from(choices))
    above, below = list(table.rows[at - 1].cells), list(table.rows[at].cells)
    above[column], below[column] = below[column], ""
    return table.put(at - 1, *above).put(at, *below)


def column_cut(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """D8: the last column of the indicator part is cut off, in one row or with its header."""
    rows = table.at("row", "header")
    if draw(st.booleans()):
        at = _pick(draw, table.at("row"))
        row = evolve(table.rows[at], cells=table.rows[at].cells[:4], cut=True)
        return evolve(table, rows=(*table.rows[:at], row, *table.rows[at + 1 :]))
    for at in rows:
        table = table.put(at, *table.rows[at].cells[:4])
    keep = [row for row in table.rows if row.kind not in {"funding", "spending", "spendinghead"}]
    return CleanTable(tuple(keep), width=4)


def spending_left(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """D9: spending lines stand to the left of the word 支出."""
    lines = table.at("spending")
    for at in lines[draw(st.integers(0, len(lines) - 1)) :]:
        _, _, name, _, half, full = table.rows[at].cells
        table = table.put(at, name, "", "", half, full)
    return table


def spending_head_lost(table: CleanTable, _draw: st.DrawFn) -> CleanTable:
    """D9: the row 支出 itself is gone."""
    kept = [row for row in table.rows if row.kind != "spendinghead"]
    return evolve(table, rows=tuple(kept))


def spending_header_torn(table: CleanTable, _draw: st.DrawFn) -> CleanTable:
    """D8: the second header of the spending lines and its amount fall into a row of their own."""
    head = table.at("spendinghead")[0]
    table = table.put(head, *table.rows[head].cells[:5])
    last = table.at("spending")[-1]
    full = table.rows[last].cells[5]
    table = table.put(last, *table.rows[last].cells[:5])
    torn = Row("spending", ("", "", "", "", "全年(程) 预算数", full))
    return evolve(table, rows=(*table.rows[: last + 1], torn, *table.rows[last + 1 :]))


def funding_left(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """D10: a source and its amount stand one column to the left."""
    at = _pick(draw, table.at("funding")[1:])
    cells = table.rows[at].cells
    return table.put(at, *cells[1:])


def total_beside_header(table: CleanTable, _draw: st.DrawFn) -> CleanTable:
    """The header of the amounts and 资金总额 with its amount share one row."""
    head, total = table.at("funding")[:2]
    amount = table.rows[total].cells[5]
    table = table.put(
        head, "项目资金 (万元)", "收入", "资金总额", "", "全年(程) 预算数", "", amount
    )
    return evolve(table, rows=(*table.rows[:total], *table.rows[total + 1 :]))


def total_lost(table: CleanTable, _draw: st.DrawFn) -> CleanTable:
    """The amount of 资金总额 is not printed."""
    total = table.at("funding")[1]
    return table.put(total, *table.rows[total].cells[:5])


def header_split(table: CleanTable, _draw: st.DrawFn) -> CleanTable:
    """D11: the header of the indicators stands on two lines."""
    at = table.at("header")[0]
    cells = table.rows[at].cells
    upper = evolve(table.rows[at], cells=cells[:3])
    lower = evolve(table.rows[at], cells=("", "", "", *cells[3:]))
    return evolve(table, rows=(*table.rows[:at], upper, lower, *table.rows[at + 1 :]))


def header_lost(table: CleanTable, _draw: st.DrawFn) -> CleanTable:
    """The header of the indicators is gone."""
    kept = [row for row in table.rows if row.kind != "header"]
    return evolve(table, rows=tuple(kept))


def stray_tab(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """D18: stray tabs at the ends of the lines; the grid is wider."""
    return evolve(table, width=table.width + draw(st.integers(1, 3)))


def title_marked(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """D19: marks of Markdown or Word before the title."""
    mark = draw(st.sampled_from(["## ", "### ", "- ", "[bookmark: _Toc_1]", "\u3000"]))
    return table.put(0, mark + table.rows[0].cells[0])


def spaced_labels(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """D27: full-width marks and spaces within labels."""
    at = _pick(draw, [*table.at("header"), *_labelled(table)])
    changed = (
        cell.replace("(", "（").replace(")", "）") if index > 1 else f" {cell[:1]} {cell[1:]}"
        for index, cell in enumerate(table.rows[at].cells)
    )
    return table.put(at, *changed)


DAMAGES: tuple[Callable[[CleanTable, st.DrawFn], CleanTable], ...] = (
    label_right,
    label_right_cut,
    label_left,
    name_first,
    name_second,
    name_lost,
    label_late,
    label_early,
    column_cut,
    spending_left,
    spending_head_lost,
    spending_header_torn,
    funding_left,
    total_beside_header,
    total_lost,
    header_split,
    header_lost,
    stray_tab,
    title_marked,
    spaced_labels,
)


@st.composite
def damaged(
    draw: st.DrawFn, damage: Callable[[CleanTable, st.DrawFn], CleanTable]
) -> tuple[CleanTable, CleanTable]:
    """A clean table, and the same table with one kind of damage."""
    table = draw(clean_tables())
    return table, damage(table, draw)
