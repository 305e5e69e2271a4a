"""What is said of one printed score that is recomputed: the codes E400 to E436.

E400 to E418 say how a result was reached or why there is none, E430 to E436 what is named for
reference; E170 to E173 and E176 are how it was rounded.
"""

from __future__ import annotations

from jixiao.messages.entry import Entry

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

_PIECES: tuple[tuple[str, str, str], ...] = (
    ("E170", "按印出的位数四舍五入保留 {digits} 位", "half up at the printed {digits} digits"),
    ("E171", "按本表印出的位数四舍五入取整", "half up to whole points, as the table prints"),
    ("E172", "截断保留 {digits} 位", "cut at {digits} digits"),
    ("E173", "四舍五入保留 {digits} 位", "half up at {digits} digits"),
    ("E176", "四舍五入取整", "half up to whole points"),
)

RECOMPUTATION: tuple[Entry, ...] = tuple(
    Entry(code, "hint", None, zh, en) for code, zh, en in (*_ROWS, *_REFERENCES, *_PIECES)
)
