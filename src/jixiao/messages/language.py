"""What is said about rule files: the codes of family R, and the lines that follow a sentence."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from jixiao.messages.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["LANGUAGE", "LANGUAGE_NOTES"]


def _error(code: str, zh: str, en: str) -> Entry:
    return Entry(code, "error", None, zh, en)


LANGUAGE: tuple[Entry, ...] = (
    _error("R01", "这一行没有写完", "this line is not complete"),
    _error("R02", "看不懂“{word}”", "“{word}” is not known here"),
    _error(
        "R03",
        "继承的规则集“{word}”找不到",
        "the ruleset “{word}” that is inherited is not to be found",
    ),
    _error("R04", "继承成了一个圈：{ring}", "the inheritance runs in a ring: {ring}"),
    _error("R05", "开头的“{what}”没有写好，{wanted}", "the header lacks “{what}”: {wanted}"),
    Entry(
        "R06",
        "warning",
        None,
        "生效日期与其他内容不合：{what}，请核实",
        "the dates of effect do not fit: {what}, please check",
    ),
    _error(
        "R07",
        "“{word}”是从上级继承来的，直接再写会悄悄改掉它",
        "“{word}” is inherited; to write it again would change it silently",
    ),
    _error(
        "R08",
        "“{word}”不是从上级继承来的，这里的“{change}”没有对象",
        "“{word}” is not inherited, so there is nothing for “{change}” to act on",
    ),
    _error("R09", "次序或名称有重复：{what}", "order or names clash: {what}"),
    _error("R10", "“{row}”永远不会命中", "“{row}” can never apply"),
    _error(
        "R11",
        "“{one}”与“{other}”在 {range} 处重叠",
        "“{one}” and “{other}” overlap at {range}",
    ),
    _error(
        "R12",
        "“{one}”与“{other}”之间漏掉 {range}",
        "between “{one}” and “{other}” {range} is left out",
    ),
    _error(
        "R13",
        "没有覆盖 0～{full}：漏掉 {range}",
        "0 to {full} is not covered: {range} is left out",
    ),
    _error(
        "R14",
        "“{word}”的权重合计为 {sum}，应为 {wanted}",
        "the weights of “{word}” sum to {sum}, they should be {wanted}",
    ),
    _error(
        "R40",
        "“{owner}”的权重 {sum} 已经分完，必填的“{word}”没有权重可分",
        "the weight {sum} of “{owner}” is given away, nothing is left for “{word}”",
    ),
    _error("R15", "种类对不上：{what}", "kinds do not fit: {what}"),
    _error(
        "R16",
        "“{word}”不在等级“{scale}”里，这个等级有：{grades}",
        "“{word}” is no grade of “{scale}”, which has: {grades}",
    ),
    _error("R17", "编号“{word}”{what}，编号一经使用不再改作他用", "code “{word}” is taken: {what}"),
    _error(
        "R37",
        "引号里面不能再用“ ”，请改用「 」",
        "quotation marks do not nest; please use 「 」 inside",
    ),
    _error("R39", "分档漏掉 {range}，每种情况都要有一行", "the table leaves out {range}"),
    _error("R38", "短语绕成了一个圈：{ring}", "the phrases run in a ring: {ring}"),
    Entry(
        "R18",
        "warning",
        None,
        "“{word}”的条件不看表里的任何内容，结果总是一样，请核实",
        "the condition of “{word}” looks at nothing in the table, please check",
    ),
    _error("R19", "项数前后不合：{what}", "the counts do not fit: {what}"),
    Entry(
        "R20",
        "hint",
        None,
        "{what}“{word}”定义了，却没有用到，请核实是否写错了名称，或者删去",
        "“{word}” ({what}) is defined and never used; please check the name or leave it out",
    ),
    _error(
        "R21",
        "同一句里“{what}”写了两次，可能有一行从别的句子掉到了这里",
        "“{what}” is said twice in one statement; a line may have strayed here",
    ),
    _error("R22", "“{word}”请写成“{better}”", "please write “{better}” for “{word}”"),
    _error("R23", "“{word}”应写在{owner}的下面", "“{word}” belongs below {owner}"),
    _error("R24", "语法版本“{word}”还不认识，目前只有 1", "syntax version “{word}” is not known"),
    _error("R25", "这一行与表头对不上，应为：{wanted}", "the row does not fit: {wanted} expected"),
    _error("R26", "这一句缺少{what}", "the statement lacks {what}"),
    _error("R27", "小数位数“{word}”过多，至多 6 位", "too many decimals: {word}, at most 6"),
    _error("R28", "没有“{word}”这个日期，请核实", "there is no date {word}, please check"),
    _error("R29", "{word} 没有成对，请在本行补上 {wanted}", "“{word}” lacks its “{wanted}”"),
    _error("R30", "没有名为“{word}”的规则集", "there is no ruleset “{word}”"),
    _error("R31", "读不了规则集文件“{word}”：{what}", "the file “{word}” cannot be read: {what}"),
    _error(
        "R32",
        "区划“{word}”在 {date} 没有生效的规则集，已有：{known}",
        "no ruleset of region “{word}” is in effect on {date}; there are: {known}",
    ),
    _error(
        "R33",
        "有两个规则集都叫“{word}”：{one}；{other}；请只保留一个",
        "two rulesets are called “{word}”: {one}; {other}; please keep one",
    ),
    _error(
        "R34",
        "规则集文件不是 UTF-8 编码，第 {byte} 个字节读不出来；请另存为 UTF-8",
        "the file is not UTF-8 at byte {byte}; please save it as UTF-8",
    ),
    _error("R35", "请先安装 {word}，这个规则集要用到它", "please install {word} first"),
    _error(
        "R36",
        "区划“{word}”有几个规则集同时生效：{known}；请写明规则集的编号",
        "several rulesets of region “{word}” are in effect: {known}; please give the id",
    ),
    Entry(
        "R80",
        "warning",
        None,
        "扩展“{word}”（{package}）没有载入：{what}；其余照常，用到它的规则集会读不出来，请联系提供者",
        "the extension “{word}” ({package}) was not loaded: {what}; the rest goes on without it",
    ),
    Entry(
        "R81",
        "warning",
        None,
        "有两个扩展都叫“{word}”：{one}；{other}；只用了前一个，请只保留一个",
        "two extensions are called “{word}”: {one}; {other}; the first was used, please keep one",
    ),
)

LANGUAGE_NOTES: Mapping[str, Entry] = MappingProxyType(
    {
        "expected": Entry("expected", "hint", None, "这里可以写：{it}", "expected: {it}"),
        "available": Entry(
            "available", "hint", None, "现有的规则集：{it}", "rulesets at hand: {it}"
        ),
        "nearest": Entry("nearest", "hint", None, "是不是想写“{it}”？", "did you mean “{it}”?"),
        "spaced": Entry(
            "spaced",
            "hint",
            None,
            "“且、或、非、若、则、否则、为空、属于”的前后要有空格：{it}",
            "the words 且 或 非 若 则 否则 为空 属于 want a space on either side: {it}",
        ),
        "advice": Entry(
            "advice",
            "hint",
            None,
            "若要修改，请写“修改 {it}：…”；若只改它的下级，请写“沿用”。",
            "to change it write “修改 {it}：…”, to change only what is below it write “沿用”.",
        ),
        "advice_flat": Entry(
            "advice_flat",
            "hint",
            None,
            "若要修改，请写“修改 {it}”。",
            "to change it write “修改 {it}”.",
        ),
        "parent": Entry(
            "parent", "hint", None, "上级在这里定义为：", "the parent defines it here:"
        ),
        "before": Entry("before", "hint", None, "前面写在这里：", "it was written here before:"),
    }
)
"""The lines below a sentence, by the name under which a finding's context holds their content."""
