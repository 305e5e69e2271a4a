"""A damaged table is read as the clean one, or the difference is said; never silently otherwise."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clean_tables import DAMAGES, CleanTable, clean_tables, damaged
from forms import NANTONG, NATIONAL
from jixiao.reading import read_document
from jixiao.tables import Document, RowStatus, Table

if TYPE_CHECKING:
    from collections.abc import Callable

RULESETS = (NANTONG, NATIONAL)


def read(table: CleanTable) -> Document:
    return read_document(table.text.encode(), file="t.txt", rulesets=RULESETS)


def rows_of(table: Table, *statuses: RowStatus) -> Counter[tuple[str, ...]]:
    return Counter(
        (*row.key, *(value.text for _, value in row.values))
        for row in table.indicators
        if not statuses or row.status in statuses
    )


def money_of(table: Table) -> dict[str, tuple[str, ...]]:
    lines = [(line.source, line.amounts) for line in table.funding]
    lines += [(f"支出:{line.name}", line.amounts) for line in table.spending]
    return {name: tuple(str(amount) for _, amount in amounts) for name, amounts in lines}


def characters(text: str) -> Counter[str]:
    return Counter(char for char in text if not char.isspace())


def cells_of(document: Document) -> Counter[str]:
    count: Counter[str] = Counter()
    for cell in (*(cell for table in document.tables for cell in table.cells), *document.leftovers):
        count += characters(cell.text)
    return count


@given(clean_tables())
@settings(max_examples=25, deadline=None)
def test_a_clean_table_is_read_exactly_and_nothing_is_said(table: CleanTable) -> None:
    document = read(table)
    assert document.findings == ()
    assert document.leftovers == ()
    (one,) = document.tables
    expected: Counter[tuple[str, ...]] = Counter()
    level1 = level2 = ""
    for at in table.at("row", "slot"):
        cells = table.rows[at].cells
        level1, level2 = cells[0] or level1, cells[1] or level2
        if table.rows[at].kind == "row":
            expected[level1, level2, *cells[2:]] += 1
    assert rows_of(one, RowStatus.EXACT) == rows_of(one) == expected
    assert {line.status for line in one.spending} == {RowStatus.EXACT}


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda one: one.__name__)
@given(st.data())
@settings(max_examples=25, deadline=None)
def test_damage_is_undone_or_said(
    damage: Callable[[CleanTable, st.DrawFn], CleanTable], data: st.DataObject
) -> None:
    table, torn = data.draw(damaged(damage))
    was, now = read(table).tables[0], read(torn)
    (one,) = now.tables
    whole, exact = rows_of(was), rows_of(one, RowStatus.EXACT)
    assert exact <= whole, "a row that is called exact is a row of the clean table"
    money, clean_money = money_of(one), money_of(was)
    differs = rows_of(one) != whole or any(
        clean_money[name] != amounts for name, amounts in money.items() if name in clean_money
    )
    differs = differs or (bool(money) and money.keys() != clean_money.keys())
    assert not differs or any(finding.code.startswith("T") for finding in now.findings)
    for line in one.spending:
        if line.status is RowStatus.EXACT:
            assert money[f"支出:{line.name}"] == clean_money[f"支出:{line.name}"]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda one: one.__name__)
@given(st.data())
@settings(max_examples=8, deadline=None)
def test_no_character_is_lost_or_made(
    damage: Callable[[CleanTable, st.DrawFn], CleanTable], data: st.DataObject
) -> None:
    _, torn = data.draw(damaged(damage))
    assert cells_of(read(torn)) == characters(torn.text)


UNDONE = {
    "label_right": 1,
    "label_left": 1,
    "name_first": 1,
    "name_second": 1,
    "spending_left": 1,
    "funding_left": 1,
    "total_beside_header": 1,
    "header_split": 1,
    "header_lost": 1,
    "stray_tab": 1,
    "title_marked": 1,
    "spaced_labels": 1,
}
"""Damages that leave one reading only: it must be the clean table."""


@pytest.mark.parametrize(
    "damage", [one for one in DAMAGES if one.__name__ in UNDONE], ids=lambda one: one.__name__
)
@given(st.data())
@settings(max_examples=25, deadline=None)
def test_damage_with_one_reading_is_undone(
    damage: Callable[[CleanTable, st.DrawFn], CleanTable], data: st.DataObject
) -> None:
    table, torn = data.draw(damaged(damage))
    was, now = read(table).tables[0], read(torn).tables[0]
    assert rows_of(now) == rows_of(was)
    assert money_of(now) == money_of(was)


@given(clean_tables(), st.integers(0, 5), st.integers(1, 2))
@settings(max_examples=30, deadline=None)
def test_empty_columns_change_nothing(table: CleanTable, at: int, count: int) -> None:
    lines = []
    for row in table.rows:
        text = row.text(table.width)
        if row.kind != "title":
            cells = text.split("\t")
            text = "\t".join([*cells[:at], *[""] * count, *cells[at:]])
        lines.append(text)
    wide = read_document("\n".join(lines).encode(), rulesets=RULESETS)
    plain = read(table)
    assert rows_of(wide.tables[0], RowStatus.EXACT) == rows_of(plain.tables[0])
    assert money_of(wide.tables[0]) == money_of(plain.tables[0])
    assert wide.findings == ()


@given(st.lists(st.sampled_from(DAMAGES), min_size=2, max_size=3), st.data())
@settings(max_examples=60, deadline=None)
def test_several_damages_at_once_lose_nothing(
    damages: list[Callable[[CleanTable, st.DrawFn], CleanTable]], data: st.DataObject
) -> None:
    table = data.draw(clean_tables())
    text = table.text
    for damage in damages[:1]:
        text = data.draw(damaged(damage))[1].text
    noise = data.draw(st.lists(st.integers(0, max(0, len(text) - 1)), max_size=20))
    torn = "".join("\t" if index in set(noise) else char for index, char in enumerate(text))
    document = read_document(torn.encode(), rulesets=RULESETS)
    assert cells_of(document) == characters(torn)


@given(clean_tables())
@settings(max_examples=20, deadline=None)
def test_a_document_comes_back_from_json(table: CleanTable) -> None:
    document = read(table)
    again = Document.from_json(document.to_json(mask=False))
    assert again == document
    assert again.to_json() == document.to_json()


def printed_again(document: Document) -> str:
    """The text of a document made anew from its cells and where they stood."""
    cells = [*(cell for table in document.tables for cell in table.cells), *document.leftovers]
    lines: dict[int, dict[int, str]] = {}
    for cell in cells:
        line = lines.setdefault(cell.origin.line or 0, {})
        line[cell.origin.column or 1] = cell.text + line.get(cell.origin.column or 1, "")
    width = max(column for line in lines.values() for column in line)
    rows = []
    for number in range(1, max(lines) + 1):
        line = lines.get(number, {})
        title = list(line) == [1] and number <= 2
        last = 1 if title or not line else width
        rows.append("\t".join(line.get(column, "") for column in range(1, last + 1)))
    return "\n".join(rows)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda one: one.__name__)
@given(st.data())
@settings(max_examples=8, deadline=None)
def test_reading_what_was_read_gives_the_same(
    damage: Callable[[CleanTable, st.DrawFn], CleanTable], data: st.DataObject
) -> None:
    once = read(data.draw(damaged(damage))[1])
    again = read_document(printed_again(once).encode(), rulesets=RULESETS)
    assert len(again.tables) == len(once.tables)
    assert rows_of(again.tables[0]) == rows_of(once.tables[0])
    assert money_of(again.tables[0]) == money_of(once.tables[0])
