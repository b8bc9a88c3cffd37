"""What every store of entries can do.

``upto`` in a query means: as if the chain ended with that entry. A prefix of the chain is what
was known at the time, so questions about the past ("as of") and closed periods need nothing else.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple, Protocol

from cchc_cli.domain.deadlines import DecidedBy
from cchc_cli.domain.entries import Content, Entry, EntryKind
from cchc_cli.domain.links import Link


class Author(NamedTuple):
    """Who records: the operating-system user, and a name if one was given."""

    actor: str
    name: str | None = None


class Head(NamedTuple):
    """The end of the chain; ``number`` 0 and a hash of zeros where nothing is recorded."""

    number: int
    hash: str
    recorded: datetime | None = None


class Appended(NamedTuple):
    """What came of a content: its entry, and whether it had been there already.

    ``found`` is true where the same idempotency key with the same content was recorded before.
    """

    entry: Entry
    found: bool = False


class Query(NamedTuple):
    """Which entries; None leaves a field open.

    Attributes:
        agency: as the entry's agency or among those that it counts for.
        document: part of a document's number, letter case aside.
        actor: the user or the name.
        first, last: days of recording (in Việt Nam), both included.
        active: only entries that were not cancelled, and no corrections.
    """

    plan: str | None = None
    duty: str | None = None
    agency: str | None = None
    period: str | None = None
    kinds: tuple[EntryKind, ...] = ()
    document: str | None = None
    actor: str | None = None
    first: date | None = None
    last: date | None = None
    active: bool = False
    upto: int | None = None
    after: int | None = None


class State(NamedTuple):
    """What is recorded for one obligation, in short.

    Attributes:
        received, signed: the earliest deciding day, by either policy; ``latest`` the last one.
        number: how many ``done`` entries count for it.
        special: whether entries other than ``done`` bear on it, so that they must be read.
    """

    duty: str
    period: str
    agency: str
    received: date | None
    signed: date | None
    latest: date | None
    number: int
    special: bool


class Due(NamedTuple):
    """A duty in one period with the last day that is not late, None where there is none.

    Tallies add up what has the same ``label``.
    """

    duty: str
    period: str
    limit: date | None
    label: int


class Tally(NamedTuple):
    """How many obligations of a label are fulfilled, and how many of them late.

    ``agency`` is empty where all agencies are added up.
    """

    label: int
    agency: str
    done: int
    late: int


class Ledger(Protocol):
    """A store of entries: append, and questions about what is there."""

    def append(
        self, contents: Sequence[Content], author: Author, now: datetime
    ) -> tuple[Appended, ...]:
        """Append all contents in one transaction, or none.

        Raises:
            Repeated: if one says what an active entry says already, or if an idempotency key
                stands for another content.
            NotFound: if one refers to an entry that is not there.
            LedgerFault: if it cannot be written.
        """

    def extend(self, links: Iterable[Link], *, dry: bool = False) -> int:
        """Append what a chain has more than this one, kept exactly, and say how many entries.

        Args:
            links: that chain from its first entry on; what is here must be its beginning.
            dry: only look whether it can be done, and how many entries it would be.

        Raises:
            LedgerFault: if a link does not follow the one before, if the chains part, or if it
                cannot be written; nothing was appended then.
        """

    def head(self) -> Head:
        """The end of the chain."""

    def entry(self, number: int) -> Entry | None:
        """The entry with that number."""

    def cancelled_by(self, number: int) -> int | None:
        """The correction that cancels an entry."""

    def find(self, query: Query) -> Iterator[Entry]:
        """Entries in chain order."""

    def number_at(self, moment: datetime) -> int:
        """The last entry recorded up to ``moment``; 0 if there is none."""

    def states(
        self, plan: str, agency: str | None = None, duty: str | None = None
    ) -> Iterator[State]:
        """The state of every obligation of which anything is recorded."""

    def tally(
        self,
        plan: str,
        dues: Sequence[Due],
        today: date,
        decided_by: DecidedBy,
        *,
        each_agency: bool = False,
    ) -> tuple[Tally, ...]:
        """What was done by ``today`` of the wanted duties and periods, and what of it late.

        Obligations whose state is special are not counted; ``specials`` names them.
        """

    def specials(self, plan: str) -> Iterator[State]:
        """The states that are special."""

    def figures(
        self, first: date, end: date, agency: str | None = None, upto: int | None = None
    ) -> dict[str, float]:
        """Sums by indicator of what counts from ``first`` until before ``end``.

        Of an agency, joint events in which it took part included; without one, of all, each joint
        event once.
        """

    def chain(self) -> Iterator[tuple[int, str, str]]:
        """(number, body, hash) of every entry as stored, in order, for audit and export."""

    def derived_faults(self) -> tuple[int, ...]:
        """Numbers of entries whose derived rows are not what they say; 0 for a state."""

    def rebuild(self) -> None:
        """Make the derived tables again from the entries."""

    def close(self) -> None:
        """Let go of the store."""
