"""What the subcommands share: exit status, colours, progress, opening files, printing JSON."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from datetime import date
from enum import IntEnum
from errno import EACCES, EISDIR, ENOENT, EPERM
from typing import TYPE_CHECKING, Literal, TypeVar, cast

import click

from jixiao.findings import Severity
from jixiao.harmless import visible, without_controls
from jixiao.messages.words import word
from jixiao.writing.machine import json_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from jixiao.findings import Finding

__all__ = [
    "ExitStatus",
    "as_date",
    "cannot_open",
    "echo_json",
    "format_option",
    "language",
    "note",
    "paint",
    "progress",
    "ruleset_option",
    "say",
    "severity_status",
    "strict_option",
]

Lang = Literal["zh", "en"]
_T = TypeVar("_T")


class ExitStatus(IntEnum):
    """What the command returns to the shell."""

    CLEAN = 0
    FINDINGS = 1
    MISUSE = 2
    UNREADABLE = 3


def language(context: click.Context) -> Lang:
    """The language chosen with --lang."""
    return cast("Lang", context.find_root().obj)


def format_option(*formats: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """`--format`, text unless said otherwise."""
    return click.option(
        "--format", "form", type=click.Choice(formats), default="text", help="Form of the output."
    )


ruleset_option = click.option(
    "--ruleset",
    metavar="R",
    help="An id (江苏南通-2025) or a path; without it the place and year in the file decide.",
)
strict_option = click.option(
    "--strict", is_flag=True, help="Exit status 1 for 请说明 as well as for 须修改."
)


def severity_status(findings: Iterable[Finding], *, strict: bool = False) -> ExitStatus:
    """1 where a finding is grave enough, else 0."""
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return (
        ExitStatus.FINDINGS if any(one.severity in grave for one in findings) else ExitStatus.CLEAN
    )


def as_date(text: str | None, lang: Lang) -> date | None:
    """A date of --as-of; misuse where it is none."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.UsageError(word("bad_date", lang, text=text)) from None


def paint(severity: Severity, text: str) -> str:
    """The text in the colour of its severity; click drops colours where there is no terminal."""
    colour = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}[severity]
    return click.style(text, fg=colour)


def cannot_open(file: str, error: OSError, lang: Lang) -> str:
    """The sentence about a file that cannot be opened."""
    names = {ENOENT: "not_there", EACCES: "not_allowed", EPERM: "not_allowed", EISDIR: "is_folder"}
    name = names.get(error.errno or 0)
    reason = word(name, lang) if name else error.strerror or str(error)
    return word("cannot_open", lang, file=file, reason=reason)


def note(text: str) -> None:
    """A remark that is no result: to standard error."""
    click.echo(visible(text), err=True)


def say(text: str, *, nl: bool = True) -> None:
    """Lines of text to standard output, with nothing in them that a terminal would obey."""
    click.echo(without_controls(text), nl=nl)


def echo_json(data: object, *, many: bool = False) -> None:
    """JSON to standard output: indented for one result, a line each where there are many."""
    click.echo(json_text(data, compact=many))


@contextmanager
def progress(items: Sequence[_T], label: str) -> Iterator[Iterable[_T]]:
    """The items, with a bar on standard error while there is a terminal and more than one."""
    if len(items) < 2 or not sys.stderr.isatty():  # noqa: PLR2004
        yield items
        return
    from rich.console import Console
    from rich.progress import track

    yield track(items, description=label, console=Console(stderr=True), transient=True)
