"""What differs between two rulesets, in words: 质量指标：至少 1 项 → 选填."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from jixiao.messages.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jixiao.language.differences import Difference

__all__ = ["differences_text"]

Lang = Literal["zh", "en"]


def differences_text(
    names: tuple[str, str], found: Sequence[Difference], lang: Lang = "zh"
) -> Iterator[str]:
    """The two ids, the differences below their headings, and how many there are."""
    yield f"{names[0]} → {names[1]}"
    if not found:
        yield word("differences_none", lang)
        return
    section = ""
    for one in found:
        if one.section != section:
            section = one.section
            yield section
        yield f"  {_line(one, lang)}"
    counts = {
        change: sum(one.change == change for one in found)
        for change in ("added", "removed", "changed")
    }
    yield word("differences_total", lang, total=len(found), **counts)


def _line(one: Difference, lang: Lang) -> str:
    nothing = word("differences_nothing", lang)
    before, after = ("，".join(clauses) for clauses in (one.before, one.after))
    path = one.path or word("differences_form", lang)
    source = word("differences_cite", lang, cite=one.cite) if one.cite is not None else ""
    match one.change:
        case "added":
            head = word("differences_added", lang, name=path)
            return head + (f"：{after}" if after else "") + source
        case "removed":
            head = word("differences_removed", lang, name=path)
            return head + (f"：{before}" if before else "")
        case _:
            shown = f"{path}：{before or nothing} → {after or nothing}"
            return shown if after.startswith("依据 ") else shown + source
