"""The status of an obligation on a day: from the obligation, what is recorded, and that day.

Nothing here is stored. The day that decides whether something was done in time is the one in its
evidence (received or signed, by the plan's policy), never the day of recording; what happened
after the day in question has not happened yet.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from cchc_cli.domain.deadlines import Deadline
from cchc_cli.domain.entries import Entry
from cchc_cli.domain.local_time import local_day
from cchc_cli.domain.occurrences import Occurrence

StatusKind = Literal[
    "not_yet",  # its period has not come
    "waiting",  # the event that it depends on has not happened
    "open",  # not done, still in time or without a date
    "borderline",  # not done, past the last good day but not yet late
    "overdue",  # not done and late
    "returned",  # sent back, to be put right
    "on_time",
    "extended",  # in time by an extension only
    "late",  # done, but late
    "done",  # done; no date was set
    "ongoing",  # continuous, with some activity
    "idle",  # continuous, nothing recorded yet
    "waived",
    "none",  # nothing came up
]
FULFILLED: frozenset[StatusKind] = frozenset({"on_time", "extended", "late", "done", "ongoing"})
EXEMPT: frozenset[StatusKind] = frozenset({"waived", "none"})
LACKING: frozenset[StatusKind] = frozenset({"overdue", "returned"})


class Act(NamedTuple):
    """Something done for an obligation, on the day that decides; ``entry`` says where it stands."""

    day: date
    entry: int = 0


class Ruling(NamedTuple):
    """A day that was set or moved to, from the day of the ruling on; ``own`` for one agency."""

    day: date
    until: date
    entry: int
    own: bool = False


class Review(NamedTuple):
    """A result that was sent back, or accepted after all (``target`` is its entry)."""

    day: date
    target: int
    entry: int
    accepted: bool


class Record(NamedTuple):
    """What is recorded for one obligation, in chain order.

    Attributes:
        acts: what was done; ``short`` what was done but stays below the duty's measure.
        settings: days that were set where the plan names none.
        extensions: days to which the deadline was moved.
        exempt: ``waived`` or ``none`` from a day on, and its entry.
        reviews: results sent back and accepted.
    """

    acts: tuple[Act, ...] = ()
    short: tuple[Act, ...] = ()
    settings: tuple[Ruling, ...] = ()
    extensions: tuple[Ruling, ...] = ()
    exempt: tuple[Literal["waived", "none"], date, int] | None = None
    reviews: tuple[Review, ...] = ()


NOTHING = Record()


class Status(NamedTuple):
    """Where an obligation stands.

    Attributes:
        days: days left (open), days late (overdue, late), days since the last activity (ongoing).
        deadline: the one in force; ``original`` the plan's own where an extension moved it.
        done_on: the day that decided.
        number, needed: how often it was done, and how often it has to be.
        short: how often it was done below the measure.
        entries: the entries behind it.
    """

    kind: StatusKind
    days: int | None = None
    deadline: Deadline | None = None
    original: Deadline | None = None
    done_on: date | None = None
    number: int = 0
    needed: int = 1
    short: int = 0
    entries: tuple[int, ...] = ()


def assess(occurrence: Occurrence, record: Record, today: date) -> Status:
    """The status of one agency's obligation on ``today``; what comes later has not happened yet."""
    set_to, extended_to = _last(record.settings, today), _furthest(record.extensions, today)
    original = set_deadline(occurrence.deadline, set_to.until if set_to else None)
    deadline = set_deadline(original, extended_to.until if extended_to else None)
    returned = _returned_by(record.reviews, today)
    acts = sorted(act for act in record.acts if act.day <= today and act.entry not in returned)
    short = [act for act in record.short if act.day <= today and act.entry not in returned]
    rulings = [one.entry for one in (set_to, extended_to) if one]
    common = Status(
        "open",
        deadline=deadline,
        original=original if deadline != original else None,
        number=len(acts),
        needed=occurrence.times,
        short=len(short),
        entries=tuple(sorted({*(act.entry for act in (*acts, *short) if act.entry), *rulings})),
    )
    if occurrence.key == "continuous":
        return _continuous(common, acts, record, today)
    if len(acts) >= occurrence.times:
        return _done(common, acts[occurrence.times - 1].day, original)
    if record.exempt and record.exempt[1] <= today:
        kind, _, entry = record.exempt
        return common._replace(kind=kind, entries=(*common.entries, entry))
    if returned:
        return _returned(common, tuple(returned.values()), today)
    return _open(common, occurrence, today)


def _last(rulings: Sequence[Ruling], today: date) -> Ruling | None:
    return next((one for one in reversed(rulings) if one.day <= today), None)


def _furthest(extensions: Sequence[Ruling], today: date) -> Ruling | None:
    """The last extension of the agency's own, or the last one for all if that goes further."""
    own = _last([one for one in extensions if one.own], today)
    for_all = _last([one for one in extensions if not one.own], today)
    return max(filter(None, (own, for_all)), key=lambda one: one.until, default=None)


def _returned_by(reviews: Sequence[Review], today: date) -> dict[int, int]:
    """Entries that are sent back as of ``today``, each with the entry that says so."""
    returned: dict[int, int] = {}
    for one in reviews:
        if one.day > today:
            continue
        if one.accepted:
            returned.pop(one.target, None)
        else:
            returned[one.target] = one.entry
    return returned


def set_deadline(deadline: Deadline | None, day: date | None) -> Deadline | None:
    """The deadline that somebody set or moved to ``day``, which is then the last good one.

    Without a day the deadline is what it was.
    """
    if day is None:
        return deadline
    if deadline is None:
        return Deadline("by", day, day, day, "strict", "none")
    return deadline._replace(operator="by", named=day, last_good=day, effective=day)


def _continuous(common: Status, acts: Sequence[Act], record: Record, today: date) -> Status:
    if acts:
        last = acts[-1].day
        return common._replace(kind="ongoing", days=(today - last).days, done_on=last)
    if record.exempt and record.exempt[1] <= today:
        return common._replace(kind=record.exempt[0], entries=(record.exempt[2],))
    return common._replace(kind="idle")


def _done(common: Status, day: date, original: Deadline | None) -> Status:
    deadline = common.deadline
    if deadline is None:
        return common._replace(kind="done", done_on=day)
    if late := deadline.days_late(day):
        return common._replace(kind="late", days=late, done_on=day)
    moved = original is not None and original != deadline and original.days_late(day) > 0
    return common._replace(kind="extended" if moved else "on_time", done_on=day)


def _open(common: Status, occurrence: Occurrence, today: date) -> Status:
    """Something that is not done: not due yet, open, borderline or overdue."""
    deadline, period = common.deadline, occurrence.period
    if deadline is None:
        if occurrence.key == "event":
            return common._replace(kind="waiting")
        coming = period is not None and today <= period.last
        return common._replace(kind="not_yet" if coming else "open")
    standing = deadline.standing(today)
    if standing == "late":
        return common._replace(kind="overdue", days=deadline.days_late(today))
    if standing == "borderline":
        return common._replace(kind="borderline")
    coming = period is not None and today < period.first
    days = (deadline.effective - today).days
    return common._replace(kind="not_yet" if coming else "open", days=days)


def _returned(common: Status, entries: Sequence[int], today: date) -> Status:
    """Something sent back: late or not, it is waited for."""
    late = common.deadline.days_late(today) if common.deadline else 0
    return common._replace(kind="returned", days=late or None, entries=(*common.entries, *entries))


def record_of(
    occurrence: Occurrence, entries: Iterable[Entry], units: Mapping[str, str], decided_by: str
) -> Record:
    """What active entries, in chain order, say of one obligation.

    Args:
        occurrence: the duty in its period.
        entries: those that bear on the obligation, rules for all agencies included.
        units: unit of each indicator, for the duty's measure.
        decided_by: ``received`` or ``signed``.
    """
    acts: list[Act] = []
    short: list[Act] = []
    settings: list[Ruling] = []
    extensions: list[Ruling] = []
    reviews: list[Review] = []
    exempt: tuple[Literal["waived", "none"], date, int] | None = None
    for entry in entries:
        content, day = entry.content, _day(entry)
        if content.kind == "done":
            act = Act(deciding_day(entry, decided_by), entry.id)
            (acts if _enough(occurrence, entry, units) else short).append(act)
        elif content.kind in ("extension", "deadline") and content.until is not None:
            rulings = extensions if content.kind == "extension" else settings
            day, own = deciding_day(entry, decided_by), content.agency is not None
            rulings.append(Ruling(day, content.until, entry.id, own))
        elif content.kind in ("waiver", "none"):
            exempt = ("waived" if content.kind == "waiver" else "none", day, entry.id)
        elif content.kind in ("return", "accept") and content.target is not None:
            reviews.append(Review(day, content.target, entry.id, content.kind == "accept"))
    return Record(
        tuple(acts), tuple(short), tuple(settings), tuple(extensions), exempt, tuple(reviews)
    )


def _day(entry: Entry) -> date:
    return entry.content.day or local_day(entry.recorded)


def deciding_day(entry: Entry, decided_by: str) -> date:
    """The day in an entry's evidence that decides whether it was in time.

    The document's own days come first, then the day it happened, then the day of recording.
    """
    document = entry.content.document
    if document is not None:
        received, signed = document.received, document.signed
        chosen = signed or received if decided_by == "signed" else received or signed
        if chosen is not None:
            return chosen
    return _day(entry)


def _enough(occurrence: Occurrence, entry: Entry, units: Mapping[str, str]) -> bool:
    """Whether an entry's figures reach the duty's measure, where they speak of its unit."""
    measure = occurrence.duty.measure
    if measure is None:
        return True
    said = [one.value for one in entry.content.figures if units.get(one.indicator) == measure.unit]
    return not said or sum(said) >= measure.minimum
