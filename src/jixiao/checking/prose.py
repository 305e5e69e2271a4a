"""The texts of a form: the same words in several fields, document numbers with an open bracket."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.checking.rows import at_field
from jixiao.findings import finding
from jixiao.source import fold, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.tables import Field, Table

__all__ = ["open_brackets", "same_prose"]

_TEXTS = ("必要性", "可行性", "实施内容", "中长期目标", "长期目标", "年度目标", "年度总体目标")
_SHORT = 8
"""Texts shorter than this may well be the same (无, 见附件)."""
_LONG = 100
"""Forms and extractions cut texts at some 120 characters; what follows may differ."""
_OPEN_NUMBER = re.compile(
    r"\((?P<number>[\u4e00-\u9fff]{2,12}[〔\[【(]\d{4}[〕\]】)]\d{1,5}号)(?=[《(。;])"
)


def _cut_off(text: str) -> bool:
    """Whether a text may have been cut off by the extraction: long, and without an end."""
    return len(text) >= _LONG and text[-1] not in "。.!?；;)）”"


def same_prose(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S15: the same text word for word under 必要性, 可行性, 实施内容 or the goals of a form."""
    del ruleset
    groups: dict[str, list[Field]] = {}
    for field in table.fields:
        text = squeeze(field.text)
        if len(text) >= _SHORT and field.name.endswith(_TEXTS) and not _cut_off(text):
            groups.setdefault(text, []).append(field)
    for fields in groups.values():
        if len(fields) > 1:
            names = "、".join(f"“{field.name}”" for field in fields)
            yield finding("S15", at_field(table, fields[0]), raw=fields[0].text, fields=names)


def open_brackets(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S18: `（苏医保发【2023】30号《转发…`: a bracket before a document number that never closes.

    Only where another title, bracket or sentence begins right after the number: a text that was
    cut off by the extraction says nothing about its brackets.
    """
    del ruleset
    for field in table.fields:
        for match in _OPEN_NUMBER.finditer(fold(field.text)):
            number = field.text[match.start("number") : match.end("number")]
            yield finding(
                "S18", at_field(table, field), raw=number, field=field.name, number=number
            )
