"""`jixiao summary`: many files as one text of counts and shares."""

from __future__ import annotations

import json
import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from jixiao.cli.batch import run_files
from jixiao.cli.common import language, ruleset_option, strict_option
from jixiao.cli.files import load_rules, named_files
from jixiao.cli.outputs import chosen_writer, emit, output_options
from jixiao.writing.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from jixiao.cli.batch import Outcome
    from jixiao.cli.common import ExitStatus, Lang
    from jixiao.summaries import Carry, Summary

__all__ = ["summary_command"]


@click.command("summary", short_help="汇总: many files in numbers.")
@click.argument("files", nargs=-1, required=True, metavar="FILE|FOLDER|PATTERN|-...")
@ruleset_option
@click.option("--recompute", is_flag=True, help="Hold printed scores against the rules as well.")
@strict_option
@output_options("summary")
@click.pass_context
def summary_command(
    context: click.Context,
    files: tuple[str, ...],
    ruleset: str | None,
    form: str | None,
    output: str | None,
    *,
    recompute: bool,
    strict: bool,
) -> None:
    """Sum up many files: what was read, how targets are set, what was found, by place and name.

    Files are read one by one and only sums are held, however many there are.
    """
    from jixiao.cli.file_jobs import summarize_file

    lang = language(context)
    writer = chosen_writer("summary", form, output, lang)
    load_rules(ruleset)
    named, status = named_files(files, lang)
    work = partial(summarize_file, ruleset=ruleset, recompute=recompute, strict=strict)
    summary, done = _summed(named, work, lang)
    emit(writer.write(summary, Settings(lang)), output, lang)
    sys.exit(max(status, done))


def _summed(
    files: tuple[str, ...], work: Callable[[str], Outcome], lang: Lang
) -> tuple[Summary, ExitStatus]:
    """All files added up; one that gave nothing back counts as not opened."""
    from jixiao.summaries import Summary, carried, merged, unreadable_file

    held: Carry = ()
    count = 0

    def take(one: Outcome) -> None:
        nonlocal held, count
        held = carried(held, Summary.from_json(json.loads(one.data)))
        count += 1

    status = run_files(files, work, lang, "summarizing_bar", take)
    return merged((unreadable_file() for _ in range(len(files) - count)), held), status
