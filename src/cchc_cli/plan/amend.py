"""Writing an amendment: a file beside the plan's, and its name in the plan's own file."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from cchc_cli.domain.plan import Plan
from cchc_cli.errors import BadPlan
from cchc_cli.plan import spelling
from cchc_cli.plan.build_amendments import Written, with_amendments
from cchc_cli.plan.faults import Fault
from cchc_cli.plan.gate import validate
from cchc_cli.plan.models.amendment import AmendmentModel
from cchc_cli.plan.models.plan import DutyModel
from cchc_cli.plan.source import read_source, read_text
from cchc_cli.plan.splice import Splice

FORMAT = "cchc-amendment/1"
HEAD = "# yaml-language-server: $schema=amendment.schema.json\n"
# What a changed duty is mostly changed in; the rest is told in a comment.
OFFERED = ("text", "schedule", "time_words", "lead", "implement", "cooperate", "partners")
TASK_KEYS = {"content": "text", "time": "schedule"}


class Wish(NamedTuple):
    """What an amendment is to say.

    Attributes:
        since: the first day on which it is in force.
        document: type, number and date of the amending document, as they are written.
        change, end, add: ids of duties.
        extend: (duty, period if it was named, new last day).
        plan_to: the plan's new last day.
    """

    title: str
    since: date
    document: Mapping[str, object]
    change: Sequence[str] = ()
    add: Sequence[str] = ()
    end: Sequence[str] = ()
    extend: Sequence[tuple[str, str | None, date]] = ()
    plan_to: date | None = None


class Composed(NamedTuple):
    """An amendment's file and the plan's file that names it, both as text, and what to look at."""

    file: Path
    text: str
    plan_text: str
    warnings: tuple[Fault, ...]


def compose(plan: Plan, path: Path, wish: Wish, notes: Mapping[str, str]) -> Composed:
    """The amendment that was wished for, checked against the plan.

    Args:
        plan: the plan as all its amendments leave it.
        path: its file.
        wish: what the amendment is to say.
        notes: comments for ``change``, ``add`` and what a changed duty keeps (``kept``).

    Raises:
        BadPlan: if the plan's file is not sound, or the amendment would not be.
    """
    data = _data(path)
    named = [str(one) for one in data.get("amendments") or []]
    number = len(named) + 1
    while (file := path.with_name(f"{path.stem}.sua-doi-{number}.yaml")).exists():
        number += 1
    current = _duties(path, data, named)
    record = _record(plan, path, wish, number, current)
    text = _noted(HEAD + spelling.mapping(record, 0) + "\n", str(file), wish, current, notes)
    splice = Splice.of_file(path)
    if named:
        splice.put(("amendments", len(named)), file.name)
    else:
        splice.put(("amendments",), [file.name], after="calendar")
    return Composed(file, text, splice.result(), _checked(plan, file, text))


def _data(path: Path) -> dict[str, Any]:
    data = read_source(path).data
    return data if isinstance(data, dict) else {}


def _record(
    plan: Plan, path: Path, wish: Wish, number: int, current: Mapping[str, Mapping[str, object]]
) -> dict[str, object]:
    record: dict[str, object] = {
        "format": FORMAT,
        "id": f"{plan.id}-sd-{number}",
        "plan": path.name,
        "title": wish.title,
        "document": {**wish.document, "issuer": plan.document.issuer},
        "from": wish.since,
    }
    if wish.plan_to is not None:
        record["plan_to"] = wish.plan_to
    changes = [{"duty": ident, **_offered(current.get(ident, {}))} for ident in wish.change]
    entries = {
        "change": changes,
        "add": [_new_duty(plan, ident) for ident in wish.add],
        "end": [{"duty": ident} for ident in wish.end],
        "extend": [_extension(*one) for one in wish.extend],
    }
    return record | {key: items for key, items in entries.items() if items}


def _extension(duty: str, period: str | None, last: date) -> dict[str, object]:
    return {"duty": duty, **({"period": period} if period else {}), "to": last}


def _new_duty(plan: Plan, ident: str) -> dict[str, object]:
    return {
        "id": ident,
        "clause": ident.rstrip("abcdđeghiklmnopqrstuvxy") or ident,
        "title": "Nhiệm vụ mới",
        "text": "Nguyên văn nhiệm vụ mới",
        "lead": [plan.coordinator],
        "schedule": "continuous",
        "time_words": None,
    }


def _offered(duty: Mapping[str, object]) -> dict[str, object]:
    """The keys of a duty that an amendment mostly changes, as they are now."""
    return {key: duty[key] for key in OFFERED if key in duty}


def _duties(path: Path, data: dict[str, Any], named: Sequence[str]) -> dict[str, dict[str, object]]:
    """Each duty as the files say it, by id, amendments included."""
    found = {str(one["id"]): dict(one) for one in data.get("duties") or []}
    for annex in data.get("annexes") or []:
        for task in annex["tasks"]:
            own = {TASK_KEYS.get(key, key): value for key, value in task.items()}
            found[f"{annex['id']}.{task['no']}"] = own
    for one in sorted((_data(path.with_name(name)) for name in named), key=lambda one: one["from"]):
        for duty in one.get("add") or []:
            found[str(duty["id"])] = dict(duty)
        for change in one.get("change") or []:
            found[str(change["duty"])] |= change
    return found


def _noted(
    text: str,
    file: str,
    wish: Wish,
    current: Mapping[str, Mapping[str, object]],
    notes: Mapping[str, str],
) -> str:
    """The text with comments on what is still to be written."""
    splice = Splice(text, file)
    for at, ident in enumerate(wish.change):
        kept = ", ".join(_others(current.get(ident, {})))
        lines = [notes["change"], *([notes["kept"].format(keys=kept)] if kept else [])]
        splice.note(("change", at), lines)
    for at in range(len(wish.add)):
        splice.note(("add", at), [notes["add"]])
    return splice.result()


def _others(duty: Mapping[str, object]) -> Iterator[str]:
    for key in duty:
        if key in DutyModel.model_fields and key not in (*OFFERED, "id"):
            yield key


def _checked(plan: Plan, file: Path, text: str) -> tuple[Fault, ...]:
    """What is to be looked at in the amendment.

    Raises:
        BadPlan: if it has errors.
    """
    source = read_text(text, str(file))
    model, faults = validate(AmendmentModel, source)
    if model is not None:
        _, faults = with_amendments(plan._replace(amendments=()), [Written(model, source)])
    if any(fault.severity == "error" for fault in faults):
        raise BadPlan("bad_amendment", faults=faults, file=file)
    return faults
