"""How a ruleset takes over what its parent says: 修改, 取消, 沿用, and nothing in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.inheritance.checks import checks_of
from jixiao.inheritance.dates import dates_at_odds
from jixiao.inheritance.indicators import trees_of
from jixiao.inheritance.merging import Inheritance
from jixiao.inheritance.scoring import bands_of, scoring_of
from jixiao.inheritance.tables import tables_of
from jixiao.inheritance.vocabulary import vocabulary_of
from jixiao.rules import Change, Ruleset

if TYPE_CHECKING:
    from jixiao.findings import Finding

__all__ = ["inherit", "rooted"]


def inherit(child: Ruleset, parent: Ruleset) -> tuple[Ruleset, tuple[Finding, ...]]:
    """The child with what it inherits from a parent that is itself resolved, and what is at odds.

    The result holds no 修改, 取消 or 沿用 any more, and `inherit(result, parent)` is not for it.
    A thing that is at odds is left as the parent has it. Findings are R06, R07, R08, R09 and R17.

    >>> parent = Ruleset(id="甲-2020", title="甲", lineage=("甲-2020",))
    >>> inherit(Ruleset(id="乙-2021", title="乙", inherits="甲-2020"), parent)[0].lineage
    ('甲-2020', '乙-2021')
    """
    work = Inheritance(child)
    dates_at_odds(work, parent)
    vocabulary = vocabulary_of(work, child.vocabulary, parent.vocabulary)
    tables = tables_of(work, child.tables, parent.tables)
    resolved = evolve(
        child,
        vocabulary=vocabulary,
        tables=tables,
        trees=trees_of(work, child, parent),
        scoring=scoring_of(work, child.scoring, parent.scoring),
        bands=bands_of(work, child.bands, parent.bands),
        checks=checks_of(work, child, parent),
        retired=parent.retired
        + tuple(one.code for one in child.checks if one.change is Change.CANCEL),
        needs=parent.needs + tuple(one for one in child.needs if one not in parent.needs),
        lineage=(*parent.lineage, child.id),
    )
    return resolved, tuple(work.findings)


def rooted(ruleset: Ruleset) -> tuple[Ruleset, tuple[Finding, ...]]:
    """A ruleset without a parent, resolved: as if it inherited from one that says nothing."""
    nothing = Ruleset(id="", title="")
    resolved, findings = inherit(ruleset, nothing)
    return evolve(resolved, lineage=(ruleset.id,)), findings
