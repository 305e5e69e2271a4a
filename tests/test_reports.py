"""Reports as HTML: whole, linked both ways, escaped, masked, the same without a network."""

from __future__ import annotations

import re
import sys
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import jixiao
from by_hand import document as document_of
from by_hand import row, spending, table
from jixiao.checking import CheckReport
from jixiao.findings import JixiaoError, Severity, finding
from jixiao.messages.words import WORDS
from jixiao.rows import RowStatus
from jixiao.writing.html import check_page, monitor_page, recompute_page, scorecard_page
from jixiao.writing.html.labels import labels
from jixiao.writing.html.rendering import _environment
from jixiao.writing.settings import Settings
from pages import Page, digest, page_of

if TYPE_CHECKING:
    from jixiao.findings import Finding
    from jixiao.tables import Document

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
TEMPLATES = ROOT / "src" / "jixiao" / "writing" / "html" / "templates"
SNAPSHOT = Path(__file__).parent / "snapshots" / "report-check.txt"
KINDS = ("check", "evaluate", "monitor", "recompute")
LANGS = ("zh", "en")


@lru_cache(maxsize=1)
def nantong() -> Document:
    return jixiao.read(EXAMPLES / "jiangsu-nantong-2025.txt")


@lru_cache(maxsize=8)
def report(kind: str, lang: str) -> str:
    """The report of each kind, from the examples."""
    asked = Settings(lang="en" if lang == "en" else "zh", documents=(nantong(),))
    match kind:
        case "check":
            return check_page((CheckReport(jixiao.check(nantong()), nantong().file),), asked)
        case "evaluate":
            filed = jixiao.read_actuals(EXAMPLES / "nantong-2025-actuals-illustrative.csv")
            card = jixiao.evaluate(nantong(), filed, accept_weights=True)
            return scorecard_page(card, asked)
        case "monitor":
            filed = jixiao.read_actuals(EXAMPLES / "nantong-2025-midyear-illustrative.csv")
            status = jixiao.monitor(nantong(), filed, as_of=date(2025, 6, 30))
            return monitor_page(status, asked)
        case _:
            filled = jixiao.read(EXAMPLES / "self-evaluation-2022-illustrative.csv")
            return recompute_page((jixiao.recompute(filled),), asked)


@lru_cache(maxsize=8)
def page(kind: str, lang: str = "zh") -> Page:
    return page_of(report(kind, lang))


BOTH = [(kind, lang) for kind in KINDS for lang in LANGS]


@pytest.mark.parametrize(("kind", "lang"), BOTH)
def test_every_link_leads_to_an_element_and_every_id_is_given_once(kind: str, lang: str) -> None:
    shown = page(kind, lang)

    assert len(shown.ids) == len(set(shown.ids))
    assert [link for link in shown.links if link.removeprefix("#") not in set(shown.ids)] == []
    assert len(shown.links) > 20


@pytest.mark.parametrize(("kind", "lang"), BOTH)
def test_headings_go_down_one_step_at_a_time(kind: str, lang: str) -> None:
    levels = page(kind, lang).headings

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


@pytest.mark.parametrize("kind", KINDS)
def test_a_report_asks_for_nothing_outside_itself(kind: str) -> None:
    shown = page(kind)
    loading = {"src", "srcset", "action", "formaction", "poster", "data", "style", "background"}

    assert [one for one in shown.attributes if one[1] in loading or one[1].startswith("on")] == []
    assert {"link", "img", "iframe", "object", "embed", "form", "base"} & set(shown.tags) == set()
    assert all(link.startswith("#") for link in shown.links)
    assert re.findall(r"url\(|@import|https?:", shown.style + shown.script) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_policy_allows_the_style_and_the_script_of_the_page_and_nothing_else(
    kind: str,
) -> None:
    shown = page(kind)

    assert shown.policy == (
        f"default-src 'none'; style-src '{digest(shown.style)}'; "
        f"script-src '{digest(shown.script)}'; base-uri 'none'; form-action 'none'"
    )
    assert shown.tags.count("style") == shown.tags.count("script") == 1


@pytest.mark.parametrize(("kind", "lang"), BOTH)
def test_a_report_says_its_language_and_its_labels_are_of_that_language(
    kind: str, lang: str
) -> None:
    shown = page(kind, lang)
    other = {WORDS[name][0 if lang == "en" else 1] for name in labels("zh")}
    alike = {WORDS[name][1 if lang == "en" else 0] for name in labels("zh")}

    assert ("html", "lang", "zh-CN" if lang == "zh" else "en") in shown.attributes
    assert set(shown.texts) & (other - alike) <= {"全年指标值", "预算执行率"}


@pytest.mark.parametrize("kind", KINDS)
def test_what_has_a_picture_has_words_for_those_who_do_not_see_it(kind: str) -> None:
    shown = page(kind)
    drawn = shown.tags.count("svg")
    said = [one for one in shown.attributes if one[:2] == ("svg", "aria-label") and one[2]]

    assert len(said) == drawn
    assert ("svg", "role", "img") in shown.attributes or drawn == 0


def test_every_finding_of_a_check_stands_once_with_its_sentence() -> None:
    shown = page("check")
    found = jixiao.check(nantong())
    held = [name for name in shown.ids if re.fullmatch(r"f\d+", name)]

    assert len(held) == len(found)
    for name, one in zip(held_in_order(held), found, strict=True):
        assert " ".join(one.message().split()) in shown.by_id[name]


def held_in_order(names: list[str]) -> list[str]:
    return sorted(names, key=lambda name: int(name[1:]))


def test_a_finding_and_its_row_lead_to_each_other() -> None:
    shown = page("check")
    found = jixiao.check(nantong())
    rows = 0
    for number, one in enumerate(found, 1):
        for link in shown.links_of.get(f"f{number}", []):
            if "r" not in link:
                continue
            rows += 1
            assert f"#f{number}" in shown.links_of[link.removeprefix("#")], one.code
            names = {where.level3 for where in one.items or (one.where,)}
            assert shown.by_id[link.removeprefix("#")][2] in names or "" in names

    assert rows > 50


def test_findings_stand_under_the_headings_of_the_review_gravest_first() -> None:
    shown = page("check")
    found = jixiao.check(nantong())
    at = {f"f{number}": one for number, one in enumerate(found, 1)}
    held = [at[name] for name in shown.ids if name in at]
    order = [("完整性", "相关性", "适当性", "可行性", None).index(one.heading) for one in held]

    assert order == sorted(order)
    for heading in {one.heading for one in held}:
        ranks = [one.severity.rank for one in held if one.heading == heading]
        assert ranks == sorted(ranks)


def test_every_score_stands_with_its_steps_and_the_status_of_its_clauses() -> None:
    filed = jixiao.read_actuals(EXAMPLES / "nantong-2025-actuals-illustrative.csv")
    card = jixiao.evaluate(nantong(), filed, accept_weights=True)
    shown = page("evaluate")
    texts = set(shown.texts)

    for one in (score for scored in card.tables for score in scored.indicators):
        assert {" ".join(line.split()) for line in one.explain().splitlines()} <= texts
    assert "待核" in texts


def test_grades_begin_where_the_ruleset_says() -> None:
    assert {"60", "80", "90", "优", "良", "中", "差"} <= set(page("evaluate").texts)


def test_a_table_without_a_grade_says_why() -> None:
    filed = jixiao.read_actuals(EXAMPLES / "nantong-2025-actuals-illustrative.csv")
    plain = page_of(scorecard_page(jixiao.evaluate(nantong(), filed), Settings()))

    assert WORDS["no_grade"][0] in plain.texts
    assert WORDS["grades_part"][0] not in plain.texts
    assert WORDS["no_grade"][0] not in page("evaluate").texts
    assert WORDS["grade_none"][0] in page("evaluate").texts


def test_a_ruleset_that_is_not_at_hand_has_no_scale() -> None:
    filed = jixiao.read_actuals(EXAMPLES / "nantong-2025-actuals-illustrative.csv")
    card = jixiao.evaluate(nantong(), filed)
    shown = jixiao.Scorecard.from_json(
        card.to_json() | {"ruleset": {"id": "某县-2025", "digest": "", "file": None}}
    )

    assert "cut" not in {
        value for tag, name, value in page_of(scorecard_page(shown, Settings())).attributes
    }


def test_several_files_are_one_report_with_an_index_of_each() -> None:
    several = (nantong(), jixiao.read(EXAMPLES / "shaanxi-weinan-2023.txt"))
    reports = tuple(CheckReport(jixiao.check(one), one.file) for one in several)
    shown = page_of(check_page(reports, Settings(documents=several)))
    tables = sum(len(one.tables) for one in several)

    assert len(shown.ids) == len(set(shown.ids))
    assert {f"t{number}" for number in range(1, tables + 1)} <= set(shown.ids)
    assert all(shown.texts.count(str(one.file)) >= 2 for one in several)


def test_without_documents_a_check_still_names_the_places() -> None:
    found = jixiao.check(nantong())
    shown = page_of(check_page((CheckReport(found, "某.txt"),), Settings()))

    assert WORDS["no_tables"][0] in shown.texts
    assert not [link for link in shown.links if link.startswith("#t")]
    assert any("第 44 行" in text for text in shown.texts)


def test_personal_fields_are_masked() -> None:
    made = document_of(
        table(
            "产出/数量/次数 | ≥2次",
            fields=(
                ("项目负责人", "某人甲"),
                ("联系电话", "010-88888888"),
                ("说明", "电 13900000000"),
            ),
        )
    )
    said = finding(
        "T62", made.tables[0].where(), raw="某人甲", name="项目负责人", value="某人甲", choices="甲"
    )
    html = check_page((CheckReport((said,), "a"),), Settings(documents=(made,)))

    assert "某人甲" not in html
    assert "88888888" not in html
    assert "13900000000" not in html
    assert "＊＊＊" in html

    asked = Settings(documents=(made,), personal=True)
    assert "某人甲" in check_page((CheckReport((said,), "a"),), asked)


PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'onmouseover='alert(1)",
    "</style><script>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "]]><!--",
    "&lt;b&gt;",
)


def poisoned(text: str) -> tuple[Document, tuple[Finding, ...]]:
    """A document and findings with a text wherever there can be one."""
    held = evolve(
        row("甲/乙/丙 | ≥2次", RowStatus.SUSPECTED),
        level1=f"甲{text}",
        level2=f"乙{text}",
        level3=f"丙{text}",
    )
    made = table(
        held,
        total="10",
        name=text,
        unit=text,
        lines=(spending(text, "1", "2"),),
        fields=(("目标" + text, text),),
    )
    place = made.where_row(held, "指标值" + text)
    said = finding("T50", place, raw=text, cite=text, row=text)
    return document_of(made), (said, finding("S15", made.where(), names=text))


def assert_harmless(html: str) -> None:
    """A page with no element or attribute that is not of the templates."""
    shown = page_of(html)

    assert shown.tags.count("script") == shown.tags.count("style") == 1
    assert "img" not in shown.tags
    assert [one for one in shown.attributes if one[1].startswith("on") or one[1] == "src"] == []
    assert all(link.startswith("#") for link in shown.links)
    assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in shown.ids)


@pytest.mark.parametrize("text", PAYLOADS)
def test_no_text_of_a_file_becomes_markup(text: str) -> None:
    made, found = poisoned(text)
    html = check_page((CheckReport(found, text),), Settings(documents=(made,)))

    assert_harmless(html)
    assert " ".join(text.split()) in page_of(html).text


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=30))
def test_any_text_can_be_reported(text: str) -> None:
    made, found = poisoned(text)

    assert_harmless(check_page((CheckReport(found, text),), Settings(documents=(made,))))


def test_the_text_of_a_small_report() -> None:
    made = document_of(
        table(
            "产出指标/数量指标/培训次数 | ≥2次",
            row("产出指标/质量指标/合格率 | 98%", RowStatus.RESTORED, line=2),
            "效益指标/社会效益/办事效率 | 较高",
            total="72",
            fields=(("年度目标", "完成培训"), ("项目负责人", "某人")),
            name="技能培训",
        )
    )
    first, second, third = made.tables[0].indicators
    where = made.tables[0].where_row
    found = (
        finding("T50", where(second), row="合格率"),
        finding("S12", where(third, "指标值"), name="办事效率", value="较高"),
        finding("T62", where(first, "指标值"), name="指标值", value="≥2次", choices="甲、乙"),
    )
    html = check_page((CheckReport(found, "试验.txt"),), Settings(documents=(made,)))

    assert page_of(html).text + "\n" == SNAPSHOT.read_text(encoding="utf-8")


def test_without_findings_it_is_said() -> None:
    html = check_page((CheckReport((), "a.txt"),), Settings(documents=(document_of(),)))

    assert WORDS["nothing_found"][0] in page_of(html).texts


def test_the_extra_is_named_where_jinja2_is_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    _environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)

    with pytest.raises(JixiaoError, match=re.escape("jixiao[report]")):
        check_page((CheckReport(),), Settings())


@pytest.mark.parametrize("path", sorted(TEMPLATES.iterdir()), ids=lambda path: path.name)
def test_a_template_opens_with_a_word_to_whoever_edits_it(path: Path) -> None:
    opening = path.read_text(encoding="utf-8").lstrip()[:3].strip()

    assert opening == ("{#" if path.suffix == ".jinja" else "/*")


def test_every_label_of_the_templates_is_handed_to_them() -> None:
    text = "".join(one.read_text(encoding="utf-8") for one in TEMPLATES.glob("*.jinja"))

    assert set(re.findall(r"\bt\.([a-z0-9_]+)", text)) - {"name"} <= set(labels("zh"))


@pytest.mark.parametrize("severity", list(Severity))
def test_a_severity_has_a_colour_in_light_and_dark(severity: Severity) -> None:
    style = (TEMPLATES / "report.css").read_text(encoding="utf-8")

    assert style.count(f"--{severity.value}: #") == 4
    assert f".badge.{severity.value}" in style


def luminance(colour: str) -> float:
    """How bright a colour is, as WCAG 2 reckons it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of two colours: 21 for black on white."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def palettes() -> list[dict[str, str]]:
    """The colours of light, dark by the system, and dark by the reader's choice."""
    style = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    blocks = re.findall(r"color-scheme: (?:light|dark);(.*?)\}", style, re.DOTALL)[:3]
    return [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", one)) for one in blocks]


def test_words_stand_out_from_what_they_are_printed_on() -> None:
    light, dark, chosen = palettes()

    assert dark == chosen
    for colours in (light, dark):
        for text in ("ink", "soft", "accent", "error", "warning", "hint"):
            for ground in ("paper", "desk", "faint"):
                assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
        for text in ("error", "warning", "hint"):
            assert contrast(colours[text], colours[f"{text}-soft"]) >= 4.5, text
