"""One indicator value as a line of text: kind, canonical form, what it is in base units, doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from jixiao.messages.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.values import Value

__all__ = ["value_line", "value_lines"]

Lang = Literal["zh", "en"]


def value_line(value: Value, lang: Lang = "zh") -> str:
    """The value on one line; doubts follow, each on a line of its own.

    >>> from jixiao.parsing import parse_value
    >>> value_line(parse_value(">=620000万条"))
    '>=620000万条 → 比较：≥620000万条，即 ≥6200000000条'
    >>> value_line(parse_value("95％"))
    '95％ → 比较：95%（未写方向）'
    """
    return "\n".join(value_lines(value, lang))


def value_lines(value: Value, lang: Lang = "zh") -> Iterator[str]:
    """The line of the value, then one a doubt."""
    shown = value.to_json()
    kind = word(f"kind_{shown['kind']}", lang)
    text = f"{' '.join(value.text.split())} → {kind}：{shown['canonical']}"
    if shown.get("unit") != shown.get("base_unit"):
        base = canonical_in_base_units(shown)
        text += word("in_base_units", lang, base=base)
    if shown.get("implied"):
        text += word("no_operator_note", lang)
    yield text
    for note in value.notes:
        yield f"    {word('note', lang)}：{note.message(lang)}"


def canonical_in_base_units(shown: dict[str, object]) -> str:
    """A comparison or range over again in base units."""
    sign = {">=": "≥", "<=": "≤"}.get(str(shown.get("op")), shown.get("op") or "")
    if shown["kind"] == "range":
        left = "[" if shown["low_closed"] else "("
        right = "]" if shown["high_closed"] else ")"
        return f"{left}{shown['base_low']}, {shown['base_high']}{right} {shown['base_unit']}"
    return f"{sign}{shown['base_number']}{shown['base_unit']}"
