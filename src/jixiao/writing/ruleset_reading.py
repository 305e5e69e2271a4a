"""The part of a ruleset's page about what it reads: checks, changes, variables, open figures."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from jixiao.expressions import Name, walk
from jixiao.expressions.text import expression_text, number_text
from jixiao.messages.ruleset_page import page_word
from jixiao.source import fold
from jixiao.writing.band_text import band_text
from jixiao.writing.markdown import table_lines
from jixiao.writing.ruleset_forms import columns_of
from jixiao.writing.ruleset_source import Lineage, cite_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jixiao.expressions import Expression
    from jixiao.rules import Check, Citation, IndicatorRule, Method

__all__ = ["ancestry_part", "checks_part", "cited_figures", "unverified_part", "variables_part"]

_ALL = Decimal(100)


# ── 校验 ──


def checks_part(page: Lineage) -> Iterator[str]:
    """Every check with its severity, its condition in the words of the ruleset, and its source."""
    if not page.rules.checks:
        return
    yield page_word("checks")
    yield ""
    for check in page.rules.checks:
        yield page_word(
            "check", code=check.code, severity=check.severity.label(), title=check.title
        )
        yield ""
        yield from table_lines(columns_of("check_columns"), _check(page, check))


def _check(page: Lineage, check: Check) -> Iterator[tuple[str, str]]:
    scope = page_word("scope_each" if check.each else "scope_table", name=check.scope)
    yield page_word("scope"), scope
    when = page_word("always") if check.when is None else expression_text(check.when)
    yield page_word("when"), when
    if check.condition is not None:
        yield page_word("condition"), expression_text(check.condition)
    if check.tolerance is not None:
        yield page_word("tolerance"), number_text(check.tolerance)
    if check.message:
        shown = (
            piece if isinstance(piece, str) else f"{{{expression_text(piece)}}}"
            for piece in check.message
        )
        yield page_word("message"), "".join(shown)
    if check.doc is not None:
        yield page_word("doc"), check.doc
    yield page_word("cite"), cite_text(check.cite)
    origin = page.name(check.origin)
    if origin:
        yield page_word("origin"), origin


# ── 继承 ──


def ancestry_part(page: Lineage) -> Iterator[str]:
    """The lineage, and what each member of it changes or cancels, as written."""
    yield page_word("ancestry")
    yield ""
    if len(page.rules.lineage) < 2:  # noqa: PLR2004 - itself alone
        yield page_word("no_parent")
        yield ""
        return
    yield page_word("lineage", lineage=" → ".join(page.rules.lineage))
    yield ""
    for name, text in reversed(tuple(page.sources.items())[:-1]):
        yield page_word("changes_of", id=page.ids.get(name, name))
        yield ""
        rows = tuple(_changes(text))
        if not rows:
            yield page_word("no_changes")
            yield ""
        yield from table_lines(columns_of("change_columns"), rows)


def _changes(text: str) -> Iterator[tuple[str, str]]:
    """The lines of a file that begin with 修改 or 取消, or whose section does."""
    section = ""
    for line in text.splitlines():
        bare = line.strip()
        folded = fold(bare)
        if folded.startswith(("【", "[")):
            section = bare.split("#")[0].strip()
            if folded[1:3] in ("修改", "取消"):
                yield section, section
        elif folded.startswith(("修改 ", "取消 ")):
            yield section, bare


# ── 读取的内容 ──


def variables_part(page: Lineage) -> Iterator[str]:
    """Every name that a rule reads, and where it is used."""
    used: dict[str, list[str]] = {}
    for where, expressions, inputs in _readers(page):
        names = [str(one) for each in expressions for one in walk(each) if isinstance(one, Name)]
        for name in dict.fromkeys((*names, *inputs)):
            used.setdefault(name, []).append(where)
    if not used:
        return
    yield page_word("variables")
    yield ""
    yield page_word("variables_note")
    yield ""
    yield from table_lines(
        columns_of("variable_columns"), ((name, "、".join(used[name])) for name in sorted(used))
    )


def _readers(
    page: Lineage,
) -> Iterator[tuple[str, tuple[Expression, ...], tuple[str, ...]]]:
    """Everything that reckons: its name on the page, its expressions, its inputs by name."""
    for phrase in page.rules.vocabulary.phrases:
        yield page_word("in_phrase", name=phrase.name), (phrase.expression,), ()
    for one in page.rules.scoring.completions:
        yield page_word("in_completion", case=one.case), (one.expression,), ()
    for method in page.rules.scoring.methods:
        inputs = () if method.table is None else method.table.inputs
        yield page_word("in_method", name=method.name), _reckoned(method), inputs
    for check in page.rules.checks:
        said = (check.when, check.condition, *check.message)
        expressions = tuple(one for one in said if one is not None and not isinstance(one, str))
        yield page_word("in_check", code=check.code), expressions, ()


def _reckoned(method: Method) -> tuple[Expression, ...]:
    said = [method.rate, method.points, method.explain]
    for one in method.deductions:
        said += [one.amount, one.condition]
    return tuple(one for one in said if one is not None)


# ── 待核 ──


def unverified_part(page: Lineage) -> Iterator[str]:
    """Every figure whose source was not read, or that has none."""
    yield page_word("unverified")
    yield ""
    rows = dict.fromkeys(
        (what, figure, cite_text(cite))
        for what, figure, cite in cited_figures(page)
        if cite is None or not cite.verified
    )
    if not rows:
        yield page_word("all_verified")
        yield ""
        return
    yield page_word("unverified_note")
    yield ""
    yield from table_lines(columns_of("unverified_columns"), rows)


def cited_figures(page: Lineage) -> Iterator[tuple[str, str, Citation | None]]:
    """Every figure of a ruleset: what it is, how it is written, and its source or None."""
    rules = page.rules
    yield page_word("header_of"), rules.title, rules.cite
    for tree in rules.trees:
        yield from _weights(tree.roots, (), None)
    for one in rules.scoring.completions:
        what = page_word("completion_of", case=one.case)
        yield what, expression_text(one.expression), None
    for method in rules.scoring.methods:
        yield page_word("method_of", name=method.name), _figures(method), method.cite
    if rules.bands is not None:
        rows = rules.bands.rows
        shown = "；".join(f"{name} {band_text(tests, rules.bands.full)}" for name, tests in rows)
        yield page_word("bands_of"), shown, rules.bands.cite
    for check in rules.checks:
        condition = "" if check.condition is None else expression_text(check.condition)
        yield page_word("check_of", code=check.code), condition, check.cite


def _weights(
    rules: Iterable[IndicatorRule], above: tuple[str, ...], cite: Citation | None
) -> Iterator[tuple[str, str, Citation | None]]:
    """Every weight with its own source, else that of the level above it."""
    for one in rules:
        path = (*above, one.name or page_word("any_name"))
        own = one.cite or cite
        weight = one.weight if one.weight is not None else one.weight_total
        if weight is not None:
            yield page_word("weight_of", path="/".join(path)), number_text(weight), own
        yield from _weights(one.children, path, own)


def _figures(method: Method) -> str:
    """The formula of a method, or its rows in the notices' style."""
    if method.table is None:
        return "；".join(expression_text(one) for one in _reckoned(method)[:1])
    top = _ALL if method.table.result == "得分率" else None
    return "；".join(
        " → ".join((*(band_text(cell) for cell in row.cells[:-1]), band_text(row.cells[-1], top)))
        for row in method.table.rows
    )
