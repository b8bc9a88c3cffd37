"""What a document comes to while it is read: every clause is put down once, whatever it is."""

from collections.abc import Sequence

from cchc_cli.plan.draft.blocks import Cell, Place, Table
from cchc_cli.plan.draft.book import Book
from cchc_cli.plan.draft.model import ContextClause, DraftDuty, NobodyFound, Reason
from cchc_cli.plan.draft.outline import Node
from cchc_cli.plan.draft.single import Means, Task, Where, make_duties
from cchc_cli.plan.draft.time_schedules import Frame

WIDEST = 400
SHOWN_ROWS = 3


class Tally:
    """Duties, context and what nobody was found for, in the order of the document."""

    def __init__(self, book: Book, frame: Frame) -> None:
        self.book = book
        self.frame = frame
        self.duties: list[DraftDuty] = []
        self.context: list[ContextClause] = []
        self.nobody: list[NobodyFound] = []
        self._means = Means(book, frame)
        self._ids: set[str] = set()

    def add(
        self, tasks: Sequence[Task], locator: str, place: Place, *, table: bool = False
    ) -> None:
        """Put down the tasks of a clause as duties; what nobody is charged with is nobody's."""
        for task in tasks:
            if not task.charge.idents:
                self.leave(locator, place, task.text)
        tasks = [task for task in tasks if task.charge.idents]
        made = make_duties(tasks, Where(locator, place), self._means, self._ids, table=table)
        self._ids.update(one.id.casefold() for one in made)
        self.duties += made

    def tell(self, node: Node, reason: Reason) -> None:
        """Put down an item, not those under it, as context."""
        self.words(node.locator, node.place, node.text, reason)

    def words(self, locator: str, place: Place, words: str, reason: Reason) -> None:
        """Put down words of a clause as context."""
        if words.strip():
            self.context.append(ContextClause(locator, place, words, reason))

    def heading(self, node: Node) -> None:
        """Put down a heading, once for all groups of items under it."""
        told = any(
            one.clause == node.locator and one.words == node.text for one in self.context[-8:]
        )
        if not told and node.kind != "root":
            self.tell(node, "heading")

    def leave(self, locator: str, place: Place, words: str) -> None:
        """Put down words that nobody was found for."""
        self.nobody.append(NobodyFound(locator, place, words))

    def cell(self, locator: str, cell: Cell, reason: Reason) -> None:
        """Put down a cell as context."""
        self.words(locator, cell.place, " ".join(cell.text.split())[:WIDEST], reason)

    def table(self, node: Node, table: Table, reason: Reason) -> None:
        """Put down a whole table as context, by its first rows."""
        cells = (cell.text for row in table.rows[:SHOWN_ROWS] for cell in row if cell.text.strip())
        words = " ".join(" | ".join(cells).split())[:WIDEST]
        self.words(node.locator, node.place, words, reason)
