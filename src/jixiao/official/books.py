"""Forms as one workbook: a sheet each, and the hidden sheet by which they are known again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.form_marks import MARKS_SHEET
from jixiao.official.grid import laid_out
from jixiao.official.marks import marks_sheet
from jixiao.sheets import Workbook
from jixiao.writing.sheet_text import sheet_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.official.marks import Origins
    from jixiao.official.model import Form

__all__ = ["form_book"]


def form_book(forms: Sequence[Form], origins: Origins) -> Workbook:
    """The workbook of some forms; sheets are named by the project, else by the title."""
    wanted = [
        f"{one.index + 1}.{one.name or one.title}" if len(forms) > 1 else one.title for one in forms
    ]
    names = sheet_names((MARKS_SHEET, *wanted))[1:]
    laid = [laid_out(one, name) for one, name in zip(forms, names, strict=True)]
    marks = marks_sheet(origins, (mark for one in laid for mark in one.marks))
    title = forms[0].title if forms else ""
    return Workbook((*(one.sheet for one in laid), marks), title=title)
