"""What a document says around its tables, held against their rows: no money, few trainings, 元."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from jixiao.checking.figures import number_text
from jixiao.checking.names import EVENTS
from jixiao.checking.rows import final_column, firm_rows
from jixiao.checking.sums_in_prose import AMOUNT, amount_of
from jixiao.checking.surroundings import lists_of, prose_of
from jixiao.checking.value_findings import about_value
from jixiao.findings import Where, finding
from jixiao.source import squeeze
from jixiao.values import Absent, Comparison, Operator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.checking.surroundings import Row
    from jixiao.findings import Finding
    from jixiao.tables import Document

__all__ = ["conversions", "lists_and_targets", "money_that_is_none"]

_SUBJECTS = ("政府采购", "三公")
_NONE = (
    r"[^。;,]{{0,20}}(?:无|没有|未安排|不涉及)(?:当年|年度)?{0}"
    r"[^。;,]{{0,10}}?(?:预算|支出|经费)[^。;,]{{0,8}}"
)
_ZERO = r"[^。;,]{{0,20}}{0}[^。;,]{{0,20}}?(?<![\d.])0(?:\.0{{1,4}})?万?元"
_SOME = (
    r"{0}[^。;,]{{0,20}}?(?<![\d.])"
    r"(?:[1-9]\d{{0,9}}(?:\.\d{{1,6}})?|0\.\d{{0,5}}[1-9]\d{{0,5}})(?:万|亿)?元"
)
_LISTS = re.compile(r"(?:培训|会议|活动|宣传|检查)[^,;。]{0,8}名称")
_KINDS = ("培训", "会议", "活动", "宣传", "检查")
_IN_BRACKETS = re.compile(
    AMOUNT + r"\((?:即|合|折合|计)?(?P<other>\d[\d,]{3,15}(?:\.\d{1,2})?)元\)"
)
_BY_CODE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,30})\((?P<code>\d{3,10})\)" + AMOUNT)
_CODE = re.compile(r"\d{3,10}")
_NUMBER = re.compile(r"\d[\d,]{0,17}(?:\.\d{1,6})?")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_UNIT = re.compile(r"^(?:金额)?单位:(元|万元)$")
_NEAR = Fraction(1, 20)


def _one_department(document: Document) -> bool:
    """Whether what the prose says is about all the tables: no two departments file in it."""
    whole = {squeeze(one.name) for one in document.tables if "整体" in one.kind + one.title}
    return len(whole) < 2 and bool(document.leftovers)  # noqa: PLR2004


def money_that_is_none(document: Document) -> Iterator[Finding]:
    """S59: an indicator about 政府采购 or 三公经费 where the document says that there is none.

    A document that names an amount of it somewhere is left alone.
    """
    if not _one_department(document):
        return
    text = prose_of(document).text
    said: dict[str, str] = {}
    for subject in _SUBJECTS:
        word = f"“?{subject}”?"
        found = re.search(_NONE.format(word), text) or re.search(_ZERO.format(word), text)
        if found is not None and not re.search(_SOME.format(word), text):
            said[subject] = found[0]
    for table in document.tables if said else ():
        column = final_column(table)
        for row in firm_rows(table) if column is not None else ():
            named = next((one for one in said if one in row.level3), None)
            value = row.value(column or "")
            if named is not None and not isinstance(value, Absent):
                yield about_value("S59", (table, row, column), value, said=said[named])


def _listed(document: Document) -> Iterator[tuple[str, int]]:
    """The lists of trainings, meetings …: their heading and how many entries are numbered."""
    heading, count = "", 0
    for row in lists_of(document):
        named = next((cell for cell in row.cells if _LISTS.fullmatch(cell)), None)
        if named is not None and len(row.cells) > 1:
            if count:
                yield heading, count
            heading, count = named, 0
        elif heading and row.cells[0] == str(count + 1) and len(row.cells) > 1:
            count += 1
        elif heading:
            if count:
                yield heading, count
            heading, count = "", 0
    if heading and count:
        yield heading, count


def lists_and_targets(document: Document) -> Iterator[Finding]:
    """S60: more trainings or meetings in a target than the document lists.

    Only where one list of the kind stands in it; a longer list than the target is fine.
    """
    if not _one_department(document):
        return
    lists = list(_listed(document))
    if len(lists) != 1:
        return
    ((heading, count),) = lists
    kinds = tuple(kind for kind in _KINDS if kind in heading)
    for table in document.tables:
        column = final_column(table)
        for row in firm_rows(table) if column is not None else ():
            value = row.value(column or "")
            if not isinstance(value, Comparison) or not any(kind in row.level3 for kind in kinds):
                continue
            counted = value.quantity.unit.base in EVENTS and value.op not in (
                Operator.LE,
                Operator.LT,
            )
            if counted and value.quantity.exact > count:
                yield about_value("S60", (table, row, column), value, list=heading, count=count)


def _by_code(rows: tuple[Row, ...]) -> dict[str, list[Fraction]]:
    """The amounts that lists in 元 give to a code, the total of a row being its first number."""
    unit, found = "", dict[str, list[Fraction]]()
    for row in rows:
        match = _UNIT.match("".join(row.cells)) if len(row.cells) == 1 else None
        if match is not None:
            unit = match[1]
        cells = row.cells
        words = [at for at, cell in enumerate(cells) if _CHINESE.search(cell)]
        if unit != "元" or not words or words[-1] + 1 >= len(cells):
            continue
        amount = cells[words[-1] + 1]
        for at in words:
            if at and _CODE.fullmatch(cells[at - 1]) and _NUMBER.fullmatch(amount):
                found.setdefault(cells[at - 1], []).append(Fraction(amount.replace(",", "")))
                break
    return found


def conversions(document: Document) -> Iterator[Finding]:
    """S65: an amount in 万元 that is not the one in 元, by brackets or by the code of a subject.

    The printed digits decide: 83.47 万元 is 834739 元. A subject with several amounts (all spending
    and basic spending) agrees if one of them does; figures far off are about something else.
    """
    prose = prose_of(document)
    for match in _IN_BRACKETS.finditer(prose.text):
        money, other = amount_of(match), Fraction(match["other"].replace(",", ""))
        if abs(money.yuan - other) > money.digit / 2:
            yield finding(
                "S65",
                Where(origin=prose.place(match.start())),
                raw=match[0],
                name=match[0],
                value=money.text,
                place="括号内",
                amount=f"{match['other']} 元",
                converted=f"{number_text(other / 10**4)} 万元",
            )
    known = _by_code(lists_of(document)) if document.leftovers else {}
    for match in _BY_CODE.finditer(prose.text) if known else ():
        money, amounts = amount_of(match), known.get(match["code"], [])
        if not amounts or match["unit"] != "万元":
            continue
        nearest = min(amounts, key=lambda one: (abs(one - money.yuan), one))
        apart = abs(nearest - money.yuan)
        if money.digit / 2 < apart <= money.yuan * _NEAR:
            yield finding(
                "S65",
                Where(origin=prose.place(match.start())),
                raw=match[0],
                name=f"{match['name']}（{match['code']}）",
                value=money.text,
                place="明细表中",
                amount=f"{number_text(nearest)} 元",
                converted=f"{number_text(nearest / 10**4)} 万元",
            )
