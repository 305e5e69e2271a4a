"""Every labelled string reads as its label: our table, the public corpus, the four documents."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from jixiao.parsing import parse_value
from jixiao.units import parse_unit
from jixiao.values import Comparison, Qualitative, Value
from values_table import DOCUMENT_VALUES, LABELLED

HERE = Path(__file__).parent
ROWS = [row for _, rows in LABELLED for row in rows]
CORPUS = [
    json.loads(line)
    for line in (HERE / "data" / "values.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("text", "kind", "canonical", "notes"), ROWS)
def test_a_labelled_form_reads_as_its_label(
    text: str, kind: str, canonical: str, notes: str
) -> None:
    value = parse_value(text)
    assert type(value).__name__.lower() == kind
    assert str(value) == canonical
    assert " ".join(note.code for note in value.notes) == notes
    assert parse_value(str(value)) == value
    assert Value.from_json(value.to_json()) == value


@pytest.mark.parametrize("row", [row for row in CORPUS if "kind" in row])
def test_a_published_value_reads_as_a_person_read_it(row: dict[str, str]) -> None:
    value = parse_value(row["value"], operator=row["direction"] or None, unit=row["unit"] or None)
    # `exact` without a sign is our bare number: whether more is better is not said.
    kind = "comparison" if row["kind"] == "exact" else row["kind"]
    assert type(value).__name__.lower() == kind
    if isinstance(value, Comparison):
        op = None if row["sign"] == "none" else row["op"]
        assert (None if value.op is None else value.op.value) == op
        assert value.quantity.number == Decimal(str(row["number"]))
        assert value.quantity.unit == parse_unit(row["value_unit"])


@pytest.mark.parametrize(("text", "kind", "canonical"), DOCUMENT_VALUES)
def test_a_value_of_the_four_documents_reads_as_labelled(
    text: str, kind: str, canonical: str
) -> None:
    value = parse_value(text)
    assert (type(value).__name__.lower(), str(value)) == (kind, canonical)


def test_the_page_of_forms_is_made_from_the_table() -> None:
    script = HERE.parent / "docs" / "make_values.py"
    done = subprocess.run(
        [sys.executable, str(script), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_forms_said_not_to_be_read_yet_stay_words_with_a_doubt() -> None:
    page = (HERE.parent / "docs" / "values.md").read_text(encoding="utf-8")
    said = page.partition("仍按文字保留并提示的写法：")[2].partition("## ")[0]
    forms = re.findall("`(.+?)`", said)
    assert len(forms) >= 8
    for form in forms:
        value = parse_value(form)
        assert isinstance(value, Qualitative), form
        assert value.notes, form
