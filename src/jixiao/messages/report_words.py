"""The words of reports that people read in a browser or print: headings, labels, short notes."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["REPORT_WORDS"]

REPORT_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        # titles and the frame
        "title_check": ("绩效目标检查报告", "Check of performance targets"),
        "title_evaluate": ("绩效评价得分报告", "Scores of the evaluation"),
        "title_monitor": ("绩效运行监控报告", "Monitoring report"),
        "title_recompute": ("自评得分复算报告", "Printed scores recomputed"),
        "skip_link": ("跳到正文", "skip to the report"),
        "contents": ("目录", "Contents"),
        "theme_toggle": ("切换明暗", "light or dark"),
        "unfold_all": ("全部展开", "unfold all"),
        "fold_all": ("全部收起", "fold all"),
        "made_by": (
            "由 jixiao {version} 生成。本文件自成一体，不联网也能阅读和打印。",
            "Made by jixiao {version}. One file: it is read and printed without a network.",
        ),
        "fact_file": ("文件", "file"),
        "fact_files": ("{count} 个文件", "{count} files"),
        "fact_actuals": ("完成情况", "actuals"),
        "fact_ruleset": ("规则集", "ruleset"),
        "fact_date": ("评价日期", "as of"),
        "fact_watched": ("监控日期", "as of"),
        "fact_due": ("应达进度", "due"),
        "fact_size": ("规模", "size"),
        "size_line": ("{tables} 张表，{rows} 条指标", "{tables} tables, {rows} indicators"),
        # in notebooks
        "severity_label": ("程度", "severity"),
        "code_label": ("编号", "code"),
        "place_label": ("位置", "place"),
        "message_label": ("说明", "message"),
        "kind_label": ("种类", "kind"),
        "written_label": ("原文", "as written"),
        "read_label": ("读作", "read as"),
        "doubts_label": ("存疑", "doubts"),
        "rows_more": ("另有 {count} 行", "{count} rows more"),
        # the summary
        "overview": ("总览", "Overview"),
        "by_heading": ("按审核内容", "By heading of the review"),
        "by_table": ("各表问题一览", "Findings table by table"),
        "strip_note": (
            "每格一张表，数字为问题数，颜色为其中最重的一级；点按可到该表。",
            "One square a table: the number of findings, in the colour of the gravest of them.",
        ),
        "strip_cell": ("{table}：{count} 项问题", "{table}: {count} findings"),
        "other_heading": ("其他", "Other"),
        "gravest_first": ("由重到轻", "Gravest first"),
        "heading_完整性": ("完整性", "Completeness"),
        "heading_相关性": ("相关性", "Relevance"),
        "heading_适当性": ("适当性", "Adequacy"),
        "heading_可行性": ("可行性", "Feasibility"),
        "sum_label": ("合计", "total"),
        "heading_label": ("审核内容", "heading"),
        # findings
        "findings_part": ("问题", "Findings"),
        "nothing_found": ("没有发现问题。", "Nothing was found."),
        "pick_label": ("按名称找表", "tables by name"),
        "search_label": ("查找", "search"),
        "search_hint": ("指标、项目或说明中的文字", "words of an indicator, project or finding"),
        "filter_legend": ("显示", "show"),
        "shown_count": ("显示 {shown} / {total} 项", "{shown} of {total} shown"),
        "places_count": ("共 {count} 处", "{count} places"),
        "places_more": (
            "另有 {count} 处，见各表中标有 {code} 的行",
            "{count} more: see the rows marked {code} in the tables",
        ),
        # tables
        "tables_index": ("各表", "Tables"),
        "tables_part": ("逐表", "Table by table"),
        "number_label": ("序号", "no."),
        "table_label": ("项目", "project"),
        "unit_label": ("单位", "unit"),
        "rows_label": ("指标数", "rows"),
        "findings_label": ("问题数", "findings"),
        "fields_part": ("基本信息与目标", "Particulars and goals"),
        "money_part": ("资金与支出", "Money and spending"),
        "money_source": ("名称", "name"),
        "rows_part": ("指标", "Indicators"),
        "no_tables": ("没有读到绩效表。", "No table was read."),
        "own_findings": ("本表问题", "findings of this table"),
        "masked_note": ("负责人、电话等已隐去。", "Names and telephones of persons are masked."),
        # scores
        "total_label": ("总分", "total"),
        "grade_label": ("等次", "grade"),
        "open_label": ("待定项", "open"),
        "grades_part": ("各表等次", "Grades"),
        "grade_none": ("不评等次", "no grade"),
        "grade_open": ("等次未定", "grade open"),
        "scale_note": (
            "深色为已定得分，浅色为还可能取得的分数，竖线为等次分界。",
            "Dark: points that are certain. Light: points still open. Lines: where grades begin.",
        ),
        "scale_label": (
            "{points} 分，满分 {out_of}，{grades}",
            "{points} of {out_of}, {grades}",
        ),
        "points_bar": ("得 {points}，分值 {weight}", "{points} of {weight}"),
        "steps_of": ("计分过程（{count} 步）", "how it was scored ({count} steps)"),
        "steps_seen": ("计算过程（{count} 步）", "how it was reckoned ({count} steps)"),
        "clause_read": ("核实", "clause read"),
        "clause_unread": ("待核", "clause to be checked"),
        "clauses_note": (
            "“核实”：依据的原文已读过；“待核”：依据凭业内通行做法，原文有待核对。",
            "Clause read: its text was at hand. To be checked: its text was not seen.",
        ),
        "tables_scored": ("已计分的表", "tables scored"),
        "tables_settled": ("得分已定", "totals settled"),
        "tables_open": ("得分待定", "totals still open"),
        # scores recomputed
        "results_part": ("复算结果", "Results"),
        "sums_part": ("合计、执行率与等次", "Sums, rates and grades"),
        "printed_label": ("印出", "printed"),
        "computed_label": ("复算", "recomputed"),
        "comparable_label": ("可比", "comparable"),
        "cleared_label": ("得到解释", "explained"),
        "printed_note": (
            "横条为按规则复算的得分（浅色为可取的区间），竖线为印出的得分。",
            "The bar is what the rules give (light: what is open), the line what is printed.",
        ),
        # monitoring
        "lamps_part": ("各表的灯", "Lamps of the tables"),
        "lamp_none": ("无灯", "no lamp"),
        "lamp_红": ("红灯", "red"),
        "lamp_黄": ("黄灯", "yellow"),
        "lamp_绿": ("绿灯", "green"),
        "lamp_蓝": ("蓝灯", "blue"),
        "standings_part": ("各指标状态", "Standing of the indicators"),
        "spent_label": ("资金执行", "money spent"),
        "behind_label": ("滞后", "behind"),
        "progress_note": (
            "横条为已完成的比例，竖线为截至当日应达的比例。",
            "The bar is the share done, the line the share due by the date.",
        ),
        "progress_bar": (
            "完成 {done}，应达 {due}",
            "{done} done, {due} due",
        ),
        "budget_label": ("预算数", "budget"),
        "executed_label": ("执行数", "executed"),
        "rate_label": ("执行率", "rate"),
        "reason_label": ("偏差原因", "reason filed"),
    }
)
"""Name to the words in Chinese and English; part of `jixiao.messages.words.WORDS`."""
