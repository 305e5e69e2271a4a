"""Rulesets drafted from filled tables: clean, honest about guesses, and they read better."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings

from clean_tables import CleanTable, clean_tables
from jixiao.cases import read_cases, try_case
from jixiao.cli import cli
from jixiao.drafting import Draft, NoDraftError, draft_ruleset
from jixiao.library import Library, Loaded
from jixiao.messages.drafts import DRAFT_WORDS
from jixiao.reading import read_document
from jixiao.tables import Document, RowStatus

if TYPE_CHECKING:
    from jixiao.rules import Ruleset

HERE = Path(__file__).parent
NANTONG = HERE.parent / "examples" / "jiangsu-nantong-2025.txt"
FILES = {
    "南通": (NANTONG, None),
    "兴隆": (HERE / "data" / "tables-xinglong-2022.txt", "河北兴隆-2022"),
    "渭南": (HERE / "data" / "tables-weinan-2023.txt", "陕西渭南-2023"),
}
NATIONAL = Library.default().load("财政部-2020")


@cache
def drafted(place: str) -> Draft:
    path, name = FILES[place]
    return draft_ruleset(path.read_bytes(), NATIONAL, file=path.name, name=name)


@pytest.fixture
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Loaded:
    path = tmp_path / "draft.jx"
    path.write_text(drafted(request.param).text, encoding="utf-8")
    return Library.default().open(path)


def of(loaded: Loaded) -> Ruleset:
    assert loaded.ruleset is not None
    return loaded.ruleset


def doubts(document: Document) -> int:
    """Rows that are not sure, and characters that found no place."""
    bad = (RowStatus.SUSPECTED, RowStatus.UNREAD)
    return sum(row.status in bad for table in document.tables for row in table.indicators)


def exact(document: Document) -> int:
    statuses = Counter(row.status for table in document.tables for row in table.indicators)
    return statuses[RowStatus.EXACT]


@pytest.mark.parametrize("opened", FILES, indirect=True)
def test_a_draft_is_clean(opened: Loaded) -> None:
    assert opened.findings == ()
    assert of(opened).lineage[0] == "财政部-2020"


@pytest.mark.parametrize("place", FILES)
def test_a_draft_reads_the_file_it_came_from_at_least_as_well(place: str, tmp_path: Path) -> None:
    path = tmp_path / "draft.jx"
    path.write_text(drafted(place).text, encoding="utf-8")
    data = FILES[place][0].read_bytes()
    known = tuple(
        Library.default().load(name) for name in Library.default().ids() if name != "江苏南通-2025"
    )

    before = read_document(data, file="a.txt", rulesets=known)
    after = read_document(data, file="a.txt", rulesets=(Library.default().load(path),))

    assert len(after.tables) == len(before.tables)
    assert exact(after) >= exact(before)
    assert doubts(after) <= doubts(before)
    assert len(after.leftovers) <= len(before.leftovers)
    assert len(after.findings) <= len(before.findings)
    assert "T05" not in {one.code for one in after.findings}
    assert {table.ruleset for table in after.tables} == {drafted(place).id}


def test_the_draft_of_a_torn_grid_makes_up_for_what_a_person_would_write() -> None:
    data = NANTONG.read_bytes()
    without = read_document(data, file="a.txt")

    assert drafted("南通").exact >= exact(without) + 20
    assert drafted("南通").doubtful < doubts(without)


@pytest.mark.parametrize("opened", ["南通"], indirect=True)
def test_what_recurs_in_every_table_is_fixed(opened: Loaded) -> None:
    rules = of(opened)
    form = rules.tables[-1]

    assert form.name == "南通市本级项目预算绩效目标表"
    for names in (
        ("决策", "项目立项", "立项依据充分性"),
        ("决策", "绩效目标", "绩效指标明确性"),
        ("过程", "资金管理", "预算执行率"),
        ("过程", "组织实施", "管理制度健全性"),
    ):
        rule = rules.rule_for(form.name, *names)
        assert rule is not None
        assert rule.level == 3
        assert rule.demand.required
    free = rules.rule_for(form.name, "产出指标", "数量指标")
    assert free is not None
    assert free.children == ()
    assert [one.due for one in form.target_columns()] == [(6, 30), (12, 31)]
    assert {"收入", "支出"} <= {one.name for one in form.groups}


@pytest.mark.parametrize("opened", ["兴隆"], indirect=True)
def test_titles_that_bear_a_project_are_one_form(opened: Loaded) -> None:
    forms = [one for one in of(opened).tables if NATIONAL.table(one.name) is None]

    assert [one.name for one in forms] == ["绩效目标表"]
    assert {one.role for one in forms[0].columns} == {"描述", "目标值", "依据"}
    assert [one.due for one in forms[0].fields if len(one.path) > 1] == [
        (3, 31),
        (6, 30),
        (10, 31),
        (12, 31),
    ]


@pytest.mark.parametrize("opened", ["渭南"], indirect=True)
def test_forms_of_other_titles_stay_apart(opened: Loaded) -> None:
    names = {one.name for one in of(opened).tables if NATIONAL.table(one.name) is None}

    assert names == {
        "部门预算专项业务经费绩效目标表",
        "专项资金总体绩效目标表",
        "部门整体支出绩效目标表",
    }


@pytest.mark.parametrize("place", FILES)
def test_what_is_guessed_says_so_and_nothing_is_called_verified(place: str) -> None:
    text = drafted(place).text
    rules = [line for line in text.splitlines() if not line.lstrip().startswith("#")]

    assert "推定：表上没有区划代码" in text
    assert "待核" in text
    assert "核实" not in "".join(rules).replace("待核", "")
    assert not [line for line in rules if "权重" in line]
    for line in text.splitlines():
        assert len(line) < 4_000


@pytest.mark.parametrize("opened", FILES, indirect=True)
def test_a_row_can_be_tried_with_the_draft_at_once(opened: Loaded) -> None:
    rules = of(opened)
    form = rules.tables[-1]
    column = form.target_columns()[-1].name
    text = (
        "名称：一行\n输入：一级指标 产出指标，二级指标 数量指标，三级指标 培训场次，"
        "指标值 ≥10场，实际完成值 9场，分值 10\n期望：得分 9，未达成\n\n"
        f"名称：一张小表\n表：{form.name}\n"
        f"指标：一级指标 产出指标，二级指标 数量指标，三级指标 培训场次，{column} ≥10场\n"
        "期望：没有问题\n"
    )
    read = read_cases(text, rules)

    assert read.findings == ()
    assert [try_case(case, rules).differences for case in read.cases] == [(), ()]


def test_a_form_of_the_parent_is_changed_aloud(tmp_path: Path) -> None:
    header = "一级指标\t二级指标\t三级指标\t年度指标\t责任科室"
    text = (
        f"项目绩效目标表\n2024年度\n项目名称\t培训\n{header}\n产出指标\t数量指标\t场次\t≥10场\t办公室\n"
        "\t质量指标\t合格率\t≥95%\t办公室\n效益指标\t文化效益\t参观人次\t≥5次\t办公室\n"
    )
    path = tmp_path / "draft.jx"
    draft = draft_ruleset(text.encode(), NATIONAL, file="a.txt", name="甲县-2024")
    path.write_text(draft.text, encoding="utf-8")

    loaded = Library.default().open(path)

    assert loaded.findings == ()
    assert "取消 列 指标值\n" in draft.text
    assert "# 没有看出列“责任科室”的含义" in draft.text
    assert "一级 效益指标：沿用\n  二级 文化效益：选填\n" in draft.text
    assert of(loaded).rule_for("项目绩效目标表", "效益指标", "经济效益指标") is not None


def test_a_self_evaluation_is_drafted_with_its_money_and_a_word_about_checks(
    tmp_path: Path,
) -> None:
    form = HERE.parent / "examples" / "sichuan-zhongjiang-2022.csv"
    draft = draft_ruleset(form.read_bytes(), NATIONAL, file=form.name, name="某县-2022")
    path = tmp_path / "draft.jx"
    path.write_text(draft.text, encoding="utf-8")

    assert Library.default().open(path).findings == ()
    assert (
        "明细 项目资金：资金来源 文本，全年预算数 金额，全年执行数 金额，分值 数值，执行率 百分比，"
        "得分 数值\n各行：年度资金总额、「其中:本年财政拨款」、其他资金\n"
    ) in draft.text
    assert "明细 支出" not in draft.text
    assert "# 上级的“项目支出绩效自评表”另有校验，管不到名称不同的表" in draft.text


@settings(max_examples=15, deadline=None)
@given(clean_tables())
def test_any_clean_table_gives_a_clean_draft(table: CleanTable) -> None:
    draft = draft_ruleset(table.text.encode(), NATIONAL, file="a.txt")
    from jixiao.language import parse

    ruleset, findings = parse(draft.text)

    assert ruleset is not None
    assert findings == ()
    assert draft.id == "草稿-2025"


# ── the command ──


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["rulesets", "new", *arguments])


def test_the_command_writes_a_draft_and_says_how_well_it_reads(tmp_path: Path) -> None:
    out = tmp_path / "nantong.jx"

    done = run("--from", str(NANTONG), "-o", str(out))

    assert done.exit_code == 0, done.output
    assert done.stdout == ""
    assert re.search(r"草稿 草稿-2025：用它重读 .*，262 条指标中 \d+ 条与表式一致", done.stderr)
    assert out.read_text(encoding="utf-8") == drafted("南通").text

    again = run("--from", str(NANTONG), "-o", str(out))

    assert again.exit_code == 2
    assert "已经有了，没有改动它" in again.stderr


def test_a_file_without_tables_or_year_is_said(tmp_path: Path) -> None:
    prose, undated = tmp_path / "a.txt", FILES["兴隆"][0]
    prose.write_text("年度工作报告", encoding="utf-8")

    assert run("--from", str(prose)).exit_code == 3
    assert "没有找到填好的绩效表" in run("--from", str(prose)).stderr
    assert run("--from", str(tmp_path / "none.txt")).exit_code == 3
    assert run("--from", str(undated), "--id", "兴隆").exit_code == 2
    assert "编号应写作“地名-年度”" in run("--from", str(undated), "--id", "兴隆").stderr


def test_without_a_year_an_id_is_asked_for() -> None:
    text = "项目绩效表\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t场次\t≥1场\n"

    with pytest.raises(NoDraftError) as raised:
        draft_ruleset(text.encode(), NATIONAL, file="a.txt")

    assert raised.value.reason == "no_year"


def test_every_comment_is_used() -> None:
    package = HERE.parent / "src" / "jixiao" / "drafting"
    said = "".join(path.read_text("utf-8") for path in package.glob("*.py"))

    assert [name for name in DRAFT_WORDS if f'"{name}"' not in said] == []
