"""Rows as high as their texts need."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.views.excel.heights import HIGHEST, LINE, MARGIN, height_of, lines_of


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("một hai ba", 10, 1),
        ("một hai ba bốn", 10, 2),
        ("một\nhai", 10, 2),
        ("m" * 31, 10, 4),
        ("một " + "m" * 21, 10, 4),
        ("a" * 10 + " b", 10, 2),
        ("x", 0.1, 1),
    ],
)
def test_lines_of_a_text(text: str, width: float, lines: int) -> None:
    assert lines_of(text, width) == lines


def test_the_highest_text_of_a_row_decides() -> None:
    assert height_of([("một", 10), ("một\nhai\nba", 10)]) == 3 * LINE + MARGIN
    assert height_of([]) == LINE + MARGIN
    assert height_of([("a", 10)], 20) == 20 + MARGIN
    assert height_of([("\n" * 1000, 10)]) == HIGHEST


@given(st.text(alphabet="aă \n", max_size=200), st.floats(1, 60))
def test_every_letter_has_its_room(text: str, width: float) -> None:
    letters = max(int(width * 1.04), 1)
    assert lines_of(text, width) * letters >= len(text.replace(" ", "").replace("\n", ""))
