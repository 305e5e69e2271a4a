"""Reports in a real browser: no error, links find what is folded, the search, paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from pages import browser, dom_of, page_of, run_browser
from test_reports import KINDS, page, report

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(browser() is None, reason="no Chromium on this machine")


def written(folder: Path, kind: str, added: str = "") -> Path:
    """A report as a file; a script that is added runs because its page has no policy any more."""
    html = report(kind, "zh")
    if added:
        html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
        html = html.replace("</body>", f"<script>{added}</script></body>")
    path = folder / f"{kind}.html"
    path.write_text(html, encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_a_report_runs_without_an_error_and_stays_whole(tmp_path: Path, kind: str) -> None:
    shown, said = dom_of(written(tmp_path, kind))

    assert said == []
    assert set(shown.ids) == set(page(kind).ids)
    assert ("div", "hidden", "") not in shown.attributes, "the script shows the tools"


def test_the_console_is_really_heard(tmp_path: Path) -> None:
    _, said = dom_of(written(tmp_path, "recompute", "console.error('heard')"))

    assert any("heard" in line for line in said)


def test_the_policy_stops_what_is_not_of_the_page(tmp_path: Path) -> None:
    path = tmp_path / "bad.html"
    html = report("recompute", "zh").replace(
        "</body>", "<script>document.title = 'ran'</script><p style='color:red'>x</p></body>"
    )
    path.write_text(html, encoding="utf-8")
    shown, said = dom_of(path)

    assert "ran" not in shown.texts
    assert len(said) == 2


def test_a_link_into_something_folded_unfolds_it(tmp_path: Path) -> None:
    path = written(tmp_path, "check")
    folded = next(name for name in page("check").ids if re.fullmatch(r"t\d+p\d+", name))

    assert open_details(dom_of(path)[0]) + 1 == open_details(dom_of(path, f"#{folded}")[0])


def open_details(shown: object) -> int:
    attributes = getattr(shown, "attributes", [])
    return sum(tag == "details" and name == "open" for tag, name, _ in attributes)


def test_the_search_leaves_what_fits_and_says_how_much(tmp_path: Path) -> None:
    steps = """
    var told = [];
    var find = document.getElementById('find');
    function count() { return document.querySelectorAll('li.finding:not([hidden])').length; }
    told.push(count());
    document.querySelector('.tools input[value=hint]').click();
    told.push(count());
    document.querySelector('.tools input[value=hint]').click();
    find.value = '专款专用';
    find.dispatchEvent(new Event('input'));
    setTimeout(function () {
      told.push(count(), document.getElementById('shown').textContent);
      var texts = Array.from(document.querySelectorAll('li.finding:not([hidden])'));
      told.push(texts.every(function (one) { return one.textContent.includes('专款专用'); }));
      document.querySelector('.theme').click();
      told.push(document.documentElement.dataset.theme);
      document.body.textContent = told.join('|');
    }, 300);
    """
    done = run_browser(
        "--dump-dom",
        "--virtual-time-budget=2000",
        written(tmp_path, "check", steps).as_uri(),
    )
    every, grave, found, said, fits, theme = page_of(done.stdout).texts[-1].split("|")
    whole = [name for name in page("check").ids if re.fullmatch(r"f\d+", name)]

    assert int(every) == len(whole) > int(grave) > 0
    assert 0 < int(found) < int(every)
    assert said == f"显示 {found} / {every} 项"
    assert (fits, theme) == ("true", "dark")


def test_tables_are_found_by_name_and_a_link_brings_the_others_back(tmp_path: Path) -> None:
    steps = """
    var told = [];
    function count(what) { return document.querySelectorAll(what + ':not([hidden])').length; }
    var pick = document.getElementById('pick');
    pick.value = '印刷';
    pick.dispatchEvent(new Event('input'));
    setTimeout(function () {
      told.push(count('section.table'), count('.index tbody tr'), count('.toc ol ol li'));
      location.hash = '#t1r1';
      setTimeout(function () {
        told.push(count('section.table'), pick.value);
        document.body.textContent = told.join('|');
      }, 300);
    }, 300);
    """
    done = run_browser(
        "--dump-dom",
        "--virtual-time-budget=2000",
        written(tmp_path, "evaluate", steps).as_uri(),
    )
    whole = [name for name in page("evaluate").ids if re.fullmatch(r"t\d+", name)]

    assert page_of(done.stdout).texts[-1] == f"1|1|2|{len(whole)}|"


def test_on_paper_everything_is_unfolded_and_a_table_begins_a_page(tmp_path: Path) -> None:
    import pdfplumber

    paper = tmp_path / "paper.pdf"
    run_browser(
        "--no-pdf-header-footer", f"--print-to-pdf={paper}", written(tmp_path, "recompute").as_uri()
    )
    with pdfplumber.open(paper) as pages:
        texts = [one.extract_text() for one in pages.pages]
        sizes = {(round(one.width), round(one.height)) for one in pages.pages}

    assert sizes == {(595, 842)}
    assert len(texts) >= 2
    assert "完成率：实际值" in re.sub(r"\s", "", "".join(texts))
