"""One row of a file of actuals, whatever its format: columns under many names, and figures."""

from __future__ import annotations

import re
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.actuals import ActualRow, FundingActual, months_of
from jixiao.findings import Finding, Where, finding
from jixiao.reading.amounts import is_blank_mark, read_amount
from jixiao.reading.grid import key
from jixiao.reading.labels import role_of_header
from jixiao.reading.so_far import so_far

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jixiao.source import Origin
    from jixiao.units import Quantity

__all__ = ["Record", "column_of", "money_unit_of", "read_record"]

_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "code": ("项目编码", "项目代码", "项目编号"),
        "unit": ("实施单位", "项目单位", "单位名称", "预算单位", "填报单位"),
        "project": ("项目名称", "项目"),
        "level1": ("一级指标", "一级"),
        "level2": ("二级指标", "二级"),
        "level3": ("三级指标", "三级", "指标名称", "指标内容", "绩效指标"),
        "actual": (
            "实际完成值",
            "完成值",
            "实际值",
            "全年完成值",
            "全年实际值",
            "全年实际完成值",
            "实际完成情况",
            "执行情况",
            "完成情况",
        ),
        "weight": ("分值", "权重", "指标分值"),
        "rate": ("得分率", "评定得分率"),
        "self_score": ("自评得分", "得分", "自评分"),
        "reason": (
            "偏差原因及改进措施",
            "偏差原因分析及改进措施",
            "偏差原因分析",
            "偏差原因",
            "未完成原因分析",
            "未完成原因及改进措施",
            "未完成原因和改进措施",
            "原因",
            "原因说明",
            "偏差原因说明",
        ),
        "evidence": ("佐证材料", "佐证", "证明材料"),
        "source": ("资金来源", "来源"),
        "initial": ("年初预算数", "年初预算"),
        "budget": ("全年预算数", "全年预算", "调整后预算数", "预算数"),
        "executed": ("全年执行数", "执行数", "预算执行数", "实际执行数"),
        "expected": ("全年预计执行数", "全年预计执行"),
        "months": ("执行月份",),
        "money_unit": ("金额单位",),
        "forecast": ("全年预计完成情况", "全年预计完成值", "全年预计完成", "预计全年完成情况"),
        "likelihood": ("完成目标可能性", "完成可能性", "目标完成可能性", "完成的可能性"),
        "causes": ("偏差原因类别", "偏差原因分类", "原因类别"),
        "cause_money": ("经费保障", "经费保障原因"),
        "cause_rules": ("制度保障", "制度保障原因"),
        "cause_staff": ("人员保障", "人员保障原因"),
        "cause_equipment": ("硬件条件保障", "硬件条件保障原因"),
        "cause_other": ("其他", "其他原因"),
    }
)
_COLUMNS: Mapping[str, str] = MappingProxyType(
    {name: column for column, names in _NAMES.items() for name in (*names, column)}
)
_SPENT = frozenset({"执行数", "预算执行数", "支出数", "实际执行数", "累计执行数", "执行金额"})
_CAUSES = ("cause_money", "cause_rules", "cause_staff", "cause_equipment", "cause_other")
_BETWEEN = re.compile(r"[、,;/ ]+")
_UNTICKED = frozenset({"否", "无", "×", "0", "x"})
_UNIT = re.compile(r"\((元|千元|万元|亿元|[A-Z])\)$")
_FIGURE = re.compile(r"(\d{1,9}(?:\.\d{1,10})?)分?")
_RATE = re.compile(r"(\d{1,3}(?:\.\d{1,10})?)(%?)")
_FULL = Decimal(100)


def column_of(header: str) -> str | None:
    """The column that a header or a JSON key names; None for one that is not known.

    >>> column_of("1-7月执行数"), column_of("全年预算数(万元)"), column_of("1-7月执行情况")
    ('executed', 'budget', 'actual')
    >>> column_of("备注") is None
    True
    """
    name = _UNIT.sub("", key(header)).rstrip(":")
    reached = so_far(name)
    if reached is None:
        return _COLUMNS.get(name)
    if reached.what in _SPENT:
        return "executed"
    return "actual" if role_of_header(name) == "实际值" else None


def money_unit_of(header: str) -> str | None:
    """The unit of money a header states.

    >>> money_unit_of("全年预算数（元）")
    '元'
    """
    match = _UNIT.search(key(header))
    return match[1] if match and not match[1].isascii() else None


@frozen
class Record:
    """A row by columns, texts as written; `extra` are columns that are not known."""

    texts: Mapping[str, str]
    origin: Origin
    places: Mapping[str, Origin] = MappingProxyType({})
    names: Mapping[str, str] = MappingProxyType({})
    units: Mapping[str, str] = MappingProxyType({})
    extra: tuple[tuple[str, str], ...] = ()

    def text(self, column: str) -> str | None:
        """What a column says, or None where it says nothing."""
        return self.texts.get(column, "").strip() or None

    def name(self, column: str) -> str:
        """How the file calls a column."""
        return self.names.get(column, _NAMES[column][0])

    def where(self, column: str | None = None) -> Where:
        """The place of the row, or of one of its cells."""
        place = self.places.get(column or "", self.origin)
        return Where(
            table=self.text("project"),
            unit=self.text("unit"),
            level1=self.text("level1"),
            level2=self.text("level2"),
            level3=self.text("level3"),
            column=None if column is None else self.name(column),
            origin=place,
        )


def read_record(
    record: Record, say: Callable[[Finding], None]
) -> Iterator[ActualRow | FundingActual]:
    """The indicator and the line of money that a row holds; none and a finding where neither."""
    if not any(text.strip() for text in record.texts.values()):
        return
    named, source = record.text("level3"), record.text("source")
    if named is None and source is None:
        say(finding("T47", record.where()))
        return
    if named is not None:
        yield ActualRow(
            code=record.text("code"),
            unit=record.text("unit"),
            project=record.text("project"),
            level1=record.text("level1"),
            level2=record.text("level2"),
            level3=named,
            actual=record.text("actual"),
            weight=_figure(record, "weight", say),
            rate=_rate(record, say),
            self_score=_figure(record, "self_score", say),
            reason=record.text("reason"),
            evidence=record.text("evidence"),
            origin=record.origin,
            extra=record.extra,
            forecast=record.text("forecast"),
            causes=_causes(record),
            likelihood=record.text("likelihood"),
        )
    if source is not None:
        yield FundingActual(
            code=record.text("code"),
            unit=record.text("unit"),
            project=record.text("project"),
            source=source,
            initial=_money(record, "initial", say),
            budget=_money(record, "budget", say),
            executed=_money(record, "executed", say),
            origin=record.origin,
            extra=record.extra,
            months=months_of(record.text("months") or record.name("executed")),
            forecast=_money(record, "expected", say),
            reason=record.text("reason") if named is None else None,
            causes=_causes(record) if named is None else (),
        )


def _causes(record: Record) -> tuple[str, ...]:
    """Which of the five causes are named: in one cell, or ticked in columns of their own."""
    words = (one for one in _BETWEEN.split(key(record.text("causes") or "")) if one)
    whole = (_NAMES[column][0] for column in _CAUSES)
    full = {one[:2]: one for one in whole}
    told = (full.get(one[:2], one) for one in words)
    ticked = (
        _NAMES[column][0]
        for column in _CAUSES
        if not _blank(record.text(column)) and key(record.text(column) or "") not in _UNTICKED
    )
    return tuple(dict.fromkeys((*told, *ticked)))


def _blank(text: str | None) -> bool:
    return text is None or is_blank_mark(text)


def _bad(record: Record, column: str, say: Callable[[Finding], None]) -> None:
    text = record.text(column) or ""
    where = record.where(column)
    say(finding("T43", where, raw=text, column=record.name(column), text=text))


def _figure(record: Record, column: str, say: Callable[[Finding], None]) -> Decimal | None:
    text = record.text(column)
    if text is None or _blank(text):
        return None
    match = _FIGURE.fullmatch(key(text))
    if match is None:
        _bad(record, column, say)
        return None
    return Decimal(match[1])


def _rate(record: Record, say: Callable[[Finding], None]) -> Decimal | None:
    """A rate as a fraction of 1: 85%, 0.85; a bare 85 is read as 85% and said to be."""
    text = record.text("rate")
    if text is None or _blank(text):
        return None
    match = _RATE.fullmatch(key(text))
    if match is None:
        _bad(record, "rate", say)
        return None
    number = Decimal(match[1])
    bare = not match[2] and number > 1
    rate = number / _FULL if match[2] or bare else number
    code = "T49" if rate > 1 else "T37" if bare else None
    if code is not None:
        name = record.name("rate")
        say(finding(code, record.where("rate"), raw=text, column=name, text=text))
    return rate if rate <= 1 else None


def _money(record: Record, column: str, say: Callable[[Finding], None]) -> Quantity | None:
    text = record.text(column)
    if text is None or _blank(text):
        return None
    stated = record.text("money_unit")
    amount = read_amount(text, stated or record.units.get(column) or "万元")
    if amount is None or text.endswith(("%", "％")):
        _bad(record, column, say)
        return None
    return amount
