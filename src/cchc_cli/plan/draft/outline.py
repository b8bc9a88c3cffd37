"""The tree of a document's items, whatever its numbers do.

An item stands under the nearest item before it that is of a higher form; brothers share their form.
Numbers are taken as they are printed: missing, repeated or unordered ones change nothing but the
locator, which is kept unique. A paragraph without label belongs to the nearest heading above it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cchc_cli.plan.draft.blocks import Paragraph, Place, Table
from cchc_cli.plan.draft.labels import label_of
from cchc_cli.plan.draft.letters import plain
from cchc_cli.plan.draft.numbering import PLAIN_RANK, Label, read_label

TITLE_WIDTH = 230
LEAD_IN_RANK = 69
_END = re.compile(r"[.;!?]\s*$")


@dataclass(slots=True)
class Node:
    """An item of the document.

    Attributes:
        kind: the form of its label; ``root``, ``plain`` (no label), ``title`` or ``table``.
        text: its words without the label.
        locator: where it stands, as printed (``V.6.4``).
    """

    kind: str
    rank: int
    label: str
    text: str
    place: Place
    table: Table | None = None
    bold: bool = False
    locator: str = ""
    children: list["Node"] = field(default_factory=list)

    def walk(self) -> Iterator["Node"]:
        """This item and all under it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def is_title(self) -> bool:
        """Whether its words head what stands under it, and are no sentence of their own."""
        words = self.text.strip()
        if self.kind in ("root", "title", "part", "roman", "upper", "section"):
            return True
        return words.endswith(":") or (len(words) <= TITLE_WIDTH and not _END.search(words))


# Capitals alone, a heading without number.
def is_capitals(words: str) -> bool:
    """Whether words are all in capitals, as titles are."""
    letters = [letter for letter in words if letter.isalpha()]
    return len(letters) >= 6 and sum(letter.isupper() for letter in letters) >= 0.9 * len(letters)


class Outline:
    """Builds the tree of one part of a document, item by item."""

    def __init__(self, prefix: str = "") -> None:
        self.root = Node("root", 0, prefix, "", Place(0))
        self._open = [self.root]
        self._last: Node | None = None

    def add(self, block: Paragraph | Table) -> None:
        """Put a block where it belongs."""
        if isinstance(block, Table):
            host = self._heading()
            host.children.append(Node("table", PLAIN_RANK, "", "", block.place, block))
            self._last = None
            return
        for line in block.words.split("\n"):
            if line.strip():
                self._line(line.strip(), block)

    def top(self, block: Paragraph, kind: str = "title") -> None:
        """A block that begins a part of its own."""
        node = Node(kind, 5, "", block.words, block.place)
        self.root.children.append(node)
        self._open = [self.root, node]
        self._last = node

    def _line(self, words: str, block: Paragraph) -> None:
        label = read_label(words)
        if label is None:
            self._unlabelled(words, block)
            return
        node = Node(label.kind, label.rank, label.text, words[label.end :].strip(), block.place)
        node.bold = block.bold
        self._place(node, label)

    def _place(self, node: Node, label: Label) -> None:
        kinds = [one.kind for one in self._open]
        if label.kind in kinds:
            depth = len(kinds) - 1 - kinds[::-1].index(label.kind)
            depth = self._deeper(node, depth)
            del self._open[depth:]
        else:
            while self._open[-1].rank >= label.rank:
                self._open.pop()
        self._open[-1].children.append(node)
        self._open.append(node)
        self._last = node

    def _deeper(self, node: Node, depth: int) -> int:
        """Where a decimal number goes that counts on from another one (``1.1.1`` under ``1.1``)."""
        above = self._open[depth]
        if node.kind == "decimal" and node.label.startswith(above.label.rstrip(".") + "."):
            return depth + 1
        if node.kind == "decimal" and depth:
            outer = self._open[depth - 1]
            if outer.kind == "decimal" and not node.label.startswith(outer.label + "."):
                return depth - 1
        return depth

    def _unlabelled(self, words: str, block: Paragraph) -> None:
        last = self._last
        if last is not None and self._goes_on(last, words):
            last.text = f"{last.text} {words}".strip()
            return
        if is_capitals(words) and len(words) <= TITLE_WIDTH:
            self.top(block._replace(text=words, number=""))
            return
        host = self.root if is_closing(words) else self._task()
        node = Node("plain", PLAIN_RANK, "", words, block.place, bold=block.bold)
        host.children.append(node)
        self._last = node
        if words.endswith(":") and not label_of(words):
            # Dashes below it are its items; a number or another paragraph ends them.
            node.rank = LEAD_IN_RANK
            while self._open[-1].rank >= LEAD_IN_RANK:
                self._open.pop()
            self._open.append(node)

    def _goes_on(self, last: Node, words: str) -> bool:
        if last.kind == "table" or not (words[:1].islower() or last.text.rstrip().endswith(",")):
            return False
        return not last.text.rstrip().endswith((".", ":", "!", "?"))

    def _task(self) -> Node:
        """The nearest open item that lines with labels tell about: a numbered one."""
        for node in reversed(self._open):
            if node.kind not in ("dash", "plus", "dot", "star", "plain"):
                return node
        return self.root

    def _heading(self) -> Node:
        """The nearest open item that heads others; dashes and sentences head nothing."""
        for node in reversed(self._open):
            if node.kind not in ("dash", "plus", "dot", "star") and node.is_title:
                return node
        return self.root

    def finish(self, used: set[str]) -> Node:
        """The tree, with locators that none of ``used`` has; they are added to it."""
        self.root.locator = self.root.label or "0"
        if self.root.children:
            self.root.place = self.root.children[0].place
        _locate(self.root, self.root.label, used)
        return self.root


def _locate(node: Node, prefix: str, used: set[str]) -> None:
    """Give each child its locator: the label as printed, or its number among the unlabelled."""
    counted = 0
    alone = sum(not child.label for child in node.children) == 1
    for child in node.children:
        if child.kind in ("title", "table"):
            child.locator = prefix or "0"
            _locate(child, prefix, used)
            continue
        if not child.label:
            counted += 1
            own = "" if alone and child.kind == "plain" and prefix else str(counted)
        else:
            own = _printed(child, prefix)
        child.locator = _unique(
            ".".join(part for part in (prefix, own) if part) or "0", used, shared=not own
        )
        _locate(child, child.locator, used)


def _printed(node: Node, prefix: str) -> str:
    """What a label adds to the locator above it."""
    if node.kind == "article":
        return f"Đ{node.label}"
    if node.kind == "decimal":
        parts = re.split(r"\.(?=\w)", node.label)
        above = prefix.split(".")
        while len(parts) > 1 and parts[0] in above:
            above = above[above.index(parts[0]) + 1 :]
            parts = parts[1:]
        return ".".join(parts)
    if node.kind == "part":
        return f"P{node.label}"
    return re.sub(r"[\s/.]", "", node.label)


def _unique(locator: str, used: set[str], *, shared: bool) -> str:
    """The locator; where it was given before, with a number behind it."""
    if shared:
        return locator
    number, found = 2, locator
    while found in used:
        found, number = f"{locator}({number})", number + 1
    used.add(found)
    return found


def is_closing(words: str) -> bool:
    """Whether a paragraph without label ends the document."""
    return (
        re.match(
            r"(?:trên đây là|trong quá trình|quá trình (?:tổ chức |triển khai |thực hiện)"
            r"|(?:ủy ban nhân dân|ubnd|chủ tịch|thủ tướng|bộ trưởng|bộ|yêu cầu|đề nghị"
            r"|nhận được)\b.{0,120}"
            r"(?:yêu cầu|đề nghị|nghiêm túc|triển khai|thực hiện).*\./\.?$)",
            plain(words),
        )
        is not None
    )
