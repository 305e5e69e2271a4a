"""A file as read: its tables, what is to be said of the reading, and what was left over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from jixiao.finding_json import finding_from_json, finding_to_json
from jixiao.markup import table_html
from jixiao.masking import masked_parts, masked_spots
from jixiao.messages.words import word
from jixiao.rows import Cell
from jixiao.tables.persons import hiding_cells, names_told
from jixiao.tables.table import Table, hiding

if TYPE_CHECKING:
    from jixiao.findings import Finding

__all__ = ["DOCUMENT_SCHEMA", "Document", "personal_names"]

Json = dict[str, Any]
DOCUMENT_SCHEMA = "jixiao/document/1"


@frozen
class Document:
    """A file as read: its tables, what is to be said about the reading, and what was left over.

    `digest` is the SHA-256 of the bytes, in hex. `readable` is false for a file that is no text, is
    empty or holds no table; a finding says which.

    >>> document = Document("a.txt", tables=(Table("项目绩效目标表", "", "培训"),))
    >>> Document.from_json(document.to_json()) == document
    True
    """

    file: str | None = None
    digest: str = ""
    tables: tuple[Table, ...] = ()
    findings: tuple[Finding, ...] = ()
    leftovers: tuple[Cell, ...] = ()
    readable: bool = True
    read_by: str | None = None
    """The ruleset whose forms alone were looked for; None where any that is installed was."""

    def masked(self, names: tuple[str, ...] = ()) -> Document:
        """The document without what names or reaches a person, in whichever part it stands.

        A name that a label tells of in one place is hidden in every other, findings included.

        >>> from jixiao.source import Origin
        >>> left = (Cell("联系人", Origin(line=1)), Cell("张某", Origin(line=2)))
        >>> [one.text for one in Document(leftovers=left).masked().leftovers]
        ['联系人', '＊＊']
        """
        spots = masked_spots((one.origin, one.text) for one in _cells(self))
        hidden = evolve(
            self,
            tables=tuple(hiding(one, spots) for one in self.tables),
            leftovers=hiding_cells(self.leftovers, spots),
        )
        return masked_parts(hidden, (*names, *personal_names(self)))

    def _repr_html_(self) -> str:
        """The tables with how many rows each has, as notebooks show them."""
        head = [word(name) for name in ("number_label", "table_label", "unit_label", "rows_label")]
        rows = (
            (str(one.index + 1), one.name, one.unit or "", str(len(one.indicators)))
            for one in self.tables
        )
        count = sum(len(one.indicators) for one in self.tables)
        words = {"file": self.file or "-", "tables": len(self.tables), "indicators": count}
        return table_html(head, rows, word("tables_read", **words), word("rows_more"))

    def to_json(self, *, mask: bool = True) -> Json:
        """The design's JSON of `read`; persons are masked unless told not to."""
        if mask:
            return self.masked().to_json(mask=False)
        return {
            "schema": DOCUMENT_SCHEMA,
            "file": self.file,
            "digest": self.digest,
            "readable": self.readable,
            "read_by": self.read_by,
            "tables": [one.to_json(self.file, mask=False) for one in self.tables],
            "findings": [finding_to_json(one) for one in self.findings],
            "leftovers": [one.to_json(self.file) for one in self.leftovers],
        }

    @classmethod
    def from_json(cls, shown: Json) -> Document:
        """The document of an object made by `to_json`; what was masked stays masked.

        Raises:
            ValueError: it is of another schema.
            KeyError: a key is missing.
        """
        if shown.get("schema") != DOCUMENT_SCHEMA:
            raise ValueError(shown.get("schema"))
        file = shown["file"]
        return cls(
            file=file,
            digest=shown["digest"],
            tables=tuple(Table.from_json(one, file) for one in shown["tables"]),
            findings=tuple(finding_from_json(one) for one in shown["findings"]),
            leftovers=tuple(Cell.from_json(one, file) for one in shown["leftovers"]),
            readable=shown["readable"],
            read_by=shown.get("read_by"),
        )


def _cells(document: Document) -> tuple[Cell, ...]:
    return (*(one for table in document.tables for one in table.cells), *document.leftovers)


def personal_names(document: Document) -> tuple[str, ...]:
    """The names and numbers of persons that labels tell of, to be hidden wherever they stand.

    >>> from jixiao.tables.field import Field
    >>> table = Table("", "", "", fields=(Field("填报人", "张某 6223344"),))
    >>> personal_names(Document(tables=(table,)))
    ('张某', '6223344')
    """
    fields = (one for table in document.tables for one in table.fields)
    return names_told(document, fields, _cells(document))
