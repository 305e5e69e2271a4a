"""`jixiao rulesets`: the list of rulesets, and one of them with what it says."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from jixiao.cli.common import ExitStatus, echo_json, format_option, language
from jixiao.findings import JixiaoError

__all__ = ["rulesets_group"]


@click.group("rulesets")
def rulesets_group() -> None:
    """Rulesets: the forms, methods and checks of each place and year."""


@rulesets_group.command("list")
@format_option("text", "json")
@click.pass_context
def list_command(context: click.Context, form: str) -> None:
    """Show every ruleset that can be named."""
