"""The canonical body of an entry and the hash that chains it."""

import json
import shutil
import subprocess
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.domain.chain import GENESIS, body_of, digest, entry_of, seal
from cchc_cli.domain.entries import (
    NARRATIVE_PARTS,
    Content,
    EvidenceFile,
    Figure,
    OfficialDocument,
)
from tests.ledger.contents import contents, files, texts

NOON = datetime(2021, 6, 10, 5, tzinfo=UTC)
WHO = ("thu", "Trần Thị Thư")
WHOLE = Content(
    kind="done",
    plan="hanoi-tuyen-truyen-2021",
    duty="V.1.2b",
    agency="snv",
    period="2021-Q2",
    counts_for="2021/h1",
    counts_on=date(2021, 6, 14),
    day=date(2021, 6, 20),
    until=date(2021, 7, 1),
    document=OfficialDocument(
        "12/GM-SNV", "Sở Nội vụ", date(2021, 6, 9), date(2021, 6, 10), "V/v họp báo"
    ),
    files=(EvidenceFile("giấy mời.pdf", "ab" * 32, 1024),),
    links=("https://hanoi.gov.vn/1",),
    figures=(Figure("hoi-nghi", 1), Figure("hoi-nghi-luot", 12.5)),
    channel="truc-tiep",
    topic="ket-qua",
    participants=("vp-ubnd",),
    fulfils=(("V.1.2b", "snv"), ("V.4.3", "vp-ubnd")),
    target=3,
    part="result",
    text='Dòng một\nDòng "hai"\tđủ dấu: ẳ, đ, Ứ, 🏛',
    key="lan-1",
)

whole_contents = st.builds(
    lambda content, parts: content._replace(**parts),
    contents(),
    st.fixed_dictionaries(
        {},
        optional={
            "files": st.lists(files, max_size=2).map(tuple),
            "links": st.lists(texts, max_size=2).map(tuple),
            "channel": texts,
            "topic": texts,
            "text": texts,
            "counts_for": texts,
            "part": st.sampled_from(NARRATIVE_PARTS),
        },
    ),
)
moments = st.builds(
    datetime.fromtimestamp,
    st.integers(10**9, 4 * 10**9),
    st.sampled_from((UTC, timezone(timedelta(hours=7)))),
)
hashes = st.text("0123456789abcdef", min_size=64, max_size=64)


def test_the_written_form_of_an_entry() -> None:
    content = Content("done", "ke-hoach", "V.1", "snv", "2021/h1", text="Đã làm")
    entry, body = seal(content, 7, NOON, ("thu", None), GENESIS)
    assert body == (
        '{"actor":"thu","agency":"snv","duty":"V.1","id":7,"kind":"done","period":"2021/h1",'
        '"plan":"ke-hoach","recorded":"2021-06-10T05:00:00Z","text":"Đã làm"}'
    )
    assert entry.hash == digest(GENESIS, body)


def test_everything_that_was_said_is_in_the_body() -> None:
    entry, body = seal(WHOLE, 9, NOON, WHO, "ab" * 32)
    data = json.loads(body)
    assert set(data) == {*Content._fields, "id", "recorded", "actor", "name"}
    assert data["document"]["received"] == "2021-06-10"
    assert data["fulfils"] == [["V.1.2b", "snv"], ["V.4.3", "vp-ubnd"]]
    assert data["figures"] == [
        {"indicator": "hoi-nghi", "value": 1},
        {"indicator": "hoi-nghi-luot", "value": 12.5},
    ]
    assert "Ứ, 🏛" in body
    assert "\n" not in body
    assert entry_of(body, "ab" * 32, entry.hash) == entry


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum here")
def test_anybody_can_rebuild_the_hash() -> None:
    first, first_body = seal(WHOLE, 1, NOON, WHO, GENESIS)
    second, second_body = seal(WHOLE._replace(key=None), 2, NOON, WHO, first.hash)
    for entry, body in ((first, first_body), (second, second_body)):
        command = 'printf \'%s\\n%s\' "$1" "$2" | sha256sum'
        said = subprocess.run(
            ["sh", "-c", command, "sh", entry.previous, body],
            capture_output=True, check=True, encoding="utf-8",
        )  # fmt: skip
        assert said.stdout.split()[0] == entry.hash


def test_a_moment_is_kept_to_the_second_in_utc() -> None:
    vietnam = timezone(timedelta(hours=7))
    moment = datetime(2021, 6, 10, 12, 0, 0, 999_999, tzinfo=vietnam)
    entry, body = seal(WHOLE, 1, moment, WHO, GENESIS)
    assert entry.recorded == NOON
    assert '"recorded":"2021-06-10T05:00:00Z"' in body


def test_a_whole_number_is_written_without_a_point() -> None:
    bodies = {
        seal(WHOLE._replace(figures=(Figure("a", value),)), 1, NOON, WHO, GENESIS)[1]
        for value in (3, 3.0)
    }
    assert len(bodies) == 1
    assert '"value":3}' in bodies.pop()


@given(whole_contents, st.integers(1, 10**9), moments, st.none() | texts, hashes)
def test_entry_to_body_to_entry_loses_nothing(
    content: Content, number: int, moment: datetime, name: str | None, previous: str
) -> None:
    entry, body = seal(content, number, moment, ("thu", name), previous)
    again = entry_of(body, previous, entry.hash)
    assert again == entry
    assert body_of(again) == body
    assert again.recorded.utcoffset() == timedelta(0)


@given(whole_contents, st.randoms(use_true_random=False))
def test_the_order_and_spacing_of_keys_do_not_matter(content: Content, random: object) -> None:
    entry, body = seal(content, 5, NOON, WHO, GENESIS)
    items = list(json.loads(body).items())
    random.shuffle(items)  # type: ignore[attr-defined]
    for ascii_only in (True, False):
        written = json.dumps(dict(items), indent=2, ensure_ascii=ascii_only)
        assert body_of(entry_of(written, GENESIS, entry.hash)) == body


@given(whole_contents)
def test_a_composed_text_stays_composed(content: Content) -> None:
    """What was said in NFC is written in NFC, so that a copy of the body gives the same hash."""
    said = content._replace(text=unicodedata.normalize("NFC", content.text or "Thành ủy"))
    _, body = seal(said, 5, NOON, WHO, GENESIS)
    assert json.loads(body)["text"] == said.text
    if unicodedata.is_normalized("NFC", body):
        assert unicodedata.normalize("NFC", body) == body


@given(whole_contents, whole_contents, hashes, hashes)
def test_other_words_or_another_past_give_another_hash(
    one: Content, other: Content, first: str, second: str
) -> None:
    here, here_body = seal(one, 5, NOON, WHO, first)
    there, there_body = seal(other, 5, NOON, WHO, second)
    same = here_body == there_body and first == second
    assert (here.hash == there.hash) is same


@pytest.mark.parametrize(
    "body",
    ["", "[]", "{}", '{"id":1}', "null", '{"id":1,"actor":"a","recorded":"hôm qua","kind":"done"}',
     '{"id":1,"actor":"a","recorded":"2021-06-10T05:00:00Z","kind":"done","plan":"p","la":1}',
     '{"id":1,"actor":"a","recorded":"2021-06-10T05:00:00Z","kind":"done","plan":"p","day":"x"}'],
)  # fmt: skip
def test_what_is_no_entry_is_not_read_as_one(body: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
        entry_of(body, GENESIS, GENESIS)
