"""The form of a table that was asked for."""

import json
import sys
from datetime import date
from pathlib import Path

import pytest

from cchc_cli.cli.show import DATED_FORMS, Form
from cchc_cli.cli.tables import table_form, write_table
from cchc_cli.errors import UsageFault
from cchc_cli.views.tables.model import Field, Table
from tests.cli.builders import Cchc
from tests.cli.office import Office

TABLE = Table("Bảng", ["Kế hoạch"], date(2021, 6, 10), [Field("Mã", 10)], [["=V.1"]])


@pytest.mark.parametrize(
    ("form", "file", "chosen"),
    [
        (None, None, "plain"),
        (None, "han.txt", "plain"),
        (None, "han", "plain"),
        (None, "han.csv", "csv"),
        (None, "HAN.XLSX", "xlsx"),
        (None, "han.json", "json"),
        (None, "han.md", "md"),
        (None, "han.ics", "ics"),
        ("xlsx", None, "xlsx"),
        ("xlsx", "han", "xlsx"),
        ("ics", "lich.txt", "ics"),
        ("csv", "han.txt", "csv"),
        ("table", "han.csv", "table"),
    ],
)
def test_the_form_is_the_chosen_one_or_that_of_the_ending(
    form: Form | None, file: str | None, chosen: Form
) -> None:
    target = Path(file) if file else None
    assert table_form(form, target, allowed=DATED_FORMS) == chosen


@pytest.mark.parametrize(
    ("form", "file"),
    [("csv", "han.xlsx"), ("plain", "han.ics"), ("xlsx", "han.csv"), ("ics", "han.xlsx")],
)
def test_a_form_that_is_not_that_of_the_ending_is_refused(form: Form, file: str) -> None:
    with pytest.raises(UsageFault) as raised:
        table_form(form, Path(file), allowed=DATED_FORMS)
    assert (raised.value.code, raised.value.values["form"]) == ("form_and_ending", form)


def test_a_table_without_days_is_no_calendar() -> None:
    with pytest.raises(UsageFault) as raised:
        table_form(None, Path("han.ics"))
    assert raised.value.code == "form_and_ending"


def test_plain_csv_is_csv() -> None:
    assert table_form(None, None, bare=True) == "csv"
    assert table_form("csv", Path("han.csv"), bare=True) == "csv"
    with pytest.raises(UsageFault) as raised:
        table_form("xlsx", None, bare=True)
    assert raised.value.values == {"first": "--plain-csv", "second": "--format xlsx"}


def test_a_terminal_gets_no_workbook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    with pytest.raises(UsageFault) as raised:
        table_form("xlsx", None)
    assert raised.value.code == "xlsx_to_terminal"
    assert table_form("xlsx", Path("han.xlsx")) == "xlsx"


def test_a_table_in_a_file(tmp_path: Path) -> None:
    write_table(TABLE, "csv", tmp_path / "a.csv")
    write_table(TABLE, "csv", tmp_path / "b.csv", bare=True)
    write_table(TABLE, "xlsx", tmp_path / "a.xlsx")
    assert (tmp_path / "a.csv").read_bytes() == "\ufeffMã\r\n'=V.1\r\n".encode()
    assert (tmp_path / "b.csv").read_bytes() == "Mã\r\n=V.1\r\n".encode()
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    "line",
    [
        "duties",
        "duties --agency snv",
        "deadlines",
        "status",
        "status --by agency",
        "status --by group",
        "status --agency stp",
        "status --list --duty V.6.4b",
        "status --map",
        "history",
    ],
)
def test_what_a_table_can_be(line: str, office: Office, tmp_path: Path) -> None:
    office.record("V.6.4b", "--agency", "snv", "--note", "=1+1", "--document", "1/BC")
    day = () if line == "history" else ("--today", "2021-06-10")
    for name in ("a.csv", "a.xlsx", "a.json"):
        said = office(*line.split(), *day, "-o", str(tmp_path / name))
        assert (said.code, said.out) == (0, "")
    marked, bare = (tmp_path / "a.csv").read_bytes(), tmp_path / "b.csv"
    assert marked.startswith(b"\xef\xbb\xbf")
    assert office(*line.split(), *day, "--plain-csv", "-o", str(bare)).code == 0
    assert bare.read_bytes() == marked.removeprefix(b"\xef\xbb\xbf").replace(b"'=1", b"=1")
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["format"].startswith("cchc/")


def test_an_option_before_a_subcommand_is_still_refused(cchc: Cchc) -> None:
    said = cchc("duties", "--plain-csv", "show", "V.6.4b")
    assert (said.code, said.out) == (2, "")
    assert "--plain-csv" in said.err
