"""What has to be read against the source again, and who read a duty last."""

from collections.abc import Sequence

from cchc_cli.domain.fingerprints import readings
from cchc_cli.domain.plan import Duty, Plan
from cchc_cli.services.rereading import Stale
from cchc_cli.views.wording import rereading as words
from cchc_cli.views.wording.days import day_text
from cchc_cli.views.wording.words import dated_period

LISTED = 6


def stale_note(stale: Sequence[Stale]) -> str:
    """One line on the duties that have to be read again; empty where there are none."""
    if not stale:
        return ""
    what = ", ".join(_stale(one) for one in stale[:LISTED])
    if len(stale) > LISTED:
        what += words.TO_REVIEW_MORE.format(number=len(stale) - LISTED)
    return words.TO_REVIEW.format(what=what)


def _stale(one: Stale) -> str:
    duty = one.duty
    if not one.periods:
        return words.TO_REVIEW_ONE.format(id=duty.id, title=duty.title)
    periods = "; ".join(dated_period(period) for period in one.periods)
    return words.TO_REVIEW_PERIODS.format(id=duty.id, title=duty.title, periods=periods)


def stale_data(stale: Sequence[Stale]) -> list[dict[str, object]]:
    """The same for JSON."""
    return [
        {"duty": one.duty.id, "periods": [period.key for period in one.periods]} for one in stale
    ]


def reading_text(plan: Plan, duty: Duty) -> str | None:
    """Who read a duty last, and whether it changed since; None where nobody has."""
    last = next((one for one in reversed(plan.reviews) if one.duty == duty.id), None)
    if last is None:
        return None
    changed = readings(plan).get(duty.id) == "changed"
    sentence = words.DETAIL_CHANGED if changed else words.DETAIL_READ
    return sentence.format(name=last.reviewer, day=day_text(last.day))
