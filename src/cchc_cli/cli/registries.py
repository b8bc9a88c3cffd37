"""The registry that a command is about: its file, and the agencies that are meant in it."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from cchc_cli.cli.naming import agency_ever
from cchc_cli.cli.session import Session
from cchc_cli.domain.agencies import Agency, Registry
from cchc_cli.domain.names import bare, find_agency
from cchc_cli.errors import Ambiguous, BadPlan, NotFound, UsageFault
from cchc_cli.plan.load import check_file, load_registry
from cchc_cli.plan.succeeding import Heir
from cchc_cli.resources import packaged
from cchc_cli.services.agencies import Naming, still_named
from cchc_cli.views.wording.days import day_text

FILE = "agencies.yaml"


class Book(NamedTuple):
    """A registry and the file that it was read from."""

    file: Path
    registry: Registry

    @property
    def packaged(self) -> bool:
        """Whether it travels with the program and is not the user's to edit."""
        return self.file.resolve().parent == packaged("plans").resolve()


def open_registry(chosen: Path | None, folder: Path | None) -> Book:
    """The registry that was named, or that of the plans at hand.

    Raises:
        NotFound: if there is no such file.
        BadPlan: if it has faults.
    """
    file = chosen or Session(folder).plans_folder / FILE
    if not file.is_file():
        raise NotFound("no_file_there", file=file)
    registry, faults = load_registry(file)
    if any(one.severity == "error" for one in faults):
        raise BadPlan("bad_plan", file=file, faults=faults)
    if registry is None:
        raise BadPlan("not_a_registry", file=file)
    return Book(file, registry)


def ending(registry: Registry, typed: Iterable[str], day: date) -> tuple[Agency, ...]:
    """The agencies that are to end on ``day``.

    Raises:
        UsageFault: if one does not exist the day before, or has its end already.
    """
    found = tuple(
        dict.fromkeys(agency_ever(registry, one, day - timedelta(days=1)) for one in typed)
    )
    for one in found:
        if one.end is not None:
            raise UsageFault("ended_already", name=one.name, day=day_text(one.end))
        if not one.exists_on(day - timedelta(days=1)):
            raise UsageFault("not_there_yet", name=one.name, day=day_text(day))
    return found


def heir_of(registry: Registry, typed: str, gone: tuple[Agency, ...], day: date) -> Heir:
    """Who is meant by ``NAME`` or ``NAME: words, words``: one of the registry, or a new agency.

    Raises:
        Ambiguous: if the name is merely like that of one that there is.
        UsageFault: if the name is empty.
    """
    name, _, listed = (part.strip() for part in typed.partition(":"))
    matters = tuple(word.strip() for word in listed.split(",") if word.strip())
    if not name:
        raise UsageFault("empty_name")
    named = next((one for one in registry.agencies if one.id == name), None)
    answer = find_agency(registry, name, day)
    known = (named,) if named else answer.agencies
    if known and (named or answer.certainty == "same"):
        if len(known) > 1:
            names = "\n".join(f"  {one.name} ({one.id})" for one in known)
            raise Ambiguous("many_agencies", name=name, number=len(known), known=names)
        if not known[0].exists_on(day):
            raise UsageFault("heir_not_there", name=known[0].name, day=day_text(day))
        return Heir(known[0].id, matters)
    if answer.certainty == "marks":
        raise Ambiguous("agency_alike", name=name, known=known[0].name)
    return Heir(*_new(registry, name, matters, gone[0], day))


def _new(
    registry: Registry, name: str, matters: tuple[str, ...], old: Agency, day: date
) -> tuple[str, tuple[str, ...], dict[str, object]]:
    taken = {one.id for one in registry.agencies} | {one.id for one in registry.groups}
    ident = stem = re.sub(r"[^a-z0-9]+", "-", bare(name)).strip("-") or "co-quan"
    number = 2
    while ident in taken:
        ident, number = f"{stem}-{number}", number + 1
    entry: dict[str, object] = {"id": ident, "name": name, "kind": old.kind}
    if old.superior:
        entry["superior"] = old.superior
    return ident, matters, {**entry, "from": day}


def plans_naming(book: Book, gone: tuple[str, ...], day: date) -> tuple[Naming, ...]:
    """Duties of the plans beside a registry that name those who end, on the day or later."""
    files = sorted(one for one in book.file.parent.glob("*.y*ml") if one != book.file)
    plans = (check_file(one).plan for one in files)
    return tuple(
        found for plan in plans if plan is not None for found in still_named(plan, gone, day)
    )
