"""A department's goals in prose: 总体绩效目标, 分项绩效目标 with 绩效指标：…；…, 工作保障措施.

The indicators stand in sentences, so that where a name ends and its value begins is read from the
value, and every row says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.findings import Finding, Where, finding
from jixiao.parsing import parse_value
from jixiao.reading.forms import choose_form
from jixiao.reading.grid import key
from jixiao.tables import Cell, Column, Field, Indicator, RowStatus, Table
from jixiao.values import Absent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.forms import Form
    from jixiao.reading.grid import GridRow
    from jixiao.rules import Ruleset
    from jixiao.source import Origin
    from jixiao.values import Value

__all__ = ["DepartmentRead", "heads_department", "read_department", "speaks_of_department"]

_KIND = "部门整体绩效目标表"
_TITLE = re.compile(r"(部门|单位)(职责)?(整体|总体)(支出)?绩效目标(表)?")
_ORDINAL = re.compile(r"^\(?[一二三四五六七八九十]{1,3}[、)]")
_SECTIONS = frozenset(
    {
        "总体绩效目标",
        "总体目标",
        "年度总体绩效目标",
        "分项绩效目标",
        "职责分类绩效目标",
        "工作保障措施",
        "实现年度发展规划目标的保障措施",
    }
)
_PARTS = re.compile("分项|职责分类")
_GOAL = re.compile(r"\s*(绩效目标|绩效指标)\s*[:：]\s*")
_ITEM = re.compile(r"\s*[(（]?\d{1,2}[)）、.．]\s*\S")
_SPLIT = re.compile(r"[；;]")
_COLUMN = "指标值"
_TITLE_LENGTH = 30


@frozen
class DepartmentRead:
    """The table of the goals, what is to be said about it, and the lines that are no part of it."""

    table: Table
    findings: tuple[Finding, ...]
    leftovers: tuple[Cell, ...]


def speaks_of_department(rows: Sequence[GridRow]) -> int | None:
    """The row with which a department's goals in prose begin; None where none does.

    There is a heading, and below it a section that such a text has.
    """
    start = next((at for at, row in enumerate(rows) if heads_department(row)), None)
    if start is None or not any(_section(row) for row in rows[start + 1 :]):
        return None
    return start


def heads_department(row: GridRow) -> bool:
    """Whether a line is the heading of a department's goals in prose."""
    if not row.plain or len(row.cells[0].text) > _TITLE_LENGTH:
        return False
    return _TITLE.fullmatch(_ORDINAL.sub("", key(row.cells[0].text))) is not None


def _section(row: GridRow) -> str:
    """The section that a line heads; empty for a line of text."""
    if not row.plain or len(row.cells[0].text) > _TITLE_LENGTH:
        return ""
    name = _ORDINAL.sub("", key(row.cells[0].text)).rstrip(":")
    return name if name in _SECTIONS else ""


def read_department(
    rows: Sequence[GridRow], index: int, rulesets: Sequence[Ruleset]
) -> DepartmentRead:
    """The goals below the heading of the first row, up to a line that is no part of them."""
    title = key(_ORDINAL.sub("", rows[0].cells[0].text.strip()))
    form, sure = choose_form(rulesets, title, ())
    reader = _Reader(form, Where(table_index=index, origin=rows[0].origin))
    reader.cells.append(Cell(rows[0].cells[0].text, rows[0].origin, "title"))
    for row in rows[1:]:
        reader.row(row)
    reader.close()
    table = Table(
        kind=form.name if sure else _KIND,
        title=title,
        name="",
        index=index,
        stage="目标",
        columns=(Column(_COLUMN, "目标值", origin=rows[0].origin),),
        fields=tuple(reader.fields),
        indicators=tuple(reader.indicators),
        cells=tuple(reader.cells),
        origin=rows[0].origin,
        ruleset=form.ruleset,
    )
    said = [doubt for row in table.indicators for doubt in row.doubts]
    if not sure:
        said.append(finding("T05", table.where(), title=title, form=_KIND))
    return DepartmentRead(table, tuple(said), tuple(reader.leftovers))


class _Reader:
    """Goes through the lines once; a section or an item is closed by the next."""

    def __init__(self, form: Form, where: Where) -> None:
        self.form = form
        self.where = where
        self.section = ""
        self.gathered: list[str] = []
        self.at: Origin | None = None
        self.goal: str | None = None
        self.over = False
        self.fields: list[Field] = []
        self.indicators: list[Indicator] = []
        self.cells: list[Cell] = []
        self.leftovers: list[Cell] = []

    def row(self, row: GridRow) -> None:
        """One line."""
        cell = row.cells[0]
        section = _section(row)
        if self.over or not row.plain or row.too_long or len(row.cells) != 1:
            self.over = True
            self.leftovers += [Cell(one.text, one.origin) for one in row.cells]
        elif section:
            if section != self.section:
                self.close()
            self.section = section
            self.cells.append(Cell(cell.text, cell.origin, "label"))
        elif self.section and _PARTS.search(self.section):
            self.part(cell.text, cell.origin)
        elif self.section and not _heads_another(cell.text):
            self.at = self.at or cell.origin
            self.gathered.append(cell.text.strip())
            self.cells.append(Cell(cell.text, cell.origin, f"field:{self.section}"))
        else:
            self.over = bool(self.section)
            self.leftovers.append(Cell(cell.text, cell.origin))

    def close(self) -> None:
        """The text of the section so far is a field."""
        if self.at is not None:
            self.fields.append(Field(self.section, "\n".join(self.gathered), self.at))
        self.gathered, self.at, self.goal = [], None, None

    def part(self, text: str, origin: Origin) -> None:
        """A line of 分项绩效目标: an item, its goal, or its indicators."""
        match = _GOAL.match(text)
        if match is None and _ITEM.match(text):
            self.goal = text.strip()
            self.keep(self.section, self.goal, text, origin)
        elif match is None and self.fields and self.goal is not None:
            last = self.fields.pop()
            self.fields.append(evolve(last, text=f"{last.text}\n{text.strip()}"))
            self.cells.append(Cell(text, origin, f"field:{last.name}"))
        elif match is None:
            self.leftovers.append(Cell(text, origin))
        elif match[1] == "绩效目标":
            self.keep("绩效目标", text[match.end() :].strip(), text, origin)
        else:
            self.cells.append(Cell(text, origin, "indicators"))
            for item in _SPLIT.split(text[match.end() :]):
                if item.strip(" 。.\t"):
                    self.indicators.append(self.indicator(item.strip(" 。\t"), origin))

    def keep(self, name: str, text: str, whole: str, origin: Origin) -> None:
        self.fields.append(Field(name, text, origin))
        self.cells.append(Cell(whole, origin, f"field:{name}"))

    def indicator(self, text: str, origin: Origin) -> Indicator:
        """A row out of a sentence: by its figure, else by a word of a scale at its end."""
        name, value, status = _parted(text, self.form)
        where = evolve(self.where, level3=name, origin=origin)
        code = "T89" if status is RowStatus.MOVED else "T90"
        doubt = finding(code, where, raw=text, name=name, value=value.text or "—")
        return Indicator(
            "",
            "",
            name,
            ((_COLUMN, value),),
            status=status,
            doubts=(doubt,),
            origin=origin,
            value_origins=((_COLUMN, origin),),
            goal=self.goal,
        )


def _heads_another(text: str) -> bool:
    """Whether a short line without a sentence's mark heads a part that is no section of these."""
    bare = key(text)
    return len(bare) <= _TITLE_LENGTH and bare.endswith(("绩效目标", "目标表", "情况", "部分"))


def _parted(text: str, form: Form) -> tuple[str, Value, RowStatus]:
    whole = parse_value(text)
    subject = whole.subject
    if subject and text.startswith(subject) and len(subject) < len(text):
        value = parse_value(text[len(subject) :].strip())
        return subject.strip(), value, RowStatus.MOVED
    words = [word for word in form.words if word and key(text).endswith(word)]
    word = max(words, key=len, default="")
    if word and len(word) < len(key(text)) and text.endswith(word):
        return text[: -len(word)].strip(), parse_value(word), RowStatus.SUSPECTED
    return text, Absent(), RowStatus.SUSPECTED
