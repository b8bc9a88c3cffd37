"""The zip around a document: whole, and the same bytes every time."""

from io import BytesIO
from zipfile import ZIP_BZIP2, ZipFile

import pytest

from cchc_cli.views.word.package import CONTENT_TYPES, DOCUMENT, NotWord, deflate, pack, read_parts

PARTS = {CONTENT_TYPES: b"<Types/>", DOCUMENT: b"<a/>" * 999, "word/\u0111.xml": b""}


def test_what_was_packed_is_read_again_in_its_order() -> None:
    assert list(read_parts(pack(PARTS)).items()) == list(PARTS.items())


def test_the_same_parts_make_the_same_bytes_packed_before_or_not() -> None:
    assert pack(PARTS) == pack({name: deflate(data) for name, data in PARTS.items()})


def test_others_can_read_it() -> None:
    with ZipFile(BytesIO(pack(PARTS))) as file:
        assert file.testzip() is None
        assert {one.date_time for one in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert file.namelist() == list(PARTS)


def test_a_part_gives_its_bytes_back() -> None:
    assert deflate(b"abc").data == b"abc"


def _zip(**parts: bytes) -> bytes:
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_BZIP2) as file:
        file.mkdir("word")
        for name, data in parts.items():
            file.writestr(name, data)
    return kept.getvalue()


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", _zip(a=b"b"), pack(PARTS)[:-30]]
)
def test_what_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(NotWord):
        read_parts(data)
