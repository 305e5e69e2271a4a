"""The share of targets that are figures, weighed by the money of the tables they stand in.

The money of a table is spread evenly over its targets: a table of 72 万元 with 6 figures among 8
targets puts 54 万元 behind figures. Sums are exact, in 万元.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from attrs import frozen

from jixiao.checking.rows import (
    money_total,
    spending_columns,
    spending_total,
    yuan,
)
from jixiao.scoring.figures import exact_text
from jixiao.units import parse_unit

if TYPE_CHECKING:
    from jixiao.tables import Table
    from jixiao.units import Quantity

__all__ = ["NO_MONEY", "MoneySums", "money_behind", "percent", "share_json", "table_money"]


def percent(share: Fraction | None) -> str | None:
    """A share of 1 in percent with two decimals, rounded half up; None where there is none.

    >>> percent(Fraction(2, 3)), percent(Fraction(0)), percent(None)
    ('66.67', '0.00', None)
    """
    if share is None:
        return None
    scaled = int(share * 10_000 + Fraction(1, 2))
    return f"{scaled // 100}.{scaled % 100:02d}"


def share_json(share: Fraction | None) -> dict[str, str | None]:
    """A share exact, and in percent with two decimals."""
    return {"exact": None if share is None else exact_text(share), "percent": percent(share)}


@frozen
class MoneySums:
    """Money of tables, in 万元: all of it, and what stands behind targets that are figures.

    `measurable` is what stands behind figures and behind targets that refer to one. `unknown` are
    tables that have targets and whose money could not be read; they weigh nothing here.

    >>> one = MoneySums(tables=1, money=Fraction(72), figures=Fraction(54), measurable=Fraction(63))
    >>> (one + one).share, one + NO_MONEY == one
    (Fraction(3, 4), True)
    """

    tables: int = 0
    unknown: int = 0
    money: Fraction = Fraction(0)
    figures: Fraction = Fraction(0)
    measurable: Fraction = Fraction(0)

    def __add__(self, other: MoneySums) -> MoneySums:
        return MoneySums(
            self.tables + other.tables,
            self.unknown + other.unknown,
            self.money + other.money,
            self.figures + other.figures,
            self.measurable + other.measurable,
        )

    @property
    def share(self) -> Fraction | None:
        """What part of the money stands behind figures; None where there is no money."""
        return self.figures / self.money if self.money else None

    @property
    def measurable_share(self) -> Fraction | None:
        """What part stands behind targets that can be measured without a judgement."""
        return self.measurable / self.money if self.money else None

    def to_json(self) -> dict[str, object]:
        """The sums as exact texts, with the shares that follow from them."""
        return {
            "tables": self.tables,
            "unknown": self.unknown,
            "money": exact_text(self.money),
            "figures": exact_text(self.figures),
            "measurable": exact_text(self.measurable),
            "share": share_json(self.share),
            "measurable_share": share_json(self.measurable_share),
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> MoneySums:
        """The sums that `to_json` wrote."""
        sums = (Fraction(data[name]) for name in ("money", "figures", "measurable"))
        return cls(data["tables"], data["unknown"], *sums)


NO_MONEY = MoneySums()


def table_money(table: Table) -> Fraction | None:
    """The money of a table in 万元: its total, else that of its tasks, else its spending added up.

    None where there is none of these, two sums of tasks differ, or it is below nothing.
    """
    total = money_total(table) or _task_total(table)
    if total is None:
        held = spending_total(table, spending_columns(table)[1])
    else:
        held = yuan(total, table)
    return None if held is None or held < 0 else held / parse_unit("万元").ratio


def _task_total(table: Table) -> Quantity | None:
    """金额合计 of the tasks of a department's year."""
    sums = [one.amount() for one in table.funding if one.source.endswith(("合计", "总计"))]
    held = {one for one in sums if one is not None}
    return held.pop() if len(held) == 1 else None


def money_behind(table: Table, figures: int, derived: int, targets: int) -> MoneySums:
    """What one table with so many targets adds; a table without targets adds nothing.

    >>> from jixiao.tables import Table
    >>> money_behind(Table("项目绩效目标表", "", "培训"), 3, 0, 4)
    MoneySums(tables=0, unknown=1, money=Fraction(0, 1), figures=Fraction(0, 1), \
measurable=Fraction(0, 1))
    """
    if not targets:
        return NO_MONEY
    money = table_money(table)
    if money is None:
        return MoneySums(unknown=1)
    each = money / targets
    return MoneySums(1, 0, money, each * figures, each * (figures + derived))
