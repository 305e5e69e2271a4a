"""The command `jixiao`: its options and exit status; each subcommand stands in a module beside."""

from __future__ import annotations

import sys

import click

from jixiao import __version__
from jixiao.cli.common import ExitStatus, note
from jixiao.cli.files import check_command, evaluate_command, read_command
from jixiao.cli.forms import form_group
from jixiao.cli.progress import monitor_command
from jixiao.cli.recomputation import recompute_command
from jixiao.cli.rulesets import rulesets_group
from jixiao.cli.shapes import schema_command
from jixiao.cli.single import parse_command, score_command
from jixiao.cli.summing import summary_command
from jixiao.cli.verification import verify_command
from jixiao.findings import JixiaoError

__all__ = ["main"]

EPILOG = """
Exit status: 0 nothing to mend, 1 findings of 须修改 (with --strict also 请说明), 2 misuse,
3 input that cannot be read; with several files the highest.
"""


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EPILOG,
)
@click.version_option(__version__, prog_name="jixiao")
@click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    default="zh",
    help="Language of messages; help is in English, its words of the field in Chinese.",
)
@click.pass_context
def cli(context: click.Context, lang: str) -> None:
    """绩效: read, check, monitor and score performance tables (预算绩效目标表、绩效自评表)."""
    context.obj = lang


for _command in (
    parse_command,
    score_command,
    read_command,
    check_command,
    monitor_command,
    evaluate_command,
    recompute_command,
    summary_command,
    verify_command,
    form_group,
    rulesets_group,
    schema_command,
):
    cli.add_command(_command)


def main() -> None:
    """Run the command; text goes out as UTF-8 whatever the locale says.

    What a caller asked for and cannot have, such as a format whose extra is not installed, is said
    in one line, with the status of misuse.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        cli()
    except JixiaoError as error:
        note(str(error))
        sys.exit(ExitStatus.MISUSE)
