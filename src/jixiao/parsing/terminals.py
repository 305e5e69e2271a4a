"""The terminals of `grammar/value.lark` that carry vocabulary, built from the tables of words.

Each is a pattern; where a word means something only in front of a number, the pattern looks ahead,
so that 达 is an operator in 达95% and a part of a word in 达标.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from jixiao.lexicon import (
    ACTS,
    APPROX_AFTER,
    APPROX_BEFORE,
    APPROX_INSIDE,
    BASELINES,
    DIRECTIONS,
    ENDS_A_NOUN,
    FIXED_TRENDS,
    MANNERS,
    NOTHING_OF,
    NUMBERED_NAMES,
    ORIGINS,
    PACE_WORDS,
    REFERENCE_NAMES,
    REFERENCE_WORDS,
    SELF_MEASURED,
    SIGNS,
    WORDS_AFTER,
    WORDS_BEFORE,
)
from jixiao.parsing.numerals import ARABIC, CHINESE
from jixiao.units.definitions import unit_table

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["BEFORE", "POINT", "terminals", "trie"]

_Trie = dict[str, "_Trie"]


def trie(words: Iterable[str]) -> str:
    """A pattern of all words that tries each character once and takes the longest.

    >>> trie(["人", "人次", "个"])
    '(?:个|人(?:次)?)'
    """
    root: _Trie = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _pattern(root)


def _pattern(node: _Trie) -> str:
    branches = [re.escape(char) + _pattern(node[char]) for char in sorted(node) if char]
    if not branches:
        return ""
    body = "(?:" + "|".join(branches) + ")"
    return body + "?" if "" in node else body


_END = r"(?=[,;。]|$)"
_STOP = r"(?:[,;。]|$)"
_NOT_STRUCTURE = r"[^0-9≥≤<>=,;。]"

_SIGN = trie(SIGNS)
_ABOUT = rf"(?<![节集契合签制预公大附最就靠临邻])(?:{trie(APPROX_BEFORE)})"
BEFORE = (
    "(?:"
    + "".join(f"(?!(?<=[{before}]){word})" for word, before in ENDS_A_NOUN.items())
    + trie(WORDS_BEFORE)
    + ")"
)
"""An operator as a word before a number, and no end of another word."""

_BEFORE = BEFORE
_AFTER = trie(WORDS_AFTER)
_ROUGH = trie(APPROX_AFTER)
_INSIDE = trie(APPROX_INSIDE)
_BASE = trie(BASELINES) + r"(?:的|实际|平均|同口径)?(?:水平|实绩|数据|数|值|标准)?"
_YEAR_BASE = r"(?:19|20)[0-9]{2}年(?:度|末|底)?(?:同期|平均)?(?:水平|数)?"
_PACE = trie(PACE_WORDS)
_MANNER = trie(MANNERS)
_VERB = trie(DIRECTIONS)
_BY_HOW_MUCH = trie(verb for verb in DIRECTIONS if verb not in SELF_MEASURED)
_FIXED = trie(FIXED_TRENDS)

_CN_DAY = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_OF_MONTH = rf"(?:份)?(?:{_CN_DAY}[日号]|底|末|初|[上中下]旬|中)?"
_MONTH = rf"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月{_OF_MONTH}(?!{_CN_DAY}[日号])"
_QUARTER = r"第?[一二三四1-4]季(?:度)?(?:末|底)?"
_HALF = r"[上下]半年(?:度)?(?:末|底)?"
_YEAR = r"(?:(?:19|20)[0-9]{2}|[一二][〇零一二三四五六七八九]{3})年"
_NUMERIC_DATE = (
    r"(?:19|20)[0-9]{2}(?:-(?:1[0-2]|0[1-9])(?:-[0-9]{2})?|[/.](?:1[0-2]|0?[1-9])[/.][0-9]{1,2}"
    r"|[/.](?:1[0-2]|0[1-9])(?=[-~至到—前底]))(?![0-9.])(?:日)?(?:底|末)?"
    r"|(?<=[-~至到—])(?:19|20)[0-9]{2}[/.](?:1[0-2]|0[1-9])(?![0-9.])"
)
_YEAR_WORD = (
    r"(?:当年|本年|今年|(?:预算|财政|会计|自然)?年度|本年度|当年度|年)年?(?:底|末|终|内|中)"
    r"|(?:当年|本年度?)"
)
POINT = (
    rf"(?:{_NUMERIC_DATE}"
    rf"|{_YEAR}(?:度)?(?:的)?(?:{_MONTH}|{_QUARTER}|{_HALF}|年?[底末终]|内|全年)?(?!{_CN_DAY}月)"
    rf"|(?:当年|本年|次年|今年|明年|同年)?{_MONTH}|{_QUARTER}|{_HALF}|{_YEAR_WORD})"
)
"""A day, month, quarter, half or year, as written."""

_DUE = r"(?:之前|以前|前|以内|之内|内|止|为止)"
_ORIGIN = trie(ORIGINS)
_NUMBER_AHEAD = r"(?:[+-]?[0-9]|±)"
_DONE_WORDS = r"(?:完成|完工|竣工|办结|结束|交付)"
_FULLY = r"(?:全部|全面|基本|按期|按时|及时|如期)?"
_POINT_AHEAD = (
    rf"(?={_DUE}|{_FULLY}{trie(ACTS)}|[-~至到—≥≤<>=,;。]|$|(?:{_BEFORE})?(?:{_ABOUT})?[0-9])"
)


def _charset(words: Iterable[str]) -> str:
    chars = sorted(
        {char for word in words for char in word if not char.isdigit()} - set("()/·*-每、")
    )
    return "".join(re.escape(char) for char in chars)


def _units() -> tuple[str, str]:
    """Pattern of what may be a unit, rates included, and of a scale.

    A run of characters that units are made of; which unit it is, and what is left of it, the reader
    looks up. A pattern of all the names would be as exact and take seconds to compile.
    """
    table = unit_table()
    names = [name for name in table.units if not name.isascii()]
    marked = trie(name for name in table.units if "(" in name or "/" in name)
    scale = trie(table.scales)
    one = rf"(?:(?!小于)[{_charset(names)}十百千万亿A-Za-z%‰‱$€¥°\u00b5μ²³·℃])+"
    rate = rf"(?:{marked}|{one}(?:[/*](?:[0-9]+)?{one})*|(?:/(?:[0-9]+)?{one})+|/[0-9]+)"
    return rate, scale


@lru_cache(maxsize=1)
def terminals() -> tuple[tuple[str, str], ...]:
    """Name and pattern of each terminal, in the order in which they are tried."""
    rate, scale = _units()
    unit = rate
    heads = "".join(sorted({word[0] for word in (*WORDS_AFTER, *APPROX_AFTER)} - set("(上前左")))
    after = rf"(?:[{heads}~至到—,;。、(且-]|上下|前后|左右|$)"
    numeral = rf"(?<!第)(?:{CHINESE})(?={_INSIDE}?(?:{unit})?{after})"
    within = (
        rf"(?<!第)(?!一(?:{unit}){_STOP})(?:{CHINESE})(?=(?:{_INSIDE})?(?:{unit}){after}|{_AFTER})"
    )
    part = rf"(?:[0-9]+(?:\.[0-9]+)?|{CHINESE})"
    share = (
        rf"(?:{part}分之{part}|[0-9]+/[0-9]+(?![0-9./十百千万亿])|{part}个?成(?:[一二三四五六七八九半])?"
        rf"|[一二三四五六七八九]{{1,2}}折|(?:一半|半数))"
        rf"(?={after})"
    )
    amount = rf"(?:{_NUMBER_AHEAD}|{CHINESE})"
    bound = rf"(?:{_SIGN}|{_BEFORE}(?=(?:{_ABOUT})?{amount})|{_ABOUT}(?={amount}))"
    change = rf"(?:{_MANNER})*(?:{_VERB})(?:了|幅度)?"
    sized = rf"(?:{_MANNER})*(?:{_BY_HOW_MUCH})(?:了|幅度)?"
    per_unit = rf"每(?:[0-9]+|[两二三四五六七八九十])?(?:个)?(?:{unit}|半年|学年|旬)"
    per = rf"{per_unit}(?=(?:每|至少|各|平均)?(?:{_SIGN}|{_BEFORE}|{_ABOUT})*{amount}|{per_unit})"
    baseline = (
        rf"(?:较|比|与|同|较之|相较于?|相比|对比|和|在)(?:{_BASE}|{_YEAR_BASE})(?:相比|比较|比|的?基础上)?"
        rf"(?!持平)|同比|环比|年均|(?:{_BASE}|{_YEAR_BASE})(?:的)?基础上"
    )
    steady = (
        rf"(?:与|和|同|较|比)?(?:{_BASE}|{_YEAR_BASE})(?:相比)?"
        r"(?:基本|保持)?(?:持平|相当|一致|不变)"
    )
    at = rf"(?:于|在|截至|截止到?|到|至|不晚于|不迟于|早于|力争|确保|争取|力争在|确保在)(?={POINT})"
    start = (
        rf"{_SIGN}|{_BEFORE}(?=(?:{_ABOUT})?(?:{_NUMBER_AHEAD}|{share}|{within}|{_PACE}|{_BASE}{_STOP}))"
        rf"|{_ABOUT}(?={amount})|[+±-]?(?<![A-Za-z.])[0-9]|{within}|{share}|(?:{baseline})"
        rf"|{sized}(?=(?:{_SIGN}|{_BEFORE}|{_ABOUT})*{amount})|{change}{_END}|(?:{_FIXED}|{steady}){_STOP}"
        rf"|{_YEAR_WORD}{_DUE}|(?:{_QUARTER}|{_HALF}){_DUE}|{at}|每[^0-9,;。]{{1,5}}?(?:{_SIGN}|{_BEFORE}[0-9]|[0-9])|{_PACE}(?:要求)?{_STOP}"
    )
    nouns = trie(NOTHING_OF)
    asked = rf"(?:{_SIGN}|{_BEFORE})(?:{_ABOUT})?{amount}"
    numbered = _numbered(asked, unit)
    origin = rf"(?:由|从)(?:{_ORIGIN})?{ARABIC}(?:{unit})?(?={asked})"
    start = f"{start}|{origin}|{_limit()}{_END}"
    return (
        ("ENUMERATOR", r"(?:[0-9]{1,2}[.、)]|\([0-9]{1,2}\)|[①-⑳])(?![0-9])"),
        ("FROM", origin),
        ("CLOCK", rf"7[×xX*]24(?:小时|h|H)?[^0-9≥≤<>=,;。]*{_END}"),
        (
            "RECURRING",
            (
                rf"每个?月(?:份)?(?:(?:{_CN_DAY})[日号]|[底末])|每个?季(?:度)?[底末]"
                rf"|(?:月|季度?)[底末](?={_DUE})"
            ),
        ),
        (
            "NUMBERED",
            numbered,
        ),
        (
            "JOINT",
            rf"(?:-{{1,2}}|~|—{{1,2}}|至|到)(?=[+-]?[0-9]|{share}|{numeral}|{POINT}|{_BEFORE}[0-9]|{_SIGN}[0-9])",
        ),
        ("SIGN", _SIGN),
        ("OPEN", rf"[\[(](?={ARABIC}[^\])]*[,~-]{ARABIC}[^\])]*[\])])"),
        ("SHUT", r"[\])]"),
        (
            "MONTHS",
            rf"(?:{_YEAR})?(?:1[0-2]|0?[1-9])[-~至到—](?:1[0-2]|0?[1-9])月(?:份)?(?:底)?|(?:{_YEAR})?全年(?:度)?{_END}",
        ),
        ("FIXED", rf"(?:翻一番|翻两番|翻番|(?:{steady}|{_FIXED})){_END}"),
        (
            "NOTHING",
            rf"(?:零|0|无|无任何|未发生|不发生|未出现|不出现|杜绝|没有)(?:任何|一起|重大|较大|各类|新增)?{nouns}(?:发生|事件|现象|情况|记录|行为|事故|问题)?{_END}",
        ),
        ("AT", at),
        ("PER", per),
        (
            "YEARLY",
            rf"(?:全年|每年|一年)(?=(?:{_SIGN}|{_BEFORE}|{_ABOUT})*{amount}|{POINT}|{per_unit})",
        ),
        ("POINT", POINT + _POINT_AHEAD),
        ("BASELINE", rf"(?:{baseline})"),
        (
            "BETWEEN",
            rf"(?:介于|处于|保持在|控制在|在)(?={part}[^,;。]{{0,12}}[-~至到—][^,;。]{{0,16}}(?:之间|间|区间|范围))",
        ),
        (
            "PACE",
            rf"(?:按照?|符合|与|同|跟上|完成)?{_PACE}(?:要求|目标)?(?:完成|执行|推进|支付|支出|拨付|一致|进行|同步)?{_END}",
        ),
        (
            "BEFORE",
            rf"{_BEFORE}(?=(?:{_ABOUT}|{_SIGN})?(?:{amount}|{_PACE}|{_BASE}{_STOP}|{_YEAR_BASE}{_STOP}|{_BEFORE}{amount}))",
        ),
        ("BASE", rf"(?:{_BASE}|{_YEAR_BASE}){_END}"),
        ("ABOUT", rf"{_ABOUT}(?={amount})"),
        ("SHARE", share),
        ("RATIO", r"[0-9]+(?:\.[0-9]+)?:[0-9]+(?:\.[0-9]+)?(?![0-9:])"),
        ("AROUND", r"±|\+/-|\+-"),
        ("NUMBER", rf"[+-]?(?<![A-Za-z]){ARABIC}"),
        ("NUMERAL", numeral),
        (
            "CHANGE",
            rf"{sized}(?=(?:{_SIGN}|{_BEFORE}|{_ABOUT})*{amount})|{change}(?={_STOP}|(?!{_NOT_STRUCTURE}*(?:程度|情况|与否|幅度|效果){_STOP})[^0-9≥≤<>=,;。的]{{2,24}}{_STOP})",
        ),
        ("SCALE", rf"{scale}(?={_INSIDE})"),
        ("INSIDE", _INSIDE),
        ("BETWEEN_END", r"(?:之间|区间内?|范围内?|间(?=[,;。]|$))"),
        ("AFTER", _AFTER),
        (
            "DONE",
            rf"{_FULLY}{_DONE_WORDS}(?:任务|工作)?{_END}",
        ),
        ("DUE", _DUE),
        ("UNIT", unit),
        ("INCLUSIVE", r"\(不?(?:包)?含(?:本数|[0-9.]+[^()0-9]{0,4})?\)"),
        ("ROUGH", _ROUGH),
        ("BRACKETED", rf"\((?:{unit})\)"),
        ("REFERENCE", _reference()),
        ("VARIABLE", r"[^0-9≥≤<>=,;。]{1,12}(?=[≥≤<>=])"),
        (
            "SEP",
            rf"[,;。、]+|(?:并且|且|并|同时|以及|和)(?={bound}|{amount}|[^0-9,;。]{{1,20}}(?:[≥≤<>=]|{_BEFORE}[0-9]|[0-9]))",
        ),
        (
            "UNKNOWN",
            rf"[A-Za-z\u0370-\u03ff\u4e00-\u9fff°/][^0-9≥≤<>=,;。~-]*?(?={_AFTER}{_STOP}|{_ROUGH}{_STOP}|[-~,;。]|$)",
        ),
        (
            "SUBJECT",
            rf"(?:[0-9]+[A-Z](?=[\u4e00-\u9fff]))?(?:{_NOT_STRUCTURE}|(?<=[A-Za-z])[0-9]{{1,8}}(?:\.[0-9]{{1,4}})?)+?(?={start})",
        ),
        ("NAME", rf"{_NOT_STRUCTURE}+{_MULTIPLE}"),
        ("WORDS", r"[^,;。]+"),
        ("REST", r"[^,;。]+"),
    )


_FREE = r"[^0-9≥≤<>=,;。]"
_MULTIPLE = rf"(?:(?<=的)[0-9]+(?:\.[0-9]+)?[%‰倍]{_END})?"
"""A share of the limit that is named: 低保标准的1.3倍, 预算的5%."""


def _numbered(asked: str, unit: str) -> str:
    """A number that belongs to what is counted and is not the count: 65岁及以上老年人…率≥62%.

    Ages, grades, years and spans of time in front of a noun; any amount with 以上 or 以下 at the
    head of the text or before 的. A bound of its own must follow, or the number is the count.
    """
    part = rf"(?:[0-9]+(?:\.[0-9]+)?|{CHINESE})"
    some = rf"{part}(?:(?:{unit})?[-~至到—]{part})?"
    limit = r"(?:\(含\))?[及或]?以[上下内](?:\(含\))?"
    within = r"(?:以内|之内|内)"
    grade = rf"{some}(?:周?岁|个?月龄|级|星级?|类|等|年级|孩|胎)(?:{limit})?的?"
    span = rf"{some}(?:秒钟?|分钟?|个?小时|天|个?工作日|日|个?月|年)(?:{within}|{limit}的?)"
    quick = rf"{some}(?:分钟?|个?小时)(?=[\u4e00-\u9fff]{{1,8}}(?:率|比例|占比))"
    ratio = r"[0-9]+:[0-9]+"
    power = (
        rf"{part}(?:[kK][vVwW]|千伏|伏|兆瓦|千瓦|吨级|吨/[日天]|立方米/[日天]|寸|英寸|线|G|D|A级?)"
    )
    amount = rf"(?:{part}(?:{unit}){limit}的|(?<![^,;。]){part}(?:{unit}){limit})"
    year = r"(?:19|20)[0-9]{2}(?:-(?:19|20)[0-9]{2})?(?:学年度?|年度?)(?![底末内中前至])"
    follows = rf"(?=[\u4e00-\u9fff“\"(][^,;。]{{0,30}}?(?:{asked}|[0-9]))"
    name = trie(NUMBERED_NAMES)
    return (
        rf"(?:[0-9]{{3,5}}(?=[”\"]?{name})|12[0-9]{{3}}(?=[”\"]?[^0-9,;。]{{0,10}}?{name}))"
        rf"(?=[^,;。]{{0,30}}?(?:{asked}|[0-9]))"
        rf"|(?:{ratio}|{grade}|{span}|{quick}|{power}|{amount}|{year})(?![0-9])"
        rf"(?!{_BEFORE}[0-9]|{_FULLY}{_DONE_WORDS}(?:[0-9]|{_SIGN}|{_BEFORE})){follows}"
    )


def _limit() -> str:
    """An operator as a word and the limit it names: 不超过预算; not 不超标, 控制在合理范围内."""
    return (
        rf"{trie(REFERENCE_WORDS)}(?!{_FREE}?(?:支|标|期|时|编|载|限|员|额){_STOP}"
        rf"|(?:一个)?(?:合理|可控|正常|适度|一定|较)){_FREE}{{2,24}}"
        rf"{_MULTIPLE}"
    )


def _reference() -> str:
    names = trie(REFERENCE_NAMES)
    free = _FREE
    return (
        rf"(?:{_limit()}"
        rf"|(?:参照|比照){free}{{2,24}}"
        rf"|(?:在|按)?{free}{{0,16}}?(?:时间|时限|期限|工期|预算|限额|标准|额度)(?:范围)?(?:以|之)?内(?:完成|办结|控制|开支|支出|列支|执行)?"
        rf"|(?:(?!{trie(REFERENCE_WORDS)}){free}){{0,12}}?{names}){_END}"
    )
