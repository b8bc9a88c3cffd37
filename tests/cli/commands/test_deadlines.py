"""``cchc deadlines``: windows, forms, ``--check`` and ``--explain``."""

import csv
import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.builders import Cchc, write_plan
from tests.cli.office import Office

DAY = ("--today", "2021-06-10")


def listed(cchc: Cchc, *options: str) -> dict[str, Any]:
    """The JSON of a list of deadlines."""
    said = cchc("deadlines", *options, "--format", "json")
    assert (said.code, said.err) == (0, "")
    found = json.loads(said.out)
    assert isinstance(found, dict)
    return found


def days(found: dict[str, Any]) -> list[tuple[str, str]]:
    """Duty and last good day of every deadline."""
    return [(row["duty"], row["effective"]) for row in found["deadlines"]]


def test_what_is_past_and_what_comes(cchc: Cchc) -> None:
    said = cchc("deadlines", *DAY)
    assert (said.code, said.err) == (0, "")
    assert "Năm 10/6/2021." in said.out
    assert said.out.index("Đã qua hạn") < said.out.index("Sắp tới")
    assert "V.6.4b" in said.out


def test_json_tells_the_day_and_the_plan(cchc: Cchc) -> None:
    found = listed(cchc, *DAY)
    assert found["format"] == "cchc/deadlines/1"
    assert (found["today"], found["plan_over"]) == ("2021-06-10", False)
    assert ("V.6.4b", "2021-06-14") in days(found)


@pytest.mark.parametrize(
    ("options", "first", "last"),
    [
        (("--within", "4d"), None, "2021-06-14"),
        (("--within", "1w"), None, "2021-06-17"),
        (("--within", "1m"), None, "2021-07-10"),
        (("--from", "2021-06-01", "--to", "30/6/2021"), "2021-06-01", "2021-06-30"),
        (("--from", "2021-12-01"), "2021-12-01", None),
        (("--to", "2021-06-01"), None, "2021-06-01"),
        (("--from", "2021-06-14", "--to", "2021-06-14"), "2021-06-14", "2021-06-14"),
    ],
)
def test_windows(options: tuple[str, ...], first: str | None, last: str | None, cchc: Cchc) -> None:
    every = days(listed(cchc, *DAY, "--all"))
    found = days(listed(cchc, *DAY, *options))
    expected = [
        row for row in every if (not first or first <= row[1]) and (not last or row[1] <= last)
    ]
    assert found
    assert found[-1] == expected[-1]
    assert set(found) <= set(expected)


def test_all_leaves_nothing_out(cchc: Cchc) -> None:
    found = listed(cchc, *DAY, "--all")
    assert found["later"] == 0
    assert all(row["earlier_periods"] == 0 for row in found["deadlines"])
    assert len([row for row in found["deadlines"] if row["duty"] == "V.10.3b"]) > 30


def test_one_agency(cchc: Cchc) -> None:
    found = listed(cchc, *DAY, "--agency", "Sở Tư pháp", "--all")
    assert found["agency"] == "stp"
    assert {row["duty"] for row in found["deadlines"]} == {"V.6.4b", "V.6.4c"}


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--today", "2021-06-10", "--check"), 10),
        (("--today", "2021-06-10"), 0),
        (("--today", "2021-03-25", "--check"), 0),
        (("--today", "2021-06-14", "--agency", "Sở Tư pháp", "--check"), 0),
        # The 15th itself is borderline: texts do not say whether "before" holds it.
        (("--today", "2021-06-15", "--agency", "Sở Tư pháp", "--check"), 0),
        (("--today", "2021-06-16", "--agency", "Sở Tư pháp", "--check"), 10),
    ],
)
def test_check_ends_with_its_own_code(options: tuple[str, ...], code: int, cchc: Cchc) -> None:
    said = cchc("deadlines", *options)
    assert (said.code, said.err) == (code, "")
    assert said.out
    assert cchc("deadlines", *options, "--format", "json").code == code


def test_a_plan_that_is_over_says_so_and_how_to_look_back(cchc: Cchc) -> None:
    said = cchc("deadlines", "--today", "2022-02-01")
    assert said.code == 0
    assert "Kế hoạch đã kết thúc ngày 31/12/2021." in said.out
    assert re.search(r"cchc deadlines --today 2021-\d\d-\d\d\n", said.out)
    assert listed(cchc, "--today", "2022-02-01")["plan_over"] is True


def test_a_plan_that_has_not_begun_says_so(
    cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_plan(tmp_path, "mot")
    monkeypatch.setenv("CCHC_PLANS", str(tmp_path))
    said = cchc("deadlines", "--today", "2020-06-01")
    assert "Kế hoạch bắt đầu từ ngày 01/01/2021." in said.out
    assert "Không có thời hạn nào trong khoảng này." in said.out


def test_the_clock_is_asked_only_where_no_day_is_given(
    cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_plan(tmp_path, "mot")
    monkeypatch.setenv("CCHC_PLANS", str(tmp_path))
    assert "Kế hoạch đã kết thúc ngày 31/12/2021." in cchc("deadlines").out


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("table", "Kế hoạch thông tin"),
        ("plain", "Kế hoạch thông tin"),
        ("md", "Kế hoạch thông tin"),
        ("csv", "\ufeffHạn (ngày cuối còn kịp),Tình trạng,Số ngày,Mã,Nhiệm vụ,"),
        ("json", "{"),
    ],
)
def test_every_form(form: str, start: str, cchc: Cchc) -> None:
    said = cchc("deadlines", *DAY, "--format", form)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(start)
    assert "V.6.4b" in said.out


def test_a_table_fits_80_columns(cchc: Cchc) -> None:
    for options in ((), ("--all",), ("--agency", "Sở Nội vụ"), ("--explain", "V.6.4b")):
        said = cchc("deadlines", *options, *DAY, "--format", "table")
        assert max(map(len, said.out.splitlines())) <= 80


def test_a_result_in_a_file_still_checks(cchc: Cchc, tmp_path: Path) -> None:
    file = tmp_path / "thoi_han.csv"
    said = cchc("deadlines", *DAY, "--format", "csv", "-o", str(file), "--check")
    assert said == (10, "", "")
    assert file.read_bytes().startswith("\ufeffHạn (ngày".encode())


# Explaining.


def test_an_explanation_goes_from_the_words_to_the_date(cchc: Cchc) -> None:
    said = cchc("deadlines", "--explain", "V.6.4b", *DAY)
    assert (said.code, said.err) == (0, "")
    steps = ["1. Lời văn: “", "trước 15/6/2021", "Cách đọc “trước”", "ngày được nêu"]
    places = [said.out.index(step) for step in steps]
    assert places == sorted(places)


def test_an_explanation_as_json_and_in_a_file(cchc: Cchc, tmp_path: Path) -> None:
    found = listed(cchc, "--explain", "v.6.4b", *DAY)
    assert found["format"] == "cchc/explanation/1"
    assert found["periods"][0]["named"] == "2021-06-15"
    file = tmp_path / "giai_thich.txt"
    assert cchc("deadlines", "--explain", "V.6.4b", *DAY, "-o", str(file)) == (0, "", "")
    assert "6 tháng đầu năm 2021" in file.read_text("utf-8")


@pytest.mark.parametrize(
    "options",
    [
        ("--agency", "snv"),
        ("--within", "30d"),
        ("--from", "2021-06-01"),
        ("--to", "2021-06-01"),
        ("--all",),
        ("--check",),
    ],
    ids=" ".join,
)
def test_an_explanation_refuses_what_it_would_not_heed(
    options: tuple[str, ...], cchc: Cchc
) -> None:
    said = cchc("deadlines", "--explain", "V.6.4b", *options, *DAY)
    assert (said.code, said.out) == (2, "")
    assert said.err == f"Lỗi: Không dùng --explain cùng với {options[0]}.\n"


def test_an_explanation_supposes_an_event(cchc: Cchc) -> None:
    said = cchc("deadlines", "--explain", "V.1.3b", "--event", "2021-06-01", *DAY)
    assert said.code == 0
    assert "01/6/2021" in said.out


# With a ledger.


def test_what_is_done_leaves_the_list(office: Office) -> None:
    query = ("deadlines", "--agency", "snv", "--to", "2021-06-15", "--format", "json")
    assert [row["duty"] for row in json.loads(office(*query).out)["deadlines"]] == ["V.6.4b"]
    office.record("V.6.4b", "--agency", "snv", "--document", "1/BC-SNV")
    found = json.loads(office(*query).out)
    assert (found["deadlines"], found["recorded"], found["overdue"]) == ([], True, 0)
    text = office(*query[:-1], "plain").out
    assert "Không còn việc nào chưa làm trong khoảng này.\n" in text


def test_the_city_sees_how_many_are_left(office: Office) -> None:
    office.record("V.6.4b", "--agency", "snv", "--document", "1/BC-SNV")
    query = ("deadlines", "--today", "2021-06-16", "--from", "2021-06-14", "--to", "2021-06-15")
    said = office(*query).out
    assert "Chưa làm\n" in said
    assert re.search(r"quá hạn 1 ngày +V\.6\.4b .* 4/5\n", said)
    (row,) = csv.DictReader(io.StringIO(office(*query, "--format", "csv").out[1:]))
    assert (row["Mã"], row["Chưa làm"], row["Số cơ quan"]) == ("V.6.4b", "4", "5")
    (row,) = json.loads(office(*query, "--format", "json").out)["deadlines"]
    assert (row["left"], row["agencies"]) == (4, 5)


def test_check_ends_with_ten_only_when_something_is_overdue(office: Office) -> None:
    def check(day: str, *more: str) -> int:
        return office("deadlines", "--agency", "snv", "--today", day, "--check", *more).code

    assert check("2021-06-15") == 0
    # “Before the 15th”: on the day itself nobody is late.
    assert check("2021-06-16") == 10
    office.day = date(2021, 6, 16)
    office.record("V.6.4b", "--agency", "snv", "--as", "extension", "--until", "2021-06-20",
                  "--note", "xin lùi")  # fmt: skip
    assert check("2021-06-16") == 0
    assert check("2021-06-21") == 10
    office.day = date(2021, 6, 25)
    office.record("V.6.4b", "--agency", "snv", "--document", "1/BC-SNV", "--received", "2021-06-19")
    assert check("2021-06-21") == 0
    # What was known on the 21st.
    assert check("2021-06-21", "--as-of", "2021-06-24") == 10
    assert check("2021-06-21", "--as-of", "2021-06-25") == 0


def test_what_was_known_of_a_day(office: Office) -> None:
    office.day = date(2021, 6, 20)
    office.record("V.6.4b", "--agency", "stp", "--document", "1/BC-STP", "--received", "2021-06-11")
    query = ("deadlines", "--agency", "stp", "--today", "2021-06-16", "--format", "json")
    assert json.loads(office(*query).out)["overdue"] == 0
    assert json.loads(office(*query, "--as-of", "2021-06-19").out)["overdue"] == 1
