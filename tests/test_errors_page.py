"""docs/errors.md says what the program says, and shows every code that a file can get."""

from __future__ import annotations

from errors_page import OF_A_FILE, PAGE, examples, page
from jixiao.messages.language import LANGUAGE


def test_the_page_is_what_the_script_writes() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python tests/errors_page.py"


def test_every_code_of_a_file_has_an_example() -> None:
    codes = {entry.code for entry in LANGUAGE}
    assert codes >= OF_A_FILE
    assert set(examples()) >= OF_A_FILE
    assert sum(map(len, examples().values())) >= 74
