"""`jixiao parse --file`: a line in, a line out, in order, in memory that does not grow."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from jixiao.parsing import actuals, columns, entry, fast, frames, lexing, parse_value, tails
from jixiao.units import quantities

if TYPE_CHECKING:
    from pathlib import Path

SHORT, LONG = 20_000, 60_000
"""Lines: the shorter file fills every memo table, so that the longer one may add nothing."""
PER_LINE = 80
"""Bytes that memory may grow by with a line; the text of a line that was kept takes more."""
FORMS = (
    "≥{}%",
    "优良率≥{}%",
    "{}%-1000000%",
    "较上年增长{}%",
    "规范化程度较高{}级",
    "不低于{}万元",
)


def line(number: int) -> str:
    """A text that no other line has."""
    return FORMS[number % len(FORMS)].format(number + 1)


def peak_kb(source: Path, out: Path) -> int:
    """The most memory that the command took while it read a file."""
    command = [sys.executable, "-m", "jixiao", "parse", "--file", str(source), "--format", "json"]
    code = (
        "import resource, subprocess\n"
        f"with open({str(out)!r}, 'wb') as out:\n"
        f"    subprocess.run({command!r}, stdout=out, check=True)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return int(done.stdout)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="peak memory is counted in kB on Linux alone")
def test_a_long_file_is_read_in_order_in_constant_memory(tmp_path: Path) -> None:
    short, long = tmp_path / "short.txt", tmp_path / "long.txt"
    for path, lines in ((short, SHORT), (long, LONG)):
        with path.open("w", encoding="utf-8") as stream:
            stream.writelines(f"{line(number)}\n" for number in range(lines))

    small = peak_kb(short, tmp_path / "short.jsonl")
    large = peak_kb(long, tmp_path / "long.jsonl")

    assert (large - small) * 1024 < PER_LINE * (LONG - SHORT)
    with (tmp_path / "long.jsonl").open(encoding="utf-8") as stream:
        for number, shown in enumerate(stream):
            if number % 997 == 0:
                assert json.loads(shown)["text"] == line(number)
    assert number == LONG - 1


def test_every_memo_has_a_bound_and_keeps_it() -> None:
    for number in range(20_000):
        parse_value(f"指标{number}名≥{number}类物{number}")
    held = 0
    for module in (actuals, columns, entry, fast, frames, lexing, tails, quantities):
        for value in vars(module).values():
            if hasattr(value, "cache_info"):
                info = value.cache_info()
                assert info.maxsize is not None
                assert info.currsize <= info.maxsize
                held += 1
    assert held >= 5
