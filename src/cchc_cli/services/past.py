"""What the ledger holds of a unit's workbook, and what a new file of it changes there.

Keys of entries tell whose they are: ``collect:PLAN:PERIOD:AGENCY:LINE#NUMBER``, the number counting
all entries of the line, cancelled ones too, so that a key never comes twice.
"""

from collections.abc import Iterable, Iterator

from cchc_cli.domain.entries import Content, Entry
from cchc_cli.domain.forms import Seal
from cchc_cli.domain.occurrences import Occurrence
from cchc_cli.domain.returned import Returned
from cchc_cli.ledger.protocol import Ledger, Query
from cchc_cli.services.told import Line

RECEIPT, FIGURES = "form", "figures"


def prefix_of(plan: str, period: str, agency: str) -> str:
    """How the keys of all entries of a unit's workbook begin."""
    return f"collect:{plan}:{period}:{agency}:"


class Past:
    """What the ledger holds of the unit, and of its workbook for the period."""

    def __init__(self, ledger: Ledger, seal: Seal) -> None:
        self._ledger = ledger
        self._prefix = prefix_of(seal.plan, seal.period, seal.agency)
        self._agency = seal.agency
        self._ours: dict[str, list[Entry]] = {}
        self._others: list[Entry] = []
        told = Query(plan=seal.plan, agency=seal.agency, kinds=("done", "none", "narrative"))
        for entry in ledger.find(told):
            key = entry.content.key or ""
            if key.startswith(self._prefix):
                line = key.removeprefix(self._prefix).rpartition("#")[0]
                self._ours.setdefault(line, []).append(entry)
            else:
                self._others.append(entry)

    def knows(self, returned: Returned) -> bool:
        """Whether an entry stands, or stood, on that very file."""
        sha256 = returned.evidence.sha256
        return any(
            file.sha256 == sha256
            for entries in self._ours.values()
            for entry in entries
            for file in entry.content.files
        )

    def standing(self, line: str) -> Entry | None:
        """The entry of a line that was not taken back."""
        entries = reversed(self._ours.get(line, []))
        return next((one for one in entries if not self._ledger.cancelled_by(one.id)), None)

    def key(self, line: str) -> str:
        """A key for the next entry of a line."""
        return f"{self._prefix}{line}#{len(self._ours.get(line, [])) + 1}"

    def figures(self) -> dict[str, float]:
        """The figures that the workbook brought so far."""
        entry = self.standing(FIGURES)
        return {one.indicator: one.value for one in entry.content.figures} if entry else {}

    def done_elsewhere(self, occurrence: Occurrence, key: str) -> Entry | None:
        """An entry by another hand that says a task was done, where the workbook never did."""
        if self.standing(key) is not None:
            return None
        told = ("done", occurrence.duty.id, occurrence.key)
        for entry in self._others:
            about = entry.content
            mine = (about.kind, about.duty, about.period) == told and about.agency == self._agency
            if mine and not self._ledger.cancelled_by(entry.id):
                return entry
        return None

    def told_elsewhere(self, content: Content) -> bool:
        """Whether somebody recorded the same thing by hand."""
        return any(
            _alike(content, one.content) and not self._ledger.cancelled_by(one.id)
            for one in self._others
        )


def _alike(content: Content, other: Content) -> bool:
    if content.kind == "narrative":
        return said(content) == said(other)
    return content.document is not None and content.repeats(other)


def said(content: Content) -> Content:
    """What an entry says, without what stands behind it."""
    return content._replace(files=(), key=None)


class Writing:
    """The entries of one file, each resting on the file itself."""

    def __init__(self, returned: Returned, past: Past, reason: str) -> None:
        self._files = (returned.evidence,)
        self._past = past
        self._reason = reason

    def replacing(self, lines: Iterable[Line]) -> Iterator[Content]:
        """What is taken back, then what is new; lines that stay as they are bring nothing."""
        fresh = []
        for line in lines:
            standing = self._past.standing(line.name)
            content = line.content
            if standing and content and said(standing.content) == said(content):
                continue
            if standing is not None:
                yield self._undo(standing)
            if content is not None:
                key = self._past.key(line.name)
                fresh.append(content._replace(files=self._files, key=key))
        yield from fresh

    def receipt(self, content: Content) -> Content:
        """The entry that the file came."""
        return content._replace(files=self._files, key=self._past.key(RECEIPT))

    def _undo(self, entry: Entry) -> Content:
        about = entry.content
        return Content(
            "correction", about.plan, about.duty, about.agency, about.period,
            counts_on=about.counts_on, files=self._files, target=entry.id, text=self._reason,
            key=f"{about.key}:undone",
        )  # fmt: skip
