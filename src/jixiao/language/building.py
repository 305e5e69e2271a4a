"""Parse trees of lines, turned into what each line says."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from jixiao.findings import Finding, Severity, Where, finding
from jixiao.language.expression_building import ExpressionBuilder
from jixiao.language.statements import Line, Opening, Property, Row, Statement, Word
from jixiao.rules import (
    Change,
    Check,
    Citation,
    ColumnRule,
    Completion,
    Deduction,
    DefaultMethods,
    Demand,
    Exclusion,
    FieldRule,
    GroupColumn,
    GroupRule,
    IndicatorRule,
    KindRule,
    Merge,
    Method,
    Phrase,
    Region,
    Rounding,
    Scale,
    Synonym,
    Tolerance,
    UnitRule,
)
from jixiao.source import Origin, Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from lark import Token

    from jixiao.language.statements import Node

__all__ = ["LineBuilder"]

_LEVELS = {"一级": 1, "二级": 2, "三级": 3}
_DEMANDS = ("required", "at_least", "at_most", "severity")
_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_LAST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LABELS = {
    "required": "必填/选填",
    "at_least": "至少",
    "at_most": "至多",
    "severity": "须修改/请说明/建议完善",
    "due": "截至",
    "role": "作为",
    "kinds": "值",
    "aliases": "别名",
    "choices": "可选",
    "cite": "依据",
    "change": "沿用",
    "weight": "权重",
    "weight_total": "合计权重",
    "units": "单位",
    "expected": "应为",
    "methods": "计分",
}


class LineBuilder(ExpressionBuilder):
    """One line's tree to an `Opening`, a `Statement`, a `Property` or a `Row`.

    What is wrong with a line that reads well (a date that is none, a clause said twice) goes to
    `findings`.
    """

    def __init__(self, line: str, offset: int, origin: Origin) -> None:
        super().__init__(line, offset)
        self.origin = origin
        self.findings: list[Finding] = []

    def place(self, span: Span) -> Origin:
        """The origin of a stretch of the line."""
        column = span.start - self.offset + 1
        return Origin(file=self.origin.file, line=self.origin.line, column=column)

    def doubt(self, code: str, span: Span, **context: str) -> None:
        """Note a finding about a stretch of the line."""
        raw = self.line[span.start - self.offset : span.end - self.offset]
        where = Where(origin=self.place(span))
        found = finding(code, where, raw=raw, cite=None, related=(), word=raw, **context)
        self.findings.append(found)

    def whole(self) -> Span:
        """The line without the white space around it."""
        start = len(self.line) - len(self.line.lstrip())
        return Span(self.offset + start, self.offset + len(self.line.rstrip()))

    def _property(self, key: str, label: str, value: object) -> Property:
        return Property(key, label, value, self.whole())

    def _statement(self, node: Node, span: Span) -> Statement:
        return Statement(node, span)

    def modify(self, _: Sequence[Token]) -> Change:
        """`change: MODIFY`."""
        return Change.MODIFY

    def cancel(self, _: Sequence[Token]) -> Change:
        """`change: CANCEL`."""
        return Change.CANCEL

    # ── 【…】 ──

    def open_vocabulary(self, _: Sequence[object]) -> Line:
        """`section: "【" _WORDS "】"`."""
        return Opening("vocabulary", self.whole())

    def open_table(self, children: Sequence[Word]) -> Line:
        """`section: "【" _TABLE name "】"`."""
        return Opening("table", self.whole(), (children[0],))

    def open_tree(self, children: Sequence[tuple[Word, ...]]) -> Line:
        """`section: "【" _TREE names "】"`."""
        return Opening("tree", self.whole(), children[0])

    def open_scoring(self, _: Sequence[object]) -> Line:
        """`section: "【" _SCORE "】"`."""
        return Opening("scoring", self.whole())

    def open_checks(self, _: Sequence[object]) -> Line:
        """`section: "【" _CHECKS "】"`."""
        return Opening("checks", self.whole())

    def open_bands(self, children: Sequence[Change | None]) -> Line:
        """`section: "【" [change] _BANDS "】"`."""
        return Opening("bands", self.whole(), (), children[0] or Change.NONE)

    # ── 规则集的开头 ──

    def ruleset(self, children: Sequence[Token]) -> Line:
        """`head: RULESET RSID`."""
        name = children[1]
        return Property("id", "规则集", Word(self.written(name), self.span(name)), self.span(name))

    def title(self, children: Sequence[Word]) -> Line:
        """`head: _TITLE ":" text`."""
        return self._property("title", "名称", children[0].text)

    def inherits(self, children: Sequence[Token]) -> Line:
        """`head: _PARENT ":" RSID`."""
        return Property("inherits", "继承", self.written(children[0]), self.span(children[0]))

    def region(self, children: Sequence[Any]) -> Line:
        """`head: _REGION ":" INT name`."""
        code, name = children
        if len(code) != 6:  # noqa: PLR2004 - GB/T 2260
            self.doubt(
                "R05",
                self.span(code),
                what="地区",
                wanted="应为六位行政区划代码和名称，如“320600 江苏省南通市”",
            )
        return self._property("region", "地区", Region(str(code), name.text))

    def year(self, children: Sequence[Token]) -> Line:
        """`head: _YEAR ":" INT`."""
        token = children[0]
        if len(token) != 4:  # noqa: PLR2004 - a year
            self.doubt("R05", self.span(token), what="年度", wanted="应为四位年份，如“2025”")
            return self._property("year", "年度", None)
        return self._property("year", "年度", int(token))

    def effective(self, children: Sequence[Token | None]) -> Line:
        """`head: _EFFECTIVE ":" DATE [_TO DATE]`."""
        start, end = (self._date(one) if one is not None else None for one in children)
        if start and end and start > end:
            self.doubt("R06", self.whole(), what="止日早于起日")
        return self._property("effective", "生效", (start, end) if start else None)

    def _date(self, token: Token) -> date | None:
        parts = _DATE.fullmatch(token)
        try:
            return date(*(int(part) for part in parts.groups())) if parts else None
        except ValueError:
            self.doubt("R28", self.span(token))
            return None

    def syntax(self, children: Sequence[Token]) -> Line:
        """`head: _SYNTAX ":" INT`."""
        if str(children[0]) != "1":
            self.doubt("R24", self.span(children[0]))
        return self._property("syntax", "语法", 1)

    def needs(self, children: Sequence[tuple[Word, ...]]) -> Line:
        """`head: _NEEDS ":" names`."""
        return self._property("needs", "需要", _texts(children[0]))

    def source(self, children: Sequence[Citation]) -> Line:
        """`origin: _SOURCE ":" citation`."""
        return self._property("cite", "依据", children[0])

    def doc(self, children: Sequence[Word]) -> Line:
        """`origin: _DOC ":" text`."""
        return self._property("doc", "说明", children[0].text)

    # ── 词汇 ──

    def scale(self, children: Sequence[Word | Token]) -> tuple[str, ...]:
        """`scale: name (GT name)+`."""
        return tuple(one.text for one in children if isinstance(one, Word))

    def scale_line(self, children: Sequence[Any]) -> Line:
        """`vocabulary_line: [change] SCALE name [":" scale]`."""
        change, _, name, grades = children
        node = Scale(name.text, grades or (), change or Change.NONE, self.place(name.span))
        return self._declared(node, name.span, grades, "等级的各档")

    def synonym_line(self, children: Sequence[Any]) -> Line:
        """`vocabulary_line: [change] SYNONYM name [":" names]`."""
        change, _, name, others = children
        origin = self.place(name.span)
        node = Synonym(name.text, _texts(others), change or Change.NONE, origin)
        return self._declared(node, name.span, others, "同义的词")

    def unit_line(self, children: Sequence[Any]) -> Line:
        """`vocabulary_line: [change] UNIT names [EQ number name]`."""
        change, _, names, _, figure, base = children
        factor = figure[0] if figure else None
        origin = self.place(names[0].span)
        node = UnitRule(
            _texts(names), factor, base.text if base else None, change or Change.NONE, origin
        )
        return Statement(node, names[0].span)

    def phrase_line(self, children: Sequence[Any]) -> Line:
        """`vocabulary_line: [change] PHRASE name [EQ expr]`."""
        change, _, name, _, expression = children
        node = Phrase(name.text, expression, change or Change.NONE, self.place(name.span))
        return self._declared(node, name.span, expression, "= 后面的算式")

    def _declared(self, node: Any, span: Span, content: object, what: str) -> Line:  # noqa: ANN401
        """The statement; only 取消 may leave out what comes after the name."""
        if content is None and node.change is not Change.CANCEL:
            self.doubt("R26", span, what=what)
        return Statement(node, span)

    # ── 表 ──

    def table_aliases(self, children: Sequence[tuple[Word, ...]]) -> Line:
        """`table_line: _ALIAS ":" names`."""
        return self._property("aliases", "别名", _texts(children[0]))

    def table_stage(self, children: Sequence[Any]) -> Line:
        """`table_line: [change] TABLE_STAGE ":" STAGE`."""
        return self._property("stage", "阶段", (children[0], str(children[2])))

    def table_money(self, children: Sequence[Any]) -> Line:
        """`table_line: [change] MONEY ":" name`."""
        return self._property("money_unit", "金额单位", (children[0], children[2].text))

    def table_blanks(self, children: Sequence[Any]) -> Line:
        """`table_line: [change] BLANKS ":" names`."""
        return self._property("blank_marks", "免填", (children[0], _texts(children[2])))

    def group_rows(self, children: Sequence[tuple[Word, ...]]) -> Line:
        """`table_line: _ROWS ":" names`."""
        return self._property("rows", "各行", _texts(children[0]))

    def path(self, children: Sequence[Word | Token]) -> tuple[Word, ...]:
        """`path: name (SLASH name)*`."""
        return tuple(one for one in children if isinstance(one, Word))

    def field_line(self, children: Sequence[Any]) -> Line:
        """`table_line: [change] FIELD path [":" field_clauses]`."""
        change, _, path, clauses = children
        span = Span(path[0].span.start, path[-1].span.end)
        attributes = self._clauses(clauses or ())
        node = FieldRule(
            path=_texts(path), change=change or Change.NONE, origin=self.place(span), **attributes
        )
        return Statement(node, span)

    def column_line(self, children: Sequence[Any]) -> Line:
        """`table_line: [change] COLUMN name [":" column_clauses]`."""
        change, _, name, clauses = children
        attributes = self._clauses(clauses or ())
        origin = self.place(name.span)
        node = ColumnRule(name=name.text, change=change or Change.NONE, origin=origin, **attributes)
        return Statement(node, name.span)

    def group_line(self, children: Sequence[Any]) -> Line:
        """`table_line: [change] GROUP name [":" group_columns]`."""
        change, _, name, columns = children
        origin = self.place(name.span)
        node = GroupRule(name.text, columns or (), (), change or Change.NONE, origin)
        return self._declared(node, name.span, columns, "明细的各列")

    def group_columns(self, children: Sequence[GroupColumn]) -> tuple[GroupColumn, ...]:
        """`group_columns: group_column ("," group_column)*`."""
        return tuple(children)

    def group_column(self, children: Sequence[Any]) -> GroupColumn:
        """`group_column: name kind [_ALIAS names]`."""
        name, kind, aliases = children
        return GroupColumn(name.text, kind, _texts(aliases))

    # ── 指标 ──

    def level_line(self, children: Sequence[Any]) -> Line:
        """`tree_line: [change] LEVEL (name | ANY) [":" level_clauses]`."""
        return self._indicator(children, _LEVELS[str(children[1])])

    def goal_line(self, children: Sequence[Any]) -> Line:
        """`tree_line: [change] GOAL (name | ANY) [":" level_clauses]`."""
        return self._indicator(children, 0)

    def _indicator(self, children: Sequence[Any], level: int) -> Line:
        change, _, name, clauses = children
        attributes = self._clauses(clauses or ())
        kept = attributes.pop("change", Change.NONE)
        span = name.span if isinstance(name, Word) else self.span(name)
        node = IndicatorRule(
            level=level,
            name=name.text if isinstance(name, Word) else None,
            change=change or kept,
            origin=self.place(span),
            **attributes,
        )
        return Statement(node, span)

    # ── 子句 ──

    def field_clauses(self, children: Sequence[Any]) -> tuple[Any, ...]:
        """`field_clauses: _field_clause ("," _field_clause)*`."""
        return tuple(children)

    column_clauses = field_clauses
    level_clauses = field_clauses

    def _clauses(self, clauses: Sequence[tuple[str, object]]) -> dict[str, Any]:
        """Clauses as attributes of a rule; one that is said twice is a finding."""
        attributes: dict[str, Any] = {}
        for key, value in clauses:
            if key in attributes:
                self.doubt("R21", self.whole(), what=_LABELS.get(key, key))
            attributes[key] = value
        demand = {key: attributes.pop(key) for key in _DEMANDS if key in attributes}
        self._check_demand(demand)
        if demand:
            attributes["demand"] = Demand(**demand)
        if "weight_filled" in attributes and "weight" in attributes:
            self.doubt("R21", self.whole(), what="权重")
        scale, tests = attributes.pop("expected", (None, ()))
        return attributes | ({"expected": tests, "expected_scale": scale} if tests else {})

    def _check_demand(self, demand: dict[str, Any]) -> None:
        least, most = demand.get("at_least"), demand.get("at_most")
        if least is not None and most is not None and least > most:
            self.doubt("R19", self.whole(), what=f"至少 {least} 项，至多 {most} 项")
        if demand.get("required") and 0 in (least, most):
            self.doubt("R19", self.whole(), what="必填，而项数可以为 0")

    def required(self, _: Sequence[Token]) -> tuple[str, object]:
        """`demand: REQUIRED`."""
        return "required", True

    def optional(self, _: Sequence[Token]) -> tuple[str, object]:
        """`demand: OPTIONAL`."""
        return "required", False

    def severity(self, children: Sequence[Token]) -> tuple[str, object]:
        """`demand: SEVERITY`."""
        return "severity", Severity.of_label(str(children[0]))

    def at_least(self, children: Sequence[Token]) -> tuple[str, object]:
        """`count: _AT_LEAST INT _ITEMS`."""
        return "at_least", int(children[0])

    def at_most(self, children: Sequence[Token]) -> tuple[str, object]:
        """`count: _AT_MOST INT _ITEMS`."""
        return "at_most", int(children[0])

    def due(self, children: Sequence[Token]) -> tuple[str, object]:
        """`due: _DUE DAY`; 6月底 is the last day of June."""
        month_text, _, day_text = str(children[0]).partition("月")
        month = int(month_text)
        last = _LAST_DAYS[month - 1] if 1 <= month <= 12 else 0  # noqa: PLR2004 - months
        day = last if day_text == "底" else int(day_text.rstrip("日"))
        if not 1 <= day <= last:
            self.doubt("R28", self.span(children[0]))
            return "due", None
        return "due", (month, 28 if (month, day_text) == (2, "底") else day)

    def role(self, children: Sequence[Token]) -> tuple[str, object]:
        """`role: _AS ROLE`."""
        return "role", str(children[0])

    def value_kind(self, children: Sequence[tuple[KindRule, ...]]) -> tuple[str, object]:
        """`cell_clause: _VALUE kinds`."""
        return "kinds", children[0]

    def also_called(self, children: Sequence[tuple[Word, ...]]) -> tuple[str, object]:
        """`cell_clause: _ALIAS names`."""
        return "aliases", _texts(children[0])

    def allowed(self, children: Sequence[tuple[Word, ...]]) -> tuple[str, object]:
        """`cell_clause: _ONE_OF choices`."""
        return "choices", _texts(children[0])

    def cited_clause(self, children: Sequence[Citation]) -> tuple[str, object]:
        """`cell_clause: _SOURCE citation`."""
        return "cite", children[0]

    def keep(self, _: Sequence[Token]) -> tuple[str, object]:
        """`level_clause: KEEP`."""
        return "change", Change.KEEP

    def _points(self, figure: tuple[Decimal, str]) -> Decimal:
        """Points are no percentage."""
        number, unit = figure
        if unit == "%":
            start = self.offset + max(
                self.line.find(f"{number}%"), self.line.find(f"{number}％"), 0
            )
            self.doubt("R22", Span(start, start + len(f"{number}%")), better=str(number))
        return number

    def weight(self, children: Sequence[tuple[Decimal, str]]) -> tuple[str, object]:
        """`level_clause: _WEIGHT number`."""
        return "weight", self._points(children[0])

    def weight_filled(self, _: Sequence[Token]) -> tuple[str, object]:
        """`level_clause: _WEIGHT FILLED`."""
        return "weight_filled", True

    def weight_total(self, children: Sequence[tuple[Decimal, str]]) -> tuple[str, object]:
        """`level_clause: _TOTAL_WEIGHT number`."""
        return "weight_total", self._points(children[0])

    def units(self, children: Sequence[tuple[Word, ...]]) -> tuple[str, object]:
        """`level_clause: _IN_UNIT names`."""
        return "units", _texts(children[0])

    def expected(self, children: Sequence[Any]) -> tuple[str, object]:
        """`level_clause: _SHOULD [name] tests`."""
        scale, tests = children
        return "expected", (scale.text if scale else None, tests)

    def uses_method(self, children: Sequence[Word]) -> tuple[str, object]:
        """`level_clause: _COUNTED name (_OR name)*`."""
        return "methods", _texts(children)

    # ── 计分 ──

    def rounding_line(self, children: Sequence[Any]) -> Line:
        """`score_line: [change] ROUND ":" PLACE INT _DIGITS ["," CUT]`."""
        change, word, place, digits, cut = children
        span = self.span(word)
        if int(digits) > 6:  # noqa: PLR2004 - no form prints more
            self.doubt("R27", self.span(digits))
        side: Literal["逐项", "合计"] = "逐项" if str(place) == "逐项" else "合计"
        node = Rounding(side, int(digits), cut is not None, self.place(span), change or Change.NONE)
        return Statement(node, span)

    def completion_line(self, children: Sequence[Any]) -> Line:
        """`score_line: [change] RATIO CASE [":" expr]`."""
        change, word, case, expression = children
        span = Span(self.span(word).start, self.span(case).end)
        node = Completion(str(case), expression, change or Change.NONE, self.place(span))  # type: ignore[arg-type]
        return self._declared(node, span, expression, "算式")

    def default_line(self, children: Sequence[Any]) -> Line:
        """`score_line: [change] DEFAULT kinds [":" names]`."""
        change, word, kinds, names = children
        span = self.span(word)
        node = DefaultMethods(kinds, _texts(names), change or Change.NONE, self.place(span))
        return self._declared(node, span, names, "方法的名称")

    def merge_line(self, children: Sequence[Any]) -> Line:
        """`score_line: [change] MERGE kind [":" name ["," _WEIGHED_BY name]]`."""
        change, word, kind, how, by = children
        span = self.span(word)
        node = Merge(
            kind,
            how.text if how else "",
            by.text if by else None,
            change or Change.NONE,
            self.place(span),
        )
        return self._declared(node, span, how, "汇总的方法")

    def exclusion_line(self, children: Sequence[Any]) -> Line:
        """`score_line: [change] UNFIT [":" REST]`."""
        change, word, rest = children
        span = self.span(word)
        node = Exclusion(str(rest) == "折算", change or Change.NONE, self.place(span))
        return self._declared(node, span, rest, "折算或者剔除")

    def tolerance_line(self, children: Sequence[Any]) -> Line:
        """`score_line: [change] NEAR [":" number]`."""
        change, word, share = children
        span = self.span(word)
        found = None if share is None else _plain(share)
        node = Tolerance(found, change or Change.NONE, self.place(span))
        return self._declared(node, span, share, "相差多少以内，如 5%")

    def method_line(self, children: Sequence[Any]) -> Line:
        """`score_line: [change] METHOD name`."""
        change, _, name = children
        node = Method(name.text, change=change or Change.NONE, origin=self.place(name.span))
        return Statement(node, name.span)

    def applies_to(self, children: Sequence[object]) -> Line:
        """`score_line: _FOR ":" kinds`."""
        return self._property("kinds", "适用", children[0])

    def rate(self, children: Sequence[object]) -> Line:
        """`score_line: _RATE ":" expr`."""
        return self._property("rate", "得分率", children[0])

    def points(self, children: Sequence[object]) -> Line:
        """`score_line: _POINTS ":" expr`."""
        return self._property("points", "得分", children[0])

    def cap(self, children: Sequence[tuple[Decimal, str]]) -> Line:
        """`score_line: _CAP ":" number`."""
        return self._property("cap", "封顶", _plain(children[0]))

    def floor(self, children: Sequence[tuple[Decimal, str]]) -> Line:
        """`score_line: _FLOOR ":" number`."""
        return self._property("floor", "保底", _plain(children[0]))

    def pass_line(self, children: Sequence[tuple[Decimal, str]]) -> Line:
        """`score_line: _PASS ":" number`."""
        return self._property("pass_line", "及格线", _plain(children[0]))

    def explain(self, children: Sequence[object]) -> Line:
        """`score_line: _EXPLAIN ":" expr`."""
        return self._property("explain", "须说明", children[0])

    def deduct(self, children: Sequence[Any]) -> Line:
        """`score_line: _DEDUCT ":" expr _WHEN expr`."""
        return self._property("deductions", "扣减", Deduction(children[0], children[1]))

    def table_by(self, children: Sequence[tuple[Word, ...]]) -> Line:
        """`score_line: _BY ":" names`."""
        return self._property("table", "分档", children[0])

    def row(self, children: Sequence[object]) -> Line:
        """`row: "|" (cell "|")+`."""
        return Row(tuple(children), self.whole())

    def cell(self, children: Sequence[object]) -> object:
        """`cell: tests`."""
        return children[0]

    # ── 校验、等次 ──

    def check_line(self, children: Sequence[Any]) -> Line:
        """`check_line: [change] CHECK CODE [SEVERITY ":" text]`."""
        change, _, code, severity, text = children
        span = self.span(code)
        node = Check(
            code=str(code),
            severity=Severity.of_label(str(severity)) if severity else Severity.HINT,
            title=text.text if text else "",
            scope="",
            change=change or Change.NONE,
            origin=self.place(span),
        )
        if severity is None and node.change is Change.NONE:
            self.doubt("R26", span, what="须修改、请说明或建议完善，以及这条校验的名称")
        return Statement(node, span)

    def scope_of(self, children: Sequence[object]) -> Line:
        """`check_line: _SCOPE ":" scope`."""
        return self._property("scope", "对象", children[0])

    def of_table(self, children: Sequence[Word]) -> tuple[str, bool]:
        """`scope: name`."""
        return children[0].text, False

    def each(self, children: Sequence[Word]) -> tuple[str, bool]:
        """`scope: _EACH name`."""
        return children[0].text, True

    def when(self, children: Sequence[object]) -> Line:
        """`check_line: _IF ":" expr`."""
        return self._property("when", "当", children[0])

    def condition(self, children: Sequence[object]) -> Line:
        """`check_line: _MUST ":" expr`."""
        return self._property("condition", "条件", children[0])

    def tolerance(self, children: Sequence[tuple[Decimal, str]]) -> Line:
        """`check_line: _WITHIN ":" number`."""
        return self._property("tolerance", "容差", _plain(children[0]))

    def message(self, children: Sequence[Token]) -> Line:
        """`check_line: _SAY ":" STRING`."""
        return self._property("message", "提示", self.quoted(children[0]))

    def full_marks(self, children: Sequence[tuple[Decimal, str]]) -> Line:
        """`band_line: _FULL ":" number`."""
        return self._property("full", "满分", _plain(children[0]))


def _texts(words: Sequence[Word] | None) -> tuple[str, ...]:
    return tuple(one.text for one in words or ())


def _plain(figure: tuple[Decimal, str]) -> Decimal:
    """A figure without its sign of percent: a percentage is a fraction of 1."""
    number, unit = figure
    return number.scaleb(-2) if unit == "%" else number
