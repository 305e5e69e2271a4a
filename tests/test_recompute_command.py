"""`jixiao recompute` on files: CSV and XLSX, one and many, text and JSON, and the exit status."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

import jixiao
from jixiao.cli import cli

if TYPE_CHECKING:
    from click.testing import Result

EXAMPLES = Path(__file__).parent.parent / "examples"
SCORED = EXAMPLES / "self-evaluation-2022-illustrative.csv"
GOALS = EXAMPLES / "shaanxi-weinan-2023.txt"


def run(*arguments: object) -> Result:
    """The command with these arguments."""
    return CliRunner().invoke(cli, ["recompute", *map(str, arguments)])


def shown(*arguments: object) -> dict[str, Any]:
    """Its JSON."""
    data: dict[str, Any] = json.loads(run(*arguments, "--format", "json").stdout)
    return data


def rows() -> list[list[str]]:
    """The cells of the example."""
    with SCORED.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_a_csv_file() -> None:
    data = shown(SCORED)
    found = {one["indicator"]: one["result"] for one in data["rows"]}

    assert found == {
        "培训人数": "explained",
        "培训班期数": "differs",
        "考核合格率": "explained",
        "任务完成率": "stricter",
        "学员就业率": "explained",
        "技能提升效果": "judgement",
        "学员满意度": "explained",
        "年度资金总额": "explained",
    }
    assert {one["kind"] for one in data["totals"]} == {
        "rate",
        "parts",
        "weights",
        "score",
        "grade",
    }
    assert {one["result"] for one in data["totals"]} == {"explained"}


def test_a_workbook_gives_what_the_csv_gives(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for line, cells in enumerate(rows(), start=1):
        for place, text in enumerate(cells, start=1):
            number = text.replace(".", "", 1).isdigit()
            book.active.cell(line, place, float(text) if number else text or None)
    path = tmp_path / "自评表.xlsx"
    book.save(path)
    by_csv, by_book = (
        {one["indicator"]: (one["result"], one["computed"]) for one in shown(file)["rows"]}
        for file in (SCORED, path)
    )

    assert by_book == by_csv


def test_the_exit_status(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    above = SCORED.read_text(encoding="utf-8").replace("9期,10,10,", "9期,10,12,")
    path.write_text(above, encoding="utf-8")

    assert run(SCORED).exit_code == 0
    assert run(SCORED, "--strict").exit_code == 1
    assert run(path).exit_code == 1
    assert "“培训班期数”得分填报为 12，超过分值 10；请核实" in run(path).stdout
    assert run(tmp_path / "no-such-file.csv").exit_code == 3
    assert run(SCORED, "--as-of", "soon").exit_code == 2
    assert run(SCORED, "--ruleset", "没有-2024").exit_code == 2


def test_several_files_have_a_sum(tmp_path: Path) -> None:
    other = tmp_path / "b.csv"
    other.write_bytes(SCORED.read_bytes())
    text = run(SCORED, other).stdout
    lines = [json.loads(one) for one in run(SCORED, other, "--format", "json").stdout.splitlines()]

    assert text.splitlines()[-1] == (
        "共 2 个文件：得分 16 项，可比 16 项，其中得到解释 14 项（87.5%）："
        "一致 10，档内 2，从严 2，复算不一致 2。"
    )
    assert [one["document"]["file"] for one in lines] == [str(SCORED), str(other)]


def test_the_steps_and_another_language() -> None:
    steps = run(SCORED, "--steps").stdout

    assert "完成率：实际值 ÷ 目标值 = 0.9（目标值 10期，实际值 9期）" in steps
    english = CliRunner().invoke(cli, ["--lang", "en", "recompute", str(SCORED)]).stdout
    assert "8 scores, 8 comparable, 7 of them explained (87.5%)" in english


def test_a_ruleset_by_name() -> None:
    data = shown(SCORED, "--ruleset", "湖北自评-2020")

    assert {one["ruleset"] for one in data["rows"]} == {"湖北自评-2020"}
    assert "E492" not in {one["code"] for one in data["findings"]}


def test_tables_of_targets_have_nothing_to_recompute() -> None:
    data = shown(GOALS)

    assert data["rows"] == []
    assert {one["code"] for one in data["findings"]} == {"E494"}
    assert run(GOALS).exit_code == 0


def test_from_python() -> None:
    report = jixiao.recompute(jixiao.read(SCORED))

    assert str(report.tally().share) == "7/8"
    assert [one.indicator for one in report.rows if one.result == "differs"] == ["培训班期数"]
