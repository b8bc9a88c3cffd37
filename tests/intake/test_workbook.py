"""A file that came back: matched by key and by header, whatever was done to it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_cli.domain.forms import FORMAT
from cchc_cli.domain.returned import FormFault, Returned, Spots
from cchc_cli.intake import layout, workbook
from cchc_cli.intake.grid import hidden_sheets
from cchc_cli.intake.package import unpack
from cchc_cli.intake.workbook import read_seal, read_workbook
from tests.intake.books import (
    FIGURES,
    TASKS,
    WORDS,
    Change,
    blank,
    changed,
    codes,
    expected,
    package,
    put,
    read,
    sheet,
)

FILLED = (
    put(TASKS, {
        "H5": "Đã hoàn thành", "I5": "12/KH-STP", "J5": "06/5/2021", "K5": "Kế hoạch", "L5": 1,
        "H6": "Đang thực hiện", "L6": 0.6, "M6": "Thiếu kinh phí",
    }),
    put(FIGURES, {"H6": "1.250", "I6": "ước tính", "H7": 0}),
    put(WORDS, {"D5": "Làm tốt", "D8": "Kiến nghị"}),
)  # fmt: skip


NOWHERE = Spots("", "tasks", 0, {})


def told(returned: Returned) -> tuple[object, ...]:
    """All that a workbook says, places left out."""
    return (
        [one._replace(spots=NOWHERE) for one in returned.tasks],
        [(one.indicator, one.value, one.note) for one in returned.figures],
        [(one.part, one.text) for one in returned.words],
    )


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Returned:
    """The filled workbook as it should be read."""
    return read(tmp_path_factory.mktemp("plain"), changed(blank(), *FILLED))


def test_what_was_filled_in(plain: Returned) -> None:
    assert plain.faults == ()
    assert plain.seal is not None
    assert (plain.seal.agency, plain.seal.period) == ("stp", "2021/h1")
    _, figures, words = told(plain)
    assert [
        (one.key, one.result, one.document, str(one.day), one.degree) for one in plain.tasks
    ] == [
        ("V.5|continuous", "done", "12/KH-STP", "2021-05-06", 1),
        ("V.6.1a|once", "doing", None, "None", 0.6),
    ]
    assert plain.tasks[1].difficulty == "Thiếu kinh phí"
    assert figures == [("hoi-nghi", 1250, "ước tính"), ("hoi-nghi-luot", 0, None)]
    assert words == [("strength", "Làm tốt"), ("proposal", "Kiến nghị")]
    assert plain.tasks[0].spots.of("date").cell == "J5"
    assert plain.tasks[0].spots.of("date").column == ("tasks", "date")
    assert len(plain.keys) == 9


def test_an_untouched_workbook_says_nothing(tmp_path: Path) -> None:
    returned = read(tmp_path, blank())
    assert (told(returned), returned.faults, returned.refused) == (([], [], []), (), False)


def _sort(book: Any) -> None:
    """Rows 5 to 9 in the opposite order, with their keys."""
    tab = book[TASKS]
    rows = [[cell.value for cell in tab[at]] for at in range(5, 10)]
    for at, row in enumerate(reversed(rows), 5):
        for column, value in enumerate(row, 1):
            tab.cell(at, column).value = value


def _insert_columns(book: Any) -> None:
    book[TASKS].insert_cols(9, 2)
    book[TASKS]["I4"] = "Ghi chú riêng"
    book[TASKS]["I5"] = "của đơn vị"
    book[FIGURES].insert_cols(1)


def _insert_rows(book: Any) -> None:
    for tab in (TASKS, FIGURES, WORDS):
        book[tab].insert_rows(1, 3)
    book[FIGURES].insert_rows(10)


def _drop_rows(book: Any) -> None:
    book[TASKS].delete_rows(8, 3)
    book[FIGURES].delete_rows(20, 2)


def _rename(book: Any) -> None:
    for at, tab in enumerate((TASKS, FIGURES, WORDS)):
        book[tab].title = f"Trang {at}"


def _hide(book: Any) -> None:
    book[TASKS].row_dimensions[5].hidden = True
    book[FIGURES].column_dimensions["H"].hidden = True
    book[WORDS].sheet_state = "hidden"


def _drop_marks(book: Any) -> None:
    for tab in (TASKS, FIGURES, WORDS):
        book[tab].delete_rows(3)


def _drop_key_column(book: Any) -> None:
    for tab in (TASKS, FIGURES, WORDS):
        book[tab].delete_cols(1)


def _drop_all_keys(book: Any) -> None:
    _drop_marks(book)
    _drop_key_column(book)


def _drop_key_heads(book: Any) -> None:
    for tab in (TASKS, FIGURES, WORDS):
        book[tab]["A4"] = None


def _drop_some_marks(book: Any) -> None:
    for cell in ("A3", "H3", "B3"):
        book[TASKS][cell] = None


def _drop_heads(book: Any) -> None:
    for tab in (TASKS, FIGURES, WORDS):
        for cell in book[tab][4]:
            cell.value = None


def _drop_row_keys(book: Any) -> None:
    book[TASKS]["A5"] = book[FIGURES]["A6"] = book[WORDS]["A8"] = None


def _more_sheets(book: Any) -> None:
    book.create_sheet("Phụ lục", 0)["A1"] = "STT"
    book.move_sheet(WORDS, -3)


def _sums(book: Any) -> None:
    tab = book[FIGURES]
    last = tab.max_row + 1
    tab.cell(last, 3).value, tab.cell(last, 8).value = "Tổng cộng", 1250


def _copied_row(book: Any) -> None:
    tab = book[TASKS]
    for column in range(1, 14):
        tab.cell(30, column).value = tab.cell(5, column).value


def _signed(book: Any) -> None:
    tab = book[WORDS]
    last = tab.max_row
    tab.cell(last, 3).value, tab.cell(last, 4).value = "Nguyễn Văn A", "Trần Thị B"


def _merged_title(book: Any) -> None:
    book[TASKS].unmerge_cells("B1:M1")
    book[TASKS].merge_cells("B1:M2")


@pytest.mark.parametrize(
    "change",
    [
        _sort, _insert_columns, _insert_rows, _drop_rows, _rename, _hide, _drop_marks,
        _drop_key_column, _drop_all_keys, _drop_key_heads, _drop_some_marks, _drop_heads,
        _drop_row_keys, _more_sheets, _sums, _copied_row, _signed, _merged_title,
    ],
)  # fmt: skip
def test_what_was_done_to_the_sheets_does_not_matter(
    tmp_path: Path, plain: Returned, change: Change
) -> None:
    returned = read(tmp_path, changed(blank(), *FILLED, change))
    assert codes(returned) == []

    def in_order(what: tuple[Any, ...]) -> list[object]:
        return [sorted(one, key=str) for one in what]

    assert in_order(told(returned)) == in_order(told(plain))


def test_merged_cells_of_tasks_hold_for_all_their_rows(tmp_path: Path) -> None:
    def merge(book: Any) -> None:
        for cells in ("H5:H6", "I5:J5", "K5:K6"):
            book[TASKS].merge_cells(cells)

    returned = read(tmp_path, changed(blank(), *FILLED, merge))
    assert codes(returned) == []
    assert [(one.result, one.product, one.document, one.day) for one in returned.tasks] == [
        ("done", "Kế hoạch", "12/KH-STP", None),
        ("done", "Kế hoạch", None, None),
    ]


def test_figures_and_words_cannot_be_told_apart_in_merged_cells(tmp_path: Path) -> None:
    def merge(book: Any) -> None:
        book[FIGURES].merge_cells("H6:H8")
        book[WORDS].merge_cells("D5:D6")

    assert codes(read(tmp_path, changed(blank(), *FILLED, merge))) == [
        ("merged", "H7", "1.250"), ("merged", "H8", "1.250"), ("merged", "D6", "Làm tốt"),
    ]  # fmt: skip


def test_too_much_merged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def merge(book: Any) -> None:
        book[TASKS].merge_cells("H5:H12")

    monkeypatch.setattr(layout, "MAX_AREA", 5)
    returned = read(tmp_path, changed(blank(), merge))
    assert (codes(returned), returned.refused) == ([("sheet_big", "", "")], True)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (put(TASKS, {"H5": "Xong rồi"}), ("choice", "H5", "Xong rồi")),
        (put(TASKS, {"J5": "31/6/2021"}), ("date", "J5", "31/6/2021")),
        (put(TASKS, {"J5": "1/1/2020"}), ("date_early", "J5", "1/1/2020")),
        (put(TASKS, {"J5": "13/6/2021"}), ("date_future", "J5", "13/6/2021")),
        (put(TASKS, {"J5": 15062021}), ("date", "J5", "15062021")),
        (put(TASKS, {"J5": 10**15}), ("date", "J5", "1000000000000000")),
        (put(TASKS, {"J5": -1e300}), ("date", "J5", "-1e+300")),
        (put(TASKS, {"L5": "120%"}), ("share", "L5", "120%")),
        (put(TASKS, {"K5": "x" * 2001}), ("text_long", "K5", "x" * 79 + "…")),
        (put(TASKS, {"H5": "=1/0"}), ("uncalculated", "H5", "")),
        (put(TASKS, {"I5": "#REF!"}), ("error", "I5", "#REF!")),
        (put(TASKS, {"A5": "V.5"}), ("key", "C5", "V.5")),
        (put(TASKS, {"C5": "V.6.2"}), ("row_mixed", "C5", "V.6.2")),
        (put(TASKS, {"A30": "V.5|continuous", "H30": "Chưa thực hiện"}), ("row_twice", "C30", "")),
        (put(TASKS, {"K30": "việc khác"}), ("row_unknown", "K30", "việc khác")),
        (put(FIGURES, {"H6": "nhiều"}), ("number", "H6", "nhiều")),
        (put(FIGURES, {"H6": "-"}), ("number", "H6", "-")),
        (put(FIGURES, {"H6": "1,250"}), ("number_doubtful", "H6", "1,250")),
        (put(FIGURES, {"H6": 1.25}), ("fraction", "H6", "1.25")),
        (put(FIGURES, {"H6": -1}), ("negative", "H6", "-1")),
        (put(FIGURES, {"H60": 3, "C60": "Chỉ tiêu mới"}), ("row_unknown", "H60", "3")),
        (put(FIGURES, {"C6": "Tập huấn"}), ("row_mixed", "C6", "Tập huấn")),
        (put(WORDS, {"A5": "khac"}), ("key", "C5", "khac")),
    ],
)
def test_a_fault_is_named_by_its_cell(
    tmp_path: Path, change: Change, fault: tuple[str, str, str]
) -> None:
    returned = read(tmp_path, changed(blank(), *FILLED, change))
    assert codes(returned) == [fault]
    assert not returned.refused


@pytest.mark.parametrize(
    ("change", "code", "column"),
    [
        (lambda book: book[TASKS].delete_cols(9), "form_column_gone", ("tasks", "document")),
        (lambda book: book[FIGURES].delete_cols(8), "form_column_gone", ("figures", "now")),
        (put(TASKS, {"N3": "#result"}), "form_column_twice", ("tasks", "result")),
        (lambda book: book.remove(book[WORDS]), "form_sheet_gone", None),
        (lambda book: book.copy_worksheet(book[TASKS]), "form_sheet_twice", None),
    ],
)
def test_columns_and_sheets_that_are_gone_or_there_twice(
    tmp_path: Path, change: Change, code: str, column: tuple[str, str] | None
) -> None:
    returned = read(tmp_path, changed(blank(), change))
    assert [(one.code, one.spot.column) for one in returned.faults] == [(code, column)]


def _seal(key: str, value: str) -> Change:
    def change(book: Any) -> None:
        for row in book["cchc"].iter_rows():
            if row[0].value == key:
                row[1].value = value

    return change


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_seal("agency", "snv"), "form_not_ours"),
        (_seal("first", "hôm qua"), "form_not_ours"),
        (lambda book: book.remove(book["cchc"]), "form_not_ours"),
    ],
)
def test_a_workbook_whose_seal_is_broken(tmp_path: Path, change: Change, code: str) -> None:
    returned = read(tmp_path, changed(blank(), change))
    assert [one.code for one in returned.faults] == [code]
    assert returned.refused
    assert returned.seal is None


def test_the_seal_is_found_under_another_name(tmp_path: Path) -> None:
    def rename(book: Any) -> None:
        book["cchc"].title = "Ẩn"

    assert read(tmp_path, changed(blank(), rename)).seal is not None


def test_another_format_and_another_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "FORMAT", "cchc-collect/2")
    (fault,) = read(tmp_path, blank()).faults
    assert (fault.code, fault.values["format"]) == ("form_format", FORMAT)
    monkeypatch.undo()
    other = read_workbook(
        tmp_path / "stp.xlsx",
        expected()._replace(refuse=lambda _: FormFault("form_other_plan")),
    )
    assert ([one.code for one in other.faults], other.refused) == (["form_other_plan"], True)
    assert other.tasks == ()


def test_what_is_no_workbook(tmp_path: Path) -> None:
    for data, code in (
        (b"%PDF", "form_not_excel"),
        (package(sheet("")), "form_not_ours"),
        (b"PK\3\4" + b"x" * 30_000_000, "form_file_big"),
    ):
        returned = read(tmp_path, data)
        assert ([one.code for one in returned.faults], returned.refused) == ([code], True)


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    returned = read_workbook(tmp_path / "không có.xlsx", expected())
    assert [one.code for one in returned.faults] == ["form_unreadable"]


def test_a_name_is_told_without_what_a_terminal_would_obey(tmp_path: Path) -> None:
    assert read(tmp_path, b"", "x\x1b[31m\u202ecod.xlsx").evidence.name == "x[31mcod.xlsx"


CELLS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60),
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(-(10**12), 10**15),
    st.booleans(),
    st.dates(),
    st.none(),
    st.sampled_from(["=1+1", "#N/A", "Đã hoàn thành", "1.250", "1,250", "80%", "31/6/2021"]),
)
PLACES = st.sampled_from(
    [(tab, f"{column}{row}") for tab in (TASKS, FIGURES, WORDS) for column in "ABCDHIJKLM"
     for row in (3, 4, 5, 6, 9)]
)  # fmt: skip
ILLEGAL = set(map(chr, range(32)))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.dictionaries(PLACES, CELLS, max_size=8))
def test_whatever_is_typed_is_read_or_named(
    tmp_path_factory: pytest.TempPathFactory, cells: dict[tuple[str, str], Any]
) -> None:
    """Nothing but faults and values comes of any cell, and every fault has a place."""
    changes: list[Callable[[Any], None]] = [
        put(tab, {cell: value}) for (tab, cell), value in cells.items()
    ]
    returned = read(tmp_path_factory.mktemp("any"), changed(blank(), *changes))
    assert not returned.refused
    for fault in returned.faults:
        assert fault.spot.sheet or fault.code in ("form_sheet_gone", "form_sheet_twice")
        assert not set(fault.found) & ILLEGAL
    for one in returned.figures:
        assert one.value is None or one.value >= 0


def test_a_glance_tells_whose_a_file_is_and_never_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.xlsx"
    for content, agency in ((blank(), "stp"), (b"", None), (b"PK", None)):
        file.write_bytes(content)
        seal = read_seal(file)
        assert (seal and seal.agency) == agency
    assert read_seal(tmp_path / "không có.xlsx") is None
    file.write_bytes(blank())
    monkeypatch.setattr(workbook, "MAX_FILE", 100)
    assert read_seal(file) is None


def test_a_glance_leaves_sheets_that_all_can_see() -> None:
    """Of a whole workbook nothing but the sealed sheet is unpacked."""
    parts = unpack(blank(), ".xlsx", hidden_sheets)
    assert sum(name.startswith("xl/worksheets/") for name in parts) == 1
