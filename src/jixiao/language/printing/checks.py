"""【校验】 and 【等次】 as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.expressions.text import expression_text, name_text, number_text, quoted_text
from jixiao.language.printing.marks import aligned, change_text
from jixiao.rules.text import citation_text, tests_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.rules import Bands, Check

__all__ = ["band_lines", "check_lines"]


def check_lines(check: Check) -> Iterator[str]:
    """A check and the lines below it."""
    said = f"{change_text(check.change)}校验 {check.code}"
    if check.title:
        said += f" {check.severity.label()}：{quoted_text(check.title)}"
    yield said
    if check.scope:
        yield f"  对象：{'每条 ' if check.each else ''}{name_text(check.scope)}"
    if check.when is not None:
        yield f"  当：{expression_text(check.when)}"
    if check.condition is not None:
        yield f"  条件：{expression_text(check.condition)}"
    if check.tolerance is not None:
        yield f"  容差：{number_text(check.tolerance)}"
    if check.message:
        yield f"  提示：{quoted_text(_template(check))}"
    if check.doc is not None:
        yield f"  说明：{quoted_text(check.doc)}"
    if check.cite is not None:
        yield f"  依据：{citation_text(check.cite)}"


def _template(check: Check) -> str:
    return "".join(
        piece if isinstance(piece, str) else f"{{{expression_text(piece, straight=True)}}}"
        for piece in check.message
    )


def band_lines(bands: Bands) -> Iterator[str]:
    """The grades as a table."""
    yield f"【{change_text(bands.change)}等次】"
    if bands.full:
        yield f"满分：{number_text(bands.full)}"
    if bands.cite is not None:
        yield f"依据：{citation_text(bands.cite)}"
    if bands.rows:
        rows = [[name_text(name), tests_text(tests)] for name, tests in bands.rows]
        yield from aligned([["等次", "得分"], *rows])
