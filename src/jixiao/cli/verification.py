"""`jixiao verify`: scorecards recomputed from what they record."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from jixiao.cli.common import ExitStatus, Lang, language, note, paint, ruleset_option
from jixiao.cli.files import load_rules
from jixiao.cli.outputs import chosen_writer, output_options, sink
from jixiao.cli.paths import expand
from jixiao.messages.words import word
from jixiao.writing.settings import Settings

__all__ = ["verify_command"]

_STATUS = {
    "same": ExitStatus.CLEAN,
    "differs": ExitStatus.FINDINGS,
    "unreadable": ExitStatus.UNREADABLE,
}


@click.command("verify", short_help="核对评分卡: scorecards evaluated again.")
@click.argument("cards", nargs=-1, required=True, metavar="SCORECARD.json|FOLDER|PATTERN...")
@click.option("--document", metavar="F", help="The tables of one card; else as it names them.")
@click.option("--actuals", metavar="F", help="The actuals of one card; else as it names them.")
@ruleset_option
@output_options("verification")
@click.pass_context
def verify_command(
    context: click.Context,
    cards: tuple[str, ...],
    document: str | None,
    actuals: str | None,
    ruleset: str | None,
    form: str | None,
    output: str | None,
) -> None:
    """Evaluate again what scorecards came from: the same bit for bit, or every difference.

    A folder means the .json files in it and below it; of several cards JSON is a line each.
    Exit status 0 the same, 1 one differs, 3 one cannot be recomputed.
    """
    from jixiao.facade import verify

    lang = language(context)
    writer = chosen_writer("verification", form, output, lang)
    rules = load_rules(ruleset)
    named, status = _named(cards, lang)
    if len(named) > 1 and (document is not None or actuals is not None):
        raise click.UsageError(word("verify_one", lang))
    settings = Settings(lang, paint, many=len(named) > 1)
    with sink(output, lang) as put:
        for card in named:
            result = verify(card, document=document, actuals=actuals, rules=rules)
            put(writer.write(result, settings))
            status = max(status, _STATUS[result.result])
    sys.exit(status)


def _named(arguments: tuple[str, ...], lang: Lang) -> tuple[list[str], ExitStatus]:
    """The cards that arguments mean; those that mean none are remarked."""
    named: list[str] = []
    status = ExitStatus.CLEAN
    for argument in arguments:
        place = Path(argument)
        below = sorted(str(one) for one in place.rglob("*.json")) if place.is_dir() else None
        found = expand([argument]).files if below is None else below
        if not found:
            note(word("no_file", lang, path=argument))
            status = ExitStatus.UNREADABLE
        named += found
    return list(dict.fromkeys(named)), status
