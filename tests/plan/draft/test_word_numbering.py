"""Labels that Word makes: forms, beginnings, levels."""

from pathlib import Path

import pytest

from cchc_cli.plan.draft.blocks import Paragraph
from cchc_cli.plan.draft.word import read_word
from cchc_cli.plan.draft.word_numbering import Level, bullet, written
from tests.plan.draft.packing import level, listed, numbering, paragraph, word_file

THREE = (
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%2."),
    level(2, "lowerLetter", "%3)"),
)


def labels(folder: Path, body: str, numbers: str, styles: str = "") -> list[str]:
    """Labels and words as they stand on paper."""
    blocks = read_word(word_file(folder, body, styles, numbers)).blocks
    return [block.words for block in blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("form", "number", "text"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("upperRoman", 4, "IV"),
        ("lowerRoman", 1949, "mcmxlix"),
        ("upperRoman", 4000, "4000"),
        ("lowerLetter", 1, "a"),
        ("lowerLetter", 26, "z"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 2, "B"),
        ("lowerLetter", 0, ""),
        ("none", 3, ""),
        ("ideographDigital", 3, "3"),
    ],
)
def test_forms_of_numbers(form: str, number: int, text: str) -> None:
    assert written(number, Level(form=form)) == text


def test_a_list_of_labels_of_its_own() -> None:
    own = Level(form="custom", items=("a", "b", "c", "d", "đ", "e"))
    assert [written(number, own) for number in range(1, 8)] == [*"abcdđe", "a"]
    assert written(0, own) == ""


@pytest.mark.parametrize(
    ("sign", "text"), [("-", "-"), ("\uf0b7", "-"), ("•", "-"), ("+", "+"), ("", "")]
)
def test_bullets(sign: str, text: str) -> None:
    assert bullet(sign) == text


def test_levels_begin_anew_under_each_level_above(tmp_path: Path) -> None:
    body = "".join(
        [
            listed("một", level=0), listed("việc", level=1), listed("ý", level=2),
            listed("ý", level=2), listed("việc", level=1), listed("ý", level=2),
            listed("hai", level=0), listed("việc", level=1),
        ]
    )  # fmt: skip
    assert labels(tmp_path, body, numbering(*THREE)) == [
        "I. một", "1. việc", "a) ý", "b) ý", "2. việc", "a) ý", "II. hai", "1. việc",
    ]  # fmt: skip


def test_a_level_tells_those_above_it(tmp_path: Path) -> None:
    levels = (level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2."))
    body = listed("phần") + listed("việc", level=1) + listed("việc", level=1)
    assert labels(tmp_path, body, numbering(*levels)) == ["I. phần", "I.1. việc", "I.2. việc"]
    legal = (levels[0], level(1, "decimal", "%1.%2.", "<w:isLgl/>"))
    assert labels(tmp_path, body, numbering(*legal))[1:] == ["1.1. việc", "1.2. việc"]


def test_a_level_below_one_that_was_never_used(tmp_path: Path) -> None:
    levels = (level(0, "decimal", "%1.", start=3), level(1, "decimal", "%1.%2."))
    assert labels(tmp_path, listed("việc", level=1), numbering(*levels)) == ["3.1. việc"]


@pytest.mark.parametrize(
    ("restart", "last"),
    [
        pytest.param('<w:lvlRestart w:val="0"/>', "c) ý", id="never"),
        pytest.param('<w:lvlRestart w:val="1"/>', "c) ý", id="after the first level only"),
        pytest.param('<w:lvlRestart w:val="2"/>', "a) ý", id="after the second"),
        pytest.param("", "a) ý", id="after any"),
    ],
)
def test_when_a_level_begins_anew(tmp_path: Path, restart: str, last: str) -> None:
    levels = (*THREE[:2], level(2, "lowerLetter", "%3)", restart))
    body = "".join(listed("ý", level=one) for one in (0, 1, 2, 2, 1, 2))
    assert labels(tmp_path, body, numbering(*levels))[-1] == last


def test_lists_of_one_definition_count_on_unless_one_begins_anew(tmp_path: Path) -> None:
    nums = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = "".join(listed("ý", num=one) for one in (1, 1, 2, 3, 3))
    made = numbering(level(0, "decimal", "%1."), nums=nums)
    assert labels(tmp_path, body, made) == ["1. ý", "2. ý", "3. ý", "5. ý", "6. ý"]


def test_a_level_of_a_list_of_its_own(tmp_path: Path) -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "%1)")}</w:lvlOverride>'
    nums = f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{own}</w:num>'
    made = numbering(level(0, "decimal", "%1."), nums=nums)
    assert labels(tmp_path, listed("ý", num=2), made) == ["a) ý"]


def test_bullets_of_a_list_and_numbers_below_them(tmp_path: Path) -> None:
    levels = (level(0, "bullet", "\uf0b7"), level(1, "decimal", "%1%2."), level(2, "bullet", "+"))
    body = listed("ý") + listed("việc", level=1) + listed("ý", level=2)
    assert labels(tmp_path, body, numbering(*levels)) == ["- ý", "1. việc", "+ ý"]


def test_labels_as_a_list_of_vietnamese_letters(tmp_path: Path) -> None:
    form = '<w:numFmt w:val="custom" w:format="a, b, c, d, đ, ..."/>'
    made = f'<w:lvl w:ilvl="0"><w:start w:val="4"/>{form}<w:lvlText w:val="%1)"/></w:lvl>'
    assert labels(tmp_path, listed("ý") + listed("ý"), numbering(made)) == ["d) ý", "đ) ý"]


def test_a_style_brings_its_list(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Muc"/></w:style>'
    )
    levels = (level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)", '<w:pStyle w:val="Con"/>'))
    body = "".join(
        paragraph("ý", properties=f'<w:pStyle w:val="{style}"/>') for style in ("Muc", "Con", "Con")
    )
    out = '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body += paragraph("Không", properties=out)
    found = labels(tmp_path, body, numbering(*levels), styles)
    assert found == ["1. ý", "a) ý", "b) ý", "Không"]


def test_a_list_that_points_to_a_style(tmp_path: Path) -> None:
    link = '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="DS"/></w:abstractNum>'
    nums = link + '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    styles = (
        '<w:style w:type="numbering" w:styleId="DS"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    made = numbering(level(0, "decimal", "%1."), nums=nums)
    assert labels(tmp_path, listed("ý", num=2), made, styles) == ["1. ý"]
    assert labels(tmp_path, listed("ý", num=2), made) == ["ý"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(listed("ý", num=9), id="a list that is not there"),
        pytest.param(listed("ý", level=12), id="deeper than Word goes"),
    ],
)
def test_a_list_that_makes_no_label(tmp_path: Path, body: str) -> None:
    assert labels(tmp_path, body, numbering(*THREE)) == ["ý"]


def test_an_empty_item_is_counted_as_on_paper(tmp_path: Path) -> None:
    body = listed("ý") + listed("") + listed("ý")
    assert labels(tmp_path, body, numbering(level(0, "decimal", "%1."))) == ["1. ý", "3. ý"]


def test_a_level_without_a_definition(tmp_path: Path) -> None:
    assert labels(tmp_path, listed("ý", level=3), numbering(*THREE)) == ["ý"]


def test_numbers_without_a_definition(tmp_path: Path) -> None:
    made = '<w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="2"/>'
    assert labels(tmp_path, listed("Ý") + listed("Ý", num=2), made) == ["Ý", "Ý"]
