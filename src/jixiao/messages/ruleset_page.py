"""The words of the page about a ruleset: headings, columns and notes, in Chinese for officials.

The page is a document of the place whose rules it shows; it has no English column.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["PAGE_WORDS", "page_word"]

PAGE_WORDS: Mapping[str, str] = MappingProxyType(
    {
        # cover
        "heading": "# {title}（{id}）",
        "made": (
            "> 本页由 `jixiao rulesets doc {id} -o 文件` 写出，以规则集文件 `{file}` 为准；"
            "改动请改规则集，再写一次本页。"
        ),
        "cover_columns": "项目|内容",
        "region": "地区",
        "year": "年度",
        "effective": "生效",
        "until": "{start} 至 {end}",
        "from_day": "{start} 起",
        "cite": "依据",
        "inherits": "继承",
        "needs": "需要",
        "doc": "说明",
        "contents": (
            "共 {tables} 张表、{indicators} 个指标级次、{methods} 种计分方法、{checks} 条校验。"
        ),
        "no_cite": "没有写依据（按待核看待）",
        # forms
        "tables": "## 一、表样",
        "table": "### 表：{name}",
        "also": "又名：{names}。",
        "stage": "阶段：{stage}。",
        "money_unit": "金额单位：{unit}。",
        "blanks": "填写 {marks} 的格子视为不必填。",
        "fields": "**栏目**",
        "field_columns": "栏目|填什么|要求|说明|来自",
        "block": "**明细：{name}**",
        "block_columns": "列|填什么|又名",
        "block_rows": "各行：{rows}。",
        "block_from": "来自 {origin}。",
        "columns": "**指标部分的列**",
        "column_columns": "列|含义|填什么|要求|说明|来自",
        "any_text": "不限",
        "due": "截至 {day}",
        "choices": "只填 {choices}",
        "required": "必填",
        "optional": "选填",
        "at_least": "至少 {count} 项",
        "at_most": "至多 {count} 项",
        # tree
        "trees": "## 二、指标",
        "tree": "### 指标：{tables}",
        "tree_columns": "指标|要求|权重|填什么|计分方法|依据|来自",
        "tree_note": "名称前的“└─”表示属于上一级，线越长级次越低。",
        "any_name": "（名称自定）",
        "level0": "目标",
        "level1": "一级",
        "level2": "二级",
        "level3": "三级",
        "should": "应为 {tests}",
        "in_units": "单位 {units}",
        "filled_weight": "由填报单位填写",
        "total_weight": "其下合计 {weight}",
        # words
        "words": "## 三、等级与用词",
        "scale_columns": "等级|由高到低|来自",
        "synonym_columns": "用词|也写作|来自",
        "unit_columns": "单位|折算|来自",
        "phrase_columns": "短语|算式|来自",
        # scoring
        "scoring": "## 四、计分",
        "rounding": "{place}保留 {digits} 位小数，{how}。",
        "cut": "截断",
        "half_up": "四舍五入",
        "no_rounding": "没有写舍入：逐项保留 2 位小数，四舍五入。",
        "rescaled": "不适用的指标不计分，其余指标的得分折算到满分。",
        "left_aside": "不适用的指标不计分，总分按其余指标列示。",
        "near": "写着“约”“近”“左右”的指标值，与实际相差不超过 {share} 的算达成。",
        "completion_columns": "情形|完成率|来自",
        "no_reverse": (
            "反向指标（越少越好）的完成率，本规则集和它的上级都没有写："
            "得分是“目标值 ÷ 实际值”与“2 - 实际值 ÷ 目标值”之间的区间。"
        ),
        "default_columns": "指标值的种类|用哪种方法|来自",
        "merge_columns": "种类|各单位的数怎样合成一个|来自",
        "weighed": "{how}，按 {by}",
        "method": "### 方法：{name}",
        "applies": "适用：{kinds}。",
        "rate": "得分率 = {formula}",
        "points": "得分 = {formula}",
        "by_table": "按“{inputs}”分档：",
        "cap": "得分率最高 {share}。",
        "floor": "得分率最低 {share}。",
        "pass_line": "完成率低于 {share} 的，得 0 分。",
        "explain": "下列情形须说明原因：{condition}",
        "deduct": "下列情形扣减 {amount}：{condition}",
        "source": "依据：{cite}。来自 {origin}。",
        # grades
        "bands": "## 五、等次",
        "bands_full": "满分 {full}。",
        "band_columns": "等次|得分",
        # checks
        "checks": "## 六、校验",
        "check": "### {code}　{severity}　{title}",
        "check_columns": "项目|内容",
        "scope": "看什么",
        "scope_table": "整张“{name}”",
        "scope_each": "每条{name}",
        "when": "什么时候看",
        "always": "总是",
        "condition": "应当符合",
        "tolerance": "容许相差",
        "message": "不符合时的提示",
        "origin": "来自",
        # ancestry
        "ancestry": "## 七、继承",
        "no_parent": "不继承别的规则集。",
        "lineage": "{lineage}。没有注明的内容都来自注明的上级；本页显示的是继承之后的全部内容。",
        "changes_of": "**{id} 对上级的改动**",
        "no_changes": "只有新增，没有修改或取消。",
        "change_columns": "处|写法",
        # variables
        "variables": "## 八、规则读取的内容",
        "variables_note": (
            "下列内容由规则读取；表里没有填的，涉及的校验和得分为“无法判断”，不当作 0。"
        ),
        "variable_columns": "内容|用在",
        "in_method": "方法 {name}",
        "in_check": "校验 {code}",
        "in_completion": "完成率 {case}",
        "in_phrase": "短语 {name}",
        # figures to be verified
        "unverified": "## 九、待核的数字和规定",
        "unverified_note": "下列内容凭记忆写下或没有写依据，用于正式评价之前请对照原文核实。",
        "all_verified": "没有待核的内容。",
        "unverified_columns": "内容|数字或算式|依据",
        "weight_of": "{path} 的权重",
        "method_of": "方法 {name}",
        "bands_of": "等次",
        "header_of": "规则集本身",
        "check_of": "校验 {code}",
        "completion_of": "完成率 {case}",
        # bands in the notice's own style
        "with": "{number}（含）",
        "above_with": "{low}以上",
        "above": "{low}以上（不含）",
        "below": "{high}以下",
        "band": "{low}—{high}",
        "anything": "任意",
        "or": " 或 ",
        "band_note": "“（含）”表示包括这个数；没有写（含）的不包括，满分除外。",
    }
)
"""Name to the words in Chinese; `{names}` are filled in by the caller, `|` parts columns."""


def page_word(name: str, /, **context: object) -> str:
    """The words of that name with the figures filled in.

    >>> page_word("cap", share="100%")
    '得分率最高 100%。'
    """
    text = PAGE_WORDS[name]
    for key, value in context.items():
        text = text.replace("{" + key + "}", str(value))
    return text
