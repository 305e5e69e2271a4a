"""The steps behind a figure, folded: what the closed line says, and how sure their clauses are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import frozen

from jixiao.messages.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Folded", "folded"]

Lang = Literal["zh", "en"]
_READ = "（核实）"
"""How a clause whose text was read is printed; every other is to be checked."""


@frozen
class Folded:
    """Steps in words; `clause` is read, unread or empty where no clause stands behind them."""

    said: str
    steps: tuple[str, ...]
    clause: str = ""
    clause_label: str = ""


def folded(name: str, steps: tuple[str, ...], cites: Iterable[str], lang: Lang) -> Folded:
    """Steps under the word of that name, with the status of the clauses behind them.

    >>> folded("steps_of", ("完成率 = 1",), ["某办法（待核）"], "zh").clause_label
    '待核'
    """
    held = tuple(cites)
    said = word(name, lang, count=len(steps))
    if not held:
        return Folded(said, steps)
    read = all(one.endswith(_READ) for one in held)
    label = word("clause_read" if read else "clause_unread", lang)
    return Folded(said, steps, "read" if read else "unread", label)
