"""What a header says of the part of a year that has run: 1-7月执行数, 截至8月底完成值, 上半年."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

__all__ = ["SoFar", "so_far"]

_ENDS = {"上半年": 6, "一季度": 3, "前二季度": 6, "前两季度": 6, "前三季度": 9}
_TIME = re.compile(
    r"(?:(?:20\d{2}年)?(?:\d{1,2}月?(?:份)?[-—–―~～至到])?(?P<last>\d{1,2})月(?:份|底|末)?|"
    r"(?:截[至止]到?)(?:20\d{2}年)?(?P<until>\d{1,2})月(?:\d{1,2}日|份?(?:底|末)?)?|"
    rf"(?P<part>{'|'.join(_ENDS)})|(?:截[至止]到?)?(?:目前|当前|报告期末?|监控期末?))"
    r"(?:的|止|前|累计|为止)?(?P<what>.{2,12})"
)
_WHATS = re.compile(
    r"(?:绩效|目标|指标|预算|资金|实际|累计)*(?:执行|完成|实现|支出|支付)(?:情况|进度|数|值|率|金额|额)?"
)
_DECEMBER = 12


@frozen
class SoFar:
    """What a column holds without its time, and the last month of it where a month is said."""

    what: str
    month: int | None


@lru_cache(maxsize=1024)
def so_far(name: str) -> SoFar | None:
    """The column that holds what was reached by some month; None for any other.

    `name` is as labels are compared.

    >>> so_far("1-7月执行情况"), so_far("截至8月底完成值")
    (SoFar(what='执行情况', month=7), SoFar(what='完成值', month=8))
    >>> so_far("上半年执行数"), so_far("全年执行数") is None, so_far("1-13月执行数") is None
    (SoFar(what='执行数', month=6), True, True)
    """
    match = _TIME.fullmatch(name)
    if match is None or _WHATS.fullmatch(match["what"]) is None:
        return None
    said = match["last"] or match["until"]
    month = int(said) if said else _ENDS.get(match["part"] or "")
    if month is not None and not 1 <= month <= _DECEMBER:
        return None
    return SoFar(match["what"], month)
