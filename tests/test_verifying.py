"""Verify: the same card bit for bit, every change found, and what to do where it cannot be done."""

from __future__ import annotations

import copy
import json
import os
import shutil
import subprocess
import sys
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import jixiao
from jixiao.cli import cli
from jixiao.evaluation import Scorecard, evaluate_document
from jixiao.evaluation.scorecard import card_digest
from jixiao.verifying import Verification
from jixiao.verifying.differences import differences

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE = """项目绩效目标表\n项目名称\t培训
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t培训场次\t≥10场
产出指标\t质量指标\t合格率\t≥98%
效益指标\t社会效益指标\t影响程度\t较高
满意度指标\t服务对象满意度指标\t学员满意度\t≥95%
"""
FILED = """项目名称,三级指标,实际完成值,得分率
培训,培训场次,9场,
培训,合格率,97%,
培训,影响程度,较高,90%
培训,学员满意度,96%,
"""
RULES = """规则集 试验-2025
名称：“试验”
继承：财政部-2020
地区：320600 江苏省南通市
年度：2025
生效：2025年1月1日 至 2025年12月31日
依据：“样表” 核实
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own with the inputs, and the current one."""
    (tmp_path / "table.txt").write_text(TABLE, encoding="utf-8")
    (tmp_path / "filed.csv").write_text(FILED, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, arguments)
    return result.exit_code, result.output


def evaluate(*more: str, out: str = "card.json") -> Path:
    code, said = run(
        *("evaluate", "table.txt", "--actuals", "filed.csv", "--as-of", "2025-12-31"),
        *("--format", "json", "-o", out, *more),
    )
    assert code == 0, said
    return Path(out)


def shown(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def leaves(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    match value:
        case dict():
            for key, one in value.items():
                yield from leaves(one, (*path, key))
        case list():
            for place, one in enumerate(value):
                yield from leaves(one, (*path, place))
        case _:
            yield path


@lru_cache(maxsize=1)
def card() -> Scorecard:
    document = jixiao.read(TABLE.encode(), file="table.txt")
    actuals = jixiao.read_actuals(FILED.encode(), file="filed.csv")
    return jixiao.evaluate(document, actuals, as_of=date(2025, 12, 31))


def verified(changed: dict[str, Any] | Scorecard) -> Verification:
    return jixiao.verify(changed, document=TABLE.encode(), actuals=FILED.encode())


# ── the same ─────────────────────────────────────────────────────────────────


def test_several_cards_are_verified_each_and_the_gravest_counts(folder: Path) -> None:
    (folder / "cards").mkdir()
    first, second = evaluate(out="cards/a.json"), evaluate(out="cards/b.json")
    assert run("verify", str(first), str(second))[0] == 0
    data = json.loads(second.read_text(encoding="utf-8"))
    data["tables"][0]["total"]["low"] = "1"
    second.write_text(json.dumps(data), encoding="utf-8")

    code, said = run("verify", "cards")
    assert code == 1
    assert said.splitlines()[0].startswith("评分卡 cards")
    _, lines = run("verify", "cards/*.json", "--format", "json")
    assert [json.loads(line)["result"] for line in lines.splitlines()] == ["same", "differs"]


def test_a_document_is_named_for_one_card_only(folder: Path) -> None:
    evaluate()
    evaluate(out="other.json")
    code, said = run("verify", "card.json", "other.json", "--document", "table.txt")
    assert code == 2
    assert "只能用于一张评分卡" in said
    assert (folder / "card.json").is_file()
    (folder / "empty").mkdir()
    assert run("verify", "empty")[0] == 3


def test_a_card_is_the_same_again(folder: Path) -> None:
    evaluate()
    code, said = run("verify", "card.json")

    assert code == 0
    assert said == ("评分卡 card.json：复算结果完全一致\n  绩效表 table.txt，完成情况 filed.csv\n")
    assert not (folder / "card.json").read_text(encoding="utf-8").count(str(folder))


@pytest.mark.parametrize(
    "options",
    [
        ("--accept-weights",),
        ("--ruleset", "江苏南通-2025"),
        ("--ruleset", "320600"),
    ],
)
def test_the_options_are_recorded(folder: Path, options: tuple[str, ...]) -> None:
    evaluate(*options)

    assert run("verify", "card.json")[0] == 0
    assert folder.exists()


def test_the_end_of_the_year_taken_by_default_is_recorded(folder: Path) -> None:
    text = TABLE.replace("项目名称", "年度\t2025\n项目名称")
    (folder / "table.txt").write_text(text, encoding="utf-8")
    run("evaluate", "table.txt", "--actuals", "filed.csv", "--format", "json", "-o", "card.json")

    recorded = shown(Path("card.json"))
    assert recorded["options"]["as_of"] is None
    assert run("verify", "card.json")[0] == 0


def test_weights_of_the_caller_are_recorded() -> None:
    rules = jixiao.load("财政部-2020")
    document = jixiao.read(TABLE.encode(), file="table.txt", rules=rules)
    actuals = jixiao.read_actuals(FILED.encode(), file="filed.csv")
    weighed = evaluate_document(
        document, actuals, rules, as_of=date(2025, 12, 31), weights={("产出指标",): Decimal(60)}
    )

    assert weighed.to_json()["options"] == {
        "as_of": "2025-12-31",
        "accept_weights": False,
        "weights": [{"path": ["产出指标"], "weight": "60"}],
        "read_by": "财政部-2020",
        "lang": "zh",
    }
    assert verified(weighed).result == "same"


def test_a_card_in_english_is_recomputed_in_english() -> None:
    assert verified(card().to_json("en")).result == "same"
    assert Scorecard.from_json(card().to_json("en")) == card()


def test_a_card_says_its_own_digest() -> None:
    recorded = card().to_json()

    assert recorded["digest"] == card_digest(recorded)
    assert card_digest({**recorded, "as_of": "2025-12-30"}) != recorded["digest"]


def test_inputs_are_found_beside_the_card(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    evaluate()
    home = folder / "elsewhere"
    home.mkdir()
    for name in ("card.json", "table.txt", "filed.csv"):
        shutil.move(folder / name, home / name)

    assert run("verify", "elsewhere/card.json")[0] == 0
    monkeypatch.chdir(folder.parent)
    assert run("verify", str(home / "card.json"))[0] == 0


def test_of_several_files_of_a_name_the_one_of_that_digest_is_taken(folder: Path) -> None:
    (folder / "kept").mkdir()
    shutil.copy("table.txt", "kept")
    shutil.copy("filed.csv", "kept")
    shutil.move(evaluate(), "kept/card.json")
    (folder / "table.txt").write_text(TABLE.replace("≥10场", "≥20场"), encoding="utf-8")

    result = jixiao.verify("kept/card.json")
    assert (result.result, Path(result.document or "")) == ("same", Path("kept/table.txt"))


def test_a_ruleset_named_by_its_path_is_found_again(folder: Path) -> None:
    (folder / "own.jx").write_text(RULES, encoding="utf-8")
    evaluate("--ruleset", "own.jx")

    assert shown(Path("card.json"))["ruleset"]["file"] == "own.jx"
    assert run("verify", "card.json")[0] == 0
    (folder / "own.jx").write_text(RULES.replace("样表", "样张"), encoding="utf-8")
    code, said = run("verify", "card.json")
    assert code == 1
    assert "规则集 试验-2025 与评分卡记录的不同：SHA-256 记录为 " in said
    assert "ruleset.digest：记录为 " in said
    (folder / "own.jx").unlink()
    code, said = run("verify", "card.json")
    assert code == 3
    assert "规则集 试验-2025 打不开：" in said


# ── what differs ─────────────────────────────────────────────────────────────


def test_a_changed_figure_is_shown_where_it_stands(folder: Path) -> None:
    recorded = shown(evaluate())
    recorded["tables"][0]["indicators"][1]["points"]["high"] = "30"
    recorded["digest"] = card_digest(recorded)
    (folder / "card.json").write_text(json.dumps(recorded, ensure_ascii=False), encoding="utf-8")

    code, said = run("verify", "card.json")
    _, as_json = run("verify", "card.json", "--format", "json")

    assert code == 1
    assert said == (
        "评分卡 card.json：复算结果有 1 处不同\n  绩效表 table.txt，完成情况 filed.csv\n"
        '  tables[0].indicators[1].points.high：记录为 "30"，复算为 "24.74"\n'
    )
    assert json.loads(as_json)["differences"] == [
        {
            "path": "tables[0].indicators[1].points.high",
            "recorded": '"30"',
            "recomputed": '"24.74"',
        }
    ]


def changed(value: object) -> object:
    """Another value of the same type."""
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case str():
            return value[:-1] + ("1" if value[-1:] != "1" else "2")
        case _:
            return "0"


PLACES = tuple(leaves(card().to_json()))


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(PLACES))
def test_any_single_change_is_found(place: tuple[str | int, ...]) -> None:
    recorded = copy.deepcopy(card().to_json())
    home: Any = recorded
    for step in place[:-1]:
        home = home[step]
    home[place[-1]] = changed(home[place[-1]])

    result = verified(recorded)
    assert result.result != "same", place
    assert Verification.from_json(result.to_json()) == result


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([one for one in PLACES if one[0] == "tables"]))
def test_a_changed_result_is_found_although_the_digest_was_made_anew(
    place: tuple[str | int, ...],
) -> None:
    recorded: Any = copy.deepcopy(card().to_json())
    home: Any = recorded
    for step in place[:-1]:
        home = home[step]
    home[place[-1]] = changed(home[place[-1]])
    recorded["digest"] = card_digest(recorded)

    (only,) = verified(recorded).differences
    parts = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in place]
    assert only.path == "".join(parts).removeprefix(".")


def test_what_was_added_or_taken_away_is_found() -> None:
    added: Any = copy.deepcopy(card().to_json())
    added["tables"][0]["note"] = "优"
    taken: Any = copy.deepcopy(card().to_json())
    del taken["tables"][0]["indicators"][2]

    assert "tables[0].note" in [one.path for one in verified(added).differences]
    paths = [one.path for one in verified(taken).differences]
    assert "tables[0].indicators[3]" in paths


def test_changed_inputs_are_named(folder: Path) -> None:
    evaluate()
    (folder / "filed.csv").write_text(FILED.replace("9场", "10场"), encoding="utf-8")

    code, said = run("verify", "card.json")
    recorded = shown(Path("card.json"))["inputs"]["actuals"]["digest"][:12]

    assert code == 1
    assert f"完成情况 filed.csv 与评分卡记录的不同：SHA-256 记录为 {recorded}…，现为 " in said
    assert "；请找到当时的文件，或按现在的文件重新评价\n" in said
    assert 'tables[0].indicators[0].actual：记录为 "9场"，复算为 "10场"' in said


def test_another_version_is_said(folder: Path) -> None:
    recorded = shown(evaluate())
    version = recorded["version"]
    recorded["version"] = "0.0.9"
    (folder / "card.json").write_text(json.dumps(recorded), encoding="utf-8")

    code, said = run("verify", "card.json")

    assert code == 1
    assert f"评分卡由 jixiao 0.0.9 生成，现为 {version}；请用当时的版本复算，或重新评价\n" in said


def test_differences_of_types_count() -> None:
    assert [one.path for one in differences([1, True, "1"], [True, 1, 1])] == ["[0]", "[1]", "[2]"]


# ── what cannot be recomputed ────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "{",
            (
                "评分卡不是完整的 JSON，第 1 行第 2 列读不下去；"
                "请用 jixiao evaluate … --format json 重新生成"
            ),
        ),
        (
            "[" * 100_000,
            (
                "评分卡不是完整的 JSON，第 1 行第 1 列读不下去；"
                "请用 jixiao evaluate … --format json 重新生成"
            ),
        ),
        (
            '{"schema": "jixiao/document/1"}',
            (
                "这不是评分卡：schema 为 jixiao/document/1，应为 jixiao/scorecard/1；"
                "请指定 jixiao evaluate … --format json 生成的文件"
            ),
        ),
        (
            '{"schema": "jixiao/scorecard/1"}',
            "评分卡的“inputs”缺失或读不懂，无法复算；请用 jixiao evaluate … --format json 重新生成",
        ),
        (
            '{"a": 1, "a": 2}',
            "评分卡中“a”在同一处写了两次，不能确定以哪个为准；请重新生成",
        ),
    ],
)
def test_a_card_that_cannot_be_read(folder: Path, text: str, message: str) -> None:
    (folder / "bad.json").write_text(text, encoding="utf-8")

    code, said = run("verify", "bad.json")

    assert code == 3
    assert said.startswith("评分卡 bad.json：无法复算\n")
    assert message in said


def test_a_card_that_is_not_there(folder: Path) -> None:
    code, said = run("verify", "none.json")

    assert (code, folder.exists()) == (3, True)
    assert "评分卡 none.json：无法复算\n" in said


def test_inputs_that_are_not_there_and_may_be_named(folder: Path) -> None:
    evaluate()
    shutil.move(folder / "table.txt", folder / "moved.txt")

    code, said = run("verify", "card.json")
    named, _ = run("verify", "card.json", "--document", "moved.txt")
    wrong, _ = run("verify", "card.json", "--document", "nowhere.txt")

    assert (code, named, wrong) == (3, 0, 3)
    assert (
        "找不到绩效表 table.txt（找过：table.txt）；请把文件放到评分卡旁边，或用 --document 指定"
        in said
    )


def test_a_card_without_names_asks_for_its_inputs() -> None:
    document, actuals = jixiao.read(TABLE.encode()), jixiao.read_actuals(FILED.encode())
    nameless = jixiao.evaluate(document, actuals, as_of=date(2025, 12, 31))

    result = jixiao.verify(nameless)

    assert [one.message() for one in result.findings] == [
        "评分卡没有记下绩效表的文件名；请用 --document 指定",
        "评分卡没有记下完成情况的文件名；请用 --actuals 指定",
    ]
    assert verified(nameless).result == "same"


def test_a_ruleset_that_is_not_installed(folder: Path) -> None:
    recorded: Any = card().to_json()
    recorded["ruleset"]["id"] = "不存在-2025"

    result = verified(recorded)

    assert (result.result, folder.exists()) == ("unreadable", True)
    assert result.findings[0].code == "E308"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.floats(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from([one[:-1] for one in PLACES if len(one) > 1] + [(one[0],) for one in PLACES]),
    JSON,
)
def test_whatever_stands_in_a_card_is_no_traceback(
    place: tuple[str | int, ...], value: object
) -> None:
    recorded: Any = copy.deepcopy(card().to_json())
    home = recorded
    for step in place[:-1]:
        home = home[step]
    home[place[-1]] = value

    assert verified(recorded).result in ("same", "differs", "unreadable")


# ── determinism ──────────────────────────────────────────────────────────────


def of_process(folder: Path, seed: str, locale: str, here: Path) -> bytes:
    """The card of another process: another seed of hashes, locale and current folder."""
    names = [os.path.relpath(folder / name, here) for name in ("table.txt", "filed.csv")]
    done = subprocess.run(
        [
            *(sys.executable, "-m", "jixiao", "evaluate", names[0], "--actuals", names[1]),
            *("--as-of", "2025-12-31", "--format", "json"),
        ],
        cwd=here,
        capture_output=True,
        check=True,
        env=os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "LANG": locale},
    )
    return done.stdout


def test_seed_and_locale_change_no_byte(folder: Path) -> None:
    cards = {
        of_process(folder, seed, locale, folder)
        for seed, locale in (("0", "C"), ("1", "C.UTF-8"), ("2", "POSIX"), ("3", "zh_CN.GB18030"))
    }

    (only,) = cards
    assert str(folder).encode() not in only
    assert sys.prefix.encode() not in only
    assert b"site-packages" not in only


def test_the_current_folder_changes_the_names_only(folder: Path) -> None:
    (folder / "below").mkdir()
    one = json.loads(of_process(folder, "0", "C", folder))
    other = json.loads(of_process(folder, "1", "C", folder / "below"))

    paths = {each.path.rpartition(".")[2] for each in differences(one, other)}
    assert paths <= {"file", "digest"}
    assert one["inputs"]["document"]["file"] == "table.txt"


def test_verifying_gives_the_same_bytes(folder: Path) -> None:
    evaluate()
    outputs = {run("verify", "card.json", "--format", "json")[1] for _ in range(2)}

    assert len(outputs) == 1
    assert json.loads(outputs.pop())["schema"] == "jixiao/verification/1"
    with pytest.raises(ValueError, match="other"):
        Verification.from_json({"schema": "other"})
    assert folder.exists()


def test_a_card_of_an_older_shape_is_still_read() -> None:
    older: Any = evolve(card(), options=card().options).to_json()
    del older["options"], older["digest"], older["ruleset"]["file"]

    assert Scorecard.from_json(older).options.as_of is None
    paths = {one.path for one in verified(older).differences}
    assert paths == {"options", "digest", "ruleset.file"}
