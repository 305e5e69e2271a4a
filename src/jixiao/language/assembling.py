"""Lines put together into a ruleset, before inheritance."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define, evolve, field, frozen

from jixiao.findings import Finding, Where, finding
from jixiao.language.lines import Reading, expression_of
from jixiao.language.statements import Line, Opening, Property, Row, Statement, Word
from jixiao.rules import (
    Bands,
    Change,
    Check,
    ColumnRule,
    Completion,
    DecisionRow,
    DecisionTable,
    DefaultMethods,
    Exclusion,
    FieldRule,
    GroupRule,
    IndicatorRule,
    Merge,
    Method,
    Phrase,
    Rounding,
    Ruleset,
    Scale,
    Scoring,
    Synonym,
    TableRule,
    Tests,
    Tolerance,
    Tree,
    UnitRule,
    Vocabulary,
)
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jixiao.expressions import Expression
    from jixiao.limits import Limits

__all__ = ["Assembly", "assemble"]

T = TypeVar("T")

_HEAD = {"region": "地区", "year": "年度", "effective": "生效", "cite": "依据"}


@frozen
class Assembly:
    """A ruleset as its file says it, and what is wrong with the way it is put together."""

    ruleset: Ruleset | None
    findings: tuple[Finding, ...]


@define
class _Section:
    """A heading and the lines below it."""

    opening: Opening | None
    lines: list[tuple[int, Line]] = field(factory=list)


@define
class _Assembler:
    """The findings of one file, and the numbers of its lines that could not be read."""

    text: str
    file: str | None
    limits: Limits
    broken: frozenset[int]
    findings: list[Finding] = field(factory=list)

    def origin(self, number: int, start: int) -> Origin:
        """The place of an offset on a line."""
        before = max(self.text.rfind("\n", 0, start), self.text.rfind("\r", 0, start))
        return Origin(file=self.file, line=number, column=start - before)

    def doubt(self, code: str, number: int, start: int, raw: str = "", **context: str) -> None:
        """Note a finding at an offset of a line."""
        where = Where(origin=self.origin(number, start))
        found = finding(code, where, raw=raw or None, cite=None, related=(), **context)
        self.findings.append(found)

    def broken_below(self, number: int, after: int) -> bool:
        """Whether a line between two lines could not be read."""
        return any(number < one <= after for one in self.broken)


def assemble(reading: Reading, text: str, file: str | None, limits: Limits) -> Assembly:
    """The ruleset that the lines make; None where there is no line 规则集."""
    work = _Assembler(text, file, limits, frozenset(number for number, _ in reading.broken))
    sections = _sections(reading.lines)
    head, rest = sections[0], sections[1:]
    attributes = _head(work, head)
    of_kind: dict[str, list[_Section]] = {}
    for section in rest:
        if section.opening is not None:
            of_kind.setdefault(section.opening.kind, []).append(section)
    if "id" not in attributes:
        return Assembly(None, tuple(work.findings))
    ruleset = Ruleset(
        **attributes,
        vocabulary=_vocabulary(of_kind.get("vocabulary", ())),
        tables=_tables(work, of_kind.get("table", ())),
        trees=_trees(work, of_kind.get("tree", ())),
        scoring=_scoring(work, of_kind.get("scoring", ())),
        bands=_bands(work, of_kind.get("bands", ())),
        checks=_checks(work, of_kind.get("checks", ())),
    )
    return Assembly(ruleset, tuple(work.findings))


def _sections(lines: Iterable[tuple[int, Line]]) -> list[_Section]:
    sections = [_Section(None)]
    for number, line in lines:
        if isinstance(line, Opening):
            sections.append(_Section(line))
        else:
            sections[-1].lines.append((number, line))
    return sections


def _properties(
    work: _Assembler,
    lines: Sequence[tuple[int, Property]],
    repeatable: frozenset[str] = frozenset(),
) -> dict[str, Any]:
    """Properties by key; one that is said twice is a finding, and the first counts."""
    found: dict[str, Any] = {}
    for number, line in lines:
        if line.key in found and line.key not in repeatable:
            raw = line.span.of(work.text)
            work.doubt("R21", number, line.span.start, raw, what=line.label)
        elif line.key in repeatable:
            found[line.key] = (*found.get(line.key, ()), line.value)
        else:
            found[line.key] = line.value
    return found


def _head(work: _Assembler, section: _Section) -> dict[str, Any]:
    lines = [(number, one) for number, one in section.lines if isinstance(one, Property)]
    found = _properties(work, lines)
    name = found.pop("id", None)
    first = lines[0] if lines else None
    if not isinstance(name, Word) or first is None:
        return {}
    number = next(number for number, one in lines if one.key == "id")
    found |= {"id": name.text, "origin": work.origin(number, name.span.start)}
    found.setdefault("title", "")
    last = section.lines[-1][0]
    missing = [word for key, word in _HEAD.items() if found.get(key) is None]
    for word in missing:
        if not any(one <= last + len(missing) for one in work.broken):
            work.doubt("R05", number, name.span.start, name.text, what=word, wanted=_WANTED[word])
    return found


_WANTED = {
    "地区": "如“地区：320600 江苏省南通市”",
    "年度": "如“年度：2025”",
    "生效": "如“生效：2025年1月1日 至 2025年12月31日”",
    "依据": "如“依据：《办法》（财预〔2020〕10号）待核”，没有文件的写明所依据的表样",
}


def _nodes(sections: Iterable[_Section], kind: type[T]) -> tuple[T, ...]:
    return tuple(
        line.node
        for section in sections
        for _, line in section.lines
        if isinstance(line, Statement) and isinstance(line.node, kind)
    )


def _vocabulary(sections: Sequence[_Section]) -> Vocabulary:
    return Vocabulary(
        _nodes(sections, Scale),
        _nodes(sections, Synonym),
        _nodes(sections, UnitRule),
        _nodes(sections, Phrase),
    )


# ── 表 ──


def _tables(work: _Assembler, sections: Sequence[_Section]) -> tuple[TableRule, ...]:
    tables: dict[str, TableRule] = {}
    for section in sections:
        if section.opening is None:
            continue
        name = section.opening.names[0]
        number = _line_of(section, work)
        table = _table(work, section, name, number)
        if name.text in tables:
            work.doubt(
                "R09", number, name.span.start, name.text, what=f"【表 {name.text}】写了两次"
            )
            continue
        tables[name.text] = table
    return tuple(tables.values())


def _line_of(section: _Section, work: _Assembler) -> int:
    start = section.opening.span.start if section.opening else 0
    before = work.text[:start]
    return before.count("\n") + before.count("\r") - before.count("\r\n") + 1


def _table(work: _Assembler, section: _Section, name: Word, number: int) -> TableRule:
    attributes: dict[str, Any] = {}
    changes: dict[str, Change] = {}
    groups: list[GroupRule] = []
    for line_number, line in section.lines:
        match line:
            case Property(key="rows", value=rows):
                if not groups:
                    _stray(work, line_number, line, "明细 …")
                elif groups[-1].rows:
                    _twice(work, line_number, line)
                else:
                    groups[-1] = evolve(groups[-1], rows=_as_names(rows))
            case Property(key=key, value=value):
                if key in attributes:
                    _twice(work, line_number, line)
                elif isinstance(value, tuple) and value and isinstance(value[0], Change | None):
                    changes[key] = value[0] or Change.NONE
                    attributes[key] = value[1]
                else:
                    attributes[key] = value
            case Statement(node=GroupRule() as node):
                groups.append(node)
            case _:
                pass
    return TableRule(
        name=name.text,
        fields=_nodes([section], FieldRule),
        groups=tuple(groups),
        columns=_nodes([section], ColumnRule),
        changed=tuple(key for key, change in changes.items() if change is not Change.NONE),
        origin=work.origin(number, name.span.start),
        **attributes,
    )


def _as_names(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, tuple) else ()


def _stray(work: _Assembler, number: int, line: Property | Row, owner: str) -> None:
    if work.broken_below(0, number):
        return
    raw = line.label if isinstance(line, Property) else "|"
    work.doubt("R23", number, line.span.start, raw, word=raw, owner=f"“{owner}”")


def _twice(work: _Assembler, number: int, line: Property) -> None:
    work.doubt("R21", number, line.span.start, line.span.of(work.text), what=line.label)


# ── 指标 ──


@define
class _Branch:
    """An indicator rule whose children are still being read."""

    node: IndicatorRule
    children: list[_Branch] = field(factory=list)

    def closed(self) -> IndicatorRule:
        """The rule with all its children; at most four levels deep."""
        return evolve(self.node, children=tuple(child.closed() for child in self.children))


def _trees(work: _Assembler, sections: Sequence[_Section]) -> tuple[Tree, ...]:
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
        origin = work.origin(_line_of(section, work), first)
        trees.append(Tree(names, tuple(branch.closed() for branch in roots), origin))
    return tuple(trees)


_LEVEL_WORDS = ("目标", "一级", "二级", "三级")


# ── 计分 ──


def _scoring(work: _Assembler, sections: Sequence[_Section]) -> Scoring:
    methods: list[Method] = []
    for section in sections:
        method: Method | None = None
        lines: list[tuple[int, Property | Row]] = []
        for number, line in section.lines:
            if isinstance(line, Statement):
                if method is not None:
                    methods.append(_method(work, method, lines))
                method = line.node if isinstance(line.node, Method) else None
                lines = []
            elif isinstance(line, Property | Row):
                if method is None:
                    _stray(work, number, line, "方法 …")
                lines.append((number, line))
        if method is not None:
            methods.append(_method(work, method, lines))
    return Scoring(
        _nodes(sections, Rounding),
        _nodes(sections, Completion),
        _nodes(sections, DefaultMethods),
        _nodes(sections, Merge),
        tuple(methods),
        _nodes(sections, Exclusion),
        _nodes(sections, Tolerance),
    )


_REPEATABLE = frozenset({"deductions"})


def _method(
    work: _Assembler, method: Method, lines: Sequence[tuple[int, Property | Row]]
) -> Method:
    properties = [(number, one) for number, one in lines if isinstance(one, Property)]
    attributes = _properties(work, properties, _REPEATABLE)
    rows = [(number, one) for number, one in lines if isinstance(one, Row)]
    inputs = attributes.pop("table", None)
    end = lines[-1][0] if lines else 0
    if inputs is not None:
        table = _decision_table(work, inputs, rows)
        if table is not None:
            attributes["table"] = table
    elif rows:
        _stray(work, rows[0][0], rows[0][1], "分档：…")
    start = method.origin.line or 0
    ways = [word for key, word in _WAYS.items() if key in attributes]
    plain = method.change is Change.NONE and not work.broken_below(
        start, max(start, end) + 1 + len(work.broken)
    )
    if method.change is Change.NONE and len(ways) > 1:
        work.findings.append(
            finding("R21", Where(origin=method.origin), raw=method.name, what="、".join(ways))
        )
    if plain and not ways and inputs is None:
        where = Where(origin=method.origin)
        work.findings.append(
            finding("R26", where, raw=method.name, what="得分率、得分或者分档中的一种")
        )
    return evolve(method, **attributes)


_WAYS = {"rate": "得分率", "points": "得分", "table": "分档"}


def _decision_table(
    work: _Assembler, inputs: tuple[Word, ...], rows: Sequence[tuple[int, Row]]
) -> DecisionTable | None:
    """The table of 分档: its first row names the inputs and, last, the result."""
    if len(rows) > work.limits.decision_rows:
        number, row = rows[work.limits.decision_rows]
        work.doubt("L16", number, row.span.start, limit=str(work.limits.decision_rows))
        return None
    names = tuple(word.text for word in inputs)
    if not rows:
        work.doubt(
            "R26", _number(work, inputs[0]), inputs[0].span.start, inputs[0].text, what="分档的各行"
        )
        return None
    header = [_header_cell(cell) for cell in rows[0][1].cells]
    if header[:-1] != list(names):
        work.doubt(
            "R25",
            rows[0][0],
            rows[0][1].span.start,
            rows[0][1].span.of(work.text),
            wanted=" | ".join((*names, "得分率")),
        )
        return None
    body = []
    for number, row in rows[1:]:
        if len(row.cells) != len(header):
            work.doubt(
                "R25",
                number,
                row.span.start,
                row.span.of(work.text),
                wanted=f"{len(header)} 格",
            )
            continue
        cells = tuple(_as_tests(cell) for cell in row.cells)
        body.append(DecisionRow(cells, work.origin(number, row.span.start)))
    return DecisionTable(names, header[-1], tuple(body))


def _number(work: _Assembler, word: Word) -> int:
    before = work.text[: word.span.start]
    return before.count("\n") + before.count("\r") - before.count("\r\n") + 1


def _as_tests(cell: object) -> Tests:
    return cell if isinstance(cell, tuple) else ()


def _header_cell(cell: object) -> str:
    tests = _as_tests(cell)
    return (tests[0][0].word or "") if tests and tests[0] else ""


# ── 等次 ──

_UNSAID = Decimal(0)
"""满分 that is not said: a child keeps its parent's."""


def _bands(work: _Assembler, sections: Sequence[_Section]) -> Bands | None:
    if not sections or sections[0].opening is None:
        return None
    if len(sections) > 1 and sections[1].opening is not None:
        opening = sections[1].opening
        number = _line_of(sections[1], work)
        work.doubt("R09", number, opening.span.start, "【等次】", what="【等次】写了两次")
    section = sections[0]
    properties = [(number, one) for number, one in section.lines if isinstance(one, Property)]
    attributes = _properties(work, properties)
    rows = [(number, one) for number, one in section.lines if isinstance(one, Row)]
    attributes.pop("doc", None)
    origins: list[Origin] = []
    body = []
    for number, row in rows[1:]:
        if len(row.cells) != 2:  # noqa: PLR2004 - 等次 and 得分
            raw = row.span.of(work.text)
            work.doubt("R25", number, row.span.start, raw, wanted="2 格")
            continue
        body.append((_header_cell(row.cells[0]), _as_tests(row.cells[1])))
        origins.append(work.origin(number, row.span.start))
    opening = sections[0].opening
    if rows and [_header_cell(cell) for cell in rows[0][1].cells] != ["等次", "得分"]:
        number, row = rows[0]
        raw = row.span.of(work.text)
        work.doubt("R25", number, row.span.start, raw, wanted="等次 | 得分")
    if opening.change is Change.NONE and "full" not in attributes and not work.broken:
        work.doubt("R26", _line_of(section, work), opening.span.start, "【等次】", what="满分")
    return Bands(
        full=attributes.get("full", _UNSAID),
        rows=tuple(body),
        cite=attributes.get("cite"),
        change=opening.change,
        origin=work.origin(_line_of(section, work), opening.span.start),
        row_origins=tuple(origins),
    )


# ── 校验 ──


def _checks(work: _Assembler, sections: Sequence[_Section]) -> tuple[Check, ...]:
    checks = []
    for section in sections:
        check: Check | None = None
        lines: list[tuple[int, Property]] = []
        for number, line in section.lines:
            if isinstance(line, Statement) and isinstance(line.node, Check):
                if check is not None:
                    checks.append(_check(work, check, lines))
                check, lines = line.node, []
            elif isinstance(line, Property):
                if check is None:
                    _stray(work, number, line, "校验 …")
                lines.append((number, line))
        if check is not None:
            checks.append(_check(work, check, lines))
    return tuple(checks)


def _check(work: _Assembler, check: Check, lines: Sequence[tuple[int, Property]]) -> Check:
    attributes = _properties(work, lines)
    if "scope" in attributes:
        attributes["scope"], attributes["each"] = attributes["scope"]
    message = attributes.pop("message", None)
    if isinstance(message, Word):
        line = next(number for number, one in lines if one.key == "message")
        attributes["message"] = _template(work, message, line)
    start, end = check.origin.line or 0, lines[-1][0] if lines else 0
    complete = not work.broken_below(start, max(end, start) + 1 + len(work.broken))
    if check.change is Change.NONE and complete:
        for key, word in (("scope", "对象"), ("condition", "条件")):
            if key not in attributes:
                where = Where(origin=check.origin)
                work.findings.append(finding("R26", where, raw=check.code, what=word))
    return evolve(check, **attributes)


def _template(work: _Assembler, message: Word, number: int) -> tuple[str | Expression, ...]:
    """The pieces of a 提示: text, and the expressions between braces."""
    pieces: list[Any] = []
    text, start = message.text, message.span.start + 1
    while text:
        plain, brace, rest = text.partition("{")
        if plain:
            pieces.append(plain)
        if not brace:
            break
        inside, closing, text = rest.partition("}")
        start += len(plain) + 1
        if not closing:
            work.doubt("R29", number, start - 1, "{", word="{", wanted="}")
            break
        origin = work.origin(number, start)
        read = expression_of(inside, start, origin, work.limits)
        if isinstance(read, Finding):
            column = (origin.column or 1) + (read.where.origin.column or 1) - 1
            place = Origin(file=work.file, line=number, column=column)
            work.findings.append(read.at(Where(origin=place)))
        else:
            pieces.append(read)
        start += len(inside) + 1
    return tuple(pieces)
