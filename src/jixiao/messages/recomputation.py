"""What is said about printed scores that are recomputed: the codes E400 to E499 of family E.

E400 to E419 say how a result was reached, E430 to E439 what is named for reference, E450 to E479
speak of sums, rates and grades, E480 and on are findings; E170 and on the pieces of sentences.
"""

from __future__ import annotations

from jixiao.messages.entry import Entry, SeverityName

__all__ = ["RECOMPUTATION"]

_ROWS: tuple[tuple[str, str, str], ...] = (
    (
        "E400",
        "按“{method}”（{ruleset}）算得 {exact}，{rounding}为 {printed}，与印出的得分一致",
        "“{method}” ({ruleset}) gives {exact}, {rounding}: {printed}, as printed",
    ),
    (
        "E401",
        "按“{method}”（{ruleset}）算得区间 {computed}，印出的 {printed} 在区间内",
        "“{method}” ({ruleset}) gives {computed}; the printed {printed} lies within",
    ),
    (
        "E402",
        "按“{method}”（{ruleset}）由评价人在 {computed} 内确定，印出的 {printed} 在档内",
        "“{method}” ({ruleset}) leaves {computed} to the assessor; the printed {printed} is within",
    ),
    (
        "E403",
        "印出 {printed}，低于按“{method}”（{ruleset}）算得的 {computed}，属自评从严，不作问题",
        "printed {printed}, below the {computed} of “{method}” ({ruleset}): stricter, no mistake",
    ),
    (
        "E404",
        "印出 {printed}，按“{method}”（{ruleset}）算得 {computed}，高出 {gap}；请核实或说明口径",
        (
            "printed {printed}, “{method}” ({ruleset}) gives {computed}, {gap} less; "
            "please check or explain"
        ),
    ),
    (
        "E405",
        (
            "印出 {printed}，超过分值 {weight}，按“{method}”（{ruleset}）算得 {computed}；"
            "请核实或说明口径"
        ),
        (
            "printed {printed}, above its weight {weight}; “{method}” ({ruleset}) gives "
            "{computed}; please check or explain"
        ),
    ),
    ("E406", "权重为推定（{weight}）", "the weight ({weight}) is inferred"),
    (
        "E407",
        (
            "按印出的执行率 {rate} 乘分值 {weight} 得 {exact}，{rounding}为 {printed}，"
            "与印出的得分一致"
        ),
        "the rate as printed, {rate}, times {weight} is {exact}, {rounding}: {printed}, as printed",
    ),
    (
        "E408",
        (
            "按“{method}”（{ruleset}）可得 {computed}，其中一种读法算得 {exact}，"
            "{rounding}为 {printed}，与印出的得分一致"
        ),
        (
            "“{method}” ({ruleset}) gives {computed}, one reading {exact}, {rounding}: {printed}, "
            "as printed"
        ),
    ),
    (
        "E409",
        "实际完成值 {actual} 按指标值 {target} 的位数取舍为 {rounded}，达到指标值，得满分",
        "the actual {actual}, rounded as the target {target} is written, is {rounded}: met",
    ),
    ("E410", "没有印出得分", "no score is printed"),
    (
        "E411",
        "未填实际完成值，得分无从复算（不按 0 计）",
        "nothing was filed as achieved; it is not 0",
    ),
    ("E412", "得分一栏为“{text}”，未能读作数，请核对原表", "the score “{text}” is no number"),
    (
        "E413",
        (
            "指标值 {target} 与实际完成值 {actual} 都没有写计量单位，相差悬殊，可能单位不同，"
            "未作比较；请核实口径"
        ),
        (
            "target {target} and actual {actual} print no unit and lie far apart; the units may "
            "differ, so they were not compared; please check"
        ),
    ),
    (
        "E414",
        "读取存疑，未作比较，请核对原表",
        "the reading is in doubt; please check the original",
    ),
    (
        "E415",
        "规则集 {ruleset} 没有按资金计分的方法，未作比较",
        "the ruleset {ruleset} has no method that scores the money",
    ),
    (
        "E416",
        "得分一栏为“{printed}”，小于 0，未作比较，请核对原表",
        "the score reads “{printed}”, below 0; please check the original",
    ),
    (
        "E417",
        (
            "指标值为 {target} 的比率没有达到，各地多按分档计分，规则集 {ruleset} 没有规定，"
            "未作比较；请按当地的评分标准核对"
        ),
        (
            "a rate of {target} was missed; places score that by steps of their own and the "
            "ruleset {ruleset} has none; please check by those of the place"
        ),
    ),
)

_SILENT: tuple[tuple[str, str, str], ...] = (
    (
        "E418",
        (
            "指标值 {target} 是须照此执行的标准，实际完成值 {actual} 更高，"
            "规则集 {ruleset} 没有规定怎样计分，未作比较；请核实标准或说明"
        ),
        (
            "the target {target} is a standard to be kept, the actual {actual} lies above it and "
            "the ruleset {ruleset} does not say what that scores; please check or explain"
        ),
    ),
)

_REFERENCES: tuple[tuple[str, str, str], ...] = (
    (
        "E430",
        "供参考：{ruleset} 的“{method}”可得 {printed}，但不适用于本地本年度",
        "for reference: “{method}” of {ruleset} gives {printed}, but is not in force here",
    ),
    (
        "E431",
        "供参考：同一规则集的“{method}”可得 {printed}，但不是本指标的方法",
        "for reference: “{method}” of the same ruleset gives {printed}, but is not for this one",
    ),
    (
        "E432",
        "供参考：{actual} × {weight} 可得 {printed}，是用完成值直接乘分值，没有除以指标值 {target}",
        (
            "for reference: {actual} × {weight} gives {printed}: the value times the weight, "
            "not divided by the target {target}"
        ),
    ),
    (
        "E433",
        "供参考：不封顶时 {weight} × {actual} ÷ {target} = {exact}，可得 {printed}",
        "for reference: without a cap {weight} × {actual} ÷ {target} = {exact} gives {printed}",
    ),
    (
        "E434",
        "供参考：算得的 {exact} {rounding}可得 {printed}",
        "for reference: {exact}, {rounding}, gives {printed}",
    ),
    (
        "E436",
        "供参考：以年初预算数为分母，执行率为 {rate}，乘分值 {weight} 可得 {printed}",
        "for reference: over the initial budget the rate is {rate}; times {weight} it is {printed}",
    ),
)

_TOTALS: tuple[tuple[str, str, str], ...] = (
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
)

_MONEY_UNREAD: tuple[tuple[str, str, str], ...] = (
    (
        "E472",
        "总分比各项得分之和多 {gap}，可能是没有读到的预算执行率得分，未作比较；请核对原表",
        "the total is {gap} above the scores, which may be the points of the money, not read",
    ),
)

_PIECES: tuple[tuple[str, str, str], ...] = (
    ("E170", "按印出的位数四舍五入保留 {digits} 位", "half up at the printed {digits} digits"),
    ("E171", "按本表印出的位数四舍五入取整", "half up to whole points, as the table prints"),
    ("E172", "截断保留 {digits} 位", "cut at {digits} digits"),
    ("E173", "四舍五入保留 {digits} 位", "half up at {digits} digits"),
    ("E176", "四舍五入取整", "half up to whole points"),
    ("E174", "指标 {indicators}，预算执行率 {money}", "indicators {indicators}, money {money}"),
    ("E175", "未印预算执行率的分值", "none is printed for the money"),
)

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

RECOMPUTATION: tuple[Entry, ...] = (
    *(Entry(code, "hint", None, zh, en) for code, zh, en in (*_ROWS, *_SILENT, *_REFERENCES)),
    *(Entry(code, "hint", None, zh, en) for code, zh, en in (*_TOTALS, *_MONEY_UNREAD, *_PIECES)),
    *(Entry(code, severity, None, zh, en) for code, severity, zh, en in _FINDINGS),
)
