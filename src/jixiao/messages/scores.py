"""What is said about scoring and evaluating: the codes of family E.

E01 to E39 are findings, E40 to E69 the reasons why a score is an interval or there is none, E70
and on the steps of a score and the pieces their sentences are put together from.
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
)

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
)

SCORES: tuple[Entry, ...] = (
    *(Entry(code, severity, None, zh, en) for code, severity, zh, en in _FINDINGS),
    *(Entry(code, "hint", None, zh, en) for code, zh, en in (*_REASONS, *_STEPS, *_PIECES)),
)
