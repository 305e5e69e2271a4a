"""Names at the head of an item, masked: 水利设施由60%提高到90% reads as any other name there would.

What the grammar makes of such a name depends on how long it is and on nothing else, as long as no
word that means something begins anywhere in it. Such characters are replaced one for one by a mask
that no word contains; a test holds every terminal to begin with one of the words below.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.lexicon import (
    APPROX_BEFORE,
    BASELINES,
    CURRENCIES,
    DIRECTIONS,
    FIXED_TRENDS,
    MANNERS,
    NAMED_BY_NUMBER,
    PACE_WORDS,
    RATES,
    REFERENCE_NAMES,
    REFERENCE_WORDS,
    SHORTFALLS,
    WORDS_BEFORE,
)
from jixiao.lexicon.splitting import words
from jixiao.parsing.beginnings import beginnings
from jixiao.parsing.numerals import CHINESE_CHARS
from jixiao.parsing.subjects import NEGATIONS
from jixiao.parsing.tries import trie

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["MASKED", "TELLING", "masked", "stands_apart", "unmasked"]

_MASKS = "囗亍彳冂"
"""Characters that no word of the language contains; each stands for one name of a text."""

TELLING = re.compile(
    trie(
        {
            *APPROX_BEFORE,
            *BASELINES,
            *CURRENCIES,
            *DIRECTIONS,
            *FIXED_TRENDS,
            *MANNERS,
            *NAMED_BY_NUMBER,
            *NEGATIONS,
            *PACE_WORDS,
            *RATES,
            *REFERENCE_NAMES,
            *REFERENCE_WORDS,
            *SHORTFALLS,
            *WORDS_BEFORE,
            *CHINESE_CHARS,
            *"年月日号季旬期内半前第之每翻没杜由从比较与同和相并且以或在于到至按推延顺翌",
            *words("本年 当年 今年 明年 次年 全年 上半 下半 截至 截止 早于 力争 确保 争取"),
            *words("介于 处于 限制 对比 符合 跟上 完成 参照 比照 限价 严禁 避免 防止"),
            *words("时间 时限 节点 工期 预算 限额 标准 额度 水平 平均 实际"),
        }
    )
)
"""Words that may say something at the head of an item or before a number."""

_MUTE = rf"(?!{beginnings(TELLING.pattern).ahead()}{TELLING.pattern})[\u4e00-\u9fff]"
_NAME = re.compile(rf"(?<![^,;。])((?:{_MUTE})+)(?={_MUTE})")
"""All but the last character of a name: 节 and 合 before 约 make another word of it."""
MASKED = re.compile("|".join(f"{mask}+" for mask in _MASKS))
"""Where a mask stands for a name."""


def masked(text: str) -> tuple[str, Mapping[str, str]]:
    """The text with the names in it masked, and the name behind each mask.

    >>> masked("水利设施由60%提高到90%,完好率90%")
    ('囗囗囗施由60%提高到90%,亍亍率90%', {'囗': '水利设', '亍': '完好'})
    """
    parts = _NAME.split(text)
    names = dict.fromkeys(parts[1::2])
    if not names or len(names) > len(_MASKS) or MASKED.search(text) is not None:
        return text, {}
    masks = dict(zip(names, _MASKS, strict=False))
    parts[1::2] = [masks[name] * len(name) for name in parts[1::2]]
    return "".join(parts), {mask: name for name, mask in masks.items()}


def stands_apart(name: str, after: str) -> bool:
    """Whether a name before other words than in its text begins no word that tells with them.

    >>> stands_apart("学生", "数约5人"), stands_apart("学生", "大约5人")
    (True, False)
    """
    found = _NAME.match(name + after)
    return found is not None and found.end() == len(name)


def unmasked(words: str, names: Mapping[str, str]) -> str:
    """Words with the names again where their masks stand.

    >>> unmasked("囗囗年均", {"囗": "收入"})
    '收入年均'
    """
    return MASKED.sub(lambda found: names[found[0][0]], words)
