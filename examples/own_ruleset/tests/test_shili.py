"""The package does what its ruleset says, once it is installed beside jixiao."""

from __future__ import annotations

from fractions import Fraction

from jixiao_shili.extension import growth

import jixiao
from jixiao.cases import case_sources, read_cases, try_case

RULES = "示例县-2025"


def points(target: str, actual: str, method: str | None = None) -> str:
    return str(jixiao.score(target, actual, weight=10, method=method, ruleset=RULES).points)


def test_growth_is_exact() -> None:
    assert growth(Fraction(4), Fraction(3)) == Fraction(1, 3)


def test_the_ruleset_is_found_by_its_name_and_by_its_region() -> None:
    assert RULES in jixiao.Library.default().ids()
    assert jixiao.load("999901").id == RULES
    assert jixiao.Library.default().findings == ()


def test_the_method_of_the_package() -> None:
    assert points("≥100个", "80个", "减半赋分") == "4.00"


def test_the_function_of_the_package() -> None:
    assert points("≥100个", "105个", "增长赋分") == "5.00"
    assert points("≥100个", "90个", "增长赋分") == "0.00"


def test_a_division_by_zero_leaves_the_score_open() -> None:
    assert points("≥0个", "90个", "增长赋分") == "0～10"


def test_the_unit_of_the_package() -> None:
    assert points("≥200担", "8吨") == "8.00"
    assert points("≤100担", "6.25吨") == "8.00"


def test_the_cases_beside_the_ruleset_come_out() -> None:
    source = next(one for one in case_sources() if one.ruleset == RULES)
    rules = jixiao.load(RULES)
    read = read_cases(source.path.read_text(encoding="utf-8"), rules)

    assert read.findings == ()
    assert len(read.cases) > 3
    assert [one.name for one in read.cases if not try_case(one, rules).passed] == []
