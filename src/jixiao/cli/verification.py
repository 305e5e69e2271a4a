"""`jixiao verify`: a scorecard recomputed from what it records."""

from __future__ import annotations

import sys

import click

from jixiao.cli.common import ExitStatus, language, paint, ruleset_option
from jixiao.cli.files import load_rules
from jixiao.cli.outputs import chosen_writer, emit, output_options
from jixiao.writing.settings import Settings

__all__ = ["verify_command"]

_STATUS = {
    "same": ExitStatus.CLEAN,
    "differs": ExitStatus.FINDINGS,
    "unreadable": ExitStatus.UNREADABLE,
}


@click.command("verify", short_help="核对评分卡: a scorecard evaluated again.")
@click.argument("card", metavar="SCORECARD.json")
@click.option("--document", metavar="F", help="The tables; else as the scorecard names them.")
@click.option("--actuals", metavar="F", help="The actuals; else as the scorecard names them.")
@ruleset_option
@output_options("verification")
@click.pass_context
def verify_command(
    context: click.Context,
    card: str,
    document: str | None,
    actuals: str | None,
    ruleset: str | None,
    form: str | None,
    output: str | None,
) -> None:
    """Evaluate again what a scorecard came from: the same bit for bit, or every difference.

    Exit status 0 the same, 1 it differs, 3 it cannot be recomputed.
    """
    from jixiao.facade import verify

    lang = language(context)
    writer = chosen_writer("verification", form, output, lang)
    result = verify(card, document=document, actuals=actuals, rules=load_rules(ruleset))
    emit(writer.write(result, Settings(lang, paint)), output, lang)
    sys.exit(_STATUS[result.result])
