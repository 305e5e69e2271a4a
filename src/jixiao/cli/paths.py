"""Which files the arguments of a command mean: files, folders and patterns, on every platform."""

from __future__ import annotations

import glob
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["KINDS", "STANDARD_INPUT", "Expanded", "expand", "file_bytes"]

STANDARD_INPUT = "-"
"""The name that means what is piped in."""
KINDS = frozenset(
    {".txt", ".md", ".csv", ".tsv", ".xlsx", ".xlsm", ".xltx", ".xls", ".et", ".ods"}
    | {".docx", ".docm", ".pdf", ".html", ".htm"}
)
"""The endings that are looked for in a folder; a file that is named is read whatever it ends in."""
_HIDDEN = (".", "~$")
_PATTERN = frozenset("*?[")


@frozen
class Expanded:
    """The files meant, each once and in order, and the arguments that mean none."""

    files: tuple[str, ...]
    empty: tuple[str, ...] = ()


def expand(arguments: Iterable[str]) -> Expanded:
    """The files that arguments mean, in their order; those of a folder or a pattern sorted.

    A folder means the files of known kinds in it and below it, but none that is hidden. A pattern
    is expanded here, since not every shell does; `**` goes into folders. What is no file, no folder
    and no pattern is kept, so that opening it says what is wrong.

    >>> expand(["no/such/file.txt"]).files
    ('no/such/file.txt',)
    >>> expand(["no/such/*.txt"]).empty
    ('no/such/*.txt',)
    """
    files: dict[str, str] = {}
    empty: list[str] = []
    for argument in arguments:
        found = list(_meant(argument))
        if not found:
            empty.append(argument)
        for name in found:
            files.setdefault(os.path.normcase(os.path.realpath(name)), name)
    return Expanded(tuple(files.values()), tuple(empty))


def file_bytes(name: str) -> bytes:
    """The bytes of a file, or of standard input where the name is `-`; raises `OSError`."""
    return sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()


def _meant(argument: str) -> Iterator[str]:
    path = Path(argument)
    if path.is_dir():
        yield from _within(path)
    elif path.exists() or not _PATTERN & set(argument):
        yield argument
    else:
        for name in sorted(glob.glob(argument, recursive=True)):  # noqa: PTH207 - absolute too
            if Path(name).is_dir():
                continue
            yield name


def _within(folder: Path) -> Iterator[str]:
    """The files of known kinds below a folder, sorted; links to folders are not followed."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(_HIDDEN))
        for name in sorted(names):
            if Path(name).suffix.lower() in KINDS and not name.startswith(_HIDDEN):
                yield str(Path(place) / name)
