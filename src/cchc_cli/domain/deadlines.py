"""Deadlines: from a word of time and a named date to the day from which something is late.

No law defines "trước ngày D". The strict reading makes D - 1 the last good day; practice often
accepts D as well. Both days are kept: from the day after the last good one until D the matter is
*borderline*, and it is late only from D + 1. The legal date and the date after a shift (a day off
that moves to the next working day, after Bộ luật Dân sự 2015, Điều 148) are both kept, too.
"""

from datetime import date, timedelta
from typing import Literal, NamedTuple

from cchc_cli.domain.schedules import Operator
from cchc_cli.domain.workdays import WorkingCalendar

Reading = Literal["strict", "inclusive"]
Shift = Literal["none", "next_working_day"]
DecidedBy = Literal["received", "signed"]
Standing = Literal["upcoming", "borderline", "late"]
ONE_DAY = timedelta(days=1)


class Policy(NamedTuple):
    """How a plan's words of time are read and when letters press; all is the user's to change.

    No text was found that says when to press: those values are assumed.

    Attributes:
        before: ``strict`` (the day named by "trước" is no longer good) or ``inclusive``.
        shift: what becomes of a last good day that is a day off.
        decided_by: which day of a document decides whether it was in time: the one on which it
            was ``received`` or the one on which it was ``signed``.
        due_soon_days: how many days ahead something counts as coming up.
        turnover_day: day of the month on which a new reporting period begins.
        turnover_source: where the turnover day comes from, in words for the user.
        remind_before_days: how many days ahead of a deadline a letter reminds of it.
        press_from_days: from how many days late a letter presses, without an earlier reminder.
        escalate_from_days: from how many days late the leader may be told.
        escalate_after_letters: after how many letters since it is late the leader is told.
        press_again_days: how many days after a letter the next one may follow in the same step.
        answer_days: how many days a letter leaves for an answer.
        letter_unit: the drafting unit in the symbol of letters, None if it is not known.
    """

    before: Reading = "strict"
    shift: Shift = "none"
    decided_by: DecidedBy = "received"
    due_soon_days: int = 30
    turnover_day: int = 15
    turnover_source: str | None = None
    remind_before_days: int = 10
    press_from_days: int = 5
    escalate_from_days: int = 15
    escalate_after_letters: int = 2
    press_again_days: int = 7
    answer_days: int = 5
    letter_unit: str | None = None


class Deadline(NamedTuple):
    """A named date and what follows from it.

    Attributes:
        operator: ``before``, ``by``, ``on`` or ``end`` (the end of a period).
        named: the date that the text names, or the period's last day.
        last_good: the legal last day, by the reading in use.
        effective: the last good day after the shift.
    """

    operator: Operator
    named: date
    last_good: date
    effective: date
    reading: Reading
    shift: Shift

    @property
    def limit(self) -> date:
        """The last day that is not late; days late are counted from here."""
        return max(self.named, self.effective)

    def standing(self, today: date) -> Standing:
        """Where ``today`` stands to this deadline."""
        if today <= self.effective:
            return "upcoming"
        return "borderline" if today <= self.limit else "late"

    def days_late(self, today: date) -> int:
        """Days since the limit; 0 as long as it is not late."""
        return max(0, (today - self.limit).days)


def settle(operator: Operator, named: date, policy: Policy, calendar: WorkingCalendar) -> Deadline:
    """The deadline that ``operator`` and the named date make under a policy."""
    strict = operator == "before" and policy.before == "strict"
    last_good = named - ONE_DAY if strict else named
    # A week or quarter of activity ends when it ends: nothing can be done for it afterwards.
    shifts = policy.shift == "next_working_day" and operator != "end"
    effective = calendar.next_working(last_good) if shifts else last_good
    return Deadline(operator, named, last_good, effective, policy.before, policy.shift)
