"""【校验】 and 【等次】: the conditions a table must meet, and the grades by its total."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from jixiao.rules.changes import Change
from jixiao.source import Origin

if TYPE_CHECKING:
    from decimal import Decimal

    from jixiao.expressions import Expression
    from jixiao.findings import Severity
    from jixiao.rules.cells import Tests
    from jixiao.rules.citations import Citation

__all__ = ["Bands", "Check"]


@frozen
class Check:
    """校验: a condition a table (or each row) must meet, and what to say where it does not.

    `message` is the text of 提示 in pieces: plain text and the expressions between { }.
    """

    code: str
    severity: Severity
    title: str
    scope: str
    each: bool = False
    when: Expression | None = None
    condition: Expression | None = None
    tolerance: Decimal | None = None
    message: tuple[str | Expression, ...] = ()
    doc: str | None = None
    cite: Citation | None = None
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)
    written_in: str = field(default="", eq=False)
    """The id of the ruleset that wrote it: a child that inherits it prints that id."""


@frozen
class Bands:
    """【等次】: full marks and the grades by total."""

    full: Decimal
    rows: tuple[tuple[str, Tests], ...] = ()
    cite: Citation | None = None
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)
    row_origins: tuple[Origin, ...] = field(default=(), eq=False, repr=False)
