"""Who bears a duty in another year."""

from datetime import date
from pathlib import Path

import pytest

from cchc_cli.domain.agencies import Roster
from cchc_cli.plan.load import load_registry
from cchc_cli.plan.roll.bearers import Bearers, Change, Span
from cchc_cli.plan.roll.remarks import GroupChange
from tests.plan.roll.cases import HEAD, lay_out

OF_2021 = Span(date(2021, 1, 1), date(2021, 12, 31))
OF_2026 = Span(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def roster(tmp_path: Path) -> Roster:
    registry, faults = load_registry(lay_out(tmp_path, HEAD).with_name("agencies.yaml"))
    assert (faults, registry is None) == ((), False)
    assert registry is not None
    return Roster(registry)


def codes(change: Change) -> list[str]:
    return [one.code for one in change.remarks]


@pytest.mark.parametrize(
    ("ident", "words", "ids", "expected"),
    [
        ("snv", "", ("snv",), []),
        ("stttt", "Họp", ("skhcn",), ["agency_replaced", "succession_note"]),
        ("sld", "Họp", ("snv",), ["agency_replaced"]),
        ("sld", "Trợ giúp pháp lý", ("stp",), ["agency_replaced"]),
        ("sgt", "", ("sgt",), ["agency_without_heir"]),
        ("dai", "", ("dai", "bao-dai"), ["agency_ends"]),
        ("bao-dai", "", ("bao-dai",), []),
        ("so", "", ("so",), []),
        ("bao-chi", "", ("bao-chi",), []),
        ("quan", "", ("phuong",), ["group_without_kind", "succession_note"]),
        ("tat-ca", "", ("so", "phuong"),
         ["group_opened", "group_without_kind", "succession_note"]),
        ("ba-so", "", ("stp", "skhcn"),
         ["group_members", "agency_replaced", "succession_note"]),
        ("phuong", "", ("phuong",), []),
    ],
)  # fmt: skip
def test_of_2021_in_2026(
    roster: Roster, ident: str, words: str, ids: tuple[str, ...], expected: list[str]
) -> None:
    change = Bearers(roster, OF_2021, OF_2026).of(ident, words)
    assert (change.ids, codes(change)) == (ids, expected)


def test_what_the_registry_notes_is_told_once(roster: Roster) -> None:
    bearers = Bearers(roster, OF_2021, OF_2026)
    assert codes(bearers.of("stttt", "")) == ["agency_replaced", "succession_note"]
    assert codes(bearers.of("stttt", "")) == ["agency_replaced"]


def test_values_tell_of_a_split_and_of_a_doubt(roster: Roster) -> None:
    bearers = Bearers(roster, OF_2021, OF_2026)
    (split,) = bearers.of("sld", "").remarks
    assert split.values["heirs"] == "Sở Nội vụ; Sở Tư pháp"
    doubt = bearers.of("stttt", "Họp báo chí").remarks[0]
    assert (doubt.values["doubted"], doubt.values["heirs"]) == (("báo chí",), "")


@pytest.mark.parametrize(
    ("ident", "ids", "expected"),
    [
        ("bao-dai", ("dai",), ["agency_not_yet"]),
        ("skhcn", ("skhcn",), []),
        ("quan", ("quan",), []),
    ],
)
def test_back_in_time(
    roster: Roster, ident: str, ids: tuple[str, ...], expected: list[str]
) -> None:
    change = Bearers(roster, OF_2026, OF_2021).of(ident, "")
    assert (change.ids, codes(change)) == (ids, expected)


def test_groups_are_counted_at_the_end_of_both_plans(roster: Roster) -> None:
    bearers = Bearers(roster, OF_2021, OF_2026)
    for ident in ("so", "quan", "ba-so", "so"):
        bearers.of(ident, "")
    assert list(bearers.groups.values()) == [
        GroupChange("so", 5, 3, ()),
        GroupChange("quan", 2, 0, ("phuong",)),
        GroupChange("ba-so", 2, 2, ("stp", "skhcn")),
    ]
