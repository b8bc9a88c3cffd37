"""Reading one file that came back: who it is from, what it says, and all that is wrong with it."""

from collections.abc import Callable, Container, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from cchc_cli.domain.entries import EvidenceFile
from cchc_cli.domain.forms import FINGERPRINT, FORMAT, Seal, parse_seal
from cchc_cli.domain.returned import FormFault, Returned
from cchc_cli.intake.grid import bare_rows, grids, hidden_sheets
from cchc_cli.intake.layout import Table, missing_sheets, table_of
from cchc_cli.intake.package import MAX_FILE, Parts, Refusal, unpack
from cchc_cli.intake.rows import Indicators, Reader
from cchc_cli.intake.values import Value, cleaned, text_of

# The sealed sheet has eight rows; one that was written on has not many more.
SEAL_ROWS = 50


class Expected(NamedTuple):
    """What the reader has to know of a plan.

    Attributes:
        today: the last day that may be filled in.
        refuse: why a workbook of that seal is not taken at all; None if it is.
        keys: the keys of tasks that a workbook of that seal is asked for.
    """

    today: date
    indicators: Indicators
    refuse: Callable[[Seal], FormFault | None]
    keys: Callable[[Seal], Sequence[str]]


def read_workbook(file: Path, expected: Expected) -> Returned:
    """What a file says, with every fault; it need not be one of ours."""
    data, size, refusal = b"", 0, None
    try:
        size = file.stat().st_size
        data = file.read_bytes() if size <= MAX_FILE else b""
    except OSError as error:
        refusal = Refusal("form_unreadable", errno=error.errno)
    evidence = EvidenceFile(plain_name(file.name), sha256(data).hexdigest(), size)
    try:
        if refusal is not None:
            raise refusal
        if size > MAX_FILE:
            raise Refusal("form_file_big", limit=MAX_FILE // 1_000_000)
        return _read(Returned(file, evidence), unpack(data, file.suffix), expected)
    except Refusal as error:
        fault = FormFault(error.code, values=error.values)
        return Returned(file, evidence, faults=(fault,), refused=True)


def read_seal(file: Path) -> Seal | None:
    """Which workbook a file is, by a glance; None where ``read_workbook`` will tell why not."""
    try:
        data = file.read_bytes() if file.stat().st_size <= MAX_FILE else b""
    except OSError:
        return None
    # The sealed sheet is hidden, unless somebody has looked at it.
    return _glance(data, file.suffix, hidden_sheets) or _glance(data, file.suffix)


def _glance(
    data: bytes, suffix: str, choose: Callable[[Parts], Container[str]] | None = None
) -> Seal | None:
    """The seal among the chosen sheets."""
    try:
        sheets = bare_rows(unpack(data, suffix, choose))
        return next(filter(None, map(_seal, sheets)), None)
    except Refusal:
        return None


def plain_name(name: str) -> str:
    """A file's name as text: it may hold control characters, and bytes of another encoding."""
    return cleaned(name.encode("utf-8", "replace").decode("utf-8")) or "?"


def _read(returned: Returned, parts: Parts, expected: Expected) -> Returned:
    seal, tables = _sheets(parts)
    if seal is None:
        raise Refusal("form_not_ours")
    if seal.format != FORMAT:
        raise Refusal("form_format", format=seal.format, known=FORMAT)
    returned = returned._replace(seal=seal)
    fault = expected.refuse(seal)
    if fault is not None:
        return returned._replace(faults=(fault,), refused=True)
    gone = missing_sheets(tables)
    return _told(returned._replace(faults=tuple(gone)), tables, seal, expected)


def _sheets(parts: Parts) -> tuple[Seal | None, list[Table]]:
    """The seal and the sheets to be read; others are let go of one by one."""
    seal, tables = None, []
    for grid in grids(parts):
        if seal is None and (found := _seal(grid.rows)) is not None:
            seal = found
        elif (table := table_of(grid)) is not None:
            tables.append(table)
    return seal, tables


def _seal(rows: Sequence[Sequence[Value]]) -> Seal | None:
    """The seal, on whichever sheet it stands, whatever that is called by now."""
    if not any(row and row[0] == FINGERPRINT for row in rows[:SEAL_ROWS]):
        return None
    pairs = [[text_of(cell) for cell in row[:2]] for row in rows[:SEAL_ROWS]]
    return parse_seal({row[0]: row[1] for row in pairs if len(row) == 2})


def _told(returned: Returned, tables: list[Table], seal: Seal, expected: Expected) -> Returned:
    faults = list(returned.faults)
    for table in tables:
        reader = Reader(table, expected.today, seal)
        match table.sheet.key:
            case "tasks":
                tasks = tuple(reader.tasks(expected.keys(seal)))
                returned = returned._replace(tasks=tasks, keys=reader.keys())
            case "figures":
                returned = returned._replace(figures=tuple(reader.figures(expected.indicators)))
            case "narratives":
                returned = returned._replace(words=tuple(reader.words()))
        faults += reader.faults
    return returned._replace(faults=tuple(faults))
