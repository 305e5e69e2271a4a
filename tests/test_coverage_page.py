"""What is covered, as the page says, and what every built-in ruleset owes: lint, form, cases."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from jixiao.cases import case_sources, read_cases, try_case
from jixiao.library import Library

ROOT = Path(__file__).parent.parent
LIBRARY = Library.default()
SHIPPED = [one for one in LIBRARY.entries() if one.found_in == "jixiao.rulesets"]
FEWEST_CASES = 8


def test_the_page_is_made_from_the_rulesets() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "make_coverage.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_at_least_fourteen_forms_are_covered() -> None:
    assert len(SHIPPED) >= 14


@pytest.mark.parametrize("name", [one.id for one in SHIPPED])
def test_a_ruleset_loads_with_nothing_to_say(name: str) -> None:
    loaded = LIBRARY.open(name)
    assert loaded.usable
    assert loaded.findings == (), loaded.text()


@pytest.mark.parametrize("name", [one.id for one in SHIPPED])
def test_a_ruleset_has_cases_that_hold(name: str) -> None:
    source = next(one for one in case_sources() if one.ruleset == name)
    assert source.there, source.name
    rules = LIBRARY.load(name)
    read = read_cases(source.path.read_text(encoding="utf-8"), rules, file=source.name)
    assert read.findings == ()
    assert len(read.cases) >= FEWEST_CASES
    for case in read.cases:
        tried = try_case(case, rules)
        assert tried.passed, (case.name, tried.differences)


def test_a_file_is_named_by_its_place_and_year() -> None:
    for one in SHIPPED:
        code, _, year = one.file.removesuffix(".jx").split("_")
        assert (code, int(year)) == (one.region_code, one.year)
        assert one.id.endswith(f"-{one.year}")


def test_nothing_from_a_program_or_from_memory_is_called_read() -> None:
    """系统做法 and notices of 财政部 that were not at hand are 待核."""
    for one in SHIPPED:
        rules = LIBRARY.load(one.id)
        cites = [rules.cite, *(each.cite for each in rules.scoring.methods)]
        cites += [each.cite for each in rules.checks]
        for cite in cites:
            said = "" if cite is None else str(cite)
            if "系统" in said or "财预〔" in said:
                assert "（待核）" in said, (one.id, said)


def test_what_may_stay_empty_is_never_asked_for() -> None:
    rules = LIBRARY.load("陕西渭南-2023")
    waiting = [
        root
        for name in (
            "部门预算专项业务经费绩效目标表",
            "部门整体支出绩效目标表",
            "专项资金总体绩效目标表",
        )
        for root in rules.roots(name)
    ]
    assert waiting
    while waiting:
        one = waiting.pop()
        assert (one.demand.required, one.demand.at_least) == (False, None), one.name
        waiting.extend(one.children)


def test_a_phrase_that_only_a_table_of_steps_reads_is_used(tmp_path: Path) -> None:
    own = tmp_path / "own.jx"
    own.write_text(
        "规则集 某县-2025\n名称：“某县”\n继承：财政部-2020\n地区：320601 某县\n年度：2025\n"
        "生效：2025年1月1日 至 2025年12月31日\n依据：“某县表（样式）” 核实\n"
        "【词汇】\n短语 执行比例 = 全年执行数 ÷ 全年预算数\n"
        "【计分】\n修改 方法 预算执行率赋分\n  分档：执行比例\n"
        "  | 执行比例 | 得分率 |\n  | ≥90% | 100% |\n  | ＜90% | 0% |\n",
        encoding="utf-8",
    )
    assert LIBRARY.open(own).findings == ()
