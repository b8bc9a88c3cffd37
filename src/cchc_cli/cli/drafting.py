"""Drafting a plan: the registry it is read with, the files it is written to; none is lost."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cchc_cli import output
from cchc_cli.errors import BadDocument, BadPlan, OutputFault, UsageFault
from cchc_cli.plan.draft.files import read_blocks
from cchc_cli.plan.draft.model import Draft
from cchc_cli.plan.draft.proposals import Base, registry_text
from cchc_cli.plan.draft.read import read_draft
from cchc_cli.plan.draft.write import Beside, Words, plan_text
from cchc_cli.plan.load import read_registry
from cchc_cli.plan.shelf import ENDINGS
from cchc_cli.plan.source import MAX_BYTES
from cchc_cli.views.wording import drafting as words

# A plan file has its bound in bytes and in values (some thirty a duty).
MOST_DUTIES = 5_000
REGISTRY, CALENDAR, SCHEMA = "agencies.yaml", "calendar.yaml", "plan.schema.json"


class Made(NamedTuple):
    """A draft with the files that it is written to, by name; the plan's own is the last."""

    draft: Draft
    files: Mapping[Path, str]


def draft_of(
    source: Path, target: Path | None, registry: Path | None, plans: Path, today: date
) -> Made:
    """Read a document.

    Args:
        source: the document.
        target: where the plan is to stand; None if nothing is to be written.
        registry: the registry to look agencies up in; None takes the one beside ``target``, or
            that of ``plans``.
        plans: the folder of plans in use.
        today: for a document that tells no year of its own.

    Raises:
        BadDocument: if the document is refused, or makes more duties than a plan can hold.
        BadPlan: if the registry has errors.
        UsageFault: if ``target`` has no name of a plan file.
    """
    if target is not None and target.suffix.lower() not in ENDINGS:
        raise UsageFault("not_a_plan_name", file=target)
    document = read_blocks(source)
    base = _base(target, registry, plans)
    draft = read_draft(document, base.registry if base else None, today)
    files = {} if target is None else _files(draft, source, target, base, plans)
    return Made(draft, files)


def _base(target: Path | None, chosen: Path | None, plans: Path) -> Base | None:
    """The registry that is there, if any."""
    beside = target.parent / REGISTRY if target else None
    places = [chosen] if chosen else [one for one in (beside, plans / REGISTRY) if one]
    file = next((one for one in places if one.is_file() or one is chosen), None)
    if file is None:
        return None
    found, faults = read_registry(file)
    if found is None:
        raise BadPlan("bad_plan", file=file, faults=faults)
    return Base(file, found)


def _files(
    draft: Draft, source: Path, target: Path, base: Base | None, plans: Path
) -> dict[Path, str]:
    """What is to be written: what the plan is read with first, where it is not there yet."""
    folder = target.parent
    files: dict[Path, str] = {}
    registry = _registry_place(draft, target, base)
    if base is None or registry.resolve() != base.file.resolve():
        head = words.REGISTRY_HEAD if base else words.NEW_REGISTRY_HEAD
        said = {"plan": target.name, "base": base.file.name if base else ""}
        lines = [line.format(**said) for line in head]
        files[registry] = registry_text(draft, base, lines, words.PROPOSED)
    calendar = plans / CALENDAR
    if not (folder / CALENDAR).exists() and calendar.is_file():
        files[folder / CALENDAR] = calendar.read_text("utf-8")
    schema = SCHEMA if (folder / SCHEMA).is_file() else None
    text = plan_text(draft, Beside(registry.name, CALENDAR, schema), _words(source))
    if len(text.encode()) > MAX_BYTES or len(draft.duties) > MOST_DUTIES:
        raise BadDocument("document_too_big", file=source)
    files[target] = text
    return files


def _registry_place(draft: Draft, target: Path, base: Base | None) -> Path:
    """The file of agencies: the one that is there if it says all, else one for this plan."""
    folder = target.parent
    proposed = bool(draft.agencies or draft.groups)
    if base is not None and base.file.parent.resolve() == folder.resolve() and not proposed:
        return base.file
    own = folder / REGISTRY
    return folder / f"{target.stem}-{REGISTRY}" if own.exists() else own


def _words(source: Path) -> Words:
    return Words(
        tuple(line.format(file=source.name) for line in words.HEAD),
        words.doubt_words,
        words.nobody_words,
        lambda reason: words.REASONS[reason],
    )


def write_files(files: Mapping[Path, str], force: bool) -> None:
    """Write files whole, the plan last; those that were new are taken back if one cannot be.

    Raises:
        OutputFault: if one is there already and ``force`` is not given, or one cannot be written.
    """
    there = [file for file in files if file.exists()]
    if there and not force:
        raise OutputFault("target_exists", file=there[-1])
    written: list[Path] = []
    try:
        for file, text in files.items():
            output.write(text, file)
            written.append(file)
    except OutputFault:
        for file in written:
            if file not in there:
                file.unlink(missing_ok=True)
        raise
