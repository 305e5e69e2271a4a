"""Where tables whose cells are glued begin, and which columns their headers name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.level_names import LEVEL1_NAMES, LEVEL2_PARENTS
from jixiao.reading.fitting import LEVEL_NEEDS, ROLE_NEEDS, Need
from jixiao.reading.labels.columns import LEVEL_HEADERS, role_of_header

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.reading.glued.ribbon import Ribbon
    from jixiao.reading.wrapped.words import Words

__all__ = ["GluedHeader", "Label", "headers_in", "labels_in"]

_FIRST = re.compile(r"(?:一级指标)?二级指标")
_ASIDE = re.compile(r"\([^()]{0,6}\)")
_LONGEST = 24
_COLUMNS = 20
_TORN = 12
"""Letters between a header and the first label at most; they are torn pieces of labels."""
_REST = 60
"""Letters of a header behind the columns that are known at most."""
_OR = "社会公众或"
"""What older forms put before 服务对象满意度指标."""
_CUT = frozenset({"目标值", "实际值", "权重", "得分"})
"""Roles of columns whose cells can be told from the name before them."""
_WEIGHT = re.compile(r"\(\d{1,3}(?:\.\d{1,2})?分?\)")


@frozen
class GluedHeader:
    """The columns of a header: where each begins and ends, and what it holds.

    `weight` is the place of the column of weights; `by_line` says that rows stand a line each.
    """

    start: int
    end: int
    columns: tuple[tuple[int, int, Need], ...]
    weight: int | None
    by_line: bool
    torn: bool = False

    @property
    def tail(self) -> tuple[Need, ...]:
        """What stands behind the name of an indicator."""
        return tuple(need for _, _, need in self.columns if need not in LEVEL_NEEDS)


@frozen
class Label:
    """The label of a level in a text: where it begins and ends, and which levels it may be."""

    start: int
    end: int
    name: str
    level1: bool
    level2: bool


def headers_in(ribbon: Ribbon, words: Words) -> Iterator[GluedHeader]:
    """The headers whose rows can be cut: a name, then values and figures, words last if at all."""
    past = 0
    for match in _FIRST.finditer(ribbon.text):
        if match.start() < past:
            continue
        found = _header(ribbon, match.start(), words)
        if found is not None:
            past = found.end
            yield found


def _header(ribbon: Ribbon, start: int, words: Words) -> GluedHeader | None:
    columns: list[tuple[int, int, Need]] = []
    weight = None
    at = start
    while at < len(ribbon.text) and len(columns) < _COLUMNS:
        size = _column(ribbon.text, at, words)
        if not size:
            break
        name = ribbon.text[at : at + size]
        end = at + size
        aside = _ASIDE.match(ribbon.text, end)
        end = aside.end() if aside else end
        need = _need(name)
        if need is Need.NUMBER and role_of_header(name) == "权重":
            if weight is not None:
                return None
            weight = len(columns)
        columns.append((at, end, need))
        at = end
    needs = [need for _, _, need in columns]
    if needs.count(Need.LEVEL3) != 1 or not _can_be_cut(needs[needs.index(Need.LEVEL3) + 1 :]):
        return None
    by_line = at in ribbon.breaks
    torn = False
    if not by_line and not _label_at(ribbon.text, at, words):
        rest = next((one for one in sorted_breaks(ribbon, at, _REST)), None)
        label = next(
            (one for one in labels_in(ribbon.text, at, at + _TORN + _LONGEST, words)), None
        )
        if label is not None and label.start - at <= _TORN and (rest is None or rest > label.start):
            torn = True
        elif rest is not None and columns[-2][2] is not Need.LEVEL3:
            # what begins as a known header may go on as another: 指标值, 指标值内容及评分标准
            columns[-1] = (columns[-1][0], rest, Need.TEXT)
            at, by_line = rest, True
        else:
            return None
    return GluedHeader(start, at, tuple(columns), weight, by_line, torn)


def sorted_breaks(ribbon: Ribbon, start: int, most: int) -> Iterator[int]:
    """Where lines begin behind a place."""
    return (
        at for at in range(start + 1, min(start + most, len(ribbon.text))) if at in ribbon.breaks
    )


def _need(name: str) -> Need:
    level = LEVEL_HEADERS.get(name)
    if level is not None:
        return LEVEL_NEEDS[level - 1]
    role = role_of_header(name)
    return ROLE_NEEDS[role] if role in _CUT else Need.TEXT


def _can_be_cut(needs: list[Need]) -> bool:
    """Whether what stands behind a name begins with a value or a figure, and words come last."""
    if not needs or needs[0] is Need.TEXT or Need.VALUE not in needs:
        return False
    text = next((at for at, need in enumerate(needs) if need is Need.TEXT), len(needs))
    return all(need is Need.TEXT for need in needs[text:]) and not set(needs) & set(LEVEL_NEEDS)


def _column(text: str, at: int, words: Words) -> int:
    """How many letters from a place on head a column; 0 where none do."""
    for size in range(min(_LONGEST, len(text) - at), 0, -1):
        if text[at : at + size] in words.headers:
            return size
    return 0


def labels_in(text: str, start: int, end: int, words: Words) -> Iterator[Label]:
    """The labels of levels in a stretch of a text, the longest at each place."""
    at = start
    while at < end:
        at = text.find("指标", at, end)
        if at < 0:
            return
        at += 2
        found = _label_before(text, at, start, words)
        if found is not None:
            yield found
            start = at = found.end


def _label_before(text: str, end: int, least: int, words: Words) -> Label | None:
    """The longest label that ends at a place, with the weight in brackets behind it."""
    for first in range(max(least, end - _LONGEST), end - 2):
        name = text[first : end - 2].removeprefix(_OR)
        level1 = name in words.form.level1 or name in LEVEL1_NAMES
        level2 = name in words.form.level2 or name in LEVEL2_PARENTS
        if level1 or level2:
            weight = _WEIGHT.match(text, end)
            return Label(first, weight.end() if weight else end, text[first:end], level1, level2)
    return None


def _label_at(text: str, at: int, words: Words) -> bool:
    found = next(labels_in(text, at, at + _LONGEST, words), None)
    return found is not None and found.start == at
