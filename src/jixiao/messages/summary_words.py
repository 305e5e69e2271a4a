"""The words of a summary over many documents: headings, labels, short notes."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["SUMMARY_WORDS"]

SUMMARY_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "summarizing_bar": ("汇总", "summing up"),
        "summary_head": (
            (
                "汇总：{files} 个文件，读成 {read} 个，"
                "{tables} 张表（空白 {blank} 张），{indicators} 条指标。"
            ),
            "{files} files, {read} read: {tables} tables ({blank} blank), {indicators} indicators.",
        ),
        "summary_unreadable": (
            "没有读成的 {count} 个文件，按原因：{parts}。",
            "{count} files not read, by reason: {parts}.",
        ),
        "unopened": ("打不开", "cannot be opened"),
        "summary_doubtful": (
            "存疑和未读出的 {count} 条单列，不计入下面的指标值。",
            "the {count} rows suspected or unread are counted apart, not in the targets below.",
        ),
        "part_targets": ("指标值", "Targets"),
        "axis_regions": ("地区", "Places"),
        "axis_rulesets": ("表式的规则集", "Rulesets of the forms"),
        "axis_forms": ("表式", "Forms"),
        "axis_years": ("年度", "Years"),
        "axis_stages": ("阶段", "Stages"),
        "part_indicators": ("指标（按名称）", "Indicators by name"),
        "part_scores": ("印出的得分", "Printed scores"),
        "unknown_region": ("未识别地区", "(place not known)"),
        "unknown_ruleset": ("未识别表式", "(form not known)"),
        "across": ("跨多项", "(several of them)"),
        "unknown_other": ("未识别", "(not known)"),
        "figure": ("数值", "figure"),
        "derived": ("可折算", "derived"),
        "words": ("定性", "words"),
        "absent": ("未填", "not set"),
        "doubtful": ("存疑", "doubtful"),
        "present": ("有", "present"),
        "missing": ("没有", "missing"),
        "share_by_count": (
            "按条数：{targets} 条里数值占 {share}，连同可折算占 {measurable}。",
            "by count: of {targets} targets {share} are figures, {measurable} with derived ones.",
        ),
        "share_by_money": (
            (
                "按资金（{scope} {tables} 张，{money} 万元）："
                "数值占 {share}，连同可折算占 {measurable}。"
            ),
            (
                "by money ({scope}, {tables} tables, {money} 万元): figures {share}, "
                "{measurable} with derived ones."
            ),
        ),
        "money_unknown": (
            "资金未读到的{scope} {unknown} 张，不参加按资金的计算。",
            "{unknown} tables ({scope}) whose money was not read weigh nothing by money.",
        ),
        "scope_projects": ("项目表", "projects"),
        "scope_departments": ("部门整体表", "departments"),
        "of_satisfaction": ("满意度指标", "satisfaction"),
        "of_cost": ("成本指标", "cost"),
        "counted_line": ("{label}：{parts}", "{label}: {parts}"),
        "tables_label": ("表", "tables"),
        "files_label": ("文件", "files"),
        "places_label": ("处", "places"),
        "example_label": ("例", "example"),
        "by_money_label": ("按资金", "by money"),
        "scored_label": ("可比", "compared"),
        "cleared_label": ("得到解释", "explained"),
        "figures_label": ("数值", "figures"),
        "figures_percent": ("数值（%）", "figures (%)"),
        "projects_money": ("项目表资金（万元）", "projects (万元)"),
        "projects_percent": ("项目表数值按资金（%）", "projects, figures by money (%)"),
        "departments_money": ("部门整体表资金（万元）", "departments (万元)"),
        "departments_percent": ("部门整体表数值按资金（%）", "departments, figures by money (%)"),
        "errors_label": ("须修改", "must be changed"),
        "warnings_label": ("请说明", "to explain"),
        "hints_label": ("建议完善", "suggestions"),
        "more_in_json": (
            "（另有 {count} 种，见 --format json）",
            "({count} more: --format json)",
        ),
        "scores_sums": (
            "可比且印有分值的 {compared} 项，印出合计 {printed} 分，复算合计 {computed} 分。",
            "{compared} scores with weights: {printed} as printed, {computed} recomputed.",
        ),
        "tally_short": (
            "可比 {scored} 项，其中得到解释 {cleared} 项（{share}）：{counts}。",
            "{scored} comparable, {cleared} of them explained ({share}): {counts}.",
        ),
        "all_alike": ("全部表相同：{parts}", "the same for all tables: {parts}"),
        "grades_line": ("印出的等级", "grades as printed"),
    }
)
