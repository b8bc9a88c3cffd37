"""600 workbooks that came back, against a bare read of the same cells by python-calamine.

    python benchmarks/collect_read.py [--number N] [--rounds R]

Every workbook is filled in by openpyxl: its tasks, the figures of the whole period, the narrative.
Reading is all that ``cchc collect read`` does to know what a file says: unpacking within bounds,
looking for what would do harm, matching by keys, checking every value; before that a glance at
the sealed sheet of each, which tells the units and periods. Bare is python-calamine
opening the same file and handing over every cell of every sheet. Below stand the whole command
(each file kept as evidence and recorded in a transaction of its own), the same again with nothing
new, and the peak of Python's memory in each.
"""

import argparse
import sys
import tempfile
import tracemalloc
from collections import deque
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random
from time import perf_counter

import openpyxl
from python_calamine import load_workbook

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from benchmarks.collect import TODAY, plan_of  # noqa: E402

from cchc_cli.cli.returns import Intake  # noqa: E402
from cchc_cli.cli.session import Session  # noqa: E402
from cchc_cli.cli.workspace import make_workspace  # noqa: E402
from cchc_cli.domain.plan import Plan  # noqa: E402
from cchc_cli.ledger.connect import create  # noqa: E402
from cchc_cli.resources import packaged  # noqa: E402
from cchc_cli.services.book import Book  # noqa: E402
from cchc_cli.services.collecting import form_of, whom_to_ask  # noqa: E402
from cchc_cli.services.occasions import parse_period  # noqa: E402
from cchc_cli.views.excel.forms import FormMaker  # noqa: E402
from cchc_cli.views.wording.forms import TABS  # noqa: E402


def filled(plan: Plan, number: int, folder: Path) -> list[Path]:
    """The workbooks of that many units, filled in as units do."""
    book, maker, random = Book(plan, None), FormMaker(), Random(6)
    asked = whom_to_ask(book, parse_period(plan, "h1"))
    files = []
    for agency in [one for one in asked.agencies if one.id.startswith("x")][:number]:
        made = openpyxl.load_workbook(BytesIO(maker.workbook(form_of(book, asked, agency, TODAY))))
        for row in made[TABS["tasks"]].iter_rows(min_row=5):
            if row[0].value and not str(row[0].value).endswith("|event"):
                said = ("Đã hoàn thành", f"{row[1].value}/BC-X", date(2021, 6, 8), "Báo cáo", 1)
                for cell, value in zip(row[7:12], said, strict=True):
                    cell.value = value
        for row in made[TABS["figures"]].iter_rows(min_row=5):
            if row[0].value:
                row[7].value = random.randint(0, 500)
        for row in made[TABS["narratives"]].iter_rows(min_row=5, max_row=8):
            row[3].value = "Nhận xét của đơn vị về kết quả trong kỳ. " * 12
        files.append(folder / f"{agency.id}.xlsx")
        made.save(files[-1])
    return files


def bare(file: Path) -> int:
    """Every cell of a file, by the library alone."""
    with load_workbook(str(file)) as book:
        return sum(
            len(row)
            for name in book.sheet_names
            for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        )


def timed(work: Callable[[], object]) -> float:
    """Seconds that it takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def peak(work: Callable[[], object]) -> float:
    """Megabytes of Python's memory at most."""
    tracemalloc.start()
    work()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 1e6


def workspace(folder: Path) -> Path:
    """A new workspace."""
    create(make_workspace(folder, packaged("plans")).ledger)
    return folder


def main() -> None:
    """Fill in, read in turns, record, and print the ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--number", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    plan = plan_of(asked.number)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        start = perf_counter()
        files = filled(plan, asked.number, folder)
        print(f"{len(files)} workbooks filled in by openpyxl: {perf_counter() - start:.1f} s")
        with Session(workspace(folder / "w0")) as session:
            intake = Intake(session, plan, None, TODAY)
            rounds = [
                (
                    timed(lambda: [bare(file) for file in files]),
                    timed(lambda: _read(intake, files)),
                )
                for _ in range(asked.rounds)
            ]
            cells = sum(map(bare, files))
            floor, ours = (min(one) for one in zip(*rounds, strict=True))
            print(f"{cells} cells; bare python-calamine: {floor:.2f} s")
            ratios = ", ".join(f"{mine / its:.2f}" for its, mine in rounds)
            print(f"read and checked: {ours:.2f} s, {ours / floor:.2f} x (rounds: {ratios})")
            few = files[: len(files) // 10]
            for some in (few, files):
                most = peak(lambda s=some: _read(intake, s))
                print(f"memory of reading {len(some)}: {most:.1f} MB")
        with Session(workspace(folder / "w1")) as session:
            whole = timed(lambda: _taken(session, plan, files))
            print(f"read, kept and recorded: {whole:.2f} s, {whole / floor:.2f} x")
        for number in (len(few), len(files)):
            with Session(workspace(folder / f"m{number}")) as session:
                most = peak(lambda s=session, n=number: _taken(s, plan, files[:n]))
                print(f"memory of reading and recording {number}: {most:.1f} MB")
        with Session(folder / "w1") as session:
            again = timed(lambda: _taken(session, plan, files))
            print(f"again, with nothing new: {again:.2f} s, {again / floor:.2f} x")


def _read(intake: Intake, files: list[Path]) -> None:
    """Read one by one, as the command does, and keep nothing."""
    deque(intake.read(files), maxlen=0)


def _taken(session: Session, plan: Plan, files: list[Path]) -> None:
    Intake(session, plan, None, TODAY).take(files)


if __name__ == "__main__":
    main()
