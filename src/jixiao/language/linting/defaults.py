"""Whether 默认 names methods that fit (R02, R15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.language.linting.vocabulary import unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.language.places import Places
    from jixiao.rules import Ruleset

__all__ = ["check_defaults"]


def check_defaults(ruleset: Ruleset, places: Places) -> Iterator[Finding]:
    """Methods of 默认 that there are not, or that are not for the kind."""
    known = [one.name for one in ruleset.scoring.methods]
    for default in ruleset.scoring.defaults:
        kinds = {kind.kind for kind in default.kinds}
        for name in default.methods:
            method = ruleset.scoring.method(name)
            if method is None:
                yield unknown(places, default.origin, name, known)
            elif method.kinds and not kinds & {one.kind for one in method.kinds}:
                what = f"“{name}”不适用于{'、'.join(sorted(kinds))}"
                yield places.doubt("R15", places.of_word(name, default.origin), name, what=what)
