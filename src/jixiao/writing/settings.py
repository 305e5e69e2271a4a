"""What a writer may know beside the result it writes: the language, how much, for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from jixiao.actuals import Actuals
    from jixiao.findings import Severity
    from jixiao.rules import Ruleset
    from jixiao.tables import Document

    Paint = Callable[[Severity, str], str]

__all__ = ["Settings"]

Lang = Literal["zh", "en"]


@frozen
class Settings:
    """How a result is to be written.

    `documents` are the tables that the results speak of, one a result and in their order, where the
    caller has them; `actuals` and `rules` what they were held against. `paint` colours a severity
    on a terminal; `steps` asks for every step of every figure; `personal` shows what names or
    reaches a person, which is masked otherwise; `many` says that the result
    is one of several in the same output: JSON on one line, text below the name of its file.

    >>> Settings().personal
    False
    """

    lang: Lang = "zh"
    paint: Paint | None = None
    steps: bool = False
    personal: bool = False
    many: bool = False
    documents: tuple[Document, ...] = ()
    actuals: Actuals | None = None
    rules: Ruleset | None = None
