"""Where rule files lie, what their headers say, and how their text is read within the limits."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.findings import Finding, Where, finding
from jixiao.plugins import failed, points_of
from jixiao.source import Origin, fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from jixiao.limits import Limits

__all__ = [
    "Entry",
    "Registered",
    "RuleFile",
    "files_in",
    "registered",
    "registered_files",
    "text_of",
]

GROUP = "jixiao.rulesets"
"""The entry-point group: a name, and a package that holds `*.jx` files."""

_MOST_FILES = 256
_HEADER_CHARS = 20_000
_HEAD = re.compile(
    r"^[ \t]*(规则集|名称|地区|年度|生效|继承)[ \t]*:?[ \t]*(.*?)[ \t]*(?:#.*)?$", re.MULTILINE
)
_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


@frozen
class Entry:
    """One ruleset of the library, known by its header alone.

    `region` is `320600 江苏省南通市`, `effective` as the file says it, `found_in` the package or
    folder that holds the file.
    """

    id: str
    title: str
    region: str
    year: int | None
    effective: str
    file: str
    found_in: str
    inherits: str | None = None

    def in_effect(self, on: date) -> bool:
        """Whether the ruleset is in effect on a day; without dates it never says it is not."""
        days = [_day(match) for match in _DATE.finditer(self.effective)]
        if any(one is None for one in days):
            return False
        start = days[0] if days else None
        end = days[1] if len(days) > 1 else None
        return (start is None or start <= on) and (end is None or on <= end)

    def covers(self, year: int) -> bool:
        """Whether the ruleset is in effect on any day of a year."""
        days = [_day(match) for match in _DATE.finditer(self.effective)]
        years = [one.year for one in days if one is not None]
        return not years or (years[0] <= year and (len(years) == 1 or year <= years[1]))

    @property
    def period(self) -> tuple[date, date | None] | None:
        """The days from and to; None where the header says none that there are."""
        days = [_day(match) for match in _DATE.finditer(self.effective)]
        start = days[0] if days else None
        return None if start is None else (start, days[1] if len(days) > 1 else None)

    @property
    def region_code(self) -> str:
        """The code of GB/T 2260."""
        return self.region.split(" ", 1)[0]


@frozen
class RuleFile:
    """A rule file that was found: its header, and how to read it."""

    entry: Entry
    path: Traversable


@frozen
class Registered:
    """What the registered packages hold, and what is to be said of them."""

    files: tuple[RuleFile, ...]
    findings: tuple[Finding, ...] = ()


@lru_cache(maxsize=1)
def registered() -> Registered:
    """The files of all registered packages, the built-in one first; one that fails is a finding.

    So are two rulesets of one name: each stays in the list, and neither can be asked for by name.
    """
    files = list(files_in(resources.files(GROUP), GROUP))
    findings: list[Finding] = []
    seen = {GROUP}
    for point in points_of(GROUP):
        if point.value in seen:
            continue
        seen.add(point.value)
        try:
            files += files_in(resources.files(point.module), point.module)
        except Exception as error:  # noqa: BLE001 - somebody else's package must not stop a run
            findings.append(failed(point, f"{type(error).__name__}: {error}"))
    return Registered(tuple(files), (*findings, *_twice(files)))


def _twice(files: list[RuleFile]) -> Iterator[Finding]:
    by_id: dict[str, list[str]] = {}
    for one in files:
        by_id.setdefault(one.entry.id, []).append(f"{one.entry.found_in}/{one.entry.file}")
    for name, places in by_id.items():
        if len(places) > 1:
            yield finding("R33", Where(), raw=name, word=name, one=places[0], other=places[1])


def registered_files() -> tuple[RuleFile, ...]:
    """The rule files of all registered packages."""
    return registered().files


def files_in(root: Traversable, found_in: str) -> Iterator[RuleFile]:
    """The rule files directly in a folder, in the order of their names."""
    found = sorted(
        (one for one in root.iterdir() if one.name.endswith(".jx") and one.is_file()),
        key=lambda one: one.name,
    )
    for path in found[:_MOST_FILES]:
        if isinstance(path, Path) and path.resolve().parent != path.parent.resolve():
            continue  # a link that leads out of the folder
        try:
            with path.open("r", encoding="utf-8", errors="replace") as stream:
                head = stream.read(_HEADER_CHARS)
        except OSError:
            continue
        entry = _entry(head, path.name, found_in)
        if entry is not None:
            yield RuleFile(entry, path)


def _entry(head: str, file: str, found_in: str) -> Entry | None:
    """The header of a file, read without the grammar."""
    folded = fold(head.partition("【")[0])
    said: dict[str, str] = {}
    for match in _HEAD.finditer(folded):
        said.setdefault(match[1], head[match.start(2) : match.end(2)].strip())
    if "规则集" not in said:
        return None
    year = fold(said.get("年度", ""))
    return Entry(
        id=said["规则集"],
        title=said.get("名称", "").strip('“”"'),
        region=fold(said.get("地区", "")),
        year=int(year) if year.isdecimal() and len(year) < 6 else None,  # noqa: PLR2004
        effective=fold(said.get("生效", "")),
        file=file,
        found_in=found_in,
        inherits=said.get("继承"),
    )


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None


def text_of(path: Traversable, name: str, limits: Limits) -> tuple[str, bytes] | Finding:
    """The text of a file within the limit, and its bytes."""
    where = Where(origin=Origin(file=name))
    try:
        with path.open("rb") as stream:
            data = stream.read(limits.ruleset_bytes + 1)
    except OSError as error:
        return finding("R31", where, word=name, what=error.strerror or type(error).__name__)
    if len(data) > limits.ruleset_bytes:
        return finding(
            "L03", where, size=f"超过 {limits.ruleset_bytes}", limit=limits.ruleset_bytes
        )
    try:
        return data.decode("utf-8"), data
    except UnicodeDecodeError as error:
        return finding("R34", where, byte=error.start + 1)
