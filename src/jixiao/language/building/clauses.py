"""What stands after the colon of 项, 列 and 一级 to 三级, clause by clause.

Each function quotes the rule of `grammar/ruleset.lark` that it answers.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jixiao.findings import Severity
from jixiao.language.building.line_work import LineWork, Rule, texts
from jixiao.rules import Change, Citation, Demand, KindRule
from jixiao.source import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from lark import Token

    from jixiao.language.statements import Word

__all__ = ["CLAUSES", "clauses_of"]

_DEMANDS = ("required", "at_least", "at_most", "severity")
_LAST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LABELS = {
    "required": "必填/选填",
    "at_least": "至少",
    "at_most": "至多",
    "severity": "须修改/请说明/建议完善",
    "due": "截至",
    "role": "作为",
    "kinds": "值",
    "aliases": "别名",
    "choices": "可选",
    "cite": "依据",
    "change": "沿用",
    "weight": "权重",
    "weight_total": "合计权重",
    "units": "单位",
    "expected": "应为",
    "methods": "计分",
}


def _field_clauses(_work: LineWork, children: Sequence[Any]) -> tuple[Any, ...]:
    """`field_clauses: _field_clause ("," _field_clause)*`."""
    return tuple(children)


def clauses_of(work: LineWork, clauses: Sequence[tuple[str, object]]) -> dict[str, Any]:
    """Clauses as attributes of a rule; one that is said twice is a finding."""
    attributes: dict[str, Any] = {}
    for key, value in clauses:
        if key in attributes:
            work.doubt("R21", work.whole(), what=_LABELS.get(key, key))
        attributes[key] = value
    demand = {key: attributes.pop(key) for key in _DEMANDS if key in attributes}
    _check_demand(work, demand)
    if demand:
        attributes["demand"] = Demand(**demand)
    if "weight_filled" in attributes and "weight" in attributes:
        work.doubt("R21", work.whole(), what="权重")
    scale, tests = attributes.pop("expected", (None, ()))
    return attributes | ({"expected": tests, "expected_scale": scale} if tests else {})


def _check_demand(work: LineWork, demand: dict[str, Any]) -> None:
    least, most = demand.get("at_least"), demand.get("at_most")
    if least is not None and most is not None and least > most:
        work.doubt("R19", work.whole(), what=f"至少 {least} 项，至多 {most} 项")
    if demand.get("required") and 0 in (least, most):
        work.doubt("R19", work.whole(), what="必填，而项数可以为 0")


def _required(_: LineWork, __: Sequence[Token]) -> tuple[str, object]:
    """`demand: REQUIRED`."""
    return "required", True


def _optional(_: LineWork, __: Sequence[Token]) -> tuple[str, object]:
    """`demand: OPTIONAL`."""
    return "required", False


def _severity(_work: LineWork, children: Sequence[Token]) -> tuple[str, object]:
    """`demand: SEVERITY`."""
    return "severity", Severity.of_label(str(children[0]))


def _at_least(_work: LineWork, children: Sequence[Token]) -> tuple[str, object]:
    """`count: _AT_LEAST INT _ITEMS`."""
    return "at_least", int(children[0])


def _at_most(_work: LineWork, children: Sequence[Token]) -> tuple[str, object]:
    """`count: _AT_MOST INT _ITEMS`."""
    return "at_most", int(children[0])


def _due(work: LineWork, children: Sequence[Token]) -> tuple[str, object]:
    """`due: _DUE DAY`; 6月底 is the last day of June."""
    month_text, _, day_text = str(children[0]).partition("月")
    month = int(month_text)
    last = _LAST_DAYS[month - 1] if 1 <= month <= 12 else 0  # noqa: PLR2004 - months
    day = last if day_text == "底" else int(day_text.rstrip("日"))
    if not 1 <= day <= last:
        work.doubt("R28", work.span(children[0]))
        return "due", None
    return "due", (month, 28 if (month, day_text) == (2, "底") else day)


def _role(_work: LineWork, children: Sequence[Token]) -> tuple[str, object]:
    """`role: _AS ROLE`."""
    return "role", str(children[0])


def _value_kind(_work: LineWork, children: Sequence[tuple[KindRule, ...]]) -> tuple[str, object]:
    """`cell_clause: _VALUE kinds`."""
    return "kinds", children[0]


def _also_called(_work: LineWork, children: Sequence[tuple[Word, ...]]) -> tuple[str, object]:
    """`cell_clause: _ALIAS names`."""
    return "aliases", texts(children[0])


def _allowed(_work: LineWork, children: Sequence[tuple[Word, ...]]) -> tuple[str, object]:
    """`cell_clause: _ONE_OF choices`."""
    return "choices", texts(children[0])


def _cited_clause(_work: LineWork, children: Sequence[Citation]) -> tuple[str, object]:
    """`cell_clause: _SOURCE citation`."""
    return "cite", children[0]


def _keep(_: LineWork, __: Sequence[Token]) -> tuple[str, object]:
    """`level_clause: KEEP`."""
    return "change", Change.KEEP


def _points(work: LineWork, figure: tuple[Decimal, str]) -> Decimal:
    """Points are no percentage."""
    number, unit = figure
    if unit == "%":
        start = work.offset + max(work.line.find(f"{number}%"), work.line.find(f"{number}％"), 0)
        work.doubt("R22", Span(start, start + len(f"{number}%")), better=str(number))
    return number


def _weight(work: LineWork, children: Sequence[tuple[Decimal, str]]) -> tuple[str, object]:
    """`level_clause: _WEIGHT number`."""
    return "weight", _points(work, children[0])


def _weight_filled(_: LineWork, __: Sequence[Token]) -> tuple[str, object]:
    """`level_clause: _WEIGHT FILLED`."""
    return "weight_filled", True


def _weight_total(work: LineWork, children: Sequence[tuple[Decimal, str]]) -> tuple[str, object]:
    """`level_clause: _TOTAL_WEIGHT number`."""
    return "weight_total", _points(work, children[0])


def _units(_work: LineWork, children: Sequence[tuple[Word, ...]]) -> tuple[str, object]:
    """`level_clause: _IN_UNIT names`."""
    return "units", texts(children[0])


def _expected(_work: LineWork, children: Sequence[Any]) -> tuple[str, object]:
    """`level_clause: _SHOULD [name] tests`."""
    scale, tests = children
    return "expected", (scale.text if scale else None, tests)


def _uses_method(_work: LineWork, children: Sequence[Word]) -> tuple[str, object]:
    """`level_clause: _COUNTED name (_OR name)*`."""
    return "methods", texts(children)


CLAUSES: Mapping[str, Rule] = MappingProxyType(
    {
        "field_clauses": _field_clauses,
        "required": _required,
        "optional": _optional,
        "severity": _severity,
        "at_least": _at_least,
        "at_most": _at_most,
        "due": _due,
        "role": _role,
        "value_kind": _value_kind,
        "also_called": _also_called,
        "allowed": _allowed,
        "cited_clause": _cited_clause,
        "keep": _keep,
        "weight": _weight,
        "weight_filled": _weight_filled,
        "weight_total": _weight_total,
        "units": _units,
        "expected": _expected,
        "uses_method": _uses_method,
        "column_clauses": _field_clauses,
        "level_clauses": _field_clauses,
    }
)
"""By rule of the grammar."""
