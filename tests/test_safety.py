"""No text of a user becomes a formula, markup, a command to a terminal or a line, in any writer.

The tests walk the table of writers: a format that is added there is tested here, or the test that
says which formats are known fails.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from every_result import PERSON, TELEPHONE, document, results
from jixiao.cli import cli
from jixiao.harmless import is_harmless, visible
from jixiao.writing.markdown import cell_text
from jixiao.writing.outputs import WRITERS, Writer
from jixiao.writing.settings import Settings
from poison import PAYLOADS, poisoned, text_fields

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PLAIN = "甲"


def write(writer: Writer, put: Callable[[str], str], **settings: Any) -> tuple[Any, str | bytes]:  # noqa: ANN401
    """A poisoned result, and what the writer makes of it."""
    result = poisoned(results()[writer.kind], put)
    held = poisoned(document(), put)
    made = writer.write(
        (result,) if writer.joint else result,
        Settings(documents=(held,), steps=True, **settings),
    )
    return result, made


# ── what each format must be free of ──


def text_is_harmless(made: str | bytes, benign: str | bytes) -> None:
    assert isinstance(made, str)
    assert isinstance(benign, str)
    assert is_harmless(made)
    assert made.count("\n") == benign.count("\n")


def json_is_harmless(made: str | bytes, _: str | bytes) -> None:
    assert isinstance(made, str)
    assert is_harmless(made)
    json.loads(made)


def sarif_is_harmless(made: str | bytes, benign: str | bytes) -> None:
    json_is_harmless(made, benign)
    shown = json.loads(made)
    for run in shown["runs"]:
        texts = [one["message"]["text"] for one in run["results"]]
        texts += [one["shortDescription"]["text"] for one in run["tool"]["driver"]["rules"]]
        for text in texts:
            assert re.search(r"(?<!\\)\[[^\[\]]*\]\(", text) is None
            assert re.search(r"(?<!\{)(\{\{)*\{\d", text.replace("{{", "")) is None
        for one in run["artifacts"]:
            assert re.fullmatch(r"[A-Za-z0-9._~%/-]+", one["location"]["uri"])


def csv_is_harmless(made: str | bytes, benign: str | bytes) -> None:
    assert isinstance(made, str)
    assert isinstance(benign, str)
    assert is_harmless(made.removeprefix("\ufeff").replace("\r\n", "\n"))
    before = csv.field_size_limit(len(made))
    rows = list(csv.reader(io.StringIO(made.removeprefix("\ufeff"), newline="")))
    csv.field_size_limit(before)
    assert len({len(one) for one in rows}) == 1
    assert made.count("\n") == benign.count("\n") == len(rows)
    for cell in (cell for one in rows for cell in one):
        assert not cell.lstrip(" ").startswith(tuple("=+-@\t\r\n＝＋－＠"))


class Tags(HTMLParser):
    """The tags of a page with the names of their attributes, and addresses that it names."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, ...]] = []
        self.addresses: list[str] = []

    @property
    def without_items(self) -> list[tuple[str, ...]]:
        """All but the marks of items: a text with a line break may make two of one."""
        return [one for one in self.found if one not in (("li",), ("/li",))]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, *(name for name, _ in attrs)))
        self.addresses += [text or "" for name, text in attrs if name in ("href", "src", "action")]

    def handle_endtag(self, tag: str) -> None:
        self.found.append((f"/{tag}",))

    def handle_comment(self, data: str) -> None:
        self.found.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.found.append(("declaration", decl))

    def unknown_decl(self, data: str) -> None:
        self.found.append(("unknown", data))

    def handle_pi(self, data: str) -> None:
        self.found.append(("instruction", data))


def tags(page: str | bytes) -> Tags:
    text = page if isinstance(page, str) else page.decode("utf-8")
    found = Tags()
    found.feed(text)
    found.close()
    return found


def html_is_harmless(made: str | bytes, benign: str | bytes) -> None:
    one, other = tags(made), tags(benign)
    assert one.without_items == other.without_items
    assert all(address.startswith(("#", "data:image/")) for address in one.addresses)
    text = made if isinstance(made, str) else made.decode("utf-8")
    assert is_harmless(text.replace("\t", " "))


def parts(made: str | bytes) -> dict[str, str]:
    """The XML of an office file, by its part."""
    from defusedxml.ElementTree import fromstring

    assert isinstance(made, bytes)
    with zipfile.ZipFile(io.BytesIO(made)) as held:
        found = {name: held.read(name).decode("utf-8") for name in held.namelist()}
    for name, text in found.items():
        if name.endswith((".xml", ".rels", ".vml")):
            fromstring(text)
    return found


def xlsx_is_harmless(made: str | bytes, _: str | bytes) -> None:
    from openpyxl import load_workbook

    found = parts(made)
    for name, text in found.items():
        assert not re.search(r"<f[ >/]", text), name
        assert "ddeLink" not in text
        assert not name.startswith("xl/externalLinks")
        if name.endswith(".rels"):
            assert 'TargetMode="External"' not in text
    assert isinstance(made, bytes)
    book = load_workbook(io.BytesIO(made), read_only=True)
    assert book.worksheets
    for sheet in book.worksheets:
        assert all(cell.data_type != "f" for line in sheet.iter_rows() for cell in line)


def docx_is_harmless(made: str | bytes, _: str | bytes) -> None:
    for name, text in parts(made).items():
        fields = re.findall(r"<w:instrText[^>]*>([^<]*)<|w:instr=\"([^\"]*)\"", text)
        allowed = {"PAGE", "NUMPAGES"}
        assert {(one or other).strip() for one, other in fields} <= allowed, name
        if name.endswith(".rels"):
            assert 'TargetMode="External"' not in text


CHECKS: dict[str, Callable[[str | bytes, str | bytes], None]] = {
    "text": text_is_harmless,
    "json": json_is_harmless,
    "sarif": sarif_is_harmless,
    "csv": csv_is_harmless,
    "html": html_is_harmless,
    "xlsx": xlsx_is_harmless,
    "docx": docx_is_harmless,
}
each_writer = pytest.mark.parametrize("writer", WRITERS, ids=lambda one: f"{one.kind}-{one.form}")


def test_every_format_has_a_check_and_every_kind_a_result() -> None:
    assert {one.form for one in WRITERS} <= set(CHECKS)
    assert {one.kind for one in WRITERS} <= set(results())


def test_there_are_ten_thousand_cases() -> None:
    texts = {kind: text_fields(result) for kind, result in results().items()}

    assert sum(len(PAYLOADS) * texts[one.kind] for one in WRITERS) > 10_000


@each_writer
def test_no_payload_is_more_than_text(writer: Writer) -> None:
    _, benign = write(writer, lambda text: PLAIN + text)
    for payload in PAYLOADS:
        result, made = write(writer, lambda text, payload=payload: payload + text)  # type: ignore[misc]
        if writer.kind == "value":
            benign = PLAIN + "\n" * len(result.notes)
        try:
            CHECKS[writer.form](made, benign)
        except AssertionError as error:
            raise AssertionError(f"{writer.kind} as {writer.form}: {payload[:60]!r}") from error


@pytest.mark.parametrize(
    "writer", [one for one in WRITERS if one.form == "json"], ids=lambda one: one.kind
)
def test_json_parses_back_to_the_same(writer: Writer) -> None:
    for payload in PAYLOADS:
        result, made = write(writer, lambda text, payload=payload: payload + text, personal=True)  # type: ignore[misc]
        shown = json.loads(made)
        if writer.kind != "value":
            again = type(result).from_json(shown)
            same = result.to_json(mask=False) if writer.kind == "document" else result.to_json()
            assert shown == json.loads(json.dumps(same))
            assert json.loads(json.dumps(again.to_json())) == json.loads(
                json.dumps(result.to_json())
            )


@each_writer
def test_persons_are_masked_unless_asked_for(writer: Writer) -> None:
    made = writer.write(results()[writer.kind], Settings(documents=(document(),), steps=True))
    texts = parts(made).values() if made[:2] == b"PK" else [made]
    for one in texts:
        text = one if isinstance(one, str) else one.decode("utf-8")
        assert PERSON not in text
        assert TELEPHONE not in text


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_a_cell_of_markdown_is_one_cell(payload: str) -> None:
    text = cell_text(payload)

    assert "\n" not in text
    assert re.search(r"(?<!\\)(\\\\)*\|", text) is None
    assert "<" not in text
    assert re.search(r"(?<!\\)(\\\\)*\]\(", text) is None


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_a_remark_on_a_terminal_is_one_harmless_line(payload: str) -> None:
    assert is_harmless(visible(payload))
    assert "\n" not in visible(payload)


def test_the_text_of_a_rule_file_commands_no_terminal(tmp_path: Path) -> None:
    path = tmp_path / "试验.jx"
    lines = (
        "规则集 试验-2024",
        "名称：“试验”",
        "继承：财政部-2020",
        "地区：420000 湖北省",
        "年度：2024",
        "生效：2024年1月1日 至 2024年12月31日",
        "依据：“样式” 核实",
        "# \x1b]0;题\x07\u202e注\x9b2J",
    )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    shown = CliRunner().invoke(cli, ["rulesets", "show", str(path)], color=True)

    assert is_harmless(shown.stdout)
    assert "注" in shown.stdout
