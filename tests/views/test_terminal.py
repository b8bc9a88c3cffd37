"""Tables on a terminal: they fit, and show every cell as it is."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.domain.plan import Plan
from cchc_cli.services.deadlines import list_deadlines
from cchc_cli.views.deadlines import deadlines_sheet
from cchc_cli.views.sheet import Column, Section, Sheet
from cchc_cli.views.terminal import table
from tests.views.screen import WIDTHS, columns, too_wide

PROPERTY = settings(max_examples=100, deadline=None)
COLUMNS = (Column("id", "Mã", 8), Column("title", "Nhiệm vụ", 40), Column("role", "Vai trò", 20))
LONG = "https://dichvucong.hanoi.gov.vn/" + "rất-dài-" * 40


def sheet(rows: Sequence[Sequence[str]], above: str = "Kế hoạch", below: str = "Cộng") -> Sheet:
    """A sheet of three columns."""
    return Sheet([above], COLUMNS, [Section("Riêng", rows)], [below])


def test_a_small_table() -> None:
    assert table(sheet([["V.1", "Đôn đốc", "thực hiện"]]), 60, color=False) == (
        "Kế hoạch\n\nRiêng\nMã  Nhiệm vụ Vai trò\nV.1 Đôn đốc  thực hiện\n\nCộng\n"
    )


def test_columns_of_all_sections_stand_under_each_other() -> None:
    rows = (["V.1", "Ngắn", "chủ trì"], ["V.10.3b", "Một tên dài hơn nhiều", "-"])
    sections = [Section("Một", rows[:1]), Section("Hai", rows[1:])]
    text = table(Sheet([], COLUMNS, sections), 80, color=False)
    assert text == (
        "\nMột\nMã      Nhiệm vụ              Vai trò\nV.1     Ngắn                  chủ trì\n"
        "\nHai\nMã      Nhiệm vụ              Vai trò\nV.10.3b Một tên dài hơn nhiều -\n"
    )


WHOLE = (Column("due", "Hạn", 4, whole=True), *COLUMNS)


@pytest.mark.parametrize("width", WIDTHS)
def test_cells_of_a_whole_column_are_never_broken(width: int) -> None:
    due = "trước 15/6/2021"
    rows = [[due, "V.1", "Đôn đốc các cơ quan " * 5, "thực hiện theo nhóm"]]
    text = table(Sheet([], WHOLE, [Section("", rows)]), width, color=False)
    lines = text.splitlines()
    assert lines[2].startswith(f"{due} V.1")
    assert all(line.startswith(" " * (len(due) + 1)) for line in lines[3:])
    assert too_wide(text, width) == []


def test_a_whole_column_is_as_wide_as_its_longest_cell_in_any_section() -> None:
    sections = [
        Section("", [["15/6/2021", "V.1", "a", "b"]]),
        Section("", [["trước 15/12/2021", "V.2", "c", "d"]]),
    ]
    text = table(Sheet([], WHOLE, sections), 60, color=False)
    assert "\n15/6/2021        V.1" in text
    assert "\ntrước 15/12/2021 V.2" in text


@pytest.mark.parametrize(
    ("width", "whole"), [(40, True), (39, False)], ids=["half of the screen", "more than half"]
)
def test_on_a_narrow_screen_whole_columns_share_the_width(width: int, *, whole: bool) -> None:
    # A whole column of 19 letters and a space.
    due = "tuần-12-của-quý-hai"
    rows = [[due, "V.1", "a", "b"]]
    text = table(Sheet([], WHOLE, [Section("", rows)]), width, color=False)
    assert (due in text) is whole
    assert too_wide(text, width) == []


def letters(texts: Iterable[str]) -> Counter[str]:
    """How often each letter stands in some texts."""
    return Counter(letter for text in texts for letter in text if not letter.isspace())


@pytest.mark.parametrize("width", [60, 40, 30])
def test_on_a_narrow_screen_every_letter_is_there(plan_2021: Plan, width: int) -> None:
    shown = deadlines_sheet(list_deadlines(plan_2021, date(2021, 6, 10), every=True))
    text = table(shown, width, color=False)
    assert too_wide(text, width) == []
    said = [*shown.above, *shown.below]
    for section in shown.sections:
        said += [section.heading, *(column.head for column in shown.columns)]
        said += [cell for row in section.rows for cell in row]
    assert letters([text]) == letters(said)


@pytest.mark.parametrize("width", WIDTHS)
def test_what_stands_above_and_below_is_wrapped(width: int) -> None:
    text = table(sheet([["V.1", "a", "b"]], "trên " * 40, "dưới " * 40), width, color=False)
    assert too_wide(text, width) == []
    above, _, below = text.split("\n\n")
    assert above.split() == ["trên"] * 40
    assert below.split() == ["dưới"] * 40
    assert all(line.startswith("  dưới") for line in below.splitlines()[1:])


def test_without_heading_and_notes() -> None:
    text = table(Sheet([], COLUMNS[:1], [Section("", [["V.1"]])]), 60, color=False)
    assert text == "\nMã\nV.1\n"


def test_colours_only_where_they_were_asked_for() -> None:
    shown = sheet([["V.1", "Đôn đốc", "thực hiện"]])
    assert "\x1b[" not in table(shown, 80, color=False)
    assert "\x1b[1m" in table(shown, 80, color=True)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    ("row", "above"),
    [
        pytest.param(["V.1", "Đôn đốc các cơ quan " * 20, "thực hiện"], "Kế hoạch", id="long text"),
        pytest.param(["V.1", LONG, LONG], "Kế hoạch", id="long words"),
        pytest.param([LONG, "a", "b"], LONG, id="long words everywhere"),
        pytest.param(["V.1", "ệ" * 300, "ệ" * 300], "Kế hoạch", id="combining marks"),
        pytest.param(["V.1", "改革" * 100, "改革" * 100], "Kế hoạch", id="wide letters"),
    ],
)
def test_no_line_is_wider_than_the_screen(row: list[str], above: str, width: int) -> None:
    assert too_wide(table(sheet([row], above, above), width, color=False), width) == []


def test_long_words_are_folded_and_not_cut() -> None:
    text = table(sheet([["V.1", LONG, "a"]]), 80, color=False)
    assert LONG in "".join(line[4:].split(" ")[0] for line in text.splitlines()[4:-2])


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param("[bold]đậm[/bold]", id="markup"),
        pytest.param("[/]", id="an end without beginning"),
        pytest.param("[ĐIỀN: số]", id="a mark to fill in"),
        pytest.param("[1]", id="a number in brackets"),
        pytest.param("a]b", id="a closing bracket"),
        pytest.param("\\[bold]", id="a backslash before markup"),
        pytest.param("a\\", id="a backslash at the end"),
        pytest.param(":warning:", id="a name of a picture"),
        pytest.param("15:30:ok:", id="colons"),
    ],
)
@pytest.mark.parametrize("color", [False, True])
def test_a_text_stands_literally(cell: str, *, color: bool) -> None:
    assert cell in table(sheet([["V.1", cell, "a"]]), 80, color=color)
    around = Sheet([cell], COLUMNS, [Section(cell, [["V.1", "a", "b"]])], [cell])
    assert table(around, 80, color=color).count(cell) == 3


def test_a_head_is_no_markup_either() -> None:
    heads = (Column("a", "[bold]Mã", 20), Column("b", ":warning:", 20))
    text = table(Sheet([], heads, [Section("", [["1", "2"]])]), 80, color=False)
    assert "[bold]Mã :warning:\n" in text


@PROPERTY
@given(
    words=st.lists(st.text("aăđệ[]/x-", min_size=1, max_size=12), min_size=1, max_size=30),
    width=st.sampled_from(WIDTHS),
)
def test_whatever_the_words_they_fit_and_are_all_there(words: list[str], width: int) -> None:
    text = table(sheet([["V.1", " ".join(words), "a"]]), width, color=False)
    assert too_wide(text, width) == []
    shown = "".join(text.split())
    for word in words:
        assert word[:1] in shown
    assert sum(map(len, words)) <= len(shown)


def test_the_ruler() -> None:
    assert columns("Hà Nội") == 6
    assert columns("ệ") == 1
    assert columns("改") == 2
    assert too_wide("ab\nabc", 2) == ["abc"]
