"""The published self-evaluations of `data/scored.jsonl` as tables, each with its ruleset.

The rows are as printed. Some documents are given in part only, so sums over a whole table are not
looked at here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping  # noqa: TC003 - attrs resolves it
from decimal import Decimal
from pathlib import Path
from typing import Any

from attrs import frozen

from jixiao.library import Library
from jixiao.parsing import parse_value
from jixiao.recomputing import RecomputeReport, recompute_document
from jixiao.source import Origin
from jixiao.tables import Document, FundingLine, Indicator, Table
from jixiao.units import Quantity, parse_unit
from scored_tables import COLUMNS, KIND

__all__ = ["SOURCE", "Published", "published"]

SOURCE = Path(__file__).parent / "data" / "scored.jsonl"
_PLACES = 2
"""A province by so many characters of its name: 安徽, 内蒙."""


@frozen(eq=False)
class Published:
    """One document: its rows as collected, and what came of them."""

    name: str
    region: str
    year: int
    source: str
    rows: tuple[tuple[int, Mapping[str, Any]], ...]
    report: RecomputeReport


def _amount(text: str) -> Quantity | None:
    if not text:
        return None
    if text.endswith("%"):
        return Quantity(Decimal(text[:-1]), parse_unit("%"))
    return Quantity(Decimal(text.removesuffix("万元")), parse_unit("万元"))


def _number(found: object) -> str:
    return "" if found is None else str(found)


def _bare(found: object) -> Quantity | None:
    text = _number(found)
    return Quantity(Decimal(text), parse_unit("")) if text else None


def _score(row: Mapping[str, Any]) -> str:
    return str(row.get("score_printed") or _number(row["score"]))


def _indicator(row: Mapping[str, Any], line: int) -> Indicator:
    target = parse_value(row["target"], operator=row.get("direction"), unit=row.get("unit"))
    return Indicator(
        row["level1"],
        row["level2"],
        row["indicator"],
        (("年度指标值", target), ("实际完成值", parse_value(row["actual"]))),
        (
            ("分值", _number(row["weight"])),
            ("得分", _score(row)),
            ("偏差原因分析及改进措施", row.get("note", "")),
        ),
        weight=None if row["weight"] is None else Decimal(str(row["weight"])),
        origin=Origin(line=line),
    )


def _funding(row: Mapping[str, Any], line: int) -> FundingLine:
    rate = row["rate"]
    amounts = (
        ("年初预算数", _amount(row["begin_budget"])),
        ("全年预算数", _amount(row["full_year_budget"])),
        ("全年执行数", _amount(row["executed"])),
        ("分值", _bare(row["weight"])),
        ("执行率", _amount(rate) if rate.endswith("%") else _bare(rate or None)),
        ("得分", _bare(row["score"])),
    )
    return FundingLine(row["label"], amounts, Origin(line=line))


def _ruleset(region: str, year: int) -> str | None:
    """The ruleset of the province whose name, or whose form, stands in the region."""
    for entry in Library.default().entries():
        name = entry.region.partition(" ")[2]
        province = entry.region_code.endswith("0000") and entry.region_code != "000000"
        if province and name[:_PLACES] in region and entry.covers(year):
            return entry.id
    return None


def published() -> tuple[Published, ...]:
    """Every document, in the order of the collection."""
    rows = [json.loads(line) for line in SOURCE.read_text(encoding="utf-8").splitlines()]
    documents: dict[str, list[tuple[int, Mapping[str, Any]]]] = {}
    for line, row in enumerate(rows, start=1):
        documents.setdefault(row["doc"], []).append((line, row))
    return tuple(_published(name, several) for name, several in documents.items())


def _published(name: str, several: list[tuple[int, Mapping[str, Any]]]) -> Published:
    first = several[0][1]
    table = Table(
        KIND,
        name,
        name,
        year=first["year"],
        stage="自评",
        columns=COLUMNS,
        funding=tuple(_funding(row, line) for line, row in several if row["rowtype"] == "budget"),
        indicators=tuple(
            _indicator(row, line) for line, row in several if row["rowtype"] == "indicator"
        ),
        ruleset=_ruleset(first["region"], first["year"]),
    )
    weights: dict[tuple[str, ...], Decimal] = {
        (row["indicator"],): Decimal(str(row["weight_inferred"]))
        for _, row in several
        if row.get("weight_inferred") is not None
    }
    report = recompute_document(Document(tables=(table,)), weights=weights)
    head = (name, first["region"], first["year"], first["source"])
    return Published(*head, tuple(several), report)
