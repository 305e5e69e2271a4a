"""`jixiao rulesets`: the list of rulesets, one of them with what it says, two held together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jixiao.cli.common import echo_json, format_option, language, note, say
from jixiao.cli.rule_texts import fmt_command, lint_command
from jixiao.cli.rule_tools import register

if TYPE_CHECKING:
    from jixiao.library import Entry
    from jixiao.rules import Ruleset

__all__ = ["rulesets_group"]


@click.group("rulesets", short_help="规则集: forms, methods and checks of each place.")
def rulesets_group() -> None:
    """Rulesets: the forms, methods and checks of each place and year."""


@rulesets_group.command("list", short_help="列出: every ruleset that can be named.")
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
        say(line)
    for one in library.findings:
        note(one.message(lang))


def _entry_json(entry: Entry) -> dict[str, object]:
    names = ("id", "title", "region", "year", "effective", "inherits", "file", "found_in")
    return {name: getattr(entry, name) for name in names}


@rulesets_group.command("show", short_help="显示: the text; as JSON with all that it inherits.")
@click.argument("ruleset", metavar="R")
@click.option("--resolved", is_flag=True, help="The text after inheritance, complete in itself.")
@format_option("text", "json")
@click.pass_context
def show_command(context: click.Context, ruleset: str, form: str, *, resolved: bool) -> None:
    """Show a ruleset: its text as written; as JSON with all that it inherits."""
    from jixiao.writing.rulesets_text import resolved_text

    rules, text = opened(ruleset)
    if form == "json":
        echo_json(rules.to_json())
    else:
        say(resolved_text(rules, language(context)) if resolved else text, nl=False)


def opened(name: str) -> tuple[Ruleset, str]:
    """A ruleset that can be used and the text of its file; misuse where it cannot."""
    from jixiao.library import Library

    loaded = Library.default().open(name)
    if not loaded.usable or loaded.ruleset is None:
        raise click.UsageError(loaded.text())
    return loaded.ruleset, loaded.sources[loaded.ruleset.origin.file or ""]


@rulesets_group.command("diff", short_help="两个规则集的不同: in words.")
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@format_option("text", "json")
@click.pass_context
def diff_command(context: click.Context, before: str, after: str, form: str) -> None:
    """Say in words what differs between two rulesets, each after inheritance."""
    from jixiao.language.differences import differences
    from jixiao.writing.differences_text import differences_text

    one, other = opened(before)[0], opened(after)[0]
    found = differences(one, other)
    if form == "json":
        echo_json(
            {
                "schema": "jixiao/ruleset-diff/1",
                "from": one.id,
                "to": other.id,
                "differences": [each.to_json() for each in found],
            }
        )
        return
    for line in differences_text((one.id, other.id), found, language(context)):
        say(line)


for _command in (lint_command, fmt_command):
    rulesets_group.add_command(_command)
register(rulesets_group)
