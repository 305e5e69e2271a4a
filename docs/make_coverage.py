"""Write docs/coverage.md from the rulesets that are built in; with --check, only compare.

Run it after a change of a file of rulesets/.
"""

# ruff: noqa: INP001 - a script beside the pages, no package
from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from jixiao.library import Library  # noqa: E402
from jixiao.writing.ruleset_reading import cited_figures  # noqa: E402
from jixiao.writing.ruleset_source import Lineage  # noqa: E402

if TYPE_CHECKING:
    from jixiao.rules import Ruleset

HEAD = """# 收了哪些表样，有多少把握

本页由 `python docs/make_coverage.py` 从规则集写出，每次测试都核对；改了规则集，再写一次本页。

- **核实**：读过原文或表样，数字照表上印的写；**待核**：凭记忆写下，或来自公开程序的系统做法，
  用于正式评价之前请对照原文；**没有写依据**：规则语言在那里不能写依据，或是常理，按待核看待。
- 三个数都数的是继承之后的全部数字（权重、完成率、计分方法、等次、校验和规则集本身的依据），
  逐条见各规则集的说明页。
- 一个表样读成哪个规则集，看文件里有没有写明地方（标题、单位名称、项目编码或报表编号）；
  没有写明的，用全国通用的，认不出的表样会提示（T05）。

"""

LACKING = {
    "财政部-2019": "附表没有读到，栏目凭记忆；办法没有规定灯，所以没有灯。",
    "财政部-2020": "条文凭记忆；反向指标的完成率没有规定，得分是区间。",
    "财政部-2021": "没有成本指标、没有满意度时的权重写不出来；附件 2 的栏目没有读到。",
    "河北兴隆-2022": "计分、权重没有印，沿用上级；部门整体部分是文字。",
    "上海自评-2022": "产出、效益、满意度的权重没有印，沿用上级；反向的完成率没有印。",
    "江苏南通-2025": "计分、权重没有印，沿用上级；反向的完成率没有印。",
    "安徽自评-2022": "反向的完成率没有印；省里的通知没有读到。",
    "湖北自评-2020": "等次没有印，沿用上级；“完成率 反向”读过，规则语言不能在那里写依据。",
    "湖北阳新-2024": "没有分值，不计分；填报说明没有读到。",
    "湖南衡山-2020": "没有分值，不计分；表下的说明没有读到。",
    "湖南岳阳-2020": "预算管理以后的指标没有读到；调整率为负的，样表没有说。",
    "广西自评-2021": "只有一条系统做法；自治区的文件没有读到，年份暂编。",
    "海南自评-2011": "项目效益以下没有读到；没有写年度，年份暂编；评分标准没有读到。",
    "四川自评-2023": "反向的完成率没有印；“原因”一列在残损的文件里可能读不到，所以只作建议。",
    "四川中江-2022": "表下第 2 条注读到一半、第 3 条以下没有读到，反向的完成率沿用上级。",
    "云南自评-2020": "产出、效益、满意度的权重没有印，沿用上级；反向的完成率没有印。",
    "陕西渭南-2023": "没有分值，不计分。",
    "陕西佳县-2016": "填报说明的后半没有读到；没有分值，不计分。",
}
"""What each ruleset does not know: nothing but this is written by hand."""

TAIL = """## 还没有收的

下列地方只有记忆，没有读到表样，所以没有规则集：云南、四川、湖南、重庆、北京的绩效目标表，
河南的部门整体表，浙江、江西、广东、山西的系统模式。遇到这些地方的表，按全国通用的读，
表样认不出的会提示。要补一个地方，照 [新手试写](newcomer.zh-CN.md) 的步骤做，
写法见 [规则语言](language.md)。

## 规则语言还写不出来的

- 权重随有没有某一类指标而变（财政部-2021：有无成本指标、有无满意度）。
- `完成率`、`舍入`、`汇总`、`约数` 后面写依据：读过原文的也只能写在注释里。
- 取消上级的一张表：下级用不到的表样也跟着继承。
- 按出现的次数扣分（湖南岳阳-2020 的“每出现一例扣 1 分”）：没有次数这一栏，交给评价人判断。
- 同一标题下两部分栏目不同的表（湖北阳新-2024 的长期与年度），写成了两张表。
- 一个地方一列、列名就是地名的目标值（福建的专项资金绩效目标表）：列名每份文件都不同，
  写不成固定的列。
"""


def forms(rules: Ruleset) -> str:
    """The forms that a ruleset says itself, with their stage."""
    own = [one for one in rules.tables if one.origin.file == rules.origin.file]
    shown = [f"{one.name}（{one.stage or '目标'}）" for one in own]
    return "、".join(shown) or "沿用上级"


def counts(name: str) -> tuple[int, int, int]:
    """How many figures of a ruleset are 核实, 待核, and without a source."""
    loaded = Library.default().open(name)
    if loaded.ruleset is None:
        raise SystemExit(loaded.text())
    figures = dict.fromkeys(cited_figures(Lineage.of(loaded, loaded.ruleset)))
    cites = [cite for _, _, cite in figures]
    verified = sum(cite is not None and cite.verified for cite in cites)
    unsaid = sum(cite is None for cite in cites)
    return verified, len(cites) - verified - unsaid, unsaid


def page() -> str:
    """The whole page."""
    library = Library.default()
    entries = [one for one in library.entries() if one.found_in == "jixiao.rulesets"]
    lines = [
        "| 规则集 | 地区 | 年度 | 表样（阶段） | 核实 | 待核 | 没有写依据 | 还缺什么 |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    totals = [0, 0, 0]
    for one in entries:
        numbers = counts(one.id)
        totals = [total + number for total, number in zip(totals, numbers, strict=True)]
        shown = " | ".join(str(number) for number in numbers)
        link = f"[{one.id}](rulesets/{one.file.removesuffix('.jx')}.md)"
        place = one.region.partition(" ")[2]
        lines.append(
            f"| {link} | {place} | {one.year} | {forms(library.load(one.id))} "
            f"| {shown} | {LACKING[one.id]} |"
        )
    summary = (
        f"共 {len(entries)} 个规则集：核实 {totals[0]} 处，待核 {totals[1]} 处，"
        f"没有写依据 {totals[2]} 处（继承来的重复计算）。"
    )
    return HEAD + "\n".join((*lines, "", summary, "", TAIL))


def main() -> int:
    """Write, or compare and say whether they differ."""
    target = ROOT / "docs" / "coverage.md"
    made = page()
    if "--check" in sys.argv:
        if target.is_file() and target.read_text(encoding="utf-8") == made:
            return 0
        sys.stdout.write("docs/coverage.md is not what docs/make_coverage.py makes\n")
        return 1
    target.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
