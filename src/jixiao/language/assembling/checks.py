"""【校验】: conditions, and the pieces of what is said where they do not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from jixiao.findings import Finding, Where, finding
from jixiao.language.assembling.workshop import Assembler, Section, said_once, stray
from jixiao.language.lines import expression_of
from jixiao.language.statements import Property, Statement, Word
from jixiao.rules import Change, Check
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.expressions import Expression

__all__ = ["checks_of"]


def checks_of(work: Assembler, sections: Sequence[Section], ruleset: str) -> tuple[Check, ...]:
    """The checks of all sections, each with the id of the ruleset that writes it."""
    checks = []
    for section in sections:
        check: Check | None = None
        lines: list[tuple[int, Property]] = []
        for number, line in section.lines:
            if isinstance(line, Statement) and isinstance(line.node, Check):
                if check is not None:
                    checks.append(_check(work, check, lines))
                check, lines = line.node, []
            elif isinstance(line, Property):
                if check is None:
                    stray(work, number, line, "校验 …")
                lines.append((number, line))
        if check is not None:
            checks.append(_check(work, check, lines))
    return tuple(evolve(check, written_in=ruleset) for check in checks)


def _check(work: Assembler, check: Check, lines: Sequence[tuple[int, Property]]) -> Check:
    attributes = said_once(work, lines)
    if "scope" in attributes:
        attributes["scope"], attributes["each"] = attributes["scope"]
    message = attributes.pop("message", None)
    if isinstance(message, Word):
        line = next(number for number, one in lines if one.key == "message")
        attributes["message"] = _template(work, message, line)
    start, end = check.origin.line or 0, lines[-1][0] if lines else 0
    complete = not work.broken_below(start, max(end, start) + 1 + len(work.broken))
    if check.change is Change.NONE and complete:
        for key, word in (("scope", "对象"), ("condition", "条件")):
            if key not in attributes:
                where = Where(origin=check.origin)
                work.findings.append(finding("R26", where, raw=check.code, what=word))
    return evolve(check, **attributes)


def _template(work: Assembler, message: Word, number: int) -> tuple[str | Expression, ...]:
    """The pieces of a 提示: text, and the expressions between braces."""
    pieces: list[Any] = []
    text, start = message.text, message.span.start + 1
    while text:
        plain, brace, rest = text.partition("{")
        if plain:
            pieces.append(plain)
        if not brace:
            break
        inside, closing, text = rest.partition("}")
        start += len(plain) + 1
        if not closing:
            work.doubt("R29", number, start - 1, "{", word="{", wanted="}")
            break
        origin = work.origin(number, start)
        read = expression_of(inside, start, origin, work.limits)
        if isinstance(read, Finding):
            column = (origin.column or 1) + (read.where.origin.column or 1) - 1
            place = Origin(file=work.file, line=number, column=column)
            work.findings.append(read.at(Where(origin=place)))
        else:
            pieces.append(read)
        start += len(inside) + 1
    return tuple(pieces)
