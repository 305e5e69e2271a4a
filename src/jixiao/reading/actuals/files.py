"""A file of actuals read: CSV, JSON or a workbook by its content, everything wrong said."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from jixiao.actuals import ActualRow, Actuals, FundingActual
from jixiao.findings import Finding, Where, finding
from jixiao.limits import DEFAULT_LIMITS, Limits
from jixiao.reading.actuals.from_csv import csv_records
from jixiao.reading.actuals.from_json import json_records
from jixiao.reading.actuals.from_xlsx import workbook_records
from jixiao.reading.actuals.records import read_record
from jixiao.reading.files.decoding import decode, load_file
from jixiao.reading.files.office import read_office
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jixiao.reading.actuals.records import Record

__all__ = ["read_actuals"]


def read_actuals(
    source: str | Path | bytes, *, file: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> Actuals:
    r"""What was achieved, from CSV (UTF-8 or GB18030, comma or tab), JSON or a workbook.

    One row an indicator, keyed by 项目编码, or 实施单位 and 项目名称, with 三级指标 and 实际完成值;
    one row a source of money with 资金来源 and its amounts, in a part of its own below a second
    header or in columns of the same rows. Amounts are in 万元 unless their header or a column
    金额单位 says otherwise; a 得分率 is a fraction of 1. Never raises for what the file holds, nor
    for a file that is not there.

    >>> text = "项目名称,三级指标,实际完成值,分值\n培训,培训场次,12场,十分"
    >>> actuals = read_actuals(text.encode())
    >>> actuals.rows[0].actual, actuals.rows[0].weight
    ('12场', None)
    >>> actuals.findings[0].message()
    '“分值”填报为“十分”，不是数字；请填数字（如 10 或 92.5），此处未计入'
    """
    loaded = load_file(source, file=file)
    if isinstance(loaded, Finding):
        return Actuals(findings=(loaded,), file=loaded.where.origin.file, readable=False)
    name, data = loaded
    digest = hashlib.sha256(data).hexdigest()
    said: list[Finding] = []
    records = _records(data, name, limits, said)
    if records is None:
        return Actuals((), (), tuple(said), name, digest, readable=False)
    rows: list[ActualRow] = []
    funding: list[FundingActual] = []
    for count, record in enumerate(records):
        if count == limits.actual_rows:
            said.append(finding("L06", Where(origin=Origin(file=name)), limit=limits.actual_rows))
            break
        for one in read_record(record, said.append):
            if isinstance(one, ActualRow):
                rows.append(one)
            else:
                funding.append(one)
    readable = bool(rows or funding)
    return Actuals(tuple(rows), tuple(funding), tuple(said), name, digest, readable)


def _records(
    data: bytes, name: str | None, limits: Limits, said: list[Finding]
) -> Iterator[Record] | None:
    """The rows of a file by column, whatever it is; None where it cannot be read."""
    office = read_office(data, file=name, limits=limits)
    if office is not None:
        said += office.findings
        return None if office.unread else workbook_records(office, say=said.append)
    decoded = decode(data, file=name, limits=limits)
    said += decoded.findings
    if decoded.text is None:
        return None
    read = json_records if decoded.text.lstrip()[:1] in "[{" else csv_records
    return read(decoded.text, file=name, say=said.append)
