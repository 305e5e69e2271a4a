"""Every regular expression of the package, walked for shapes that take more than linear time.

A repeat without a bound that holds another one can match the same text in many ways ((a+)+): that
is how a text of 26 digits once took seconds. Patterns are taken from the source and from the tables
that build them.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import Any

import pytest

import jixiao

# The parser of patterns is private to `re` and moved in Python 3.11; there is no public one.
_parser: Any = importlib.import_module("re._parser")
_constants: Any = importlib.import_module("re._constants")

MANY = 30
"""A bounded repeat of more than this counts as unbounded."""

REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT)
ASSERTIONS = (_constants.ASSERT, _constants.ASSERT_NOT)
ALPHABET = [*map(chr, range(32, 127)), *"，。；：、（）％年月日个人次之一二三万亿元以上下"]


def accepts(step: Any, char: str) -> bool | None:  # noqa: ANN401 - private to `re`
    """Whether a step that takes one character takes this one; None for any other step."""
    op, argument = step
    if op is _constants.LITERAL:
        return bool(ord(char) == argument)
    if op is _constants.NOT_LITERAL:
        return bool(ord(char) != argument)
    if op is _constants.ANY:
        return True
    if op is not _constants.IN:
        return None
    negated = argument[0][0] is _constants.NEGATE
    return negated != any(member(one, char) for one in argument[negated:])


def member(item: Any, char: str) -> bool:  # noqa: ANN401 - private to `re`
    """Whether an item of a class of characters takes a character."""
    op, argument = item
    if op is _constants.LITERAL:
        return bool(ord(char) == argument)
    if op is _constants.RANGE:
        return bool(argument[0] <= ord(char) <= argument[1])
    name = {"CATEGORY_DIGIT": char.isdigit(), "CATEGORY_SPACE": char.isspace()}
    plain = str(argument).replace("_NOT_", "_")
    return name.get(plain, char.isalnum() or char == "_") != ("_NOT_" in str(argument))


def letters(parsed: Any) -> set[str]:  # noqa: ANN401 - private to `re`
    """Every character of the alphabet that some step of a pattern takes."""
    found: set[str] = set()
    for step in parsed:
        found |= {char for char in ALPHABET if accepts(step, char)}
        if step[0] in ASSERTIONS:
            continue
        for part in [step[1][2]] if step[0] in REPEATS else pieces(*step):
            found |= letters(part)
    return found


def first(parsed: Any) -> set[str] | None:  # noqa: ANN401 - private to `re`
    """The characters a sequence must begin with; None where that is not said by its first step."""
    step = next((one for one in parsed if one[0] not in ASSERTIONS), None)
    if step is None:
        return None
    if accepts(step, "a") is not None:
        return letters([step])
    if step[0] in REPEATS:
        return first(step[1][2]) if step[1][0] else None
    found = [first(part) for part in pieces(*step)]
    return set().union(*(one or set() for one in found)) if found and all(found) else None


def long(step: Any) -> bool:  # noqa: ANN401 - private to `re`
    """Whether a step is a repeat without a bound that matters, of varying length."""
    if step[0] not in REPEATS:
        return False
    low, high, _ = step[1]
    return low != high and (high is _constants.MAXREPEAT or high > MANY)


def loose(parsed: Any, opening: set[str] | None = None) -> bool:  # noqa: ANN401 - private to `re`
    """Whether a sequence holds a long repeat that nothing sets off.

    A repeat is set off by a step after it that takes none of its characters, or by what the
    sequence must begin with, if the repeat takes none of that: the sequence can then be found in
    a text in one way only.
    """
    steps = [step for step in parsed if step[0] not in ASSERTIONS]
    given = opening is not None
    opening = opening if given else first(steps)
    for at, step in enumerate(steps):
        if long(step):
            own = letters(step[1][2])
            after = steps[at + 1 : at + 2]
            if after and accepts(after[0], "a") is not None and not own & letters(after):
                continue
            if (at or given) and opening and not own & opening:
                continue
            return True
        inner = [step[1][2]] if step[0] in REPEATS else pieces(*step)
        if any(loose(part, opening if at or given else None) for part in inner):
            return True
    return False


def nested(parsed: Any) -> bool:  # noqa: ANN401 - private to `re`
    """Whether a long repeat holds another that nothing sets off."""
    for step in parsed:
        inner = [step[1][2]] if step[0] in REPEATS else pieces(*step)
        if long(step) and loose(step[1][2]):
            return True
        if any(nested(part) for part in inner):
            return True
    return False


def pieces(op: Any, argument: Any) -> list[Any]:  # noqa: ANN401 - private to `re`
    """The patterns within one step of a pattern."""
    if op is _constants.BRANCH:
        return list(argument[1])
    if op is _constants.SUBPATTERN:
        return [argument[-1]]
    if op in (_constants.ASSERT, _constants.ASSERT_NOT):
        return [argument[1]]
    if op is _constants.GROUPREF_EXISTS:
        return [part for part in argument[1:] if part is not None]
    return [argument] if op is _constants.ATOMIC_GROUP else []


def patterns() -> dict[str, str]:
    """Every compiled pattern that a module of the package holds, and every terminal."""
    from jixiao.parsing.terminals import terminals

    found = {f"terminal {name}": pattern for name, pattern in terminals()}
    for info in pkgutil.walk_packages(jixiao.__path__, "jixiao."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            held = value if isinstance(value, tuple) else (value,)
            for one in held:
                for inner in one if isinstance(one, tuple) else (one,):
                    if isinstance(inner, re.Pattern):
                        found[f"{info.name}.{name}: {inner.pattern[:40]}"] = inner.pattern
    return found


PATTERNS = patterns()


def test_there_are_patterns_to_look_at() -> None:
    assert len(PATTERNS) > 100


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_no_repeat_stands_within_a_repeat(name: str) -> None:
    assert not nested(_parser.parse(PATTERNS[name])), PATTERNS[name]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"^(\d+[,，]?)+(万|亿)?元$", True),
        (r"(a*)*b", True),
        (r"((ab)?c*)+", True),
        (r"[0-9]{1,3}(?:,[0-9]{3})+", False),
        (r"[0-9]+(?:,[0-9]+)*", False),
        (r"(?:ab)+c*", False),
    ],
)
def test_the_walk_finds_what_it_looks_for(pattern: str, found: bool) -> None:  # noqa: FBT001
    assert nested(_parser.parse(pattern)) is found
