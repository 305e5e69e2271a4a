"""The page docs/findings.zh-CN.md: what is found in the four published documents, by severity.

Run `python tests/findings_page.py` to write it; `test_findings_page.py` keeps it from drifting.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from checks_page import CASES, SENSES
from jixiao.findings import Severity
from jixiao.library import Library
from jixiao.messages.template import TEMPLATE
from reviewed_findings import REVIEWED, found, read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.findings import Finding
    from reviewed_findings import Reviewed

__all__ = ["PAGE", "page", "reasons"]

PAGE = Path(__file__).parent.parent / "docs" / "findings.zh-CN.md"
HEAD = """# 四份公开文件的检查结果

本页由程序生成：对 `examples/` 中四份公开的绩效表逐份运行检查，按轻重计数，列出须修改的理由和
请说明的内容。同一编码在一张表中、或在全文件中折为一项，括号内是处数。各编码的含义见
[检查项](checks.zh-CN.md)。逐条核对过的结果存于 `tests/snapshots`。
"""
PROVED = """## 什么才是须修改

须修改只用于两种情形：表式原文写明的要求没有做到（依据已核实），或者文件自己的数字相加就能证明。
会给出须修改的检查如下；其余检查都只是请说明或建议完善。
"""


def reasons(findings: Iterable[Finding]) -> list[str]:
    """What must be changed and what stands behind it: the clause, or that the figures prove it."""
    return [
        f"- {one.code} {_place(one)}：{one.message()}。理由：{one.cite or _by_arithmetic(one)}"
        for one in findings
        if one.severity is Severity.ERROR
    ]


def _by_arithmetic(one: Finding) -> str:
    return "表内数字相加即可证明" if one.code in ("S33", "S68") else "表式要求"


def _place(one: Finding) -> str:
    return one.where.label() or "全文件"


def _count(findings: Iterable[Finding]) -> Counter[Severity]:
    return Counter(one.severity for one in findings)


def _own_errors(ruleset: str) -> list[str]:
    rules = Library.default().load(ruleset)
    return [
        f"{check.written_in or rules.id}/{check.code} {check.title}"
        for check in rules.checks
        if check.severity is Severity.ERROR
    ]


def _overview() -> list[str]:
    severities = tuple(Severity)
    names = " | ".join(one.label() for one in severities)
    lines = [
        f"| 文件 | 规则集 | 表 | 指标 | {names} |",
        "| --- | --- | ---: | ---: |" + " ---: |" * len(severities),
    ]
    for one in REVIEWED:
        counts = _count(found(one))
        rows = sum(len(table.indicators) for table in read(one).tables)
        figures = " | ".join(str(counts[severity]) for severity in severities)
        lines.append(
            f"| {one.title} | `{one.ruleset}` | {len(read(one).tables)} | {rows} | {figures} |"
        )
    return lines


def _proofs() -> list[str]:
    grave = {entry.code for entry in (*TEMPLATE, *SENSES) if entry.severity == "error"}
    told = [f"- {one.code} {one.title}：{one.meaning}" for one in CASES if one.code in grave]
    own = dict.fromkeys(line for one in REVIEWED for line in _own_errors(one.ruleset))
    return [*told, *(f"- {line}" for line in own)]


def _section(one: Reviewed) -> list[str]:
    findings = found(one)
    proved = reasons(findings)
    asked = [held for held in findings if held.severity is Severity.WARNING]
    hints = Counter(held.code for held in findings if held.severity is Severity.HINT)
    listed = "、".join(f"{code} {count} 项" for code, count in sorted(hints.items()))
    told = (f"- {held.code} {_place(held)}（{held.count} 处）：{held.message()}" for held in asked)
    return [
        f"## {one.title}",
        "",
        "**须修改**",
        "",
        *(proved or ["没有：没有一项能由表式原文或相加证明。"]),
        "",
        "**请说明**",
        "",
        *told,
        "",
        f"**建议完善**：{listed}。",
        "",
    ]


def page() -> str:
    """The whole page."""
    lines = [HEAD, *_overview(), "", PROVED, *_proofs(), ""]
    for one in REVIEWED:
        lines += _section(one)
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
