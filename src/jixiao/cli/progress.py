"""`jixiao monitor`: how far the tables of a file are by a date."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from jixiao.cli.common import (
    ExitStatus,
    as_date,
    language,
    paint,
    ruleset_option,
    strict_option,
)
from jixiao.cli.files import each_file, load_actuals, load_rules, status_of
from jixiao.cli.outputs import chosen_writer, emit, output_options
from jixiao.writing.settings import Settings

if TYPE_CHECKING:
    from jixiao.monitoring import By
    from jixiao.tables import Document

__all__ = ["monitor_command"]


@click.command("monitor", short_help="监控: what runs behind by a date; no points.")
@click.argument("file", metavar="FILE")
@click.option(
    "--actuals", "filed", required=True, metavar="F", help="What was done so far: CSV, XLSX, JSON."
)
@click.option("--as-of", required=True, metavar="D", help="The date, such as 2025-06-30.")
@click.option(
    "--by",
    type=click.Choice(["month", "day", "plan"]),
    default="month",
    help="What is due: by closed months, by days, or by the table's own plan.",
)
@ruleset_option
@click.option("--steps", is_flag=True, help="Every step behind each figure.")
@strict_option
@output_options("monitor")
@click.pass_context
def monitor_command(
    context: click.Context,
    file: str,
    filed: str,
    as_of: str,
    by: str,
    ruleset: str | None,
    form: str | None,
    output: str | None,
    *,
    steps: bool,
    strict: bool,
) -> None:
    """Say mid-year what runs behind and what can be said of the year; no points, no grade."""
    from jixiao.facade import monitor

    lang = language(context)
    writer = chosen_writer("monitor", form, output, lang)
    day = as_date(as_of, lang)
    rules = load_rules(ruleset)
    actuals = load_actuals(filed, lang, file)

    def show(document: Document) -> ExitStatus:
        if day is None:  # pragma: no cover - the option is required
            return ExitStatus.MISUSE
        report = monitor(document, actuals, rules, as_of=day, by=cast("By", by))
        settings = Settings(lang, paint, steps, documents=(document,), actuals=actuals, rules=rules)
        emit(writer.write(report, settings), output, lang)
        return status_of(report, actuals, strict=strict)

    each_file((file,), rules, lang, "monitoring_bar", show)
