"""Words of what was achieved that say that nothing was there: 未检出, 未发现."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.values.operators import Operator

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["not_done", "too_little"]

_FORBIDDEN = re.compile("(?:不得|不应|不能|不可|不允许|禁止|严禁|杜绝|不|未|无)(.{2,})")
_NEVER = re.compile("(?:均|都|全部)?(?:未|没有|无|不存在)(.{2,})")
_UNDETECTED = re.compile(
    "(?:均|都|全部)?(?:(?:未|没有|未能)(?:检测?出|测出)|(?:低于|小于)(?:方法)?(?:最低)?检出限)"
)


def not_done(target: str, actual: str) -> bool:
    """Whether just what must not be was not: 未检出 of 不得检出.

    >>> not_done("不得检出", "均未检出"), not_done("不得检出", "检出"), not_done("不降", "未降")
    (True, False, False)
    """
    forbidden, never = _FORBIDDEN.fullmatch(target), _NEVER.fullmatch(actual)
    return forbidden is not None and never is not None and forbidden[1] == never[1]


def too_little(actual: str, op: Operator | None, number: Decimal) -> bool:
    """Whether a measurement found too little to be measured, where little is enough.

    >>> from decimal import Decimal
    >>> too_little("未检出", Operator.LE, Decimal(3)), too_little("未检出", None, Decimal(3))
    (True, False)
    """
    enough = number > 0 if op in {Operator.LE, Operator.LT} else number == 0
    return enough and op is not Operator.GT and _UNDETECTED.fullmatch(actual.strip()) is not None
