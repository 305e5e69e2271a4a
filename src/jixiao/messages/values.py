"""What is said about values: the codes of family V."""

from __future__ import annotations

from jixiao.messages.entry import Entry

__all__ = ["REMEDIES", "VALUES"]

_READING: tuple[tuple[str, str, str], ...] = (
    (
        "V01",
        "计量单位“{unit}”不在词汇表中，已原样保留",
        "unit “{unit}” is not known; kept as written",
    ),
    (
        "V02",
        "文中的数字“{number}”未能识别其含义，已按文字保留，请核对原文",
        "the number “{number}” was not understood; kept as words, please check the original",
    ),
    ("V03", "“{words}”未能识别，已原样保留", "“{words}” was not understood; kept as written"),
    (
        "V04",
        "“{word}”为约数，没有明确界限",
        "“{word}” is approximate and sets no exact bound",
    ),
    (
        "V05",
        "文中有不可见字符（{codes}），读取时已略去",
        "invisible characters ({codes}) were passed over",
    ),
    (
        "V06",
        "文中有改变文字方向的控制字符（{codes}），请核对原文",
        "the text has characters that change its direction ({codes}); please check the original",
    ),
    (
        "V07",
        "指标值写为“{text}”，计算符号列为“{column}”，两处不一致，以指标值为准，请核实",
        "the value reads “{text}”, its column of signs “{column}”; the value was followed",
    ),
    (
        "V08",
        "指标值的单位为“{text}”，计量单位列为“{column}”，两处不一致，以指标值为准，请核实",
        "the value has unit “{text}”, its column of units “{column}”; the value was followed",
    ),
    ("V09", "计量单位“{unit}”不完整，已原样保留", "unit “{unit}” is incomplete; kept as written"),
    (
        "V10",
        "区间下限“{low}”大于上限“{high}”，请核实",
        "the lower end “{low}” lies above the upper end “{high}”",
    ),
    (
        "V11",
        "填报为“{actual}”，指标值以%计，可能是{actual}%，也可能是{percent}%，请核实",
        "“{actual}” against a percentage may mean {actual}% or {percent}%",
    ),
    ("V12", "“{number}”带负号的零，请核对原文", "“{number}” is a negative zero; please check"),
    (
        "V13",
        "计算符号列“{column}”未能识别，未采用",
        "the column of signs says “{column}”, which is not known; not used",
    ),
    ("V14", "“{date}”不是有效日期，已按文字保留", "“{date}” is not a date; kept as words"),
    (
        "V15",
        "“{symbol}”是上标或特殊数字，未按数值读取，请核对原文",
        "“{symbol}” is a superscript or unusual digit and was not read as a number",
    ),
    (
        "V16",
        "计算符号“{sign}”未能确定其作用，已按文字保留",
        "the sign “{sign}” could not be placed; kept as words",
    ),
    (
        "V17",
        "区间两端单位不同（“{low}”“{high}”），请核实",
        "the ends of the range have different units (“{low}”, “{high}”)",
    ),
    (
        "V18",
        "计量单位列“{column}”为文字说明，未作单位采用",
        "the column of units says “{column}”, which is no unit; not used",
    ),
    (
        "V19",
        "“{text}”可作小数点或千分位理解，未按数值读取，请核对原文",
        "“{text}” may be a decimal mark or a grouping; not read as a number",
    ),
    (
        "V20",
        "“{sign}”与区间“{range}”并用，按区间读取，请核实",
        "“{sign}” stands with the range “{range}”; read as the range, please check",
    ),
    (
        "V21",
        "“{start}”为变化的起点，按变化后的数值读取",
        "“{start}” is where the change starts; the value it ends at was read",
    ),
    (
        "V22",
        "“{text}”可有不同读法，已按文字保留，请核对原文",
        "“{text}” may be read in more than one way; kept as words, please check the original",
    ),
    (
        "V23",
        "“{span}”未写明是否包含该期，按{day}读取，请核实",
        "“{span}” does not say whether that span is within; read as {day}, please check",
    ),
    (
        "V53",
        "“{text}”小数超过 {places} 位，按四舍五入后的 {number} 读取，请核实",
        "“{text}” has more than {places} decimals; read as {number}, rounded half up",
    ),
)

_VERDICTS: tuple[tuple[str, str, str], ...] = (
    ("V33", "未填报完成情况，无法判断", "nothing was filed as achieved"),
    (
        "V34",
        "指标值单位“{target}”与完成情况单位“{actual}”不同，不能换算",
        "units differ: target “{target}”, actual “{actual}”",
    ),
    (
        "V35",
        "指标值“{target}”没有计算符号，方向未知",
        "the target “{target}” has no operator, so its direction is not known",
    ),
    ("V36", "未给出基数（{baseline}），无法判断", "the baseline ({baseline}) is not given"),
    (
        "V37",
        "完成情况“{actual}”的口径不明，无法判断",
        "what “{actual}” stands for is not clear",
    ),
    (
        "V38",
        "完成情况“{actual}”不能与指标值比较",
        "the actual “{actual}” cannot be held against the target",
    ),
    ("V39", "文字性指标值，需人工判断", "the target is in words and needs a judgement"),
    (
        "V40",
        "“{word}”为约数，界限不明确，需人工判断",
        "“{word}” is approximate; the bound is not exact and needs a judgement",
    ),
    ("V41", "“{deadline}”未写年份，也未给出年度", "the year of “{deadline}” is not given"),
    (
        "V42",
        "已完成但未写完成日期，无法判断是否在{due}前完成",
        "done, but without a date: whether by {due} is not known",
    ),
    ("V43", "完成日期为{day}，晚于{due}", "done on {day}, later than {due}"),
    ("V44", "截至评价日期尚未到{due}，暂不能判断", "{due} has not come yet"),
    ("V45", "未设定指标值", "no target was set"),
    (
        "V46",
        "完成情况“{actual}”只说明范围，无法判断",
        "the actual “{actual}” only says a span, part of which lies outside the target",
    ),
    ("V47", "未给出“{to}”的数额，无法判断", "the figure named “{to}” is not given"),
    (
        "V48",
        "指标值有{count}项要求，完成情况未逐项填报，无法判断",
        "the target has {count} parts, which the actual does not answer one by one",
    ),
    ("V49", "未给出评价日期，无法判断序时进度", "without a date the pace cannot be judged"),
    (
        "V50",
        "“{deadline}”每期都有时限，完成情况未说明各期，无法判断",
        "“{deadline}” comes again each time; the actual does not answer for every time",
    ),
    (
        "V51",
        "指标值“{target}”未写计量单位，按数值与完成情况“{actual}”比较",
        "the target “{target}” has no unit; its number was held against “{actual}”",
    ),
    (
        "V52",
        "指标值“{target}”未写计量单位，完成情况“{actual}”的单位带有量级，无法判断",
        "the target “{target}” has no unit, and the unit of “{actual}” carries a scale",
    ),
)

VALUES: tuple[Entry, ...] = tuple(
    Entry(code, "hint", None, zh, en) for code, zh, en in (*_READING, *_VERDICTS)
)

REMEDIES: tuple[tuple[str, str], ...] = (
    ("V01", "此处可为计量单位表中的单位，如 个、次、万元、%"),
    ("V02", "此处可为数字和计量单位，如 ≥95%、12次，或不含数字的文字"),
    ("V03", "数字和计量单位之后可为以上、以内，或分隔符（，；）"),
    ("V06", "请删去该字符"),
    ("V09", "“/”之前可为计量单位，如 元/株"),
    ("V14", "此处可为日期，如 12月底前、2025年12月31日前"),
    ("V15", "此处可为阿拉伯数字或中文数字"),
    ("V16", "计算符号可为 ≥ ≤ ＝ ＞ ＜，写在一个数字之前，如 ≥95%"),
    ("V17", "区间两端可为同一单位的数字，如 3-5次"),
    ("V19", "千分位可按三位分节，如 1,234"),
    ("V22", "可将各项要求用分号隔开，逐项填写"),
    ("L01", "可只写指标值本身"),
    ("L02", "可改用万、亿等单位"),
)
"""What could stand where a doubt lies, for the errors of strict reading."""
