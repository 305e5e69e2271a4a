"""The headings of sections: 【词汇】, 【表 …】, 【指标 …】, 【计分】, 【校验】, 【等次】.

Each function quotes the rule of `grammar/ruleset.lark` that it answers.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from jixiao.language.statements import Line, Opening, Word
from jixiao.rules import Change

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jixiao.language.building.line_work import LineWork, Rule

__all__ = ["SECTIONS"]


def _open_vocabulary(work: LineWork, _: Sequence[object]) -> Line:
    """`section: "【" _WORDS "】"`."""
    return Opening("vocabulary", work.whole())


def _open_table(work: LineWork, children: Sequence[Word]) -> Line:
    """`section: "【" _TABLE name "】"`."""
    return Opening("table", work.whole(), (children[0],))


def _open_tree(work: LineWork, children: Sequence[tuple[Word, ...]]) -> Line:
    """`section: "【" _TREE names "】"`."""
    return Opening("tree", work.whole(), children[0])


def _open_scoring(work: LineWork, _: Sequence[object]) -> Line:
    """`section: "【" _SCORE "】"`."""
    return Opening("scoring", work.whole())


def _open_checks(work: LineWork, _: Sequence[object]) -> Line:
    """`section: "【" _CHECKS "】"`."""
    return Opening("checks", work.whole())


def _open_bands(work: LineWork, children: Sequence[Change | None]) -> Line:
    """`section: "【" [change] _BANDS "】"`."""
    return Opening("bands", work.whole(), (), children[0] or Change.NONE)


SECTIONS: Mapping[str, Rule] = MappingProxyType(
    {
        "open_vocabulary": _open_vocabulary,
        "open_table": _open_table,
        "open_tree": _open_tree,
        "open_scoring": _open_scoring,
        "open_checks": _open_checks,
        "open_bands": _open_bands,
    }
)
"""By rule of the grammar."""
