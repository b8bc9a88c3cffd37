"""The stretches of a document: head, what it rests on, body, annexes, recipients, signature.

A decision may carry a whole plan behind its signature, and a plan its annexes; each is a body of
its own, in the order of the file.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cchc_cli.plan.draft.blocks import Block, Paragraph, Table
from cchc_cli.plan.draft.letters import plain
from cchc_cli.plan.draft.model import ContextClause, Reason
from cchc_cli.plan.draft.numbering import read_label
from cchc_cli.plan.draft.outline import Node, Outline, is_capitals
from cchc_cli.plan.draft.part_signs import (
    ANNEX,
    GLUED,
    NOTE,
    STARTERS,
    begins_title,
    is_annex,
    is_signature,
    leads_in,
    orders,
    reason_of_head,
    signs_off,
    titles_annex,
)
from cchc_cli.plan.draft.tables import TaskTable, read_tasks

LONGEST_TITLE = 260
LONGEST_LINE = 10_000
# A table of fewer rows behind the recipients is of those who sign.
SHORT_TABLE = 3


class Body(NamedTuple):
    """A tree of items; ``annex`` where it is one."""

    root: Node
    annex: bool = False


class Parts(NamedTuple):
    """A document taken apart.

    Attributes:
        head: the lines before the body of the first stretch.
        opening: the last of them, that leads in.
        addressees: whom "Kính gửi" names, as far as it does.
        recipients: the lines under "Nơi nhận".
        signature: those of who signs.
        context: clauses that are none of the bodies.
    """

    head: tuple[Paragraph, ...]
    opening: str
    addressees: str
    bodies: tuple[Body, ...]
    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    context: tuple[ContextClause, ...]


def divide(blocks: tuple[Block, ...]) -> Parts:
    """The parts of a document."""
    divider = _Divider()
    for block in blocks:
        divider.take(block)
    return divider.parts()


def _bounded(words: str) -> Iterator[str]:
    """A line, in pieces where it is longer than any clause is."""
    while len(words) > LONGEST_LINE:
        cut = words.rfind(" ", LONGEST_LINE // 2, LONGEST_LINE)
        cut = cut if cut > 0 else LONGEST_LINE
        yield words[:cut].strip()
        words = words[cut:].strip()
    if words:
        yield words


class _Divider:
    """Walks over the blocks; ``state`` is the stretch that the next one is expected to go on."""

    def __init__(self) -> None:
        self.state = "head"
        self.head: list[Paragraph] = []
        self.lead_in = ""
        self.addressees: list[str] = []
        self.addressed = False
        self.opened = False
        self.outline = Outline()
        self.bodies: list[tuple[Outline, bool]] = [(self.outline, False)]
        self.recipients: list[str] = []
        self.signature: list[str] = []
        self.context: list[ContextClause] = []
        self.annexes = 0

    def take(self, block: Block) -> None:
        if isinstance(block, Table):
            self._table(block)
            return
        for line in GLUED.sub("\n", block.words).split("\n"):
            for words in _bounded(line.strip(" |*\t")):
                if words.startswith("#"):
                    self._context(block, words, "head")
                else:
                    self._line(block._replace(text=words, number=""))

    def _line(self, block: Paragraph) -> None:
        words, low = block.text, plain(block.text)
        if low.startswith("kính gửi"):
            self.addressed = True
            self._address(block, words[len("kính gửi") :].strip(" :-"))
        elif low.startswith("nơi nhận") and self.state != "head":
            self.state = "recipients"
            self._receive(block, words)
        elif NOTE.match(low):
            self._context(block, words, "note")
        elif self.state == "head":
            self._head_line(block, low)
        elif self.state in ("recipients", "signature"):
            self._after(block, words, low)
        elif self.state == "annex-head" and titles_annex(low) and not signs_off(words):
            self._annex_line(block, low)
        elif is_annex(block, low, in_body=self.state == "body"):
            self._annex(block, low)
        elif signs_off(words):
            self._sign(block, words)
        elif self.state == "annex-head":
            self._annex_line(block, low)
        else:
            self.outline.add(block)

    def _address(self, block: Paragraph, whom: str) -> None:
        self.addressees.append(whom)
        self.head.append(block)
        self._context(block, block.text, "head")

    def _head_line(self, block: Paragraph, low: str) -> None:
        if self.addressed and block.text.startswith(("-", "+", "•")):
            self._address(block, block.text.strip("-+• ;,."))
            return
        self.addressed = False
        if is_annex(block, low, in_body=False):
            self._annex(block, low)
        elif self._starts_body(block):
            self._body(block)
        else:
            self.head.append(block)
            if orders(low):
                self._body(block)
            elif leads_in(low):
                self.opened, self.lead_in = True, block.text
                self._context(block, block.text, "opening")
            else:
                self._context(block, block.text, reason_of_head(low))

    def _starts_body(self, block: Paragraph) -> bool:
        """Whether a line of the head is the first item, or what follows the words that lead in."""
        label = read_label(block.text)
        titled = bool(self.head) or self.opened
        if label is not None and label.kind in STARTERS:
            return titled or label.kind in ("roman", "part", "article")
        return self.opened and (bool(self.lead_in) or not is_capitals(block.text))

    def _body(self, block: Paragraph, *, new: bool = False) -> None:
        self.state = "body"
        if new:
            self._open(Outline(), annex=False)
        self.outline.add(block)

    def _open(self, outline: Outline, *, annex: bool) -> None:
        self.outline = outline
        self.bodies.append((outline, annex))

    def _after(self, block: Paragraph, words: str, low: str) -> None:
        """Behind "Nơi nhận": recipients, who signs, and what follows them."""
        label = read_label(words)
        if is_annex(block, low, in_body=False):
            self._annex(block, low)
        elif begins_title(words, low) and len(words) < LONGEST_TITLE:
            self.state, self.opened = "head", False
            self._open(Outline(), annex=False)
            self._head_line(block, low)
        elif label is not None and label.kind in ("roman", "article", "part") and len(words) > 6:
            self._body(block, new=True)
        elif (is_signature(words) or self.state == "signature") and not words.startswith(
            ("-", "+")
        ):
            self._sign(block, words)
        else:
            self._receive(block, words)

    def _receive(self, block: Paragraph, words: str) -> None:
        self.recipients.append(words)
        self._context(block, words, "recipients")

    def _sign(self, block: Paragraph, words: str) -> None:
        self.state = "signature"
        self.signature.append(words)
        self._context(block, words, "signature")

    def _annex(self, block: Paragraph, low: str) -> None:
        found = ANNEX.match(low)
        number = (found["n"] or "").upper() if found else ""
        self._open_annex(number)
        self.state = "annex-head"
        self._context(block, block.text, "heading")

    def _open_annex(self, number: str = "") -> None:
        self.annexes += 1
        counted = "" if self.annexes == 1 else str(self.annexes)
        self._open(Outline(f"PL{number or counted}"), annex=True)

    def _annex_line(self, block: Paragraph, low: str) -> None:
        if read_label(block.text) is None and (is_capitals(block.text) or low.startswith("(")):
            self._context(block, block.text, "heading")
        else:
            self._body(block)

    def _table(self, table: Table) -> None:
        text = plain(" ".join(cell.text for row in table.rows for cell in row))
        tasks = read_tasks(table)
        if tasks is None and self._is_head(text):
            self._head_table(table)
        elif tasks is None and self._is_end(text, table):
            self.state = "signature"
            for row in table.rows:
                for cell in row:
                    self._signed(cell.text, Paragraph(cell.text, cell.place))
        else:
            self.opened = True
            if tasks is not None and not self.bodies[-1][1] and self._is_annexed(tasks):
                self._open_annex()
            self.state = "body"
            self.outline.add(table)

    def _is_head(self, text: str) -> bool:
        return (self.state == "head" and not self.opened) or "độc lập - tự do" in text[:600]

    def _is_end(self, text: str, table: Table) -> bool:
        behind = self.state in ("recipients", "signature") and len(table.rows) < SHORT_TABLE
        signed = text.lstrip().startswith(("nơi nhận", "tm.", "kt."))
        return behind or signed or "nơi nhận:" in text[:80]

    def _is_annexed(self, tasks: TaskTable) -> bool:
        """Whether a table of tasks stands behind the body, or was run into one that ends it."""
        ran_in = any("nơi nhận" in plain(cell.text) for cell in tasks.before)
        return self.state != "body" or ran_in

    def _head_table(self, table: Table) -> None:
        for row in table.rows:
            for cell in row:
                for line in filter(None, map(str.strip, cell.text.split("\n"))):
                    self.head.append(Paragraph(line, cell.place))
                    self._context(self.head[-1], line, "head")

    def _signed(self, text: str, block: Paragraph) -> None:
        for line in re.split(r"\n|(?<=[;:])\s+(?=-)", text):
            words = line.strip()
            if not words:
                continue
            if words.startswith(("-", "+", "Nơi nhận", "*Nơi")):
                self._receive(block, words)
            else:
                self._sign(block, words)

    def _context(self, block: Paragraph, words: str, reason: Reason) -> None:
        self.context.append(ContextClause("0", block.place, words, reason))

    def parts(self) -> Parts:
        used: set[str] = set()
        bodies = tuple(
            Body(outline.finish(used), annex)
            for outline, annex in self.bodies
            if outline.root.children
        )
        return Parts(
            tuple(self.head),
            self.lead_in,
            "; ".join(self.addressees),
            bodies,
            tuple(self.recipients),
            tuple(self.signature),
            tuple(self.context),
        )
