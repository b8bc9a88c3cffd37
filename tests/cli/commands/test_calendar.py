"""``cchc calendar``, and ``cchc deadlines`` as a calendar."""

from pathlib import Path

import pytest

from tests.cli.builders import Cchc
from tests.cli.office import Office

DAY = ("--today", "2021-06-10")
BEGIN = "BEGIN:VCALENDAR\r\n"


def test_every_deadline_of_the_plan(cchc: Cchc, tmp_path: Path) -> None:
    file = tmp_path / "han.ics"
    said = cchc("calendar", *DAY, "-o", str(file))
    assert (said.code, said.out) == (0, "")
    assert said.err == (
        "Lịch có 46 thời hạn; 44 việc không có ngày không đưa vào lịch (cchc duties).\n"
    )
    text = file.read_bytes().decode("utf-8")
    assert text.startswith(BEGIN)
    # One rule for 41 weeks.
    assert text.count("BEGIN:VEVENT") == 6


@pytest.mark.parametrize("ask", [("--format", "ics"), ("-o", "{file}.ics")], ids=" ".join)
def test_deadlines_as_a_calendar_are_the_same_one(
    ask: tuple[str, str], cchc: Cchc, tmp_path: Path
) -> None:
    file = tmp_path / "han"
    said = cchc("deadlines", *DAY, *(word.format(file=file) for word in ask))
    assert said.code == 0
    made = file.with_suffix(".ics")
    text = made.read_bytes().decode() if made.exists() else said.out
    assert text == cchc("calendar", *DAY).out


def test_a_calendar_still_checks(cchc: Cchc) -> None:
    said = cchc("deadlines", *DAY, "--format", "ics", "--check")
    assert (said.code, said.out[: len(BEGIN)]) == (10, BEGIN)


@pytest.mark.parametrize(
    ("options", "number"),
    [
        (("--agency", "Sở Tư pháp"), 2),
        (("--from", "2021-06-14", "--to", "2021-06-20"), 2),
        (("--within", "4d", "--from", "2021-06-10"), None),
        (("--within", "4d", "--agency", "Sở Tư pháp"), 1),
        (("--to", "2021-06-01", "--from", "2021-06-14"), None),
    ],
)
def test_a_choice_of_deadlines(options: tuple[str, ...], number: int | None, cchc: Cchc) -> None:
    said = cchc("calendar", *DAY, *options)
    if number is None:
        assert (said.code, said.out) == (2, "")
    else:
        assert said.err.startswith(f"Lịch có {number} thời hạn")


def test_tasks(cchc: Cchc) -> None:
    said = cchc("calendar", *DAY, "--todo")
    assert said.out.count("BEGIN:VTODO") == 46
    assert "BEGIN:VEVENT" not in said.out


def test_a_calendar_of_nothing_is_not_written(cchc: Cchc, tmp_path: Path) -> None:
    file = tmp_path / "han.ics"
    said = cchc("calendar", *DAY, "--agency", "UBND quận Ba Đình", "-o", str(file))
    assert (said.code, said.out) == (4, "")
    assert "UBND quận Ba Đình: không có thời hạn nào trong khoảng này" in said.err
    assert not file.exists()


def test_all_dated_duties_leave_nothing_to_say(office: Office) -> None:
    said = office("calendar", "--agency", "snv", "--within", "1w")
    assert said.err.startswith("Lịch có 1 thời hạn; ")


def test_what_was_recorded_changes_the_same_entry(office: Office) -> None:
    ask = ("calendar", "--agency", "snv", "--from", "2021-06-14", "--to", "2021-06-14")
    before = office(*ask).out
    office.record("V.6.4b", "--agency", "snv", "--document", "1/BC-SNV", "--received", "9/6/2021")
    after = office(*ask).out
    assert _value(before, "UID") == _value(after, "UID")
    assert (_value(before, "SEQUENCE"), _value(after, "SEQUENCE")) == ("0", "1")
    assert _value(before, "DTSTAMP") < _value(after, "DTSTAMP")
    assert "BEGIN:VALARM" in before
    assert "BEGIN:VALARM" not in after
    assert _value(after, "SUMMARY").startswith("✓ Đã làm V.6.4b")
    assert office(*ask, "--without-done").code == 4
    # As it was known the day before.
    assert _value(office(*ask, "--as-of", "2021-06-09").out, "SEQUENCE") == "0"


def _value(text: str, name: str) -> str:
    return text.partition(f"\r\n{name}:")[2].partition("\r\n")[0]


@pytest.mark.parametrize("form", ["csv", "xlsx", "ics"])
def test_an_explanation_is_no_table(form: str, cchc: Cchc) -> None:
    said = cchc("deadlines", "--explain", "V.6.4b", "--format", form)
    assert said.code == 2
    assert said.err == f"Lỗi: Không dùng --explain cùng với --format {form}.\n"
