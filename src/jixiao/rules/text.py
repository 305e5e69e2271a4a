"""The tests of a cell and citations as the rule language writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.expressions.text import figure_text, name_text, quoted_text, sign_text

if TYPE_CHECKING:
    from jixiao.rules.cells import Test, Tests
    from jixiao.rules.citations import Citation

__all__ = ["citation_text", "tests_text"]


def tests_text(tests: Tests) -> str:
    """A cell of a decision table, or what follows 应为."""
    return " 或 ".join(" 且 ".join(_test(test) for test in group) for group in tests)


def _test(test: Test) -> str:
    if test.sign == "-":
        said = "-"
    else:
        sign = "" if test.sign == "=" else sign_text(test.sign)
        word = name_text(test.word) if test.word is not None else ""
        said = sign + (word if test.number is None else figure_text(test.number, test.unit))
    return f"非 {said}" if test.negated else said


def citation_text(cite: Citation) -> str:
    """A citation as 依据 writes it, with its status where one was stated."""
    parts = [
        quoted_text(one.title)
        if one.quoted
        else f"《{one.title}》" + (f"（{one.number}）" if one.number else "") + (one.article or "")
        for one in cite.sources
    ]
    if not cite.stated:
        return "、".join(parts)
    gap = "" if parts and parts[-1][-1] in "》）" else " "
    return "、".join(parts) + gap + ("核实" if cite.verified else "待核")
