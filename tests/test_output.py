"""The only writer: UTF-8 whatever the console says, whole files, closed pipes."""

import errno
import io
import os
import sys
from pathlib import Path
from typing import TextIO

import pytest

from cchc_cli import output
from cchc_cli.errors import OutputFault
from cchc_cli.views.wording.errors import sentence

WORDS = "Ủy ban nhân dân thành phố Hà Nội: ữ ỡ ặ đ"


def console(encoding: str, errors: str = "strict") -> io.TextIOWrapper:
    """A stream as a console of that encoding gives it."""
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors=errors, newline="\n")


def written(stream: TextIO) -> bytes:
    """What arrived at the console."""
    assert isinstance(stream, io.TextIOWrapper)
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue()


@pytest.mark.parametrize("encoding", ["cp1258", "ascii", "latin-1", "utf-8", "UTF-8", "utf8"])
def test_text_is_utf8_whatever_the_console_says(
    encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", console(encoding))
    monkeypatch.setattr(sys, "stderr", console(encoding))
    output.force_utf8()
    output.write(WORDS, None)
    output.note(WORDS)
    assert written(sys.stdout) == WORDS.encode()
    assert written(sys.stderr) == WORDS.encode() + b"\n"


def test_a_stream_that_cannot_change_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    output.force_utf8()
    output.write(WORDS, None)
    assert stream.getvalue() == WORDS


def test_a_closed_stream_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    output.force_utf8()
    output.note(WORDS)


def test_a_file_name_in_strange_bytes_can_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", console("utf-8"))
    output.force_utf8()
    output.write("tệp \udcff\n", None)
    assert written(sys.stdout).startswith("tệp ".encode())


def test_a_file_is_written_as_it_is(tmp_path: Path) -> None:
    output.write("a\r\nb\n\ufeff" + WORDS, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == ("a\r\nb\n\ufeff" + WORDS).encode()


@pytest.mark.parametrize("target", ["khong/co/a.md", "a.md/b.md", "", ".", "..", "x" * 300])
def test_a_file_that_cannot_be_written_is_a_fault(target: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("cũ", encoding="utf-8")
    with pytest.raises(OutputFault) as fault:
        output.write("mới", tmp_path / target)
    assert fault.value.code == "cannot_write"
    assert fault.value.values["file"] == tmp_path / target
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
    assert (tmp_path / "a.md").read_text("utf-8") == "cũ"


def test_the_reason_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputFault) as fault:
        output.write("mới", tmp_path / "khong" / "a.md")
    assert "không có thư mục" in sentence(fault.value)


class Full(io.StringIO):
    """A stream whose disk is full."""

    def write(self, _: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_behind_standard_output_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Full())
    with pytest.raises(OutputFault) as fault:
        output.write(WORDS, None)
    assert fault.value.code == "cannot_write"


def test_a_reader_who_has_seen_enough_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        output.write(WORDS * 10_000, None)
        output.write(WORDS, None)
        monkeypatch.undo()


def test_many_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output.write_lines(["một", "hai"], None)
    assert capsys.readouterr().out == "một\nhai\n"
    output.write_lines((line for line in ("một", "hai")), tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_bytes() == "một\nhai\n".encode()
    with pytest.raises(OutputFault) as caught:
        output.write_lines(["a"], tmp_path / "khong" / "co")
    assert caught.value.code == "cannot_write"
