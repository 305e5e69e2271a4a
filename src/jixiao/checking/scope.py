"""What a name of a rule stands for in a table, and in one of its rows."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.checking.rows import final_column, money_total, sure_amounts
from jixiao.expressions import Undetermined, evaluate
from jixiao.money_names import is_term_total
from jixiao.source import squeeze
from jixiao.tables import FundingLine, SpendingLine
from jixiao.units import Quantity, parse_unit
from jixiao.values import Absent, Comparison

if TYPE_CHECKING:
    from collections.abc import Callable

    from jixiao.rules import FieldRule, Ruleset, TableRule
    from jixiao.tables import Indicator, Table
    from jixiao.values import Value

__all__ = ["RowScope", "TableScope"]

_FIGURES = frozenset({"金额", "数值", "百分比"})
_LEVELS = {"一级指标": "level1", "二级指标": "level2", "三级指标": "level3"}
_FULL = 100
_PLAIN = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_TEXT_ROLES = ("符号", "单位", "基期值", "原因", "描述", "依据", "得分")


@frozen
class TableScope:
    """The names of a whole table: its items, the columns of its blocks, 一级.权重, phrases.

    A cell that was left blank is None; a name that the form has and the table as read does not
    stands for a blank too. Anything else is unknown.
    """

    table: Table
    ruleset: Ruleset
    parse: Callable[[str], Value]

    @property
    def form(self) -> TableRule | None:
        """What the ruleset says of this kind of table."""
        return self.ruleset.table(self.table.kind)

    def lookup(self, parts: tuple[str, ...]) -> object:  # noqa: PLR0911 - one a kind of name
        """What the name stands for: exact figures, texts, columns, or why there is none."""
        name = parts[0]
        if parts == ("阶段",):
            return self.table.stage
        if parts == ("金额单位",):
            return self.table.money_unit
        if parts == ("一级", "权重"):
            return self._weights()
        if len(parts) > 1:
            return self._of_block(parts)
        field = self._field(name)
        if not isinstance(field, Undetermined):
            return field
        phrase = next((one for one in self.ruleset.vocabulary.phrases if one.name == name), None)
        if phrase is not None:
            units = self.ruleset.vocabulary.quantities()
            return evaluate(phrase.expression, self, self.ruleset.functions, units=units)
        return self._of_total(name)

    def _field(self, name: str) -> object:
        rules = self.form.fields if self.form is not None else ()
        rule = next((one for one in rules if name in (one.name, one.path[-1], *one.aliases)), None)
        names = {squeeze(name)}
        if rule is not None:
            names |= {squeeze(other) for other in (rule.path[-1], *rule.aliases)}
        if "资金总额" in names:
            return self._figure_of(money_total(self.table))
        for field in self.table.fields:
            if squeeze(field.name) in names:
                return self._text(field.text, rule)
        for line in self.table.funding:
            if squeeze(line.source) in names:
                return self._figure_of(line.amount())
        if name == "项目名称":
            return self.table.name or None
        if rule is not None:
            return None
        return Undetermined("unknown", name)

    def _text(self, text: str, rule: FieldRule | None) -> object:
        if not text.strip():
            return None
        if rule is not None and any(kind.kind in _FIGURES for kind in rule.kinds):
            return self.parse(text)
        return text.strip()

    def _figure_of(self, amount: object) -> object:
        """An amount as a figure in the table's own unit of money, a bare number as it stands."""
        if not isinstance(amount, Quantity):
            return None
        own = parse_unit(self.table.money_unit)
        if not amount.unit.symbol or amount.unit.base != own.base:
            return Fraction(amount.number)
        return Fraction(amount.number) * amount.unit.ratio / own.ratio

    def _of_block(self, parts: tuple[str, ...]) -> object:
        """明细.列, 明细.行.列, 资金支出计划.下级, 资金支出计划.3月底."""
        block = parts[0]
        steps = self.table.schedule
        paths = self.form.fields if self.form is not None else ()
        if any(len(one.path) > 1 and one.path[0] == block for one in paths):
            if parts[1:] == ("下级",):
                return tuple(None if one.share is None else Fraction(one.share) for one in steps)
            step = next((one for one in steps if squeeze(one.name) == squeeze(parts[1])), None)
            return None if step is None or step.share is None else Fraction(step.share)
        rules = self.form.groups if self.form is not None else ()
        group = next((one for one in rules if one.name == block), None)
        if group is None:
            return Undetermined("unknown", ".".join(parts))
        lines: tuple[SpendingLine | FundingLine, ...]
        lines = self.table.spending if block == "支出" else self.table.funding
        names = {squeeze(parts[-1])}
        for column in group.columns:
            if squeeze(column.name) in names:
                names |= {squeeze(other) for other in column.aliases}
        if len(parts) > 2:  # noqa: PLR2004 - block, row, column
            lines = tuple(line for line in lines if squeeze(_label(line)) == squeeze(parts[1]))
            lines = tuple(line for line in lines if not _of_term(line)) or lines
            return self._cell(lines[0], names) if lines else None
        blank = Undetermined("missing", ".".join(parts))
        cells = (self._cell(line, names) for line in lines)
        return tuple(blank if cell is None else cell for cell in cells) or None

    def _cell(self, line: SpendingLine | FundingLine, names: set[str]) -> object:
        if isinstance(line, SpendingLine) and not sure_amounts(line):
            return Undetermined("doubtful", line.name)
        for name, amount in line.amounts:
            if squeeze(name) in names:
                return self._figure_of(amount)
        texts = line.texts if isinstance(line, FundingLine) else ()
        return next((text.strip() for name, text in texts if squeeze(name) in names), None) or None

    def _of_total(self, name: str) -> object:
        """年初预算数, 全年执行数 …: the column of the row that bears the total."""
        for line in self.table.funding:
            for column, amount in line.amounts:
                if squeeze(column) == squeeze(name):
                    return self._figure_of(amount)
        return Undetermined("unknown", name)

    def _weights(self) -> object:
        """The weights of each 一级 added up; a row without one makes the 一级 blank."""
        sums: dict[str, Fraction | None] = {}
        for row in self.table.indicators:
            before = sums.get(row.level1, Fraction())
            added = None if row.weight is None or before is None else before + Fraction(row.weight)
            sums[row.level1] = added
        for line in self.table.funding[:1]:
            text = dict(line.texts).get("分值", "").strip()
            read = next((one for name, one in line.amounts if name == "分值"), None)
            if _PLAIN.fullmatch(text):
                sums.setdefault("预算执行率", Fraction(text))
            elif read is not None:
                sums.setdefault("预算执行率", Fraction(read.number))
        blank = Undetermined("missing", "一级.权重")
        found = tuple(blank if one is None else one for one in sums.values())
        return (*found, *self._unprinted(sums)) or None

    def _unprinted(self, sums: dict[str, Fraction | None]) -> tuple[Fraction | Undetermined, ...]:
        """The weight of 预算执行率 where the tree has one and the table as read shows none.

        The rows of a form may come to 100 without it. Where the weight of the tree makes them 100
        it is taken; else nobody can say whether the weights or the reading is short.
        """
        name = "预算执行率"
        rules = (one for one in self.ruleset.roots(self.table.kind) if one.name == name)
        rule = next(rules, None)
        if rule is None or rule.weight is None or name in sums or not sums or None in sums.values():
            return ()
        total = sum((one for one in sums.values() if one is not None), Fraction())
        if total == _FULL:
            return ()
        weight = Fraction(rule.weight)
        return (weight if total + weight == _FULL else Undetermined("missing", f"{name}.分值"),)


def _of_term(line: SpendingLine | FundingLine) -> bool:
    """Whether a source is a part of the money of the whole term, beside that of the year."""
    return isinstance(line, FundingLine) and is_term_total(line.under)


@frozen
class RowScope:
    """The names of one row, before those of its table: levels, columns by name and by role."""

    table: TableScope
    row: Indicator

    def lookup(self, parts: tuple[str, ...]) -> object:  # noqa: PLR0911 - one a kind of name
        """What the name stands for."""
        name = parts[0]
        if len(parts) > 1:
            return self._sign(name) if parts[1:] == ("符号",) else self.table.lookup(parts)
        if name in _LEVELS:
            return getattr(self.row, _LEVELS[name]) or None
        if name == "权重":
            return None if self.row.weight is None else Fraction(self.row.weight)
        if name == "目标值":
            column = final_column(self.table.table)
            return None if column is None else self.row.value(column)
        column = self._column(name)
        if column is None:
            return self.table.lookup(parts)
        values = dict(self.row.values)
        if column in values:
            return values[column]
        text = self.row.text(column)
        if text and self._is_score(column) and _PLAIN.fullmatch(text.strip()):
            return Fraction(text.strip())
        return text or self._told(name)

    def _is_score(self, column: str) -> bool:
        return any(one.role == "得分" and one.name == column for one in self.table.table.columns)

    def _sign(self, name: str) -> object:
        """值.符号: the sign of a value as printed, the empty text for a bare number."""
        value = self.lookup((name,))
        if not isinstance(value, Comparison):
            blank = value is None or isinstance(value, Absent)
            return Undetermined("missing" if blank else "not_applicable", name)
        return "" if value.op is None else value.op.sign

    def _told(self, name: str) -> object:
        told = {"描述": self.row.description, "依据": self.row.basis}
        return told.get(name)

    def _column(self, name: str) -> str | None:
        """The column of that name, alias or role, as the table as read calls it."""
        rules = self.table.form.columns if self.table.form is not None else ()
        names = {squeeze(name)}
        for rule in rules:
            if name in (rule.name, *rule.aliases) or rule.role == name:
                names |= {squeeze(other) for other in (rule.name, *rule.aliases)}
        for column in self.table.table.columns:
            if squeeze(column.name) in names or column.role == name:
                return column.name
        held = (one for one, _ in (*self.row.values, *self.row.texts) if squeeze(one) in names)
        found = next(held, None)
        if found is not None:
            return found
        listed = any(name in (rule.name, *rule.aliases) or rule.role == name for rule in rules)
        return name if listed or name in _TEXT_ROLES or name == "实际值" else None


def _label(line: SpendingLine | FundingLine) -> str:
    return line.name if isinstance(line, SpendingLine) else line.source
