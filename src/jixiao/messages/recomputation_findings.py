"""What a table is asked about once its printed scores are recomputed: the codes E480 to E499."""

from __future__ import annotations

from jixiao.messages.entry import Entry, SeverityName

__all__ = ["RECOMPUTATION_FINDINGS"]

_FINDINGS: tuple[tuple[str, SeverityName, str, str], ...] = (
    (
        "E480",
        "warning",
        "有 {count} 项得分复算不一致（{names}），各行列有算法，请核实或说明口径",
        "{count} scores differ from what the rules give ({names}); please check or explain",
    ),
    (
        "E481",
        "hint",
        "{count} 项实际完成值全部与指标值相同，建议核对是否按实际完成情况填报",
        "all {count} actuals equal their targets; please check that they are the actual figures",
    ),
    (
        "E482",
        "warning",
        (
            "“{indicator}”指标值为 {target}，实际完成值为 {actual}，得分填报为满分 {printed}，"
            "未填偏差原因；请核实或说明"
        ),
        (
            "“{indicator}”: target {target}, actual {actual}, full marks {printed} and no reason; "
            "please check or explain"
        ),
    ),
    (
        "E483",
        "warning",
        "分值合计为 {computed}，按规则应为 {expected}；请核实",
        "the weights add up to {computed}, the rules say {expected}; please check",
    ),
    (
        "E484",
        "error",
        "“{indicator}”得分填报为 {printed}，超过分值 {weight}；请核实",
        "“{indicator}” scores {printed}, above its weight {weight}; please check",
    ),
    (
        "E485",
        "warning",
        "“{indicator}”得分填报为 {printed}，超过推定的分值 {weight}；请核实得分或说明分值",
        "“{indicator}” scores {printed}, above the inferred weight {weight}; please check",
    ),
    (
        "E486",
        "error",
        "“{name}”填报为 {printed}，各项得分合计为 {computed}，相差 {gap}；请核实",
        "“{name}” reads {printed}, the scores add up to {computed}, off by {gap}; please check",
    ),
    (
        "E487",
        "warning",
        (
            "“{name}”执行率填报为 {printed}，按 {executed} ÷ {budget} 折算为 {computed}；"
            "请核实或说明口径"
        ),
        (
            "“{name}”: the rate reads {printed}, {executed} ÷ {budget} is {computed}; "
            "please check or explain"
        ),
    ),
    (
        "E488",
        "warning",
        "{name}：合计填报为 {printed}，其中各行为 {parts}，两者不合；请核实",
        "{name}: the total reads {printed}, its parts {parts}; please check",
    ),
    (
        "E489",
        "warning",
        "{name}填报为“{printed}”，总分 {total} 按规则为“{grade}”；请核实",
        "{name} reads “{printed}”, the total {total} is “{grade}” by the rules; please check",
    ),
    (
        "E490",
        "warning",
        "总分填报为 {total}，不在规则的任何等次内；请核实",
        "the total reads {total}, which lies in no grade of the rules; please check",
    ),
    (
        "E491",
        "warning",
        "“{name}”印有 {printed} 分，各行分值合计为 {computed}；请核实",
        "“{name}” prints {printed}, its rows add up to {computed}; please check",
    ),
    (
        "E492",
        "hint",
        "没有采用本地本年度的规则集，按全国的 {ruleset} 复算；本地另有规定的，请用 --ruleset 指定",
        "no ruleset of this place and year; the national {ruleset} was used; name one if there is",
    ),
    (
        "E493",
        "hint",
        "{other} 不适用于 {year} 年度，按全国的 {ruleset} 复算，{other} 只供参考",
        "{other} is not in force for {year}; the national {ruleset} was used",
    ),
    (
        "E494",
        "hint",
        "本表没有得分，没有可复算的内容",
        "the table prints no scores; there is nothing to recompute",
    ),
    (
        "E495",
        "hint",
        "有 {count} 项没有印出分值，按推定的权重复算，结果仅为测算",
        "{count} rows print no weight; inferred weights were used, so the results are estimates",
    ),
    (
        "E496",
        "warning",
        (
            "“{indicator}”指标值 {target}、实际完成值 {actual} 均未写计量单位，相差悬殊，"
            "得分填报为 {printed}；请注明单位或说明口径"
        ),
        (
            "“{indicator}”: target {target} and actual {actual} print no unit and lie far apart; "
            "the score reads {printed}; please give the unit"
        ),
    ),
    (
        "E497",
        "hint",
        "没有读到表的年度，按 {ruleset} 复算；年度不同的，请用 --ruleset 指定",
        "the year of the table was not read; {ruleset} was used; name another if it is not right",
    ),
    (
        "E498",
        "hint",
        "{year} 年度的自评在次年进行，按 {date} 起施行的 {ruleset} 复算",
        "{year} is self-evaluated in the next year; {ruleset}, in force from {date}, was used",
    ),
    (
        "E499",
        "hint",
        "{ruleset} 不适用于 {year} 年度，复算结果只供参考",
        "{ruleset} is not in force for {year}; the results are for reference only",
    ),
)

RECOMPUTATION_FINDINGS: tuple[Entry, ...] = tuple(
    Entry(code, severity, None, zh, en) for code, severity, zh, en in _FINDINGS
)
