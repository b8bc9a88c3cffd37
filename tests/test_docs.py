"""What the README and the tables of words say, held to the program."""

import re
import shlex
from pathlib import Path

import pytest

from cchc_cli.cli.main import COMMANDS, main
from cchc_cli.views.wording.errors import EXIT_CODES

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
BLOCK = re.compile(r"^```(?:sh|console|text|powershell)\n(.*?)^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`((?:cchc|py -m cchc_cli)(?: [^`]*)?)`")
PROGRAM = re.compile(r"^(?:\$ )?(?:cchc|py -m cchc_cli)(?= |$)")
# Placeholders that stand for "and so on" in running text.
ELSE = "…"


def command_lines() -> list[str]:
    """Every command line of ours in the README, in blocks and in running text."""
    lines = [line for block in BLOCK.findall(README) for line in block.splitlines()]
    found = [line for line in lines if PROGRAM.match(line)]
    return list(dict.fromkeys([*found, *INLINE.findall(README)]))


def words_of(line: str) -> list[str]:
    """The arguments of a command line, without comments and redirections."""
    words = shlex.split(PROGRAM.sub("", line), comments=True)
    for sign in (">", ">>", "|", "&&", ";", "2>"):
        if sign in words:
            words = words[: words.index(sign)]
    return [word for word in words if word != ELSE]


@pytest.mark.parametrize("line", command_lines())
def test_a_command_line_of_the_readme_is_understood(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With ``--help`` the parser reads the whole line and nothing is done."""
    assert main([*words_of(line), "--help"]) == 0
    assert capsys.readouterr().err == ""


def test_the_readme_has_command_lines() -> None:
    assert len(command_lines()) >= 5


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_names_every_command(name: str) -> None:
    assert re.search(rf"\bcchc {name}\b", README)


@pytest.mark.parametrize("name", ["CCHC_PLANS", "CCHC_TEMPLATES"])
def test_the_readme_names_the_variables(name: str) -> None:
    assert name in README


def test_a_table_of_exit_codes_is_the_program_s() -> None:
    rows = dict(re.findall(r"^\| (\d+) \| (.+) \|$", README, re.MULTILINE))
    assert {int(code): words for code, words in rows.items()} == EXIT_CODES
