"""The session: which plan, which day, which agency; the one place that looks at the environment."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

from cchc_cli import output
from cchc_cli.domain.agencies import Agency, Group
from cchc_cli.domain.local_time import local_day
from cchc_cli.domain.names import Answer, find_agency, find_group
from cchc_cli.domain.plan import Plan
from cchc_cli.errors import Ambiguous, NotFound, TemplateFault, UsageFault
from cchc_cli.plan.shelf import Entry, Shelf, cache_folder
from cchc_cli.resources import packaged
from cchc_cli.views.wording.parser import NOTE_MARKS, NOTE_PART
from cchc_cli.views.wording.words import day_text

LISTED = 12


def today_or(chosen: date | None) -> date:
    """The day that was chosen, or today's date in Việt Nam."""
    return chosen or local_day(datetime.now(UTC))


def plans_folder() -> Path:
    """``CCHC_PLANS``, or the plans that travel with the program."""
    chosen = os.environ.get("CCHC_PLANS")
    return Path(chosen) if chosen else packaged("plans")


def template_folders(chosen: Path | None) -> list[Path]:
    """Where templates are looked for: the user's own folder wins, file by file.

    Raises:
        TemplateFault: if the user's folder is not there.
    """
    own = chosen or (Path(found) if (found := os.environ.get("CCHC_TEMPLATES")) else None)
    if own is not None and not own.is_dir():
        raise TemplateFault("no_template_folder", folder=own)
    return [*([own] if own else []), packaged("templates")]


def open_plan(named: str | None, today: date) -> Plan:
    """The plan that was named, or the one that holds on ``today``.

    Where none does, the one that ended last before it, or else the next to begin.

    Raises:
        NotFound: if there is no plan, or none of that name.
        Ambiguous: if several hold on ``today``.
        BadPlan: if its file has errors.
    """
    if named and named.endswith((".yaml", ".yml")):
        path = Path(named)
        if not path.is_file():
            raise NotFound("no_plan", name=named, known=_known(_shelf(plans_folder()).entries()))
        return _shelf(path.parent).plan(path.name)
    shelf = _shelf(plans_folder())
    return shelf.plan(_choose(shelf.entries(), named, today).stem)


def _shelf(folder: Path) -> Shelf:
    return Shelf(folder, cache_folder(os.environ, Path.home()))


def _known(entries: tuple[Entry, ...]) -> str:
    return ", ".join(f"{entry.stem} ({entry.title})" for entry in entries)


def _choose(entries: tuple[Entry, ...], named: str | None, today: date) -> Entry:
    if named:
        for entry in entries:
            if named in (entry.stem, entry.id):
                return entry
        raise NotFound("no_plan", name=named, known=_known(entries))
    usable = [entry for entry in entries if not entry.faulty] or list(entries)
    if not usable:
        raise NotFound("no_plans", folder=plans_folder())
    valid = [entry for entry in usable if entry.holds_on(today)]
    if len(valid) > 1:
        raise Ambiguous("many_plans", day=day_text(today), known=_known(tuple(valid)))
    if valid:
        return valid[0]
    past = [entry for entry in usable if entry.end <= today]
    return max(past, key=lambda entry: entry.end) if past else usable[0]


def choose_agency(plan: Plan, typed: str | None) -> Agency | None:
    """The one agency that is meant; what had to be assumed is said on standard error.

    Raises:
        NotFound: if none is, with the nearest names; or if it did not exist in the plan's time.
        Ambiguous: if several are.
        UsageFault: if it is the name of a group.
    """
    if typed is None:
        return None
    if not typed.strip():
        raise UsageFault("empty_name")
    validity = plan.validity
    answer = find_agency(plan.registry, typed, validity.binding_from, validity.last)
    if len(answer.agencies) == 1:
        agency = answer.agencies[0]
        if answer.certainty != "same":
            words = NOTE_PART if answer.certainty == "part" else NOTE_MARKS
            output.note(words.format(typed=typed, name=agency.name))
        return agency
    if answer.agencies:
        shown = [f"  {agency.name}" for agency in answer.agencies[:LISTED]]
        shown += ["  …"] if len(answer.agencies) > LISTED else []
        known = "\n".join(shown)
        raise Ambiguous("many_agencies", name=typed, number=len(answer.agencies), known=known)
    raise _no_agency(plan, typed, answer)


def _no_agency(plan: Plan, typed: str, answer: Answer) -> NotFound | UsageFault:
    if answer.group is not None:
        return UsageFault("agency_is_group", name=typed, id=answer.group.id)
    if answer.ended is not None:
        names = {agency.id: agency.name for agency in plan.registry.agencies}
        heirs = ", ".join(names[one.agency] for one in answer.ended.successors)
        validity = plan.validity
        span = f"{day_text(validity.first)} - {day_text(validity.last)}"
        hint = f" Cơ quan kế thừa: {heirs}." if heirs else ""
        return NotFound("agency_ended", name=answer.ended.name, period=span, hint=hint)
    return NotFound("no_agency", name=typed, nearest=", ".join(answer.nearest))


def choose_group(plan: Plan, typed: str | None) -> Group | None:
    """The group of that id or name.

    Raises:
        NotFound: if there is none.
    """
    if typed is None:
        return None
    group = find_group(plan.registry, typed)
    if group is None:
        known = ", ".join(one.id for one in plan.registry.groups)
        raise NotFound("no_group", name=typed, known=known)
    return group
