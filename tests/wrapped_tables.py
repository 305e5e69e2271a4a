"""Clean tables as wrapped text, and the ways in which a page damages them (reading.md, D19 to D26).

A table is a list of blocks of lines, each with what it is; between two blocks a blank line stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["WRAPPED_DAMAGES", "WrappedRow", "WrappedTable", "wrapped_tables"]

TREE = {
    "运行成本": ("公用经费控制", "在职人员控制", "项目支出成本控制"),
    "管理效率": ("战略管理", "预算编制", "预算执行", "绩效管理", "资产管理", "财务管理"),
    "可持续发展能力": ("体制机制改革", "人才支撑", "科技支撑"),
    "满意度": ("服务对象满意度", "联系部门满意度"),
}
NAMES = (
    "公用经费控制率",
    "会议费控制率",
    "中长期规划相符性",
    "工作计划健全性",
    "预算编制科学性",
    "结转结余率",
    "事前绩效评估完成率",
    "资产管理制度健全性",
    "会计核算规范性",
    "业务学习与培训完成率",
    "信息化建设情况",
    "服务群众的满意程度",
)
FIGURES = ("100%", "≥98%", "≤5%", "0%", "无", "16次", "2157家")
TEXTS = (
    "部门规划与部门职能匹配",
    "按标准制定，测算依据充分",
    "重点项目预算有保障，部门内项目无重复",
    "资产配置、使用、处置等管理制度完善",
    "符合国家财经法规和财务管理制度有关规定",
    "单位充分运用信息化手段提升工作效率",
)
BASES = ("行业标准", "计划标准", "预算支出标准", "其他标准")
KIND = "绩效基本型"
CLOSING = "，。、；"


@frozen
class WrappedRow:
    """A row as the form has it, and the lines of its cells: labels and name, values, its end."""

    truth: tuple[str, ...]
    labels: tuple[tuple[str, ...], ...]
    values: tuple[tuple[str, ...], ...]
    end: tuple[tuple[str, ...], ...]
    lines: tuple[str, ...] | None = None
    """All lines, where a damage has put them in another order; a page ends at an empty one."""

    def text(self) -> str:
        """The lines of the row, each with a blank one behind it."""
        if self.lines is not None:
            return "".join(line + "\n\n" if line else "\n\n" for line in self.lines)
        cells = (*self.labels, *self.values)
        if all(len(cell) == 1 for cell in cells):
            shown: tuple[str, ...] = (" ".join(cell[0] for cell in cells),)
        else:
            shown = tuple(line for cell in self.labels for line in cell)
            if all(len(cell) == 1 for cell in self.values):
                shown = (*shown, " ".join(cell[0] for cell in self.values))
            else:
                shown = (*shown, *(line for cell in self.values for line in cell))
        return "".join(
            f"{line}\n\n" for line in (*shown, *(one for cell in self.end for one in cell))
        )


@frozen
class WrappedTable:
    """A table: a title, a header and rows; `years` says that it has three columns of values."""

    years: bool
    rows: tuple[WrappedRow, ...]
    title: str = "部门整体绩效目标申报表"
    header: str = ""

    @property
    def text(self) -> str:
        """The text of the file."""
        return "\n" + f"{self.title}\n\n{self.header}" + "".join(row.text() for row in self.rows)

    def put(self, at: int, row: WrappedRow) -> WrappedTable:
        """The table with another row in one place."""
        return evolve(self, rows=(*self.rows[:at], row, *self.rows[at + 1 :]))


def wrap(text: str, width: int) -> tuple[str, ...]:
    """Lines of so many letters; a mark never begins one."""
    lines: list[str] = []
    while text:
        cut = width
        while cut > 1 and cut < len(text) and text[cut] in CLOSING:
            cut -= 1
        lines.append(text[:cut])
        text = text[cut:]
    return tuple(lines)


HEADERS = {
    False: "一级\n\n指标\n二级指标 三级指标 指标值\n\n指标值确\n\n定依据\n指标分类\n\n",
    True: (
        "一级\n\n指标\n二级指标 三级指标\n\n指标值 指\n\n标\n\n值\n\n确\n\n定\n\n依\n\n据\n\n"
        "指\n\n标\n\n分\n\n类\n\n近两年指标值\n\n预期当年\n\n实现值\n前\n\n2022\n\n年\n\n"
        "上\n\n2023\n\n年\n\n"
    ),
}


@st.composite
def wrapped_tables(draw: st.DrawFn) -> WrappedTable:
    """A filled-in table with everything where the form has it."""
    years = draw(st.booleans())
    rows: list[WrappedRow] = []
    names = iter(draw(st.permutations(NAMES)))
    for first, seconds in draw(
        st.lists(st.sampled_from(list(TREE.items())), min_size=2, max_size=3, unique=True)
    ):
        label1 = wrap(first, 3 if len(first) > 4 else 2)
        for second in draw(st.lists(st.sampled_from(seconds), min_size=1, max_size=2, unique=True)):
            label2 = wrap(second, 6)
            for _ in range(draw(st.integers(1, 2))):
                name = next(names, None)
                if name is None:
                    continue
                labels = tuple(cell for cell in (label1, label2, wrap(name, 7)) if cell)
                rows.append(_row(draw, (first, second, name), labels, years=years))
                label1 = label2 = ()
    return WrappedTable(years, tuple(rows), header=HEADERS[years])


def _row(
    draw: st.DrawFn, path: tuple[str, ...], labels: tuple[tuple[str, ...], ...], *, years: bool
) -> WrappedRow:
    text = draw(st.booleans())
    chosen = draw(st.sampled_from(TEXTS if text else FIGURES))
    basis = draw(st.sampled_from(BASES))
    if not years:
        values: tuple[str, ...] = (chosen,)
        wrapped: tuple[tuple[str, ...], ...] = (wrap(chosen, 6) if text else (chosen,),)
        end = (wrap(basis, 4), wrap(KIND, 4))
    else:
        values = (chosen,) * 3 if text else tuple(draw(st.sampled_from(FIGURES)) for _ in range(3))
        widths = (3, 3, 4)
        wrapped = tuple(
            wrap(one, width) if text else (one,) for one, width in zip(values, widths, strict=True)
        )
        end = (tuple(basis), tuple(KIND))
    return WrappedRow((*path, *values, basis, KIND), labels, wrapped, end)


# ── damages ───────────────────────────────────────────────────────────────────


def _at(table: WrappedTable, draw: st.DrawFn) -> int:
    return draw(st.integers(0, len(table.rows) - 1))


def page_between(table: WrappedTable, draw: st.DrawFn) -> WrappedTable:
    """D20: a page ends between two rows, with a number or without."""
    at = _at(table, draw)
    mark = draw(st.sampled_from(["\n\n", " \n\n", "— 3 —\n\n", "第 3 页 共 9 页\n\n"]))
    row = table.rows[at]
    return table.put(at, evolve(row, lines=(*_lines(row), mark.rstrip("\n"), "")))


def _lines(row: WrappedRow) -> tuple[str, ...]:
    return tuple(line for line in row.text().split("\n\n") if line)


def header_again(table: WrappedTable, draw: st.DrawFn) -> WrappedTable:
    """D20: the header is printed again at the top of a page."""
    at = _at(table, draw)
    row = table.rows[at]
    return table.put(at, evolve(row, lines=(*_lines(row), "", table.header.rstrip("\n"))))


def end_narrow(table: WrappedTable, draw: st.DrawFn) -> WrappedTable:
    """D21: the columns at the end are one letter wide."""
    at = _at(table, draw)
    row = table.rows[at]
    return table.put(at, evolve(row, end=tuple(tuple("".join(cell)) for cell in row.end)))


def end_shuffled(table: WrappedTable, draw: st.DrawFn) -> WrappedTable:
    """D22: a page ends within both columns at the end."""
    at = _at(table, draw)
    row = table.rows[at]
    basis, kind = (tuple("".join(cell)) for cell in row.end)
    one = draw(st.integers(1, len(basis) - 1))
    two = draw(st.integers(1, len(kind) - 1))
    body = _lines(evolve(row, end=()))
    rest = draw(st.sampled_from([(*basis[one:], *kind[two:]), (f"{basis[one]} {kind[two]}",)]))
    if len(rest) == 1:
        rest = (*rest, *basis[one + 1 :], *kind[two + 1 :])
    return table.put(at, evolve(row, lines=(*body, *basis[:one], *kind[:two], "", *rest)))


def values_shuffled(table: WrappedTable, draw: st.DrawFn) -> WrappedTable:
    """D22: a page ends within the columns of values."""
    places = [at for at, row in enumerate(table.rows) if all(len(one) > 1 for one in row.values)]
    if not places:
        return table
    at = draw(st.sampled_from(places))
    row = table.rows[at]
    cut = draw(st.integers(1, min(map(len, row.values)) - 1))
    labels = [line for cell in row.labels for line in cell]
    tops = [line for cell in row.values for line in cell[:cut]]
    rest = [line for cell in row.values for line in cell[cut:]]
    end = [line for cell in row.end for line in cell]
    return table.put(at, evolve(row, lines=(*labels, *tops, "", *rest, *end)))


def name_and_value_shuffled(table: WrappedTable, draw: st.DrawFn) -> WrappedTable:
    """D22: a page ends within the name and the value beside it."""
    places = [
        at
        for at, row in enumerate(table.rows)
        if len(row.labels[-1]) > 1 and all(len(one) > 1 for one in row.values)
    ]
    if not places:
        return table
    at = draw(st.sampled_from(places))
    row = table.rows[at]
    labels = [line for cell in row.labels[:-1] for line in cell]
    name = row.labels[-1]
    tops = [cell[0] for cell in row.values]
    rest = [line for cell in row.values for line in cell[1:]]
    end = [line for cell in row.end for line in cell]
    return table.put(at, evolve(row, lines=(*labels, name[0], *tops, "", *name[1:], *rest, *end)))


def cells_joined(table: WrappedTable, draw: st.DrawFn) -> WrappedTable:
    """D23: the last value and the basis stand on one line."""
    at = _at(table, draw)
    row = table.rows[at]
    lines = _lines(evolve(row, end=()))
    basis, kind = ("".join(cell) for cell in row.end)
    return table.put(at, evolve(row, lines=(*lines[:-1], f"{lines[-1]} {basis}", *wrap(kind, 4))))


def name_stretched(table: WrappedTable, draw: st.DrawFn) -> WrappedTable:
    """D24: a line of a name is stretched to its width."""
    at = _at(table, draw)
    row = table.rows[at]
    name = (" ".join(row.labels[-1][0]), *row.labels[-1][1:])
    lines = _lines(evolve(row, labels=(*row.labels[:-1], name), end=()))
    if not lines[0].startswith(name[0]) and name[0] not in lines:
        return table
    return table.put(at, evolve(row, labels=(*row.labels[:-1], name)))


def quantity_spaced(table: WrappedTable, draw: st.DrawFn) -> WrappedTable:
    """D24: a space between a number and its unit."""
    at = _at(table, draw)
    row = table.rows[at]
    values = tuple(
        tuple(line.replace("次", " 次").replace("家", " 家") for line in cell)
        if cell[0][:1].isdigit()
        else cell
        for cell in row.values
    )
    return table.put(at, evolve(row, values=values))


def placeholder_between(table: WrappedTable, draw: st.DrawFn) -> WrappedTable:
    """D26: …… stands for rows that may follow."""
    at = _at(table, draw)
    row = table.rows[at]
    return table.put(at, evolve(row, lines=(*_lines(row), "……")))


def end_letter_lost(table: WrappedTable, draw: st.DrawFn) -> WrappedTable:
    """A letter at the end of a row is not printed."""
    at = _at(table, draw)
    row = table.rows[at]
    basis, kind = ("".join(cell) for cell in row.end)
    drop = draw(st.integers(0, len(basis) + len(kind) - 1))
    cut = basis[:drop] + basis[drop + 1 :], kind
    if drop >= len(basis):
        cut = basis, kind[: drop - len(basis)] + kind[drop - len(basis) + 1 :]
    return table.put(at, evolve(row, end=tuple(tuple(one) for one in cut)))


def end_lost(table: WrappedTable, draw: st.DrawFn) -> WrappedTable:
    """The words that end a row are not printed."""
    at = _at(table, draw)
    return table.put(at, evolve(table.rows[at], end=()))


def header_narrow(table: WrappedTable, _draw: st.DrawFn) -> WrappedTable:
    """D21: the header is one letter wide."""
    letters = [char for char in table.header if not char.isspace()]
    return evolve(table, header="".join(f"{char}\n\n" for char in letters))


def title_marked(table: WrappedTable, draw: st.DrawFn) -> WrappedTable:
    """D19: marks before the title."""
    mark = draw(st.sampled_from(["## ", "- ", "[bookmark: _Toc_1]"]))
    return evolve(table, title=mark + table.title)


WRAPPED_DAMAGES: tuple[Callable[[WrappedTable, st.DrawFn], WrappedTable], ...] = (
    page_between,
    header_again,
    end_narrow,
    end_shuffled,
    values_shuffled,
    name_and_value_shuffled,
    cells_joined,
    name_stretched,
    quantity_spaced,
    placeholder_between,
    end_letter_lost,
    end_lost,
    header_narrow,
    title_marked,
)
