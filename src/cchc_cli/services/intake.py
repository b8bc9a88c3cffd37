"""From what a unit told in its workbook to entries: what is new, what is taken back, what stays.

A workbook is read line by line: a task, the figures together, each part of the narrative. A line
that says what stands in the ledger already is left alone; one that says something else is
answered by a correction and a new entry; one that says nothing leaves everything as it is. Every
file that was taken leaves a receipt, an entry without a duty, by which the roll call goes and the
same file is known again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from cchc_cli.domain.agencies import Agency
from cchc_cli.domain.entries import Content, Figure
from cchc_cli.domain.forms import SHEETS, Seal, task_key
from cchc_cli.domain.occurrences import Occurrence
from cchc_cli.domain.periods import Period
from cchc_cli.domain.plan import Duty
from cchc_cli.domain.returned import FormFault, Returned, ToldFigure, ToldTask
from cchc_cli.errors import CchcError
from cchc_cli.ledger.protocol import Ledger
from cchc_cli.services.book import Book
from cchc_cli.services.collecting import Asked, whom_to_ask
from cchc_cli.services.occasions import parse_period
from cchc_cli.services.past import FIGURES, RECEIPT, Past, Writing
from cchc_cli.services.told import Line, task_faults, task_lines

SHEET_KEYS = [one.key for one in SHEETS]
EXACT = 6  # decimals of a figure; what is beyond them is noise of floating point

# ``blank`` is a workbook in which nothing was filled in: none that came back.
Outcome = Literal["accepted", "unchanged", "blank", "refused"]


class Phrases(NamedTuple):
    """The words that go into entries.

    Attributes:
        done: product, degree and the like of something done.
        note: what is to be said of a task in the report.
        figures: the notes on figures.
        receipt: of the entry that a workbook came.
        replaced: why an entry is taken back.
    """

    done: Callable[[ToldTask], str | None]
    note: Callable[[ToldTask, Duty], str | None]
    figures: Callable[[Sequence[ToldFigure], Mapping[str, str]], str | None]
    receipt: str
    replaced: str


class Verdict(NamedTuple):
    """What becomes of a file.

    Attributes:
        contents: what has to be recorded, in this order and in one go.
        corrected: how many of them take something back.
        gone: keys of tasks that were asked for and whose rows are there no more.
        entries: how many have to be recorded, which stays when the contents are let go.
    """

    returned: Returned
    outcome: Outcome
    agency: Agency | None = None
    contents: tuple[Content, ...] = ()
    faults: tuple[FormFault, ...] = ()
    corrected: int = 0
    gone: tuple[str, ...] = ()
    entries: int = 0

    def summed_up(self) -> "Verdict":
        """What is to be said of the file, without what it says: hundreds of these are kept."""
        read = self.returned._replace(tasks=(), figures=(), words=(), keys=(), faults=())
        return self._replace(returned=read, contents=())


class Reception:
    """Where the workbooks of a plan come in.

    Args:
        book: the plan; ``ledger`` is that of its entries.
        phrases: the words that go into entries.
        only: the one period that is taken; None takes any of the plan's.
    """

    def __init__(
        self, book: Book, ledger: Ledger, phrases: Phrases, only: Period | None = None
    ) -> None:
        self._book = book
        self._ledger = ledger
        self._phrases = phrases
        self._only = only
        self._asked: dict[str, Asked] = {}
        self._agencies = {one.id: one for one in book.plan.registry.agencies}
        self._indicators = {one.id: one for one in book.plan.indicators}

    def refuse(self, seal: Seal) -> FormFault | None:
        """Why a workbook of that seal is none of those that are waited for."""
        plan = self._book.plan
        if seal.plan != plan.id:
            return FormFault("form_other_plan", found=seal.plan, values={"plan": plan.short_title})
        try:
            asked = self.asked(seal)
        except CchcError:
            asked = None
        if asked is None or (self._only and self._only.key != seal.period):
            wanted = self._only or (asked and asked.period)
            return FormFault("form_other_period", found=seal.period, values={"period": wanted})
        if seal.agency not in asked.duties or seal.agency not in self._agencies:
            return FormFault("form_other_agency", found=seal.agency)
        return None

    def asked(self, seal: Seal) -> Asked:
        """Who is asked for the period of a workbook.

        Raises:
            CchcError: if the plan has no such period, or nothing to ask in it.
        """
        if seal.period not in self._asked:
            period = parse_period(self._book.plan, seal.period)
            self._asked[seal.period] = whom_to_ask(self._book, period)
        return self._asked[seal.period]

    def keys(self, seal: Seal) -> Sequence[str]:
        """The keys of the tasks that a workbook is asked for."""
        return [task_key(one.duty.id, one.key) for one in self.asked(seal).duties[seal.agency]]

    def known(self, returned: Returned) -> bool:
        """Whether that very file was taken before."""
        return returned.seal is not None and Past(self._ledger, returned.seal).knows(returned)

    def judge(self, returned: Returned) -> Verdict:
        """What has to be recorded for a file, as the ledger is now."""
        seal = returned.seal
        if seal is None or returned.refused:
            return Verdict(returned, "refused", self._agency(seal), faults=returned.faults)
        agency, past = self._agency(seal), Past(self._ledger, seal)
        if past.knows(returned):
            return Verdict(returned, "unchanged", agency)
        lines, faults = self._lines(returned, seal, past)
        if not lines and not faults:
            return Verdict(returned, "blank", agency)
        if faults:
            return Verdict(returned, "refused", agency, faults=tuple(sorted(faults, key=_place)))
        writing = Writing(returned, past, self._phrases.replaced)
        changes = [*writing.replacing(lines)]
        contents = (*changes, writing.receipt(self._receipt(seal)))
        gone = tuple(one for one in self.keys(seal) if one not in returned.keys)
        return Verdict(
            returned,
            "accepted" if changes or past.standing(RECEIPT) is None else "unchanged",
            agency,
            contents,
            corrected=sum(one.kind == "correction" for one in changes),
            gone=gone,
            entries=len(contents),
        )

    def _agency(self, seal: Seal | None) -> Agency | None:
        return self._agencies.get(seal.agency) if seal else None

    def _lines(
        self, returned: Returned, seal: Seal, past: Past
    ) -> tuple[list[Line], list[FormFault]]:
        """What a workbook says, line by line, and all that is wrong with it."""
        faults = list(returned.faults)
        hurt = {one.spot for one in faults}
        lines: list[Line] = []
        asked = {
            task_key(one.duty.id, one.key): one for one in self.asked(seal).duties[seal.agency]
        }
        for told in returned.tasks:
            occurrence = asked.get(told.key)
            if occurrence is None:
                faults.append(FormFault("form_task_unknown", told.spots.of("result"), told.key))
                continue
            wrong = task_faults(told, occurrence, hurt)
            if told.result == "not_done" and (entry := past.done_elsewhere(occurrence, told.key)):
                values = {"entry": str(entry.id)}
                wrong.append(FormFault("form_contradicts", told.spots.of("result"), "", values))
            if wrong:
                faults += wrong
                continue
            lines += self._task(told, occurrence, seal, past)
        figures, wrong = self._figures(returned.figures, seal, past)
        lines += figures
        return [*lines, *self._words(returned, seal, past)], faults + wrong

    def _task(
        self, told: ToldTask, occurrence: Occurrence, seal: Seal, past: Past
    ) -> Iterator[Line]:
        done, note = self._phrases.done(told), self._phrases.note(told, occurrence.duty)
        for line in task_lines(told, occurrence, seal, done, note):
            # One document is recorded once, whoever recorded it.
            settled = line.content is not None and past.told_elsewhere(line.content)
            yield line._replace(content=None) if settled else line

    def _figures(
        self, told: Sequence[ToldFigure], seal: Seal, past: Past
    ) -> tuple[list[Line], list[FormFault]]:
        """The figures that a workbook adds to what others brought."""
        if not told:
            return [], []
        period = self.asked(seal).period
        own = past.figures()
        recorded = self._ledger.figures(period.first, period.end, seal.agency)
        figures, faults = dict(own), []
        for one in told:
            if one.indicator not in self._indicators:
                faults.append(FormFault("form_indicator_unknown", one.spot, one.indicator))
                continue
            if one.value is None:
                continue
            others = round(recorded.get(one.indicator, 0) - own.get(one.indicator, 0), EXACT)
            rest = round(one.value - others, EXACT)
            if rest < 0:
                faults.append(_less(one, others))
            figures[one.indicator] = int(rest) if float(rest).is_integer() else rest
            if rest == 0 and others:
                del figures[one.indicator]
        text = self._phrases.figures(
            told, {ident: one.name for ident, one in self._indicators.items()}
        )
        if not figures and not own and text is None:
            return [], faults
        content = _about(seal)._replace(
            counts_for=seal.period,
            counts_on=period.last,
            figures=tuple(Figure(one, figures[one]) for one in self._indicators if one in figures),
            text=text,
        )
        return [Line(FIGURES, content)], faults

    def _words(self, returned: Returned, seal: Seal, past: Past) -> Iterator[Line]:
        for one in returned.words:
            content = Content(
                "narrative", seal.plan, None, seal.agency, seal.period, part=one.part, text=one.text
            )
            settled = past.told_elsewhere(content)
            yield Line(f"words:{one.part}", None if settled else content)

    def _receipt(self, seal: Seal) -> Content:
        return _about(seal)._replace(text=self._phrases.receipt)


def _place(fault: FormFault) -> tuple[int, int, str]:
    """The order in which a person goes through a workbook: by sheet, row and column."""
    cell = fault.spot.cell
    letters = cell.rstrip("0123456789")
    sheet = SHEET_KEYS.index(fault.spot.column[0]) if fault.spot.column else -1
    return sheet, int(cell.removeprefix(letters) or 0), letters.rjust(3)


def _less(told: ToldFigure, others: float) -> FormFault:
    values = {"told": told.value, "recorded": others}
    return FormFault("form_less", told.spot, str(told.value), values)


def _about(seal: Seal) -> Content:
    """An entry of a unit's whole workbook."""
    return Content("done", seal.plan, None, seal.agency, seal.period)
