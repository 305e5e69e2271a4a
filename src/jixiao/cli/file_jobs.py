"""What `read`, `check`, `recompute`, `summary` do with one file: from its name to a text."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from jixiao.cli.batch import Outcome
from jixiao.cli.common import ExitStatus, Lang, as_date, paint, severity_status
from jixiao.cli.joined import held_data
from jixiao.cli.paths import file_bytes

if TYPE_CHECKING:
    from jixiao.rules import Ruleset
    from jixiao.tables import Document

__all__ = ["check_file", "read_file", "recompute_file", "summarize_file"]


@lru_cache(maxsize=4)
def _rules(ruleset: str | None) -> Ruleset | None:
    """The ruleset of that name, loaded once a process."""
    from jixiao.facade import load

    return None if ruleset is None else load(ruleset)


def _document(name: str, ruleset: str | None) -> Document:
    from jixiao.facade import read

    return read(file_bytes(name), file=name, rules=_rules(ruleset))


def _status(document: Document, found: ExitStatus) -> ExitStatus:
    return found if document.tables else max(found, ExitStatus.UNREADABLE)


def read_file(
    name: str,
    *,
    ruleset: str | None,
    form: str | None,
    lang: Lang,
    strict: bool,
    personal: bool,
    many: bool,
) -> Outcome:
    """What was read from a file; without `form` as data for an output of several files."""
    from jixiao.writing.outputs import text_of
    from jixiao.writing.settings import Settings

    document = _document(name, ruleset)
    status = _status(document, severity_status(document.findings, strict=strict))
    if form is None:
        return Outcome(status=status, data=held_data(document.to_json(mask=False), document))
    settings = Settings(lang=lang, personal=personal, many=many)
    return Outcome(text_of("document", form, document, settings), status=status)


def check_file(
    name: str, *, ruleset: str | None, form: str | None, lang: Lang, strict: bool, many: bool
) -> Outcome:
    """What should be mended in a file; without `form` as data for an output of several files."""
    from jixiao.checking import CheckReport
    from jixiao.facade import check
    from jixiao.writing.outputs import text_of
    from jixiao.writing.settings import Settings

    document = _document(name, ruleset)
    report = CheckReport(check(document, _rules(ruleset)), document.file)
    status = _status(document, severity_status(report.findings, strict=strict))
    if form is None:
        return Outcome(status=status, data=held_data(report.to_json(lang), document))
    settings = Settings(lang=lang, many=many, paint=paint, documents=(document,))
    out = text_of("check", form, report, settings)
    return Outcome(out, status=status)


def recompute_file(
    name: str,
    *,
    ruleset: str | None,
    as_of: str | None,
    form: str | None,
    lang: Lang,
    strict: bool,
    steps: bool,
    many: bool,
) -> Outcome:
    """What the scores of a file come to; the counts as data, for the sum over several files.

    Without `form` the whole report is data, for an output of several files.
    """
    from jixiao.facade import recompute
    from jixiao.recomputing.tally import RESULTS
    from jixiao.writing.outputs import text_of
    from jixiao.writing.settings import Settings

    document = _document(name, ruleset)
    report = recompute(document, _rules(ruleset), as_of=as_date(as_of, lang))
    status = _status(document, severity_status(report.findings, strict=strict))
    if form is None:
        return Outcome(status=status, data=held_data(report.to_json(lang), document))
    settings = Settings(lang=lang, paint=paint, steps=steps, many=many, documents=(document,))
    out = text_of("recompute", form, report, settings)
    tally = report.tally()
    counts = json.dumps({one: getattr(tally, one) for one in RESULTS})
    return Outcome(out, status=status, data=counts)


def summarize_file(name: str, *, ruleset: str | None, recompute: bool, strict: bool) -> Outcome:
    """What a file adds to a summary, as data."""
    from jixiao.facade import summarize

    rules = _rules(ruleset)
    made = summarize((_document(name, ruleset),), rules, recompute=recompute)
    grave = {"error", "warning"} if strict else {"error"}
    found = any(severity in grave for severity, _ in made.whole.severities)
    status = ExitStatus.FINDINGS if found else ExitStatus.CLEAN
    return Outcome(
        status=status if made.read else ExitStatus.UNREADABLE, data=json.dumps(made.to_json())
    )
