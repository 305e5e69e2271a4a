"""Hypothesis strategies of rulesets, and of the expressions they hold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache

from hypothesis import strategies as st

from jixiao.expressions import (
    Binary,
    Call,
    Choice,
    Conditional,
    Expression,
    IsBlank,
    IsIn,
    IsKind,
    Name,
    Negate,
    Not,
    Number,
    Text,
)
from jixiao.findings import Severity
from jixiao.rules import (
    Bands,
    Change,
    Check,
    Citation,
    CitedText,
    ColumnRule,
    DecisionRow,
    DecisionTable,
    Deduction,
    Demand,
    Exclusion,
    IndicatorRule,
    KindRule,
    Method,
    Phrase,
    Region,
    Ruleset,
    Scale,
    Scoring,
    Synonym,
    TableRule,
    Test,
    Tolerance,
    Tree,
    Vocabulary,
)

NAME_TEXTS = st.one_of(
    st.sampled_from(
        ["产出指标", "数量指标", "权重", "得分", "若", "任意", "且", "半年(程) 指标值", "3月底"]
    ),
    st.text(alphabet="甲乙丙丁戊己ABz_0123 （）()：·%", min_size=1, max_size=8).filter(
        lambda text: text.strip() == text
    ),
)
FREE_TEXTS = st.text(alphabet="甲乙丙ABz 0，。（）#|【】+「」", max_size=12)
FIGURES = st.decimals(min_value=0, max_value=10**9, places=4, allow_nan=False, allow_infinity=False)
UNITS = st.sampled_from(["", "%", "万元", "次"])


@cache
def names_of(least: int = 0, most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    """Different names, which may have to be quoted."""
    return st.lists(NAME_TEXTS, min_size=least, max_size=most, unique=True).map(tuple)


@cache
def expressions(depth: int = 3) -> st.SearchStrategy[Expression]:
    """Any expression that the language can write, at most `depth` deep."""
    leaves: st.SearchStrategy[Expression] = st.one_of(
        st.builds(Number, FIGURES, UNITS),
        st.builds(Text, st.text(alphabet="甲乙 a1，", max_size=4)),
        st.builds(Name, names_of(1, 3)),
    )
    if depth == 0:
        return leaves
    below = expressions(depth - 1)
    choices = st.lists(
        st.builds(Choice, st.one_of(st.sampled_from("≥≤=><≠"), NAME_TEXTS)), min_size=1, max_size=3
    ).map(tuple)
    kinds = st.lists(st.sampled_from(KIND_NAMES), min_size=1, max_size=2, unique=True).map(tuple)
    return st.one_of(
        leaves,
        st.builds(Negate, below),
        st.builds(Not, below),
        st.builds(Binary, st.sampled_from(["+", "-", "×", "÷", "且", "或"]), below, below),
        st.builds(Binary, st.sampled_from(["=", "≠", ">", "<", "≥", "≤"]), below, below),
        st.builds(IsBlank, below, st.booleans()),
        st.builds(IsIn, below, choices, st.booleans()),
        st.builds(IsKind, below, kinds),
        st.builds(Conditional, below, below, below),
        st.builds(Call, NAME_TEXTS, st.lists(below, max_size=3).map(tuple)),
    )


KIND_NAMES = ["文本", "金额", "数值", "百分比", "等级", "进度", "期限", "趋势", "符号", "自由文字"]
KINDS = st.lists(
    st.builds(KindRule, st.sampled_from(KIND_NAMES), st.none() | NAME_TEXTS), max_size=2
).map(tuple)
CITES = st.builds(
    Citation,
    st.lists(
        st.one_of(
            st.builds(
                CitedText,
                st.sampled_from(["办法", "关于（试行）的通知"]),
                st.none() | st.just("财预〔2020〕10号"),
                st.none() | st.just("第三条"),
            ),
            st.builds(CitedText, st.just("样式"), quoted=st.just(True)),  # noqa: FBT003
        ),
        min_size=1,
        max_size=2,
    ).map(tuple),
    verified=st.just(False),  # noqa: FBT003 - a value, not a switch
    stated=st.booleans(),
)
TESTS = st.builds(
    Test,
    st.sampled_from(["=", "≠", ">", "<", "≥", "≤"]),
    st.none(),
    FIGURES,
    UNITS,
    st.booleans(),
) | st.builds(Test, st.sampled_from(["=", "≠"]), NAME_TEXTS, negated=st.booleans())
TEST_CELLS = st.lists(
    st.lists(TESTS, min_size=1, max_size=2).map(tuple), min_size=1, max_size=2
).map(tuple)
COUNTS = st.none() | st.integers(min_value=0, max_value=9)


@cache
@st.composite
def demands(draw: st.DrawFn) -> Demand:
    """A demand that is at peace with itself."""
    least = draw(COUNTS)
    most = draw(COUNTS)
    if least is not None and most is not None and least > most:
        least, most = most, least
    required = draw(st.none() | st.booleans())
    if required and 0 in (least, most):
        required = None
    return Demand(required, least, most, draw(st.none() | st.sampled_from(Severity)))


@cache
@st.composite
def indicators(draw: st.DrawFn, level: int = 1) -> IndicatorRule:
    """A tree of indicators from a level down to the third."""
    change = draw(st.sampled_from([Change.NONE, Change.MODIFY, Change.KEEP]))
    weight = draw(st.none() | FIGURES)
    below = st.lists(indicators(level + 1), max_size=2).map(tuple) if level < 3 else st.just(())
    return IndicatorRule(
        level=level,
        name=draw(st.none() | NAME_TEXTS),
        demand=draw(demands()),
        weight=weight,
        weight_filled=draw(st.booleans()) if weight is None else False,
        kinds=draw(KINDS),
        units=draw(names_of()),
        expected=draw(st.just(()) | TEST_CELLS),
        methods=draw(names_of()),
        aliases=draw(names_of()),
        cite=draw(st.none() | CITES),
        change=change,
        children=draw(below),
    )


@cache
@st.composite
def methods(draw: st.DrawFn) -> Method:
    """A method of one of the three ways of reckoning."""
    way = draw(st.sampled_from(["rate", "points", "table"]))
    table = None
    if way == "table":
        inputs = draw(names_of(1, 2))
        rows = st.lists(
            st.tuples(*([TEST_CELLS] * (len(inputs) + 1))).map(DecisionRow), min_size=1, max_size=3
        )
        table = DecisionTable(inputs, draw(NAME_TEXTS), tuple(draw(rows)))
    shares = st.none() | st.decimals(min_value=0, max_value=9, places=3, allow_nan=False)
    return Method(
        name=draw(NAME_TEXTS),
        kinds=draw(KINDS),
        rate=draw(expressions()) if way == "rate" else None,
        points=draw(expressions()) if way == "points" else None,
        table=table,
        cap=draw(shares),
        floor=draw(shares),
        pass_line=draw(shares),
        explain=draw(st.none() | expressions(1)),
        deductions=tuple(
            draw(st.lists(st.builds(Deduction, expressions(1), expressions(1)), max_size=2))
        ),
        cite=draw(st.none() | CITES),
        doc=draw(st.none() | FREE_TEXTS),
    )


CHECK_RULES = st.builds(
    Check,
    code=st.from_regex(r"[A-Z]{1,2}[0-9]{2,3}", fullmatch=True),
    severity=st.sampled_from(Severity),
    title=FREE_TEXTS.filter(bool),
    scope=NAME_TEXTS,
    each=st.booleans(),
    when=st.none() | expressions(2),
    condition=expressions(2),
    tolerance=st.none() | FIGURES,
    message=st.just(()) | st.tuples(st.just("填报为 "), expressions(2), st.just("，请核实")),
    doc=st.none() | FREE_TEXTS,
    cite=st.none() | CITES,
)
COLUMN_RULES = st.builds(
    ColumnRule,
    name=NAME_TEXTS,
    role=st.none() | st.sampled_from(["目标值", "实际值", "权重", "依据"]),
    kinds=KINDS,
    demand=st.builds(
        Demand, st.none() | st.booleans(), severity=st.none() | st.sampled_from(Severity)
    ),
    due=st.none() | st.sampled_from([(6, 30), (2, 28), (3, 15)]),
    choices=st.just(()) | st.sampled_from([("≥", "="), ("甲", "乙 丙")]),
    aliases=names_of(),
    cite=st.none() | CITES,
    change=st.sampled_from([Change.NONE, Change.MODIFY]),
)


@st.composite
def rulesets(draw: st.DrawFn) -> Ruleset:
    """A ruleset as one file may say it, before inheritance; names need not fit together."""
    table_names = draw(names_of(0, 2))
    tables = tuple(
        TableRule(
            name,
            aliases=draw(names_of()),
            stage=draw(st.none() | st.sampled_from(["目标", "监控", "自评"])),
            money_unit=draw(st.none() | st.just("万元")),
            blank_marks=draw(names_of()),
            columns=tuple(draw(st.lists(COLUMN_RULES, max_size=3))),
        )
        for name in table_names
    )
    trees = (
        (Tree(table_names, tuple(draw(st.lists(indicators(), min_size=1, max_size=2)))),)
        if table_names
        else ()
    )
    bands = st.builds(
        Bands,
        full=st.just(Decimal(100)),
        rows=st.lists(st.tuples(NAME_TEXTS, TEST_CELLS), max_size=3).map(tuple),
        cite=st.none() | CITES,
    )
    return Ruleset(
        id="试验-2024",
        title=draw(FREE_TEXTS),
        inherits=draw(st.none() | st.just("财政部-2020")),
        region=Region("420000", "湖北省"),
        year=2024,
        effective=(date(2024, 1, 1), draw(st.none() | st.just(date(2024, 12, 31)))),
        cite=draw(CITES),
        doc=draw(st.none() | FREE_TEXTS),
        vocabulary=Vocabulary(
            scales=tuple(draw(st.lists(st.builds(Scale, NAME_TEXTS, names_of(2, 3)), max_size=2))),
            synonyms=tuple(draw(st.lists(st.builds(Synonym, NAME_TEXTS, names_of(1)), max_size=2))),
            phrases=tuple(
                draw(st.lists(st.builds(Phrase, NAME_TEXTS, expressions(2)), max_size=2))
            ),
        ),
        tables=tables,
        trees=trees,
        scoring=Scoring(
            methods=tuple(draw(st.lists(methods(), max_size=2))),
            exclusions=tuple(draw(st.lists(st.builds(Exclusion, st.booleans()), max_size=1))),
            tolerances=tuple(
                Tolerance(one)
                for one in draw(st.lists(st.decimals(0, 1, places=3, allow_nan=False), max_size=1))
            ),
        ),
        bands=draw(st.none() | bands),
        checks=tuple(draw(st.lists(CHECK_RULES, max_size=2))),
    )
