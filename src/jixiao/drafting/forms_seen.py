"""The forms that the tables of a document are filled copies of, by what they have in common."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.reading.labels import FIELD_LABELS
from jixiao.source import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jixiao.tables import Column, Stage, Table

__all__ = ["FormSeen", "forms_seen"]

_NUMBERED = re.compile(r"^[\d一二三四五六七八九十]{1,3}[.、．]\s*|^\(?\d{4}年度?\)?")
_SHORTEST = 3
_FEW = 2
_YEAR = re.compile(r"(19|20)\d{2}年?")


@frozen
class FormSeen:
    """A form with the tables that fill it in; blank ones are left out where others are filled."""

    name: str
    titles: tuple[str, ...]
    tables: tuple[Table, ...]

    @property
    def stage(self) -> Stage:
        """The stage of its tables."""
        return Counter(table.stage for table in self.tables).most_common(1)[0][0]

    @property
    def money_unit(self) -> str:
        """The unit of bare amounts."""
        return Counter(table.money_unit for table in self.tables).most_common(1)[0][0]

    def columns(self) -> tuple[Column, ...]:
        """The columns of the indicator part, as most tables print them."""
        kept: dict[str, Column] = {}
        counts = Counter(column.name for table in self.tables for column in table.columns)
        for table in self.tables:
            for column in table.columns:
                kept.setdefault(column.name, column)
        most = len(self.tables)
        return tuple(one for name, one in kept.items() if counts[name] * _FEW >= most)

    def fields(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """Names of fields, those filled in in every table, and labels that are doubtful."""
        counts: Counter[str] = Counter()
        filled: Counter[str] = Counter()
        for table in self.tables:
            counts.update(tuple(dict.fromkeys(one.name for one in table.fields)))
            filled.update({one.name for one in table.fields if one.text.strip()})
        many = len(self.tables)
        sure = [
            name
            for name in counts
            if squeeze(name) in FIELD_LABELS or (many > 1 and counts[name] * _FEW >= many)
        ]
        required = tuple(name for name in sure if many > 1 and filled[name] == many)
        return tuple(sure), required, tuple(name for name in counts if name not in sure)

    def is_year(self, name: str) -> bool:
        """Whether a field holds a year and nothing else, wherever it is filled in."""
        texts = [one.text for table in self.tables for one in table.fields if one.name == name]
        said = [squeeze(text) for text in texts if text.strip()]
        return bool(said) and all(_YEAR.fullmatch(text) for text in said)


def forms_seen(tables: Iterable[Table]) -> tuple[FormSeen, ...]:
    """The forms of tables, in the order in which they first appear.

    Titles that each bear their own project's name (某某经费绩效目标表) are one form, called by what
    they end with.
    """
    groups: dict[tuple[object, ...], list[Table]] = {}
    for table in tables:
        signature = tuple(column.name for column in table.columns)
        whole = "整体" in table.title
        groups.setdefault((signature, table.stage, whole), []).append(table)
    found: list[FormSeen] = []
    for group in groups.values():
        found += _forms(group)
    return tuple(_unlike(found))


def _forms(tables: Sequence[Table]) -> list[FormSeen]:
    by_title: dict[str, list[Table]] = {}
    for table in tables:
        by_title.setdefault(_without_name(table), []).append(table)
    if len(by_title) > _FEW and len(by_title) * _FEW >= len(tables):
        ending = _common_ending(tuple(by_title))
        if ending:
            return [_form(ending, tables)]
    endings = {title: _common_ending((title, *by_title)) for title in by_title}
    short = min(by_title, key=len)
    if (
        len(by_title) > 1
        and len(by_title[short]) > _FEW
        and all(ending == short for ending in endings.values())
    ):
        return [_form(short, tables)]
    return [_form(title or "绩效表", held) for title, held in by_title.items()]


def _form(name: str, tables: Sequence[Table]) -> FormSeen:
    filled = tuple(table for table in tables if not table.bare)
    titles = tuple(dict.fromkeys(table.title for table in tables if table.title))
    return FormSeen(name, titles, filled or tuple(tables))


def _without_name(table: Table) -> str:
    """A title without number and year before it, and without the project's name in it."""
    title = _NUMBERED.sub("", squeeze(table.title))
    name = squeeze(table.name)
    if name and name in title and len(title) - title.index(name) - len(name) >= _SHORTEST:
        return title[title.index(name) + len(name) :]
    return title


def _common_ending(titles: Sequence[str]) -> str:
    """What all titles end with; empty where that is too short to be a name."""
    shortest = min(titles, key=len)
    endings = (shortest[at:] for at in range(len(shortest) - _SHORTEST + 1))
    return next((one for one in endings if all(title.endswith(one) for title in titles)), "")


def _unlike(forms: Sequence[FormSeen]) -> list[FormSeen]:
    """The forms, those of one name put together."""
    by_name: dict[str, FormSeen] = {}
    for one in forms:
        known = by_name.get(one.name)
        if known is None:
            by_name[one.name] = one
        else:
            titles = tuple(dict.fromkeys((*known.titles, *one.titles)))
            by_name[one.name] = FormSeen(one.name, titles, (*known.tables, *one.tables))
    return list(by_name.values())
