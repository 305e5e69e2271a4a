"""Five thousand mutated texts: none raises, none takes long, and no character is lost.

The texts are stretches of the documents with lines dropped, doubled, swapped, joined and cut, tabs
and blanks put in and taken out. The seeds are fixed, so that a failure comes again.
"""

from __future__ import annotations

import gc
import random
from functools import lru_cache
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import pytest

from jixiao.library import Library
from jixiao.reading import read_document
from test_reading_damage import cells_of, characters

if TYPE_CHECKING:
    from jixiao.rules import Ruleset

EXAMPLES = Path(__file__).parent.parent / "examples"
FORMS = {
    "hubei-yangxin-2024": "湖北阳新-2024",
    "shaanxi-weinan-2023": "陕西渭南-2023",
    "hebei-xinglong-2022": "河北兴隆-2022",
    "jiangsu-nantong-2025": "江苏南通-2025",
}
CHUNKS, EACH = 20, 250
LONGEST = 60
INSERTED = ("\t", " ", "\n", "“", "\u3000", "9", "．", "\u200b", "|", "%")


@lru_cache(maxsize=4)
def source(name: str) -> tuple[tuple[str, ...], tuple[Ruleset, ...]]:
    text = (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    library = Library.default()
    return tuple(text.split("\n")), (library.load("财政部-2020"), library.load(FORMS[name]))


def mutated(lines: list[str], chance: random.Random) -> str:
    """A stretch of the lines with a few things wrong with it."""
    size = chance.randrange(6, LONGEST)
    start = chance.randrange(max(1, len(lines) - size))
    part = lines[start : start + size]
    for _ in range(chance.randrange(1, 7)):
        if part:
            change(part, chance)
    return "\n".join(part)


def change(part: list[str], chance: random.Random) -> None:
    """One thing wrong with the lines."""
    at, other = chance.randrange(len(part)), chance.randrange(len(part))
    line = part[at]
    place = chance.randrange(len(line) + 1)
    match chance.randrange(9):
        case 0:
            del part[at]
        case 1:
            part.insert(at, part[other])
        case 2:
            part[at] = "\t" + line
        case 3:
            part[at] = line.replace("\t", "", 1)
        case 4:
            part[at] = line[:place] + chance.choice(INSERTED) + line[place:]
        case 5:
            part[at] = line[:place]
        case 6:
            part[at], part[other] = part[other], part[at]
        case 7:
            part.insert(at, chance.choice(("", " ", "— 4 —")))
        case _:
            part[at : at + 2] = ["".join(part[at : at + 2])]


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_mutated_texts_are_read_and_nothing_is_lost(chunk: int) -> None:
    chance = random.Random(chunk)  # noqa: S311 - a seed, no secret
    for number in range(EACH):
        name = chance.choice(list(FORMS))
        lines, rulesets = source(name)
        text = mutated(list(lines), chance)
        start = process_time()
        document = read_document(text.encode(), rulesets=rulesets if number % 5 else ())
        assert process_time() - start < 1
        if text.strip("\ufeff \t\r\n\x00"):
            assert cells_of(document) == characters(text)
        for table in document.tables:
            for row in table.indicators:
                assert (row.status.value == "exact") == (not row.doubts)


def test_time_is_linear_in_the_text() -> None:
    for name in FORMS:
        lines, rulesets = source(name)
        text = ("\n".join(lines) + "\n") * 2
        once = min(_seconds(text, rulesets) for _ in range(3))
        # a second time only where the first was too slow
        assert any(_seconds(text * 4, rulesets) <= 7 * once + 0.02 for _ in range(2))


def _seconds(text: str, rulesets: tuple[Ruleset, ...]) -> float:
    """Seconds of this process, so that a busy machine does not count."""
    gc.collect()
    start = process_time()
    read_document(text.encode(), rulesets=rulesets)
    return process_time() - start
