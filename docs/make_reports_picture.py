"""The picture on the page about reports, made anew: `python docs/make_reports_picture.py`.

It needs Chromium and Pillow (which pdfplumber brings). The picture is the opening of the monitoring
report of the example, so it shows what the command writes and nothing else.
"""

# ruff: noqa: INP001 - a script beside the pages, no package

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import jixiao

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "reports.png"
SIZE = (1240, 800)
COLOURS = 64


def main() -> None:
    """Write the picture."""
    from PIL import Image

    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        sys.exit("Chromium is not installed: the picture stays as it is.")
    examples = ROOT / "examples"
    report = jixiao.monitor(
        jixiao.read((examples / "jiangsu-nantong-2025.txt").read_bytes(), file="绩效目标表.txt"),
        jixiao.read_actuals(
            (examples / "nantong-2025-midyear-illustrative.csv").read_bytes(), file="执行情况.csv"
        ),
        as_of=date(2025, 6, 30),
    )
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        page, shot = Path(folder) / "report.html", Path(folder) / "report.png"
        jixiao.save(report, page)
        subprocess.run(  # noqa: S603 - our own page in the browser that was found
            [
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                f"--user-data-dir={folder}/profile",
                f"--window-size={SIZE[0]},{SIZE[1]}",
                f"--screenshot={shot}",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
        )
        Image.open(shot).convert("RGB").quantize(COLOURS).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
