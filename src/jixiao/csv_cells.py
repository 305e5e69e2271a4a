"""What people read of a result in CSV: the columns of each schema, and the cells of a row."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jixiao.csv_rows import guarded
from jixiao.harmless import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jixiao.csv_rows import CsvRow

__all__ = ["COLUMNS", "front_cells", "value_columns"]

Json = dict[str, Any]

COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "jixiao/document/1": (
            "csv_project",
            "level1",
            "level2",
            "csv_name",
            "csv_content",
            "weight",
            "status",
        ),
        "jixiao/findings/1": (
            "csv_project",
            "csv_unit",
            "level1",
            "level2",
            "csv_name",
            "csv_column",
            "csv_severity",
            "csv_code",
            "csv_heading",
            "csv_content",
            "csv_raw",
            "csv_count",
            "csv_cite",
        ),
        "jixiao/scorecard/1": (
            "csv_project",
            "level1",
            "level2",
            "csv_name",
            "target",
            "actual",
            "weight",
            "verdict",
            "csv_low",
            "csv_high",
            "csv_content",
        ),
        "jixiao/summary/1": (
            "csv_name",
            "csv_code",
            "csv_severity",
            "csv_heading",
            "tables_label",
            "rows_label",
            "figures_label",
            "figures_percent",
            "projects_money",
            "projects_percent",
            "departments_money",
            "departments_percent",
            "findings_label",
            "errors_label",
            "warnings_label",
            "hints_label",
            "places_label",
            "files_label",
            "scored_label",
            "cleared_label",
            "csv_content",
        ),
    }
)
"""The columns in front, by the name of their label."""


def value_columns(rows: list[CsvRow]) -> tuple[str, ...]:
    """The columns of values and amounts that the tables have, in the order of first coming."""
    found: dict[str, None] = {}
    for one in rows:
        found.update(dict.fromkeys([*one.data.get("values", ()), *one.data.get("amounts", ())]))
    return tuple(found)


def front_cells(schema: str, row: CsvRow, columns: tuple[str, ...] = ()) -> list[str]:
    """The cells of a row before its JSON; `columns` are those of values and amounts.

    >>> from jixiao.csv_rows import CsvRow
    >>> data = {"level1": "产出指标", "level2": "数量指标", "level3": "=场次", "status": "exact"}
    >>> front_cells("jixiao/document/1", CsvRow("1/tables/0/indicators/0", data))
    ['', '产出指标', '数量指标', "'=场次", '', '', 'exact']
    """
    known = _CELLS[schema](row)
    if row.table is not None:
        known["csv_project"] = row.table["name"]
    values, amounts = row.data.get("values", {}), row.data.get("amounts", {})
    own = [_value(values.get(one), amounts.get(one)) for one in columns]
    texts = [known.get(one) for one in COLUMNS[schema]]
    return [guarded(visible("" if one is None else str(one))) for one in (*texts, *own)]


def _value(value: Json | None, amount: Json | None) -> str:
    if value is not None:
        return str(value["text"])
    return "" if amount is None else f"{amount['number']} {amount['unit']}".rstrip()


def _document(row: CsvRow) -> Json:
    data = row.data
    if row.part == "findings":
        return _finding(data)
    name = next((data[one] for one in ("level3", "source", "code") if one in data), None)
    named = row.part in ("fields", "spending", "schedule", "tasks", "totals")
    content = ("title", "text", "content", "description", "points")
    return {
        "level1": data.get("level1"),
        "level2": data.get("level2"),
        "csv_name": data["name"] if named else name,
        "csv_content": next((data[one] for one in content if data.get(one)), None),
        "weight": data.get("weight"),
        "status": data.get("status"),
    }


def _finding(data: Json) -> Json:
    where = data.get("where", {})
    names = ("severity", "code", "heading", "raw", "count", "cite")
    return {
        "csv_project": where.get("table"),
        "csv_unit": where.get("unit"),
        "level1": where.get("level1"),
        "level2": where.get("level2"),
        "csv_name": where.get("level3"),
        "csv_column": where.get("column"),
        "csv_content": data.get("message"),
        **{f"csv_{name}": data.get(name) for name in names},
    }


def _found(row: CsvRow) -> Json:
    return _finding(row.data) if row.part == "findings" else {"csv_content": row.data.get("file")}


def _scored(row: CsvRow) -> Json:
    data = row.data
    if row.part == "findings":
        return _finding(data)
    points = data.get("points") or data.get("total") or {}
    return {
        "level1": data.get("level1"),
        "level2": data.get("level2"),
        "csv_name": data.get("level3"),
        "target": data.get("target"),
        "actual": data.get("actual"),
        "weight": data.get("weight"),
        "verdict": data.get("verdict"),
        "csv_low": points.get("low"),
        "csv_high": points.get("high"),
        "csv_content": data.get("reason") or "、".join(data.get("grades", ())),
    }


def _summed(row: CsvRow) -> Json:
    """A row of a summary: all tables, those of a place or form, a finding, a name."""
    data = row.data.get("whole", row.data)
    measured = data.get("quantified", {})
    severities = data.get("severities", {})
    results = data.get("scores", data)
    rows, files = data.get("rows"), row.data.get("files")
    of_measures = data.get("measures", {})
    cleared = [results.get(name, 0) for name in ("explained", "judgement", "stricter")]
    known = {
        "csv_name": row.data.get("name"),
        "csv_content": data.get("example"),
        "tables_label": data.get("tables"),
        "rows_label": data.get("indicators") if isinstance(rows, dict) else rows,
        "figures_label": data.get("figures", of_measures.get("figure", 0 if measured else None)),
        "figures_percent": measured.get("share", {}).get("percent"),
        "findings_label": data.get("findings", sum(severities.values())),
        "places_label": data.get("places"),
        "files_label": files["read"] if isinstance(files, dict) else files,
        "scored_label": results.get("scored"),
        "cleared_label": results.get("cleared", sum(cleared) if "explained" in results else None),
    }
    known |= {f"csv_{name}": data.get(name) for name in ("code", "severity", "heading")}
    for name in ("projects", "departments") if measured else ():
        money = measured[name]
        known[f"{name}_money"] = money["money"] if money["tables"] else None
        known[f"{name}_percent"] = money["share"]["percent"]
    for name in ("error", "warning", "hint") if "severities" in data else ():
        known[f"{name}s_label"] = severities.get(name, 0)
    return known


_CELLS: Mapping[str, Callable[[CsvRow], Json]] = MappingProxyType(
    {
        "jixiao/document/1": _document,
        "jixiao/findings/1": _found,
        "jixiao/scorecard/1": _scored,
        "jixiao/summary/1": _summed,
    }
)
