"""The house has one way down: imports go to floors below, and no room runs in circles."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import jixiao

ROOT = Path(jixiao.__file__).parent

FLOORS: tuple[tuple[str, ...], ...] = (
    (
        "form_marks",
        "handed",
        "harmless",
        "intervals",
        "level_names",
        "lexicon",
        "limits",
        "markup",
        "periods",
        "personal",
        "schemas",
        "sheets",
        "source",
    ),
    ("csv_rows", "messages", "money_names", "paper"),
    ("csv_cells", "findings"),
    ("directions", "finding_json", "units"),
    ("finding_lists",),
    ("values",),
    ("actuals", "parsing"),
    ("masking",),
    ("printed_grades", "rows", "totals"),
    ("tables",),
    ("expressions",),
    ("functions",),
    ("rules",),
    ("inheritance",),
    ("plugins",),
    ("language", "rule_files"),
    ("lineages",),
    ("library",),
    ("candidates", "linting"),
    ("checking", "scoring"),
    ("evaluation",),
    ("monitoring",),
    ("reading",),
    ("cases", "drafting", "recomputing", "verifying"),
    ("summaries",),
    ("writing",),
    ("official",),
    ("papers",),
    ("facade",),
    ("cli",),
    ("__main__",),
)
"""Rooms from the ground up: a room is a module or a package directly below `jixiao`."""

FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}


def module_names() -> dict[str, Path]:
    """Every module of the package by its name below `jixiao`, the front door left out."""
    names = {}
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        names[".".join(part for part in parts if part != "__init__")] = path
    del names[""]
    return names


MODULES = module_names()


def imports_of(path: Path) -> set[str]:
    """The modules below `jixiao` that a file imports, wherever in the file it does so."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.ImportFrom(module=str(module), names=names) if module.startswith("jixiao."):
                home = module.removeprefix("jixiao.")
                inside = {f"{home}.{alias.name}" for alias in names}
                found |= inside & set(MODULES) or {home}
            case ast.ImportFrom(module="jixiao", names=names):
                found |= {alias.name for alias in names} & set(MODULES)
            case ast.Import(names=names):
                found |= {alias.name.removeprefix("jixiao.") for alias in names} & set(MODULES)
            case _:
                pass
    return found


def room(module: str) -> str:
    """The room a module stands in."""
    return module.partition(".")[0]


def test_every_room_has_a_floor() -> None:
    assert {room(module) for module in MODULES} == set(FLOOR)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_floors_below(module: str) -> None:
    wrong = {
        other
        for other in imports_of(MODULES[module])
        if room(other) != room(module) and FLOOR[room(other)] >= FLOOR[room(module)]
    }

    assert wrong == set()


def test_inside_a_room_too_imports_go_one_way() -> None:
    graph = {module: imports_of(path) for module, path in MODULES.items()}

    TopologicalSorter(graph).prepare()


@pytest.mark.parametrize("module", MODULES)
def test_a_module_does_not_use_its_own_rooms_front_door(module: str) -> None:
    assert module == room(module) or room(module) not in imports_of(MODULES[module])


@pytest.mark.parametrize("module", MODULES)
def test_a_module_opens_with_what_it_knows(module: str) -> None:
    docstring = ast.get_docstring(ast.parse(MODULES[module].read_text(encoding="utf-8")))

    assert docstring is not None
    assert len(docstring.split()[0]) > 0


@pytest.mark.parametrize("module", MODULES)
def test_no_module_evaluates_text_or_unpickles(module: str) -> None:
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}

    assert not names & {"eval", "exec", "compile", "__import__"}
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in [ast.alias(getattr(node, "module", None) or ""), *node.names]
    }
    assert not imported & {"pickle", "marshal", "shelve"}


def test_no_module_bears_the_name_of_a_verb() -> None:
    verbs = {"parse_value", "parse_actual", "score", "read", "load", "check", "evaluate", "verify"}
    verbs |= {"monitor", "recompute"}

    assert not {module.rpartition(".")[2] for module in MODULES} & verbs


def test_the_page_on_architecture_names_every_room() -> None:
    page = (ROOT.parent.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    hidden = {"__main__"}

    assert [name for name in FLOOR if f"`{name}`" not in page and name not in hidden] == []
