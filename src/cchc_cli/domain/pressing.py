"""Pressing: how firmly a letter asks for what is not done, and when the next one may follow.

All of it is told from the deadline and the days of earlier letters, so a day on which nobody ran
the program is caught up by the next run. A letter of the day itself is no earlier one: asking
twice on a day gives the same answer.
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple, get_args

from cchc_cli.domain.deadlines import Deadline, Policy

Step = Literal["remind", "press", "escalate"]
STEPS: tuple[Step, ...] = get_args(Step)


class Told(NamedTuple):
    """A letter that was sent; ``step`` is its own where it is known."""

    day: date
    step: Step | None = None


def step_on(day: date, deadline: Deadline | None, sent: Sequence[Told], policy: Policy) -> Step:
    """The step of a letter on ``day``.

    What is not late is reminded of. What is late is pressed for after a reminder in time or from
    some days on; the leader is told once letters since it was late have not helped.
    """
    late = _days_late(deadline, day)
    if not late:
        return "remind"
    before = [one for one in sent if one.day < day]
    unheeded = [one for one in before if _days_late(deadline, one.day)]
    enough = len(unheeded) >= policy.escalate_after_letters
    if enough and late >= policy.escalate_from_days:
        return "escalate"
    reminded_in_time = len(unheeded) < len(before)
    return "press" if reminded_in_time or late >= policy.press_from_days else "remind"


def may_follow(day: date, deadline: Deadline | None, sent: Sequence[Told], policy: Policy) -> bool:
    """Whether a letter may be sent on ``day``: the first, a firmer one, or one after a while."""
    last = max((one.day for one in sent if one.day < day), default=None)
    if last is None or (day - last).days >= policy.press_again_days:
        return True
    then = [one.step or step_on(last, deadline, sent, policy) for one in sent if one.day == last]
    return STEPS.index(step_on(day, deadline, sent, policy)) > STEPS.index(firmest(then))


def firmest(steps: Sequence[Step]) -> Step:
    """The firmest of several steps."""
    return max(steps, key=STEPS.index)


def _days_late(deadline: Deadline | None, day: date) -> int:
    return deadline.days_late(day) if deadline else 0
