"""Zips: whole, and the same bytes every time."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.zipped import deflate, pack, stored

PARTS = {"a.xml": b"<a/>" * 999, "word/\u0111.xml": b""}


def test_the_same_parts_make_the_same_bytes_packed_before_or_not() -> None:
    assert pack(PARTS) == pack({name: deflate(data) for name, data in PARTS.items()})


def test_others_can_read_it() -> None:
    with ZipFile(BytesIO(pack(PARTS | {"b.xml": stored(b"b")}))) as file:
        assert file.testzip() is None
        assert {one.date_time for one in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert file.namelist() == [*PARTS, "b.xml"]
        methods = [one.compress_type for one in file.infolist()]
        assert methods == [ZIP_DEFLATED, ZIP_DEFLATED, ZIP_STORED]


@given(st.dictionaries(st.text(st.characters(categories=["L", "N"]), min_size=1), st.binary()))
def test_what_was_packed_is_read_again_in_its_order(parts: dict[str, bytes]) -> None:
    for kind in (deflate, stored):
        with ZipFile(BytesIO(pack({name: kind(data) for name, data in parts.items()}))) as file:
            assert [(name, file.read(name)) for name in file.namelist()] == [*parts.items()]


def test_a_part_gives_its_bytes_back() -> None:
    assert (deflate(b"abc").data, stored(b"abc").data) == (b"abc", b"abc")
