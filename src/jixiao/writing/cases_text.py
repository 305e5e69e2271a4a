"""Cases that were tried, as text and as JSON: what passed, and the figures of what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import frozen

from jixiao.messages.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jixiao.cases import Outcome
    from jixiao.findings import Finding

__all__ = ["TriedFile", "cases_json", "cases_text", "summary_text"]

Lang = Literal["zh", "en"]


@frozen
class TriedFile:
    """A file of cases: its ruleset, what each case came to, and what must be mended in it."""

    ruleset: str
    file: str
    outcomes: tuple[Outcome, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def differing(self) -> int:
        """How many cases did not come out as expected."""
        return sum(not one.passed for one in self.outcomes)


def cases_text(tried: TriedFile, lang: Lang = "zh") -> Iterator[str]:
    """A line a case; below one that differs what was expected, what came out, and the steps."""
    count = len(tried.outcomes)
    yield word("cases_heading", lang, ruleset=tried.ruleset, file=tried.file, count=count)
    for one in tried.outcomes:
        label = word("case_passed" if one.passed else "case_differs", lang)
        line = "" if one.passed else word("case_line", lang, line=one.case.origin.line)
        yield f"  {label}  {one.case.name}{line}"
        for each in one.differences:
            yield "      " + word(
                "case_difference",
                lang,
                key=each.key,
                expected=each.expected,
                computed=each.computed,
            )
        if not one.passed:
            yield from (f"      {line}" for line in _shown(one, lang))


def _shown(outcome: Outcome, lang: Lang) -> Iterator[str]:
    """How it came about: the steps of a score, the findings of a table."""
    if outcome.score is not None:
        yield from outcome.score.lines(lang)
    for one in outcome.findings:
        yield f"{one.severity.label(lang)} {one.code} {one.message(lang)}"


def summary_text(tried: Iterable[TriedFile], lang: Lang = "zh") -> str:
    """The counts as a sentence."""
    held = tuple(tried)
    count = sum(len(one.outcomes) for one in held)
    differing = sum(one.differing for one in held)
    problems = sum(len(one.findings) for one in held)
    return word(
        "cases_total",
        lang,
        count=count,
        passed=count - differing,
        differing=differing,
        problems=problems,
    )


def cases_json(tried: Sequence[TriedFile], lang: Lang = "zh") -> dict[str, object]:
    """The same as data."""
    return {
        "schema": "jixiao/cases/1",
        "files": [
            {
                "ruleset": one.ruleset,
                "file": one.file,
                "cases": [_case(outcome, lang) for outcome in one.outcomes],
                "problems": [finding.to_json(lang) for finding in one.findings],
            }
            for one in tried
        ],
        "summary": {
            "total": sum(len(one.outcomes) for one in tried),
            "differing": sum(one.differing for one in tried),
            "problems": sum(len(one.findings) for one in tried),
        },
    }


def _case(outcome: Outcome, lang: Lang) -> dict[str, object]:
    return {
        "name": outcome.case.name,
        "line": outcome.case.origin.line,
        "passed": outcome.passed,
        "differences": [
            {"key": one.key, "expected": one.expected, "computed": one.computed}
            for one in outcome.differences
        ],
        "score": None if outcome.score is None else outcome.score.to_entry(lang),
        "findings": [one.to_json(lang) for one in outcome.findings],
    }
