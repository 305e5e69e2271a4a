"""What is said about a value: doubts of its reading, and whether it was met."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from attrs import frozen

from jixiao.findings import finding

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from jixiao.findings import Finding, Lang, Where
    from jixiao.units import Quantity

__all__ = ["NO_CONTEXT", "Context", "Note", "Status", "Verdict", "doubt", "met", "undetermined"]

_FIRST_HALF = 6


Status = Literal["met", "not_met", "undetermined"]


@frozen
class Note:
    """Something doubtful about a reading, as a code of family V (or L) with its context.

    >>> doubt("V01", unit="个点").message()
    '计量单位“个点”不在词汇表中，已原样保留'
    """

    code: str
    context: tuple[tuple[str, str], ...] = ()

    def finding(self, where: Where | None = None, raw: str | None = None) -> Finding:
        """The note as a finding, at a place."""
        context: dict[str, object] = dict(self.context)
        one = finding(self.code, raw=raw, **context)  # type: ignore[arg-type]
        return one if where is None else one.at(where)

    def message(self, lang: Lang = "zh") -> str:
        """The sentence."""
        return self.finding().message(lang)

    def to_json(self) -> dict[str, Any]:
        """Code, sentence and context."""
        return {"code": self.code, "message": self.message(), "context": dict(self.context)}

    @classmethod
    def from_json(cls, shown: dict[str, Any]) -> Note:
        """The note of an object made by `to_json`."""
        return cls(shown["code"], tuple(shown["context"].items()))


def doubt(code: str, **context: object) -> Note:
    """A note from its code and the figures and words of its sentence."""
    return Note(code, tuple((name, str(value)) for name, value in context.items()))


@frozen
class Verdict:
    """met, not_met or undetermined; the reason is a code of family V with its context.

    >>> undetermined("V33").message()
    '未填报完成情况，无法判断'
    """

    status: Status
    reason: Note | None = None

    def message(self, lang: Lang = "zh") -> str:
        """The status and its reason as people read them."""
        if self.reason is not None:
            return self.reason.message(lang)
        zh, en = _STATUS[self.status]
        return zh if lang == "zh" else en

    def to_json(self) -> dict[str, Any]:
        """The status, and the reason or None."""
        return {
            "status": self.status,
            "reason": None if self.reason is None else self.reason.to_json(),
        }

    @classmethod
    def from_json(cls, shown: dict[str, Any]) -> Verdict:
        """The verdict of an object made by `to_json`.

        >>> Verdict.from_json(undetermined("V33").to_json()) == undetermined("V33")
        True
        """
        reason = shown["reason"]
        return cls(shown["status"], None if reason is None else Note.from_json(reason))


_STATUS: dict[Status, tuple[str, str]] = {
    "met": ("达到", "met"),
    "not_met": ("未达到", "not met"),
    "undetermined": ("无法判断", "undetermined"),
}


def met(holds: bool, reason: Note | None = None) -> Verdict:  # noqa: FBT001 - it is the question
    """Met or not_met."""
    return Verdict("met" if holds else "not_met", reason)


def undetermined(code: str, **context: object) -> Verdict:
    """A verdict that cannot be reached, with the reason."""
    return Verdict("undetermined", doubt(code, **context))


@frozen
class Context:
    """What an evaluation knows beside target and actual; nothing has a default date."""

    as_of: date | None = None
    year: int | None = None
    plan: tuple[tuple[date, Decimal], ...] = ()
    """The table's own plan: shares of the year due by dates, as fractions of 1."""
    baseline: Quantity | None = None
    money: tuple[tuple[str, Quantity], ...] = ()
    """Named figures a reference may be resolved from: 年初预算数, 全年预算数 …"""

    @property
    def budget_year(self) -> int | None:
        """The year meant by a day without one: the one given, else that of the evaluation.

        A year is evaluated in its second half or in the first half of the next, so before July it
        is not known which of two is meant.

        >>> from datetime import date
        >>> [Context(as_of=day).budget_year for day in (date(2025, 12, 31), date(2026, 1, 31))]
        [2025, None]
        """
        if self.year is not None or self.as_of is None or self.as_of.month <= _FIRST_HALF:
            return self.year
        return self.as_of.year


NO_CONTEXT = Context()
"""Nothing is known beside target and actual."""
