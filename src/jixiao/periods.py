"""Dates as these tables use them: ends of months and quarters, and how far a year has run.

Nothing here knows today: every question is asked about a date that is given.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

__all__ = [
    "closed_months",
    "due_share",
    "is_date",
    "last_day_of_month",
    "resolve_deadline",
]


def last_day_of_month(year: int, month: int) -> date:
    """The last day of a month.

    >>> last_day_of_month(2024, 2)
    datetime.date(2024, 2, 29)
    """
    if month == 12:  # noqa: PLR2004 - December
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def is_date(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether the parts that are said can be parts of one date; 29 February is let pass unsaid.

    >>> is_date(2024, 2, 30), is_date(None, 2, 29), is_date(2023, 13, None)
    (False, True, False)
    """
    if day is not None and month is None:
        return False
    try:
        date(2024 if year is None else year, month or 1, day or 1)
    except ValueError:
        return False
    return True


def resolve_deadline(year: int, month: int | None, day: int | None) -> date:
    """The last day that is still in time: the end of the month or year where no day is said.

    >>> resolve_deadline(2025, 6, None)
    datetime.date(2025, 6, 30)
    """
    if month is None:
        return date(year, 12, 31)
    last = last_day_of_month(year, month)
    return last if day is None or day > last.day else date(year, month, day)


def closed_months(as_of: date) -> int:
    """How many months of its year have ended by a date, the date itself included.

    >>> closed_months(date(2025, 6, 30)), closed_months(date(2025, 6, 29))
    (6, 5)
    """
    ended = last_day_of_month(as_of.year, as_of.month) == as_of
    return as_of.month if ended else as_of.month - 1


def due_share(as_of: date, plan: Sequence[tuple[date, Decimal]] = ()) -> Fraction:
    """The share of the year's plan due by a date, as a fraction of 1.

    The table's own plan where it has one (the last step that has come; 0 before the first), else
    the last closed month ÷ 12.

    >>> due_share(date(2025, 6, 30)), due_share(date(2025, 4, 10))
    (Fraction(1, 2), Fraction(1, 4))
    >>> from decimal import Decimal
    >>> due_share(date(2025, 6, 30), ((date(2025, 5, 31), Decimal("0.6")),))
    Fraction(3, 5)
    """
    if not plan:
        return Fraction(closed_months(as_of), 12)
    come = [share for day, share in sorted(plan) if day <= as_of]
    return Fraction(come[-1]) if come else Fraction(0)
