"""One question to a large ledger, asked in a process of its own: ``questions.py LEDGER QUESTION``.

Prints the answer and the peak of memory in MB. Only what a question needs is imported.
"""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from made_up import YEAR, plan_of

from cchc_cli.domain.occurrences import occurrences
from cchc_cli.ledger.sqlite import SqliteLedger
from cchc_cli.services.book import Book
from cchc_cli.services.status import by_agency, by_duty, of_agency

TODAY = date(2021, 9, 1)


def roll_call(path: Path) -> int:
    """Every duty in every period: how many of 650 stand where."""
    plan = plan_of(YEAR)
    ledger = SqliteLedger(path)
    book = Book(plan, ledger)
    rows = by_duty(book, (one for duty in plan.duties for one in book.occurrences(duty)), TODAY)
    return sum(row.total for row in rows)


def agencies(path: Path) -> int:
    """Every agency: how many of its obligations stand where."""
    plan = plan_of(YEAR)
    book = Book(plan, SqliteLedger(path))
    rows = by_agency(book, [one for duty in plan.duties for one in book.occurrences(duty)], TODAY)
    return sum(sum(row.counts.values()) for row in rows)


def overdue(path: Path) -> int:
    """What one agency is late with."""
    plan = plan_of(YEAR)
    book = Book(plan, SqliteLedger(path))
    every = [one for duty in plan.duties for one in book.occurrences(duty)]
    standings = of_agency(book, plan.registry.agencies[7], every, TODAY)
    return sum(one.status.kind == "overdue" for one in standings)


def nothing(_: Path) -> int:
    """No question: what the interpreter, the imports and the plan cost."""
    plan = plan_of(YEAR)
    return sum(len(occurrences(plan, duty)) for duty in plan.duties)


QUESTIONS: dict[str, Callable[[Path], int]] = {
    "nothing": nothing,
    "roll call": roll_call,
    "by agency": agencies,
    "overdue of one": overdue,
}


def main(path: Path, question: str) -> None:
    """Answer one question."""
    answer = QUESTIONS[question](path)
    status = Path("/proc/self/status").read_text("ascii")
    peak = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    print(f"[{answer}, {peak // 1024}]")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
