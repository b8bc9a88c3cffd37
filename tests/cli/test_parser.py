"""The group that loads a command when it is chosen, and the parser's words."""

import sys
from typing import ClassVar

import pytest
import typer

from cchc_cli.cli.parser import (
    Command,
    Group,
    Stub,
    UnknownCommandError,
    app,
    explain_exception,
    single,
)
from cchc_cli.views.wording.parser import complaint, nearest


class _Toy(Group):
    """A group with one command to be loaded and one at hand."""

    stubs: ClassVar = {"wording": Stub("cchc_cli.views.wording", "nothing", "Không bao giờ nạp.")}


def toy() -> typer.Typer:
    """An app with a stub, a command, and a hidden command."""
    made = app("toy", "Thử.", group=_Toy)

    @made.command("hai", cls=Command)
    def two(
        number: int,
        words: str = typer.Option("x", "--noi-dung", help="Lời."),
        pair: tuple[str, str] = typer.Option(("a", "b"), "--doi"),
        secret: str = typer.Option("x", "--bi-mat", hidden=True),
    ) -> None:
        """Lệnh thứ hai."""
        raise typer.Exit(number if words and pair and secret else 0)

    @made.command("kin", cls=Command, hidden=True)
    def hidden() -> None:
        """Lệnh ẩn."""

    return made


def invoke(*arguments: str) -> object:
    """Run the toy as ``main`` does."""
    return typer.main.get_command(toy()).main(
        list(arguments), prog_name="toy", standalone_mode=False
    )


def test_help_lists_stubs_without_loading_them(capsys: pytest.CaptureFixture[str]) -> None:
    invoke("--help")
    out = capsys.readouterr().out
    assert "  wording  Không bao giờ nạp.\n" in out
    assert "  hai      Lệnh thứ hai.\n" in out
    assert "kin" not in out


def test_help_of_a_command_lists_arguments_and_options(
    capsys: pytest.CaptureFixture[str],
) -> None:
    invoke("hai", "--help")
    out = capsys.readouterr().out
    assert out.startswith("Cách dùng: toy hai [TÙY CHỌN] number")
    assert out.index("Tham số:") < out.index("Tùy chọn:") < out.index("--noi-dung")
    assert "--bi-mat" not in out


def test_a_command_may_do_without_help() -> None:
    made = single("Một lệnh.")

    @made.command(cls=Command, add_help_option=False)
    def only() -> None:
        """Một lệnh."""

    command = typer.main.get_command(made)
    assert isinstance(command, Command)
    assert command.get_help_option(typer.Context(command)) is None


def test_a_command_at_hand_runs_and_returns_its_code() -> None:
    assert invoke("hai", "3") == 3


def test_a_stub_is_loaded_when_it_is_chosen() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        invoke("wording")


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("hay", "không có lệnh “hay”. Có phải hai?"),
        ("wordin", "không có lệnh “wordin”. Có phải wording?"),
        ("qqq", "không có lệnh “qqq”."),
    ],
)
def test_an_unknown_command_names_its_neighbours(typed: str, message: str) -> None:
    with pytest.raises(UnknownCommandError) as fault:
        invoke(typed)
    assert str(fault.value) == message
    assert fault.value.command_path == "toy"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("hai",), "thiếu tham số number."),
        (("hai", "--noi-dun"), "không có tùy chọn --noi-dun. Có phải --noi-dung?"),
        (("hai", "--qqq"), "không có tùy chọn --qqq."),
        (("hai", "1", "--noi-dung"), "tùy chọn --noi-dung cần một giá trị."),
        (("hai", "1", "--doi", "a"), "tùy chọn --doi cần 2 giá trị."),
        (("hai", "1", "2", "3"), "thừa tham số: 2 3."),
    ],
)
def test_a_complaint_of_the_parser_in_vietnamese(arguments: tuple[str, ...], message: str) -> None:
    with pytest.raises(typer.TyperException) as fault:
        invoke(*arguments)
    assert explain_exception(fault.value) == (message, "toy hai")


def test_a_complaint_without_a_place_belongs_to_the_program() -> None:
    class Strange(Exception):
        def format_message(self) -> str:
            return "Something new in English."

    assert explain_exception(Strange()) == ("câu lệnh không đúng.", "cchc")


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("No such command 'x'.", "không có lệnh “x”."),
        ("Missing command.", "thiếu lệnh."),
        ("Got unexpected extra argument (a)", "thừa tham số: a."),
        ("Got unexpected extra arguments (a b)", "thừa tham số: a b."),
        ("Got unexpected extra argument(s) (a b)", "thừa tham số: a b."),
        ("Option '--a' requires an argument.", "tùy chọn --a cần một giá trị."),
        ("Option '--a' requires 2 arguments.", "tùy chọn --a cần 2 giá trị."),
        ("Option '--a' does not take a value.", "tùy chọn --a không nhận giá trị."),
        ("No such option: --a", "không có tùy chọn --a."),
        ("Whatever comes next.", "câu lệnh không đúng."),
    ],
)
def test_every_complaint_is_translated(english: str, vietnamese: str) -> None:
    assert complaint(english) == vietnamese


@pytest.mark.parametrize(
    ("near", "said"),
    [
        ([], "không có."),
        (["a"], "không có. Có phải a?"),
        (["a", "b"], "không có. Có phải a hay b?"),
    ],
)
def test_nearest_words(near: list[str], said: str) -> None:
    assert nearest("không có.", near) == said


def test_an_app_of_one_command_is_that_command() -> None:
    made = single("Một lệnh.")

    @made.command(cls=Command)
    def only() -> None:
        """Một lệnh."""

    command = typer.main.get_command(made)
    assert isinstance(command, Command)


def test_choosing_nothing_loads_nothing() -> None:
    assert "cchc_cli.cli.parser" in sys.modules
    group = typer.main.get_command(toy())
    assert isinstance(group, Group)
    assert group.list_commands(typer.Context(group)) == ["wording", "hai", "kin"]
