"""The lines of 【校验】 and 【等次】, and rows of pipes.

Each function quotes the rule of `grammar/ruleset.lark` that it answers.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jixiao.findings import Severity
from jixiao.language.building.line_work import LineWork, Rule, plain, saying
from jixiao.language.statements import Line, Row, Statement, Word
from jixiao.rules import Change, Check

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from lark import Token

__all__ = ["CHECKS"]


def _check_line(work: LineWork, children: Sequence[Any]) -> Line:
    """`check_line: [change] CHECK CODE [SEVERITY ":" text]`."""
    change, _, code, severity, text = children
    span = work.span(code)
    node = Check(
        code=str(code),
        severity=Severity.of_label(str(severity)) if severity else Severity.HINT,
        title=text.text if text else "",
        scope="",
        change=change or Change.NONE,
        origin=work.place(span),
    )
    if severity is None and node.change is Change.NONE:
        work.doubt("R26", span, what="须修改、请说明或建议完善，以及这条校验的名称")
    return Statement(node, span)


def _scope_of(work: LineWork, children: Sequence[object]) -> Line:
    """`check_line: _SCOPE ":" scope`."""
    return saying(work, "scope", "对象", children[0])


def _of_table(_work: LineWork, children: Sequence[Word]) -> tuple[str, bool]:
    """`scope: name`."""
    return children[0].text, False


def _each(_work: LineWork, children: Sequence[Word]) -> tuple[str, bool]:
    """`scope: _EACH name`."""
    return children[0].text, True


def _when(work: LineWork, children: Sequence[object]) -> Line:
    """`check_line: _IF ":" expr`."""
    return saying(work, "when", "当", children[0])


def _condition(work: LineWork, children: Sequence[object]) -> Line:
    """`check_line: _MUST ":" expr`."""
    return saying(work, "condition", "条件", children[0])


def _tolerance(work: LineWork, children: Sequence[tuple[Decimal, str]]) -> Line:
    """`check_line: _WITHIN ":" number`."""
    return saying(work, "tolerance", "容差", plain(children[0]))


def _message(work: LineWork, children: Sequence[Token]) -> Line:
    """`check_line: _SAY ":" STRING`."""
    return saying(work, "message", "提示", work.quoted(children[0]))


def _full_marks(work: LineWork, children: Sequence[tuple[Decimal, str]]) -> Line:
    """`band_line: _FULL ":" number`."""
    return saying(work, "full", "满分", plain(children[0]))


def _row(work: LineWork, children: Sequence[object]) -> Line:
    """`row: "|" (cell "|")+`."""
    return Row(tuple(children), work.whole())


def _cell(_work: LineWork, children: Sequence[object]) -> object:
    """`cell: tests`."""
    return children[0]


CHECKS: Mapping[str, Rule] = MappingProxyType(
    {
        "check_line": _check_line,
        "scope_of": _scope_of,
        "of_table": _of_table,
        "each": _each,
        "when": _when,
        "condition": _condition,
        "tolerance": _tolerance,
        "message": _message,
        "full_marks": _full_marks,
        "row": _row,
        "cell": _cell,
    }
)
"""By rule of the grammar."""
