"""The dialect of tables whose cells run into each other, cut by what the cells hold.

Sites that show documents give such text, a whole document on a line or a row of a table a line.
Headers and labels of levels are closed classes of words; between them rows are cut where figures
begin. Each row says that it was cut; where another cut is possible it is doubted, and what no
figure parts is left over.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.limits import DEFAULT_LIMITS, Limits
from jixiao.reading.glued.header import headers_in
from jixiao.reading.glued.notice import glued_sample, glued_start
from jixiao.reading.glued.part import GluedPart
from jixiao.reading.glued.ribbon import ribbon_of
from jixiao.reading.grid import GridRow, split_lines, text_rows
from jixiao.reading.headers.rows import is_header
from jixiao.reading.wrapped.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jixiao.reading.glued.header import GluedHeader
    from jixiao.reading.glued.ribbon import Ribbon
    from jixiao.reading.wrapped.words import Words
    from jixiao.rules import Ruleset

__all__ = ["glued_rows", "is_glued"]

_TABS = 20
"""One line in so many may hold a tab."""
_ENDS = re.compile(
    r"(?:合计|总分|总计|得分合计)(?:\(?\d+(?:\.\d+)?|$)|(?:备注|说明|注)[::]|评价结论|填表人|填报人|"
    r"联系电话|其他需要说明|其它需要说明|附件[::]|项目名称|绩效目标表|绩效自评表|"
    r"扫一扫|主管部门审核意见|总分$"
)


def is_glued(text: str) -> bool:
    r"""Whether the cells of the tables of a text run into each other.

    >>> is_glued("一级指标二级指标三级指标指标值\n产出指标数量指标覆盖率100%")
    True
    """
    if "指标" not in text or glued_sample([text]) is None:
        return False
    shown = [line for line in split_lines(text) if line and not line.isspace()]
    return _TABS * sum("\t" in line for line in shown) <= len(shown) and not any(
        is_header(row) for row in text_rows(text) if not row.plain
    )


def glued_rows(
    text: str,
    rulesets: Sequence[Ruleset],
    *,
    file: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[GridRow]:
    """The rows of a text in this dialect, each cell in the column of its header."""
    words = words_of(rulesets)
    ribbon = ribbon_of(text, file, limits)
    rows: list[GridRow] = []
    at = 0
    regions = _regions(ribbon, words)
    for place, (header, start) in enumerate(regions):
        begin = start if header is None else header.start
        end = _end(ribbon, start, regions[place + 1 :])
        part = GluedPart(ribbon, words, header, opens=bool(rows))
        read = part.read(start, end)
        if not part.any:
            continue
        rows += ribbon.plain(at, begin)
        rows += read
        at = end
    rows += ribbon.plain(at, len(ribbon.text))
    if not any(row.cells and not row.plain for row in rows):
        yield from text_rows(text, file=file, limits=limits)
        return
    rows += ribbon.aside
    for index, row in enumerate(rows):
        yield evolve(row, index=index, cells=tuple(evolve(one, row=index) for one in row.cells))


def _regions(ribbon: Ribbon, words: Words) -> list[tuple[GluedHeader | None, int]]:
    """The headers and where their rows begin; the first pair of labels where no header is."""
    found: list[tuple[GluedHeader | None, int]] = [
        (header, header.end) for header in headers_in(ribbon, words)
    ]
    if not found:
        start = glued_start(ribbon.text)
        return [] if start is None else [(None, start)]
    return found


def _end(ribbon: Ribbon, start: int, following: Sequence[tuple[GluedHeader | None, int]]) -> int:
    """Where the rows of a header end: at a sum, a note, a field that stands below, a header."""
    last = len(ribbon.text)
    if following and following[0][0] is not None:
        last = following[0][0].start
    match = _ENDS.search(ribbon.text, start, last)
    return match.start() if match else last
