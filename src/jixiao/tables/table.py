"""One performance table as filled in: what it says, what is in it, and as JSON."""

from __future__ import annotations

import re
from typing import Any, Literal

from attrs import evolve, field, frozen

from jixiao.finding_json import origin_from_json, origin_to_json
from jixiao.findings import Where
from jixiao.markup import table_html
from jixiao.masking import masked_parts, masked_spots
from jixiao.messages.words import word
from jixiao.printed_grades import printed_grade
from jixiao.rows import (
    Cell,
    Column,
    FundingLine,
    Indicator,
    ScheduleStep,
    Slot,
    SpendingLine,
    Task,
)
from jixiao.source import Origin
from jixiao.tables.field import Field
from jixiao.tables.persons import hiding_cells, names_told
from jixiao.totals import PrintedTotal

__all__ = ["Stage", "Table", "hiding"]

Json = dict[str, Any]
Stage = Literal["目标", "监控", "自评"]

_GOAL = re.compile(r"目标\s*(\d{1,2})\s*[:：、]")


@frozen
class Table:
    """One performance table as filled in.

    `kind` is the form's name in the ruleset (项目绩效目标表 …), `title` the title as printed,
    `name` the project's name, `unit` the 实施单位. `money_unit` is the unit of bare amounts.
    """

    kind: str
    title: str
    name: str
    index: int = 0
    unit: str | None = None
    code: str | None = None
    year: int | None = None
    stage: Stage = "目标"
    money_unit: str = "万元"
    columns: tuple[Column, ...] = ()
    fields: tuple[Field, ...] = ()
    funding: tuple[FundingLine, ...] = ()
    spending: tuple[SpendingLine, ...] = ()
    schedule: tuple[ScheduleStep, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    slots: tuple[Slot, ...] = ()
    cells: tuple[Cell, ...] = field(default=(), repr=False)
    origin: Origin = Origin()
    tasks: tuple[Task, ...] = ()
    """The tasks of a department's year, without their sum, which is a line of funding."""
    totals: tuple[PrintedTotal, ...] = ()
    """The sums that a self-evaluation prints: 总分, 合计, 小计; they are no indicators."""
    ruleset: str | None = None
    """The id of the ruleset whose form the table was read by; None where none knew it."""
    unread: int = 0
    """How many pieces of text in the table found no place; a note to the form is none of them."""

    def field(self, name: str) -> Field | None:
        """The field of that name, or None where the form has none."""
        return next((one for one in self.fields if one.name == name), None)

    def funding_line(self, source: str) -> FundingLine | None:
        """The funding line of that source."""
        return next((one for one in self.funding if one.source == source), None)

    @property
    def grade(self) -> str | None:
        """The grade that a self-evaluation prints, as written; None where none is printed.

        >>> Table("项目支出绩效自评表", "", "", fields=(Field("自评等级", "良"),)).grade
        '良'
        """
        beside = (text for one in self.totals if one.level1 is None for _, text in one.texts)
        return printed_grade(((one.name, one.text) for one in self.fields), beside)

    @property
    def goals(self) -> tuple[Field, ...]:
        """The goals, one by one where a text numbers them: 目标1: … 目标2: ….

        >>> text = "目标1: 完成宣传 目标2: 完成培训"
        >>> table = Table("部门整体支出绩效目标表", "", "", fields=(Field("年度总体目标", text),))
        >>> [(goal.name, goal.text) for goal in table.goals]
        [('目标1', '完成宣传'), ('目标2', '完成培训')]
        """
        found: list[Field] = []
        for one in self.fields:
            if "目标" not in one.name or not one.text:
                continue
            marks = list(_GOAL.finditer(one.text))
            if not marks or one.text[: marks[0].start()].strip():
                found.append(one)
                continue
            ends = [*(mark.start() for mark in marks[1:]), len(one.text)]
            found += (
                Field(f"目标{mark[1]}", one.text[mark.end() : end].strip(), one.origin)
                for mark, end in zip(marks, ends, strict=True)
            )
        return tuple(found)

    @property
    def blank(self) -> bool:
        """True for a form that was not filled in: no indicator, no money, and no text not read."""
        return self.bare and not self.unread

    @property
    def bare(self) -> bool:
        """True where no indicator and no money was read, be the form blank or not understood.

        >>> table = Table("项目绩效目标表", "", "培训", unread=3)
        >>> table.bare, table.blank
        (True, False)
        """
        filled = any(amount is not None for line in self.funding for _, amount in line.amounts)
        planned = any(amount is not None for line in self.spending for _, amount in line.amounts)
        tasks = any(amount is not None for task in self.tasks for _, amount in task.amounts)
        return not (self.indicators or filled or planned or tasks)

    def masked(self, names: tuple[str, ...] = ()) -> Table:
        """The table without what names or reaches a person, in whichever of its parts it stands.

        >>> table = Table("项目支出绩效自评表", "", "道路 负责人：张某", unit="张某", fields=(
        ...     Field("填报人", "张某"),))
        >>> shown = table.masked()
        >>> shown.name, shown.unit, shown.fields[0].text
        ('道路 负责人：＊＊', '＊＊', '＊＊＊')
        """
        spots = masked_spots((one.origin, one.text) for one in self.cells)
        return masked_parts(
            hiding(self, spots), (*names, *names_told(self, self.fields, self.cells))
        )

    def where(self) -> Where:
        """The place of the table in findings."""
        return Where(
            table=self.name or None, table_index=self.index, unit=self.unit, origin=self.origin
        )

    def where_row(self, row: Indicator, column: str | None = None) -> Where:
        """The place of an indicator, or of one of its values."""
        origin = dict(row.value_origins).get(column or "", row.origin)
        return Where(
            table=self.name or None,
            table_index=self.index,
            unit=self.unit,
            level1=row.level1,
            level2=row.level2,
            level3=row.level3,
            column=column,
            origin=origin,
        )

    def _repr_html_(self) -> str:
        """The indicators as notebooks show them; what names or reaches a person is masked."""
        self = self.masked()  # noqa: PLW0642 - nothing else of it is shown
        names = [one.name for one in self.columns if one.role in ("目标值", "实际值")]
        head = [*(word(name) for name in ("level1", "level2", "level3")), *names]
        rows = ((*row.key, *(row.value(name).text for name in names)) for row in self.indicators)
        title = word("table_heading", number=self.index + 1, name=self.name or word("unnamed"))
        return table_html(head, rows, title, word("rows_more"))

    def to_json(self, file: str | None = None, *, mask: bool = True) -> Json:
        """The shape of the design's `read`, with the cells and where everything stood.

        With `mask` what names or reaches a person is masked wherever it stands.
        """
        if mask:
            return self.masked().to_json(file, mask=False)
        return {
            "kind": self.kind,
            "name": self.name,
            "year": self.year,
            "stage": self.stage,
            "fields": [one.to_json(file) for one in self.fields],
            "funding": [one.to_json(file) for one in self.funding],
            "spending": [one.to_json(file) for one in self.spending],
            "schedule": [one.to_json(file) for one in self.schedule],
            "tasks": [one.to_json(file) for one in self.tasks],
            "indicators": [one.to_json(file) for one in self.indicators],
            "totals": [one.to_json(file) for one in self.totals],
            "grade": self.grade,
            "title": self.title,
            "index": self.index,
            "unit": self.unit,
            "code": self.code,
            "money_unit": self.money_unit,
            "ruleset": self.ruleset,
            "blank": self.blank,
            "unread": self.unread,
            "columns": [one.to_json(file) for one in self.columns],
            "slots": [one.to_json(file) for one in self.slots],
            "origin": origin_to_json(self.origin, file),
            "cells": [one.to_json(file) for one in self.cells],
        }

    @classmethod
    def from_json(cls, shown: Json, file: str | None = None) -> Table:
        """The table of an object made by `to_json`."""
        return cls(
            kind=shown["kind"],
            title=shown["title"],
            name=shown["name"],
            index=shown["index"],
            unit=shown["unit"],
            code=shown["code"],
            year=shown["year"],
            stage=shown["stage"],
            money_unit=shown["money_unit"],
            columns=tuple(Column.from_json(one, file) for one in shown["columns"]),
            fields=tuple(Field.from_json(one, file) for one in shown["fields"]),
            funding=tuple(FundingLine.from_json(one, file) for one in shown["funding"]),
            spending=tuple(SpendingLine.from_json(one, file) for one in shown["spending"]),
            schedule=tuple(ScheduleStep.from_json(one, file) for one in shown["schedule"]),
            tasks=tuple(Task.from_json(one, file) for one in shown.get("tasks", ())),
            indicators=tuple(Indicator.from_json(one, file) for one in shown["indicators"]),
            totals=tuple(PrintedTotal.from_json(one, file) for one in shown.get("totals", ())),
            slots=tuple(Slot.from_json(one, file) for one in shown["slots"]),
            cells=tuple(Cell.from_json(one, file) for one in shown["cells"]),
            origin=origin_from_json(shown["origin"], file),
            ruleset=shown["ruleset"],
            unread=shown.get("unread", 0),
        )


def hiding(table: Table, spots: dict[Origin, str]) -> Table:
    """The table without what those of its cells hold that tell of a person."""
    return evolve(table, cells=hiding_cells(table.cells, spots)) if spots else table
