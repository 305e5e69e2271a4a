"""What `read` and `check` do with one file: from its name to a text, in whatever process."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli.batch import Outcome
from jixiao.cli.common import ExitStatus, Lang, json_text, paint, severity_status

if TYPE_CHECKING:
    from jixiao.rules import Ruleset
    from jixiao.tables import Document

__all__ = ["check_file", "read_file"]


@lru_cache(maxsize=4)
def _rules(ruleset: str | None) -> Ruleset | None:
    """The ruleset of that name, loaded once a process."""
    from jixiao.facade import load

    return None if ruleset is None else load(ruleset)


def _document(name: str, ruleset: str | None) -> Document:
    from jixiao.facade import read

    return read(Path(name).read_bytes(), file=name, rules=_rules(ruleset))


def _status(document: Document, found: ExitStatus) -> ExitStatus:
    return found if document.tables else max(found, ExitStatus.UNREADABLE)


def read_file(
    name: str,
    *,
    ruleset: str | None,
    form: str,
    lang: Lang,
    strict: bool,
    personal: bool,
    many: bool,
) -> Outcome:
    """What was read from a file."""
    from jixiao.writing.document_text import document_text

    document = _document(name, ruleset)
    if form == "json":
        out = json_text(document.to_json(mask=not personal), many=many)
    else:
        out = "\n".join(document_text(document, lang))
    found = severity_status(document.findings, strict=strict)
    return Outcome(out, status=_status(document, found))


def check_file(
    name: str, *, ruleset: str | None, form: str, lang: Lang, strict: bool, many: bool
) -> Outcome:
    """What should be mended in a file."""
    from jixiao.facade import check
    from jixiao.writing.findings_text import findings_text, summary, summary_line

    document = _document(name, ruleset)
    findings = check(document, _rules(ruleset))
    if form == "json":
        data = {
            "schema": "jixiao/findings/1",
            "file": document.file,
            "findings": [one.to_json(lang) for one in findings],
            "summary": summary(findings),
        }
        out = json_text(data, many=many)
    else:
        head = [f"── {document.file}"] if many else []
        out = "\n".join(
            [*head, *findings_text(findings, lang, paint), summary_line(findings, lang)]
        )
    return Outcome(out, status=_status(document, severity_status(findings, strict=strict)))
