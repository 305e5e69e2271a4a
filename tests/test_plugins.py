"""Packages that extend the library: found late, in order, never trusted to work."""

from __future__ import annotations

import shutil
from importlib import metadata
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jixiao import library as library_module
from jixiao import rule_files
from jixiao.findings import RulesetError
from jixiao.library import Library
from test_packaging import bare, install, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["bare"]

ROOT = Path(__file__).parent.parent
OWN = ROOT / "examples" / "own_ruleset"
HEADER = """规则集 {name}
名称：“某县”
继承：财政部-2020
地区：320601 某县
年度：2025
生效：2025年1月1日 至 2025年12月31日
依据：“某县表（样式）” 核实
"""
EXTENSION = """
def extend(library):
    return library.extended(functions={{"{name}": lambda figure: figure}})

def broken(library):
    raise RuntimeError("没有准备好")

def nothing(library):
    return None
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Library]]:
    """A library as it is with these entry points, (group, name, value), installed."""
    real = metadata.entry_points
    caches = (library_module._default, library_module._loaded, rule_files.registered)  # noqa: SLF001

    def clear() -> None:
        for one in caches:
            one.cache_clear()

    def with_points(*points: tuple[str, str, str]) -> Library:
        made = [EntryPoint(name, value, f"jixiao.{group}") for group, name, value in points]

        def found(*, group: str) -> EntryPoints:
            return EntryPoints([*real(group=group), *(one for one in made if one.group == group)])

        monkeypatch.setattr(metadata, "entry_points", found)
        clear()
        return Library.default()

    monkeypatch.syspath_prepend(str(tmp_path))
    yield with_points
    clear()


def package(folder: Path, name: str, *rulesets: str, function: str = "甲函数") -> None:
    (folder / name).mkdir()
    (folder / name / "__init__.py").write_text(EXTENSION.format(name=function), encoding="utf-8")
    for place, one in enumerate(rulesets):
        path = folder / name / f"{place}.jx"
        path.write_text(HEADER.format(name=one), encoding="utf-8")


def test_rulesets_of_packages_come_after_the_built_in_ones_in_order(
    tmp_path: Path, installed: Callable[..., Library]
) -> None:
    package(tmp_path, "plug_b", "乙县-2025")
    package(tmp_path, "plug_a", "甲县-2025")
    library = installed(("rulesets", "zz", "plug_a"), ("rulesets", "aa", "plug_b"))
    built_in = [one.id for one in library.entries() if one.found_in == "jixiao.rulesets"]
    assert library.ids() == (*built_in, "乙县-2025", "甲县-2025")
    assert library.load("甲县-2025").lineage == ("财政部-2020", "甲县-2025")
    assert library.findings == ()


def test_two_of_one_name_are_told_and_only_asking_for_it_raises(
    tmp_path: Path, installed: Callable[..., Library]
) -> None:
    package(tmp_path, "twin_a", "甲县-2025", "丙县-2025")
    package(tmp_path, "twin_b", "甲县-2025")
    library = installed(("rulesets", "a", "twin_a"), ("rulesets", "b", "twin_b"))
    (said,) = library.findings
    assert said.message() == ("有两个规则集都叫“甲县-2025”：twin_a/0.jx；twin_b/0.jx；请只保留一个")
    assert library.load("丙县-2025").id == "丙县-2025"
    with pytest.raises(RulesetError, match=r"twin_a/0\.jx；twin_b/0\.jx") as caught:
        library.load("甲县-2025")
    assert [one.code for one in caught.value.findings] == ["R33"]


def test_a_package_that_is_not_there_is_a_finding(
    installed: Callable[..., Library],
) -> None:
    library = installed(("rulesets", "gone", "no_such_package"))
    (said,) = library.findings
    assert (said.code, said.severity.value) == ("R80", "warning")
    assert "扩展“gone”（no_such_package）没有载入：ModuleNotFoundError" in said.message()
    assert library.load("财政部-2020").id == "财政部-2020"


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("plug_c:broken", "RuntimeError: 没有准备好"),
        ("plug_c:nothing", "extend → NoneType"),
        ("plug_c:missing", "AttributeError"),
        ("no_such_package:extend", "ModuleNotFoundError"),
    ],
)
def test_an_extension_that_fails_is_a_finding_and_the_rest_goes_on(
    value: str, what: str, tmp_path: Path, installed: Callable[..., Library]
) -> None:
    package(tmp_path, "plug_c", function="乙函数")
    library = installed(("extensions", "bad", value), ("extensions", "good", "plug_c:extend"))
    (said,) = library.findings
    assert said.code == "R80"
    assert what in said.message()
    assert "乙函数" in library.functions


def test_a_name_that_is_taken_is_a_finding(
    tmp_path: Path, installed: Callable[..., Library]
) -> None:
    package(tmp_path, "plug_d", function="合计")
    (said,) = installed(("extensions", "taken", "plug_d:extend")).findings
    assert "名称“合计”已经有了" in said.message()


def test_of_two_extensions_of_one_name_the_first_is_taken_and_that_is_said(
    tmp_path: Path, installed: Callable[..., Library]
) -> None:
    package(tmp_path, "plug_e", function="戊函数")
    package(tmp_path, "plug_f", function="己函数")
    library = installed(("extensions", "x", "plug_e:extend"), ("extensions", "x", "plug_f:extend"))
    (said,) = library.findings
    assert said.message() == ("有两个扩展都叫“x”：plug_e；plug_f；只用了前一个，请只保留一个")
    assert "戊函数" in library.functions
    assert "己函数" not in library.functions


def test_a_ruleset_that_lacks_a_failed_extension_names_it(
    tmp_path: Path, installed: Callable[..., Library]
) -> None:
    own = tmp_path / "own.jx"
    own.write_text(
        HEADER.format(name="丁县-2025") + "【计分】\n方法 甲\n  得分率：庚函数(完成率)\n",
        encoding="utf-8",
    )
    library = installed(("extensions", "bad", "no_such_package:extend"))
    assert [one.code for one in library.open(own).findings][-2:] == ["R02", "R80"]


@pytest.mark.slow
def test_the_example_package_works_when_it_is_installed(bare: Path, tmp_path: Path) -> None:
    """In an environment of its own: its own tests, the list, and a score from the command line."""
    trees = {}
    for name, source in (("jixiao", ROOT), ("own", OWN)):
        trees[name] = tmp_path / name
        shutil.copytree(source, trees[name], ignore=IGNORE)
        install(bare, trees[name])
    run(bare, "-m", "pytest", "-q", "-p", "no:cacheprovider", trees["own"], cwd=tmp_path)
    listed = run(bare, "-m", "jixiao", "rulesets", "list", cwd=tmp_path)
    assert "示例县-2025" in listed
    told = run(
        bare,
        *("-m", "jixiao", "score", "--target", "≥200担", "--actual", "8吨", "--weight", "10"),
        *("--ruleset", "示例县-2025"),
        cwd=tmp_path,
    )
    assert "四舍五入保留 2 位为 8.00" in told


IGNORE = shutil.ignore_patterns(
    ".git", ".venv", "*.egg-info", "build", "dist", "__pycache__", ".*_cache", ".hypothesis"
)
