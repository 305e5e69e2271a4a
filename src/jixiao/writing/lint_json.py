"""What is to be said of rule files, as JSON for editors and machines: jixiao/lint/1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.findings import Finding, Where
    from jixiao.lineages import Loaded

__all__ = ["lint_json"]

Lang = Literal["zh", "en"]
_NOTES = ("nearest", "expected", "spaced", "advice", "advice_flat", "available")


def lint_json(results: Iterable[tuple[str, Loaded]], lang: Lang = "zh") -> dict[str, object]:
    """One object a file or id that was asked for, each with its findings in order."""
    files = [
        {
            "asked": asked,
            "ruleset": loaded.ruleset.id if loaded.ruleset is not None else None,
            "usable": loaded.usable,
            "findings": [_finding(one, lang) for one in loaded.findings],
        }
        for asked, loaded in results
    ]
    return {"schema": "jixiao/lint/1", "files": files}


def _finding(one: Finding, lang: Lang) -> dict[str, object]:
    context = dict(one.context)
    return {
        "code": one.code,
        "severity": one.severity.value,
        "message": one.message(lang),
        **_place(one.where),
        "raw": one.raw,
        "related": [_place(other) for other in one.related],
        "notes": {name: context[name] for name in _NOTES if context.get(name)},
    }


def _place(where: Where) -> dict[str, object]:
    origin = where.origin
    return {"file": origin.file, "line": origin.line, "column": origin.column}
