"""The head of a rule file: its id, where and when it is in force, what stands behind it."""

from __future__ import annotations

from typing import Any

from jixiao.language.assembling.workshop import Assembler, Section, said_once
from jixiao.language.statements import Property, Word

__all__ = ["head_of"]

_HEAD = {"region": "地区", "year": "年度", "effective": "生效", "cite": "依据"}


_WANTED = {
    "地区": "如“地区：320600 江苏省南通市”",
    "年度": "如“年度：2025”",
    "生效": "如“生效：2025年1月1日 至 2025年12月31日”",
    "依据": "如“依据：《办法》（财预〔2020〕10号）待核”，没有文件的写明所依据的表样",
}


def head_of(work: Assembler, section: Section) -> dict[str, Any]:
    """The attributes that the head says; empty where there is no line 规则集."""
    lines = [(number, one) for number, one in section.lines if isinstance(one, Property)]
    found = said_once(work, lines)
    name = found.pop("id", None)
    first = lines[0] if lines else None
    if not isinstance(name, Word) or first is None:
        return {}
    number = next(number for number, one in lines if one.key == "id")
    found |= {"id": name.text, "origin": work.origin(number, name.span.start)}
    for line, one in lines:
        if one.key == "effective":
            found.setdefault("effective_origin", work.origin(line, one.span.start))
    found.setdefault("title", "")
    last = section.lines[-1][0]
    missing = [word for key, word in _HEAD.items() if found.get(key) is None]
    for word in missing:
        if not any(one <= last + len(missing) for one in work.broken):
            work.doubt("R05", number, name.span.start, name.text, what=word, wanted=_WANTED[word])
    return found
