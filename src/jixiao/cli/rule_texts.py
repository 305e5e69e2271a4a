"""`jixiao rulesets lint` and `fmt`: what is to be said of rule files, and their one form."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.cli.common import (
    ExitStatus,
    cannot_open,
    echo_json,
    format_option,
    language,
    note,
    say,
    severity_status,
    strict_option,
)
from jixiao.messages.words import word

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from jixiao.cli.common import Lang
    from jixiao.findings import Finding
    from jixiao.lineages import Loaded

__all__ = ["fmt_command", "lint_command"]

_UNREADABLE = frozenset({"R31", "R34", "L03"})
"""Codes of files that are not there, not text, or too large."""
_UNKNOWN = frozenset({"R30", "R33"})
"""Codes of ids that name no ruleset, or two."""


@click.command("lint", short_help="检查写法: everything that is wrong, with place and reason.")
@click.argument("rulesets", nargs=-1, metavar="[FILE|FOLDER|ID]...")
@format_option("text", "json")
@strict_option
@click.pass_context
def lint_command(
    context: click.Context, rulesets: tuple[str, ...], form: str, *, strict: bool
) -> None:
    """Say everything that is wrong with rule files, with place, reason and what to write.

    A folder means the .jx files in it and below it; without any name, all that are installed.
    """
    from jixiao.library import Library
    from jixiao.linting import lint
    from jixiao.writing.lint_json import lint_json

    lang = language(context)
    library = Library.default()
    names = _meant(rulesets, lang) if rulesets else library.ids()
    results = [(name, lint(library, name)) for name in names]
    if form == "json":
        echo_json(lint_json(results, lang))
    else:
        for name, loaded in results:
            _say(name, loaded, lang)
    context.exit(max(_status(loaded.findings, strict=strict) for _, loaded in results))


def _meant(names: tuple[str, ...], lang: Lang) -> tuple[str, ...]:
    """The names, each folder as the rule files in it and below it; misuse where it has none."""
    meant: dict[str, None] = {}
    for name in names:
        if not Path(name).is_dir():
            meant[name] = None
            continue
        found = sorted(str(path) for path in Path(name).rglob("*.jx") if path.is_file())
        if not found:
            raise click.UsageError(word("no_rule_files", lang, path=name))
        meant.update(dict.fromkeys(found))
    return tuple(meant)


def _status(findings: tuple[Finding, ...], *, strict: bool) -> ExitStatus:
    codes = {one.code for one in findings}
    if codes & _UNREADABLE:
        return ExitStatus.UNREADABLE
    return ExitStatus.MISUSE if codes & _UNKNOWN else severity_status(findings, strict=strict)


def _say(name: str, loaded: Loaded, lang: Lang) -> None:
    from jixiao.language import render

    if not loaded.findings:
        say(word("lint_clean", lang, file=name))
        return
    say(render(loaded.findings, loaded.sources, lang), nl=False)
    counts = Counter(one.severity.value for one in loaded.findings)
    figures = {severity: counts[severity] for severity in ("error", "warning", "hint")}
    say(word("lint_total", lang, file=name, **figures))


@click.command("fmt", short_help="排整齐: the one form there is; comments stay.")
@click.argument("files", nargs=-1, metavar="[FILE|FOLDER]...")
@click.option("--check", is_flag=True, help="Change nothing; exit status 1 if anything would.")
@click.pass_context
def fmt_command(context: click.Context, files: tuple[str, ...], *, check: bool) -> None:
    """Bring rule files into the one form there is; comments and the order of lines are kept.

    A folder means the .jx files in it and below it. Without any name, --check holds all rulesets
    that are installed; those are never written.
    """
    from jixiao.rule_files import registered_files

    lang = language(context)
    if files:
        names = _meant(files, lang)
        context.exit(max(_format(Path(name), name, lang, check=check) for name in names))
    if not check:
        raise click.UsageError(word("fmt_names", lang))
    held = registered_files()
    status = max(_format(one.path, one.entry.id, lang, check=True) for one in held)
    if status is ExitStatus.CLEAN:
        say(word("fmt_clean", lang, count=len(held)))
    context.exit(status)


def _format(path: Traversable, name: str, lang: Lang, *, check: bool) -> ExitStatus:
    from jixiao.findings import Finding
    from jixiao.language import format_text, parse, render
    from jixiao.limits import DEFAULT_LIMITS
    from jixiao.rule_files import text_of
    from jixiao.writing.files import write_whole

    read = text_of(path, name, DEFAULT_LIMITS)
    if isinstance(read, Finding):
        say(render((read,), {}, lang), nl=False)
        return ExitStatus.UNREADABLE
    text, data = read
    ruleset, findings = parse(text, file=name)
    if ruleset is None:
        say(word("fmt_left", lang, file=name))
        say(render(findings, {name: text}, lang), nl=False)
        return ExitStatus.FINDINGS
    tidy = format_text(text).encode("utf-8")
    if tidy == data:
        return ExitStatus.CLEAN
    if check or not isinstance(path, Path):
        say(word("fmt_needed", lang, file=name))
        return ExitStatus.FINDINGS
    try:
        write_whole(path, tidy)
    except OSError as error:
        note(cannot_open(name, error, lang))
        return ExitStatus.UNREADABLE
    note(word("fmt_done", lang, file=name))
    return ExitStatus.CLEAN
