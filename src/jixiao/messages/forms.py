"""The words of official forms and of what was changed in them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FORM_WORDS", "form_word"]

FORM_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "year_caption": ("（{year}年度）", "({year})"),
        "unit_caption": ("金额单位：{unit}", "amounts in {unit}"),
        "indicators": ("绩效指标", "indicators"),
        "level1": ("一级指标", "level 1"),
        "level2": ("二级指标", "level 2"),
        "level3": ("三级指标", "level 3"),
        "causes": ("偏差原因分析", "causes of deviation"),
        "total": ("总分", "total"),
        "money": ("项目资金", "money"),
        "source": ("资金来源", "source"),
        "tasks": ("年度主要任务", "main tasks"),
        "spending": ("支出", "spending"),
        "spending_lines": ("支出明细", "lines of spending"),
        "notes": ("填报说明：", "notes:"),
        "note_basis": ("依据：{cite}。", "source: {cite}."),
        "note_rules": ("表样：{title}（规则集 {id}）。", "form: {title} (ruleset {id})."),
        "note_lent": (
            "本地规则集没有这一阶段的表样，栏目用{title}（规则集 {id}）。",
            "the place has no form of this stage; the columns are those of {title} ({id}).",
        ),
        "note_required": ("必填：{names}。", "required: {names}."),
        "note_weights": ("分值：{weights}。", "weights: {weights}."),
        "note_interval": (
            "得分写作“8～10”的，规则留待评定或资料不全，请在这一范围内填定，原因见批注。",
            "points such as 8～10 are left to the assessor or lack figures: see the comment.",
        ),
        "note_masked": ("个人信息已隐去，请填报时补齐。", "personal data is masked."),
        "interval": ("得分在 {low} 至 {high} 之间：{why}", "between {low} and {high}: {why}"),
        "expected": ("应为：{words}", "expected: {words}"),
        "choose": ("可选：{words}", "choose: {words}"),
        "weight_prompt": ("分值填 0 至 100 的数字", "a number from 0 to 100"),
        # what a person changed
        "change_value": ("改了内容", "changed"),
        "change_spelling": ("只改了写法", "spelling only"),
        "change_label": ("改了栏目文字", "label changed"),
        "change_row_added": ("新增一行", "row added"),
        "change_row_removed": ("删去一行", "row removed"),
        "change_row_moved": ("移动一行", "row moved"),
        "change_id_lost": ("行号丢失，按内容认出", "row id lost, known by its text"),
        "change_ids_lost": ("整张表的行号丢失", "all row ids lost"),
        "change_column_lost": ("找不到这一列", "column not found"),
        "change_sheet_removed": ("删去一张表", "sheet removed"),
        "change_line": (
            "  {place}{row}{column}：{kind}：{before} → {after}",
            "  {place}{row}{column}: {kind}: {before} → {after}",
        ),
        "change_line_row": ("  {place}{kind}：{text}", "  {place}{kind}: {text}"),
        "changes_heading": ("【{number}】{name}", "[{number}] {name}"),
        "changes_none": ("写出之后没有改动。", "nothing was changed since it was written."),
        "changes_total": (
            "{count} 处：改 {value}，写法 {spelling}，增行 {added}，删行 {removed}，其他 {other}",
            "{count}: {value} changed, {spelling} spelled, +{added} -{removed} rows, {other} else",
        ),
        "form_empty": ("（空）", "(empty)"),
        "form_written": ("已写出 {tables} 张表：{file}", "{tables} forms written: {file}"),
        "needs_day": ("监控表请用 --as-of 给出日期", "give the date of monitoring with --as-of"),
        "not_a_form": (
            "{file} 里没有写出时留下的隐藏标记，不能对照改动；可用 jixiao read 直接读取",
            "{file} bears no marks of a form that was written; use jixiao read",
        ),
        "no_form": (
            "规则集 {ruleset} 没有{stage}阶段的“{kind}”，可用的有：{kinds}",
            "ruleset {ruleset} has no form {kind} of the stage {stage}; there are: {kinds}",
        ),
    }
)
"""Name to the words in Chinese and English; `{names}` are filled in by the caller."""


def form_word(name: str, lang: Literal["zh", "en"] = "zh", /, **context: object) -> str:
    """The words of that name, with the figures filled in.

    >>> form_word("year_caption", year=2025)
    '（2025年度）'
    """
    text = FORM_WORDS[name][0 if lang == "zh" else 1]
    for key, value in context.items():
        text = text.replace("{" + key + "}", str(value))
    return text
