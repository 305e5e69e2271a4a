"""A ruleset as frozen objects: what a province's form demands and how it is scored.

These classes, not the syntax of `.jx` files, are the contract: everything the text can say can be
built here in Python.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from jixiao.functions import FUNCTIONS
from jixiao.source import Origin
from jixiao.units import Quantity, parse_unit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from jixiao.expressions import Expression, Function
    from jixiao.findings import Severity
    from jixiao.tables import Stage

__all__ = [
    "Bands",
    "Change",
    "Check",
    "Citation",
    "CitedText",
    "ColumnRule",
    "Completion",
    "DecisionRow",
    "DecisionTable",
    "Deduction",
    "DefaultMethods",
    "Demand",
    "Exclusion",
    "FieldRule",
    "GroupColumn",
    "GroupRule",
    "IndicatorRule",
    "KindRule",
    "Merge",
    "Method",
    "Phrase",
    "Region",
    "Rounding",
    "Ruleset",
    "Scale",
    "Synonym",
    "TableRule",
    "Test",
    "Tolerance",
    "Tree",
    "UnitRule",
    "Vocabulary",
]

Role = Literal["目标值", "实际值", "权重", "得分", "符号", "单位", "基期值", "原因", "描述", "依据"]
Case = Literal["正向", "反向", "零值", "进度"]


class Change(Enum):
    """How a statement of a child treats what it inherits."""

    NONE = ""
    MODIFY = "修改"
    CANCEL = "取消"
    KEEP = "沿用"


@frozen
class CitedText:
    """One source: 《title》（文号）第…条, or a text in quotes where no notice is known."""

    title: str
    number: str | None = None
    article: str | None = None
    quoted: bool = False


@frozen
class Citation:
    """Where a figure comes from and whether its text was read: 核实 (verified) or 待核.

    A citation without a status is 待核: what was not said to be read was not read.
    """

    sources: tuple[CitedText, ...]
    verified: bool = False
    stated: bool = True

    def __str__(self) -> str:
        parts = [
            (f"“{one.title}”" if one.quoted else f"《{one.title}》")
            + (f"（{one.number}）" if one.number else "")
            + (one.article or "")
            for one in self.sources
        ]
        return "、".join(parts) + ("（核实）" if self.verified else "（待核）")


# ── 词汇 ──────────────────────────────────────────────────────────────────────


@frozen
class Scale:
    """等级: grades of one property, best first."""

    name: str
    grades: tuple[str, ...]
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class Synonym:
    """同义: other words for a grade."""

    word: str
    others: tuple[str, ...]
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class UnitRule:
    """单位: names of one unit, and what one of it is in a known unit."""

    names: tuple[str, ...]
    factor: Decimal | None = None
    base: str | None = None
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class Phrase:
    """短语: a name for an expression."""

    name: str
    expression: Expression
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class Vocabulary:
    """【词汇】."""

    scales: tuple[Scale, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    units: tuple[UnitRule, ...] = ()
    phrases: tuple[Phrase, ...] = ()

    def scale(self, name: str) -> Scale | None:
        """The scale of that name."""
        return next((one for one in self.scales if one.name == name), None)

    def quantities(self) -> Mapping[str, Quantity]:
        """What one of each 单位 is, by every name of it: in a known unit, else one of itself.

        >>> from decimal import Decimal
        >>> words = Vocabulary(units=(UnitRule(("担",), Decimal(50), "千克"),))
        >>> str(words.quantities()["担"])
        '50千克'
        """
        return {
            name: Quantity(
                Decimal(1) if one.factor is None else one.factor, parse_unit(one.base or name)
            )
            for one in self.units
            for name in one.names
        }

    def grade(self, word: str) -> str:
        """The grade a word stands for: itself unless it is declared a synonym."""
        return next((one.word for one in self.synonyms if word in one.others), word)


# ── 判断 ──────────────────────────────────────────────────────────────────────


@frozen
class KindRule:
    """A kind of value a cell may hold: 数值, 百分比, 等级（规范程度） …."""

    kind: str
    scale: str | None = None


@frozen
class Test:
    """One unary test of a decision table or of 应为.

    `sign` is = ≠ > < ≥ ≤ or `-` (anything); `operand` a word, or a number with its unit.
    """

    __test__ = False  # not for pytest

    sign: str
    word: str | None = None
    number: Decimal | None = None
    unit: str = ""
    negated: bool = False


Tests = tuple[tuple[Test, ...], ...]
"""或 of 且: a cell holds when all tests of one of its groups hold."""


# ── 表 ────────────────────────────────────────────────────────────────────────


@frozen
class Demand:
    """How much of something must be there: 必填, 选填, 至少 n 项, 至多 n 项, and how grave."""

    required: bool | None = None
    at_least: int | None = None
    at_most: int | None = None
    severity: Severity | None = None


@frozen
class FieldRule:
    """项: a labelled text or amount of the form, by path (资金支出计划/3月底)."""

    path: tuple[str, ...]
    kinds: tuple[KindRule, ...] = ()
    demand: Demand = Demand()
    due: tuple[int, int] | None = None
    choices: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    cite: Citation | None = None
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)

    @property
    def name(self) -> str:
        """The path as one name."""
        return "/".join(self.path)


@frozen
class GroupColumn:
    """A column of 明细."""

    name: str
    kind: KindRule
    aliases: tuple[str, ...] = ()


@frozen
class GroupRule:
    """明细: a block of lines with columns of their own (收入, 支出, 项目资金); `rows` by 各行."""

    name: str
    columns: tuple[GroupColumn, ...]
    rows: tuple[str, ...] = ()
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class ColumnRule:
    """列: a column of the indicator part."""

    name: str
    role: Role | None = None
    kinds: tuple[KindRule, ...] = ()
    demand: Demand = Demand()
    due: tuple[int, int] | None = None
    choices: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    cite: Citation | None = None
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class TableRule:
    """【表 …】: one form of the ruleset."""

    name: str
    aliases: tuple[str, ...] = ()
    stage: Stage | None = None
    money_unit: str | None = None
    blank_marks: tuple[str, ...] = ()
    fields: tuple[FieldRule, ...] = ()
    groups: tuple[GroupRule, ...] = ()
    columns: tuple[ColumnRule, ...] = ()
    changed: tuple[str, ...] = ()
    """Which of stage, money_unit and blank_marks a child says with 修改."""
    origin: Origin = field(default=Origin(), eq=False)

    def column(self, name: str) -> ColumnRule | None:
        """The column of that name or alias."""
        return next((one for one in self.columns if name in (one.name, *one.aliases)), None)

    def target_columns(self) -> tuple[ColumnRule, ...]:
        """The columns 作为 目标值, in the order of the form."""
        return tuple(one for one in self.columns if one.role == "目标值")


# ── 指标 ──────────────────────────────────────────────────────────────────────


@frozen
class IndicatorRule:
    """一级, 二级 or 三级 (level 1 to 3), or 目标 (level 0), with what stands below it.

    `name` is None for 任意. `weight` is the 权重; `weight_filled` means 权重 自填.
    """

    level: int
    name: str | None
    demand: Demand = Demand()
    weight: Decimal | None = None
    weight_filled: bool = False
    weight_total: Decimal | None = None
    kinds: tuple[KindRule, ...] = ()
    units: tuple[str, ...] = ()
    expected: Tests = ()
    expected_scale: str | None = None
    methods: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    cite: Citation | None = None
    change: Change = Change.NONE
    children: tuple[IndicatorRule, ...] = ()
    origin: Origin = field(default=Origin(), eq=False)

    def child(self, name: str) -> IndicatorRule | None:
        """The child of that name or alias, else the 任意 child."""
        named = (one for one in self.children if name in (one.name, *one.aliases))
        anything = (one for one in self.children if one.name is None)
        return next(named, None) or next(anything, None)


@frozen
class Tree:
    """【指标 …】: the indicators of the forms named."""

    tables: tuple[str, ...]
    roots: tuple[IndicatorRule, ...] = ()
    origin: Origin = field(default=Origin(), eq=False)


# ── 计分 ──────────────────────────────────────────────────────────────────────


@frozen
class Rounding:
    """舍入: 逐项 or 合计, so many digits; half up, or cut off."""

    place: Literal["逐项", "合计"]
    digits: int
    cut: bool = False
    origin: Origin = field(default=Origin(), eq=False)
    change: Change = Change.NONE


@frozen
class Completion:
    """完成率 by direction."""

    case: Case
    expression: Expression
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class DefaultMethods:
    """默认: the methods for a kind of value, tried in order."""

    kinds: tuple[KindRule, ...]
    methods: tuple[str, ...]
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class Merge:
    """汇总: how several units' figures of one kind become one."""

    kind: KindRule
    how: str
    weighed_by: str | None = None
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class Exclusion:
    """不适用: what becomes of the points of an indicator that does not apply.

    折算 (`rescaled`): the others are scaled up to full marks; 剔除: the total is out of the others.
    """

    rescaled: bool
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class Tolerance:
    """约数: how far an actual may be off a target of 约, 近 or 左右, as a share of the target."""

    share: Decimal | None
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class DecisionRow:
    """One row: a cell a box, in the order of the header; the last is the result."""

    cells: tuple[Tests, ...]
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class DecisionTable:
    """分档: inputs by name, rows, and the name of the result (得分率, 得分, 灯)."""

    inputs: tuple[str, ...]
    result: str
    rows: tuple[DecisionRow, ...]


@frozen
class Deduction:
    """扣减 … 时 …."""

    amount: Expression
    condition: Expression


@frozen
class Method:
    """方法: how points come from a value and what was achieved."""

    name: str
    kinds: tuple[KindRule, ...] = ()
    rate: Expression | None = None
    points: Expression | None = None
    table: DecisionTable | None = None
    cap: Decimal | None = None
    floor: Decimal | None = None
    pass_line: Decimal | None = None
    explain: Expression | None = None
    deductions: tuple[Deduction, ...] = ()
    cite: Citation | None = None
    doc: str | None = None
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class Scoring:
    """【计分】."""

    roundings: tuple[Rounding, ...] = ()
    completions: tuple[Completion, ...] = ()
    defaults: tuple[DefaultMethods, ...] = ()
    merges: tuple[Merge, ...] = ()
    methods: tuple[Method, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    tolerances: tuple[Tolerance, ...] = ()

    def method(self, name: str) -> Method | None:
        """The method of that name."""
        return next((one for one in self.methods if one.name == name), None)

    def completion(self, case: Case) -> Completion | None:
        """完成率 for a direction; None where neither the ruleset nor its ancestors say it."""
        return next((one for one in self.completions if one.case == case), None)

    @property
    def rescales(self) -> bool:
        """Whether 不适用 is 折算: the rest is scaled up to full marks."""
        return any(one.rescaled for one in self.exclusions)

    @property
    def tolerance(self) -> Decimal | None:
        """约数; None where neither the ruleset nor its ancestors say it."""
        return next((one.share for one in self.tolerances), None)


# ── 校验, 等次 ────────────────────────────────────────────────────────────────


@frozen
class Check:
    """校验: a condition a table (or each row) must meet, and what to say where it does not.

    `message` is the text of 提示 in pieces: plain text and the expressions between { }.
    """

    code: str
    severity: Severity
    title: str
    scope: str
    each: bool = False
    when: Expression | None = None
    condition: Expression | None = None
    tolerance: Decimal | None = None
    message: tuple[str | Expression, ...] = ()
    doc: str | None = None
    cite: Citation | None = None
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)
    written_in: str = field(default="", eq=False)
    """The id of the ruleset that wrote it: a child that inherits it prints that id."""


@frozen
class Bands:
    """【等次】: full marks and the grades by total."""

    full: Decimal
    rows: tuple[tuple[str, Tests], ...] = ()
    cite: Citation | None = None
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)
    row_origins: tuple[Origin, ...] = field(default=(), eq=False, repr=False)


# ── 规则集 ────────────────────────────────────────────────────────────────────


@frozen
class Region:
    """A division of GB/T 2260 and its name."""

    code: str
    name: str


@frozen
class Ruleset:
    """A whole ruleset. One that came out of `inherit` holds no 修改/取消/沿用 any more.

    `lineage` are the ids from the eldest ancestor to itself; `digest` is the SHA-256 of the files
    of the lineage.
    """

    id: str
    title: str
    inherits: str | None = None
    region: Region | None = None
    year: int | None = None
    effective: tuple[date, date | None] | None = None
    cite: Citation | None = None
    syntax: int = 1
    needs: tuple[str, ...] = ()
    doc: str | None = None
    vocabulary: Vocabulary = Vocabulary()
    tables: tuple[TableRule, ...] = ()
    trees: tuple[Tree, ...] = ()
    scoring: Scoring = Scoring()
    bands: Bands | None = None
    checks: tuple[Check, ...] = ()
    lineage: tuple[str, ...] = ()
    digest: str = ""
    retired: tuple[str, ...] = ()
    """Codes of checks that the lineage has cancelled: they are never given a new meaning."""
    functions: Mapping[str, Function] = field(default=FUNCTIONS, eq=False, repr=False)
    """What its expressions may call: the built-in functions and those of its library."""
    origin: Origin = field(default=Origin(), eq=False)
    effective_origin: Origin = field(default=Origin(), eq=False, repr=False)
    """Where 生效 stands."""

    def table(self, name: str) -> TableRule | None:
        """The form of that name or alias."""
        return next((one for one in self.tables if name in (one.name, *one.aliases)), None)

    def roots(self, table: str) -> tuple[IndicatorRule, ...]:
        """The 一级 of a form, from all trees that name it."""
        return tuple(root for tree in self.trees if table in tree.tables for root in tree.roots)

    def rule_for(self, table: str, *names: str) -> IndicatorRule | None:
        """The rule of an indicator by its 一级, 二级, 三级; None where the tree names none."""
        rules = self.roots(table)
        found: IndicatorRule | None = None
        for name in names:
            named = (one for one in rules if name in (one.name, *one.aliases))
            anything = (one for one in rules if one.name is None)
            found = next(named, None) or next(anything, None)
            if found is None:
                return None
            rules = found.children
        return found
