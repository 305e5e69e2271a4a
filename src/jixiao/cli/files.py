"""`jixiao read`, `check` and `evaluate`: whole files."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from jixiao.cli.common import (
    ExitStatus,
    Lang,
    as_date,
    cannot_open,
    language,
    note,
    paint,
    progress,
    ruleset_option,
    severity_status,
    strict_option,
)
from jixiao.cli.joined import run_writer
from jixiao.cli.outputs import chosen_writer, emit, output_options
from jixiao.cli.paths import STANDARD_INPUT, expand, file_bytes
from jixiao.findings import JixiaoError
from jixiao.messages.words import word
from jixiao.writing.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from jixiao.actuals import Actuals
    from jixiao.evaluation import Scorecard
    from jixiao.monitoring import MonitorReport
    from jixiao.rules import Ruleset
    from jixiao.tables import Document

__all__ = [
    "check_command",
    "each_file",
    "evaluate_command",
    "load_actuals",
    "load_rules",
    "named_files",
    "read_command",
    "status_of",
]

_files = click.argument("files", nargs=-1, required=True, metavar="FILE|FOLDER|PATTERN|-...")


def load_rules(ruleset: str | None) -> Ruleset | None:
    """The ruleset asked for; misuse, with what is wrong with it, where it cannot be had."""
    from jixiao.facade import load

    if ruleset is None:
        return None
    try:
        return load(ruleset)
    except JixiaoError as error:
        raise click.UsageError(str(error)) from error


def load_actuals(filed: str, lang: Lang, file: str | None = None) -> Actuals:
    """What was achieved, from its file; leaves with a remark where that cannot be opened.

    Misuse where the tables of `file` are to come from standard input as well.
    """
    from jixiao.facade import read_actuals

    if filed == file == STANDARD_INPUT:
        raise click.UsageError(word("one_stdin", lang))
    try:
        return read_actuals(file_bytes(filed), file=filed)
    except OSError as error:
        note(cannot_open(filed, error, lang))
        sys.exit(ExitStatus.UNREADABLE)


def status_of(result: Scorecard | MonitorReport, actuals: Actuals, *, strict: bool) -> ExitStatus:
    """The status by the findings of a result; unreadable where nothing was filed as achieved."""
    if not actuals.rows and not actuals.funding:
        return ExitStatus.UNREADABLE
    return severity_status(result.findings, strict=strict)


def named_files(arguments: tuple[str, ...], lang: Lang) -> tuple[tuple[str, ...], ExitStatus]:
    """The files that arguments mean; those that mean none are remarked."""
    found = expand(arguments)
    for argument in found.empty:
        note(word("no_file", lang, path=argument))
    return found.files, ExitStatus.UNREADABLE if found.empty else ExitStatus.CLEAN


def each_file(
    files: tuple[str, ...],
    rules: Ruleset | None,
    lang: Lang,
    label: str,
    work: Callable[[Document], ExitStatus],
) -> None:
    """Read each file, hand it on, and leave with the highest status after finishing the rest."""
    from jixiao.facade import read

    status = ExitStatus.CLEAN
    with progress(files, word(label, lang)) as held:
        for name in held:
            try:
                data = file_bytes(name)
            except OSError as error:
                note(cannot_open(name, error, lang))
                status = max(status, ExitStatus.UNREADABLE)
                continue
            document = read(data, file=name, rules=rules)
            status = max(status, work(document))
            if not document.tables:
                status = max(status, ExitStatus.UNREADABLE)
    sys.exit(status)


@click.command("read", short_help="读表: what was read, row by row, and how sure each row is.")
@_files
@ruleset_option
@strict_option
@output_options("document")
@click.option("--show-personal", is_flag=True, help="Do not mask 负责人 and 联系电话.")
@click.pass_context
def read_command(
    context: click.Context,
    files: tuple[str, ...],
    ruleset: str | None,
    form: str | None,
    output: str | None,
    *,
    strict: bool,
    show_personal: bool,
) -> None:
    """Show what was read, row by row, and how sure each row is."""
    from jixiao.cli.file_jobs import read_file
    from jixiao.tables import Document

    lang = language(context)
    writer = chosen_writer("document", form, output, lang)
    load_rules(ruleset)
    named, status = named_files(files, lang)
    work = partial(
        read_file,
        ruleset=ruleset,
        form=None if writer.joint else writer.form,
        lang=lang,
        strict=strict,
        personal=show_personal,
        many=len(named) > 1,
    )
    settings = Settings(lang, personal=show_personal)
    done = run_writer(named, work, writer, settings, output, "reading_bar", Document.from_json)
    sys.exit(max(status, done))


@click.command("check", short_help="检查: what to change, to explain, to do better.")
@_files
@ruleset_option
@strict_option
@output_options("check")
@click.pass_context
def check_command(
    context: click.Context,
    files: tuple[str, ...],
    ruleset: str | None,
    form: str | None,
    output: str | None,
    *,
    strict: bool,
) -> None:
    """Hold each table against its template and good sense; say what should be mended."""
    from jixiao.checking import CheckReport
    from jixiao.cli.file_jobs import check_file

    lang = language(context)
    writer = chosen_writer("check", form, output, lang)
    rules = load_rules(ruleset)
    named, status = named_files(files, lang)
    work = partial(
        check_file,
        ruleset=ruleset,
        form=None if writer.joint else writer.form,
        lang=lang,
        strict=strict,
        many=len(named) > 1,
    )
    settings = Settings(lang, rules=rules)
    done = run_writer(named, work, writer, settings, output, "checking_bar", CheckReport.from_json)
    sys.exit(max(status, done))


@click.command("evaluate", short_help="计分: points of every indicator, totals as intervals.")
@click.argument("file", metavar="FILE")
@click.option(
    "--actuals", "filed", required=True, metavar="F", help="What was achieved: CSV, XLSX, JSON."
)
@ruleset_option
@click.option("--as-of", metavar="D", help="Date of the evaluation; else 31 December.")
@click.option("--accept-weights", is_flag=True, help="Take inferred weights as given: grades too.")
@click.option("--steps", is_flag=True, help="Every step and clause of every score.")
@strict_option
@output_options("scorecard")
@click.pass_context
def evaluate_command(
    context: click.Context,
    file: str,
    filed: str,
    ruleset: str | None,
    as_of: str | None,
    form: str | None,
    output: str | None,
    *,
    accept_weights: bool,
    steps: bool,
    strict: bool,
) -> None:
    """Score every indicator of every table against what was achieved."""
    from jixiao.facade import evaluate

    lang = language(context)
    writer = chosen_writer("scorecard", form, output, lang)
    day = as_date(as_of, lang)
    rules = load_rules(ruleset)
    actuals = load_actuals(filed, lang, file)

    def show(document: Document) -> ExitStatus:
        card = evaluate(document, actuals, rules, as_of=day, accept_weights=accept_weights)
        settings = Settings(lang, paint, steps, documents=(document,), actuals=actuals, rules=rules)
        emit(writer.write(card, settings), output, lang)
        return status_of(card, actuals, strict=strict)

    each_file((file,), rules, lang, "scoring_bar", show)
