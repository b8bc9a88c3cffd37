"""Which agency is meant by a name, whatever day it existed on."""

from datetime import date

from cchc_cli import output
from cchc_cli.cli.session import LISTED
from cchc_cli.domain.agencies import Agency, Registry, Roster
from cchc_cli.domain.names import find_agency
from cchc_cli.domain.plan import Plan
from cchc_cli.domain.succession import forebears
from cchc_cli.errors import Ambiguous, NotFound, UsageFault
from cchc_cli.views.wording.agencies import FOREBEAR_WITHIN
from cchc_cli.views.wording.days import day_text
from cchc_cli.views.wording.parser import NOTE_MARKS, NOTE_PART

LONG_AGO, FAR_OFF = date(1900, 1, 1), date(2199, 12, 31)


def agency_ever(registry: Registry, typed: str, day: date | None = None) -> Agency:
    """The agency of that name on a day, or else on any day.

    Raises:
        NotFound: if there is none, with the nearest names.
        Ambiguous: if several answer.
        UsageFault: if the name is empty or a group's.
    """
    if not typed.strip():
        raise UsageFault("empty_name")
    named = next((one for one in registry.agencies if one.id == typed.strip()), None)
    if named is not None:
        return named
    answer = find_agency(registry, typed, day, day) if day else None
    if answer is None or len(answer.agencies) != 1:
        answer = find_agency(registry, typed, LONG_AGO, FAR_OFF)
    if len(answer.agencies) == 1:
        if answer.certainty != "same":
            words = NOTE_PART if answer.certainty == "part" else NOTE_MARKS
            output.note(words.format(typed=typed, name=answer.agencies[0].name))
        return answer.agencies[0]
    if answer.agencies:
        known = "\n".join(f"  {one.name} ({one.id})" for one in answer.agencies[:LISTED])
        raise Ambiguous("many_agencies", name=typed, number=len(answer.agencies), known=known)
    if answer.group is not None:
        raise UsageFault("group_not_agency", name=typed)
    raise NotFound("no_agency", name=typed, nearest=", ".join(answer.nearest))


def tell_forebears(plan: Plan, agency: Agency) -> None:
    """Say whom an agency took over from while the plan was running, for what came before."""
    first, last = plan.validity.binding_from, plan.validity.last
    for old in forebears(Roster(plan.registry), agency.id, first, last):
        if old.end is not None and old.end <= last:
            output.note(FOREBEAR_WITHIN.format(old=old.name, day=day_text(old.end)))
