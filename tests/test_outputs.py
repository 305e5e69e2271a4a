"""Where results go: formats by name and by ending, files written whole, the same from Python."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click import Choice, UsageError
from click.testing import CliRunner, Result

import jixiao
from every_result import document, results
from jixiao.cli import cli
from jixiao.writing.outputs import WRITERS, Kind, Writer, formats_of, suffix_format, writer_of

EXAMPLES = Path(__file__).parent.parent / "examples"
NANTONG = str(EXAMPLES / "jiangsu-nantong-2025.txt")
ACTUALS = str(EXAMPLES / "nantong-2025-actuals-illustrative.csv")
TABLE = (
    "某县项目绩效目标表\n项目名称\t培训\n一级指标\t二级指标\t三级指标\t指标值\n"
    "产出指标\t数量指标\t培训场次\t≥10场\n"
)


def run(*arguments: str, text: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli, arguments, input=text)


@pytest.fixture
def small(tmp_path: Path) -> str:
    path = tmp_path / "small.txt"
    path.write_text(TABLE, encoding="utf-8")
    return str(path)


def test_every_row_of_the_table_of_writers_is_one_of_its_own() -> None:
    rows = [(one.kind, one.form) for one in WRITERS]
    assert len(rows) == len(set(rows))
    assert {kind for kind, _ in rows} == {kind for kind, form in rows if form == "json"}


@pytest.mark.parametrize("writer", WRITERS, ids=lambda one: f"{one.kind}-{one.form}")
def test_a_writer_can_be_imported(writer: Writer) -> None:
    assert callable(writer.function)


def test_a_format_that_is_not_offered_is_named_with_those_that_are() -> None:
    with pytest.raises(ValueError, match="a score is written as text, json, not 'html'"):
        writer_of("score", "html")


def test_the_ending_of_output_says_the_format(small: str, tmp_path: Path) -> None:
    out = tmp_path / "found.json"
    result = run("check", small, "-o", str(out))

    assert result.stdout == ""
    assert result.stderr.endswith(f"已写入 {out}\n")
    assert json.loads(out.read_text(encoding="utf-8"))["schema"] == "jixiao/findings/1"


def test_a_format_by_name_goes_before_the_ending(small: str, tmp_path: Path) -> None:
    out = tmp_path / "found.json"
    run("check", small, "--format", "text", "-o", str(out))

    assert "{" not in out.read_text(encoding="utf-8").splitlines()[0]


def test_an_ending_that_is_not_offered_is_misuse(tmp_path: Path) -> None:
    out = tmp_path / "score.html"
    result = run("score", "--target", "≥98%", "--actual", "95%", "--weight", "10", "-o", str(out))

    assert result.exit_code == 2
    assert "没有 html 这种格式；可选：text、json" in result.stderr
    assert not out.exists()


def test_several_files_go_to_one_output_in_order(small: str, tmp_path: Path) -> None:
    out = tmp_path / "all.json"
    run("check", small, NANTONG, "-o", str(out))

    files = [json.loads(line)["file"] for line in out.read_text(encoding="utf-8").splitlines()]
    assert files == [small, NANTONG]


def test_output_that_cannot_be_written_is_said(small: str, tmp_path: Path) -> None:
    result = run("read", small, "-o", str(tmp_path / "no" / "out.txt"))

    assert result.exit_code == 2
    assert "没有这个文件" in result.stderr


def test_from_python_a_result_is_rendered_as_the_command_prints_it(small: str) -> None:
    document = jixiao.read(small)
    shown = run("check", small).stdout

    assert jixiao.render(jixiao.check(document), document=document) == shown.removesuffix("\n")


def test_save_takes_the_format_from_the_ending(tmp_path: Path) -> None:
    out = tmp_path / "score.json"
    jixiao.save(jixiao.score("≥98%", "95%", weight=10), out)

    assert jixiao.IndicatorScore.from_json(json.loads(out.read_text("utf-8"))).weight == 10


def test_save_without_a_format_says_which_there_are(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="does not say a format; name one of text, json"):
        jixiao.save(jixiao.parse_value("≥98%"), tmp_path / "value")


def test_what_is_no_result_is_refused() -> None:
    with pytest.raises(TypeError, match="a str is no result of jixiao"):
        jixiao.render("≥98%")


def test_every_format_has_an_ending() -> None:
    endings = {"text": "txt"}
    forms = {one.form for one in WRITERS}
    assert {suffix_format(f"a.{endings.get(form, form)}") for form in forms} == forms


def test_formats_that_are_offered_are_those_of_the_table() -> None:
    commands: tuple[tuple[str, Kind], ...] = (
        ("check", "check"),
        ("evaluate", "scorecard"),
        ("monitor", "monitor"),
        ("read", "document"),
    )
    for command, kind in commands:
        option = next(one for one in cli.commands[command].params if one.name == "form")
        assert isinstance(option.type, Choice)
        assert tuple(option.type.choices) == formats_of(kind)


def test_bytes_are_not_thrown_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    from jixiao.cli import outputs

    monkeypatch.setattr(
        outputs, "writer_of", lambda _, form: Writer("check", form, "x:y", binary=True)
    )
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)

    with pytest.raises(UsageError, match="text 不能显示在终端上；请用 -o 写到文件，或用管道接走"):
        outputs.chosen_writer("check", "text", None, "zh")
    assert outputs.chosen_writer("check", "text", "a.xlsx", "zh").binary


@pytest.mark.parametrize("command", ["read", "check"])
@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_a_file_may_come_from_standard_input(command: str, form: str, small: str) -> None:
    piped = run(command, "-", "--format", form, text=Path(small).read_bytes())
    named = run(command, small, "--format", form)

    assert piped.exit_code == named.exit_code
    assert piped.stdout.count("\n") == named.stdout.count("\n")


def test_tables_or_actuals_may_come_from_standard_input() -> None:
    actuals = Path(ACTUALS).read_bytes()
    card = run("evaluate", NANTONG, "--actuals", "-", "--format", "json", text=actuals)

    assert json.loads(card.stdout)["inputs"]["actuals"]["file"] == "-"
    twice = run("evaluate", "-", "--actuals", "-", text=actuals)
    assert twice.exit_code == 2
    assert "标准输入（-）只能用一次" in twice.stderr


def test_a_reader_that_goes_away_is_no_error_to_tell(tmp_path: Path) -> None:
    values = tmp_path / "values.txt"
    values.write_text("≥98%\n" * 20_000, encoding="utf-8")
    command = [sys.executable, "-m", "jixiao", "parse", "--file", str(values)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline().decode() == "≥98% → 比较：≥98%\n"
        running.stdout.close()
        assert running.stderr.read() == b""


@pytest.mark.parametrize("writer", WRITERS, ids=lambda one: f"{one.kind}-{one.form}")
def test_every_result_can_be_rendered_from_python(writer: Writer) -> None:
    result = results()[writer.kind]

    made = jixiao.render(result, writer.form, lang="en", document=document())
    assert isinstance(made, bytes) == writer.binary
    assert made


def test_a_file_that_is_being_written_is_whole_or_as_it_was(tmp_path: Path) -> None:
    """A process killed again and again while it writes leaves a whole file: the old or the new."""
    out = tmp_path / "out.bin"
    out.write_bytes(b"0" * 1_000_000)
    script = (
        "import sys\nfrom pathlib import Path\nfrom jixiao.writing.files import write_whole\n"
        "print('go', flush=True)\n"
        "while True:\n"
        "    for mark in (b'1', b'2'):\n"
        "        write_whole(Path(sys.argv[1]), mark * 1_000_000)\n"
    )
    for pause in (0.0, 0.003, 0.01, 0.02, 0.05):
        command = [sys.executable, "-c", script, str(out)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as running:
            assert running.stdout is not None
            running.stdout.readline()
            time.sleep(pause)
            running.kill()
        data = out.read_bytes()
        assert len(data) == 1_000_000
        assert len(set(data)) == 1
