"""The steps of a score as data, and the text that is rendered from them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.masking import masked
from jixiao.messages import CATALOGUE

if TYPE_CHECKING:
    from typing import Any

    from jixiao.findings import Lang

__all__ = ["Step", "note_text", "step"]

_CODE = re.compile(r"[A-Z]\d{2,3}")
_NAME = re.compile(r"\{([a-z_]+)\}")
_FIGURES = re.compile(r"[\d\s./×÷+\-=%()～≥≤<>且]*")
_PIECES = frozenset(f"E{number}" for number in range(100, 200))


@frozen
class Step:
    """One step: what went in, by which formula, what came out, and the clause behind it.

    `code` names the sentence; an input that is itself the code of a piece (E100 and on) is
    rendered in its place, so that the data hold no language.

    >>> step("E76", "是").text(), step("E76", "是").text("en")
    ('是否达成：是', 'met: 是')
    """

    code: str
    inputs: tuple[tuple[str, str], ...] = ()
    formula: str | None = None
    result: str | None = None
    cite: str | None = None

    def text(self, lang: Lang = "zh") -> str:
        """The sentence."""
        words = dict(self.inputs)
        words["formula"] = self.formula or ""
        words["result"] = self.result or ""
        return note_text(self.code, words, lang)

    def masked(self, names: tuple[str, ...]) -> Step:
        """The step without what reaches a person; what was worked out is no telephone.

        >>> shown = step("E76", "3/18700000000", name="电话 18700000000").masked(())
        >>> shown.inputs, shown.result
        ((('name', '电话 ＊＊＊＊＊＊＊＊＊＊＊'),), '3/18700000000')
        """
        told = (self.formula, self.result)
        formula, result = (one if _is_figures(one) else masked(one, names) for one in told)
        return evolve(self, inputs=masked(self.inputs, names), formula=formula, result=result)

    def to_json(self) -> dict[str, object]:
        """The shape of the design."""
        return {
            "code": self.code,
            "inputs": dict(self.inputs),
            "formula": self.formula,
            "result": self.result,
            "cite": self.cite,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Step:
        """The step that `to_json` wrote."""
        return cls(
            data["code"],
            tuple(data["inputs"].items()),
            data["formula"],
            data["result"],
            data["cite"],
        )


def _is_figures(text: str | None) -> bool:
    return text is None or _FIGURES.fullmatch(text) is not None


def note_text(code: str, words: dict[str, str], lang: Lang = "zh") -> str:
    """The sentence of a code with its words put in; pieces among the words are rendered too."""
    entry = CATALOGUE[code]

    def put(match: re.Match[str]) -> str:
        word = words.get(match[1], match[0])
        if word in _PIECES and word in CATALOGUE:
            return note_text(word, words, lang)
        return word

    return _NAME.sub(put, entry.zh if lang == "zh" else entry.en)


def step(
    code: str,
    result: str | None = None,
    *,
    formula: str | None = None,
    cite: str | None = None,
    **inputs: str,
) -> Step:
    """A step from its code, result and inputs by name."""
    return Step(code, tuple(inputs.items()), formula, result, cite)
