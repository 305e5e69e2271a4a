"""A document that was written as CSV by the library, read back as it was."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.csv_cells import front_cells, value_columns
from jixiao.csv_rows import parsed, unpacked
from jixiao.findings import Where, finding
from jixiao.source import Origin
from jixiao.tables import DOCUMENT_SCHEMA, Document

if TYPE_CHECKING:
    from jixiao.limits import Limits

__all__ = ["read_own_csv"]

_BEGINS = tuple(mark + f"{DOCUMENT_SCHEMA},".encode() for mark in (b"\xef\xbb\xbf", b""))


def read_own_csv(data: bytes, *, file: str | None, limits: Limits) -> Document | None:
    """The document of a file that begins with its schema; None for every other file.

    The last column is what is read. Where somebody changed a cell in front of it, a finding says
    which line, since the change is not taken over; one that holds several documents gives none.

    >>> from jixiao.limits import DEFAULT_LIMITS
    >>> read_own_csv(b"a,b", file=None, limits=DEFAULT_LIMITS) is None
    True
    """
    if not data.startswith(_BEGINS) or len(data) > limits.file_bytes:
        return None
    where = Where(origin=Origin(file=file))
    try:
        found = parsed(data.decode("utf-8"))
        rows = [row for _, _, row in found]
        documents = [Document.from_json(one) for one in unpacked(rows)]
    except (csv.Error, LookupError, TypeError, ValueError, ArithmeticError, AttributeError):
        return None
    if len(documents) != 1:
        said = finding("T121", where, count=len(documents))
        return Document(file, findings=(said,), readable=False)
    columns = value_columns(rows)
    changed = [
        line
        for line, front, row in found
        if list(front) != front_cells(DOCUMENT_SCHEMA, row, columns)
    ]
    if not changed:
        return documents[0]
    said = finding("T120", where, count=len(changed), line=changed[0])
    return evolve(documents[0], findings=(*documents[0].findings, said))
