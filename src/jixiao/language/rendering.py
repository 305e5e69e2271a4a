"""Findings about rule files as text: the place, the line as written, a caret, what may be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from jixiao.language.words import word_at
from jixiao.messages.language import LANGUAGE_NOTES
from jixiao.source import Origin, Span, caret_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jixiao.findings import Finding

__all__ = ["render"]

Lang = Literal["zh", "en"]

_NOTES_BELOW = ("expected", "available", "nearest", "spaced", "advice", "advice_flat")
_MARGIN = 4


def render(findings: Iterable[Finding], sources: Mapping[str, str], lang: Lang = "zh") -> str:
    r"""All findings, each with its line; `sources` are the texts of the files by name.

    >>> from jixiao.language import parse
    >>> text = chr(10).join(("规则集 试验-2024", "年渡：2024"))
    >>> print(render(parse(text, file="试验.jx")[1][:1], {"试验.jx": text}), end="")
    试验.jx:2:1 须修改 R02 看不懂“年渡”
       2 │ 年渡：2024
         │ ^^^^
         这里可以写：依据、名称、地区、年度、生效、继承、语法、说明、需要、规则集
         是不是想写“年度”？
    """
    lines = {name: _split(text) for name, text in sources.items()}
    return "\n".join(_one(one, lines, lang) for one in findings) + "\n"


def _split(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _one(one: Finding, sources: Mapping[str, list[str]], lang: Lang) -> str:
    context = dict(one.context)
    sentence = f"{one.severity.label(lang)} {one.code} {one.message(lang)}"
    shown = [_place(one.where.origin, sentence)]
    shown += _excerpt(one.where.origin, sources, one.raw)
    for other in one.related:
        note = LANGUAGE_NOTES[context.get("related_to", "before")]
        shown.append(_place(other.origin, note.zh if lang == "zh" else note.en))
        shown += _excerpt(other.origin, sources, one.raw)
    for name in _NOTES_BELOW:
        if context.get(name):
            note = LANGUAGE_NOTES[name]
            template = note.zh if lang == "zh" else note.en
            shown.append(" " * (_MARGIN + 1) + template.replace("{it}", context[name]))
    return "\n".join(shown)


def _place(origin: Origin, sentence: str) -> str:
    parts = [origin.file, origin.line, origin.column]
    place = ":".join(str(part) for part in parts if part is not None)
    return f"{place} {sentence}" if place else sentence


def _excerpt(origin: Origin, sources: Mapping[str, list[str]], raw: str | None) -> list[str]:
    """The line of an origin and a caret below it; nothing where the text is not at hand."""
    lines = sources.get(origin.file or "", [])
    if origin.line is None or not 0 < origin.line <= len(lines):
        return []
    line = "".join(one if one.isprintable() else " " for one in lines[origin.line - 1])
    start = min((origin.column or 1) - 1, len(line))
    shown = _shortened(line, start)
    cut = len(line) - len(shown) if shown.startswith("…") else 0
    at = start - cut
    known = raw if raw and line.startswith(raw.replace("\t", " "), start) else None
    width = len(known if known is not None else word_at(line, start))
    margin = f"{origin.line:>{_MARGIN}} │ "
    blank = " " * (len(margin) - 3) + " │ "
    return [
        margin + shown,
        blank + caret_line(shown, Span(at, max(at + 1, min(at + width, len(shown))))),
    ]


_WIDEST = 200


def _shortened(line: str, start: int) -> str:
    """A very long line around the place that is meant."""
    if len(line) <= _WIDEST:
        return line
    return line[:_WIDEST] if start < _WIDEST // 2 else "…" + line[start - _WIDEST // 2 :][:_WIDEST]
