"""A wrong type is said at once and in words; rulesets are copied, and sent to processes."""

from __future__ import annotations

import copy
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from typing import TYPE_CHECKING

import pytest

import jixiao
from fragile_work import scored_by

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

RULES = jixiao.load("江苏南通-2025")
DOCUMENT = jixiao.read("年度报告".encode(), file="report.txt")
ACTUALS = jixiao.read_actuals(b"", file="a.csv")
HALF = date(2025, 6, 30)
VALUE = jixiao.parse_value("≥98%")

MISUSES: dict[str, Callable[[Any], object]] = {
    "name must be a str": jixiao.load,
    "document must be a Document (jixiao.read)": jixiao.check,
    "rules must be a Ruleset (jixiao.load)": lambda wrong: jixiao.check(DOCUMENT, wrong),
    "actuals must be an Actuals": lambda wrong: jixiao.evaluate(DOCUMENT, wrong),
    "as_of must be a date": lambda wrong: jixiao.monitor(DOCUMENT, ACTUALS, as_of=wrong),
    "document must be a Document": jixiao.recompute,
    "target must be a str": lambda wrong: jixiao.score(wrong, "95%", weight=10),
    "actual must be a str": lambda wrong: jixiao.score("≥98%", wrong, weight=10),
    "actual must be an Actual (jixiao.parse_actual)": VALUE.contains,
    "text must be a str": jixiao.parse_value,
    "unit must be a str": lambda wrong: jixiao.parse_value("98", unit=wrong),
    "operator must be a str": lambda wrong: jixiao.parse_value("98", operator=wrong),
}


@pytest.mark.parametrize("said", MISUSES)
@pytest.mark.parametrize("wrong", [0.5, ("≥98%",)])
def test_a_wrong_type_is_named_with_what_is_wanted(said: str, wrong: object) -> None:
    with pytest.raises(TypeError) as raised:
        MISUSES[said](wrong)
    assert str(raised.value).startswith(said)
    assert type(wrong).__name__ in str(raised.value)


def test_texts_in_the_place_of_results_are_refused() -> None:
    wrong: Any = "2025-06-30"
    with pytest.raises(TypeError, match="as_of must be a date"):
        jixiao.score("序时进度", "50%", weight=10, as_of=wrong)
    with pytest.raises(TypeError, match="target must be a Value"):
        jixiao.parse_actual("50", wrong)


def test_a_ruleset_and_a_library_are_copied_with_what_they_hold() -> None:
    again = copy.deepcopy(RULES)
    assert again == RULES
    assert hash(again) == hash(RULES)
    assert dict(again.functions) == dict(RULES.functions)
    library = copy.deepcopy(jixiao.Library.default())
    assert library.load("财政部-2020") == jixiao.load("财政部-2020")


def test_a_ruleset_goes_to_another_process_and_back() -> None:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        assert pool.submit(scored_by, RULES).result(timeout=60) == (RULES, "5.00")


def test_functions_cannot_be_changed() -> None:
    functions: Any = RULES.functions
    with pytest.raises(TypeError):
        functions["合计"] = None
