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


DEFAULT_LIMITS = Limits()
