"""What must stay the same, or move one way only, when an evaluation is said in another way."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.actuals import ActualRow, Actuals
from jixiao.evaluation import Scorecard, evaluate_document
from jixiao.parsing import parse_actual, parse_value
from jixiao.scoring import IndicatorScore, Points, score_indicator
from jixiao.tables import Column, Document, Indicator, Table
from jixiao.values import Context
from scoring_rules import EXCESS, NATIONAL, QUOTIENT, scored, with_reverse
from strategies import scored_rows
from test_scoring_worked import MERGING

if TYPE_CHECKING:
    from collections.abc import Sequence

Row = tuple[Decimal, Decimal, Decimal]
NAMES = ("甲", "乙", "丙", "丁")
FORMS = ("≥{}次", "≤{}次", "={}次", "{}个", "{}%")
BY_QUOTIENT, BY_EXCESS = with_reverse(QUOTIENT), with_reverse(EXCESS)
FEW = settings(max_examples=40, deadline=None)


def plain(number: Decimal) -> str:
    return format(number, "f")


@st.composite
def documents(draw: st.DrawFn) -> tuple[Table, tuple[ActualRow, ...]]:
    """A table of four indicators whose weights are 80, and what was filed for some of them."""
    weights = draw(st.permutations(["40", "20", "15", "5"]))
    rows, filed = [], []
    for place, (name, weight) in enumerate(zip(NAMES, weights, strict=True)):
        target, actual, _ = draw(scored_rows())
        form = draw(st.sampled_from(FORMS))
        text = form.format(plain(target))
        level = ("产出指标", "效益指标")[place % 2]
        values = (("年初目标值(A)", parse_value(text)),)
        rows.append(Indicator(level, "数量指标", name, values, weight=Decimal(weight)))
        unit = form[-1]
        if draw(st.booleans()):
            filed.append(ActualRow(project="某项目", level3=name, actual=f"{plain(actual)}{unit}"))
    columns = (Column("年初目标值(A)", "目标值"),)
    table = Table("项目自评表", "", "某项目", columns=columns, indicators=tuple(rows), year=2024)
    return table, tuple(filed)


def evaluated(table: Table | Sequence[Table], rows: Sequence[ActualRow]) -> Scorecard:
    tables = (table,) if isinstance(table, Table) else tuple(table)
    document = Document(tables=tuple(evolve(one, index=at) for at, one in enumerate(tables)))
    return evaluate_document(document, Actuals(tuple(rows)), MERGING, as_of=date(2024, 12, 31))


def total(card: Scorecard, at: int = 0) -> Points:
    return card.tables[at].total.points


def points_of(card: Scorecard) -> dict[str, Points | None]:
    return {one.level3: one.points for one in card.tables[0].indicators}


def known(score: IndicatorScore) -> Points:
    assert score.points is not None
    return score.points


def exact(score: IndicatorScore) -> tuple[Fraction, Fraction]:
    assert score.exact is not None
    return score.exact


# ── said in another way ──────────────────────────────────────────────────────


@FEW
@given(documents(), st.randoms(use_true_random=False))
def test_the_order_of_what_was_filed_changes_nothing(
    given_: tuple[Table, tuple[ActualRow, ...]], draw: object
) -> None:
    table, rows = given_
    shuffled = list(rows)
    draw.shuffle(shuffled)  # type: ignore[attr-defined]
    assert evaluated(table, rows).tables == evaluated(table, shuffled).tables


@FEW
@given(documents(), st.permutations(range(4)))
def test_the_order_of_indicators_changes_no_points(
    given_: tuple[Table, tuple[ActualRow, ...]], order: list[int]
) -> None:
    table, rows = given_
    turned = evolve(table, indicators=tuple(table.indicators[at] for at in order))
    before, after = evaluated(table, rows), evaluated(turned, rows)
    assert points_of(before) == points_of(after)
    assert total(before) == total(after)
    assert {(one.level3, one.share, one.alone) for one in before.tables[0].deciding} == {
        (one.level3, one.share, one.alone) for one in after.tables[0].deciding
    }


@FEW
@given(documents(), documents())
def test_another_table_in_the_document_changes_nothing_of_this_one(
    one: tuple[Table, tuple[ActualRow, ...]], other: tuple[Table, tuple[ActualRow, ...]]
) -> None:
    table, rows = one
    second = evolve(other[0], name="别的项目")
    more = tuple(evolve(row, project="别的项目") for row in other[1])
    both = evaluated((table, second), (*more, *rows))
    assert both.tables[0] == evaluated(table, rows).tables[0]


@FEW
@given(documents())
def test_the_language_changes_words_and_no_figure(
    given_: tuple[Table, tuple[ActualRow, ...]],
) -> None:
    card = evaluated(*given_)
    assert Scorecard.from_json(card.to_json("en")) == Scorecard.from_json(card.to_json("zh"))
    for one in card.tables[0].indicators:
        assert len(one.explain().splitlines()) == len(one.explain("en").splitlines())


SPELLINGS = (
    ("≥{}%", ("≥ {}％", ">={}%", "不低于{}%", "{}%以上", "大于等于{}%", "达到{}%以上")),
    ("≤{}元", ("<={}元", "不超过{}元", "{}元以内", "≤{} 元", "小于等于{}元")),
)


@FEW
@given(scored_rows(), st.sampled_from(SPELLINGS))
def test_the_spelling_of_a_target_changes_nothing(
    row: Row, spelled: tuple[str, tuple[str, ...]]
) -> None:
    target, actual, weight = row
    unit = spelled[0][-1]
    one = scored(spelled[0].format(plain(target)), f"{plain(actual)}{unit}", plain(weight))
    for other in spelled[1]:
        two = scored(other.format(plain(target)), f"{plain(actual)}{unit}", plain(weight))
        assert (one.points, one.exact, one.verdict) == (two.points, two.exact, two.verdict)


FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")


@FEW
@given(scored_rows())
def test_full_width_figures_are_the_same_figures(row: Row) -> None:
    target, actual, weight = (plain(one) for one in row)
    one = scored(f"≥{target}次", f"{actual}次", weight)
    two = scored(f"≥{target.translate(FULL_WIDTH)}次", f"{actual.translate(FULL_WIDTH)}次", weight)
    assert (one.points, one.verdict) == (two.points, two.verdict)


@FEW
@given(scored_rows(), st.sampled_from([("万元", "元", 10_000), ("公里", "米", 1000)]))
def test_target_and_actual_in_another_unit_change_nothing(
    row: Row, units: tuple[str, str, int]
) -> None:
    target, actual, weight = row
    large, small, times = units
    one = scored(f"≤{plain(target)}{large}", f"{plain(actual)}{large}", plain(weight))
    two = scored(
        f"≤{plain(target * times)}{small}", f"{plain(actual * times)}{small}", plain(weight)
    )
    assert (one.points, one.exact) == (two.points, two.exact)


@FEW
@given(scored_rows(), st.integers(2, 50), st.sampled_from(["≥", "≤", "="]))
def test_target_and_actual_grown_alike_change_nothing(row: Row, times: int, sign: str) -> None:
    target, actual, weight = row
    one = scored(f"{sign}{plain(target)}次", f"{plain(actual)}次", plain(weight))
    two = scored(f"{sign}{plain(target * times)}次", f"{plain(actual * times)}次", plain(weight))
    assert (one.exact, one.verdict) == (two.exact, two.verdict)


# ── weights ──────────────────────────────────────────────────────────────────


@FEW
@given(scored_rows(), st.integers(2, 9))
def test_points_grow_with_the_weight(row: Row, times: int) -> None:
    target, actual, weight = row
    for sign in "≥≤":
        texts = f"{sign}{plain(target)}次", f"{plain(actual)}次"
        one, two = (
            exact(scored(*texts, plain(weight))),
            exact(scored(*texts, plain(weight * times))),
        )
        assert (one[0] * times, one[1] * times) == two


@FEW
@given(scored_rows(), st.decimals(0, 50, places=2))
def test_a_weight_in_two_parts_gives_the_same_points_in_all(row: Row, part: Decimal) -> None:
    target, actual, weight = row
    texts = f"≤{plain(target)}次", f"{plain(actual)}次"
    whole = exact(scored(*texts, plain(weight + part)))
    parts = exact(scored(*texts, plain(weight))), exact(scored(*texts, plain(part)))
    assert whole == (parts[0][0] + parts[1][0], parts[0][1] + parts[1][1])


# ── more or less ─────────────────────────────────────────────────────────────


@FEW
@given(scored_rows())
def test_the_pass_line_is_never_kinder_than_the_proportion(row: Row) -> None:
    target, actual, weight = row
    texts = f"≥{plain(target)}次", f"{plain(actual)}次", plain(weight)
    strict, kind = known(scored(*texts, method="及格线赋分")), known(scored(*texts))
    assert strict.high <= kind.high


@FEW
@given(scored_rows(), st.decimals("0.01", 1000, places=2))
def test_a_harder_target_never_scores_more(row: Row, more: Decimal) -> None:
    target, actual, weight = row
    easy = scored(f"≥{plain(target)}次", f"{plain(actual)}次", plain(weight))
    hard = scored(f"≥{plain(target + more)}次", f"{plain(actual)}次", plain(weight))
    assert exact(hard)[0] <= exact(easy)[0]
    assert exact(hard)[1] <= exact(easy)[1]


@FEW
@given(st.integers(1, 11), st.integers(0, 100))
def test_the_later_it_is_the_more_is_due_and_the_less_it_scores(month: int, share: int) -> None:
    target = parse_value("序时进度")
    scores = [
        score_indicator(
            target,
            parse_actual(f"{share}%", target),
            Decimal(10),
            NATIONAL,
            context=Context(as_of=date(2025, one + 1, 1), year=2025),
        )
        for one in (month, month - 1)
        if one
    ]
    ends = [exact(one)[0] for one in scores]
    assert ends == sorted(ends)


@FEW
@given(scored_rows(), st.decimals(0, 100, places=2))
def test_what_is_over_fulfilled_scores_as_what_is_fulfilled(row: Row, more: Decimal) -> None:
    target, _, weight = row
    just = scored(f"≥{plain(target)}次", f"{plain(target)}次", plain(weight))
    over = scored(f"≥{plain(target)}次", f"{plain(target + more)}次", plain(weight))
    assert just.points == over.points


# ── intervals ────────────────────────────────────────────────────────────────


@FEW
@given(scored_rows())
def test_a_rule_that_is_silent_holds_what_every_rule_would_say(row: Row) -> None:
    target, actual, weight = row
    texts = f"≤{plain(target)}次", f"{plain(actual)}次", plain(weight)
    wide = known(scored(*texts))
    for rules in (BY_QUOTIENT, BY_EXCESS):
        point = known(scored(*texts, rules=rules))
        assert wide.low <= point.low == point.high <= wide.high


@FEW
@given(documents(), scored_rows(), st.integers(0, 3))
def test_an_answer_leaves_the_total_inside_what_it_was_before(
    given_: tuple[Table, tuple[ActualRow, ...]], row: Row, at: int
) -> None:
    """Whatever is answered where nothing was: the total and its grades only become narrower."""
    table, rows = given_
    name = NAMES[at]
    without = [one for one in rows if one.level3 != name]
    target = table.indicators[at].values[0][1]
    text = f"{plain(row[1])}{target.text[-1]}"
    answered = [*without, ActualRow(project="某项目", level3=name, actual=text)]
    before, after = evaluated(table, without), evaluated(table, answered)
    assert total(before).low <= total(after).low <= total(after).high <= total(before).high
    assert set(after.tables[0].grades) <= set(before.tables[0].grades)
    assert name in {one.level3 for one in before.tables[0].deciding}


@FEW
@given(documents())
def test_the_shares_of_what_is_open_come_to_the_whole_interval(
    given_: tuple[Table, tuple[ActualRow, ...]],
) -> None:
    one = evaluated(*given_).tables[0]
    shares = [each.share for each in one.deciding]
    assert sum(shares, Fraction()) == (1 if shares else 0)
    assert shares == sorted(shares, reverse=True)
    assert bool(shares) is not one.total.points.is_point
    if len(one.grades) > 1 and len(one.deciding) == 1:
        assert one.deciding[0].alone is True
    if len(one.grades) == 1:
        assert not any(each.alone for each in one.deciding)


# ── merging, and what does not apply ─────────────────────────────────────────


def table_of(target: str, weight: str = "80") -> Table:
    value = (("年初目标值(A)", parse_value(target)),)
    row = Indicator("产出指标", "数量指标", "甲", value, weight=Decimal(weight))
    columns = (Column("年初目标值(A)", "目标值"),)
    return Table("项目自评表", "", "某项目", columns=columns, indicators=(row,), year=2024)


def of_unit(unit: str, actual: str, spent: Decimal | None = None) -> ActualRow:
    extra = () if spent is None else (("支出金额", f"{plain(spent)}万元"),)
    return ActualRow(unit=unit, project="某项目", level3="甲", actual=actual, extra=extra)


@FEW
@given(scored_rows(), st.decimals(0, 1000, places=2), st.sampled_from(["≥", "≤"]))
def test_a_figure_in_two_parts_is_the_figure(row: Row, part: Decimal, sign: str) -> None:
    target, actual, _ = row
    table = table_of(f"{sign}{plain(target)}次")
    whole = evaluated(table, [of_unit("甲所", f"{plain(actual + part)}次")])
    parts = [of_unit("甲所", f"{plain(actual)}次"), of_unit("乙所", f"{plain(part)}次")]
    for filed in (parts, parts[::-1]):
        assert points_of(evaluated(table, filed)) == points_of(whole)


MONEY = st.decimals("0.01", 1000, places=2)


@FEW
@given(st.decimals(0, 120, places=2), st.decimals(0, 120, places=2), MONEY, MONEY)
def test_an_average_lies_between_its_parts_and_equal_parts_are_it(
    one: Decimal, other: Decimal, first: Decimal, second: Decimal
) -> None:
    table = table_of("≥100%")

    def both(left: Decimal, right: Decimal) -> tuple[Fraction, Fraction]:
        rows = [
            of_unit("甲所", f"{plain(left)}%", first),
            of_unit("乙所", f"{plain(right)}%", second),
        ]
        return exact(evaluated(table, rows).tables[0].indicators[0])

    def alone(share: Decimal) -> tuple[Fraction, Fraction]:
        return exact(
            evaluated(table, [of_unit("甲所", f"{plain(share)}%")]).tables[0].indicators[0]
        )

    low, high = sorted((one, other))
    assert alone(low)[0] <= both(one, other)[0] <= alone(high)[0]
    assert both(one, one) == alone(one)


@FEW
@given(documents(), st.integers(0, 3))
def test_what_does_not_apply_leaves_the_rest_in_proportion(
    given_: tuple[Table, tuple[ActualRow, ...]], at: int
) -> None:
    """折算: the share of the full marks is that of the rest, but for the rounding of the total."""
    table, rows = given_
    out = ActualRow(project="某项目", level3=NAMES[at], actual="不适用")
    kept = [one for one in rows if one.level3 != NAMES[at]]
    scaled = evaluated(table, [*kept, out]).tables[0]
    rest = [one for one in scaled.indicators if one.points is not None]
    weight = sum((one.weight or Decimal(0) for one in rest), Decimal(0))
    assert scaled.total.out_of == 100
    for end in ("low", "high"):
        plain_sum = sum((getattr(known(one), end) for one in rest), Decimal(0))
        exact_end = Fraction(plain_sum) * 100 / Fraction(weight)
        assert abs(Fraction(getattr(scaled.total, end)) - exact_end) <= Fraction(1, 200)


@FEW
@given(documents(), st.integers(0, 3))
def test_leaving_out_what_scored_in_full_never_raises_the_total(
    given_: tuple[Table, tuple[ActualRow, ...]], at: int
) -> None:
    table, rows = given_
    values = (("年初目标值(A)", parse_value("≥1次")),)
    full = evolve(table.indicators[at], values=values)
    table = evolve(table, indicators=(*table.indicators[:at], full, *table.indicators[at + 1 :]))
    kept = [one for one in rows if one.level3 != NAMES[at]]
    reached = ActualRow(project="某项目", level3=NAMES[at], actual="1次")
    with_it = evaluated(table, [*kept, reached])
    without = evaluated(table, [*kept, evolve(reached, actual="不适用")])
    assert total(without).low <= total(with_it).low
    assert total(without).high <= total(with_it).high + Decimal("0.01")
