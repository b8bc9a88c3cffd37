"""What is missing is asked for on a terminal, with the choices there are; never elsewhere."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Timer

import pytest

from cchc_cli.cli.recording import HEEDED, KINDS, OPTIONS, Typed, ask_for_missing, given
from cchc_cli.domain.plan import Plan
from cchc_cli.errors import CchcError
from cchc_cli.evidence import EvidenceFolder
from cchc_cli.services.book import Book
from tests.cli.office import Office
from tests.services.real import plan_of_2021

Ask = Callable[..., Typed]


@pytest.fixture
def plan() -> Plan:
    """The plan of 2021."""
    return plan_of_2021()


@pytest.fixture
def asked(
    plan: Plan, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[Typed, list[str], str]]:
    """What became of it, what was asked, and which choices were offered."""

    def ask(typed: Typed, *answers: str) -> tuple[Typed, list[str], str]:
        left, questions = list(answers), list[str]()

        def prompt(question: str, **_: object) -> str:
            questions.append(question)
            return left.pop(0)

        monkeypatch.setattr("typer.prompt", prompt)
        found = ask_for_missing(Book(plan, None), typed)
        assert left == []
        return found, questions, capsys.readouterr().err

    return ask


Asked = Callable[..., tuple[Typed, list[str], str]]


def test_nothing_is_asked_where_everything_is_given(asked: Asked) -> None:
    for typed in (
        Typed(duty="V.6.4b", agency="snv", document="1/BC-SNV"),
        Typed(duty="V.6.4b", agency="snv", evidence=("a",)),
        Typed(duty="V.1.2b", agency="snv", period="q2", without_evidence="x"),
        Typed("waiver"),
        Typed("narrative"),
    ):
        assert asked(typed) == (typed, [], "")


def test_everything_is_asked_where_nothing_is_given(asked: Asked) -> None:
    found, questions, offered = asked(
        Typed(), " V.6.3a ", "snv", "h1", "5/BC-SNV", "2021-06-09", "10/6/2021"
    )
    assert found._replace(signed=None, received=None) == Typed(
        duty="V.6.3a", agency="snv", period="h1", document="5/BC-SNV"
    )
    assert (str(found.signed), str(found.received)) == ("2021-06-09", "2021-06-10")
    assert questions == [
        "Mã nhiệm vụ", "Cơ quan", "Kỳ", "Số, ký hiệu văn bản (bỏ trống nếu không có)",
        "Ngày ký (bỏ trống nếu không có)", "Ngày nhận (bỏ trống nếu không có)",
    ]  # fmt: skip
    duties, agencies, periods = offered.splitlines()
    assert duties.startswith("Chọn một: V.1.1a, V.1.1b, ")
    assert duties.endswith(", …")
    assert "Sở Nội vụ" in agencies
    assert periods == "Chọn một: 2021/h1, 2021/year"


def test_what_can_only_be_one_is_not_asked(asked: Asked) -> None:
    found, questions, _ = asked(Typed(duty="V.1.1a"), "", "https://a")
    assert (found.agency, found.period, found.evidence) == ("Sở Nội vụ", None, ("https://a",))
    assert len(questions) == 2


def test_why_there_is_no_evidence(asked: Asked) -> None:
    typed = Typed(duty="V.6.4b", agency="snv")
    found, questions, _ = asked(typed, "", "", "mất")
    assert found.without_evidence == "mất"
    assert questions[-1] == "Vì sao không có minh chứng"
    assert asked(typed, "", "", "")[0] == typed
    assert asked(typed, "5/BC-SNV", "", "")[0] == typed._replace(document="5/BC-SNV")


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        (Typed(), ("",)),
        (Typed(), ("V.99",)),
        (Typed(duty="V.99"), ()),
        (Typed(duty="V.6.4b", agency="snv"), ("5/BC-SNV", "hôm qua", "")),
    ],
)
def test_an_answer_that_is_none(typed: Typed, answers: tuple[str, ...], asked: Asked) -> None:
    with pytest.raises(CchcError):
        asked(typed, *answers)


# On a terminal, as a person meets it.


def on_terminal(root: Path, answers: str, *arguments: str) -> tuple[int, str]:
    """Exit code and screen of a command on a terminal on which ``answers`` are typed."""
    pty = pytest.importorskip("pty")
    master, slave = pty.openpty()
    environ = {**os.environ, "CCHC_CACHE": str(root / "cache"), "COLUMNS": "80"}
    with subprocess.Popen(
        [sys.executable, "-m", "cchc_cli", *arguments],
        stdin=slave, stdout=slave, stderr=slave, cwd=root, env=environ,
    ) as process:  # fmt: skip
        os.close(slave)
        # A question that nobody answers must not hold up the tests.
        patience = Timer(60, process.kill)
        patience.start()
        os.write(master, answers.encode())
        seen = b""
        # Linux ends a terminal without a process by an error.
        with suppress(OSError):
            while block := os.read(master, 4096):
                seen += block
        patience.cancel()
        os.close(master)
        code = process.wait(timeout=60)
    return code, seen.decode().replace("\r\n", "\n")


def test_a_person_is_asked_on_a_terminal(office: Office) -> None:
    code, screen = on_terminal(
        office.root, "V.6.4b\nsnv\n1604/BC-SNV\n\n2021-06-10\n", "record", "--today", "2021-06-10"
    )
    assert code == 0
    assert "Chọn một: V.1.1a, " in screen
    assert "Cơ quan: " in screen
    assert "Đã ghi #1: đã thực hiện, V.6.4b, Sở Nội vụ, kỳ 2021/h1, 1604/BC-SNV.\n" in screen
    (content,) = office.contents()
    assert str(content.document and content.document.received) == "2021-06-10"


@pytest.mark.parametrize("keys", ["\x04", "V.6.4b\n\x04"], ids=["at once", "half way"])
def test_a_person_who_gives_up(keys: str, office: Office) -> None:
    code, screen = on_terminal(office.root, keys, "record", "--today", "2021-06-10")
    assert code == 130
    assert screen.rstrip().endswith("Đã dừng.")
    assert "Traceback" not in screen
    assert office.entries() == []


def test_a_script_is_never_asked(office: Office) -> None:
    said = subprocess.run(
        [sys.executable, "-m", "cchc_cli", "record", "V.6.4b"],
        input=b"snv\n", capture_output=True, check=False, cwd=office.root, timeout=60,
    )  # fmt: skip
    assert said.returncode == 2
    assert said.stderr.decode() == "Lỗi: Nhiệm vụ V.6.4b: thiếu --agency.\n"


# The table of kinds.


def test_every_kind_is_told_what_it_heeds() -> None:
    assert set(OPTIONS) == set(Typed._fields)
    assert set(KINDS) == set(HEEDED)
    assert all(fields <= set(Typed._fields) for fields in HEEDED.values())
    assert given(Typed("waiver", agency="snv")) == ["kind", "agency"]
    assert given(Typed()) == []


def test_a_file_that_changes_while_it_is_recorded(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = office.root / "a.pdf"
    file.write_bytes(b"a")
    keep = EvidenceFolder.keep

    def changed(store: EvidenceFolder, path: Path) -> object:
        file.write_bytes(b"b")
        return keep(store, path)

    monkeypatch.setattr(EvidenceFolder, "keep", changed)
    code, sentence = office.refused("V.6.4b", "--agency", "snv", "--evidence", "a.pdf")
    assert code == 7
    assert "a.pdf" in sentence


def test_the_command_asks_where_both_ends_are_a_terminal(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("typer.prompt", lambda *_, **__: "1604/BC-SNV")
    report = ("V.6.4b", "--agency", "snv")
    for stdin, stderr in ((False, True), (True, False)):
        monkeypatch.setattr("sys.stdin.isatty", lambda stdin=stdin: stdin)
        monkeypatch.setattr("sys.stderr.isatty", lambda stderr=stderr: stderr)
        assert office.refused(*report)[0] == 2
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    # Every question gets the same answer, which is no day.
    assert office.refused(*report) == (
        2, "“1604/BC-SNV” không phải là ngày. Viết như 2021-06-15 hoặc 15/6/2021.",
    )  # fmt: skip
