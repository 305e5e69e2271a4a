"""Which place a table is of: one that the library knows, or one that the name of its unit says.

A place is never guessed from the name of a project. What names no place has none: 未识别地区.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from jixiao.candidates import names_region
from jixiao.library import Library
from jixiao.source import fold, squeeze

if TYPE_CHECKING:
    from jixiao.rules import Ruleset
    from jixiao.tables import Table

__all__ = ["place_named", "place_of"]

_NATIONAL = "000000"
_PROVINCES = (
    *("北京市", "天津市", "上海市", "重庆市"),
    *("河北省", "山西省", "辽宁省", "吉林省", "黑龙江省", "江苏省", "浙江省", "安徽省"),
    *("福建省", "江西省", "山东省", "河南省", "湖北省", "湖南省", "广东省", "海南省"),
    *("四川省", "贵州省", "云南省", "陕西省", "甘肃省", "青海省", "台湾省"),
    *("内蒙古自治区", "广西壮族自治区", "西藏自治区", "宁夏回族自治区", "新疆维吾尔自治区"),
    *("香港特别行政区", "澳门特别行政区"),
)
"""GB/T 2260, the first two digits."""
_KINDS = re.compile(r"(?:壮族|回族|维吾尔)?(?:自治区|特别行政区)$|[省市]$")
_YEAR = re.compile(r"^(?:(?:附件|表)\d{0,3}[:、]?)?(?:\(?20\d{2}\)?年?度?)?")
_STREET = r"(?![路街]|大道)"
_FIRST = r"(?![县市区省本州全各])"
_LONG = r"[\u4e00-\u9fff]{2,10}?(?:自治州|自治县|自治旗|地区)"
_SHORT = r"[\u4e00-\u9fff]{2,5}?(?:(?<!..城)市(?![场民政容区内外级直本])|县(?![级直]))"
"""A city or county; 智慧城市 is none, 盐城市 is one."""
_TOWNS = re.compile(rf"(?:{_FIRST}(?:{_LONG}|{_SHORT})){{1,2}}")
_BELOW = re.compile(rf"(?:{_FIRST}(?:{_LONG}|{_SHORT}|[\u4e00-\u9fff]{{2,6}}?[旗盟])){{1,2}}")
"""What may follow the name of a province; elsewhere 盟 and 旗 are too often no place."""


@lru_cache(maxsize=1)
def _known() -> tuple[str, ...]:
    """The places of the library's rulesets, the longest name first."""
    entries = Library.default().entries()
    held = {one.region.partition(" ")[2] for one in entries if one.region_code != _NATIONAL}
    return tuple(sorted(held - {""}, key=lambda name: (-len(name), name)))


@lru_cache(maxsize=1)
def _provinces() -> tuple[tuple[str, re.Pattern[str]], ...]:
    made = []
    for name in _PROVINCES:
        bare = _KINDS.sub("", name)
        made.append((name, re.compile(rf"(?:{name}|{bare}{_STREET})")))
    return tuple(made)


@lru_cache(maxsize=4096)
def place_named(text: str) -> str | None:
    """The place that the name of a unit, or a title, begins with; None where it names none.

    >>> place_named("南通市医疗保障局"), place_named("山东省济南市财政局")
    ('江苏省南通市', '山东省济南市')
    >>> place_named("2023年度贵州省教育厅"), place_named("遵义市财政局"), place_named("市财政局")
    ('贵州省', '遵义市', None)
    >>> place_named("农贸市场管理中心"), place_named("山东路小学")
    (None, None)
    """
    bare = _YEAR.sub("", squeeze(fold(text[:80])))
    for name in _known():
        if name not in _PROVINCES and names_region(bare, name):
            return name
    for name, pattern in _provinces():
        found = pattern.match(bare)
        if found is not None:
            below = _BELOW.match(bare[found.end() :])
            return name + (below[0] if below else "")
    town = _TOWNS.match(bare)
    return None if town is None or town.end() == len(bare) else town[0]


def place_of(table: Table, rules: Ruleset | None = None) -> str | None:
    """The place of a table: that of its unit or title, else that of the ruleset it was read by.

    `rules` is the ruleset that was asked for by name.

    >>> from jixiao.tables import Table
    >>> place_of(Table("项目绩效目标表", "", "培训", unit="阳新县医疗保障局"))
    '湖北省阳新县'
    """
    texts = [text for text in (table.unit, table.title) if text]
    texts += [one.text for one in table.fields if one.name in ("主管部门", "预算单位", "部门名称")]
    named = [place for text in texts if (place := place_named(text)) is not None]
    if named:
        return max(named, key=lambda name: (name in _known(), len(name)))
    if rules is not None:
        return _of_rules(rules)
    return None if table.ruleset is None else _of_ruleset(table.ruleset)


@lru_cache(maxsize=256)
def _of_ruleset(name: str) -> str | None:
    return _of_rules(Library.default().open(name).ruleset)


def _of_rules(rules: Ruleset | None) -> str | None:
    if rules is None or rules.region is None or rules.region.code == _NATIONAL:
        return None
    return rules.region.name
