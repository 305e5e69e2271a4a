"""What is said of names, values, bases and whole columns: S38 to S58, S66, S67, S69 to S73."""

from __future__ import annotations

from jixiao.messages.entry import Entry

__all__ = ["SENSE_ROWS"]

_NAMES: tuple[Entry, ...] = (
    Entry(
        "S39",
        "hint",
        "完整性",
        "指标名称“{name}”中写有数值“{figure}”，建议名称只写考核的内容，数值填在指标值",
        "the name “{name}” holds the figure “{figure}”; consider keeping figures to the value",
    ),
    Entry(
        "S40",
        "hint",
        "完整性",
        "“{name}”是指标的类别名称，看不出考核的内容，建议写明具体指标",
        "“{name}” is the name of a class of indicators; consider naming what is measured",
    ),
    Entry(
        "S41",
        "hint",
        "完整性",
        "指标名称“{name}”为问句或整句，建议改为指标名称，要求写在指标值或说明中",
        "the name “{name}” is a question or a sentence; consider a name, with the demand in the "
        "value or the notes",
    ),
    Entry(
        "S42",
        "hint",
        "完整性",
        "指标名称与项目名称相同（“{name}”），看不出考核的内容，建议写明具体指标",
        "the indicator bears the name of the project (“{name}”); consider naming what is measured",
    ),
    Entry(
        "S43",
        "hint",
        "完整性",
        "“{name}”把 {count} 项要求合在一个指标值 {value} 下，建议分项设置或说明如何合并计算",
        "“{name}” puts {count} demands under one value {value}; consider one indicator each, or "
        "say how they are joined",
    ),
    Entry(
        "S44",
        "hint",
        "相关性",
        "“{name}”及其指标值“{value}”在{levels}下重复填写，建议各类分别设置指标",
        "“{name}” with the value “{value}” stands under {levels} alike; consider an indicator for "
        "each class",
    ),
    Entry(
        "S71",
        "hint",
        "相关性",
        "“{name}”及其指标值“{value}”在{levels}下填写了 {count} 次，建议合并或写明区别",
        "“{name}” with the value “{value}” stands {count} times under {levels}; consider joining "
        "them or saying how they differ",
    ),
    Entry(
        "S73",
        "hint",
        "相关性",
        "指标值“{value}”在{levels}下的 {count} 项指标中重复填写（如“{name}”），"
        "建议按各项指标分别填写",
        "the value “{value}” is repeated for {count} indicators under {levels} (such as “{name}”); "
        "consider a value for each",
    ),
    Entry(
        "S45",
        "hint",
        "完整性",
        "“{name}”的指标值与指标描述文字相同（“{value}”），建议在指标值中写明数量、标准或时限",
        "the value of “{name}” repeats its description (“{value}”); consider a quantity, a "
        "standard or a time",
    ),
)
_VALUES: tuple[Entry, ...] = (
    Entry(
        "S38",
        "hint",
        "可行性",
        "“{name}”的{half_column}与{column}均为 {value}，按次计的数量一般逐期累计，建议核对",
        "“{name}” is {value} for {half_column} and {column} alike; what is counted by the piece "
        "normally adds up, please check",
    ),
    Entry(
        "S46",
        "warning",
        "完整性",
        "“{name}”填报为“{value}”，“{unit}”未见于常用计量单位，请写明数量的单位",
        "“{name}” reads “{value}”: “{unit}” is no unit in common use, please give the unit of the "
        "quantity",
    ),
    Entry(
        "S47",
        "hint",
        "完整性",
        "“{name}”填报为“{value}”，未写计量单位，建议补充",
        "“{name}” reads “{value}” without a unit; consider adding it",
    ),
    Entry(
        "S48",
        "hint",
        "相关性",
        "“{name}”填在“{level}”，指标值 {value} 为资金数额，属于投入，建议改用反映产出的指标",
        "“{name}” under “{level}” is an amount of money, {value}, which is an input; consider an "
        "indicator of what is delivered",
    ),
    Entry(
        "S49",
        "hint",
        "适当性",
        "“{name}”为成本，填报为 {value}，{sign}，建议写明不超过的数额",
        "“{name}” is a cost, filed as {value} ({sign}); consider saying what it must not exceed",
    ),
    Entry(
        "S50",
        "hint",
        "完整性",
        "“{name}”填报为“{value}”，考核时须与{base}比较，建议写明基数",
        "“{name}” reads “{value}” and is measured against {base}; consider giving that figure",
    ),
    Entry(
        "S51",
        "hint",
        "完整性",
        "“{name}”填在“{level}”，名称反映的是时限，建议归入时效指标",
        "“{name}” is filed under “{level}” but is about time; consider 时效指标",
    ),
    Entry(
        "S70",
        "hint",
        "完整性",
        "“{name}”填报为“{value}”，计量单位建议写作“%”",
        "“{name}” reads “{value}”; consider writing the unit as %",
    ),
    Entry(
        "S66",
        "hint",
        "相关性",
        "“{text}”中的“{term}”是以前年度的提法，建议按现行政策核对",
        "“{term}” in “{text}” is a term of former years; please check it against present policy",
    ),
    Entry(
        "S67",
        "hint",
        "相关性",
        "{field}中写明“{promise}”，指标值中未见这一数量，建议补充指标或说明",
        "{field} says “{promise}”, a quantity found in no value; consider adding an indicator",
    ),
    Entry(
        "S69",
        "hint",
        "适当性",
        "“{name}”的分值为 0，不影响得分，建议核对分值",
        "“{name}” has a weight of 0 and cannot count; please check",
    ),
)
_COLUMNS: tuple[Entry, ...] = (
    Entry(
        "S52",
        "hint",
        "完整性",
        "“{column}”一栏 {count} 行均填“{word}”，建议按各指标的实际情况填写",
        "all {count} rows of “{column}” read “{word}”; consider what holds for each indicator",
    ),
    Entry(
        "S53",
        "hint",
        "可行性",
        "{count} 个项目的资金支出计划均为 {plan}，建议按各项目的实际进度安排",
        "the payment plan of all {count} projects is {plan}; consider the pace of each project",
    ),
    Entry(
        "S54",
        "hint",
        "相关性",
        "{count} 项指标中反映履职产出的“{level}”有 {own} 项（占 {share}），"
        "建议增加反映职责履行的指标",
        "of {count} indicators {own} are about what the department delivers (“{level}”, {share}); "
        "consider adding some",
    ),
    Entry(
        "S55",
        "hint",
        "完整性",
        "“{name}”的指标值为“{value}”，确定依据填“{basis}”，"
        "预算支出标准一般用于成本和经费，建议核对",
        "the value of “{name}” is “{value}” with the basis “{basis}”, which is one for costs; "
        "please check",
    ),
    Entry(
        "S56",
        "hint",
        "完整性",
        "“{text}”文号不完整，建议补全年份和编号",
        "the document number “{text}” is not whole; please add year and number",
    ),
    Entry(
        "S57",
        "hint",
        "完整性",
        "“{text}”中的括号或引号不成对，请核对原表",
        "brackets or quotation marks in “{text}” do not pair, please compare with the original",
    ),
    Entry(
        "S58",
        "hint",
        "完整性",
        "“{name}”的指标值为“{value}”，而{column}填有“{basis}”；"
        "不适用的建议删去本行，适用的请填写指标值",
        "the value of “{name}” is “{value}” although {column} reads “{basis}”; please drop the row "
        "or fill it in",
    ),
)
SENSE_ROWS: tuple[Entry, ...] = (*_NAMES, *_VALUES, *_COLUMNS)
