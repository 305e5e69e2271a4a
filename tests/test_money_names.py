"""Which line of money is the total, and what the text of a table says of it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.money_names import BUDGET, SUBTOTAL, TOTALS, is_total, total_at
from jixiao.rows import FundingLine
from jixiao.tables import Table
from jixiao.units import Quantity, parse_unit
from jixiao.writing.document_text import total_money


def line(source: str, number: str | None, column: str = "预算数") -> FundingLine:
    """A line of money in 万元."""
    amount = None if number is None else Quantity(Decimal(number), parse_unit("万元"))
    return FundingLine(source, ((column, amount),))


@pytest.mark.parametrize(
    ("sources", "names", "at"),
    [
        (("其中：财政拨款", "实施期资金总额"), None, 1),
        (("实施期资金总额", "年度资金总额："), None, 1),
        (("预算数", "其中：财政    资金"), None, 0),
        (("财政拨款", "小计"), None, None),
        (("财政拨款", "小计"), (*TOTALS, BUDGET, SUBTOTAL), 1),
        (("专项资金总额", "中央资金"), None, 0),
        (("中央资金", "中央财政资金总额"), None, None),
        (("实施期资金总额",), TOTALS, None),
        ((), None, None),
    ],
)
def test_the_total_is_found_by_name(
    sources: tuple[str, ...], names: tuple[str, ...] | None, at: int | None
) -> None:
    assert (total_at(sources) if names is None else total_at(sources, names)) == at


def test_names_that_may_be_columns_or_parts_are_totals_among_sources_only() -> None:
    assert [is_total(name) for name in ("实施期资金总额", "预算数", "合计")] == [True, False, False]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ((line("实施期资金总额", "718.01"), line("其中：财政拨款", "700")), "资金总额 718.01 万元"),
        ((line("预算数", "15.00"), line("其中：财政资金", "15.00")), "资金总额 15.00 万元"),
        ((line("资金总额", None), line("财政拨款", "3")), "资金总额未读到"),
        ((line("实施期资金总额", "90"), line("年度资金总额", "30")), "资金总额 30 万元"),
        ((), None),
    ],
)
def test_the_text_of_a_table_says_its_total(
    lines: tuple[FundingLine, ...], text: str | None
) -> None:
    assert total_money(Table("项目绩效目标表", "", "培训", funding=lines)) == text
