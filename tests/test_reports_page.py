"""The page about reports: each of its commands writes the report it names."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from pages import page_of

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "reports.zh-CN.md").read_text(encoding="utf-8")
COMMANDS = [
    line
    for block in re.findall(r"^```sh\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
]
TITLES = {
    "check": "绩效目标检查报告",
    "monitor": "绩效运行监控报告",
    "evaluate": "绩效评价得分报告",
    "recompute": "自评得分复算报告",
}


def test_the_page_shows_every_report() -> None:
    assert {line.split()[1] for line in COMMANDS} == set(TITLES)


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_of_the_page_writes_its_report(line: str, tmp_path: Path) -> None:
    words = shlex.split(line)
    words = [str(ROOT / one) if one.startswith("examples/") else one for one in words]
    done = subprocess.run(
        [sys.executable, "-m", "jixiao", *words[1:]],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode in {0, 1}, done.stderr
    assert done.stdout == ""
    html = (tmp_path / words[-1]).read_text(encoding="utf-8")
    assert page_of(html).texts[0] == TITLES[words[1]]


def test_the_picture_is_there_and_small() -> None:
    picture = ROOT / "docs" / "reports.png"

    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size < 150_000
