"""Reading of indicator values against a bare regex and the peers, side by side in one run.

Prints rates and ratios; every form is new, so that no memo answers. A peer that is not installed
is named as absent. Run: python benchmarks/values.py
"""

from __future__ import annotations

import random
import re
import statistics
import subprocess
import sys
import time
from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PASSES = 7
SIGNS = ("≥", "≤", "=", ">", "", "不低于", "不超过")
UNITS = ("%", "次", "万元", "个", "人次", "件", "户", "个工作日")
BASELINE = re.compile(r"(≥|≤|=|>|<|不低于|不超过)?(\d+(?:\.\d+)?)(\D*)")


def common(count: int, seed: int) -> list[str]:
    """Signs, numbers and units, none twice."""
    chance = random.Random(seed)  # noqa: S311 - a workload, not a secret
    return [
        f"{chance.choice(SIGNS)}{chance.randint(1, 10**7)}{chance.choice(UNITS)}"
        for _ in range(count)
    ]


def uncommon(count: int, seed: int) -> list[str]:
    """Ranges, subjects, trends and deadlines: words that come again, numbers that do not."""
    chance = random.Random(seed)  # noqa: S311 - a workload, not a secret
    forms = ("{}%-{}%", "优良率{}≥{}%", "较上年增长{}.{}%", "{}至{}个工作日", "20{:02}年{}月底前")
    texts = []
    for _ in range(count):
        form = chance.choice(forms)
        low = chance.randint(10, 60)
        high = chance.randint(1, 12) if "年{" in form else chance.randint(61, 9999)
        texts.append(form.format(low, high).replace(f"优良率{low}", "优良率"))
    return texts


NAMES = "水农林教卫科文体交公环民政财商旅设施服务项目培训治理保障建设管理监测"


def rare(count: int, seed: int) -> list[str]:
    """Forms whose words do not come again either, so that the grammar reads every one."""
    chance = random.Random(seed)  # noqa: S311 - a workload, not a secret
    forms = (
        "{}由{}%提高到{}%",
        "{}较上年增长{}%-{}%",
        "{}完成{}次,合格率{}%",
        "{}每月不少于{}次{}人",
    )
    texts = []
    for _ in range(count):
        name = "".join(chance.choices(NAMES, k=6))
        texts.append(
            chance.choice(forms).format(name, chance.randint(10, 60), chance.randint(61, 99))
        )
    return texts


LEADS = (
    "",
    "年末",
    "全年",
    "由5%",
    "12月底前",
    "每季度",
    "较上年",
    "与去年相比",
    "2026年",
    "第三批",
)
BOUNDS = ("≥", "不低于", "控制在", "约", "增长≥", "提高", "至少", "下降不超过", "力争达到", "完成")
WHOLES = (
    "{}%",
    "{}万元",
    "{}-{}个",
    "{}人次",
    "{}%-{}%",
    "{}公里",
    "{}元/人",
    "{}余户",
    "三百二十人",
)
ENDS = ("", "以上", "以内", "左右", "(含)", ",合格率100%", ";期限6月底前", "及以上", "且不超预算")


def unseen(count: int, seed: int) -> list[str]:
    """Forms put together at random: hardly one has the shape of another."""
    chance = random.Random(seed)  # noqa: S311 - a workload, not a secret
    texts = []
    for _ in range(count):
        name = "".join(chance.choices(NAMES, k=chance.randint(2, 9)))
        parts = (chance.choice(part) for part in (LEADS, BOUNDS, WHOLES, ENDS))
        lead, bound, whole, end = parts
        amount = whole.format(chance.randint(10, 60), chance.randint(61, 99))
        texts.append(f"{name}{lead}{bound}{amount}{end}")
    return texts


def first_use() -> float:
    """Median time of a fresh interpreter reading its first text by the grammar."""
    code = (
        "import time; from jixiao.parsing import parse_value; t = time.perf_counter();"
        "parse_value('90%-95%'); print(time.perf_counter() - t)"
    )
    return statistics.median(
        float(
            subprocess.run(  # noqa: S603 - our own interpreter and code
                [sys.executable, "-c", code], capture_output=True, text=True, check=True
            ).stdout
        )
        for _ in range(PASSES)
    )


def bare(text: str) -> tuple[str | None, Decimal, str] | None:
    """What a day's regex does: an operator, a decimal, the rest."""
    match = BASELINE.fullmatch(text)
    return None if match is None else (match[1], Decimal(match[2]), match[3])


def peers() -> dict[str, Callable[[str], object] | None]:
    """The peers that are installed; None for one that is not."""
    found: dict[str, Callable[[str], object] | None] = {
        "recognizers-text": None,
        "cn2an": None,
        "pint": None,
    }
    if find_spec("recognizers_number") is not None:
        number = import_module("recognizers_number")
        culture = import_module("recognizers_text").Culture.Chinese
        model = number.NumberRecognizer(culture).get_number_model()
        found["recognizers-text"] = model.parse
    if find_spec("cn2an") is not None:
        module = import_module("cn2an")
        found["cn2an"] = lambda text: module.transform(text, "cn2an")
    if find_spec("pint") is not None:
        registry = import_module("pint").UnitRegistry()

        def quantity(text: str) -> object:
            try:
                return registry.Quantity(text.replace("次", "").strip("≥≤=>不低于超过"))
            except Exception as error:  # noqa: BLE001 - the peer raises many kinds
                return error

        found["pint"] = quantity
    return found


def rate(read: Callable[[str], object], texts: Sequence[str]) -> float:
    """Texts a second, one pass."""
    start = time.perf_counter()
    for text in texts:
        read(text)
    return len(texts) / (time.perf_counter() - start)


def import_seconds(module: str) -> float:
    """Median time of a fresh interpreter importing a module."""
    code = f"import time; t = time.perf_counter(); import {module}; print(time.perf_counter() - t)"
    times = []
    for _ in range(PASSES):
        shown = subprocess.run(  # noqa: S603 - our own interpreter and code
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        times.append(float(shown.stdout))
    return statistics.median(times)


REPEATED = (
    *(
        "万条",
        "每人",
        "A1",
        "不低于",
        "12月",
        "提高",
        "较上年增长",
        "5%-",
        "/人",
        "1分之",
        "和5",
        "在",
    ),
    *(
        "优良率≥90%，",
        "由5%、",
        "增长≥",
        "不断",
        "2年6个月",
        "不低于优良率≥90%,期限",
        "培训500人以上",
    ),
)
LONG = (299, 2000)
"""Characters of the longest text that the grammar reads, and of the longest that is read at all."""


def slowest() -> tuple[float, str]:
    """Seconds for the slowest of texts made to be slow, the best of five, and what it repeats."""
    from jixiao.parsing import parse_value

    worst = (0.0, "")
    for word in REPEATED:
        for size in LONG:
            best = 1.0
            for salt in range(5):
                text = f"{(word * size)[: size - 1]}{salt}"
                start = time.perf_counter()
                parse_value(text)
                best = min(best, time.perf_counter() - start)
            worst = max(worst, (best, word))
    return worst


def main() -> int:
    """Alternate the sides pass by pass and print medians."""
    from jixiao.parsing import parse_value

    absent = [name for name, read in peers().items() if read is None]
    sides: dict[str, Callable[[str], object]] = {"regex": bare, "jixiao": parse_value}
    sides |= {name: read for name, read in peers().items() if read is not None}
    parse_value("90%-95%")
    common_rates: dict[str, list[float]] = {name: [] for name in sides}
    other_rates: dict[str, list[float]] = {
        "other forms": [],
        "forms with new words": [],
        "forms of a new shape": [],
    }
    for turn in range(PASSES):
        for name, read in sides.items():
            size = 4000 if name in {"regex", "jixiao"} else 100
            common_rates[name].append(rate(read, common(size, turn * 100 + len(name))))
        other_rates["other forms"].append(rate(parse_value, uncommon(1500, turn)))
        other_rates["forms with new words"].append(rate(parse_value, rare(500, turn)))
        other_rates["forms of a new shape"].append(rate(parse_value, unseen(300, turn)))
    medians = {name: statistics.median(rates) for name, rates in common_rates.items()}
    print("common forms, none seen before")
    for name, median in medians.items():
        share = median / medians["regex"]
        print(f"  {name:18}{median:12,.0f}/s  {1e6 / median:9.2f} µs  {share:7.4f} × regex")
    for name in absent:
        print(f"  {name:18}not installed here")
    for name, rates in other_rates.items():
        median = statistics.median(rates)
        share = median / medians["regex"]
        print(f"  {name:22}{median:8,.0f}/s  {1e6 / median:9.2f} µs  {share:7.4f} × regex")
    print(f"first text that the grammar reads in a process: {first_use() * 1e3:.0f} ms")
    longest, word = slowest()
    print(
        f"slowest of the texts made to be slow ({word}…): {longest * 1e3:.2f} ms, to be under 5 ms"
    )
    ours, base = import_seconds("jixiao"), import_seconds("attrs")
    print(f"import jixiao {ours * 1e3:.1f} ms, import attrs {base * 1e3:.1f} ms: {ours / base:.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
