"""A whole round with real files: made, filled in elsewhere, read, returned, corrected, reported.

The figures of the city's report are held to sums that nothing of the program had a part in.
"""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from cchc_cli.cli import session
from tests.cli.builders import Cchc, Said
from tests.cli.filling import (
    TASKS,
    by_formulas,
    calculated,
    cell,
    fill,
    filled,
    has_calc,
    opened,
    told,
)  # fmt: skip
from tests.cli.office import Office
from tests.cli.planting import PLANTS, Plant
from tests.cli.town import INDICATORS, NONE, UNITS, Unit, name_of, town, truth

# The first ones have faults; of these some can only be sent anew.
FAULTY = UNITS[: len(PLANTS)]
BY_OFFICE, LATE, NEVER = UNITS[70:74], UNITS[78], UNITS[79]
READ, AGAIN, CLOSED, AFTER = "2021-06-20", "2021-06-22", "2021-06-25", "2021-06-28"


class Round(NamedTuple):
    """One round of collecting."""

    office: Office
    units: dict[str, Unit]

    def file(self, folder: str, ident: str) -> Path:
        """A unit's workbook in a folder."""
        (found,) = (self.office.root / folder).glob(f"2021-h1_{ident}_*")
        return found

    def read(self, day: str, *files: Path | str, dry: bool = False) -> dict[str, Any]:
        """Read files; what became of them."""
        more = ("--dry-run",) if dry else ()
        said = self.office.on(day, "collect", "read", *map(str, files), "--today", day,
                              "--format", "json", *more)  # fmt: skip
        data: dict[str, Any] = json.loads(said.out)
        refused = [one for one in data["files"] if one["outcome"] == "refused"]
        assert said.code == (13 if refused else 0), said.err
        return data


@pytest.fixture
def whole_round(tmp_path: Path, cchc: Cchc, monkeypatch: pytest.MonkeyPatch) -> Round:
    """The town's office on an empty ledger."""
    office = Office(town(tmp_path / "thi-tran"), cchc)
    monkeypatch.chdir(office.root)
    monkeypatch.setattr(session, "datetime", office.clock())
    return Round(office, truth())


@pytest.mark.skipif(not has_calc(), reason="NEEDS LibreOffice Calc (soffice) TO FILL IN")
def test_a_round_of_collecting(whole_round: Round, tmp_path: Path) -> None:
    _by_hand(whole_round)
    _made(whole_round)
    _sent(whole_round, tmp_path / "lo")
    plants = _planted(whole_round)
    _read_with_faults(whole_round, plants)
    _returned_and_corrected(whole_round, plants)
    _corrected_once_more(whole_round)
    _closed(whole_round)
    _reported(whole_round)


def _by_hand(whole: Round) -> None:
    """What the office had recorded of some units before, which their totals include."""
    for at, ident in enumerate(UNITS[:30], 1):
        whole.office.day = date(2021, 5, 21)
        whole.office.record("A.2", "--agency", name_of(ident), "--document", f"{at}/CV-U",
                            "--signed", "2021-05-20", "--figure", "hoi-nghi=2",
                            "--figure", "luot=100")  # fmt: skip


def _made(whole: Round) -> None:
    said = whole.office.on("2021-06-01", "collect", "make", "--period", "h1", "-o", "bieu",
                           "--today", "2021-06-01")  # fmt: skip
    assert said.err == "Đã lập 80 biểu trong bieu.\n"


def _sent(whole: Round, profile: Path) -> None:
    """All but two send theirs; four let LibreOffice calculate what they tell."""
    for folder in ("gui-ve", "cong-thuc"):
        (whole.office.root / folder).mkdir()
    for ident in UNITS[:78]:
        file, unit = whole.file("bieu", ident), whole.units[ident]
        if ident in BY_OFFICE:
            by_formulas(file, unit, whole.office.root / "cong-thuc" / file.name)
        else:
            filled(file, unit, whole.office.root / "gui-ve" / file.name)
    waiting = sorted((whole.office.root / "cong-thuc").iterdir())
    refused = whole.read(READ, *waiting, dry=True)["files"]
    assert {fault["code"] for one in refused for fault in one["faults"]} >= {"uncalculated"}
    calculated(waiting, whole.office.root / "gui-ve", profile)
    for ident in BY_OFFICE:
        assert set(told(opened(whole.file("gui-ve", ident)), whole.units[ident]).values())


def _planted(whole: Round) -> dict[str, tuple[Plant, str | None]]:
    """Put a fault into each of the first files; its cell as the file names it."""
    planted = {}
    for ident, plant in zip(FAULTY, PLANTS, strict=True):
        file = whole.file("gui-ve", ident)
        place = cell(opened(file), *plant.at).coordinate if plant.at else None
        plant.put(file)
        planted[ident] = (plant, place)
    assert len({plant.code for plant in PLANTS}) == len(PLANTS) >= 40
    return planted


def _read_with_faults(whole: Round, plants: dict[str, tuple[Plant, str | None]]) -> None:
    tried = whole.read(READ, "gui-ve", dry=True)
    assert len(whole.office.entries()) == 30
    done = whole.read(READ, "gui-ve")
    assert [one["outcome"] for one in tried["files"]] == [one["outcome"] for one in done["files"]]
    files = {one["file"].split("_")[1]: one for one in done["files"]}
    assert Counter(one["outcome"] for one in files.values()) == {
        "refused": len(PLANTS), "accepted": 78 - len(PLANTS)
    }  # fmt: skip
    for ident, (plant, place) in plants.items():
        faults = files[ident]["faults"]
        assert (plant.code, place) in [
            (one["code"], one["cell"] if place else None) for one in faults
        ], (plant, faults)
        assert len({one["code"] for one in faults}) == 1 or plant.code == "row_mixed", faults
        assert all(one["message"] for one in faults)
    assert set(done["roll"]["missing"]) == {*FAULTY, LATE, NEVER}
    assert done["roll"]["asked"] == 80


def _returned_and_corrected(whole: Round, plants: dict[str, tuple[Plant, str | None]]) -> None:
    """What can be marked goes back, is put right in its own file, and comes again."""
    office = whole.office
    said = office("collect", "faults", "gui-ve", "-o", "tra-lai", "--today", READ)
    marked = [*(office.root / "tra-lai").iterdir()]
    assert said.code == 0
    assert f"Đã ghi {len(marked)} biểu có đánh dấu lỗi vào tra-lai." in said.err
    assert said.err.count("Không đánh dấu được") == len(PLANTS) - len(marked)
    assert len(marked) == 30
    (office.root / "gui-lai").mkdir()
    for ident, (plant, place) in plants.items():
        file, unit = office.root / "tra-lai" / whole.file("bieu", ident).name, whole.units[ident]
        target = office.root / "gui-lai" / file.name
        if place is None or plant.code in ("row_mixed", "merged"):
            filled(whole.file("bieu", ident), unit, target)
            continue
        book = opened(file)
        assert plant.at
        at_fault = cell(book, *plant.at)
        assert at_fault.comment.text
        assert at_fault.fill.start_color.rgb == "FFFFC7CE"
        assert book.sheetnames[0] == "Lỗi cần sửa"
        for key in unit.tasks:
            for column in ("result", "document", "date", "degree", "difficulty"):
                cell(book, TASKS, key, column).value = None
        fill(book, unit)
        book.save(target)
    done = whole.read(AGAIN, "gui-lai")
    assert {one["outcome"] for one in done["files"]} == {"accepted"}
    assert {one["corrections"] for one in done["files"]} == {0}
    assert set(done["roll"]["missing"]) == {LATE, NEVER}
    head = len(office.entries())
    again = whole.read(AGAIN, "gui-lai", *(whole.file("gui-ve", one) for one in UNITS[50:78]))
    assert {one["outcome"] for one in again["files"]} == {"unchanged"}
    assert len(office.entries()) == head


def _corrected_once_more(whole: Round) -> None:
    """Three units had counted wrongly: their new files take back what the old ones told."""
    (whole.office.root / "sua").mkdir()
    for ident in UNITS[50:53]:
        unit = whole.units[ident]
        figures = {**unit.figures, "luot": unit.figures["luot"] + 1_000}
        whole.units[ident] = unit._replace(figures=figures)
        file = whole.file("gui-ve", ident)
        filled(file, whole.units[ident], whole.office.root / "sua" / file.name)
    done = whole.read(AGAIN, "sua")
    assert [(one["outcome"], one["corrections"]) for one in done["files"]] == [("accepted", 1)] * 3


def _closed(whole: Round) -> None:
    """The period is closed; a unit comes late, which the report leaves as it is."""
    assert whole.office.on(CLOSED, "close", "h1", "--today", CLOSED).code == 0
    before = _report(whole)
    late = whole.file("bieu", LATE)
    filled(late, whole.units[LATE], whole.office.root / "sua" / late.name)
    said = whole.office.on(AFTER, "collect", "read", f"sua/{late.name}", "--today", AFTER)
    assert "Kỳ đã chốt ngày 25/6/2021: phần vừa nhận là bổ sung sau chốt." in said.out
    assert f"Còn 1/80 đơn vị chưa gửi: {name_of(NEVER)}." in said.out
    assert _report(whole).out == before.out
    status = whole.office("collect", "status", "--period", "h1", "--format", "json")
    sent = {one["agency"]: one for one in json.loads(status.out)["sent"]}
    assert sent[LATE]["after_close"]
    assert sum(one["files"] for one in sent.values()) == 82
    assert whole.office("audit").code == 0


def _report(whole: Round) -> Said:
    said: Said = whole.office.on(AFTER, "report", "--period", "h1", "--today", AFTER)
    assert said.code == 0
    return said


def _reported(whole: Round) -> None:
    """Every number of the report against sums made here, of what the units had to tell."""
    told = [whole.units[ident] for ident in UNITS[:78]]
    report = _report(whole).out
    rows = {cells[1]: cells for cells in map(_cells, report.splitlines()) if len(cells) == 7}
    for ident, (name, unit) in INDICATORS.items():
        total = sum(one.figures[ident] for one in told)
        assert rows[name][2] == unit
        assert [_number(cell) for cell in rows[name][3:5]] == [total, total]
    states = {cells[1]: cells[5] for cells in map(_cells, report.splitlines()) if len(cells) == 6}
    reported = [one.reported for one in told if one.reported is not None]
    late = sum(day > date(2021, 6, 15) for day in reported)
    idle = sum(one.tasks["A.3|sometime"].get("result") == NONE for one in told)
    assert {duty: states[duty] for duty in ("A.1", "A.2", "A.3", "A.4")} == {
        "A.1": f"6 tháng đầu năm 2021: {len(reported)}/80 cơ quan đã thực hiện, trong đó trễ "
               f"{late}, quá hạn {80 - len(reported)}",
        "A.2": f"{len(told)}/80 cơ quan đã thực hiện",
        "A.3": f"0/80 cơ quan đã thực hiện, không phát sinh {idle}",
        "A.4": f"0/80 cơ quan đã thực hiện, không phát sinh {len(told)}",
    }  # fmt: skip
    assert "Kế hoạch có 4 nhiệm vụ được giao và 0 việc đề nghị" in report
    difficulties = sum("difficulty" in one.tasks["A.1|2021/h1"] for one in told)
    for words, number in (
        ("làm tốt", len(told)), ("kiến nghị", len(told)), ("thiếu người", difficulties),
    ):  # fmt: skip
        assert len(re.findall(rf"- Đơn vị số \d\d: .*{words}", report)) == number
    closing = next(one for one in whole.office.entries() if one.content.kind == "close")
    assert f"*Sổ ghi nhận: {closing.id} mục;" in report


def _cells(line: str) -> list[str]:
    """The cells of a row of a table."""
    return [one.strip() for one in line.split("|")[1:-1]]


def _number(text: str) -> float:
    """A figure as the report writes it."""
    return float(text.replace(".", "").replace(",", "."))
