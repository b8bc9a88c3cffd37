"""Workbooks that came back: glanced at all together, then read and recorded one by one.

What a file says is let go of before the next is read, so that memory does not grow with it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cchc_cli import output
from cchc_cli.cli.form_files import shown_names
from cchc_cli.cli.progress import bar
from cchc_cli.cli.recording import append
from cchc_cli.cli.session import Session, now
from cchc_cli.domain.forms import FORMAT, Seal
from cchc_cli.domain.plan import Plan
from cchc_cli.domain.returned import FormFault, Returned
from cchc_cli.errors import NotFound, OutputFault, Repeated, UsageFault
from cchc_cli.evidence import EvidenceFolder
from cchc_cli.intake.rows import Indicators
from cchc_cli.intake.workbook import Expected, read_seal, read_workbook
from cchc_cli.services.collecting import whom_to_ask
from cchc_cli.services.handed_in import Roll, roll_of
from cchc_cli.services.intake import Reception, Verdict
from cchc_cli.services.occasions import parse_period
from cchc_cli.views.returns import Taken, phrases
from cchc_cli.views.wording import returns as words


class Unit(NamedTuple):
    """Whose workbook a file is: the key of its period, the id of its agency."""

    period: str
    agency: str


class Intake:
    """One run over files, for a plan.

    Args:
        session: with a workspace.
        plan: the plan.
        typed: the one period that is taken, as typed; None takes that of the files.
        today: the last day that may be filled in.
    """

    def __init__(self, session: Session, plan: Plan, typed: str | None, today: date) -> None:
        workspace, self._ledger = session.required()
        self._session, self._plan = session, plan
        self._evidence = EvidenceFolder(workspace.evidence)
        self._period = parse_period(plan, typed) if typed else None
        book = session.book(plan)
        self._reception = Reception(book, self._ledger, phrases(), self._period)
        names = {one.id: one.name for one in plan.indicators}
        units = {one.id: one.unit for one in plan.indicators}
        self._expected = Expected(
            today, Indicators(names, units), self._reception.refuse, self._reception.keys
        )
        self._numbers: list[int] = []

    def read(self, files: Sequence[Path]) -> Iterator[Returned]:
        """What the files say, read one at a time as they are asked for.

        All are glanced at before: which unit and period each is of decides what may be taken.

        Raises:
            UsageFault: if they are of several periods, and none was chosen.
        """
        names, units = shown_names(files), self._glance(files)
        return self._one_by_one(names, units, self._clashing(units, names))

    def _one_by_one(
        self,
        names: Mapping[Path, str],
        units: Mapping[Path, Unit],
        clashing: Mapping[Path, Sequence[str]],
    ) -> Iterator[Returned]:
        for file, name in names.items():
            returned = read_workbook(file, self._expected)._replace(shown=name)
            if others := clashing.get(file):
                values = {"other": ", ".join(others)}
                yield _stopped(returned, FormFault("form_two_files", values=values))
            elif returned.seal and not returned.refused and _unit(returned.seal) != units.get(file):
                yield _stopped(returned, FormFault("form_changed"))
            else:
                yield returned

    def _glance(self, files: Sequence[Path]) -> Mapping[Path, Unit]:
        """The unit and period of each file that is not refused at once."""
        units: dict[Path, Unit] = {}
        with bar(words.SORTING, len(files)) as advance:
            for file in files:
                seal = read_seal(file)
                if seal and seal.format == FORMAT and self._reception.refuse(seal) is None:
                    units[file] = _unit(seal)
                advance()
        periods = Counter(one.period for one in units.values())
        if len(periods) > 1:
            known = ", ".join(f"{key} ({number})" for key, number in sorted(periods.items()))
            raise UsageFault("form_periods", known=known)
        if periods and self._period is None:
            self._period = parse_period(self._plan, next(iter(periods)))
        return units

    def _clashing(
        self, units: Mapping[Path, Unit], names: Mapping[Path, str]
    ) -> Mapping[Path, Sequence[str]]:
        """Files of one unit that say different things and were both never seen: the others' names.

        Copies of one file are one.
        """
        of_unit: dict[Unit, list[Path]] = {}
        for file, unit in units.items():
            of_unit.setdefault(unit, []).append(file)
        clashing: dict[Path, list[str]] = {}
        for files in of_unit.values():
            fresh = self._fresh(files) if len(files) > 1 else {}
            for digest, copies in fresh.items():
                others = [names[some[0]] for key, some in fresh.items() if key != digest]
                clashing |= dict.fromkeys(copies, others)
        return clashing

    def _fresh(self, files: Iterable[Path]) -> Mapping[str, Sequence[Path]]:
        """The files without a fault that were never taken, by what is in them."""
        fresh: dict[str, list[Path]] = {}
        for file in files:
            returned = read_workbook(file, self._expected)
            if returned.seal and not returned.faults and not self._reception.known(returned):
                fresh.setdefault(returned.evidence.sha256, []).append(file)
        return fresh

    def judge(self, files: Sequence[Path]) -> Taken:
        """What would become of the files, as the ledger is now; nothing is written.

        Raises:
            UsageFault: as ``read``.
        """
        read, verdicts = self.read(files), list[Verdict]()
        with bar(words.READING, len(files)) as advance:
            for returned in read:
                verdicts.append(self._reception.judge(returned).summed_up())
                advance()
        return Taken(tuple(verdicts), roll=self._roll(), dry=True)

    def take(self, files: Sequence[Path]) -> Taken:
        """Read and record the files one by one, each in one go or not at all.

        Raises:
            UsageFault: as ``read``.
            OutputFault: if a file cannot be kept as evidence.
            LedgerFault: if the ledger cannot be written.
            KeyboardInterrupt: if it is stopped, after saying how far it came.
        """
        verdicts: list[Verdict] = []
        try:
            read = self.read(files)
            with bar(words.WRITING, len(files)) as advance:
                for returned in read:
                    verdicts.append(self._take(self._reception.judge(returned)).summed_up())
                    advance()
        except KeyboardInterrupt:
            output.note(words.STOPPED.format(done=len(verdicts), number=len(files)))
            raise
        return Taken(tuple(verdicts), tuple(self._numbers), self._roll())

    def _take(self, verdict: Verdict) -> Verdict:
        if not verdict.contents:
            return verdict
        returned = verdict.returned
        try:
            if not self._keep(returned):
                return _refused(verdict, FormFault("form_changed"))
            appended = append(self._session, self._ledger, verdict.contents, now())
        except Repeated as error:
            values = {"id": str(error.values["id"])}
            return _refused(verdict, FormFault("form_meanwhile", values=values))
        self._numbers += [one.entry.id for one in appended if not one.found]
        return verdict

    def _keep(self, returned: Returned) -> bool:
        """Keep a file as evidence; False if it is not what was read any more."""
        try:
            kept = self._evidence.keep(returned.file, returned.evidence.name)
        except NotFound:
            return False
        except OutputFault as error:
            if error.code != "evidence_changed":
                raise
            return False
        return kept == returned.evidence

    def _roll(self) -> Roll | None:
        """Who has sent by now; None if no file tells its period."""
        if self._period is None:
            return None
        book = self._session.book(self._plan)
        return roll_of(book, whom_to_ask(book, self._period))


def _unit(seal: Seal) -> Unit:
    return Unit(seal.period, seal.agency)


def _stopped(returned: Returned, fault: FormFault) -> Returned:
    return returned._replace(faults=(fault,), refused=True)


def _refused(verdict: Verdict, fault: FormFault) -> Verdict:
    return Verdict(verdict.returned, "refused", verdict.agency, faults=(fault,))
