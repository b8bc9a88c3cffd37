"""Places in the document: letter case, the part's alias, and what stands below a clause."""

import pytest

from cchc_cli.domain.locators import canonical, find_duty, under_clause
from tests.domain.builders import make_duty, make_plan

PLAN = make_plan(
    duties=[
        make_duty(ident="V.6", clause="V.6"),
        make_duty(ident="V.6.4a", clause="V.6.4"),
        make_duty(ident="V.6.4b", clause="V.6.4"),
        make_duty(ident="V.61", clause="V.61"),
        make_duty(ident="PL1.1", clause="PL1"),
    ],
    locator_aliases=[("III", "V")],
)


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("V.6.4b", "v.6.4b"),
        (" v.6.4B ", "v.6.4b"),
        ("III.6.4b", "v.6.4b"),
        ("iii.6.4b", "v.6.4b"),
        ("III", "v"),
        ("IV.1", "iv.1"),
        ("VI.III", "vi.iii"),
        ("", ""),
    ],
)
def test_one_spelling_for_a_place(locator: str, expected: str) -> None:
    assert canonical(PLAN, locator) == expected


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("V.6.4b", "V.6.4b"),
        ("v.6.4B", "V.6.4b"),
        ("III.6.4b", "V.6.4b"),
        (" iii.6 ", "V.6"),
        ("pl1.1", "PL1.1"),
        ("V.6.4", None),
        ("V.6.4c", None),
        ("V", None),
        ("", None),
    ],
)
def test_a_duty_by_its_place(locator: str, expected: str | None) -> None:
    duty = find_duty(PLAN, locator)
    assert (duty.id if duty else None) == expected


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("V", ("V.6", "V.6.4a", "V.6.4b", "V.61")),
        ("V.6", ("V.6", "V.6.4a", "V.6.4b")),
        ("v.6.4", ("V.6.4a", "V.6.4b")),
        ("III.6.4", ("V.6.4a", "V.6.4b")),
        ("V.6.4b", ("V.6.4b",)),
        ("V.61", ("V.61",)),
        ("pl1", ("PL1.1",)),
        ("V.7", ()),
        ("", ()),
    ],
)
def test_duties_at_or_below_a_place(locator: str, expected: tuple[str, ...]) -> None:
    assert tuple(duty.id for duty in under_clause(PLAN, locator)) == expected
