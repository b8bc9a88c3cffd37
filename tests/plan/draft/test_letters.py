"""One spelling for comparing, letter for letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.plan.draft.letters import broken, mended, plain


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Uỷ ban", "ủy ban"),
        ("hoà bình", "hòa bình"),
        ("quý IV", "quý iv"),
        ("Toàn dân", "toàn dân"),
        ("HOÀN THÀNH", "hoàn thành"),
        ("định kǶ", "định kỳ"),
        ("2021–2025", "2021-2025"),
        ("Sở\u00a0Nội vụ", "sở nội vụ"),
    ],
)
def test_words_are_compared_in_one_spelling(written: str, read: str) -> None:
    assert plain(written) == read


@given(st.text())
def test_a_place_in_plain_text_is_the_place_in_the_text(text: str) -> None:
    assert len(plain(text)) == len(text)


def test_a_letter_that_grows_in_small_keeps_its_place() -> None:
    assert plain("İ A") == "i a"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("báo cáo kết quả", ""),
        ("tổ chΰc họp", "chΰc"),
        ("hết ǎ", "ǎ"),
        ("\ufffdxong việc", "\ufffdxong"),
    ],
)
def test_the_word_with_a_broken_letter_is_told(text: str, word: str) -> None:
    assert broken(text) == word


def test_letters_of_broken_fonts_are_put_right() -> None:
    assert mended("đội ngǜ") == "đội ngũ"
