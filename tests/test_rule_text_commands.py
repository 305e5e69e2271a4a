"""The commands on the text of rulesets: lint, fmt, show and diff, as people meet them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from jixiao.cli import cli
from jixiao.findings import Severity
from jixiao.language import parse
from jixiao.language.differences import differences
from jixiao.library import Library
from jixiao.linting import lint, overlaps
from jixiao.rule_files import Entry
from jixiao.rules import Ruleset

if TYPE_CHECKING:
    from jixiao.rules import Ruleset as Rules

BAD = Path(__file__).parent / "language" / "bad"
HEAD = (
    "规则集 某县-2025\n名称：“某县”\n继承：财政部-2020\n地区：320699 某县\n年度：2025\n"
    "生效：2025年1月1日 至 2025年12月31日\n依据：“某县表（样式）” 核实\n"
)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ("rulesets", *arguments))


# ── lint ──


def test_lint_says_where_why_and_what_to_write() -> None:
    result = run("lint", str(BAD / "r02_clause.jx"))
    assert result.exit_code == 1
    assert "r02_clause.jx:12:9 须修改 R02 看不懂“权种”" in result.stdout
    assert "是不是想写“权重”？" in result.stdout
    assert result.stdout.endswith("r02_clause.jx：须修改 1，请说明 0，建议完善 0。\n")


def test_lint_speaks_english() -> None:
    result = CliRunner().invoke(cli, ("--lang", "en", "rulesets", "lint", "财政部-2020"))
    assert result.stdout == "财政部-2020: nothing found.\n"


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("江苏南通-2025",), 0),
        (("江苏南通-2025", str(BAD / "r02_clause.jx")), 1),
        ((str(BAD / "r18_constant.jx"),), 0),
        ((str(BAD / "r18_constant.jx"), "--strict"), 1),
        ((str(BAD / "r20_phrase.jx"), "--strict"), 0),
        (("江苏南同-2025",), 2),
        (("没有.jx",), 3),
        (("没有.jx", "江苏南通-2025", str(BAD / "r02_clause.jx")), 3),
        ((), 0),
    ],
)
def test_the_exit_status_is_the_gravest(arguments: tuple[str, ...], status: int) -> None:
    assert run("lint", *arguments).exit_code == status


def test_lint_as_json_holds_both_places_and_the_nearest_word() -> None:
    asked = [str(BAD / name) for name in ("r07_indicator.jx", "r02_clause.jx")]
    result = json.loads(run("lint", *asked, "--format", "json").stdout)
    assert result["schema"] == "jixiao/lint/1"
    twice, word = (one["findings"][0] for one in result["files"])
    assert (twice["code"], twice["severity"]) == ("R07", "error")
    assert twice["related"][0]["file"] == "000000_caizhengbu_2020.jx"
    assert (word["line"], word["column"], word["raw"]) == (12, 9, "权种")
    assert word["notes"]["nearest"] == "权重"


def test_all_problems_of_a_file_are_told_in_one_run(tmp_path: Path) -> None:
    path = tmp_path / "x.jx"
    path.write_text(
        HEAD + "【表 项目绩效目标表】\n项 甲：必真\n取消 列 没有\n"
        "【校验】\n校验 K01 请说明：“甲”\n  对象：项目绩效目标表\n  条件：1 = 1\n",
        encoding="utf-8",
    )
    codes = [one.code for one in lint(Library.default(), str(path)).findings]
    assert codes == ["R02", "R08", "R18"]


def test_a_broken_line_accuses_nobody_else(tmp_path: Path) -> None:
    path = tmp_path / "x.jx"
    path.write_text(
        HEAD + "【计分】\n方发 本地\n  得分率：完成率\n默认 数值：本地\n", encoding="utf-8"
    )
    found = lint(Library.default(), str(path)).findings
    assert [(one.code, one.raw) for one in found if one.code == "R02"] == [("R02", "方发")]


@pytest.mark.parametrize(
    ("effective", "what"),
    [
        ("2025年1月1日 至 2025年12月31日", "2025-01-01 至 2025-12-31 同时生效"),
        ("2025年7月1日", "2025-07-01 至 2025-12-31 同时生效"),
        ("2026年1月1日", ""),
        ("2024年1月1日 至 2024年12月31日", ""),
        ("", ""),
    ],
)
def test_two_rulesets_of_one_place_on_the_same_days(effective: str, what: str) -> None:
    ruleset = parse(HEAD, file="x.jx")[0]
    assert ruleset is not None
    other = Entry("别的-2025", "别的", "320699 某县", 2025, effective, "y.jx", "某处")
    elsewhere = Entry("外地-2025", "外地", "320600 外地", 2025, effective, "z.jx", "某处")
    found = [dict(one.context)["what"] for one in overlaps(ruleset, [other, elsewhere])]
    assert found == ([f"与“别的-2025”（y.jx）同属一地，{what}"] if what else [])


def test_a_file_beside_is_held_against_it(tmp_path: Path) -> None:
    for name in ("甲地", "乙地"):
        path = tmp_path / f"{name}.jx"
        path.write_text(HEAD.replace("某县-2025", f"{name}-2025"), encoding="utf-8")
    found = lint(Library.default(), str(tmp_path / "甲地.jx")).findings
    assert [(one.code, one.severity) for one in found] == [("R06", Severity.WARNING)]
    assert "与“乙地-2025”（乙地.jx）同属一地" in found[0].message()


def test_lint_without_a_name_takes_all_that_are_installed() -> None:
    said = run("lint").stdout.splitlines()
    assert said == [f"{one}：没有发现问题。" for one in Library.default().ids()]


def test_lint_takes_the_files_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "里").mkdir()
    (tmp_path / "乙.jx").write_text(HEAD, encoding="utf-8")
    (tmp_path / "里" / "甲.jx").write_text(HEAD, encoding="utf-8")
    (tmp_path / "读我.txt").write_text("说明", encoding="utf-8")
    result = json.loads(run("lint", str(tmp_path), "--format", "json").stdout)
    assert [Path(one["asked"]).name for one in result["files"]] == ["乙.jx", "甲.jx"]
    (tmp_path / "空").mkdir()
    empty = run("lint", str(tmp_path / "空"))
    assert empty.exit_code == 2
    assert "里没有规则集文件（.jx）" in empty.stderr


# ── fmt ──


def test_fmt_without_a_name_checks_all_that_are_installed_and_writes_none() -> None:
    checked = run("fmt", "--check")
    count = len(Library.default().ids())
    assert (checked.exit_code, checked.stdout) == (0, f"{count} 个规则集的格式都已整齐。\n")
    refused = run("fmt")
    assert refused.exit_code == 2
    assert "请加 --check" in refused.stderr


def test_fmt_takes_the_files_of_a_folder(tmp_path: Path) -> None:
    for name in ("甲.jx", "乙.jx"):
        (tmp_path / name).write_text(HEAD.replace("：", ":"), encoding="utf-8")
    assert run("fmt", "--check", str(tmp_path)).exit_code == 1
    assert run("fmt", str(tmp_path)).exit_code == 0
    assert {path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {HEAD}


def test_fmt_writes_the_one_form_and_keeps_comments(tmp_path: Path) -> None:
    path = tmp_path / "x.jx"
    path.write_text("\ufeff" + HEAD + "【表 甲】#注\n列 乙:必填\n", encoding="utf-8")
    assert run("fmt", "--check", str(path)).exit_code == 1
    assert path.read_text(encoding="utf-8").startswith("\ufeff")
    assert run("fmt", str(path)).exit_code == 0
    assert path.read_text(encoding="utf-8") == HEAD + "\n【表 甲】  #注\n列 乙：必填\n"
    assert run("fmt", "--check", str(path)).exit_code == 0


def test_fmt_leaves_a_file_with_errors_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.jx"
    path.write_text(HEAD + "【表 甲】\n例 乙:必填\n", encoding="utf-8")
    before = path.read_bytes()
    result = run("fmt", str(path))
    assert result.exit_code == 1
    assert "没有整理；请先改好：" in result.stdout
    assert "看不懂“例”" in result.stdout
    assert path.read_bytes() == before


def test_fmt_says_what_it_cannot_read_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "x.jx").write_bytes(HEAD.encode("gb18030"))
    (tmp_path / "y.jx").write_text(HEAD.replace("：", ":"), encoding="utf-8")
    result = run("fmt", str(tmp_path / "x.jx"), str(tmp_path / "y.jx"), str(tmp_path / "z.jx"))
    assert result.exit_code == 3
    assert "不是 UTF-8 编码" in result.stdout
    assert "读不了规则集文件" in result.stdout
    assert (tmp_path / "y.jx").read_text(encoding="utf-8") == HEAD


# ── show, diff ──


def test_the_resolved_text_stands_alone(tmp_path: Path) -> None:
    path = tmp_path / "whole.jx"
    text = run("show", "江苏南通-2025", "--resolved").stdout
    assert text.startswith("# 财政部-2020 → 江苏南通-2025：继承之后的全文，自成一体。\n")
    path.write_text(text, encoding="utf-8")
    whole = Library.default().open(path)
    assert whole.usable
    assert whole.ruleset is not None
    named = Library.default().load("江苏南通-2025")
    found = differences(named, whole.ruleset)
    assert found == ()


def test_diff_says_in_words_what_differs() -> None:
    text = run("diff", "财政部-2020", "江苏南通-2025").stdout
    assert "【指标 项目绩效目标表】\n" in text
    assert "  产出指标 › 成本指标：选填 → 至少 1 项，建议完善\n" in text
    assert "  取消 列 指标值：作为 目标值，必填，别名 年度指标值\n" in text
    assert "  新增 校验 N02：须修改：“支出明细全年预算数之和应等于资金总额”" in text
    assert run("diff", "财政部-2020", "财政部-2020").stdout.endswith("两个规则集没有不同。\n")


def test_diff_as_json() -> None:
    shown = json.loads(run("diff", "财政部-2020", "江苏南通-2025", "--format", "json").stdout)
    assert (shown["schema"], shown["from"]) == ("jixiao/ruleset-diff/1", "财政部-2020")
    found = next(one for one in shown["differences"] if one["path"] == "产出指标 › 成本指标")
    assert found["before"] == ["选填"]
    assert found["after"] == ["至少 1 项", "建议完善"]


def resolved(body: str) -> Rules:
    found, findings = parse(HEAD.replace("继承：财政部-2020\n", "") + body)
    assert isinstance(found, Ruleset), findings
    return found


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            "【表 甲】\n【指标 甲】\n一级 产出：权重 50，依据 《办法》核实\n",
            "【表 甲】\n【指标 甲】\n一级 产出：权重 60，依据 《细则》待核\n",
            ("产出", ("权重 50",), ("权重 60",), "《细则》待核"),
        ),
        (
            "【表 甲】\n【指标 甲】\n一级 产出：权重 50，依据 《办法》核实\n",
            "【表 甲】\n【指标 甲】\n一级 产出：权重 50，依据 《办法》待核\n",
            ("产出", ("依据 《办法》核实",), ("依据 《办法》待核",), "《办法》待核"),
        ),
        (
            "【计分】\n方法 甲\n  得分率：完成率\n  封顶：100%\n",
            "【计分】\n方法 甲\n  得分率：完成率\n  封顶：120%\n",
            ("方法 甲", ("封顶：100%",), ("封顶：120%",), None),
        ),
        (
            "【计分】\n舍入：逐项 2 位\n",
            "【计分】\n舍入：逐项 1 位\n",
            ("舍入 逐项", ("2 位",), ("1 位",), None),
        ),
    ],
)
def test_only_the_clauses_that_differ_are_shown(
    before: str, after: str, said: tuple[str, tuple[str, ...], tuple[str, ...], str | None]
) -> None:
    (found,) = differences(resolved(before), resolved(after))
    assert (found.path, found.before, found.after, found.cite) == said


def test_what_stands_below_something_removed_is_not_told_again() -> None:
    before = resolved("【表 甲】\n【指标 甲】\n一级 产出：必填\n  二级 数量：必填\n一级 效益\n")
    after = resolved("【表 甲】\n【指标 甲】\n一级 效益\n")
    assert [(one.change, one.path) for one in differences(before, after)] == [("removed", "产出")]
