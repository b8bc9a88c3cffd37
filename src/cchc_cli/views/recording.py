"""What recording answers: what was written, what that makes of the obligation, what comes next."""

from collections.abc import Iterator

from cchc_cli.domain.agencies import Roster
from cchc_cli.domain.deadlines import DecidedBy
from cchc_cli.domain.entries import Content
from cchc_cli.domain.occurrences import Occurrence
from cchc_cli.domain.plan import Plan
from cchc_cli.domain.status import deciding_day
from cchc_cli.services.closing import Closed
from cchc_cli.services.record import Recorded
from cchc_cli.views.wording.days import day_text
from cchc_cli.views.wording.recording import (
    ALREADY,
    ALSO,
    AS_CLOSED,
    EARLY,
    FOUND,
    LATER,
    NEXT,
    NOTHING_NEXT,
    NOW,
    PARTS,
    RECORDED,
    WHEN_DONE,
    WOULD,
    kind_name,
)
from cchc_cli.views.wording.statuses import status_text
from cchc_cli.views.wording.words import dated_period, due_text

SHOWN = 12


def content_text(plan: Plan, content: Content) -> str:
    """A content in one line: kind, duty, agency, period, document."""
    roster = Roster(plan.registry)
    kind = kind_name(content)
    if content.part:
        kind += f" ({PARTS[content.part]})"
    pieces = [kind, content.duty or "", roster.name(content.agency) if content.agency else ""]
    if content.target is not None:
        pieces.append(f"mục #{content.target}")
    if content.period and content.period.startswith("event-"):
        pieces.append(f"sự kiện #{content.period.removeprefix('event-')}")
    elif content.period and content.period not in ("continuous", "sometime", "once", "event"):
        pieces.append(f"kỳ {content.period}")
    if content.document:
        pieces.append(content.document.number)
    if content.until:
        pieces.append(f"hạn {day_text(content.until)}")
    return ", ".join(filter(None, pieces))


def closed_text(closed: Closed) -> str:
    """What is said beside the report of a closed period: as of when, and what came later."""
    lines = [AS_CLOSED.format(day=day_text(closed.day), id=closed.entry.id)]
    if closed.later:
        shown = ", ".join(f"#{entry.id}" for entry in closed.later[:SHOWN])
        more = ", …" if len(closed.later) > SHOWN else ""
        lines.append(LATER.format(number=len(closed.later), entries=shown + more))
    return "\n".join(lines)


def would_text(plan: Plan, content: Content) -> str:
    """What a dry run says."""
    return WOULD.format(what=content_text(plan, content))


def recorded_text(found: Recorded, plan: Plan) -> str:
    """What recording says: the entry, the obligation's status, and the duty's next period."""
    entry = found.appended.entry
    words = FOUND if found.appended.found else RECORDED
    lines = [words.format(id=entry.id, what=content_text(plan, entry.content))]
    also = entry.content.fulfils[1:] if entry.content.kind == "done" else ()
    if also:
        names = Roster(plan.registry)
        pairs = "; ".join(f"{duty} {names.name(agency)}" for duty, agency in also)
        lines.append(ALSO.format(what=pairs))
    if found.occurrence is not None:
        lines.extend(_around(found.occurrence, found, plan.policy.decided_by))
    return "\n".join(lines)


def _around(occurrence: Occurrence, found: Recorded, decided_by: DecidedBy) -> Iterator[str]:
    """How an occurrence stands now, and what comes after it."""
    entry, period = found.appended.entry, occurrence.period
    kind = entry.content.kind
    duty, status = occurrence.duty, found.status
    if status is not None:
        asked = duty.force == "requested"
        yield NOW.format(status=status_text(status, duty.measure, requested=asked))
    if period is None:
        if kind == "event":
            due = f" ({due_text(occurrence.deadline)})" if occurrence.deadline else ""
            yield WHEN_DONE.format(key=occurrence.key, due=due)
        return
    before = [number for number in status.entries if number < entry.id] if status else []
    if kind == "done" and status and status.number > 1 and before:
        yield ALREADY.format(entries=", ".join(f"#{number}" for number in before[-SHOWN:]))
    if kind == "done" and (day := deciding_day(entry, decided_by)) < period.first:
        yield EARLY.format(day=day_text(day), first=day_text(period.first))
    if found.next is None:
        yield NOTHING_NEXT
    else:
        yield NEXT.format(what=dated_period(found.next))
