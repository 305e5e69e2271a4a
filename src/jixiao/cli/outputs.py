"""Where a command's result goes: `--format` and `-o`, to a terminal, a pipe or a file.

Which formats there are stands in one table, `jixiao.writing.outputs.WRITERS`.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.cli.common import cannot_open, note
from jixiao.messages.words import word
from jixiao.writing.outputs import formats_of, one_output, suffix_format, writer_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jixiao.cli.common import Lang
    from jixiao.writing.outputs import Kind, Writer

__all__ = ["chosen_writer", "emit", "output_options", "sink"]


def output_options(kind: Kind) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """`--format` with the formats of a kind, and `-o`: as `form` and `output`."""
    forms = formats_of(kind)

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        output = click.option(
            "-o", "--output", metavar="OUT", help="Write to a file; its ending may say the format."
        )
        form = click.option(
            "--format",
            "form",
            type=click.Choice(forms),
            help=f"Form of the output; {forms[0]} unless said otherwise.",
        )
        return form(output(function))

    return decorate


def chosen_writer(kind: Kind, form: str | None, output: str | None, lang: Lang) -> Writer:
    """The writer asked for: by `--format`, else by the ending of `-o`, else the first of the kind.

    Misuse: an ending that stands for a format which this kind is not written in; bytes for a
    terminal.
    """
    forms = formats_of(kind)
    by_name = None if output is None else suffix_format(output)
    if form is None and by_name is not None and by_name not in forms:
        said = word("format_not_offered", lang, form=by_name, forms="、".join(forms))
        raise click.UsageError(said)
    writer = writer_of(kind, form or by_name or forms[0])
    if writer.binary and output is None and sys.stdout.isatty():
        raise click.UsageError(word("format_needs_file", lang, form=writer.form))
    return writer


def emit(made: str | bytes, output: str | None, lang: Lang) -> None:
    """The output to its file, whole or not at all; to standard output where none is named."""
    if output is None:
        click.echo(made, nl=isinstance(made, str) and not made.endswith("\n"))
        return
    from jixiao.writing.files import write_whole

    try:
        write_whole(Path(output), b"".join(_ended(made)))
    except OSError as error:
        raise click.UsageError(cannot_open(output, error, lang)) from error
    note(word("written", lang, file=output))


@contextmanager
def sink(output: str | None, lang: Lang) -> Iterator[Callable[[str | bytes], None]]:
    """Where one output after another goes: printed at once, or to one file at the end."""
    if output is None:
        yield lambda made: emit(made, None, lang)
        return
    held: list[str | bytes] = []
    yield held.append
    emit(b"".join(part for made in held for part in _ended(made)), output, lang)


def _ended(made: str | bytes) -> tuple[bytes, bytes]:
    """The bytes of an output; behind text that has no end of line, one."""
    if isinstance(made, bytes):
        return made, b""
    return one_output((click.unstyle(made),)), b"" if made.endswith("\n") else b"\n"
