"""`jixiao verify`: a scorecard recomputed from what it records."""

from __future__ import annotations

import sys

import click

from jixiao.cli.common import (
    ExitStatus,
    echo_json,
    format_option,
    language,
    paint,
    ruleset_option,
)
from jixiao.cli.files import echo_lines, load_rules

__all__ = ["verify_command"]

_STATUS = {
    "same": ExitStatus.CLEAN,
    "differs": ExitStatus.FINDINGS,
    "unreadable": ExitStatus.UNREADABLE,
}


@click.command("verify")
@click.argument("card", metavar="SCORECARD.json")
@click.option("--document", metavar="F", help="The tables; else as the scorecard names them.")
@click.option("--actuals", metavar="F", help="The actuals; else as the scorecard names them.")
@ruleset_option
@format_option("text", "json")
@click.pass_context
def verify_command(
    context: click.Context,
    card: str,
    document: str | None,
    actuals: str | None,
    ruleset: str | None,
    form: str,
) -> None:
    """Evaluate again what a scorecard came from: the same bit for bit, or every difference.

    Exit status 0 the same, 1 it differs, 3 it cannot be recomputed.
    """
    from jixiao.facade import verify
    from jixiao.writing.verification_text import verification_text

    result = verify(card, document=document, actuals=actuals, rules=load_rules(ruleset))
    if form == "json":
        echo_json(result.to_json())
    else:
        echo_lines(verification_text(result, language(context), paint))
    sys.exit(_STATUS[result.result])
