"""Links of a chain from outside: what is taken and what is refused."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from cchc_cli.domain.chain import GENESIS, digest, seal
from cchc_cli.domain.entries import Content, Entry, EvidenceFile, Figure, OfficialDocument
from cchc_cli.domain.links import Follower, Link, links_in, written_entry

NOON = datetime(2021, 6, 10, 5, tzinfo=UTC)
FULL = Content(
    "done", "ke-hoach", "V.1", "snv", "2021/h1", day=date(2021, 6, 1), key="k",
    document=OfficialDocument("1/BC-SNV", signed=date(2021, 6, 2)),
    files=(EvidenceFile("a.pdf", "a" * 64, 3),), links=("https://x.vn",),
    figures=(Figure("hoi-nghi", 2), Figure("luot", 2.5)), participants=("stp",),
    fulfils=(("V.1", "snv"),),
)  # fmt: skip


def linked(*contents: Content) -> list[Link]:
    """The links of a chain with these contents."""
    links: list[Link] = []
    for number, content in enumerate(contents, 1):
        previous = links[-1].hash if links else GENESIS
        entry, body = seal(content, number, NOON, ("thu", None), previous)
        links.append(Link(previous, entry.hash, body))
    return links


def forged(link: Link, change: Callable[[dict[str, Any]], object]) -> Link:
    """A link whose words were changed by somebody who can count its hash again."""
    data = json.loads(link.body)
    change(data)
    body = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Link(link.previous, digest(link.previous, body), body)


def taken(*links: Link) -> list[str]:
    """What is said of each link: nothing, or what is wrong with it."""
    follower = Follower()
    found = [follower.take(link) for link in links]
    assert follower.number == len(links)
    return ["" if isinstance(one, Entry) else one for one in found]


def test_a_chain_is_taken_as_it_is() -> None:
    chain = linked(FULL, FULL._replace(key=None), Content("correction", "ke-hoach", target=1))
    assert taken(*chain) == ["", "", ""]
    follower = Follower()
    entry = follower.take(chain[0])
    assert isinstance(entry, Entry)
    assert entry.content == FULL
    assert (entry.id, entry.previous, entry.hash) == (1, GENESIS, chain[0].hash)


def test_links_in_a_chain() -> None:
    chain = linked(FULL, FULL._replace(key="l"))
    rows = [(number, link.body, link.hash) for number, link in enumerate(chain, 1)]
    assert list(links_in(rows)) == chain


def test_a_fault_is_told_once_and_where_it_is() -> None:
    chain = linked(*(FULL._replace(key=key) for key in "abcd"))
    edited = chain[1]._replace(body=chain[1].body.replace("snv", "stp"))
    assert taken(chain[0], edited, *chain[2:]) == ["", "wrong_hash", "", ""]
    assert taken(chain[0], *chain[2:]) == ["", "not_next", "out_of_place"]
    assert taken(chain[1]) == ["not_next"]


def test_what_follows_something_unreadable_may_follow_anything() -> None:
    chain = linked(*(FULL._replace(key=key) for key in "abc"))
    follower = Follower()
    follower.take(chain[0])
    follower.skip()
    assert isinstance(follower.take(chain[2]), Entry)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda data: data.pop("kind"), id="no kind"),
        pytest.param(lambda data: data.update(kind="gone"), id="an unknown kind"),
        pytest.param(lambda data: data.update(kind=["done"]), id="a kind that is a list"),
        pytest.param(lambda data: data.update(id="1"), id="a number as text"),
        pytest.param(lambda data: data.update(id=True), id="true for a number"),
        pytest.param(lambda data: data.update(agency=5), id="a name that is a number"),
        pytest.param(lambda data: data.update(day="2021-13-01"), id="no such day"),
        pytest.param(lambda data: data.update(recorded="hôm qua"), id="no such moment"),
        pytest.param(lambda data: data.update(colour="red"), id="a key too many"),
        pytest.param(lambda data: data.update(files=[{"name": "a"}]), id="half a file"),
        pytest.param(
            lambda data: data["files"][0].update(sha256="../../etc/passwd"), id="a path for a hash"
        ),
        pytest.param(lambda data: data["files"][0].update(size=-1), id="a negative size"),
        pytest.param(lambda data: data.update(fulfils=[["V.1"]]), id="half a pair"),
        pytest.param(lambda data: data.update(fulfils=[["V.1", 2]]), id="a pair of other things"),
        pytest.param(lambda data: data.update(participants="stp"), id="text for a list") ,
        pytest.param(lambda data: data.update(links=[1]), id="a link that is a number"),
        pytest.param(lambda data: data["figures"][0].update(value="2"), id="a figure as text"),
        pytest.param(lambda data: data["figures"][0].update(value=True), id="true for a figure"),
        pytest.param(lambda data: data["document"].update(number=1), id="a number for a document"),
        pytest.param(lambda data: data["document"].update(signed=1), id="a number for a day"),
    ],
)  # fmt: skip
def test_words_that_are_no_entry(change: Callable[[dict[str, Any]], object]) -> None:
    (link,) = linked(FULL)
    assert taken(forged(link, change)) in (["unreadable"], ["not_canonical"])


@pytest.mark.parametrize("body", ["", "[]", "1", "{", '"a"', "[" * 100_000, '{"id":1}'])
def test_a_body_that_is_no_entry_at_all(body: str) -> None:
    assert taken(Link(GENESIS, digest(GENESIS, body), body)) == ["unreadable"]
    assert written_entry(body, GENESIS, "") is None


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body.replace(":", ": ", 1),
        lambda body: body.replace('"agency":"snv",', "") [:-1] + ',"agency":"snv"}',
        lambda body: body.replace('"value":2}', '"value":2.0}'),
        lambda body: body[:-1] + ',"text":null}',
        lambda body: body.replace("05:00:00Z", "12:00:00+07:00"),
    ],
)  # fmt: skip
def test_only_the_one_written_form_is_taken(change: Callable[[str], str]) -> None:
    (link,) = linked(FULL)
    body = change(link.body)
    assert body != link.body
    assert taken(Link(GENESIS, digest(GENESIS, body), body)) == ["not_canonical"]


def test_an_entry_out_of_its_place() -> None:
    (link,) = linked(FULL)
    assert taken(forged(link, lambda data: data.update(id=2))) == ["out_of_place"]


@pytest.mark.parametrize("target", [0, -1, 2, 3])
def test_an_entry_may_only_refer_to_one_before_it(target: int) -> None:
    chain = linked(FULL, Content("return", "ke-hoach", target=target))
    assert taken(*chain) == ["", "bad_target"]


def test_what_a_ledger_would_have_refused_is_refused() -> None:
    correction = Content("correction", "ke-hoach", target=1)
    assert taken(*linked(FULL, FULL)) == ["", "key_again"]
    chain = linked(FULL, correction, correction._replace(text="lần nữa"))
    assert taken(*chain) == ["", "", "cancelled_again"]
