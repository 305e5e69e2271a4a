"""The summary of self-evaluations (汇总表): one row a project with its money, points and grade."""

from __future__ import annotations

from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.evaluation.deciding import deciding_text
from jixiao.evaluation.money import money_of
from jixiao.messages.paper_words import paper_word
from jixiao.messages.words import word
from jixiao.paper import Paper, Paragraph
from jixiao.papers.figures import interval, number
from jixiao.papers.laying import Laying, caption, centred, head_row, notes, text
from jixiao.sheets import Cell, Style, Tone
from jixiao.source import squeeze
from jixiao.units import decimal_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jixiao.actuals import Actuals
    from jixiao.evaluation import Scorecard, TableScore
    from jixiao.findings import Lang
    from jixiao.tables import Table
    from jixiao.units import Quantity

__all__ = ["lines_of", "summary"]

WIDTHS = (6, 25, 20, 15, 17, 11, 16, 9, 9, 8, 8, 32)
_HEADS = (
    "unit",
    "budget",
    "executed",
    "rate",
    "points",
    "out_of",
    "grade",
    "weights",
    "open",
    "remark",
)
_CENT = Decimal("0.01")


@frozen
class Spent:
    """The money of a project, as filed."""

    budget: Quantity | None = None
    executed: Quantity | None = None

    @property
    def rate(self) -> str:
        """What was spent of the budget, as a percent with two decimals."""
        budget, executed = self.budget, self.executed
        if budget is None or executed is None or not budget.number:
            return ""
        if budget.unit.dimension != executed.unit.dimension:
            return ""
        share = executed.exact / budget.exact * 100
        rounded = (Decimal(share.numerator) / Decimal(share.denominator)).quantize(
            _CENT, ROUND_HALF_UP
        )
        return f"{decimal_text(rounded)}%"


def summary(
    card: Scorecard,
    tables: Mapping[int, Table],
    actuals: Actuals,
    heads: Sequence[str],
    lang: Lang,
) -> Paper:
    """The summary of a card; money where the tables or the actuals say it."""
    laid = Laying(len(WIDTHS))
    laid.add(*head_row(("number", "project", *(f"sum_{one}" for one in _HEADS)), lang))
    spent = []
    for at, one in enumerate(card.tables, 1):
        table = tables.get(one.index)
        money = Spent() if table is None else _spent(table, actuals)
        spent.append(money)
        laid.add(*_row(at, one, money, lang))
    if card.tables:
        laid.add(*_whole(card.tables, spent, lang))
        laid.merge(laid.count, 1, laid.count, 3)
    else:
        laid.across(centred(paper_word("sum_none", lang)))
    said = [paper_word(f"sum_note_{one}", lang) for one in ("points", "weights", "money")]
    return Paper(
        paper_word("sum_name", lang),
        paper_word("sum_title", lang),
        WIDTHS,
        (
            Paragraph(caption(heads, lang), Style.CAPTION),
            *((Paragraph(_grades(card.tables, lang), Style.CAPTION),) if card.tables else ()),
            laid.grid(),
            Paragraph(notes(said)),
        ),
        landscape=True,
    )


def lines_of(table: Table, actuals: Actuals) -> Actuals:
    """The actuals whose money is that of one table."""
    names = {squeeze(table.name), squeeze(table.unit or "")} - {""}
    return evolve(
        actuals,
        funding=tuple(
            one
            for one in actuals.funding
            if (one.code == table.code and one.code is not None)
            or (
                (one.code is None or table.code is None)
                and (one.project is None or squeeze(one.project) in names)
                and (not one.unit or not table.unit or squeeze(one.unit) == squeeze(table.unit))
            )
        ),
    )


def _spent(table: Table, actuals: Actuals) -> Spent:
    money = money_of(table, lines_of(table, actuals).funding)
    budget = money.amount("全年预算数") or money.amount("资金总额")
    return Spent(budget, money.amount("全年执行数"))


def _row(at: int, one: TableScore, money: Spent, lang: Lang) -> tuple[Cell, ...]:
    total = one.total
    weights = "sum_inferred" if one.inferred else "sum_printed"
    waiting = sum(row.points is not None and not row.points.is_point for row in one.indicators)
    return (
        centred(str(at)),
        text(one.name or word("unnamed", lang)),
        text(one.unit or ""),
        Cell(None if money.budget is None else str(money.budget), across="right"),
        Cell(None if money.executed is None else str(money.executed), across="right"),
        Cell(money.rate or None, across="right"),
        interval(total.low, total.high, tone=Tone.FILL_IN),
        number(total.out_of),
        centred(_grade(one, lang)),
        Cell(
            paper_word(weights, lang),
            across="center",
            tone=Tone.FILL_IN if one.inferred else Tone.PLAIN,
        ),
        centred(str(waiting)),
        text(deciding_text(one.deciding, lang) if one.deciding else ""),
    )


def _grade(one: TableScore, lang: Lang) -> str:
    """The grades that a table can reach; nothing where none is given."""
    if not one.grades:
        return paper_word("nothing", lang)
    return paper_word("sum_grade_or", lang).join(one.grades)


def _whole(several: Sequence[TableScore], spent: Sequence[Spent], lang: Lang) -> tuple[Cell, ...]:
    """How many projects, and their money where all of it is there in one unit."""
    label = Cell(paper_word("sum_whole", lang, count=len(several)), Style.LABEL, bold=True)
    budget = _sum([one.budget for one in spent])
    executed = _sum([one.executed for one in spent])
    rate = Spent(budget, executed).rate
    return (
        label,
        Cell(None, Style.LABEL),
        Cell(None, Style.LABEL),
        Cell(None if budget is None else str(budget), across="right", bold=True),
        Cell(None if executed is None else str(executed), across="right", bold=True),
        Cell(rate or None, across="right", bold=True),
    )


def _sum(several: Sequence[Quantity | None]) -> Quantity | None:
    """The sum of amounts of one unit; None where one is missing, since that would be too little."""
    held = [one for one in several if one is not None]
    if not held or len(held) < len(several) or len({one.unit for one in held}) > 1:
        return None
    return evolve(held[0], number=sum((one.number for one in held), Decimal(0)))


def _grades(several: Sequence[TableScore], lang: Lang) -> str:
    """How many projects have which grade; those that are not decided are counted as open."""
    counts: Counter[str] = Counter()
    for one in several:
        counts[one.grades[0] if len(one.grades) == 1 else paper_word("sum_grade_open", lang)] += 1
    joint = "，" if lang == "zh" else ", "
    parts = (
        paper_word("sum_grade_count", lang, grade=grade, count=count)
        for grade, count in counts.items()
    )
    return paper_word("sum_grades", lang, parts=joint.join(parts))
