"""【指标 …】: the tree that the levels of the lines make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, evolve, field

from jixiao.language.assembling.workshop import Assembler, Section, line_of
from jixiao.language.statements import Statement
from jixiao.rules import IndicatorRule, Tree

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["trees_of"]


@define
class _Branch:
    """An indicator rule whose children are still being read."""

    node: IndicatorRule
    children: list[_Branch] = field(factory=list)

    def closed(self) -> IndicatorRule:
        """The rule with all its children; at most four levels deep."""
        return evolve(self.node, children=tuple(child.closed() for child in self.children))


_LEVEL_WORDS = ("目标", "一级", "二级", "三级")


def trees_of(work: Assembler, sections: Sequence[Section]) -> tuple[Tree, ...]:
    """The trees of all sections; a level without the level above it is R09."""
    trees = []
    for section in sections:
        if section.opening is None:
            continue
        roots: list[_Branch] = []
        open_branches: list[_Branch] = []
        for number, line in section.lines:
            if not isinstance(line, Statement) or not isinstance(line.node, IndicatorRule):
                continue
            node = line.node
            while open_branches and open_branches[-1].node.level >= node.level:
                open_branches.pop()
            expected = node.level - 1
            above = open_branches[-1].node.level if open_branches else None
            if node.level > 1 and above != expected and not work.broken_below(0, number):
                word = _LEVEL_WORDS[node.level]
                work.doubt(
                    "R09",
                    number,
                    line.span.start,
                    line.span.of(work.text),
                    what=f"{word}“{node.name or '任意'}”的前面没有{_LEVEL_WORDS[expected]}",
                )
            branch = _Branch(node)
            (open_branches[-1].children if open_branches else roots).append(branch)
            open_branches.append(branch)
        names = tuple(word.text for word in section.opening.names)
        first = section.opening.names[0].span.start
        origin = work.origin(line_of(section, work), first)
        trees.append(Tree(names, tuple(branch.closed() for branch in roots), origin))
    return tuple(trees)
