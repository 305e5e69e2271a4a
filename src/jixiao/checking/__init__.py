"""Table × ruleset → findings: what the form demands, what its 校验 say, what good sense asks."""

from __future__ import annotations

from jixiao.checking.document import check_document, check_table
from jixiao.checking.report import CheckReport

__all__ = ["CheckReport", "check_document", "check_table"]
