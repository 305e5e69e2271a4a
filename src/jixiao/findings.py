"""What jixiao says: findings with a severity and a place, and the few exceptions.

A finding is a value, not an exception: bad input is data. Its text is rendered from a code and a
context, so the rooms that find something never hold sentences, and another language is one more
column of the catalogue (`jixiao.messages`).
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Literal

from attrs import evolve, frozen

from jixiao.markup import escaped
from jixiao.messages import CATALOGUE
from jixiao.messages.words import word
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "Finding",
    "JixiaoError",
    "MissingExtraError",
    "RulesetError",
    "Severity",
    "ValueSyntaxError",
    "Where",
    "finding",
    "fold_repeats",
]

Lang = Literal["zh", "en"]


class Severity(Enum):
    """How grave a finding is, gravest first: 须修改, 请说明, 建议完善.

    >>> Severity("error").label()
    '须修改'
    """

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    def label(self, lang: Lang = "zh") -> str:
        """The word that people read."""
        zh, en = _LABELS[self.value]
        return zh if lang == "zh" else en

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return _RANKS[self.value]

    @classmethod
    def of_label(cls, label: str) -> Severity:
        """The severity a ruleset names in Chinese.

        >>> Severity.of_label("请说明")
        <Severity.WARNING: 'warning'>
        """
        return next(severity for severity in cls if severity.label() == label)


_LABELS = {
    "error": ("须修改", "must be changed"),
    "warning": ("请说明", "please explain"),
    "hint": ("建议完善", "suggestion"),
}
_RANKS = {"error": 0, "warning": 1, "hint": 2}


@frozen
class Where:
    """The place a finding speaks of: as much of it as is known.

    `table` is the project's name, `table_index` its place in the document counted from 0; `column`
    is a column of values by name; `origin` is where that stood in the file.

    >>> Where(table="办公设备购置", level1="产出指标", level3="设备验收合格率").label()
    '项目“办公设备购置” › 产出指标 › 设备验收合格率'
    """

    table: str | None = None
    table_index: int | None = None
    unit: str | None = None
    level1: str | None = None
    level2: str | None = None
    level3: str | None = None
    column: str | None = None
    origin: Origin = Origin()

    def label(self, lang: Lang = "zh") -> str:
        """The place as people read it; without the file and line."""
        project = "项目“{}”" if lang == "zh" else "project “{}”"
        parts = [project.format(self.table)] if self.table else []
        parts += [part for part in (self.level1, self.level2, self.level3, self.column) if part]
        return " › ".join(parts)

    def to_json(self) -> dict[str, str | int]:
        """The parts that are known, with those of the origin."""
        names = ("table", "table_index", "unit", "level1", "level2", "level3", "column")
        known = {name: getattr(self, name) for name in names if getattr(self, name) is not None}
        place = self.origin.to_json()
        if "column" in place:
            place["cell_column"] = place.pop("column")
        return place | known


NOWHERE = Where()
_NAME = re.compile(r"\{([a-z_]+)\}")


@frozen
class Finding:
    """One thing to say about an input.

    `code` is forever; a ruleset's own code is printed with its ruleset (`江苏南通-2025/N01`).
    `context` holds the figures and words of the sentence, `raw` the text as written, `cite` the
    clause that stands behind it. `text` is a sentence that a ruleset wrote itself, printed as it
    is. `items` are the places folded into one finding, `related` other places it speaks of.

    >>> finding("L01", raw="…", limit=2000, size=3000).message()
    '内容过长：3000 个字符，上限 2000，未按指标值读取，原文保留'
    """

    code: str
    severity: Severity
    where: Where = NOWHERE
    context: tuple[tuple[str, str], ...] = ()
    raw: str | None = None
    cite: str | None = None
    heading: str | None = None
    text: str | None = None
    items: tuple[Where, ...] = ()
    related: tuple[Where, ...] = ()
    count: int = 1

    def message(self, lang: Lang = "zh") -> str:
        """The sentence, without the place."""
        if self.text is not None:
            return self.text
        entry = CATALOGUE[self.code]
        template = entry.zh if lang == "zh" else entry.en
        context = dict(self.context)
        return _NAME.sub(lambda match: context.get(match[1], match[0]), template)

    def _repr_html_(self) -> str:
        """A line as notebooks show it: how grave, which code, where, what."""
        parts = (self.severity.label(), self.code, self.where.label(), self.message())
        return "<p>" + " · ".join(escaped(part) for part in parts if part) + "</p>"

    def at(self, where: Where) -> Finding:
        """The same finding at another place."""
        return evolve(self, where=where)

    def to_json(self, lang: Lang = "zh") -> dict[str, object]:
        """The shape of the design's `check` findings."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message(lang),
            "heading": self.heading,
            "where": self.where.to_json(),
            "table": self.where.table,
            "indicator": self.where.level3,
            "column": self.where.column,
            "raw": self.raw,
            "count": self.count,
            "items": [item.to_json() for item in self.items],
            "cite": self.cite,
        }


def finding(
    code: str,
    where: Where = NOWHERE,
    /,
    *,
    raw: str | None = None,
    cite: str | None = None,
    related: tuple[Where, ...] = (),
    **context: object,
) -> Finding:
    """A finding of the catalogue: severity and heading come from there, figures from `context`."""
    entry = CATALOGUE[code]
    return Finding(
        code=code,
        severity=Severity(entry.severity),
        where=where,
        context=tuple((name, str(value)) for name, value in context.items()),
        raw=raw,
        cite=cite,
        heading=entry.heading,
        related=related,
    )


def fold_repeats(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """One finding per code and table where it repeats, with the count and the places listed.

    The first of a group stands for it; order is that of first appearance.
    """
    groups: dict[tuple[str, int | None, str | None], list[Finding]] = {}
    for one in findings:
        key = (one.code, one.where.table_index, one.where.table)
        groups.setdefault(key, []).append(one)
    return tuple(
        group[0]
        if len(group) == 1
        else evolve(
            group[0],
            count=len(group),
            items=tuple(one.where for one in group),
        )
        for group in groups.values()
    )


class JixiaoError(Exception):
    """The root of what jixiao raises: misuse, or something the caller asked to be strict about."""


class ValueSyntaxError(JixiaoError, ValueError):
    """An indicator value that could not be read, raised in strict mode only.

    `str()` shows the text with a caret under the place and what could stand there.
    """

    def __init__(self, message: str, text: str, start: int, end: int) -> None:
        super().__init__(message)
        self.text = text
        self.start = start
        self.end = end


class RulesetError(JixiaoError, ValueError):
    """A ruleset that cannot be used; carries what is wrong with it as findings."""

    def __init__(self, message: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings


class MissingExtraError(JixiaoError, ImportError):
    """A feature whose packages are not installed; `extra` is the name that installs them.

    >>> print(MissingExtraError("xlsx"))
    这一功能需要另装一个组件：请运行 pip install "jixiao[xlsx]" 后重试
    """

    def __init__(self, extra: str) -> None:
        super().__init__(word("missing_extra", extra=extra))
        self.extra = extra
