"""The first page as LibreOffice prints it: where the head stands, measured on the picture.

Places are millimetres on A4. The rules of the head are drawn lines, so they are looked for in the
picture; words are found by the text layer of the PDF. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I,
phần I (khổ giấy, định lề) and phần II mục 1 and 2 (Quốc hiệu, Tiêu ngữ, tên cơ quan).
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from cchc_cli.services.reminders import Wishes, remind
from cchc_cli.views.letters import letter_context
from cchc_cli.views.word.render import compile_word
from tests.services.real import TEMPLATES
from tests.services.recorded import IN_JULY, book_of_2021

NEEDED = ("soffice", "pdftoppm", "pdftotext")
MISSING = [name for name in NEEDED if shutil.which(name) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")

DPI = 144
MM = DPI / 25.4
# Below this grey it is ink; the prompts' background is lighter.
INK = 128
KINDS = ("periodic", "thematic", "city", "letter")
# The lowest line of the head ends above this.
HEAD_MM = 62
WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)


class Box(NamedTuple):
    """A place on the page in millimetres: from left, top to right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Halfway from left to right."""
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left


class Page(NamedTuple):
    """A printed page: its grey picture by rows, and its words with their places."""

    width: int
    rows: tuple[bytes, ...]
    words: tuple[tuple[str, Box], ...]

    def inked(self) -> Box:
        """Around everything that is printed."""
        lines = [at for at, row in enumerate(self.rows) if min(row) < INK]
        columns = [
            at for at in range(self.width) if any(self.rows[line][at] < INK for line in lines)
        ]
        return Box(columns[0] / MM, lines[0] / MM, columns[-1] / MM, lines[-1] / MM)

    def rules(self) -> list[Box]:
        """The drawn lines of the head, from the top: at least 8 mm long, thinner than 1 mm."""
        found: list[Box] = []
        for at, row in enumerate(self.rows[: int(HEAD_MM * MM)]):
            for start, end in _runs(row, int(8 * MM)):
                last = next((one for one in found if abs(one.left - start / MM) < 0.3), None)
                if last is not None and at / MM - last.bottom < 0.5:
                    found[found.index(last)] = last._replace(bottom=at / MM)
                else:
                    found.append(Box(start / MM, at / MM, end / MM, at / MM))
        return [one for one in found if one.bottom - one.top < 1]

    def line_with(self, text: str, left: float, right: float) -> Box:
        """The words in the line that holds this one, within a column."""
        (of,) = {
            round(box.top, 1)
            for word, box in self.words
            if word == text and left <= box.middle <= right and box.bottom < HEAD_MM
        }
        same = [
            box for _, box in self.words if abs(box.top - of) < 0.5 and left <= box.middle <= right
        ]
        return Box(
            min(one.left for one in same), of, max(one.right for one in same), same[0].bottom
        )


def _runs(row: bytes, least: int) -> Iterator[tuple[int, int]]:
    """Stretches of ink of at least so many pixels."""
    for match in re.finditer(rb"[\x00-\x7f]{%d,}" % least, row):
        yield match.start(), match.end()


def _page(pdf: Path) -> Page:
    one = ["-f", "1", "-l", "1"]
    grey = subprocess.run(
        ["pdftoppm", "-gray", "-r", str(DPI), *one, str(pdf)], check=True, capture_output=True
    ).stdout
    match = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", grey)
    assert match is not None
    width, height = int(match[1]), int(match[2])
    dots = grey[match.end() :]
    rows = tuple(dots[at * width : (at + 1) * width] for at in range(height))
    told = subprocess.run(
        ["pdftotext", "-bbox", *one, str(pdf), "-"], check=True, capture_output=True
    ).stdout.decode("utf-8")
    words = tuple(
        (text, Box(*(float(place) / 72 * 25.4 for place in places)))
        for *places, text in WORD.findall(told)
    )
    return Page(width, rows, words)


@pytest.fixture(scope="module")
def pages(
    tmp_path_factory: pytest.TempPathFactory, periodic: bytes, thematic: bytes, city: bytes
) -> dict[str, Page]:
    """The first page of each kind of document, all printed in one go."""
    folder = tmp_path_factory.mktemp("trang")
    documents = {"periodic": periodic, "thematic": thematic, "city": city, "letter": _letter()}
    for name, document in documents.items():
        (folder / f"{name}.docx").write_bytes(document)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/lo", "--headless", "--convert-to",
         "pdf", "--outdir", str(folder), *(f"{folder}/{name}.docx" for name in documents)],
        check=True, capture_output=True, timeout=240,
        env={"HOME": str(folder), "PATH": os.environ["PATH"]},
    )  # fmt: skip
    return {name: _page(folder / f"{name}.pdf") for name in documents}


def _letter() -> bytes:
    book = book_of_2021()
    letter = remind(book, IN_JULY, Wishes()).letters[0]
    return compile_word(TEMPLATES / "word" / "letter.docx").render(
        letter_context(book.plan, letter)
    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_is_a4_and_nothing_is_printed_in_its_margins(
    pages: dict[str, Page], kind: str
) -> None:
    page = pages[kind]
    assert page.width / MM == pytest.approx(210, abs=0.5)
    assert len(page.rows) / MM == pytest.approx(297, abs=0.5)
    ink = page.inked()
    assert ink.left >= 30 - 0.5
    assert ink.right <= 210 - 15 + 0.5
    assert ink.top >= 20 - 0.5
    assert ink.bottom <= 297 - 20 + 0.5


@pytest.mark.parametrize("kind", KINDS)
def test_the_motto_s_rule_is_as_long_as_the_motto_and_right_below_it(
    pages: dict[str, Page], kind: str
) -> None:
    page = pages[kind]
    motto = page.line_with("Độc", 90, 210)
    (rule,) = (one for one in page.rules() if one.middle > 105 and one.width > 25)
    assert rule.width == pytest.approx(motto.width, abs=3)
    assert rule.middle == pytest.approx(motto.middle, abs=1)
    assert -0.5 < rule.top - motto.bottom < 2.5


@pytest.mark.parametrize("kind", KINDS)
def test_the_issuer_s_rule_is_a_third_to_a_half_of_its_line(
    pages: dict[str, Page], kind: str
) -> None:
    page = pages[kind]
    (rule,) = (one for one in page.rules() if one.middle < 95)
    above = max(
        (box for _, box in page.words if box.bottom <= rule.top + 1 and box.middle < 95),
        key=lambda box: box.top,
    )
    line = [box for _, box in page.words if abs(box.top - above.top) < 0.5 and box.middle < 95]
    issuer = Box(min(b.left for b in line), above.top, max(b.right for b in line), above.bottom)
    assert 1 / 3 - 0.03 <= rule.width / issuer.width <= 1 / 2 + 0.03
    assert rule.middle == pytest.approx(issuer.middle, abs=1)
    assert rule.top - issuer.bottom < 2.5


@pytest.mark.parametrize("kind", KINDS)
def test_the_head_has_its_two_columns_side_by_side(pages: dict[str, Page], kind: str) -> None:
    page = pages[kind]
    name, country = page.words[0][1], page.line_with("CỘNG", 90, 210)
    assert name.top == pytest.approx(country.top, abs=0.5)
    assert name.left < 95 < country.left
    number, day = page.line_with("Số:", 30, 95), page.line_with("Nội,", 90, 210)
    # The upper line of each: both lines of one row of the head's table.
    assert number.top == pytest.approx(day.top, abs=1.5)
    assert number.top > country.bottom
