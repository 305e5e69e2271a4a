"""Which files of cases a command line names, each opened with its ruleset and tried."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.cases import CaseSource, case_sources, read_cases, try_case
from jixiao.cases.files import ruleset_named
from jixiao.findings import Finding, Where, finding
from jixiao.library import Library
from jixiao.limits import DEFAULT_LIMITS
from jixiao.rule_files import text_of
from jixiao.source import Origin
from jixiao.writing.cases_text import TriedFile

if TYPE_CHECKING:
    from jixiao.library import Loaded
    from jixiao.rules import Ruleset

__all__ = ["try_files"]


def try_files(names: tuple[str, ...]) -> tuple[tuple[TriedFile, ...], dict[str, str]]:
    """Every file that is named, tried; and the texts, for showing the lines of what is wrong.

    Without names all rulesets that have cases. A ruleset that cannot be used is misuse.
    """
    sources: dict[str, str] = {}
    named = names or tuple(one.ruleset for one in case_sources() if one.there)
    return tuple(_tried(name, sources) for name in named), sources


def _tried(name: str, sources: dict[str, str]) -> TriedFile:
    if name.endswith(".cases"):
        return _of_path(Path(name), name, sources)
    if name.endswith(".jx"):
        path = Path(name)
        beside = path.with_suffix(".cases")
        rules = _usable(Library.default().open(path))
        return _of_source(CaseSource(rules.id, str(beside), beside), rules, sources)
    rules = _usable(Library.default().open(name))
    found = next((one for one in case_sources() if one.ruleset == rules.id), None)
    if found is None:
        return TriedFile(rules.id, name, findings=(_absent(rules.id, name),))
    return _of_source(found, rules, sources)


def _usable(loaded: Loaded) -> Ruleset:
    if not loaded.usable or loaded.ruleset is None:
        raise click.UsageError(loaded.text())
    return loaded.ruleset


def _absent(ruleset: str, file: str) -> Finding:
    return finding("R62", Where(origin=Origin(file=file)), word=ruleset, file=file)


def _of_source(source: CaseSource, rules: Ruleset, sources: dict[str, str]) -> TriedFile:
    if not source.there:
        return TriedFile(rules.id, source.name, findings=(_absent(rules.id, source.name),))
    return _of_text(source, rules, sources)


def _of_path(path: Path, name: str, sources: dict[str, str]) -> TriedFile:
    """A file of cases by its path: its ruleset is named in it, or stands beside it."""
    text = text_of(path, name, DEFAULT_LIMITS)
    if isinstance(text, Finding):
        return TriedFile("—", name, findings=(text,))
    said = ruleset_named(text[0])
    beside = path.with_suffix(".jx")
    if said is not None:
        own = path.parent / said
        rules = _usable(Library.default().open(own if said.endswith(".jx") else said))
    elif beside.is_file():
        rules = _usable(Library.default().open(beside))
    else:
        sources[name] = text[0]
        where = Where(origin=Origin(file=name, line=1, column=1))
        return TriedFile("—", name, findings=(finding("R58", where, file=beside.name),))
    return _of_text(CaseSource(rules.id, name, path), rules, sources)


def _of_text(source: CaseSource, rules: Ruleset, sources: dict[str, str]) -> TriedFile:
    text = text_of(source.path, source.name, DEFAULT_LIMITS)
    if isinstance(text, Finding):
        return TriedFile(rules.id, source.name, findings=(text,))
    sources[source.name] = text[0]
    read = read_cases(text[0], rules, file=source.name)
    outcomes = tuple(try_case(one, rules) for one in read.cases)
    return TriedFile(rules.id, source.name, outcomes, read.findings)
