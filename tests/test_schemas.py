"""Every JSON of the library is as its schema says, strictly, and goes back to what it was."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

import jixiao
from by_hand import document as document_of
from jixiao.checking import CheckReport
from jixiao.cli import cli
from jixiao.library import Library
from jixiao.schemas import schema_nouns
from jixiao.tables import Document
from jixiao.values import Value
from strategies import values
from table_strategies import filled_tables

if TYPE_CHECKING:
    from jixiao.tables import Table

EXAMPLES = Path(__file__).parent.parent / "examples"
FILES = sorted(EXAMPLES.glob("*.txt")) + sorted(EXAMPLES.glob("nantong-2025-project.*"))
NANTONG = str(EXAMPLES / "jiangsu-nantong-2025.txt")
ACTUALS = str(EXAMPLES / "nantong-2025-actuals-illustrative.csv")
MIDYEAR = str(EXAMPLES / "nantong-2025-midyear-illustrative.csv")
YEAR_END = date(2025, 12, 31)


@cache
def validator(noun: str) -> Draft202012Validator:
    return Draft202012Validator(jixiao.schema(noun))


def faults(shown: dict[str, Any]) -> list[str]:
    """What is wrong with a JSON, by the schema that it names itself; nothing where it is right."""
    assert next(iter(shown)) == "schema"
    _, noun, number = shown["schema"].split("/")
    assert number == "1"
    plain = json.loads(json.dumps(shown))
    return [f"{one.json_path}: {one.message[:300]}" for one in validator(noun).iter_errors(plain)]


def printed(*arguments: str) -> dict[str, Any]:
    result = CliRunner().invoke(cli, [*arguments, "--format", "json"])
    shown: dict[str, Any] = json.loads(result.stdout)
    return shown


@cache
def read(path: Path) -> Document:
    return jixiao.read(path.read_bytes(), file=path.name)


def objects(part: object) -> list[dict[str, Any]]:
    """Every schema of an object in a schema."""
    if isinstance(part, list):
        return [found for one in part for found in objects(one)]
    if not isinstance(part, dict):
        return []
    below = [found for one in part.values() for found in objects(one)]
    return [part, *below] if part.get("type") == "object" else below


@pytest.mark.parametrize("noun", schema_nouns())
def test_a_schema_is_one_and_closed_everywhere(noun: str) -> None:
    shown = jixiao.schema(noun)

    Draft202012Validator.check_schema(shown)
    assert shown["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "common.json" not in json.dumps(shown)
    own = [one for one in objects(shown) if "oneOf" not in one]
    assert all("additionalProperties" in one for one in own)
    tops = shown.get("oneOf", [shown])
    assert all(one["properties"]["schema"] == {"const": f"jixiao/{noun}/1"} for one in tops)
    assert all(one["required"][0] == "schema" for one in tops)


def test_every_shared_definition_is_used() -> None:
    used = {name for noun in schema_nouns() for name in jixiao.schema(noun).get("$defs", {})}
    common = Path(jixiao.__file__).parent / "schemas" / "common.json"

    assert set(json.loads(common.read_text(encoding="utf-8"))["$defs"]) == used


def test_a_noun_without_a_schema_is_misuse() -> None:
    with pytest.raises(ValueError, match="there is no schema of 'card'; there are actuals, cases"):
        jixiao.schema("card")
    result = CliRunner().invoke(cli, ["schema", "card"])
    assert result.exit_code == 2
    assert "没有“card”的 JSON Schema；可选：actuals、cases" in result.stderr


def test_the_command_prints_the_nouns_and_a_schema() -> None:
    names = CliRunner().invoke(cli, ["schema"]).stdout.split()

    assert tuple(names) == schema_nouns()
    shown = json.loads(CliRunner().invoke(cli, ["schema", "scorecard"]).stdout)
    assert shown == jixiao.schema("scorecard")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_was_read_and_found_in_real_files_is_as_the_schema_says(path: Path) -> None:
    document = read(path)
    report = CheckReport(jixiao.check(document), document.file)

    assert faults(document.to_json()) == []
    assert Document.from_json(document.to_json(mask=False)) == document
    assert faults(report.to_json()) == []
    assert faults(report.to_json("en")) == []
    assert CheckReport.from_json(report.to_json("en")) == report


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_cards_and_reports_of_real_files_are_as_the_schema_says(path: Path) -> None:
    document = read(path)
    actuals = jixiao.read_actuals(ACTUALS)
    card = jixiao.evaluate(document, actuals, as_of=YEAR_END)
    report = jixiao.monitor(document, jixiao.read_actuals(MIDYEAR), as_of=date(2025, 6, 30))

    assert faults(actuals.to_json()) == []
    assert jixiao.Actuals.from_json(actuals.to_json()) == actuals
    assert faults(card.to_json()) == []
    assert jixiao.Scorecard.from_json(card.to_json()) == card
    assert faults(report.to_json()) == []
    assert jixiao.MonitorReport.from_json(report.to_json()) == report


@pytest.mark.parametrize(
    "path", [*FILES, EXAMPLES / "self-evaluation-2022-illustrative.csv"], ids=lambda path: path.name
)
def test_recomputed_files_are_as_the_schema_says(path: Path) -> None:
    report = jixiao.recompute(read(path))

    assert faults(report.to_json()) == []
    assert faults(report.to_json("en")) == []
    assert jixiao.RecomputeReport.from_json(report.to_json("en")) == report


def test_changes_of_a_form_are_as_the_schema_says(tmp_path: Path) -> None:
    form = tmp_path / "form.xlsx"
    CliRunner().invoke(cli, ["form", "fill", NANTONG, "-o", str(form)], catch_exceptions=False)
    book = load_workbook(form)
    cells = (cell for line in book.worksheets[0].iter_rows() for cell in line)
    next(one for one in cells if str(one.value).startswith("≥")).value = "≥1次"
    book.save(form)

    shown = printed("form", "changes", str(form))
    assert [one["kind"] for one in shown["changes"]] == ["value"]
    assert faults(shown) == []


def test_every_json_that_names_a_schema_has_one() -> None:
    """Whatever a module calls `jixiao/NOUN/1` is published, and nothing else is."""
    home = Path(jixiao.__file__).parent
    texts = (path.read_text(encoding="utf-8") for path in home.rglob("*.py"))
    named = {noun for text in texts for noun in re.findall(r"\"jixiao/([a-z-]+)/1\"", text)}

    assert named - {"form"} == set(schema_nouns()), "form is the mark of a hidden sheet, no JSON"


def test_a_verification_is_as_the_schema_says() -> None:
    card = jixiao.evaluate(jixiao.read(NANTONG), jixiao.read_actuals(ACTUALS), as_of=YEAR_END)
    for result in (jixiao.verify(card), jixiao.verify({**card.to_json(), "version": "0"})):
        assert faults(result.to_json()) == []
        assert jixiao.Verification.from_json(result.to_json()) == result


@pytest.mark.parametrize(
    "arguments",
    [
        ("parse", "≥98%"),
        ("score", "--target", "≥98%", "--actual", "95%", "--weight", "10"),
        ("rulesets", "list"),
        ("rulesets", "diff", "财政部-2020", "江苏南通-2025"),
        ("rulesets", "lint", "江苏南通-2025", "没有这个"),
        ("rulesets", "lint", str(Path(__file__).parent / "language" / "bad")),
        ("rulesets", "test", "江苏南通-2025"),
        ("verify", "no-such-card.json"),
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
def test_what_a_command_prints_is_as_the_schema_says(arguments: tuple[str, ...]) -> None:
    assert faults(printed(*arguments)) == []


@pytest.mark.parametrize("entry", Library.default().entries(), ids=lambda one: one.id)
def test_every_ruleset_is_as_the_schema_says(entry: Any) -> None:  # noqa: ANN401
    assert faults(printed("rulesets", "show", entry.id)) == []


@given(values)
def test_any_value_is_as_the_schema_says_and_comes_back(value: Value) -> None:
    shown = json.loads(jixiao.render(value, "json"))

    assert faults(shown) == []
    assert Value.from_json(shown) == value


@given(st.lists(filled_tables(), max_size=2))
def test_any_tables_and_their_findings_are_as_the_schema_says(tables: list[Table]) -> None:
    document = evolve(document_of(*tables), file=None)
    report = CheckReport(jixiao.check(document), document.file)

    assert faults(document.to_json()) == []
    assert Document.from_json(document.to_json(mask=False)) == document
    assert faults(report.to_json()) == []
    assert CheckReport.from_json(report.to_json()) == report


@given(values, st.sampled_from(["95%", "12次", "已完成", "", "12月1日", "达成预期指标"]))
def test_any_score_is_as_the_schema_says_and_comes_back(value: Value, actual: str) -> None:
    result = jixiao.score(str(value), actual, weight=10, year=2025, as_of=YEAR_END)

    assert faults(result.to_json()) == []
    assert jixiao.IndicatorScore.from_json(result.to_json()) == result


@pytest.mark.parametrize("noun", ["findings", "scorecard", "monitor", "document"])
def test_a_key_too_many_is_a_fault(noun: str) -> None:
    document = read(FILES[0])
    made = {
        "findings": CheckReport(jixiao.check(document), "a.txt").to_json(),
        "document": document.to_json(),
        "scorecard": jixiao.evaluate(document, jixiao.Actuals(), as_of=YEAR_END).to_json(),
        "monitor": jixiao.monitor(document, jixiao.Actuals(), as_of=YEAR_END).to_json(),
    }[noun]

    assert faults(made) == []
    assert faults({**made, "new": 1}) != []
    first = next(key for key, held in made.items() if isinstance(held, list) and held)
    rows = json.loads(json.dumps(made[first]))
    rows[0]["new"] = 1
    assert faults({**made, first: rows}) != []
