"""Which form a table is read by: that of the place it names, else the national one, and said so."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import jixiao
from jixiao.candidates import at_hand, names_region
from jixiao.library import Library

if TYPE_CHECKING:
    from jixiao.tables import Document

LIBRARY = Library.default()
EXAMPLES = Path(__file__).parent.parent / "examples"
NATIONAL = ["财政部-2019", "财政部-2020", "财政部-2021"]
HEADER = "一级指标\t二级指标\t三级指标\t指标值\n"
ROW = "产出指标\t数量指标\t培训场次\t≥10场\n"


def ids(*cells: str) -> list[str]:
    return [one.id for one in at_hand(LIBRARY, cells)]


def local(*cells: str) -> list[str]:
    return [one for one in ids(*cells) if one not in NATIONAL]


def read(text: str) -> Document:
    return jixiao.read(text.encode(), file="t.txt")


def codes(document: Document) -> set[str]:
    return {one.code for one in document.findings}


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("南通市本级项目预算绩效目标表", ["江苏南通-2025"]),
        ("江苏省南通市财政局", ["江苏南通-2025"]),
        ("362001兴隆县医疗保障局本级", ["河北兴隆-2022"]),
        ("部门（单位）名称：渭南市医疗保障经办中心", ["陕西渭南-2023"]),
        ("阳新县医疗保障基金核查中心", ["湖北阳新-2024"]),
        ("湖北省黄石市阳新县教育局", ["湖北阳新-2024", "湖北自评-2020"]),
        ("2023年四川省青神县发展和改革局", ["四川自评-2023"]),
        ("报表编号：510000_0013zp", ["四川自评-2023"]),
        ("51092324T000010263357", ["四川自评-2023"]),
        ("13082222P00877610001X", ["河北兴隆-2022"]),
        ("上海市普陀区体育事业管理中心", ["上海自评-2022"]),
        ("广西壮族自治区百色市财政局", ["广西自评-2021"]),
        ("佳县农业农村局", ["陕西佳县-2016"]),
    ],
)
def test_a_place_is_named_by_a_title_a_unit_or_a_code(cell: str, found: list[str]) -> None:
    assert local(cell) == found


@pytest.mark.parametrize(
    "cell",
    [
        "部门整体支出绩效目标表",
        "某县医疗保障局",
        "完成渭南市医保新政策的宣传工作",
        "上海路小学校舍维修",
        "海南州公安局",
        "13082",
        "51万元",
        "最佳县区评选",
        "渭南市" + "的" * 80,
        "",
    ],
)
def test_what_names_no_place(cell: str) -> None:
    assert local(cell) == []


def test_national_forms_are_always_at_hand_the_common_one_before_its_children() -> None:
    assert sorted(ids()) == NATIONAL
    assert ids().index("财政部-2020") < ids().index("财政部-2021")


def test_a_place_comes_before_the_national_one_and_after_it_for_other_years() -> None:
    assert ids("湖北省某局", "2020年度")[0] == "湖北自评-2020"
    assert ids("湖北省某局")[0] == "湖北自评-2020"
    assert ids("湖北省某局", "2024年度")[-1] == "湖北自评-2020"
    assert ids("湖北省阳新县某局", "2024年度")[0] == "湖北阳新-2024"


@given(st.lists(st.text(max_size=80), max_size=6))
def test_whatever_is_written_the_national_ones_are_there(cells: list[str]) -> None:
    found = ids(*cells)
    assert set(NATIONAL) <= set(found)
    assert len(found) == len(set(found))


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_name_of_a_region_is_taken(text: str, region: str) -> None:
    assert names_region(text, region) in (True, False)


COMMON = f"部门整体支出绩效目标表\n部门(单位)名称\t{{unit}}\n{HEADER}{ROW}"


def test_a_common_title_is_not_the_form_of_whichever_county_prints_it() -> None:
    known = read(COMMON.format(unit="渭南市教育局"))
    other = read(COMMON.format(unit="某县教育局"))
    assert known.tables[0].ruleset == "陕西渭南-2023"
    assert "T05" not in codes(known)
    assert other.tables[0].ruleset not in {"陕西渭南-2023", "湖北阳新-2024"}
    assert "T05" in codes(other)


def test_a_form_of_the_country_is_read_as_such_wherever_it_comes_from() -> None:
    text = f"项目绩效目标表\n项目名称\t培训\n实施单位\t某县教育局\n{HEADER}{ROW}"
    document = read(text)
    assert document.tables[0].ruleset == "财政部-2020"
    assert codes(document) == set()


def test_a_table_of_another_place_keeps_its_own_unit_of_money() -> None:
    columns = "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
    row = "产出指标\t数量指标\t培训场次\t≥10场\t10场\t50\t50\n"
    text = "项目支出绩效自评表\n项目名称\t培训\n实施单位\t{unit}\n" + columns + row
    assert read(text.format(unit="上海市普陀区某中心")).tables[0].money_unit == "元"
    assert read(text.format(unit="某县某局")).tables[0].money_unit == "万元"


def test_the_published_tables_are_read_by_their_own_form() -> None:
    document = jixiao.read(EXAMPLES / "jiangsu-nantong-2025.txt")
    assert {table.ruleset for table in document.tables} == {"江苏南通-2025"}
    assert len(document.tables) == 18
    assert sum(len(table.indicators) for table in document.tables) == 262


def test_only_what_is_at_hand_is_loaded() -> None:
    opened: list[str] = []

    class Counting:
        entries = LIBRARY.entries

        def open(self, name: str) -> object:
            opened.append(name)
            return LIBRARY.open(name)

    choose = partial(at_hand, Counting())  # type: ignore[arg-type]
    choose(["南通市本级项目预算绩效目标表"])
    assert sorted(opened) == sorted(["江苏南通-2025", *NATIONAL])


@pytest.mark.parametrize(
    ("file", "ruleset"),
    [
        ("hebei-xinglong-2022.txt", "河北兴隆-2022"),
        ("hubei-yangxin-2024.txt", "湖北阳新-2024"),
        ("jiangsu-nantong-2025.txt", "江苏南通-2025"),
        ("shaanxi-weinan-2023.txt", "陕西渭南-2023"),
    ],
)
def test_each_published_document_names_its_place(file: str, ruleset: str) -> None:
    document = jixiao.read(EXAMPLES / file)
    assert document.tables
    assert {table.ruleset for table in document.tables} == {ruleset}
    assert "T05" not in codes(document)
