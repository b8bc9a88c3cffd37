"""What a unit says of one task: whether it fits together, and the entries that it comes to."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from cchc_cli.domain.entries import Content, OfficialDocument
from cchc_cli.domain.forms import Seal
from cchc_cli.domain.occurrences import Occurrence
from cchc_cli.domain.returned import FormFault, Spot, ToldTask
from cchc_cli.services.record import is_document_number


class Line(NamedTuple):
    """What a workbook says on one line.

    Attributes:
        name: names the line within the workbook.
        content: the entry, without key and evidence; None takes back what stands.
    """

    name: str
    content: Content | None


def task_faults(told: ToldTask, occurrence: Occurrence, hurt: Collection[Spot]) -> list[FormFault]:
    """What does not fit together in a row; nothing is said of cells that are ``hurt`` already."""
    return [
        FormFault(code, told.spots.of(column), found)
        for code, column, found in _wrong(told, occurrence)
        if told.spots.of(column) not in hurt
    ]


def _wrong(told: ToldTask, occurrence: Occurrence) -> Iterator[tuple[str, str, str]]:
    """Faults as (code, column, what was found)."""
    if told.document is not None and not is_document_number(told.document):
        yield "form_document", "document", told.document
    if told.result is None:
        if any((told.document, told.day, told.product, told.degree is not None)):
            yield "form_result_needed", "result", ""
        return
    if told.result != "done":
        return
    if occurrence.key == "event":
        yield "form_event_first", "result", ""
    if told.day is None:
        yield "form_date_needed", "date", ""
    if told.document is None and told.product is None:
        yield "form_proof_needed", "document", ""
    if told.degree is not None and told.degree < 1:
        yield "form_degree", "degree", f"{told.degree:.0%}"


def _active(told: ToldTask, occurrence: Occurrence) -> bool:
    """Whether something is under way that never ends, with an activity to show for it."""
    shown = told.day is not None and (told.document or told.product)
    return told.result == "doing" and occurrence.key == "continuous" and bool(shown)


def task_lines(
    told: ToldTask, occurrence: Occurrence, seal: Seal, done: str | None, note: str | None
) -> Iterator[Line]:
    """The entries of a row: what was done or did not come up, and words on it for the report.

    Args:
        told: the row, without faults.
        occurrence: the duty in its period.
        seal: whose workbook it is.
        done: product, degree and the like, as words.
        note: what is to be said of it in the report, as words.
    """
    duty, agency = occurrence.duty.id, seal.agency
    base = Content(
        "done", seal.plan, duty, agency, occurrence.key, day=told.day, fulfils=((duty, agency),)
    )
    if told.result == "done" or _active(told, occurrence):
        document = OfficialDocument(told.document, signed=told.day) if told.document else None
        yield Line(told.key, base._replace(document=document, text=done))
    elif told.result == "none":
        yield Line(told.key, base._replace(kind="none", text=done))
    elif told.result is not None:
        yield Line(told.key, None)
    words = Content(
        "narrative", seal.plan, None, agency, seal.period, part="shortcoming", text=note
    )
    if note or told.result is not None:
        yield Line(f"note:{told.key}", words if note else None)
