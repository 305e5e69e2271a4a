"""Installed packages that add to the library: found late, in the order of their names.

A package that cannot be loaded is a finding and never a traceback: the rest goes on without it.
"""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING, TypeVar

from jixiao.findings import Finding, Where, finding

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["EXTENSIONS", "extended_by_plugins", "failed", "package_of", "points_of"]

EXTENSIONS = "jixiao.extensions"
"""The entry-point group: a name, and `def extend(library: Library) -> Library`."""

T = TypeVar("T")


def points_of(group: str) -> tuple[EntryPoint, ...]:
    """The entry points of a group, sorted by name and package."""
    return tuple(sorted(metadata.entry_points(group=group), key=lambda one: (one.name, one.value)))


def package_of(point: EntryPoint) -> str:
    """The package that an entry point came with."""
    return point.dist.name if point.dist is not None else point.module


def failed(point: EntryPoint, what: str) -> Finding:
    """What is said of a package that could not be loaded."""
    return finding(
        "R80", Where(), raw=point.value, word=point.name, package=package_of(point), what=what
    )


def extended_by_plugins(library: T) -> tuple[T, tuple[Finding, ...]]:
    """The library with every installed extension that works, and what is said of those that fail.

    Of two extensions of one name the first is taken.
    """
    findings: list[Finding] = []
    taken: dict[str, EntryPoint] = {}
    for point in points_of(EXTENSIONS):
        before = taken.setdefault(point.name, point)
        if before is not point:
            one, other = package_of(before), package_of(point)
            told = finding("R81", Where(), raw=point.value, word=point.name, one=one, other=other)
            findings.append(told)
            continue
        try:
            found = point.load()(library)
        except Exception as error:  # noqa: BLE001 - somebody else's package must not stop a run
            findings.append(failed(point, f"{type(error).__name__}: {error}"))
            continue
        if isinstance(found, type(library)):
            library = found
        else:
            findings.append(failed(point, f"extend → {type(found).__name__}"))
    return library, tuple(findings)
