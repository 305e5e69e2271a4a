"""What may be shown of a finding: texts that name or reach a person are masked in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.rows import is_personal, mask_numbers

if TYPE_CHECKING:
    from jixiao.findings import Finding, Lang

__all__ = ["masked_message", "masked_raw"]

MASK = "＊＊＊"


def masked_raw(one: Finding) -> str:
    """What was written at the place of a finding, without what names or reaches a person.

    >>> from jixiao.findings import Where, finding
    >>> masked_raw(finding("T57", Where(column="负责人"), raw="某人", name="负责人"))
    '＊＊＊'
    """
    if not one.raw:
        return ""
    named = any(is_personal(value) for _, value in one.context) or is_personal(
        one.where.column or ""
    )
    return MASK if named else mask_numbers(one.raw)


def masked_message(one: Finding, lang: Lang = "zh") -> str:
    """The sentence of a finding; what is masked of the text it speaks of is masked in it."""
    said = one.message(lang)
    return said.replace(one.raw, masked_raw(one)) if one.raw else said
