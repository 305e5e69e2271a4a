"""Rule files: what they read as, what is said about broken ones, and writing them back."""

from __future__ import annotations

import json
import os
import random
import time
from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rule_strategies
from jixiao.expressions import Binary, Call, Name, Number, Undetermined, evaluate
from jixiao.findings import Severity
from jixiao.inheritance import inherit, rooted
from jixiao.language import format as format_ruleset
from jixiao.language import format_text, parse, read, render, validate
from jixiao.library import Library, Loaded
from jixiao.rules import Change, CitedText, KindRule, Ruleset

BAD = Path(__file__).parent / "language" / "bad"
SNAPSHOTS = Path(__file__).parent / "snapshots" / "rulesets"
SHIPPED = sorted(
    (one.name, one.read_text(encoding="utf-8"))
    for one in files("jixiao.rulesets").iterdir()
    if one.name.endswith(".jx")
)
HEADER = """规则集 试验-2024
名称：“试验”
地区：420000 湖北省
年度：2024
生效：2024年1月1日 至 2024年12月31日
依据：《办法》（鄂财绩发〔2020〕3号）第三条、“样式” 核实
"""


def ruleset(body: str = "", header: str = HEADER) -> Ruleset:
    found, findings = parse(header + body, file="试验.jx")
    assert found is not None, render(findings, {"试验.jx": header + body})
    return found


# ── 读 ──


def test_the_header() -> None:
    one = ruleset()
    assert (one.id, one.title, one.year) == ("试验-2024", "试验", 2024)
    assert one.effective == (date(2024, 1, 1), date(2024, 12, 31))
    assert one.cite is not None
    assert one.cite.verified
    assert one.cite.sources == (
        CitedText("办法", "鄂财绩发〔2020〕3号", "第三条"),
        CitedText("样式", quoted=True),
    )


def test_an_indicator_with_every_clause() -> None:
    one = ruleset(
        "【词汇】\n等级 规范程度：规范 ＞ 不规范\n【表 甲】\n列 指标值：作为 目标值，截至 6月底\n"
        "【指标 甲】\n一级 产出：权重 22.5，必填，别名 产出指标\n"
        "  二级 任意：至少 1 项，至多 3 项，请说明，值 数值 或 等级（规范程度），"
        "单位 次、家，应为 非 不规范，计分 甲法 或 乙法\n"
    )
    root = one.trees[0].roots[0]
    child = root.children[0]
    assert (root.name, root.weight, root.demand.required) == ("产出", Decimal("22.5"), True)
    assert root.aliases == ("产出指标",)
    assert child.name is None
    assert (child.demand.at_least, child.demand.at_most) == (1, 3)
    assert child.demand.severity is Severity.WARNING
    assert child.kinds == (KindRule("数值"), KindRule("等级", "规范程度"))
    assert child.units == ("次", "家")
    assert child.expected[0][0].negated
    assert child.methods == ("甲法", "乙法")
    assert one.tables[0].columns[0].due == (6, 30)


def test_a_check_and_its_message() -> None:
    one = ruleset(
        "【表 甲】\n项 资金总额：值 金额\n明细 支出：名称 文本，全年预算数 金额\n"
        "【校验】\n校验 K01 须修改：“支出之和”\n  对象：甲\n"
        "  条件：合计(支出.全年预算数) = 资金总额\n  容差：0.005\n"
        "  提示：“合计 {合计(支出.全年预算数)} 万元”\n"
    )
    check = one.checks[0]
    total = Call("合计", (Name(("支出", "全年预算数")),))
    assert check.condition == Binary("=", total, Name(("资金总额",)))
    assert check.message == ("合计 ", total, " 万元")
    assert check.tolerance == Decimal("0.005")


def test_expressions_bind_as_in_school() -> None:
    one = ruleset("【计分】\n方法 甲\n  得分率：1 + 2 × 3 - 4 ÷ 50%\n")
    two, three = Number(Decimal(2)), Number(Decimal(3))
    product = Binary("×", two, three)
    quotient = Binary("÷", Number(Decimal(4)), Number(Decimal(50), "%"))
    rate = one.scoring.methods[0].rate
    assert rate == Binary("-", Binary("+", Number(Decimal(1)), product), quotient)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("  ", "\t"),
        lambda text: text.replace(" ", "\u3000"),
        lambda text: (
            text.replace("：", ":").replace("，", ",").replace("（", "(").replace("）", ")")
        ),
        lambda text: text.replace("“", '"').replace("”", '"'),
        lambda text: text.replace("＞", ">").replace("≥", ">=").replace("％", "%"),
        lambda text: text.replace("\n", "\n\n# 注释\n"),
    ],
    ids=["BOM", "CRLF", "tabs", "wide spaces", "half width", "quotes", "signs", "comments"],
)
def test_ways_of_typing_read_the_same(change: object) -> None:
    assert callable(change)
    for name, text in SHIPPED:
        typed, findings = parse(change(text), file=name)
        as_written = parse(text, file=name)[0]
        assert findings == ()
        # names between 「 」 and texts are kept as typed, so only their full-width marks may differ
        assert typed is not None
        assert as_written is not None
        assert [one.code for one in typed.checks] == [one.code for one in as_written.checks]
        shown, expected = (format_ruleset(one).splitlines() for one in (typed, as_written))
        assert len(shown) == len(expected)


def test_places_are_those_of_the_file() -> None:
    text = HEADER + "【表 甲】\n  列 指标值：作为 目标值\n"
    one, _ = parse(text, file="试验.jx")
    assert one is not None
    origin = one.tables[0].columns[0].origin
    assert (origin.file, origin.line, origin.column) == ("试验.jx", 8, 5)


# ── 说 ──


@pytest.mark.parametrize("name", sorted(path.stem for path in BAD.glob("*.jx")))
def test_a_broken_file_gets_its_exact_message(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """To accept a wording: JIXIAO_ACCEPT=1 pytest tests/test_language.py, then read the diff."""
    monkeypatch.chdir(BAD)
    loaded = Library.default().open(Path(f"{name}.jx"))
    text = loaded.text() + "\n"
    expected = BAD / f"{name}.txt"
    if os.environ.get("JIXIAO_ACCEPT"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")
    assert loaded.findings != ()
    code = name.split("_", maxsplit=1)[0].upper()
    if code[0] in "RL" and code[1:].isdigit():
        assert code in {one.code for one in loaded.findings}


def test_no_message_accuses() -> None:
    for path in BAD.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        assert not [
            word for word in ("非法", "无效输入", "造假", "违规", "虚报", "矛盾") if word in text
        ]


def test_each_code_of_the_language_has_a_broken_file() -> None:
    seen = {path.stem.split("_")[0] for path in BAD.glob("*.jx")}
    assert {f"r{number:02}" for number in (*range(1, 30), 35, *range(37, 41))} <= seen


# ── 写 ──


@pytest.mark.parametrize(("name", "text"), SHIPPED)
def test_shipped_rulesets_come_back_from_their_text(name: str, text: str) -> None:
    one, findings = parse(text, file=name)
    assert findings == ()
    assert one is not None
    written = format_ruleset(one)
    assert parse(written)[0] == one
    assert format_ruleset(one) == written


@given(rule_strategies.rulesets())
@settings(max_examples=150, deadline=None)
def test_parse_is_the_inverse_of_format(one: Ruleset) -> None:
    text = format_ruleset(one)
    again, findings = parse(text)
    assert again == one, render(findings, {"": text}) + text
    assert again is not None
    assert format_ruleset(again) == text


def test_what_cannot_be_written_is_refused() -> None:
    with pytest.raises(ValueError, match="写不出来"):
        format_ruleset(Ruleset(id="试验-2024", title="两行\n标题"))


@pytest.mark.parametrize("name", Library.default().ids())
def test_a_ruleset_is_what_was_reviewed(name: str) -> None:
    """To accept a change: JIXIAO_ACCEPT=1 pytest tests/test_language.py, then read the diff."""
    loaded = Library.default().load(name)
    text = json.dumps(loaded.to_json(), ensure_ascii=False, indent=1) + "\n"
    snapshot = SNAPSHOTS / f"{name}.json"
    if os.environ.get("JIXIAO_ACCEPT"):
        snapshot.write_text(text, encoding="utf-8")
    assert text == snapshot.read_text(encoding="utf-8"), "see this test's docstring"


# ── 受得住 ──


def survive(text: str) -> None:
    """Everything that loading does, over a text; nothing may escape and all must be rendered."""
    found, findings = read(text, file="x.jx")
    sources = {"x.jx": text}
    if not any(one.severity is Severity.ERROR for one in findings) and found is not None:
        assert parse(format_text(text))[0] == found
    render(findings, sources)
    if found is not None:
        parent = Library.default().load("财政部-2020")
        resolved, wrong = inherit(found, parent) if found.inherits else rooted(found)
        render(wrong, sources)
        render(validate(resolved, sources), sources)
        resolved.to_json()


MARKS = "：，。、（）“”「」|＞≥<>=0123456789%\t\ufeff\u200b\0#且或非若则否则{}【】修改取消一级必填"


def mutated(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    for _ in range(dice.randint(1, 6)):
        place = dice.randrange(len(lines))
        line = lines[place]
        at = dice.randint(0, len(line))
        match dice.randint(0, 7):
            case 0:
                lines[place : place + 1] = []
            case 1:
                lines.insert(place, dice.choice(lines))
            case 2:
                lines[place] = line[:at]
            case 3:
                other = dice.randrange(len(lines))
                lines[place], lines[other] = lines[other], line
            case 4:
                lines[place] = line[:at] + dice.choice(MARKS) + line[at:]
            case 5:
                lines[place] = line[:at] + line[at + 1 :]
            case 6:
                lines[place] = line + dice.choice(lines)
            case _:
                lines[place] = "修改 " + line.strip()
        lines = lines or [""]
    return "\n".join(lines)


@pytest.mark.parametrize("chunk", range(20))
def test_mutated_rulesets_never_escape(chunk: int) -> None:
    """Five thousand in all; what is drawn depends on the chunk alone."""
    dice = random.Random(20240101 + chunk)  # noqa: S311 - not a secret
    for _ in range(250):
        survive(mutated(dice.choice(SHIPPED)[1], dice))


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_text_is_read_without_escape(text: str) -> None:
    survive(text)
    survive(HEADER + "【校验】\n" + text)


LINES = "".join(f"项 项目{number}：值 文本，必填\n" for number in range(9_980))
WORDS = ("同义 甲：" + "、".join("乙" * 990) + "\n") * 60
ROWS = "".join(f"| ≥{number}% | {number}% |\n" for number in range(99))
CHECKS = "".join(
    f"校验 K{number % 100:02} 请说明：“甲”\n对象：甲\n条件：乙 = 1\n" for number in range(3_000)
)
HOSTILE = {
    "ten thousand rules": (HEADER + "【表 甲】\n" + LINES, ""),
    "twelve thousand lines": (HEADER + "【表 甲】\n" + "项 乙\n" * 13_000, "L11"),
    "many words": (HEADER + "【词汇】\n同义 甲：" + "、".join("乙" * 990) + "\n" + WORDS, "L20"),
    "many cells": (HEADER + "【计分】\n方法 甲\n分档：乙\n" + ("|1 " * 990 + "|\n") * 90, "L20"),
    "junk": (HEADER + "垃圾行\n" * 50_000, "L12"),
    "brackets": (HEADER + f"【计分】\n方法 甲\n得分率：{'(' * 1900}1{')' * 1900}\n", ""),
    "negations": (HEADER + f"【计分】\n方法 甲\n须说明：{'非 ' * 1900}权重 为空\n", "L13"),
    "a long sum": (HEADER + f"【计分】\n方法 甲\n得分率：{'1 + ' * 900}1\n", "L13"),
    "a long line": (HEADER + f"说明：“{'长' * 100_000}”\n", "L14"),
    "digits": (HEADER + f"【指标 甲】\n一级 甲：权重 {'9' * 3_900}\n", "L15"),
    "rows": (HEADER + "【计分】\n方法 甲\n分档：完成率\n| 完成率 | 得分率 |\n" + ROWS * 3, "L16"),
    "overlaps": (HEADER + "【计分】\n方法 甲\n分档：完成率\n| 完成率 | 得分率 |\n" + ROWS, "R11"),
    "problems": (HEADER + "【表 甲】\n项 乙：值 金额\n【校验】\n" + CHECKS, "L18"),
    "one megabyte": ("名" * 400_000, "L03"),
    "zeros": (HEADER + "\0" * 1_000, "R02"),
    "nothing": ("", "R05"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_meets_a_named_limit_in_time(name: str, tmp_path: Path) -> None:
    text, code = HOSTILE[name]
    path = tmp_path / "x.jx"
    path.write_text(text, encoding="utf-8")
    Library.default().load("财政部-2020")  # so that the parser is built before the clock starts
    loaded, taken = opened_in(path)
    if taken > 2:  # a machine that is busy with other tests slows every process down: once more
        loaded, taken = opened_in(path)
    assert loaded.usable is (code == "")
    assert code == "" or code in {one.code for one in loaded.findings}
    assert taken < 10  # looks for a hang, not for speed: a busy machine is no fault


def opened_in(path: Path) -> tuple[Loaded, float]:
    """What opening and rendering come to, and the seconds of processor they take."""
    start = time.process_time()
    loaded = Library.default().open(path)
    loaded.text()
    return loaded, time.process_time() - start


def test_a_truncated_file_says_where_it_ends() -> None:
    for name, text in SHIPPED:
        for share in (0.2, 0.5, 0.8):
            cut = text[: int(len(text) * share)]
            read(cut, file=name)
            survive(cut)


def test_changes_are_read_as_such() -> None:
    one = ruleset("【校验】\n取消 校验 C01\n【修改 等次】\n满分：100\n")
    assert one.checks[0].change is Change.CANCEL
    assert one.bands is not None
    assert one.bands.change is Change.MODIFY


def test_a_figure_in_a_unit_of_the_ruleset_is_reckoned_with() -> None:
    one = ruleset(
        "【词汇】\n单位 担 = 50 千克\n单位 网格段\n短语 三担 = 3 担\n短语 四段 = 4 网格段 ÷ 2\n"
    )
    units = one.vocabulary.quantities()
    tons, sections = (phrase.expression for phrase in one.vocabulary.phrases)
    weight = evaluate(Number(Decimal(150), "千克"), Nothing(), {})
    assert evaluate(tons, Nothing(), {}, units=units) == weight
    assert evaluate(sections, Nothing(), {}, units=units) == 2
    assert evaluate(tons, Nothing(), {}) == Undetermined("units", "担")


class Nothing:
    """A scope in which no name stands for anything."""

    def lookup(self, parts: tuple[str, ...]) -> object:
        return Undetermined("unknown", ".".join(parts))


def test_a_name_in_a_check_is_told_which_names_end_as_it_does() -> None:
    found = ruleset(
        "【表 甲表】\n列 分值：作为 权重\n【校验】\n校验 X01 请说明：“产出”\n  对象：甲表\n"
        "  条件：合计(产出指标.权重) = 50\n"
    )

    said = [dict(one.context).get("expected") for one in validate(found) if one.code == "R02"]

    assert said == ["一级.权重、二级.权重、三级.权重、指标.权重"]
