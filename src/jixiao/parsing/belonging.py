"""Patterns of numbers and operators that belong to a name: 65岁及以上老年人, 不超过预算的5%."""

from __future__ import annotations

from jixiao.lexicon import (
    NUMBERED_NAMES,
    REFERENCE_NAMES,
    REFERENCE_WORDS,
)
from jixiao.parsing.dates import (
    DONE_WORDS,
    FULLY,
    POINT,
)
from jixiao.parsing.numerals import CHINESE
from jixiao.parsing.tries import trie
from jixiao.parsing.wordings import (
    BEFORE,
    END,
    INCLUSIVE,
    SIGN,
    STOP,
)

__all__ = [
    "MULTIPLE",
    "limit",
    "numbered",
    "once",
    "reference",
]

_FREE = r"[^0-9≥≤<>=,;。]"
MULTIPLE = rf"(?:(?<=的)[0-9]+(?:\.[0-9]+)?[%‰倍](?:[以之]?内|以[上下])?{END})?"
"""A share of the limit that is named: 低保标准的1.3倍, 预算的5%以内."""


def numbered(asked: str, unit: str) -> str:
    """A number that belongs to what is counted and is not the count: 65岁及以上老年人…率≥62%.

    Ages, grades, years and spans of time in front of a noun; any amount with 以上 or 以下 at the
    head of the text or before 的. A bound of its own must follow, or the number is the count.
    """
    part = rf"(?:[0-9]+(?:\.[0-9]+)?|{CHINESE})"
    some = rf"{part}(?:(?:{unit})?[-~至到—]{part}|(?:、{part}){{1,4}})?"
    limit = rf"(?:{INCLUSIVE})?[及或]?以[上下内](?:{INCLUSIVE})?"
    within = r"(?:以内|之内|内)"
    grade = rf"{some}(?:周?岁|个?月龄|级|星级?|类|等|年级|孩|胎|价|年一遇)(?:{limit})?的?"
    span = rf"{some}(?:秒钟?|分钟?|个?小时|天|个?工作日|日|个?月|年)(?:{within}|{limit}的?)"
    near = "分钟?|个?小时|米|公里|千米|里|km"
    quick = rf"{some}(?:{near})(?=[\u4e00-\u9fff]{{1,8}}(?:率|比例|占比))"
    first = rf"(?<=前){part}(?:%|名|位|强)(?=的?[\u4e00-\u9fff]{{2}})|[1-9]00?强"
    ratio = r"[0-9]+:[0-9]+"
    worth = rf"{part}[万亿]?元{limit}(?=(?:重[大点]|产业|工业|招商)?(?:项目|企业|工程|合同|产业))"
    power = (
        rf"{part}(?:[kK](?:[vV][aA]?|[wW])|千伏|伏|兆瓦|千瓦|吨级|吨/[日天]|立方米/[日天]"
        r"|寸|英寸|线|G|D|A级?)"
    )
    amount = rf"(?:(?:达到?|超过?)?{part}(?:{unit}){limit}的|(?<![^,;。]){part}(?:{unit}){limit})"
    year = r"(?:19|20)[0-9]{2}(?:-(?:19|20)[0-9]{2})?(?:学年度?|年度?)(?![底末内中前至])"
    year += rf"(?!{POINT})"
    month = "(?:1[0-2]|[1-9])"
    months = rf"{month}[-~至到—]{month}月(?:份)?"
    follows = rf"(?!{INCLUSIVE})(?=[\u4e00-\u9fff“\"(][^,;。]{{0,30}}?(?:{asked}|[0-9]))"
    name = trie(NUMBERED_NAMES)
    return (
        rf"(?:[0-9]{{3,5}}(?=[”\"]?{name})|12[0-9]{{3}}(?=[”\"]?[^0-9,;。]{{0,10}}?{name}))"
        rf"(?=[^,;。]{{0,30}}?(?:{asked}|[0-9]))"
        rf"|{some}周?岁(?:{limit})?(?=[0-9])"
        rf"|(?:{ratio}|{grade}|{span}|{quick}|{first}|{worth}|{power}|{amount}|{months}|{year})(?![0-9])"
        rf"(?!{BEFORE}[0-9]|{FULLY}{DONE_WORDS}(?:[0-9]|{SIGN}|{BEFORE})){follows}"
    )


def once(unit: str) -> str:
    """One, at the end of a text, that an operator asks for: 每月至少走访一次."""
    done = (rf"(?<=(?:至少|最少|最多|至多)[\u4e00-\u9fff]{{{size}}})" for size in range(1, 5))
    return rf"(?:{'|'.join(done)})一(?=(?:{unit}){STOP})"


def limit() -> str:
    """An operator as a word and the limit it names: 不超过预算; not 不超标, 控制在合理范围内."""
    return (
        rf"{trie(REFERENCE_WORDS)}(?!{_FREE}?(?:支|标|期|时|编|载|限|员|额){STOP}"
        rf"|(?:一个)?(?:合理|可控|正常|适度|一定|较)){_FREE}{{2,24}}"
        rf"{MULTIPLE}"
    )


def reference() -> str:
    """A limit that is named: with an operator as a word, with 内 after it, or by its name alone."""
    names = trie(REFERENCE_NAMES)
    free = _FREE
    return (
        rf"(?:{limit()}"
        rf"|(?:参照|比照){free}{{2,24}}"
        rf"|(?:在|按)?{free}{{0,16}}?(?:时间|时限|期限|工期|预算|限额|标准|额度)(?:范围)?(?:以|之)?内(?:完成|办结|控制|开支|支出|列支|执行)?"
        rf"|(?:(?!{trie(REFERENCE_WORDS)}){free}){{0,12}}?{names}){END}"
    )
