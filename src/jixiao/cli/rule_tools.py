"""`jixiao rulesets doc`, `test` and `new`: a ruleset as a page, its cases tried, a first draft."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.cli.common import ExitStatus, cannot_open, echo_json, format_option, language, note, say
from jixiao.messages.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.cli.common import Lang
    from jixiao.library import Loaded

__all__ = ["doc_command", "new_command", "register", "test_command"]


def register(group: click.Group) -> None:
    """Put the commands of this module into the group `rulesets`."""
    for command in (doc_command, test_command, new_command):
        group.add_command(command)


def opened(ruleset: str) -> Loaded:
    """A ruleset that can be used; misuse, with what is wrong with it, where it cannot."""
    from jixiao.library import Library

    loaded = Library.default().open(ruleset)
    if not loaded.usable or loaded.ruleset is None:
        raise click.UsageError(loaded.text())
    return loaded


def put(lines: Iterable[str], output: str | None, lang: Lang) -> None:
    """The lines to a file, whole or not at all; to standard output where none is named."""
    text = "\n".join(lines).rstrip("\n") + "\n"
    if output is None:
        say(text, nl=False)
        return
    from jixiao.writing.files import write_whole

    try:
        write_whole(Path(output), text.encode("utf-8"))
    except OSError as error:
        raise click.UsageError(cannot_open(output, error, lang)) from error
    note(word("written", lang, file=output))


@click.command("doc", short_help="说明页: one Markdown page for people.")
@click.argument("ruleset", metavar="R")
@click.option("-o", "--output", metavar="OUT", help="Write to a file instead.")
@click.pass_context
def doc_command(context: click.Context, ruleset: str, output: str | None) -> None:
    """Write a ruleset as one Markdown page in Chinese: forms, weights, methods, checks, sources."""
    from jixiao.writing.ruleset_page import ruleset_page

    put(ruleset_page(opened(ruleset)), output, language(context))


@click.command("test", short_help="运行测试例: the cases beside rulesets.")
@click.argument("names", nargs=-1, metavar="[R|FILE]...")
@format_option("text", "json")
@click.pass_context
def test_command(context: click.Context, names: tuple[str, ...], form: str) -> None:
    """Try the cases written beside rulesets: by id, by file, or all that are installed.

    Exit status: 0 all came out as expected, 1 some differ, 3 a file must be mended first.
    """
    from jixiao.cli.case_files import try_files
    from jixiao.language import render
    from jixiao.writing.cases_text import cases_json, cases_text, summary_text

    lang = language(context)
    tried, sources = try_files(names)
    if form == "json":
        echo_json(cases_json(tried, lang))
    else:
        for one in tried:
            for line in cases_text(one, lang):
                say(line)
            if one.findings:
                say(render(one.findings, sources, lang), nl=False)
        say(summary_text(tried, lang))
    if any(one.findings for one in tried):
        sys.exit(ExitStatus.UNREADABLE)
    sys.exit(ExitStatus.FINDINGS if any(one.differing for one in tried) else ExitStatus.CLEAN)


@click.command("new", short_help="起草: a ruleset from filled tables.")
@click.option("--from", "source", required=True, metavar="FILE", help="A file of filled tables.")
@click.option("--id", "name", metavar="ID", help="Place and year: 某县-2025.")
@click.option("-o", "--output", metavar="OUT", help="Write to a file that is not there yet.")
@click.pass_context
def new_command(context: click.Context, source: str, name: str | None, output: str | None) -> None:
    """Draft a ruleset from filled tables: forms, columns, indicators; guesses in comments."""
    from jixiao.drafting import NoDraftError, draft_ruleset
    from jixiao.facade import load
    from jixiao.library import NATIONAL

    lang = language(context)
    try:
        data = Path(source).read_bytes()
    except OSError as error:
        note(cannot_open(source, error, lang))
        sys.exit(ExitStatus.UNREADABLE)
    if output is not None and Path(output).exists():
        raise click.UsageError(word("draft_exists", lang, file=output))
    try:
        draft = draft_ruleset(data, load(NATIONAL), file=source, name=name)
    except NoDraftError as error:
        if error.reason == "bad_id":
            raise click.UsageError(word("draft_bad_id", lang, text=name)) from error
        if error.reason == "no_year":
            raise click.UsageError(word("draft_no_year", lang, file=source)) from error
        note(word("draft_no_tables", lang, file=source))
        sys.exit(ExitStatus.UNREADABLE)
    put(draft.text.splitlines(), output, lang)
    note(
        word(
            "draft_read",
            lang,
            id=draft.id,
            file=source,
            rows=draft.rows,
            exact=draft.exact,
            doubtful=draft.doubtful,
        )
    )
