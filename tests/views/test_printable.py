"""Texts without control characters."""

import pytest

from cchc_cli.views.printable import printable


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Sở Nội vụ", "Sở Nội vụ"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\x00a\x0b\x1f\x7f", "a"),
        ("a\udcff\ufffe\uffff", "a"),
    ],
)
def test_what_is_kept(text: str, kept: str) -> None:
    assert printable(text) == kept
