"""What is asked about figures, rates and money that were filed: part of E01 to E39 of family E."""

from __future__ import annotations

from jixiao.messages.entry import Entry, SeverityName

__all__ = ["SCORE_INPUTS"]

_FINDINGS: tuple[tuple[str, SeverityName, str, str], ...] = (
    (
        "E08",
        "error",
        "得分率填报为 {rate}，按“{method}”应在 {band}，未采用；请核实得分率或完成情况",
        "the rate reads {rate}; by “{method}” it lies in {band}; it was not used; please check",
    ),
    (
        "E09",
        "warning",
        "自评得分填报为 {printed}，按完成情况折算为 {computed}，请核实或说明口径",
        "the self-score reads {printed}; what was achieved gives {computed}; please check",
    ),
    (
        "E19",
        "warning",
        "填报了得分率 {rate}，但实际完成值为空，得分率未采用；请补填实际完成值",
        "a rate of {rate} was filed without an actual; it was not used; please file the actual",
    ),
    (
        "E20",
        "warning",
        "完成情况为“{actual}”，指标值为“{target}”，按“{method}”须说明原因，原因未填；请补充说明",
        "actual “{actual}” against “{target}”: by “{method}” a reason is required; please add it",
    ),
    (
        "E21",
        "warning",
        (
            "预算执行率填报为 {filed}，按全年执行数 {executed} ÷ 全年预算数 {budget} "
            "折算为 {computed}，请核实或说明口径"
        ),
        "the execution rate reads {filed}; {executed} ÷ {budget} gives {computed}; please check",
    ),
    (
        "E22",
        "hint",
        "未填资金执行数，预算执行率暂按填报的 {filed} 计；建议补填全年预算数和全年执行数",
        (
            "no figures of execution were filed, so the filed rate {filed} was used; "
            "please file budget and spending"
        ),
    ),
    (
        "E23",
        "hint",
        "资金有多行且没有合计行，按各行相加计；建议补填资金总额",
        "the funding has several rows and no total; they were added up",
    ),
    (
        "E24",
        "warning",
        "资金“{source}”填报了{count}次，数额不同，均未采用；请只保留一行",
        "the funding “{source}” was filed {count} times with different figures; none was used",
    ),
    (
        "E31",
        "warning",
        "“{indicator}”汇总时缺少“{unit}”的{what}，未能汇总；请补填",
        "“{indicator}” could not be merged: {what} of “{unit}” is missing; please file it",
    ),
    (
        "E32",
        "error",
        "“{indicator}”汇总时“{unit}”填报为“{actual}”，不能与指标值“{target}”一起汇总；请统一口径和单位",
        (
            "“{indicator}” could not be merged: “{actual}” of “{unit}” does not go with the target "
            "“{target}”; please use one unit"
        ),
    ),
    (
        "E33",
        "warning",
        "计算得分缺少“{name}”，得分以区间表示；请补填",
        "“{name}” is missing, so the score is an interval; please file it",
    ),
    (
        "E34",
        "warning",
        "计算得分时“{name}”为 0，不能作除数，得分以区间表示；请核实",
        "“{name}” is 0 and cannot divide, so the score is an interval; please check",
    ),
    (
        "E35",
        "warning",
        "指标值为“{target}”，完成情况填报为“{actual}”，单位不同不能换算，得分以区间表示；请统一单位",
        "target “{target}” and actual “{actual}” have other units; please use one unit",
    ),
    (
        "E36",
        "warning",
        "指标值为“{target}”，完成情况填报为文字“{actual}”，不能比较，得分以区间表示；请填写数值",
        "the target is “{target}”, the actual the text “{actual}”; please file a figure",
    ),
)

SCORE_INPUTS: tuple[Entry, ...] = tuple(
    Entry(code, severity, None, zh, en) for code, severity, zh, en in _FINDINGS
)
