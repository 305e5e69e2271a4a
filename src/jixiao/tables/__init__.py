"""A filled-in table, frozen, and the document it stands in.

What could not be placed stands in the document's leftovers, so no character of the input is lost.
The rows themselves are in `jixiao.rows`; their names can be imported from here.
"""

from __future__ import annotations

from jixiao.rows import (
    Cell,
    Column,
    FundingLine,
    Indicator,
    RowStatus,
    ScheduleStep,
    Slot,
    SpendingLine,
    Task,
)
from jixiao.tables.document import DOCUMENT_SCHEMA, Document, personal_names
from jixiao.tables.field import Field
from jixiao.tables.table import Stage, Table

__all__ = [
    "DOCUMENT_SCHEMA",
    "Cell",
    "Column",
    "Document",
    "Field",
    "FundingLine",
    "Indicator",
    "RowStatus",
    "ScheduleStep",
    "Slot",
    "SpendingLine",
    "Stage",
    "Table",
    "Task",
    "personal_names",
]
