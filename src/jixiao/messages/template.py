"""What is said where a table does not meet its form: the codes T50 and above."""

from __future__ import annotations

from jixiao.messages.entry import Entry

__all__ = ["TEMPLATE"]

TEMPLATE: tuple[Entry, ...] = (
    Entry(
        "T50",
        "hint",
        "完整性",
        "读取存疑，请核对原表：{row}",
        "the reading is doubtful, please compare with the original: {row}",
    ),
    Entry(
        "T51",
        "warning",
        "完整性",
        "本表为空表，未填写资金和指标；请补充填报，确无内容的请说明原因",
        "the form is blank, neither money nor indicators; please fill it in or say why it is empty",
    ),
    Entry(
        "T52",
        "error",
        "完整性",
        "未填写一级指标“{name}”，表式要求必填，请补充",
        "level 1 “{name}” has no indicator although the form requires it, please add",
    ),
    Entry(
        "T53",
        "error",
        "完整性",
        "“{parent}”下未填写二级指标“{name}”，表式要求必填，请补充",
        "level 2 “{name}” of “{parent}” is missing although the form requires it, please add",
    ),
    Entry(
        "T54",
        "error",
        "完整性",
        "“{parent}”下未填写三级指标“{name}”，表式要求必填，请补充",
        "level 3 “{name}” of “{parent}” is missing although the form requires it, please add",
    ),
    Entry(
        "T55",
        "warning",
        "完整性",
        "“{name}”填写了 {count} 项指标，至少应有 {least} 项，请补充",
        "“{name}” holds {count} indicators, at least {least} are asked for, please add",
    ),
    Entry(
        "T56",
        "warning",
        "完整性",
        "“{name}”填写了 {count} 项指标，至多应为 {most} 项，请精简",
        "“{name}” holds {count} indicators, at most {most} are asked for, please cut down",
    ),
    Entry(
        "T57",
        "error",
        "完整性",
        "“{name}”未填写，表式要求必填，请补充",
        "“{name}” is empty although the form requires it, please fill it in",
    ),
    Entry(
        "T58",
        "error",
        "完整性",
        "“{name}”的{column}未填写，请补充",
        "{column} of “{name}” is empty, please fill it in",
    ),
    Entry(
        "T59",
        "warning",
        "完整性",
        "“{name}”填报为“{value}”，表式要求为{kinds}，请核实",
        "“{name}” reads “{value}”, the form asks for {kinds}, please check",
    ),
    Entry(
        "T60",
        "warning",
        "完整性",
        "“{name}”填报为“{value}”，表式要求计量单位为{units}，请核实",
        "“{name}” reads “{value}”, the form asks for the unit {units}, please check",
    ),
    Entry(
        "T61",
        "warning",
        "适当性",
        "“{name}”填报为“{value}”，表式的参考值为“{expected}”，请核实或说明原因",
        "“{name}” reads “{value}”, the form expects “{expected}”, please check or explain",
    ),
    Entry(
        "T62",
        "warning",
        "完整性",
        "“{name}”填报为“{value}”，表式的可选项为{choices}，请核实",
        "“{name}” reads “{value}”, the form offers {choices}, please check",
    ),
    Entry(
        "T63",
        "hint",
        "完整性",
        "未读到“{name}”，本文件该处有移位或缺失，读取存疑，请核对原表：原表已填的不必修改，未填的请补充",
        "“{name}” was not found where rows of this file were moved or lost, please compare with "
        "the original",
    ),
    Entry(
        "T64",
        "hint",
        "完整性",
        "“{check}”无法判断：未读到“{cell}”，请核对原表后补充",
        "“{check}” cannot be decided: “{cell}” was not found, please compare and fill it in",
    ),
)
