"""The example notebook runs from top to bottom, and what notebooks show is escaped and short."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve

import jixiao
from by_hand import document, row, table
from jixiao.checking import CheckReport
from jixiao.findings import finding
from jixiao.markup import ROWS_SHOWN
from pages import page_of

EXAMPLES = Path(__file__).parent.parent / "examples"
NOTEBOOK = json.loads((EXAMPLES / "notebook.ipynb").read_text(encoding="utf-8"))
SHOW = '''
def show(value):
    """What a notebook does with the last expression of a cell."""
    rich = getattr(value, "_repr_html_", None)
    print(rich() if rich else repr(value))
    print("----")
'''


def as_script(cells: list[str]) -> str:
    """The cells as a program that shows the last expression of each."""
    parts = [SHOW]
    for source in cells:
        body = ast.parse(source).body
        last = body[-1]
        assert isinstance(last, ast.Expr), source
        parts += [ast.unparse(one) for one in body[:-1]]
        parts.append(f"show({ast.unparse(last.value)})")
    return "\n".join(parts)


def test_the_notebook_runs_and_every_cell_shows_something(tmp_path: Path) -> None:
    cells = ["".join(one["source"]) for one in NOTEBOOK["cells"] if one["cell_type"] == "code"]
    script = tmp_path / "cells.py"
    script.write_text(as_script(cells), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", str(script)],
        cwd=EXAMPLES,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert done.stderr == ""
    shown = done.stdout.split("----\n")[:-1]
    assert len(shown) == len(cells)
    assert shown[-1].strip() == "'<!doctype html>'"
    assert all("<table>" in one for one in shown[:-1])
    for one in shown[:-1]:
        page_of(one)


def test_the_notebook_is_kept_without_outputs() -> None:
    assert NOTEBOOK["nbformat"] == 4
    names = [one["id"] for one in NOTEBOOK["cells"]]
    assert len(names) == len(set(names))
    for one in NOTEBOOK["cells"]:
        if one["cell_type"] == "code":
            assert (one["outputs"], one["execution_count"]) == ([], None)


EVIL = '<img src=x onerror="alert(1)">'


def test_what_a_notebook_shows_is_escaped() -> None:
    made = table(evolve(row("甲/乙/丙 | ≥2次"), level3=EVIL), name=EVIL, unit=EVIL)
    whole = evolve(document(made), file=EVIL)
    found = (finding("T50", made.where(), row=EVIL),)
    actuals = jixiao.Actuals()
    card = jixiao.evaluate(whole, actuals, jixiao.load("财政部-2020"))
    value = jixiao.parse_value(EVIL)
    shown = [
        value._repr_html_(),
        found[0]._repr_html_(),
        jixiao.Findings(found)._repr_html_(),
        CheckReport(found, EVIL)._repr_html_(),
        made._repr_html_(),
        whole._repr_html_(),
        card._repr_html_(),
        card.tables[0]._repr_html_(),
        card.tables[0].indicators[0]._repr_html_(),
    ]

    for one in shown:
        assert "img" not in page_of(one).tags
        assert "<img" not in one
    assert sum("&lt;img" in one for one in shown) >= len(shown) - 2


def test_a_notebook_does_not_show_who_filled_a_table_in() -> None:
    made = table("甲/乙/丙 | ≥2次", fields=(("项目负责人", "某人甲"),))

    assert "某人甲" not in made._repr_html_() + document(made)._repr_html_()


def test_long_tables_are_cut_and_say_so() -> None:
    made = table(*(f"甲/乙/丙{number} | ≥2次" for number in range(ROWS_SHOWN + 5)))

    assert made._repr_html_().count("<tr>") == ROWS_SHOWN + 2
    assert "另有 5 行" in made._repr_html_()


def test_findings_are_a_tuple_in_every_way() -> None:
    held = (finding("T04"), finding("T50", row="甲"))
    found = jixiao.Findings(held)

    assert (found == held) is True
    assert hash(found) == hash(held)
    assert isinstance(found, tuple)
    assert found[0] is held[0]
    assert type(found[:1]) is jixiao.Findings
    assert found.of(jixiao.Severity.HINT) == tuple(
        one for one in held if one.severity is jixiao.Severity.HINT
    )
    assert type(jixiao.check(document())) is jixiao.Findings
    assert jixiao.Findings()._repr_html_() == "没有发现问题。"


@pytest.mark.parametrize(
    "text", ["≥98%", "12月底前", "90%-95%", "序时进度", "规范", "——", "", "≥62亿条"]
)
def test_every_kind_of_value_can_be_shown(text: str) -> None:
    assert page_of(jixiao.parse_value(text)._repr_html_()).tags[0] == "table"
