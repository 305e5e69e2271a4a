"""Nobody's name or number is in any output by default, whatever label stands before it."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jixiao
from jixiao.personal import is_personal, is_personal_label, mask_text
from jixiao.reading import read_document
from jixiao.writing.outputs import WRITERS, Writer
from jixiao.writing.settings import Settings
from test_safety import parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from jixiao.tables import Document

LABELS = (
    *("项目负责人", "项目负责人及电话", "负责人及电话", "联系人及电话", "项目责任人", "单位负责人"),
    *(
        "项目负责人及联系方式",
        "财务负责人",
        "单位负责人(签字)",
        "填表人",
        "制表人",
        "审核人",
        "经办人",
    ),
    *(
        "联系人（签字）/联系方式",
        "项目负责人、联系电话",
        "填报人和手机",
        "法人代表",
        "項目負責人及電話",
    ),
)
TELEPHONES = ("13812345678", "0513-85123456", "139-1234-5678", "01085123456")
NAMES = ("张某某", "李小红", "欧阳文", "王建", "赵 强")
ROWS = (
    ("产出指标", "数量指标", "培训场次", "≥5场"),
    ("产出指标", "质量指标", "培训合格率", "≥95%"),
    ("效益指标", "社会效益指标", "知晓率", "≥90%"),
    ("满意度指标", "服务对象满意度指标", "学员满意度", "≥90%"),
)
HEADER = ("一级指标", "二级指标", "三级指标", "指标值")
Line = tuple[str, ...]


def printed(lines: list[Line], between: str) -> str:
    return "\n".join(between.join(line) for line in lines) + "\n"


def as_html(lines: list[Line]) -> str:
    rows = "".join("<tr>" + "".join(f"<td>{one}</td>" for one in line) + "</tr>" for line in lines)
    return f"<html><body><table>{rows}</table></body></html>"


def as_csv(lines: list[Line]) -> str:
    made = io.StringIO(newline="")
    csv.writer(made).writerows(lines)
    return made.getvalue()


LAYOUTS: dict[str, Callable[[list[Line]], str]] = {
    "tabs": lambda lines: printed(lines, "\t"),
    "spaces": lambda lines: printed(lines, " "),
    "pipes": lambda lines: "".join(f"| {' | '.join(line)} |\n" for line in lines),
    "a cell a line": lambda lines: "\n".join("\n\n".join(line) + "\n" for line in lines),
    "one line": lambda lines: " ".join(" ".join(line) for line in lines),
    "glued": lambda lines: "\n".join("".join(line) for line in lines),
    "csv": as_csv,
    "html": as_html,
}


def filled(label: str, name: str, telephone: str, place: int) -> list[Line]:
    """A table that has a person behind a label: in cells of their own, in one, or in another's."""
    told = f"{name} {telephone}"
    lines: list[Line] = [("某镇项目支出绩效目标表",), ("项目名称", "某镇道路")]
    match place:
        case 0:
            lines.append((label, told))
        case 1:
            lines.append((label, name, "联系电话", telephone))
        case 2:
            lines[-1] = ("项目名称", f"某镇道路 {label} {told}")
        case 3:
            lines.append((f"{label}：{name} 联系电话：{telephone}",))
        case _:
            lines.append(("主管部门", "某局", label, told))
    lines += [("年度资金总额", "72"), HEADER, *ROWS]
    if place == 5:
        lines.append((f"{label}：{name}", f"联系方式：{telephone}"))
    return lines


def document_of(layout: str, lines: list[Line]) -> Document:
    return read_document(LAYOUTS[layout](lines).encode(), file="a.txt")


def shown(writer: Writer, result: object, document: Document) -> str:
    given = (result,) if writer.joint else result
    made = writer.write(given, Settings(documents=(document,), steps=True))
    if made[:2] == b"PK":
        return "\n".join(parts(made).values())
    return made if isinstance(made, str) else made.decode("utf-8")


def outputs(document: Document) -> dict[str, str]:
    """What every format makes of a document and of what is said about it."""
    rules = jixiao.load("财政部-2020")
    report = jixiao.CheckReport(jixiao.check(document, rules), document.file)
    held: dict[str, object] = {
        "document": document,
        "check": report,
        "recompute": jixiao.recompute(document, rules),
        "summary": jixiao.summarize((document,), rules),
    }
    return {
        f"{one.kind} {one.form}": shown(one, held[one.kind], document)
        for one in WRITERS
        if one.kind in held
    }


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=12, deadline=None)
@given(
    label=st.sampled_from(LABELS),
    name=st.sampled_from(NAMES),
    telephone=st.sampled_from(TELEPHONES),
    place=st.integers(0, 5),
)
def test_no_output_has_a_person(
    layout: str, label: str, name: str, telephone: str, place: int
) -> None:
    document = document_of(layout, filled(label, name, telephone, place))
    whole = json.dumps(document.to_json(mask=False), ensure_ascii=False)

    assert telephone in whole
    made = json.dumps(document.to_json(), ensure_ascii=False)
    text = shown(next(one for one in WRITERS if one.kind == "document"), document, document)
    for one in (made, text):
        assert telephone not in one
        assert name not in one


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("place", [2, 5])
def test_no_format_of_any_result_has_a_person(layout: str, place: int) -> None:
    lines = filled("项目负责人及电话", "李小红", "13812345678", place)
    for form, text in outputs(document_of(layout, lines)).items():
        assert "13812345678" not in text, form
        assert "李小红" not in text, form


def test_asked_for_persons_are_shown() -> None:
    document = document_of("tabs", filled("项目负责人及电话", "李小红", "13812345678", 2))
    json_writer = next(one for one in WRITERS if (one.kind, one.form) == ("document", "json"))
    made = json_writer.write(document, Settings(personal=True))

    assert isinstance(made, str)
    assert "李小红" in made
    assert "13812345678" in made


def test_the_label_of_a_person_ends_the_name_before_it() -> None:
    document = document_of("tabs", filled("项目负责人及电话", "李小红", "13812345678", 2))
    table = document.tables[0]

    assert table.name == "某镇道路"
    person = table.field("项目负责人及电话")
    assert person is not None
    assert person.text == "李小红 13812345678"


@pytest.mark.parametrize("label", LABELS)
def test_labels_of_persons_are_known(label: str) -> None:
    assert is_personal(label)
    assert is_personal_label(label)


@pytest.mark.parametrize(
    "text",
    [
        "科室负责人培训",
        "财务负责人培训班",
        "联系人满意度 ≥95%",
        "培训村级联络员 300人",
        "单位负责人 3600",
        "电话费 13000 元",
        "电话调查 12000000 份",
        "文号 财预〔2019〕136号",
        "项目编码 13082222P00877610001X",
        "各单位负责人参加会议",
        "短信 ≥18700000000 条",
        "填报人： 主管部门：某局",
    ],
)
def test_what_names_nobody_stays(text: str) -> None:
    assert mask_text(text) == text
