"""Finding and loading rulesets: by id, by region and day, by path; and what may not be reached."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from jixiao.expressions import Number
from jixiao.findings import RulesetError
from jixiao.functions import FUNCTIONS
from jixiao.library import Library
from jixiao.rules import Method

if TYPE_CHECKING:
    from pathlib import Path

LIBRARY = Library.default()
ROOT = files("jixiao.rulesets")
OWN = """规则集 某县-2025
名称：“某县”
继承：江苏南通-2025
地区：320601 某县
年度：2025
生效：2025年1月1日 至 2025年12月31日
依据：“某县表（样式）” 核实
"""


def test_what_there_is() -> None:
    entries = {one.id: one for one in LIBRARY.entries()}
    nantong = entries["江苏南通-2025"]
    assert nantong.title == "南通市本级项目预算绩效目标表"
    assert (nantong.region, nantong.year) == ("320600 江苏省南通市", 2025)
    assert nantong.effective == "2025年1月1日 至 2025年12月31日"
    assert (nantong.file, nantong.found_in) == ("320600_nantong_2025.jx", "jixiao.rulesets")
    assert LIBRARY.entries()[0].found_in == "jixiao.rulesets"


def test_by_region_and_day() -> None:
    assert LIBRARY.load("320600", on=date(2025, 6, 30)).id == "江苏南通-2025"
    assert LIBRARY.load("320600").id == "江苏南通-2025"
    with pytest.raises(RulesetError, match="2026-01-01 没有生效的规则集") as caught:
        LIBRARY.load("320600", on=date(2026, 1, 1))
    assert caught.value.findings[0].code == "R32"


def test_an_unknown_name_gets_the_nearest() -> None:
    with pytest.raises(RulesetError) as caught:
        LIBRARY.load("江苏南同-2025")
    assert str(caught.value).startswith("须修改 R30 没有名为“江苏南同-2025”的规则集\n")
    assert "是不是想写“江苏南通-2025”？" in str(caught.value)
    assert "现有的规则集：" in str(caught.value)
    assert caught.value.findings[0].code == "R30"


def test_the_digest_is_that_of_the_lineage() -> None:
    digest = hashlib.sha256()
    for name in ("000000_caizhengbu_2020.jx", "320600_nantong_2025.jx"):
        data = ROOT.joinpath(name).read_bytes()
        digest.update(len(data).to_bytes(8, "big") + data)
    assert LIBRARY.load("江苏南通-2025").digest == digest.hexdigest()


def test_by_path_with_parents_built_in_and_beside(tmp_path: Path) -> None:
    own = tmp_path / "own.jx"
    own.write_text(OWN, encoding="utf-8")
    below = tmp_path / "below.jx"
    below.write_text(
        OWN.replace("某县-2025", "某镇-2025").replace("江苏南通-2025", "某县-2025"),
        encoding="utf-8",
    )
    assert LIBRARY.load(own).lineage == ("财政部-2020", "江苏南通-2025", "某县-2025")
    assert LIBRARY.load(str(below)).lineage[-2:] == ("某县-2025", "某镇-2025")
    assert "某县-2025" not in LIBRARY.ids()


def test_a_parent_is_an_id_and_never_a_path(tmp_path: Path) -> None:
    secret = tmp_path / "secret.jx"
    secret.write_text(OWN.replace("某县-2025", "外面-2025"), encoding="utf-8")
    inside = tmp_path / "inside"
    inside.mkdir()
    for parent in ("../secret", "/etc/passwd", "https://example.org/x", "..-2025", "外面-2025"):
        own = inside / "own.jx"
        own.write_text(OWN.replace("江苏南通-2025", parent), encoding="utf-8")
        loaded = LIBRARY.open(own)
        assert not loaded.usable
        assert {one.code for one in loaded.findings} <= {"R01", "R02", "R03"}


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.jx"
    outside.write_text(OWN.replace("某县-2025", "外面-2025"), encoding="utf-8")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link.jx").symlink_to(outside)
    own = inside / "own.jx"
    own.write_text(OWN.replace("江苏南通-2025", "外面-2025"), encoding="utf-8")
    assert [one.code for one in LIBRARY.open(own).findings] == ["R03"]


def test_rings_and_long_lines_are_named(tmp_path: Path) -> None:
    for number in range(20):
        text = OWN.replace("某县-2025", f"链{number}-2025")
        text = text.replace("江苏南通-2025", f"链{number + 1}-2025")
        (tmp_path / f"{number}.jx").write_text(text, encoding="utf-8")
    long = LIBRARY.open(tmp_path / "0.jx")
    assert [one.code for one in long.findings] == ["L17"]
    text = OWN.replace("某县-2025", "链5-2025").replace("江苏南通-2025", "链2-2025")
    (tmp_path / "5.jx").write_text(text, encoding="utf-8")
    ring = LIBRARY.open(tmp_path / "0.jx")
    assert ring.findings[0].message() == (
        "继承成了一个圈：链2-2025 → 链3-2025 → 链4-2025 → 链5-2025 → 链2-2025"
    )


def test_rules_that_add_up_over_a_lineage_meet_a_limit(tmp_path: Path) -> None:
    parent = "财政部-2020"
    for number in range(3):
        text = OWN.replace("某县-2025", f"链{number}-2025").replace("江苏南通-2025", parent)
        lines = "".join(f"项 项{number}号{line}\n" for line in range(4_000))
        path = tmp_path / f"{number}.jx"
        path.write_text(text + "【表 项目绩效目标表】\n" + lines, encoding="utf-8")
        parent = f"链{number}-2025"
    assert LIBRARY.open(tmp_path / "1.jx").usable
    assert [one.code for one in LIBRARY.open(tmp_path / "2.jx").findings] == ["L19"]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    own = tmp_path / "own.jx"
    own.write_bytes(OWN.encode("gb18030"))
    assert [one.code for one in LIBRARY.open(own).findings] == ["R34"]
    assert [one.code for one in LIBRARY.open(tmp_path / "none.jx").findings] == ["R31"]
    assert [one.code for one in LIBRARY.open(tmp_path).findings] == ["R31"]
    own.write_text(OWN, encoding="utf-8")
    assert "own.jx" in LIBRARY.open(tmp_path / "ovn.jx").text()


def test_a_library_is_extended_and_stays_as_it_was(tmp_path: Path) -> None:
    def month_on_month(now: Decimal, before: Decimal) -> Decimal:
        return now / before - 1

    own = tmp_path / "own.jx"
    own.write_text(
        OWN + "【计分】\n方法 增长赋分\n  得分率：环比(实际值, 目标值)\n"
        "【指标 项目绩效目标表】\n一级 产出指标：沿用\n  二级 里程指标：单位 站，计分 全给\n",
        encoding="utf-8",
    )
    wider = LIBRARY.extended(
        functions={"环比": month_on_month},
        methods={"全给": Method("", rate=Number(Decimal(1)))},
        units={"站": (Decimal(1000), "米")},
    )
    rules = wider.load(own)
    assert "环比" in rules.functions
    assert rules.scoring.method("全给") is not None
    assert rules.vocabulary.units[0].names == ("站",)
    assert {one.code for one in LIBRARY.open(own).findings} == {"R02", "R20"}
    assert LIBRARY.functions is FUNCTIONS
    with pytest.raises(ValueError, match="已经有了"):
        LIBRARY.extended(functions={"合计": month_on_month})


def test_loading_twice_gives_one_object() -> None:
    assert LIBRARY.load("江苏南通-2025") is LIBRARY.load("江苏南通-2025")


def test_all_problems_of_a_lineage_are_told_at_once(tmp_path: Path) -> None:
    own = tmp_path / "own.jx"
    own.write_text(OWN + "例 甲\n【表 项目绩效目标表】\n列 甲：作位 目标值\n", encoding="utf-8")
    with pytest.raises(RulesetError) as caught:
        LIBRARY.load(own)
    assert [one.code for one in caught.value.findings] == ["R02", "R02"]
    assert "own.jx:8:1" in str(caught.value)
