"""Spans counted from an event, in days, working days, weeks, months or years.

The event's own day is not counted (Bộ luật Dân sự 2015, Điều 147, khoản 2). A month without the
day ends on its last day: one month from 31 January is 28 or 29 February.
"""

from datetime import date

from cchc_cli.domain.schedules import Span
from cchc_cli.domain.workdays import WorkingCalendar


def end_of_span(event: date, span: Span, calendar: WorkingCalendar) -> date:
    """The last day of ``span`` when the event happened on ``event``."""
    if span.unit == "working_days":
        return calendar.add_working(event, span.number)
    # Loaded here: lists of deadlines are made without it as long as nothing counts from an event.
    from dateutil.relativedelta import relativedelta

    amount = span.number
    steps = {
        "days": relativedelta(days=amount),
        "weeks": relativedelta(weeks=amount),
        "months": relativedelta(months=amount),
        "years": relativedelta(years=amount),
    }
    return event + steps[span.unit]
