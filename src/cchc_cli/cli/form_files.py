"""Which files are meant where files and folders are named, and what they are called."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cchc_cli.errors import NotFound
from cchc_cli.intake.workbook import plain_name

# What of a folder is looked at; others are told of, for a workbook may have a wrong ending.
EXCEL = frozenset({".xlsx", ".xls", ".xlsm", ".xlsb", ".xltx", ".xltm", ".ods"})
# What Excel and LibreOffice leave beside an open file.
LOCKS = ("~$", ".~lock", ".")
NAMED = 5


class Found(NamedTuple):
    """The files that are meant, and those of a folder that are no workbooks."""

    files: tuple[Path, ...]
    skipped: tuple[Path, ...]


def find_files(named: Sequence[Path], beside: Path) -> Found:
    """The named files, and the workbooks in the named folders and all within.

    Args:
        named: files and folders.
        beside: a folder that is not gone into: what it holds was taken before.

    Raises:
        NotFound: if one is not there, or a folder cannot be read.
    """
    files: dict[Path, Path] = {}
    skipped: list[Path] = []
    for one in named:
        if one.is_file():
            files.setdefault(one.resolve(), one)
        elif not one.is_dir():
            raise NotFound("no_form_file", file=one)
        else:
            for file in _within(one, beside.resolve()):
                if file.suffix.casefold() in EXCEL:
                    files.setdefault(file.resolve(), file)
                else:
                    skipped.append(file)
    return Found(tuple(files.values()), tuple(skipped))


def _within(folder: Path, beside: Path) -> Iterator[Path]:
    """The files in a folder and those below it; hidden ones and links to folders left out."""
    for place, folders, names in os.walk(folder, onerror=_say):
        here = Path(place)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(LOCKS) and (here / name).resolve() != beside
        )
        for name in sorted(names):
            if not name.startswith(LOCKS) and (here / name).is_file():
                yield here / name


def _say(error: OSError) -> None:
    """A folder that cannot be read is told of: units would be missing without a word."""
    raise NotFound("form_folder_closed", folder=error.filename, errno=error.errno) from error


def shown_names(files: Sequence[Path]) -> dict[Path, str]:
    """What messages call the files: by name, with the folder where others have the same name."""
    times = Counter(file.name for file in files)
    return {
        file: plain_name(file.name if times[file.name] == 1 else f"{file.parent.name}/{file.name}")
        for file in files
    }


def names_of(files: Sequence[Path]) -> str:
    """A few names of files."""
    more = ", …" if len(files) > NAMED else ""
    return ", ".join(plain_name(file.name) for file in files[:NAMED]) + more
