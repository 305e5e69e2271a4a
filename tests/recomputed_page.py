"""The page docs/recomputed.md: every published score of the collection, with what came of it.

Run `python tests/recomputed_page.py` to write it; `test_recomputed_page.py` keeps it from drifting.
Figures, formulas and sentences come from the run; only `READ` is written by a person, who read each
row that differs.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.messages.words import word
from jixiao.recomputing import Tally
from jixiao.recomputing.tally import RESULTS
from jixiao.scoring.figures import percent_text
from jixiao.units import decimal_text
from jixiao.writing.markdown import cell_text, table_lines
from published_scores import published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.recomputing import RecomputedRow
    from published_scores import Published

__all__ = ["PAGE", "READ", "page", "rows_of"]

PAGE = Path(__file__).parent.parent / "docs" / "recomputed.md"

READ: dict[str, str] = {
    "★★★特困人员救助供养人数(按月平均)(≥**人)": (
        "少完成 150 人仍得满分。填报的原因是“特困人员实行动态管理”，说明了为什么少，"
        "没有说明为什么不扣分；取整到 5 分会把没完成变成满分，所以不算解释。"
    ),
    "扶贫临时救助标准(<**元/户·年)——一户年最高5300元": (
        "上限 5300 元，实际 5830 元，超出一成，没有填原因。反向指标没有全国算式，"
        "两种通行算法都不到满分。若口径是“标准提高”，应改写指标值的符号。"
    ),
    "新型经营主体实现产值(%)": (
        "按 20 分的权重，不封顶时恰是印出的 31.9：全表五行和资金一行都合于不封顶的比例，"
        "可见是漏了封顶，不是随意打分。单位写的是 %，数值像是万元，也请核实。"
    ),
    "新型经营主体助农增收(元)": "同上：不封顶的比例，超过权重 0.5 分。",
    "满意度(%)": "同上：指标值 90、完成 100，不封顶得 11.1 分，超过权重 1.1 分。",
}
"""The reading of each row that differs, by its 三级指标."""

HEAD = """\
# 公开自评得分复算 / Published self-evaluation scores, recomputed

<!-- 由 tests/recomputed_page.py 生成 -->

_In English: every row of a collection of published self-evaluations goes through
`jixiao.recompute`; each score that differs is justified below, and the figures come from the run._

下面是 {documents} 份公开的绩效自评表中收集到的 {rows} 行（有的表只收集到一部分），照印出的原样，
逐行复算。规则用本地本年度的；没有的，用全国的 `财政部-2020`。怎么看结果，见
[复算说明](recompute.zh-CN.md)。
"""

COLUMNS = ("指标", "指标值", "实际完成值", "分值", "印出", "复算", "结果", "说明")
HOW = (
    "按规则的位数正好相等",
    "按印出的位数正好相等",
    "方向或算法没有写明，其中一种读法正好相等",
    "方向或算法没有写明，在区间内",
)
NO_POINTS = "资金的其中行，不计分；与合计的核对见下"

ROUNDING = """\
## 位数比规则粗，算不算一致

规则集写明逐项保留 2 位，而不少表印的是整数或 1 位小数。这里的处理：

- 印出的有小数，按印出的位数四舍五入正好相等的，算**一致**；印整数的，只有全表指标得分都印整数时
  才算。都写明“按印出的位数”。
  读到的表样都没有规定保留几位，规则集的 2 位是系统的通行做法；只印整数的表，不能因为少印小数
  被说成算错。
- 同一张表里别的得分印了小数，整数就不是本表的做法，不算一致。
- 取整会把没有完成的指标变成**满分**的，一律不算一致（见上面第一条）。

本次这样解释的有 {count} 行：
"""


def rows_of(documents: tuple[Published, ...]) -> tuple[tuple[Published, RecomputedRow], ...]:
    """Every recomputed row with its document."""
    return tuple((one, row) for one in documents for row in one.report.rows)


def page() -> str:
    """The whole page."""
    documents = published()
    return "\n".join(_lines(documents)) + "\n"


def _lines(documents: tuple[Published, ...]) -> Iterator[str]:
    every = rows_of(documents)
    collected = sum(len(one.rows) for one in documents)
    yield HEAD.format(documents=len(documents), rows=collected)
    yield from _counts(documents)
    yield "## 复算不一致，逐条说明"
    yield ""
    for document, row in every:
        if row.result == "differs":
            yield from _differing(document, row)
    coarse = [
        (document, row)
        for document, row in every
        if any(dict(why.context).get("rounding") in ("E170", "E171") for why in row.why)
    ]
    yield ROUNDING.format(count=len(coarse))
    for document, row in coarse:
        yield "- " + cell_text(f"{document.name}，{row.indicator}：{row.message()}")
    yield ""
    yield "## 全部各行"
    yield ""
    for document in documents:
        yield from _document(document)


def _counts(documents: tuple[Published, ...]) -> Iterator[str]:
    total = sum((one.report.tally() for one in documents), Tally())
    share = "—" if total.share is None else percent_text(total.share)
    yield "## 结果"
    yield ""
    yield f"可比的得分 {total.scored} 项，其中得到解释的 {total.cleared} 项（{share}）。"
    yield ""
    yield f"“{word('explained')}”的 {total.explained} 项里："
    yield ""
    counts = Counter(_how(row) for _, row in rows_of(documents) if row.result == "explained")
    yield from (f"- {how} {counts[how]} 项" for how in HOW if counts[how])
    yield ""
    rows = [
        [
            one.name,
            one.region,
            str(one.year),
            "、".join(table.ruleset for table in one.report.tables),
            *_numbers(one.report.tally()),
        ]
        for one in documents
    ]
    names = ["文件", "地区", "年度", "规则集", *(word(name) for name in RESULTS)]
    yield from table_lines(names, [*rows, ["合计", "", "", "", *_numbers(total)]])


def _how(row: RecomputedRow) -> str:
    """By what an explained score is explained."""
    by_table = dict(row.why[0].context).get("rounding") in ("E170", "E171")
    if row.why[0].code == "E401":
        return HOW[3]
    return HOW[1] if by_table else HOW[2] if row.why[0].code == "E408" else HOW[0]


def _numbers(tally: Tally) -> list[str]:
    return [str(getattr(tally, name)) for name in RESULTS]


def _differing(document: Published, row: RecomputedRow) -> Iterator[str]:
    yield f"### {cell_text(row.indicator)}"
    yield ""
    place = f"{document.name}（{document.region}，{document.year} 年度）"
    yield f"{cell_text(place)}，{_link(document)}"
    yield ""
    yield f"- 印出 {row.printed_text}，复算 {row.computed}，分值 {_weight(row)}"
    yield from (f"- {cell_text(one.text())}" for one in row.steps)
    yield f"- 结果：{cell_text(row.message())}"
    if row.reason:
        yield f"- 填报的原因：{cell_text(row.reason)}"
    yield f"- 人工阅读：{READ[row.indicator]}"
    yield ""


def _link(document: Published) -> str:
    return (
        f"<{document.source}>" if document.source.startswith("http") else cell_text(document.source)
    )


def _document(document: Published) -> Iterator[str]:
    yield f"### {cell_text(document.name)}"
    yield ""
    yield f"{cell_text(document.region)}，{document.year} 年度，{_link(document)}"
    yield ""
    for table in document.report.tables:
        said = [
            one for one in document.report.findings if one.code in ("E492", "E493", "E498", "E499")
        ]
        yield f"规则集 `{table.ruleset}`。" + "".join(f"{one.message()}。" for one in said)
        yield ""
    lines = [(row.origin.line or 0, _row(row)) for row in document.report.rows]
    shown = {row.indicator for row in document.report.rows if row.kind == "budget"}
    lines += [
        (line, [one["label"], "", "", "", "", "", "", NO_POINTS])
        for line, one in document.rows
        if one["rowtype"] == "budget" and one["label"] not in shown
    ]
    ordered = [cells for _, cells in sorted(lines, key=lambda one: one[0])]
    yield from table_lines(COLUMNS, ordered)
    money = [one for one in document.report.totals if one.kind in ("rate", "parts")]
    yield from (f"- {word(one.result)}：{cell_text(one.message())}" for one in money)
    if money:
        yield ""


def _row(row: RecomputedRow) -> list[str]:
    name = row.indicator if row.kind == "indicator" else f"{row.level1}（{row.indicator}）"
    return [
        name,
        row.target,
        word("missing_actual") if row.actual is None else row.actual,
        _weight(row),
        row.printed_text or "—",
        "—" if row.computed is None else str(row.computed),
        word(row.result),
        row.message(),
    ]


def _weight(row: RecomputedRow) -> str:
    weight = "—" if row.weight is None else decimal_text(row.weight)
    return weight + (f"（{word('inferred')}）" if row.inferred else "")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
