"""What may be shown of a result and of the documents behind it: persons are masked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.masking import masked
from jixiao.tables import personal_names

if TYPE_CHECKING:
    from jixiao.findings import Finding, Lang
    from jixiao.writing.settings import Settings

__all__ = ["masked_message", "masked_raw", "shown_only"]


def shown_only(result: object, settings: Settings) -> tuple[object, Settings]:
    """A result and what stands behind it, without what names or reaches a person.

    A name that one of the documents tells of is hidden in the result wherever it stands.

    >>> from jixiao.tables import Document, Field, Table
    >>> from jixiao.writing.settings import Settings
    >>> told = Document(tables=(Table("", "", "", fields=(Field("负责人", "张某"),)),))
    >>> shown_only(("请张某核实",), Settings(documents=(told,)))[0]
    ('请＊＊核实',)
    """
    told = tuple(personal_names(one) for one in settings.documents)
    every = tuple(dict.fromkeys(name for one in told for name in one))
    shown = evolve(
        settings,
        documents=tuple(one.masked() for one in settings.documents),
        actuals=masked(settings.actuals, every),
    )
    if isinstance(result, tuple) and len(result) == len(told):
        return tuple(masked(one, own) for one, own in zip(result, told, strict=True)), shown
    return masked(result, every), shown


def masked_raw(one: Finding) -> str:
    """What was written at the place of a finding, without what names or reaches a person.

    >>> from jixiao.findings import Where, finding
    >>> masked_raw(finding("T57", Where(column="负责人"), raw="某人", name="负责人"))
    '＊＊＊'
    """
    return masked(one).raw or ""


def masked_message(one: Finding, lang: Lang = "zh") -> str:
    """The sentence of a finding without what names or reaches a person."""
    return masked(one).message(lang)
