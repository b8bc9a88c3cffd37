"""Recording many things from a file: all of them, or none with every fault by its line.

A JSONL file has one object a line, a CSV file a head; the keys are the names of the options of
``cchc record`` (``duty``, ``agency``, ``period``, ``document``, ``signed`` …). A cell or value of
``evidence``, ``figure`` and ``with`` may hold several, separated by semicolons.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from cchc_cli import output
from cchc_cli.cli.options import chooser, read_day, read_entry
from cchc_cli.cli.recording import KINDS, Typed, append, keep_files, request_of
from cchc_cli.cli.session import Session, choose_agency, now
from cchc_cli.domain.entries import Content
from cchc_cli.errors import CchcError, NotFound, UsageFault
from cchc_cli.services.book import Book
from cchc_cli.services.record import content_of
from cchc_cli.services.repeats import Repeats
from cchc_cli.views.wording.errors import sentence
from cchc_cli.views.wording.recording import (
    ALL_FOUND,
    ALL_RECORDED,
    BULK_FAULT,
    NOTHING_IN,
    PARTS,
    SOME_FOUND,
    WOULD_ALL,
)

MAX_BYTES = 50_000_000
LISTS = {"evidence": "evidence", "figure": "figures", "with": "participants"}
DAYS = ("signed", "received", "day", "until")
PLAIN = {
    "duty": "duty", "agency": "agency", "period": "period", "document": "document",
    "issuer": "issuer", "subject": "subject", "without-evidence": "without_evidence",
    "channel": "channel", "topic": "topic", "note": "text", "key": "key",
}  # fmt: skip
# Under which keys cells beyond the head go, and a line that is no object.
MORE, NO_OBJECT = "\0…", "\0"
KEYS = (*PLAIN, *DAYS, *LISTS, "as", "part", "entry")


class Row(NamedTuple):
    """A line of the file with what stands in it."""

    line: int
    values: Mapping[str, str]


def record_file(session: Session, book: Book, source: Path, today: date, *, dry: bool) -> None:
    """Record every line of a file, or say every fault and record nothing.

    Raises:
        NotFound: if the file cannot be read.
        UsageFault: if it has faults, after each was said on standard error.
        Repeated: if another process recorded the same meanwhile.
    """
    workspace, ledger = session.required()
    contents: list[Content] = []
    read: list[Typed] = []
    repeats = Repeats(ledger)
    choose = cache(partial(choose_agency, book.plan))
    faults = 0
    for row in _rows(source):
        try:
            typed = _typed(row.values)
            request = request_of(book.plan, typed, workspace.evidence, choose)
            content = content_of(book, request, today)
            repeats.refuse(content, row.line)
        except CchcError as error:
            faults += 1
            output.note(BULK_FAULT.format(file=source, line=row.line, message=sentence(error)))
            continue
        contents.append(content)
        read.append(typed)
    if faults:
        raise UsageFault("bulk_faults", file=source, number=faults)
    if not contents:
        output.note(NOTHING_IN.format(file=source))
        return
    if dry:
        output.note(WOULD_ALL.format(number=len(contents)))
        return
    for typed, content in zip(read, contents, strict=True):
        keep_files(typed, content, workspace.evidence)
    appended = append(session, ledger, tuple(contents), now())
    fresh = [one.entry.id for one in appended if not one.found]
    if not fresh:
        output.note(ALL_FOUND.format(number=len(appended)))
        return
    output.note(ALL_RECORDED.format(number=len(fresh), first=fresh[0], last=fresh[-1]))
    if len(fresh) < len(appended):
        output.note(SOME_FOUND.format(number=len(appended) - len(fresh)))


def _rows(source: Path) -> Iterator[Row]:
    try:
        if source.stat().st_size > MAX_BYTES:
            raise UsageFault("bulk_too_big", file=source, limit=MAX_BYTES // 1_000_000)
        text = source.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageFault("bulk_not_utf8", file=source) from None
    except OSError as error:
        raise NotFound("no_bulk_file", file=source, errno=error.errno) from error
    if source.suffix.lower() == ".csv":
        return _csv_rows(text, source)
    return _json_rows(text)


def _csv_rows(text: str, source: Path) -> Iterator[Row]:
    first = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text), restkey=MORE, delimiter=";" if ";" in first else ",")
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise UsageFault("bulk_not_csv", file=source, line=reader.line_num + 1) from error
        if row is None:
            return
        values = {
            str(key).strip().casefold(): "; ".join(value) if isinstance(value, list) else value
            for key, value in row.items()
        }
        filled = {key: value.strip() for key, value in values.items() if value and value.strip()}
        # A table may end in rows of empty cells.
        if filled:
            yield Row(reader.line_num, filled)


def _json_rows(text: str) -> Iterator[Row]:
    # Not ``splitlines``: a text may hold other separators than line ends.
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
        except ValueError:
            data = None
        if not isinstance(data, dict):
            yield Row(number, {NO_OBJECT: line})
            continue
        yield Row(
            number,
            {
                str(key).casefold(): "; ".join(map(str, value)) if isinstance(value, list)
                else str(value)
                for key, value in data.items()
                if value is not None
            },
        )  # fmt: skip


def _typed(values: Mapping[str, str]) -> Typed:
    """The words of a row.

    Raises:
        UsageFault: for a key that is none, or a day, kind or part that cannot be read.
    """
    if NO_OBJECT in values:
        raise UsageFault("bulk_not_json")
    if MORE in values:
        raise UsageFault("bulk_more_cells", value=values[MORE])
    given = {key.replace("_", "-"): value for key, value in values.items() if value}
    if unknown := [key for key in given if key not in KEYS]:
        raise UsageFault("bulk_unknown_key", key=unknown[0], allowed=", ".join(KEYS))
    readers: dict[str, tuple[str, Callable[[str], Any]]] = {
        **{key: (field, str) for key, field in PLAIN.items()},
        **{key: (key, read_day) for key in DAYS},
        **{key: (field, _several) for key, field in LISTS.items()},
        "as": ("kind", chooser("as", KINDS)),
        "part": ("part", chooser("part", PARTS)),
        "entry": ("target", read_entry),
    }
    read = {field: reader(given[key]) for key, (field, reader) in readers.items() if key in given}
    return Typed(**read)


def _several(text: str) -> tuple[str, ...]:
    return tuple(piece for part in text.split(";") if (piece := part.strip()))
