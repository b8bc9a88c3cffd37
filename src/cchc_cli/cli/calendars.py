"""Calendars as commands make them: the file, and a word about what it holds."""

from pathlib import Path

from cchc_cli import output
from cchc_cli.errors import NotFound
from cchc_cli.services.agenda import Agenda
from cchc_cli.views.wording.calendars import ALL_DATED, UNDATED


def write_calendar(found: Agenda, target: Path | None, *, tasks: bool = False) -> None:
    """Write a calendar; how many deadlines it holds is said on standard error.

    Raises:
        NotFound: if it would hold nothing, which is no calendar; nothing is written then.
        OutputFault: if it cannot be written.
    """
    if not found.items:
        name = found.agency.name if found.agency else found.plan.short_title
        raise NotFound("empty_calendar", name=name, undated=found.undated)
    # Loaded here: icalendar costs as much as half a query.
    from cchc_cli.views.calendar import calendar_file

    output.write_document(calendar_file(found, tasks=tasks), target)
    said = UNDATED if found.undated else ALL_DATED
    output.note(said.format(number=len(found.items), undated=found.undated))
