"""Forms written and read: blank or filled to a file, and back from one with what was changed."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.candidates import at_hand
from jixiao.checking import check_document
from jixiao.evaluation import evaluate_document
from jixiao.evaluation.document import library_version
from jixiao.findings import RulesetError
from jixiao.library import NATIONAL, Library
from jixiao.monitoring import monitor_document
from jixiao.official.books import form_book
from jixiao.official.choosing import LENDERS, chosen_form
from jixiao.official.filling import filled_form
from jixiao.official.marks import Origins
from jixiao.official.progress import monitored
from jixiao.official.remarks import remarked
from jixiao.official.returned import ReturnedForm, returned_form
from jixiao.official.scores import scored
from jixiao.official.skeleton import blank_form
from jixiao.reading import read_document
from jixiao.writing.workbooks import write_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from jixiao.actuals import Actuals
    from jixiao.findings import Finding
    from jixiao.official.model import Form
    from jixiao.rules import Ruleset
    from jixiao.sheets import Workbook
    from jixiao.tables import Document, Stage, Table

__all__ = ["form_workbook", "read_form", "write_form"]


def write_form(  # noqa: PLR0913 - each by its name
    path: str | Path,
    document: Document | None = None,
    rules: Ruleset | None = None,
    *,
    stage: Stage | None = None,
    kind: str | None = None,
    actuals: Actuals | None = None,
    as_of: date | None = None,
    personal: bool = False,
) -> int:
    """Write the official form of a stage as an `.xlsx`; how many forms it holds.

    Without `document` a blank form of `rules` with room below every 二级; with one a sheet for each
    of its tables, filled in. `stage` is 目标, 监控 or 自评: else that of each table (目标 for a
    blank form); `kind` names one of several forms of a stage. Where the ruleset has no form of the
    stage the national one is used, and a note on it says so. Without `rules` each table's own
    ruleset, else the national one.

    With `actuals` a form of 自评 holds actuals, weights and points (as `evaluate` gives them; an
    interval as 8～10 with a comment), one of 监控 what was done by `as_of`. Findings are comments
    at their cells. Personal fields are masked unless `personal` asks for them. The file is whole,
    or as it was.

    Raises:
        MissingExtraError: `jixiao[xlsx]` is not installed.
        NoFormError: there is no form of that `kind`.
        ValueError: a form of 监控 with `actuals` needs `as_of`.
        OSError: the file cannot be written.

    >>> import tempfile
    >>> from jixiao import load
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder) / "目标表.xlsx"
    ...     write_form(path, rules=load("江苏南通-2025")), read_form(path).changes
    (1, ())
    """
    book, count = form_workbook(
        document,
        rules,
        stage=stage,
        kind=kind,
        actuals=actuals,
        as_of=as_of,
        personal=personal,
    )
    write_workbook(Path(path), book)
    return count


def form_workbook(  # noqa: PLR0913 - as `write_form`
    document: Document | None = None,
    rules: Ruleset | None = None,
    *,
    stage: Stage | None = None,
    kind: str | None = None,
    actuals: Actuals | None = None,
    as_of: date | None = None,
    personal: bool = False,
) -> tuple[Workbook, int]:
    """The workbook that `write_form` writes, and how many forms it holds."""
    library = Library.default()
    if document is None:
        chosen_rules = rules or library.load(NATIONAL)
        forms = [blank_form(chosen_form(chosen_rules, stage or "目标", kind))]
        origins = _origins(chosen_rules, forms)
        return form_book(forms, origins), 1
    if stage == "监控" and actuals is not None and as_of is None:
        raise ValueError("a form of 监控 with actuals needs as_of")
    forms = []
    used = rules
    for table in document.tables:
        own = rules or library.load(table.ruleset or NATIONAL)
        used = used or own
        wanted = stage or table.stage
        same = wanted == table.stage and kind is None
        chosen = chosen_form(own, wanted, _known(own, wanted, table.kind) if same else kind)
        forms.append(filled_form(chosen, table, personal=personal))
    used = used or library.load(NATIONAL)
    forms = list(_judged(document, forms, used, rules, actuals, as_of))
    origins = evolve(_origins(used, forms), file=document.file or "", file_digest=document.digest)
    return form_book(forms, origins), len(forms)


def _known(rules: Ruleset, stage: Stage, kind: str) -> str | None:
    """The kind of a table where the ruleset has a form of that name for the stage."""
    table = rules.table(kind)
    return kind if table is not None and table.stage == stage else None


def _origins(rules: Ruleset, forms: list[Form]) -> Origins:
    stages = "、".join(dict.fromkeys(one.stage for one in forms))
    return Origins(version=library_version(), ruleset=rules.id, digest=rules.digest, stage=stages)


def _judged(  # noqa: PLR0913, PLR0917 - all that a form may be filled from
    document: Document,
    forms: list[Form],
    used: Ruleset,
    rules: Ruleset | None,
    actuals: Actuals | None,
    as_of: date | None,
) -> Iterable[Form]:
    """The forms with what their stage finds out, and with findings as comments."""
    stages = {one.stage for one in forms}
    findings = {stage: _checked(document, rules) for stage in stages}
    if actuals is not None and "自评" in stages:
        card = evaluate_document(document, actuals, used, as_of=as_of)
        findings["自评"] = card.findings
        scores = {one.index: one for one in card.tables}
        forms = [
            scored(form, scores[table.index], table, actuals)
            if form.stage == "自评" and table.index in scores
            else form
            for form, table in _pairs(forms, document)
        ]
    if actuals is not None and as_of is not None and "监控" in stages:
        report = monitor_document(document, actuals, used, as_of=as_of)
        findings["监控"] = report.findings
        states = {one.index: one for one in report.tables}
        forms = [
            monitored(form, states[table.index], table, actuals, as_of)
            if form.stage == "监控" and table.index in states
            else form
            for form, table in _pairs(forms, document)
        ]
    for form, table in _pairs(forms, document):
        # what is said of a 目标表 stands on a 目标表; another form has what its own stage found
        own = actuals is not None or form.stage == table.stage
        yield remarked(form, findings[form.stage]) if own else form


def _pairs(forms: list[Form], document: Document) -> Iterable[tuple[Form, Table]]:
    return zip(forms, document.tables, strict=True)


def _checked(document: Document, rules: Ruleset | None) -> tuple[Finding, ...]:
    """What a check has to say, by one ruleset or by each table's own."""
    if rules is not None:
        return check_document(document, rules)
    library = Library.default()
    chosen = {one.index: library.load(one.ruleset or NATIONAL) for one in document.tables}
    return check_document(document, chosen)


def read_form(source: str | Path | bytes, *, file: str | None = None) -> ReturnedForm:
    """A form that `write_form` wrote and a person edited: its tables, and every change.

    Rows are known by their ids, so they may have been moved, sorted or inserted, and labels may
    have been written over. A workbook without our marks is read like any file; then `known` is
    false.
    Never raises for what the file holds, nor for a file that is not there.

    >>> read_form(b"no workbook").known
    False
    """
    data, name = _loaded(source, file)
    library = Library.default()
    read = partial(read_document, file=name, rulesets=partial(at_hand, library))
    if data is None:
        return ReturnedForm(read_document(name or "", rulesets=()))
    return returned_form(data, file=name, rules_of=_rules_of, read=read)


def _loaded(source: str | Path | bytes, file: str | None) -> tuple[bytes | None, str | None]:
    if isinstance(source, bytes):
        return source, file
    path = Path(source)
    try:
        return path.read_bytes(), file or str(source)
    except OSError:
        return None, str(source)


def _rules_of(origins: Origins) -> tuple[Ruleset, ...]:
    """The ruleset that a form was written by, with what the nation lent it, and the nation's."""
    library = Library.default()
    found: list[Ruleset] = []
    with suppress(RulesetError):
        rules = library.load(origins.ruleset)
        stages = [stage for stage in LENDERS if stage in origins.stage]
        found += [chosen_form(rules, stage).combined() for stage in stages]
    found += [library.load(name) for name in dict.fromkeys(LENDERS.values())]
    return tuple(found)
