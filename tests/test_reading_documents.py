"""The documents read whole: 阳新 against rows labelled by hand, 渭南, 兴隆 with all parts."""

from __future__ import annotations

import gc
from collections import Counter
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import pytest

from jixiao.library import Library
from jixiao.reading import read_document
from jixiao.tables import Document, RowStatus, Table
from test_reading_damage import cells_of, characters

if TYPE_CHECKING:
    from jixiao.rules import Ruleset

ROOT = Path(__file__).parent
EXAMPLES = ROOT.parent / "examples"
FORMS = {
    "hubei-yangxin-2024": "湖北阳新-2024",
    "shaanxi-weinan-2023": "陕西渭南-2023",
    "hebei-xinglong-2022": "河北兴隆-2022",
    "jiangsu-nantong-2025": "江苏南通-2025",
}


@lru_cache(maxsize=16)
def document(name: str, *, known: bool = True) -> Document:
    library = Library.default()
    ids = ("财政部-2020", FORMS[name]) if known else ()
    rulesets = tuple(library.load(one) for one in ids)
    return read_document(EXAMPLES / f"{name}.txt", file=f"{name}.txt", rulesets=rulesets)


def statuses(*tables: Table) -> Counter[str]:
    return Counter(row.status.value for table in tables for row in table.indicators)


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("known", [True, False])
def test_every_character_is_in_a_cell_or_a_leftover(name: str, known: bool) -> None:  # noqa: FBT001
    text = (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    assert cells_of(document(name, known=known)) == characters(text)


@pytest.mark.parametrize("name", FORMS)
def test_a_row_that_is_not_exact_says_why(name: str) -> None:
    for table in document(name).tables:
        for row in table.indicators:
            assert (row.status is RowStatus.EXACT) == (not row.doubts)


# ── 阳新 ──────────────────────────────────────────────────────────────────────

Label = tuple[str, ...]


def labelled() -> list[Label]:
    """Table, status, line, levels, 前年, 上年, value, basis, class of each row."""
    text = (ROOT / "data" / "yangxin_rows.tsv").read_text(encoding="utf-8")
    return [tuple(line.split("\t")) for line in text.splitlines() if not line.startswith("#")]


def shown(table: Table) -> list[Label]:
    base = [column.name for column in table.columns if column.role == "基期值"]
    return [
        (
            str(table.index),
            row.status.value,
            str(row.origin.line),
            *row.key,
            *(row.text(name) or "" for name in base or ("", "")),
            row.values[0][1].text,
            row.basis or "",
            row.text("指标分类") or "",
        )
        for row in table.indicators
    ]


def test_yangxin_row_by_row() -> None:
    tables = document("hubei-yangxin-2024").tables
    assert [len(table.indicators) for table in tables] == [38, 38]
    assert [row for table in tables for row in shown(table)] == labelled()
    assert statuses(*tables) == {"exact": 58, "moved": 16, "suspected": 2}


def test_yangxin_without_its_form_has_no_row_that_is_silently_wrong() -> None:
    tables = document("hubei-yangxin-2024", known=False).tables
    rows = [row for table in tables for row in shown(table)]
    wrong = [
        one
        for one, label in zip(rows, labelled(), strict=True)
        if (*one[:1], *one[3:]) != (*label[:1], *label[3:])
    ]
    assert [one for one in wrong if one[1] == "exact"] == []
    assert wrong == []
    assert [column.name for column in tables[1].columns] == [
        "前2022年",
        "上2023年",
        "预期当年实现值",
        "指标值确定依据",
        "指标分类",
    ]


def test_yangxin_has_its_fields_and_no_text_is_left() -> None:
    long_term, annual = document("hubei-yangxin-2024").tables
    assert long_term.name == annual.name == "阳新县医疗保障基金核查中心"
    assert long_term.year == annual.year == 2024
    assert [one.name for one in long_term.fields] == [
        "填报日期",
        "部门名称",
        "填报人",
        "联系电话",
        "部门职能概述",
        "年度工作任务",
        "长期目标",
    ]
    goal = long_term.field("长期目标")
    duty = long_term.field("部门职能概述")
    assert goal is not None
    assert duty is not None
    assert goal.text.endswith("保障基金安全，促进基金有效使用。")
    assert duty.text.split("\n")[1].endswith("确保医保基金平稳运行 ；")
    assert [one.name for one in annual.fields] == ["年度目标"]
    assert document("hubei-yangxin-2024").leftovers == ()


# ── 渭南 ──────────────────────────────────────────────────────────────────────


def test_weinan_has_three_tables_out_of_a_whole_budget() -> None:
    tables = document("shaanxi-weinan-2023").tables
    assert [(table.title, len(table.indicators)) for table in tables] == [
        ("部门预算专项业务经费绩效目标表", 7),
        ("部门整体支出绩效目标表", 19),
        ("专项资金总体绩效目标表", 7),
    ]
    assert statuses(*tables) == {"exact": 28, "restored": 5}
    for table in (tables[0], tables[2]):
        assert [(line.source, str(line.amount())) for line in table.funding] == [
            ("实施期资金总额", "30万元"),
            ("其中：财政拨款", "30万元"),
            ("其他资金", "None"),
        ]
        assert table.money_unit == "万元"
        assert [slot.level2 for slot in table.slots] == ["经济效益指标", "生态效益指标"]


def test_weinan_has_its_tasks_and_their_sum_is_put_in_place() -> None:
    table = document("shaanxi-weinan-2023").tables[1]
    assert [
        (task.name, task.content, *(None if one is None else one.number for _, one in task.amounts))
        for task in table.tasks
    ] == [
        ("任务1", "工资福利支出", Decimal("630.51"), Decimal("630.51"), None),
        ("任务2", "对个人和家庭的补助", Decimal("1.03"), Decimal("1.03"), None),
        ("任务3", "公用经费总额", Decimal("56.47"), Decimal("56.47"), None),
        ("任务4", "医保服务能力大提升(专项)", Decimal(30), Decimal(30), None),
    ]
    total = table.funding_line("金额合计")
    assert total is not None
    assert [(name, str(one)) for name, one in total.amounts] == [
        ("总额", "718.01万元"),
        ("财政拨款", "718.01万元"),
        ("其他资金", "None"),
    ]
    said = [one.code for one in document("shaanxi-weinan-2023").findings]
    assert said.count("T86") == 1
    assert [goal.name for goal in table.goals] == ["目标1", "目标2", "目标3"]
    assert table.goals[2].text == "及时发放人员工资及社保缴纳。"
    assert Table.from_json(table.to_json(mask=False)) == table


def test_the_budget_tables_of_weinan_are_left_over() -> None:
    texts = {cell.text for cell in document("shaanxi-weinan-2023").leftovers}
    assert {"2023年部门综合预算财政拨款收支总表", "7180130.00", "表12"} <= texts


# ── 兴隆 ──────────────────────────────────────────────────────────────────────


def test_xinglong_has_its_projects_with_all_parts() -> None:
    tables = [one for one in document("hebei-xinglong-2022").tables if one.code]
    assert len(tables) == 24
    assert sum(len(table.indicators) for table in tables) == 196
    assert statuses(*tables) == {"exact": 193, "moved": 3}
    for table in tables:
        assert table.unit == "兴隆县医疗保障局本级"
        assert table.funding_line("预算数") is not None
        assert [line.source for line in table.funding] == ["预算数", "财政资金", "其他资金"]
        assert table.field("资金用途") is not None
        assert [step.due for step in table.schedule] == [(3, 31), (6, 30), (10, 31), (12, 31)]
        for row in table.indicators:
            assert row.basis
            assert row.description


def test_xinglong_has_the_goals_of_its_department() -> None:
    table = document("hebei-xinglong-2022").tables[0]
    assert (table.kind, table.title) == ("部门整体绩效目标表", "部门整体绩效目标")
    assert Counter(one.name for one in table.fields) == {
        "总体绩效目标": 1,
        "分项绩效目标": 4,
        "绩效目标": 4,
        "工作保障措施": 1,
    }
    assert [
        (row.level3, row.value("指标值").text, row.status.value) for row in table.indicators
    ] == [
        ("全民参保率", "达95%以上", "moved"),
        ("医疗保险待遇报销", "及时", "suspected"),
        ("参保群众满意度", "达95%以上", "moved"),
        ("基金监管覆盖", "达100%", "moved"),
        ("医疗保障领域案件查处情况", "95%以上", "moved"),
        ("医药价格监管", "100%", "moved"),
        ("综合事务管理工作", "完成100%", "moved"),
    ]
    assert table.indicators[-1].goal is not None
    assert table.indicators[-1].goal.startswith("4、办理机关法律事务")


def test_bookmarks_are_leftovers_that_say_so() -> None:
    marks = [one for one in document("hebei-xinglong-2022").leftovers if one.use == "markup"]
    assert len(marks) == 27
    assert all(one.text.startswith("[bookmark: ") for one in marks)


# ── 时间 ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", FORMS)
def test_time_stays_in_proportion_to_the_text(name: str) -> None:
    data = (EXAMPLES / f"{name}.txt").read_bytes()
    library = Library.default()
    rulesets = tuple(library.load(one) for one in ("财政部-2020", FORMS[name]))
    best = min(_seconds(data, rulesets) for _ in range(5))
    assert best <= 0.02 * len(data) / 1000  # looks for a blow-up; benchmarks tell the speed


def _seconds(data: bytes, rulesets: tuple[Ruleset, ...]) -> float:
    """Seconds of this process, so that a busy machine does not count."""
    gc.collect()
    start = process_time()
    read_document(data, rulesets=rulesets)
    return process_time() - start
