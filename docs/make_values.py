"""Write docs/values.md from the table of labelled forms; with --check, only compare.

Run it after a change of tests/values_table.py.
"""

# ruff: noqa: INP001 - a script beside the pages, no package
from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
sys.path.insert(0, str(ROOT / "src"))

from jixiao.parsing import parse_actual, parse_value  # noqa: E402
from values_table import LABELLED  # noqa: E402 - the path comes first

KINDS = {
    "comparison": "比较",
    "range": "区间",
    "pace": "序时进度",
    "deadline": "时限",
    "period": "时段",
    "trend": "趋势",
    "reference": "参照",
    "qualitative": "文字",
    "compound": "多项",
    "absent": "未设定",
}

HEAD = """# 指标值的读法

本页列出各种写法及其读法，由测试所用的对照表生成，每次测试都核对，不会与程序脱节。
修改对照表（`tests/values_table.py`）后运行 `python docs/make_values.py` 重新生成。

- **读作**一栏是规范写法，规范写法再读一次，得到同一个值。
- 没有计算符号的数（`100%`、`2157 家`）不推定方向：越大越好还是越小越好，由指标或规则集决定。
- 任何文字都在 5 毫秒内读完，耗时不快于长度增长：测试数步数（`tests/test_values_linear.py`），
  耗时由 `python benchmarks/values.py` 量取。
- **提示**一栏是读取时的疑点。文中的数字如有不明，整条按文字保留并提示，不猜成数。

This page lists every form and its reading; it is generated from the table that the tests check.
Any text is read within 5 ms and in steps that grow no faster than its length: the tests count the
steps, `python benchmarks/values.py` measures the time.
"""

FIRST = """
## 读得出的与还读不出的

写出各行业的写法，先逐条标注应有的读法，再试读。下表是首次试读与现在的结果；“读对”是种类、符号、
数、单位和主语与标注完全一致（实际完成值还包括完成程度和完成日期）。每批都是前几批的问题改完之后
新写的，只读这一次。首次未读对的逐条列在后面；其中有的是标注不当，读法并不错。从第 11 批起
标注时不看文法和词表；规范写法与标注只差记法的（`10-20户` 记作 `10户-20户`），标注改从规范记法。
后来读得更细的（`数量（套）：36` 读作 `数量36套`），标注不改，“现在读对”里不计。
第 14、15 批约半数取自各地公开的绩效表；第 15 批写于第 14 批改动期间，改动后才试读。
第 16、17 批分别约四成、三成取自各地公开的绩效表和自评报告，标注者不看读取程序，也不参与改动。

Strings of every field were written and labelled before they were first read; the page says how many
were read exactly as labelled then and now, and lists every one that was not. Each batch was written
after the faults of the one before were mended. From batch 11 on they were labelled without a look
at the grammar; where a label differed from the canonical text in notation alone, the label took
over the notation. Labels do not follow what is read more finely later: such a row counts as unread.
About half of batches 14 and 15 comes from published tables; batch 15 was written while the faults
of batch 14 were being mended and read after that. About two fifths of batch 16 and three tenths of
batch 17 come from published tables and reports; who labelled them sees nothing of the code that
reads and mends nothing in it.
"""

MISSING = """
仍按文字保留并提示的写法：

- 算式和带条件的句子（`每增加1人减少2元`、`培训500人以上合格率≥95%`）；
- 后一部分没有单位或大于前一单位的复合写法（`2米5`、`3万5`、`2年18个月`）；
- 没有单位、可作日期理解的数（`2024.10`、`202410`、`20241031`、`2024-2025`）；单位列写明单位的，
  按数值读取，指标名称或上下文说明是时间的，按日期读取；
- 以数字开头的名称（`12345热线`、`4A级景区`、`5G基站`）和编号（`详见附件1`）；
- 不说“的”的倍数和比例（`低于市场价10%`，可指低10%，也可指其10%）；
- 名次（`全省排名前5名`）和相对的年月日（`次月15日前`、`翌年3月底前`、`每季度首月10日前`）。
"""


def cell(text: str) -> str:
    """A text as a cell of a table."""
    return text.replace("|", "\\|") or "（空）"


COLUMNS = (("operator", "计算符号"), ("unit", "计量单位"))
"""Columns of a table that were given with a text, and their headings."""

GRADES = {"full": "完成", "basic": "基本完成", "partial": "部分完成", "none": "未完成"}


def read(row: dict[str, str]) -> tuple[str, str, str, str]:
    """Kind, canonical text, grade of attainment and day of completion of a row as read now."""
    if "target" not in row:
        value = parse_value(row["text"], operator=row.get("operator"), unit=row.get("unit"))
        return type(value).__name__.lower(), str(value), "", ""
    actual = parse_actual(row["text"], parse_value(row["target"]))
    day = "" if actual.done_on is None or "done_on" not in row else actual.done_on.isoformat()
    kind = type(actual.value).__name__.lower()
    return kind, str(actual.value), actual.attainment or "", day


def as_labelled(row: dict[str, str]) -> bool:
    """Whether a text is read now as it was labelled before its first reading."""
    label = row["kind"], row["canonical"], row.get("attainment", ""), row.get("done_on", "")
    return read(row) == label


def shown(kind: str, canonical: str, grade: str) -> str:
    """One reading in a cell."""
    attained = f"，{GRADES[grade]}" if grade else ""
    return f"{cell(canonical)}（{KINDS[kind]}{attained}）"


def not_as_labelled(row: dict[str, str]) -> str:
    """The line of a text that was not read as labelled at first."""
    kind, canonical, grade, _ = read(row)
    text = cell(row["text"]) + (f"（指标值为 {cell(row['target'])}）" if "target" in row else "")
    columns = [f"{name} {row[key]}" for key, name in COLUMNS if key in row]
    text += f"（{'，'.join(columns)}）" if columns else ""
    first = row.get("first_attainment", row.get("attainment", ""))
    cells = (
        text,
        shown(row["kind"], row["canonical"], row.get("attainment", "")),
        shown(row["first_kind"], row["first_canonical"], first),
        shown(kind, canonical, grade),
    )
    return "| " + " | ".join(cells) + " |"


def first_readings() -> list[str]:
    """The table of what was read of texts that were new, and what was not."""
    path = ROOT / "tests" / "data" / "first_readings.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    lines = [
        FIRST,
        "| 批次 | 条数 | 其中实际完成值 | 首次读对 | 现在读对 |",
        "| --- | --- | --- | --- | --- |",
    ]
    for batch in sorted({row["batch"] for row in rows}):
        own = [row for row in rows if row["batch"] == batch]
        first = sum("first_kind" not in row for row in own)
        now = sum(map(as_labelled, own))
        actuals = sum("target" in row for row in own)
        lines.append(
            f"| {batch} | {len(own)} | {actuals} | {first}（{first / len(own):.1%}） "
            f"| {now}（{now / len(own):.1%}） |"
        )
    lines += ["", "| 写法 | 标注 | 首次读作 | 现在读作 |", "| --- | --- | --- | --- |"]
    lines += [not_as_labelled(row) for row in rows if "first_kind" in row]
    return [*lines, MISSING]


def page() -> str:
    """The whole page."""
    lines = [HEAD, *first_readings()]
    for title, rows in LABELLED:
        lines += [f"## {title}", "", "| 写法 | 种类 | 读作 | 提示 |", "| --- | --- | --- | --- |"]
        for text, kind, canonical, _ in rows:
            notes = "；".join(note.message() for note in parse_value(text).notes)
            lines.append(
                f"| {cell(text)} | {KINDS[kind]} | {cell(canonical)} | {notes.replace('|', '')} |"
            )
        lines.append("")
    return "\n".join(lines)


def main() -> int:
    """Write, or compare and say whether they differ."""
    target = ROOT / "docs" / "values.md"
    made = page()
    if "--check" in sys.argv:
        if target.read_text(encoding="utf-8") == made:
            return 0
        sys.stdout.write("docs/values.md is not what docs/make_values.py makes\n")
        return 1
    target.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
