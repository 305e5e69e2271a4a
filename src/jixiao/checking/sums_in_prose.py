"""Sums and changes that a text states: a total, 其中 its parts, and what each was last year."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.checking.figures import number_text
from jixiao.checking.surroundings import texts_of
from jixiao.findings import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding, Where
    from jixiao.tables import Document

__all__ = ["AMOUNT", "Amount", "Part", "Sum", "amount_of", "stated_sums", "sums_in_prose"]

AMOUNT = r"(?P<number>\d[\d,]{0,14}(?:\.\d{1,6})?)(?P<unit>亿元|万元|元)"
_UNITS = {"元": 1, "万元": 10**4, "亿元": 10**8}
_TOTAL = re.compile(
    AMOUNT + r"(?:,[^,;。]{0,40}?(?:增加|减少|增长|下降|持平|增减)[^,;。]{0,60}){0,3},?其中:?"
)
_PART = re.compile(
    r"(?:\(\d{1,2}\)|\d{1,2}[.、])?"
    r"(?P<name>[\u4e00-\u9fff“”]{2,30}(?:\([\u4e00-\u9fff]{1,10}\)){0,2}[\u4e00-\u9fff“”]{0,12})"
    r"(?:\((?P<code>\d{3,10})\))?" + AMOUNT
)
_CHANGE = re.compile(r"^,较?(?:上年|去年|上年度)(?P<way>增加|减少)" + AMOUNT)
_STEADY = re.compile(r"^,较?(?:上年|去年|上年度)度?(?:无增减|持平|无变化)")
_ANY = re.compile(AMOUNT)
_NEXT = 60
_NEARLY = Fraction(1, 100)
"""Parts that come this near to the total are meant to be all of it."""
_LONG = 3000


@frozen
class Amount:
    """Money as printed, in 元, with the value of its last digit."""

    text: str
    yuan: Fraction
    digit: Fraction


@frozen
class Part:
    """One part of a sum: its name, its code if it has one, its money and its change."""

    name: str
    code: str | None
    amount: Amount
    change: Fraction | None


@frozen
class Sum:
    """A total with its parts as a text states them, and where."""

    total: Amount
    change: Fraction | None
    parts: tuple[Part, ...]
    start: int


def amount_of(match: re.Match[str]) -> Amount:
    """The money of a match of `AMOUNT`.

    >>> amount_of(re.search(AMOUNT, "约 1,643.2万元")).yuan
    Fraction(16432000, 1)
    """
    digits = match["number"].replace(",", "")
    unit = _UNITS[match["unit"]]
    places = len(digits.partition(".")[2])
    text = f"{match['number']} {match['unit']}"
    return Amount(text, Fraction(digits) * unit, Fraction(unit, 10**places))


def stated_sums(text: str) -> Iterator[Sum]:
    """Every total of a text that is followed by 其中 and at least two parts.

    >>> (one,) = stated_sums("支出72万元,其中:人员经费50.5万元、公用经费21.5万元。")
    >>> [part.name for part in one.parts]
    ['人员经费', '公用经费']
    """
    changes: dict[str, set[Fraction]] | None = None
    for match in _TOTAL.finditer(text):
        parts = _parts(text[match.end() : match.end() + _LONG])
        if len(parts) > 1:
            changes = _changes(text) if changes is None else changes
            said = changes.get(match["number"] + match["unit"], set())
            change = next(iter(said)) if len(said) == 1 else None
            yield Sum(amount_of(match), change, parts, match.start())


def _changes(text: str) -> dict[str, set[Fraction]]:
    """What a text says of the change of each amount, by the amount as printed."""
    found: dict[str, set[Fraction]] = {}
    for match in _ANY.finditer(text):
        change = _change(text[match.end() : match.end() + _NEXT])
        if change is not None:
            found.setdefault(match[0], set()).add(change)
    return found


def _change(rest: str) -> Fraction | None:
    if _STEADY.match(rest):
        return Fraction()
    match = _CHANGE.match(rest)
    if match is None:
        return None
    money = amount_of(match).yuan
    return money if match["way"] == "增加" else -money


def _parts(tail: str) -> tuple[Part, ...]:
    """The parts that follow: one a clause, parted by semicolons, else by 、 up to the next stop."""
    found: list[Part] = []
    for clause in tail.split(";"):
        match = _PART.match(clause)
        rest = "" if match is None else clause[match.end() :]
        if match is None or rest.startswith(("、", ",其中", "其中")):
            break
        found.append(_part(match, rest))
        if "。" in rest:
            break
    if len(found) > 1:
        return tuple(found)
    pieces = re.split("[,;。]", tail, maxsplit=1)[0].split("、")
    matches = [_PART.fullmatch(piece) for piece in pieces]
    return tuple(_part(match, "") for match in matches if match is not None) * all(matches)


def _part(match: re.Match[str], rest: str) -> Part:
    return Part(match["name"], match["code"], amount_of(match), _change(rest))


def sums_in_prose(document: Document) -> Iterator[Finding]:
    """S63 and S64: parts that do not come to their total, changes that do not come to its change.

    The figures may each be rounded to their last digit. Parts that come to less than 99% of the
    total are taken for some of them and left alone.
    """
    for prose, place in texts_of(document):
        for one in stated_sums(prose.text):
            yield from _held(one, evolve(place, origin=prose.place(one.start)))


def _held(one: Sum, where: Where) -> Iterator[Finding]:
    found = sum((part.amount.yuan for part in one.parts), Fraction())
    total = one.total.yuan
    digit = min(held.digit for held in (one.total, *(part.amount for part in one.parts)))
    margin = digit * (len(one.parts) + 1) / 2
    if total == 0 or found < total * (1 - _NEARLY):
        return
    if abs(found - total) > margin:
        yield finding(
            "S63",
            where,
            raw=one.total.text,
            total=one.total.text,
            count=len(one.parts),
            parts="、".join(f"{part.name} {part.amount.text}" for part in one.parts),
            sum=_like(found, one.total),
        )
    changes = [part.change for part in one.parts]
    known = [change for change in changes if change is not None]
    nearly = abs(found - total) <= max(total * _NEARLY, margin)
    if one.change is None or len(known) < len(changes) or not nearly:
        return
    if abs(sum(known) - one.change) > margin:
        yield finding(
            "S64",
            where,
            raw=one.total.text,
            total=one.total.text,
            change=_signed(one.change, one.total),
            count=len(known),
            sum=_signed(sum(known, Fraction()), one.total),
        )


def _like(money: Fraction, other: Amount) -> str:
    """Money in the unit of another amount."""
    unit = other.text.rsplit(" ", 1)[1]
    return f"{number_text(money / _UNITS[unit])} {unit}"


def _signed(money: Fraction, other: Amount) -> str:
    return ("减少 " if money < 0 else "增加 ") + _like(abs(money), other)
