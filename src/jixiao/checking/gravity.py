"""How grave it is when a demand of a ruleset is not met: only a form that was read may insist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.findings import Severity

if TYPE_CHECKING:
    from jixiao.findings import Finding
    from jixiao.rules import Citation, Demand, Ruleset

__all__ = ["demanded", "source_of"]


def source_of(cite: Citation | None, ruleset: Ruleset) -> Citation | None:
    """The clause behind a demand: its own, else that of the whole ruleset."""
    return cite if cite is not None else ruleset.cite


def demanded(one: Finding, demand: Demand, cite: Citation | None, ruleset: Ruleset) -> Finding:
    """The finding with the severity of the demand and its source.

    What the ruleset says itself (建议完善) counts. Else 必填 is 须修改 where the text of the form
    was read (核实) and 请说明 where it is only recalled (待核); anything softer stays as the
    catalogue has it.
    """
    source = source_of(cite, ruleset)
    severity = demand.severity
    if severity is None:
        recalled = source is None or not source.verified
        severity = Severity.WARNING if recalled and one.severity is Severity.ERROR else one.severity
    return evolve(one, severity=severity, cite=None if source is None else str(source))
