"""A ledger in memory for the real plan, filled by requests as people make them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random

from cchc_cli.domain.entries import Content, Entry, EntryKind, OfficialDocument
from cchc_cli.domain.plan import Duty, Plan
from cchc_cli.domain.schedules import OnEvent, Reports
from cchc_cli.errors import CchcError
from cchc_cli.ledger.memory import MemoryLedger
from cchc_cli.ledger.protocol import Author
from cchc_cli.services.book import Book
from cchc_cli.services.record import Request, content_of
from cchc_cli.services.status import bearers_of

WHO = Author("thu")
NOON = datetime(2021, 6, 10, 5, tzinfo=UTC)
YEAR_END = date(2021, 12, 31)


class Desk:
    """Somebody who records: one entry after another, a minute apart."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.ledger = MemoryLedger()
        self.now = NOON

    def book(self, upto: int | None = None) -> Book:
        """The plan with what is recorded so far."""
        return Book(self.plan, self.ledger, upto)

    def content(self, request: Request, today: date = YEAR_END) -> Content:
        """The content of a request, checked."""
        return content_of(self.book(), request, today)

    def record(self, request: Request, today: date = YEAR_END) -> Entry:
        """Record a request."""
        return self.append(self.content(request, today))

    def append(self, content: Content) -> Entry:
        """Record a content as it is."""
        self.now += timedelta(minutes=1)
        (appended,) = self.ledger.append([content], WHO, self.now)
        return appended.entry

    def done(
        self, duty: str, agency: str, day: str, period: str | None = None, **more: object
    ) -> Entry:
        """Record that something was done, with a document of its own."""
        number = f"{self.ledger.head().number + 1}/BC-X"
        received = date.fromisoformat(day)
        request = Request(
            duty=duty, agency=agency, period=period,
            document=OfficialDocument(number, received=received),
        )  # fmt: skip
        return self.record(request._replace(**more))  # type: ignore[arg-type]


def duty_of(plan: Plan, ident: str) -> Duty:
    """The duty with that id."""
    return next(one for one in plan.duties if one.id == ident)


KINDS: tuple[EntryKind, ...] = (
    "done", "done", "done", "done", "done", "done", "extension", "deadline", "waiver", "none",
    "event", "return", "accept", "correction",
)  # fmt: skip


def fill(desk: Desk, random: Random, size: int, kinds: Sequence[EntryKind] = KINDS) -> None:
    """Record ``size`` random things that the program accepts."""
    written = 0
    while written < size:
        try:
            desk.record(_any_request(desk, random, random.choice(kinds)))
            written += 1
        except CchcError:
            continue


def _any_request(desk: Desk, random: Random, kind: EntryKind) -> Request:
    duties = desk.plan.duties
    if kind == "event":
        duties = tuple(
            one for one in duties
            if isinstance(one.schedule, OnEvent)
            or (isinstance(one.schedule, Reports) and one.schedule.event)
        )  # fmt: skip
    if kind == "extension":
        duties = tuple(one for one in duties if desk.book().occurrences(one)[0].deadline)
    duty = random.choice(duties)
    occurrence = random.choice(desk.book().occurrences(duty))
    bearers = bearers_of(desk.book(), occurrence) or ("bao-ha-noi-moi",)
    day = date(2021, 3, 24) + timedelta(days=random.randrange(280))
    number = f"{random.randrange(10**6)}/BC-X"
    request = Request(
        kind=kind,
        duty=duty.id,
        agency=random.choice(bearers),
        period=occurrence.key if occurrence.period else None,
        day=random.choice((None, day)) if kind != "event" else day,
        until=day + timedelta(days=random.randrange(60)),
        document=OfficialDocument(
            number, signed=day - timedelta(days=random.randrange(9)), received=day
        ),
        text="theo văn bản",
    )
    if kind in ("return", "accept", "correction"):
        return request._replace(target=random.randint(1, max(desk.ledger.head().number, 1)))
    if kind in ("waiver", "none", "deadline") and random.random() < 0.3:
        return request._replace(agency=None)
    return request
