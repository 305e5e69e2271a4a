"""jixiao (绩效): reads, checks and scores China's budget performance tables.

Every name below is loaded when it is first used, so `import jixiao` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_HOMES: Mapping[str, str] = MappingProxyType(
    {
        "Actual": "values",
        "Actuals": "actuals",
        "CheckReport": "checking",
        "Context": "values",
        "Document": "tables",
        "Finding": "findings",
        "Findings": "finding_lists",
        "IndicatorScore": "scoring",
        "JixiaoError": "findings",
        "Library": "library",
        "MonitorReport": "monitoring",
        "RecomputeReport": "recomputing",
        "Ruleset": "rules",
        "RulesetError": "findings",
        "Scorecard": "evaluation",
        "Severity": "findings",
        "Summary": "summaries",
        "Table": "tables",
        "Value": "values",
        "ValueSyntaxError": "findings",
        "Verdict": "values",
        "Verification": "verifying",
        "Where": "findings",
        "check": "facade",
        "evaluate": "facade",
        "load": "facade",
        "monitor": "facade",
        "parse_actual": "parsing",
        "parse_value": "parsing",
        "read": "facade",
        "read_actuals": "facade",
        "read_form": "official.verbs",
        "render": "writing.results",
        "save": "writing.results",
        "recompute": "facade",
        "schema": "schemas",
        "score": "facade",
        "summarize": "facade",
        "verify": "facade",
        "write_form": "official.verbs",
    }
)
"""Public name to the module that holds it."""

__all__ = sorted(_HOMES)  # noqa: PLE0605  # a test holds it against __init__.pyi
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """The public name, from its module."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"jixiao.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """The public names."""
    return [*__all__, "__version__"]
