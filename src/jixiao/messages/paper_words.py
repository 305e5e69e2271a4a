"""The words of the papers of each stage: titles, heads of columns, notes at the foot."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["PAPER_WORDS", "paper_word"]

PAPER_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        # what several papers share
        "number": ("序号", "no."),
        "project": ("项目", "project"),
        "source": ("资金来源或支出", "source or line"),
        "file_caption": ("文件：{file}", "file: {file}"),
        "project_caption": ("项目名称：{name}", "project: {name}"),
        "unit_caption": ("实施单位：{unit}", "unit: {unit}"),
        "money_caption": ("资金总额：{amount}", "money: {amount}"),
        "year_caption": ("年度：{year}", "year: {year}"),
        "ruleset_caption": ("规则集：{ruleset}", "ruleset: {ruleset}"),
        "gap": ("　　", "    "),
        "nothing": ("—", "—"),
        "signature": (
            "审核人（签字）：　　　　　　　　日期：　　　　年　　月　　日",
            "reviewer (signature):                    date:",
        ),
        # the list of corrections
        "corrections_name": ("修改意见单", "corrections"),
        "corrections_title": ("绩效目标修改意见单", "Corrections to the performance targets"),
        "corrections_place": ("位置", "place"),
        "corrections_raw": ("填报内容", "as filled in"),
        "corrections_said": ("说明与修改建议", "what to do"),
        "corrections_cite": ("依据", "source"),
        "corrections_done": ("修改情况（单位填写）", "what was done (by the unit)"),
        "corrections_band": ("{severity}（{count} 条）", "{severity} ({count})"),
        "corrections_counts": (
            "共 {total} 条：须修改 {error} 条，请说明 {warning} 条，建议完善 {hint} 条。",
            "{total} in all: {error} must be changed, {warning} to explain, {hint} suggestions.",
        ),
        "corrections_none": ("没有需要修改的内容。", "Nothing has to be changed."),
        "corrections_places": ("共 {count} 处，见附表", "{count} places: see the annex"),
        "corrections_note_levels": (
            (
                "“须修改”请更正后重报；“请说明”请更正，或在“修改情况”栏说明原因；"
                "“建议完善”供参考，不改的不必说明。"
            ),
            (
                "What must be changed is to be corrected. What is to be explained is corrected, or "
                "explained in the last column. A suggestion may be left as it is."
            ),
        ),
        "corrections_note_cite": (
            (
                "“依据”栏标“核实”的，条文已读过原文；标“待核”的凭业内通行做法，原文有待核对；"
                "其余由程序按表式或表内数字、文字相互比对得出，不引条文，括号内为问题编号。"
            ),
            (
                "Sources: 核实 means that the text was read, 待核 that it is still to be checked; "
                "all others come from comparing the table with its form and with itself."
            ),
        ),
        "cite_form": ("表式要求（{code}）", "the form ({code})"),
        "cite_ruleset": ("规则集校验（{code}）", "a check of the ruleset ({code})"),
        "cite_table": ("表内比对（{code}）", "the table itself ({code})"),
        "annex_name": ("附表", "annex"),
        "annex_title": ("修改意见单附表：各处明细", "Annex: every place"),
        "annex_number": ("意见序号", "no. in the list"),
        "annex_row": ("指标或栏目", "indicator or field"),
        "annex_spot": ("所在位置", "where"),
        "annex_done": ("修改情况", "what was done"),
        # the form of review
        "review_name": ("审核表", "review"),
        "review_name_numbered": ("审核表{number}", "review {number}"),
        "review_title": ("绩效目标审核表", "Review of the performance targets"),
        "review_common": ("本文件各表共同的问题", "what all tables of the file share"),
        "review_heading": ("审核内容", "heading"),
        "review_item": ("审核项目（分值待核）", "item (points to be checked)"),
        "review_number": ("意见序号", "no. in the list"),
        "review_severity": ("程度", "severity"),
        "review_place": ("位置", "place"),
        "review_found": ("比对所见", "what was found"),
        "review_opinion": ("审核意见", "opinion"),
        "review_points": ("得分", "points"),
        "review_nothing": ("未见需要修改的内容", "nothing to be changed was seen"),
        "review_part": ("{name}\n（{points} 分）", "{name}\n({points})"),
        "review_asked": ("{name}（{points} 分）\n{asked}", "{name} ({points})\n{asked}"),
        "review_other": ("读取说明", "about the reading"),
        "review_other_item": ("不属审核内容，供核对原表", "no matter of the review"),
        "review_total": ("合计（100 分）", "total (100)"),
        "review_grade": ("审核等次（优、良、中、差）", "grade (优, 良, 中, 差)"),
        "review_whole": ("综合审核意见", "opinion as a whole"),
        "review_note_points": (
            (
                "四部分八项和分值按业内通行的审核表（财预〔2015〕88号附件）列出，原文待核；"
                "本地另有规定的，从其规定。"
            ),
            (
                "Parts, items and points follow the form in use (annex of 财预〔2015〕88号), whose "
                "text is still to be checked (待核); local rules come first."
            ),
        ),
        "review_note_reviewer": (
            "得分、意见和等次由审核人填写，程序不代为打分。“比对所见”由程序逐项比对得出，供审核参考。",
            "Points, opinions and the grade are the reviewer's. What was found is for reference.",
        ),
        "review_note_items": (
            "各条所见按内容归入相应项目，审核人可以调整；“意见序号”即《绩效目标修改意见单》的序号。",
            (
                "The reviewer may move what was found to another item; numbers are those of the "
                "list of corrections."
            ),
        ),
        "part_完整性": ("完整性", "completeness"),
        "part_相关性": ("相关性", "relevance"),
        "part_适当性": ("适当性", "adequacy"),
        "part_可行性": ("可行性", "feasibility"),
        "item_form": ("规范完整性", "form"),
        "asked_form": (
            "填报格式规范，内容完整，没有缺项、错项",
            "filled in as the form asks, nothing missing",
        ),
        "item_clear": ("明确清晰性", "clarity"),
        "asked_clear": ("目标明确、清晰、具体，能够量化", "clear, concrete, quantified"),
        "item_goals": ("目标相关性", "goals"),
        "asked_goals": (
            "目标与部门职责、政策和规划相符",
            "goals follow duties, policies and plans",
        ),
        "item_indicators": ("指标科学性", "indicators"),
        "asked_indicators": (
            "指标全面反映目标，可量化、可衡量",
            "indicators express the goals and can be measured",
        ),
        "item_level": ("绩效合理性", "level"),
        "asked_level": (
            "预期绩效合乎正常水平，较以前有进步",
            "a normal level of performance, better than before",
        ),
        "item_money": ("资金匹配性", "money"),
        "asked_money": ("目标与资金数额相匹配", "results match the money"),
        "item_attainable": ("实现可能性", "attainability"),
        "asked_attainable": (
            "经过论证，进度安排合理，能够如期实现",
            "argued for, well paced, within reach",
        ),
        "item_means": ("条件充分性", "means"),
        "asked_means": ("资金等各项条件有保障", "money and other means are there"),
        # what is to be explained at the other stages
        "questions_name": ("核实事项", "questions"),
        "questions_title": ("需核实、说明的事项", "To be checked or explained"),
        "questions_none": ("没有需要核实、说明的事项。", "Nothing has to be explained."),
        # monitoring
        "watch_name": ("监控表{number}", "monitoring {number}"),
        "watch_title": ("绩效目标执行监控表", "Monitoring of the performance targets"),
        "watch_date": ("监控日期：{date}", "as of {date}"),
        "watch_due": ("应达进度：{due}（{by}）", "due: {due} ({by})"),
        "watch_money": ("项目资金", "money"),
        "watch_budget": ("预算数", "budget"),
        "watch_executed": ("{months}执行数", "executed, {months}"),
        "watch_rate": ("{months}执行率", "rate, {months}"),
        "watch_year_money": ("全年预计执行数", "the year as forecast"),
        "watch_remark": ("备注", "remark"),
        "watch_level1": ("一级指标", "level 1"),
        "watch_level2": ("二级指标", "level 2"),
        "watch_level3": ("三级指标", "level 3"),
        "watch_annual": ("年度指标值", "annual target"),
        "watch_done": ("{months}执行情况", "done, {months}"),
        "watch_year": ("全年预计完成情况", "the year as forecast"),
        "watch_causes": ("偏差原因分析", "causes of deviation"),
        "watch_经费保障": ("经费保障", "money"),
        "watch_制度保障": ("制度保障", "rules"),
        "watch_人员保障": ("人员保障", "staff"),
        "watch_硬件条件保障": ("硬件条件保障", "equipment"),
        "watch_其他": ("其他", "other"),
        "watch_reason": ("原因说明", "reason"),
        "watch_likelihood": ("完成目标可能性", "likelihood"),
        "watch_none": ("没有填报的指标。", "No indicator was filled in."),
        "watch_reckoned": ("推算 {figure}", "at this pace {figure}"),
        "watch_proved": ("{likelihood}（测算）", "{likelihood} (reckoned)"),
        "watch_lamp": ("{standing}，{lamp}灯", "{standing}, lamp {lamp}"),
        "watch_asked": ("请填写", "please fill in"),
        "months": ("{first}-{last}月", "months {first} to {last}"),
        "month_one": ("1月", "January"),
        "to_date": ("截至{month}月{day}日", "up to {month}/{day}"),
        "watch_note_form": (
            "栏目按财预〔2019〕136号所附监控表列出，原文待核；本表不打分、不评等级。",
            (
                "Columns follow the form of 财预〔2019〕136号, whose text is still to be checked "
                "(待核); there are no points and no grade."
            ),
        ),
        "watch_note_reckoned": (
            (
                "写明“推算”“测算”的由程序按已完成情况折算，供填报单位参考，以填报为准；"
                "标色的“请填写”处须由填报单位补充。"
            ),
            (
                "What is reckoned is for reference: what the unit files comes first. Coloured "
                "cells are for the unit to fill in."
            ),
        ),
        # warnings
        "warn_name": ("预警清单", "warnings"),
        "warn_title": ("绩效运行监控预警清单", "Warnings of the monitoring"),
        "warn_counts": (
            "共 {tables} 张表，{rows} 项指标；列入清单 {total} 项：{lamps}。",
            "{tables} tables, {rows} indicators; {total} are listed: {lamps}.",
        ),
        "warn_none": ("没有需要预警的内容。", "There is nothing to warn of."),
        "warn_band": ("{name}（{count} 项）", "{name} ({count})"),
        "warn_红": ("红灯", "red"),
        "warn_黄": ("黄灯", "yellow"),
        "warn_other": ("滞后、超出或需说明原因", "behind, over, or a reason is asked for"),
        "warn_what": ("指标或资金", "indicator or money"),
        "warn_target": ("当期应达", "due"),
        "warn_done": ("执行情况", "so far"),
        "warn_completion": ("完成全年", "of the year"),
        "warn_ratio": ("进度", "progress"),
        "warn_standing": ("状态", "standing"),
        "warn_lamp": ("灯", "lamp"),
        "warn_asked": ("需要说明", "asked for"),
        "warn_reason": ("原因及措施（单位填写）", "reason and measures (by the unit)"),
        "warn_reason_asked": ("请说明偏差原因和改进措施", "please give the reason and measures"),
        "warn_watch": ("请关注进度", "please watch the pace"),
        "warn_reason_given": ("已填原因，请核实", "a reason was filed: please check it"),
        # scores
        "sum_name": ("汇总表", "summary"),
        "sum_title": ("绩效自评得分汇总表", "Summary of the self-evaluations"),
        "sum_unit": ("实施单位", "unit"),
        "sum_budget": ("预算数", "budget"),
        "sum_executed": ("执行数", "executed"),
        "sum_rate": ("执行率", "rate"),
        "sum_points": ("得分", "points"),
        "sum_out_of": ("满分", "of"),
        "sum_grade": ("等次", "grade"),
        "sum_weights": ("权重", "weights"),
        "sum_open": ("待定项", "open"),
        "sum_remark": ("备注", "remark"),
        "sum_printed": ("填报", "as printed"),
        "sum_inferred": ("推定", "inferred"),
        "sum_whole": ("合计（{count} 个项目）", "total ({count} projects)"),
        "sum_none": ("没有可以汇总的项目。", "There is nothing to sum up."),
        "sum_grades": ("等次分布：{parts}", "grades: {parts}"),
        "sum_grade_count": ("{grade} {count} 个", "{grade} {count}"),
        "sum_grade_open": ("未定", "open"),
        "sum_grade_or": (" 或 ", " or "),
        "sum_date": ("评价日期：{date}", "as of {date}"),
        "sum_note_points": (
            (
                "得分为自评得分测算；写作“低～高”的，部分指标须由评定人确定或资料待补，"
                "定下后以确定的得分为准。"
            ),
            (
                "Points are reckoned; two figures mean that some are left to the assessor or that "
                "figures are missing."
            ),
        ),
        "sum_note_weights": (
            "权重为“推定”的，表中未印分值，按规则集分摊，只作测算，不评等次，确认权重后再定。",
            (
                "Inferred weights are not in the table but shared out by the ruleset: no grade is "
                "given until they are confirmed."
            ),
        ),
        "sum_note_money": ("金额按填报的单位列出。", "Amounts are as filed."),
        "self_remark": ("{row}：{comment}", "{row}: {comment}"),
        "self_remarks": ("各处说明：", "remarks:"),
        "self_name": ("自评表{number}", "self-evaluation {number}"),
        # recomputed
        "again_name": ("复核表{number}", "recomputed {number}"),
        "again_title": ("绩效自评复核表", "Self-evaluation recomputed"),
        "again_indicator": ("指标", "indicator"),
        "again_target": ("指标值", "target"),
        "again_actual": ("实际完成值", "actual"),
        "again_weight": ("分值", "weight"),
        "again_printed": ("自评分", "printed"),
        "again_computed": ("复核分", "recomputed"),
        "again_difference": ("差异", "difference"),
        "again_result": ("结果", "result"),
        "again_why": ("理由", "reason"),
        "again_sums": ("合计、执行率与等次", "sums, rates and grades"),
        "again_none": ("没有可以复核的得分。", "There is no score to be recomputed."),
        "again_counts": (
            "得分 {rows} 项，可比 {scored} 项，得到解释 {cleared} 项。",
            "{rows} scores, {scored} comparable, {cleared} of them explained.",
        ),
        "again_note_difference": (
            "差异 = 自评分 − 复核分；复核分为区间的，取自评分到区间最近一端的差，在区间内为 0。",
            "Difference: printed less recomputed; to the nearest end where that is an interval.",
        ),
        "again_note_result": (
            (
                "一致：按规则可得；档内：在定性档次之内；从严：自评低于按规则折算，不作问题；"
                "复算不一致：请核实或说明口径；未比较：缺少可比的数值。"
            ),
            (
                "explained: the rules give it; judgement: within its band; stricter: below what "
                "the rules give; differs: please check or explain; unscored: nothing to compare."
            ),
        ),
        "again_weight_inferred": ("{weight}（推定）", "{weight} (inferred)"),
        # working papers
        "steps_name": ("底稿{number}", "working paper {number}"),
        "steps_title": ("得分测算底稿", "Working paper: how each score was reckoned"),
        "steps_step": ("步骤", "step"),
        "steps_said": ("测算过程", "how it was reckoned"),
        "steps_cite": ("依据", "source"),
        "steps_status": ("核实情况", "source checked"),
        "steps_read": ("核实", "read"),
        "steps_unread": ("待核", "to be checked"),
        "steps_none": ("没有可以列出的步骤。", "There are no steps to show."),
        "steps_note": (
            (
                "“核实”：依据的原文已读过；“待核”：依据凭业内通行做法，原文有待核对；"
                "空白：算术步骤，不引条文。"
            ),
            "read: its text was at hand; to be checked: it was not; blank: arithmetic.",
        ),
    }
)
"""Name to the words in Chinese and English; `{names}` are filled in by the caller."""


def paper_word(name: str, lang: Literal["zh", "en"] = "zh", /, **context: object) -> str:
    """The words of that name, with the figures filled in.

    >>> paper_word("year_caption", year=2025)
    '年度：2025'
    """
    text = PAPER_WORDS[name][0 if lang == "zh" else 1]
    for key, value in context.items():
        text = text.replace("{" + key + "}", str(value))
    return text
