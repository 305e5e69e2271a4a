"""A draft of a ruleset from a file of filled tables, read again with the draft until it settles."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.drafting.form_text import comment, form_lines
from jixiao.drafting.forms_seen import FormSeen, forms_seen
from jixiao.drafting.tree_text import tree_lines
from jixiao.drafting.trees_seen import fixed_words, tree_seen
from jixiao.expressions.text import name_text, quoted_text
from jixiao.findings import JixiaoError
from jixiao.inheritance import inherit
from jixiao.language import parse
from jixiao.reading import read_document
from jixiao.tables import Document, RowStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.drafting.trees_seen import LevelSeen
    from jixiao.rules import Ruleset

__all__ = ["Draft", "NoDraftError", "draft_ruleset"]

_ID = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]+-\d{4}")
_ROUNDS = 3


class NoDraftError(JixiaoError, ValueError):
    """There is nothing to draft a ruleset from; `reason` is `no_tables`, `no_year` or `bad_id`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@frozen
class Draft:
    """The text of a draft, and how well the file reads with it.

    `tables` and `rows` are what the file holds; `exact` and `doubtful` rows as read with the draft.
    """

    text: str
    id: str
    tables: int
    rows: int
    exact: int
    doubtful: int


def draft_ruleset(data: bytes, parent: Ruleset, *, file: str, name: str | None = None) -> Draft:
    """A draft for the forms in a file, inheriting from `parent`; `name` is the id, 地名-年度.

    Raises:
        NoDraftError: the file holds no table, no year is known, or the id is none.
    """
    if name is not None and not _ID.fullmatch(name):
        raise NoDraftError("bad_id")
    document = read_document(data, file=file)
    if not any(table.indicators for table in document.tables):
        raise NoDraftError("no_tables")
    best: Draft | None = None
    for _ in range(_ROUNDS):
        text, id_ = _text(document, parent, file, name)
        ruleset = _resolved(text, parent)
        if ruleset is None:
            break
        document = read_document(data, file=file, rulesets=(ruleset,))
        rows = [row for table in document.tables for row in table.indicators]
        exact = sum(row.status is RowStatus.EXACT for row in rows)
        bad = sum(row.status in (RowStatus.SUSPECTED, RowStatus.UNREAD) for row in rows)
        now = Draft(text, id_, len(document.tables), len(rows), exact, bad)
        if best is not None and (
            now.text == best.text or (now.exact, -now.doubtful) < (best.exact, -best.doubtful)
        ):
            break
        best = now
    if best is None:
        raise NoDraftError("no_tables")
    return best


def _resolved(text: str, parent: Ruleset) -> Ruleset | None:
    child, _ = parse(text, file="draft.jx")
    return None if child is None else inherit(child, parent)[0]


def _text(document: Document, parent: Ruleset, file: str, name: str | None) -> tuple[str, str]:
    tables = tuple(table for table in document.tables if table.indicators)
    year = _year(document)
    if name is None and year is None:
        raise NoDraftError("no_year")
    id_ = name or f"草稿-{year}"
    forms = forms_seen(tables)
    trees = tuple(tree_seen(one.tables, parent.vocabulary) for one in forms)
    known = _known_words(parent)
    invented = {word: f"{word}程度" for word in fixed_words(trees) if word not in known}
    base = file.replace("\\", "/").rpartition("/")[2]
    rows = sum(len(table.indicators) for table in document.tables)
    lines = [comment("made", file=base, tables=len(document.tables), indicators=rows)]
    lines += _header(forms[0].name, parent, base, id_, year)
    if invented:
        lines += ["", comment("words"), "【词汇】"]
        lines += [
            f"等级 {scale}：{word} ＞ 较{word} ＞ 不{word}" for word, scale in invented.items()
        ]
    for form in forms:
        lines += ["", *_apart(form, parent), *form_lines(form, parent.table(form.name))]
    for form, tree in zip(forms, trees, strict=True):
        lines += ["", *_tree(form, tree, parent, {**known, **invented})]
    lines += ["", comment("checks")]
    return "\n".join(_once_blank(lines)) + "\n", id_


def _apart(form: FormSeen, parent: Ruleset) -> Iterator[str]:
    """A word where the parent's form of the same stage bears checks that do not reach this one."""
    checked = {check.scope for check in parent.checks if not check.each}
    for one in parent.tables if parent.table(form.name) is None else ():
        if one.stage == form.stage and one.name in checked:
            yield comment("apart", name=one.name)


def _tree(
    form: FormSeen, tree: tuple[LevelSeen, ...], parent: Ruleset, scales: dict[str, str]
) -> Iterator[str]:
    own = parent.table(form.name)
    above = () if own is None else parent.roots(own.name)
    yield from tree_lines(form, tree, scales, above)


def _once_blank(lines: list[str]) -> list[str]:
    return [one for at, one in enumerate(lines) if one or (at and lines[at - 1])]


def _known_words(parent: Ruleset) -> dict[str, str]:
    """The grades of the parent with the scale that each is one of."""
    return {
        grade: scale.name for scale in reversed(parent.vocabulary.scales) for grade in scale.grades
    }


def _year(document: Document) -> int | None:
    years = Counter(table.year for table in document.tables if table.year is not None)
    return years.most_common(1)[0][0] if years else None


def _header(form: str, parent: Ruleset, base: str, id_: str, year: int | None) -> Iterator[str]:
    place, _, stated = id_.rpartition("-")
    yield comment("how")
    yield comment("then")
    yield f"规则集 {id_}"
    yield f"名称：{_quoted(form)}"
    yield f"继承：{parent.id}"
    yield comment("region")
    yield f"地区：000000 {name_text(place)}"
    read = year is not None and str(year) == stated
    yield comment("year", year=year) if read else comment("year_given")
    yield f"年度：{stated}"
    yield f"生效：{stated}年1月1日 至 {stated}年12月31日"
    yield comment("source")
    yield f"依据：{_quoted(f'{stated} 年度的{form}（样式，见于 {base}）')} 待核"


def _quoted(text: str) -> str:
    return quoted_text(re.sub(r"[“”\"＂\s]+", " ", text).strip())
