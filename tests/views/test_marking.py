"""The refused workbook as it goes back."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from cchc_cli.domain.returned import FormFault, Spot
from cchc_cli.intake.package import safe_copy
from cchc_cli.views.marking import Unmarkable, marked
from tests.intake.books import FIGURES, TASKS, blank, changed, put

DATE = FormFault("form_date", Spot(TASKS, "J5", ("tasks", "date")), "31/6/2021")
NUMBER = FormFault("form_number", Spot(FIGURES, "H6", ("figures", "now")), "=1+1")
GONE = FormFault("form_sheet_gone", values={"sheet": "Nhận xét"})
RED, YELLOW = "FFFFC7CE", "FFFFF9DB"


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(data))


def mark(*faults: FormFault, data: bytes | None = None) -> Any:
    return opened(marked(safe_copy(data or blank()), faults))


def listed(book: Any) -> Sequence[Sequence[object]]:
    return [[cell.value for cell in row] for row in book["Lỗi cần sửa"].iter_rows(min_row=5)]


def test_cells_at_fault_are_red_and_say_why() -> None:
    book = mark(DATE, NUMBER, GONE)
    cell = book[TASKS]["J5"]
    assert cell.fill.start_color.rgb == RED
    assert cell.comment.author == "cchc"
    assert cell.comment.text == (
        "“31/6/2021” không phải là ngày; viết ngày/tháng/năm, ví dụ 05/6/2021."
    )
    assert listed(book) == [
        [1, TASKS, "J5", "Ngày văn bản (hoặc ngày làm xong)", cell.comment.text],
        [2, FIGURES, "H6", "Kỳ này, tổng số", book[FIGURES]["H6"].comment.text],
        [3, "cả tệp", None, None, "Thiếu trang “Nhận xét”; chép lại trang này từ biểu gốc."],
    ]
    assert book["Lỗi cần sửa"]["C5"].hyperlink.location == f"'{TASKS}'!J5"
    assert book.sheetnames[0] == "Lỗi cần sửa"
    assert book.active.title == "Lỗi cần sửa"


def test_what_the_workbook_was_stays() -> None:
    book, before = mark(DATE), opened(blank())
    for tab in (TASKS, FIGURES):
        assert book[tab].column_dimensions["A"].hidden
        assert book[tab].row_dimensions[3].hidden
        assert book[tab].protection.sheet
        assert book[tab].freeze_panes == before[tab].freeze_panes
        assert len(book[tab].data_validations.dataValidation) == len(
            before[tab].data_validations.dataValidation
        )
        assert not book[tab]["H6"].protection.locked
    assert book["cchc"].sheet_state == "veryHidden"


def test_several_faults_of_a_cell_stand_below_each_other() -> None:
    book = mark(DATE, DATE._replace(code="form_date_needed", found=""))
    assert len(book[TASKS]["J5"].comment.text.splitlines()) == 2


def test_marks_of_an_earlier_return_are_wiped_off() -> None:
    once = marked(safe_copy(blank()), [DATE])
    book = mark(NUMBER, data=changed(once, put(TASKS, {"J5": "06/5/2021"})))
    assert book[TASKS]["J5"].comment is None
    assert book[TASKS]["J5"].fill.start_color.rgb == YELLOW
    assert book[FIGURES]["H6"].fill.start_color.rgb == RED
    assert book.sheetnames.count("Lỗi cần sửa") == 1
    assert len(listed(book)) == 1


def test_a_comment_of_the_unit_stays() -> None:
    def note(book: Any) -> None:
        book[TASKS]["K5"].comment = openpyxl.comments.Comment("ghi chú", "Lan")

    assert mark(DATE, data=changed(blank(), note))[TASKS]["K5"].comment.text == "ghi chú"


def test_a_sheet_that_is_named_like_a_formula_or_not_there() -> None:
    def rename(book: Any) -> None:
        book[TASKS].title = "=1+1 'a'"

    fault = DATE._replace(spot=Spot("=1+1 'a'", "J5", ("tasks", "date")))
    book = mark(fault, NUMBER._replace(spot=Spot("Khác", "A1")), data=changed(blank(), rename))
    cell = book["Lỗi cần sửa"]["B5"]
    assert (cell.value, cell.data_type) == ("=1+1 'a'", "s")
    assert book["Lỗi cần sửa"]["C5"].hyperlink.location == "'=1+1 ''a'''!J5"


def test_a_cell_within_a_merged_one_is_in_the_list_only() -> None:
    def merge(book: Any) -> None:
        book[TASKS].merge_cells("J4:J5")

    assert listed(mark(DATE, data=changed(blank(), merge)))[0][2] == "J5"


def test_what_openpyxl_cannot_read() -> None:
    for data in (b"", b"PK\3\4"):
        with pytest.raises(Unmarkable):
            marked(data, [DATE])
