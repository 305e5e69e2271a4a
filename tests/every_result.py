"""A small result of every kind there is a writer for, with something of everything in it."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from attrs import evolve

import jixiao
from by_hand import document as document_of
from by_hand import row, spending, table
from jixiao.actuals import ActualRow, FundingActual
from jixiao.checking import CheckReport
from jixiao.findings import Where, finding
from jixiao.rows import Cell
from jixiao.source import Origin
from jixiao.tables import Field

__all__ = ["PERSON", "TELEPHONE", "actuals", "document", "results"]

DAY = date(2025, 6, 30)
PERSON, TELEPHONE = "赵某某", "13800000000"


@cache
def document() -> jixiao.Document:
    """A small document that has something of everything."""
    held = table(
        row("产出指标/数量指标/培训场次 | ≥5场 | ≥10场"),
        row("产出指标/质量指标/培训质量 |  | 较高"),
        row("满意度指标/服务对象满意度/学员满意度 | ≥90% | ≥98%"),
        total="30",
        lines=(spending("培训费", "5", "30"),),
        fields=(("立项必要性", "业务需要"), ("年度目标", "完成培训")),
        slots=(("产出指标", "成本指标"),),
        name="培训",
    )
    held = evolve(
        held,
        fields=(*held.fields, Field("项目负责人/联系电话", f"{PERSON} {TELEPHONE}")),
        cells=(Cell(f"{PERSON} {TELEPHONE}", Origin(line=2), "field:项目负责人/联系电话"),),
    )
    left = Cell(f"另见电话 {TELEPHONE}", Origin(line=99))
    return evolve(document_of(held), leftovers=(left,))


@cache
def actuals() -> jixiao.Actuals:
    money = document().tables[0].funding[0].amounts[0][1]
    return jixiao.Actuals(
        rows=(
            ActualRow(project="培训", level3="培训场次", actual="4场", reason="场地未定"),
            ActualRow(project="培训", level3="培训质量", actual="较好"),
        ),
        funding=(FundingActual(project="培训", source="资金总额", budget=money, executed=money),),
    )


@cache
def results() -> dict[str, Any]:
    """A result of every kind there is a writer for."""
    held = document()
    card = jixiao.evaluate(held, actuals(), as_of=date(2025, 12, 31))
    where = Where(
        "培训", 0, "某局", "产出指标", "数量指标", "场次", "指标值", Origin("试验.txt", line=3)
    )
    own = jixiao.Finding(
        "某县-2025/N01", jixiao.Severity.WARNING, where, text="请核对", cite="某文"
    )
    folded = evolve(finding("T55", where, name="培训", count="0", least="1"), items=(where, where))
    found = (*jixiao.check(held), own, folded)
    made: dict[str, Any] = {
        "value": jixiao.parse_value("规范"),
        "score": card.tables[0].indicators[0],
        "document": held,
        "check": CheckReport(found, held.file),
        "monitor": jixiao.monitor(held, actuals(), as_of=DAY),
        "scorecard": card,
        "verification": jixiao.verify({**card.to_json(), "version": "0"}),
        "recompute": jixiao.recompute(held),
        "summary": jixiao.summarize((held,), recompute=True),
    }
    return made
