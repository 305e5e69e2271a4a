"""Patterns of points in time as written, and of what may follow one: 三季度末完成."""

from __future__ import annotations

from jixiao.lexicon import (
    ACTS,
)
from jixiao.parsing.tries import trie
from jixiao.parsing.wordings import (
    ABOUT,
    BEFORE,
)

__all__ = [
    "CN_DAY",
    "DONE_WORDS",
    "DUE",
    "FULLY",
    "HALF",
    "MONTH",
    "NO_WEEKDAY",
    "NUMERIC_DATE",
    "OF_MONTH",
    "POINT",
    "POINT_AHEAD",
    "QUARTER",
    "YEAR",
    "YEAR_WORD",
]

CN_DAY = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_END_OF_DAY = "(?:24(?:时|点|:00))?"
OF_MONTH = (
    rf"(?:份)?(?:{CN_DAY}[日号]{_END_OF_DAY}|底|末|初|[上中下]旬|中|[0-9]{{1,2}}(?=(?:之|以)?前))?"
)
MONTH = rf"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月{OF_MONTH}(?!{CN_DAY}[日号])"
QUARTER = r"[第前]?[一二三四1-4]季(?:度)?(?:末|底)?"
HALF = r"[上下]半年(?:度)?(?:末|底)?"
YEAR = r"(?:(?:19|20)[0-9]{2}|[一二][〇零一二三四五六七八九]{3})年"
NUMERIC_DATE = (
    r"(?:19|20)[0-9]{2}(?:-(?:1[0-2]|0[1-9])(?:-[0-9]{2})?|[/.](?:1[0-2]|0?[1-9])[/.][0-9]{1,2}"
    rf"|[/.](?:1[0-2]|0[1-9])(?=[-~至到—前底]|{trie(ACTS)})|/(?:1[0-2]|0?[1-9])(?!/))(?![0-9.])(?:日)?(?:底|末)?"
    r"|(?<=[-~至到—])(?:19|20)[0-9]{2}[/.](?:1[0-2]|0?[1-9])(?![0-9.])"
)
YEAR_WORD = (
    r"(?:当年|本年|今年|(?:预算|财政|会计|自然)?年度|本年度|当年度|(?<![半整全数多])年)年?(?:底|末|终|内|中)"
    r"|(?<=数)年(?:底|末|终)"
    r"|(?:当年|本年度?)"
)
POINT = (
    rf"(?:{NUMERIC_DATE}"
    rf"|{YEAR}(?:度)?(?:的)?(?:{MONTH}|{QUARTER}|{HALF}|年?[底末终]|内|全年)?(?!{CN_DAY}月)"
    rf"|(?:当年|本年|次年|今年|明年|同年)?{MONTH}|{QUARTER}|{HALF}|{YEAR_WORD})"
)
"""A day, month, quarter, half or year, as written."""

NO_WEEKDAY = r"(?!每个?(?:周|星期|礼拜)[一二三四五六日天](?:[,;。、至到和或及~-]|$))"
"""No rate begins where a day of the week is named: 每周三 is no three a week."""

DUE = r"(?:之前|以前|前|以内|之内|内|止|为止)"
DONE_WORDS = r"(?:完成|完工|竣工|办结|结束|交付)"
FULLY = r"(?:(?:均|都)?已经?)?(?:全部|全面|基本|按期|按时|及时|如期)?"
POINT_AHEAD = (
    rf"(?={DUE}|\(包?含|{FULLY}{trie(ACTS)}|[-~至到—≥≤<>=,;。]|$|(?:{BEFORE})?(?:{ABOUT})?[0-9])"
)
