"""SARIF of what check finds: its shape, places, fingerprints, addresses; nothing of the machine."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import jixiao
from jixiao.checking import CheckReport
from jixiao.findings import Lang, Where, finding
from jixiao.source import Origin
from jixiao.writing.outputs import writer_of
from jixiao.writing.sarif_places import Names
from jixiao.writing.settings import Settings

EXAMPLES = Path(__file__).parent.parent / "examples"
NANTONG = EXAMPLES / "jiangsu-nantong-2025.txt"
WORKBOOK = EXAMPLES / "nantong-2025-project.xlsx"

TEXT = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string", "minLength": 1}},
    "additionalProperties": False,
}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "integer", "minimum": 0},
        "message": TEXT,
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "additionalProperties": False,
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "required": ["uri", "index"],
                    "properties": {
                        "uri": {"type": "string", "pattern": "^[A-Za-z0-9._~%/-]+$"},
                        "index": {"type": "integer", "minimum": 0},
                    },
                },
                "region": {
                    "type": "object",
                    "required": ["startLine"],
                    "properties": {"startLine": {"type": "integer", "minimum": 1}},
                    "additionalProperties": False,
                },
            },
        },
        "logicalLocations": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["name", "kind"],
                "properties": {"kind": {"enum": ["table", "indicator", "cell"]}},
            },
        },
    },
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
SHAPE = {
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "language": {"pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "artifacts": {"type": "array", "uniqueItems": True},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name", "version", "rules"],
                                "properties": {
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id", "shortDescription", "help"],
                                            "additionalProperties": False,
                                            "properties": {
                                                "id": {"type": "string"},
                                                "shortDescription": TEXT,
                                                "help": TEXT,
                                                "defaultConfiguration": {
                                                    "type": "object",
                                                    "properties": {"level": LEVEL},
                                                    "additionalProperties": False,
                                                },
                                                "properties": {"type": "object"},
                                            },
                                        },
                                    }
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": LEVEL,
                                "message": TEXT,
                                "locations": {
                                    "type": "array",
                                    "minItems": 1,
                                    "maxItems": 1,
                                    "items": LOCATION,
                                },
                                "relatedLocations": {
                                    "type": "array",
                                    "uniqueItems": True,
                                    "minItems": 1,
                                    "items": LOCATION,
                                },
                                "partialFingerprints": {
                                    "type": "object",
                                    "additionalProperties": {"type": "string"},
                                },
                                "properties": {"type": "object"},
                            },
                        },
                    },
                },
            },
        },
    },
}
"""The part of the published schema of SARIF 2.1.0 that is used, stricter where we know more."""


@cache
def checked(path: Path) -> tuple[jixiao.Document, CheckReport]:
    document = jixiao.read(path.read_bytes(), file=path.name)
    return document, CheckReport(jixiao.check(document), path.name)


def sarif(*reports: CheckReport, lang: Lang = "zh") -> dict[str, Any]:
    made = writer_of("check", "sarif").write(reports, Settings(lang))
    shown: dict[str, Any] = json.loads(made)
    return shown


def report(*wheres: Where, file: str | None = "a.txt") -> CheckReport:
    return CheckReport(tuple(finding("T04", where) for where in wheres), file)


def only_run(shown: dict[str, Any]) -> dict[str, Any]:
    (run,) = shown["runs"]
    assert isinstance(run, dict)
    return run


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_log_has_the_shape_of_the_standard(lang: Lang) -> None:
    shown = sarif(checked(NANTONG)[1], checked(WORKBOOK)[1], lang=lang)

    assert [one.message for one in Draft202012Validator(SHAPE).iter_errors(shown)] == []
    rules = only_run(shown)["tool"]["driver"]["rules"]
    results = only_run(shown)["results"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in results)
    names = [one["location"]["uri"] for one in only_run(shown)["artifacts"]]
    for one in results:
        place = one["locations"][0]["physicalLocation"]["artifactLocation"]
        assert names[place["index"]] == place["uri"]


def test_severities_are_levels() -> None:
    codes = (finding("T01", size="0"), finding("T55"), finding("T04"))
    shown = only_run(sarif(CheckReport(codes, "a.txt")))
    levels = {one["properties"]["severity"]: one["level"] for one in shown["results"]}

    assert levels == {"error": "error", "warning": "warning", "hint": "note"}


def test_every_finding_of_every_file_is_a_result() -> None:
    one, other = checked(NANTONG)[1], checked(WORKBOOK)[1]
    shown = only_run(sarif(one, other))

    assert len(shown["results"]) == len(one.findings) + len(other.findings)
    codes = [found.code for found in (*one.findings, *other.findings)]
    assert [result["ruleId"] for result in shown["results"]] == codes


def test_a_check_of_a_ruleset_is_described_by_its_title_not_by_somebodys_row() -> None:
    rules = only_run(sarif(checked(NANTONG)[1]))["tool"]["driver"]["rules"]
    own = {one["id"]: one["shortDescription"]["text"] for one in rules if "/" in one["id"]}

    assert own["江苏南通-2025/N06"] == "半年预算执行率与支出半年计划相差较大"


def test_a_finding_stands_on_its_line_and_under_its_table_and_indicator() -> None:
    where = Where("培训", 0, None, "产出指标", "数量指标", "场次", "指标值", Origin(line=7))
    (result,) = only_run(sarif(report(where)))["results"]

    (place,) = result["locations"]
    assert place["physicalLocation"]["region"] == {"startLine": 7}
    assert [one["name"] for one in place["logicalLocations"]] == ["培训", "场次"]
    assert (
        place["logicalLocations"][1]["fullyQualifiedName"]
        == "培训 › 产出指标 › 数量指标 › 场次 › 指标值"
    )


def test_a_cell_of_a_sheet_is_no_line_but_named() -> None:
    where = Where("培训", 0, origin=Origin(sheet="目标表", row=12, column=5))
    (result,) = only_run(sarif(report(where, file="a.xlsx")))["results"]

    (place,) = result["locations"]
    assert "region" not in place["physicalLocation"]
    assert place["logicalLocations"][-1] == {"name": "目标表!E12", "kind": "cell"}


def test_a_folded_finding_stands_at_its_first_place_and_lists_all() -> None:
    found = [one for one in checked(NANTONG)[1].findings if one.items]
    shown = only_run(sarif(CheckReport(tuple(found), "a.txt")))

    for one, result in zip(found, shown["results"], strict=True):
        assert len(result["relatedLocations"]) == len(one.items) + len(one.related)
        assert result["properties"]["count"] == one.count
        first = result["relatedLocations"][0]["physicalLocation"].get("region")
        assert result["locations"][0]["physicalLocation"].get("region") == first


def test_a_fingerprint_is_the_same_after_rows_were_added_above() -> None:
    before = Where("培训", 0, level3="场次", origin=Origin(line=7))
    after = Where("培训", 3, level3="场次", origin=Origin(line=90))
    prints = [
        only_run(sarif(report(where)))["results"][0]["partialFingerprints"]
        for where in (before, after)
    ]

    assert prints[0] == prints[1]


def test_fingerprints_within_a_file_are_all_different() -> None:
    results = only_run(sarif(checked(NANTONG)[1]))["results"]
    prints = [one["partialFingerprints"]["jixiaoFinding/v1"] for one in results]

    assert len(set(prints)) == len(prints)
    same = report(Where("甲"), Where("甲"))
    twice = [one["partialFingerprints"] for one in only_run(sarif(same))["results"]]
    assert twice[0] != twice[1]


def test_addresses_are_relative_and_encoded() -> None:
    assert Names(["./表 1/甲#乙.txt", "50%.txt", None]).order == [
        "%E8%A1%A8%201/%E7%94%B2%23%E4%B9%99.txt",
        "50%25.txt",
        "stdin",
    ]


def test_addresses_tell_no_folder_of_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    inside = str(tmp_path / "里" / "a.txt")
    files = [inside, "/srv/secret/one/a.txt", "/srv/secret/two/a.txt"]

    assert Names(files).order == ["%E9%87%8C/a.txt", "one/a.txt", "two/a.txt"]
    assert Names(["C:\\Users\\x\\表.txt"]).order == ["%E8%A1%A8.txt"]
    shown = json.dumps(sarif(*(report(Where(), file=file) for file in files)))
    assert "secret" not in shown
    assert str(tmp_path) not in shown


def test_braces_and_links_of_users_mean_nothing() -> None:
    from jixiao.writing.sarif_rules import message

    assert message("{0}，[点此](https://example.com)") == "{{0}}，\\[点此\\](https://example.com)"
    assert message("[甲] 与 {乙}") == "[甲] 与 {{乙}}"


def test_the_same_input_gives_the_same_text() -> None:
    made = writer_of("check", "sarif").write((checked(NANTONG)[1],), Settings())

    assert made == writer_of("check", "sarif").write((checked(NANTONG)[1],), Settings())
