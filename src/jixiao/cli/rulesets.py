"""`jixiao rulesets`: the list of rulesets, and one of them with what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jixiao.cli.common import echo_json, format_option, language, note
from jixiao.cli.rule_tools import register

if TYPE_CHECKING:
    from jixiao.library import Entry

__all__ = ["rulesets_group"]


@click.group("rulesets")
def rulesets_group() -> None:
    """Rulesets: the forms, methods and checks of each place and year."""


@rulesets_group.command("list")
@format_option("text", "json")
@click.pass_context
def list_command(context: click.Context, form: str) -> None:
    """Show every ruleset that can be named."""
    from jixiao.library import Library
    from jixiao.writing.rulesets_text import rulesets_text

    library, lang = Library.default(), language(context)
    entries = library.entries()
    if form == "json":
        rulesets = [_entry_json(entry) for entry in entries]
        said = [one.to_json(lang) for one in library.findings]
        echo_json({"schema": "jixiao/rulesets/1", "rulesets": rulesets, "findings": said})
        return
    for line in rulesets_text(entries, lang):
        click.echo(line)
    for one in library.findings:
        note(one.message(lang))


def _entry_json(entry: Entry) -> dict[str, object]:
    names = ("id", "title", "region", "year", "effective", "inherits", "file", "found_in")
    return {name: getattr(entry, name) for name in names}


@rulesets_group.command("show")
@click.argument("ruleset", metavar="R")
@format_option("text", "json")
def show_command(ruleset: str, form: str) -> None:
    """Show a ruleset: its text as written; as JSON with all that it inherits."""
    from jixiao.language import ruleset_to_json
    from jixiao.library import Library

    loaded = Library.default().open(ruleset)
    if not loaded.usable or loaded.ruleset is None:
        raise click.UsageError(loaded.text())
    if form == "json":
        echo_json(ruleset_to_json(loaded.ruleset))
    else:
        click.echo(loaded.sources[loaded.ruleset.origin.file or ""], nl=False)


register(rulesets_group)
