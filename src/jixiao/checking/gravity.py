"""How grave it is when a demand of a ruleset is not met: only a form that was read may insist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.findings import Severity

if TYPE_CHECKING:
    from jixiao.findings import Finding
    from jixiao.rules import ColumnRule, FieldRule, IndicatorRule, Ruleset

__all__ = ["demanded"]


def demanded(
    one: Finding, rule: IndicatorRule | FieldRule | ColumnRule, ruleset: Ruleset
) -> Finding:
    """The finding with the severity of the demand and its source.

    What the rule says itself (建议完善) counts, with its own 依据 if it has one. Else 必填 is
    须修改 where the text of the form was read (核实): by the 依据 of the rule, or by that of the
    ruleset for a rule that stands in its own file. What is only recalled (待核), and what is
    inherited without 依据, is 请说明. Anything softer stays as the catalogue has it.
    """
    cite = rule.cite
    severity = rule.demand.severity
    if severity is None:
        if cite is None and rule.origin.file == ruleset.origin.file:
            cite = ruleset.cite
        read = cite is not None and cite.verified
        severity = Severity.WARNING if one.severity is Severity.ERROR and not read else one.severity
    return evolve(one, severity=severity, cite=None if cite is None else str(cite))
