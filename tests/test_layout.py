"""Text in columns: Chinese takes two, nothing overlaps, nothing is cut in silence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jixiao.writing.layout import aligned, cut, terminal_width

words = st.text(alphabet="满意度≥9%ab（，é", max_size=20)


@given(st.lists(st.tuples(words, words, words), min_size=1, max_size=6))
def test_the_last_column_starts_at_one_place(rows: list[tuple[str, str, str]]) -> None:
    lines = aligned([(first, second, "|" + third) for first, second, third in rows])

    assert len({terminal_width(line[: line.index("|")]) for line in lines}) == 1


@given(words, st.integers(min_value=2, max_value=30))
def test_a_cut_text_fits_and_says_that_it_was_cut(text: str, width: int) -> None:
    result = cut(text, width)

    assert terminal_width(result) <= width
    assert result == " ".join(text.split()) or result.endswith("…")
