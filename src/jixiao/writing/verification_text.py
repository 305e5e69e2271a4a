"""The verification of a scorecard as text for people: the same, or what differs and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from jixiao.messages.words import word
from jixiao.writing.findings_text import finding_lines
from jixiao.writing.layout import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.verifying import Verification
    from jixiao.writing.findings_text import Paint

__all__ = ["verification_text"]

Lang = Literal["zh", "en"]
SHOWN = 20
"""Differences that are listed; the JSON has them all."""


def verification_text(
    result: Verification, lang: Lang = "zh", paint: Paint | None = None
) -> Iterator[str]:
    """Lines: the result, the inputs that were used, what is to be done, and every difference."""
    count = len(result.differences)
    yield word(f"card_{result.result}", lang, card=result.card or "—", count=count)
    if result.document is not None and result.actuals is not None:
        document, actuals = result.document or "—", result.actuals or "—"
        yield "  " + word("card_inputs", lang, document=document, actuals=actuals)
    for one in result.findings:
        yield from finding_lines(one, lang, paint)
    for place in result.differences[:SHOWN]:
        yield "  " + word(
            "difference",
            lang,
            path=place.path,
            recorded=_shown(place.recorded, lang),
            recomputed=_shown(place.recomputed, lang),
        )
    if count > SHOWN:
        yield "  " + word("more_differences", lang, count=count - SHOWN)


def _shown(text: str | None, lang: Lang) -> str:
    return word("not_there_at_all", lang) if text is None else cut(text, 60)
