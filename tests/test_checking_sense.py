"""What good sense demands of any table: each finding where it is right, in its exact words."""

from __future__ import annotations

import pytest
from attrs import evolve

from by_hand import PLAIN, document, level, row, ruleset, spending, table
from jixiao.checking import check_document, check_table
from jixiao.findings import Finding, Severity
from jixiao.tables import FundingLine, RowStatus, Table


def found(held: Table, code: str) -> tuple[Finding, ...]:
    """The findings of one code."""
    return tuple(one for one in check_table(held, PLAIN) if one.code == code)


def said(held: Table, code: str) -> str:
    """The sentence of the one finding of a code."""
    (one,) = found(held, code)
    return one.message()


SMS = table(
    "产出指标/数量指标/发送短信数量 | ≥620000万条 | ≥1870000万条",
    total="7.44",
    lines=(spending("网络设备设施租赁费", "0.8", "7.44"),),
)


def test_a_unit_slip_shows_in_the_cost_of_one_piece() -> None:
    (one,) = found(SMS, "S01")
    assert one.severity is Severity.WARNING
    assert one.count == 2
    assert {item.column for item in one.items} == {"半年指标值", "全年指标值"}
    assert one.message() == (
        "填报为 ≥1870000万条，按资金总额 7.44 万元折算，每条为 0.000004 元；"
        "计量单位不计“万”时，每条为 0.04 元，请核实计量单位或说明口径"
    )


@pytest.mark.parametrize(
    ("value", "total"),
    [
        ("≥320万亩", "5"),
        ("≥20000万人次", "100000"),
        ("≥5000万元", "7.44"),
        ("≥12345万条", "7.44"),
        ("≥1870000条", "7.44"),
        ("≥62亿条", "7.44"),
        ("≥1870000万条", "900000"),
        ("≥1870000%", "7.44"),
    ],
)
def test_large_quantities_that_may_be_right_are_left_alone(value: str, total: str) -> None:
    held = table(f"产出指标/数量指标/完成数量 | {value} | {value}", total=total)
    assert found(held, "S01") == ()


def test_without_money_nothing_is_said_of_a_unit() -> None:
    assert found(table("产出指标/数量指标/发送短信数量 | ≥1870000万条"), "S01") == ()


TWINS = table(
    "过程/资金管理/预算执行率 | =100% | =100%",
    "产出指标/数量指标/资金预算执行率 | ≥50% | ≥98%",
)


def test_one_quantity_under_two_names_with_two_values() -> None:
    (one,) = found(TWINS, "S02")
    assert one.count == 2
    assert one.message() == (
        "“资金预算执行率”填报为 ≥98%，“预算执行率”（过程 › 资金管理）填报为 =100%，"
        "名称所指相同，请核实或说明口径"
    )
    assert one.related[0].level3 == "预算执行率"


@pytest.mark.parametrize(
    "rows",
    [
        ("过程/资金管理/预算执行率 | 100%", "产出指标/数量指标/资金预算执行率 | =100%"),
        ("产出指标/数量指标/完成率 | 100%", "产出指标/质量指标/完成率 | ≥95%"),
        ("效益指标/社会效益/群众满意度 | 95%", "满意度指标/服务对象满意度/参保群众满意度 | 98%"),
        ("产出指标/数量指标/业务培训次数 | ≥2次", "产出指标/质量指标/业务培训次数 | 100%"),
        ("产出指标/数量指标/业务培训人数 | ≥2万人", "产出指标/质量指标/业务培训人数 | ≥20000人"),
    ],
)
def test_names_that_differ_and_values_that_agree_are_no_twins(rows: tuple[str, str]) -> None:
    assert found(table(*rows), "S02") == ()


@pytest.mark.parametrize("name", ["资金专款专用率", "补助足额发放率", "待遇审核准确率"])
def test_a_ratio_that_is_always_whole_does_not_grow_with_the_year(name: str) -> None:
    held = table(f"产出指标/成本指标/{name} | =50% | =100%")
    assert said(held, "S03") == (
        f"“{name}”填报为 =50%，此类指标在任何时点一般均应为 100%，不随进度累计，请核实或说明口径"
    )


@pytest.mark.parametrize(
    "text",
    [
        "培训参训率 | =50% | =100%",
        "资金专款专用率 | =100% | =100%",
        "资金专款专用率 | 序时进度 | 100%",
        "待遇审核准确率 | ≥95% | ≥98%",
        "结算差错率 | ≤1% | ≤2%",
    ],
)
def test_other_ratios_may_grow_with_the_year(text: str) -> None:
    assert found(table(f"产出指标/质量指标/{text}"), "S03") == ()


def test_money_used_as_intended_below_all_is_asked_about_for_the_year_too() -> None:
    held = table("产出指标/成本指标/长护险费用专款专用 | ≥90%")
    assert "填报为 ≥90%" in said(held, "S03")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("服务对象满意度 | ≥100%", "S20"),
        ("村所覆盖率 | ≥100百分比", "S20"),
        ("群众满意度 | ＞100%", "S21"),
        ("验收合格率 | 120%", "S21"),
    ],
)
def test_a_ratio_that_cannot_exceed_all(text: str, code: str) -> None:
    assert len(found(table(f"产出指标/质量指标/{text}"), code)) == 1


@pytest.mark.parametrize(
    "text", ["服务对象满意度 | =100%", "村所覆盖率 | 100%", "任务完成率 | ≥120%", "增长率 | ≥100%"]
)
def test_all_of_it_and_ratios_without_a_bound_are_right(text: str) -> None:
    held = table(f"产出指标/质量指标/{text}")
    assert found(held, "S20") + found(held, "S21") == ()


@pytest.mark.parametrize("text", ["验收合格率 | ≤95%", "群众投诉率 | ≥5%"])
def test_a_sign_against_the_name(text: str) -> None:
    assert len(found(table(f"产出指标/质量指标/{text}"), "S24")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "验收合格率 | ≥95%",
        "验收合格率 | 95%",
        "群众投诉率 | ≤5%",
        "投诉处理率 | ≥95%",
        "床位使用率 | ≤93%",
        "扬尘控制率 | ≥90%",
        "会议次数 | ≤10次",
        "医疗费用增长率 | ≤10%",
    ],
)
def test_signs_that_may_stand_either_way(text: str) -> None:
    assert found(table(f"产出指标/质量指标/{text}"), "S24") == ()


GOAL = "必须达到预算执行率大于等于98%、资金使用合规、专款专用率100%、资金到位率100%。"


def test_a_goal_and_its_row_at_odds() -> None:
    held = table(
        "过程/资金管理/预算执行率 | =100% | =100%",
        "过程/资金管理/资金到位率 | 序时进度 | 100%",
        "产出指标/成本指标/资金专款专用率 | =100% | =100%",
        fields=(("年度目标", GOAL), ("中长期目标", GOAL)),
    )
    assert said(held, "S04") == (
        "年度目标中写明“预算执行率大于等于98%”，指标“预算执行率”填报为 =100%，请统一或说明口径"
    )
    assert found(held, "S05") == ()


def test_a_promise_that_no_row_keeps() -> None:
    held = table(
        "过程/资金管理/预算执行率 | =50% | =100%", fields=(("中长期目标", "专款专用率达到100%。"),)
    )
    (one,) = found(held, "S05")
    assert one.severity is Severity.HINT
    assert one.message() == (
        "中长期目标中写明“专款专用率达到100%”，指标中未见对应的行，建议补充指标或调整目标文字"
    )


@pytest.mark.parametrize(
    "goal",
    [
        "培训参训率100%，群众满意率不断提高",
        "参训率达到 100%",
        "达到宣传全市域、培训参训率",
        "提高效率",
    ],
)
def test_a_promise_that_a_row_keeps_under_a_longer_name(goal: str) -> None:
    held = table("产出指标/数量指标/基金监管培训参训率 | =100%", fields=(("年度目标", goal),))
    assert found(held, "S04") + found(held, "S05") == ()


def test_a_goal_of_several_years_may_have_other_figures() -> None:
    held = table(
        "产出指标/数量指标/基金监管培训参训率 | =95%",
        fields=(("中长期目标", "基金监管培训参训率达到100%"),),
    )
    assert found(held, "S04") + found(held, "S05") == ()


def test_satisfaction_filed_as_a_benefit_beside_an_empty_class() -> None:
    rows = ("效益指标/社会效益/医保项目评审满意度 | 满意 | 满意",)
    held = table(*rows, slots=(("满意度指标", "服务对象满意度"),))
    assert said(held, "S06") == (
        "“医保项目评审满意度”填在“社会效益”，而满意度指标未填写，请核实归类"
    )
    filled = row("满意度指标/服务对象满意度/公众满意度 | ≥90% | ≥90%", RowStatus.SUSPECTED)
    assert found(table(*rows, filled), "S06") == ()
    assert found(table(*rows), "S06") == ()


def test_a_form_with_the_class_in_its_tree_needs_no_slot() -> None:
    rules = ruleset(level(1, "满意度指标"))
    held = table("效益指标/社会效益/群众满意度 | ≥95%")
    assert "S06" in {one.code for one in check_table(held, rules)}


def test_money_handling_filed_as_a_result() -> None:
    held = table(
        "产出指标/数量指标/检查次数 | ≥2次",
        "效益指标/经济效益/医疗机构阳光采购检查专款专用率 | =100%",
    )
    assert said(held, "S08") == (
        "“医疗机构阳光采购检查专款专用率”反映资金管理情况，填在“经济效益”，建议改用反映该项效益的指标"
    )
    assert found(held, "S09") == ()


def test_outputs_that_are_all_about_money() -> None:
    held = table(
        "产出指标/数量指标/资金预算执行率 | ≥98%", "产出指标/成本指标/资金专款专用率 | =100%"
    )
    assert said(held, "S09") == (
        "产出指标均为资金管理类比率（资金预算执行率、资金专款专用率），"
        "未见反映项目工作量的产出，请补充或说明"
    )
    assert found(held, "S08") == ()


def test_a_grant_hands_its_money_on() -> None:
    held = table(
        "产出指标/数量指标/检查次数 | ≥2次",
        "产出指标/时效指标/资金到位率 | 100%",
        name="城乡医疗救助补助",
    )
    assert found(held, "S08") == ()


@pytest.mark.parametrize(
    "text",
    [
        "过程/资金管理/资金到位率 | 100%",
        "产出指标/数量指标/床位使用率 | ≥90%",
        "产出指标/质量指标/资金使用规范性 | 规范",
    ],
)
def test_what_is_no_money_handling_or_stands_where_it_belongs(text: str) -> None:
    held = table("产出指标/数量指标/检查次数 | ≥2次", text)
    assert found(held, "S08") + found(held, "S09") == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("效益指标/社会效益/政策知晓率 | 较高", "S10"),
        ("产出指标/数量指标/检查次数 | 及时完成", "S10"),
        ("产出指标/质量指标/宣传册质量达标率 | 较高", "S10"),
        ("满意度指标/服务对象满意度/公众满意度 | 不断提升", "S12"),
        ("满意度指标/服务对象满意度/设备使用情况 | 满意", "S12"),
        ("效益指标/社会效益/业务水平提升 | 业务水平提升", "S13"),
    ],
)
def test_words_for_numbers(text: str, code: str) -> None:
    codes = {one.code for one in check_table(table(text), PLAIN)}
    assert codes & {"S10", "S12", "S13"} == {code}


@pytest.mark.parametrize(
    "text",
    [
        "产出指标/质量指标/网络覆盖率 | 全覆盖",
        "产出指标/质量指标/网络通信覆盖率 | 全市域",
        "产出指标/数量指标/危房改造户数 | 应改尽改",
        "产出指标/数量指标/参保人数 | 所有参保人全部配套",
        "产出指标/质量指标/办事效率 | 较高",
        "过程/资金管理/资金到位率 | 序时进度",
        "产出指标/数量指标/检查次数 | ≥2次",
        "产出指标/时效指标/完成时间 | 12月底前",
        "效益指标/社会效益/投诉率 | 较上年下降5%",
        "效益指标/社会效益/参保率 | 不低于上年",
        "产出指标/质量指标/重复参保人数 | 无重复参保",
        "产出指标/时效指标/资金下达及时率 | 5月底前大于等于60%",
    ],
)
def test_words_that_say_enough(text: str) -> None:
    codes = {one.code for one in check_table(table(text), PLAIN)}
    assert not codes & {"S10", "S12", "S13"}


@pytest.mark.parametrize("value", ["……", "无", "≥**人次"])
def test_a_value_left_open(value: str) -> None:
    held = table(f"产出指标/数量指标/事前绩效评估 | {value}", total="1")
    assert said(held, "S07").startswith("“事前绩效评估”的指标值为“")


@pytest.mark.parametrize(
    ("text", "unit", "noun"),
    [
        ("租赁车辆车次 | ≥35辆", "辆", "车次"),
        ("培训人数 | ≥100百分比", "%", "人数"),
        ("案件办结率 | ≥95件", "件", "率"),
    ],
)
def test_units_that_do_not_go_with_the_name(text: str, unit: str, noun: str) -> None:
    (one,) = found(table(f"产出指标/数量指标/{text}"), "S11")
    context = dict(one.context)
    assert (context["unit"], context["noun"]) == (unit, noun)


@pytest.mark.parametrize(
    "text",
    [
        "业务调研次数 | >4次",
        "会议次数 | ≥3场",
        "培训人数 | ≥2万人次",
        "稽核频率 | ≥2次",
        "传染病发病率 | ≤5人/10万人",
        "印刷数量 | ≥300000张",
        "宣传数量 | 100%",
    ],
)
def test_units_that_go_with_the_name(text: str) -> None:
    assert found(table(f"产出指标/数量指标/{text}"), "S11") == ()


def test_a_usual_term_with_a_character_left_out() -> None:
    held = table("效益指标/经济效益/办公设备购置专款专率 | =100%")
    assert "专款专用率" in said(held, "S19")


@pytest.mark.parametrize(
    "name", ["水质达标率", "物资到位率", "物资使用率", "检验合格率", "工资支付率", "任务落实完成率"]
)
def test_a_word_across_a_gap_is_no_slip(name: str) -> None:
    assert found(table(f"产出指标/质量指标/{name} | ≥98%"), "S19") == ()


def test_a_whole_name_with_its_second_character_left_out() -> None:
    assert "质量达标率" in said(table("产出指标/质量指标/质达标率 | ≥98%"), "S19")


def test_money_of_the_whole_term_beside_that_of_the_year_is_no_part_of_it() -> None:
    def line(source: str, amount: str) -> FundingLine:
        return evolve(table(total=amount).funding[0], source=source)

    year = [line("年度资金总额", "300"), line("财政拨款", "280"), line("其他资金", "20")]
    term = [line("中期资金总额", "900"), line("财政拨款", "840"), line("其他资金", "60")]
    for code in ("S22", "S68"):
        assert found(evolve(table(), funding=(*term, *year)), code) == ()
    assert len(found(evolve(table(), funding=(*year, line("单位资金", "301"))), "S22")) == 1


def test_one_text_for_several_fields() -> None:
    text = "保障医保工作的正常运转，该经费的具体开支范围：租车费"
    held = table(
        "产出指标/数量指标/租车次数 | ≥2次",
        fields=(("立项必要性", text), ("实施可行性", text), ("年度目标", "另一段不同的文字说明")),
    )
    assert said(held, "S15") == "“立项必要性”、“实施可行性”的文字完全相同，建议按各栏要求分别填写"


def test_texts_that_were_cut_off_may_go_on_differently() -> None:
    rows = ("产出指标/数量指标/次数 | ≥2次",)
    text = "按照有关文件的要求开展各项检查工作，" * 8
    cut = table(*rows, fields=(("立项必要性", text), ("实施可行性", text)))
    assert found(cut, "S15") == ()
    whole = table(*rows, fields=(("立项必要性", text + "。"), ("实施可行性", text + "。")))
    assert len(found(whole, "S15")) == 1


def test_short_texts_may_be_the_same() -> None:
    held = table(
        "产出指标/数量指标/次数 | ≥2次", fields=(("立项必要性", "见附件"), ("实施可行性", "见附件"))
    )
    assert found(held, "S15") == ()


def test_a_document_number_with_an_open_bracket() -> None:
    text = "《通知》（苏医保发【2023】30号《转发》（苏医保发【2023】50号）等文件要求。"
    held = table("产出指标/数量指标/次数 | ≥2次", fields=(("实施可行性", text),))
    assert said(held, "S18") == (
        "实施可行性中文号“苏医保发【2023】30号”前的括号未闭合，建议核对文件名称和文号"
    )


@pytest.mark.parametrize(
    "text", ["《意见》(医保发【2022】1号)和", "《意见》(医保发", "根据（通办〔2019〕35号，附件）的"]
)
def test_brackets_that_close_or_were_cut_off(text: str) -> None:
    held = table("产出指标/数量指标/次数 | ≥2次", fields=(("实施可行性", text),))
    assert found(held, "S18") == ()


def test_work_in_the_first_half_without_money_for_it() -> None:
    held = table(
        "产出指标/数量指标/监督检查次数 | ≥2次 | ≥10次",
        lines=(spending("医保稽核检查专项", "0", "11"),),
        total="11",
    )
    assert said(held, "S14") == (
        "“监督检查次数”的半年指标值为 ≥2次，而支出明细的半年计划执行数合计为 0，"
        "请核实资金安排或说明口径"
    )


@pytest.mark.parametrize(
    ("value", "half"), [("≥2次", None), ("≥2次", "1"), ("≥90%", "0"), ("≤2次", "0"), ("0次", "0")]
)
def test_no_work_or_some_money_or_a_blank(value: str, half: str | None) -> None:
    held = table(
        f"产出指标/数量指标/监督检查次数 | {value} | ≥10次",
        lines=(spending("稽核", half, "11"),),
    )
    assert found(held, "S14") == ()


LINES = (
    spending("培训费", "0.2", "2.8"),
    spending("宣传费", "2", "5"),
    spending("法律顾问费", "0", "2"),
)


def test_an_execution_rate_reckoned_from_one_line() -> None:
    held = table("过程/资金管理/预算执行率 | =2% | =100%", lines=LINES)
    assert said(held, "S23") == (
        "“预算执行率”填报为 =2%，与“培训费”一项的半年计划占全年预算的比例（2.04%）相当，"
        "全部支出的比例为 22.45%，请核实计算口径"
    )


@pytest.mark.parametrize("value", ["=22%", "=3%", "=2.0001%", "序时进度", "=25%"])
def test_other_execution_rates_are_no_line_of_their_own(value: str) -> None:
    held = table(f"过程/资金管理/预算执行率 | {value} | =100%", lines=LINES)
    assert found(held, "S23") == ()


def test_spending_that_no_indicator_names() -> None:
    held = table(
        "产出指标/数量指标/业务调研次数 | >2次 | >4次",
        lines=(spending("工作调研", "2", "5"), spending("课题研究", "2", "5")),
        total="10",
    )
    assert said(held, "S17") == (
        "支出明细中“课题研究”共 5 万元，占支出的 50%，产出和效益指标中未见名称对应的指标，建议补充"
    )


@pytest.mark.parametrize(
    "lines",
    [
        (spending("课题", "1", "11"),),
        (spending("调研", "1", "10"), spending("课题", "1", "1")),
        (spending("业务调研", "1", "10"), spending("差旅费", "1", "10")),
        (spending("业务调研", "1", "10"), spending("课题", "1", None)),
    ],
)
def test_spending_that_is_covered_small_or_a_mere_class(lines: tuple[object, ...]) -> None:
    held = table("产出指标/数量指标/业务调研次数 | >2次 | >4次", lines=lines)  # type: ignore[arg-type]
    assert found(held, "S17") == ()


def test_a_part_of_the_project_that_another_project_pays() -> None:
    text = "子项目1: 培训费提高业务能力 子项目2: 医保档案规范化整理费提高档案管理水平"
    rows = ("产出指标/数量指标/培训人次 | ≥9人次 | ≥9人次",)
    described = table(
        *rows, lines=(spending("培训费", "0.2", "2.8"),), fields=(("立项必要性", text),)
    )
    paid = table(
        *rows, lines=(spending("医保档案规范化整理", "0", "9"),), name="委托业务费", index=1
    )
    findings = check_document(document(described, paid), PLAIN)
    (one,) = (one for one in findings if one.code == "S16")
    assert one.message() == (
        "立项必要性中写有“医保档案规范化整理费”，支出明细中未见对应的支出"
        "（项目“委托业务费”列有“医保档案规范化整理” 9 万元），请核实资金来源或说明"
    )
    assert one.related[0].table == "委托业务费"


def test_nothing_is_said_of_a_doubtful_row_but_that_it_is_doubtful() -> None:
    doubtful = row("产出指标/数量指标/参训率 | 较高 | 较高", RowStatus.MOVED)
    (one,) = check_table(table(doubtful), PLAIN)
    assert (one.code, one.message()) == ("T50", "读取存疑，请核对原表：“参训率”")
