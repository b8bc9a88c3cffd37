"""A folder of tiny plans for the command line, and what a command said."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from cchc_cli.resources import packaged

CALENDAR = """\
format: cchc-calendar/1
name: Lịch kiểm thử
years: []
"""
PLAN = """\
format: cchc-plan/1
id: {ident}
title: Kế hoạch kiểm thử {ident}
short_title: Kế hoạch {ident}
subject: cải cách hành chính
document: {{type: Kế hoạch, issuer: ubnd-tp}}
validity: {{from: {first}, to: {last}}}
registry: agencies.yaml
calendar: calendar.yaml
coordinator: snv
duties:
  - id: A.1
    clause: A.1
    title: Báo cáo tháng sáu
    text: Sở Tư pháp báo cáo trước ngày 15 tháng 6.
    lead: [stp]
    schedule: before {year}-06-15
  - id: A.2
    clause: A.2
    title: Theo dõi thường xuyên
    text: Sở Tư pháp theo dõi thường xuyên.
    lead: [stp]
    schedule: continuous
"""
REGISTRY = """\
format: cchc-agencies/1
territory: thành phố Hà Nội
place: Hà Nội
source: trích để kiểm thử
agencies:
  - {id: ubnd-tp, name: UBND thành phố Hà Nội, symbol: UBND, kind: committee}
  - {id: snv, name: Sở Nội vụ, symbol: SNV, kind: department, superior: ubnd-tp}
  - {id: stp, name: Sở Tư pháp, symbol: STP, kind: department, superior: ubnd-tp}
"""


class Said(NamedTuple):
    """What a command ended with and said."""

    code: int
    out: str
    err: str


Cchc = Callable[..., Said]


def write_plan(
    folder: Path, stem: str, first: str = "2021-01-01", last: str = "2021-12-31"
) -> Path:
    """Put a small plan into a folder, with the registry and calendar that it needs."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "agencies.yaml").write_text(REGISTRY, encoding="utf-8")
    (folder / "calendar.yaml").write_text(CALENDAR, encoding="utf-8")
    file = folder / f"{stem}.yaml"
    text = PLAN.format(ident=f"ke-hoach-{stem}", first=first, last=last, year=last[:4])
    file.write_text(text, encoding="utf-8")
    return file


def packaged_plan() -> Path:
    """The file of the plan of 2021."""
    return packaged("plans") / "2021.yaml"
