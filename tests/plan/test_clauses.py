"""The clauses of a document: words of the outline, places and reasons of the reading."""

from datetime import date
from pathlib import Path

from cchc_cli.domain.clauses import SourceClause
from cchc_cli.plan.clauses import read_clauses
from tests.domain.builders import REGISTRY

DAY = date(2021, 1, 1)


def clauses(folder: Path, text: str) -> tuple[SourceClause, ...]:
    """The clauses of a text."""
    file = folder / "van-ban.txt"
    file.write_text(text, encoding="utf-8")
    return read_clauses(file, REGISTRY, DAY)


def test_every_line_is_a_clause_in_its_place(tmp_path: Path) -> None:
    found = clauses(
        tmp_path,
        "KẾ HOẠCH\nCẢI CÁCH HÀNH CHÍNH NĂM 2021\nI. MỤC ĐÍCH\n- Nâng cao ý thức của công chức.\n"
        "II. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Báo cáo kết quả trước ngày 15/6/2021.\n",
    )
    assert [(one.locator, one.line, one.context) for one in found] == [
        ("", 1, "head"), ("", 2, "head"), ("I", 3, "purpose"), ("I.1", 4, "purpose"),
        ("II", 5, "heading"), ("II.1", 6, "heading"), ("II.1.1", 7, None),
    ]  # fmt: skip
    assert found[-1].text == "Báo cáo kết quả trước ngày 15/6/2021."


def test_a_closing_that_asks_for_something_is_known_by_the_locator_of_the_reading(
    tmp_path: Path,
) -> None:
    closing = (
        "Trên đây là Kế hoạch cải cách hành chính năm 2021. Thủ trưởng các Sở, ban, ngành tổ chức "
        "thực hiện./."
    )
    found = clauses(
        tmp_path,
        "KẾ HOẠCH\nCẢI CÁCH HÀNH CHÍNH NĂM 2021\nI. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n"
        f"- Báo cáo kết quả trước ngày 15/6/2021.\n{closing}\n",
    )
    assert (found[-1].locator, found[-1].text, found[-1].context) == ("KT", closing, None)
    assert found[-1].aside == ("Trên đây là Kế hoạch cải cách hành chính năm 2021",)


def test_a_row_of_a_table_is_a_clause_by_what_is_to_be_done(tmp_path: Path) -> None:
    found = clauses(
        tmp_path,
        "KẾ HOẠCH\nCẢI CÁCH HÀNH CHÍNH NĂM 2021\nI. NHIỆM VỤ\nPHỤ LỤC\n"
        "| TT | Nội dung công việc | Cơ quan chủ trì | Thời gian |\n"
        "| 1 | Rà soát thủ tục hành chính | Sở Nội vụ | Quý II |\n"
        "| 2 | Công khai kết quả giải quyết hồ sơ | Sở Tư pháp | Quý III |\n",
    )
    rows = {one.locator: one for one in found if one.locator.startswith("PL")}
    words = " ".join(one.text for one in rows.values())
    assert "Rà soát thủ tục hành chính" in words
    assert "Công khai kết quả giải quyết hồ sơ" in words
    assert [one.line for one in found] == sorted(one.line for one in found)
