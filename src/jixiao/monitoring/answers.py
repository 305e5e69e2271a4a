"""What the unit itself says beside the figures: why it deviates, and what the year will be.

完成目标可能性 is derived only where arithmetic proves it: a count that has reached its target
cannot fall, one above its limit cannot come back, a year that is over is decided. Anything else is
the unit's to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import evolve, frozen

from jixiao.findings import finding
from jixiao.scoring.steps import step
from jixiao.source import squeeze
from jixiao.values import doubt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.findings import Finding, Where
    from jixiao.monitoring.progress import Likelihood, Progress

__all__ = ["Proof", "answered", "likelihood_named"]

_WORDS: Mapping[str, Likelihood] = {
    "确定能": "确定能",
    "确定能完成": "确定能",
    "能": "确定能",
    "能完成": "确定能",
    "1": "确定能",
    "有可能": "有可能",
    "有可能完成": "有可能",
    "可能": "有可能",
    "2": "有可能",
    "完全不可能": "完全不可能",
    "完全不可能完成": "完全不可能",
    "不可能": "完全不可能",
    "3": "完全不可能",
}
"""Words and, as the systems code them, numbers."""


@frozen
class Proof:
    """What arithmetic proves of the year, and by which sentence; or why it proves nothing."""

    likelihood: Likelihood | None
    code: str

    @classmethod
    def over(cls, *, met: bool) -> Proof:
        """A year that is over: its target is met or it is not."""
        return cls("确定能" if met else "完全不可能", "E265")


def likelihood_named(text: str) -> Likelihood | None:
    """The 完成目标可能性 that a text names, None for another text.

    >>> likelihood_named(" 有可能 "), likelihood_named("三成")
    ('有可能', None)
    """
    return _WORDS.get(squeeze(text))


def answered(
    progress: Progress, proof: Proof, filed: str | None, where: Where
) -> tuple[Progress, tuple[Finding, ...]]:
    """The progress with its 完成目标可能性, and what is to be said about the one that was filed."""
    named = None if filed is None or not filed.strip() else likelihood_named(filed)
    findings: list[Finding] = []
    if filed is not None and filed.strip() and named is None:
        findings.append(finding("E211", where, raw=filed, text=filed))
    if proof.likelihood is not None:
        if named is not None and named != proof.likelihood:
            findings.append(finding("E210", where, raw=filed, filed=filed, proved=proof.likelihood))
        return _with(progress, proof.likelihood, "arithmetic", proof.code), tuple(findings)
    if named is not None:
        return _with(progress, named, "filed", "E267"), tuple(findings)
    return evolve(progress, why=(*progress.why, doubt(proof.code))), tuple(findings)


def _with(
    progress: Progress,
    likelihood: Likelihood,
    source: Literal["arithmetic", "filed"],
    code: str,
) -> Progress:
    told = step(code, likelihood)
    return evolve(
        progress, likelihood=likelihood, likelihood_from=source, steps=(*progress.steps, told)
    )
