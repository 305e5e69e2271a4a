"""The terminals of `grammar/value.lark` that carry vocabulary, built from the tables of words.

Each is a pattern; where a word means something only in front of a number, the pattern looks ahead,
so that 达 is an operator in 达95% and a part of a word in 达标.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from jixiao.lexicon import (
    APPROX_AFTER,
    CURRENCIES,
    MEASURED_NOUNS,
    NOTHING_OF,
    WORDS_AFTER,
)
from jixiao.parsing.beginnings import beginnings
from jixiao.parsing.belonging import MULTIPLE, limit, numbered, once, reference
from jixiao.parsing.dates import (
    CN_DAY,
    DONE_WORDS,
    DUE,
    FULLY,
    HALF,
    NO_WEEKDAY,
    POINT,
    POINT_AHEAD,
    QUARTER,
    YEAR,
    YEAR_WORD,
)
from jixiao.parsing.numerals import ARABIC, CHINESE
from jixiao.parsing.tries import trie
from jixiao.parsing.wordings import (
    ABOUT,
    AFTER,
    BASE,
    BEFORE,
    BY_HOW_MUCH,
    CURRENCY,
    END,
    FIXED,
    HALF_A,
    INCLUSIVE,
    INSIDE,
    MANNER,
    NOT_STRUCTURE,
    NUMBER_AHEAD,
    ORIGIN,
    PACE,
    ROUGH,
    SIGN,
    STOP,
    VERB,
    YEAR_BASE,
)
from jixiao.units.definitions import unit_table

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["terminals"]


_AFTER_LETTERS = "|".join(
    f"(?<={re.escape(name)})" for name in CURRENCIES if name[-1].isascii() and name[-1].isalpha()
)
"""A number after letters is part of a name, unless they name money: RMB50万元."""


_AND = rf"、(?:[天日月年次]|学期|学年)(?={AFTER}|[,;。(]|$)"
"""What a rate is for, set beside another: 400元/人、天."""


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
    scale = trie(table.scales)
    marked = trie(name for name in table.units if "(" in name or "/" in name)
    marked = rf"(?:{scale})?{marked}"
    char = rf"[{_charset(names)}十百千万亿A-Za-z%‰‱$€¥°\u00b5μ²³·℃]"
    one = rf"(?:(?!小于){char}|(?<=m)[23](?![0-9A-Za-z.]))+"
    whole = rf"{one}(?:[/*](?:[0-9]+)?{one})*(?:(?<=/[人户生次车]){_AND})?"
    rate = rf"(?:{marked}|{whole}|(?:/(?:[0-9]+)?{one})+|/[0-9]+)"
    return rate, scale


@lru_cache(maxsize=1)
def terminals() -> tuple[tuple[str, str], ...]:
    """Name and pattern of each terminal, in the order in which they are tried."""
    rate, scale = _units()
    unit = rate
    heads = "".join(sorted({word[0] for word in (*WORDS_AFTER, *APPROX_AFTER)} - set("(上前左")))
    after = rf"(?:[{heads}~至到—,;。、(且-]|上下|前后|左右|$)"
    # A numeral has its unit close behind it: looking to the end each time takes quadratic time.
    near = unit.replace("[23](?![0-9A-Za-z.]))+", "[23](?![0-9A-Za-z.])){1,24}")
    numeral = rf"(?<!第)(?!零[星散碎售])(?:{CHINESE})(?={INSIDE}?(?:{near})?{after})"
    within = (
        rf"(?<!第)(?!零[星散碎售]|一(?:{unit}){STOP})(?:{CHINESE})"
        rf"(?=(?:{INSIDE})?(?:{near}){after}|{AFTER})"
    )
    part = rf"(?:[0-9]+(?:\.[0-9]+)?|{CHINESE})"
    share = (
        rf"(?:{part}分之{part}|[0-9]+/[0-9]+(?![0-9./十百千万亿])|{part}个?成(?:[一二三四五六七八九半])?"
        rf"|(?:[一二三四五六七八九]{{1,2}}|[1-9](?:\.?[0-9])?)折|(?:一半|半数))"
        rf"(?={after})"
    )
    amount = rf"(?:{NUMBER_AHEAD}|{CHINESE})"
    # No more than four: ≥≥ is one sign and two, and a long run of them has too many readings.
    bounds = rf"(?:{SIGN}|{BEFORE}|{ABOUT}){{0,4}}"
    bound = rf"(?:{SIGN}|{BEFORE}(?=(?:{ABOUT})?{amount})|{ABOUT}(?={amount}))"
    change = rf"(?:{MANNER}){{0,6}}(?:{VERB})(?:了|幅度)?"
    sized = rf"(?:{MANNER}){{0,6}}(?:{BY_HOW_MUCH})(?:了|幅度)?"
    per_unit = rf"{NO_WEEKDAY}每(?:[0-9]+|[两二三四五六七八九十])?(?:个)?(?:{unit}|半年|学年|旬)"
    per = rf"{per_unit}(?=(?:每|至少|各|平均)?{bounds}{amount}|{per_unit})"
    baseline = (
        rf"(?:较|比|与|同|较之|相较于?|相比|对比|和|在)(?:{BASE}|{YEAR_BASE})(?:相比|比较|比|的?基础上)?"
        rf"(?!持平)|同比|环比|年均|(?:{BASE}|{YEAR_BASE})(?:的)?基础上"
    )
    steady = (
        rf"(?:与|和|同|较|比)?(?:{BASE}|{YEAR_BASE})(?:相比)?"
        r"(?:基本|保持)?(?:持平|相当|一致|不变)"
    )
    at = (
        r"(?:已?于|在|截至|截止到?|到|至|不晚于|不迟于|早于|力争|确保|争取|力争在|确保在)"
        rf"(?={POINT})"
    )
    start = (
        rf"{SIGN}|{BEFORE}(?=(?:{ABOUT})?(?:{NUMBER_AHEAD}|{share}|{within}|{PACE}|{BASE}{STOP}))"
        rf"|{ABOUT}(?={amount})|{CURRENCY}(?:[0-9]|{numeral})|{HALF_A}|(?<![A-Za-z])[+±-]?(?<![A-Za-z.])(?<![A-Za-z][+-])[0-9]|(?<=(?<![A-Za-z])[pP][hH])[0-9]|{within}|{share}|(?:{baseline})"
        rf"|{sized}(?={bounds}{amount})|{change}{END}|(?:{FIXED}|{steady}){STOP}"
        rf"|{YEAR_WORD}{DUE}|(?:{QUARTER}|{HALF}){DUE}|{at}|每[^0-9,;。]{{1,5}}?(?:{SIGN}|{BEFORE}[0-9]|[0-9])|{PACE}(?:要求)?{STOP}"
    )
    owned = rf"[^0-9≥≤<>=,;。的]{{2,12}}的[^0-9≥≤<>=,;。的]{{0,10}}?{trie(MEASURED_NOUNS)}"
    nouns = trie(NOTHING_OF)
    asked = rf"(?:{SIGN}|{BEFORE})(?:{ABOUT})?{amount}"
    belonging = numbered(asked, unit)
    origin = rf"(?:由|从)(?:{ORIGIN})?{ARABIC}(?:{unit})?(?={asked})"
    start = f"{start}|{origin}|{once(unit)}|{limit()}{END}"
    start = f"(?={beginnings(start).ahead()}(?:{start}))"
    return (
        ("ENUMERATOR", r"(?:[0-9]{1,2}[.、)]|\([0-9]{1,2}\)|[①-⑳])(?![0-9])"),
        ("FROM", origin),
        ("CLOCK", rf"7[×xX*]24(?:小时|h|H)?[^0-9≥≤<>=,;。]*{END}"),
        (
            "RECURRING",
            (
                rf"每个?月(?:份)?(?:(?:{CN_DAY})[日号]|[底末])|每个?季(?:度)?[底末]"
                rf"|(?:月|季度?)[底末](?={DUE})"
            ),
        ),
        ("NUMBERED", belonging),
        (
            "JOINT",
            rf"(?:-{{1,2}}|~|—{{1,2}}|至|到)(?=[+-]?[0-9]|{share}|{numeral}|{POINT}|{BEFORE}[0-9]|{SIGN}[0-9])",
        ),
        ("SIGN", SIGN),
        ("OPEN", rf"[\[(](?={ARABIC}[^\])]*[,~-]{ARABIC}[^\])]*[\])])"),
        ("SHUT", r"[\])]"),
        (
            "MONTHS",
            rf"(?:{YEAR})?(?:1[0-2]|0?[1-9])[-~至到—](?:1[0-2]|0?[1-9])月(?:份)?(?:底)?|(?:{YEAR})?全年(?:度)?{END}",
        ),
        ("FIXED", rf"(?:翻一番|翻两番|翻番|(?:{steady}|{FIXED})){END}"),
        (
            "NOTHING",
            rf"(?:零|0|无|无任何|未发生|不发生|未出现|不出现|杜绝|没有)(?:任何|一起|重大|较大|各类|新增)?{nouns}(?:发生|事件|现象|情况|记录|行为|事故|问题)?{END}",
        ),
        ("AT", at),
        ("PER", per),
        (
            "YEARLY",
            rf"(?:全年|每年|一年)(?={bounds}{amount}|{POINT}|{per_unit})",
        ),
        ("POINT", POINT + POINT_AHEAD),
        ("BASELINE", rf"(?:{baseline})"),
        (
            "BETWEEN",
            rf"(?:介于|处于|保持在|控制在|在)(?={part}[^,;。]{{0,12}}[-~至到—][^,;。]{{0,16}}(?:之间|间|区间|范围))",
        ),
        (
            "PACE",
            rf"(?:按照?|符合|与|同|跟上|完成)?{PACE}(?:要求|目标)?(?:完成|执行|推进|支付|支出|拨付|一致|进行|同步)?{END}",
        ),
        (
            "BEFORE",
            rf"{BEFORE}(?=(?:{ABOUT}|{SIGN})?(?:{amount}|{PACE}|{BASE}{STOP}|{YEAR_BASE}{STOP}|{BEFORE}{amount}))",
        ),
        ("BASE", rf"(?:{BASE}|{YEAR_BASE}){END}"),
        ("ABOUT", rf"{ABOUT}(?={amount})"),
        ("SHARE", share),
        ("RATIO", r"[0-9]+(?:\.[0-9]+)?:[0-9]+(?:\.[0-9]+)?(?![0-9:])"),
        ("CURRENCY", rf"{CURRENCY}(?={ARABIC}|{numeral})"),
        ("AROUND", r"±|\+/-|\+-"),
        ("NUMBER", rf"[+-]?(?:(?<![A-Za-z])|(?<=(?<![A-Za-z])[pP][hH])|{_AFTER_LETTERS}){ARABIC}"),
        ("HALF_A", HALF_A),
        ("NUMERAL", numeral),
        (
            "CHANGE",
            rf"{sized}(?={bounds}{amount})|{change}(?={STOP}|(?!{NOT_STRUCTURE}*(?:程度|情况|与否|幅度|效果){STOP})(?:[^0-9≥≤<>=,;。的]{{2,24}}|{owned}){STOP})",
        ),
        ("SCALE", rf"{scale}(?={INSIDE})"),
        ("INSIDE", INSIDE),
        ("BETWEEN_END", r"(?:之间|区间内?|范围内?|间(?=[,;。]|$))"),
        ("AFTER", AFTER),
        (
            "DONE",
            rf"{FULLY}{DONE_WORDS}(?:任务|工作)?{END}",
        ),
        ("DUE", DUE),
        ("UNIT", unit),
        ("INCLUSIVE", INCLUSIVE),
        ("SAME_DAY", rf"\(包?含(?:{POINT}|{CN_DAY}[日号]|当[日天月])?\)"),
        ("ROUGH", ROUGH),
        ("OTHER_UNIT", rf"\((?:{unit})\)(?={AFTER})"),
        ("BRACKETED", rf"\((?:{unit})\)"),
        ("REFERENCE", reference()),
        ("VARIABLE", r"[^0-9≥≤<>=,;。]{1,12}(?=[≥≤<>=])"),
        (
            "SEP",
            rf"[,;。、]+|(?:并且|且|并|同时|以及|和)(?={bound}|{amount}|[^0-9,;。]{{1,20}}(?:[≥≤<>=]|{BEFORE}[0-9]|[0-9]))",
        ),
        (
            "UNKNOWN",
            rf"[A-Za-z\u0370-\u03ff\u4e00-\u9fff°/][^0-9≥≤<>=,;。~-]*?(?={AFTER}{STOP}|{ROUGH}{STOP}|[-~,;。]|$)",
        ),
        (
            "SUBJECT",
            rf"(?:[0-9]+[A-Z](?=[\u4e00-\u9fff]))?(?:{NOT_STRUCTURE}|(?<=[A-Za-z])[0-9]{{1,8}}(?:\.[0-9]{{1,4}})?(?![0-9]|[-~至到—][0-9]))+?{start}",
        ),
        ("NAME", rf"{NOT_STRUCTURE}+{MULTIPLE}"),
        ("WORDS", r"[^,;。]+"),
        ("REST", r"[^,;。]+"),
    )
