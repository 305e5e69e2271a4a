"""A tree that was seen, as the lines of its 【指标】, every guess said in a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.drafting.form_text import comment
from jixiao.expressions.text import name_text
from jixiao.level_names import base_name
from jixiao.source import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jixiao.drafting.forms_seen import FormSeen
    from jixiao.drafting.trees_seen import Fixed, LevelSeen
    from jixiao.rules import IndicatorRule

__all__ = ["tree_lines"]


def tree_lines(
    form: FormSeen,
    tree: Sequence[LevelSeen],
    scales: Mapping[str, str],
    above: tuple[IndicatorRule, ...],
) -> Iterator[str]:
    """The 【指标】 of a form; `scales` are the scales by word, `above` the parent's tree for it."""
    if not tree:
        return
    weighed = any(column.role == "权重" for column in form.columns())
    yield comment("tree_weights" if weighed else "tree")
    yield f"【指标 {name_text(form.name)}】"
    for level in tree:
        known = _of_name(above, level.name)
        if known is None:
            weight = ["权重 自填"] if weighed else []
            demand = ["必填"] if level.always else []
            yield _said(f"一级 {name_text(squeeze(level.name))}", [*demand, *weight])
            yield from _seconds(level, (), scales)
        elif _new(level, known):
            yield f"一级 {name_text(known.name or level.name)}：沿用"
            yield from _seconds(level, known.children, scales)


def _new(level: LevelSeen, known: IndicatorRule) -> bool:
    """Whether a 一级 that the parent has too says anything that the parent does not."""
    return any(
        thirds or _of_name(known.children, second) is None for second, _, thirds in level.seconds
    )


def _seconds(
    level: LevelSeen, above: tuple[IndicatorRule, ...], scales: Mapping[str, str]
) -> Iterator[str]:
    for second, always, thirds in level.seconds:
        known = _of_name(above, second)
        if known is not None and not thirds:
            continue
        if thirds:
            yield "  " + comment("fixed", name=second)
        if known is not None:
            yield f"  二级 {name_text(known.name or second)}：沿用"
        else:
            demand = "必填" if always and thirds else "选填"
            yield f"  二级 {name_text(squeeze(second))}：{demand}"
        for fixed in thirds:
            yield "    " + _fixed(fixed, scales)


def _fixed(fixed: Fixed, scales: Mapping[str, str]) -> str:
    clauses = ["必填"]
    scale = scales.get(fixed.word or "")
    if scale is not None and fixed.word is not None:
        clauses.append(f"值 等级（{name_text(scale)}）")
        clauses.append(f"应为 {name_text(fixed.word)}")
    elif fixed.kinds and fixed.word is None:
        clauses.append(f"值 {' 或 '.join(fixed.kinds)}")
    return _said(f"三级 {name_text(fixed.name)}", clauses)


def _said(head: str, clauses: Sequence[str]) -> str:
    return f"{head}：{'，'.join(clauses)}" if clauses else head


def _of_name(rules: Sequence[IndicatorRule], name: str) -> IndicatorRule | None:
    wanted = base_name(squeeze(name))
    return next(
        (
            one
            for one in rules
            if wanted in {base_name(squeeze(other)) for other in (one.name or "", *one.aliases)}
        ),
        None,
    )
