"""The command line's own words."""

import re
from typing import Annotated

import pytest
import typer

from cchc_cli.views.wording import parser
from cchc_cli.views.wording.parser import MISSING, NO_COMMAND, complaint, nearest

PLACEHOLDERS = {
    "SEE_HELP": {"command": "cchc duties"},
    "UNEXPECTED": {"kind": "KeyError", "detail": "'x'"},
    "NOTE_MARKS": {"typed": "so noi vu", "name": "Sở Nội vụ"},
    "NOTE_PART": {"typed": "nội vụ", "name": "Sở Nội vụ"},
    "BLANKS": {"number": "14"},
    "COMPLETION_DONE": {"shell": "bash", "path": ".bashrc"},
    "NO_OPTION": {"option": "--agenci"},
    "NO_COMMAND": {"command": "dutis"},
}


@pytest.mark.parametrize("name", PLACEHOLDERS)
def test_a_phrase_takes_the_values_of_its_user(name: str) -> None:
    phrase: str = getattr(parser, name)
    text = phrase.format(**PLACEHOLDERS[name])
    assert "{" not in text
    assert all(value in text for value in PLACEHOLDERS[name].values())


@pytest.mark.parametrize("kind", MISSING)
def test_what_is_missing(kind: str) -> None:
    assert MISSING[kind].format(name="--period").endswith("--period.")


def test_no_phrase_with_a_place_is_left_without_an_example() -> None:
    phrases = {name: text for name, text in vars(parser).items() if name.isupper()}
    with_places = {
        name for name, text in phrases.items() if isinstance(text, str) and re.search(r"\{\w", text)
    }
    assert with_places - {"_NEAR"} == set(PLACEHOLDERS)


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("No such command 'dutis'.", "không có lệnh “dutis”."),
        ("No such command 'x'. Did you mean 'y'?", "không có lệnh “x”."),
        ("Missing command.", "thiếu lệnh."),
        ("Got unexpected extra argument (a)", "thừa tham số: a."),
        ("Got unexpected extra arguments (a b)", "thừa tham số: a b."),
        ("Option '--agency' requires an argument.", "tùy chọn --agency cần một giá trị."),
        ("Option --agency requires an argument.", "tùy chọn --agency cần một giá trị."),
        ("Option '--range' requires 2 arguments.", "tùy chọn --range cần 2 giá trị."),
        ("Option '--all' does not take a value.", "tùy chọn --all không nhận giá trị."),
        ("No such option: --agenci", "không có tùy chọn --agenci."),
        ("No such option: -x (Possible options: -y)", "không có tùy chọn -x."),
        ("Something that nobody foresaw.", "câu lệnh không đúng."),
    ],
)
def test_a_complaint_of_the_parser_in_vietnamese(english: str, vietnamese: str) -> None:
    assert complaint(english) == vietnamese


@pytest.mark.parametrize(
    ("near", "text"),
    [
        ([], "không có lệnh “dutis”."),
        (["duties"], "không có lệnh “dutis”. Có phải duties?"),
        (["duties", "deadlines"], "không có lệnh “dutis”. Có phải duties hay deadlines?"),
    ],
)
def test_the_nearest_words(near: list[str], text: str) -> None:
    assert nearest(NO_COMMAND.format(command="dutis"), near) == text


def _program() -> typer.Typer:
    program = typer.Typer(rich_markup_mode=None, add_completion=False)

    @program.command()
    def one(name: Annotated[str | None, typer.Option()] = None, *, every: bool = False) -> None:
        """Take an option with a value and one without."""

    @program.command()
    def two() -> None:
        """Take nothing."""

    return program


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["drei"], id="no such command"),
        pytest.param(["two", "a"], id="an argument too many"),
        pytest.param(["two", "a", "b"], id="two arguments too many"),
        pytest.param(["one", "--name"], id="a value is missing"),
        pytest.param(["one", "--every=5"], id="a value too many"),
        pytest.param(["one", "--naem", "x"], id="no such option"),
    ],
)
def test_what_the_installed_parser_really_says_is_understood(arguments: list[str]) -> None:
    command = typer.main.get_command(_program())
    with pytest.raises(typer.TyperException) as caught:
        command.main(arguments, prog_name="cchc", standalone_mode=False)
    assert complaint(caught.value.format_message()) != complaint("")
