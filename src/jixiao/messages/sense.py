"""What is said about what good sense demands of a table: the codes of family S."""

from __future__ import annotations

from jixiao.messages.entry import Entry

__all__ = ["SENSE"]

SENSE: tuple[Entry, ...] = (
    Entry(
        "S01",
        "warning",
        "适当性",
        "填报为 {value}，按{money_name} {money}折算，每{unit}为 {printed} 元；"
        "计量单位不计“{scale}”时，每{unit}为 {plain} 元，请核实计量单位或说明口径",
        "filed as {value}: with {money_name} {money} that is {printed} 元 a {unit}; without the "
        "scale “{scale}” it would be {plain} 元 a {unit}, please check the unit or explain",
    ),
    Entry(
        "S02",
        "warning",
        "相关性",
        "“{name}”填报为 {value}，“{other}”（{place}）填报为 {other_value}，"
        "名称所指相同，请核实或说明口径",
        "“{name}” is filed as {value} and “{other}” ({place}) as {other_value}, though both name "
        "one thing, please check or explain",
    ),
    Entry(
        "S03",
        "warning",
        "适当性",
        "“{name}”填报为 {value}，此类指标在任何时点一般均应为 100%，不随进度累计，请核实或说明口径",
        "“{name}” is filed as {value}; such a ratio is normally 100% at any time and does not grow "
        "with the year, please check or explain",
    ),
    Entry(
        "S04",
        "warning",
        "相关性",
        "{field}中写明“{promise}”，指标“{name}”填报为 {value}，请统一或说明口径",
        "{field} says “{promise}”, the indicator “{name}” reads {value}, please make them agree or "
        "explain",
    ),
    Entry(
        "S05",
        "hint",
        "相关性",
        "{field}中写明“{promise}”，指标中未见对应的行，建议补充指标或调整目标文字",
        "{field} says “{promise}”, for which no indicator was found; consider adding one",
    ),
    Entry(
        "S06",
        "warning",
        "完整性",
        "“{name}”填在“{level}”，而满意度指标未填写，请核实归类",
        "“{name}” is filed under “{level}” while 满意度指标 is empty, please check the class",
    ),
    Entry(
        "S07",
        "hint",
        "完整性",
        "“{name}”的指标值为“{value}”，未写明目标，建议补充；不适用的建议删去本行",
        "the value of “{name}” is “{value}”, no target is given; please fill it in or drop the row",
    ),
    Entry(
        "S08",
        "hint",
        "相关性",
        "“{name}”反映资金管理情况，填在“{level}”，建议改用反映该项{kind}的指标",
        "“{name}” is about handling money but is filed under “{level}”; consider an indicator of "
        "the {kind} of the project",
    ),
    Entry(
        "S09",
        "warning",
        "相关性",
        "产出指标均为资金管理类比率（{names}），未见反映项目工作量的产出，请补充或说明",
        "all output indicators are ratios of handling money ({names}), none tells what the project "
        "delivers, please add or explain",
    ),
    Entry(
        "S10",
        "warning",
        "完整性",
        "“{name}”的名称为{noun}，指标值填报为“{value}”，请填写数值或说明评判标准",
        "“{name}” is by its name a number ({noun}), its value reads “{value}”; please give a "
        "number or say how it is judged",
    ),
    Entry(
        "S11",
        "hint",
        "完整性",
        "“{name}”填报为 {value}，计量单位“{unit}”与名称中的“{noun}”不对应，建议核对名称或计量单位",
        "“{name}” is filed as {value}: the unit “{unit}” does not go with “{noun}” in the name, "
        "please check",
    ),
    Entry(
        "S12",
        "hint",
        "完整性",
        "“{name}”填报为“{value}”，建议写明满意度的数值和调查对象",
        "“{name}” is filed as “{value}”; consider giving a figure and who is asked",
    ),
    Entry(
        "S13",
        "warning",
        "完整性",
        "“{name}”的指标值照录了指标名称，无法考核，请写明数量、标准或时限",
        "the value of “{name}” repeats its name; please give a quantity, a standard or a time",
    ),
    Entry(
        "S14",
        "warning",
        "可行性",
        "“{name}”的{column}为 {value}，而支出明细的{money_column}合计为 0，"
        "请核实资金安排或说明口径",
        "{column} of “{name}” is {value} while {money_column} of all spending adds up to 0, please "
        "check the funding or explain",
    ),
    Entry(
        "S15",
        "hint",
        "完整性",
        "{fields}的文字完全相同，建议按各栏要求分别填写",
        "{fields} hold the same text word for word; consider writing what each asks for",
    ),
    Entry(
        "S16",
        "warning",
        "适当性",
        "{field}中写有“{part}”，支出明细中未见对应的支出{elsewhere}，请核实资金来源或说明",
        "{field} names “{part}”, for which no line of spending was found{elsewhere}, please check "
        "or explain",
    ),
    Entry(
        "S17",
        "hint",
        "适当性",
        "支出明细中{lines}共 {amount} 万元，占支出的 {share}，产出和效益指标中未见名称对应的指标，"
        "建议补充",
        "spending on {lines}, {amount} 万元 in all or {share} of it, has no indicator that names "
        "it; consider adding one",
    ),
    Entry(
        "S18",
        "hint",
        "完整性",
        "{field}中文号“{number}”前的括号未闭合，建议核对文件名称和文号",
        "in {field} the bracket before the document number “{number}” is not closed, please check",
    ),
    Entry(
        "S19",
        "hint",
        "完整性",
        "“{name}”文字疑有误（常用名称为“{term}”），请核对原表",
        "“{name}” may hold a slip of the pen (the usual name is “{term}”), please check",
    ),
    Entry(
        "S20",
        "hint",
        "完整性",
        "“{name}”填报为 {value}，该比率最高为 100%，建议写作 =100%，或按实际填写下限",
        "“{name}” is filed as {value}; the ratio cannot exceed 100%, consider =100% or a real "
        "lower bound",
    ),
    Entry(
        "S21",
        "warning",
        "适当性",
        "“{name}”填报为 {value}，该比率最高为 100%，请核实",
        "“{name}” is filed as {value}; the ratio cannot exceed 100%, please check",
    ),
    Entry(
        "S22",
        "warning",
        "适当性",
        "资金来源“{name}”为 {part} {unit}，大于资金总额 {total} {unit}，请核实",
        "the source “{name}” is {part} {unit}, more than the total {total} {unit}, please check",
    ),
    Entry(
        "S23",
        "hint",
        "适当性",
        "“{name}”填报为 {value}，与“{line}”一项的半年计划占全年预算的比例（{share}）相当，"
        "全部支出的比例为 {planned}，请核实计算口径",
        "“{name}” is filed as {value}, which is the share of “{line}” alone ({share}); that of all "
        "spending is {planned}, please check how it was reckoned",
    ),
    Entry(
        "S24",
        "hint",
        "适当性",
        "“{name}”填报为 {value}，{noun}一般{way}，建议核对符号",
        "“{name}” is filed as {value}, against the way {noun} is better ({way}), please check the "
        "sign",
    ),
)
