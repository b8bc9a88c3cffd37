"""Days are those of Việt Nam."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.domain.local_time import VIETNAM, day_begins, local_day

ZONES = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2021, 6, 14, 16, 59, 59, tzinfo=UTC), date(2021, 6, 14)),
        (datetime(2021, 6, 14, 17, tzinfo=UTC), date(2021, 6, 15)),
        (datetime(2021, 6, 14, 23, 59, tzinfo=VIETNAM), date(2021, 6, 14)),
        (datetime(2020, 12, 31, 17, tzinfo=UTC), date(2021, 1, 1)),
        (datetime(2021, 6, 14, 22, tzinfo=timezone(timedelta(hours=-8))), date(2021, 6, 15)),
    ],
)
def test_the_day_in_viet_nam(moment: datetime, day: date) -> None:
    assert local_day(moment) == day


def test_a_day_begins_seven_hours_before_utc() -> None:
    assert day_begins(date(2021, 6, 15)) == datetime(2021, 6, 14, 17, tzinfo=UTC)


@given(st.dates(date(1980, 1, 1), date(2100, 1, 1)))
def test_a_day_is_its_moments(day: date) -> None:
    begins, ends = day_begins(day), day_begins(day + timedelta(days=1))
    assert local_day(begins) == day
    assert local_day(ends - timedelta(microseconds=1)) == day
    assert ends - begins == timedelta(days=1)


@given(st.integers(10**9, 4 * 10**9), ZONES, ZONES)
def test_the_zone_of_a_moment_does_not_matter(second: int, one: timezone, other: timezone) -> None:
    assert local_day(datetime.fromtimestamp(second, one)) == local_day(
        datetime.fromtimestamp(second, other)
    )
