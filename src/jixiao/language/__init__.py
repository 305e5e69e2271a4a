"""Rule files (`.jx`) and rulesets: text to frozen objects and back, with messages people can use.

`parse` reads one file without its parents; `jixiao.library` finds and inherits them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.findings import Finding, Severity, Where, finding
from jixiao.language.assembling import assemble
from jixiao.language.formatting import comments_of, format_text
from jixiao.language.lines import read_lines, unseen
from jixiao.language.printing import format_ruleset as format  # noqa: A004 - the inverse of parse
from jixiao.language.rendering import render
from jixiao.language.validating import validate
from jixiao.limits import DEFAULT_LIMITS, Limits
from jixiao.source import Origin

if TYPE_CHECKING:
    from jixiao.rules import Ruleset

__all__ = [
    "comments_of",
    "format",
    "format_text",
    "parse",
    "read",
    "render",
    "validate",
]

_FIRST = "第一行写“规则集 编号”，如“规则集 江苏南通-2025”"


def read(
    text: str, *, file: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> tuple[Ruleset | None, tuple[Finding, ...]]:
    """As `parse`, but with what could be read of a ruleset that has errors."""
    reading = read_lines(text, file, limits)
    assembly = assemble(reading, unseen(text), file, limits)
    if assembly.ruleset is None and not any("规则集" in line for _, line in reading.broken):
        where = Where(origin=Origin(file=file, line=1, column=1))
        return None, (finding("R05", where, what="规则集", wanted=_FIRST),)
    findings = sorted(
        (*reading.findings, *assembly.findings),
        key=lambda one: (one.where.origin.line or 0, one.where.origin.column or 0),
    )
    return assembly.ruleset, tuple(findings)


def parse(
    text: str, *, file: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> tuple[Ruleset | None, tuple[Finding, ...]]:
    """The ruleset that one file says, before inheritance, and all that is wrong with the file.

    The ruleset is None where something must be mended first. Never raises for the content.

    >>> ruleset, findings = parse('''规则集 试验-2024
    ... 名称：“试验”
    ... 地区：420000 湖北省
    ... 年度：2024
    ... 生效：2024年1月1日
    ... 依据：“样式” 核实
    ... ''')
    >>> ruleset.id, findings
    ('试验-2024', ())
    """
    ruleset, findings = read(text, file=file, limits=limits)
    fatal = any(one.severity is Severity.ERROR for one in findings)
    return (None if fatal else ruleset), findings
