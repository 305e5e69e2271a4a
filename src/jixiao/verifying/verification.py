"""What became of verifying a scorecard: the same, every difference, or why it cannot be told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import frozen

from jixiao.finding_json import finding_from_json, finding_to_json
from jixiao.verifying.differences import Difference

if TYPE_CHECKING:
    from typing import Any

    from jixiao.findings import Finding

__all__ = ["VERIFICATION_SCHEMA", "Result", "Verification"]

VERIFICATION_SCHEMA = "jixiao/verification/1"

Result = Literal["same", "differs", "unreadable"]


@frozen
class Verification:
    """What became of verifying a card: the same bit for bit, every difference, or why it cannot be.

    `findings` say what to do about inputs, a ruleset or a version that are not those of the card.
    """

    result: Result
    differences: tuple[Difference, ...] = ()
    findings: tuple[Finding, ...] = ()
    card: str | None = None
    document: str | None = None
    actuals: str | None = None

    def to_json(self) -> dict[str, object]:
        """The result as JSON."""
        return {
            "schema": VERIFICATION_SCHEMA,
            "result": self.result,
            "differences": [one.to_json() for one in self.differences],
            "findings": [finding_to_json(one) for one in self.findings],
            "card": self.card,
            "document": self.document,
            "actuals": self.actuals,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Verification:
        """The verification that `to_json` wrote.

        Raises `KeyError`, `TypeError` or `ValueError` for an object of another shape.
        """
        if data["schema"] != VERIFICATION_SCHEMA:
            raise ValueError(data["schema"])
        return cls(
            data["result"],
            tuple(Difference.from_json(one) for one in data["differences"]),
            tuple(finding_from_json(one) for one in data["findings"]),
            data["card"],
            data["document"],
            data["actuals"],
        )
