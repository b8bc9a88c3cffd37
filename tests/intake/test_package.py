"""The zip around a workbook, opened as if somebody meant harm."""

import struct
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from cchc_cli.intake import package as module
from cchc_cli.intake.package import Refusal, repack, safe_copy, unpack
from tests.intake.books import blank, package, sheet, zipped

PLAIN = package(sheet('<row r="1"><c r="A1"><v>1</v></c></row>'))
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100


def refusal(data: bytes, suffix: str = ".xlsx") -> str:
    with pytest.raises(Refusal) as caught:
        unpack(data, suffix)
    return caught.value.code


def with_part(name: str, data: bytes | str) -> bytes:
    return package(sheet(""), names={name: data})


def test_only_what_holds_cells_is_unpacked() -> None:
    parts = unpack(with_part("xl/media/image1.png", b"\x89PNG"), ".xlsx")
    assert sorted(parts) == [
        "[content_types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
    ]  # fmt: skip
    with ZipFile(repack(parts)) as archive:
        assert sorted(archive.namelist()) == sorted(parts)


def test_our_own_workbook_is_unpacked() -> None:
    assert {"xl/styles.xml", "xl/worksheets/sheet5.xml"} <= set(unpack(blank(), ".xlsx"))


@pytest.mark.parametrize(
    ("data", "suffix", "code"),
    [
        (b"", ".xlsx", "form_empty"),
        (b"%PDF-1.4", ".xlsx", "form_not_excel"),
        (b"STT,Ten", ".csv", "form_not_excel"),
        (OLD, ".xls", "form_old_excel"),
        (OLD, ".xlsx", "form_old_excel"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), ".xlsx", "form_encrypted"),
        (PLAIN, ".xlsm", "form_macros"),
        (PLAIN, ".XLTM", "form_macros"),
        (with_part("xl/vbaProject.bin", b"x"), ".xlsx", "form_macros"),
        (
            with_part("[Content_Types].xml", "<Types>application/x.macroEnabled.main+xml</Types>"),
            ".xlsx",
            "form_macros",
        ),
        (zipped({"xl/workbook.bin": b"x"}), ".xlsb", "form_binary"),
        (zipped({"mimetype": "x", "content.xml": "<x/>"}), ".ods", "form_open_document"),
        (zipped({"word/document.xml": "<x/>"}), ".docx", "form_not_excel"),
        (zipped({"xl/workbook.xml": "<x/>"}), ".xlsx", "form_not_excel"),
        (PLAIN[:-200], ".xlsx", "form_broken"),
        (b"PK\x03\x04" + b"\0" * 50, ".xlsx", "form_broken"),
        (
            with_part("xl/sharedStrings.xml", '<!DOCTYPE x [<!ENTITY a "b">]><sst/>'),
            ".xlsx",
            "form_entities",
        ),
        (
            with_part("xl/styles.xml", '<x><!ENTITY a SYSTEM "file:///etc/passwd"></x>'),
            ".xlsx",
            "form_entities",
        ),
        (with_part("xl/styles.xml", "<x/>".encode("utf-16")), ".xlsx", "form_entities"),
        (with_part("xl/styles.xml", "<x/>".encode("utf-16-le")), ".xlsx", "form_broken"),
    ],
)
def test_what_is_no_workbook_of_ours(data: bytes, suffix: str, code: str) -> None:
    assert refusal(data, suffix) == code


def test_a_bomb_is_refused_by_what_it_announces() -> None:
    assert refusal(with_part("xl/worksheets/sheet2.xml", b" " * 60_000_000)) == "form_bomb"
    assert refusal(with_part("xl/workbook.xml", b" " * 2_000_000)) == "form_bomb"
    two = {f"xl/worksheets/s{n}.xml": b" " * 30_000_000 for n in range(2)}
    assert refusal(package(sheet(""), names=two)) == "form_bomb"


def test_a_bomb_elsewhere_is_never_unpacked() -> None:
    assert unpack(with_part("xl/media/image1.bmp", b"\0" * 200_000_000), ".xlsx")


def test_a_bomb_that_announces_little_is_not_unpacked_further() -> None:
    data = bytearray(with_part("xl/styles.xml", b"x" * 40_000_000))
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"xl/styles.xml"))
    struct.pack_into("<L", data, at + 24, 10)
    assert refusal(bytes(data)) == "form_broken"


def test_a_part_that_is_there_twice_is_refused() -> None:
    out = BytesIO(PLAIN)
    with ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/worksheets/sheet1.xml", sheet(""))
    assert refusal(out.getvalue()) == "form_broken"


def test_other_ways_of_packing_and_encryption_are_refused() -> None:
    out = BytesIO()
    with ZipFile(BytesIO(PLAIN)) as old, ZipFile(out, "w", ZIP_BZIP2) as new:
        for one in old.namelist():
            new.writestr(one, old.read(one))
    assert refusal(out.getvalue()) == "form_broken"
    data = bytearray(PLAIN)
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    assert refusal(bytes(data)) == "form_broken"


def test_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_PARTS", 4)
    assert refusal(PLAIN) == "form_many_parts"


def test_what_strings_announce_is_left_out() -> None:
    strings = '<sst xmlns="x" count="4000000000"  uniqueCount=\'4000000000\'><si count="1"/></sst>'
    parts = unpack(with_part("xl/sharedStrings.xml", strings), ".xlsx")
    assert parts["xl/sharedstrings.xml"] == b'<sst xmlns="x"><si count="1"/></sst>'


@pytest.mark.parametrize(
    "strings",
    [
        '<sst a=">" uniqueCount="4000000000"/>',
        "<!-- <sst> --><sst a='>' count = '&#52;000000000'/>",
    ],
)
def test_what_strings_announce_is_not_hidden(strings: str) -> None:
    assert refusal(with_part("xl/sharedStrings.xml", strings)) == "form_broken"


def test_names_are_no_paths() -> None:
    names = {"../../../etc/cron.d/x": "x", "/xl/worksheets/sheet2.xml": sheet(""),
             "xl\\worksheets\\sheet3.xml": sheet("")}  # fmt: skip
    parts = unpack(package(sheet(""), names=names), ".xlsx")
    assert [one for one in parts if "sheet" in one] == [
        f"xl/worksheets/sheet{n}.xml" for n in (1, 2, 3)
    ]


def test_a_safe_copy_leaves_behind_what_reaches_out() -> None:
    names: dict[str, str | bytes] = {
        "xl/externalLinks/externalLink1.xml": "<x/>",
        "xl/embeddings/oleObject1.bin": b"x",
        "xl/media/image1.png": b"x",
    }
    with ZipFile(BytesIO(safe_copy(package(sheet(""), names=names)))) as archive:
        assert set(archive.namelist()) & set(names) == {"xl/media/image1.png"}


def test_a_safe_copy_is_bounded() -> None:
    out = BytesIO(PLAIN)
    with ZipFile(out, "a", ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image1.bmp", b"\0" * 60_000_000)
    for data, code in ((out.getvalue(), "form_bomb"), (b"PK", "form_broken")):
        with pytest.raises(Refusal) as caught:
            safe_copy(data)
        assert caught.value.code == code
