"""Reports as a page: one file that nothing from outside belongs to, escaped, marked, printable."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from cchc_cli.domain.agencies import Agency
from cchc_cli.errors import TemplateFault
from cchc_cli.ledger.memory import MemoryLedger
from cchc_cli.services.sample import ODD, Sample, samples
from cchc_cli.views.linting import sample_name
from cchc_cli.views.page import render_page
from cchc_cli.views.report import render_report
from tests.services.real import TEMPLATES

TRIED = tuple(samples(MemoryLedger()))
EACH = pytest.mark.parametrize("sample", TRIED, ids=sample_name)
VOID = {"meta", "br", "col"}


class Page(HTMLParser):
    """Reads a page strictly: every element that begins has to end."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""
        self.starts: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.starts.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


def page(sample: Sample) -> Page:
    """The page of a sample report, read."""
    return Page(render_page(sample.report, [TEMPLATES]).text)


@EACH
def test_a_page_is_whole_and_nothing_comes_from_outside(sample: Sample) -> None:
    text = render_page(sample.report, [TEMPLATES]).text
    tags = {tag for tag, _ in Page(text).starts}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    assert not re.search(r"https?:|url\(|@import|\bsrc=|\bhref=|\bon\w+=", text)
    for rubbish in ("None", "{{", "{%", "Undefined"):
        assert rubbish not in text


@EACH
def test_a_page_says_and_asks_what_the_markdown_does(sample: Sample) -> None:
    found, other = (view(sample.report, [TEMPLATES]) for view in (render_page, render_report))
    assert found.blanks == other.blanks
    marks = re.findall(r'<mark data-cho="([^"]+)">\[ĐIỀN: ', found.text)
    assert sorted(marks) == sorted(
        re.findall(r"<!-- cchc:(\S+) [0-9a-f]{8} -->\s*\[ĐIỀN: ", other.text)
    )
    assert page(sample).text.count("./.") == 1


@EACH
def test_letters_that_html_knows_are_escaped_once(sample: Sample) -> None:
    found = render_page(sample.report, [TEMPLATES]).text
    assert "&amp;amp;" not in found
    assert "<thử>" not in found
    assert ODD in page(sample).text


def one(kind: str, *, plan: str = "full", recorded: bool = True, who: str | None = None) -> Sample:
    """The first sample of that kind."""
    return next(
        each
        for each in TRIED
        if (each.report.kind, each.plan, each.recorded) == (kind, plan, recorded)
        and who in (None, each.report.author.id)
    )


def tables(found: str) -> Iterator[list[int]]:
    """How wide each row of each bordered table is."""
    for table in re.findall(r'<table class="bang">.*?</table>', found, re.DOTALL):
        yield [
            sum(int(span or 1) for span in re.findall(r'<t[hd][^>]*?(?:colspan="(\d)")?>', row))
            for row in re.findall(r"<tr.*?</tr>", table, re.DOTALL)
        ]


def test_tables_have_rows_of_one_width_and_a_head_that_repeats() -> None:
    found = render_page(one("city").report, [TEMPLATES]).text
    # Roll call and ranking; figures, tasks, what is late, what units said.
    assert [set(rows) for rows in tables(found)] == [{6}, {6}, {7}, {7}, {5}, {5}]
    assert found.count("<thead>") == 6
    assert found.count('<section class="phu-luc">') == 4
    assert "25.980" in found


def test_the_form_is_that_of_the_decree() -> None:
    found = render_page(one("periodic").report, [TEMPLATES]).text
    for rule in (
        "size: A4 portrait; margin: 20mm 20mm 20mm 30mm",
        "@page phu-luc { size: A4 landscape",
        '"Times New Roman"',
        "content: counter(page)",
        "@page :first { @top-center { content: none; } }",
        "break-before: page",
        "page: phu-luc",
    ):
        assert rule in found


@pytest.mark.parametrize(
    ("sample", "says", "never"),
    [
        (one("periodic", who="snv"), "UBND TỈNH MẪU", "TM. ỦY BAN NHÂN DÂN"),
        (one("periodic", who="stp"), "Kính gửi: UBND tỉnh Mẫu (thông qua Sở Nội vụ).", "Bộ Nội vụ"),
        (one("periodic", who="xa"), "TM. ỦY BAN NHÂN DÂN", "UBND TỈNH MẪU"),
        (one("periodic", who="xa"), "[ĐIỀN: địa danh], ngày", "/BC-None"),
        (one("thematic"), "Chuyên đề 6 tháng đầu năm 2021", "Phụ lục II"),
        (one("city"), "- Như trên;", "thông qua"),
        (one("city", plan="scarce", recorded=False), "(chi tiết tại Phụ lục)", "Phụ lục I"),
        (one("city"), "Sổ ghi nhận:", "chưa có ghi nhận"),
    ],
)
def test_what_a_page_says(sample: Sample, says: str, never: str) -> None:
    text = " ".join(page(sample).text.split())
    assert says in text
    assert never not in text


def test_a_name_that_would_be_markup_is_text() -> None:
    author = Agency("a", "Sở <script>alert(1)</script>", "department", symbol='"><b>')
    report = one("periodic").report._replace(author=author)
    assert "<script" not in render_page(report, [TEMPLATES]).text.lower()


def test_ones_own_page_may_use_what_the_markdown_may(tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    source = "{{ fill('số') }} {{ region('a', '<b>') }} {{ region('b', fill('c', 'd')) }}"
    (tmp_path / "report" / "city.html.j2").write_text(source, encoding="utf-8")
    assert render_page(one("city").report, [tmp_path]) == (
        '<mark>[ĐIỀN: số]</mark> &lt;b&gt; <mark data-cho="d">[ĐIỀN: c]</mark>',
        2,
    )


def test_a_page_without_a_template() -> None:
    with pytest.raises(TemplateFault, match="no_template"):
        render_page(one("city").report, [])
