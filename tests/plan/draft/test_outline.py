"""The tree of items and their locators."""

import pytest

from cchc_cli.plan.draft.outline import Node, Outline, is_capitals, is_closing
from tests.plan.draft.made import paragraph, table


def tree(*lines: str, prefix: str = "") -> list[tuple[str, str]]:
    """Locators and words of all items under the root."""
    outline = Outline(prefix)
    for number, line in enumerate(lines, 1):
        outline.add(paragraph(line, number))
    root = outline.finish(set())
    return [(one.locator, one.text) for one in list(root.walk())[1:]]


def test_items_stand_under_the_nearest_of_a_higher_form() -> None:
    assert tree("I. Nhiệm vụ", "1. Một", "a) Hai", "- Ba", "+ Bốn", "2. Năm", "II. Sáu") == [
        ("I", "Nhiệm vụ"),
        ("I.1", "Một"),
        ("I.1.a", "Hai"),
        ("I.1.a.1", "Ba"),
        ("I.1.a.1.1", "Bốn"),
        ("I.2", "Năm"),
        ("II", "Sáu"),
    ]


def test_repeated_and_missing_numbers_get_locators_of_their_own() -> None:
    assert [one for one, _ in tree("I. Một", "1. Hai", "1. Ba", "4. Bốn", "I. Năm")] == [
        "I",
        "I.1",
        "I.1(2)",
        "I.4",
        "I(2)",
    ]


@pytest.mark.parametrize(
    ("lines", "locators"),
    [
        (("1. Một", "1.1. Hai", "1.2. Ba", "2. Bốn"), ["1", "1.1", "1.2", "2"]),
        (("1.1. Một", "1.1.1. Hai", "1.2. Ba"), ["1.1", "1.1.1", "1.2"]),
        (("I. Một", "1.1. Hai", "1.1.1. Ba", "1.1.2. Bốn", "1.2. Năm"),
         ["I", "I.1.1", "I.1.1.1", "I.1.1.2", "I.1.2"]),
        (("Điều 1. Một", "1. Hai", "Điều 2. Ba"), ["Đ1", "Đ1.1", "Đ2"]),
        (("Phần II. Một", "A. Hai"), ["PII", "PII.A"]),
    ],
)  # fmt: skip
def test_locators_are_as_printed(lines: tuple[str, ...], locators: list[str]) -> None:
    assert [one for one, _ in tree(*lines)] == locators


def test_a_line_in_small_letters_goes_on() -> None:
    assert tree("1. Rà soát các", "quy định hiện hành.", "nhất là đất đai") == [
        ("1", "Rà soát các quy định hiện hành."),
        ("1", "nhất là đất đai"),
    ]


def test_dashes_behind_a_line_that_leads_in_are_its_items() -> None:
    assert tree("I. Việc", "Các sở thực hiện:", "- Một", "- Hai", "Đoạn khác.") == [
        ("I", "Việc"),
        ("I.1", "Các sở thực hiện:"),
        ("I.1.1", "Một"),
        ("I.1.2", "Hai"),
        ("I.2", "Đoạn khác."),
    ]


def test_a_heading_in_capitals_begins_a_part_of_its_own() -> None:
    found = tree("1. Một", "TỔ CHỨC THỰC HIỆN", "1. Hai")
    assert [one for one, _ in found] == ["1", "0", "1(2)"]


def test_a_table_stands_under_its_heading() -> None:
    outline = Outline("PL1")
    outline.add(paragraph("I. Việc"))
    outline.add(table("a | b"))
    root = outline.finish(set())
    assert [(one.kind, one.locator) for one in root.walk()] == [
        ("root", "PL1"),
        ("roman", "PL1.I"),
        ("table", "PL1.I"),
    ]


def test_locators_of_other_bodies_are_kept_apart() -> None:
    used: set[str] = set()
    for expected in ("1", "1(2)"):
        outline = Outline()
        outline.add(paragraph("1. Việc"))
        assert outline.finish(used).children[0].locator == expected


@pytest.mark.parametrize(
    ("words", "title"),
    [("Tổ chức thực hiện", True), ("Các việc sau:", True), ("Rà soát quy định hiện hành.", False)],
)
def test_titles_end_without_a_stop(words: str, title: bool) -> None:
    node = Node("number", 40, "1", words, paragraph("x").place)
    assert node.is_title is title


def test_capitals_and_closings_are_told() -> None:
    assert is_capitals("TỔ CHỨC THỰC HIỆN")
    assert not is_capitals("Tổ chức")
    assert not is_capitals("UBND")
    assert is_closing("Trên đây là Kế hoạch năm 2025.")
    assert is_closing("Ủy ban nhân dân tỉnh yêu cầu các sở nghiêm túc thực hiện./.")
    assert not is_closing("Sở Nội vụ thực hiện.")
