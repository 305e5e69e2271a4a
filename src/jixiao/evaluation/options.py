"""What the caller of an evaluation chose, as its scorecard records it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.units import decimal_text

if TYPE_CHECKING:
    from typing import Any

__all__ = ["Options"]


@frozen
class Options:
    """What the caller chose: with the inputs and the ruleset, all that a card depends on.

    `as_of` is the date as given, None where the end of the year was taken. `weights` are those of
    the caller by path. `read_by` is the ruleset by whose forms alone the document was read.
    """

    as_of: date | None = None
    accept_weights: bool = False
    weights: tuple[tuple[tuple[str, ...], Decimal], ...] = ()
    read_by: str | None = None

    def to_json(self) -> dict[str, object]:
        """The options by name."""
        return {
            "as_of": None if self.as_of is None else self.as_of.isoformat(),
            "accept_weights": self.accept_weights,
            "weights": [
                {"path": list(path), "weight": decimal_text(weight)}
                for path, weight in self.weights
            ],
            "read_by": self.read_by,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Options:
        """The options that `to_json` wrote; what is not said is as by default.

        Raises `KeyError`, `TypeError`, `ValueError` or `ArithmeticError` for another shape.
        """
        as_of, read_by = data.get("as_of"), data.get("read_by")
        accept = data.get("accept_weights", False)
        weights = tuple(
            (tuple(one["path"]), Decimal(one["weight"])) for one in data.get("weights", ())
        )
        named = all(isinstance(name, str) for path, _ in weights for name in path)
        if not isinstance(accept, bool) or not isinstance(read_by, str | None) or not named:
            raise TypeError(data)
        if not all(weight.is_finite() for _, weight in weights):
            raise ValueError(data)
        return cls(None if as_of is None else date.fromisoformat(as_of), accept, weights, read_by)
