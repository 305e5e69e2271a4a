"""What to say about a line that the grammar cannot read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lark import UnexpectedInput

from jixiao.findings import Finding, Where, finding
from jixiao.language.grammar import line_parser
from jixiao.language.words import TERMINALS, choices_text, nearest, word_at
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["SECTION_NAMES", "explain"]

SECTION_NAMES = {
    "head": "规则集开头",
    "vocabulary_line": "【词汇】",
    "table_line": "【表 …】",
    "tree_line": "【指标 …】",
    "score_line": "【计分】",
    "check_line": "【校验】",
    "band_line": "【等次】",
}

_STYLE_RANGE = re.compile(
    r"(\d+(?:\.\d+)?%?) *(\(含\))? *[-~—～至到]+ *(\d+(?:\.\d+)?%?) *(\(含\))?"
)
_STYLE_BOUND = re.compile(r"(\d+(?:\.\d+)?%?) *(\(含\))? *(以上|以下|及以上|及以下)")
_BRACKETED = re.compile(r"[\w ]*\w *\([^()|,:]*\)[\w ]*")
_COUNTED = re.compile(r"(权重|合计权重|满分) *(\d+(?:\.\d+)?) *分")
_YEARED = re.compile(r"年度 *: *(\d{4}) *年")
_NESTED = re.compile(r"“[^”]*(“)[^”]*”[^“]*”")
_QUOTES = (("“", "”"), ("「", "」"), ("《", "》"), ("[", "]"), ("(", ")"))


def explain(folded: str, line: str, rule: str, origin: Origin) -> Finding:
    """The finding for a line that `rule` does not read: where it stops, and what could stand there.

    The columns of `folded` and `line` are the same; words are shown as they were written.
    """
    for better in _better_written(folded, line):
        start, written, proposal = better
        written = written.rstrip()
        place = _at(origin, start)
        return finding("R22", place, raw=written, word=written, better=proposal)
    nested = _NESTED.search(folded)
    if nested is not None:
        return finding("R37", _at(origin, nested.start(1)), raw=line[nested.start(1)])
    unpaired = _unpaired(folded)
    if unpaired is not None:
        start, opened, closing = unpaired
        place = _at(origin, start)
        return finding("R29", place, raw=line[start], word=opened, wanted=closing)
    start, accepted = _stop(folded, rule)
    owner = _owner(folded, rule) if start == len(line) - len(line.lstrip()) else None
    word = word_at(line, start)
    place = _at(origin, start)
    if owner is not None:
        return finding("R23", place, raw=word, word=word, owner=SECTION_NAMES[owner])
    if start >= len(folded.rstrip()):
        return finding("R01", _at(origin, start), raw="", expected=choices_text(accepted))
    known = {part for one in accepted for part in TERMINALS.get(one, one).split("/")}
    meant = nearest(word, sorted(known)) if word[:1].isalnum() else None
    return finding(
        "R02", place, raw=word, word=word, expected=choices_text(accepted), nearest=meant or ""
    )


def _at(origin: Origin, start: int) -> Where:
    return Where(origin=Origin(file=origin.file, line=origin.line, column=start + 1))


def _stop(folded: str, rule: str) -> tuple[int, Iterable[str]]:
    """Where reading stops, and the terminals that could have stood there."""
    parser = line_parser().parse_interactive(folded, start=rule)
    place = len(folded.rstrip())
    try:
        for _ in parser.iter_parse():
            pass
        parser.feed_eof()  # type: ignore[no-untyped-call]
    except UnexpectedInput as stopped:
        found = stopped.pos_in_stream
        token = getattr(stopped, "token", None)
        if found is not None and found >= 0 and (token is None or token.type != "$END"):
            place = found
    accepted: set[str] = parser.accepts()  # type: ignore[no-untyped-call]
    return place, accepted


def _reads(folded: str, rule: str) -> bool:
    try:
        line_parser().parse(folded, start=rule)
    except UnexpectedInput:
        return False
    return True


def _owner(folded: str, rule: str) -> str | None:
    """The kind of line this would be in another section."""
    others = (one for one in SECTION_NAMES if one != rule)
    return next((one for one in others if _reads(folded, one)), None)


def _unpaired(folded: str) -> tuple[int, str, str] | None:
    """The first mark that is opened and not closed on the line."""
    for opening, closing in _QUOTES:
        if folded.count(opening) > folded.count(closing):
            return folded.rindex(opening), opening, closing
    if folded.count('"') % 2:
        return folded.rindex('"'), '"', '"'
    return None


def _better_written(folded: str, line: str) -> Iterable[tuple[int, str, str]]:
    """Ways of writing that officials use elsewhere and that this language writes otherwise."""
    bare = re.sub(
        r"“[^”]*”|「[^」]*」|《[^》]*》|\"[^\"]*\"", lambda one: " " * len(one[0]), folded
    )
    if (found := _YEARED.search(bare)) is not None:
        yield found.start(1), line[found.start(1) : found.end()], found[1]
    if (found := _COUNTED.search(bare)) is not None:
        yield found.start(2), line[found.start(2) : found.end()], found[2]
    in_cells = "|" in bare or "应为" in bare
    if in_cells and (found := _STYLE_RANGE.search(bare)) is not None:
        yield found.start(), line[found.start() : found.end()], f"≥{found[1]} 且 ≤{found[3]}"
    if in_cells and (found := _STYLE_BOUND.search(bare)) is not None:
        above = found[3].endswith("以上")
        signs = ("≥", "≤") if found[2] or found[3].startswith("及") else ("＞", "＜")
        written = line[found.start() : found.end()]
        yield found.start(), written, f"{signs[0] if above else signs[1]}{found[1]}"
    name = _BRACKETED.search(bare.partition(":")[0])
    if name is not None and not in_cells:
        words = name[0].strip().split(" ", 1)
        written = words[-1] if words[0] in _STATEMENTS and len(words) > 1 else name[0].strip()
        start = bare.index(written, name.start())
        yield start, line[start : start + len(written)], f"「{line[start : start + len(written)]}」"


_STATEMENTS = frozenset(
    {"项", "列", "明细", "一级", "二级", "三级", "方法", "等级", "同义", "修改", "取消"}
)
