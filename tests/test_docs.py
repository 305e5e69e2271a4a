"""What the documents show is what happens: every console line and every Python block is run.

A page with blocks ```jx FILE teaches by writing: see `test_a_page_that_writes_rulesets_is_played`.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from jixiao.language import render
from jixiao.language.grammar import line_parser
from jixiao.language.words import TERMINALS
from jixiao.library import Library

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
SHELL = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```(jx|cases|console|text)([^\n]*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def writes_rulesets(page: Path) -> bool:
    """Whether a page writes rulesets step by step, so that its blocks belong together."""
    return "\n```jx " in page.read_text(encoding="utf-8")


def commands_in(block: str) -> list[tuple[str, str]]:
    """Each command line of a console block, with the output printed below it."""
    found = []
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        found.append((command, output))
    return found


def commands_of(page: Path) -> list[tuple[str, str]]:
    """The command lines of a page that can be run one by one."""
    if writes_rulesets(page):
        return []
    blocks = CONSOLE.findall(page.read_text(encoding="utf-8"))
    return [shown for block in blocks for shown in commands_in(block)]


def run(command: str, folder: Path = ROOT) -> str:
    """What a command of ours prints; anything else on a console line is a mistake of the page."""
    words = shlex.split(command)
    assert words[0] == "jixiao", command
    done = subprocess.run(
        [sys.executable, "-m", "jixiao", *words[1:]],
        cwd=folder,
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
    assert_shown(output, run(command), f"{page}: {command}")


@pytest.mark.parametrize(
    "page", [page for page in PAGES if writes_rulesets(page)], ids=lambda page: page.name
)
def test_a_page_that_writes_rulesets_is_played(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The blocks of the page in their order, in an empty folder.

    ```jx FILE       goes to the end of that file, which is clean from then on;
    ```jx FILE 错    goes there for a moment: the ```text block below it is what is said;
    ```cases FILE    goes to the end of that file;
    ```console       is run in the folder.
    """
    monkeypatch.chdir(tmp_path)
    said, played = "", 0
    for kind, info, body in BLOCK.findall(page.read_text(encoding="utf-8")):
        name, *wrong = info.split() or [""]
        if kind == "console":
            for command, output in commands_in(body):
                assert_shown(output, run(command, tmp_path), f"{page.name}: {command}")
        elif kind == "text":
            assert_shown(body, said, f"{page.name}: {body}")
        else:
            path = Path(name)
            before = path.read_text(encoding="utf-8") if path.exists() else ""
            path.write_text(before + body, encoding="utf-8")
            if kind == "jx":
                loaded = Library.default().open(path)
                said = render(loaded.findings, loaded.sources)
                assert bool(loaded.findings) == bool(wrong), f"{page.name}: {body}\n{said}"
            if wrong:
                path.write_text(before, encoding="utf-8")
        played += 1

    assert played > 20


def assert_shown(expected: str, printed: str, where: str) -> None:
    checker = doctest.OutputChecker()

    assert checker.check_output(expected, printed, doctest.ELLIPSIS), f"{where}\n{printed}"


def test_the_page_of_the_language_has_every_word_of_the_grammar_and_no_other() -> None:
    text = (ROOT / "docs" / "language.md").read_text(encoding="utf-8")
    table = text.partition("## 全部的词")[2]
    rows = re.findall(r"^\| ([^|]+) \|[^|]+\|[^|]+\|$", table, re.MULTILINE)
    listed = {word for row in rows for word in row.split("、")} - {"词", "---"}
    words = set()
    for terminal in line_parser().terminals:
        pattern = terminal.pattern.value.replace("[一二三]级", "一级二级三级")
        for word in TERMINALS.get(terminal.name, "").split("/"):
            if word in pattern and re.fullmatch(r"[\u4e00-\u9fff]+", word):
                words.add(word)

    assert listed == words


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_python_of_a_page_runs(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    blocks = PYTHON.findall(page.read_text(encoding="utf-8"))
    parser = doctest.DocTestParser()
    said: dict[str, object] = {}
    for block in blocks:
        if ">>>" in block:
            example = parser.get_doctest(block, said, page.name, str(page), 0)
            runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
            assert runner.run(example, clear_globs=False).failed == 0
            said |= example.globs  # a page is one session: what was said above still holds
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
