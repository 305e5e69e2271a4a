"""Every code of the checks has an example that is really found, and the page says what it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from checks_page import CASES, PAGE, SENSES, example, page
from jixiao.messages.template import TEMPLATE

if TYPE_CHECKING:
    from check_cases import Case

ENTRIES = (*TEMPLATE, *SENSES)
ACCUSING = ("造假", "违规", "虚报", "矛盾", "非法", "无效输入")


def test_every_code_has_one_case() -> None:
    assert sorted(case.code for case in CASES) == sorted(entry.code for entry in ENTRIES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_the_example_is_found_and_its_sentence_is_complete(case: Case) -> None:
    one = example(case)
    for lang in ("zh", "en"):
        assert not re.search(r"\{[a-z_]+\}", one.message(lang))
    assert one.heading in ("完整性", "相关性", "适当性", "可行性")
    assert not [word for word in ACCUSING if word in one.message()]


def test_the_page_is_up_to_date() -> None:
    """Write it anew with `python tests/checks_page.py`."""
    assert PAGE.read_text(encoding="utf-8") == page()
