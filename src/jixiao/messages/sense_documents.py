"""What is said about the prose and lists around the tables of a document: S59 to S65."""

from __future__ import annotations

from jixiao.messages.entry import Entry

__all__ = ["SENSE_DOCUMENTS"]

SENSE_DOCUMENTS: tuple[Entry, ...] = (
    Entry(
        "S59",
        "warning",
        "相关性",
        "“{name}”填报为“{value}”，同一文件写明“{said}”，请核实该指标是否适用或说明",
        "“{name}” reads “{value}” while the same document says “{said}”; please check whether the "
        "indicator applies, or explain",
    ),
    Entry(
        "S60",
        "warning",
        "适当性",
        "“{name}”填报为 {value}，同一文件的“{list}”明细列有 {count} 项，请核实或说明口径",
        "“{name}” is filed as {value}; the list “{list}” in the same document has {count} entries, "
        "please check or explain",
    ),
    Entry(
        "S61",
        "hint",
        "完整性",
        "同一文件中单位名称的写法不一（{names}），是同一单位的建议统一，不是的请忽略",
        "the names {names} in one document differ in spelling; if they are one unit, consider one "
        "spelling",
    ),
    Entry(
        "S62",
        "warning",
        "完整性",
        "同一文件中{subject}对应 {others}，请核实编码和名称",
        "in one document {subject} goes with {others}, please check codes and names",
    ),
    Entry(
        "S63",
        "warning",
        "适当性",
        "文中合计 {total}，其中 {count} 项（{parts}）相加为 {sum}，请核实，未列全的请说明",
        "the text gives a total of {total} and {count} parts ({parts}) that add up to {sum}; "
        "please check, or say which parts are left out",
    ),
    Entry(
        "S64",
        "warning",
        "适当性",
        "文中 {total} 较上年{change}，所列 {count} 项的增减合计为{sum}，请核实或说明",
        "the text says that {total} changed by {change} from last year; the changes of its {count} "
        "parts add up to {sum}, please check or explain",
    ),
    Entry(
        "S65",
        "warning",
        "适当性",
        "文中“{name}”为 {value}，{place}为 {amount}，折算为 {converted}，请核实",
        "the text gives “{name}” as {value}; {place} has {amount}, which is {converted}, please "
        "check",
    ),
)
