"""The reasons and steps of a score: E40 and on of family E.

E40 to E69 say why a score is an interval or there is none, E70 and on are the steps of a score, and
E100 and on the pieces their sentences are put together from.
"""

from __future__ import annotations

from jixiao.messages.entry import Entry

__all__ = ["SCORE_STEPS"]

_REASONS: tuple[tuple[str, str, str], ...] = (
    ("E40", "未填实际完成值", "nothing was filed as achieved"),
    (
        "E41",
        "指标值“{target}”没有计算符号，名称、单位和规则集也未说明越高越好还是越低越好",
        "the target “{target}” has no operator and nothing says whether more or less is better",
    ),
    (
        "E42",
        "完成情况“{actual}”可读作 {first}，也可读作 {second}",
        "the actual “{actual}” may mean {first} or {second}",
    ),
    (
        "E43",
        "规则集未规定反向指标的完成率，取 目标值 ÷ 实际值 与 2 - 实际值 ÷ 目标值 之间",
        (
            "the ruleset is silent on reverse indicators: between target ÷ actual and "
            "2 - actual ÷ target"
        ),
    ),
    (
        "E44",
        "“{grade}”的得分率由评价人在 {band} 内确定",
        "for “{grade}” the assessor chooses a rate in {band}",
    ),
    (
        "E45",
        "“{actual}”相对“{target}”的达成程度无法判断，需评价人确定",
        "how far “{actual}” attains “{target}” is for an assessor to say",
    ),
    ("E46", "缺少“{name}”，无法计算", "“{name}” is missing"),
    ("E47", "“{name}”为 0，不能作除数", "“{name}” is 0 and cannot divide"),
    (
        "E48",
        "规则集没有适用于“{kind}”的计分方法",
        "the ruleset has no method for “{kind}”",
    ),
    ("E49", "指标值为空，不计分", "there is no target, so there is no score"),
    (
        "E50",
        "没有分值，只判断是否达成",
        "there is no weight; it is only said whether it was met",
    ),
    (
        "E51",
        "完成情况为文字“{actual}”，不能与指标值“{target}”比较，请填写数值",
        "the actual is the text “{actual}” and cannot be held against “{target}”",
    ),
    (
        "E52",
        "指标值“{target}”与完成情况“{actual}”单位不同，不能换算",
        "target “{target}” and actual “{actual}” have units that cannot be converted",
    ),
    (
        "E53",
        "指标值为 0 或负数时，规则集未规定未达成的得分",
        "for a target of 0 or below the ruleset does not say what a miss scores",
    ),
    ("E54", "其中“{part}”未达成", "the part “{part}” was not met"),
    ("E55", "其中“{part}”无法判断：{why}", "the part “{part}” cannot be judged: {why}"),
    (
        "E56",
        "几项要求未全部达成时的得分没有规定，取最差一项与各项平均之间",
        "no rule scores a target of several parts: between the worst part and the mean",
    ),
    ("E57", "完成日期 {day}，晚于 {due}", "done on {day}, later than {due}"),
    (
        "E58",
        "规则集没有规定完成率“{case}”",
        "the ruleset has no completion for “{case}”",
    ),
    ("E59", "“{method}”不给出得分", "“{method}” gives no points"),
    (
        "E60",
        "“{method}”的计算缺少“{name}”的含义",
        "“{method}” uses “{name}”, which has no meaning here",
    ),
    (
        "E61",
        "完成情况“{actual}”只说明范围",
        "the actual “{actual}” says a span only",
    ),
    ("E62", "不适用，不计分", "it does not apply and is not scored"),
)

_STEPS: tuple[tuple[str, str, str], ...] = (
    ("E70", "指标值：填报为“{text}”，读作 {result}", "target: “{text}”, read as {result}"),
    ("E71", "实际完成值：填报为“{text}”，读作 {result}", "actual: “{text}”, read as {result}"),
    ("E72", "方向：{direction}，依据：{source}", "direction: {direction}, from {source}"),
    (
        "E73",
        "完成率：{formula} = {result}（目标值 {target}，实际值 {actual}）",
        "completion: {formula} = {result} (target {target}, actual {actual})",
    ),
    (
        "E74",
        "完成率：已达成，按 {result} 计，不计超额（目标值 {target}，实际值 {actual}）",
        "completion: met, taken as {result} (target {target}, actual {actual})",
    ),
    ("E75", "达成程度：{result}（{why}）", "attainment: {result} ({why})"),
    ("E76", "是否达成：{result}", "met: {result}"),
    ("E77", "计分方法：{result}（{why}）", "method: {result} ({why})"),
    ("E78", "得分率：{formula} = {result}{limits}", "rate: {formula} = {result}{limits}"),
    (
        "E79",
        "得分：{formula} = {exact}，{rounding}为 {result}",
        "points: {formula} = {exact}, {rounding}: {result}",
    ),
    ("E80", "扣减：{formula} = {result}", "deduction: {formula} = {result}"),
    ("E81", "得分率由评价人给定：{result}", "rate given by the assessor: {result}"),
    ("E82", "依据：{result}", "source: {result}"),
    ("E83", "应达值：{formula} = {result}", "due: {formula} = {result}"),
    ("E84", "目标折算：{formula} = {result}", "target resolved: {formula} = {result}"),
    ("E85", "得分区间：从 0 到分值 {result}", "points: from 0 to the weight {result}"),
    ("E86", "其中“{part}”：{result}", "the part “{part}”: {result}"),
    (
        "E88",
        "全年执行数 {executed}，全年预算数 {budget}（{where}）",
        "executed {executed}, budget {budget} ({where})",
    ),
    ("E89", "分值：{result}（{why}）", "weight: {result} ({why})"),
    ("E90", "得分：{formula} = {result}{limits}", "points: {formula} = {result}{limits}"),
    (
        "E91",
        "未指定规则集，采用 {result}",
        "no ruleset was given; {result} was used",
    ),
    (
        "E92",
        "不适用：本指标 {result} 分不计",
        "does not apply: its {result} points are left out",
    ),
    (
        "E93",
        "合计：不适用的不计，其余折算到 {full} 分：{formula} = {result}（{rounding}）",
        "total: scaled up to {full} for what does not apply: {formula} = {result} ({rounding})",
    ),
    (
        "E94",
        "合计：不适用的不计，其余得 {result}，满分按 {out_of}",
        "total: without what does not apply {result}, out of {out_of}",
    ),
    ("E95", "汇总：{formula} = {result}", "merged: {formula} = {result}"),
    (
        "E96",
        "约数：目标值 {target}，实际值 {actual}，相差 {gap}，在 {near} 以内，按达成计",
        "approximate: target {target}, actual {actual}, off by {gap}, within {near}: met",
    ),
)

_PIECES: tuple[tuple[str, str, str], ...] = (
    ("E100", "正向", "more is better"),
    ("E101", "反向", "less is better"),
    ("E102", "未知，两个方向都算", "unknown, both are reckoned"),
    ("E103", "须与目标值一致", "the very figure is asked for"),
    ("E104", "计算符号“{sign}”", "the sign “{sign}”"),
    ("E105", "规则集对该指标的要求", "what the ruleset demands of the indicator"),
    ("E106", "指标名称中的“{word}”", "“{word}” in the name"),
    ("E107", "计量单位“{word}”为数量", "the unit “{word}” counts something"),
    ("E108", "表中所列方向", "the direction given in the table"),
    ("E109", "无", "nothing"),
    ("E110", "四舍五入保留 {digits} 位", "half up at {digits} digits"),
    ("E111", "截断保留 {digits} 位", "cut at {digits} digits"),
    ("E112", "指定", "named by the caller"),
    ("E113", "该指标的规则", "the rule of the indicator"),
    ("E114", "“{kind}”的默认方法", "the default for “{kind}”"),
    ("E115", "填报为达成程度用语", "words of attainment were filed"),
    ("E116", "与目标值相同或更好", "the same as the target, or better"),
    ("E117", "比目标值低一档", "one grade below the target"),
    ("E118", "比目标值低一档以上", "more than one grade below the target"),
    ("E119", "无从比较", "nothing to compare by"),
    ("E121", "，封顶 {cap}", ", capped at {cap}"),
    ("E122", "，保底 {floor}", ", not below {floor}"),
    ("E123", "，低于及格线 {line}", ", below the pass line {line}"),
    ("E124", "", ""),
    ("E125", "合计时再舍入，显示", "rounded in the total only, shown as"),
    ("E126", "取自资金部分", "from the funding part"),
    ("E127", "取自填报的执行率", "the rate as filed"),
    ("E128", "取自表", "from the table"),
    ("E129", "取自完成情况", "from the actuals"),
    ("E130", "取自规则集", "from the ruleset"),
    ("E131", "由调用方给定", "given by the caller"),
    (
        "E132",
        "推定：“{level}”余下 {left} 分由 {count} 项均分",
        "inferred: the {left} points left of “{level}” shared by {count}",
    ),
    ("E133", "得分", "score"),
    ("E134", "得分测算（权重为推定）", "estimated score (weights inferred)"),
    ("E137", "区间两端均须满足", "both ends of the range bind"),
    (
        "E138",
        "未定 {count} 项，按所占区间从大到小：{items}",
        "{count} still open, by how much of the interval they make: {items}",
    ),
    ("E139", "{name} {points}（占 {share}）", "{name} {points} ({share})"),
    (
        "E140",
        "{name} {points}（占 {share}，单独可改变等次）",
        "{name} {points} ({share}, alone can change the grade)",
    ),
    ("E141", "区间的下限", "the lower end of the range"),
    ("E142", "目标值为 0", "a target of 0"),
)

SCORE_STEPS: tuple[Entry, ...] = tuple(
    Entry(code, "hint", None, zh, en) for code, zh, en in (*_REASONS, *_STEPS, *_PIECES)
)
