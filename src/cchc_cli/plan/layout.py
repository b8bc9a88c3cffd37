"""Where everything stands in a YAML text: the spans that edits by splice go by.

Spans are counted in letters of the text as given, from a node's first letter until before the one
after its last; line ends, comments and blank lines belong to no node.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cchc_cli.plan.source import KeyPath, Mark, marks

BLOCKS = ("|", ">")


@dataclass(slots=True)
class Node:
    """A value in the text.

    Attributes:
        kind: ``scalar``, ``mapping``, ``list`` or ``alias``.
        flow: whether a collection is written in brackets.
        style: of a scalar, its quote or block letter.
        anchored: whether the text gives it a name to be repeated by.
        head: from where until where its key stands, None for an item of a list.
        children: of a collection, in order.
    """

    path: KeyPath
    kind: str
    start: int
    end: int
    flow: bool = False
    style: str = ""
    anchored: bool = False
    head: tuple[int, int] | None = None
    children: "list[Node]" = field(default_factory=list)

    @property
    def begin(self) -> int:
        """Where its key, or itself if it has none, begins."""
        return self.head[0] if self.head else self.start


class Layout:
    """All nodes of a text, by path."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._shift = 1 if text.startswith("\ufeff") else 0
        self.nodes: dict[KeyPath, Node] = {}
        flow = iter(marks(text[self._shift :]))
        for mark in flow:
            self._take((), mark, flow, None)

    def _take(
        self, path: KeyPath, mark: Mark, rest: Iterator[Mark], head: tuple[int, int] | None
    ) -> Node:
        """The node that begins with ``mark``, and with it all that stands within."""
        start, end = mark.start + self._shift, mark.end + self._shift
        if mark.style in BLOCKS:
            end = start + len(self.text[start:end].rstrip())
        anchored = mark.anchor is not None
        node = Node(path, mark.kind, start, end, mark.flow, mark.style, anchored, head)
        self.nodes[path] = node
        if mark.kind in ("mapping", "list"):
            closing = self._fill(node, rest)
            node.end = (
                closing if node.flow else max((one.end for one in node.children), default=end)
            )
        return node

    def _fill(self, node: Node, rest: Iterator[Mark]) -> int:
        """Read a collection's children; where its end stands."""
        for mark in rest:
            if mark.kind == "end":
                return mark.end + self._shift
            if node.kind == "list":
                path: KeyPath = (*node.path, len(node.children))
                node.children.append(self._take(path, mark, rest, None))
                continue
            head = (mark.start + self._shift, mark.end + self._shift)
            path = (*node.path, mark.value)
            node.children.append(self._take(path, next(rest), rest, head))
        return node.end  # pragma: no cover - the parser closes what it opens

    def line_start(self, at: int) -> int:
        """Where the line of a letter begins, a byte order mark left aside."""
        begin = max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1
        return max(begin, self._shift)

    def line_end(self, at: int) -> int:
        """Where the line of a letter ends, before its line break."""
        found = [self.text.find(letter, at) for letter in "\r\n"]
        return min([one for one in found if one >= 0], default=len(self.text))

    def next_line(self, at: int) -> int:
        """Where the line after that of a letter begins, or the text's end."""
        end = self.line_end(at)
        size = 2 if self.text.startswith("\r\n", end) else 1
        return min(end + size, len(self.text))

    def column(self, at: int) -> int:
        """How many letters stand before one in its line."""
        return at - self.line_start(at)

    def alone_before(self, at: int) -> bool:
        """Whether only blanks stand before a letter in its line."""
        return not self.text[self.line_start(at) : at].strip()

    def alone_after(self, at: int) -> bool:
        """Whether only blanks follow in the line."""
        return not self.text[at : self.line_end(at)].strip()

    @property
    def newline(self) -> str:
        """How the text breaks its lines, by the first break."""
        end = self.line_end(0)
        broken = self.text.startswith(("\r\n", "\r"), end)
        return self.text[end : self.next_line(end)] if broken else "\n"
