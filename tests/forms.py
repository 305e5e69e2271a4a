"""The form of 南通 2025 built by hand: reading is tested without the rule language."""

from __future__ import annotations

from jixiao.rules import (
    ColumnRule,
    FieldRule,
    GroupColumn,
    GroupRule,
    IndicatorRule,
    KindRule,
    Ruleset,
    Scale,
    Synonym,
    TableRule,
    Test,
    Tree,
    Vocabulary,
)

MONEY = KindRule("金额")
WORDS = KindRule("文本")

SCALES = (
    "充分＞较充分＞不充分",
    "合理＞较合理＞不合理",
    "明确＞较明确＞不明确",
    "科学＞较科学＞不科学",
    "有效＞较有效＞无效",
    "健全＞较健全＞不健全",
    "及时＞较及时＞不及时",
    "合规＞基本合规＞不合规",
    "规范＞较规范＞不规范",
    "高＞较高＞一般＞较低",
    "满意＞较满意＞不满意",
)

FIXED: dict[str, dict[str, dict[str, str | None]]] = {
    "决策": {
        "项目立项": {"立项程序规范性": "规范", "立项依据充分性": "充分"},
        "绩效目标": {"绩效目标合理性": "合理", "绩效指标明确性": "明确"},
        "资金投入": {"资金分配合理性": "合理", "预算编制科学性": "科学"},
    },
    "过程": {
        "资金管理": {"资金到位率": None, "预算执行率": None, "资金使用合规性": "合规"},
        "组织实施": {"管理制度健全性": "健全", "制度执行有效性": "有效"},
    },
}
FREE = {
    "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
    "效益指标": ("经济效益", "社会效益", "生态效益", "可持续影响"),
    "满意度指标": ("服务对象满意度",),
}


def _third(name: str, word: str | None) -> IndicatorRule:
    return IndicatorRule(3, name, expected=(((Test("=", word=word),),) if word else ()))


def _second(name: str) -> IndicatorRule:
    if name.endswith("指标"):
        return IndicatorRule(2, name)
    return IndicatorRule(2, f"{name}指标", aliases=(name,))


ROOTS = tuple(
    IndicatorRule(
        1,
        first,
        children=tuple(
            IndicatorRule(2, second, children=tuple(_third(*pair) for pair in thirds.items()))
            for second, thirds in seconds.items()
        ),
    )
    for first, seconds in FIXED.items()
) + tuple(
    IndicatorRule(1, first, children=tuple(_second(second) for second in seconds))
    for first, seconds in FREE.items()
)

NANTONG = Ruleset(
    id="江苏南通-2025",
    title="南通市本级项目预算绩效目标表",
    inherits="财政部-2020",
    year=2025,
    vocabulary=Vocabulary(
        scales=tuple(Scale(line, tuple(line.split("＞"))) for line in SCALES),
        synonyms=(Synonym("及时", ("按时", "按期", "及时完成", "按计划完成")),),
    ),
    tables=(
        TableRule(
            "项目绩效目标表",
            aliases=("南通市本级项目预算绩效目标表",),
            stage="目标",
            money_unit="万元",
            fields=tuple(
                FieldRule((name,), (WORDS,))
                for name in ("项目名称", "主管部门", "实施单位", "项目类型", "立项必要性")
            ),
            groups=(
                GroupRule(
                    "收入",
                    (
                        GroupColumn("来源", WORDS),
                        GroupColumn("全年(程) 预算数", MONEY),
                    ),
                    rows=(
                        "资金总额",
                        "财政拨款小计",
                        "一般公共预算资金",
                        "政府性基金",
                        "财政专户管理资金",
                        "国有资本金",
                        "社保基金",
                        "上年结转资金",
                        "其他资金",
                    ),
                ),
                GroupRule(
                    "支出",
                    (
                        GroupColumn("名称", WORDS),
                        GroupColumn("半年计划执行数", MONEY, ("半年(程) 计划执行数",)),
                        GroupColumn("全年预算数", MONEY, ("全年(程) 预算数",)),
                    ),
                ),
            ),
            columns=(
                ColumnRule("半年指标值", "目标值", due=(6, 30), aliases=("半年(程) 指标值",)),
                ColumnRule("全年指标值", "目标值", due=(12, 31), aliases=("全年(程) 指标值",)),
            ),
        ),
    ),
    trees=(Tree(("项目绩效目标表",), ROOTS),),
    lineage=("财政部-2020", "江苏南通-2025"),
)

NATIONAL = Ruleset(
    id="财政部-2020",
    title="项目支出绩效目标与自评通用规则",
    tables=(
        TableRule(
            "项目绩效目标表",
            stage="目标",
            money_unit="万元",
            fields=(FieldRule(("项目名称",), (WORDS,)), FieldRule(("资金总额",), (MONEY,))),
            columns=(ColumnRule("指标值", "目标值"),),
        ),
        TableRule(
            "项目支出绩效自评表",
            stage="自评",
            money_unit="万元",
            fields=(FieldRule(("项目名称",), (WORDS,)),),
            groups=(
                GroupRule(
                    "项目资金",
                    (
                        GroupColumn("资金来源", WORDS),
                        GroupColumn("年初预算数", MONEY),
                        GroupColumn("全年预算数", MONEY),
                        GroupColumn("全年执行数", MONEY),
                        GroupColumn("分值", KindRule("数值")),
                        GroupColumn("执行率", KindRule("百分比")),
                        GroupColumn("得分", KindRule("数值")),
                    ),
                    rows=("年度资金总额", "其中：当年财政拨款", "上年结转资金", "其他资金"),
                ),
            ),
            columns=(
                ColumnRule("年度指标值", "目标值"),
                ColumnRule("实际完成值", "实际值"),
                ColumnRule("分值", "权重"),
                ColumnRule("得分", "得分"),
                ColumnRule("偏差原因分析及改进措施", "原因"),
            ),
        ),
    ),
    trees=(Tree(("项目绩效目标表", "项目支出绩效自评表"), ROOTS[2:]),),
    lineage=("财政部-2020",),
)
