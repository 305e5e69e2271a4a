"""A finding about one value of a row: where it stands, the row's name, the value as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.checking.figures import value_text
from jixiao.findings import finding

if TYPE_CHECKING:
    from jixiao.findings import Finding
    from jixiao.tables import Indicator, Table
    from jixiao.values import Value

__all__ = ["about_value"]


def about_value(
    code: str, where: tuple[Table, Indicator, str | None], value: Value, /, **said: object
) -> Finding:
    """What a code says of a value that stands in a column of a row: name, value, and the rest."""
    table, row, column = where
    text = value_text(value)
    one = finding(code, table.where_row(row, column), raw=text, name=row.level3, value=text)
    rest = ((name, str(held)) for name, held in said.items())
    return evolve(one, context=(*one.context, *rest))
