"""What is said about reading a self-evaluation: sums, year, scores, money; codes T65 to T73."""

from __future__ import annotations

from jixiao.messages.entry import Entry, SeverityName

__all__ = ["SUMS"]


def _entry(code: str, severity: SeverityName, zh: str, en: str) -> Entry:
    return Entry(code, severity, None, zh, en)


SUMS: tuple[Entry, ...] = (
    _entry(
        "T65",
        "hint",
        "读取存疑：“{name}”一行与表头错列，其中“{text}”已按次序归入“{columns}”，请核对原表",
        "doubtful: the row “{name}” stands beside its columns; “{text}” is taken in order as "
        "“{columns}”",
    ),
    _entry(
        "T66",
        "warning",
        "读取存疑：“{name}”一行的“{text}”不在分值、得分各列中，未读作分数，列入未识别内容，请核对原表",
        "doubtful: “{text}” on the row “{name}” stands in no column of points and is listed as "
        "leftover",
    ),
    _entry(
        "T67",
        "warning",
        "读取存疑：“{name}”（{text}）之上没有印出一级指标，不知合计哪些行，列入未识别内容，请核对原表",
        "doubtful: no 一级 is printed above “{name}” ({text}), so that what it sums is not known; "
        "listed as leftover",
    ),
    _entry(
        "T68",
        "hint",
        "本表为 {year} 年度，读取所用的表样“{ruleset}”只到 {until} 年；请核对当年的表样，"
        "或用 --ruleset 指明规则集",
        "the table is of {year}, the form “{ruleset}” it was read by ends in {until}; please check "
        "the form of that year, or name a ruleset",
    ),
    _entry(
        "T69",
        "hint",
        "读取存疑：“{name}”一行与表头错列，只印有“{text}”，按所在的列读作“{columns}”，请核对原表",
        "doubtful: the row “{name}” stands beside its columns and prints “{text}” only, taken as "
        "“{columns}” by its column",
    ),
    _entry(
        "T70",
        "hint",
        "表头有 {count} 列得分：按“{own}”复算，“{others}”按原文保留",
        "the header has {count} columns of scores: “{own}” is taken as the unit's own, “{others}” "
        "kept as written",
    ),
    _entry(
        "T71",
        "hint",
        "“{text}”没有印出资金来源，读作“{name}”，请核对原表",
        "“{text}” names no source of money and is read as “{name}”; please check the original",
    ),
)
