"""The plan's own small questions: its span, and what a duty is linked to."""

from datetime import date

import pytest

from cchc_cli.domain.plan import Link, Validity
from tests.domain.builders import make_duty

YEAR_2021 = Validity(date(2021, 1, 1), date(2022, 1, 1))


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2020, 12, 31), False),
        (date(2021, 1, 1), True),
        (date(2021, 12, 31), True),
        (date(2022, 1, 1), False),
    ],
)
def test_the_days_of_a_plan(day: date, holds: bool) -> None:
    assert YEAR_2021.holds_on(day) is holds
    assert YEAR_2021.last == date(2021, 12, 31)


@pytest.mark.parametrize(
    ("in_force", "binding_from"),
    [
        (None, date(2021, 1, 1)),
        (date(2021, 3, 24), date(2021, 3, 24)),
        (date(2020, 12, 20), date(2021, 1, 1)),
    ],
)
def test_a_plan_binds_from_its_first_day_or_later(
    in_force: date | None, binding_from: date
) -> None:
    assert YEAR_2021._replace(in_force=in_force).binding_from == binding_from


def test_links_by_kind() -> None:
    links = (
        Link("V.4.3", "same_event"),
        Link("V.8", "overlaps"),
        Link("V.9", "same_event", "ghi chú"),
    )
    duty = make_duty()._replace(links=links)
    assert duty.linked("same_event") == ("V.4.3", "V.9")
    assert duty.linked("overlaps") == ("V.8",)
    assert duty.linked("alternative") == ()


def test_the_bearers_of_a_duty_stand_by_their_role() -> None:
    duty = make_duty(lead=["snv"], implement=["so-ban-nganh", "stp"], cooperate=["vp-ubnd"])
    assert duty.bearers == ("snv", "so-ban-nganh", "stp", "vp-ubnd")
    assert duty._replace(partners=("tttp",)).bearers == duty.bearers
