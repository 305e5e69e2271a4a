"""Tables whose cells are glued: what is cut, what stays together, and that nothing is silent."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.reading.documents import read_document
from jixiao.tables import Document, Indicator, RowStatus

HEAD = "绩效指标一级指标二级指标三级指标"
SCORED = HEAD + "分值年度指标值实际完成值得分"


def read(text: str) -> Document:
    return read_document(text.encode(), file="s.txt")


def letters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def kept(document: Document) -> Counter[str]:
    cells = [cell for table in document.tables for cell in table.cells]
    return letters("".join(cell.text for cell in (*cells, *document.leftovers)))


def shown(row: Indicator) -> tuple[str, ...]:
    values = (value.text for _, value in row.values)
    return (row.level1, row.level2, row.level3, *values, str(row.weight))


def rows_of(text: str) -> list[tuple[str, ...]]:
    document = read(text)
    assert kept(document) == letters(text)
    assert [one.code for one in document.findings].count("T133") == bool(document.tables)
    return [
        (*shown(row), doubt.code)
        for table in document.tables
        for row in table.indicators
        for doubt in row.doubts[-1:]
    ]


# ── what is cut ───────────────────────────────────────────────────────────────


def test_a_row_a_line() -> None:
    text = (
        "校园修缮绩效目标表\n（2023年度）\n项目名称校园修缮\n"
        "绩效指标一级指标二级指标指标内容指标值\n"
        "产出指标数量指标屋面修缮覆盖率100%\n"
        "质量指标墙面修缮合格率100%\n"
        "门窗更换合格率≥95%\n"
        "效益指标可持续影响指标校舍安全状况稳步提高\n"
        "满意度指标服务对象满意度指标学生满意度≥90%\n"
    )
    assert rows_of(text) == [
        ("产出指标", "数量指标", "屋面修缮覆盖率", "100%", "None", "T130"),
        ("产出指标", "质量指标", "墙面修缮合格率", "100%", "None", "T130"),
        ("产出指标", "质量指标", "门窗更换合格率", "≥95%", "None", "T130"),
        ("满意度指标", "服务对象满意度指标", "学生满意度", "≥90%", "None", "T130"),
    ]
    assert "校舍安全状况稳步提高" in {cell.text for cell in read(text).leftovers}


def test_points_are_cut_where_they_add_up_in_one_way_only() -> None:
    rows = (
        "产出指标(60分)数量指标铺设管道20≥300公里≥300公里20质量指标工程验收合格率20100%100%20"
        "成本指标项目总投资2030万元30万元18"
        "效益指标(40分)社会效益指标受益人口数40≥1000人≥1200人40总分10098"
    )
    assert rows_of(SCORED + rows) == [
        ("产出指标", "数量指标", "铺设管道", "≥300公里", "≥300公里", "20", "T130"),
        ("产出指标", "质量指标", "工程验收合格率", "100%", "100%", "20", "T130"),
        ("产出指标", "成本指标", "项目总投资", "30万元", "30万元", "20", "T130"),
        ("效益指标", "社会效益指标", "受益人口数", "≥1000人", "≥1200人", "40", "T130"),
    ]
    lost = rows
    for piece in ("项目总投资2030万元30万元18", "(60分)", "(40分)", "总分10098"):
        lost = lost.replace(piece, "")
    assert {row[-1] for row in rows_of(SCORED + lost)} == {"T131"}


def test_weight_and_score_that_run_together() -> None:
    head = HEAD + "年度指标值实际完成值分值得分"
    rows = "产出指标数量指标培训人次≥200人次200人次1010质量指标结业率≥90%96%9090合计100100"
    assert rows_of(head + rows) == [
        ("产出指标", "数量指标", "培训人次", "≥200人次", "200人次", "10", "T130"),
        ("产出指标", "质量指标", "结业率", "≥90%", "96%", "90", "T130"),
    ]


def test_digits_that_part_in_several_ways_stay_together() -> None:
    text = (
        HEAD + "年初目标值(A)实际完成值(B)得分产出指标数量指标补贴户数6620质量指标发放率100%100%10"
    )
    first, second = read(text).tables[0].indicators
    assert (first.level3, [value.text for _, value in first.values]) == ("补贴户数", ["", ""])
    assert first.status is RowStatus.SUSPECTED
    assert {one.code for one in first.doubts} == {"T132", "T20"}
    said = next(one for one in first.doubts if one.code == "T132")
    assert said.message() == (
        "读取存疑：“补贴户数”一行的数字连印为“6620”，如何断开不能确定，没有断开，请核对原表"
    )
    assert shown(second)[:5] == ("产出指标", "质量指标", "发放率", "100%", "100%")


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("一级指标二级指标三级指标指标值产出指标数量指标面积500米2", ("面积", "500米2")),
        ("一级指标二级指标三级指标指标值产出指标质量指标合格率292%", ("合格率", "292%")),
        (
            "一级指标二级指标三级指标指标值产出指标数量指标场次≥10学生满意度≥9次",
            ("场次", "≥10学生"),
        ),
        ("一级指标二级指标三级指标指标值产出指标数量指标场次10次", ("场次", "10次")),
    ],
)
def test_what_may_be_cut_elsewhere_is_doubted(text: str, row: tuple[str, str]) -> None:
    first = read(text).tables[0].indicators[0]
    assert (first.level3, first.values[0][1].text) == row
    assert (first.status, first.doubts[-1].code) == (RowStatus.SUSPECTED, "T131")


def test_without_a_header_figures_behind_a_value_are_left_over() -> None:
    text = (
        "产出指标数量指标足额保障率=100% 22.5 科目调整次数≤10次 22.5 时效指标按时发放率=100% 22.5 "
        "效益指标经济效益指标结余率(结余数/预算数)≤5% 22.5 合计100 评价结论及时"
    )
    document = read(text)
    rows = document.tables[0].indicators
    assert [(row.level3, row.values[0][1].text) for row in rows] == [
        ("足额保障率", "=100%"),
        ("科目调整次数", "≤10次"),
        ("按时发放率", "=100%"),
        ("结余率(结余数/预算数)", "≤5%"),
    ]
    assert {row.status for row in rows} == {RowStatus.SUSPECTED}
    assert [cell.text for cell in document.leftovers].count("22.5") == len(rows)
    assert kept(document) == letters(text)


def test_words_broken_over_lines_and_numbers_of_pages() -> None:
    text = (
        "1、一级 指标二级 指标三级指标年度指标 值全年 完成值"
        "产 出 指 标数量 指标库存数量真实率100%\n"
        "2、100%质量 指标储备管理制 度执行率100%\n3、100%"
    )
    assert [row[2:5] for row in rows_of(text)] == [
        ("库存数量真实率", "100%", "100%"),
        ("储备管理制 度执行率", "100%", "100%"),
    ]


def test_another_header_begins_another_table() -> None:
    one = "一级指标二级指标三级指标指标值产出指标数量指标巡查次数≥{}次合计100"
    text = f"甲{one.format(3)}乙{one.format(4)}"
    assert [row[2:4] for row in rows_of(text)] == [("巡查次数", "≥3次"), ("巡查次数", "≥4次")]
    assert [len(table.indicators) for table in read(text).tables] == [1, 1]


# ── what is not ───────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "绩效指标一级指标二级指标三级指标指标值效益指标社会效益指标校舍安全状况稳步提高",
        "一级指标二级指标绩效标准指标值产出指标数量指标巡查次数反映巡查情况200次",
        "一级指标二级指标三级指标考值参分指标值(八)得分产出指标数量指标保障人数102370人2370人10",
        "指标名称计量单位指标性质指标值指标权重完成率%901010010",
    ],
)
def test_what_no_figure_parts_is_said_and_left_over(text: str) -> None:
    document = read(text)
    assert (document.tables, [one.code for one in document.findings]) == ((), ["T122"])
    assert kept(document) == letters(text)


# ── clean tables, glued ───────────────────────────────────────────────────────


@frozen
class Row:
    """A row of a clean table."""

    level1: str
    level2: str
    name: str
    target: str
    actual: str
    weight: str
    score: str


LEVELS = (
    ("产出指标", ("数量指标", "质量指标", "时效指标", "成本指标")),
    ("效益指标", ("经济效益指标", "社会效益指标")),
    ("满意度指标", ("服务对象满意度指标",)),
)
NAMES = st.text(
    "培训合格率覆盖场次人数群众满意度项目建设完成资金及时成本控制安全检查补助发放", min_size=3
)
UNITS = ("%", "次", "人", "万元", "个", "")
SIGNS = ("≥", "≤", "=", "")


@st.composite
def tables(draw: st.DrawFn) -> list[Row]:
    count = draw(st.integers(1, 6))
    cuts = sorted(draw(st.lists(st.integers(1, 99), min_size=count - 1, max_size=count - 1)))
    weights = [end - start for start, end in zip((0, *cuts), (*cuts, 100), strict=True)]
    places = [(one, two) for one, below in LEVELS for two in below]
    chosen = sorted(
        draw(st.lists(st.sampled_from(range(len(places))), min_size=count, max_size=count))
    )
    rows = []
    for place, weight in zip(chosen, weights, strict=True):
        sign, unit = draw(st.sampled_from(SIGNS)), draw(st.sampled_from(UNITS))
        figures = st.integers(0, 300).map(str)
        target = draw(st.one_of(figures.map(f"{sign}{{}}{unit}".format), st.just("明显提升")))
        actual = draw(st.one_of(st.just(target), figures.map(f"{{}}{unit}".format)))
        score = str(draw(st.integers(0, weight)))
        rows.append(Row(*places[place], draw(NAMES), target, actual, str(weight), score))
    return rows


ORDERS = (
    (("指标值", "target"),),
    (("分值", "weight"), ("年度指标值", "target"), ("实际完成值", "actual"), ("得分", "score")),
    (("年度指标值", "target"), ("实际完成值", "actual"), ("分值", "weight"), ("得分", "score")),
    (("指标值", "target"), ("分值", "weight")),
)


def glued(rows: list[Row], order: tuple[tuple[str, str], ...], end: str) -> str:
    parts = [HEAD, *(name for name, _ in order), end]
    before = ("", "")
    for row in rows:
        parts.append("" if row.level1 == before[0] else row.level1)
        parts.append("" if (row.level1, row.level2) == before else row.level2)
        parts += [row.name, *(getattr(row, key) for _, key in order), end]
        before = (row.level1, row.level2)
    return "".join(parts)


@settings(deadline=None)
@given(rows=tables(), order=st.sampled_from(ORDERS), end=st.sampled_from(("", "\n")))
def test_a_clean_table_that_is_glued_gives_doubted_rows_only(
    rows: list[Row], order: tuple[tuple[str, str], ...], end: str
) -> None:
    text = glued(rows, order, end)
    document = read(text)
    assert kept(document) == letters(text)
    for table in document.tables:
        for row in table.indicators:
            assert row.status is not RowStatus.EXACT, row
            assert row.doubts


@settings(deadline=None)
@given(rows=tables(), order=st.sampled_from(ORDERS), end=st.sampled_from(("", "\n")))
def test_a_row_with_one_cut_only_is_one_of_the_table(
    rows: list[Row], order: tuple[tuple[str, str], ...], end: str
) -> None:
    whole = [
        tuple(getattr(row, key) for _, key in order if key in {"target", "actual"}) for row in rows
    ]
    known = {(row.name, values) for row, values in zip(rows, whole, strict=True)}
    for table in read(glued(rows, order, end)).tables:
        for row in table.indicators:
            if {one.code for one in row.doubts} == {"T130"}:
                assert (row.level3, tuple(value.text for _, value in row.values)) in known


@settings(deadline=None)
@given(
    rows=tables(),
    places=st.lists(st.tuples(st.integers(0, 400), st.sampled_from("0|分%≥指标\n、(")), max_size=6),
)
def test_mutated_text_gives_doubts_or_findings_only(
    rows: list[Row], places: list[tuple[int, str]]
) -> None:
    text = glued(rows, ORDERS[1], "")
    for at, char in places:
        text = text[:at] + char + text[at + 1 :]
    document = read(text)
    assert kept(document) == letters(text)
    assert document.findings


@pytest.mark.parametrize(
    "piece",
    [
        "产出指标数量指标培训场次≥10场",
        "产出指标",
        "一级指标二级指标三级指标指标值",
        "一级指标二级指标三级指标分值指标值得分产出指标数量指标甲",
        "1010101010",
        "产出指标数量指标甲10≥266米≥266米10乙",
        "≥",
        "明显提升",
        "(",
    ],
)
def test_the_time_is_linear(piece: str) -> None:
    head = SCORED + "产出指标数量指标培训场次10≥10场≥10场10"

    def seconds(size: int) -> float:
        text = head + piece * (size // len(piece.encode()))
        start = time.process_time()
        document = read(text)
        taken = time.process_time() - start
        assert kept(document) == letters(text)
        return taken

    seconds(2_000)
    short = max(seconds(9_000), seconds(9_000))
    # a busy machine may be slow once; what grows faster than its text is slow each time
    assert any(seconds(36_000) < 7 * short + 0.2 for _ in range(3))
