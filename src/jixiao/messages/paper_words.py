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
        "corrections_done": ("修改情况（填报单位填写）", "what was done (filled in by the unit)"),
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
