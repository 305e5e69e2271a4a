"""How a spreadsheet shows a number: percent, dates, and words that its format puts around it.

The number is never rounded to what is shown: 0.985 in the format 0% reads 98.5%.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from attrs import frozen

__all__ = ["BUILT_IN", "Shown", "show_number"]

BUILT_IN: dict[int, str] = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy-mm-dd",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy-mm-dd h:mm",
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    29: 'm"月"d"日"',
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    36: 'yyyy"年"m"月"',
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    41: "#,##0",
    42: "#,##0",
    43: "#,##0.00",
    44: "#,##0.00",
    49: "@",
    50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"',
    54: 'm"月"d"日"',
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}
"""The formats that files name by number, as a Chinese office shows them."""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]|(?P<other>.)', re.DOTALL
)
_NUMBER = re.compile(r"[0#?][0#?,.]*(?:[eE][+-][0#?]+)?")
_DATE = re.compile(r"[yYdD]|[mM]{1,5}|[hHsS]")
_DIGITS = 15
"""What a spreadsheet keeps of a number; the rest is what binary makes of it."""
_EPOCH_1900 = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)
_LAST_DAY = 2_958_465
_EXPONENT = 40


@frozen
class Shown:
    """A number as text; `sure` is False where the format is not understood."""

    text: str
    sure: bool = True


@frozen
class _Section:
    """A part of a format: the words before and behind the number, and what the number is."""

    before: str = ""
    behind: str = ""
    percent: bool = False
    days: str = ""
    general: bool = False
    numeric: bool = True
    plain: bool = True


@lru_cache(maxsize=1024)
def _section(form: str) -> _Section:
    body: list[str] = []
    words: dict[int, str] = {}
    for match in _TOKEN.finditer(form):
        literal = match["quoted"] if match["quoted"] is not None else match["escaped"]
        if literal is not None:
            words[len(body)] = literal
            body.append("\0")
        elif match["bracket"] is not None:
            currency = match["bracket"].removeprefix("$").partition("-")[0]
            if match["bracket"].startswith("$") and currency:
                words[len(body)] = currency
                body.append("\0")
        elif match["other"] is not None:
            body.append(match["other"])
    flat = "".join(body)
    if flat.strip().lower() == "general" or flat == "@":
        return _Section(general=True)
    if _DATE.search(flat.replace("AM/PM", "")) and not re.search("[0#?]", flat):
        return _Section(days=_day_form(flat, words))
    number = _NUMBER.search(flat)
    if number is None:
        text = "".join(words.get(at, char) for at, char in enumerate(flat)).strip()
        return _Section(before=text, numeric=False)
    percent = "%" in flat
    before = _words(flat, words, 0, number.start())
    behind = _words(flat, words, number.end(), len(flat))
    scaled = number[0].rstrip("0#?.").endswith(",") or "‰" in flat or "/" in flat
    odd = re.sub(r"[\s%+\-()$￥¥,.0#?\0\u4e00-\u9fff≥≤=<>]", "", flat.replace(number[0], "", 1))
    return _Section(before, behind, percent=percent, plain=not odd and not scaled)


def _words(flat: str, words: dict[int, str], start: int, end: int) -> str:
    """The words of a stretch of a format; signs of its own that say nothing are left out."""
    kept = (
        words.get(at, flat[at])
        for at in range(start, end)
        if at in words or flat[at] not in "%()-+"
    )
    return "".join(kept).strip()


def _day_form(flat: str, words: dict[int, str]) -> str:
    """Which of year, month, day and time a format shows, and whether in Chinese."""
    bare = flat.replace("AM/PM", "").lower()
    chinese = any("年" in one or "月" in one for one in (*words.values(), flat))
    shown = "".join(letter for letter in "yd" if letter in bare)
    time = "h" in bare or "s" in bare
    month = "m" in bare and (not time or bool(shown) or chinese)
    return shown + ("m" if month else "") + ("t" if time else "") + ("c" if chinese else "")


def show_number(raw: str, form: str, *, since_1904: bool = False) -> Shown:
    r"""The text that a stored number shows in a format.

    >>> show_number("0.98", "0%").text, show_number("0.98499999999999999", "0%").text
    ('98%', '98.5%')
    >>> show_number("45657", 'yyyy"年"m"月"d"日"').text, show_number("12", '"≥"0"次"').text
    ('2024年12月31日', '≥12次')
    >>> show_number("1234.5", "#,##0.00").text, show_number("3", "# ?/?").sure
    ('1234.5', False)
    """
    try:
        number = Decimal(raw)
    except InvalidOperation:
        return Shown(raw)
    if not number.is_finite() or abs(number.adjusted()) > _EXPONENT:
        return Shown(raw)
    sections = _split(form)
    at = 1 if number < 0 and len(sections) > 1 else 0
    if number == 0 and len(sections) > 2:  # noqa: PLR2004 - the third section is for zero
        at = 2
    section = _section(sections[at])
    if section.days:
        return _day(number, section.days, since_1904=since_1904)
    plain = _plain(number)
    if section.general or not section.plain:
        return Shown(plain, section.general)
    if not section.numeric:
        return Shown(plain if at == 0 else section.before or plain, sure=at != 0)
    if section.percent:
        plain = _plain(number * 100) + "%"
    return Shown(f"{section.before}{plain}{section.behind}")


def _split(form: str) -> list[str]:
    """The sections of a format, parted by semicolons outside of quotes."""
    if ";" not in form:
        return [form]
    parts = re.findall(r'(?:"[^"]*"|\\.|[^;])+|(?<=;)(?=;)', form, re.DOTALL)
    return parts or [form]


def _plain(number: Decimal) -> str:
    """The number with the digits that a spreadsheet keeps, without an exponent."""
    if number == 0:
        return "0"
    digits = _DIGITS - 1 - number.adjusted()
    rounded = round(number, digits) if digits >= 0 else number
    text = format(rounded, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _day(number: Decimal, shows: str, *, since_1904: bool) -> Shown:
    whole = int(number)
    if not 0 <= whole <= _LAST_DAY:
        return Shown(_plain(number), sure=False)
    seconds = int(((number - whole) * 86_400).to_integral_value())
    clock = f"{seconds // 3600:02d}:{seconds % 3600 // 60:02d}"
    if not set(shows) & set("ymd"):
        return Shown(clock)
    day = (_EPOCH_1904 if since_1904 else _EPOCH_1900) + timedelta(days=whole)
    if "c" in shows:
        parts = [f"{day.year}年" if "y" in shows else "", f"{day.month}月" if "m" in shows else ""]
        text = "".join(parts) + (f"{day.day}日" if "d" in shows else "")
    elif shows.startswith("yd"):
        text = day.isoformat()
    elif "y" in shows:
        text = f"{day.year}-{day.month:02d}" if "m" in shows else f"{day.year}"
    else:
        text = f"{day.month}月{day.day}日" if "d" in shows else f"{day.month}月"
    return Shown(f"{text} {clock}" if "t" in shows and seconds else text)
