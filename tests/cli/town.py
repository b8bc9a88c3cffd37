"""A town of eighty units: its plan, and what each of them truly has to tell of half a year."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from cchc_cli.cli.workspace import make_workspace
from cchc_cli.ledger.connect import create
from tests.cli.builders import CALENDAR

UNITS = tuple(f"u{n:02}" for n in range(1, 81))
DONE, DOING, NOT_DONE, NONE = (
    "Đã hoàn thành", "Đang thực hiện", "Chưa thực hiện", "Không phát sinh",
)  # fmt: skip
# Indicators with what they are counted in; of the last one no unit is asked.
INDICATORS = {
    "hoi-nghi": ("Hội nghị", "cuộc"),
    "luot": ("Lượt người dự hội nghị", "lượt người"),
    "bai": ("Tin, bài", "tin/bài"),
    "thoi-luong": ("Thời lượng phát thanh", "phút"),
    "van-ban": ("Văn bản chỉ đạo", "văn bản"),
}
DUTIES = """\
  - id: A.1
    clause: A
    title: Báo cáo kết quả
    text: Báo cáo kết quả 6 tháng, năm trước ngày 15 của tháng cuối kỳ.
    implement: [don-vi]
    schedule: reports h1 year, before day 15 of last month
    time_words: trước ngày 15 của tháng cuối kỳ
    report_to: {to: ubnd, through: vp}
  - id: A.2
    clause: A
    title: Tuyên truyền
    text: Thường xuyên tuyên truyền.
    implement: [don-vi]
    schedule: continuous
  - id: A.3
    clause: A
    title: Tự kiểm tra
    text: Tự kiểm tra trong năm.
    implement: [don-vi]
    schedule: sometime
  - id: A.4
    clause: A
    title: Hưởng ứng cuộc thi
    text: Hưởng ứng cuộc thi khi được phát động.
    implement: [don-vi]
    schedule: when "phát động cuộc thi"
"""


class Unit(NamedTuple):
    """What a unit has to tell.

    Attributes:
        figures: of the whole half year, by indicator.
        tasks: cells by task and column key, as a person would type them.
        words: by part of the narrative.
        reported: the day of its report; None if it has none.
    """

    ident: str
    figures: Mapping[str, float]
    tasks: Mapping[str, Mapping[str, Any]]
    words: Mapping[str, str]
    reported: date | None


def name_of(ident: str) -> str:
    """A unit's name."""
    return f"Đơn vị số {ident[1:]}"


def truth() -> dict[str, Unit]:
    """What all units have to tell; every run tells the same."""
    random = Random(6)  # noqa: S311 - the same units every time
    return {ident: _unit(ident, random) for ident in UNITS}


def _unit(ident: str, random: Random) -> Unit:
    figures: dict[str, float] = {
        "hoi-nghi": random.randint(4, 40),
        "luot": random.randint(1_000, 20_000),
        "bai": random.randint(0, 90),
        "thoi-luong": random.randint(0, 4_000) / 4,
        "van-ban": random.randint(1, 12),
    }
    day = date(2021, 6, random.choice((1, 8, 14, 15, 16, 18)))
    reports = random.random() < 0.9
    number = f"{random.randint(1, 99)}/BC-{ident.upper()}"
    report = {"result": DONE, "document": number, "date": day, "degree": 1}
    tasks: dict[str, Mapping[str, Any]] = {
        "A.1|2021/h1": report if reports else {"result": DOING, "degree": 0.5,
                                               "difficulty": f"{ident} thiếu người"},
        "A.2|continuous": {"result": DOING, "date": date(2021, 5, 20), "product": "Bài viết"},
        "A.3|sometime": random.choice(({"result": NOT_DONE}, {"result": NONE}, {})),
        "A.4|event": {"result": NONE},
    }  # fmt: skip
    words = {"strength": f"{ident} làm tốt", "proposal": f"{ident} kiến nghị"}
    return Unit(ident, figures, tasks, words, day if reports else None)


def town(folder: Path) -> Path:
    """A workspace with the town's plan."""
    plans = folder.with_name("ke-hoach-nguon")
    plans.mkdir()
    agencies = [
        "  - {id: ubnd, name: UBND Thị trấn, symbol: UBND, kind: committee}",
        "  - {id: vp, name: Văn phòng, symbol: VP, kind: office, superior: ubnd}",
        *(f"  - {{id: {one}, name: {name_of(one)}, symbol: {one.upper()}, kind: public_unit, "
          "superior: ubnd}" for one in UNITS),
    ]  # fmt: skip
    indicators = [
        f'  - {{id: {ident}, group: Chung, name: "{name}", unit: {unit}}}'
        for ident, (name, unit) in INDICATORS.items()
    ]
    indicators.append('  - {id: ty-le, group: Chung, name: Tỷ lệ đúng hạn, unit: "%"}')
    (plans / "agencies.yaml").write_text(
        "format: cchc-agencies/1\nterritory: Thị trấn\nplace: Thị trấn\nsource: đặt ra\n"
        "agencies:\n" + "\n".join(agencies) + "\ngroups:\n"
        f"  - {{id: don-vi, name: Các đơn vị, members: [{', '.join(UNITS)}]}}\n",
        encoding="utf-8",
    )
    (plans / "calendar.yaml").write_text(CALENDAR, encoding="utf-8")
    (plans / "2021.yaml").write_text(
        "format: cchc-plan/1\nid: thi-tran-2021\ntitle: Kế hoạch tuyên truyền năm 2021\n"
        "short_title: Kế hoạch 2021\nsubject: công tác tuyên truyền\n"
        "document: {type: Kế hoạch, issuer: ubnd}\n"
        "validity: {from: 2021-01-01, to: 2021-12-31}\n"
        "registry: agencies.yaml\ncalendar: calendar.yaml\ncoordinator: vp\n"
        "indicators:\n" + "\n".join(indicators) + f"\nduties:\n{DUTIES}",
        encoding="utf-8",
    )
    create(make_workspace(folder, plans).ledger)
    return folder
