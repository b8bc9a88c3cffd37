"""Broken cells, and how far a sheet reaches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.intake.package import SHEETS, Refusal, unpack
from cchc_cli.intake.scan import Broken, broken_cells, place_name
from tests.intake.books import blank, sheet


def broken(rows: str) -> dict[tuple[int, int], str]:
    return {place: one.error for place, one in broken_cells(sheet(rows).encode()).items()}


def refusal(rows: str) -> Refusal:
    with pytest.raises(Refusal) as caught:
        broken_cells(sheet(rows).encode())
    return caught.value


@pytest.mark.parametrize(
    ("cell", "error"),
    [
        ('<c r="B3" t="e"><v>#REF!</v></c>', "#REF!"),
        ("<c r='B3' t='e'><f>1/0</f><v>#DIV/0!</v></c>", "#DIV/0!"),
        ('<c r="B3"><f>1+1</f></c>', ""),
        ('<c r="B3"><f>1+1</f><v></v></c>', ""),
        ('<c r="B3"><f>1+1</f><v/></c>', ""),
        ('<c r="B3" t="str"><f>A1</f></c>', ""),
    ],
)
def test_a_broken_cell(cell: str, error: str) -> None:
    assert broken(f'<row r="3">{cell}</row>') == {(2, 1): error}


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="B3"><v>1</v></c>',
        '<c r="B3"><f>1+1</f><v>2</v></c>',
        '<c r="B3" t="str"><f>A1</f><v></v></c>',
        '<c r="B3" t="inlineStr"><is><t>"e"</t></is></c>',
        '<c r="B3" s="4"/>',
    ],
)
def test_a_whole_cell(cell: str) -> None:
    assert broken(f'<row r="3">{cell}</row>') == {}


def test_cells_without_a_place_are_counted() -> None:
    rows = '<row><c><v>1</v></c><c><f>1</f></c></row><row/><row><c t="e"><v>#N/A</v></c></row>'
    assert broken(rows) == {(0, 1): "", (2, 0): "#N/A"}
    assert broken('<row r="7"><c><f>1</f></c></row>') == {(6, 0): ""}
    assert broken('<row r="x"><c><f>1</f></c></row>') == {(0, 0): ""}


def test_a_prefix_hides_nothing() -> None:
    data = '<x:a xmlns:x="u"><x:row r="1"><x:c r="A1"><x:f>1</x:f></x:c></x:row></x:a>'
    assert broken_cells(data.encode()) == {(0, 0): Broken()}


def test_our_own_sheets_need_no_second_look() -> None:
    parts = unpack(blank(), ".xlsx")
    assert [broken_cells(data) for name, data in parts.items() if name.startswith(SHEETS)] == [
        {} for _ in range(5)
    ]


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        ('<row r="1"><c r="A1"><v>1</v></c></row><row><c r="XFD1048576"><v>1</v></c></row>',
         "XFD1048576"),
        ('<row r="1048577"><c><v>1</v></c></row>', "A1048577"),
        ('<row r="1"><c r="XFE1"><v>1</v></c></row>', "XFE1"),
        ('<row><c r="AAA9999"><f>1</f></c></row>', "AAA9999"),
    ],
)  # fmt: skip
def test_a_sheet_that_reaches_too_far(rows: str, cell: str) -> None:
    error = refusal(rows)
    assert (error.code, error.values) == ("form_sheet_big", {"cell": cell})


def test_empty_cells_far_away_do_no_harm() -> None:
    assert broken('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>') == {}


@pytest.mark.parametrize("place", ["", "A", "1", "AAAA1", "A12345678", "A1B", "&#65;1"])
def test_a_place_that_is_none(place: str) -> None:
    rows = f'<row r="1"><c r="{place}"><v>1</v></c></row>'
    if place == "&#65;1":
        assert broken(rows) == {}
    else:
        assert refusal(rows).code == "form_broken"


def test_what_is_no_xml() -> None:
    unknown = b'<?xml version="1.0" encoding="utf-nan"?><a><f/></a>'
    with pytest.raises(Refusal):
        broken_cells(unknown)
    assert refusal("<row><c><v>1</c></row>").code == "form_broken"


@given(st.integers(0, 1_048_575), st.integers(0, 16_383))
def test_a_place_has_a_name(row: int, column: int) -> None:
    name = place_name((row, column))
    letters = name.rstrip("0123456789")
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    assert (int(name.removeprefix(letters)) - 1, number - 1) == (row, column)
