"""What would be recorded twice, told before anything is written."""

from collections.abc import Hashable

from cchc_cli.domain.entries import Content
from cchc_cli.errors import Repeated
from cchc_cli.ledger.protocol import Ledger, Query


class Repeats:
    """What stands in the ledger and in the lines of a file read so far.

    The ledger itself refuses repetitions too, when it writes; it knows no lines.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._asked: set[tuple[Hashable, ...]] = set()
        self._entries: dict[Hashable, int] = {}
        self._lines: dict[Hashable, int] = {}

    def refuse(self, content: Content, line: int = 0) -> None:
        """Refuse a content that was said already, else remember it with its line.

        Raises:
            Repeated: naming the entry or the line.
        """
        said = _said(content)
        if said in self._lines:
            raise Repeated("repeats_line", line=self._lines[said])
        # With a key of its own a retry finds its entry, which only the writing tells.
        if content.key is None:
            self._ask(content)
            if said in self._entries:
                raise Repeated("repeated", id=self._entries[said])
        self._lines[said] = line

    def _ask(self, content: Content) -> None:
        about = (content.kind, content.duty, content.agency, content.period)
        if about not in self._asked:
            self._asked.add(about)
            known = Query(
                content.plan, content.duty, content.agency, content.period, (content.kind,),
                active=True,
            )  # fmt: skip
            for entry in self._ledger.find(known):
                self._entries.setdefault(_said(entry.content), entry.id)


def _said(content: Content) -> Hashable:
    """What is alike in contents that repeat each other; see ``Content.repeats``."""
    if content.document is None:
        return content._replace(key=None)
    return (
        content.kind, content.plan, content.duty, content.agency, content.period, content.target,
        content.until, content.document.number.casefold(),
    )  # fmt: skip
