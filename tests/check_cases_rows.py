"""Cases of the page of checks: names, values, bases and whole columns."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from by_hand import row, table
from check_cases import CHECKS, Case
from department_tables import NAME
from jixiao.tables import Column, Indicator, ScheduleStep, Table

__all__ = ["ROW_CASES", "based", "departments_rows", "planned"]

BASIS = Column("指标值确定依据", "依据")
OF_RATE = "效益指标/经济效益指标/医疗待遇保障制度 | 严格执行"


def based(*rows: tuple[str, str], name: str = "试验项目", index: int = 0) -> Table:
    """A table whose rows have a basis: the row and what it rests on."""
    made: list[Indicator] = []
    for line, (text, basis) in enumerate(rows, start=1):
        one = row(text, line=line)
        made.append(evolve(one, basis=basis, texts=((BASIS.name, basis),)))
    held = table(*made, name=name, index=index)
    return evolve(held, columns=(*held.columns, BASIS))


def described(text: str, description: str) -> Table:
    """A table of one row with a description."""
    return table(evolve(row(text), description=description))


def departments_rows(own: int, others: int) -> Table:
    """A department's table with so many rows of its duties and so many others."""
    duties = (f"履职效能/核心业务产出/第{at}类检查 | 3次" for at in range(own))
    rest = (f"管理效率/预算执行/第{at}项完成率 | 100%" for at in range(others))
    return evolve(table(*duties, *rest, name=NAME), kind="部门整体绩效目标表")


def planned(index: int, *shares: str) -> Table:
    """A project with a plan of payments."""
    names = (("3月底", (3, 31)), ("6月底", (6, 30)), ("12月底", (12, 31)))
    steps = tuple(
        ScheduleStep(name, due, Decimal(share))
        for (name, due), share in zip(names, shares, strict=True)
    )
    return evolve(table(CHECKS, name=f"项目{index}", index=index), schedule=steps)


ROW_CASES: tuple[Case, ...] = (
    Case(
        "S38",
        "半年与全年相同",
        "次、场、期、份等可以累计的数量，半年与全年相同。"
        "比率、“≤”、人数和家数，以及只有 1 次的不提示。",
        (table("产出指标/数量指标/检查次数 | ≥10次 | ≥10次"),),
    ),
    Case(
        "S39",
        "名称中写有数值",
        "指标名称里写了目标的数值（达到100%、300元）。名称里的时间（15分钟服务圈）不提示。",
        (table("产出指标/数量指标/案件调查率达到100% | 100%"),),
    ),
    Case(
        "S40",
        "名称只是类别",
        "指标名称就是类别的名称（社会效益、社会保障类产出指标）。满意度的类别名称不提示。",
        (table("效益指标/社会效益指标/社会保障类产出指标 | ≥95%"),),
    ),
    Case(
        "S41",
        "名称为问句或整句",
        "指标名称写成“是否……”或整句话。",
        (table("产出指标/数量指标/是否所有代办员都发放补助 | 100%"),),
    ),
    Case(
        "S42",
        "名称与项目相同",
        "指标名称就是项目名称。",
        (table("效益指标/社会效益指标/能力提升 | ≥50%", name="能力提升"),),
    ),
    Case(
        "S43",
        "几项要求一个数值",
        "“完整性、准确性、及时性”合用一个数值，不知如何计算。值为文字的不提示。",
        (table("产出指标/质量指标/部门预算完整性、准确性、及时性 | 100%"),),
    ),
    Case(
        "S44",
        "各类重复填写",
        "同一名称和指标值填在两个以上的二级指标下。表式固定的指标不提示。",
        (table(OF_RATE, OF_RATE.replace("经济", "社会")),),
    ),
    Case(
        "S45",
        "指标值照录描述",
        "指标值与本行的指标描述文字相同。三张以上的表都如此的，全文件只提示一次。",
        (described("产出指标/时效指标/发放情况 | 按时发放工资", "按时发放工资"),),
    ),
    Case(
        "S46",
        "单位处写了名称",
        "数字后面是四个字以上的名称，不是计量单位。不认识的短单位可能是行业用语，不提示。",
        (table("产出指标/数量指标/解决法律纠纷 | ≥100提供法律服务数量"),),
    ),
    Case(
        "S47",
        "没有计量单位",
        "数值没有单位。0 和 1、指数和排名等本来没有单位的，以及单位另有一列的不提示。",
        (table("满意度指标/服务对象满意度指标/群众满意度 | ≥100"),),
    ),
    Case(
        "S48",
        "以资金为产出",
        "数量指标填的是资金数额，属于投入。发放、补助、追回、节约等资金本身就是产出的不提示。",
        (table("产出指标/数量指标/工程资金金额 | 43.2万元"),),
    ),
    Case(
        "S49",
        "成本没有上限",
        "成本指标的金额没有“≤”，或用了“≥”。须如数发放的标准不提示。",
        (table("产出指标/成本指标/宣传培训工作 | 30万元"),),
    ),
    Case(
        "S50",
        "趋势没有基数",
        "“只减不增”“不低于上年”要与上年比较，而表中没有上年的数值。只有方向的“不断提升”不在此列。",
        (table("产出指标/成本指标/公务接待费 | 只减不增"),),
    ),
    Case(
        "S51",
        "时限填在他处",
        "“……及时率”“……时效性”填在成本、数量或经济效益下。表式固定的指标不提示。",
        (table("产出指标/成本指标/专项资金下达及时率 | ≥60%"),),
    ),
    Case(
        "S52",
        "整栏同一内容",
        "依据一栏 5 行以上、其他文字栏 20 行以上全部是同一个词。写明文件名称或文号的不提示。",
        (based(*((f"产出指标/数量指标/第{at}类检查 | 3次", "行业规定") for at in range(5))),),
    ),
    Case(
        "S53",
        "支出计划相同",
        "一份文件中五个以上项目的资金支出计划完全相同。",
        (tuple(planned(at, "0.25", "0.5", "1") for at in range(5))),
    ),
    Case(
        "S54",
        "履职指标偏少",
        "部门整体表中反映履职产出的指标不到十分之一（共 20 项以上时才计算）。",
        (departments_rows(2, 28),),
    ),
    Case(
        "S55",
        "依据与指标不符",
        "管理制度、规范性等文字指标的依据填“预算支出标准”。",
        (based(("管理效率/资产管理/资产管理规范性 | 资产保存完整", "预算支出标准")),),
    ),
    Case(
        "S56",
        "文号不完整",
        "依据写到“某政办字”“财发〔2021〕”为止，没有年份或编号。",
        (based(("产出指标/数量指标/检查次数 | 3次", "某市政办字")),),
    ),
    Case(
        "S57",
        "括号不成对",
        "名称、指标值或依据中的括号、引号少了一半。",
        (table("产出指标/数量指标/检查次数（飞行检查 | 3次"),),
    ),
    Case(
        "S58",
        "占位符有依据",
        "指标值为“无”或“……”，却填了确定依据。名称也空的选填行不提示。",
        (based(("管理效率/绩效管理/事前评估完成率 | 无", "预算支出标准")),),
    ),
    Case(
        "S66",
        "以前年度的提法",
        "2022 年以后的表中出现“贫困人口”“扶贫”等提法。每张表只提示一次。",
        (table("产出指标/数量指标/贫困人口补助人数 | ≥200人"),),
    ),
    Case(
        "S67",
        "目标数量无对应指标",
        "年度目标写明的数量（283 个、30 场）在名称、指标值和描述中都找不到。",
        (table(CHECKS, fields=(("年度目标", "使全县283个村卫生室网络全覆盖"),)),),
    ),
    Case(
        "S70",
        "百分比的写法",
        "计量单位写作“百分比”。三张以上的表都如此的，全文件只提示一次。",
        (table("产出指标/质量指标/案件办结比例 | ≥95百分比"),),
    ),
    Case(
        "S71",
        "同类重复填写",
        "同一名称和指标值在一个二级指标下填了两次。",
        (table(CHECKS, CHECKS),),
    ),
    Case(
        "S73",
        "指标值重复",
        "同一段文字（5 个字以上）填作三个以上二级指标、两个以上名称的指标值。",
        (
            table(
                "产出指标/时效指标/配套时间 | 财政配套及时到位",
                "产出指标/成本指标/配套资金 | 财政配套及时到位",
                "效益指标/社会效益指标/配套效果 | 财政配套及时到位",
            ),
        ),
    ),
    Case(
        "S69",
        "分值为零",
        "指标的分值是 0。",
        (table(evolve(row(CHECKS), weight=Decimal(0))),),
    ),
)
