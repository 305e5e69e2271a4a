"""The lines of a file of cases gathered into cases, one at a time, with what must be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.cases.expecting import expected_findings
from jixiao.cases.faults import unknown_thing
from jixiao.cases.inputs import input_findings
from jixiao.cases.items import read_items
from jixiao.cases.keys import EXPECTED, HEADS, INPUTS, FormKeys, form_keys
from jixiao.cases.model import Case, Item
from jixiao.findings import Finding, Where, finding
from jixiao.source import Origin, fold

if TYPE_CHECKING:
    from jixiao.limits import Limits
    from jixiao.rules import Ruleset, TableRule

__all__ = ["Gathering"]


class Gathering:
    """The cases read so far, and the one being read."""

    def __init__(self, rules: Ruleset, file: str | None, limits: Limits) -> None:
        self.rules, self.file, self.limits = rules, file, limits
        self.cases: list[Case] = []
        self.findings: list[Finding] = []
        self.names: dict[str, Origin] = {}
        self.count = 0
        self._begin()

    def _begin(self) -> None:
        self.start: Origin | None = None
        self.name: Item | None = None
        self.table: Item | None = None
        self.form: TableRule | None = None
        self.keys: FormKeys | None = None
        self.inputs: list[Item] = []
        self.expected: list[Item] = []
        self.lines: list[tuple[str, tuple[Item, ...]]] = []
        self.heads: dict[str, Origin] = {}
        self.problems = 0

    def say(self, one: Finding) -> None:
        """Take a problem down; a case that has one is not tried."""
        self.problems += 1
        self.findings.append(one)

    def line(self, number: int, line: str) -> bool:
        """Read one line; false where there are too many."""
        self.count += 1
        origin = Origin(file=self.file, line=number, column=len(line) - len(line.lstrip()) + 1)
        if self.count > self.limits.ruleset_lines:
            self.say(finding("L11", Where(origin=origin), limit=self.limits.ruleset_lines))
            return False
        if len(line) > self.limits.ruleset_line_chars:
            where = Where(origin=origin)
            self.say(finding("L14", where, size=len(line), limit=self.limits.ruleset_line_chars))
            return True
        folded = fold(line)
        head, colon, _ = folded.partition(":")
        name = head.strip()
        if not colon:
            word = line.strip()[:20]
            self.say(finding("R51", Where(origin=origin), raw=word, word=word))
            return True
        if name == "规则集" and self.start is None and not self.names:
            return True
        self.start = self.start or origin
        self._statement(name, line, len(head) + 1, origin)
        self.heads.setdefault(name, origin)
        return True

    def _statement(self, name: str, line: str, at: int, origin: Origin) -> None:
        rest = line[at:].strip()
        column = at + len(line[at:]) - len(line[at:].lstrip()) + 1
        place = Origin(file=self.file, line=origin.line, column=column)
        if name in ("名称", "表") and name in self.heads:
            self.say(
                finding(
                    "R54",
                    Where(origin=origin),
                    raw=name,
                    related=(Where(origin=self.heads[name]),),
                    word=name,
                )
            )
        elif not rest and name in HEADS:
            self.say(finding("R59", Where(origin=origin), raw=name, key=name, wanted=_wanted(name)))
        elif name == "名称":
            self.name = Item(name, rest, place)
        elif name == "表":
            self._open_table(Item(name, rest, place))
        elif name == "输入":
            self.inputs += self._items(line, at, INPUTS, origin, name)
        elif name == "期望":
            self.expected += self._items(line, at, EXPECTED, origin, name)
        else:
            self._of_table(name, line, at, origin)

    def _items(
        self, line: str, at: int, known: tuple[str, ...], origin: Origin, place: str
    ) -> tuple[Item, ...]:
        read = read_items(line, at, known, origin, place=place)
        for one in read.findings:
            self.say(one)
        return read.items

    def _open_table(self, item: Item) -> None:
        self.table = item
        self.form = self.rules.table(item.text)
        if self.form is None:
            names = tuple(one.name for one in self.rules.tables)
            self.say(unknown_thing(self.rules, "表", item, names))
        else:
            self.keys = form_keys(self.form)

    def _of_table(self, name: str, line: str, at: int, origin: Origin) -> None:
        """A line of a table: 项, 指标, or the name of a block."""
        keys = self.keys
        blocks = () if keys is None else tuple(keys.blocks)
        if keys is not None and name in ("项", "指标", *blocks):
            known = (
                keys.fields
                if name == "项"
                else tuple(keys.columns if name == "指标" else keys.blocks[name])
            )
            self.lines.append((name, self._items(line, at, known, origin, name)))
            return
        if self.table is not None and keys is None:
            return  # the form is not known, and that was said
        from jixiao.language.words import nearest

        words = (*HEADS, *blocks) if keys is not None else ("名称", "输入", "期望", "表")
        self.say(
            finding(
                "R50",
                Where(origin=origin),
                raw=name,
                word=name,
                place="行首",
                expected="、".join(words),
                nearest=nearest(name, words) or "",
            )
        )

    def close(self) -> None:
        """End the case being read, at an empty line or at the end of the file."""
        if self.start is None:
            self._begin()
            return
        self._complete(self.start)
        case = Case(
            name="" if self.name is None else self.name.text,
            inputs=tuple(self.inputs),
            expected=tuple(self.expected),
            table=None if self.form is None else self.form.name,
            lines=tuple(self.lines),
            origin=self.start,
        )
        whole = not self.problems
        for one in (
            *input_findings(case, self.rules, whole=whole),
            *expected_findings(case, self.rules, whole=whole),
        ):
            self.say(one)
        if not self.problems:
            self.cases.append(case)
        self._begin()

    def _complete(self, start: Origin) -> None:
        name = "（没有名称）" if self.name is None else self.name.text
        given = "、".join(
            f"“{what}”"
            for what, there in (
                ("名称", "名称" in self.heads),
                ("输入", bool({"输入", "表"} & set(self.heads))),
                ("期望", "期望" in self.heads),
            )
            if not there
        )
        if given and not self.problems:
            self.say(finding("R53", Where(origin=start), word=name, what=given))
        if "输入" in self.heads and "表" in self.heads:
            self.say(finding("R61", Where(origin=start), word=name, one="“输入”", other="“表”"))
        if self.name is None:
            return
        if name in self.names:
            above = (Where(origin=self.names[name]),)
            where = Where(origin=self.name.origin)
            self.say(finding("R55", where, raw=name, related=above, word=name))
        self.names.setdefault(name, self.name.origin)


def _wanted(head: str) -> str:
    examples = {
        "名称": "一句话，如“合格率差一点”",
        "输入": "如“指标值 ≥98%，实际完成值 95%，分值 10”",
        "期望": "如“得分 9.69，未达成”",
        "表": "规则集里一张表的名称",
        "项": "如“资金总额 72”",
        "指标": "如“三级指标 预算执行率，指标值 100%”",
    }
    return examples[head]
