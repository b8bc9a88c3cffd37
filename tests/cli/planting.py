"""Forty different faults, each put into the workbook of another unit."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from tests.cli.filling import FIGURES, TASKS, WORDS, cell, opened

REPORT, ALWAYS, EVENT = "A.1|2021/h1", "A.2|continuous", "A.4|event"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
Change = Callable[[Any], None]


class Plant(NamedTuple):
    """A fault: its code, and where it stands; None where it is the whole file's.

    Attributes:
        at: sheet, row key and column key of the cell.
        book: what is done to the workbook; ``raw`` what to the file's bytes.
        name: how the file's name ends then.
    """

    code: str
    at: tuple[str, str, str] | None = None
    book: Change | None = None
    raw: Callable[[bytes], bytes] | None = None
    name: str = ".xlsx"

    def put(self, file: Path) -> Path:
        """Put it into a file, which may get another name."""
        if self.book is not None:
            book = opened(file)
            self.book(book)
            book.save(file)
        if self.raw is not None:
            file.write_bytes(self.raw(file.read_bytes()))
        return file.rename(file.with_suffix(self.name))


def typed(code: str, at: tuple[str, str, str], value: object, **others: object) -> Plant:
    """A cell with something else in it, and others of its row."""

    def change(book: Any) -> None:
        cell(book, *at).value = value
        for column, other in others.items():
            cell(book, at[0], at[1], column).value = other

    return Plant(code, at, change)


def _with(name: str, data: bytes) -> Callable[[bytes], bytes]:
    """A file with one part more."""

    def change(file: bytes) -> bytes:
        out = BytesIO(file)
        with ZipFile(out, "a", ZIP_DEFLATED) as archive:
            archive.writestr(name, data)
        return out.getvalue()

    return change


def _entities(file: bytes) -> bytes:
    """A file whose styles want to read another file of the machine."""
    out = BytesIO()
    with ZipFile(BytesIO(file)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for one in old.namelist():
            data = old.read(one)
            if one == "xl/styles.xml":
                data = data.replace(b"<styleSheet", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/'
                                    b'passwd">]><styleSheet', 1)  # fmt: skip
            new.writestr(one, data)
    return out.getvalue()


def _archive(**parts: bytes) -> Callable[[bytes], bytes]:
    def change(_: bytes) -> bytes:
        out = BytesIO()
        with ZipFile(out, "w") as archive:
            for name, data in parts.items():
                archive.writestr(name.replace("__", "/").replace("_x_", "."), data)
        return out.getvalue()

    return change


def _seal(key: str, value: str) -> Change:
    def change(book: Any) -> None:
        for row in book["cchc"].iter_rows():
            if row[0].value == key:
                row[1].value = value

    return change


def _far(book: Any) -> None:
    book[TASKS]["XFD1048576"] = "x"


def _swap(book: Any) -> None:
    """The codes that a person reads, sorted without the hidden keys."""
    one, other = (cell(book, TASKS, key, "duty") for key in (REPORT, ALWAYS))
    one.value, other.value = other.value, one.value


def _twice(book: Any) -> None:
    sheet = book[FIGURES]
    row = cell(book, FIGURES, "bai").row
    for column in range(1, 10):
        sheet.cell(40, column).value = sheet.cell(row, column).value
    sheet.cell(40, 8).value = 999


def _stray(book: Any) -> None:
    book[TASKS]["K40"] = "Việc khác"


def _merge(book: Any) -> None:
    first = cell(book, FIGURES, "hoi-nghi").coordinate
    book[FIGURES].merge_cells(f"{first}:{cell(book, FIGURES, 'luot').coordinate}")


def _key(book: Any) -> None:
    sheet = book[TASKS]
    sheet.cell(cell(book, TASKS, REPORT).row, 1).value = "A.1"


RESULT, DOCUMENT, DATE = ((TASKS, REPORT, one) for one in ("result", "document", "date"))
DEGREE, DIFFICULTY = (TASKS, REPORT, "degree"), (TASKS, REPORT, "difficulty")
MEETINGS, PEOPLE, MINUTES = ((FIGURES, one, "now") for one in ("hoi-nghi", "luot", "thoi-luong"))
DONE = {"result": "Đã hoàn thành", "document": "5/BC-X", "date": date(2021, 6, 8), "degree": 1}

PLANTS = (
    # Cells.
    typed("choice", RESULT, "Xong rồi"),
    typed("document", DOCUMENT, "báo cáo số 12", **{**DONE, "document": "báo cáo số 12"}),
    typed("date", DATE, "31/6/2021", **{**DONE, "date": "31/6/2021"}),
    typed("date_early", DATE, "05/06/2020", **{**DONE, "date": "05/06/2020"}),
    typed("date_future", DATE, date(2021, 8, 1), **{**DONE, "date": date(2021, 8, 1)}),
    typed("share", DEGREE, "120%", **{**DONE, "degree": "120%"}),
    typed("text_long", DIFFICULTY, "dài " * 600),
    typed("error", DOCUMENT, "#REF!", **{**DONE, "document": "#REF!"}),
    typed("uncalculated", MEETINGS, "=SUM(1,2)"),
    typed("number", MEETINGS, "nhiều"),
    typed("negative", MEETINGS, -4),
    typed("number_big", PEOPLE, 10**14),
    typed("number_doubtful", MINUTES, "1,250"),
    typed("fraction", PEOPLE, 1.25),
    typed("less", MEETINGS, 1),
    typed("result_needed", RESULT, None, **{**DONE, "result": None}),
    typed("date_needed", DATE, None, **{**DONE, "date": None}),
    typed("proof_needed", DOCUMENT, None, **{**DONE, "document": None}),
    typed("degree", DEGREE, 0.8, **{**DONE, "degree": 0.8}),
    typed("event_first", (TASKS, EVENT, "result"), "Đã hoàn thành", document="1/BC-X",
          date=date(2021, 6, 8)),
    # Rows.
    Plant("contradicts", (TASKS, ALWAYS, "result"),
          lambda book: setattr(cell(book, TASKS, ALWAYS), "value", "Chưa thực hiện")),
    Plant("merged", (FIGURES, "luot", "now"), _merge),
    Plant("row_mixed", (TASKS, REPORT, "duty"), _swap),
    Plant("row_twice", None, _twice),
    Plant("row_unknown", None, _stray),
    Plant("key", None, _key),
    # Columns and sheets.
    Plant("column_gone", None, lambda book: book[FIGURES].delete_cols(8)),
    Plant("column_twice", None, lambda book: setattr(book[TASKS]["N3"], "value", "#result")),
    Plant("sheet_gone", None, lambda book: book.remove(book[WORDS])),
    Plant("sheet_twice", None, lambda book: book.copy_worksheet(book[FIGURES])),
    # Files.
    Plant("not_ours", None, _seal("agency", "u79")),
    Plant("sheet_big", None, _far),
    Plant("macros", None, raw=_with("xl/vbaProject.bin", b"x")),
    Plant("old_excel", None, raw=lambda _: OLD, name=".xls"),
    Plant("encrypted", None, raw=lambda _: OLD + "EncryptedPackage".encode("utf-16-le")),
    Plant("binary", None, raw=_archive(xl__workbook_x_bin=b"x"), name=".xlsb"),
    Plant("open_document", None, raw=_archive(mimetype=b"x", content_x_xml=b"x"), name=".ods"),
    Plant("not_excel", None, raw=lambda _: b"%PDF-1.7"),
    Plant("broken", None, raw=lambda data: data[: len(data) // 2]),
    Plant("empty", None, raw=lambda _: b""),
    Plant("bomb", None, raw=_with("xl/worksheets/sheet99.xml", b" " * 60_000_000)),
    Plant("entities", None, raw=_entities),
    Plant("file_big", None, raw=lambda data: data + b"\0" * 20_000_001),
)  # fmt: skip
