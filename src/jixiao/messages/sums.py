"""What is said about reading the printed sums of a self-evaluation: codes T65 to T69."""

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
)
