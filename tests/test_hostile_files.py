"""Hostile and torn files: each is refused or read in little time and memory, and says why."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from hostile_files import BLOCKS, HOSTILE
from jixiao.findings import Finding
from jixiao.limits import Limits
from jixiao.reading import read_actuals, read_document
from jixiao.reading.file_reads import Refused
from jixiao.reading.pdf.document import rows_of_pages
from jixiao.reading.pdf.pages import pdf_pages
from office_files import as_docx, as_html, as_ods, as_pdf, as_xls, as_xlsx, zipped

SECONDS = 2.0
MEGABYTES = 200
READER = """
import json, resource, sys, time
from pathlib import Path
from jixiao.reading import read_document
spent = lambda: time.process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
for name in sys.argv[1:]:
    data = Path(name).read_bytes()
    began = spent()
    document = read_document(data)
    took = spent() - began
    codes = [one.code for one in document.findings]
    texts = [one.message(lang) for one in document.findings for lang in ("zh", "en")]
    status = Path("/proc/self/status").read_text()
    own = int(status.partition("VmHWM:")[2].split()[0])
    peak = max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024
    print(json.dumps([codes, texts, took, peak, document.readable]))
"""


@lru_cache(maxsize=1)
def outcomes() -> dict[str, tuple[list[str], list[str], float, float, bool]]:
    """What a process that does nothing else says of every hostile file, and what it took."""
    with TemporaryDirectory() as folder:
        paths = []
        for name, (make, _) in HOSTILE.items():
            path = Path(folder) / name
            path.write_bytes(make())
            paths.append(str(path))
        done = subprocess.run(
            [sys.executable, "-c", READER, *paths],
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        )
    assert done.returncode == 0, done.stderr[-2000:]
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return dict(zip(HOSTILE, lines, strict=True))


def test_there_are_enough_of_them_and_they_are_small() -> None:
    assert len(HOSTILE) >= 60
    assert max(len(make()) for make, _ in HOSTILE.values()) < 1_000_000


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_or_read_and_named(name: str) -> None:
    codes, texts, seconds, _, _ = outcomes()[name]

    assert HOSTILE[name][1] <= set(codes)
    assert seconds < SECONDS
    assert not [text for text in texts if "{" in text]


def test_no_hostile_file_takes_much_memory() -> None:
    assert max(peak for _, _, _, peak, _ in outcomes().values()) < MEGABYTES


def test_a_file_that_was_refused_has_no_tables_and_macros_are_no_reason_to_refuse() -> None:
    readable = {name for name, one in outcomes().items() if one[4]}

    assert readable == {"macros"}


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(archive_bytes=100), "L30"),
        (Limits(archive_members=2), "L32"),
        (Limits(xml_depth=3), "L39"),
        (Limits(xml_elements=5), "L46"),
        (Limits(part_chars=5), "L45"),
        (Limits(cells=3), "L38"),
        (Limits(file_bytes=100), "L03"),
    ],
)
def test_each_limit_can_be_set(limits: Limits, code: str) -> None:
    document = read_document(as_xlsx({"表": BLOCKS}), limits=limits)

    assert [one.code for one in document.findings] == [code]
    assert not document.readable


def test_limits_of_spans_and_pages_can_be_set() -> None:
    def codes(data: bytes, limits: Limits) -> list[str]:
        return [one.code for one in read_document(data, limits=limits).findings]

    body = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="9"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
    assert codes(as_docx([], body=body), Limits(cell_span=8)) == ["L40"]
    assert codes(as_pdf(BLOCKS), Limits(pdf_page_bytes=10)) == ["L43"]
    assert codes(as_pdf([*BLOCKS, "说明"] * 40), Limits(pdf_pages=1)) == ["L41"]


def test_a_reader_of_pdf_that_gets_no_memory_says_so() -> None:
    document = read_document(as_pdf(BLOCKS), limits=Limits(reader_memory=10_000_000))

    assert [one.code for one in document.findings] == ["L44"]


# ── torn files ────────────────────────────────────────────────────────────────

_MARKS = (b"<", b">", b'"', b"&", b"\0", b"\xff", b"9" * 12, b"</w:tbl>", b"<row>", b"-1", b"")


def torn(data: bytes, seed: int) -> bytes:
    """The data with some bytes changed, left out, put in or cut off."""
    chance = random.Random(seed)  # noqa: S311 - the same damage in every run
    held = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(held) or 1)
        match chance.randrange(5):
            case 0 if held:
                held[at % len(held)] = chance.randrange(256)
            case 1:
                del held[at : at + chance.randint(1, 40)]
            case 2:
                held[at:at] = chance.choice(_MARKS)
            case 3 if chance.random() < 0.2:
                del held[at:]
            case _:
                end = at + chance.randint(1, 30)
                held[at:at] = held[at:end]
    return bytes(held)


@lru_cache(maxsize=1)
def wholes() -> dict[str, dict[str, bytes]]:
    """A file of each kind by its parts; one that is no archive has one part."""
    import io
    import zipfile

    kinds = {}
    for kind, data in (
        ("xlsx", as_xlsx({"表": BLOCKS})),
        ("docx", as_docx(BLOCKS)),
        ("ods", as_ods({"表": BLOCKS})),
    ):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            kinds[kind] = {name: archive.read(name) for name in archive.namelist()}
    rows: list[list[str | float]] = [
        ["一级指标", "二级指标", "三级指标", "指标值"],
        ["产出指标", "数量指标", "场次", 5.0],
    ]
    kinds["html"] = {"": as_html(BLOCKS)}
    kinds["xls"] = {"": as_xls(rows)}
    kinds["pdf"] = {"": as_pdf(BLOCKS)}
    return kinds


def damaged(kind: str, seed: int) -> bytes:
    """A file of a kind, torn as it is or inside of one of its parts."""
    parts = wholes()[kind]
    if "" in parts:
        return torn(parts[""], seed)
    chance = random.Random(seed)  # noqa: S311
    if seed % 3 == 0:
        return torn(zipped(parts), seed)
    name = chance.choice([one for one in parts if one.endswith(".xml")])
    return zipped(parts | {name: torn(parts[name], seed)})


@pytest.mark.parametrize(
    ("kind", "count"),
    [("xlsx", 160), ("docx", 160), ("ods", 60), ("html", 120), ("xls", 12)],
)
def test_a_torn_file_is_read_or_refused_and_says_so(kind: str, count: int) -> None:
    for seed in range(count):
        document = read_document(damaged(kind, seed), file=f"表.{kind}")
        assert document.readable or document.findings, seed
        assert all(isinstance(one, Finding) and one.message() for one in document.findings)


def test_a_torn_pdf_is_read_or_refused_and_says_so() -> None:
    for seed in range(80):
        pages = list(pdf_pages(damaged("pdf", seed), Limits()))
        assert pages, seed
        with suppress(Refused):
            assert rows_of_pages(pages, file="表.pdf").groups


def test_torn_workbooks_of_actuals_are_read_or_refused() -> None:
    for seed in range(60):
        actuals = read_actuals(damaged("xlsx", seed))
        assert actuals.readable or actuals.findings, seed
