"""The plan: one document of one issuer, as the records that everything else reads."""

from datetime import date, timedelta
from typing import Literal, NamedTuple

from cchc_cli.domain.agencies import Registry
from cchc_cli.domain.deadlines import Policy
from cchc_cli.domain.schedules import Schedule
from cchc_cli.domain.workdays import WorkingCalendar

Force = Literal["assigned", "requested"]
LinkKind = Literal["same_event", "depends_on", "overlaps", "alternative"]


class Document(NamedTuple):
    """The plan's identity as a document; what its text lacks is None."""

    type: str
    issuer: str
    number: str | None = None
    dated: date | None = None
    signer: str | None = None


class Validity(NamedTuple):
    """The days a plan speaks of, ``first`` until before ``end``.

    Attributes:
        in_force: earliest day on which it can have bound anybody; periods that ended before
            it are not demanded. None means from the first day.
        reason: why that day, in words for the user.
    """

    first: date
    end: date
    in_force: date | None = None
    reason: str | None = None

    @property
    def last(self) -> date:
        """The last day of validity."""
        return self.end - timedelta(days=1)

    @property
    def binding_from(self) -> date:
        """The first day on which the plan can bind."""
        return max(self.first, self.in_force or self.first)

    def holds_on(self, day: date) -> bool:
        """Whether ``day`` lies within the plan's span."""
        return self.first <= day < self.end


class Reference(NamedTuple):
    """A document that the plan cites, with the places where it does."""

    id: str
    number: str
    type: str
    issuer: str | None
    dated: date | None
    subject: str | None
    cited_at: tuple[str, ...]


class Statement(NamedTuple):
    """A purpose of the plan and its place."""

    clause: str
    text: str


class Target(NamedTuple):
    """A number that the plan wants reached."""

    measure: str
    value: float
    unit: str


class Requirement(NamedTuple):
    """A requirement of the plan, with its target if it names one."""

    clause: str
    text: str
    target: Target | None = None


class TopicItem(NamedTuple):
    """A matter to publicise; ``expected`` is the short form of a rhythm, not a duty."""

    text: str
    expected: str | None = None


class Topic(NamedTuple):
    """A group of matters to publicise."""

    id: str
    clause: str
    title: str
    items: tuple[TopicItem, ...]


class Channel(NamedTuple):
    """A way of publicising."""

    id: str
    clause: str
    title: str
    text: str


class Indicator(NamedTuple):
    """A row of the statistics annex; ``group`` heads it where no channel does."""

    id: str
    name: str
    unit: str
    channel: str | None = None
    group: str | None = None


class Product(NamedTuple):
    """What a duty has to bring forth; any of ``alternatives`` fulfils it as well."""

    name: str
    quantity: int | None = None
    alternatives: tuple[str, ...] = ()


class Measure(NamedTuple):
    """A minimum that the plan sets besides the number of times."""

    minimum: float
    unit: str
    per: str | None = None


class Link(NamedTuple):
    """How one duty stands to another."""

    to: str
    kind: LinkKind
    note: str | None = None


class Moved(NamedTuple):
    """A deadline that an amendment moved to ``day``, that day included.

    Attributes:
        period: key of the occurrence that it is about.
    """

    period: str
    day: date


class Duty(NamedTuple):
    """What a clause lays on somebody: one verb, one product, one rhythm.

    Attributes:
        id: the locator as printed (``V.6.4b``).
        lead: ids of agencies or groups whom the text makes responsible.
        implement: ids of those who must act where the text names no lead.
        cooperate: ids of those who act together while nobody is named lead.
        capacity: the words of role.
        partners: ids of named partners; ``partner_words`` holds those that no id covers.
        time_words: the plan's own words of time, None if it has none.
        report_to: id of the body reported to, ``report_through`` of the body in between.
        question: what the source leaves open, None if it is clear.
        since: the day from which an amendment makes it read so; None from the plan's beginning.
        until: the day from which it no longer reads so, or no longer binds.
        earlier: how it read before, oldest first; what came due by those words stays theirs.
        moved: deadlines that amendments moved without changing the words.
        key: the key that its only occurrence has had from before an amendment.
    """

    id: str
    clause: str
    title: str
    text: str
    schedule: Schedule
    force: Force = "assigned"
    lead: tuple[str, ...] = ()
    implement: tuple[str, ...] = ()
    cooperate: tuple[str, ...] = ()
    capacity: str | None = None
    partners: tuple[str, ...] = ()
    partner_words: str | None = None
    product: Product | None = None
    measure: Measure | None = None
    time_words: str | None = None
    report_to: str | None = None
    report_through: str | None = None
    links: tuple[Link, ...] = ()
    question: str | None = None
    funding: str | None = None
    since: date | None = None
    until: date | None = None
    earlier: "tuple[Duty, ...]" = ()
    moved: tuple[Moved, ...] = ()
    key: str | None = None

    @property
    def bearers(self) -> tuple[str, ...]:
        """Ids of all who have to act, in the order lead, implement, cooperate."""
        return self.lead + self.implement + self.cooperate

    def linked(self, kind: LinkKind) -> tuple[str, ...]:
        """Ids of the duties that this one is linked to in that way."""
        return tuple(link.to for link in self.links if link.kind == kind)


class Annex(NamedTuple):
    """A table of tasks; its rows are duties with ids ``<annex>.<no>``."""

    id: str
    title: str


class Funding(NamedTuple):
    """Where the money comes from."""

    text: str
    reference: str | None = None


class Recipient(NamedTuple):
    """Who receives the plan, and what for."""

    name: str
    purpose: str | None = None


class Relation(NamedTuple):
    """Another plan above or below this one, and the clause that makes it so."""

    plan: str
    clause: str | None = None


class Amendment(NamedTuple):
    """A document that changes the plan from a day on.

    Attributes:
        id: its own id.
        title: what it is about.
        since: the first day on which it is in force.
        duties: those that it changes or adds, whole, as they read from then on.
        ended: ids of duties that no longer bind from then on.
        moved: deadlines moved to a later day, with the id of their duty.
        end: the day until before which the plan then holds, None if that stays as it is.
    """

    id: str
    title: str
    document: Document
    since: date
    duties: tuple[Duty, ...] = ()
    ended: tuple[str, ...] = ()
    moved: tuple[tuple[str, Moved], ...] = ()
    end: date | None = None

    @property
    def touched(self) -> tuple[str, ...]:
        """Ids of the duties that it says something about, each once."""
        named = [*(one.id for one in self.duties), *self.ended, *(ident for ident, _ in self.moved)]
        return tuple(dict.fromkeys(named))


class Review(NamedTuple):
    """That somebody read a duty against the source.

    Attributes:
        reviewer: who did.
        day: when.
        words: fingerprint of the clause's words in the source, None where it was not at hand.
        encoded: fingerprint of what the plan's file then said of the duty.
    """

    duty: str
    reviewer: str
    day: date
    words: str | None
    encoded: str


class ContextNote(NamedTuple):
    """That a clause of the source lays no duty on anybody.

    Attributes:
        words: fingerprint of the clause's words when that was settled, if it was taken.
    """

    clause: str
    reason: str
    words: str | None = None


class Plan(NamedTuple):
    """A whole plan with the registry and the calendar that it is read with.

    Attributes:
        amendments: documents that change it, in the order in which they take effect.
        as_of: the day whose version this is (see ``domain.amending``); None is the plan as issued.
    """

    id: str
    title: str
    short_title: str
    subject: str
    document: Document
    validity: Validity
    coordinator: str
    policy: Policy
    duties: tuple[Duty, ...]
    registry: Registry
    calendar: WorkingCalendar
    parent: Relation | None = None
    children: tuple[Relation, ...] = ()
    theme: str | None = None
    legal_basis: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    purposes: tuple[Statement, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    topics: tuple[Topic, ...] = ()
    channels: tuple[Channel, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    locator_aliases: tuple[tuple[str, str], ...] = ()
    annexes: tuple[Annex, ...] = ()
    funding: Funding | None = None
    recipients: tuple[Recipient, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    reviews: tuple[Review, ...] = ()
    context: tuple[ContextNote, ...] = ()
    as_of: date | None = None
