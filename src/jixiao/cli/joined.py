"""One output of many files: where a format is one file, the results are gathered first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from attrs import evolve

from jixiao.cli.batch import run_files
from jixiao.cli.outputs import emit, sink

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jixiao.cli.batch import Outcome
    from jixiao.cli.common import ExitStatus
    from jixiao.tables import Document
    from jixiao.writing.outputs import Writer
    from jixiao.writing.settings import Settings

    Revived = tuple[object, Document]

__all__ = ["held_data", "run_joined", "run_writer"]


def held_data(result: dict[str, Any], document: Document) -> str:
    """A result and the tables it speaks of, as the text that a worker gives back."""
    return json.dumps({"result": result, "document": document.to_json(mask=False)})


def run_writer(
    files: Sequence[str],
    work: Callable[[str], Outcome],
    writer: Writer,
    settings: Settings,
    output: str | None,
    bar: str,
    revive: Callable[[dict[str, Any]], object],
) -> ExitStatus:
    """Do the work for every file and put out what it came to; the highest status.

    `revive` makes a result out of its JSON again.
    """
    if writer.joint:
        return run_joined(files, work, writer, settings, output, bar, revive)
    with sink(output, settings.lang) as put:
        return run_files(files, work, settings.lang, bar, lambda one: put(one.out))


def run_joined(
    files: Sequence[str],
    work: Callable[[str], Outcome],
    writer: Writer,
    settings: Settings,
    output: str | None,
    bar: str,
    revive: Callable[[dict[str, Any]], object],
) -> ExitStatus:
    """The same for a format that is one file whatever the number of results."""
    from jixiao.tables import Document

    held: list[Outcome] = []
    status = run_files(files, work, settings.lang, bar, held.append)
    shown = [json.loads(one.data) for one in held]
    documents = tuple(Document.from_json(one["document"]) for one in shown)
    results = tuple(revive(one["result"]) for one in shown)
    emit(writer.write(results, evolve(settings, documents=documents)), output, settings.lang)
    return status
