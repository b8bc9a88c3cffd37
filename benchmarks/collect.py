"""600 workbooks to be filled in, against bare XlsxWriter writing the same cells; interleaved.

    python benchmarks/collect.py [--number N] [--rounds R]

Ours is all that ``cchc collect make`` does for a unit: its duties and their status from the
ledger, figures to compare with, formats, validation, locks, and the file written whole. Bare is
one workbook for each with the same cells (strings, numbers, empty cells of one format) and nothing
else, in memory too, which is XlsxWriter's quickest way, and a plain write.
"""

import argparse
import resource
import sys
import tempfile
import tracemalloc
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from time import perf_counter, process_time
from unittest.mock import patch

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tests.services.real import plan_of_2021  # noqa: E402

from cchc_cli.cli.forms import FormFolder, file_name  # noqa: E402
from cchc_cli.domain.agencies import Agency, Member  # noqa: E402
from cchc_cli.domain.entries import Content, Figure, OfficialDocument  # noqa: E402
from cchc_cli.domain.plan import Plan  # noqa: E402
from cchc_cli.ledger.connect import create  # noqa: E402
from cchc_cli.ledger.protocol import Author  # noqa: E402
from cchc_cli.ledger.sqlite import SqliteLedger  # noqa: E402
from cchc_cli.services.book import Book  # noqa: E402
from cchc_cli.services.collecting import Asked, form_of, whom_to_ask  # noqa: E402
from cchc_cli.services.occasions import parse_period  # noqa: E402
from cchc_cli.views.excel.contents import contents_of  # noqa: E402
from cchc_cli.views.excel.forms import FormMaker  # noqa: E402
from cchc_cli.views.excel.writing import write_workbook  # noqa: E402

TODAY = date(2021, 6, 20)
GROUP = "ubnd-quan-huyen-thi-xa"
DUTIES = ("V.6.3a", "V.6.3b")
Call = tuple[str, int, int, object]
Cells = list[tuple[str, list[Call]]]


def plan_of(number: int) -> Plan:
    """The plan of 2021 with that many more units beside the districts."""
    plan = plan_of_2021()
    units = tuple(
        Agency(f"x{at}", f"UBND xã số {at}", "commune", superior="ubnd-tp") for at in range(number)
    )
    groups = tuple(
        one._replace(members=(*one.members, *(Member(unit.id) for unit in units)))
        if one.id == GROUP
        else one
        for one in plan.registry.groups
    )
    agencies = (*plan.registry.agencies, *units)
    return plan._replace(registry=plan.registry._replace(agencies=agencies, groups=groups))


def fill(ledger: SqliteLedger, plan: Plan, number: int) -> None:
    """What was recorded of every unit: reports with figures."""
    contents = []
    for at in range(number):
        for duty in DUTIES:
            agency = f"x{at}"
            document = OfficialDocument(f"{at}/BC-X", None, date(2021, 6, 10), date(2021, 6, 11))
            figures = (Figure("hoi-nghi", at % 9), Figure("hoi-nghi-luot", 40 + at))
            contents.append(
                Content("done", plan.id, duty, agency, "2021/h1", document=document,
                        figures=figures, fulfils=((duty, agency),))
            )  # fmt: skip
    ledger.append(contents, Author("ai-do"), datetime(2021, 6, 12, tzinfo=UTC))


@contextmanager
def recorded(calls: Cells) -> Iterator[None]:
    """Take down every cell that is written, by sheet."""

    def taken(name: str) -> object:
        write = getattr(Worksheet, name)

        def call(sheet: Worksheet, row: int, column: int, value: object, *more: object) -> object:
            if not calls or calls[-1][0] != sheet.name:
                calls.append((sheet.name, []))
            calls[-1][1].append((name, row, column, value))
            return write(sheet, row, column, value, *more)

        return patch.object(Worksheet, name, call)

    with ExitStack() as stack:
        for name in ("write_string", "write_number", "write_blank"):
            stack.enter_context(taken(name))  # type: ignore[arg-type]
        yield


def bare(cells: Cells, target: Path) -> None:
    """The same cells, and nothing else."""
    out = BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        look = book.add_format({"border": 1})
        for name, calls in cells:
            sheet = book.get_worksheet_by_name(name) or book.add_worksheet(name)
            for method, row, column, value in calls:
                if method == "write_string":
                    sheet.write_string(row, column, value)
                elif method == "write_number":
                    sheet.write_number(row, column, value)
                else:
                    sheet.write_blank(row, column, None, look)
    target.write_bytes(out.getvalue())


def race(book: Book, asked: Asked, folder: Path, rounds: int) -> None:
    """Make all, workbook by workbook in turns; the best of several rounds for each."""
    cells: dict[str, Cells] = {}
    for agency in asked.agencies:
        calls: Cells = []
        with recorded(calls):
            write_workbook(contents_of(form_of(book, asked, agency, TODAY)))
        cells[agency.id] = calls
    number = sum(len(calls) for one in cells.values() for _, calls in one)
    print(f"{len(cells)} workbooks, {number // len(cells)} cells each on the average")
    for at in range(rounds):
        ours = theirs = ours_cpu = theirs_cpu = 0.0
        maker = FormMaker()
        into = FormFolder(folder / f"ours{at}", force=False)
        (folder / f"bare{at}").mkdir()
        for agency in asked.agencies:
            start, cpu = perf_counter(), process_time()
            made = maker.workbook(form_of(book, asked, agency, TODAY))
            into.put(file_name(agency, asked.period), made)
            middle, middle_cpu = perf_counter(), process_time()
            bare(cells[agency.id], folder / f"bare{at}" / f"{agency.id}.xlsx")
            ours, theirs = ours + middle - start, theirs + perf_counter() - middle
            ours_cpu += middle_cpu - cpu
            theirs_cpu += process_time() - middle_cpu
        print(
            f"round {at + 1}: XlsxWriter {theirs:.2f} s; here {ours:.2f} s ({ours / theirs:.2f}); "
            f"processor {theirs_cpu:.2f} s and {ours_cpu:.2f} s ({ours_cpu / theirs_cpu:.2f})"
        )


def memory(book: Book, asked: Asked) -> None:
    """What is kept after many more workbooks, and the most that was held meanwhile."""
    tracemalloc.start()
    held, maker = [], FormMaker()
    for agency in asked.agencies[:200]:
        maker.workbook(form_of(book, asked, agency, TODAY))
        held.append(tracemalloc.get_traced_memory()[0])
    peak = tracemalloc.get_traced_memory()[1]
    print(f"memory after 20 workbooks {held[19] / 1024:.0f} KiB, after {len(held)} "
          f"{held[-1] / 1024:.0f} KiB; at most {peak / 1024:.0f} KiB; "
          f"process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB")  # fmt: skip


def main() -> None:
    """Build plan and ledger, race, and look at the memory."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--number", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    plan = plan_of(chosen.number)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        create(folder / "so.db")
        ledger = SqliteLedger(folder / "so.db")
        fill(ledger, plan, chosen.number)
        book = Book(plan, ledger)
        asked = whom_to_ask(book, parse_period(plan, "h1"))
        units = tuple(one for one in asked.agencies if one.id[0] == "x" and one.id[1:].isdigit())
        asked = asked._replace(agencies=units)
        race(book, asked, folder, chosen.rounds)
        memory(book, asked)
        ledger.close()


if __name__ == "__main__":
    main()
