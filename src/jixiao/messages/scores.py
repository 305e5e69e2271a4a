"""What is found while scoring and evaluating: E01 to E39 of family E.

What is asked about filed figures stands in `messages.score_inputs`, the reasons and steps of a
score, E40 and on, in `messages.score_steps`.
"""

from __future__ import annotations

from jixiao.messages.entry import Entry, SeverityName

__all__ = ["SCORES"]

_FINDINGS: tuple[tuple[str, SeverityName, str, str], ...] = (
    (
        "E01",
        "error",
        (
            "完成情况写的项目“{project}”（{unit}）在文件中没有对应的表，本行未采用；"
            "最接近的是 {nearest}，请核对实施单位和项目名称"
        ),
        (
            "no table of the file is “{project}” ({unit}); the row was not used; "
            "the nearest is {nearest}; please check unit and project"
        ),
    ),
    (
        "E02",
        "error",
        "“{project}”对应{count}张表，仅凭项目名称不能区分，本行未采用；请补填实施单位或项目编码",
        "“{project}” names {count} tables; the row was not used; please add the unit or the code",
    ),
    (
        "E03",
        "error",
        "“{project}”的表中没有指标“{indicator}”，本行未采用；最接近的是 {nearest}，请核对指标名称",
        (
            "the table “{project}” has no indicator “{indicator}”; the row was not used; "
            "the nearest is {nearest}; please check the name"
        ),
    ),
    (
        "E04",
        "error",
        "“{indicator}”在表中有{count}条，不能区分，本行未采用；请补填一级指标、二级指标",
        (
            "“{indicator}” stands in the table {count} times; the row was not used; "
            "please add levels 1 and 2"
        ),
    ),
    (
        "E05",
        "error",
        "“{indicator}”填报了{count}次，内容不同（{values}），均未采用；请只保留一行",
        (
            "“{indicator}” was filed {count} times, differently ({values}); none was used; "
            "please keep one row"
        ),
    ),
    (
        "E06",
        "hint",
        "“{indicator}”填报了{count}次，内容相同，按一行计；建议只保留一行",
        "“{indicator}” was filed {count} times alike and counted once; please keep one row",
    ),
    (
        "E07",
        "error",
        "分值填报为“{weight}”，应为不小于 0 的数；本行分值未采用，请核实",
        "the weight reads “{weight}”; a number not below 0 was expected; it was not used",
    ),
    (
        "E10",
        "warning",
        "未收到本表的完成情况，各指标得分以区间表示；请补填",
        "nothing was filed for this table, so scores are intervals; please file it",
    ),
    (
        "E11",
        "warning",
        "有指标未填实际完成值，得分以区间表示（从 0 到分值）；请补填",
        "an actual is missing, so the score is an interval from 0 to the weight; please file it",
    ),
    (
        "E12",
        "hint",
        (
            "“{level}”应占 {weight} 分，表中没有可计分的指标，该分值不转给其他指标；"
            "总分按其余 {out_of} 分列示"
        ),
        (
            "“{level}” carries {weight} points and has no indicator; they pass to no one "
            "and the total is out of {out_of}"
        ),
    ),
    (
        "E13",
        "hint",
        "未指定评价日期，按 {date} 评价；需要其他日期时请指定",
        "no date was given; evaluated as of {date}",
    ),
    (
        "E14",
        "warning",
        (
            "评价日期 {date} 时尚无到期的指标值（最早为“{column}”，{due} 到期），本表未计分；"
            "请核实评价日期"
        ),
        "no target is due on {date} (the first is “{column}”, {due}); the table was not scored",
    ),
    (
        "E15",
        "hint",
        "本表未填写，未计分；如需评价请先补填",
        "the form was left blank and is not scored",
    ),
    (
        "E16",
        "error",
        "“{level}”下已定分值合计 {given}，超过其权重 {weight}，其余指标无分值可分；请核实",
        "the weights under “{level}” sum to {given}, above its {weight}; please check",
    ),
    (
        "E17",
        "hint",
        "可计分值合计 {out_of}，等次按满分 {full} 划分，未评等次；请补齐分值或指标",
        "the weights sum to {out_of}, grades are for {full}; no grade is given",
    ),
    (
        "E18",
        "hint",
        "部分分值为推定（按规则集均分），结果为得分测算，未评等次；请提供分值，或确认采用推定分值",
        (
            "some weights are inferred, so the result is an estimate without grade; "
            "give weights, or accept the inferred ones"
        ),
    ),
    (
        "E25",
        "hint",
        "本表与完成情况均无可计分的分值，只判断是否达成",
        "the table has no weights to score by; it is only said what was met",
    ),
    (
        "E26",
        "warning",
        "规则集 {ruleset} 没有“{table}”的指标，分值只取自表和完成情况；请核实规则集",
        "the ruleset {ruleset} has no tree for “{table}”; weights come from table and actuals only",
    ),
    (
        "E27",
        "error",
        "没有名为“{method}”的计分方法；最接近的是 {nearest}；可用的有：{methods}",
        "there is no method “{method}”; the nearest is {nearest}; there are: {methods}",
    ),
    (
        "E28",
        "warning",
        "“{level}”下各指标分值合计 {given}，规则集规定合计 {weight}，请核实",
        "the weights under “{level}” sum to {given}; the ruleset says {weight}; please check",
    ),
    (
        "E29",
        "hint",
        "“{indicator}”不适用，其 {weight} 分未计；总分按其余 {out_of} 分列示",
        (
            "“{indicator}” does not apply; its {weight} points are left out "
            "and the total is of {out_of}"
        ),
    ),
    (
        "E30",
        "hint",
        "“{indicator}”不适用，其 {weight} 分未计；按规则集，其余指标的得分折算到 {full} 分",
        (
            "“{indicator}” does not apply; its {weight} points are left out; by the ruleset "
            "the rest is scaled up to {full}"
        ),
    ),
)

SCORES: tuple[Entry, ...] = tuple(
    Entry(code, severity, None, zh, en) for code, severity, zh, en in _FINDINGS
)
