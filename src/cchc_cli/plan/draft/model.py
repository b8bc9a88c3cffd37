"""What the reading of a document comes to: the draft of a plan, with everything it is unsure of.

Nothing of the document is lost on the way: each of its clauses is the source of a duty, is context
with a reason, or is told as one that nobody was found for.
"""

from datetime import date
from typing import Literal, NamedTuple

from cchc_cli.domain.agencies import Agency, Group
from cchc_cli.domain.plan import Force, Recipient, Reference
from cchc_cli.plan.draft.blocks import Place

Reason = Literal[
    "head",  # kind, number, motto, title
    "basis",  # what the document rests on
    "opening",  # the sentence that leads in
    "heading",  # titles of parts
    "lead_in",  # a line that only announces the items under it
    "purpose",
    "requirement",
    "viewpoint",  # principles, leading thoughts
    "target",  # what shall be reached, by figures
    "scope",  # to whom and what it applies
    "situation",  # what is and was
    "content",  # what the work is about, without anybody charged
    "funding",
    "figures",  # a table of numbers
    "column_heads",  # the first rows of a table
    "group_row",  # a row of a table that only names its group
    "label",  # "Thời gian thực hiện: …" of a duty above
    "formal",  # entry into force, articles about the document itself
    "closing",  # "Trên đây là …"
    "recipients",
    "signature",
    "form",  # a form to be filled in
    "contact",
    "note",
]
DoubtCode = Literal[
    "agency_new",  # words: names that the registry does not hold
    "agency_unclear",  # words: a name that fits several agencies
    "agency_ended",  # words: an agency of the registry that no longer exists then
    "agency_by_part",  # words: taken to be an agency by a part of its name
    "group_open",  # words: a group nobody lists
    "lead_from_heading",  # words: the heading the lead was taken from
    "lead_is_issuer",  # nobody is named: the issuer itself
    "lead_not_told",  # several act, none is said to lead
    "lead_by_function",  # words: "cơ quan được phân công", "đơn vị liên quan"
    "time_not_read",  # words: words of time no rule could read
    "time_other",  # words: further words of time in the clause
    "time_no_year",  # words: a day or month whose year was taken from the plan
    "time_past",  # words: a day before the document's own
    "time_by_hour",  # words: an hour that the draft cannot hold
    "time_from_issue",  # words: counted from the issue date
    "issue_date_missing",  # words: counted from an issue date that is not in the text
    "time_outside",  # words: rhythm that yields nothing within the plan
    "time_inherited",  # words: taken from the line above or the whole part
    "split",  # one sentence became several duties
    "text_damaged",  # words: letters that are no Vietnamese
    "maybe_context",  # reads like a statement, not a duty
    "issuer_guessed",
    "validity_guessed",
    "coordinator_guessed",
    "date_missing",
]


class Doubt(NamedTuple):
    """Something to be looked at again, and the words it is about."""

    code: DoubtCode
    words: str = ""

    @property
    def of_name(self) -> bool:
        """Whether it is about a name, wherever that stands, and not about a duty of its own."""
        return self.code in ("agency_new", "agency_ended", "group_open")


class DraftDuty(NamedTuple):
    """A duty as it was read; fields as in the plan's file.

    Attributes:
        id: its own locator (``V.6.4b``, ``PL1.3``), unique in the draft.
        clause: locator of the clause that it stands in.
        text: the words that it came from.
        lead: ids of agencies or groups, as ``implement`` (no leader named) and ``cooperate``
            (all only join in); at least one of the three is not empty.
        schedule: in the plan file's short form (``before 2021-06-15 for h1``).
        time_words: the document's own words of time, None where it has none.
        report_to: id of the agency that the result goes to, ``report_through`` of the one between.
    """

    id: str
    clause: str
    place: Place
    title: str
    text: str
    schedule: str
    force: Force = "assigned"
    lead: tuple[str, ...] = ()
    implement: tuple[str, ...] = ()
    cooperate: tuple[str, ...] = ()
    capacity: str | None = None
    partners: tuple[str, ...] = ()
    partner_words: str | None = None
    product: str | None = None
    time_words: str | None = None
    report_to: str | None = None
    report_through: str | None = None
    doubts: tuple[Doubt, ...] = ()


class ContextClause(NamedTuple):
    """A clause that is no duty, and why not."""

    clause: str
    place: Place
    words: str
    reason: Reason


class NobodyFound(NamedTuple):
    """A clause that reads like a duty and names nobody."""

    clause: str
    place: Place
    words: str


class Facts(NamedTuple):
    """What the document says of itself; None where it does not.

    Attributes:
        type: ``Kế hoạch``, ``Quyết định``, ``Chỉ thị``, ``Nghị quyết``, ``Công điện``, ….
        issuer: id of the issuing agency, in the registry or among the proposals.
        dated: the day of issue.
        first: first day of the plan's validity, ``last`` its last, both guessed where not told.
        coordinator: id of the agency that follows the plan up.
        doubts: about these facts.
    """

    type: str
    title: str
    short_title: str
    subject: str
    issuer: str
    coordinator: str
    first: date
    last: date
    number: str | None = None
    dated: date | None = None
    signer: str | None = None
    doubts: tuple[Doubt, ...] = ()


class Draft(NamedTuple):
    """A plan as a document was read.

    Attributes:
        agencies: proposals for the registry; their ids are free there.
        groups: the same of groups; their members may be agencies of the registry.
        legal_basis: ids of references.
        funding: the words about money, None where there are none.
        unread: what the file holds and was not read, as the reader of the file told it.
    """

    facts: Facts
    duties: tuple[DraftDuty, ...]
    context: tuple[ContextClause, ...]
    nobody: tuple[NobodyFound, ...]
    agencies: tuple[Agency, ...] = ()
    groups: tuple[Group, ...] = ()
    references: tuple[Reference, ...] = ()
    legal_basis: tuple[str, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    funding: str | None = None
    unread: tuple[str, ...] = ()
