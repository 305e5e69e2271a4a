"""The house has one way down: a module imports only from floors below its own."""

from __future__ import annotations

import ast
from pathlib import Path

import jixiao

ROOT = Path(jixiao.__file__).parent

FLOORS: tuple[tuple[str, ...], ...] = (
    ("limits", "messages.entry", "source"),
    (
        "messages.language",
        "messages.limits",
        "messages.scores",
        "messages.sense",
        "messages.tables",
        "messages.template",
        "messages.values",
        "messages.words",
    ),
    ("messages",),
    ("findings",),
)
"""Bottom first; docs/architecture.md prints the same table."""


def module_names() -> dict[str, Path]:
    """Every module of the package by its name below `jixiao`."""
    names = {}
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        names[".".join(part for part in parts if part != "__init__")] = path
    return names


def imports_of(path: Path) -> set[str]:
    """The modules below `jixiao` that a file imports, wherever in the file it does so."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.ImportFrom(module=str(module)) if module.startswith("jixiao."):
                found.add(module.removeprefix("jixiao."))
            case ast.ImportFrom(module="jixiao", names=names):
                found.update(alias.name for alias in names)
            case ast.Import(names=names):
                found.update(
                    alias.name.removeprefix("jixiao.")
                    for alias in names
                    if alias.name.startswith("jixiao.")
                )
            case _:
                pass
    return found
