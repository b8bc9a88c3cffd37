"""What words still speak of."""

from datetime import date
from pathlib import Path

import pytest

from cchc_cli.domain.agencies import Roster
from cchc_cli.plan.load import load_registry
from cchc_cli.plan.roll.bearers import Span
from cchc_cli.plan.roll.mentions import Mentions, words_of
from tests.plan.roll.cases import HEAD, lay_out

OLD = Span(date(2021, 1, 1), date(2021, 12, 31))


@pytest.fixture
def roster(tmp_path: Path) -> Roster:
    registry, _ = load_registry(lay_out(tmp_path, HEAD).with_name("agencies.yaml"))
    assert registry is not None
    return Roster(registry)


@pytest.mark.parametrize(
    ("text", "years", "agencies", "kinds"),
    [
        ("trong năm 2021", ["2021"], [], []),
        ("Phối hợp sở thông tin và truyền thông", [], ["Sở Thông tin và Truyền thông"], []),
        ("UBND các Quận, huyện", [], [], ["quận"]),
        ("UBND quận A", [], ["UBND quận A"], []),
        ("UBND quận A và các huyện", [], ["UBND quận A"], ["huyện"]),
        ("Đài Hà Nội năm 2021", ["2021"], ["Đài Hà Nội"], []),
    ],
)
def test_what_is_over(
    roster: Roster, text: str, years: list[str], agencies: list[str], kinds: list[str]
) -> None:
    found = Mentions(roster, OLD, Span(date(2026, 1, 1), date(2026, 12, 31))).of(text)
    assert found is not None
    values = {key: [*value] for key, value in found.values.items() if isinstance(value, tuple)}
    assert values["years"] == years
    assert [name for name, _ in values["agencies"]] == agencies
    assert [word for word, _ in values["kinds"]] == kinds


@pytest.mark.parametrize("text", ["Sở Nội vụ", "năm 2026", "vận động quần chúng"])
def test_nothing_is_over(roster: Roster, text: str) -> None:
    assert Mentions(roster, OLD, Span(date(2026, 1, 1), date(2026, 12, 31))).of(text) is None


def test_the_districts_were_still_there(roster: Roster) -> None:
    mentions = Mentions(roster, OLD, Span(date(2022, 1, 1), date(2022, 12, 31)))
    assert mentions.of("UBND các quận") is None


def test_every_text_for_people() -> None:
    data = {
        "id": "a",
        "text": "một",
        "product": {"name": "hai", "count": 1, "alternatives": ["ba"]},
        "links": [{"to": "x", "note": "bốn"}],
        "lead": ["snv"],
        "members": ["m", ["n"]],
    }
    assert list(words_of(data, ("duties", 0))) == [
        (("duties", 0, "text"), "một"),
        (("duties", 0, "product", "name"), "hai"),
        (("duties", 0, "product", "alternatives", 0), "ba"),
        (("duties", 0, "links", 0, "note"), "bốn"),
    ]
