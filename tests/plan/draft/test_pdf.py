"""PDFs: paragraphs over lines and pages, tables over pages, and what is refused."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from cchc_cli.errors import BadDocument
from cchc_cli.plan.draft import pdf, pdf_pages
from cchc_cli.plan.draft.blocks import Block, Paragraph, Place, Table
from cchc_cli.plan.draft.files import read_blocks
from cchc_cli.plan.draft.pdf import read_pdf, write_answer
from cchc_cli.plan.draft.pdf_blocks import blocks_of
from cchc_cli.plan.draft.pdf_pages import pages_of
from tests.plan.draft.printing import Box, Mark, Picture, Stroke, Text, grid, print_pdf

LEFT, PITCH = 90, 16
FILL = "đầy đủ, đồng bộ, thống nhất, hiệu quả, đúng quy định của pháp luật hiện hành"


def blocks(folder: Path, *pages: list[Mark]) -> tuple[Block, ...]:
    """The blocks of a PDF, read in this process."""
    return tuple(blocks_of(tuple(pages_of(print_pdf(folder / "a.pdf", *pages)))))


def words(folder: Path, *pages: list[Mark]) -> list[str]:
    """What its paragraphs say."""
    return [one.text for one in blocks(folder, *pages) if isinstance(one, Paragraph)]


def lines(*texts: str, top: float = 760, left: float = LEFT) -> list[Mark]:
    """Lines of running text, an item a line; the first is as wide as the page's measure."""
    return [Text(left, top - PITCH * at, text) for at, text in enumerate(texts)]


class TestParagraphs:
    """Lines joined to the paragraphs that were set in them."""

    def test_lines_that_are_filled_go_on(self, tmp_path: Path) -> None:
        page = lines(f"1. Sở Nội vụ {FILL[:60]}", f"Sở Y tế {FILL[:64]}", "UBND xã.", "2. Sở Y tế")
        assert words(tmp_path, page) == [
            f"1. Sở Nội vụ {FILL[:60]} Sở Y tế {FILL[:64]} UBND xã.",
            "2. Sở Y tế",
        ]

    def test_a_line_that_is_not_filled_ends_a_paragraph(self, tmp_path: Path) -> None:
        page = lines(FILL.capitalize(), "Sở Nội vụ tổng hợp", "UBND xã thực hiện", "và báo cáo")
        assert words(tmp_path, page) == [
            f"{FILL.capitalize()} Sở Nội vụ tổng hợp",
            "UBND xã thực hiện và báo cáo",
        ]

    def test_a_line_further_in_begins_one(self, tmp_path: Path) -> None:
        first, second = FILL.capitalize(), f"Sở {FILL[:70]}"
        page: list[Mark] = [
            *lines(first, second, first),
            *lines(second, top=760 - 3 * PITCH, left=LEFT + 28),
            *lines(first, top=760 - 4 * PITCH),
        ]
        assert words(tmp_path, page) == [f"{first} {second} {first}", f"{second} {first}"]

    def test_a_wider_gap_begins_one(self, tmp_path: Path) -> None:
        first = FILL.capitalize()
        page = [*lines(first, first, first), *lines(first, first, top=760 - 4 * PITCH)]
        assert words(tmp_path, page) == [" ".join([first] * 3), " ".join([first] * 2)]

    def test_bold_and_plain_lines_are_apart(self, tmp_path: Path) -> None:
        page: list[Mark] = [Text(LEFT, 760, FILL.upper(), bold=True), *lines(FILL.title(), top=744)]
        found = blocks(tmp_path, page)
        assert [one.bold for one in found if isinstance(one, Paragraph)] == [True, False]

    def test_a_centred_line_stands_alone(self, tmp_path: Path) -> None:
        page: list[Mark] = [
            Text(291, 776, "KẾ HOẠCH"),
            Text(276, 760, "PHỤC VỤ NGƯỜI"),
            *lines(FILL.capitalize(), FILL, top=744),
        ]
        found = blocks(tmp_path, page)
        assert [(one.text, one.centred) for one in found if isinstance(one, Paragraph)] == [
            ("KẾ HOẠCH", True),
            ("PHỤC VỤ NGƯỜI", True),
            (f"{FILL.capitalize()} {FILL}", False),
        ]

    def test_what_always_begins_or_ends_one(self, tmp_path: Path) -> None:
        page = lines(f"{FILL};", f"Căn cứ {FILL[:68]}", f"{FILL[:72]}./.", "Sở Nội vụ")
        assert words(tmp_path, page) == [
            f"{FILL};",
            f"Căn cứ {FILL[:68]} {FILL[:72]}./.",
            "Sở Nội vụ",
        ]

    def test_a_page_ends_within_a_paragraph(self, tmp_path: Path) -> None:
        first = lines(FILL.capitalize(), FILL)
        second = lines("quy định; Sở Nội vụ tổng hợp.", f"Sở {FILL[:70]}")
        assert words(tmp_path, first, second) == [
            f"{FILL.capitalize()} {FILL} quy định; Sở Nội vụ tổng hợp.",
            f"Sở {FILL[:70]}",
        ]

    def test_a_page_ends_with_a_sentence(self, tmp_path: Path) -> None:
        ended = f"{FILL.capitalize()[:-1]}."
        assert words(tmp_path, lines(FILL, ended), lines("Sở Nội vụ tổng hợp.")) == [
            f"{FILL} {ended}",
            "Sở Nội vụ tổng hợp.",
        ]

    def test_a_name_with_a_dash_at_the_end_of_a_line(self, tmp_path: Path) -> None:
        page = lines(FILL.capitalize(), "các tổ chức chính trị", "- xã hội")
        assert words(tmp_path, page)[-1].endswith("các tổ chức chính trị - xã hội")


class TestPages:
    """What heads and ends pages, and stands beside or below the text."""

    def test_numbers_and_heads_of_pages_are_left_out(self, tmp_path: Path) -> None:
        pages = [
            [Text(290, 800, str(at)), *lines(f"{at}. Việc"), Text(LEFT, 40, f"KH số 1, tr. {at}")]
            for at in range(1, 5)
        ]
        assert words(tmp_path, *pages) == ["1. Việc", "2. Việc", "3. Việc", "4. Việc"]

    def test_a_line_that_stands_on_few_pages_is_kept(self, tmp_path: Path) -> None:
        pages = [[*lines("Sở Nội vụ", top=800), *lines(f"{at}. Việc")] for at in (1, 2)]
        assert words(tmp_path, *pages) == ["Sở Nội vụ", "1. Việc", "Sở Nội vụ", "2. Việc"]

    def test_a_number_within_the_text_is_kept(self, tmp_path: Path) -> None:
        assert words(tmp_path, lines("2026", top=420)) == ["2026"]

    def test_footnotes_and_their_signs_are_left_out(self, tmp_path: Path) -> None:
        page: list[Mark] = [
            *lines("Nghị định về thực hiện dân chủ ở cơ sở"),
            Text(LEFT + 228, 766, "1", 7),
            Text(LEFT, 60, "1 Nghị định 42/2022/NĐ-CP", 8),
        ]
        assert words(tmp_path, page) == ["Nghị định về thực hiện dân chủ ở cơ sở"]

    def test_small_letters_within_the_text_are_kept(self, tmp_path: Path) -> None:
        assert words(tmp_path, [*lines("Kế hoạch"), Text(LEFT, 700, "(Kèm theo)", 8)]) == [
            "Kế hoạch",
            "(Kèm theo)",
        ]

    def test_two_columns_side_by_side(self, tmp_path: Path) -> None:
        page: list[Mark] = [
            Text(70, 780, "UBND TỈNH"), Text(330, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"),
            Text(80, 764, "Số: 1/KH"), Text(350, 764, "Độc lập - Tự do"),
            Text(360, 748, "Hà Nội, ngày 1"),
            *lines("Thực hiện Luật", top=720),
        ]  # fmt: skip
        assert words(tmp_path, page) == [
            "UBND TỈNH", "Số: 1/KH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "Độc lập - Tự do",
            "Hà Nội, ngày 1", "Thực hiện Luật",
        ]  # fmt: skip

    def test_places(self, tmp_path: Path) -> None:
        found = blocks(tmp_path, lines("1. Một", "2. Hai"), lines("3. Ba"))
        assert [one.place for one in found] == [Place(1, 1), Place(2, 1), Place(1, 2)]


def cells(xs: list[int], ys: list[int], *rows: list[str]) -> list[Mark]:
    """A table with its words; several lines of a cell are parted by a stroke."""
    marks = grid([float(x) for x in xs], [float(y) for y in ys])
    for (top, _), row in zip(pairwise(ys), rows, strict=True):
        for x, text in zip(xs, row, strict=False):
            marks += [
                Text(x + 4, top - 14 - 14 * at, line) for at, line in enumerate(text.split("/"))
            ]
    return marks


def table_rows(found: Block) -> list[list[str]]:
    """The texts of a table, its merged cells marked."""
    assert isinstance(found, Table)
    return [
        [f"{cell.text}{'>' * (cell.across - 1)}{'^' * cell.above}" for cell in row]
        for row in found.rows
    ]


class TestTables:
    """Tables by their lines."""

    def test_a_table_between_paragraphs(self, tmp_path: Path) -> None:
        page = [
            *lines("Phụ lục"),
            *cells([90, 140, 400], [740, 700, 660], ["TT", "Việc"], ["1", "Họp dân/và báo cáo"]),
            *lines("Nơi nhận:", top=600),
        ]
        before, found, after = blocks(tmp_path, page)
        assert isinstance(before, Paragraph)
        assert isinstance(after, Paragraph)
        assert (before.text, after.text) == ("Phụ lục", "Nơi nhận:")
        assert table_rows(found) == [["TT", "Việc"], ["1", "Họp dân và báo cáo"]]

    def test_items_in_a_cell_stand_on_lines_of_their_own(self, tmp_path: Path) -> None:
        page = cells([90, 140, 400], [740, 680], ["1", "- Họp/và ký/- Báo cáo"])
        page += grid([90, 140, 400], [680, 660])
        (found,) = blocks(tmp_path, page)
        assert table_rows(found)[0] == ["1", "- Họp và ký\n- Báo cáo"]

    def test_merged_cells(self, tmp_path: Path) -> None:
        marks: list[Mark] = [
            *(Stroke(90, y, 400, y) for y in (740, 710, 650)),
            Stroke(140, 680, 400, 680),
            *(Stroke(x, 650, x, 740) for x in (90, 400)),
            *(Stroke(x, 650, x, 710) for x in (140, 270)),
            Text(94, 720, "I. Nhóm"), Text(94, 690, "1"), Text(144, 690, "a"), Text(274, 690, "b"),
            Text(144, 660, "c"), Text(274, 660, "d"),
        ]  # fmt: skip
        (found,) = blocks(tmp_path, marks)
        assert table_rows(found) == [["I. Nhóm>>"], ["1", "a", "b"], ["^", "c", "d"]]

    def test_a_table_goes_on_over_a_page(self, tmp_path: Path) -> None:
        xs, head = [90, 140, 300, 400], ["TT", "Việc", "Chủ trì"]
        first = cells(xs, [140, 110, 80], head, ["1", "Họp dân", "Sở Nội vụ"])
        second = cells(
            xs, [780, 750, 720, 690], head, ["", "và báo cáo", ""], ["2", "Ký", "Sở Y tế"]
        )
        (found,) = blocks(tmp_path, first, second)
        assert table_rows(found) == [
            head,
            ["1", "Họp dân và báo cáo", "Sở Nội vụ"],
            ["2", "Ký", "Sở Y tế"],
        ]

    def test_another_table_on_the_next_page(self, tmp_path: Path) -> None:
        first = cells([90, 140, 300], [140, 110], ["1", "Họp"])
        second = cells([90, 200, 300], [780, 750], ["a", "b"])
        found = blocks(tmp_path, first, second)
        assert [table_rows(one) for one in found] == [[["1", "Họp"]], [["a", "b"]]]

    def test_a_frame_around_a_text_is_no_table(self, tmp_path: Path) -> None:
        page = [*grid([80, 520], [790, 600]), *lines("1. Một", "2. Hai")]
        assert words(tmp_path, page) == ["1. Một", "2. Hai"]

    def test_cells_that_are_drawn_as_boxes(self, tmp_path: Path) -> None:
        page: list[Mark] = [
            Box(90, 700, 50, 30), Box(140, 700, 100, 30), Box(90, 670, 50, 30),
            Box(140, 670, 100, 30), Box(90, 699, 150, 1), Box(139, 670, 1, 60), Box(5, 5, 1, 1),
            Text(94, 710, "TT"), Text(144, 710, "Việc"), Text(94, 680, "1"), Text(144, 680, "Họp"),
        ]  # fmt: skip
        (found,) = blocks(tmp_path, page)
        assert table_rows(found) == [["TT", "Việc"], ["1", "Họp"]]

    def test_a_rule_under_a_motto_is_no_table(self, tmp_path: Path) -> None:
        assert words(tmp_path, [*lines("1. Một"), Stroke(90, 755, 200, 755)]) == ["1. Một"]


class TestRefused:
    """What is refused, with a reason."""

    def refused(self, path: Path) -> str:
        with pytest.raises(BadDocument) as caught:
            read_blocks(path)
        return caught.value.code

    def test_a_scan(self, tmp_path: Path) -> None:
        path = print_pdf(
            tmp_path / "a.pdf", [Picture(10, 10)], [Picture(10, 10), Text(10, 10, "1")]
        )
        assert self.refused(path) == "document_scan"

    def test_pages_without_a_word(self, tmp_path: Path) -> None:
        assert self.refused(print_pdf(tmp_path / "a.pdf", [])) == "document_scan"
        path = print_pdf(tmp_path / "b.pdf", lines("1. Một"))
        assert self.refused(path) == "document_empty"

    def test_letters_that_mean_nothing(self, tmp_path: Path) -> None:
        path = print_pdf(tmp_path / "a.pdf", lines("\ue000\ue001\ue002" * 20))
        assert self.refused(path) == "document_letters"

    def test_a_password(self, tmp_path: Path) -> None:
        lock = "<</Filter/Standard/V 1/R 2/O<{0}>/U<{0}>/P -4>>".format("41" * 32)
        more = f"/Encrypt {lock}/ID[<41><41>]"
        path = print_pdf(tmp_path / "a.pdf", lines(FILL), trailer=more)
        assert self.refused(path) == "document_encrypted"

    def test_too_many_pages_letters_or_lines(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = print_pdf(tmp_path / "a.pdf", [*lines(FILL), *grid([1, 9, 90], [1, 9, 90])])
        for bound, most in (("MAX_PAGES", 0), ("MAX_LETTERS", 10), ("MAX_RULES", 2)):
            with monkeypatch.context() as patch:
                patch.setattr(pdf_pages, bound, most)
                with pytest.raises(BadDocument) as caught:
                    tuple(pages_of(path))
                assert caught.value.code == "document_too_big"

    def test_too_slow(self, tmp_path: Path) -> None:
        path = print_pdf(tmp_path / "a.pdf", lines(FILL))
        with pytest.raises(BadDocument) as caught:
            read_pdf(path, seconds=0.001)
        assert caught.value.code == "document_too_slow"

    def test_what_the_other_process_refuses_is_refused_here(self, tmp_path: Path) -> None:
        path = tmp_path / "a.pdf"
        path.write_bytes(b"%PDF-1.7 nothing")
        assert self.refused(path) == "document_broken"


def test_a_pdf_as_it_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    page = [*lines(FILL, "1. Sở Nội vụ"), *cells([90, 140, 400], [600, 570], ["1", "Họp"])]
    path = print_pdf(tmp_path / "a.pdf", page, [Picture(1, 1)])
    document = read_blocks(path)
    assert (document.name, document.form) == ("a.pdf", "pdf")
    assert document.unread == ("pages_without_text",)
    assert document.blocks == tuple(blocks_of(tuple(pages_of(path))))


@pytest.mark.parametrize(
    ("fault", "code"),
    [(MemoryError(), "document_bomb"), (BadDocument("document_scan"), "document_scan")],
)
def test_what_the_process_answers_when_it_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception, code: str
) -> None:
    def fail(_: Path) -> None:
        raise fault

    monkeypatch.setattr(pdf, "pages_of", fail)
    monkeypatch.setattr(pdf, "MAX_MEMORY", -1)  # as it is: this process goes on
    target = tmp_path / "answer.json"
    write_answer(str(tmp_path / "a.pdf"), str(target))
    assert json.loads(target.read_bytes()) == {"refused": code}


def test_what_the_process_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_MEMORY", -1)
    target = tmp_path / "answer.json"
    write_answer(str(print_pdf(tmp_path / "a.pdf", lines(FILL))), str(target))
    assert json.loads(target.read_bytes())["blocks"] == [
        ["paragraph", FILL, [1, 1], "", None, 0, False, False]
    ]


@pytest.mark.parametrize("program", ["import os; os._exit(9)", "pass"])
def test_a_process_that_ends_without_an_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    """As one does that is refused any memory."""
    monkeypatch.setattr(pdf, "_PROGRAM", program)
    with pytest.raises(BadDocument) as caught:
        read_pdf(print_pdf(tmp_path / "a.pdf", lines(FILL)))
    assert caught.value.code == "document_bomb"
