"""What is said of printed sums, rates and grades that are recomputed: the codes E450 to E472.

E174 and E175 are the parts that a sum of weights is told by.
"""

from __future__ import annotations

from jixiao.messages.entry import Entry

__all__ = ["RECOMPUTATION_SUMS"]

_SAID: tuple[tuple[str, str, str], ...] = (
    (
        "E450",
        "{count} 项印出的得分合计 {computed}，与印出的一致",
        "the {count} printed scores add up to {computed}, as printed",
    ),
    (
        "E451",
        "{count} 项得分按取舍前的数合计 {exact}，取舍后为 {printed}，与印出的一致",
        "the {count} scores before rounding add up to {exact}, rounded {printed}, as printed",
    ),
    (
        "E452",
        "{count} 项印出的得分合计 {computed}，印出的是 {printed}，相差 {gap}；请核实",
        "the {count} printed scores add up to {computed}; {printed} is printed, off by {gap}",
    ),
    (
        "E453",
        "有 {count} 项没有得分（{names}），未作合计",
        "{count} scores are missing ({names}); nothing was added up",
    ),
    (
        "E454",
        "分值合计 {computed}（{parts}），符合规则",
        "the weights add up to {computed} ({parts}), as the rules say",
    ),
    (
        "E455",
        "分值合计 {computed}（{parts}），按规则应为 {expected}；请核实",
        "the weights add up to {computed} ({parts}); the rules say {expected}",
    ),
    (
        "E456",
        "{executed} ÷ {budget} = {computed}，与印出的 {printed} 一致",
        "{executed} ÷ {budget} = {computed}, as printed: {printed}",
    ),
    (
        "E457",
        "{executed} ÷ {budget} = {computed}，印出的是 {printed}；请核实或说明口径",
        "{executed} ÷ {budget} = {computed}; {printed} is printed; please check or explain",
    ),
    (
        "E458",
        "供参考：以年初预算数 {budget} 为分母可得 {printed}",
        "for reference: over the initial budget {budget} it is {printed}",
    ),
    (
        "E459",
        "全年预算数或全年执行数未填、为 0 或单位不同，执行率未作复算",
        "budget or spending is missing, 0 or in another unit; the rate was not recomputed",
    ),
    (
        "E460",
        "其中各行 {parts}，与合计 {printed} 相符",
        "{parts} make {printed}",
    ),
    (
        "E461",
        "其中各行 {parts}，合计印出的是 {printed}；请核实",
        "the parts {parts} do not make the printed {printed}",
    ),
    (
        "E462",
        "其中一行 {part} 大于合计 {printed}；请核实",
        "the part {part} lies above the printed total {printed}",
    ),
    (
        "E463",
        "其中各行 {parts}，有未填的行，未与合计 {printed} 比较",
        "parts {parts}, some are blank; not held against {printed}",
    ),
    (
        "E464",
        "总分 {total} 对应“{grade}”，与印出的一致",
        "the total {total} is “{grade}”, as printed",
    ),
    (
        "E465",
        "总分 {total} 对应“{grade}”，印出“{printed}”，属自评从严，不作问题",
        "the total {total} is “{grade}”, “{printed}” is printed: stricter, no mistake",
    ),
    (
        "E466",
        "总分 {total} 对应“{grade}”，印出“{printed}”；请核实",
        "the total {total} is “{grade}”, “{printed}” is printed; please check",
    ),
    (
        "E467",
        "总分 {total} 不在任何等次内；请核实",
        "the total {total} lies in no grade; please check",
    ),
    (
        "E468",
        "总分 {total} 取整为 {whole}，对应“{printed}”，与印出的一致；未取整时对应“{grade}”",
        "the total {total}, rounded {whole}, is “{printed}”, as printed; unrounded “{grade}”",
    ),
    (
        "E469",
        "“{level}”印出 {printed} 分，各行分值合计 {computed}，一致",
        "“{level}” prints {printed}, its rows add up to {computed}",
    ),
    (
        "E470",
        "“{level}”印出 {printed} 分，各行分值合计 {computed}；请核实",
        "“{level}” prints {printed}, its rows add up to {computed}; please check",
    ),
    (
        "E471",
        "印出“{printed}”，不是规则的等次用语，未作比较；总分 {total} 对应“{grade}”",
        "“{printed}” is no grade of the rules; the total {total} is “{grade}”",
    ),
    (
        "E472",
        "总分比各项得分之和多 {gap}，可能是没有读到的预算执行率得分，未作比较；请核对原表",
        "the total is {gap} above the scores, which may be the points of the money, not read",
    ),
    ("E174", "指标 {indicators}，预算执行率 {money}", "indicators {indicators}, money {money}"),
    ("E175", "未印预算执行率的分值", "none is printed for the money"),
)

RECOMPUTATION_SUMS: tuple[Entry, ...] = tuple(
    Entry(code, "hint", None, zh, en) for code, zh, en in _SAID
)
