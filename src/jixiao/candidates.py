"""Which rulesets the tables of a document may have been filled in by: by the place it names.

Counties all over the country print tables of one title (部门整体支出绩效目标表). So the form of a
place is at hand only where the document names that place: a title or the name of a unit begins with
it, or the code of a project or of a report begins with its code of GB/T 2260. National forms are
always at hand. Only the headers of rule files are read to decide; only what is at hand is loaded.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from jixiao.source import fold, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.library import Library
    from jixiao.rule_files import Entry
    from jixiao.rules import Ruleset

__all__ = ["at_hand", "names_region"]

_NATIONAL = "000000"
_LONGEST = 60
"""A cell longer than this is prose, and prose may begin with any place."""
_SHORTEST = 11
"""The letters of the shortest code: six of the place, five behind it."""
_LABEL = re.compile(r"^[^:]{2,14}:")
_BEFORE = re.compile(r"^(?:\[bookmark:[^\]]*\]|附件|表|20\d{2}年?度?|[\d#>*()\[\]<>《“\".、\-—])+")
_CODES = re.compile(r"(?<!\d)(\d{6})(?:\d{2}[A-Z]\d{6}|_\d{4})")
_YEAR = re.compile(r"(20\d{2})年")
_PROVINCE = re.compile(r"^(.{2,3}?)(省|壮族自治区|回族自治区|维吾尔自治区|自治区)")
_KIND = re.compile(r"(壮族自治区|回族自治区|维吾尔自治区|自治[区州县旗]|[省市县区州盟旗])$")
_ABOVE = r"(?:[\u4e00-\u9fff]{2,5}(?:市|州|盟|地区))?"
_NO_PLACE = r"(?!路|街|大道|藏族|蒙古族|州)"
"""海南路 is a street, and 海南州 lies in another province."""


def at_hand(library: Library, cells: Iterable[str]) -> tuple[Ruleset, ...]:
    """The rulesets whose forms may be met in a document of those cells, the likeliest first.

    First those of a place that is named, for a year that is named, the smallest place first; then
    the national ones; last those of the place for other years. One that cannot be loaded is left:
    that is said when it is asked for by name.

    >>> from jixiao.library import Library
    >>> [one.id for one in at_hand(Library.default(), ["南通市本级项目预算绩效目标表"])][0]
    '江苏南通-2025'
    """
    texts = tuple(dict.fromkeys(cells))
    heads = tuple(dict.fromkeys(one for text in texts if (one := _head(text))))
    coded = (fold(text) for text in texts if len(text) >= _SHORTEST)
    codes = {match[1] for text in coded for match in _CODES.finditer(text)}
    dated = (squeeze(text) for text in texts if "年" in text)
    years = {int(match[1]) for text in dated for match in _YEAR.finditer(text)}
    entries = [
        one
        for one in library.entries()
        if one.region_code == _NATIONAL or _is_named(one, heads, codes)
    ]
    ordered = sorted(enumerate(entries), key=lambda one: (_rank(one[1], years), one[0]))
    opened = (library.open(name) for name in dict.fromkeys(one.id for _, one in ordered))
    return tuple(one.ruleset for one in opened if one.ruleset is not None and one.usable)


def _rank(entry: Entry, years: set[int]) -> tuple[int, int, int]:
    """The order of preference: place and year, national, place; the smaller place before."""
    region = entry.region_code
    if region == _NATIONAL:
        return (1, 0, int(entry.inherits is not None))
    fits = not years or any(entry.covers(year) for year in years)
    return (0 if fits else 2, region.endswith("00") + region.endswith("0000"), 0)


def _head(text: str) -> str:
    """The words that a short cell begins with, behind a label, a number, a year or a mark."""
    if len(text) > _LONGEST:
        return ""
    bare = squeeze(fold(text))
    return _BEFORE.sub("", _LABEL.sub("", bare, count=1), count=1)


def _is_named(entry: Entry, heads: tuple[str, ...], codes: set[str]) -> bool:
    region = entry.region_code
    stem = region.removesuffix("0000") if region.endswith("0000") else region.removesuffix("00")
    if any(code.startswith(stem) for code in codes):
        return True
    pattern = _pattern(entry.region.partition(" ")[2])
    return pattern is not None and any(map(pattern.match, heads))


def names_region(text: str, region: str) -> bool:
    """Whether a text begins with the name of a place, with or without what lies above it.

    >>> names_region("渭南市医疗保障局", "陕西省渭南市")
    True
    >>> names_region("陕西省财政厅", "陕西省渭南市"), names_region("上海路小学", "上海市")
    (False, False)
    >>> names_region("湖北黄石市阳新县教育局", "湖北省阳新县")
    True
    """
    pattern = _pattern(region)
    return pattern is not None and pattern.match(text) is not None


@lru_cache(maxsize=512)
def _pattern(region: str) -> re.Pattern[str] | None:
    """A place by its own name; without its 省, 市 or 县 only where two characters remain."""
    region = squeeze(region)
    province = _PROVINCE.match(region)
    own = region[province.end() :] if province else region
    above = ""
    if not own:
        own = region
    elif province:
        above = f"(?:{re.escape(province[1])}(?:{province[2]})?)?{_ABOVE}"
    if not own:
        return None
    bare = _KIND.sub("", own)
    names = re.escape(own)
    if len(bare) > 1 and bare != own:
        names = f"(?:{names}|{re.escape(bare)}{_NO_PLACE})"
    return re.compile(above + names)
