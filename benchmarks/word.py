"""Word documents: one report of ten pages, and 600 letters from a template compiled once.

The report against python-docx, which is given the same paragraphs and table cells one by one; the
letters against docxtpl, which renders the same template with the same values.
"""

import sys
import tracemalloc
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from time import perf_counter

import docx
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tests.services.recorded import IN_JULY, book_of_2021  # noqa: E402

from cchc_cli.services.report import compose  # noqa: E402
from cchc_cli.views.report_word import word_context, word_template  # noqa: E402
from cchc_cli.views.sandbox import mark  # noqa: E402
from cchc_cli.views.word.render import compile_word  # noqa: E402

LETTERS = 600
ROWS = 6
RUNS = 7


def best(work: Callable[[], object], runs: int = RUNS) -> float:
    """The shortest of several runs, in milliseconds."""
    times = []
    for _ in range(runs):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return 1000 * min(times)


def by_cells(document: bytes) -> Callable[[], object]:
    """The paragraphs and tables of a document, put together by python-docx's cell interface."""
    source = docx.Document(BytesIO(document))
    texts = [one.text for one in source.paragraphs]
    tables = [[[cell.text for cell in row.cells] for row in one.rows] for one in source.tables]

    def make() -> bytes:
        made = docx.Document()
        for text in texts:
            made.add_paragraph(text)
        for rows in tables:
            table = made.add_table(len(rows), len(rows[0]), style="Table Grid")
            for at, row in enumerate(rows):
                for column, text in enumerate(row):
                    table.cell(at, column).text = text
        kept = BytesIO()
        made.save(kept)
        return kept.getvalue()

    return make


def report() -> None:
    """One report of the city, without and with reading its template."""
    context = word_context(compose(book_of_2021(), "h1", IN_JULY, None, None))
    folders = [ROOT / "templates"]
    document = word_template("city", folders).render(context)
    word = word_template("city", folders)
    theirs = best(by_cells(document), 3)
    once = best(lambda: word_template("city", folders).render(context))
    again = best(lambda: word.render(context))
    print(f"report: python-docx by cells {theirs:.0f} ms; here {once:.0f} ms ({once / theirs:.2f})")
    print(f"        compiled already {again:.0f} ms ({again / theirs:.2f})")


def letter_context(number: int) -> dict[str, object]:
    """What a letter's template is given."""
    item = {
        "id": "V.6.4b",
        "title": "Báo cáo chuyên đề 6 tháng",
        "period": "6 tháng đầu năm 2021",
        "due": "trước 15/6/2021",
        "state": "quá hạn 12 ngày",
        "also": "",
        "before": "đã nhắc 20/6/2021",
    }
    return {
        "issuer": "Sở Nội vụ",
        "superior": "UBND thành phố Hà Nội",
        "letterhead": ["Sở Nội vụ"],
        "committee": False,
        "symbol": "SNV",
        "unit": "CCHC",
        "place": "Hà Nội",
        "dated": "ngày 27 tháng 6 năm 2021",
        "today": date(2021, 6, 27),
        "subject": "đôn đốc thực hiện nhiệm vụ của Kế hoạch thông tin, tuyên truyền CCHC năm 2021",
        "addressees": [f"UBND phường số {number}"],
        "step": "press",
        "plan_title": "Kế hoạch thông tin, tuyên truyền về cải cách hành chính nhà nước năm 2021",
        "plan_number": "253/KH-UBND",
        "plan_dated": "30/12/2020",
        "as_of": "27/6/2021",
        "items": [{**item, "no": at} for at in range(1, ROWS + 1)],
        "overdue": ROWS,
        "returned": 0,
        "summary": f"{ROWS} nhiệm vụ quá hạn",
        "sent_days": "20/6/2021",
        "answer_by": "02/7/2021",
        "leader": "UBND thành phố Hà Nội",
        "recipients": ["Như trên", "UBND thành phố Hà Nội (để báo cáo)"],
        "archive": "CCHC",
        "signer_hint": "GIÁM ĐỐC",
    }


def letters() -> None:
    """600 letters here, and by docxtpl a tenth of them, counted ten times."""
    path = ROOT / "templates" / "word" / "letter.docx"
    word = compile_word(path)

    def ours() -> None:
        for number in range(LETTERS):
            word.render(letter_context(number))

    def theirs() -> None:
        for number in range(LETTERS // 10):
            environment = Environment(undefined=StrictUndefined, autoescape=True)
            template = DocxTemplate(str(path))
            context = letter_context(number) | {"fill": lambda what, _=None: mark(what)}
            template.render(context, environment, autoescape=True)
            template.save(BytesIO())

    here, there = best(ours, 2), 10 * best(theirs, 2)
    print(f"{LETTERS} letters: docxtpl {there / 1000:.1f} s; here {here / 1000:.2f} s "
          f"({here / there:.2f})")  # fmt: skip
    tracemalloc.start()
    ours()
    first = tracemalloc.get_traced_memory()[0]
    ours()
    grown = tracemalloc.get_traced_memory()[0] - first
    print(f"        memory after {LETTERS} more: {grown / 1024:+.0f} KiB")


if __name__ == "__main__":
    report()
    letters()
