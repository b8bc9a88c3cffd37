"""Days are those of Việt Nam, whatever the computer's own time zone."""

from datetime import date, datetime, time, timedelta, timezone

# Asia/Ho_Chi_Minh has kept UTC+7 without daylight saving since 1975.
VIETNAM = timezone(timedelta(hours=7))


def local_day(moment: datetime) -> date:
    """The day in Việt Nam at ``moment``, which knows its time zone."""
    return moment.astimezone(VIETNAM).date()


def day_begins(day: date) -> datetime:
    """The moment at which a day begins in Việt Nam."""
    return datetime.combine(day, time(), VIETNAM)
