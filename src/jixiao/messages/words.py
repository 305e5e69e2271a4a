"""The words of reports and of the command that are no findings: labels, headings, short notes."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from jixiao.messages.report_words import REPORT_WORDS
from jixiao.messages.summary_words import SUMMARY_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["WORDS", "word"]

WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        **REPORT_WORDS,
        **SUMMARY_WORDS,
        # what was read
        "tables_read": (
            "{file}：{tables} 张表，{indicators} 条指标",
            "{file}: {tables} tables, {indicators} indicators",
        ),
        "row_status": ("各行读取情况：{parts}", "rows read: {parts}"),
        "exact": ("与表式一致", "exact"),
        "moved": ("移位已归正", "moved"),
        "restored": ("缺失已补", "restored"),
        "suspected": ("存疑", "suspected"),
        "unread": ("未读出", "unread"),
        "table_heading": ("【{number}】{name}", "[{number}] {name}"),
        "blank_table": ("（空表）", "(blank)"),
        "year": ("{year} 年", "{year}"),
        "total_money": ("资金总额 {amount}", "total {amount}"),
        "no_total_money": ("资金总额未读到", "total not read"),
        "spending": ("支出", "spending"),
        "printed_sums": ("印出的合计", "sums as printed"),
        "printed_grade": ("印出的等级 {grade}", "grade as printed: {grade}"),
        "status": ("读取", "read"),
        "level1": ("一级指标", "level 1"),
        "level2": ("二级指标", "level 2"),
        "level3": ("三级指标", "level 3"),
        "line": ("行", "line"),
        "unnamed": ("（名称缺失）", "(name lost)"),
        "leftovers": ("未识别内容 {count} 处：", "{count} pieces not understood:"),
        "leftover_line": ("  {place}：{text}", "  {place}: {text}"),
        "leftovers_more": (
            "  另有 {count} 处，见 --format json",
            "  {count} more with --format json",
        ),
        "reading_findings": ("读取说明：", "about the reading:"),
        # findings
        "no_findings": ("没有发现问题。", "nothing found."),
        "findings_total": (
            "共 {total} 项：须修改 {error}，请说明 {warning}，建议完善 {hint}。",
            "{total} findings: {error} must be changed, {warning} to explain, {hint} suggestions.",
        ),
        "at_line": ("第 {line} 行", "line {line}"),
        "at_page": ("第 {page} 页第 {row} 行第 {cell} 格", "page {page}, row {row}, cell {cell}"),
        "at_table": (
            "第 {number} 张表第 {row} 行第 {cell} 格",
            "table {number}, row {row}, cell {cell}",
        ),
        "folded": ("共 {count} 处：{items}", "{count} places: {items}"),
        "more": ("等", "…"),
        "basis": ("依据：{cite}", "source: {cite}"),
        "whole_document": ("全部表格", "the whole document"),
        # scores
        "target": ("指标值", "target"),
        "actual": ("实际完成值", "actual"),
        "weight": ("分值", "weight"),
        "points": ("得分", "points"),
        "verdict": ("是否达成", "verdict"),
        "met": ("达成", "met"),
        "not_met": ("未达成", "not met"),
        "undetermined": ("无法判断", "undetermined"),
        "not_scored": ("不计分", "not scored"),
        "missing_actual": ("（未填）", "(missing)"),
        "total_line": (
            "{label}：{points} 分（满分 {out_of}）",
            "{label}: {points} of {out_of}",
        ),
        "grade_line": ("等次：{grades}", "grade: {grades}"),
        "from_to": ("{low}～{high}", "{low} to {high}"),
        "grade_or": (" 或 ", " or "),
        "no_grade": ("不评等次：权重为推定", "no grade: weights are inferred"),
        "ruleset_line": (
            "规则集 {ruleset}，评价日期 {date}",
            "ruleset {ruleset}, as of {date}",
        ),
        # monitoring
        "monitor_line": (
            "规则集 {ruleset}，监控日期 {date}，{by}",
            "ruleset {ruleset}, as of {date}, {by}",
        ),
        "by_month": ("按已结束月数折算", "by closed months"),
        "by_day": ("按日折算", "by days"),
        "by_plan": ("按本表计划折算", "by the table's own plan"),
        "due_line": ("应达进度 {due}（{by}）", "due {due} ({by})"),
        "money_line": (
            "{name}：预算数 {budget}，执行数 {executed}，执行率 {rate}",
            "{name}: budget {budget}, executed {executed}, rate {rate}",
        ),
        "counted_target": ("当期指标值", "target due"),
        "annual_target": ("全年指标值", "annual target"),
        "so_far": ("执行情况", "so far"),
        "completion": ("完成全年", "of the year"),
        "ratio": ("进度", "progress"),
        "lamp": ("灯", "lamp"),
        "standing": ("状态", "standing"),
        "likelihood": ("完成目标可能性", "likelihood"),
        "projected": ("推算全年", "the year at this pace"),
        "forecast": ("预计全年", "forecast"),
        "reached": ("已达全年", "reached"),
        "ahead": ("快于应达", "ahead"),
        "on_pace": ("达到当期", "on pace"),
        "behind": ("滞后", "behind"),
        "within": ("未超出", "within"),
        "over": ("超出", "over"),
        "not_due": ("未到期", "not due"),
        "open": ("无法判断", "undetermined"),
        "not_filed": ("未填", "not filed"),
        "worst_lamp": ("本表的灯：{lamp}", "lamp of the table: {lamp}"),
        "standing_counts": ("各指标：{parts}", "indicators: {parts}"),
        # verifying
        "card_same": (
            "评分卡 {card}：复算结果完全一致",
            "scorecard {card}: recomputed, the same bit for bit",
        ),
        "card_differs": (
            "评分卡 {card}：复算结果有 {count} 处不同",
            "scorecard {card}: {count} places differ",
        ),
        "card_unreadable": ("评分卡 {card}：无法复算", "scorecard {card}: cannot be recomputed"),
        "card_inputs": ("绩效表 {document}，完成情况 {actuals}", "of {document} and {actuals}"),
        "difference": (
            "{path}：记录为 {recorded}，复算为 {recomputed}",
            "{path}: recorded {recorded}, recomputed {recomputed}",
        ),
        "not_there_at_all": ("（没有）", "(nothing)"),
        "more_differences": (
            "另有 {count} 处不同，见 --format json",
            "{count} more with --format json",
        ),
        # values
        "kind_comparison": ("比较", "comparison"),
        "kind_range": ("区间", "range"),
        "kind_pace": ("进度", "pace"),
        "kind_deadline": ("期限", "deadline"),
        "kind_period": ("时段", "period"),
        "kind_trend": ("趋势", "trend"),
        "kind_reference": ("参照", "reference"),
        "kind_qualitative": ("文字", "words"),
        "kind_compound": ("复合", "compound"),
        "kind_absent": ("未设", "absent"),
        "no_operator_note": ("（未写方向）", " (no operator written)"),
        "in_base_units": ("，即 {base}", ", that is {base}"),
        "note": ("注意", "note"),
        # rulesets
        "ruleset_id": ("规则集", "ruleset"),
        "ruleset_title": ("名称", "title"),
        "ruleset_region": ("地区", "region"),
        "ruleset_year": ("年度", "year"),
        "ruleset_effective": ("生效", "in force"),
        "ruleset_file": ("文件", "file"),
        # cases of a ruleset
        "cases_heading": (
            "{ruleset}（{file}）：{count} 个测试例",
            "{ruleset} ({file}): {count} cases",
        ),
        "case_passed": ("通过", "passed"),
        "case_differs": ("不符", "differs"),
        "case_line": ("（第 {line} 行）", " (line {line})"),
        "case_difference": (
            "{key}：期望 {expected}，算得 {computed}",
            "{key}: expected {expected}, computed {computed}",
        ),
        "cases_total": (
            "共 {count} 个测试例：通过 {passed}，不符 {differing}；文件有 {problems} 处须改。",
            "{count} cases: {passed} passed, {differing} differ; {problems} problems in the files.",
        ),
        # a draft of a ruleset
        "draft_read": (
            "草稿 {id}：用它重读 {file}，{rows} 条指标中 {exact} 条与表式一致，{doubtful} 条存疑",
            "draft {id}: {file} read with it, {exact} of {rows} rows exact, {doubtful} in doubt",
        ),
        "draft_no_tables": (
            "{file} 里没有找到填好的绩效表，没有可以起草的内容；请给出一份填好的表",
            "no filled table was found in {file}: there is nothing to draft from",
        ),
        "draft_no_year": (
            "{file} 里没有读到年度；请用 --id 写明，如 --id 某县-2025",
            "{file} names no year; please give one with --id, such as --id 某县-2025",
        ),
        "draft_bad_id": (
            "编号应写作“地名-年度”，如 某县-2025，写的是“{text}”",
            "an id is a place and a year, such as 某县-2025, but is “{text}”",
        ),
        "draft_exists": (
            "{file} 已经有了，没有改动它；请换一个文件名，或先移走原来的文件",
            "{file} is there already and was left alone; please choose another name",
        ),
        # differences of rulesets
        "differences_none": ("两个规则集没有不同。", "the two rulesets do not differ."),
        "differences_total": (
            "共 {total} 处不同：新增 {added}，取消 {removed}，修改 {changed}。",
            "{total} differences: {added} added, {removed} removed, {changed} changed.",
        ),
        "differences_nothing": ("（无）", "(nothing)"),
        "differences_form": ("整张表", "the whole form"),
        "differences_added": ("新增 {name}", "added {name}"),
        "differences_removed": ("取消 {name}", "removed {name}"),
        "differences_cite": ("（依据：{cite}）", " (source: {cite})"),
        # the text of rule files
        "lint_clean": ("{file}：没有发现问题。", "{file}: nothing found."),
        "lint_total": (
            "{file}：须修改 {error}，请说明 {warning}，建议完善 {hint}。",
            "{file}: {error} must be changed, {warning} to explain, {hint} suggestions.",
        ),
        "fmt_done": ("已整理 {file}", "formatted: {file}"),
        "fmt_clean": (
            "{count} 个规则集的格式都已整齐。",
            "all {count} rulesets are in the one form.",
        ),
        "fmt_names": (
            "请写明要整理的规则集文件或文件夹；已安装的规则集只检查、不改写，请加 --check",
            "name rule files or folders to format; installed rulesets can only be checked: --check",
        ),
        "verify_one": (
            "--document、--actuals 只能用于一张评分卡；有多张时请让评分卡自己指明",
            "--document and --actuals are of one scorecard; of several each names its own",
        ),
        "no_rule_files": (
            "文件夹 {path} 里没有规则集文件（.jx）",
            "folder {path} holds no rule files (.jx)",
        ),
        "fmt_needed": ("格式有待整理：{file}", "would be formatted: {file}"),
        "fmt_left": (
            "{file} 还有须修改的地方，没有整理；请先改好：",
            "{file} must be mended first and was left as it is:",
        ),
        "resolved_heading": (
            "# {lineage}：继承之后的全文，自成一体。",
            "# {lineage}: the whole text after inheritance, complete in itself.",
        ),
        # csv
        "csv_project": ("项目名称", "project"),
        "csv_unit": ("实施单位", "unit"),
        "csv_name": ("名称", "name"),
        "csv_content": ("内容", "content"),
        "csv_column": ("列", "column"),
        "csv_severity": ("级别", "severity"),
        "csv_code": ("编号", "code"),
        "csv_heading": ("审核内容", "heading"),
        "csv_raw": ("原文", "as written"),
        "csv_count": ("处数", "places"),
        "csv_cite": ("依据", "source"),
        "csv_low": ("最低得分", "lowest points"),
        "csv_high": ("最高得分", "highest points"),
        "csv_data": ("数据", "data"),
        # sarif
        "sarif_heading": ("审核内容：{heading}", "heading of the review: {heading}"),
        # the command
        "reading_bar": ("读取", "reading"),
        "checking_bar": ("检查", "checking"),
        "scoring_bar": ("测算", "scoring"),
        "monitoring_bar": ("监控", "monitoring"),
        "written": ("已写入 {file}", "written: {file}"),
        "one_stdin": (
            "标准输入（-）只能用一次：绩效表和完成情况请至少有一个写明文件",
            "standard input (-) can be read once: name a file for the tables or for the actuals",
        ),
        "no_schema": (
            "没有“{noun}”的 JSON Schema；可选：{nouns}",
            "there is no schema of “{noun}”; please choose one of {nouns}",
        ),
        "format_not_offered": (
            "没有 {form} 这种格式；可选：{forms}",
            "this is not written as {form}; please choose one of {forms}",
        ),
        "format_needs_file": (
            "{form} 不能显示在终端上；请用 -o 写到文件，或用管道接走",
            "{form} cannot be shown on a terminal; name a file with -o, or use a pipe",
        ),
        "months_line": ("{first}-{last}月", "months {first} to {last}"),
        "nothing_to_parse": (
            "请给出要读的指标值，或用 --file 指定文件（- 为标准输入）",
            "give values to read, or a file with --file (- for standard input)",
        ),
        "no_file": (
            "{path} 里没有可读的文件；请核对路径",
            "{path} holds no file that can be read; please check the path",
        ),
        "file_failed": (
            "{file} 没有读成（{reason}），已跳过，其余文件继续；请把这个文件发来核查",
            "{file} could not be read ({reason}) and was passed over; please report it",
        ),
        "cannot_open": (
            "打不开 {file}：{reason}；请核对后重试",
            "cannot open {file}: {reason}; please check and try again",
        ),
        "not_there": ("没有这个文件", "there is no such file"),
        "not_allowed": ("没有读写权限", "permission denied"),
        "is_folder": ("这是文件夹，请指明其中的文件", "this is a folder, name a file in it"),
        "bad_weight": (
            "分值应为不小于 0 的数字，写的是“{text}”",
            "the weight must be a number not below 0, but is “{text}”",
        ),
        "bad_date": (
            "日期应写作 2025-12-31，写的是“{text}”",
            "the date must be written as 2025-12-31, but is “{text}”",
        ),
        # scores recomputed
        "explained": ("一致", "explained"),
        "judgement": ("档内", "judgement"),
        "stricter": ("从严", "stricter"),
        "differs": ("复算不一致", "differs"),
        "unscored": ("未比较", "unscored"),
        "result": ("结果", "result"),
        "printed_score": ("印出得分", "printed"),
        "computed_score": ("复算得分", "computed"),
        "inferred": ("推定", "inferred"),
        "score_sum": ("得分合计", "sum of scores"),
        "weight_sum": ("分值合计", "sum of weights"),
        "label_sum": ("一级指标分值", "level 1 weights"),
        "rate_sum": ("执行率", "rate of execution"),
        "parts_sum": ("资金各行", "parts of the money"),
        "grade_sum": ("等次", "grade"),
        "recompute_counts": (
            "得分 {rows} 项，可比 {scored} 项，其中得到解释 {cleared} 项（{share}）：{counts}。",
            "{rows} scores, {scored} comparable, {cleared} of them explained ({share}): {counts}.",
        ),
        "recompute_files": ("共 {files} 个文件：", "{files} files in all:"),
        "recomputing_bar": ("复算", "recomputing"),
        # workbooks
        "missing_extra": (
            '这一功能需要另装一个组件：请运行 pip install "jixiao[{extra}]" 后重试',
            'this needs one more package: please run pip install "jixiao[{extra}]" and try again',
        ),
        "cell_cut": ("……（全文 {count} 字，单元格写不下）", "… ({count} characters: cut)"),
        "choose_from": ("请从列表中选择：{words}", "please choose from the list: {words}"),
        "number_between": (
            "请填 {low} 至 {high} 之间的数字",
            "please give a number from {low} to {high}",
        ),
        "page_of": ("第 {page} 页，共 {pages} 页", "page {page} of {pages}"),
    }
)
"""Name to the words in Chinese and English; `{names}` are filled in by the caller."""


def word(name: str, lang: Literal["zh", "en"] = "zh", /, **context: object) -> str:
    """The words of that name, with the figures filled in.

    >>> word("findings_total", total=3, error=1, warning=2, hint=0)
    '共 3 项：须修改 1，请说明 2，建议完善 0。'
    """
    text = WORDS[name][0 if lang == "zh" else 1]
    for key, value in context.items():
        text = text.replace("{" + key + "}", str(value))
    return text
