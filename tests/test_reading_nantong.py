"""南通's 18 tables against rows, spending lines and totals typed from the document by hand."""

from __future__ import annotations

import gc
from collections import Counter
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from time import process_time

from forms import NANTONG, NATIONAL
from jixiao.reading import read_document
from jixiao.tables import Document, RowStatus

ROOT = Path(__file__).parent
EXAMPLE = ROOT.parent / "examples" / "jiangsu-nantong-2025.txt"
COLUMNS = ("半年指标值", "全年指标值")

TOTALS = {
    1: "72",
    2: None,
    3: "69.1",
    4: "409",
    5: None,
    6: "1.6",
    7: None,
    8: "23",
    9: "26",
    10: "7.44",
    11: None,
    12: "5",
    13: "9.8",
    14: "140.65",
    15: "65.75",
    16: None,
    17: None,
    18: "10",
}
"""资金总额 as printed; None where the document prints no amount."""

NOT_EXACT = {
    RowStatus.MOVED: {
        *(80, 83, 85, 130, 131, 135, 136, 177, 223, 224, 229, 270, 316, 319, 321, 362, 455),
        *(594, 597, 599, 645, 646, 651, 696, 697, 702),
    },
    RowStatus.RESTORED: {132, 315, 408, 500, 545, 768},
    RowStatus.SUSPECTED: {79},
}
"""Lines of rows that do not stand as the form has them."""

SPENDING_EXACT = {118, 119, 262, 446, 583, 584, 585, 632, 633, 684, 685}


@lru_cache(maxsize=1)
def document() -> Document:
    return read_document(EXAMPLE, file="jiangsu-nantong-2025.txt", rulesets=(NATIONAL, NANTONG))


def typed(name: str) -> list[list[str]]:
    lines = (ROOT / "data" / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def test_every_row_stands_under_its_parents_with_both_values() -> None:
    read = [
        [
            str(table.index + 1),
            str(row.origin.line),
            *row.key,
            *(row.value(column).text for column in COLUMNS),
        ]
        for table in document().tables
        for row in table.indicators
    ]
    assert read == typed("nantong_rows.tsv")
    assert len(read) == 262


def test_every_value_is_where_it_says_it_was_read() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").split("\n")
    for table in document().tables:
        for row in table.indicators:
            for column, origin in row.value_origins:
                assert origin.line is not None
                assert origin.column is not None
                cell = lines[origin.line - 1].split("\t")[origin.column - 1]
                assert cell == row.value(column).text
            assert len(row.value_origins) == sum(bool(value.text) for _, value in row.values)


def test_rows_that_do_not_stand_as_printed_say_so() -> None:
    read: dict[RowStatus, set[int | None]] = {}
    for table in document().tables:
        for row in table.indicators:
            if row.status is not RowStatus.EXACT:
                read.setdefault(row.status, set()).add(row.origin.line)
                assert row.doubts
            else:
                assert not row.doubts
    assert read == NOT_EXACT


def test_spending_lines_with_both_amounts_and_none_invented() -> None:
    read = [
        [
            str(table.index + 1),
            str(line.origin.line),
            line.name,
            *(str(amount.number) if amount else "" for _, amount in line.amounts),
        ]
        for table in document().tables
        for line in table.spending
    ]
    assert read == typed("nantong_spending.tsv")
    for table in document().tables:
        for line in table.spending:
            assert [name for name, _ in line.amounts] == ["半年计划执行数", "全年预算数"]
            assert (line.status is RowStatus.EXACT) == (line.origin.line in SPENDING_EXACT)
            assert {amount.unit.symbol for _, amount in line.amounts if amount} == {"万元"}


def test_totals_are_as_printed_and_never_made_up() -> None:
    for table in document().tables:
        total = table.funding_line("资金总额")
        assert total is not None
        amount = total.amount()
        expected = TOTALS[table.index + 1]
        assert (amount.number if amount else None) == (Decimal(expected) if expected else None)
        part = table.funding_line("一般公共预算资金")
        assert part is not None
        assert (part.amount() is None) == table.blank
    said = [one for one in document().findings if one.code == "T23"]
    assert [(one.where.table_index or 0) + 1 for one in said] == [2, 5, 7, 11, 17]


def test_funding_lines_are_those_of_the_form() -> None:
    sources = list(NANTONG.tables[0].groups[0].rows)
    for table in document().tables:
        assert [line.source for line in table.funding] == sources


def test_names_units_years_and_forms() -> None:
    tables = document().tables
    assert len(tables) == 18
    assert {table.kind for table in tables} == {"项目绩效目标表"}
    assert {table.ruleset for table in tables} == {"江苏南通-2025"}
    assert {table.year for table in tables} == {2025}
    names = Counter((table.name, table.unit) for table in tables)
    assert len(names) == 18
    assert names["网络设备设施运行与维护费", "南通市医疗保障局"] == 1
    assert names["网络设备设施运行与维护费", "南通市医疗保险基金管理中心"] == 1
    for table in tables:
        assert [(column.name, column.role, column.due) for column in table.columns] == [
            ("半年指标值", "目标值", (6, 30)),
            ("全年指标值", "目标值", (12, 31)),
        ]


def test_the_blank_table_stays_a_table_and_gives_one_finding() -> None:
    blank = [table for table in document().tables if table.blank]
    assert [table.name for table in blank] == ["医疗服务与保障能力提升中央补助资金"]
    said = [one for one in document().findings if one.where.table_index == blank[0].index]
    assert [one.code for one in said] == ["T06"]


def test_empty_level2_rows_are_slots() -> None:
    slots = Counter(slot.level2 for table in document().tables for slot in table.slots)
    assert slots == {
        "成本指标": 16,
        "经济效益": 11,
        "社会效益": 2,
        "生态效益": 17,
        "可持续影响": 16,
        "服务对象满意度": 4,
        "质量指标": 2,
        "时效指标": 2,
    }


def test_nothing_is_left_over_but_marks() -> None:
    assert {cell.use for cell in document().leftovers} <= {"markup"}


def test_the_messages_of_the_doubtful_rows() -> None:
    rows = {
        row.origin.line: [doubt.message() for doubt in row.doubts]
        for table in document().tables
        for row in table.indicators
    }
    assert rows[80] == [
        "读取存疑：“预算编制科学性”印在“过程›资金管理”下，按表样归入“决策›资金投入”，请核对原表"
    ]
    assert rows[132] == ["读取存疑：“资金管理”之上未印出一级指标，按表样归入“过程”，请核对原表"]
    assert rows[315] == [
        "读取存疑：本行与表头错列，已按内容归位，请核对原表",
        (
            "读取存疑：“资金投入”下一行未印出三级指标名称，指标值为“科学”，"
            "按表样补为“预算编制科学性”，请核对原表"
        ),
    ]
    assert rows[79] == [
        "读取存疑：本行与表头错列，已按内容归位，请核对原表",
        "读取存疑：本行到表的边缘为止，未印出“全年指标值”，未作推定，请核对原表",
    ]


def test_reading_takes_at_most_three_milliseconds_a_kilobyte() -> None:
    data = EXAMPLE.read_bytes()
    assert min(_seconds(data) for _ in range(5)) <= 0.02 * len(data) / 1024


def test_time_is_linear_in_the_input() -> None:
    data = EXAMPLE.read_bytes()
    once = min(_seconds(data) for _ in range(5))
    four = min(_seconds(data * 4) for _ in range(3))
    assert four <= 14 * once  # quadratic would be 16 at least, and grow


def _seconds(data: bytes) -> float:
    """Seconds of this process, so that a busy machine does not count."""
    gc.collect()
    start = process_time()
    read_document(data, rulesets=(NATIONAL, NANTONG))
    return process_time() - start
