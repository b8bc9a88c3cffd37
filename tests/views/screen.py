"""How much room a text takes on a screen."""

import unicodedata

WIDTHS = (60, 80, 120)


def columns(line: str) -> int:
    """Columns of a terminal that a line fills: combining marks none, wide letters two."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF"
        else 1
        for letter in line
    )  # fmt: skip


def too_wide(text: str, width: int) -> list[str]:
    """The lines that do not fit."""
    return [line for line in text.splitlines() if columns(line) > width]
