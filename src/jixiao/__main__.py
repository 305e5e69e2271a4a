"""`python -m jixiao` is the command `jixiao`."""

from __future__ import annotations

from jixiao.cli import main

main()
