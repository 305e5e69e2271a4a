"""What was achieved, as filed: one row an indicator, one line a source of money, frozen.

Texts stay as they were filed; they are read against their targets when they are scored.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import frozen

from jixiao.finding_json import (
    finding_from_json,
    finding_to_json,
    origin_from_json,
    origin_to_json,
)
from jixiao.source import Origin
from jixiao.units import Quantity, decimal_text, parse_unit

if TYPE_CHECKING:
    from jixiao.findings import Finding

__all__ = ["ActualRow", "Actuals", "FundingActual", "months_of"]

Json = dict[str, Any]
SCHEMA = "jixiao/actuals/1"
_MONTHS = re.compile(r"(?<!\d)(?:(\d{1,2})月?[-—~～至到])?(\d{1,2})月")
_DECEMBER = 12


def _number_text(number: Decimal | None) -> str | None:
    return None if number is None else decimal_text(number)


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _causes(text: str | None) -> tuple[str, ...]:
    return tuple(text.split("、")) if text else ()


def months_of(text: str) -> tuple[int, int] | None:
    """The first and the last month that a column's name or a cell gives.

    >>> months_of("1-6月执行数"), months_of("7月"), months_of("全年执行数"), months_of("1-13月")
    ((1, 6), (1, 7), None, None)
    """
    match = _MONTHS.search(text)
    if match is None:
        return None
    first, last = int(match[1] or 1), int(match[2])
    return (first, last) if 1 <= first <= last <= _DECEMBER else None


def _amount_json(amount: Quantity | None) -> Json | None:
    if amount is None:
        return None
    return {"number": decimal_text(amount.number), "unit": amount.unit.symbol}


def _amount(shown: Json | None) -> Quantity | None:
    return None if shown is None else Quantity(Decimal(shown["number"]), parse_unit(shown["unit"]))


@frozen
class ActualRow:
    """One indicator: what it is matched by, what was achieved, and what was said about it.

    `actual` is the text as filed, None where nothing was. `rate` is a judgement as a fraction of 1
    (得分率), `self_score` the 自评得分; `extra` are columns that are not known, as written. Of the
    form of monitoring come `forecast` (全年预计完成情况), `causes` (which of 经费保障, 制度保障,
    人员保障, 硬件条件保障, 其他 a deviation comes from) and `likelihood` (完成目标可能性).
    """

    code: str | None = None
    unit: str | None = None
    project: str | None = None
    level1: str | None = None
    level2: str | None = None
    level3: str | None = None
    actual: str | None = None
    weight: Decimal | None = None
    rate: Decimal | None = None
    self_score: Decimal | None = None
    reason: str | None = None
    evidence: str | None = None
    origin: Origin = Origin()
    extra: tuple[tuple[str, str], ...] = ()
    forecast: str | None = None
    causes: tuple[str, ...] = ()
    likelihood: str | None = None

    def to_json(self, file: str | None = None) -> Json:
        """One entry of `indicators` in the JSON of actuals."""
        return {
            "code": self.code,
            "unit": self.unit,
            "project": self.project,
            "level1": self.level1,
            "level2": self.level2,
            "level3": self.level3,
            "actual": self.actual,
            "weight": _number_text(self.weight),
            "rate": _number_text(self.rate),
            "self_score": _number_text(self.self_score),
            "reason": self.reason,
            "evidence": self.evidence,
            "forecast": self.forecast,
            "causes": "、".join(self.causes) or None,
            "likelihood": self.likelihood,
            "extra": dict(self.extra),
            "origin": origin_to_json(self.origin, file),
        }

    @classmethod
    def from_json(cls, shown: Json, file: str | None = None) -> ActualRow:
        """The row of an object made by `to_json`."""
        texts = ("code", "unit", "project", "level1", "level2", "level3", "actual")
        return cls(
            **{name: shown[name] for name in (*texts, "reason", "evidence")},
            weight=_number(shown["weight"]),
            rate=_number(shown["rate"]),
            self_score=_number(shown["self_score"]),
            extra=tuple(shown["extra"].items()),
            origin=origin_from_json(shown["origin"], file),
            forecast=shown.get("forecast"),
            causes=_causes(shown.get("causes")),
            likelihood=shown.get("likelihood"),
        )


@frozen
class FundingActual:
    """Money of one source: 年初预算数, 全年预算数 and 全年执行数 (or that of the months so far).

    `months` are the first and the last month of `executed` where its column names them
    (1-6月执行数); `forecast` is 全年预计执行数; `reason` and `causes` as of an indicator.
    """

    code: str | None = None
    unit: str | None = None
    project: str | None = None
    source: str | None = None
    initial: Quantity | None = None
    budget: Quantity | None = None
    executed: Quantity | None = None
    origin: Origin = Origin()
    extra: tuple[tuple[str, str], ...] = ()
    months: tuple[int, int] | None = None
    forecast: Quantity | None = None
    reason: str | None = None
    causes: tuple[str, ...] = ()

    def to_json(self, file: str | None = None) -> Json:
        """One entry of `funding` in the JSON of actuals."""
        return {
            "code": self.code,
            "unit": self.unit,
            "project": self.project,
            "source": self.source,
            "initial": _amount_json(self.initial),
            "budget": _amount_json(self.budget),
            "executed": _amount_json(self.executed),
            "months": None if self.months is None else "{}-{}月".format(*self.months),
            "expected": _amount_json(self.forecast),
            "reason": self.reason,
            "causes": "、".join(self.causes) or None,
            "extra": dict(self.extra),
            "origin": origin_to_json(self.origin, file),
        }

    @classmethod
    def from_json(cls, shown: Json, file: str | None = None) -> FundingActual:
        """The line of an object made by `to_json`."""
        return cls(
            code=shown["code"],
            unit=shown["unit"],
            project=shown["project"],
            source=shown["source"],
            initial=_amount(shown["initial"]),
            budget=_amount(shown["budget"]),
            executed=_amount(shown["executed"]),
            extra=tuple(shown["extra"].items()),
            origin=origin_from_json(shown["origin"], file),
            months=months_of(shown.get("months") or ""),
            forecast=_amount(shown.get("expected")),
            reason=shown.get("reason"),
            causes=_causes(shown.get("causes")),
        )


@frozen
class Actuals:
    """A file of actuals: its rows, its lines of money, and what is to be said about the file.

    `digest` is the SHA-256 of the bytes, in hex. `readable` is false for a file that could not be
    read as actuals at all.

    >>> actuals = Actuals((ActualRow(project="培训", level3="培训场次", actual="12场"),))
    >>> Actuals.from_json(actuals.to_json()) == actuals
    True
    """

    rows: tuple[ActualRow, ...] = ()
    funding: tuple[FundingActual, ...] = ()
    findings: tuple[Finding, ...] = ()
    file: str | None = None
    digest: str = ""
    readable: bool = True

    def to_json(self) -> Json:
        """The JSON of actuals, which `read_actuals` reads as well."""
        return {
            "schema": SCHEMA,
            "file": self.file,
            "digest": self.digest,
            "readable": self.readable,
            "indicators": [one.to_json(self.file) for one in self.rows],
            "funding": [one.to_json(self.file) for one in self.funding],
            "findings": [finding_to_json(one) for one in self.findings],
        }

    @classmethod
    def from_json(cls, shown: Json) -> Actuals:
        """The actuals of an object made by `to_json`.

        Raises:
            ValueError: it is of another schema.
            KeyError: a key is missing.
        """
        if shown.get("schema") != SCHEMA:
            raise ValueError(shown.get("schema"))
        file = shown["file"]
        return cls(
            rows=tuple(ActualRow.from_json(one, file) for one in shown["indicators"]),
            funding=tuple(FundingActual.from_json(one, file) for one in shown["funding"]),
            findings=tuple(finding_from_json(one) for one in shown["findings"]),
            file=file,
            digest=shown["digest"],
            readable=shown["readable"],
        )
