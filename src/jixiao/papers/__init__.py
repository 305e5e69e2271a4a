"""The papers that go out at each stage, as workbooks and as text documents.

目标: 修改意见单, 审核表. 监控: 预警清单, 监控表. 自评: 汇总表, 自评表. 复核: 复核表, 底稿.
What a paper says is laid out once (`jixiao.paper`), each format draws it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.papers.checked import check_papers
from jixiao.papers.evaluated import scorecard_papers
from jixiao.papers.recomputed import recompute_papers
from jixiao.papers.watched import monitor_papers
from jixiao.writing.docx_files import docx_bytes
from jixiao.writing.paper_sheets import paper_workbook
from jixiao.writing.workbooks import workbook_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.checking import CheckReport
    from jixiao.evaluation import Scorecard
    from jixiao.monitoring import MonitorReport
    from jixiao.recomputing import RecomputeReport
    from jixiao.writing.settings import Settings

__all__ = [
    "check_docx",
    "check_xlsx",
    "monitor_docx",
    "monitor_xlsx",
    "recompute_docx",
    "recompute_xlsx",
    "scorecard_docx",
    "scorecard_xlsx",
]


def check_xlsx(reports: Sequence[CheckReport], settings: Settings) -> bytes:
    """修改意见单 and 审核表 of some files, a sheet each."""
    return workbook_bytes(paper_workbook(check_papers(reports, settings)))


def check_docx(reports: Sequence[CheckReport], settings: Settings) -> bytes:
    """修改意见单 and 审核表 of some files, each on pages of its own."""
    return docx_bytes(check_papers(reports, settings), settings.lang)


def monitor_xlsx(report: MonitorReport, settings: Settings) -> bytes:
    """预警清单 and 监控表 of a file, a sheet each."""
    return workbook_bytes(paper_workbook(monitor_papers(report, settings)))


def monitor_docx(report: MonitorReport, settings: Settings) -> bytes:
    """预警清单 and 监控表 of a file, each on pages of its own."""
    return docx_bytes(monitor_papers(report, settings), settings.lang)


def scorecard_xlsx(card: Scorecard, settings: Settings) -> bytes:
    """汇总表 and 自评表 of a scorecard, a sheet each."""
    return workbook_bytes(paper_workbook(scorecard_papers(card, settings)))


def scorecard_docx(card: Scorecard, settings: Settings) -> bytes:
    """汇总表 and 自评表 of a scorecard, each on pages of its own."""
    return docx_bytes(scorecard_papers(card, settings), settings.lang)


def recompute_xlsx(reports: Sequence[RecomputeReport], settings: Settings) -> bytes:
    """复核表 and 底稿 of some files, a sheet each."""
    return workbook_bytes(paper_workbook(recompute_papers(reports, settings)))


def recompute_docx(reports: Sequence[RecomputeReport], settings: Settings) -> bytes:
    """复核表 and 底稿 of some files, each on pages of its own."""
    return docx_bytes(recompute_papers(reports, settings), settings.lang)
