"""Work for other processes, where they can import it; some of it brings its process down."""

from __future__ import annotations

import os

import jixiao
from jixiao.cli.batch import Outcome


def fragile(name: str) -> Outcome:
    """Brings its process down for one name, and fails for another."""
    if name == "塌":
        os._exit(9)
    if name == "错":
        raise ZeroDivisionError
    return Outcome(name)


def scored_by(rules: jixiao.Ruleset) -> tuple[jixiao.Ruleset, str]:
    """A ruleset that came from elsewhere, and what it gives."""
    return rules, str(jixiao.score("≥98%", "49%", weight=10, ruleset=rules).points)
