"""Deleting any one line of a shipped ruleset is noticed; the script shows it for every line."""

from __future__ import annotations

import pytest

from delete_a_line import lines_of, noticed_by, shipped

TEXTS = shipped()


def test_the_text_as_it_is_would_not_be_noticed() -> None:
    for name, text in TEXTS.items():
        assert noticed_by(name, f"{text}\n\n", len(text.splitlines())) is None, name


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_no_line_can_be_deleted_unnoticed(name: str) -> None:
    """Every seventh line here, another seventh for each ruleset; all of them in the script."""
    text = TEXTS[name]
    first = sorted(TEXTS).index(name) % 7
    unnoticed = [
        number + 1 for number in lines_of(text)[first::7] if noticed_by(name, text, number) is None
    ]
    assert unnoticed == []
