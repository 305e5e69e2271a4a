"""The front door: what `import jixiao` offers, its stub, and nothing else."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import jixiao

STUB = Path(jixiao.__file__).with_suffix(".pyi")


def stub_names() -> set[str]:
    """The names that the stub re-exports."""
    tree = ast.parse(STUB.read_text(encoding="utf-8"))
    return {
        alias.asname
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.asname
    }


def test_all_is_sorted_and_every_name_is_there() -> None:
    assert list(jixiao.__all__) == sorted(jixiao.__all__)
    assert all(getattr(jixiao, name) is not None for name in jixiao.__all__)


def test_the_stub_says_the_same() -> None:
    assert stub_names() == set(jixiao.__all__)


def test_every_name_stands_on_the_page_about_the_library() -> None:
    page = (Path(__file__).parent.parent / "docs" / "api.md").read_text(encoding="utf-8")

    assert [name for name in jixiao.__all__ if not re.search(rf"\b{name}\b", page)] == []


def test_dir_lists_the_public_names_only() -> None:
    assert set(dir(jixiao)) == {*jixiao.__all__, "__version__"}


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'no_such_name'"):
        jixiao.no_such_name  # type: ignore[attr-defined]  # noqa: B018


def test_the_version_is_that_of_the_package() -> None:
    pyproject = Path(__file__).parent.parent / "pyproject.toml"

    assert f'version = "{jixiao.__version__}"' in pyproject.read_text(encoding="utf-8")
