"""The door for documents: kinds, and all that is refused with a reason."""

import random
import tracemalloc
import zlib
from pathlib import Path
from time import perf_counter
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_cli.errors import BadDocument
from cchc_cli.plan.draft import files, word_package
from cchc_cli.plan.draft.blocks import Paragraph, Place, Table
from cchc_cli.plan.draft.files import read_blocks
from tests.plan.draft.packing import (
    RELATIONS,
    cell,
    pack,
    paragraph,
    row,
    table,
    word_file,
    word_parts,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
GOOD = word_parts(paragraph("Việc"))
LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' if n else '<!ENTITY a0 "ha">' for n in range(12)
    ) + "]>"
)  # fmt: skip


def refused(path: Path) -> str:
    """The code that a file is refused with."""
    with pytest.raises(BadDocument) as caught:
        read_blocks(path)
    assert caught.value.values["file"] == path
    return caught.value.code


def written(folder: Path, data: bytes, name: str = "a.docx") -> Path:
    """A file of bytes."""
    path = folder / name
    path.write_bytes(data)
    return path


def test_kinds_by_what_is_inside(tmp_path: Path) -> None:
    assert read_blocks(word_file(tmp_path, paragraph("Việc"))).form == "docx"
    disguised = written(tmp_path, pack(GOOD), "a.txt")
    assert read_blocks(disguised).blocks == (Paragraph("Việc", Place(1)),)
    assert read_blocks(written(tmp_path, "Việc".encode(), "b.txt")).form == "txt"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "document_empty", id="nothing"),
        pytest.param(b" \n ", "document_empty", id="blanks"),
        pytest.param(b" " * 2000, "document_empty", id="many blanks"),
        pytest.param(OLE + "WordDocument".encode("utf-16-le"), "document_old_word", id="doc"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "document_encrypted", id="lock"),
        pytest.param(OLE, "document_unknown", id="another old Office file"),
        pytest.param(b"{\\rtf1 x}", "document_unknown", id="rtf"),
        pytest.param(b"\xef\xbb\xbf<!DOCTYPE html><p>", "document_unknown", id="html"),
        pytest.param(b"PK\x05\x06" + bytes(18), "document_unknown", id="an empty zip"),
        pytest.param(b"PK\x03\x04 cut", "document_broken", id="a zip that was cut"),
        pytest.param(pack(GOOD)[:-60], "document_broken", id="a list that was cut"),
        pytest.param(pack({"a.txt": "x"}), "document_unknown", id="another zip"),
        pytest.param(
            pack({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}),
            "document_unknown", id="a spreadsheet",
        ),
        pytest.param(pack({**GOOD, "word/vbaProject.bin": "x"}), "document_macros", id="macros"),
        pytest.param(
            pack({**GOOD, "[Content_Types].xml": "<Types>ms-word.document.macroEnabled</Types>"}),
            "document_macros", id="a kind with macros",
        ),
        pytest.param(pack({**GOOD, "EncryptedPackage": "x"}), "document_encrypted", id="sealed"),
        pytest.param(pack({**GOOD, "word/document.xml": "<w"}), "document_broken", id="bad XML"),
        pytest.param(pack({**GOOD, "word/document.xml": ""}), "document_broken", id="no XML"),
        pytest.param(pack({**GOOD, "word/document.xml": "<a/>"}), "document_empty", id="no words"),
        pytest.param(
            pack({**GOOD, "word/document.xml": f"{LAUGHS}<a>&a11;</a>"}), "document_bomb",
            id="entities",
        ),
        pytest.param(
            pack({**GOOD, "word/document.xml": f"{LAUGHS}<a/>".encode("utf-16").decode("latin-1")}),
            "document_broken", id="entities in another code",
        ),
        pytest.param(b"%PDF-1.7\nnothing", "document_broken", id="no pdf after all"),
        pytest.param(bytes(range(256)) * 9, "document_unknown", id="garbage"),
        pytest.param(b"PK", "document_broken", id="the first letters of a zip"),
        pytest.param("Việc".encode(), "document_broken", id="a text that is called a Word file"),
    ],
)  # fmt: skip
def test_what_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    assert refused(written(tmp_path, data)) == code


def test_a_part_under_a_password(tmp_path: Path) -> None:
    data = bytearray(pack(GOOD))
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    assert refused(written(tmp_path, bytes(data))) == "document_encrypted"


def test_entities_in_utf_16(tmp_path: Path) -> None:
    parts: dict[str, bytes] = {name: data.encode() for name, data in GOOD.items()}
    parts["word/document.xml"] = f"{LAUGHS}<a>&a11;</a>".encode("utf-16")
    assert refused(written(tmp_path, pack(parts))) == "document_bomb"


def test_a_body_in_another_place(tmp_path: Path) -> None:
    parts = word_parts(paragraph("Việc"))
    parts["word/text.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = RELATIONS.replace("word/document.xml", "/word/text.xml")
    assert len(read_blocks(written(tmp_path, pack(parts))).blocks) == 1
    del parts["_rels/.rels"]
    assert refused(written(tmp_path, pack(parts))) == "document_unknown"
    plain = {name: data for name, data in GOOD.items() if name != "_rels/.rels"}
    assert len(read_blocks(written(tmp_path, pack(plain))).blocks) == 1


def test_a_file_that_is_not_there_and_a_folder(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.docx") == "document_unreadable"
    assert refused(tmp_path) == "document_unknown"


def test_a_zip_that_unpacks_beyond_all_measure(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        for name, data in GOOD.items():
            file.writestr(name, data.replace("Việc", " " * 300_000_000))
    tracemalloc.start()
    begin = perf_counter()
    assert refused(path) == "document_bomb"
    assert perf_counter() - begin < 5
    assert tracemalloc.get_traced_memory()[1] < 4 * word_package.MAX_PART
    tracemalloc.stop()


def test_a_zip_that_lies_about_its_size(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        for name, data in GOOD.items():
            file.writestr(name, data.replace("Việc", " " * (word_package.MAX_PART + 10)))
    lying = bytearray(path.read_bytes())
    at = lying.rfind(b"PK\x01\x02")
    lying[at + 24 : at + 28] = (900).to_bytes(4, "little")
    path.write_bytes(lying)
    assert refused(path) in ("document_bomb", "document_broken")


def test_a_list_of_parts_beyond_all_measure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_package, "MAX_PARTS_BYTES", 100)
    assert refused(written(tmp_path, pack(GOOD))) == "document_bomb"


@pytest.mark.parametrize(
    ("bound", "name"),
    [("MAX_BYTES", "a.docx"), ("MAX_TEXT_BYTES", "a.txt"), ("MAX_LETTERS", "a.txt")],
)
def test_what_is_too_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bound: str, name: str
) -> None:
    monkeypatch.setattr(files, bound, 3)
    assert refused(written(tmp_path, b"abcd\n", name)) == "document_too_big"


def test_the_words_of_tables_count_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = word_file(tmp_path, table(row(cell("a" * 40), "b")))
    assert read_blocks(path).blocks
    monkeypatch.setattr(files, "MAX_LETTERS", 30)
    assert refused(path) == "document_too_big"


def test_paragraphs_and_cells_have_their_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LONGEST", 12)
    body = paragraph("một hai ba bốn") + table(row("một hai ba bốn", "năm"))
    first, second, found = read_blocks(word_file(tmp_path, body)).blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert isinstance(found, Table)
    assert (first.text, second.text) == ("một hai ba", "bốn")
    assert [cell.text for cell in found.rows[0]] == ["một hai ba\nbốn", "năm"]


def test_old_letters_in_word(tmp_path: Path) -> None:
    text = "Uû ban nh©n d©n thµnh phè; c¸c së, ban, ngµnh cña Thµnh phè " * 9
    assert refused(word_file(tmp_path, paragraph(text))) == "document_old_letters"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), spoil=st.integers(1, 12))
def test_a_damaged_file_is_refused_or_read_and_nothing_else(
    tmp_path: Path, seed: int, spoil: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - damage, no secret
    data = bytearray(pack(word_parts(paragraph("Việc một") + table(row("a", "b")))))
    for _ in range(spoil):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        read_blocks(written(tmp_path, bytes(data)))
    except BadDocument:
        return


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400))
def test_any_bytes_are_refused_or_read(tmp_path: Path, data: bytes) -> None:
    try:
        read_blocks(written(tmp_path, data))
    except BadDocument:
        return


def test_a_checksum_that_does_not_fit(tmp_path: Path) -> None:
    data = bytearray(pack(GOOD))
    at = data.find(zlib.crc32(GOOD["word/document.xml"].encode()).to_bytes(4, "little"))
    while at >= 0:
        data[at] ^= 0xFF
        at = data.find(zlib.crc32(GOOD["word/document.xml"].encode()).to_bytes(4, "little"))
    assert refused(written(tmp_path, bytes(data))) == "document_broken"
