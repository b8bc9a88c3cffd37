"""Text files: paragraphs, tables, broken lines, and what is refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.errors import BadDocument
from cchc_cli.plan.draft.blocks import Paragraph, Place, Table
from cchc_cli.plan.draft.text import blocks_of, read_text

BROKEN = """\
I. MỤC ĐÍCH
Nâng cao ý thức, trách nhiệm, chất lượng, hiệu quả công việc của cơ
quan nhà nước; của đội ngũ cán bộ, công chức, viên chức trong thực
thi công vụ phục vụ người dân, tổ chức chính trị
- xã hội.
                                  2
1. Sở Nội vụ chủ trì, phối hợp với các cơ quan, đơn vị tham mưu cho
UBND Thành phố ban hành kế hoạch; tổng hợp, báo cáo kết quả thực

hiện trước ngày 15/6/2021.
    Các sở, ban, ngành xây dựng kế hoạch và gửi về Sở Nội vụ để tổng
hợp.
"""


def lines_of(text: str) -> list[str]:
    """What a text reads as: paragraphs, and rows of tables."""
    lines = []
    for block in blocks_of(text):
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            lines += [" | ".join(cell.text for cell in row) for row in block.rows]
    return lines


def test_a_line_is_a_paragraph() -> None:
    assert list(blocks_of("I. MỤC ĐÍCH\r\n\r\n  Nâng cao.\rHết")) == [
        Paragraph("I. MỤC ĐÍCH", Place(1)),
        Paragraph("Nâng cao.", Place(3)),
        Paragraph("Hết", Place(4)),
    ]


def test_a_stray_line_goes_on() -> None:
    assert lines_of("- Phối hợp: các cơ quan, địa phương\nliên quan.\n- Hết") == [
        "- Phối hợp: các cơ quan, địa phương liên quan.",
        "- Hết",
    ]


def test_paragraphs_that_were_broken_at_the_width_of_a_page() -> None:
    assert lines_of(BROKEN) == [
        "I. MỤC ĐÍCH",
        "Nâng cao ý thức, trách nhiệm, chất lượng, hiệu quả công việc của cơ quan nhà nước; của "
        "đội ngũ cán bộ, công chức, viên chức trong thực thi công vụ phục vụ người dân, tổ chức "
        "chính trị - xã hội.",
        "1. Sở Nội vụ chủ trì, phối hợp với các cơ quan, đơn vị tham mưu cho UBND Thành phố ban "
        "hành kế hoạch; tổng hợp, báo cáo kết quả thực hiện trước ngày 15/6/2021.",
        "Các sở, ban, ngành xây dựng kế hoạch và gửi về Sở Nội vụ để tổng hợp.",
    ]


def test_rows_between_bars() -> None:
    text = "Phụ lục\n| TT | Nội dung |\n|---|---|\n| 1 | a\\|b<br>c |\n|2|x\n| | |\nHết"
    table = list(blocks_of(text))[1]
    assert isinstance(table, Table)
    assert table.place == Place(2)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["TT", "Nội dung"],
        ["1", "a|b\nc"],
        ["2", "x"],
    ]


def test_a_table_of_nothing_is_none() -> None:
    assert lines_of("|---|---|\n| | |") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(
            "TT\tViệc\tChủ trì\n1\tHọp\tSở Nội vụ\n2\tBáo cáo\tSở Y tế\nHết",
            ["TT | Việc | Chủ trì", "1 | Họp | Sở Nội vụ", "2 | Báo cáo | Sở Y tế", "Hết"],
            id="three rows",
        ),
        pytest.param(
            "UBND\t\t\tCỘNG HÒA\nSố: 1\t\t\tĐộc lập", ["UBND CỘNG HÒA", "Số: 1 Độc lập"],
            id="the head of a letter",
        ),
        pytest.param("1.\tHọp\n2.\tBáo cáo", ["1. Họp", "2. Báo cáo"], id="labels"),
    ],
)  # fmt: skip
def test_rows_between_tabs(text: str, lines: list[str]) -> None:
    assert lines_of(text) == lines


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_codes_of_unicode(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Ủy ban nhân dân".encode(encoding))
    document = read_text(path)
    assert (document.name, document.form) == ("a.txt", "txt")
    assert document.blocks == (Paragraph("Ủy ban nhân dân", Place(1)),)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param("Hết\nỦy ban".encode() + b"\xff", "document_not_utf8", id="another code"),
        pytest.param(b"a\0b", "document_unknown", id="no text"),
        pytest.param(
            ("Uû ban nh©n d©n thµnh phè; c¸c së, ban, ngµnh cña Thµnh phè " * 9).encode(),
            "document_old_letters",
            id="the letters of old fonts",
        ),
    ],
)
def test_what_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(BadDocument) as caught:
        read_text(path)
    assert caught.value.code == code
    assert caught.value.values.get("line") == (2 if code == "document_not_utf8" else None)


@given(st.text(alphabet=st.sampled_from("aÁ|\t\n .:;-1\\"), max_size=80))
def test_no_letter_is_lost(text: str) -> None:
    kept = "".join(lines_of(text))
    for letter in "aÁ1":
        assert kept.count(letter) == text.count(letter)
