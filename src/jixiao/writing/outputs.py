"""Which writer makes which result into which format: one table, each imported when it is needed.

To add a format, add a row to `WRITERS`. The function that a row names is called with the result and
`Settings`, and gives back text, or bytes where the row says `binary`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal, cast

from attrs import frozen

from jixiao.harmless import without_controls
from jixiao.writing.masking import shown_only
from jixiao.writing.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = [
    "WRITERS",
    "Kind",
    "Writer",
    "formats_of",
    "one_output",
    "suffix_format",
    "text_of",
    "writer_of",
]

Kind = Literal[
    "value",
    "score",
    "document",
    "check",
    "monitor",
    "recompute",
    "scorecard",
    "summary",
    "verification",
]


@frozen
class Writer:
    """A row of the table: what it writes and where the function stands (`module:function`).

    The module is one of `jixiao.writing`, or of the `room` that is named, which may stand above:
    it is imported when it is called. A `joint` writer makes one output of the results of many
    files: it is given a tuple of them.
    """

    kind: Kind
    form: str
    home: str
    binary: bool = False
    joint: bool = False
    room: str = "jixiao.writing"

    @property
    def function(self) -> Callable[[object, Settings], str | bytes]:
        """The function that writes."""
        module, _, name = self.home.partition(":")
        held = getattr(import_module(f"{self.room}.{module}" if module else self.room), name)
        return cast("Callable[[object, Settings], str | bytes]", held)

    def write(self, result: object, settings: Settings = Settings()) -> str | bytes:  # noqa: B008 - frozen
        """The result in this format.

        >>> from jixiao.checking import CheckReport
        >>> print(writer_of("check", "text").write(CheckReport()))
        没有发现问题。
        """
        given = (result,) if self.joint and not isinstance(result, tuple) else result
        if not settings.personal and self.kind not in _TYPED:
            given, settings = shown_only(given, settings)
        made = self.function(given, settings)
        return without_controls(made) if self.form == "html" and isinstance(made, str) else made


_TYPED = frozenset({"value", "score"})
"""Kinds that hold only what was typed in for them: no table stands behind them."""


def _paper(kind: Kind, form: str, *, joint: bool = False) -> Writer:
    """The writer of the papers of a kind."""
    return Writer(kind, form, f":{kind}_{form}", binary=True, joint=joint, room="jixiao.papers")


WRITERS: tuple[Writer, ...] = (
    Writer("value", "text", "plain:value"),
    Writer("value", "json", "machine:value"),
    Writer("score", "text", "plain:score"),
    Writer("score", "json", "machine:result"),
    Writer("document", "text", "plain:document"),
    Writer("document", "json", "machine:document"),
    Writer("document", "csv", "tabular:document", joint=True),
    Writer("check", "text", "plain:check"),
    Writer("check", "json", "machine:worded"),
    Writer("check", "sarif", "sarif:check", joint=True),
    Writer("check", "csv", "tabular:check", joint=True),
    Writer("check", "html", "html:check_page", joint=True),
    _paper("check", "xlsx", joint=True),
    _paper("check", "docx", joint=True),
    Writer("monitor", "text", "plain:monitor"),
    Writer("monitor", "json", "machine:result"),
    Writer("monitor", "html", "html:monitor_page"),
    _paper("monitor", "xlsx"),
    _paper("monitor", "docx"),
    Writer("recompute", "text", "plain:recomputation"),
    Writer("recompute", "json", "machine:worded"),
    Writer("recompute", "sarif", "sarif:recomputation", joint=True),
    Writer("recompute", "html", "html:recompute_page", joint=True),
    _paper("recompute", "xlsx", joint=True),
    _paper("recompute", "docx", joint=True),
    Writer("scorecard", "text", "plain:scorecard"),
    Writer("scorecard", "json", "machine:result"),
    Writer("scorecard", "csv", "tabular:scorecard"),
    Writer("scorecard", "html", "html:scorecard_page"),
    _paper("scorecard", "xlsx"),
    _paper("scorecard", "docx"),
    Writer("summary", "text", "plain:summary"),
    Writer("summary", "json", "machine:worded"),
    Writer("summary", "csv", "tabular:summary"),
    Writer("verification", "text", "plain:verification"),
    Writer("verification", "json", "machine:result"),
)
"""Every format that is offered, by kind of result: the first of a kind is what it is by default."""

_SUFFIXES = (
    ("txt", "text"),
    ("json", "json"),
    ("sarif", "sarif"),
    ("html", "html"),
    ("htm", "html"),
    ("xlsx", "xlsx"),
    ("docx", "docx"),
    ("csv", "csv"),
)


def writer_of(kind: Kind, form: str) -> Writer:
    """The writer of a kind into a format.

    Raises:
        ValueError: that kind cannot be written so; the message names the formats that it can.
    """
    for one in WRITERS:
        if (one.kind, one.form) == (kind, form):
            return one
    raise ValueError(f"a {kind} is written as {', '.join(formats_of(kind))}, not {form!r}")


def text_of(kind: Kind, form: str, result: object, settings: Settings) -> str:
    """The result in a format that is text."""
    made = writer_of(kind, form).write(result, settings)
    return made if isinstance(made, str) else made.decode("utf-8")


def formats_of(kind: Kind) -> tuple[str, ...]:
    """The formats that a kind can be written in.

    >>> formats_of("score")
    ('text', 'json')
    """
    return tuple(one.form for one in WRITERS if one.kind == kind)


def suffix_format(path: str) -> str | None:
    """The format that the ending of a file's name stands for, or None.

    >>> suffix_format("报告.HTML"), suffix_format("报告")
    ('html', None)
    """
    name, dot, suffix = path.rpartition(".")
    return dict(_SUFFIXES).get(suffix.lower()) if name and dot else None


def one_output(parts: Iterable[str | bytes]) -> bytes:
    """What writers gave back, as the bytes of one file; half a pair of characters is escaped."""
    return b"".join(
        one if isinstance(one, bytes) else one.encode("utf-8", "backslashreplace") for one in parts
    )
