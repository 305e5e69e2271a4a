"""The comments of a drafted ruleset, in Chinese, since they stand in a file that officials edit."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DRAFT_WORDS", "draft_word"]

DRAFT_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "made": "由 jixiao rulesets new 从“{file}”起草：{tables} 张表，{indicators} 条指标。",
        "how": (
            "这是草稿。写着“推定”的是从填好的表推出来的，不是读了文件写的，请逐行核对，核对后删去注释。"
        ),
        "then": (
            "改好之后，运行 jixiao rulesets lint 查语法；写几个测试例，运行 jixiao rulesets test。"
        ),
        "region": "推定：表上没有区划代码，请改成 GB/T 2260 的六位代码和地名。",
        "year": "推定：年度读自表上写的 {year} 年。",
        "year_given": "年度按 --id 所写；表上没有写年度。",
        "source": "只看到填好的表，没有读到制度文件；找到文件后请改写依据，读过原文的写“核实”。",
        "words": "推定：下列等级由表上反复出现的用词推得，只见到第一级，其余两级请核对或删去。",
        "apart": (
            "上级的“{name}”另有校验，管不到名称不同的表；只差几列的，请把下面的表名改成“{name}”，"
            "这里的表名写成“别名”，再写“修改”“取消”。"
        ),
        "form": "推定：下列 {count} 张表用的是同一张表样，表名取它们共同的部分：{titles}",
        "required": "推定：标“必填”的栏目在每张表上都填了；其余的有的表没有填。",
        "one_table": "只有一张表，看不出哪些栏目必填，一律没有写“必填”。",
        "left_out": "没有收入的标签（只在个别表上出现，也可能是填写的内容）：{names}",
        "blocks": "推定：资金部分的各行和各列按表上出现的写。",
        "schedule": "资金支出计划，按期累计。",
        "column": "推定：列“{name}”看作{role}，是按列名判断的。",
        "column_unknown": "没有看出列“{name}”的含义，请补上“作为 …”，或删去这一行。",
        "due": "推定：有几列目标值，截至日期按列名判断，请核对。",
        "tree": "推定：一级、二级按表上出现的写；表上没有印分值，这里不写权重，请按当地文件补上。",
        "tree_weights": (
            "推定：一级、二级按表上出现的写；分值由填报单位填在表上，所以写“权重 自填”。"
        ),
        "fixed": "推定：二级“{name}”下的三级指标在每张或绝大多数表上都有，写作固定的三级指标。",
        "checks": "校验还没有写：表上看不出当地要核对什么，写法见 docs/language.md。",
    }
)
"""Name to the comment; `{names}` are filled in by the caller."""


def draft_word(name: str, /, **context: object) -> str:
    """The comment of that name with the figures filled in.

    >>> draft_word("year", year=2025)
    '推定：年度读自表上写的 2025 年。'
    """
    text = DRAFT_WORDS[name]
    for key, value in context.items():
        text = text.replace("{" + key + "}", " ".join(str(value).split()))
    return text
