"""The one form of rule files: what it keeps, what it tidies, and that doing it twice is once."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rule_strategies
from jixiao.language import comments_of, format_text, parse
from jixiao.language import format as format_ruleset
from jixiao.language.printing.marks import cell_width

if TYPE_CHECKING:
    from jixiao.rules import Ruleset

WORKED = Path(__file__).parent / "language" / "worked"
SHIPPED = [
    (one.name, one.read_text(encoding="utf-8"))
    for one in (*files("jixiao.rulesets").iterdir(), *WORKED.iterdir())
    if one.name.endswith(".jx")
]
HEAD = "规则集 试验-2024\n地区：420000 湖北省\n年度：2024\n生效：2024年1月1日\n依据：“样式” 核实\n"


@pytest.mark.parametrize(("name", "text"), SHIPPED)
def test_shipped_and_worked_rulesets_stand_in_the_one_form(name: str, text: str) -> None:
    assert format_text(text) == text, f"jixiao rulesets fmt {name}"


@given(rule_strategies.rulesets())
@settings(max_examples=60, deadline=None)
def test_what_is_printed_from_objects_is_already_in_the_one_form(one: Ruleset) -> None:
    text = format_ruleset(one)
    assert format_text(text) == text


def untidy(text: str, draw: st.DataObject) -> str:
    """The text as somebody might type it: half width, tabs, comments, empty lines, no indent."""
    lines = []
    for number, line in enumerate(text.splitlines()):
        typed = line
        for change in draw.draw(st.lists(st.sampled_from(CHANGES), max_size=3)):
            typed = change(typed)
        extra = draw.draw(
            st.sampled_from(["", "", "", "\n", f"# 注{number}\n", f"\t＃注{number}\n"])
        )
        behind = draw.draw(st.sampled_from(["", "", f"  # 后{number}", f"#后{number}"]))
        lines.append(extra + typed + (behind if typed.strip() else ""))
    return "\n".join(lines)


CHANGES = [
    lambda line: line.lstrip(),
    lambda line: "\t \u3000" + line,
    lambda line: line.replace("：", ":", 1),
    lambda line: line.replace("，", " ,  "),
    lambda line: line.replace("|", "｜"),
    lambda line: line + "   ",
]


@given(st.sampled_from([text for _, text in SHIPPED]), st.data())
@settings(max_examples=40, deadline=None)
def test_tidying_keeps_what_is_said_and_every_comment(text: str, data: st.DataObject) -> None:
    typed = untidy(text, data)
    as_typed, findings = parse(typed)
    assert as_typed is not None, findings
    tidy = format_text(typed)
    assert format_text(tidy) == tidy
    assert parse(tidy)[0] == as_typed
    assert Counter(comments_of(tidy)) == Counter(comments_of(typed))


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("项 甲:值 文本,必填", "项 甲：值 文本，必填"),
        ("\t列  乙 ：作为  目标值 ，截至 6月底#注", "列 乙：作为 目标值，截至 6月底  #注"),
        ("项 甲 / 「3月底」", "项 甲/「3月底」"),
        ("列 丙:可选 >= 、= 、<", "列 丙：可选 ≥、=、＜"),
        (
            "明细 丁:名称 文本,数 金额 别名 「数(元)」",
            "明细 丁：名称 文本，数 金额 别名 「数(元)」",
        ),
        (
            "项 戊:依据 《办法》 (财预〔2020〕10号) 第三条 待核",
            "项 戊：依据 《办法》（财预〔2020〕10号）第三条 待核",
        ),
        ('项 己:依据 "表"核实', "项 己：依据 “表” 核实"),
    ],
)
def test_a_line_of_a_form(typed: str, tidy: str) -> None:
    text = format_text(f"{HEAD}【表 表】\n{typed}\n")
    assert text.splitlines()[-1] == tidy


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("得分率:(完成率-60%)÷(100%-60%)", "得分率：（完成率 - 60%） ÷ （100% - 60%）"),
        ("得分:最大(0 ,权重*完成率)", "得分：最大(0, 权重 × 完成率)"),
        ("须说明:完成率>=130% 或 非 权重<>- 1", "须说明：完成率 ≥ 130% 或 非 权重 ≠ -1"),
        ("扣减:0.5 时 实际值 属于 [甲 、乙]", "扣减：0.5 时 实际值 属于 [甲、乙]"),
        ("得分率:甲 / 乙", "得分率：甲 ÷ 乙"),
        ("适用:等级 (规范程度) 或 数值", "适用：等级（规范程度） 或 数值"),
    ],
)
def test_a_line_of_a_method(typed: str, tidy: str) -> None:
    text = format_text(f"{HEAD}【计分】\n方法 甲\n{typed}\n")
    assert text.splitlines()[-1] == f"  {tidy}"


def test_levels_stand_below_one_another_and_comments_with_their_line() -> None:
    text = format_text(
        f"{HEAD}\n\n\n【指标 甲】\n\n# 两个目标\n目标 年度目标\n一级 产出:必填\n"
        "#下一行是二级\n二级 数量\n\n\n三级 甲\n一级 效益\n"
    )
    assert text.partition("\n\n")[2] == (
        "【指标 甲】\n# 两个目标\n目标 年度目标\n  一级 产出：必填\n"
        "    #下一行是二级\n    二级 数量\n\n      三级 甲\n  一级 效益\n"
    )


def test_rows_are_as_wide_as_their_widest() -> None:
    text = format_text(
        f"{HEAD}【等次】\n满分:100\n|等次|得分|\n# 注\n|优|>=90|\n|良|<90 且 >=80|\n"
    )
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert rows[0] == "| 等次 | 得分        |"
    assert len({cell_width(row) for row in rows}) == 1


def test_a_heading_stands_apart_with_the_comments_that_belong_to_it() -> None:
    text = format_text(f"{HEAD}# 一\n\n# 二\n【表 甲】\n\n【计分】\n舍入：逐项 2 位\n")
    assert text.endswith("核实\n# 一\n\n# 二\n【表 甲】\n\n【计分】\n舍入：逐项 2 位\n")
