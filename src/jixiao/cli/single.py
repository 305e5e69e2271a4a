"""`jixiao parse` and `jixiao score`: one value, one indicator."""

from __future__ import annotations

import sys
from codecs import BOM_UTF8
from contextlib import nullcontext
from decimal import Decimal, InvalidOperation
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.cli.common import (
    ExitStatus,
    Lang,
    as_date,
    cannot_open,
    language,
    note,
    ruleset_option,
)
from jixiao.cli.outputs import chosen_writer, emit, output_options, sink
from jixiao.messages.words import word
from jixiao.writing.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["parse_command", "score_command"]


@click.command("parse", short_help="读指标值: indicator values, one a line.")
@click.argument("texts", nargs=-1, metavar="[TEXT]...")
@click.option("--file", "source", metavar="F", help="A value a line; - for standard input.")
@click.option("--operator", metavar="OP", help="The table's column of signs: ≥, a code, 定性 …")
@click.option("--unit", metavar="U", help="The table's column of units.")
@output_options("value")
@click.pass_context
def parse_command(
    context: click.Context,
    texts: tuple[str, ...],
    source: str | None,
    operator: str | None,
    unit: str | None,
    form: str | None,
    output: str | None,
) -> None:
    """Read indicator values, one a line, in order."""
    from jixiao.parsing import parse_value

    lang = language(context)
    writer = chosen_writer("value", form, output, lang)
    if not texts and source is None:
        raise click.UsageError(word("nothing_to_parse", lang))
    settings = Settings(lang, many=True)
    lines = chain(texts, () if source is None else _lines_of(source, lang))
    at_once = 1 if source == "-" else _AT_ONCE
    with sink(output, lang) as put:
        while batch := tuple(islice(lines, at_once)):
            values = (parse_value(text, operator=operator, unit=unit) for text in batch)
            put("\n".join(str(writer.write(value, settings)) for value in values))


_AT_ONCE = 256
"""Values of a file that are printed together; those of standard input are answered one by one."""


def _lines_of(source: str, lang: Lang) -> Iterator[str]:
    """The lines of a file or of standard input, one at a time and without their ends."""
    try:
        with nullcontext(sys.stdin.buffer) if source == "-" else Path(source).open("rb") as stream:
            for number, line in enumerate(stream):
                yield _decoded(line.removeprefix(BOM_UTF8) if number == 0 else line).rstrip("\r\n")
    except OSError as error:
        note(cannot_open(source, error, lang))
        sys.exit(ExitStatus.UNREADABLE)


def _decoded(line: bytes) -> str:
    """A line as UTF-8, else GB18030, else with every byte that is neither written out."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            continue
    return line.decode("utf-8", errors="backslashreplace")


def _number(text: str, name: str, lang: Lang) -> Decimal:
    """A plain decimal not below 0; misuse where it is none."""
    try:
        number = Decimal(text) if text.isascii() and text.replace(".", "", 1).isdigit() else None
    except InvalidOperation:
        number = None
    if number is None:
        raise click.UsageError(word(name, lang, text=text))
    return number


@click.command("score", short_help="一条指标计分: one indicator, with every step and clause.")
@click.option("--target", required=True, metavar="T", help="指标值, such as ≥98%.")
@click.option("--actual", required=True, metavar="A", help="实际完成值, such as 95%.")
@click.option("--weight", required=True, metavar="W", help="分值, such as 10.")
@click.option("--operator", metavar="OP", help="The table's column of signs.")
@click.option("--unit", metavar="U", help="The table's column of units.")
@click.option("--name", default="", metavar="N", help="The indicator's name: may tell a direction.")
@click.option("--method", metavar="M", help="A method of the ruleset by name.")
@ruleset_option
@click.option("--as-of", metavar="D", help="Date of the evaluation, such as 2025-12-31.")
@click.option("--year", type=click.IntRange(1949, 2999), help="Budget year of days without one.")
@output_options("score")
@click.pass_context
def score_command(
    context: click.Context,
    target: str,
    actual: str,
    weight: str,
    operator: str | None,
    unit: str | None,
    name: str,
    method: str | None,
    ruleset: str | None,
    as_of: str | None,
    year: int | None,
    form: str | None,
    output: str | None,
) -> None:
    """Score one indicator, with every step and clause."""
    from jixiao.facade import score
    from jixiao.findings import JixiaoError

    lang = language(context)
    writer = chosen_writer("score", form, output, lang)
    try:
        result = score(
            target,
            actual,
            weight=_number(weight, "bad_weight", lang),
            operator=operator,
            unit=unit,
            name=name,
            method=method,
            ruleset=ruleset,
            as_of=as_date(as_of, lang),
            year=year,
        )
    except JixiaoError as error:
        raise click.UsageError(str(error)) from error
    emit(writer.write(result, Settings(lang)), output, lang)
