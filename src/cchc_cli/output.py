"""The only writer: standard output, standard error, and files that are whole or not there."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO, TextIO, overload

from cchc_cli.atomic import whole, write_whole
from cchc_cli.errors import OutputFault


def force_utf8() -> None:
    """Write UTF-8 whatever the console says: cp1258 lacks most Vietnamese letters."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def on_terminal() -> bool:
    """Whether standard output is a terminal that a person looks at."""
    return sys.stdout is not None and sys.stdout.isatty()


def notes_on_terminal() -> bool:
    """Whether standard error is a terminal, where a bar can be drawn beside the notes."""
    return sys.stderr is not None and sys.stderr.isatty()


def write(text: str, target: Path | None) -> None:
    """Write a result to a file, or to standard output where no file is given.

    Raises:
        OutputFault: if the file cannot be written; what stood there before still does.
    """
    if target is None:
        _stream(sys.stdout, text)
        return
    try:
        write_whole(target, text)
    except OSError as error:
        raise OutputFault("cannot_write", file=target, errno=error.errno) from error


def write_document(data: bytes, target: Path | None) -> None:
    """Write a result that is no text to a file, or to standard output where none is given.

    Raises:
        OutputFault: if it cannot be written; what stood there before still does.
    """
    if target is None:
        if sys.stdout is not None:
            _stream(sys.stdout.buffer, data)
        return
    try:
        with whole(target) as file:
            file.write(data)
    except OSError as error:
        raise OutputFault("cannot_write", file=target, errno=error.errno) from error


def write_lines(lines: Iterable[str], target: Path | None) -> None:
    """Write a long result line by line, without holding all of it.

    Raises:
        OutputFault: if the file cannot be written; what stood there before still does.
    """
    if target is None:
        for line in lines:
            _stream(sys.stdout, line + "\n")
        return
    try:
        with whole(target) as file:
            file.writelines(f"{line}\n".encode() for line in lines)
    except OSError as error:
        raise OutputFault("cannot_write", file=target, errno=error.errno) from error


def note(text: str) -> None:
    """A line for the person, on standard error."""
    _stream(sys.stderr, text + "\n")


@overload
def _stream(stream: TextIO | None, text: str) -> None: ...
@overload
def _stream(stream: BinaryIO | None, text: bytes) -> None: ...
def _stream(stream: TextIO | BinaryIO | None, text: Any) -> None:
    if stream is None:
        return  # A program without a console (pythonw) has no such stream.
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # The reader (head, a pager) has seen enough; nothing more can be said on this stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except OSError as error:
        raise OutputFault("cannot_write", file="stdout", errno=error.errno) from error
