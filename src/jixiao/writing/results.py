"""Any result written: which kind it is, in what format, to a text or to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.checking import CheckReport
from jixiao.evaluation import Scorecard
from jixiao.findings import Finding
from jixiao.monitoring import MonitorReport
from jixiao.recomputing import RecomputeReport
from jixiao.scoring import IndicatorScore
from jixiao.summaries import Summary
from jixiao.tables import Document
from jixiao.values import Value
from jixiao.verifying import Verification
from jixiao.writing.files import write_whole
from jixiao.writing.outputs import formats_of, one_output, suffix_format, writer_of
from jixiao.writing.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.findings import Lang
    from jixiao.writing.outputs import Kind

__all__ = ["render", "save"]

_KINDS: Mapping[type, Kind] = {
    Document: "document",
    CheckReport: "check",
    Scorecard: "scorecard",
    MonitorReport: "monitor",
    RecomputeReport: "recompute",
    IndicatorScore: "score",
    Summary: "summary",
    Verification: "verification",
}


def render(  # noqa: PLR0913 - each by its name
    result: object,
    form: str = "text",
    *,
    lang: Lang = "zh",
    document: Document | None = None,
    steps: bool = False,
    personal: bool = False,
) -> str | bytes:
    """A result as text, or as bytes where the format is a file of its own.

    `result` is what a verb of the library gives back: a value, a document, findings, a score, a
    scorecard, a monitoring or recompute report, a summary, a verification. `document` holds the
    tables that it speaks of, for formats that show them; `steps` asks for every step of every
    figure, `personal` for what names or reaches a person, which is masked otherwise.

    Raises:
        TypeError: `result` is none of these.
        ValueError: it cannot be written in that format; the message names those that it can.

    >>> print(render(()))
    没有发现问题。
    """
    kind, held = _known(result, document)
    documents = () if document is None else (document,)
    settings = Settings(lang, steps=steps, personal=personal, documents=documents)
    return writer_of(kind, form).write(held, settings)


def save(  # noqa: PLR0913 - each by its name
    result: object,
    path: str | Path,
    form: str | None = None,
    *,
    lang: Lang = "zh",
    document: Document | None = None,
    steps: bool = False,
    personal: bool = False,
) -> None:
    """Write a result to a file, whole or not at all, in the format that its ending stands for.

    The rest is as for `render`; `form` names a format where the ending does not.

    Raises:
        OSError: the folder cannot be written to; a file at `path` is as it was.
        TypeError: `result` is none of the results.
        ValueError: the ending stands for no format, or for none that the result is written in.
    """
    chosen = form or suffix_format(str(path))
    if chosen is None:
        forms = ", ".join(formats_of(_known(result, document)[0]))
        raise ValueError(f"{str(path)!r} does not say a format; name one of {forms}")
    made = render(result, chosen, lang=lang, document=document, steps=steps, personal=personal)
    end = "" if isinstance(made, bytes) or made.endswith("\n") else "\n"
    write_whole(Path(path), one_output((made, end)))


def _known(result: object, document: Document | None) -> tuple[Kind, object]:
    """The kind of a result, and the result as its writers take it."""
    if isinstance(result, Value):
        return "value", result
    if isinstance(result, tuple) and all(isinstance(one, Finding) for one in result):
        return "check", CheckReport(result, None if document is None else document.file)
    kind = _KINDS.get(type(result))
    if kind is None:
        raise TypeError(f"a {type(result).__name__} is no result of jixiao")
    return kind, result
