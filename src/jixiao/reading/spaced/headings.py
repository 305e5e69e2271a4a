"""The columns of a table whose cells are parted by spaces: their headers, and what they hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import field, frozen

from jixiao.reading.fitting import LEVEL_NEEDS, ROLE_NEEDS, Need
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.labels import LEVEL_HEADERS, PLAIN_HEADERS, ROLE_HEADERS, role_of_header

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jixiao.reading.spaced.words import Word

__all__ = ["Heading", "Heads", "SpacedHeader", "header_row", "heads_of", "is_of_indicators"]

_ASIDE = re.compile(r"\([^()]{1,12}\)$|\([A-Z]$")
_LEVELS = 2
_MONITORED = frozenset(
    {
        *("全年预计完成情况", "全年预计完成值", "全年预计完成", "预计全年完成情况"),
        *(f"1-{month}月执行情况" for month in range(1, 13)),
    }
)
"""Headers of a table filled in during the year: what is done by then, and what is expected."""
_OTHERS = frozenset({"绩效标准", "完成率", "完成率(%)", "指标说明", "指标解释"})
"""Headers of columns of texts that no part of a form is read from."""


@frozen
class Heading:
    """A column: its header, the words of it, and what the column holds."""

    text: str
    words: tuple[Word, ...]

    @property
    def need(self) -> Need:
        """What the column holds."""
        name = key(self.text)
        if name in LEVEL_HEADERS:
            return LEVEL_NEEDS[LEVEL_HEADERS[name] - 1]
        other = Need.VALUE if name in _MONITORED else Need.TEXT
        return ROLE_NEEDS.get(role_of_header(name) or "", other)

    @property
    def start(self) -> int:
        """Where on its line it begins."""
        return min(word.start for word in self.words)

    @property
    def end(self) -> int:
        """Where on its line it ends."""
        return max(word.end for word in self.words)


@frozen
class SpacedHeader:
    """The columns from left to right, what stands beside them, and the lines from first to last."""

    headings: tuple[Heading, ...]
    first: int
    last: int
    side: tuple[Word, ...] = ()
    needs: tuple[Need, ...] = field(init=False)
    """What the columns hold."""

    @needs.default
    def _needs(self) -> tuple[Need, ...]:
        return tuple(one.need for one in self.headings)

    @property
    def by_cell(self) -> bool:
        """Whether each line of it is a cell, or a piece of one, so that all lines below are."""
        words = [word for one in self.headings for word in one.words]
        lines = {word.origin.line for word in words}
        return len(lines) == len(words) > _LEVELS

    @property
    def names(self) -> tuple[str, ...]:
        """The columns as compared."""
        return tuple(key(one.text) for one in self.headings)


class Heads:
    """The headers that a part of a table may have, and their pieces."""

    def __init__(self, names: Iterable[str], heads: Callable[[str], bool]) -> None:
        self.names = frozenset(names)
        self.all = "\n".join(sorted(self.names))
        self.whole = heads

    def within(self, text: str) -> bool:
        """Whether a text is a header or a piece of one."""
        return bool(text) and (text in self.all or self.whole(text))


def heads_of(names: Iterable[str] = ()) -> Heads:
    """The headers of an indicator part, those of forms among them."""
    known = frozenset(
        {*LEVEL_HEADERS, *ROLE_HEADERS, *PLAIN_HEADERS, *_MONITORED, *_OTHERS, *names}
    )
    return Heads(known, lambda text: text in known or _ASIDE.sub("", text) in known)


def is_of_indicators(needs: Sequence[Need]) -> bool:
    """Whether columns are those of indicators: two levels at least, and a value."""
    levels = len({one for one in needs if one in LEVEL_NEEDS})
    return levels >= _LEVELS and Need.VALUE in needs


def header_row(header: SpacedHeader, index: int) -> GridRow:
    """The header as a row of the grid; column 0 is for what stands beside it."""
    cells = [GridCell(word.text, index, 0, origin=word.origin) for word in header.side]
    cells += [
        GridCell(one.text, index, at, origin=one.words[0].origin)
        for at, one in enumerate(header.headings, 1)
    ]
    return GridRow(index, tuple(cells), len(header.headings) + 1)
