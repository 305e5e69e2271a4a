"""The command as people meet it: what it prints, what it returns, what it says of bad input."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import jixiao
from jixiao.cli import cli

EXAMPLES = Path(__file__).parent.parent / "examples"
NANTONG = str(EXAMPLES / "jiangsu-nantong-2025.txt")
ACTUALS = str(EXAMPLES / "nantong-2025-actuals-illustrative.csv")


def run(*arguments: str, text: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli, arguments, input=text)


def test_parse_prints_a_value_a_line() -> None:
    result = run("parse", "≥98%", ">=620000万条")

    assert result.exit_code == 0
    assert result.stdout == (
        "≥98% → 比较：≥98%\n>=620000万条 → 比较：≥620000万条，即 ≥6200000000条\n"
    )


def test_parse_takes_the_columns_of_sign_and_unit() -> None:
    result = run("parse", "95", "--operator", "≥", "--unit", "%", "--format", "json")

    assert json.loads(result.stdout)["canonical"] == "≥95%"


def test_parse_reads_a_file_in_order_and_keeps_empty_lines(tmp_path: Path) -> None:
    path = tmp_path / "values.txt"
    path.write_bytes("\ufeff≥98%\r\n\r\n规范\n".encode())

    result = run("parse", "--file", str(path), "--format", "json")

    kinds = [json.loads(line)["kind"] for line in result.stdout.splitlines()]
    assert kinds == ["comparison", "absent", "qualitative"]


def test_parse_reads_standard_input_in_either_encoding() -> None:
    result = run("parse", "--file", "-", "--format", "json", text="≥5万元".encode("gb18030"))

    assert json.loads(result.stdout)["base_number"] == "50000"


def test_parse_without_anything_to_read_is_misuse() -> None:
    result = run("parse")

    assert result.exit_code == 2
    assert "请给出要读的指标值，或用 --file 指定文件（- 为标准输入）" in result.stderr


def test_score_prints_its_steps() -> None:
    result = run("score", "--target", "≥98%", "--actual", "95%", "--weight", "10")

    assert result.exit_code == 0
    assert "得分：10 × 95/98 = 475/49，四舍五入保留 2 位为 9.69\n" in result.stdout


def test_score_as_json_has_the_shape_of_the_design() -> None:
    result = run(
        "score", "--target", "≥98%", "--actual", "95%", "--weight", "10", "--format", "json"
    )

    shown = json.loads(result.stdout)
    levels = {"level1", "level2", "level3"}
    keys = {"target", "actual", "weight", "verdict", "reason", "points", "steps", "cites"}
    assert levels | keys <= set(shown)
    assert shown["points"] == {"low": "9.69", "high": "9.69"}
    assert all(
        set(step) == {"code", "inputs", "formula", "result", "cite"} for step in shown["steps"]
    )


@pytest.mark.parametrize("weight", ["十分", "-1", "1e3", "NaN", ""])
def test_a_weight_that_is_no_number_is_misuse(weight: str) -> None:
    result = run("score", "--target", "≥1", "--actual", "1", f"--weight={weight}")

    assert result.exit_code == 2
    assert f"分值应为不小于 0 的数字，写的是“{weight}”" in result.stderr


def test_a_method_that_the_ruleset_has_not_is_misuse() -> None:
    result = run("score", "--target", "≥1", "--actual", "1", "--weight=1", "--method", "按比例")

    assert result.exit_code == 2
    assert "按比例赋分" in result.stderr


def test_a_date_that_is_none_is_misuse() -> None:
    result = run("score", "--target", "≥1", "--actual", "1", "--weight=1", "--as-of", "2025-2-30")

    assert result.exit_code == 2
    assert "日期应写作 2025-12-31，写的是“2025-2-30”" in result.stderr


def test_read_shows_every_table() -> None:
    result = run("read", NANTONG)

    assert result.exit_code == 0
    assert result.stdout.startswith(f"{NANTONG}：18 张表，262 条指标\n")


def test_read_as_json_has_the_shape_of_the_design_and_masks_persons() -> None:
    shown = json.loads(run("read", NANTONG, "--format", "json").stdout)

    assert shown["schema"] == "jixiao/document/1"
    assert len(shown["tables"]) == 18
    assert sum(len(table["indicators"]) for table in shown["tables"]) == 262
    keys = {"level1", "level2", "level3", "values", "description", "basis", "weight"}
    assert all(
        keys | {"status", "origin"} <= set(row)
        for table in shown["tables"]
        for row in table["indicators"]
    )


def test_check_says_what_should_be_mended() -> None:
    result = run("check", NANTONG, "--ruleset", "江苏南通-2025")

    assert result.exit_code == 0
    assert "填报为 ≥1870000万条" in result.stdout


def test_strict_check_fails_on_what_must_be_explained() -> None:
    assert run("check", NANTONG, "--strict").exit_code == 1


def test_check_as_json_counts_what_it_lists() -> None:
    shown = json.loads(run("check", NANTONG, "--format", "json").stdout)

    assert shown["summary"]["total"] == len(shown["findings"])
    assert {one["severity"] for one in shown["findings"]} <= {"error", "warning", "hint"}


def test_evaluate_gives_a_card_for_every_filled_table(tmp_path: Path) -> None:
    out = tmp_path / "card.json"
    result = run(
        *("evaluate", NANTONG, "--actuals", ACTUALS, "--as-of", "2025-12-31"),
        *("--format", "json", "-o", str(out)),
    )

    assert result.exit_code == 0, result.output
    card = json.loads(out.read_text(encoding="utf-8"))
    assert card["schema"] == "jixiao/scorecard/1"
    assert len(card["tables"]) == 17
    assert {table["label"] for table in card["tables"]} == {"得分测算（权重为推定）"}
    assert all(table["grades"] == [] for table in card["tables"])


def test_accepted_weights_give_grades() -> None:
    result = run("evaluate", NANTONG, "--actuals", ACTUALS, "--accept-weights")

    assert "等次：" in result.stdout


def test_steps_show_every_clause() -> None:
    plain = run("evaluate", NANTONG, "--actuals", ACTUALS).stdout
    steps = run("evaluate", NANTONG, "--actuals", ACTUALS, "--steps").stdout

    assert "计分方法：" not in plain
    scored = json.loads(run("evaluate", NANTONG, "--actuals", ACTUALS, "--format", "json").stdout)
    methods = [row["method"] for table in scored["tables"] for row in table["indicators"]]
    assert steps.count("计分方法：") == sum(method is not None for method in methods) > 50


def test_english_speaks_english() -> None:
    result = run("--lang", "en", "check", NANTONG)

    assert "findings: 0 must be changed" in result.stdout


@pytest.mark.parametrize("how", [(), ("--resolved",)])
def test_a_ruleset_is_shown_as_the_json_that_it_has(how: tuple[str, ...]) -> None:
    result = run("rulesets", "show", "江苏南通-2025", *how, "--format", "json")

    assert json.loads(result.stdout) == jixiao.load("江苏南通-2025").to_json()


def test_the_rulesets_are_listed() -> None:
    shown = json.loads(run("rulesets", "list", "--format", "json").stdout)

    assert {"财政部-2020", "江苏南通-2025"} <= {one["id"] for one in shown["rulesets"]}


def test_a_ruleset_is_shown_as_written() -> None:
    source = EXAMPLES.parent / "rulesets" / "320600_nantong_2025.jx"

    result = run("rulesets", "show", "江苏南通-2025")

    assert result.stdout == source.read_text(encoding="utf-8")


def test_an_unknown_ruleset_is_misuse_with_the_nearest_name() -> None:
    for command in (["check", NANTONG, "--ruleset"], ["rulesets", "show"]):
        result = run(*command, "江苏南同-2025")

        assert result.exit_code == 2
        assert "没有名为“江苏南同-2025”的规则集" in result.stderr
        assert "是不是想写“江苏南通-2025”？" in result.stderr


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "文件是空的"),
        ("noise.txt", bytes(range(256)) * 8, "文件不是文本"),
        ("prose.txt", "年度工作报告\n全文如下".encode(), "没有找到绩效表"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_and_the_rest_goes_on(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    result = run("check", str(path), NANTONG)

    assert result.exit_code == 3
    assert said in result.stdout
    assert "填报为 ≥1870000万条" in result.stdout


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    result = run("check", str(tmp_path / "none.txt"))

    assert result.exit_code == 3
    assert result.stderr.endswith("none.txt：没有这个文件；请核对后重试\n")


def test_actuals_with_faults_are_said_with_place_and_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "actuals.csv"
    path.write_text(
        "实施单位,项目名称,三级指标,实际完成值,分值\n"
        ",医保印刷费,印刷数量,300000张,十分\n"
        ",医保印刷费,印制数量,300000张,10\n"
        ",医保租赁业务专项,租赁车辆车次,40辆,10\n"
        ",医保租赁业务专项,租赁车辆车次,41辆,10\n"
        ",没有的项目,甲,1,1\n",
        encoding="utf-8",
    )

    result = run("evaluate", NANTONG, "--actuals", str(path))

    assert result.exit_code == 1
    for said in (
        "“分值”填报为“十分”，不是数字",
        "表中没有指标“印制数量”",
        "“租赁车辆车次”填报了2次，内容不同（“40辆”、“41辆”），均未采用",
        "完成情况写的项目“没有的项目”",
    ):
        assert said in result.stdout


def test_the_command_writes_utf8_whatever_the_locale() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "jixiao", "parse", "≥98%"],
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii"},
        check=True,
    )

    assert done.stdout.decode("utf-8").startswith("≥98% → 比较")


def test_every_command_says_what_it_does_in_one_whole_line() -> None:
    waiting: list[click.Command] = [cli]
    while waiting:
        command = waiting.pop()
        if isinstance(command, click.Group):
            waiting += command.commands.values()
            shown = CliRunner().invoke(command, ["--help"], obj="zh").output
            assert "..." not in shown.partition("Commands:")[2], shown
        assert command.help, command.name
        if command is not cli:
            assert command.short_help, command.name
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help, (command.name, option.name)
