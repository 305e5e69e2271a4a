"""What is said about the limits on input: the codes of family L."""

from __future__ import annotations

from jixiao.messages.entry import Entry

__all__ = ["LIMITS"]

LIMITS: tuple[Entry, ...] = (
    Entry(
        "L01",
        "hint",
        None,
        "内容过长：{size} 个字符，上限 {limit}，未按指标值读取，原文保留",
        "too long: {size} characters, limit {limit}; not read as a value, the text is kept",
    ),
    Entry(
        "L02",
        "hint",
        None,
        "数字过长：“{number}”，上限为整数 {integer} 位、小数 {fraction} 位，未按数值读取，原文保留",
        "number too long: “{number}”, limit {integer} integer and {fraction} fraction digits; "
        "not read as a number, the text is kept",
    ),
    Entry(
        "L03",
        "error",
        None,
        "文件过大：{size} 字节，上限 {limit} 字节；请拆分后再读",
        "file too large: {size} bytes, limit {limit}; please split it",
    ),
    Entry(
        "L04",
        "error",
        None,
        "表格过多：超过 {limit} 张，其余未读；请拆分后再读",
        "more than {limit} tables, the rest was not read; please split the file",
    ),
    Entry(
        "L05",
        "warning",
        None,
        "本行过长：{size} 个字符，上限 {limit}，未读取，原文列入未识别内容",
        "line too long: {size} characters, limit {limit}; not read, listed as leftover",
    ),
    Entry(
        "L06",
        "error",
        None,
        "完成情况行数过多：超过 {limit} 行，其余未读；请拆分后再读",
        "more than {limit} rows of actuals, the rest was not read; please split the file",
    ),
    Entry(
        "L11",
        "error",
        None,
        "规则过多：超过 {limit} 行，其余未读；请拆成上下级两个规则集",
        "more than {limit} lines of rules, the rest was not read; please split the ruleset in two",
    ),
    Entry(
        "L20",
        "error",
        None,
        "规则过长：超过 {limit} 个词，其余未读；请拆成上下级两个规则集",
        "more than {limit} words of rules, the rest was not read; please split the ruleset in two",
    ),
    Entry(
        "L12",
        "error",
        None,
        "看不懂的行超过 {limit} 行，其余未读；请先改好前面的，再看后面",
        "more than {limit} lines could not be read, the rest was left; please mend the first ones",
    ),
    Entry(
        "L13",
        "error",
        None,
        "算式套得太深：超过 {limit} 层；请拆成几个短语",
        "the expression is nested deeper than {limit}; please split it into phrases",
    ),
    Entry(
        "L14",
        "error",
        None,
        "这一行过长：{size} 个字符，上限 {limit}，未读；一行只写一件事",
        "line too long: {size} characters, limit {limit}; one line says one thing",
    ),
    Entry(
        "L15",
        "error",
        None,
        "数字过长：上限 {limit} 位，请核实",
        "number too long: limit {limit} digits, please check",
    ),
    Entry(
        "L16",
        "error",
        None,
        "分档过多：超过 {limit} 行；请改用得分率的算式",
        "more than {limit} rows in a table; please write a formula instead",
    ),
    Entry(
        "L18",
        "error",
        None,
        "问题超过 {limit} 个，其余 {rest} 个未列；请先改好前面的",
        "more than {limit} problems, {rest} are not listed; please mend the first ones",
    ),
    Entry(
        "L19",
        "error",
        None,
        "继承之后规则过多：{size} 条，上限 {limit} 条；请精简各级规则集",
        "too many rules after inheritance: {size}, limit {limit}; please cut the rulesets down",
    ),
    Entry(
        "L17",
        "error",
        None,
        "继承层数过多：{ring}，上限 {limit} 层",
        "too many levels of inheritance: {ring}, limit {limit}",
    ),
)
