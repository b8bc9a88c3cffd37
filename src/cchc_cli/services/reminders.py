"""Letters that press: to whom, about what and how firmly, and the notices that record them.

Never pressed are bodies that are only asked, duties without end, what is done or exempt, and what
waits for an event. The plan's co-ordinator writes neither to itself nor to the bodies above it,
and nobody writes to an agency that is gone; what they lack is told beside the letters.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from cchc_cli.domain.agencies import Agency
from cchc_cli.domain.entries import Content
from cchc_cli.domain.joint import JointEvent, joint_events
from cchc_cli.domain.local_time import local_day
from cchc_cli.domain.occurrences import Occurrence
from cchc_cli.domain.plan import Duty, Plan
from cchc_cli.domain.pressing import STEPS, Step, Told, firmest, may_follow, step_on
from cchc_cli.domain.status import LACKING, Status, StatusKind
from cchc_cli.errors import UsageFault
from cchc_cli.ledger.protocol import Query
from cchc_cli.services.book import Book
from cchc_cli.services.status import Standing, of_agency, roll_call

DENSE = 4
KEY = "remind"
Reason = Literal["self", "above", "gone"]


class Wishes(NamedTuple):
    """What somebody chose; None leaves it open.

    Attributes:
        overdue: only what is late.
        last: what comes up until that day is reminded of; None takes the plan's policy.
    """

    overdue: bool = False
    last: date | None = None
    agency: Agency | None = None
    duty: Duty | None = None


class Owed(NamedTuple):
    """An obligation of the plan that a notice may stand for; no agency means all who bear it."""

    duty: str
    period: str
    agency: str


class Item(NamedTuple):
    """What one agency lacks: a duty in one period, or late periods of a dense one together.

    Attributes:
        occurrence: the period, of several the earliest; ``last`` the latest, ``number`` how many.
        status: of the earliest.
        also: the other duties that name the same event.
        sent: the earlier notices of it.
        keys: the obligations behind it.
    """

    occurrence: Occurrence
    status: Status
    step: Step
    also: tuple[str, ...]
    sent: tuple[Told, ...]
    keys: tuple[Owed, ...]
    last: Occurrence
    number: int = 1

    @property
    def late(self) -> bool:
        """Whether it is late, or was sent back."""
        return self.status.kind in LACKING

    @property
    def days(self) -> int:
        """How many days it is late."""
        return (self.status.days or 0) if self.late else 0


class Letter(NamedTuple):
    """A letter to one agency, worst first.

    Attributes:
        recorded: whether it was recorded as sent on its day already.
    """

    agency: Agency
    day: date
    step: Step
    items: tuple[Item, ...]
    recorded: bool = False

    @property
    def name(self) -> str:
        """The name of its file, without the ending: safe, and the same on every run of a day."""
        return f"{self.day.isoformat()}_{self.agency.id}_{self.step}"

    def number(self, *kinds: StatusKind) -> int:
        """How many obligations stand there, a joint event once."""
        return sum(item.number for item in self.items if item.status.kind in kinds)


class Unwritten(NamedTuple):
    """An agency that lacks something and gets no letter."""

    agency: Agency
    reason: Reason
    items: tuple[Item, ...]


class Reminders(NamedTuple):
    """The letters of a day.

    Attributes:
        waiting: how many obligations are left out because a letter went out not long ago.
    """

    plan: Plan
    today: date
    letters: tuple[Letter, ...]
    unwritten: tuple[Unwritten, ...] = ()
    waiting: int = 0


def remind(book: Book, today: date, wishes: Wishes = Wishes()) -> Reminders:  # noqa: B008 - frozen
    """The letters that are due today.

    Raises:
        UsageFault: if the chosen duty is one that is never pressed.
    """
    if wishes.duty is not None and not _pressable(wishes.duty):
        raise UsageFault("never_pressed", id=wishes.duty.id)
    past = _Past(book, today)
    found, waiting = _lacking(book, today, wishes, past)
    letters: list[Letter] = []
    unwritten: list[Unwritten] = []
    for agency in book.plan.registry.agencies:
        items = tuple(sorted(found.get(agency.id, ()), key=_worst_first))
        if items and (reason := _unwritten(book, agency, today)):
            unwritten.append(Unwritten(agency, reason, items))
        elif items:
            letter = Letter(agency, today, firmest([one.step for one in items]), items)
            letters.append(letter._replace(recorded=past.holds(book.plan, letter)))
    return Reminders(book.plan, today, tuple(letters), tuple(unwritten), waiting)


def notices(plan: Plan, letter: Letter, text: str) -> tuple[Content, ...]:
    """What records a letter as sent: one notice for each obligation, the same on every run."""
    return tuple(
        Content(
            "notice",
            plan.id,
            key.duty,
            key.agency,
            key.period,
            day=letter.day,
            fulfils=((key.duty, key.agency),),
            text=text,
            key=_key(plan, letter, key),
        )
        for item in letter.items
        for key in item.keys
    )


def _key(plan: Plan, letter: Letter, key: Owed) -> str:
    """The idempotency key of a notice: the day, the agency, the step, and what it is about."""
    about = f"{plan.id}/{key.duty}/{key.period}"
    return f"{KEY}/{letter.day}/{letter.agency.id}/{letter.step}/{about}"


def _step_of(key: str | None) -> Step | None:
    """The step of the letter that a notice's key names; None of a notice made by hand."""
    named = (key or "").split("/")
    return next((one for one in STEPS if named[0] == KEY and one == named[3]), None)


class _Past:
    """The notices that were recorded until a day: of earlier days, and of the day itself."""

    def __init__(self, book: Book, today: date) -> None:
        self._sent: dict[Owed, list[Told]] = {}
        self._today: set[str] = set()
        for entry in book.entries(Query(kinds=("notice",))):
            content = entry.content
            day = content.day or local_day(entry.recorded)
            if day == today and content.key:
                self._today.add(content.key)
            if day < today:
                for duty, agency in content.fulfils or (
                    (content.duty or "", content.agency or ""),
                ):
                    key = Owed(duty, content.period or "", agency)
                    self._sent.setdefault(key, []).append(Told(day, _step_of(content.key)))

    def before(self, keys: Iterable[Owed]) -> tuple[Told, ...]:
        """Earlier notices of obligations, those to all who bear them included, oldest first."""
        wanted = dict.fromkeys(same for key in keys for same in (key, key._replace(agency="")))
        found = (one for key in wanted for one in self._sent.get(key, ()))
        return tuple(sorted(dict.fromkeys(found), key=lambda one: one.day))

    def holds(self, plan: Plan, letter: Letter) -> bool:
        """Whether every obligation of a letter was recorded on its day."""
        keys = (key for item in letter.items for key in item.keys)
        return all(_key(plan, letter, key) in self._today for key in keys)


def _pressable(duty: Duty) -> bool:
    return duty.force == "assigned" and duty.schedule.rhythm != "continuous"


def _lacking(
    book: Book, today: date, wishes: Wishes, past: _Past
) -> tuple[Mapping[str, list[Item]], int]:
    """What each agency lacks and may be asked for today; and how much of it has to wait."""
    found: dict[str, list[Item]] = {}
    waiting = 0
    for event in joint_events(book.plan):
        for agency, items in _of_event(book, event, today, wishes, past).items():
            due = [one for one in items if _may_follow(one, today, book.plan)]
            waiting += len(items) - len(due)
            found.setdefault(agency, []).extend(_folded(due))
    return found, waiting


def _of_event(
    book: Book, event: JointEvent, today: date, wishes: Wishes, past: _Past
) -> Mapping[str, list[Item]]:
    """What each agency lacks of an event, once for each period whatever clauses name it."""
    same: dict[tuple[str, str], list[Standing]] = {}
    for duty in event:
        if _pressable(duty) and wishes.duty in (None, duty):
            for standing in _standings(book, duty, today, wishes.agency):
                if _lacks(standing, today, wishes, book.plan):
                    key = (standing.agency, standing.occurrence.key)
                    same.setdefault(key, []).append(standing)
    found: dict[str, list[Item]] = {}
    for (agency, _), standings in same.items():
        item = _item(standings, event, today, book.plan, past)
        found.setdefault(agency, []).append(item)
    return found


def _standings(book: Book, duty: Duty, today: date, agency: Agency | None) -> Iterable[Standing]:
    occurrences = book.occurrences(duty)
    if agency is not None:
        return of_agency(book, agency, occurrences, today)
    return (one for occurrence in occurrences for one in roll_call(book, occurrence, today))


def _lacks(standing: Standing, today: date, wishes: Wishes, plan: Plan) -> bool:
    """Whether an obligation is late, or comes up and is wanted as well."""
    status, period = standing.status, standing.occurrence.period
    if status.kind in LACKING:
        return True
    if wishes.overdue or status.kind not in ("borderline", "open"):
        return False
    if status.deadline is None:
        # No day makes it late; who names the duty reminds of it all the same.
        return wishes.duty is not None
    ahead = plan.policy.remind_before_days
    last = wishes.last or today + timedelta(days=ahead)
    # Of what recurs every few days nobody is reminded in advance.
    short = period is not None and (period.end - period.first).days <= ahead
    return status.kind == "borderline" or (status.deadline.effective <= last and not short)


def _item(
    standings: Sequence[Standing], event: JointEvent, today: date, plan: Plan, past: _Past
) -> Item:
    occurrence, agency, status = standings[0]
    keys = tuple(Owed(one.occurrence.duty.id, one.occurrence.key, agency) for one in standings)
    sent = past.before(keys)
    return Item(
        occurrence,
        status,
        step_on(today, status.deadline, sent, plan.policy),
        tuple(duty.id for duty in event if duty is not occurrence.duty),
        sent,
        keys,
        occurrence,
    )


def _may_follow(item: Item, today: date, plan: Plan) -> bool:
    return may_follow(today, item.status.deadline, item.sent, plan.policy)


def _folded(items: Sequence[Item]) -> list[Item]:
    """Many late periods of one duty as one item, all else as it is; in order of time."""
    late = [one for one in items if one.status.kind == "overdue"]
    if len(late) <= DENSE:
        return list(items)
    sent = {one for item in late for one in item.sent}
    whole = late[0]._replace(
        step=firmest([one.step for one in late]),
        sent=tuple(sorted(sent, key=lambda one: one.day)),
        keys=tuple(key for one in late for key in one.keys),
        last=late[-1].occurrence,
        number=len(late),
    )
    return [whole, *(one for one in items if one.status.kind != "overdue")]


def _worst_first(item: Item) -> tuple[bool, int, date]:
    deadline = item.status.deadline
    return not item.late, -item.days, deadline.effective if deadline else date.max


def _unwritten(book: Book, agency: Agency, today: date) -> Reason | None:
    """Why an agency gets no letter, if it gets none."""
    plan, agencies = book.plan, book.roster.agencies
    if agency.id == plan.coordinator:
        return "self"
    above = {plan.document.issuer}
    superior = agencies[plan.coordinator].superior
    while superior is not None and superior not in above:
        above.add(superior)
        superior = agencies[superior].superior
    if agency.id in above:
        return "above"
    return None if agency.exists_on(today) else "gone"
