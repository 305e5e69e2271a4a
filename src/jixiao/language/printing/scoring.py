"""【计分】 as text: roundings, completions, defaults, and methods with their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.expressions.text import (
    expression_text,
    name_text,
    names_text,
    percent_text,
    quoted_text,
)
from jixiao.language.printing.marks import aligned, change_text, heading, kind_text, kinds_text
from jixiao.rules import (
    Change,
    Completion,
    DefaultMethods,
    Exclusion,
    Merge,
    Method,
    Rounding,
    Scoring,
    Tolerance,
)
from jixiao.rules.text import citation_text, tests_text

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "completion_text",
    "default_text",
    "exclusion_text",
    "merge_text",
    "method_lines",
    "rounding_text",
    "scoring_lines",
    "tolerance_text",
]


def scoring_lines(scoring: Scoring) -> Iterator[str]:
    """The section, if there is anything in it."""
    lines = [rounding_text(one) for one in scoring.roundings]
    lines += [completion_text(one) for one in scoring.completions]
    lines += [default_text(one) for one in scoring.defaults]
    lines += [merge_text(one) for one in scoring.merges]
    lines += [exclusion_text(one) for one in scoring.exclusions]
    lines += [tolerance_text(one) for one in scoring.tolerances]
    for method in scoring.methods:
        lines.append(f"{change_text(method.change)}方法 {name_text(method.name)}")
        lines += [f"  {line}" for line in method_lines(method)]
    yield from heading("【计分】", lines)


def rounding_text(one: Rounding) -> str:
    """舍入: where, how many digits, and whether the rest is cut off."""
    said = f"{change_text(one.change)}舍入：{one.place} {one.digits} 位"
    return said + ("，截断" if one.cut else "")


def completion_text(one: Completion) -> str:
    """完成率 of a direction."""
    said = f"{change_text(one.change)}完成率 {one.case}"
    return said if one.expression is None else f"{said}：{expression_text(one.expression)}"


def default_text(one: DefaultMethods) -> str:
    """默认: the methods of some kinds."""
    said = f"{change_text(one.change)}默认 {kinds_text(one.kinds)}"
    return said + (f"：{names_text(one.methods)}" if one.methods else "")


def merge_text(one: Merge) -> str:
    """汇总: how several figures of a kind become one."""
    said = f"{change_text(one.change)}汇总 {kind_text(one.kind)}"
    if one.how:
        said += f"：{name_text(one.how)}"
    return said if one.weighed_by is None else f"{said}，按 {name_text(one.weighed_by)}"


def exclusion_text(one: Exclusion) -> str:
    """不适用: what becomes of the points."""
    said = "" if one.change is Change.CANCEL else "：折算" if one.rescaled else "：剔除"
    return f"{change_text(one.change)}不适用{said}"


def tolerance_text(one: Tolerance) -> str:
    """约数: how far off a target of 约 may be."""
    said = "" if one.share is None else f"：{percent_text(one.share)}"
    return f"{change_text(one.change)}约数{said}"


def method_lines(method: Method) -> Iterator[str]:  # noqa: C901 - one a property
    """What stands below 方法, without the indent."""
    if method.kinds:
        yield f"适用：{kinds_text(method.kinds)}"
    if method.rate is not None:
        yield f"得分率：{expression_text(method.rate)}"
    if method.points is not None:
        yield f"得分：{expression_text(method.points)}"
    if method.table is not None:
        table = method.table
        yield f"分档：{names_text(table.inputs)}"
        header = [name_text(name) for name in (*table.inputs, table.result)]
        yield from aligned(
            [header, *([tests_text(cell) for cell in row.cells] for row in table.rows)]
        )
    for share, word in (
        (method.pass_line, "及格线"),
        (method.cap, "封顶"),
        (method.floor, "保底"),
    ):
        if share is not None:
            yield f"{word}：{percent_text(share)}"
    if method.explain is not None:
        yield f"须说明：{expression_text(method.explain)}"
    for one in method.deductions:
        yield f"扣减：{expression_text(one.amount)} 时 {expression_text(one.condition)}"
    if method.doc is not None:
        yield f"说明：{quoted_text(method.doc)}"
    if method.cite is not None:
        yield f"依据：{citation_text(method.cite)}"
