"""Files of cases: which ruleset they belong to, and their text read line by line."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.cases.gathering import Gathering
from jixiao.cases.model import CaseFile
from jixiao.findings import Where, finding
from jixiao.limits import DEFAULT_LIMITS, Limits
from jixiao.rule_files import registered_files
from jixiao.source import Origin, fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from jixiao.rules import Ruleset

__all__ = ["CaseSource", "case_sources", "read_cases", "ruleset_named"]

_UNSEEN = str.maketrans(dict.fromkeys("\ufeff\u200b\u200c\u200d\u2060", " "))


@frozen
class CaseSource:
    """A file of cases that may be there, and the ruleset beside which it stands."""

    ruleset: str
    name: str
    path: Traversable

    @property
    def there(self) -> bool:
        """Whether there is such a file."""
        return self.path.is_file()


def case_sources() -> tuple[CaseSource, ...]:
    """A source for each ruleset of the library, beside its own file.

    >>> [one.name for one in case_sources() if one.ruleset == "财政部-2020"]
    ['000000_caizhengbu_2020.cases']
    """
    found = []
    for one in registered_files():
        name = one.entry.file.removesuffix(".jx") + ".cases"
        beside = (
            one.path.parent / name
            if isinstance(one.path, Path)
            else resources.files(one.entry.found_in).joinpath(name)
        )
        found.append(CaseSource(one.entry.id, name, beside))
    return tuple(found)


def ruleset_named(text: str) -> str | None:
    r"""The id or path behind 规则集 at the head of a file; None where it is not said.

    >>> ruleset_named("# 说明\n规则集：江苏南通-2025\n\n名称：一")
    '江苏南通-2025'
    """
    for _, line in _lines(text):
        head, colon, rest = fold(line).partition(":")
        if not colon or head.strip() != "规则集":
            return None
        return line[len(line) - len(rest) :].strip() or None
    return None


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that say something, with their numbers."""
    for number, line in enumerate(_split(text), 1):
        bare = line.strip()
        if bare and fold(bare[0]) != "#":
            yield number, line


def _split(text: str) -> list[str]:
    flat = text.replace("\r\n", "\n").replace("\r", "\n")
    return flat.translate(_UNSEEN).split("\n")


def read_cases(
    text: str, rules: Ruleset, *, file: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> CaseFile:
    r"""All cases of a file, and all that must be mended in it; never raises for the content.

    >>> from jixiao.library import Library
    >>> rules = Library.default().load("财政部-2020")
    >>> read = read_cases("名称：一\n输入：总分 90\n期望：等次 优", rules)
    >>> read.cases[0].name, read.findings
    ('一', ())
    """
    reader = Gathering(rules, file, limits)
    for number, line in enumerate(_split(text), 1):
        bare = line.strip()
        if not bare:
            reader.close()
        elif fold(bare[0]) != "#" and not reader.line(number, line):
            break
    reader.close()
    if not reader.cases and not reader.findings:
        place = Where(origin=Origin(file=file, line=1, column=1))
        reader.findings.append(finding("R57", place))
    ordered = sorted(
        reader.findings, key=lambda one: (one.where.origin.line or 0, one.where.origin.column or 0)
    )
    return CaseFile(tuple(reader.cases), tuple(ordered))
