"""The rules of a SARIF log: every code that has something to say, with its sentence and heading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.findings import RulesetError, Severity
from jixiao.library import Library
from jixiao.messages import CATALOGUE
from jixiao.messages.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.findings import Finding, Lang
    from jixiao.rules import Ruleset

__all__ = ["LEVELS", "Rules", "message"]

Json = dict[str, object]
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_NAME = re.compile(r"\{[a-z_]+\}")


def message(text: str) -> str:
    r"""A text as a message string, in which braces and what looks like a link mean nothing.

    >>> print(message("{0} [见](javascript:x)"))
    {{0}} \[见\](javascript:x)
    """
    doubled = text.replace("{", "{{").replace("}", "}}")
    if "](" not in doubled:
        return doubled
    return re.sub(r"[\\\[\]]", lambda mark: f"\\{mark[0]}", doubled)


class Rules:
    """The rules of one run, in the order in which their codes first come."""

    def __init__(self, findings: Iterable[Finding], given: Ruleset | None, lang: Lang) -> None:
        first: dict[str, Finding] = {}
        for one in findings:
            first.setdefault(one.code, one)
        self._places = {code: place for place, code in enumerate(first)}
        self.shown = [_rule(one, given, lang) for one in first.values()]

    def index(self, code: str) -> int:
        """The place of a code among the rules."""
        return self._places[code]


def _rule(one: Finding, given: Ruleset | None, lang: Lang) -> Json:
    """A rule by the catalogue; one that a ruleset wrote, by its title there."""
    entry = CATALOGUE.get(one.code)
    if entry is None:
        said, severity = _title(one.code, given), one.severity
    else:
        said = _NAME.sub("…", entry.zh if lang == "zh" else entry.en)
        severity = Severity(entry.severity)
    lines = [f"{severity.label(lang)}：{said}"]
    if one.heading is not None:
        lines.append(word("sarif_heading", lang, heading=one.heading))
    if one.cite is not None:
        lines.append(word("basis", lang, cite=one.cite))
    tags = [severity.value] if one.heading is None else [severity.value, one.heading]
    return {
        "id": one.code,
        "shortDescription": {"text": message(said)},
        "help": {"text": message("\n".join(lines))},
        "defaultConfiguration": {"level": LEVELS[severity]},
        "properties": {"tags": tags},
    }


def _title(code: str, given: Ruleset | None) -> str:
    """The title of a check that a ruleset wrote (`江苏南通-2025/N01`); the code, where unknown."""
    written_in, _, own = code.rpartition("/")
    rules = given
    if rules is None or all(check.code != own for check in rules.checks):
        try:
            rules = Library.default().load(written_in)
        except RulesetError:
            return code
    return next((check.title for check in rules.checks if check.code == own), code)
