"""Long reports: what the benchmark measures, on a tenth of its tables."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import pytest

from jixiao.writing.outputs import writer_of

if TYPE_CHECKING:
    from types import ModuleType

SCRIPT = Path(__file__).parent.parent / "benchmarks" / "reports.py"
TABLES = 100
SECONDS = 2.0
"""A report of a thousand is to take 5 seconds; starting up costs a part of that each time."""


def benchmark() -> ModuleType:
    spec = spec_from_file_location("benchmark_of_reports", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_hundred_tables_are_written_in_a_tenth_of_the_bounds() -> None:
    seen = []
    for kind, result, settings in benchmark().results(TABLES):
        start = process_time()
        made = writer_of(kind, "html").write(result, settings)
        seconds = process_time() - start
        assert isinstance(made, str)
        assert made.count('<section class="table"') == TABLES
        assert len(made.encode("utf-8")) < 2_000_000, kind
        assert seconds < SECONDS, kind
        seen.append(kind)

    assert seen == ["check", "scorecard", "monitor"]


@pytest.mark.parametrize("form", ["html", "text"])
def test_the_benchmark_measures_each_form(form: str) -> None:
    module = benchmark()
    kind, result, settings = module.results(2)[0]
    seconds, size = module.timed(kind, form, result, settings)

    assert seconds > 0
    assert size > 500
