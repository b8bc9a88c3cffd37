"""What the headings above an item say about it, and what an item is to those under it."""

from collections.abc import Sequence
from typing import NamedTuple

from cchc_cli.plan.draft.charges import Charge
from cchc_cli.plan.draft.clauses import begins_duty
from cchc_cli.plan.draft.labels import Labelled, label_of
from cchc_cli.plan.draft.model import Reason
from cchc_cli.plan.draft.outline import Node
from cchc_cli.plan.draft.sections import TASKS, Section, section_of
from cchc_cli.plan.draft.subjects import names_of_heading, order_at

# Forms of items that head whole parts.
TOP = ("part", "upper", "roman", "title", "section")
_ITEMS = ("dash", "plus", "dot", "star", "bracket")
# Context that an explicit subject does not lift a clause out of.
HARD: frozenset[Reason] = frozenset(
    {"purpose", "requirement", "viewpoint", "target", "situation", "basis", "scope", "form"}
)


class Scope(NamedTuple):
    """What holds for an item by its place.

    Attributes:
        hard: the part is context, whoever acts in it.
        charge: who acts, by the nearest heading that names somebody.
        named: most headings among the item's brothers name who acts.
    """

    section: Section
    hard: bool = False
    charge: Charge | None = None
    named: bool = False


def label_at(node: Node) -> Labelled | None:
    """The label that an item is; the heading of a part is none, whatever its words."""
    if node.kind in ("table", "title", "roman", "part", "upper", "article"):
        return None
    return label_of(node.text)


def is_listing(node: Node) -> bool:
    """Whether the items under a node only list things, and nothing that is to be done."""
    own = [child for child in node.children if child.kind not in ("table", "plain")]
    if any(child.children and child.is_title and section_of(child.text) for child in own):
        return False
    acting = sum(
        begins_duty(child.text) or any(label_at(one) for one in (child, *child.children))
        for child in own
    )
    return bool(own) and acting * 2 < len(own)


def texts(nodes: Sequence[Node]) -> list[Node]:
    """The items that are no tables."""
    return [one for one in nodes if one.kind != "table"]


def section_at(node: Node, scope: Scope) -> Section | None:
    """The kind of part that an item heads; None where it heads none."""
    if node.kind in _ITEMS or not node.is_title or not (node.children or node.kind in TOP):
        return None
    if names_of_heading(node.text) is not None:
        return None
    section = section_of(node.text)
    if section is None or (order_at(node.text)[0] and subject_named(node.text)):
        return None
    if node.kind in TOP:
        return section
    return _below_the_top(node, section, scope)


def subject_named(text: str) -> bool:
    """Whether a heading of order names somebody (``Giao Sở Nội vụ tổ chức thực hiện``)."""
    return names_of_heading(text, loosely=True) is not None


def _below_the_top(node: Node, section: Section, scope: Scope) -> Section | None:
    if section.kind == "tasks":
        return TASKS if scope.section.kind == "context" and not scope.hard else None
    if section.kind == "duties" and scope.charge and begins_duty(node.text):
        return None
    return section


def inner_scope(node: Node, section: Section, outer: Scope) -> Scope:
    """What holds under the heading of a part."""
    firm = node.kind in TOP or outer.section.kind == "context"
    hard = section.kind == "forms" or (
        section.kind == "context" and firm and section.reason in HARD
    )
    return Scope(section, outer.hard or hard, outer.charge)
