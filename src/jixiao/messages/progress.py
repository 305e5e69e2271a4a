"""What is said about monitoring: the codes E200 to E299 of family E.

E200 to E219 are findings, E220 to E239 the reasons why a figure, a lamp or a likelihood is missing,
E240 and on the steps.
"""

from __future__ import annotations

from jixiao.messages.entry import Entry, SeverityName

__all__ = ["PROGRESS"]

_CAUSES = "经费保障、制度保障、人员保障、硬件条件保障、其他"
_CAUSES_EN = "funding, rules, staff, equipment, other"

_FINDINGS: tuple[tuple[str, SeverityName, str, str], ...] = (
    (
        "E200",
        "warning",
        (
            "“{indicator}”执行情况填报为“{actual}”，按全年指标值折算为 {completion}，"
            f"截至 {{date}} 应达 {{due}}，未填偏差原因；请核实，并注明原因（{_CAUSES}）"
        ),
        (
            "“{indicator}” reads “{actual}”, {completion} of the year's target; {due} was due on "
            f"{{date}}; no reason was filed; please check and give one ({_CAUSES_EN})"
        ),
    ),
    (
        "E201",
        "warning",
        (
            "“{indicator}”{column}为“{target}”（{due} 到期），执行情况填报为“{actual}”，"
            f"未填偏差原因；请核实，并注明原因（{_CAUSES}）"
        ),
        (
            "“{indicator}”: {column} is “{target}”, due on {due}; “{actual}” was filed without a "
            f"reason; please check and give one ({_CAUSES_EN})"
        ),
    ),
    (
        "E202",
        "warning",
        (
            "“{indicator}”{column}为“{target}”，执行情况填报为“{actual}”，已超出，"
            f"未填偏差原因；请核实，并注明原因（{_CAUSES}）"
        ),
        (
            "“{indicator}”: {column} is “{target}” and “{actual}” is beyond it; no reason was "
            f"filed; please check and give one ({_CAUSES_EN})"
        ),
    ),
    (
        "E203",
        "warning",
        (
            "“{name}”执行数为 {executed}，预算数为 {budget}，执行率折算为 {rate}，"
            f"截至 {{date}} 应达 {{due}}，未填偏差原因；请核实，并注明原因（{_CAUSES}）"
        ),
        (
            "“{name}”: {executed} of {budget} spent, {rate}; {due} was due on {date}; no reason "
            f"was filed; please check and give one ({_CAUSES_EN})"
        ),
    ),
    (
        "E204",
        "warning",
        "有指标未填执行情况，进度无法判断，不按 0 计；请补填",
        "an indicator has no figure so far; it is not taken for 0; please file it",
    ),
    (
        "E205",
        "warning",
        "未收到本表的执行情况，进度均无法判断；请补填",
        "nothing was filed for this table, so nothing can be said; please file it",
    ),
    (
        "E206",
        "warning",
        "未填“{name}”的执行数，预算执行进度无法计算，不按 0 计；请在资金部分补填1-{month}月执行数",
        (
            "the money spent of “{name}” was not filed and is not taken for 0; "
            "please file that of months 1 to {month}"
        ),
    ),
    (
        "E207",
        "hint",
        "本表没有可用的支出计划，没有分期指标值的按已结束月数折算；如有计划请补填",
        "the table has no plan of its own; closed months were used where no target is dated",
    ),
    (
        "E208",
        "hint",
        "规则集 {ruleset} 没有规定灯（分档结果为灯的方法），只列进度；需要灯时请在规则集中规定",
        "the ruleset {ruleset} has no lamps; progress only is shown",
    ),
    (
        "E209",
        "warning",
        (
            "执行数的栏目写的是{first}-{last}月，监控日期为 {date}（已结束 {months} 个月）；"
            "请核实执行数所属月份或监控日期"
        ),
        (
            "the money spent is of months {first} to {last}, the date is {date} with {months} "
            "months closed; please check months or date"
        ),
    ),
    (
        "E210",
        "warning",
        "完成目标可能性填报为“{filed}”，按完成情况折算为“{proved}”，请核实或说明口径",
        "the likelihood reads “{filed}”; the figures give “{proved}”; please check or explain",
    ),
    (
        "E211",
        "warning",
        "完成目标可能性填报为“{text}”，应为 确定能、有可能、完全不可能 之一，未采用；请核实",
        "the likelihood reads “{text}”, not one of 确定能, 有可能, 完全不可能; it was not used",
    ),
    (
        "E212",
        "hint",
        "监控日期 {date} 不在本表年度（{year} 年）内；请核实监控日期",
        "the date {date} is outside the year {year} of the table; please check",
    ),
    (
        "E213",
        "warning",
        "“{name}”执行数为 {executed}，预算数为 {budget}，执行率高于 100%；请说明是否有结转或追加",
        "“{name}”: {executed} of {budget} spent, above 100%; please say whether funds were added",
    ),
    (
        "E214",
        "warning",
        (
            "“{indicator}”填报为 {filed}，按执行数 {executed} ÷ 预算数 {budget} "
            "折算为 {computed}，请核实或说明口径"
        ),
        "“{indicator}” reads {filed}; {executed} ÷ {budget} gives {computed}; please check",
    ),
    (
        "E215",
        "hint",
        "本表未填写，没有可监控的内容；如需监控请先补填",
        "the form was left blank; there is nothing to monitor",
    ),
    (
        "E216",
        "warning",
        "没有读到“{name}”的预算数，预算执行进度无法计算；请在资金部分补填全年预算数",
        "the budget of “{name}” is not known; please file it in the funding part",
    ),
)

_REASONS: tuple[tuple[str, str, str], ...] = (
    ("E220", "未填执行情况", "nothing was filed so far"),
    ("E221", "指标值为空，不监控", "there is no target to hold it against"),
    (
        "E222",
        "水平类指标不随月份累计，全年指标值尚未到期，目前未达到的是否滞后由单位说明",
        "a level does not add up by months and is not due yet; the unit says whether it is late",
    ),
    ("E223", "截至监控日期应达进度为 0，不折算进度", "nothing is due by the date"),
    (
        "E224",
        (
            "{column}“{target}”可能以半年计划为分母，也可能以全年预算为分母，"
            "两种口径结论不同，请明确口径"
        ),
        "{column} “{target}” may be of the half-year plan or of the year's budget",
    ),
    ("E225", "缺少预算数或执行数，不计算执行率", "budget or spending is missing"),
    ("E226", "预算数为 0，不计算执行率", "the budget is 0"),
    ("E228", "规则集没有适用于该指标的灯", "the ruleset has no lamp for this"),
    (
        "E229",
        "反向指标只看是否超出，不折算进度，不推算全年",
        "a limit has no pace and no projection: within or over",
    ),
    (
        "E230",
        "全年指标值尚未达到，年度未结束，完成目标可能性由单位判断",
        "the year's target is open and so is the year; the likelihood is the unit's to say",
    ),
    (
        "E231",
        "该指标可升可降，完成目标可能性由单位判断",
        "this may rise and fall; the likelihood is the unit's to say",
    ),
    (
        "E232",
        "定性或多项要求，完成目标可能性由单位判断",
        "words or several requirements; the likelihood is the unit's to say",
    ),
    (
        "E233",
        "比率、水平、定性类指标不推算全年结果",
        "no projection for rates, levels and words",
    ),
    (
        "E234",
        "没有完成情况可依据，完成目标可能性由单位判断",
        "nothing to go by; the likelihood is the unit's to say",
    ),
    (
        "E235",
        "目前未超出，全年能否保持由单位判断",
        "within so far; whether it stays so is the unit's to say",
    ),
    ("E236", "没有可折算进度的数", "there is no figure to reckon a pace from"),
    (
        "E237",
        "目前未达到，指标值尚未到期，是否滞后由单位说明",
        "not met so far and not due yet; the unit says whether it is late",
    ),
)

_STEPS: tuple[tuple[str, str, str], ...] = (
    (
        "E240",
        "应达进度（按月）：{formula} = {result}，截至 {date} 已结束 {months} 个月",
        "due (by months): {formula} = {result}, {months} months closed by {date}",
    ),
    (
        "E241",
        "应达进度（按日）：{formula} = {result}，截至 {date}",
        "due (by days): {formula} = {result}, by {date}",
    ),
    (
        "E242",
        "应达进度（按计划）：{formula} = {result}，截至 {date}；计划：{plan}，其间按日直线折算",
        "due (by plan): {formula} = {result}, by {date}; plan: {plan}, straight between",
    ),
    (
        "E243",
        "应达进度：监控日期 {date} 在 {year} 年度之外，按 {result} 计",
        "due: {date} is outside {year}, taken as {result}",
    ),
    (
        "E244",
        "{column}（{due} 到期）：填报为“{text}”，读作 {result}",
        "{column} (due {due}): “{text}”, read as {result}",
    ),
    ("E245", "执行情况：填报为“{text}”，读作 {result}", "so far: “{text}”, read as {result}"),
    (
        "E246",
        "执行率：执行数 {executed} ÷ 预算数 {budget} = {result}",
        "executed: {executed} ÷ {budget} = {result}",
    ),
    (
        "E247",
        "完成全年指标值：{actual} ÷ {target} = {result}",
        "of the year's target: {actual} ÷ {target} = {result}",
    ),
    ("E248", "进度（完成 ÷ 应达）：{formula} = {result}", "progress: {formula} = {result}"),
    ("E249", "是否达到{column}：{result}", "{column} met: {result}"),
    ("E250", "是否超出“{target}”：{result}", "beyond “{target}”: {result}"),
    ("E251", "灯：{result}（{method}）", "lamp: {result} ({method})"),
    (
        "E252",
        "按目前进度推算全年：{formula} = {result}",
        "the year at this pace: {formula} = {result}",
    ),
    (
        "E253",
        "目前水平：{actual} ÷ {target} = {result}，不按月折算",
        "level: {actual} ÷ {target} = {result}, no pace",
    ),
    ("E254", "达成程度：{result}", "attainment: {result}"),
    (
        "E265",
        "完成目标可能性：{result}（年度已结束，按实际判断）",
        "likelihood: {result} (the year is over)",
    ),
    (
        "E266",
        "完成目标可能性：{result}（已达到全年指标值，累计数不再减少）",
        "likelihood: {result} (the year's target is reached)",
    ),
    ("E267", "完成目标可能性：{result}（单位填报）", "likelihood: {result} (as filed)"),
    (
        "E268",
        "完成目标可能性：{result}（累计数已超出全年指标值）",
        "likelihood: {result} (the count is beyond the year's limit)",
    ),
    (
        "E269",
        "完成目标可能性：{result}（按完成日期判断）",
        "likelihood: {result} (by the day of completion)",
    ),
)

PROGRESS: tuple[Entry, ...] = (
    *(Entry(code, severity, None, zh, en) for code, severity, zh, en in _FINDINGS),
    *(Entry(code, "hint", None, zh, en) for code, zh, en in (*_REASONS, *_STEPS)),
)
