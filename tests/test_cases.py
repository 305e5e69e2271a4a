"""Cases beside rulesets: the shipped ones come out, wrong ones differ, bad files are explained."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.cases import Case, Item, case_sources, read_cases, try_case
from jixiao.cli import cli
from jixiao.language import render
from jixiao.library import Library
from jixiao.scoring.formula import formula_text

RULESETS = Path(__file__).parent.parent / "rulesets"
NATIONAL = Library.default().load("财政部-2020")
NANTONG = Library.default().load("江苏南通-2025")
ONE = "名称：一\n输入：指标值 ≥98%，实际完成值 95%，分值 10\n期望：得分 9.69，未达成\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["rulesets", "test", *arguments])


@cache
def shipped() -> tuple[tuple[str, Case], ...]:
    found = []
    for source in case_sources():
        if source.there:
            read = read_cases(
                source.path.read_text("utf-8"), Library.default().load(source.ruleset)
            )
            assert read.findings == ()
            found += [(source.ruleset, case) for case in read.cases]
    return tuple(found)


def said(text: str, rules: str = "财政部-2020") -> str:
    read = read_cases(text, Library.default().load(rules), file="试.cases")
    return render(read.findings, {"试.cases": text})


# ── the shipped cases ──


@pytest.mark.parametrize(
    ("ruleset", "case"), shipped(), ids=[f"{name} {case.name}" for name, case in shipped()]
)
def test_a_shipped_case_comes_out(ruleset: str, case: Case) -> None:
    assert try_case(case, Library.default().load(ruleset)).differences == ()


def test_there_are_enough_of_them() -> None:
    names = [name for name, _ in shipped()]

    assert names.count("财政部-2020") >= 20
    assert names.count("江苏南通-2025") >= 15


@pytest.mark.parametrize("rules", [NATIONAL, NANTONG], ids=lambda rules: rules.id)
def test_every_check_fires_in_one_case_and_not_in_another(rules: object) -> None:
    assert isinstance(rules, type(NATIONAL))
    own = {one.code for one in rules.checks} - (
        {one.code for one in NATIONAL.checks} if rules is NANTONG else set()
    )
    cases = [case for name, case in shipped() if name == rules.id]
    asked = [(item.key, item.text) for case in cases for item in case.expected]

    for code in own:
        assert ("问题", code) in asked
        assert ("没有问题", code) in asked or ("没有问题", "") in asked


def test_every_method_grade_and_direction_of_the_national_rules_has_a_case() -> None:
    outcomes = [try_case(case, NATIONAL) for name, case in shipped() if name == NATIONAL.id]
    scores = [one.score for one in outcomes if one.score is not None]
    grades = {item.text for one in outcomes for item in one.case.expected if item.key == "等次"}
    formulas = {step.formula for score in scores for step in score.steps}
    giving = [
        one.name
        for one in NATIONAL.scoring.methods
        if one.table is None or one.table.result in ("得分率", "得分")
    ]

    assert {score.method for score in scores} >= set(giving)
    assert NATIONAL.bands is not None
    assert grades >= {name for name, _ in NATIONAL.bands.rows}
    for completion in NATIONAL.scoring.completions:
        assert formula_text(completion.expression) in formulas


@pytest.mark.parametrize(
    ("ruleset", "case"), shipped(), ids=[f"{name} {case.name}" for name, case in shipped()]
)
def test_a_case_that_expects_something_else_differs(ruleset: str, case: Case) -> None:
    other = {
        "得分": "7.77",
        "得分率": "77.77%",
        "方法": "没有的方法",
        "等次": "没有的等次",
        "问题": "N99",
    }
    turned = {"达成": "未达成", "未达成": "达成", "无法判断": "达成", "没有问题": "问题"}
    for item in case.expected:
        key = turned.get(item.key, item.key)
        text = other.get(item.key, item.text or ("N99" if key == "问题" else ""))
        changed = evolve(case, expected=(Item(key, text),))

        assert not try_case(changed, Library.default().load(ruleset)).passed


# ── the command ──


def test_the_command_tries_everything_that_is_installed() -> None:
    done = run()

    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1] == (
        f"共 {len(shipped())} 个测试例：通过 {len(shipped())}，不符 0；文件有 0 处须改。"
    )


def test_a_case_that_differs_shows_expected_computed_and_steps(tmp_path: Path) -> None:
    path = tmp_path / "我的.cases"
    path.write_text("规则集：财政部-2020\n\n" + ONE.replace("9.69", "9.7"), encoding="utf-8")

    done = run(str(path))

    assert done.exit_code == 1
    assert "  不符  一（第 3 行）\n      得分：期望 9.7，算得 9.69\n" in done.stdout
    assert "得分：10 × 95/98 = 475/49，四舍五入保留 2 位为 9.69" in done.stdout


def test_a_table_that_differs_shows_its_findings(tmp_path: Path) -> None:
    path = tmp_path / "表.cases"
    path.write_text(
        "规则集：江苏南通-2025\n\n名称：一\n表：项目绩效目标表\n项：资金总额 72\n"
        "支出：名称 培训，全年预算数 71\n期望：没有问题 N02\n",
        encoding="utf-8",
    )

    done = run(str(path))

    assert done.exit_code == 1
    assert "没有问题：期望 N02，算得 " in done.stdout
    assert "江苏南通-2025/N02 资金总额填报为 72 万元，支出明细合计为 71 万元，请核实" in done.stdout


def test_cases_stand_beside_the_ruleset(tmp_path: Path) -> None:
    rules = (RULESETS / "000000_caizhengbu_2020.jx").read_text("utf-8")
    (tmp_path / "jia.jx").write_text(rules.replace("财政部-2020", "甲县-2020"), encoding="utf-8")
    (tmp_path / "jia.cases").write_text(ONE, encoding="utf-8")

    for name in ("jia.jx", "jia.cases"):
        done = run(str(tmp_path / name))

        assert done.exit_code == 0, done.output
        assert "甲县-2020" in done.stdout


def test_json_has_every_case_with_its_steps() -> None:
    shown = json.loads(run("财政部-2020", "--format", "json").stdout)

    assert shown["schema"] == "jixiao/cases/1"
    assert shown["summary"]["differing"] == shown["summary"]["problems"] == 0
    first = shown["files"][0]["cases"][0]
    assert first["passed"] is True
    assert first["differences"] == []
    assert first["score"]["points"] == {"low": "9.69", "high": "9.69"}


def test_without_cases_beside_it_the_file_to_write_is_named(tmp_path: Path) -> None:
    path = tmp_path / "jia.jx"
    path.write_text((RULESETS / "000000_caizhengbu_2020.jx").read_text("utf-8"), encoding="utf-8")

    done = run(str(path))

    assert done.exit_code == 3
    assert "旁边没有测试例文件" in done.stdout
    assert "jia.cases" in done.stdout


def test_cases_of_nobody_are_asked_whose_they_are(tmp_path: Path) -> None:
    path = tmp_path / "jia.cases"
    path.write_text(ONE, encoding="utf-8")

    done = run(str(path))

    assert done.exit_code == 3
    assert "R58 不知道这些测试例属于哪个规则集：旁边没有 jia.jx" in done.stdout


def test_a_file_that_is_not_there_or_no_text_is_said(tmp_path: Path) -> None:
    (tmp_path / "noise.cases").write_bytes(b"\xff\xfe\x00")

    assert run(str(tmp_path / "none.cases")).exit_code == 3
    assert "不是 UTF-8" in run(str(tmp_path / "noise.cases")).stdout
    assert run("财政布-2020").exit_code == 2


# ── what is said about a file ──


def test_a_word_that_is_not_known_has_its_place_and_the_nearest_word() -> None:
    assert said("名称：一\n输入：指标值 ≥98%，实际完成直 95%，分值 10\n期望：得分 9.69") == (
        "试.cases:2:13 须修改 R50 看不懂“实际完成直”，输入这里写的应是其中一种\n"
        "   2 │ 输入：指标值 ≥98%，实际完成直 95%，分值 10\n"
        "     │                     ^^^^^^^^^^\n"
        "     这里可以写：分值、总分、方法、表样、上年值、得分率、指标值、一级指标、三级指标、"
        "二级指标、偏差原因、度量单位、计算符号、评价日期、全年执行数、全年预算数、实际完成值、年初预算数\n"
        "     是不是想写“实际完成值”？\n"
    )


def test_all_problems_of_a_file_are_said_in_one_run() -> None:
    text = (
        "名称：一\n输入：指标值 ≥98%，实际完成值 95%，分值 十分\n期望：得分 九分\n\n"
        "名称：一\n输入 总分 90\n期望：等次 优秀\n\n"
        "输入：总分 90\n期望：等次 优\n\n"
        "名称：三\n表：项目绩效目标\n期望：问题 C02\n\n"
        "名称：四\n输入：总分 90，分值 10\n期望：得分 9\n\n"
        "名称：五\n输入：指标值 ≥1次，实际完成值 1次\n期望：得分 10\n\n"
        "名称：六\n输入：指标值 “≥1次，合格率100%，分值 10\n期望：得分 10\n"
    )
    lines = [line for line in said(text).splitlines() if line.startswith("试.cases")]

    assert lines == [
        "试.cases:2:26 须修改 R52 “分值”填的是“十分”，应写作不小于 0 的数字，如 10",
        "试.cases:3:7 须修改 R52 “得分”填的是“九分”，应写作数字，如 9.69，或两个数，如 8.00～8.33",
        "试.cases:5:4 须修改 R55 有两个测试例都叫“一”，请给其中一个另起名称",
        "试.cases:1:4 前面写在这里：",
        "试.cases:6:1 须修改 R51 “输入 总分 90”的后面缺少冒号，每行写作“键：值”",
        "试.cases:7:7 须修改 R56 规则集 财政部-2020 没有名为“优秀”的等次",
        "试.cases:9:1 须修改 R53 测试例“（没有名称）”缺少“名称”",
        "试.cases:13:3 须修改 R56 规则集 财政部-2020 没有名为“项目绩效目标”的表",
        "试.cases:16:1 须修改 R61 测试例“四”既写了“总分”，又写了“分值”，请分成两个测试例",
        "试.cases:18:7 须修改 R61 测试例“四”既写了“总分”，又写了期望“得分”，请分成两个测试例",
        "试.cases:20:1 须修改 R53 测试例“五”缺少“分值”",
        "试.cases:25:4 须修改 R60 引号没有成对，请在本行补上 ”",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "试.cases:1:1 须修改 R57 文件里没有测试例；一个测试例由“名称”“输入”“期望”三行组成"),
        (
            ONE.replace("未达成", "等次 优"),
            "试.cases:3:15 须修改 R61 测试例“一”既写了指标的输入，又写了期望“等次”",
        ),
        (
            ONE + "期望：未达成",
            "试.cases:4:4 须修改 R54 “未达成”在同一个测试例里写了两次，请删去一处；如果是",
        ),
        (
            ONE.replace("未达成", "方法 按比列赋分"),
            "试.cases:3:15 须修改 R56 规则集 财政部-2020 没有名为“按比列赋分”的方法",
        ),
        (
            ONE.replace("期望：得分 9.69，未达成", "期望："),
            "试.cases:3:1 须修改 R59 “期望”的后面没有内容",
        ),
        (
            ONE.replace("分值 10", "分值"),
            "试.cases:2:23 须修改 R59 “分值”的后面没有内容，应写不小于 0",
        ),
        (ONE + "备注：无", "试.cases:4:1 须修改 R50 看不懂“备注”，行首这里写的应是其中一种"),
    ],
)
def test_a_problem_is_said_with_its_place(text: str, line: str) -> None:
    assert said(text).startswith(line)


def test_full_and_half_width_marks_are_alike() -> None:
    wide = read_cases(ONE, NATIONAL).cases
    half = read_cases(ONE.replace("：", ":").replace("，", ","), NATIONAL).cases
    closer = read_cases("\ufeff" + ONE.replace("分值 10", "分值１０"), NATIONAL).cases

    assert wide == half
    assert try_case(closer[0], NATIONAL).passed


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_no_text_raises(text: str) -> None:
    read = read_cases(text, NATIONAL, file="试.cases")
    render(read.findings, {"试.cases": text})

    assert bool(read.findings) or bool(read.cases)


@settings(deadline=None)
@given(st.data())
def test_a_file_with_one_character_changed_is_read_or_explained(data: st.DataObject) -> None:
    text = (RULESETS / "320600_nantong_2025.cases").read_text("utf-8")
    body = text[text.index("名称：立项") :]
    at = data.draw(st.integers(0, len(body) - 1))
    changed = body[:at] + data.draw(st.sampled_from("：，“”\n 一1%#")) + body[at + 1 :]

    read = read_cases(changed, NANTONG)
    for case in read.cases[:3]:
        try_case(case, NANTONG)

    assert all(re.fullmatch(r"[RL]\d+", one.code) for one in read.findings)


@settings(deadline=None)
@given(st.integers(1, 99), st.integers(1, 100), st.integers(1, 50))
def test_a_case_agrees_with_the_score_of_the_library(done: int, target: int, weight: int) -> None:
    import jixiao

    points = jixiao.score(f"≥{target}次", f"{done}次", weight=weight).points
    assert points is not None
    filed = f"指标值 ≥{target}次，实际完成值 {done}次，分值 {weight}"
    text = f"名称：一\n输入：{filed}\n期望：得分 {points}"

    assert try_case(read_cases(text, NATIONAL).cases[0], NATIONAL).passed


def test_of_two_forms_the_one_is_taken_that_is_named(tmp_path: Path) -> None:
    path = tmp_path / "jia.jx"
    path.write_text(
        "规则集 甲县-2025\n名称：“甲县”\n继承：财政部-2020\n地区：130899 甲县\n年度：2025\n"
        "生效：2025年1月1日\n依据：“样式” 核实\n\n【指标 项目绩效目标表】\n一级 产出指标：沿用\n"
        "  修改 二级 数量指标：计分 及格线赋分\n",
        encoding="utf-8",
    )
    rules = Library.default().load(path)
    filed = "一级指标 产出指标，二级指标 数量指标，指标值 ≥100次，实际完成值 80次，分值 10"
    text = (
        f"名称：一\n输入：{filed}，表样 项目绩效目标表\n期望：得分 5\n\n"
        f"名称：二\n输入：{filed}，表样 项目支出绩效自评表\n期望：得分 8\n\n"
        f"名称：三\n输入：{filed}\n期望：方法 及格线赋分\n"
    )
    read = read_cases(text, rules)

    assert read.findings == ()
    assert [try_case(case, rules).differences for case in read.cases] == [(), (), ()]
    wrong = read_cases(text.replace("表样 项目绩效目标表", "表样 绩效目标表"), rules)
    assert [one.code for one in wrong.findings] == ["R56"]
