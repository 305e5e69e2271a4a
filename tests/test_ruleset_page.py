"""The page about a ruleset: the committed ones are as written today, and nothing is left out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from jixiao.cli import cli
from jixiao.expressions import Name, walk
from jixiao.library import Library
from jixiao.messages.ruleset_page import PAGE_WORDS
from jixiao.rules import Test
from jixiao.writing.band_text import band_text
from jixiao.writing.markdown import cell_text
from jixiao.writing.ruleset_page import page_name, ruleset_page

if TYPE_CHECKING:
    from decimal import Decimal

ROOT = Path(__file__).parent.parent
SHIPPED = sorted(
    entry.id for entry in Library.default().entries() if entry.found_in == "jixiao.rulesets"
)
SMALL = """规则集 甲县-2024
名称：“甲县自评表”
地区：420000 湖北省
年度：2024
生效：2024年1月1日
依据：“甲县自评表（样式）” 核实

【表 自评表】
项 项目名称：值 文本，必填
列 指标值：作为 目标值

【指标 自评表】
一级 产出指标：权重 100，依据 “甲县自评表（样式）” 核实
  二级 任意：计分 扣分

【计分】
完成率 反向：目标值 ÷ 实际值
方法 扣分
  分档：完成率、是否达成
  | 完成率        | 是否达成 | 得分率 |
  | ≥100%         | -        | 100%   |
  | ＞50% 且 ＜100% | 否       | 50%    |
  | ≤50% 或 ＞50% 且 ＜100% | 是 | 0%  |
  依据：“甲县自评表（样式）” 核实
"""


def page(name: str | Path) -> str:
    return "\n".join(ruleset_page(Library.default().open(name)))


@pytest.mark.parametrize("name", SHIPPED)
def test_the_committed_page_is_as_written_today(name: str) -> None:
    """Write it anew with `jixiao rulesets doc R -o docs/rulesets/….md`."""
    rules = Library.default().load(name)
    committed = ROOT / "docs" / "rulesets" / page_name(rules)

    assert committed.read_text(encoding="utf-8") == page(name).rstrip("\n") + "\n"


def test_there_is_no_page_without_a_ruleset() -> None:
    pages = {path.stem for path in (ROOT / "docs" / "rulesets").glob("*.md")}

    assert pages == {path.stem for path in (ROOT / "rulesets").glob("*.jx")}
    assert all(name.isascii() for name in pages)


@pytest.mark.parametrize("name", SHIPPED)
def test_everything_a_ruleset_names_is_on_its_page(name: str) -> None:
    rules = Library.default().load(name)
    shown = page(name)

    for check in rules.checks:
        assert f"### {check.code}　{check.severity.label()}　{check.title}" in shown
        read = [] if check.condition is None else list(walk(check.condition))
        for one in read:
            assert not isinstance(one, Name) or f"| {one} |" in shown
    for method in rules.scoring.methods:
        assert f"### 方法：{method.name}\n" in shown
    for table in rules.tables:
        names = [one.name for one in table.fields]
        names += [one.name for one in table.columns]
        names += [one.name for one in table.groups]
        assert not [name for name in names if cell_text(name) not in shown]


def test_grades_are_printed_in_the_style_of_the_notices() -> None:
    shown = page("财政部-2020")

    for line in (
        "| 优 | 90（含）—100 |",
        "| 良 | 80（含）—90 |",
        "| 差 | 60以下 |",
        "| 80%（含）—90% | 80% |",
    ):
        assert line in shown


def test_what_is_inherited_says_from_where_and_changes_are_listed_as_written() -> None:
    shown = page("江苏南通-2025")

    assert "| 项目名称 | 文本 | 必填 | 财政部-2020 |" in shown
    assert "| 主管部门 | 文本 | 必填 | 江苏南通-2025 |" in shown
    assert "| 【表 项目绩效目标表】 | 取消 列 指标值 |" in shown
    assert "财政部-2020 → 江苏南通-2025" in shown


def test_open_figures_are_listed_and_verified_ones_are_not(tmp_path: Path) -> None:
    path = tmp_path / "jia_2024.jx"
    path.write_text(SMALL, encoding="utf-8")

    shown = page(path)
    listed = shown.partition("## 九、")[2]

    assert "| 完成率 反向 | 目标值 ÷ 实际值 | 没有写依据（按待核看待） |" in listed
    assert "方法 扣分" not in listed
    assert "规则集本身" not in listed
    assert "不继承别的规则集" in shown
    assert "| 100%（含）以上 | 任意 | 100% |" in shown
    assert "| 50%（含）以下 或 50%—100% | 是 | 0% |" in shown


def test_the_command_writes_the_page(tmp_path: Path) -> None:
    out = tmp_path / "page.md"

    done = CliRunner().invoke(cli, ["rulesets", "doc", "财政部-2020", "-o", str(out)])

    assert done.exit_code == 0
    assert done.stderr == f"已写入 {out}\n"
    assert out.read_text(encoding="utf-8").startswith(
        "# 项目支出绩效目标与自评通用规则（财政部-2020）"
    )


def test_a_ruleset_that_is_not_there_is_misuse() -> None:
    done = CliRunner().invoke(cli, ["rulesets", "doc", "财政布-2020"])

    assert done.exit_code == 2
    assert "是不是想写“财政部-2020”？" in done.stderr


@given(st.decimals(0, 100, places=1), st.sampled_from("≥>≤<"))
def test_a_band_says_whether_its_end_belongs_to_it(number: Decimal, sign: str) -> None:
    shown = band_text(((Test(sign, number=number, unit="%"),),))

    assert ("（含）" in shown) == (sign in "≥≤")
    assert shown.startswith(f"{number.normalize():f}%")


@given(st.text(max_size=20))
def test_a_cell_never_breaks_its_table(text: str) -> None:
    shown = cell_text(text)

    assert len(shown.splitlines()) <= 1
    assert "|" not in shown.replace("\\\\", "").replace("\\|", "")


def test_every_word_of_the_page_is_used() -> None:
    files = (ROOT / "src" / "jixiao" / "writing").glob("*.py")
    said = set(re.findall(r'"([a-z_0-9]+)"', "".join(one.read_text("utf-8") for one in files)))

    assert set(PAGE_WORDS) - said <= {"level0", "level1", "level2", "level3"}
