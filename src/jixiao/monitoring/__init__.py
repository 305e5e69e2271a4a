"""Mid-year: what is due by a date, what runs behind, will the year be reached. No points."""

from __future__ import annotations

from jixiao.monitoring.document import monitor_document
from jixiao.monitoring.due import By
from jixiao.monitoring.progress import Progress, Standing
from jixiao.monitoring.report import MonitorReport
from jixiao.monitoring.statuses import IndicatorStatus, MoneyStatus, TableStatus

__all__ = [
    "By",
    "IndicatorStatus",
    "MoneyStatus",
    "MonitorReport",
    "Progress",
    "Standing",
    "TableStatus",
    "monitor_document",
]
