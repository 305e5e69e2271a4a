"""All checks of a document, joined, folded and put in order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.checking.announced import conversions, lists_and_targets, money_that_is_none
from jixiao.checking.bases import (
    bases_of_other_kinds,
    brackets_of_rows,
    former_terms,
    numbers_cut_short,
    placeholders_with_basis,
)
from jixiao.checking.conditions import own_checks
from jixiao.checking.demands import missing_indicators
from jixiao.checking.departments import department_and_projects, projects_above_department
from jixiao.checking.doubts import blank_form, doubtful_rows
from jixiao.checking.entries import column_entries, field_entries, value_entries
from jixiao.checking.filing import management_as_result, satisfaction_elsewhere
from jixiao.checking.folding import arranged
from jixiao.checking.goals import promised_counts, promised_figures
from jixiao.checking.half_year import pace_of_work, share_of_one_line, work_without_money
from jixiao.checking.history import flat_history, other_units, unfinished_year
from jixiao.checking.identities import codes_of_names, names_of_units
from jixiao.checking.long_term import years_of_the_long_term
from jixiao.checking.measures import (
    costs_without_limit,
    money_as_output,
    no_growth_in_the_year,
    time_elsewhere,
    trends_without_base,
    units_of_values,
    zero_weights,
)
from jixiao.checking.naming import names_that_measure_nothing, several_under_one
from jixiao.checking.once import said_once
from jixiao.checking.projects import copied_names, identical_rows
from jixiao.checking.prose import open_brackets, same_prose
from jixiao.checking.ratios import above_all, against_the_name, constant_ratios
from jixiao.checking.repeats import (
    down_the_classes,
    equal_schedules,
    one_word_throughout,
    own_description,
    share_of_duties,
)
from jixiao.checking.spending import (
    money_without_indicator,
    parts_above_total,
    unpaid_parts,
)
from jixiao.checking.sums_in_prose import sums_in_prose
from jixiao.checking.tasks import (
    sums_of_money,
    tasks_and_projects,
    tasks_without_indicator,
)
from jixiao.checking.twins import two_values
from jixiao.checking.unit_cost import unit_slips
from jixiao.checking.wording import (
    slips_of_the_pen,
    units_of_names,
    unset_values,
    words_for_numbers,
)
from jixiao.tables import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.tables import Table

__all__ = ["check_document", "check_table"]

_OF_A_TABLE: tuple[Callable[[Table, Ruleset], Iterator[Finding]], ...] = (
    doubtful_rows,
    field_entries,
    column_entries,
    value_entries,
    unit_slips,
    two_values,
    constant_ratios,
    above_all,
    against_the_name,
    promised_figures,
    satisfaction_elsewhere,
    management_as_result,
    words_for_numbers,
    unset_values,
    units_of_names,
    slips_of_the_pen,
    same_prose,
    open_brackets,
    work_without_money,
    share_of_one_line,
    pace_of_work,
    flat_history,
    other_units,
    tasks_without_indicator,
    promised_counts,
    names_that_measure_nothing,
    several_under_one,
    down_the_classes,
    own_description,
    one_word_throughout,
    share_of_duties,
    units_of_values,
    money_as_output,
    costs_without_limit,
    trends_without_base,
    time_elsewhere,
    no_growth_in_the_year,
    zero_weights,
    bases_of_other_kinds,
    numbers_cut_short,
    brackets_of_rows,
    placeholders_with_basis,
    former_terms,
    money_without_indicator,
    parts_above_total,
    own_checks,
)
"""Checks that look at one table; a blank one is not put to them."""

_OF_A_DOCUMENT: tuple[Callable[[Document, Ruleset], Iterator[Finding]], ...] = (
    missing_indicators,
    unpaid_parts,
    years_of_the_long_term,
    unfinished_year,
    department_and_projects,
    projects_above_department,
    tasks_and_projects,
    sums_of_money,
    identical_rows,
    copied_names,
    equal_schedules,
)
"""Checks that look from one table to another; a blank one is not put to them either (F16)."""

_AROUND_THE_TABLES: tuple[Callable[[Document], Iterator[Finding]], ...] = (
    money_that_is_none,
    lists_and_targets,
    conversions,
    sums_in_prose,
    names_of_units,
    codes_of_names,
)
"""Checks that look at the prose and lists of a document too, whatever its rulesets say."""


def check_document(
    document: Document,
    rulesets: Ruleset | Mapping[int, Ruleset],
) -> tuple[Finding, ...]:
    """What is to be said of all tables of a document, folded and in order.

    Args:
        document: The document as read.
        rulesets: One ruleset for all tables, or one for each by the table's index; a table that has
            none is held against nothing.

    Returns:
        The findings: those of reading that concern the whole file, then table by table, the gravest
        first. A blank table has one finding; a row whose reading is not exact has none but
        读取存疑, whose details stand in `document.findings`.
    """
    found: list[Finding] = []
    for ruleset, tables in _by_ruleset(document, rulesets):
        part = evolve(document, tables=tuple(one for one in tables if not one.bare))
        for table in tables:
            found.extend(_of_table(table, ruleset))
        for look in _OF_A_DOCUMENT:
            found.extend(look(part, ruleset))
    for around in _AROUND_THE_TABLES:
        found.extend(around(document))
    filled = sum(not table.bare for table in document.tables)
    of_the_file = (one for one in document.findings if one.where.table_index is None)
    return arranged((*of_the_file, *said_once(found)), filled, document.file)


def check_table(table: Table, ruleset: Ruleset) -> tuple[Finding, ...]:
    """The same for one table alone."""
    return check_document(Document(tables=(table,)), ruleset)


def _of_table(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    if table.bare:
        yield from blank_form(table, ruleset)
        return
    for look in _OF_A_TABLE:
        yield from look(table, ruleset)


def _by_ruleset(
    document: Document, rulesets: Ruleset | Mapping[int, Ruleset]
) -> Iterator[tuple[Ruleset, tuple[Table, ...]]]:
    """The tables of each ruleset, in the order of the document."""
    if not isinstance(rulesets, Mapping):
        yield rulesets, document.tables
        return
    groups: dict[str, tuple[Ruleset, list[Table]]] = {}
    for table in document.tables:
        ruleset = rulesets.get(table.index)
        if ruleset is not None:
            groups.setdefault(ruleset.id, (ruleset, []))[1].append(table)
    for ruleset, tables in groups.values():
        yield ruleset, tuple(tables)
