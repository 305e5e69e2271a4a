"""The verbs of the library: read, check, score, monitor, evaluate, verify: one call each.

None of them raises for the content of a file: what is wrong with it is in the findings of the
result. They raise for misuse: a wrong type, an unknown ruleset or method.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.actuals import Actuals
from jixiao.candidates import at_hand
from jixiao.checking import check_document
from jixiao.evaluation import evaluate_document
from jixiao.finding_lists import Findings
from jixiao.handed import demand, exact_weight
from jixiao.library import NATIONAL, Library
from jixiao.monitoring import monitor_document
from jixiao.parsing import parse_actual, parse_value
from jixiao.reading import read_actuals as read_actuals_file
from jixiao.reading import read_document
from jixiao.recomputing import recompute_document
from jixiao.rules import Ruleset
from jixiao.scoring import score_indicator
from jixiao.scoring.steps import step
from jixiao.summaries import Summary, merged, summarize_document
from jixiao.tables import Document
from jixiao.values import Context
from jixiao.verifying import verify_card

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal
    from fractions import Fraction
    from typing import Any

    from jixiao.evaluation import Scorecard
    from jixiao.monitoring import By, MonitorReport
    from jixiao.recomputing import RecomputeReport
    from jixiao.scoring import IndicatorScore
    from jixiao.verifying import Verification

__all__ = [
    "check",
    "evaluate",
    "load",
    "monitor",
    "read",
    "read_actuals",
    "recompute",
    "score",
    "summarize",
    "verify",
]


def load(name: str | Path, *, on: date | None = None) -> Ruleset:
    """A ruleset by id (江苏南通-2025), by region code with a day, or by path.

    Raises:
        RulesetError: there is none of that name, or its file has errors; carries the findings.

    >>> load("财政部-2020").title
    '项目支出绩效目标与自评通用规则'
    """
    if not isinstance(name, Path):
        demand("name", name, str, "an id such as 江苏南通-2025, or a Path")
    demand("on", on, date, "datetime.date", optional=True)
    return Library.default().load(name, on=on)


def read(
    source: str | Path | bytes, *, file: str | None = None, rules: Ruleset | None = None
) -> Document:
    """The tables of a file, or of the bytes of one; `file` is the name that findings give.

    Without `rules` each table's form is found from its title and headers, among the national
    rulesets and those of the places that the document names.
    Never raises for what the file holds, nor for a file that is not there: `findings` say it.

    >>> document = read("年度报告".encode(), file="report.txt")
    >>> document.tables, document.findings[0].code
    ((), 'T03')
    """
    if rules is None:
        return read_document(source, file=file, rulesets=partial(at_hand, Library.default()))
    return evolve(read_document(source, file=file, rulesets=(rules,)), read_by=rules.id)


def read_actuals(source: str | Path | bytes, *, file: str | None = None) -> Actuals:
    """What was achieved, from CSV or JSON; what is wrong with the file is in its `findings`."""
    return read_actuals_file(source, file=file)


def check(document: Document, rules: Ruleset | None = None) -> Findings:
    """What should be mended, explained or bettered in a document, folded and in order.

    Without `rules` each table is held against the ruleset it was read by, and against the national
    one where no ruleset knows its form. The result is a tuple that a notebook shows as a table.
    """
    _demand_document(document, rules)
    if rules is not None:
        return Findings(check_document(document, rules))
    chosen = {table.index: load(table.ruleset or NATIONAL) for table in document.tables}
    return Findings(check_document(document, chosen))


def evaluate(
    document: Document,
    actuals: Actuals,
    rules: Ruleset | None = None,
    *,
    as_of: date | None = None,
    accept_weights: bool = False,
) -> Scorecard:
    """Every indicator of every table scored against what was achieved.

    Without `rules` the ruleset of the first table that has one; without `as_of` 31 December of the
    table's year, and a finding says so. With `accept_weights` weights that had to be inferred are
    taken as given, so that grades are shown.
    """
    _demand_document(document, rules)
    demand("actuals", actuals, Actuals, "jixiao.read_actuals")
    demand("as_of", as_of, date, "datetime.date", optional=True)
    chosen = _ruleset_of(document) if rules is None else rules
    return evaluate_document(document, actuals, chosen, as_of=as_of, accept_inferred=accept_weights)


def monitor(
    document: Document,
    actuals: Actuals,
    rules: Ruleset | None = None,
    *,
    as_of: date,
    by: By = "month",
) -> MonitorReport:
    """What runs behind by a date, and what can be said of the year: no points, no grade.

    What is due is reckoned by closed months, by days with `by="day"`, or by the table's own plan
    with `by="plan"` (its curve of payments, its half-year plan, the dated targets of a row).
    Without `rules` the ruleset of the first table that has one.

    Raises:
        ValueError: `by` is none of the three.

    >>> from datetime import date
    >>> document = read("年度报告".encode(), file="report.txt")
    >>> monitor(document, read_actuals(b"", file="a.csv"), as_of=date(2025, 6, 30)).tables
    ()
    """
    _demand_document(document, rules)
    demand("actuals", actuals, Actuals, "jixiao.read_actuals")
    demand("as_of", as_of, date, "datetime.date")
    if by not in ("month", "day", "plan"):
        raise ValueError(f"by must be month, day or plan, not {by!r}")
    chosen = _ruleset_of(document) if rules is None else rules
    return monitor_document(document, actuals, chosen, as_of=as_of, by=by)


def recompute(
    document: Document,
    rules: Ruleset | None = None,
    *,
    as_of: date | None = None,
    weights: Mapping[tuple[str, ...], Decimal] | None = None,
) -> RecomputeReport:
    """Every score that a self-evaluation prints held against what the rules give (复算).

    Each row is `explained`, `judgement` (within its 定性 band), `stricter` (below what the formula
    gives, never a mistake), `differs` or `unscored`, with the steps. Without `rules` each table
    goes by the ruleset of its place and year, else by the national one, and a finding says so;
    without `as_of` 31 December of the table's year. `weights`, by (三级,) or (一级, 二级, 三级),
    are supposed where a form prints none: 权重为推定.

    >>> recompute(read("年度报告".encode(), file="report.txt")).rows
    ()
    """
    _demand_document(document, rules)
    demand("as_of", as_of, date, "datetime.date", optional=True)
    return recompute_document(document, rules, as_of=as_of, weights=weights)


def summarize(
    documents: Document | str | Path | Iterable[Document | str | Path],
    rules: Ruleset | None = None,
    *,
    recompute: bool = False,
) -> Summary:
    """Many documents in numbers: what was read, how targets are set, what was found, where.

    `documents` are documents or paths of files, read one after the other; nothing but sums is
    held, so any number may come from a generator. Summaries add up: that of two batches is the sum
    of theirs. `rules` are for reading and checking all of them; with `recompute` printed scores are
    held against the rules too. A file that cannot be read is counted as such.

    >>> summarize("no-such-file.txt").unreadable
    (('T36', 1),)
    """
    several = (documents,) if isinstance(documents, Document | str | Path) else documents
    return merged(_summary_of(one, rules, recompute=recompute) for one in several)


def _summary_of(given: Document | str | Path, rules: Ruleset | None, *, recompute: bool) -> Summary:
    document = given if isinstance(given, Document) else read(given, rules=rules)
    report = recompute_document(document, rules) if recompute else None
    return summarize_document(document, check(document, rules), report, rules)


def _demand_document(document: Document, rules: Ruleset | None) -> None:
    demand("document", document, Document, "jixiao.read")
    demand("rules", rules, Ruleset, "jixiao.load", optional=True)


def _ruleset_of(document: Document) -> Ruleset:
    """The ruleset of the first table whose form is known, else the national one."""
    known = (table.ruleset for table in document.tables if table.ruleset is not None)
    return load(next(known, NATIONAL))


def verify(
    card: str | Path | bytes | Scorecard | Mapping[str, Any],
    *,
    document: str | Path | bytes | None = None,
    actuals: str | Path | bytes | None = None,
    rules: Ruleset | None = None,
) -> Verification:
    """A scorecard recomputed from what it records: the same bit for bit, or every difference.

    `card` is the path of its JSON, the bytes, the JSON as an object, or a `Scorecard`. Its inputs
    are looked for by the names it records, beside it and in the current folder, unless `document`
    and `actuals` name them; `rules` stands in for the ruleset it names. Never raises for what the
    files hold, nor for files that are not there: `findings` say it.

    >>> verify("no-such-card.json").findings[0].code
    'T36'
    """
    return verify_card(card, read=read, document=document, actuals=actuals, rules=rules)


def score(  # noqa: PLR0913  # what an indicator row may say, each by its name
    target: str,
    actual: str,
    *,
    weight: Decimal | int | str,
    operator: str | None = None,
    unit: str | None = None,
    name: str = "",
    method: str | None = None,
    judgement: Fraction | None = None,
    ruleset: str | Ruleset | None = None,
    as_of: date | None = None,
    year: int | None = None,
) -> IndicatorScore:
    """One indicator from texts, with every step and clause.

    `operator` and `unit` are the table's own columns; `name` may tell a direction; `judgement` is
    an assessor's 得分率 as a fraction of 1; `year` is the budget year that a day without a year
    falls in. Without `ruleset` the national one, which the first
    step says; it is recalled in part: its clauses say 待核.

    Raises:
        RulesetError: there is no such ruleset.
        UnknownMethodError: the ruleset has no method of that name.
        TypeError: `weight` is a float (write it as a text or a Decimal), or another argument is
            of another type than the signature says.
        ValueError: `weight` is no number, or below 0.

    >>> result = score("≥98%", "49%", weight=10)
    >>> result.verdict, str(result.points.low), str(result.points.high)
    ('not_met', '5.00', '5.00')
    """
    demand("target", target, str, "a text such as ≥98%")
    demand("actual", actual, str, "a text such as 95%")
    for column, text in (("operator", operator), ("unit", unit), ("method", method)):
        demand(column, text, str, "a text", optional=True)
    demand("as_of", as_of, date, "datetime.date", optional=True)
    rules = ruleset if isinstance(ruleset, Ruleset) else load(ruleset or NATIONAL)
    wanted = parse_value(target, operator=operator, unit=unit)
    return score_indicator(
        wanted,
        parse_actual(actual, wanted, unit=unit),
        exact_weight(weight),
        rules,
        name=name,
        method=method,
        judgement=judgement,
        context=Context(as_of=as_of, year=year),
        before=() if ruleset is not None else (step("E91", NATIONAL),),
    )
