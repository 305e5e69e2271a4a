"""Inheritance: what a child takes over, changes, cancels, and may not change in silence."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve
from hypothesis import given, settings

import rule_strategies
from jixiao.inheritance import inherit, rooted
from jixiao.language import parse, render
from jixiao.library import Library
from jixiao.rules import Change, IndicatorRule, Ruleset

PARENT_TEXT = """规则集 甲地-2023
名称：“甲”
地区：110000 甲
年度：2023
生效：2023年1月1日
依据：“甲表” 核实
【词汇】
等级 规范程度：规范 ＞ 不规范
短语 应达 = 已结束月数 ÷ 12
【表 目标表】
阶段：目标
金额单位：万元
项 名称：值 文本，必填，别名 项目
列 指标值：作为 目标值，必填
【表 自评表】
阶段：自评
列 完成值：作为 实际值
【指标 目标表、自评表】
一级 产出：权重 50，必填，依据 《办法》待核
  二级 数量：至少 1 项，建议完善
  二级 质量：选填
一级 效益：权重 50
【计分】
舍入：逐项 2 位
完成率 正向：实际值 ÷ 目标值
默认 数值 或 百分比：比例
方法 比例
  得分率：完成率
  封顶：100%
  依据：《办法》核实
【校验】
校验 A01 须修改：“合计”
  对象：自评表
  条件：合计(一级.权重) = 100
【等次】
满分：100
| 等次 | 得分 |
| 优 | ≥90 |
| 差 | ＜90 |
"""
CHILD_HEADER = """规则集 乙地-2024
名称：“乙”
继承：甲地-2023
地区：120000 乙
年度：2024
生效：2024年1月1日
依据：“乙表” 核实
"""


def parsed(text: str) -> Ruleset:
    found, findings = parse(text, file="x.jx")
    assert found is not None, render(findings, {"x.jx": text})
    return found


PARENT = rooted(parsed(PARENT_TEXT))[0]


def child(body: str) -> tuple[Ruleset, list[str]]:
    resolved, findings = inherit(parsed(CHILD_HEADER + body), PARENT)
    return resolved, [one.code for one in findings]


def test_a_child_that_says_nothing_takes_everything() -> None:
    resolved, codes = child("")
    assert codes == []
    for part in ("vocabulary", "tables", "trees", "scoring", "bands", "checks"):
        assert getattr(resolved, part) == getattr(PARENT, part)
    assert (resolved.id, resolved.year, resolved.lineage) == (
        "乙地-2024",
        2024,
        ("甲地-2023", "乙地-2024"),
    )


def test_a_change_keeps_the_rest_and_not_the_source_of_a_figure() -> None:
    resolved, codes = child("【指标 目标表】\n修改 一级 产出：权重 60\n")
    assert codes == []
    changed = resolved.rule_for("目标表", "产出")
    kept = resolved.rule_for("自评表", "产出")
    assert changed is not None
    assert kept is not None
    assert (changed.weight, changed.demand.required) == (Decimal(60), True)
    assert [one.name for one in changed.children] == ["数量", "质量"]
    assert changed.cite is not None
    assert str(changed.cite) == "“乙表”（待核）"
    assert (kept.weight, str(kept.cite)) == (Decimal(50), "《办法》（待核）")


def test_a_demand_is_one_clause() -> None:
    resolved, codes = child("【指标 目标表】\n一级 产出：沿用\n修改 二级 数量：选填\n")
    changed = resolved.rule_for("目标表", "产出", "数量")
    assert codes == []
    assert changed is not None
    assert (changed.demand.required, changed.demand.at_least) == (False, None)
    assert changed.demand.severity is not None


def test_a_weight_that_units_fill_in_takes_the_place_of_a_figure() -> None:
    resolved, _ = child("【指标 目标表】\n修改 一级 产出：权重 自填\n")
    changed = resolved.rule_for("目标表", "产出")
    assert changed is not None
    assert (changed.weight, changed.weight_filled) == (None, True)


def test_cancelled_things_are_gone() -> None:
    resolved, codes = child(
        "【表 目标表】\n取消 列 指标值\n取消 项 名称\n【指标 目标表】\n取消 一级 效益\n"
        "【计分】\n取消 默认 百分比\n取消 完成率 正向\n【校验】\n取消 校验 A01\n【取消 等次】\n"
    )
    assert codes == []
    table = resolved.table("目标表")
    assert table is not None
    assert (table.columns, table.fields) == ((), ())
    assert resolved.rule_for("目标表", "效益") is None
    assert resolved.rule_for("自评表", "效益") is not None
    assert [kind.kind for one in resolved.scoring.defaults for kind in one.kinds] == ["数值"]
    assert (resolved.scoring.completions, resolved.checks, resolved.bands) == ((), (), None)
    assert resolved.retired == ("A01",)


def test_a_cancelled_code_is_never_used_again() -> None:
    middle, _ = child("【校验】\n取消 校验 A01\n")
    text = CHILD_HEADER.replace("乙地-2024", "丙地-2025").replace("甲地-2023", "乙地-2024")
    text += "【校验】\n校验 A01 请说明：“别的”\n  对象：自评表\n  条件：名称 不为空\n"
    _, findings = inherit(parsed(text), middle)
    assert [one.code for one in findings] == ["R17"]


def test_nothing_is_changed_in_silence() -> None:
    bodies = {
        "【词汇】\n等级 规范程度：规范 ＞ 较规范\n": ["R07"],
        "【词汇】\n短语 应达 = 1\n": ["R07"],
        "【表 目标表】\n金额单位：元\n": ["R07"],
        "【表 目标表】\n列 指标值：作为 目标值\n": ["R07"],
        "【表 目标表】\n项 项目：值 文本\n": ["R07"],
        "【指标 目标表】\n一级 产出：权重 60\n": ["R07"],
        "【计分】\n舍入：逐项 1 位\n": ["R07"],
        "【计分】\n默认 数值：别的\n": ["R07"],
        "【计分】\n方法 比例\n  得分率：1\n": ["R07"],
        "【校验】\n校验 A01 请说明：“合计”\n  对象：自评表\n  条件：名称 不为空\n": ["R07"],
        "【等次】\n满分：100\n": ["R07"],
    }
    for body, expected in bodies.items():
        resolved, codes = child(body)
        assert codes == expected, body
        assert resolved.scoring == PARENT.scoring
        assert resolved.bands == PARENT.bands
        assert resolved.vocabulary == PARENT.vocabulary


def test_saying_the_same_again_changes_nothing() -> None:
    resolved, codes = child("【计分】\n舍入：逐项 2 位\n【词汇】\n等级 规范程度：规范 ＞ 不规范\n")
    assert codes == []
    assert resolved.vocabulary == PARENT.vocabulary


def test_what_is_not_inherited_cannot_be_changed() -> None:
    for body in (
        "【词汇】\n修改 等级 别的：甲 ＞ 乙\n",
        "【表 目标表】\n取消 列 别的\n",
        "【表 目标表】\n修改 免填：「/」\n",
        "【指标 目标表】\n一级 别的：沿用\n",
        "【计分】\n修改 舍入：合计 1 位\n",
        "【计分】\n修改 默认 等级：比例\n",
        "【校验】\n修改 校验 A09\n",
    ):
        assert child(body)[1] == ["R08"], body


def test_a_changed_method_has_one_way_of_reckoning() -> None:
    resolved, codes = child("【计分】\n修改 方法 比例\n  得分：权重 × 完成率\n")
    method = resolved.scoring.method("比例")
    assert codes == []
    assert method is not None
    assert method.rate is None
    assert method.points is not None
    assert method.cap == 1
    assert str(method.cite) == "“乙表”（待核）"


def test_new_indicators_stand_where_the_child_writes_them() -> None:
    resolved, _ = child(
        "【指标 目标表】\n一级 决策：必填\n一级 产出：沿用\n  二级 时效：选填\n一级 其他\n"
    )
    roots = resolved.roots("目标表")
    assert [one.name for one in roots] == ["决策", "产出", "效益", "其他"]
    assert [one.name for one in roots[1].children] == ["数量", "质量", "时效"]


def clean(rule: IndicatorRule) -> bool:
    return rule.change is Change.NONE and all(clean(one) for one in rule.children)


@given(rule_strategies.rulesets())
@settings(max_examples=80, deadline=None)
def test_what_is_resolved_holds_no_change_and_is_stable(one: Ruleset) -> None:
    resolved, _ = inherit(one, PARENT)
    assert all(clean(root) for tree in resolved.trees for root in tree.roots)
    for table in resolved.tables:
        assert all(one.change is Change.NONE for one in table.fields)
        assert all(one.change is Change.NONE for one in table.columns)
    nothing = Ruleset(id="丁地-2025", title="丁", inherits=one.id)
    again, findings = inherit(nothing, resolved)
    assert findings == ()
    for part in ("vocabulary", "scoring", "bands", "checks"):
        assert getattr(again, part) == getattr(resolved, part)
    for name in {name for tree in resolved.trees for name in tree.tables}:
        assert again.roots(name) == resolved.roots(name)


def test_the_shipped_child_never_touches_its_parent() -> None:
    library = Library.default()
    before = library.load("财政部-2020")
    after = library.load("江苏南通-2025")
    assert after.roots("项目支出绩效自评表") == before.roots("项目支出绩效自评表")
    assert evolve(after.scoring) == before.scoring
    assert after.scoring.completion("反向") is None


def test_the_form_of_nantong() -> None:
    rules = Library.default().load("江苏南通-2025")
    form = "项目绩效目标表"
    assert [one.name for one in rules.roots(form)] == [
        "决策",
        "过程",
        "产出指标",
        "效益指标",
        "满意度指标",
    ]
    rate = rules.rule_for(form, "过程", "资金管理", "预算执行率")
    assert rate is not None
    assert (rate.weight, rate.methods) == (Decimal(10), ("预算执行率赋分",))
    table = rules.table("南通市本级项目预算绩效目标表")
    assert table is not None
    assert [(one.name, one.due) for one in table.target_columns()] == [
        ("半年指标值", (6, 30)),
        ("全年指标值", (12, 31)),
    ]
    assert [group.name for group in table.groups] == ["收入", "支出"]
    assert [one.code for one in rules.checks] == ["C01", "C02", "N02", "N03", "N06", "N07"]
    assert rules.cite is not None
    assert rules.cite.verified


def test_nothing_recalled_is_called_read() -> None:
    """财预〔2020〕10号 and 财预〔2021〕101号 were not at hand: whatever cites them is 待核."""
    for name in Library.default().ids():
        rules = Library.default().load(name)
        indicators = [root for tree in rules.trees for root in tree.roots]
        cites = [one.cite for one in rules.scoring.methods]
        cites += [one.cite for one in rules.checks]
        cites += [one.cite for one in indicators]
        for cite in (*cites, rules.cite, rules.bands and rules.bands.cite):
            if cite and any((one.number or "").startswith("财预") for one in cite.sources):
                assert not cite.verified


def test_what_is_cancelled_leaves_its_names_free() -> None:
    resolved, codes = child(
        "【表 目标表】\n取消 列 指标值\n列 年度指标值：作为 目标值，别名 指标值\n"
        "取消 项 名称\n项 项目\n"
    )
    table = resolved.table("目标表")
    assert codes == []
    assert table is not None
    assert [(one.name, one.aliases) for one in table.columns] == [("年度指标值", ("指标值",))]
    assert [one.name for one in table.fields] == ["项目"]


def test_what_is_cancelled_cannot_be_changed_any_more() -> None:
    assert child("【表 目标表】\n取消 项 名称\n修改 项 项目：选填\n")[1] == ["R08"]


def test_a_cancelled_indicator_leaves_its_other_name_free() -> None:
    parent = rooted(
        parsed(PARENT_TEXT.replace("一级 效益：权重 50", "一级 效益：权重 50，别名 效果"))
    )[0]
    one = parsed(CHILD_HEADER + "【指标 自评表】\n取消 一级 效益\n一级 效果：权重 50\n")
    resolved, findings = inherit(one, parent)
    assert findings == ()
    assert [root.name for root in resolved.roots("自评表")] == ["产出", "效果"]
