"""What a summary of many files costs: time and memory, for a number of files and a tenth of it.

Run it from the checkout, with the extra `xlsx` installed:

    python benchmarks/summaries.py [FILES]

A folder is filled with small published tables (a project as a workbook and as a text document, a
self-evaluation as CSV, three tables as the CSV of `jixiao read`) and `jixiao summary --recompute`
is run on it. Each line gives the files, the milliseconds of processor time a file over all
processes, the seconds on the clock, and the most memory that any one of the processes took.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import jixiao

EXAMPLES = Path(__file__).parent.parent / "examples"
COUNT = 2000


def patterns(folder: Path) -> tuple[Path, ...]:
    """The files that are copied: three of the examples, and a document as read."""
    document = jixiao.read(EXAMPLES / "shaanxi-weinan-2023.txt")
    written = folder / "read.csv"
    jixiao.save(document, written, personal=True)
    names = ("nantong-2025-project.xlsx", "nantong-2025-project.docx")
    return (
        *(EXAMPLES / name for name in names),
        EXAMPLES / "self-evaluation-2022-illustrative.csv",
        written,
    )


def measured(count: int) -> tuple[float, float, float]:
    """Milliseconds of processor time a file, seconds on the clock, and the most memory in MB."""
    with TemporaryDirectory() as held, TemporaryDirectory() as made:
        several = patterns(Path(made))
        for place in range(count):
            source = several[place % len(several)]
            shutil.copy(source, Path(held) / f"{place:05}{source.suffix}")
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
        command = [sys.executable, "-m", "jixiao", "summary", held, "--recompute"]
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL)  # noqa: S603 - our own
        seconds = perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used / count * 1000, seconds, after.ru_maxrss / 1024


def main() -> None:
    """Print a line for a tenth of the files, and one for all."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    print(f"{'files':>6}  {'ms a file':>9}  {'seconds':>7}  {'MB':>5}")
    for number in (max(count // 10, 1), count):
        each, seconds, memory = measured(number)
        print(f"{number:>6}  {each:>9.1f}  {seconds:>7.1f}  {memory:>5.0f}")


if __name__ == "__main__":
    main()
