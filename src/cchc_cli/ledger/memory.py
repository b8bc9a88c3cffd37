"""A ledger in memory: the plain list that every other store has to agree with."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from cchc_cli.domain.bearings import Bearing, bearings_of, counted_figures
from cchc_cli.domain.chain import GENESIS, body_of, seal
from cchc_cli.domain.deadlines import DecidedBy
from cchc_cli.domain.entries import Content, Entry
from cchc_cli.domain.links import Link
from cchc_cli.domain.local_time import local_day
from cchc_cli.errors import NotFound, Repeated
from cchc_cli.ledger.continuing import continuing
from cchc_cli.ledger.protocol import (
    Appended,
    Author,
    Due,
    Head,
    Query,
    State,
    Tally,
)


class MemoryLedger:
    """Entries in a list; every question is answered by going through it."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []

    def append(
        self, contents: Sequence[Content], author: Author, now: datetime
    ) -> tuple[Appended, ...]:
        """See ``Ledger.append``."""
        before = len(self._entries)
        appended: list[Appended] = []
        try:
            for content in contents:
                if known := self._known(content):
                    appended.append(Appended(known, found=True))
                    continue
                head = self.head()
                entry, _ = seal(content, head.number + 1, now, author, head.hash)
                self._entries.append(entry)
                appended.append(Appended(entry))
        except Exception:
            del self._entries[before:]
            raise
        return tuple(appended)

    def extend(self, links: Iterable[Link], *, dry: bool = False) -> int:
        """See ``Ledger.extend``."""
        fresh = [entry for entry, _ in continuing(links, self.chain())]
        self._entries.extend(() if dry else fresh)
        return len(fresh)

    def head(self) -> Head:
        """See ``Ledger.head``."""
        if not self._entries:
            return Head(0, GENESIS)
        last = self._entries[-1]
        return Head(last.id, last.hash, last.recorded)

    def entry(self, number: int) -> Entry | None:
        """See ``Ledger.entry``."""
        return self._entries[number - 1] if 0 < number <= len(self._entries) else None

    def cancelled_by(self, number: int) -> int | None:
        """See ``Ledger.cancelled_by``."""
        return self._cancelled(None).get(number)

    def find(self, query: Query) -> Iterator[Entry]:
        """See ``Ledger.find``."""
        cancelled = self._cancelled(query.upto)
        for entry in self._entries:
            if query.active and (entry.content.kind == "correction" or entry.id in cancelled):
                continue
            if _fits(entry, query):
                yield entry

    def number_at(self, moment: datetime) -> int:
        """See ``Ledger.number_at``."""
        return max((one.id for one in self._entries if one.recorded <= moment), default=0)

    def states(
        self, plan: str, agency: str | None = None, duty: str | None = None
    ) -> Iterator[State]:
        """See ``Ledger.states``."""
        found: dict[tuple[str, str, str], list[Bearing]] = {}
        for entry in self.find(Query(plan=plan, active=True)):
            for act in bearings_of(entry):
                wanted = agency in (None, act.agency) and duty in (None, act.duty)
                if wanted and act.duty and act.agency:
                    found.setdefault((act.duty, act.period, act.agency), []).append(act)
        for key, acts in found.items():
            received = [act.received for act in acts if act.received]
            signed = [act.signed for act in acts if act.signed]
            yield State(
                *key,
                min(received, default=None),
                min(signed, default=None),
                max((*received, *signed), default=None),
                len(received),
                len(received) < len(acts),
            )

    def tally(
        self,
        plan: str,
        dues: Sequence[Due],
        today: date,
        decided_by: DecidedBy,
        *,
        each_agency: bool = False,
    ) -> tuple[Tally, ...]:
        """See ``Ledger.tally``."""
        wanted = {(due.duty, due.period): due for due in dues}
        done: Counter[tuple[int, str]] = Counter()
        late: Counter[tuple[int, str]] = Counter()
        for state in self.states(plan):
            due = wanted.get((state.duty, state.period))
            day = state.received if decided_by == "received" else state.signed
            if due is None or day is None or day > today or state.special:
                continue
            place = (due.label, state.agency if each_agency else "")
            done[place] += 1
            late[place] += due.limit is not None and day > due.limit
        return tuple(Tally(*place, done[place], late[place]) for place in sorted(done))

    def specials(self, plan: str) -> Iterator[State]:
        """See ``Ledger.specials``."""
        return (state for state in self.states(plan) if state.special)

    def figures(
        self, first: date, end: date, agency: str | None = None, upto: int | None = None
    ) -> dict[str, float]:
        """See ``Ledger.figures``."""
        sums: dict[str, float] = {}
        for entry in self.find(Query(active=True, upto=upto)):
            if agency is not None and all(act.agency != agency for act in bearings_of(entry)):
                continue
            for one in counted_figures(entry):
                if first <= one.day < end:
                    sums[one.indicator] = sums.get(one.indicator, 0) + one.value
        return sums

    def chain(self) -> Iterator[tuple[int, str, str]]:
        """See ``Ledger.chain``."""
        return ((entry.id, body_of(entry), entry.hash) for entry in self._entries)

    def derived_faults(self) -> tuple[int, ...]:
        """Nothing is derived."""
        return ()

    def rebuild(self) -> None:
        """Nothing is derived."""

    def close(self) -> None:
        """Nothing is held."""

    def _cancelled(self, upto: int | None) -> dict[int, int]:
        return {
            entry.content.target: entry.id
            for entry in self._entries
            if entry.content.kind == "correction"
            and entry.content.target is not None
            and (upto is None or entry.id <= upto)
        }

    def _known(self, content: Content) -> Entry | None:
        if content.target is not None and self.entry(content.target) is None:
            raise NotFound("no_entry", id=content.target)
        for entry in self._entries:
            if content.key is not None and entry.content.key == content.key:
                if entry.content != content:
                    raise Repeated("key_taken", key=content.key, id=entry.id)
                return entry
        if content.kind == "correction" and content.target is not None:
            repeated = self.cancelled_by(content.target)
        else:
            alike = self.find(Query(active=True))
            repeated = next((one.id for one in alike if one.content.repeats(content)), None)
        if repeated is not None:
            raise Repeated("repeated", id=repeated)
        return None


def _fits(entry: Entry, query: Query) -> bool:
    content, day = entry.content, local_day(entry.recorded)
    acts = bearings_of(entry)
    document = content.document.number.casefold() if content.document else None
    place = {"plan": query.plan, "duty": query.duty, "period": query.period, "agency": query.agency}
    wanted = {name: text for name, text in place.items() if text is not None}
    if set(wanted) - {"plan"}:
        if not any(
            all(getattr(act, name) == text for name, text in wanted.items()) for act in acts
        ):
            return False
    elif query.plan not in (None, content.plan):
        return False
    return (
        (not query.kinds or content.kind in query.kinds)
        and (
            query.document is None
            or (document is not None and query.document.casefold() in document)
        )
        and query.actor in (None, entry.actor, entry.name)
        and (query.first is None or query.first <= day)
        and (query.last is None or day <= query.last)
        and (query.upto is None or entry.id <= query.upto)
        and (query.after is None or entry.id > query.after)
    )
