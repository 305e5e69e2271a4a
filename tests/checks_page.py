"""The page docs/checks.zh-CN.md: every code with what it means and an example that is really found.

Run `python tests/checks_page.py` to write it; `test_checks_page.py` keeps it from drifting. The
examples are small tables that are checked when the page is made, so no sentence is typed in.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from by_hand import REQUIRED, document, level, row, ruleset, spending, table
from check_cases import CHECKS, Case
from check_cases_documents import DOCUMENT_CASES
from check_cases_rows import ROW_CASES
from check_cases_tables import TABLE_CASES
from jixiao.checking import check_document
from jixiao.expressions import Binary, Call, Name
from jixiao.findings import Severity
from jixiao.messages.sense import SENSE
from jixiao.messages.sense_documents import SENSE_DOCUMENTS
from jixiao.messages.sense_rows import SENSE_ROWS
from jixiao.messages.sense_tables import SENSE_TABLES
from jixiao.messages.template import TEMPLATE
from jixiao.rules import Check, ColumnRule, Demand, FieldRule, KindRule
from jixiao.tables import RowStatus

if TYPE_CHECKING:
    from jixiao.findings import Finding
    from jixiao.messages.entry import Entry

__all__ = ["CASES", "PAGE", "SENSES", "example", "page"]

PAGE = Path(__file__).parent.parent / "docs" / "checks.zh-CN.md"


WELL_FOUNDED = level(
    3,
    "立项依据充分性",
    demand=REQUIRED,
    kinds=(KindRule("等级", "充分程度"),),
    expected="充分",
)
FOUNDING = level(1, "决策", level(2, "项目立项", WELL_FOUNDED, demand=REQUIRED), demand=REQUIRED)
SUM = Check(
    "N02",
    Severity.ERROR,
    "支出明细之和应等于资金总额",
    "项目绩效目标表",
    condition=Binary("=", Call("合计", (Name(("支出", "全年预算数")),)), Name(("资金总额",))),
)
KIND_OF = FieldRule(("项目类型",), choices=("常年安排项目", "当年一次性项目"))
PARTS = "子项目1: 培训费 子项目2: 档案规范化整理费"
SAME = "保障工作正常运转，开支范围为办公费、差旅费"

_PLAIN_CASES: tuple[Case, ...] = (
    Case(
        "T50",
        "读取存疑",
        "这一行在文件中移位、缺名或位置不明，已按内容归位。归位的行不再作任何其他提示，请核对原表即可。",
        (table(row("决策/资金投入/资金分配合理性 | 合理 | 合理", RowStatus.MOVED)),),
    ),
    Case(
        "T51",
        "空表",
        "整张表没有资金、目标和指标，只提示这一条。",
        (table(fields=(("立项必要性", ""),)),),
    ),
    Case(
        "T52",
        "缺一级指标",
        "表式要求必填的一级指标没有任何指标。表式原文已核实的为须修改，待核的为请说明。",
        (table(CHECKS),),
        ruleset(FOUNDING),
    ),
    Case(
        "T53",
        "缺二级指标",
        "表式要求必填的二级指标没有任何指标。上级已缺的不再重复提示。",
        (table("决策/绩效目标/绩效指标明确性 | 明确 | 明确"),),
        ruleset(FOUNDING),
    ),
    Case(
        "T54",
        "缺三级指标",
        "表式固定的三级指标没有填写。",
        (table("决策/项目立项/立项程序规范性 | 规范 | 规范"),),
        ruleset(FOUNDING),
    ),
    Case(
        "T55",
        "指标偏少",
        "规则集写明“至少 n 项”而实际不足。轻重由规则集定。",
        (table(CHECKS, slots=(("产出指标", "成本指标"),)),),
        ruleset(
            level(
                1,
                "产出指标",
                level(2, "成本指标", demand=Demand(at_least=1, severity=Severity.HINT)),
            )
        ),
    ),
    Case(
        "T56",
        "指标偏多",
        "规则集写明“至多 n 项”而实际超出。",
        (table(CHECKS, "产出指标/数量指标/培训场次 | ≥1场 | ≥2场"),),
        ruleset(level(1, "产出指标", level(2, "数量指标", demand=Demand(at_most=1)))),
    ),
    Case(
        "T57",
        "必填栏未填",
        "表式要求必填的栏目是空的。资金总额缺失而其他金额齐全的，按读取存疑处理（T63）。",
        (table(CHECKS, fields=(("立项必要性", ""),)),),
        ruleset(fields=(FieldRule(("立项必要性",), (KindRule("文本"),), REQUIRED),)),
    ),
    Case(
        "T58",
        "指标值未填",
        "有名称的指标在必填的列中没有内容。名称和指标值都空的选填行不提示。",
        (table("产出指标/数量指标/检查次数 | ≥2次 | "),),
    ),
    Case(
        "T59",
        "类型不符",
        "表式要求百分比、等级、年份等，实际填的是另一类。",
        (table("决策/项目立项/立项依据充分性 | 充分 | 10次"),),
        ruleset(FOUNDING),
    ),
    Case(
        "T60",
        "计量单位不符",
        "表式写明了计量单位，实际填的是另一种。",
        (table("产出指标/数量指标/检查次数 | ≥2家 | ≥10家"),),
        ruleset(level(1, "产出指标", level(2, "数量指标", level(3, "检查次数", units=("次",))))),
    ),
    Case(
        "T61",
        "与参考值不同",
        "表式给出了参考用语，实际填了另一档。如实填低一档并不为错，所以只请说明。",
        (table("决策/项目立项/立项依据充分性 | 充分 | 较充分"),),
        ruleset(FOUNDING),
    ),
    Case(
        "T62",
        "不在可选项内",
        "表式列出了可选项，实际填的不在其中。",
        (table(CHECKS, fields=(("项目类型", "其他"),)),),
        ruleset(fields=(KIND_OF,), columns=(ColumnRule("全年指标值", "目标值"),)),
    ),
    Case(
        "T63",
        "可能是读取遗漏",
        "必填的内容没有读到，而同处有行移位或缺失，可能是文件转换时丢失，只请核对原表。",
        (table(row("决策/项目立项/立项程序规范性 | 规范 | 规范", RowStatus.MOVED), CHECKS),),
        ruleset(FOUNDING),
    ),
    Case(
        "T64",
        "无法判断",
        "规则集的一条校验要用到的单元格没有填写。空白不当作零。",
        (table(CHECKS, total="10", lines=(spending("检查", "1", None),)),),
        evolve(ruleset(), checks=(SUM,)),
    ),
    Case(
        "S01",
        "单位成本异常",
        "带“万”“亿”的数量在万以上，全部资金摊到每一件不足 0.01 分，而不计“万”“亿”即回到可能的"
        "范围。两种折算都列出，不推测应填多少。金额、百分比和较小的数（如 ≥320万亩）不提示。",
        (
            table(
                "产出指标/数量指标/发送短信数量 | ≥620000万条 | ≥1870000万条",
                total="7.44",
                lines=(spending("网络租赁费", "0.8", "7.44"),),
            ),
        ),
    ),
    Case(
        "S02",
        "同一指标两个值",
        "去掉“资金”“项目”等不改变所指的字后名称相同，数值却不同。简短的通用名称（完成率）不比较。",
        (
            table(
                "过程/资金管理/预算执行率 | =50% | =100%",
                "产出指标/数量指标/资金预算执行率 | ≥50% | ≥98%",
            ),
        ),
    ),
    Case(
        "S03",
        "恒为 100% 的比率",
        "专款专用率、足额发放率、准确率按含义不随进度累计，半年填 50% 请说明。"
        "参训率等可以累计的不提示。",
        (table(CHECKS, "效益指标/经济效益/资金专款专用率 | =50% | =100%"),),
    ),
    Case(
        "S04",
        "目标文字与指标不一致",
        "年度目标写明的比率与同名指标的数值不同。中长期目标的数值可以不同，不比较。",
        (
            table(
                "过程/资金管理/预算执行率 | =50% | =100%",
                fields=(("年度目标", "确保预算执行率大于等于98%。"),),
            ),
        ),
    ),
    Case(
        "S05",
        "目标承诺无对应指标",
        "目标文字写明的比率在指标中找不到；名称较长但含义相近的行视为已有。",
        (table(CHECKS, fields=(("年度目标", "培训参训率达到95%以上。"),)),),
    ),
    Case(
        "S06",
        "满意度归类",
        "满意度填在效益指标下，而表式的满意度指标是空的。",
        (
            table(
                "效益指标/社会效益/评审满意度 | ≥90% | ≥95%",
                slots=(("满意度指标", "服务对象满意度"),),
            ),
        ),
    ),
    Case(
        "S07",
        "指标值为占位符",
        "有名称的指标，值为“……”“无”或留有“**”。名称也空的选填行不提示。",
        (table("产出指标/数量指标/事前绩效评估 | …… | ……", total="1"),),
    ),
    Case(
        "S08",
        "管理类比率归类",
        "专款专用率、资金使用率、支付率、到位率反映资金管理，不是产出、成本或效益。部门整体的表式除外。",
        (table(CHECKS, "效益指标/经济效益/检查资金使用率 | =50% | =100%"),),
    ),
    Case(
        "S09",
        "产出未反映工作量",
        "产出指标全部是资金管理类比率，看不出项目做了什么。",
        (table("产出指标/数量指标/资金预算执行率 | ≥50% | ≥98%"),),
    ),
    Case(
        "S10",
        "名为数量而值为文字",
        "名称是“率”“人数”“次数”等，值却是“较高”“专款专用”。“全覆盖”“无投诉”等等同数值的词和表式规定的词不提示。",
        (table("效益指标/社会效益/政策知晓率 | 较高 | 较高"),),
    ),
    Case(
        "S11",
        "计量单位与名称不对应",
        "人数、次数用了百分比，率用了件、次，车次用了辆。名称笼统的“数量”不提示。",
        (table("产出指标/数量指标/租赁车辆车次 | ≥9辆 | ≥35辆"),),
    ),
    Case(
        "S12",
        "满意度未量化",
        "满意度指标填“满意”“不断提升”，没有数值。",
        (table("满意度指标/服务对象满意度/公众满意度 | 不断提升 | 不断提升"),),
    ),
    Case(
        "S13",
        "照录指标名称",
        "指标值与指标名称相同，无法考核。",
        (table("效益指标/社会效益/业务水平提升 | 业务水平提升 | 业务水平提升"),),
    ),
    Case(
        "S14",
        "有任务无资金",
        "上半年安排了数量任务，支出明细的半年计划全部写明为 0。空白不当作 0；"
        "除预算执行率外，比率和“≤”不提示。",
        (table(CHECKS, lines=(spending("稽核检查", "0", "11"),), total="11"),),
    ),
    Case(
        "S23",
        "按单项支出计算",
        "半年预算执行率与全部支出的半年计划相差较大，却恰为其中一项支出占全年预算的比例。",
        (
            table(
                "过程/资金管理/预算执行率 | =2% | =100%",
                lines=(spending("培训费", "0.2", "2.8"), spending("宣传费", "2", "7")),
            ),
        ),
    ),
    Case(
        "S15",
        "各栏文字相同",
        "立项必要性、可行性、实施内容或两个目标逐字相同。很短的文字不提示。",
        (table(CHECKS, fields=(("立项必要性", SAME), ("实施可行性", SAME))),),
    ),
    Case(
        "S16",
        "子项目无支出",
        "文字中列明的“子项目”在支出明细中没有名称相近的行；别的项目列有的一并指出。",
        (
            table(
                CHECKS,
                lines=(spending("培训费", "1", "2"),),
                fields=(("立项必要性", PARTS),),
            ),
            table(
                CHECKS, lines=(spending("档案规范化整理", "0", "9"),), name="委托业务费", index=1
            ),
        ),
    ),
    Case(
        "S17",
        "支出无对应指标",
        "一成以上的支出，在产出和效益中没有名称相近的指标。只比较用字，所以只是建议；办公费、差旅费等"
        "经济科目和只有一行的支出明细不提示。",
        (
            table(
                "产出指标/数量指标/业务调研次数 | >2次 | >4次",
                lines=(spending("工作调研", "2", "5"), spending("课题研究", "2", "5")),
            ),
        ),
    ),
    Case(
        "S18",
        "文号括号未闭合",
        "文号前的括号没有闭合，且文号后已另起书名号、括号或句子。文字在文件中被截断的不提示。",
        (table(CHECKS, fields=(("实施可行性", "《通知》（苏医保发【2023】30号《方案》等文件"),)),),
    ),
    Case(
        "S19",
        "文字疑有误",
        "名称以常用指标名结尾而中间少了一个字。",
        (table(CHECKS, "效益指标/经济效益/设备购置专款专率 | =100% | =100%"),),
    ),
    Case(
        "S20",
        "写法建议",
        "满意度、覆盖率等最高为 100% 的比率写成“≥100%”。完成率、增长率可以超过 100%，不提示。",
        (table("满意度指标/服务对象满意度/服务对象满意度 | ≥90% | ≥100%"),),
    ),
    Case(
        "S21",
        "比率超过上限",
        "最高为 100% 的比率填了更大的数。",
        (table("产出指标/质量指标/验收合格率 | 100% | 120%"),),
    ),
    Case(
        "S24",
        "符号方向",
        "合格率、覆盖率等用了“≤”，差错率、投诉率等用了“≥”。使用率、控制率等两种都可能的不提示。",
        (table("产出指标/质量指标/设备合格率 | ≤95% | ≤98%"),),
    ),
    Case(
        "S22",
        "分项大于总额",
        "一项资金来源大于资金总额。",
        (
            evolve(
                table(CHECKS, total="10"),
                funding=(
                    *table(total="10").funding,
                    evolve(table(total="12").funding[0], source="一般公共预算资金"),
                ),
            ),
        ),
    ),
)
CASES = (*_PLAIN_CASES, *TABLE_CASES, *ROW_CASES, *DOCUMENT_CASES)
SENSES = tuple(
    sorted((*SENSE, *SENSE_TABLES, *SENSE_ROWS, *SENSE_DOCUMENTS), key=lambda entry: entry.code)
)


def example(case: Case) -> Finding:
    """The finding of the case's code in its own tables.

    Raises:
        LookupError: the code is not found there, so the case is no example of it.
    """
    held = evolve(document(*case.tables), leftovers=case.leftovers)
    for one in check_document(held, case.rules):
        if one.code == case.code:
            return one
    raise LookupError(case.code)


HEAD = """# 检查结果说明

本页由程序生成：每条编码的含义和例子都取自检查程序本身，例子是真实检查出来的。

结果分三级：**须修改**（表式写明的要求，或算术可以证明）、**请说明**（请修改或说明理由）、
**建议完善**（供参考）。同一编码在一张表中只列一条，注明处数；各表共有的只列一条。空表只有一条。
没有读准的行不作评判，只请核对原表。检查不推测应填的数字，空白不当作零。
填报习惯一类的提示（如整栏同一内容），三张以上的表都有的，全文件只列一条。

每条结果归入审核表的四个方面：完整性、相关性、适当性、可行性。

规则集自己的校验有自己的编码，如 `江苏南通-2025/N02`，含义见该规则集。
对四份公开文件的检查结果见 [四份公开文件的检查结果](findings.zh-CN.md)。
"""


_SHOWN = 5


def _section(case: Case, entry: Entry) -> list[str]:
    one = example(case)
    rows = [held for made in case.tables[:1] for held in made.indicators]
    filed = "；".join(
        f"{held.level1} › {held.level2} › {held.level3}："
        + "，".join(f"{name} {value.text or '（空）'}" for name, value in held.values)
        for held in rows[:_SHOWN]
    ) + ("……" if len(rows) > _SHOWN else "")
    lines = [
        f"### {case.code} {case.title}",
        "",
        f"{Severity(entry.severity).label()} · {entry.heading} — {case.meaning}",
        "",
    ]
    if filed:
        lines += [f"- 填报：{filed}"]
    if case.leftovers:
        lines += [f"- 文中：{' '.join(cell.text for cell in case.leftovers)}"]
    return [*lines, f"- 提示：{one.message()}", ""]


def page() -> str:
    """The whole page."""
    cases = {case.code: case for case in CASES}
    lines = [HEAD, "## 表式要求", ""]
    for entry in TEMPLATE:
        lines += _section(cases[entry.code], entry)
    lines += ["## 常理要求", ""]
    for entry in SENSES:
        lines += _section(cases[entry.code], entry)
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
