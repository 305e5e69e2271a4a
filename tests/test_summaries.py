"""A summary of many documents: what is counted, that sums add up in any order, what is said."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from fractions import Fraction
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import jixiao
from by_hand import document as document_of
from by_hand import row, spending, table
from jixiao.cli import cli
from jixiao.cli.batch import outcomes
from jixiao.cli.file_jobs import summarize_file
from jixiao.csv_rows import parsed, unpacked
from jixiao.findings import Finding, Severity, Where, finding
from jixiao.recomputing import Tally
from jixiao.rows import RowStatus
from jixiao.summaries import AXES, Summary, carried, merged, summarize_document
from jixiao.summaries.keyed import total
from jixiao.summaries.measures import measure_of
from jixiao.summaries.names import folded_name
from jixiao.summaries.places import place_named, place_of
from jixiao.summaries.summary import ACROSS
from self_evaluation_grids import FILES as GRIDS
from table_strategies import filled_tables
from test_reading_published_self_evaluations import DOCUMENTS
from test_reading_published_self_evaluations import document_of as filled

if TYPE_CHECKING:
    from jixiao.tables import Table

EXAMPLES = Path(__file__).parent.parent / "examples"
FILES = sorted(EXAMPLES.glob("*.txt"))
NANTONG = str(EXAMPLES / "jiangsu-nantong-2025.txt")
SCORED = EXAMPLES / "self-evaluation-2022-illustrative.csv"
SCHEMA = Draft202012Validator(jixiao.schema("summary"))


def faults(shown: dict[str, Any]) -> list[str]:
    return [one.message for one in SCHEMA.iter_errors(json.loads(json.dumps(shown)))]


def summed(*tables: Table, recompute: bool = False) -> Summary:
    return jixiao.summarize(document_of(*tables), recompute=recompute)


# ── what is counted ──


def test_targets_are_counted_by_how_they_are_measured() -> None:
    held = table(
        row("产出指标/数量指标/场次 | ≥5场"),
        row("产出指标/质量指标/质量 | 规范"),
        row("产出指标/成本指标/成本 | 不超预算"),
        row("满意度指标/满意度/满意度 | "),
        total="72",
    )
    whole = summed(held).whole

    assert dict(whole.measures) == {"figure": 1, "words": 1, "derived": 1, "absent": 1}
    assert whole.share == Fraction(1, 3)
    assert whole.measurable_share == Fraction(2, 3)
    assert whole.projects.money == 72
    assert whole.projects.figures == 24
    assert whole.projects.measurable == 48


def test_money_weighs_tables_and_shares_of_them_are_exact() -> None:
    rich = table("产出指标/数量指标/甲 | ≥1次", "产出指标/数量指标/乙 | 规范", total="0.3")
    poor = table("产出指标/数量指标/丙 | 规范", total="0.1", index=1)
    unknown = table("产出指标/数量指标/丁 | ≥1次", index=2)
    projects = summed(rich, poor, unknown).whole.projects

    assert (projects.tables, projects.unknown) == (2, 1)
    assert projects.money == Fraction(2, 5)
    assert projects.share == Fraction(3, 8)


def test_a_department_is_not_added_to_its_projects() -> None:
    project = table("产出指标/数量指标/甲 | ≥1次", total="30")
    department = evolve(
        table("产出指标/数量指标/甲 | ≥1次", total="300", index=1), kind="部门整体支出绩效目标表"
    )
    whole = summed(project, department).whole

    assert whole.projects.money == 30
    assert whole.departments.money == 300


def test_spending_stands_in_for_a_total_that_was_left_blank() -> None:
    lines = (spending("培训费", "5", "30"), spending("差旅费", "1", "2"))
    held = table("产出指标/数量指标/甲 | ≥1次", lines=lines)

    assert summed(held).whole.projects.money == 32


def test_doubtful_rows_are_counted_apart() -> None:
    held = table(
        row("产出指标/数量指标/甲 | ≥1次"),
        row("满意度指标/满意度/乙 | ≥90%", RowStatus.SUSPECTED),
        row("//丙 | ", RowStatus.UNREAD),
        total="10",
    )
    whole = summed(held).whole

    assert whole.indicators == 3
    assert whole.doubtful_rows == 2
    assert total(whole.measures) == total(whole.kinds) == 1
    assert dict(whole.satisfaction) == {"doubtful": 1}
    assert dict(whole.cost) == {"doubtful": 1}, "a row that was not read may be about costs"
    assert whole.projects.share == 1


def test_words_with_a_number_that_was_not_understood_are_doubtful() -> None:
    assert measure_of(jixiao.parse_value("第5一5")) == "doubtful"
    assert measure_of(jixiao.parse_value("约98%")) == "figure"
    assert measure_of(jixiao.parse_value("3场，规范")) == "words"


def test_names_are_folded() -> None:
    names = ("培训人次", "1．培训人次", "指标1：培训 人次", "（2）培训人次：")

    assert {folded_name(name) for name in names} == {"培训人次"}
    assert folded_name("指标1：") == "指标1"
    assert folded_name("2.0版本上线") == "2.0版本上线"
    assert folded_name("13800000000") == "＊＊＊＊＊＊＊＊＊＊＊"


def test_names_are_counted_with_what_is_said_of_them() -> None:
    held = table(
        "产出指标/数量指标/检查次数 | ≥2次 | ≥10次",
        "产出指标/数量指标/1.检查次数 | 序时进度 | 较多",
    )
    names = dict(summed(held).names)

    assert names["检查次数"].rows == 2
    assert names["检查次数"].figures == 1


@pytest.mark.parametrize(
    ("unit", "place"),
    [
        ("兴隆县医疗保障局本级", "河北省兴隆县"),
        ("贵州省遵义市财政局", "贵州省遵义市"),
        ("遵义市财政局", "遵义市"),
        ("内蒙古自治区教育厅", "内蒙古自治区"),
        ("内蒙古教育厅", "内蒙古自治区"),
        ("恩施土家族苗族自治州水利局", "恩施土家族苗族自治州"),
        ("2023年度浙江省杭州市西湖区教育局", "浙江省杭州市"),
        ("农贸市场管理处", None),
        ("上海路小学", None),
        ("县城市管理局", None),
        ("智慧城市建设中心", None),
        ("盐城市教育局", "盐城市"),
        ("浙江省海宁市盐官镇", "浙江省海宁市"),
        ("山西省晋城市财政局", "山西省晋城市"),
        ("内蒙古自治区锡林郭勒盟太仆寺旗教育局", "内蒙古自治区锡林郭勒盟太仆寺旗"),
        ("中国民盟某支部", None),
        ("东方红旗小学", None),
        ("本市市政管理处", None),
        ("教育局", None),
        ("", None),
    ],
)
def test_a_place_is_what_a_unit_begins_with(unit: str, place: str | None) -> None:
    assert place_named(unit) == place


def test_a_project_names_no_place() -> None:
    assert place_of(table(name="南通市医疗保障", unit="某局")) is None
    assert place_of(evolve(table(unit="某局"), ruleset="湖北阳新-2024")) == "湖北省阳新县"
    assert place_of(table(unit="某局"), jixiao.load("江苏南通-2025")) == "江苏省南通市"
    assert place_of(table(unit="渭南市某局"), jixiao.load("江苏南通-2025")) == "陕西省渭南市"


@cache
def of_file(path: Path) -> Summary:
    return jixiao.summarize(path, recompute=True)


def test_findings_of_several_places_belong_to_none_of_them() -> None:
    held = merged(of_file(path) for path in FILES)

    for axis in AXES:
        parts = dict(getattr(held, axis))
        assert sum(one.findings for one in parts.values()) == held.whole.findings
        assert sum(one.tables for one in parts.values()) == held.whole.tables
        assert ACROSS not in parts or parts[ACROSS].tables == 0


# ── sums ──


def test_real_files_add_up_and_are_as_the_schema_says() -> None:
    held = merged(of_file(path) for path in (*FILES, SCORED))

    assert held == merged(of_file(path) for path in (SCORED, *reversed(FILES)))
    assert faults(held.to_json()) == []
    assert faults(held.to_json("en")) == []
    assert Summary.from_json(json.loads(json.dumps(held.to_json("en")))) == held
    assert held.whole.findings == sum(one.findings for _, one in held.findings)


def test_documents_and_paths_one_or_many_are_summed_alike() -> None:
    one = of_file(SCORED)

    assert jixiao.summarize(jixiao.read(SCORED), recompute=True) == one
    assert jixiao.summarize(iter([str(SCORED)] * 2), recompute=True) == one + one
    assert jixiao.summarize(()) == Summary()


FOUND = (
    finding("T04"),
    finding("T50", Where(table_index=0, level3="检查次数"), row="检查次数"),
    evolve(finding("T50", Where(table_index=1), row="培训"), count=2),
    evolve(
        finding("S10", name="即时率", value="及时"),
        count=2,
        items=(Where(table_index=0, level3="即时率"), Where(table_index=1)),
    ),
    Finding("某县-2025/N01", Severity.ERROR, heading="相关性", text="请核对"),
)


@cache
def scored_report() -> jixiao.RecomputeReport:
    return jixiao.recompute(jixiao.read(SCORED))


tables = st.lists(filled_tables(), min_size=1, max_size=2)


@st.composite
def summaries(draw: st.DrawFn) -> Summary:
    """The summary of any tables, with findings and a report that need not be about them."""
    held = draw(tables)
    found = draw(st.lists(st.sampled_from(FOUND), max_size=4))
    report = scored_report() if draw(st.booleans()) else None
    return summarize_document(document_of(*held), found, report)


@settings(max_examples=40, deadline=None)
@given(summaries(), summaries(), summaries())
def test_the_laws_of_sums(one: Summary, two: Summary, three: Summary) -> None:
    assert one + two == two + one
    assert (one + two) + three == one + (two + three)
    assert one + Summary() == Summary() + one == one


@settings(max_examples=40, deadline=None)
@given(st.lists(summaries(), max_size=3), st.randoms(use_true_random=False))
def test_any_summary_is_as_the_schema_says_and_comes_back(
    several: list[Summary],
    random: Any,  # noqa: ANN401 - random.Random
) -> None:
    held = merged(several)
    random.shuffle(several)

    assert merged(several) == held
    assert faults(held.to_json()) == []
    assert Summary.from_json(json.loads(json.dumps(held.to_json()))) == held


@given(st.integers(0, 40))
def test_few_sums_are_held_at_once(count: int) -> None:
    held: tuple[tuple[int, Summary], ...] = ()
    for _ in range(count):
        held = carried(held, Summary(read=1))

    assert len(held) <= count.bit_length()
    assert merged((), held).read == count


@settings(deadline=None)
@given(tables)
def test_every_row_and_table_is_counted_once(held: list[Table]) -> None:
    whole = summarize_document(document_of(*held), ()).whole
    sure = whole.indicators - whole.doubtful_rows

    assert whole.tables == len(held)
    assert whole.indicators == sum(len(one.indicators) for one in held)
    assert total(whole.measures) == total(whole.kinds) == sure
    assert (
        total(whole.satisfaction) == total(whole.cost) == sum(bool(one.indicators) for one in held)
    )


# ── printed scores ──


def test_printed_scores_come_to_what_recomputing_says() -> None:
    document = jixiao.read(SCORED)
    made = of_file(SCORED)
    report = jixiao.recompute(document)

    assert made.whole.scores.tally == report.tally()
    assert made.whole.scores.printed == sum(
        (one.printed for one in report.rows if one.printed is not None), Decimal(0)
    )
    assert dict(made.whole.grades) == {"优": 1}
    assert dict(made.sums)["grade"].explained == 1
    assert [name for name, _ in made.scored_by] == ["财政部-2020"]


def test_without_recomputing_there_are_no_scores() -> None:
    held = jixiao.summarize(SCORED)

    assert held.recomputed == 0
    assert held.whole.scores.tally.rows == 0
    assert held.sums == ()
    assert held.scored_by == ()
    assert "复算" not in str(jixiao.render(held))


# ── the command ──

TABLE = (
    "{place}项目绩效目标表\n项目名称\t{name}\n实施单位\t{place}某局\n"
    "一级指标\t二级指标\t三级指标\t指标值\n"
    "产出指标\t数量指标\t培训场次\t≥10场\n满意度指标\t服务对象满意度\t学员满意度\t较高\n"
)


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli, ["summary", *arguments])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, place in (("甲", "安徽省"), ("乙", "遵义市"), ("丙", "安徽省")):
        (tmp_path / f"{name}.txt").write_text(TABLE.format(place=place, name=name), "utf-8")
    return tmp_path


def test_a_folder_comes_to_one_summary(folder: Path) -> None:
    code, out, err = run(str(folder), "--format", "json")
    shown = json.loads(out)

    assert (code, err) == (0, "")
    assert faults(shown) == []
    assert shown["files"] == {"read": 3, "unreadable": {}}
    assert [(one["name"], one["tables"]) for one in shown["regions"]] == [
        ("安徽省", 2),
        ("遵义市", 1),
    ]


def test_a_broken_file_is_counted_and_stops_nothing(folder: Path) -> None:
    (folder / "丁.xlsx").write_bytes(b"PK\x03\x04broken")
    (folder / "戊.txt").write_text("年度报告", "utf-8")
    code, out, err = run(str(folder), str(folder / "没有.txt"), str(folder / "*.pdf"))

    assert code == 3
    assert out.startswith("汇总：6 个文件，读成 3 个，3 张表（空白 0 张），6 条指标。\n")
    assert "没有读成的 3 个文件，按原因：" in out
    assert "没有找到绩效表（T03） 1" in out
    assert "打不开 1" in out
    assert "没有.txt" in err
    assert "*.pdf 里没有可读的文件；请核对路径" in err


def test_findings_that_must_be_mended_are_the_status(folder: Path) -> None:
    name = str(folder / "甲.txt")

    assert run(name)[0] == 0
    assert run(name, "--strict")[0] == 1
    assert run(NANTONG, "--ruleset", "江苏南通-2025")[0] in {0, 1}
    assert run(name, "--ruleset", "没有-2025")[0] == 2


def test_two_processes_add_up_to_what_one_does(folder: Path) -> None:
    files = [str(path) for path in (*sorted(folder.iterdir()), SCORED, folder / "没有.txt")]
    work = partial(summarize_file, ruleset=None, recompute=True, strict=False)
    one = list(outcomes(files, work, "zh", workers=1))

    assert list(outcomes(files, work, "zh", workers=2)) == one
    held = merged(Summary.from_json(json.loads(each.data)) for each in one if each.data)
    assert held == jixiao.summarize(files[:-1], recompute=True)


def test_the_text_of_a_small_summary_is_exact(folder: Path) -> None:
    _, out, _ = run(str(folder), "--ruleset", "财政部-2020")

    assert out.partition("── 问题")[0] == (
        "汇总：3 个文件，读成 3 个，3 张表（空白 0 张），6 条指标。\n"
        "各行读取情况：与表式一致 6\n"
        "\n"
        "── 指标值\n"
        "  数值 3，定性 3\n"
        "  按条数：6 条里数值占 50.00%，连同可折算占 50.00%。\n"
        "  资金未读到的项目表 3 张，不参加按资金的计算。\n"
        "  种类：比较 3，文字 3\n"
        "  满意度指标：有 3\n"
        "  成本指标：没有 3\n"
        "\n"
    )
    assert out.partition("── 全部表相同：")[2].partition("\n")[0] == (
        "表式的规则集 财政部-2020，表式 项目绩效目标表，年度 未识别，阶段 目标"
    )
    assert "── 地区\n  名称    表  指标数  数值    按资金  须修改  请说明  建议完善\n" in out
    assert "  安徽省  2   4       50.00%  —       0 " in out
    assert out.endswith(
        "── 指标（按名称）\n"
        "  名称        指标数  数值  问题数\n"
        "  学员满意度  3       0     3\n"
        "  培训场次    3       3     0\n"
    )


def test_in_english_too(folder: Path) -> None:
    result = CliRunner().invoke(cli, ["--lang", "en", "summary", str(folder)])

    assert result.stdout.startswith("3 files, 3 read: 3 tables (0 blank), 6 indicators.\n")
    assert "── Places\n" in result.stdout


def test_a_list_that_is_too_long_says_how_much_is_left() -> None:
    rows = [f"产出指标/数量指标/指标{mark} | ≥1次" for mark in "甲乙丙丁戊己庚辛壬癸子丑"]
    text = str(jixiao.render(summed(table(*rows))))

    assert "  （另有 2 种，见 --format json）" in text.splitlines()


def test_as_csv_there_is_a_row_for_all_each_place_and_each_name(folder: Path) -> None:
    _, out, _ = run(str(folder), "--format", "csv")
    head, *rows = csv.reader(io.StringIO(out.removeprefix("\ufeff"), newline=""))
    shown = {row[0]: dict(zip(head, row, strict=True)) for row in rows}

    assert shown["1"]["表"] == "3"
    assert shown["1"]["数值（%）"] == "50.00"
    assert shown["1"]["项目表资金（万元）"] == ""
    assert [shown[f"1/regions/{at}"]["名称"] for at in (0, 1)] == ["安徽省", "遵义市"]
    assert shown["1/indicators/0"]["名称"] == "学员满意度"
    (again,) = unpacked(row for _, _, row in parsed(out))
    assert Summary.from_json(again) == jixiao.summarize(sorted(folder.iterdir()))


@pytest.mark.parametrize("file", ["t.txt", "t.xlsx"])
def test_published_self_evaluations_come_to_the_results_of_their_tables(
    file: str, tmp_path: Path
) -> None:
    """The rows of the collection, rebuilt as files: the sum over them is that of each alone."""
    paths = []
    for number, (region, year, name) in enumerate(DOCUMENTS):
        path = tmp_path / f"{number}{Path(file).suffix}"
        path.write_bytes(GRIDS[file](filled(region, year, name)))
        paths.append(path)
    held = jixiao.summarize(paths, recompute=True)
    reports = [jixiao.recompute(jixiao.read(path)) for path in paths]

    assert held.read == held.recomputed == len(DOCUMENTS)
    assert held.whole.scores.tally == sum((one.tally() for one in reports), Tally())
    assert held.whole.scores.tally.scored > 50
    assert held.whole.scores.tables == sum(len(one.tables) for one in reports)
    by_ruleset = sum((one.tally for _, one in held.scored_by), Tally())
    assert by_ruleset == held.whole.scores.tally
    grades = [table.grade for path in paths for table in jixiao.read(path).tables]
    assert total(held.whole.grades) == sum(one is not None for one in grades)
