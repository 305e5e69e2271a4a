"""Many files: what arguments mean, answers in order, and a broken file that stops nothing."""

from __future__ import annotations

import json
import os
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from fragile_work import fragile
from jixiao.cli import cli
from jixiao.cli.batch import outcomes
from jixiao.cli.common import ExitStatus
from jixiao.cli.file_jobs import check_file, read_file
from jixiao.cli.paths import expand

HEADER = "一级指标\t二级指标\t三级指标\t指标值"


def table(name: str) -> str:
    return f"某县项目绩效目标表\n项目名称\t{name}\n{HEADER}\n产出指标\t数量指标\t培训场次\t≥10场\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "里").mkdir()
    (tmp_path / ".藏").mkdir()
    for name in ("乙.txt", "甲.txt", "里/丙.txt", ".藏/丁.txt", "~$甲.txt"):
        (tmp_path / name).write_text(table(Path(name).stem), encoding="utf-8")
    (tmp_path / "图.png").write_bytes(b"\x89PNG")
    return tmp_path


def names(folder: Path, *arguments: str) -> list[str]:
    return [os.path.relpath(one, folder) for one in expand(arguments).files]


def test_a_folder_means_its_files_sorted_and_none_that_is_hidden(folder: Path) -> None:
    assert names(folder, str(folder)) == ["乙.txt", "甲.txt", str(Path("里") / "丙.txt")]


def test_a_pattern_is_expanded_and_each_file_is_meant_once(folder: Path) -> None:
    found = names(
        folder, str(folder / "甲.txt"), str(folder / "**" / "*.txt"), str(folder / "*.txt")
    )
    assert found == ["甲.txt", "~$甲.txt", "乙.txt", str(Path("里") / "丙.txt")]


def test_a_file_that_is_not_there_is_kept_and_a_pattern_for_nothing_is_said(folder: Path) -> None:
    got = expand([str(folder / "无.txt"), str(folder / "*.docx"), str(folder / "图.png")])
    assert got.files == (str(folder / "无.txt"), str(folder / "图.png"))
    assert got.empty == (str(folder / "*.docx"),)


def test_a_name_with_marks_of_a_pattern_is_a_name_where_there_is_such_a_file(
    tmp_path: Path,
) -> None:
    strange = tmp_path / "[2022]年.txt"
    strange.write_text(table("甲"), encoding="utf-8")
    assert expand([str(strange)]).files == (str(strange),)


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli, list(arguments))
    return result.exit_code, result.stdout, result.stderr


def test_a_broken_file_is_said_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "乙.txt").write_bytes(b"\xff\xfe\xff")
    code, out, err = run(
        "read", str(folder), str(folder / "无.txt"), str(folder / "*.pdf"), "--format=json"
    )
    shown = [json.loads(line) for line in out.splitlines()]
    assert code == ExitStatus.UNREADABLE
    assert [Path(one["file"]).name for one in shown] == ["乙.txt", "甲.txt", "丙.txt"]
    assert [one["readable"] for one in shown] == [False, True, True]
    assert "无.txt" in err
    assert "*.pdf 里没有可读的文件；请核对路径" in err


def test_check_speaks_of_each_file(folder: Path) -> None:
    code, out, _ = run("check", str(folder), "--ruleset=财政部-2020")
    assert code in {ExitStatus.CLEAN, ExitStatus.FINDINGS}
    assert out.count("── ") == 3
    assert out.index("乙.txt") < out.index("甲.txt") < out.index("丙.txt")


def test_two_processes_give_what_one_gives_in_the_same_order(folder: Path) -> None:
    files = [*expand([str(folder)]).files, str(folder / "无.txt"), str(folder / "图.png")] * 2
    read = partial(
        read_file,
        ruleset="财政部-2020",
        form="json",
        lang="zh",
        strict=False,
        personal=False,
        many=True,
    )
    check = partial(
        check_file, ruleset="财政部-2020", form="text", lang="en", strict=True, many=True
    )
    for work in (read, check):
        one = list(outcomes(files, work, "zh", workers=1))
        assert list(outcomes(files, work, "zh", workers=2)) == one
        assert one[4].status is ExitStatus.UNREADABLE


def test_a_file_that_brings_its_process_down_is_said_and_the_rest_goes_on() -> None:
    files = ["一", "二", "塌", "三", "错", "四"]
    got = list(outcomes(files, fragile, "zh", workers=2))
    assert [one.out for one in got] == ["一", "二", "", "三", "", "四"]
    assert [one.status for one in got if not one.out] == [ExitStatus.UNREADABLE] * 2
    assert got[4].err == (
        "错 没有读成（ZeroDivisionError），已跳过，其余文件继续；请把这个文件发来核查"
    )
