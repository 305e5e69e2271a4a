"""What reading costs, by dialect and for hostile texts, in milliseconds a KB, in one run.

Each text is read by the form it is filled in by and by the national one; every time is the least of
several and of this process, so that a busy machine does not count. Beside it stands what a bare
pass costs that only splits lines and cells, and whether twice the text takes more than twice the
time. Run: python benchmarks/reading.py
"""

from __future__ import annotations

import csv
import gc
import io
import random
import sys
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from jixiao.library import Library
from jixiao.reading import read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jixiao.rules import Ruleset

EXAMPLES = Path(__file__).parent.parent / "examples"
FORMS = {
    "jiangsu-nantong-2025.txt": "江苏南通-2025",
    "hebei-xinglong-2022.txt": "河北兴隆-2022",
    "hubei-yangxin-2024.txt": "湖北阳新-2024",
    "shaanxi-weinan-2023.txt": "陕西渭南-2023",
    "self-evaluation-2022-illustrative.csv": "财政部-2020",
}
PASSES = 3
BARE_PASSES = 20
SIZE = 40_000
"""Letters of a hostile text; it is held against one of twice the size."""


def shuffled(lines: list[str], chance: random.Random) -> list[str]:
    """The lines in any order."""
    return chance.sample(lines, len(lines))


def doubled(lines: list[str], _: random.Random) -> list[str]:
    """Each line twice."""
    return [line for line in lines for _ in range(2)]


def joined(lines: list[str], chance: random.Random) -> list[str]:
    """Some lines joined to what stands above them."""
    return [line if chance.random() < 0.3 else f"{line}\n" for line in lines]  # noqa: PLR2004


def one_a_line(lines: list[str], _: random.Random) -> list[str]:
    """Each letter on a line of its own."""
    return [char for line in lines for char in "".join(line.split())]


def cuts(lines: list[str], chance: random.Random) -> list[str]:
    """Stretches from anywhere, up to a dozen lines each."""
    result: list[str] = []
    while len(result) < len(lines):
        at = chance.randrange(len(lines))
        result += lines[at : at + chance.randrange(1, 12)]
    return result


def ends_lost(lines: list[str], _: random.Random) -> list[str]:
    """No row has an end: the words of the last columns are gone."""
    return [line for line in lines if not set(line) & set("标准型基")]


def headers_again(lines: list[str], _: random.Random) -> list[str]:
    """A header before every dozen lines."""
    header = ["一级", "指标", "二级", "指标", "三级", "指标", "指标值"]
    return [
        one for at, line in enumerate(lines) for one in (*(header if at % 12 == 0 else ()), line)
    ]


def levels(_: list[str], chance: random.Random) -> list[str]:
    """Names of levels and headers, and nothing else."""
    names = (
        "一级指标",
        "二级指标",
        "三级",
        "指标值",
        "产出指标",
        "数量指标",
        "质量",
        "社会效益",
        "产出",
    )
    return [chance.choice(names) for _ in range(4 * SIZE)]


HOSTILE: dict[str, Callable[[list[str], random.Random], list[str]]] = {
    "lines shuffled": shuffled,
    "lines doubled": doubled,
    "lines joined": joined,
    "a letter a line": one_a_line,
    "random cuts": cuts,
    "ends of rows lost": ends_lost,
    "headers repeated": headers_again,
    "names of levels only": levels,
}


def least(work: Callable[[], object], passes: int) -> float:
    """The least milliseconds of some passes."""
    times = []
    for _ in range(passes):
        gc.collect()
        start = process_time()
        work()
        times.append(1000 * (process_time() - start))
    return min(times)


def bare(text: str) -> object:
    """What any reader has to do: lines and their cells."""
    if "\t" in text:
        return [line.split("\t") for line in text.splitlines()]
    if "," in text[:500]:
        return list(csv.reader(io.StringIO(text)))
    return [line.split() for line in text.splitlines()]


def hostile(text: str, how: Callable[[list[str], random.Random], list[str]], size: int) -> str:
    """A text so changed, and repeated until it is of that size."""
    chance = random.Random(5)  # noqa: S311 - a workload, not a secret
    lines = [line for line in text.splitlines() if line.strip()]
    found = ""
    while len(found) < size:
        found += "\n".join(how(lines, chance)) + "\n"
    return found[:size]


def spaced_text() -> str:
    """A table of forty rows as it is torn out of a page: a line a row, spaces between cells."""
    lines = ["项目支出绩效自评表", "（2023年度）", "项目名称 道路养护"]
    lines.append("一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析")
    for at in range(40):
        level = ("产出指标 数量指标", "产出指标 质量指标", "效益指标 社会效益指标")[at * 3 // 40]
        lines.append(f"{level} 第{at}段养护里程 ≥{at + 10}公里 {at + 9}公里 2 1.8 雨季停工{at}天")
    return "\n".join(lines) + "\n"


def cases(library: Library) -> Iterator[tuple[str, str, str, tuple[Ruleset, ...]]]:
    """What each is called, its text, twice its text, and the forms it is read by."""
    known = library.load("财政部-2020")
    for name, form in FORMS.items():
        text = (EXAMPLES / name).read_text(encoding="utf-8")
        yield name, text, f"{text}\n{text}", (library.load(form), known)
    spaced = spaced_text()
    yield "a self-evaluation, cells parted by spaces", spaced, f"{spaced}\n{spaced}", (known,)
    for name, form in FORMS.items():
        if not name.endswith(".txt"):
            continue
        text = (EXAMPLES / name).read_text(encoding="utf-8")
        rules = (library.load(form), known)
        for what, how in HOSTILE.items():
            place = name.split("-")[1]
            yield f"{place}, {what}", hostile(text, how, SIZE), hostile(text, how, 2 * SIZE), rules


def line(name: str, text: str, twice: str, rules: tuple[Ruleset, ...]) -> str:
    """What one text costs."""
    data, more = text.encode(), twice.encode()
    once = least(lambda: read_document(data, rulesets=rules), PASSES)
    both = least(lambda: read_document(more, rulesets=rules), PASSES - 1)
    floor = least(lambda: bare(text), BARE_PASSES)
    size = len(data) / 1024
    return f"{name:44}{size:6.0f}{once / size:8.2f}{once / floor:9.0f}{both / once:9.2f}"


def main() -> None:
    """Print a table of all cases, or of those whose name holds a word."""
    only = sys.argv[1] if len(sys.argv) > 1 else ""
    print(f"{'text':44}{'KB':>6}{'ms/KB':>8}{'× bare':>9}{'× twice':>9}")
    for name, text, twice, rules in cases(Library.default()):
        if only in name:
            print(line(name, text, twice, rules), flush=True)


if __name__ == "__main__":
    main()
