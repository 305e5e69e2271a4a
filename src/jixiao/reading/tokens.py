"""What a cell is by its content alone: a level name, a value, an amount, a label, or just words."""

from __future__ import annotations

import re
from enum import Enum, auto

from attrs import frozen

from jixiao.parsing import parse_value
from jixiao.parsing.day_like import day_of
from jixiao.reading.forms import Form, level_key
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.values import (
    Absent,
    Comparison,
    Compound,
    Deadline,
    Pace,
    Period,
    Qualitative,
    Range,
    Reference,
    Trend,
    Value,
)

__all__ = ["Kind", "Token", "is_placeholder_name", "kind_of_value", "strip_number", "tag_row"]


class Kind(Enum):
    """What a piece of text looks like, most telling first."""

    LEVEL1 = auto()
    LEVEL2 = auto()
    LEVEL3 = auto()
    VALUE = auto()
    WORD = auto()
    TEXT = auto()


_NUMBER = re.compile(r"(指标|目标|任务)\d*[:：、.]?\s*")
_NUMBERED = ("指标", "目标", "任务")
_PLACEHOLDER = re.compile(r"((指标|目标|任务)\d*)?([:.、…·—*/-]*|:?无)")


def strip_number(name: str) -> str:
    """An indicator's name without the number that the form prints before it.

    >>> strip_number("指标1: 培训机构覆盖率"), strip_number("指标管理系统数")
    ('培训机构覆盖率', '指标管理系统数')
    """
    match = _NUMBER.match(name) if name.startswith(_NUMBERED) else None
    numbered = match is not None and any(char in match[0] for char in ":：、.0123456789")
    return name[match.end() :].strip() if match and numbered else name


def is_placeholder_name(name: str) -> bool:
    """Whether a name says nothing: 指标1: with nothing behind it, ……, ——.

    >>> is_placeholder_name("指标1:"), is_placeholder_name("……"), is_placeholder_name("知晓率")
    (True, True, False)
    """
    return _PLACEHOLDER.fullmatch(key(name)) is not None


_CHILDLESS = re.compile("(?:项目|部门)?(?:预算|资金)执行(?:率|情况)?")


def is_childless(label: str) -> bool:
    """Whether a 一级 stands for its only row: 预算执行率（10分）.

    >>> is_childless("预算执行率"), is_childless("产出指标")
    (True, False)
    """
    return _CHILDLESS.fullmatch(level_key(label)) is not None


@frozen
class Token:
    """A cell with what its content says it is.

    `own` tells a name of the chosen form from one of another template; `after_level2` that an
    earlier cell of the row is a 二级 already, so that this one may well be a name.
    """

    cell: GridCell
    kind: Kind
    own: bool = False
    level2_too: bool = False
    after_level2: bool = False

    @property
    def text(self) -> str:
        """The text as written, without white space around it."""
        return self.cell.text.strip()

    @property
    def column(self) -> int:
        """The column of the grid, from 0."""
        return self.cell.column


_TELLING = (Range, Pace, Deadline, Period, Reference, Compound)


def kind_of_value(value: Value) -> Kind:
    """What a value looks like beside the other cells of a row: a number, a word, or just text."""
    if value.subject or value.rest:
        return Kind.TEXT
    if isinstance(value, Comparison) and value.op is None and not value.quantity.unit.known:
        return Kind.TEXT
    if isinstance(value, (Comparison, Absent, *_TELLING)):
        return Kind.VALUE
    if isinstance(value, Trend):
        return Kind.VALUE if value.change is not None else Kind.WORD
    if isinstance(value, Qualitative) and value.means is not None:
        return Kind.WORD
    dated = isinstance(value, Qualitative) and day_of(value.word) is not None
    return Kind.VALUE if dated else Kind.TEXT


def _tag(cell: GridCell, form: Form, *, after_level2: bool, child: str = "") -> Token:
    """What a cell says; `child` is the text behind it, which may tell that it stands above."""
    name = level_key(cell.text)
    own1, own2 = name in form.level1, name in form.level2
    if own2 and not own1 and child and _heads(cell.text, child, form):
        return Token(cell, Kind.LEVEL1)
    bare = cell.text.strip()
    placed, word = bool(form.places(strip_number(bare))), key(cell.text) in form.words
    other = not (own2 or placed or word)
    if own1 or (other and form.is_level1(cell.text)):
        two = own2 or (not own1 and form.is_level2(cell.text))
        return Token(cell, Kind.LEVEL1, own=own1, level2_too=two)
    if own2 or (other and form.is_level2(cell.text)):
        return Token(cell, Kind.LEVEL2, own=own2, after_level2=after_level2)
    if placed:
        return Token(cell, Kind.LEVEL3, own=True)
    if word:
        return Token(cell, Kind.WORD, own=True)
    return Token(cell, kind_of_value(parse_value(bare)))


def _heads(text: str, child: str, form: Form) -> bool:
    """Whether a 二级 of the form is the 一级 of what stands behind it: 成本指标, 经济成本指标.

    成本 is a 二级 of 产出 in the older frame and a 一级 of its own in the newer one.
    """
    if not form.is_level1(text):
        return False
    return level_key(text) in {level_key(one) for one in form.parents(child)}


def tag_row(row: GridRow, form: Form) -> tuple[Token, ...]:
    """The cells of a row, each with what its content says."""
    tokens: list[Token] = []
    seen = False
    for at, cell in enumerate(row.cells):
        child = row.cells[at + 1].text if not seen and at + 1 < len(row.cells) else ""
        token = _tag(cell, form, after_level2=seen, child=child)
        if tokens and token.kind is Kind.LEVEL1 and is_childless(cell.text):
            again = len(tokens) == 1 and len(row.cells) > 2  # noqa: PLR2004 - a name and more
            token = Token(cell, Kind.LEVEL2 if again else Kind.TEXT)
        seen = seen or token.kind is Kind.LEVEL2 or token.level2_too
        tokens.append(token)
    return tuple(tokens)
