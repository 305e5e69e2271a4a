"""Self-evaluations as grids with merged cells, in every kind of file, and what must be read."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

import jixiao
from clean_tables import CleanTable, Row
from office_files import Grid, Span, as_docx, as_html, as_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from jixiao.tables import Document, Table

__all__ = [
    "FILES",
    "Filled",
    "FilledRow",
    "Money",
    "clean_table",
    "grid_of",
    "hold_all",
    "holds",
    "several",
    "stacked",
]

NAMES = (
    *("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"),
    "偏差原因分析及改进措施",
)
MONEY = ("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
_WIDTH = 8


@frozen
class FilledRow:
    """One indicator as printed; `label1` is the 一级 with its weight where it carries one."""

    level1: str
    level2: str
    level3: str
    target: str
    actual: str
    weight: str = ""
    points: str = ""
    reason: str = ""


@frozen
class Money:
    """One source of money with its six figures as printed."""

    source: str
    figures: tuple[str, ...]


@frozen
class Filled:
    """A self-evaluation as filled in, in the national form."""

    name: str
    year: int
    rows: tuple[FilledRow, ...]
    money: tuple[Money, ...] = ()
    goals: tuple[str, str] | None = None
    weights: Mapping[str, str] = {}
    """What stands behind the name of a 一级: （50分）."""
    parts: Mapping[str, tuple[str, str]] = {}
    """The 小计 of a 一级: weight and points."""
    total: tuple[str, str] | None = None
    grade: str = ""
    title: str = "项目支出绩效自评表"


def _row(*cells: str | Span | None) -> list[str | Span | None]:
    return [*cells, *[""] * (_WIDTH - len(cells))]


def _wide(text: str, columns: int) -> list[str | Span | None]:
    return [Span(text, columns=columns), *[None] * (columns - 1)]


def _head(table: Filled) -> Grid:
    rows: Grid = [_row("项目名称", *_wide(table.name, 7))]
    if table.money:
        rows.append(_row(Span("项目资金（万元）", len(table.money) + 1), "", *MONEY))
        rows += [_row(None, one.source, *one.figures) for one in table.money]
    if table.goals:
        label = Span("年度总体目标", 2)
        rows.append(_row(label, *_wide("预期目标", 3), *_wide("实际完成情况", 4)))
        rows.append(_row(None, *_wide(table.goals[0], 3), *_wide(table.goals[1], 4)))
    return rows


def _run(rows: Sequence[FilledRow], at: int, *, level2: bool) -> int:
    """How many rows from one on have its 一级, or its 二级 too."""
    own = (rows[at].level1, rows[at].level2 if level2 else "")
    end = at
    while end < len(rows) and own == (rows[end].level1, rows[end].level2 if level2 else ""):
        end += 1
    return end - at


def grid_of(table: Filled) -> Grid:
    """The table without its title, merged as an office program merges it."""
    rows = [*_head(table), _row(*NAMES)]
    before: FilledRow | None = None
    for at, one in enumerate(table.rows):
        label1: str | Span | None = None
        label2: str | Span | None = None
        if before is None or before.level1 != one.level1:
            label = one.level1 + table.weights.get(one.level1, "")
            count = _run(table.rows, at, level2=False) + (one.level1 in table.parts)
            label1 = Span(label, count)
        if label1 is not None or before is None or before.level2 != one.level2:
            label2 = Span(one.level2, _run(table.rows, at, level2=True))
        rows.append(
            _row(
                label1,
                label2,
                one.level3,
                one.target,
                one.actual,
                one.weight,
                one.points,
                one.reason,
            )
        )
        before = one
        last = at + 1 == len(table.rows) or table.rows[at + 1].level1 != one.level1
        if last and one.level1 in table.parts:
            rows.append(_row(None, *_wide("小计", 4), *table.parts[one.level1]))
    if table.total:
        rows.append(_row(*_wide("总分", 5), *table.total))
    if table.grade:
        rows.append(_row("自评等级", *_wide(table.grade, 7)))
    return rows


# ── files ─────────────────────────────────────────────────────────────────────


def _texts(table: Filled) -> list[list[str]]:
    rows = [
        [cell.text if isinstance(cell, Span) else cell or "" for cell in row]
        for row in grid_of(table)
    ]
    return [[table.title], [f"（{table.year}年度）"], *rows]


def _text(table: Filled) -> bytes:
    return "\n".join("\t".join(row) for row in _texts(table)).encode()


def _csv(table: Filled) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(_texts(table))
    return out.getvalue().encode()


def stacked(table: Filled) -> bytes:
    """A cell a line, a blank line behind each row."""
    title, year, *rows = _texts(table)
    body = "\n".join("".join(f"\t{cell}\n" for cell in row) for row in rows)
    return f"{title[0]}\n{year[0]}\n{body}".encode()


def _blocks(table: Filled) -> list[str | Grid]:
    return [table.title, f"（{table.year}年度）", grid_of(table)]


FILES: Mapping[str, Callable[[Filled], bytes]] = {
    "t.txt": _text,
    "t.csv": _csv,
    "t.xlsx": lambda table: as_xlsx({"自评": _blocks(table)}),
    "t.docx": lambda table: as_docx(_blocks(table)),
    "t.html": lambda table: as_html(_blocks(table)),
}


def several(tables: Sequence[Filled], file: str) -> bytes:
    """Several tables in one file: below each other, or on sheets of their own."""
    if file.endswith(".xlsx"):
        return as_xlsx({f"自评{at}": _blocks(table) for at, table in enumerate(tables, 1)})
    if file.endswith(".docx"):
        return as_docx([block for table in tables for block in _blocks(table)])
    if file.endswith(".html"):
        return as_html([block for table in tables for block in _blocks(table)])
    return b"\n".join(FILES[file](table) for table in tables)


# ── what must be read ─────────────────────────────────────────────────────────


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _indicators(table: Table) -> list[FilledRow]:
    columns = {column.role: column.name for column in table.columns}
    return [
        FilledRow(
            row.level1,
            row.level2,
            row.level3,
            row.value(columns["目标值"]).text,
            row.value(columns["实际值"]).text,
            row.text(columns["权重"]) or "",
            row.text(columns["得分"]) or "",
            row.text(columns["原因"]) or "",
        )
        for row in table.indicators
    ]


def _totals(table: Filled) -> set[tuple[str, str | None, Decimal | None, Decimal | None]]:
    found: set[tuple[str, str | None, Decimal | None, Decimal | None]] = {
        (level1 + label, level1, Decimal(label.strip("（）()分")), None)
        for level1, label in table.weights.items()
    }
    found |= {
        ("小计", level1, _number(weight), _number(points))
        for level1, (weight, points) in table.parts.items()
    }
    if table.total:
        found.add(("总分", None, *(_number(text) for text in table.total)))  # type: ignore[arg-type]
    return found


def holds(table: Filled, data: bytes, file: str) -> Document:
    """Read it back and find every printed figure where it belongs, and nothing left over."""
    return hold_all((table,), data, file)


def hold_all(tables: Sequence[Filled], data: bytes, file: str) -> Document:
    """The same for several tables in one file."""
    document = jixiao.read(data, file=file)
    for table, read in zip(tables, document.tables, strict=True):
        _held(table, read)
    assert document.leftovers == ()
    return document


def _held(table: Filled, read: Table) -> None:
    assert (read.name, read.year, read.stage) == (table.name, table.year, "自评")
    assert _indicators(read) == list(table.rows)
    assert {row.status.value for row in read.indicators} == {"exact"}
    found = [(one.name, one.level1, one.weight, one.points) for one in read.totals]
    assert set(found) == _totals(table)
    assert len(found) == len(set(found))
    assert read.grade == (table.grade or None)
    assert [line.source.replace("：", ":").rpartition(":")[2] for line in read.funding] == [
        one.source.replace("：", ":").rpartition(":")[2] for one in table.money
    ]
    for line, one in zip(read.funding, table.money, strict=True):
        printed = {
            name: "" if amount is None else f"{amount.number:f}" for name, amount in line.amounts
        }
        wanted = dict(zip(MONEY, one.figures, strict=True))
        assert {name: _bare(text) for name, text in wanted.items()} == printed
    if table.goals:
        fields = [read.field(name) for name in ("年度总体目标", "实际完成情况")]
        assert [one and one.text for one in fields] == list(table.goals)


def _bare(text: str) -> str:
    """A figure without its unit; a crossed-out cell holds none."""
    return "" if text in {"—", "/", "N/A"} else text.removesuffix("万元").removesuffix("%")


# ── the same as a grid to be damaged ──────────────────────────────────────────


def clean_table(table: Filled) -> CleanTable:
    """The table as rows of text with what each is, for the damages of `clean_tables`."""
    title, year, *rows = _texts(table)
    kinds: list[Row] = [Row("title", tuple(title)), Row("title", tuple(year))]
    below = False
    for cells in rows:
        kind = "row" if below else "field"
        first = next(cell for cell in cells if cell)
        if first == "一级指标":
            kind, below = "header", True
        elif first in {"预期目标", "年度总体目标"} or (table.goals and cells[1] == table.goals[0]):
            kind = "goal"
        elif first == "项目资金（万元）" or any(cells[1] == one.source for one in table.money):
            kind = "funding"
        elif first in {"小计", "总分"}:
            kind = "part" if first == "小计" else "sum"
        elif first == "自评等级":
            kind = "grade"
        kinds.append(Row(kind, tuple(cells)))
    return CleanTable(tuple(kinds), width=_WIDTH + 1)
