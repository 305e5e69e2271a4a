"""How far something is, in the words of the papers of monitoring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.messages.paper_words import paper_word
from jixiao.messages.words import word
from jixiao.personal import mask_text
from jixiao.scoring.figures import percent_text
from jixiao.sheets import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from fractions import Fraction

    from jixiao.findings import Lang
    from jixiao.monitoring import Progress

__all__ = ["TONES", "months", "percent", "reason", "standing", "the_year"]

TONES: Mapping[str, Tone] = {
    "红": Tone.RED,
    "黄": Tone.YELLOW,
    "绿": Tone.GREEN,
    "蓝": Tone.BLUE,
}


def months(as_of: date, lang: Lang) -> str:
    """The time that is looked back on: whole months, or up to a day.

    >>> from datetime import date
    >>> months(date(2025, 6, 30), "zh"), months(date(2025, 6, 15), "zh")
    ('1-6月', '截至6月15日')
    """
    from datetime import timedelta

    if (as_of + timedelta(days=1)).day != 1:
        return paper_word("to_date", lang, month=as_of.month, day=as_of.day)
    if as_of.month == 1:
        return paper_word("month_one", lang)
    return paper_word("months", lang, first=1, last=as_of.month)


def percent(share: Fraction | None) -> str:
    """A share as a percent; nothing where there is none."""
    return "" if share is None else percent_text(share)


def standing(progress: Progress, lang: Lang) -> str:
    """The standing in a word."""
    return word("open" if progress.standing == "undetermined" else progress.standing, lang)


def the_year(progress: Progress, lang: Lang) -> str:
    """What the unit expects of the year, else what it comes to at this pace, marked as such."""
    if progress.forecast:
        return progress.forecast
    if progress.projected is None:
        return ""
    return paper_word("watch_reckoned", lang, figure=progress.projected.shown)


def reason(progress: Progress, *, personal: bool) -> str:
    """The reason that was filed."""
    held = progress.reason or ""
    return held if personal else mask_text(held)
