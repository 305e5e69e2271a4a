"""Names and codes of units and projects that differ within one document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.checking.surroundings import lists_of
from jixiao.findings import Where, finding
from jixiao.source import Origin, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.tables import Document

__all__ = ["codes_of_names", "names_of_units"]

_LABELS = frozenset(
    {"实施单位", "部门名称", "部门(单位)名称", "预算单位", "填报单位", "单位名称", "项目单位"}
)
_LABELLED = re.compile(
    r"^(?:预算单位|部门\(单位\)名称|单位名称|填报单位|部门名称):(?P<name>[\u4e00-\u9fff]{6,40})$"
)
_KIND = re.compile(r"(?:机构|中心|中|处)$")
_CODED = re.compile(r"(?P<code>\d{3,12})(?P<name>[\u4e00-\u9fff]{4,40})")
_ORGAN = re.compile(r"(?:局|委|委员会|厅|办|办公室|中心|处|院|校|学校|政府|法院|大队|站|所)$")
_SHORT = 6


def _same_words(name: str) -> str:
    """The name without what is often written in two ways: 保险 or 保障, 中心 or 机构."""
    return _KIND.sub("", name.replace("保险", "保障"))


def names_of_units(document: Document) -> Iterator[Finding]:
    """S61: names of units that differ only in 保险 and 保障, 中心, 机构 and 处, or in a lost end.

    Units that differ in any other character are two units, and nothing is said of them (F4).
    """
    names: dict[str, Origin] = {}
    for table in document.tables:
        for field in table.fields:
            if squeeze(field.name) in _LABELS and len(squeeze(field.text)) >= _SHORT:
                names.setdefault(squeeze(field.text), field.origin)
    for row in lists_of(document):
        match = _LABELLED.match("".join(row.cells)) if len(row.cells) == 1 else None
        if match is not None:
            names.setdefault(match["name"], row.origin)
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(_same_words(name), []).append(name)
    for held in groups.values():
        if len(held) > 1:
            shown = "、".join(f"“{name}”" for name in held)
            yield finding("S61", Where(origin=names[held[0]]), raw=held[0], names=shown)


def _codes(document: Document) -> Iterator[tuple[str, str, Origin]]:
    """Every code with the name beside it: fields, rows of lists, codes of projects.

    A figure of less than five digits in a list may as well be the number of its row.
    """
    for table in document.tables:
        for field in table.fields:
            match = _CODED.fullmatch(squeeze(field.text)) if "代码" in field.name else None
            if match is not None:
                yield match["code"], match["name"], field.origin
        if table.code and table.name:
            yield squeeze(table.code), squeeze(table.name), table.origin
    for row in lists_of(document):
        for code, name in zip(row.cells, row.cells[1:], strict=False):
            if re.fullmatch(r"\d{5,9}", code) and _ORGAN.search(name):
                yield code, name, row.origin


def codes_of_names(document: Document) -> Iterator[Finding]:
    """S62: one code with two names.

    A code that begins with another is one of its units (611, 611001), so one name may have both;
    two projects of one name have codes of their own (F4).
    """
    names: dict[str, dict[str, Origin]] = {}
    for code, name, origin in _codes(document):
        names.setdefault(code, {}).setdefault(name, origin)
    for code, held in names.items():
        if len({_same_words(name) for name in held}) > 1:
            others = "、".join(f"“{name}”" for name in held)
            where = Where(origin=next(iter(held.values())))
            yield finding("S62", where, raw=code, subject=f"编码 {code} ", others=others)
