"""How the points of one indicator are rounded: the ruleset's 舍入, else half up at 2 digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.rules import Rounding

if TYPE_CHECKING:
    from jixiao.rules import Ruleset

__all__ = ["item_rounding"]

_DEFAULT = Rounding("逐项", 2)


def item_rounding(rules: Ruleset) -> tuple[Rounding, bool]:
    """How the points of one indicator are rounded, and whether that is said of items (逐项).

    >>> from jixiao.rules import Ruleset
    >>> item_rounding(Ruleset(id="试验-2024", title="试验"))[0].digits
    2
    """
    roundings = rules.scoring.roundings
    item = next((one for one in roundings if one.place == "逐项"), None)
    if item is not None:
        return item, True
    total = next((one for one in roundings if one.place == "合计"), None)
    return (_DEFAULT, True) if total is None else (total, False)
