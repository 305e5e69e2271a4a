"""What is said about a scorecard that is recomputed: the codes E300 to E319 of family E."""

from __future__ import annotations

from typing import TypeAlias

from jixiao.messages.entry import Entry, SeverityName

__all__ = ["VERIFICATION"]

Said: TypeAlias = tuple[str, SeverityName, str, str]

_FINDINGS: tuple[Said, ...] = (
    (
        "E300",
        "error",
        (
            "评分卡不是完整的 JSON，第 {line} 行第 {column} 列读不下去；"
            "请用 jixiao evaluate … --format json 重新生成"
        ),
        (
            "the scorecard is no whole JSON: reading stopped at line {line}, column {column}; "
            "please make it again with jixiao evaluate … --format json"
        ),
    ),
    (
        "E301",
        "error",
        (
            "这不是评分卡：schema 为 {read}，应为 {wanted}；"
            "请指定 jixiao evaluate … --format json 生成的文件"
        ),
        (
            "this is no scorecard: its schema is {read}, {wanted} was expected; "
            "please name a file made by jixiao evaluate … --format json"
        ),
    ),
    (
        "E302",
        "error",
        "评分卡中“{path}”在同一处写了两次，不能确定以哪个为准；请重新生成",
        "“{path}” stands twice in one place of the scorecard; please make it again",
    ),
    (
        "E303",
        "error",
        "评分卡文件过大：{size} 字节，上限 {limit}，未读取；请核对文件",
        "the scorecard is too large: {size} bytes, the limit is {limit}; please check the file",
    ),
    (
        "E304",
        "error",
        "评分卡的“{path}”缺失或读不懂，无法复算；请用 jixiao evaluate … --format json 重新生成",
        "“{path}” of the scorecard is missing or cannot be read; please make the card again",
    ),
    (
        "E308",
        "error",
        "规则集 {ruleset} 打不开：{why}；请安装它，或把规则文件放到评分卡旁边，或用 --ruleset 指定",
        (
            "the ruleset {ruleset} cannot be had: {why}; please install it, put its file beside "
            "the scorecard, or name it with --ruleset"
        ),
    ),
    (
        "E309",
        "warning",
        (
            "规则集 {ruleset} 与评分卡记录的不同：SHA-256 记录为 {recorded}…，现为 {found}…；"
            "请用当时的规则集，或重新评价"
        ),
        (
            "the ruleset {ruleset} is not the one recorded: SHA-256 {recorded}…, now {found}…; "
            "please use that of the time, or evaluate again"
        ),
    ),
    (
        "E310",
        "warning",
        "评分卡由 jixiao {recorded} 生成，现为 {found}；请用当时的版本复算，或重新评价",
        (
            "the scorecard was made by jixiao {recorded}, this is {found}; "
            "please use that version, or evaluate again"
        ),
    ),
)


def _of_input(codes: tuple[str, str, str], zh: str, en: str) -> tuple[Said, ...]:
    """What is said of one of the two inputs: not named, not there, not the same."""
    unnamed, missing, changed = codes
    return (
        (
            unnamed,
            "error",
            f"评分卡没有记下{zh}的文件名；请用 {{option}} 指定",
            f"the scorecard does not name the {en}; please give it with {{option}}",
        ),
        (
            missing,
            "error",
            (
                f"找不到{zh} {{file}}（找过：{{looked}}）；"
                "请把文件放到评分卡旁边，或用 {option} 指定"
            ),
            (
                f"cannot find the {en} {{file}} (looked at {{looked}}); "
                "please put it beside the scorecard, or name it with {option}"
            ),
        ),
        (
            changed,
            "warning",
            (
                f"{zh} {{file}} 与评分卡记录的不同：SHA-256 记录为 {{recorded}}…，现为 {{found}}…；"
                "请找到当时的文件，或按现在的文件重新评价"
            ),
            (
                f"the {en} {{file}} is not the one recorded: SHA-256 {{recorded}}…, now "
                "{found}…; please find the file of that time, or evaluate again"
            ),
        ),
    )


VERIFICATION: tuple[Entry, ...] = tuple(
    Entry(code, severity, None, zh, en)
    for code, severity, zh, en in (
        *_FINDINGS,
        *_of_input(("E305", "E306", "E307"), "绩效表", "document"),
        *_of_input(("E311", "E312", "E313"), "完成情况", "file of actuals"),
    )
)
