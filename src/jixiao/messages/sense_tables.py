"""What is said across years, tables, tasks and money: S25 to S37, S68 and S72.

The sentences hold two figures side by side and ask; none of them says what a figure should be.
"""

from __future__ import annotations

from jixiao.messages.entry import Entry

__all__ = ["SENSE_TABLES"]

SENSE_TABLES: tuple[Entry, ...] = (
    Entry(
        "S25",
        "hint",
        "适当性",
        "{count} 项指标填有{earlier}和{column}的数值，其中 {same} 项各年完全相同，"
        "建议核实历史数据，并说明当年目标的依据",
        "{count} indicators give {earlier} and {column}, {same} of them with the same value in "
        "every year; please check the history and say what this year's target rests on",
    ),
    Entry(
        "S26",
        "warning",
        "适当性",
        "“{name}”的{earlier}填报为 {before}，{column}填报为 {value}，计量单位不同，无法比较，"
        "请统一口径或说明",
        "“{name}”: {earlier} is {before} and {column} {value}, in units that cannot be compared, "
        "please use one measure or explain",
    ),
    Entry(
        "S27",
        "hint",
        "完整性",
        "填报日期为 {date}，{column}（{year} 年）尚未结束，该栏数值为预计数的，建议注明",
        "filed on {date}, before {column} ({year}) had ended; if the figures are estimates, "
        "consider saying so",
    ),
    Entry(
        "S28",
        "warning",
        "适当性",
        "“{name}”的长期指标值为 {lasting}，年度指标值为 {value}，与{earlier}相同，"
        "未见向长期目标推进，请核实或说明安排",
        "“{name}” is {lasting} in the long term and {value} this year, the same as {earlier}, "
        "without a step towards the long term, please check or explain",
    ),
    Entry(
        "S29",
        "warning",
        "适当性",
        "“{name}”的年度指标值为 {value}，大于长期指标值 {lasting}，请核实或说明口径",
        "“{name}” is {value} this year, more than its long-term figure {lasting}, please check or "
        "explain",
    ),
    Entry(
        "S30",
        "warning",
        "适当性",
        "“{name}”的长期指标值为 {lasting}，各年合计为 {total}；同表的“{other}”等指标的长期指标值"
        "等于各年合计，请核实或说明口径",
        "“{name}” is {lasting} in the long term, its years add up to {total}; of “{other}” and "
        "others in the same table the long-term figure is that sum, please check or explain",
    ),
    Entry(
        "S31",
        "warning",
        "相关性",
        "“{name}”在部门整体表中填报为 {value}，在项目“{project}”中填报为 {other_value}，"
        "请核实或说明口径",
        "“{name}” reads {value} for the whole department and {other_value} for the project "
        "“{project}”, please check or explain",
    ),
    Entry(
        "S32",
        "warning",
        "适当性",
        "年度主要任务“{task}”的预算金额为 {amount}，同名项目的资金总额为 {total}，请核实或说明口径",
        "the task “{task}” is budgeted at {amount}, the project of that name at {total}, please "
        "check or explain",
    ),
    Entry(
        "S33",
        "error",
        "适当性",
        "年度主要任务的{column}逐项相加为 {sum} 万元，填报的合计为 {total} 万元，请核对更正",
        "{column} of the tasks adds up to {sum} 万元, the total is filed as {total} 万元, please "
        "correct",
    ),
    Entry(
        "S34",
        "hint",
        "相关性",
        "年度主要任务中{tasks}共 {amount} 万元，占任务金额的 {share}，未见名称对应的指标，建议补充",
        "the tasks {tasks}, {amount} 万元 in all or {share} of the money of the tasks, have no "
        "indicator that names them; consider adding one",
    ),
    Entry(
        "S35",
        "hint",
        "相关性",
        "本项目资金 {money} 万元，与项目“{project}”（{other_money} 万元）有 {count} 项指标的名称"
        "和指标值完全相同，资金相差 {times} 倍，建议按各自的规模和内容设定",
        "this project of {money} 万元 and “{project}” ({other_money} 万元) share {count} "
        "indicators word for word though their money differs {times} times; consider setting them "
        "by their own size",
    ),
    Entry(
        "S36",
        "hint",
        "相关性",
        "“{name}”一行中的“{text}”与另一项目“{project}”的名称相同，可能沿用了他表文字，建议核对",
        "“{text}” in the row “{name}” is the name of another project, “{project}”; it may have "
        "been copied from its table, please check",
    ),
    Entry(
        "S37",
        "hint",
        "可行性",
        "“{name}”到{half_column}完成全年的 {pace}，支出计划到同期为 {paid}，进度相差较大，"
        "建议核实资金或工作安排",
        "“{name}” reaches {pace} of the year by {half_column}, the planned spending {paid}; please "
        "check how work and money are timed",
    ),
    Entry(
        "S72",
        "warning",
        "适当性",
        "文件中 {count} 个项目的资金合计为 {sum} 万元，大于部门整体的资金 {total} 万元，"
        "请核实或说明口径",
        "the {count} projects of the document come to {sum} 万元, more than the {total} 万元 of "
        "the whole department, please check or explain",
    ),
    Entry(
        "S68",
        "error",
        "适当性",
        "资金来源{parts}相加为 {sum} 万元，资金总额填报为 {total} 万元，请核对更正",
        "the sources {parts} add up to {sum} 万元, the total is filed as {total} 万元, please "
        "correct",
    ),
)
