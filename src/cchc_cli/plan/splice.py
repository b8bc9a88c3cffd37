"""Edits of a YAML file that leave every byte alone but those they are about.

A :class:`Splice` is made of the file's text, takes edits by the paths of ``plan.source``, and
gives the new text: comments, order, quoting, line ends, a byte order mark and the spelling of
letters stay as the user wrote them. All paths are those of the text as it was; before the new text
is handed out it is read back and compared with what the edits mean, so that an unusual layout is
refused rather than spoilt.
"""

import textwrap
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from cchc_cli.errors import BadPlan
from cchc_cli.plan import spelling
from cchc_cli.plan.layout import BLOCKS, Layout, Node
from cchc_cli.plan.meaning import Meaning
from cchc_cli.plan.source import KeyPath, field_name, read_text


class Cut(NamedTuple):
    """Letters that give way to others."""

    start: int
    end: int
    text: str


class Splice:
    """A file's text and the edits to be made in it.

    Args:
        text: the text as it stands in the file, byte order mark and line ends included.
        file: its name, for messages.

    Raises:
        BadPlan: ``cannot_splice`` from any method, if that place cannot be edited safely;
            ``bad_plan`` with the faults if the text itself is not sound.
    """

    def __init__(self, text: str, file: str) -> None:
        source = read_text(text, file)
        if source.faults:
            raise BadPlan("bad_plan", file=file, faults=source.faults)
        self.text = text
        self.file = file
        self._layout = Layout(text)
        self._meant = Meaning(source.data)
        self._cuts: list[Cut] = []

    @classmethod
    def of_file(cls, path: Path, shown: str | None = None) -> "Splice":
        """The text of a file that was read without fault before."""
        return cls(path.read_bytes().decode("utf-8"), shown or str(path))

    def has(self, path: KeyPath) -> bool:
        """Whether something stands at that path."""
        return path in self._layout.nodes

    def put(self, path: KeyPath, value: object, after: str | None = None) -> None:
        """Set a value: in place of what stands there, else as a new key or a list's next item.

        Comments within a collection that is replaced go with it.

        Args:
            path: where; all but its last part has to stand in the text. An item is added to a
                list by the number of items that the text has, again and again for several.
            value: plain values, mappings and lists.
            after: the key that a new key follows, the mapping's last by default.
        """
        node = self._layout.nodes.get(path)
        if node is not None:
            self._replace(node, value)
            self._meant.put(path, value)
            return
        parent = self._collection(path[:-1])
        self._add(parent, path[-1], value, after)
        if parent.kind == "mapping":
            self._meant.put(path, value)
        else:
            self._meant.insert((*path[:-1], len(parent.children)), value)

    def insert(self, path: KeyPath, value: object) -> None:
        """Write an item after the one at ``path``, in lines of their own."""
        parent = self._collection(path[:-1])
        if parent.kind != "list" or parent.flow or self._in_flow(parent):
            raise self._refusal(path)
        self._add_line(parent, self._node(path), "", value)
        self._meant.insert((*path[:-1], parent.children.index(self._node(path)) + 1), value)

    def remove(self, path: KeyPath) -> None:
        """Take out a key with its value, or an item; a comment above it stays."""
        node, parent = self._node(path), self._collection(path[:-1])
        if len(parent.children) == 1:
            self._replace(parent, {} if parent.kind == "mapping" else [])
        else:
            self._cut_out(node, parent)
        self._meant.remove(path)

    def note(self, path: KeyPath, lines: Iterable[str]) -> None:
        """Write comments above an entry, or above the nearest around it that has its own line.

        Args:
            path: the entry.
            lines: the comments without ``#``; long ones are broken.
        """
        at = self._own_line(self._node(path))
        blanks = " " * self._layout.column(at)
        begin = self._layout.line_start(at)
        width = max(spelling.WIDTH - len(blanks) - 2, 40)
        broken = (part for line in lines for part in _broken(line, width))
        text = "".join(f"{blanks}# {line}\n" for line in broken)
        self._cuts.append(Cut(begin, begin, text))

    def result(self) -> str:
        """The text with all edits made.

        Raises:
            BadPlan: ``cannot_splice`` if it does not read as the edits mean.
        """
        text, newline = self.text, self._layout.newline
        # Stable: of two edits at one place the one that was asked for first stands first.
        ordered = sorted(enumerate(self._cuts), key=lambda one: (one[1].start, one[1].end, one[0]))
        whole, done = [], 0
        for _, cut in ordered:
            if cut.start < done:
                raise self._refusal(self._meant.first)
            whole += [text[done : cut.start], cut.text.replace("\n", newline)]
            done = cut.end
        found = "".join([*whole, text[done:]])
        self._check(found)
        return found

    def _check(self, found: str) -> None:
        again = read_text(found, self.file)
        if again.faults or again.data != self._meant.data():
            raise self._refusal(self._meant.first)

    def _refusal(self, path: KeyPath) -> BadPlan:
        return BadPlan("cannot_splice", file=self.file, field=field_name(path))

    def _node(self, path: KeyPath) -> Node:
        node = self._layout.nodes.get(path)
        if node is None:
            raise self._refusal(path)
        return node

    def _collection(self, path: KeyPath) -> Node:
        node = self._node(path)
        if node.kind not in ("mapping", "list"):
            raise self._refusal(path)
        return node

    def _replace(self, node: Node, value: object) -> None:
        layout = self._layout
        header = layout.text[node.start : layout.line_end(node.start)]
        noted = node.style in BLOCKS and "#" in header
        if node.anchored or node.kind == "alias" or noted:
            raise self._refusal(node.path)
        if node.head is None or self._in_flow(node):
            self._cuts.append(Cut(node.start, node.end, self._tight(node, value)))
            return
        colon = layout.text.index(":", node.head[1])
        indent, used = layout.column(node.begin), layout.column(colon) + 1
        alone = layout.alone_after(node.end)
        text = spelling.after_key(value, indent, used) if alone else f" {spelling.inline(value)}"
        start = colon + 1
        if (
            node.start > start
            and text.startswith(" ")
            and not layout.text[start : node.start].strip()
        ):
            # The blanks that the user put after the colon stay.
            same_line = layout.line_end(start) >= node.start
            start, text = (node.start, text[1:]) if same_line else (start, text)
        elif layout.text[start : node.start].strip():
            raise self._refusal(node.path)
        self._cuts.append(Cut(start, node.end, text))

    def _tight(self, node: Node, value: object) -> str:
        """A value where only one line may stand, or an item of a block list."""
        layout, within = self._layout, self._in_flow(node)
        empty = node.start == node.end
        if within or not layout.alone_after(node.end):
            text = spelling.inline(value, within)
        else:
            text = spelling.item(value, max(layout.column(node.start) - 2 + empty, 0))
        return f" {text}" if empty and node.start else text

    def _in_flow(self, node: Node) -> bool:
        return any(self._layout.nodes[node.path[:size]].flow for size in range(len(node.path)))

    def _add(self, parent: Node, key: str | int, value: object, after: str | None) -> None:
        within = parent.flow or self._in_flow(parent)
        head = "" if isinstance(key, int) else f"{spelling.key_text(key, within)}:"
        if (parent.kind == "list") != isinstance(key, int) or (
            isinstance(key, int) and key != len(parent.children)
        ):
            raise self._refusal((*parent.path, key))
        last = self._neighbour(parent, after)
        if last is None:
            self._replace(parent, [value] if parent.kind == "list" else {str(key): value})
        elif within:
            text = f"{head} {spelling.inline(value, within_flow=True)}".lstrip()
            self._cuts.append(Cut(last.end, last.end, f",{self._gap(parent, last, text)}{text}"))
        else:
            self._add_line(parent, last, head, value)

    def _gap(self, parent: Node, last: Node, text: str) -> str:
        """A blank, or a new line where brackets have several and this one is full."""
        layout = self._layout
        line = layout.line_start(last.end)
        if line <= parent.start or layout.column(last.end) + len(text) + 3 <= spelling.WIDTH:
            return " "
        words = layout.text[line : last.end]
        return "\n" + " " * (len(words) - len(words.lstrip()))

    def _neighbour(self, parent: Node, after: str | None) -> Node | None:
        """The entry that a new one follows."""
        if after is not None and (*parent.path, after) in self._layout.nodes:
            return self._layout.nodes[*parent.path, after]
        return parent.children[-1] if parent.children else None

    def _add_line(self, parent: Node, last: Node, head: str, value: object) -> None:
        layout = self._layout
        first = parent.children[0]
        if parent.anchored:
            raise self._refusal(parent.path)
        column = layout.column(first.begin if head else parent.start)
        blanks = " " * column
        if head:
            text = head + spelling.after_key(value, column, column + len(head))
        else:
            text = f"- {spelling.item(value, column)}"
        at = layout.line_end(last.end)
        self._cuts.append(Cut(at, at, f"\n{blanks}{text}"))

    def _cut_out(self, node: Node, parent: Node) -> None:
        layout, siblings = self._layout, parent.children
        if parent.anchored:
            raise self._refusal(node.path)
        at = siblings.index(node)
        if parent.flow or self._in_flow(parent):
            begin, end = node.begin, node.end
            if at + 1 < len(siblings):
                end = siblings[at + 1].begin
            else:
                begin = siblings[at - 1].end
            if "#" in layout.text[begin : node.begin] + layout.text[node.end : end]:
                raise self._refusal(node.path)
            self._cuts.append(Cut(begin, end, ""))
            return
        begin = self._entry(node, parent)
        if layout.alone_before(begin):
            start, end = layout.line_start(begin), layout.next_line(node.end)
        else:
            start, end = begin, self._entry(siblings[at + 1], parent) if not at else 0
            if layout.text[node.end : end].lstrip(" ").startswith("#") or end < start:
                raise self._refusal(node.path)
        self._cuts.append(Cut(start, end, ""))

    def _entry(self, node: Node, parent: Node) -> int:
        """Where an entry begins: its key, or its dash."""
        if parent.kind == "mapping":
            return node.begin
        at = parent.children.index(node)
        if at == 0:
            return parent.start
        blanks = " " * self._layout.column(parent.start)
        begin = self._layout.next_line(parent.children[at - 1].end)
        while not self._layout.text.startswith(f"{blanks}-", begin):
            after = self._layout.next_line(begin)
            if after <= begin or begin > node.start:
                raise self._refusal(node.path)
            begin = after
        return begin + len(blanks)

    def _own_line(self, node: Node) -> int:
        """Where the nearest entry around a node begins that has its line to itself."""
        while node.path:
            parent = self._layout.nodes[node.path[:-1]]
            if not parent.flow and not self._in_flow(parent):
                begin = self._entry(node, parent)
                if self._layout.alone_before(begin):
                    return begin
            node = parent
        return node.begin


def _broken(line: str, width: int) -> list[str]:
    return textwrap.wrap(
        " ".join(line.split()), width, break_long_words=False, break_on_hyphens=False
    )
