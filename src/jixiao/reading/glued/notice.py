"""Texts of tables whose cells run into each other with nothing between: 产出指标数量指标覆盖率100%.

Sites that show documents give such text. Where a name ends and its value begins is not in it, nor
which digits are a weight: it is said to be what it is, whether or not its rows can be cut.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["glued_sample", "glued_start"]

_HEADER = re.compile(
    r"一级 ?指标二级 ?指标|二级 ?指标三级 ?指标|三级 ?指标(分值|年度|指标值|年初)"
    r"|指标名称(指标说明|计量单位|度量单位|指标性质|指标值|目标值|分值)"
)
_ROW = re.compile(
    r"(产出|效益|满意度|成本)指标(\(\d{1,3}分?\)|（\d{1,3}分?）)?"
    r"((数量|质量|时效|成本|(经济|社会|生态)(效益|成本)|可持续影响|服务对象满意度)指标)[^\s|,\t]"
)
_SHOWN = 24


def glued_sample(texts: Iterable[str]) -> str | None:
    """Where the cells of a table run into each other, as an example; None where none do.

    >>> glued_sample(["绩效指标一级指标二级指标三级指标指标值", "产出指标数量指标覆盖率100%"])
    '一级指标二级指标三级指标指标值'
    >>> glued_sample(["一级指标 二级指标 三级指标", "产出指标 数量指标 覆盖率 100%"]) is None
    True
    """
    for text in texts:
        match = _HEADER.search(text) or _ROW.search(text)
        if match is not None:
            return text[match.start() : match.start() + _SHOWN]
    return None


def glued_start(text: str) -> int | None:
    """Where the first row begins whose labels of two levels and name are glued, without a header.

    >>> glued_start("表产出指标数量指标覆盖率100%"), glued_start("产出指标")
    (1, None)
    """
    match = _ROW.search(text)
    return None if match is None or _HEADER.search(text) else match.start()
