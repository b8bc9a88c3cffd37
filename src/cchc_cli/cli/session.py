"""The session: which plan, which day, which agency; the one place that looks at the environment."""

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from cchc_cli import output
from cchc_cli.cli.workspace import Workspace, find_workspace, login
from cchc_cli.domain.agencies import Agency, Group, Roster
from cchc_cli.domain.amending import in_force
from cchc_cli.domain.local_time import day_begins, local_day
from cchc_cli.domain.names import Answer, find_agency, find_group
from cchc_cli.domain.plan import Plan
from cchc_cli.domain.succession import forebears
from cchc_cli.errors import Ambiguous, NotFound, TemplateFault, UsageFault
from cchc_cli.ledger.protocol import Author, Ledger
from cchc_cli.plan.shelf import Entry, Shelf, cache_folder
from cchc_cli.resources import packaged
from cchc_cli.services.book import Book
from cchc_cli.views.wording.agencies import FOREBEAR
from cchc_cli.views.wording.days import day_text
from cchc_cli.views.wording.parser import NOTE_MARKS, NOTE_PART

LISTED = 12


def now() -> datetime:
    """The present moment; the one place that looks at the clock."""
    return datetime.now(UTC)


def today_or(chosen: date | None) -> date:
    """The day that was chosen, or today's date in Việt Nam."""
    return chosen or local_day(now())


class Session:
    """What a command works with: the workspace, its plans, its ledger.

    Args:
        folder: the workspace that was named; None takes the one that the current folder lies in.

    Raises:
        NotFound: if the named folder is no workspace.
    """

    def __init__(self, folder: Path | None) -> None:
        self.workspace = find_workspace(folder, os.environ, Path.cwd())
        self._ledger: Ledger | None = None

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, *_: object) -> None:
        if self._ledger is not None:
            self._ledger.close()

    @property
    def plans_folder(self) -> Path:
        """``CCHC_PLANS``, or the workspace's plans, or those that travel with the program."""
        if chosen := os.environ.get("CCHC_PLANS"):
            return Path(chosen)
        return self.workspace.plans if self.workspace else packaged("plans")

    def template_folders(self, chosen: Path | None) -> list[Path]:
        """Where templates are looked for: the user's own folder wins, file by file.

        Raises:
            TemplateFault: if the user's folder is not there.
        """
        named = os.environ.get("CCHC_TEMPLATES")
        own = chosen or (Path(named) if named else None)
        if own is not None and not own.is_dir():
            raise TemplateFault("no_template_folder", folder=own)
        of_workspace = self.workspace.templates if self.workspace else None
        return [folder for folder in (own, of_workspace, packaged("templates")) if folder]

    def plan(self, named: str | None, today: date) -> Plan:
        """The plan of :meth:`issued_plan`, as it reads on ``today``."""
        return in_force(self.issued_plan(named, today), today)

    def issued_plan(self, named: str | None, today: date) -> Plan:
        """The plan that was named, or the one that holds on ``today``, as it was issued.

        Where none does, the one that ended last before it, or else the next to begin.

        Raises:
            NotFound: if there is no plan, or none of that name.
            Ambiguous: if several hold on ``today``.
            BadPlan: if its file has errors.
        """
        shelf = _shelf(self.plans_folder)
        if named and named.endswith((".yaml", ".yml")):
            path = Path(named)
            if not path.is_file():
                raise NotFound("no_plan", name=named, known=_known(shelf.entries()))
            return _shelf(path.parent).plan(path.name)
        return shelf.plan(_choose(shelf.entries(), named, today, self.plans_folder).stem)

    def plan_file(self, plan: Plan, named: str | None) -> Path:
        """The user's file of a plan, to be edited.

        Raises:
            NotFound: if it is one that travels with the program, not the user's own.
        """
        if named and named.endswith((".yaml", ".yml")):
            return Path(named)
        if self.workspace is None and not os.environ.get("CCHC_PLANS"):
            raise NotFound("plan_file_needed", id=plan.id)
        shelf = _shelf(self.plans_folder)
        return shelf.path(next(one.stem for one in shelf.entries() if one.id == plan.id))

    def plan_of(self, ident: str, today: date) -> Plan:
        """The plan that an entry speaks of; the one of today if its file is gone."""
        shelf = _shelf(self.plans_folder)
        named = next((one.stem for one in shelf.entries() if one.id == ident), None)
        return in_force(shelf.plan(named), today) if named else self.plan(None, today)

    @property
    def ledger(self) -> Ledger | None:
        """The workspace's ledger; None without a workspace.

        Raises:
            LedgerFault: if it cannot be opened.
        """
        if self._ledger is None and self.workspace is not None:
            # Loaded here: a query without a workspace needs no database.
            from cchc_cli.ledger.sqlite import SqliteLedger

            self._ledger = SqliteLedger(self.workspace.ledger)
        return self._ledger

    def required(self) -> tuple[Workspace, Ledger]:
        """The workspace and its ledger, for what cannot be done without.

        Raises:
            NotFound: if there is no workspace, with how to begin.
        """
        ledger = self.ledger
        if self.workspace is None or ledger is None:
            raise NotFound("workspace_needed")
        return self.workspace, ledger

    def book(self, plan: Plan, as_of: date | None = None) -> Book:
        """The plan with its ledger, as it was known at the end of ``as_of``."""
        ledger = self.ledger
        if as_of is None or ledger is None:
            return Book(plan, ledger)
        last = day_begins(as_of + timedelta(days=1)) - timedelta(microseconds=1)
        return Book(plan, ledger, ledger.number_at(last))

    def author(self) -> Author:
        """Who records: the operating-system user, and the name in the workspace's settings."""
        return Author(login(), self.workspace.name if self.workspace else None)


def open_plan(named: str | None, today: date) -> Plan:
    """The plan that a command would take without a named workspace."""
    return Session(None).plan(named, today)


def _shelf(folder: Path) -> Shelf:
    return Shelf(folder, cache_folder(os.environ, Path.home()))


def _known(entries: tuple[Entry, ...]) -> str:
    return ", ".join(f"{entry.stem} ({entry.title})" for entry in entries)


def _choose(entries: tuple[Entry, ...], named: str | None, today: date, folder: Path) -> Entry:
    if named:
        for entry in entries:
            if named in (entry.stem, entry.id):
                return entry
        raise NotFound("no_plan", name=named, known=_known(entries))
    usable = [entry for entry in entries if not entry.faulty] or list(entries)
    if not usable:
        raise NotFound("no_plans", folder=folder)
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
    if answer.ended is not None and (old := _forebear(plan, answer.ended)) is not None:
        day = day_text(answer.ended.first) if answer.ended.first else ""
        output.note(FOREBEAR.format(new=answer.ended.name, day=day, old=old.name))
        return old
    raise _no_agency(plan, typed, answer)


def _forebear(plan: Plan, later: Agency) -> Agency | None:
    """Whom an agency that came after the plan took over from, if that is one in its time."""
    if later.first is None or later.first <= plan.validity.last:
        return None
    validity = plan.validity
    found = forebears(Roster(plan.registry), later.id, validity.binding_from, validity.last)
    return found[0] if len(found) == 1 else None


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
