"""From a result to the form that was asked for."""

import os
import sys
from pathlib import Path

import pytest

from cchc_cli.cli import show as door
from cchc_cli.cli.show import FORMS, Form, form_or_default, screen_width, sheet_text, show
from cchc_cli.views.sheet import Column, Section, Sheet, plain

SHEET = Sheet(
    ["Đầu đề"],
    (Column("id", "Mã", 10), Column("title", "Nhiệm vụ", 70)),
    [Section("Mục", [["V.1", "Việc [thứ] nhất"], ["V.2", "=1+1"]])],
    ["Cuối"],
)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard output says that it is a terminal."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)


@pytest.mark.parametrize("form", FORMS)
def test_the_chosen_form_is_the_form(form: Form) -> None:
    assert form_or_default(form, None) == form
    assert form_or_default(form, Path("a")) == form


def test_a_pipe_gets_plain_text() -> None:
    assert form_or_default(None, None) == "plain"


@pytest.mark.usefixtures("terminal")
def test_a_terminal_gets_a_table_and_a_file_plain_text() -> None:
    assert form_or_default(None, None) == "table"
    assert form_or_default(None, Path("a")) == "plain"


@pytest.mark.parametrize(("columns", "width"), [("120", 120), ("", 80)])
def test_the_width_of_the_screen(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(os, "get_terminal_size", lambda _=1: os.terminal_size((0, 0)))
    assert screen_width() == width


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("plain", "V.1  Việc [thứ] nhất\n"),
        ("table", "Việc [thứ] nhất"),
        ("md", "| V.1 | Việc [thứ] nhất |\n"),
        ("csv", "V.1,Việc [thứ] nhất\r\nV.2,'=1+1\r\n"),
    ],
)
def test_a_sheet_in_every_form(form: Form, expected: str) -> None:
    text = sheet_text(SHEET, form)
    assert expected in text
    assert "\x1b" not in text


def test_csv_begins_with_a_mark_for_excel() -> None:
    assert sheet_text(SHEET, "csv").startswith("\ufeff")


@pytest.mark.usefixtures("terminal")
def test_a_terminal_gets_colours_unless_it_asks_for_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[1m" in sheet_text(SHEET, "table")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in sheet_text(SHEET, "table")


def test_a_table_of_many_rows_is_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "RICH_ROWS", 1)
    assert sheet_text(SHEET, "table") == plain(SHEET)


def test_a_result_goes_to_standard_output_or_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    show("Sở\n", None)
    show("Nội vụ\n", tmp_path / "a.txt")
    assert capsys.readouterr().out == "Sở\n"
    assert (tmp_path / "a.txt").read_text("utf-8") == "Nội vụ\n"
