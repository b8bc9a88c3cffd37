"""Documents that cannot be read are a clear fault; strange ones are read all the same."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.errors import TemplateFault
from cchc_cli.views.word import reading
from cchc_cli.views.word.nd30 import check
from cchc_cli.views.word.reading import points, whole
from cchc_cli.views.wording.errors import sentence
from tests.views.word.nd30_samples import letter, report, saved

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
GOOD = saved(report())
MAIN = "word/document.xml"


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip of these parts."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def parts_of(document: bytes) -> dict[str, bytes]:
    """The parts of a document."""
    with zipfile.ZipFile(BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The good document with one part changed."""
    parts = parts_of(GOOD)
    parts[name] = change(parts[name])
    return zipped(parts)


def locked() -> bytes:
    """The good document with the mark of a password on its parts."""
    data = bytearray(GOOD)
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    at = 0
    while (at := data.find(b"PK\x03\x04", at)) >= 0:
        data[at + 6] |= 1
        at += 4
    return bytes(data)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITIES = f'<!DOCTYPE a [<!ENTITY b "c">]><w:document xmlns:w="{W}">&b;</w:document>'.encode()


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (b"", "word_not_word"),
        (b"Kinh gui", "word_not_word"),
        (b"PK\x03\x04 cut off", "word_not_word"),
        (GOOD[: len(GOOD) // 2], "word_not_word"),
        (OLE + b"\0" * 512, "word_old"),
        (OLE + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le"), "word_encrypted"),
        (locked(), "word_encrypted"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "word_not_word"),
        (zipped({MAIN: b"<document><body/></document>"}), "word_not_word"),
        (zipped({MAIN: f'<w:document xmlns:w="{W}"/>'.encode()}), "word_not_word"),
        (with_part(MAIN, lambda data: data[:-40]), "word_broken"),
        (with_part(MAIN, lambda _: ENTITIES), "word_broken"),
        (with_part("word/styles.xml", lambda _: b""), "word_broken"),
        (with_part(MAIN, lambda _: b"<a>" * 5000 + b"</a>" * 5000), "word_broken"),
        (zipped({f"part{at}": b"" for at in range(5001)}), "word_too_big"),
    ],
)
def test_what_cannot_be_read_says_why(document: bytes, code: str) -> None:
    with pytest.raises(TemplateFault) as caught:
        check(document)
    assert caught.value.code == code
    assert sentence(caught.value).startswith("T")


def test_a_zip_bomb_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST_PART", 1 << 20)
    bomb = with_part(MAIN, lambda data: data.replace(b"</w:body>", b" " * (1 << 21) + b"</w:body>"))
    assert len(bomb) < 1 << 18
    with pytest.raises(TemplateFault) as caught:
        check(bomb)
    assert "lớn hơn 1 MB" in sentence(caught.value)


def test_a_document_of_strict_open_xml_is_read_too() -> None:
    def strict(data: bytes) -> bytes:
        data = data.replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
        return data.replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )

    parts = {
        name: strict(data) if name.endswith(".xml") else data
        for name, data in parts_of(GOOD).items()
    }
    assert check(zipped(parts)) == ()


def test_the_main_part_is_found_by_its_relation() -> None:
    parts = parts_of(saved(letter()))
    parts["word/van_ban.xml"] = parts.pop(MAIN)
    parts["word/_rels/van_ban.xml.rels"] = parts.pop("word/_rels/document.xml.rels")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", b"/word/van_ban.xml")
    assert check(zipped(parts)) == ()


def test_parts_that_are_elsewhere_or_gone_are_passed_over() -> None:
    parts = parts_of(GOOD)
    name = "word/_rels/document.xml.rels"
    more = (
        b'<Relationship Id="rIdX" Type="x/header" Target="x:y" TargetMode="External"/>'
        b'<Relationship Id="rIdY" Type="x/header" Target="gone.xml"/></Relationships>'
    )
    parts[name] = parts[name].replace(b"</Relationships>", more)
    assert check(zipped(parts)) == ()


def test_without_styles_or_settings_there_are_breaches_but_no_fault() -> None:
    parts = parts_of(GOOD)
    kept = {name: parts[name] for name in (MAIN, "[Content_Types].xml")}
    assert "page_number_missing" in {one.code for one in check(zipped(kept))}


def test_an_empty_document_lacks_everything() -> None:
    empty = zipped({MAIN: f'<w:document xmlns:w="{W}"><w:body/></w:document>'.encode()})
    assert {one.code for one in check(empty)} == {
        "page_size", "national_title_missing", "motto_missing", "number_missing", "date_missing",
        "kind_unknown", "capacity_missing", "recipients_head_missing",
    }  # fmt: skip


def refused(document: bytes) -> str:
    """The sentence of the fault that a document ends in; empty if it is checked."""
    try:
        check(document)
    except TemplateFault as fault:
        return sentence(fault)
    return ""


@settings(deadline=None)
@given(st.binary(max_size=200), st.integers(0, len(parts_of(GOOD)[MAIN]) - 1))
def test_damage_never_ends_in_a_traceback(damage: bytes, at: int) -> None:
    data = parts_of(GOOD)[MAIN]
    spoilt = with_part(MAIN, lambda _: data[:at] + damage + data[at + len(damage) :])
    told = ("Tài liệu Word này", "Tệp này không phải tài liệu Word")
    assert refused(spoilt) == "" or refused(spoilt).startswith(told)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["", "x", "-1", "1e9", "99999999999", "50%", "1.5pt"]), max_size=9))
def test_odd_values_are_no_fault(odd: list[str]) -> None:
    """Whatever stands in an attribute, the document is checked."""
    data = parts_of(GOOD)[MAIN]
    names = (b"w:val", b"w:w", b"w:left", b"w:before", b"w:firstLine", b"w:top", b"w:line")
    for value, name in zip(odd, names, strict=False):
        data = re.sub(rb" " + name + rb'="[^"]*"', b" " + name + f'="{value}"'.encode(), data)
    assert refused(with_part(MAIN, lambda _: data)) == ""


@pytest.mark.parametrize(
    ("said", "meant"),
    [("20", 1.0), ("2.54cm", 72.0), ("1in", 72.0), ("12pt", 12.0), ("-240", -12.0), ("x", None),
     ("", None), (None, None), ("1pi", 12.0)],
)  # fmt: skip
def test_measures(said: str | None, meant: float | None) -> None:
    assert points(said) == (pytest.approx(meant) if meant is not None else None)


@pytest.mark.parametrize(
    ("said", "meant"), [("3", 3), ("3.9", 3), ("x", 7), (None, 7), ("", 7), ("1e999", 7)]
)
def test_whole_numbers(said: str | None, meant: int) -> None:
    assert whole(said, 7) == meant
