"""Fields of a form: what may name one, and that a torn row of indicators never becomes one."""

from __future__ import annotations

import pytest

from jixiao.reading import read_document

FORM = """项目支出绩效目标表\n项目名称\t某培训
{row}
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t培训场次\t≥10场
"""


def read_row(row: str) -> tuple[list[str], list[str]]:
    """The names of the fields read and the texts left over, with this row above the header."""
    document = read_document(FORM.format(row=row).encode())
    names = [field.name for table in document.tables for field in table.fields]
    return names, [cell.text for cell in document.leftovers]


def test_a_label_nobody_knows_names_a_field() -> None:
    names, left = read_row("主办科室\t培训科")

    assert "主办科室" in names
    assert left == []


@pytest.mark.parametrize(
    "row",
    ["≤1000万元\t效益较好", "1000.00\t其中:拨款", "其他资金\t某科", "分值\t10分", "(万元)\t年度"],
)
def test_a_value_or_the_head_of_a_column_names_none(row: str) -> None:
    first = row.split("\t", maxsplit=1)[0]

    names, left = read_row(row)

    assert first not in names
    assert first in left


def test_a_row_with_a_level_in_it_holds_no_field() -> None:
    names, left = read_row("效果良好\t社会效益指标\t影响可持续\t满意度指标")

    assert names == ["项目名称"]
    assert left == ["效果良好", "社会效益指标", "影响可持续", "满意度指标"]


@pytest.mark.parametrize("label", ["当年预算", "预算金额(万元)", "全年预算数"])
def test_a_row_of_two_budgets_and_no_field_is_read(label: str) -> None:
    document = read_document(FORM.format(row=f"预算金额\t50\t{label}\t5").encode())

    texts = [cell.text for table in document.tables for cell in table.cells]
    texts += [cell.text for cell in document.leftovers]
    assert {"预算金额", "50", label, "5"} <= set(texts)
