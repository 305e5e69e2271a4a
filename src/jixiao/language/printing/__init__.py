"""A ruleset as text: the inverse of `parse`, in the one form there is; one room a section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.expressions.text import names_text
from jixiao.language.printing.checks import band_lines, check_lines
from jixiao.language.printing.header import header_lines
from jixiao.language.printing.indicators import level_lines
from jixiao.language.printing.marks import heading
from jixiao.language.printing.scoring import scoring_lines
from jixiao.language.printing.tables import table_lines
from jixiao.language.printing.vocabulary import vocabulary_lines

if TYPE_CHECKING:
    from jixiao.rules import Ruleset

__all__ = ["format_ruleset"]


def format_ruleset(ruleset: Ruleset) -> str:
    r"""The text of a ruleset, two spaces a level; what it reads as equals the ruleset.

    Raises:
        ValueError: a name or text that the language cannot write (see `name_text`).

    >>> from jixiao.language import parse
    >>> text = format_ruleset(parse("规则集 试验-2024\n地区:420000 湖北省\n年度:2024\n"
    ...                             "生效:2024年1月1日\n依据:“样式”核实")[0])
    >>> print(text, end="")
    规则集 试验-2024
    地区：420000 湖北省
    年度：2024
    生效：2024年1月1日
    依据：“样式” 核实
    """
    sections = [
        list(header_lines(ruleset)),
        list(vocabulary_lines(ruleset.vocabulary)),
        *(list(table_lines(table)) for table in ruleset.tables),
        *(
            [f"【指标 {names_text(tree.tables)}】", *level_lines(tree.roots, 0)]
            for tree in ruleset.trees
        ),
        list(scoring_lines(ruleset.scoring)),
        heading("【校验】", [line for check in ruleset.checks for line in check_lines(check)]),
        list(band_lines(ruleset.bands)) if ruleset.bands is not None else [],
    ]
    return "\n\n".join("\n".join(lines) for lines in sections if lines) + "\n"
