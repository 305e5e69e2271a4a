"""What one line of a rule file says, before the lines are put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from jixiao.rules import (
    Bands,
    Change,
    Check,
    ColumnRule,
    Completion,
    DefaultMethods,
    Exclusion,
    FieldRule,
    GroupRule,
    IndicatorRule,
    Merge,
    Method,
    Phrase,
    Rounding,
    Scale,
    Synonym,
    Tolerance,
    UnitRule,
)

if TYPE_CHECKING:
    from jixiao.source import Span

__all__ = ["Line", "Node", "Opening", "Property", "Row", "Statement", "Word"]

Node: TypeAlias = (
    Scale
    | Synonym
    | UnitRule
    | Phrase
    | FieldRule
    | GroupRule
    | ColumnRule
    | IndicatorRule
    | Rounding
    | Completion
    | DefaultMethods
    | Merge
    | Exclusion
    | Tolerance
    | Method
    | Check
    | Bands
)


@frozen
class Word:
    """A name or text and where it stands, counted in characters of the file."""

    text: str
    span: Span


@frozen
class Opening:
    """【…】: a section begins; `kind` is vocabulary, table, tree, scoring, checks or bands.

    A heading that could not be read opens a section of kind lost, so that what stands below it does
    not fall into the section above.
    """

    kind: str
    span: Span
    names: tuple[Word, ...] = ()
    change: Change = Change.NONE


@frozen
class Statement:
    """A line that declares something; `span` covers its name."""

    node: Node
    span: Span


@frozen
class Property:
    """A line `键：值` that belongs to the statement or section above it."""

    key: str
    label: str
    value: object
    span: Span


@frozen
class Row:
    """A line of pipes."""

    cells: tuple[object, ...]
    span: Span


Line: TypeAlias = Opening | Statement | Property | Row
