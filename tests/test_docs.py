"""What the documents show is what happens: every console line and every Python block is run."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
SHELL = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def commands_of(page: Path) -> list[tuple[str, str]]:
    """Each command line of the page's console blocks, with the output printed below it."""
    found = []
    for block in CONSOLE.findall(page.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


def run(command: str) -> str:
    """What a command of ours prints; anything else on a console line is a mistake of the page."""
    words = shlex.split(command)
    assert words[0] == "jixiao", command
    done = subprocess.run(
        [sys.executable, "-m", "jixiao", *words[1:]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"COLUMNS": "100"},
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize(
    ("page", "command", "output"),
    [(page.name, *shown) for page in PAGES for shown in commands_of(page)],
)
def test_a_console_line_prints_what_the_page_shows(page: str, command: str, output: str) -> None:
    checker = doctest.OutputChecker()
    printed = run(command)

    assert checker.check_output(output, printed, doctest.ELLIPSIS), f"{page}: {command}\n{printed}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_python_of_a_page_runs(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    blocks = PYTHON.findall(page.read_text(encoding="utf-8"))
    parser = doctest.DocTestParser()
    for block in blocks:
        if ">>>" in block:
            example = parser.get_doctest(block, {}, page.name, str(page), 0)
            results = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example)
            assert results.failed == 0
        else:
            subprocess.run([sys.executable, "-c", block], cwd=ROOT, check=True, stdout=-3)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_of_a_page_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / link).exists(), link


def test_both_readmes_give_the_same_two_commands() -> None:
    blocks = [
        SHELL.findall((ROOT / name).read_text(encoding="utf-8"))
        for name in ("README.md", "README.zh-CN.md")
    ]

    assert len(blocks[0]) == 2
    assert blocks[0] == blocks[1]
