"""The limits on input, all in one place.

Each limit turns an input that could cost unbounded time or memory into a finding of family L.
They are deliberately far above what real tables hold.
"""

from __future__ import annotations

from attrs import frozen

__all__ = ["DEFAULT_LIMITS", "Limits"]


@frozen
class Limits:
    """How much input is read before a finding says that it is too much.

    >>> Limits(value_chars=100).value_chars
    100
    """

    value_chars: int = 2_000
    """Characters of one indicator value; a longer one is kept as words and said to be too long."""
    integer_digits: int = 30
    """Digits before the decimal point."""
    fraction_digits: int = 10
    """Digits after the decimal point."""
    nesting: int = 64
    """Depth of brackets in an expression."""
    ruleset_bytes: int = 1_000_000
    """Size of one ruleset file."""
    inheritance_depth: int = 16
    """Rulesets in one line of inheritance."""
    ruleset_rules: int = 10_000
    """Indicators, fields, columns, methods and checks of a ruleset after inheritance."""
    ruleset_lines: int = 12_000
    """Lines of a ruleset file that say something; the longest known ruleset has some 150."""
    ruleset_words: int = 100_000
    """Words and marks of a ruleset file."""
    ruleset_line_chars: int = 4_000
    """Characters of one line of a ruleset file."""
    ruleset_errors: int = 100
    """Lines that could not be read after which reading stops, and problems that are listed."""
    decision_rows: int = 100
    """Rows of one decision table."""
    file_bytes: int = 50_000_000
    """Size of one input file."""
    tables: int = 10_000
    """Tables in one document."""
    line_chars: int = 100_000
    """Characters of one line of a text file."""
    actual_rows: int = 1_000_000
    """Rows of one file of actuals."""
    archive_bytes: int = 500_000_000
    """Size of everything in one archive (xlsx, docx, ods) unpacked."""
    archive_ratio: int = 200
    """How many times smaller an archive may be than what it holds."""
    archive_members: int = 2_000
    """Files in one archive."""
    part_chars: int = 20_000_000
    """Characters of text in one sheet or document, entities resolved."""
    xml_depth: int = 256
    """Depth of elements in XML, and of tables in a page of HTML."""
    xml_elements: int = 3_000_000
    """Elements of one part of an office file."""
    merges: int = 5_000
    """Merged ranges of one sheet."""
    merged_cells: int = 1_000_000
    """Cells that the merged ranges of one sheet cover."""
    cells: int = 100_000
    """Cells of one file that hold something."""
    cell_span: int = 200
    """Columns that one cell of a Word table may span."""
    pdf_pages: int = 500
    """Pages of one PDF."""
    pdf_page_bytes: int = 4_000_000
    """Size of what one page of a PDF draws, unpacked."""
    pdf_page_seconds: int = 3
    """Time for one page of a PDF; its reader runs beside and is ended after that."""
    reader_memory: int = 1_000_000_000
    """Memory that a reader of PDF or xls may ask for, where the system can hold it to that."""
    xls_seconds: int = 5
    """Time for one workbook of the old Excel, whose reader runs beside too."""


DEFAULT_LIMITS = Limits()
