"""`jixiao form`: official forms as workbooks, blank or filled in, and what a person changed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from jixiao.cli.common import (
    ExitStatus,
    as_date,
    cannot_open,
    echo_json,
    format_option,
    language,
    note,
    ruleset_option,
    say,
)
from jixiao.cli.files import load_actuals, load_rules
from jixiao.findings import JixiaoError
from jixiao.messages.forms import form_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from jixiao.cli.common import Lang
    from jixiao.official.returned import ReturnedForm
    from jixiao.tables import Stage

__all__ = ["form_group"]

_stage = click.option(
    "--stage", type=click.Choice(["目标", "监控", "自评"]), help="The stage whose form it is."
)
_table = click.option("--table", "kind", metavar="KIND", help="Which of several forms of a stage.")
_output = click.option(
    "-o", "--output", required=True, metavar="F.xlsx", help="The workbook to write."
)


@click.group("form", short_help="表样: official forms as workbooks, out and back.")
def form_group() -> None:
    """Official forms as .xlsx: written, filled in by people, read back."""


@form_group.command("blank", short_help="空表: a blank form of a ruleset.")
@click.argument("ruleset", metavar="RULESET")
@_stage
@_table
@_output
@click.pass_context
def blank_command(
    context: click.Context, ruleset: str, stage: str | None, kind: str | None, output: str
) -> None:
    """Write a blank form of a ruleset, with room below every 二级指标."""
    from jixiao.official.verbs import write_form

    lang = language(context)
    rules = load_rules(ruleset)
    wanted = cast("Stage | None", stage)
    _write(lambda: write_form(output, rules=rules, stage=wanted, kind=kind), output, lang)


@form_group.command("fill", short_help="填表: the tables of a file, with findings as comments.")
@click.argument("file", metavar="FILE")
@_stage
@_table
@ruleset_option
@click.option("--actuals", "filed", metavar="F", help="What was achieved: CSV, XLSX, JSON.")
@click.option("--as-of", metavar="D", help="The date, such as 2025-06-30; 监控 needs one.")
@click.option("--show-personal", is_flag=True, help="Do not mask 负责人 and 联系电话.")
@_output
@click.pass_context
def fill_command(
    context: click.Context,
    file: str,
    stage: str | None,
    kind: str | None,
    ruleset: str | None,
    filed: str | None,
    as_of: str | None,
    output: str,
    *,
    show_personal: bool,
) -> None:
    """Write the tables of a file into their form, a sheet each, with findings as comments."""
    from jixiao.facade import read
    from jixiao.official.verbs import write_form

    lang = language(context)
    rules = load_rules(ruleset)
    day = as_date(as_of, lang)
    actuals = None if filed is None else load_actuals(filed, lang)
    if stage == "监控" and actuals is not None and day is None:
        raise click.UsageError(form_word("needs_day", lang))
    try:
        document = read(Path(file).read_bytes(), file=file, rules=rules)
    except OSError as error:
        note(cannot_open(file, error, lang))
        sys.exit(ExitStatus.UNREADABLE)
    if not document.tables:
        for one in document.findings:
            note(one.message(lang))
        sys.exit(ExitStatus.UNREADABLE)
    wanted = cast("Stage | None", stage)

    def work() -> int:
        return write_form(
            output,
            document,
            rules,
            stage=wanted,
            kind=kind,
            actuals=actuals,
            as_of=day,
            personal=show_personal,
        )

    _write(work, output, lang)


def _write(work: Callable[[], int], output: str, lang: Lang) -> None:
    """Write, and say how many forms and where; misuse where it cannot be."""
    try:
        count = work()
    except JixiaoError as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        raise click.UsageError(cannot_open(output, error, lang)) from error
    note(form_word("form_written", lang, tables=count, file=output))


@form_group.command("changes", short_help="收回对照: what a person changed in a form.")
@click.argument("file", metavar="F.xlsx")
@format_option("text", "json")
@click.pass_context
def changes_command(context: click.Context, file: str, form: str) -> None:
    """Show what a person changed in a form since it was written."""
    from jixiao.official.verbs import read_form

    lang = language(context)
    try:
        data = Path(file).read_bytes()
    except OSError as error:
        note(cannot_open(file, error, lang))
        sys.exit(ExitStatus.UNREADABLE)
    returned = read_form(data, file=file)
    if not returned.known:
        note(form_word("not_a_form", lang, file=file))
        sys.exit(ExitStatus.UNREADABLE)
    _show(returned, form, lang)


def _show(returned: ReturnedForm, form: str, lang: Lang) -> None:
    from jixiao.official.changes import CHANGES_SCHEMA, changes_text

    if form == "json":
        origins = returned.origins
        echo_json(
            {
                "schema": CHANGES_SCHEMA,
                "file": returned.document.file,
                "written_from": None if origins is None else origins.to_json(),
                "changes": [one.to_json(lang) for one in returned.changes],
            }
        )
        return
    for line in changes_text(returned.changes, lang):
        say(line)
