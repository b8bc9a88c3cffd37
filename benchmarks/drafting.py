"""Draft a plan out of a Word document of 30 pages, against reading the same with python-docx.

    python benchmarks/drafting.py [KE_HOACH.docx] [--rounds N]

Once as processes from start to end, once in one process without what was remembered of the round
before; taking turns, the smallest of all rounds. Without a document one is made up: parts with
items, agencies with what they have to do, an annex of tasks. See ``benchmarks/README.md``.
"""

import argparse
import functools
import gc
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from cchc_cli.cli.drafting import draft_of
from cchc_cli.resources import packaged

TODAY = date(2026, 1, 5)
AGENCIES = ("Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "Sở Y tế", "UBND các xã, phường")
DEEDS = (
    "Chủ trì, phối hợp với các cơ quan, đơn vị liên quan tham mưu Ủy ban nhân dân Thành phố ban "
    "hành kế hoạch triển khai, hoàn thành trước ngày 15 tháng 6 năm 2026.",
    "Định kỳ hằng quý tổng hợp kết quả thực hiện, báo cáo Ủy ban nhân dân Thành phố xem xét, chỉ "
    "đạo kịp thời các nội dung còn khó khăn, vướng mắc trong quá trình tổ chức thực hiện.",
    "Rà soát, đề xuất sửa đổi, bổ sung các quy định không còn phù hợp; thường xuyên hướng dẫn, đôn "
    "đốc, kiểm tra việc thực hiện tại các cơ quan, đơn vị, địa phương trên địa bàn Thành phố.",
)
HEADS = ("TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Sản phẩm")
SECTIONS, ROWS, TALK = 26, 40, 40
TALKING = (
    "Cải cách hành chính tiếp tục được xác định là nhiệm vụ trọng tâm, góp phần cải thiện môi "
    "trường đầu tư, kinh doanh, nâng cao năng lực cạnh tranh, chất lượng phục vụ người dân và tổ "
    "chức; kết quả các chỉ số cải cách hành chính, hài lòng, quản trị công của Thành phố đạt mức "
    "khá so với cả nước, tuy nhiên vẫn còn một số nội dung chưa đạt yêu cầu của giai đoạn."
)
# What `read_plainly` does, as a program of its own.
PLAINLY = """
import sys, docx
document = docx.Document(sys.argv[1])
texts = [paragraph.text for paragraph in document.paragraphs]
for table in document.tables:
    texts.extend(cell.text for row in table.rows for cell in row.cells)
"""


def write_document(path: Path) -> None:
    """A plan of 30 pages: talk, 26 agency headings with three duties each, 40 rows of tasks.

    Runs and paragraphs have the looks that an office gives them.
    """
    made = docx.Document()
    style = made.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    for text in ("ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", "Số: 15/KH-UBND",
                 "Hà Nội, ngày 05 tháng 01 năm 2026", "KẾ HOẠCH", "Cải cách hành chính năm 2026",
                 "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "- Nâng cao chất lượng phục vụ người dân.",
                 "II. TÌNH HÌNH", *(f"- {TALKING}" for _ in range(TALK)),
                 "III. TỔ CHỨC THỰC HIỆN"):  # fmt: skip
        add(made, text)
    for number in range(SECTIONS):
        add(made, f"{number + 1}. {AGENCIES[number % len(AGENCIES)]}")
        for deed in DEEDS:
            add(made, f"- {deed}")
    add(made, "PHỤ LỤC")
    table = made.add_table(1, len(HEADS))
    for cell, text in zip(table.rows[0].cells, HEADS, strict=True):
        cell.text = text
    for number in range(ROWS):
        row = (str(number + 1), DEEDS[number % 3][:90], AGENCIES[number % 4], "Các sở, ban, ngành",
               "Quý II/2026", "Báo cáo")  # fmt: skip
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    made.save(str(path))


def add(made: DocumentType, text: str) -> None:
    """A paragraph; Word parts one into several runs wherever it was edited."""
    paragraph = made.add_paragraph()
    looks = paragraph.paragraph_format
    looks.alignment, looks.first_line_indent = WD_ALIGN_PARAGRAPH.JUSTIFY, Cm(1.27)
    looks.space_before = looks.space_after = Pt(6)
    for at in range(0, len(text), 60):
        run = paragraph.add_run(text[at : at + 60])
        run.font.name, run.font.size = "Times New Roman", Pt(14)


def read_plainly(path: Path) -> int:
    """All words of a document, as python-docx reads them."""
    document = docx.Document(str(path))
    texts = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        texts.extend(cell.text for row in table.rows for cell in row.cells)
    return sum(map(len, texts))


def forget() -> None:
    """Empty every cache of functions, so that a round is like a first one."""
    for one in gc.get_objects():
        if isinstance(one, functools._lru_cache_wrapper):
            one.cache_clear()


def seconds(deed: Callable[[], object]) -> float:
    """How long a deed takes the first time."""
    forget()
    begin = time.perf_counter()
    deed()
    return time.perf_counter() - begin


def compare(name: str, rounds: int, plain: Callable[[], object], own: Callable[[], object]) -> None:
    """Print the smallest of all rounds of both, which take turns."""
    best = [float("inf"), float("inf")]
    for _ in range(rounds):
        best = [min(one, seconds(deed)) for one, deed in zip(best, (plain, own), strict=True)]
    print(
        f"{name}: python-docx reads {best[0] * 1000:.0f} ms, the draft takes "
        f"{best[1] * 1000:.0f} ms, {best[1] / best[0]:.1f} times as long"
    )


def run(*command: str) -> Callable[[], object]:
    """A process from its start to its end."""
    return lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def main() -> None:
    """Print what reading and drafting take, and how the one stands to the other."""
    parser = argparse.ArgumentParser()
    parser.add_argument("document", nargs="?", type=Path, help="another .docx")
    parser.add_argument("--rounds", type=int, default=15)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path, target = chosen.document or Path(folder) / "KE_HOACH.docx", Path(folder) / "2026.yaml"
        if chosen.document is None:
            write_document(path)
        plans = packaged("plans")
        made = draft_of(path, target, None, plans, TODAY)
        print(f"{path.name}: {len(made.draft.duties)} duties")
        read = run(sys.executable, "-c", PLAINLY, str(path))
        draft = run(sys.executable, "-m", "cchc_cli", "plan", "draft", str(path), "-o",
                    str(target), "--force")  # fmt: skip
        compare("as processes", chosen.rounds, read, draft)
        compare(
            "in one process",
            chosen.rounds,
            lambda: read_plainly(path),
            lambda: draft_of(path, target, None, plans, TODAY),
        )


if __name__ == "__main__":
    main()
