"""The papers that go out at each stage, as workbooks and as text documents.

目标: 修改意见单 and 审核表. What a paper says is laid out once (`jixiao.paper`), each format
draws it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.papers.checked import check_papers
from jixiao.writing.docx_files import docx_bytes
from jixiao.writing.paper_sheets import paper_workbook
from jixiao.writing.workbooks import workbook_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.checking import CheckReport
    from jixiao.writing.settings import Settings

__all__ = ["check_docx", "check_xlsx"]


def check_xlsx(reports: Sequence[CheckReport], settings: Settings) -> bytes:
    """修改意见单 and 审核表 of some files, a sheet each."""
    return workbook_bytes(paper_workbook(check_papers(reports, settings)))


def check_docx(reports: Sequence[CheckReport], settings: Settings) -> bytes:
    """修改意见单 and 审核表 of some files, each on pages of its own."""
    return docx_bytes(check_papers(reports, settings), settings.lang)
