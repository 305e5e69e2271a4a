"""Findings as SARIF 2.1.0, which editors and code hosts show beside the lines they speak of."""

from __future__ import annotations

import hashlib
from collections import Counter
from importlib.metadata import version
from typing import TYPE_CHECKING

from jixiao.writing.machine import json_text
from jixiao.writing.sarif_places import Names, location, logical_name
from jixiao.writing.sarif_rules import LEVELS, Rules, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.checking import CheckReport
    from jixiao.findings import Finding, Lang
    from jixiao.recomputing import RecomputeReport
    from jixiao.writing.settings import Settings

__all__ = ["SARIF_SCHEMA", "check", "log", "recomputation", "run"]

Json = dict[str, object]
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}


def check(reports: tuple[CheckReport, ...], settings: Settings) -> str:
    """One log of the findings of all files."""
    files = tuple((one.file, one.findings) for one in reports)
    digests = {one.file: one.digest for one in settings.documents}
    return json_text(log(run(files, settings, digests)))


def recomputation(reports: tuple[RecomputeReport, ...], settings: Settings) -> str:
    """One log of what recomputing found in all files."""
    files = tuple((one.document, one.findings) for one in reports)
    digests: dict[str | None, str] = {one.document: one.document_digest for one in reports}
    return json_text(log(run(files, settings, digests)))


def log(*runs: Json) -> Json:
    """A log file of these runs."""
    return {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": list(runs)}


def run(
    files: tuple[tuple[str | None, tuple[Finding, ...]], ...],
    settings: Settings,
    digests: dict[str | None, str],
) -> Json:
    """One run: the files that were looked at, the rules that had something to say, the results.

    The same input gives the same text: there is no time and no machine in it.
    """
    lang = settings.lang
    names = Names((file for file, _ in files), lang)
    every = [one for _, findings in files for one in findings]
    rules = Rules(every, settings.rules, lang)
    results = [
        shown for file, found in files for shown in _results(file, found, names, rules, lang)
    ]
    return {
        "tool": {
            "driver": {
                "name": "jixiao",
                "version": version("jixiao"),
                "language": _LANGUAGES[lang],
                "rules": rules.shown,
            }
        },
        "language": _LANGUAGES[lang],
        "columnKind": "unicodeCodePoints",
        "artifacts": [names.artifact(name, digests) for name in names.order],
        "results": results,
    }


def _results(
    file: str | None, findings: tuple[Finding, ...], names: Names, rules: Rules, lang: Lang
) -> Iterator[Json]:
    """What was found in one file."""
    prints = Prints()
    for one in findings:
        first = one.items[0] if one.items else one.where
        shown: Json = {
            "ruleId": one.code,
            "ruleIndex": rules.index(one.code),
            "level": LEVELS[one.severity],
            "message": {"text": message(one.message(lang))},
            "locations": [location(one.where, file, names, stands=first)],
        }
        places = (*one.items, *one.related)
        if places:
            shown["relatedLocations"] = [
                location(where, file, names, number=number) for number, where in enumerate(places)
            ]
        shown["partialFingerprints"] = {"jixiaoFinding/v1": prints.of(one)}
        shown["properties"] = {
            "severity": one.severity.value,
            "heading": one.heading,
            "count": one.count,
            "raw": one.raw,
            "cite": one.cite,
        }
        yield shown


class Prints:
    """Fingerprints: of what a finding says and of which indicator, not of the line it stands on.

    So a finding is known again after rows were added above it; one that comes twice is counted.
    """

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def of(self, one: Finding) -> str:
        """The print of the next finding."""
        where = one.where
        parts = (one.code, where.unit or "", logical_name(where), one.raw or "")
        text = "\x1f".join(" ".join(part.split()) for part in parts)
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        self._seen[digest] += 1
        return f"{digest}:{self._seen[digest]}"
