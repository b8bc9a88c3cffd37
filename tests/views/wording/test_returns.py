"""A sentence for everything that can be wrong with a workbook."""

import ast
import re
import string
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import cchc_cli
from cchc_cli.domain.periods import reporting_period
from cchc_cli.domain.returned import FormFault, Spot
from cchc_cli.views.returns import fault_text, header_text, place_text
from cchc_cli.views.wording.returns import FAULTS

SOURCE = Path(cchc_cli.__file__).parent
# Errors of use begin alike and have their sentences elsewhere.
ELSEWHERE = {"form_and_ending", "form_folder_closed", "form_periods", "form_same_folder"}
VALUES: dict[str, object] = {
    "reason": "x", "limit": 20, "format": "cchc-collect/9", "known": "cchc-collect/1",
    "plan": "Kế hoạch", "period": reporting_period("h1", 2021, 15), "other": "b.xlsx", "id": "7",
    "sheet": "Nhiệm vụ", "cell": "XFD1", "meant": "1.250", "length": 2001, "longest": 2000,
    "allowed": "Đã hoàn thành", "nearest": "Đã hoàn thành", "first": date(2020, 12, 15),
    "last": "12/6/2021", "highest": 1_000_000_000_000, "large": "1.250", "small": "1,250",
    "unit": "cuộc", "told": 1, "recorded": 2, "entry": "7", "errno": 13,
}  # fmt: skip


def _codes() -> Iterator[str]:
    """Every code that stands in the program as a text."""
    for file in sorted(SOURCE.rglob("*.py")):
        if "wording" in file.parts:
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and re.fullmatch("form_[a-z_]+", text):
                yield text


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    assert set(_codes()) - ELSEWHERE == set(FAULTS)


@pytest.mark.parametrize("code", FAULTS)
def test_a_sentence_is_whole(code: str) -> None:
    text = fault_text(FormFault(code, Spot("Số liệu", "H6"), "1,250", VALUES))
    assert "{" not in text
    assert "None" not in text
    assert text == text.strip().rstrip(".")
    fields = {name for _, name, _, _ in string.Formatter().parse(FAULTS[code]) if name}
    assert fields <= {*VALUES, "found", "meant_words"}


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        (
            FormFault("form_choice", found="Xong", values={"allowed": "A, B", "nearest": ""}),
            "“Xong” không có trong danh sách; chỉ dùng: A, B",
        ),
        (
            FormFault("form_choice", found="Đã hoan", values={"allowed": "A", "nearest": "A"}),
            "“Đã hoan” không có trong danh sách; chỉ dùng: A; có phải “A”?",
        ),
        (
            FormFault("form_fraction", found="1.25", values={"unit": "cuộc", "meant": "1.250"}),
            "“1.25” có phần lẻ, mà “cuộc” chỉ đếm được số nguyên; nếu là 1.250 thì viết không có "
            "dấu chấm",
        ),
        (
            FormFault("form_fraction", found="1,333", values={"unit": "cuộc", "meant": ""}),
            "“1,333” có phần lẻ, mà “cuộc” chỉ đếm được số nguyên",
        ),
        (
            FormFault("form_other_period", found="2021/q1", values={"period": VALUES["period"]}),
            "biểu của kỳ khác (“2021/q1”); đang thu kỳ 6 tháng đầu năm 2021",
        ),
        (
            FormFault("form_less", found="1", values={"told": 1250.5, "recorded": 2000}),
            "tổng số của kỳ là 1.250,5, ít hơn phần đã ghi nhận (2.000); ghi tổng số gồm cả phần "
            "đó, hoặc đính chính mục ghi thừa",
        ),
        (
            FormFault("form_unreadable", values={"errno": 13}),
            "không mở được tệp: không có quyền",
        ),
        (FormFault("form_number"), "ô trống không phải số; chỉ viết số từ 0 trở lên, không có thì "
         "ghi 0, chưa thống kê được thì để trống"),
    ],
)  # fmt: skip
def test_a_sentence(fault: FormFault, text: str) -> None:
    assert fault_text(fault) == text


def test_a_place() -> None:
    whole, column = FormFault("form_blank"), Spot("Nhiệm vụ", "", ("tasks", "result"))
    assert (place_text(whole), header_text(whole)) == ("cả tệp", "")
    gone = FormFault("form_column_gone", column)
    assert (place_text(gone), header_text(gone)) == ("Nhiệm vụ", "Kết quả")
    assert place_text(FormFault("form_date", Spot("Nhiệm vụ", "J7"))) == "Nhiệm vụ!J7"
