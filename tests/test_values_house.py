"""The rooms of the value language: what they load, and that every sentence can be said."""

from __future__ import annotations

import re
import subprocess
import sys
from decimal import Decimal

import pytest

from jixiao.messages.values import VALUES
from jixiao.parsing import parse_actual, parse_value
from jixiao.units import Quantity
from jixiao.values import Context, doubt

HEAVY = ("lark", "pint")


@pytest.mark.parametrize(
    ("code", "loaded"),
    [
        ("import jixiao.parsing", []),
        ("import jixiao.parsing as p; p.parse_value('≥98%'); p.parse_value('规范')", []),
        ("import jixiao.parsing as p; p.parse_value('90%-95%')", ["lark"]),
        ("import jixiao.parsing as p; p.parse_value('3亩').quantity.to_pint()", ["pint"]),
    ],
)
def test_heavy_packages_load_only_when_they_are_needed(code: str, loaded: list[str]) -> None:
    shown = f"{code}\nimport sys; print(*[name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", shown], capture_output=True, text=True, check=True)
    assert done.stdout.split() == loaded


@pytest.mark.parametrize("entry", VALUES, ids=lambda entry: entry.code)
def test_both_languages_of_a_sentence_name_the_same_figures(entry: object) -> None:
    zh, en = (re.findall(r"\{(\w+)\}", getattr(entry, lang)) for lang in ("zh", "en"))
    assert set(en) <= set(zh)
    note = doubt(getattr(entry, "code"), **dict.fromkeys(zh, "某"))  # noqa: B009 - typed as object
    assert "{" not in note.message("zh") + note.message("en")


@pytest.mark.parametrize(
    ("target", "operator", "unit", "canonical", "codes"),
    [
        ("98", "≥", "%", "≥98%", ""),
        ("98", "1", "%", "≥98%", ""),
        ("5", "5", "次", "≤5次", ""),
        ("250万", None, "元", "250万元", ""),
        ("≥95%", "≤", None, "≥95%", "V07"),
        ("≥95%", None, "次", "≥95%", "V08"),
        ("0", "定性", "达标", "达标", ""),
        ("达标", "6", None, "达标", ""),
        ("3", "10", None, "不适用", ""),
        ("95%", "正向", None, "≥95%", ""),
        ("5%", "反向", None, "≤5%", ""),
        ("5%", "定量", None, "5%", ""),
        ("5%", "某某", None, "5%", "V13"),
        ("3-5", None, "次", "3次-5次", ""),
        ("序时进度", "≥", None, "≥序时进度", ""),
        ("0.98", "≥", "%", "≥0.98%", "V11"),
        ("0.5", "≤", "%", "≤0.5%", ""),
        ("0.98%", "≥", "%", "≥0.98%", ""),
        ("1", "定性", "有效改善", "有效改善", "V07"),
        ("95", "大于等于(≥)", "%", "≥95%", ""),
        ("95", "≥（大于等于）", "%", "≥95%", ""),
        ("95", "1-大于等于", "%", "≥95%", ""),
        ("95", "2-大于等于", "%", "95%", "V13"),
        ("95", "以上", "%", "≥95%", ""),
        ("5", "↑", "%", "≥5%", ""),
        ("上年", "≥", None, "不低于上年", ""),
        ("预算数", "≤", "万元", "≤预算数", ""),
        ("较上年增长5", "≥", "%", "较上年提高≥5%", ""),
        ("98.5", "≥", "（%）", "≥98.5%", ""),
        ("98.5", "≥", "%（百分比）", "≥98.5%", ""),
        ("20", "≥", "单位：个", "≥20个", ""),
        ("10", None, "日内", "≤10日", ""),
        ("10", "≤", "日内", "≤10日", ""),
    ],
)
def test_the_columns_of_a_table_complete_a_value(
    target: str, operator: str | None, unit: str | None, canonical: str, codes: str
) -> None:
    value = parse_value(target, operator=operator, unit=unit)
    assert str(value) == canonical
    assert " ".join(note.code for note in value.notes) == codes


@pytest.mark.parametrize(
    ("target", "actual", "status"),
    [
        ("≥98%", "98.5%", "met"),
        ("≥98%", "97.99", "not_met"),
        ("≥98%", "0.98", "undetermined"),
        ("≥266米", "≥266米", "met"),
        ("规范", "达成预期指标", "met"),
        ("规范", "基本达到", "undetermined"),
        ("规范", "未完成", "not_met"),
        ("12月底前", "2025年11月20日完成", "undetermined"),
        ("2025年12月底前", "11月20日完成", "met"),
        ("2025年10月底前", "2025年11月20日完成", "not_met"),
        ("2025年10月底前", "已完成", "undetermined"),
        ("全覆盖", "100%", "met"),
        ("零投诉", "0", "met"),
        ("零投诉", "2", "not_met"),
        ("≥5次", "", "undetermined"),
        ("较上年增长5%", "增长6%", "met"),
        ("90%-95%", "92", "met"),
        ("90%-95%", "96%", "not_met"),
        ("≥2项；≤5%", "3项，4%", "met"),
        ("≥620000万条", "6500000000条", "met"),
        ("≤3个工作日", "2天", "undetermined"),
        ("512", "512人", "met"),
        ("512", "600人", "undetermined"),
        ("≥550", "20个", "not_met"),
        ("≥550", "600个", "met"),
        ("≥550", "2万个", "undetermined"),
        ("≥0.9", "95%", "undetermined"),
        ("10-20", "15家", "met"),
        ("10-20", "5-8家", "not_met"),
        ("每月15日前", "已完成", "undetermined"),
        ("零投诉", "没有发生", "met"),
        ("每辆车每年≤1.2万元", "1.1万元", "met"),
        ("=上年数", "3", "undetermined"),
        ("不得检出", "未检出", "met"),
        ("不得检出", "检出", "undetermined"),
        ("≤3CFU/100mL", "未检出", "met"),
        ("0", "均未检出", "met"),
        ("≥5mg/L", "未检出", "undetermined"),
        ("≥二级", "一级", "undetermined"),
        ("超支≤3万元", "超支2.3万元", "met"),
        ("≤12万元", "超支2.3万元", "undetermined"),
    ],
)
def test_membership_is_literal_or_undetermined(target: str, actual: str, status: str) -> None:
    value = parse_value(target)
    assert value.contains(parse_actual(actual, value)).status == status


@pytest.mark.parametrize(
    ("target", "actual", "sentence"),
    [
        ("512", "512人", "指标值“512”未写计量单位，按数值与完成情况“512人”比较"),
        (
            "≥550",
            "2万个",
            "指标值“≥550”未写计量单位，完成情况“2万个”的单位带有量级，无法判断",
        ),
        ("每月15日前", "已完成", "“每月15日前”每期都有时限，完成情况未说明各期，无法判断"),
    ],
)
def test_a_verdict_says_what_it_rests_on(target: str, actual: str, sentence: str) -> None:
    value = parse_value(target)
    assert value.contains(parse_actual(actual, value)).message() == sentence


@pytest.mark.parametrize(
    ("target", "actual", "status"),
    [
        ("不低于低保标准的1.3倍", "910", "met"),
        ("不低于低保标准的1.3倍", "909.99", "not_met"),
        ("不超过低保标准的5%", "35", "met"),
        ("不超过低保标准的5%", "36", "not_met"),
        ("不超过上年的110%", "3.3", "met"),
        ("不超过上年的110%", "3.4", "not_met"),
        ("不超过预算的5%", "1", "undetermined"),
    ],
)
def test_a_share_of_a_named_figure_is_worked_out(target: str, actual: str, status: str) -> None:
    value = parse_value(target)
    figures = (("低保标准", Quantity(Decimal(700))),)
    context = Context(baseline=Quantity(Decimal(3)), money=figures)
    assert value.contains(parse_actual(actual, value), context).status == status


@pytest.mark.parametrize(
    ("actual", "attainment", "done"),
    [
        ("未发生安全事故", None, None),
        ("未出现投诉", None, None),
        ("未检出", None, None),
        ("未查出问题", None, None),
        ("本年度未安排", "none", False),
        ("已完成招标，尚未开工", "none", False),
        ("主体已完工，尚未验收", None, None),
        ("提前15天完成", "full", True),
        ("因疫情未开展", "none", False),
        ("未完成", "none", False),
        ("正在建设", "partial", False),
        ("施工中", "partial", False),
        ("基本完成", "basic", None),
        ("已全部完成", "full", True),
        ("待验收", "partial", False),
        ("暂缓实施", "none", False),
        ("因疫情取消举办", "none", False),
        ("取消", None, None),
        ("主体工程基本完工", "basic", None),
        ("在规定时间内完成", "full", True),
        ("按该标准发放", "full", True),
        ("规范", None, None),
    ],
)
def test_words_of_attainment(actual: str, attainment: str | None, done: bool | None) -> None:  # noqa: FBT001
    found = parse_actual(actual, parse_value("≥1座"))
    assert (found.attainment, found.done) == (attainment, done)


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("≤12万元", "超出0.5万元"),
        ("≤12万元", "超过0.5万元"),
        ("≤12万元", "超支0.5万元"),
        ("≤12万元", "结余3万元"),
        ("≤12万元", "节约资金2万元"),
        ("≥50人", "超额完成10人"),
        ("≥50人", "多出2人"),
        ("≤12万元", "超出了0.5"),
        ("≤12万元", "较预算节约0.5万元"),
        ("≥95%", "完成年度目标任务的98%"),
        ("≤5个工作日", "延迟3天"),
    ],
)
def test_a_difference_from_the_target_is_no_measure(target: str, actual: str) -> None:
    value = parse_value(target)
    found = parse_actual(actual, value)
    assert (str(found.value), found.notes[-1].code) == (actual, "V02")
    assert value.contains(found).status == "undetermined"


@pytest.mark.parametrize(
    ("target", "actual", "status"),
    [
        ("≥50人", "超过50人", "met"),
        ("≤12万元", "超过12万元", "not_met"),
        ("结余≤5万元", "结余3万元", "met"),
        ("逾期天数≤5天", "逾期3天", "met"),
        ("节约资金≥2万元", "节约资金3万元", "met"),
        ("≤1%", "误差0.5%", "met"),
    ],
)
def test_a_measure_named_like_a_difference_is_one(target: str, actual: str, status: str) -> None:
    value = parse_value(target)
    assert value.contains(parse_actual(actual, value)).status == status


def test_a_figure_named_after_a_baseline_is_taken_from_the_baseline() -> None:
    value = parse_value("=上年数")
    context = Context(baseline=Quantity(Decimal(3)))
    assert value.contains(parse_actual("3", value), context).status == "met"
