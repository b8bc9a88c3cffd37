"""The book: a plan read together with what is recorded of it, up to a point of the chain.

Whole-city questions go to the store's own tallies and never build an obligation an agency; only
what is special (returned, extended, waived …) or cannot be told from a count is read entry by
entry.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

from cchc_cli.domain.agencies import Roster
from cchc_cli.domain.bearings import bearings_of
from cchc_cli.domain.deadlines import Deadline, DecidedBy
from cchc_cli.domain.entries import Entry, EntryKind
from cchc_cli.domain.occurrences import Happening, Occurrence, occurrences
from cchc_cli.domain.plan import Duty, Plan
from cchc_cli.domain.status import NOTHING, Act, Record, Status, assess, record_of, set_deadline
from cchc_cli.ledger.protocol import Ledger, Query, State

RULES: tuple[EntryKind, ...] = ("event", "deadline", "extension", "waiver", "none")


class Book:
    """A plan with its ledger.

    Args:
        plan: the plan.
        ledger: None where nothing is recorded yet; every question then answers as if empty.
        upto: answer as if the chain ended with that entry; None takes all of it.
    """

    def __init__(self, plan: Plan, ledger: Ledger | None, upto: int | None = None) -> None:
        self.plan = plan
        self.ledger = ledger
        self.upto = upto
        self.roster = Roster(plan.registry)
        self._records: dict[tuple[str, date, bool], AgencyRecords] = {}
        self._of_duty: tuple[str, Mapping[str, Mapping[str, State]]] = ("", {})
        self.units = {indicator.id: indicator.unit for indicator in plan.indicators}

    def entries(self, query: Query) -> Iterator[Entry]:
        """Entries of the plan that were not cancelled, as known at the book's point."""
        if self.ledger is None:
            return iter(())
        known = query._replace(plan=self.plan.id, active=True, upto=self.upto)
        return self.ledger.find(known)

    @cached_property
    def rules(self) -> Mapping[tuple[str, str], list[Entry]]:
        """Entries that hold for all who bear a duty, by duty and period, in chain order."""
        found: dict[tuple[str, str], list[Entry]] = {}
        for entry in self.entries(Query(agency="", kinds=RULES)):
            content = entry.content
            if content.duty is not None and content.agency is None:
                found.setdefault((content.duty, content.period or ""), []).append(entry)
        return found

    def occurrences(self, duty: Duty) -> tuple[Occurrence, ...]:
        """Every occurrence of a duty, with the events that happened and the days that were set.

        Of an earlier version of an amended duty those of the duty as it is now.
        """
        if duty.until is not None:
            duty = next((one for one in self.plan.duties if one.id == duty.id), duty)
        happenings = [
            Happening(entry.id, entry.content.day, entry.content.text)
            for entry in self.rules.get((duty.id, "event"), ())
            if entry.content.kind == "event" and entry.content.day is not None
        ]
        found = occurrences(self.plan, duty, happenings)
        return tuple(self._with_set_day(one) for one in found) if self.rules else found

    def _with_set_day(self, occurrence: Occurrence) -> Occurrence:
        for entry in self.rules.get((occurrence.duty.id, occurrence.key), ()):
            if entry.content.kind in ("deadline", "event"):
                deadline = set_deadline(occurrence.deadline, entry.content.until)
                occurrence = occurrence._replace(deadline=deadline)
        return occurrence

    def deadline(self, occurrence: Occurrence) -> Deadline | None:
        """The deadline in force, an extension for all included."""
        record = record_of(occurrence, self.for_all(occurrence), self.units, self.decided_by)
        moved = record.extensions[-1].until if record.extensions else None
        return set_deadline(occurrence.deadline, moved)

    def limit(self, occurrence: Occurrence) -> date | None:
        """The last day on which nobody is late, an extension for all included."""
        deadline = self.deadline(occurrence)
        return deadline.limit if deadline else None

    @property
    def decided_by(self) -> DecidedBy:
        """Which day of a document decides, by the plan's policy."""
        return self.plan.policy.decided_by

    def countable(self, occurrence: Occurrence) -> bool:
        """Whether a count of what was done tells the status, so that no entry need be read."""
        return (
            occurrence.times == 1
            and occurrence.duty.measure is None
            and occurrence.key != "continuous"
            and self.upto is None
        )

    def tallied(self, occurrence: Occurrence) -> bool:
        """Whether the store's tallies tell how all who bear it stand."""
        return (
            self.countable(occurrence)
            and not self.has_open_list(occurrence.duty)
            and not any(True for _ in self.for_all(occurrence))
        )

    def has_open_list(self, duty: Duty) -> bool:
        """Whether agencies that no list names may have recorded for a duty as well."""
        return any(self.roster.open_parts(ident) for ident in duty.bearers)

    def records(self, agency: str, today: date, *, whole: bool = False) -> "AgencyRecords":
        """What is recorded for one agency; ``whole`` reads every entry, to name them."""
        key = (agency, today, whole)
        if key not in self._records:
            self._records[key] = AgencyRecords(self, agency, today, whole=whole)
        return self._records[key]

    def status(self, occurrence: Occurrence, agency: str, today: date) -> Status:
        """The status of one obligation, read entry by entry."""
        mine = Query(duty=occurrence.duty.id, agency=agency, period=occurrence.key)
        return assess(occurrence, self.record(occurrence, self.entries(mine)), today)

    def for_all(self, occurrence: Occurrence) -> Iterable[Entry]:
        """Extensions and waivers that hold for all who bear a duty."""
        rules = self.rules.get((occurrence.duty.id, occurrence.key), ())
        return (entry for entry in rules if entry.content.kind not in ("deadline", "event"))

    def record(self, occurrence: Occurrence, entries: Iterable[Entry]) -> Record:
        """What entries of one agency say, together with what holds for all."""
        both = sorted((*self.for_all(occurrence), *entries), key=lambda entry: entry.id)
        return record_of(occurrence, both, self.units, self.decided_by)

    def states(self, duty: str) -> Mapping[str, Mapping[str, State]]:
        """States of a duty by period and agency; only those asked for last are kept."""
        if self._of_duty[0] != duty:
            found: dict[str, dict[str, State]] = {}
            if self.ledger is not None:
                for state in self.ledger.states(self.plan.id, duty=duty):
                    found.setdefault(state.period, {})[state.agency] = state
            self._of_duty = (duty, found)
        return self._of_duty[1]

    def told_by(self, occurrence: Occurrence, state: State | None, today: date) -> Record | None:
        """An agency's record as its state tells it; None if the entries have to be read."""
        if any(True for _ in self.for_all(occurrence)):
            return None
        if state is None:
            return NOTHING
        if state.special or state.received is None or state.latest is None:
            return None
        if occurrence.key == "continuous":
            return Record((Act(state.latest),)) if state.latest <= today else None
        day = state.signed if self.decided_by == "signed" else state.received
        return Record((Act(day or state.received),)) if self.countable(occurrence) else None


def book_of(source: Plan | Book) -> Book:
    """A book as it is, a plan as a book without a ledger."""
    return source if isinstance(source, Book) else Book(source, None)


class AgencyRecords:
    """What is recorded for one agency: states where they suffice, entries where they do not."""

    def __init__(self, book: Book, agency: str, today: date, *, whole: bool) -> None:
        self._book = book
        self._agency = agency
        self._today = today
        self._whole = whole or book.upto is not None

    @cached_property
    def _states(self) -> Mapping[tuple[str, str], State]:
        if self._book.ledger is None:
            return {}
        states = self._book.ledger.states(self._book.plan.id, agency=self._agency)
        return {(state.duty, state.period): state for state in states}

    @cached_property
    def _entries(self) -> Mapping[tuple[str, str], list[Entry]]:
        found: dict[tuple[str, str], list[Entry]] = {}
        for entry in self._book.entries(Query(agency=self._agency)):
            for bearing in bearings_of(entry):
                if bearing.agency == self._agency and bearing.duty:
                    found.setdefault((bearing.duty, bearing.period), []).append(entry)
        return found

    def status(self, occurrence: Occurrence) -> Status:
        """The status of the agency's obligation."""
        return assess(occurrence, self._record(occurrence), self._today)

    def _record(self, occurrence: Occurrence) -> Record:
        key = (occurrence.duty.id, occurrence.key)
        if not self._whole:
            state = self._states.get(key)
            record = self._book.told_by(occurrence, state, self._today)
            if record is not None:
                return record
        return self._book.record(occurrence, self._entries.get(key, ()))
