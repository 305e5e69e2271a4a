"""`jixiao schema`: the JSON Schemas of what the command prints as JSON."""

from __future__ import annotations

import click

from jixiao.cli.common import echo_json, language
from jixiao.messages.words import word

__all__ = ["schema_command"]


@click.command("schema", short_help="JSON Schema of each output.")
@click.argument("noun", required=False, metavar="[NOUN]")
@click.pass_context
def schema_command(context: click.Context, noun: str | None) -> None:
    """Print the JSON Schema (2020-12) of a noun; without one the nouns, a line each.

    The noun is the middle of the key `schema` that every JSON opens with: jixiao/NOUN/1.
    """
    from jixiao.schemas import schema, schema_nouns

    nouns = schema_nouns()
    if noun is None:
        for one in nouns:
            click.echo(one)
    elif noun in nouns:
        echo_json(schema(noun))
    else:
        said = word("no_schema", language(context), noun=noun, nouns="、".join(nouns))
        raise click.UsageError(said)
