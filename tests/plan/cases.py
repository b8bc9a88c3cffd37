"""Example files as cases: what lies in the folder is a test, what it expects stands at its head."""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from cchc_cli.plan.faults import Fault

EXAMPLES = Path(__file__).parent / "examples"
VALID = sorted((EXAMPLES / "valid").glob("*.y*ml"))
INVALID = sorted((EXAMPLES / "invalid").glob("*.y*ml"))
PLANS = Path(__file__).parents[2] / "plans"

PLAN = """\
format: cchc-plan/1
id: ke-hoach
title: Kế hoạch cải cách hành chính năm 2021
short_title: Kế hoạch CCHC 2021
subject: cải cách hành chính
document: {type: Kế hoạch, issuer: ubnd-tp}
validity: {from: 2021-01-01, to: 2021-12-31}
registry: agencies.yaml
calendar: calendar.yaml
coordinator: snv
"""
DUTY = "{{id: {id}, clause: I, title: Việc, text: Việc., lead: [snv], schedule: {schedule}}}"

_EXPECT = re.compile(r"# expect: (?:(?P<file>[^:\s]+):)?(?P<line>\d+):(?P<column>\d+) (?P<rest>.+)")


class Place(NamedTuple):
    """Where a fault stands, and which it is."""

    file: str
    line: int
    column: int
    code: str
    field: str


def expected(case: Path) -> list[Place]:
    """What the head of an example says: ``# expect: [FILE:]LINE:COLUMN CODE [FIELD]``."""
    places = []
    for line in case.read_text("utf-8").splitlines():
        if match := _EXPECT.fullmatch(line):
            code, _, field = match["rest"].partition(" ")
            file = match["file"] or case.name
            places.append(Place(file, int(match["line"]), int(match["column"]), code, field))
    return places


def placed(faults: Iterable[Fault]) -> list[Place]:
    """Faults, as examples say them."""
    return [Place(Path(one.file).name, one.line, one.column, one.code, one.field) for one in faults]


def laid_out(case: Path, folder: Path) -> Path:
    """A copy of an example beside the valid registry and calendar."""
    for name in ("agencies.yaml", "calendar.yaml"):
        shutil.copy(EXAMPLES / "valid" / name, folder)
    return Path(shutil.copy(case, folder))


def write_plan(folder: Path, text: str = PLAN, name: str = "ke_hoach.yaml") -> Path:
    """A plan file beside the valid registry and calendar."""
    path = laid_out(EXAMPLES / "valid" / "minimal.yaml", folder)
    path.unlink()
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def with_duties(*schedules: str) -> str:
    """A plan with one duty for each schedule: ``I.1``, ``I.2`` and so on."""
    lines = [
        f"  - {DUTY.format(id=f'I.{at}', schedule=schedule)}\n"
        for at, schedule in enumerate(schedules, 1)
    ]
    return f"{PLAN}duties:\n{''.join(lines)}"
