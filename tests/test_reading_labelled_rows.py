"""Every indicator row of two documents against labels that no reader of this library made.

The rows of 兴隆 were taken by a plain walk over the cells of its text, one row a blank line, and
those whose cells are broken by eye; the rows of 渭南 by eye.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jixiao.library import Library
from jixiao.reading import read_document

if TYPE_CHECKING:
    from jixiao.tables import Indicator, Table

ROOT = Path(__file__).parent
EXAMPLES = ROOT.parent / "examples"
WIDE = 9
"""Columns of labels that hold description and basis too."""
DOCUMENTS = {
    "hebei-xinglong-2022": ("河北兴隆-2022", "xinglong_rows.tsv"),
    "shaanxi-weinan-2023": ("陕西渭南-2023", "weinan_rows.tsv"),
}


def labelled(name: str) -> list[list[str]]:
    text = (ROOT / "data" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def row_shown(table: Table, row: Indicator, *, wide: bool) -> list[str]:
    value = row.value("指标值").text
    place = [str(table.index), row.status.value, str(row.origin.line), *row.key]
    return [*place, row.description or "", value, row.basis or ""] if wide else [*place, value]


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("form_known", [True, False])
def test_each_row_is_read_as_labelled(name: str, form_known: bool) -> None:  # noqa: FBT001
    form, labels = DOCUMENTS[name]
    library = Library.default()
    rulesets = (library.load("财政部-2020"), library.load(form)) if form_known else ()
    tables = read_document(EXAMPLES / f"{name}.txt", rulesets=rulesets).tables
    rows = labelled(labels)
    wide = len(rows[0]) == WIDE
    shown = [
        row_shown(table, row, wide=wide)
        for table in tables
        if table.code or not wide
        for row in table.indicators
    ]
    if form_known:
        assert shown == rows
    else:
        wrong = [one for one, label in zip(shown, rows, strict=True) if one[3:] != label[3:]]
        assert [one for one in wrong if one[1] == "exact"] == []
