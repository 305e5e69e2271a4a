"""The prose and lists around the tables: figures that agree are left alone."""

from __future__ import annotations

import time
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from by_hand import PLAIN, document, table
from check_cases import CHECKS
from check_cases_documents import PARTS, around
from department_tables import department
from jixiao.checking import check_document
from jixiao.tables import Field, Table

if TYPE_CHECKING:
    from jixiao.findings import Finding

PURCHASE = "产出指标/质量指标/政府采购预算执行率 | ≥95%"


def found(code: str, lines: tuple[str, ...], *tables: Table) -> tuple[Finding, ...]:
    """The findings of one code in a document with these lines around its tables."""
    held = evolve(document(*(tables or (table(CHECKS),))), leftovers=around(*lines))
    return tuple(one for one in check_document(held, PLAIN) if one.code == code)


def test_parts_that_do_not_come_to_their_total() -> None:
    (one,) = found("S63", PARTS)
    assert one.where.origin.line == 1
    assert one.message() == (
        "文中合计 718.01 万元，其中 3 项（离退休经费 1.3 万元、养老保险缴费 73.42 万元、"
        "经办事务 643.2 万元）相加为 717.92 万元，请核实，未列全的请说明"
    )


@pytest.mark.parametrize(
    "text",
    [
        "支出 72 万元，其中：人员经费 50.5 万元、公用经费 21.5 万元。",
        "支出 718.01 万元，其中人员经费 718.01 万元、政府性基金 0 万元，较上年增加 2 万元。",
        "支出 72 万元，其中：人员经费 50 万元、公用经费 20 万元。",
        "支出 0.72 亿元，其中：人员经费 5000 万元、公用经费 2200 万元。",
        "支出 100 万元，其中：人员经费 33.33 万元、公用经费 33.33 万元、项目经费 33.33 万元。",
        "支出 72 万元，其中：人员经费 72.5 万元。",
        "支出 0 万元，其中：接待费 0 万元，较上年度无增减；会议费 0 万元。",
        "支出 72 万元，其中：培训 3 次、宣传 5 次。",
    ],
    ids=["right", "inline", "some of it", "units", "thirds", "one part", "nothing", "no money"],
)
def test_totals_that_may_be_right(text: str) -> None:
    assert found("S63", (text,)) == ()


def test_more_than_the_total_is_asked_about() -> None:
    assert len(found("S63", ("支出 72 万元，其中：人员经费 50 万元、公用经费 29 万元。",))) == 1


def test_a_field_of_a_table_is_read_too() -> None:
    text = "总投资500万元，其中：财政资金300万元、自筹资金150.5万元、社会资金50万元。"
    held = evolve(table(CHECKS), fields=(Field("项目实施内容", text),))
    (one,) = found("S63", (), held)
    assert one.where.table_index == 0


@given(
    st.lists(st.integers(0, 10**7), min_size=2, max_size=6).filter(any),
    st.sampled_from(("、", "；")),
)
@settings(max_examples=80, deadline=None)
def test_parts_of_a_total_are_never_asked_about(cents: list[int], mark: str) -> None:
    names = "甲乙丙丁戊己"
    parts = mark.join(f"{names[at]}项经费{Decimal(one) / 100}万元" for at, one in enumerate(cents))
    text = f"支出{Decimal(sum(cents)) / 100}万元，其中：{parts}。"
    assert found("S63", (text,)) == ()


def test_changes_that_do_not_come_to_the_change_of_the_total() -> None:
    (one,) = found("S64", PARTS)
    assert one.message() == (
        "文中 718.01 万元 较上年增加 39.32 万元，所列 3 项的增减合计为增加 21.98 万元，请核实或说明"
    )


def test_changes_that_add_up_or_are_not_all_told() -> None:
    right = tuple(line.replace("39.32", "21.98") for line in PARTS)
    assert found("S64", right) == ()
    silent = tuple(line.replace("，较上年减少 1 万元", "") for line in PARTS)
    assert found("S64", silent) == ()


def test_a_long_text_takes_a_few_seconds() -> None:
    lines = tuple(line for at in range(2000) for line in (*PARTS, f"{at}|210{at}|事项|{at}00|3"))
    started = time.perf_counter()
    assert found("S63", lines)
    assert time.perf_counter() - started < 10


LIST = ("金额单位：元", "1|2101506|经办事务|6432973|5571234")


def test_an_amount_of_the_list_in_yuan() -> None:
    (one,) = found("S65", ("经办事务（2101506）643.2 万元。", *LIST))
    assert one.message() == (
        "文中“经办事务（2101506）”为 643.2 万元，明细表中为 6432973 元，折算为 643.3 万元，请核实"
    )
    (other,) = found("S65", ("合同价 12.5 万元（1250000 元）。",))
    assert "折算为 125 万元" in other.message()


@pytest.mark.parametrize(
    "lines",
    [
        ("经办事务（2101506）643.3 万元。", *LIST),
        ("经办事务（2101506）643 万元。", *LIST),
        ("经办事务（2101506）90 万元。", *LIST),
        ("经办事务（2101599）643.2 万元。", *LIST),
        ("经办事务（2101506）643.2 万元。", "金额单位：万元", *LIST[1:]),
        ("合同价 12.5 万元（125000 元）。",),
        ("经办事务（2101506）643.2 万元。", LIST[0], f"1|2101506|经办事务|{'9' * 9000}"),
        ("合同价 12.5 万元（共 3 项）。",),
    ],
)
def test_amounts_that_agree(lines: tuple[str, ...]) -> None:
    assert found("S65", lines) == ()


def test_indicators_about_money_that_is_none() -> None:
    (one,) = found("S59", ("本单位当年无政府采购预算，已公开空表。",), table(PURCHASE))
    assert one.message() == (
        "“政府采购预算执行率”填报为“≥95%”，同一文件写明“本单位当年无政府采购预算”，"
        "请核实该指标是否适用或说明"
    )
    three = table("产出指标/成本指标/三公经费控制 | 只减不增")
    assert found("S59", ("“三公”经费预算支出 0 万元，较上年度无增减。",), three)


@pytest.mark.parametrize(
    "lines",
    [
        ("政府采购预算 20 万元。",),
        ("本单位当年无政府采购预算。", "政府采购服务类支出 3.5 万元。"),
        ("无公务用车。",),
        (),
    ],
)
def test_money_that_there_is(lines: tuple[str, ...]) -> None:
    assert found("S59", lines, table(PURCHASE)) == ()


def test_a_document_of_two_departments_is_not_held_together() -> None:
    one, other = department(PURCHASE), evolve(department(PURCHASE, index=1), name="另一局")
    lines = ("本单位当年无政府采购预算。",)
    assert found("S59", lines, one)
    assert found("S59", lines, one, other) == ()


TRAININGS = ("序号|会议/培训名称|时间", "1|救助培训会|3月", "2|政策宣传|4月", "六、其他")


def test_fewer_trainings_in_the_list_than_in_the_target() -> None:
    (one,) = found("S60", TRAININGS, table("产出指标/数量指标/开展业务培训 | ≥5次"))
    assert one.message() == (
        "“开展业务培训”填报为 ≥5次，同一文件的“会议/培训名称”明细列有 2 项，请核实或说明口径"
    )


@pytest.mark.parametrize(
    "text",
    [
        "开展业务培训 | ≥2次",
        "培训人数 | ≥50人",
        "培训参训率 | ≥95%",
        "检查次数 | ≥5次",
        "培训次数 | ≤5次",
    ],
)
def test_lists_that_are_long_enough_or_about_something_else(text: str) -> None:
    assert found("S60", TRAININGS, table(f"产出指标/数量指标/{text}")) == ()


def unit(name: str, index: int = 0) -> Table:
    """A table filed by a unit."""
    return table(CHECKS, fields=(("实施单位", name),), name=f"项目{index}", index=index)


def test_one_unit_in_two_spellings() -> None:
    (one,) = found("S61", ("预算单位：某市医疗保险经办中",), unit("某市医疗保障经办机构"))
    assert one.message() == (
        "同一文件中单位名称的写法不一（“某市医疗保障经办机构”、“某市医疗保险经办中”），"
        "是同一单位的建议统一，不是的请忽略"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("某市第一人民医院", "某市第二人民医院"),
        ("某市医疗保障局", "某市医疗保险基金管理中心"),
        ("某市医疗保障局", "某市医疗保障局"),
        ("某县城东小学", "某县城西小学"),
    ],
)
def test_f4_two_units_are_two(one: str, other: str) -> None:
    assert found("S61", (), unit(one), unit(other, 1)) == ()


def test_one_code_with_two_names() -> None:
    coded = [evolve(unit("某局", at), code="13082222P00877") for at in range(2)]
    (one,) = found("S62", (), *coded)
    assert one.message() == (
        "同一文件中编码 13082222P00877 对应 “项目0”、“项目1”，请核实编码和名称"
    )
    assert found("S62", (), coded[0], evolve(coded[1], code="13082222P00878")) == ()


def test_a_code_that_begins_with_another_is_one_of_its_units() -> None:
    lines = ("2|611|某市医疗保障局|300000", "3|611002|某市医疗保险经办中心|300000")
    held = table(CHECKS, fields=(("主管部门及代码", "611001某市医疗保障局"),))
    assert found("S62", lines, held) == ()
    numbered = ("611|某市医疗保障局|300000", "611|某市第二医院|300000")
    assert found("S62", numbered, held) == ()
