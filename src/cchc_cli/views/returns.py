"""Workbooks that came back: their faults cell by cell, what became of them, and the roll call."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from cchc_cli.domain.agencies import Agency
from cchc_cli.domain.periods import Period
from cchc_cli.domain.plan import Duty, Plan
from cchc_cli.domain.returned import FormFault, ToldFigure, ToldTask
from cchc_cli.services.handed_in import HandedIn, Roll
from cchc_cli.services.intake import Phrases, Verdict
from cchc_cli.views.machine import document
from cchc_cli.views.sheet import Column, Section, Sheet
from cchc_cli.views.wording import returns as words
from cchc_cli.views.wording.days import day_text
from cchc_cli.views.wording.errors import reason
from cchc_cli.views.wording.forms import HEADERS
from cchc_cli.views.wording.words import number_text, period_name

NAMED = 12  # units that are named in one line
_FAULT_COLUMNS = (
    Column("file", words.HEADS["file"], 17),
    Column("agency", words.HEADS["agency"], 12),
    Column("place", words.HEADS["place"], 14),
    Column("column", words.HEADS["column"], 12),
    Column("fault", words.HEADS["fault"], 30),
)
_ROLL_COLUMNS = (
    Column("agency", words.ROLL_HEADS["agency"], 30),
    Column("sent", words.ROLL_HEADS["sent"], 10),
    Column("last", words.ROLL_HEADS["last"], 10, whole=True),
    Column("files", words.ROLL_HEADS["files"], 6, number=True),
    Column("entry", words.ROLL_HEADS["entry"], 6, number=True),
    Column("file", words.ROLL_HEADS["file"], 20),
)


class Taken(NamedTuple):
    """What became of all files of a run.

    Attributes:
        numbers: of the entries that were written.
        roll: who has sent by now; None where no workbook told its period.
        dry: whether nothing was written.
    """

    verdicts: tuple[Verdict, ...]
    numbers: tuple[int, ...] = ()
    roll: Roll | None = None
    dry: bool = False

    @property
    def refused(self) -> tuple[Verdict, ...]:
        """The files that were not taken."""
        return tuple(one for one in self.verdicts if one.outcome == "refused")

    def of(self, outcome: str) -> tuple[Verdict, ...]:
        """The files of which that became."""
        return tuple(one for one in self.verdicts if one.outcome == outcome)


def fault_text(fault: FormFault) -> str:
    """What is wrong and what is allowed, in one line."""
    values = {name: _shown(value) for name, value in fault.values.items()}
    meant = values.get("meant")
    values["meant_words"] = words.MEANT.format(meant=meant) if meant else ""
    values["reason"] = reason(fault.values.get("errno"))
    quoted = words.QUOTED.format(text=fault.found) if fault.found else words.EMPTY
    text = words.FAULTS[fault.code].format(**{"found": quoted, **values})
    nearest = values.get("nearest")
    return text + (words.NEAREST.format(nearest=nearest) if nearest else "")


def _shown(value: object) -> str:
    if isinstance(value, Period):
        return period_name(value)
    if isinstance(value, date):
        return day_text(value)
    return number_text(value) if isinstance(value, int | float) else str(value)


def place_text(fault: FormFault) -> str:
    """``Nhiệm vụ!J7``, or that it is the whole file."""
    sheet, cell, _ = fault.spot
    if not sheet:
        return words.WHOLE_FILE
    return words.PLACE.format(sheet=sheet, cell=cell) if cell else sheet


def header_text(fault: FormFault) -> str:
    """The header that a fault stands under."""
    if fault.spot.column is None:
        return ""
    sheet, column = fault.spot.column
    return HEADERS[sheet][column]


def faults_sheet(plan: Plan, taken: Taken) -> Sheet:
    """Every fault of every file, and below what became of all of them."""
    rows = [
        (
            one.returned.name,
            one.agency.name if one.agency else "",
            place_text(fault),
            header_text(fault),
            fault_text(fault),
        )
        for one in taken.refused
        for fault in one.faults
    ]
    sections = (Section(words.REFUSED_HEADING, rows),) if rows else ()
    above = [words.PLAN.format(title=plan.short_title)]
    if taken.roll is not None:
        above.append(words.PERIOD.format(period=period_name(taken.roll.period)))
    return Sheet(above, _FAULT_COLUMNS, sections, [*_summary(taken)])


def _summary(taken: Taken) -> Iterable[str]:
    accepted = taken.of("accepted")
    if taken.dry:
        entries = sum(one.entries for one in taken.verdicts)
        yield words.WOULD.format(number=len(accepted), entries=entries)
    elif accepted:
        numbers = taken.numbers
        span = words.SPAN.format(first=numbers[0], last=numbers[-1]) if numbers else ""
        yield words.ACCEPTED.format(number=len(accepted), entries=len(numbers), span=span)
    if corrected := sum(one.corrected for one in taken.verdicts):
        yield words.CORRECTED.format(number=corrected)
    if unchanged := taken.of("unchanged"):
        yield words.UNCHANGED.format(number=len(unchanged))
    if blank := taken.of("blank"):
        yield words.BLANK.format(number=len(blank))
    if refused := taken.refused:
        faults = sum(len(one.faults) for one in refused)
        yield words.REFUSED.format(number=len(refused), faults=faults)
    for one in taken.verdicts:
        if one.gone:
            keys = ", ".join(key.partition("|")[0] for key in one.gone)
            name = one.returned.name
            yield words.GONE.format(file=name, number=len(one.gone), keys=keys)
    if taken.roll is not None:
        if taken.roll.closed is not None and accepted:
            day = taken.roll.closed.content.day
            yield words.AFTER_CLOSE.format(day=day_text(day) if day else "")
        yield from roll_lines(taken.roll)


def roll_lines(roll: Roll) -> Iterable[str]:
    """How many have not sent theirs, and who."""
    if roll.missing:
        yield words.ROLL.format(
            missing=len(roll.missing), asked=roll.asked, names=_names(roll.missing)
        )
    else:
        yield words.ROLL_DONE.format(asked=roll.asked)
    if roll.others:
        yield words.OTHERS.format(names=_names([one.agency for one in roll.others]))


def _names(agencies: Sequence[Agency]) -> str:
    names = ", ".join(one.name for one in agencies[:NAMED])
    more = len(agencies) - NAMED
    return words.MORE.format(names=names, number=more) if more > 0 else names


def roll_sheet(plan: Plan, roll: Roll) -> Sheet:
    """Who has not sent the workbook yet, then who has."""
    missing = [(one.name, words.NOT_SENT, "", "", "", "") for one in roll.missing]
    sent = [_sent_row(one) for one in (*roll.handed_in, *roll.others)]
    sections = [
        Section(heading, rows)
        for heading, rows in ((words.MISSING_HEADING, missing), (words.SENT_HEADING, sent))
        if rows
    ]
    above = [
        words.PLAN.format(title=plan.short_title),
        words.PERIOD.format(period=period_name(roll.period)),
    ]
    return Sheet(above, _ROLL_COLUMNS, sections, [*roll_lines(roll)])


def _sent_row(one: HandedIn) -> tuple[str, ...]:
    return (
        one.agency.name,
        words.SENT_LATE if one.late else words.SENT,
        day_text(one.last),
        str(one.files),
        f"#{one.entry}",
        one.file,
    )


def read_json(plan: Plan, taken: Taken) -> str:
    """``cchc/collect-read/1``: every file with what became of it, and the roll call."""
    files = [
        {
            "file": str(one.returned.file),
            "sha256": one.returned.evidence.sha256,
            "agency": one.agency.id if one.agency else None,
            "outcome": one.outcome,
            "entries": one.entries,
            "corrections": one.corrected,
            "rows_gone": list(one.gone),
            "faults": [_fault_data(fault) for fault in one.faults],
        }
        for one in taken.verdicts
    ]
    roll = _roll_data(taken.roll) if taken.roll else None
    content = {"plan": plan.id, "dry_run": taken.dry, "files": files, "roll": roll}
    return document("collect-read", content)


def _fault_data(fault: FormFault) -> Mapping[str, object]:
    return {
        "code": fault.code.removeprefix("form_"),
        "sheet": fault.spot.sheet or None,
        "cell": fault.spot.cell or None,
        "column": fault.spot.column[1] if fault.spot.column else None,
        "found": fault.found or None,
        "message": fault_text(fault),
    }


def roll_json(plan: Plan, roll: Roll) -> str:
    """``cchc/collect-status/1``: who has sent the workbook, and who has not."""
    return document("collect-status", {"plan": plan.id, **_roll_data(roll)})


def _roll_data(roll: Roll) -> Mapping[str, object]:
    return {
        "period": roll.period.key,
        "closed": roll.closed.content.day if roll.closed else None,
        "asked": roll.asked,
        "missing": [one.id for one in roll.missing],
        "sent": [_sent_data(one, listed=True) for one in roll.handed_in]
        + [_sent_data(one, listed=False) for one in roll.others],
    }


def _sent_data(one: HandedIn, *, listed: bool) -> Mapping[str, object]:
    return {
        "agency": one.agency.id,
        "first": one.first,
        "last": one.last,
        "files": one.files,
        "entry": one.entry,
        "file": one.file,
        "after_close": one.late,
        "asked": listed,
    }


def phrases() -> Phrases:
    """The words that go into entries."""
    return Phrases(_done, _note, _figure_notes, words.RECEIPT, words.REPLACED)


def _done(told: ToldTask) -> str | None:
    pieces = [words.PRODUCT.format(text=told.product)] if told.product else []
    if told.degree is not None:
        pieces.append(words.DEGREE.format(text=f"{told.degree:.0%}"))
    return "; ".join(pieces) or None


def _note(told: ToldTask, duty: Duty) -> str | None:
    """A difficulty, or how far something is that is not done; nothing else has to be said."""
    shown = told.degree is not None or told.product is not None
    if not told.difficulty and not (told.result == "doing" and shown and _ends(told)):
        return None
    state = {"doing": words.DOING, "not_done": words.NOT_DONE}.get(told.result or "", "")
    pieces = [state, "" if told.result == "done" else _done(told) or ""]
    if told.difficulty:
        pieces.append(words.DIFFICULTY.format(text=told.difficulty))
    text = "; ".join(piece for piece in pieces if piece)
    return words.NOTE.format(id=duty.id, title=duty.title, text=text)


def _ends(told: ToldTask) -> bool:
    """Whether it is something that can be done once and for all."""
    return not told.key.endswith("|continuous")


def _figure_notes(told: Sequence[ToldFigure], names: Mapping[str, str]) -> str | None:
    notes = [
        words.FIGURE_NOTE.format(name=names.get(one.indicator, one.indicator), text=one.note)
        for one in told
        if one.note
    ]
    return "; ".join(notes) or None
