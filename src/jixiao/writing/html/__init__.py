"""Reports as one HTML file each: read in a browser without a network, printed on A4, searched.

A report of several results is one page. The looks stand in `templates`, which opens each file with
a word to whoever changes it; the figures come from here, ready in words. The writers are called
with a result and `Settings`, as the table in `jixiao.writing.outputs` says.
"""

from __future__ import annotations

from jixiao.writing.html.check_page import check_page
from jixiao.writing.html.monitor_page import monitor_page
from jixiao.writing.html.recompute_page import recompute_page
from jixiao.writing.html.score_page import scorecard_page

__all__ = ["check_page", "monitor_page", "recompute_page", "scorecard_page"]
