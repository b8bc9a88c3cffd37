"""From the tree of a document to its duties; what is none is context with a reason, or nobody's.

A clause takes who acts from its own subject, else from the heading above it, else from the lines
that label it; and its time from those lines, else from its own words.
"""

from collections.abc import Sequence

from cchc_cli.plan.draft.charges import Charge, Charges
from cchc_cli.plan.draft.clause_reader import ClauseReader
from cchc_cli.plan.draft.clauses import begins_duty
from cchc_cli.plan.draft.context import told_of_itself
from cchc_cli.plan.draft.labelled import LabelledReader
from cchc_cli.plan.draft.labels import Labelled
from cchc_cli.plan.draft.letters import plain
from cchc_cli.plan.draft.model import Reason
from cchc_cli.plan.draft.outline import Node, is_closing
from cchc_cli.plan.draft.parties import Party, bearers_in
from cchc_cli.plan.draft.roles import is_role_alone
from cchc_cli.plan.draft.scope import Scope, inner_scope, is_listing, label_at, section_at
from cchc_cli.plan.draft.sections import DUTIES
from cchc_cli.plan.draft.subjects import (
    Subject,
    bearer_named,
    before_colon,
    is_person,
    is_short_name,
    names_of_heading,
    order_at,
    subject_of,
)
from cchc_cli.plan.draft.tally import Tally
from cchc_cli.plan.draft.task_rows import read_table

HEADING_WIDTH = 230
NAME_WIDTH = 160
# An unnumbered line that names who acts is no longer.
LINE_WIDTH = 100
# A lead-in that says more than that items follow is a duty as well.
LONG_LEAD_IN = 160
# What follows the colon of a heading is a clause if it is longer.
REST_WIDTH = 40


class Reading:
    """Reads trees into a tally.

    Attributes:
        tabled: a table of the document lays out the tasks; prose that charges everybody only
            describes them.
    """

    def __init__(self, tally: Tally, *, tabled: bool = False) -> None:
        self.tally = tally
        self.charges = Charges(tally.book)
        self.tabled = tabled
        self._clauses = ClauseReader(tally, self.charges)
        self._labelled = LabelledReader(tally, self._clauses, self._tell, self._item)

    def read(self, node: Node, scope: Scope) -> None:
        """The items under a node: contents with the labels behind them, and others."""
        run: list[Node] = []
        labels: list[tuple[Node, Labelled]] = []
        for child in node.children:
            label = label_at(child)
            if label is not None and label.kind not in ("content", "other"):
                labels.append((child, label))
                continue
            if labels:
                self._labelled.read(node, run, labels, scope)
                run, labels = [], []
            if label is not None and label.kind == "other":
                self._tell(child, "content")
            else:
                run.append(child)
        if labels:
            self._labelled.read(node, run, labels, scope)
        else:
            self._plainly(run, scope)

    def _plainly(self, nodes: Sequence[Node], outer: Scope) -> None:
        heads = [one for one in nodes if one.children and one.kind != "plain"]
        known = [
            one
            for one in nodes
            if names_of_heading(one.text) is not None
            or is_short_name(one.text)
            or before_colon(one.text) is not None
        ]
        few = sum(one in known for one in heads) * 2 < len(heads)
        outer = outer._replace(named=len(known) > 1 and not few)
        scope = outer
        for node in nodes:
            scope = self._node(node, scope, outer)

    def _node(self, node: Node, scope: Scope, outer: Scope) -> Scope:
        """Read one item; the scope of its following brothers comes back."""
        if node.kind == "table":
            read_table(node, self.tally, form=scope.section.kind == "forms")
            return scope
        if node.kind == "plain" and not node.children and is_closing(node.text):
            self._closing(node)
            return scope
        if node.kind == "plain" and _is_basis(node.text):
            self.tally.tell(node, "basis")
            return scope
        section = section_at(node, outer)
        if section is not None:
            self._part(node, inner_scope(node, section, outer))
            return scope
        named = None if outer.hard else self._named(node, outer)
        if named is not None:
            self.tally.tell(node, "heading")
            below = outer._replace(charge=named, section=DUTIES)
            self.read(node, below)
            return below if node.kind == "plain" and not node.children else outer
        return self._led(node, scope)

    def _part(self, node: Node, inner: Scope) -> None:
        """The heading of a part, and what stands in it."""
        head, colon, rest = node.text.partition(":")
        if colon and len(rest.strip()) > REST_WIDTH and not inner.hard:
            self.tally.words(node.locator, node.place, head, "heading")
            self._clauses.read(node, rest.strip(), inner)
        else:
            self.tally.tell(node, inner.section.reason if inner.hard else "heading")
        self.read(node, inner)

    def _led(self, node: Node, scope: Scope) -> Scope:
        """Read any other item; what leads in (``… các nhiệm vụ sau:``) charges those behind it."""
        leads = node.kind == "plain" and not node.children and node.text.rstrip().endswith(":")
        subject = subject_of(node.text) if leads else None
        if subject is None:
            self._item(node, scope)
            return scope
        if len(node.text) - subject.rest <= LONG_LEAD_IN:
            self.tally.tell(node, "lead_in")
        else:
            self._item(node, scope)
        if self.tabled and all(one.kind is None for one in subject.parties):
            return scope
        return scope._replace(charge=self.charges.of_subject(subject, node.text))

    def _named(self, node: Node, scope: Scope) -> Charge | None:
        """Who is charged by an item that is nothing but a heading of names."""
        text = node.text.strip()
        parties = names_of_heading(text)
        _, colon, rest = text.partition(":")
        if parties is None and colon and rest.strip():
            return None
        if text.endswith((".", ";")) and not node.children:
            return None
        inside = scope.section.kind == "duties" and len(text) < HEADING_WIDTH
        if parties is None and node.children and is_person(text):
            return self.charges.of_parties(bearer_named(text), "assigned", text)
        if parties is None and inside and not text.endswith((".", ";")):
            parties = self._by_place(node, text, scope)
        heads = bool(node.children) or (node.kind == "plain" and len(text) < NAME_WIDTH)
        return self.charges.of_heading(parties, text) if parties and heads else None

    def _by_place(self, node: Node, text: str, scope: Scope) -> tuple[Party, ...] | None:
        """Who a heading names that no table knows: by its form and its brothers."""
        if node.children:
            found = _loose_heading(text) or _unknown_heading(node, text)
            if found is None and scope.named and node.is_title and not is_listing(node):
                found = bearers_in(text.strip(" :")) or None
            return found
        plainly = node.kind == "plain" and text[:1].isupper() and is_short_name(text)
        short = len(text) < LINE_WIDTH and not begins_duty(text) and subject_of(text) is None
        return bearers_in(text) or None if plainly and short else None

    def _item(self, node: Node, scope: Scope) -> None:
        text = node.text.strip()
        if scope.hard and text:
            self._tell(node, scope.section.reason)
        elif not node.children:
            self._clauses.read(node, text, scope)
        elif text:
            self._parent(node, text, scope)
        else:
            self.read(node, scope)

    def _parent(self, node: Node, text: str, scope: Scope) -> None:
        """An item with items under it: it leads them in, heads them, or they go on about it."""
        subject = None if told_of_itself(text) else subject_of(text)
        own = scope._replace(charge=self.charges.of_subject(subject, text)) if subject else scope
        listing = is_listing(node)
        if any(label_at(child) for child in node.children):
            self.read(node, own)
        elif (text.endswith(":") or is_role_alone(text)) and not listing:
            self._leads_in(node, text, subject, own)
        elif self._only_heads(node, text, subject, scope, listing=listing):
            self.tally.tell(node, "heading")
            self.read(node, scope)
        else:
            self._clauses.read(node, text, scope)
            if listing:
                for child in node.children:
                    self._tell(child, "content")
            else:
                self.read(node, own)

    def _leads_in(self, node: Node, text: str, subject: Subject | None, scope: Scope) -> None:
        rest = text[subject.rest :] if subject else text
        if subject and len(rest) > LONG_LEAD_IN and begins_duty(rest.lstrip(" ,")):
            self._clauses.read(node, text.rstrip(" :"), scope)
        else:
            self.tally.tell(node, "lead_in")
        charge = self.charges.with_role(scope.charge, rest) if scope.charge else None
        self.read(node, scope._replace(charge=charge))

    def _only_heads(
        self, node: Node, text: str, subject: Subject | None, scope: Scope, *, listing: bool
    ) -> bool:
        """Whether an item is a title; in parts that charge nobody, one with a verb is, too."""
        if not node.is_title or text.endswith(":") or subject is not None:
            return False
        return not begins_duty(text) or (not listing and scope.section.kind != "duties")

    def _closing(self, node: Node) -> None:
        """``Trên đây là Kế hoạch …``: what closes a document may charge somebody."""
        self._clauses.read(node, node.text, Scope(DUTIES), locator="KT")

    def _tell(self, node: Node, reason: Reason) -> None:
        """Put down an item and all under it as context; tables of tasks stay what they are."""
        for one in node.walk():
            if one.kind == "table":
                read_table(one, self.tally, form=reason == "form")
            else:
                self.tally.tell(one, reason)


def _is_basis(text: str) -> bool:
    """``Căn cứ Luật …;``: what a document rests on, wherever a file has put it."""
    begins = plain(text).startswith(("căn cứ ", "xét ", "theo đề nghị ", "thực hiện quyết định "))
    return begins and text.rstrip().endswith((";", ","))


def _loose_heading(text: str) -> tuple[Party, ...] | None:
    """A heading that begins with a name and is no sentence."""
    words = text.strip(" :.;")
    order, at = order_at(words)
    if not order and (begins_duty(words[at:]) or subject_of(words) is not None):
        return None
    found = names_of_heading(words, loosely=True)
    if found is None:
        return None
    return found[:1] if found[-1].end < 0.5 * len(words) else found


def _unknown_heading(node: Node, text: str) -> tuple[Party, ...] | None:
    """A heading of order or of "Các …" over things to be done: somebody no table knows."""
    order, at = order_at(text)
    words = text[at:].strip(" :.;")
    if not (order or plain(words).startswith("các ")) or begins_duty(words) or is_listing(node):
        return None
    return bearers_in(words) or None
