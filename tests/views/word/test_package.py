"""The zip around a document, read."""

from io import BytesIO
from zipfile import ZIP_BZIP2, ZipFile

import pytest

from cchc_cli.views.word.package import CONTENT_TYPES, DOCUMENT, NotWord, read_parts
from cchc_cli.zipped import pack

PARTS = {CONTENT_TYPES: b"<Types/>", DOCUMENT: b"<a/>" * 999, "word/\u0111.xml": b""}


def test_what_was_packed_is_read_again_in_its_order() -> None:
    assert list(read_parts(pack(PARTS)).items()) == list(PARTS.items())


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
