"""Lines of text for a terminal: each on one line and harmless, the colours of severities kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.findings import Severity
from jixiao.harmless import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jixiao.writing.settings import Settings

__all__ = ["harmless_lines"]


def harmless_lines(lines: Iterable[str], settings: Settings) -> Iterator[str]:
    """The lines, each on one line and harmless; the colours of our own severities are kept.

    A severity is coloured where it stands first on an indented line, and nowhere else: a text that
    holds the same codes is written out.
    """
    heads = _heads(settings)
    for line in lines:
        head = next((one for one in heads if line.startswith(one)), "")
        yield head + visible(line[len(head) :])


def _heads(settings: Settings) -> tuple[str, ...]:
    paint = settings.paint
    if paint is None:
        return ()
    return tuple(f"  {paint(one, one.label(settings.lang))}" for one in Severity)
