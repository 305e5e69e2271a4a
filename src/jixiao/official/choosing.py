"""Which form of which ruleset is written for a stage: the place's own, else the nation's."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.findings import JixiaoError
from jixiao.library import Library
from jixiao.messages.forms import form_word
from jixiao.rules import Tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.rules import IndicatorRule, Ruleset, TableRule
    from jixiao.tables import Stage

__all__ = ["LENDERS", "Chosen", "NoFormError", "chosen_form"]

LENDERS: Mapping[Stage, str] = MappingProxyType(
    {"目标": "财政部-2020", "监控": "财政部-2019", "自评": "财政部-2020"}
)
"""The national form of each stage."""


class NoFormError(JixiaoError, LookupError):
    """A ruleset has no form of the kind asked for; the message names those that it has."""


@frozen
class Chosen:
    """A form's rule, the ruleset it is in, and the indicators of the place.

    `lender` is the national ruleset where the form is lent by it, else the ruleset itself.
    """

    table: TableRule
    rules: Ruleset
    lender: Ruleset
    roots: tuple[IndicatorRule, ...]

    @property
    def lent(self) -> bool:
        """Whether the place has no form of its own for the stage."""
        return self.rules.id != self.lender.id

    def combined(self) -> Ruleset:
        """The ruleset with the form, if it was lent, as one of its own: such a form is read so."""
        if not self.lent:
            return self.rules
        tree = Tree((self.table.name,), self.roots)
        return evolve(
            self.rules,
            tables=(*self.rules.tables, self.table),
            trees=(*self.rules.trees, tree),
        )


def chosen_form(rules: Ruleset, stage: Stage, kind: str | None = None) -> Chosen:
    """The form of a stage: the one named, else the first that the ruleset has, else the national.

    Raises:
        NoFormError: `kind` is no form of that stage.

    >>> chosen_form(Library.default().load("江苏南通-2025"), "监控").table.name
    '项目支出绩效目标执行监控表'
    """
    own = [one for one in rules.tables if one.stage == stage]
    # what a place wrote itself comes before what it inherits
    own.sort(key=lambda one: one.origin.file != rules.origin.file)
    if own and (kind is None or any(kind in (one.name, *one.aliases) for one in own)):
        table = next((one for one in own if kind in (one.name, *one.aliases)), own[0])
        return Chosen(table, rules, rules, rules.roots(table.name))
    lender = Library.default().load(LENDERS[stage])
    lent = [one for one in lender.tables if one.stage == stage]
    if kind is not None and not any(kind in (one.name, *one.aliases) for one in lent):
        kinds = "、".join(one.name for one in (own or lent))
        said = form_word("no_form", ruleset=rules.id, stage=stage, kind=kind, kinds=kinds)
        raise NoFormError(said)
    table = next((one for one in lent if kind in (one.name, *one.aliases)), lent[0])
    return Chosen(table, rules, lender, _indicators(rules) or lender.roots(table.name))


def _indicators(rules: Ruleset) -> tuple[IndicatorRule, ...]:
    """The indicators of the place's first form, for a form that it does not have."""
    return next((found for one in rules.tables if (found := rules.roots(one.name))), ())
