"""`jixiao recompute`: the scores that self-evaluations print, held against the rules."""

from __future__ import annotations

import json
import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from jixiao.cli.batch import run_files
from jixiao.cli.common import as_date, language, ruleset_option, strict_option
from jixiao.cli.files import load_rules, named_files
from jixiao.cli.joined import run_joined
from jixiao.cli.outputs import chosen_writer, output_options, sink
from jixiao.messages.words import word
from jixiao.writing.settings import Settings

if TYPE_CHECKING:
    from jixiao.cli.batch import Outcome

__all__ = ["recompute_command"]


@click.command("recompute", short_help="复算: printed scores, rates and sums against the rules.")
@click.argument("files", nargs=-1, required=True, metavar="FILE|FOLDER|PATTERN...")
@ruleset_option
@click.option("--as-of", metavar="D", help="Date of the evaluation; else 31 December.")
@click.option("--steps", is_flag=True, help="Every step and clause of every score.")
@strict_option
@output_options("recompute")
@click.pass_context
def recompute_command(
    context: click.Context,
    files: tuple[str, ...],
    ruleset: str | None,
    as_of: str | None,
    form: str | None,
    output: str | None,
    *,
    steps: bool,
    strict: bool,
) -> None:
    """Hold printed scores, rates, sums and grades against the rules: which are explained, and how.

    A JSON line a file where there are several; as text, the counts of all at the end.
    """
    from jixiao.cli.file_jobs import recompute_file
    from jixiao.recomputing import RecomputeReport, Tally
    from jixiao.writing.recompute_text import tally_line

    lang = language(context)
    writer = chosen_writer("recompute", form, output, lang)
    as_date(as_of, lang)
    rules = load_rules(ruleset)
    named, status = named_files(files, lang)
    many = len(named) > 1
    work = partial(
        recompute_file,
        ruleset=ruleset,
        as_of=as_of,
        form=None if writer.joint else writer.form,
        lang=lang,
        strict=strict,
        steps=steps,
        many=many,
    )
    if writer.joint:
        settings = Settings(lang, steps=steps, rules=rules)
        back = RecomputeReport.from_json
        done = run_joined(named, work, writer, settings, output, "recomputing_bar", back)
        sys.exit(max(status, done))
    tallies: list[Tally] = []
    with sink(output, lang) as put:

        def hand_on(one: Outcome) -> None:
            tallies.append(Tally(**json.loads(one.data)))
            put(one.out)

        status = max(status, run_files(named, work, lang, "recomputing_bar", hand_on))
        if many and writer.form == "text":
            total = sum(tallies, Tally())
            put(word("recompute_files", lang, files=len(tallies)) + tally_line(total, lang))
    sys.exit(status)
