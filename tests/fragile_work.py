"""Work that brings its process down, in a module that other processes can import."""

from __future__ import annotations

import os

from jixiao.cli.batch import Outcome


def fragile(name: str) -> Outcome:
    """Brings its process down for one name, and fails for another."""
    if name == "塌":
        os._exit(9)
    if name == "错":
        raise ZeroDivisionError
    return Outcome(name)
