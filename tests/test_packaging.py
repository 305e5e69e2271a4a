"""Wheel, sdist and editable installs all carry the grammars and the rulesets, and load them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROBE = """
from importlib.resources import files
import jixiao
assert files("jixiao.grammar").joinpath("ruleset.lark").is_file()
assert files("jixiao.grammar").joinpath("value.lark").is_file()
assert files("jixiao").joinpath("py.typed").is_file()
assert files("jixiao.rulesets").joinpath("000000_caizhengbu_2020.cases").is_file()
assert files("jixiao.writing.html").joinpath("templates", "page.html.jinja").is_file()
rules = jixiao.load("江苏南通-2025")
score = jixiao.score("≥98%", "49%", weight=10)
print(rules.id, score.points.high, jixiao.__file__)
"""


def run(*command: str | Path, cwd: Path | None = None) -> str:
    """Run a command and give its output; its error output is in the failure."""
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean copy of what is under version control, as a builder gets it."""
    target = tmp_path_factory.mktemp("tree") / "jixiao"
    ignore = shutil.ignore_patterns(
        ".git", ".venv", "*.egg-info", "build", "dist", "__pycache__", ".*_cache", ".hypothesis"
    )
    shutil.copytree(ROOT, target, ignore=ignore)
    return target


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """The Python of an environment with our dependencies and without jixiao."""
    run(sys.executable, "-m", "venv", "--without-pip", tmp_path / "env")
    python = tmp_path / "env" / "bin" / "python"
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    # A path in a .pth file is searched, but its own .pth files, jixiao's among them, are not read.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    assert run(python, "-c", "import attrs, lark, setuptools") == ""
    return python


def install(python: Path, *what: str | Path) -> None:
    """Install without dependencies and without asking for anything from outside."""
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet")
    run(*pip, "--no-deps", "--no-build-isolation", "--no-index", *what)


def build(tree: Path, kind: str, out: Path) -> Path:
    run(sys.executable, "-m", "build", "--no-isolation", kind, "--outdir", out, tree)
    return next(out.iterdir())


@pytest.mark.slow
@pytest.mark.parametrize("how", ["wheel", "sdist", "editable"])
def test_an_installed_jixiao_finds_its_files(
    how: str, tree: Path, bare: Path, tmp_path: Path
) -> None:
    match how:
        case "wheel":
            install(bare, build(tree, "--wheel", tmp_path / "dist"))
        case "sdist":
            install(bare, build(tree, "--sdist", tmp_path / "dist"))
        case _:
            install(bare, "--editable", tree)

    ruleset, points, home = run(bare, "-c", PROBE, cwd=tmp_path).split()

    assert (ruleset, points) == ("江苏南通-2025", "5.00")
    assert (str(tree) in home) == (how == "editable")


def test_every_package_on_disk_is_listed() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = set(config["tool"]["setuptools"]["packages"])
    found = {
        ".".join(path.parent.relative_to(ROOT / "src").parts)
        for path in (ROOT / "src" / "jixiao").rglob("__init__.py")
    }

    assert listed == found | {"jixiao.grammar", "jixiao.rulesets"}


def test_importing_jixiao_loads_nothing_heavy() -> None:
    heavy = ("lark", "pint", "babel", "click", "rich", "attrs", "decimal")
    code = f"import sys, jixiao; print([name for name in {heavy} if name in sys.modules])"

    assert run(sys.executable, "-I", "-c", code).strip() == "[]"
