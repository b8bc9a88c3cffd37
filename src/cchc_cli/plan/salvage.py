"""What a faulty file still says: the model of its sound parts.

The gate stops at the first kind of fault: ids and dates are compared only in a file whose every
value is of the right kind. So that all faults are shown at once, the faulty parts are taken out and
the rest is compared, too.
"""

from collections.abc import Iterator

from pydantic import ValidationError

from cchc_cli.plan.faults import Fault
from cchc_cli.plan.gate import AnyModel
from cchc_cli.plan.source import KeyPath, Source

# Where the things of each kind (see ``unknown_id``) are listed.
LISTS = {
    "agency": ("agencies",),
    "group": ("groups",),
    "agency_or_group": ("agencies", "groups"),
    "reference": ("references",),
    "channel": ("channels",),
    "duty": ("duties", "annexes"),
}
STAND_IN = "stand-in"
STAND_INS: dict[str, object] = {
    **dict.fromkeys(
        ("id", "title", "short_title", "subject", "coordinator", "name", "territory", "place"),
        STAND_IN,
    ),
    "source": STAND_IN,
    "registry": f"{STAND_IN}.yaml",
    "calendar": f"{STAND_IN}.yaml",
    "document": {"type": STAND_IN, "issuer": STAND_IN},
    "agencies": [],
    "years": [],
}


def salvage(model: type[AnyModel], source: Source) -> tuple[AnyModel | None, Source]:
    """The model of what is sound in a source, with the source of just that; None if too little is.

    A faulty value goes alone if the mapping around it can do without, else with it. Where the file
    itself cannot do without, something stands in for it.
    """
    gone: set[KeyPath] = set()
    lent: dict[str, object] = {}
    while () not in gone:
        kept: dict[KeyPath, list[int]] = {}
        data = _without(source.data, (), gone, kept)
        rest = source._replace(data={**data, **lent} if isinstance(data, dict) else data, kept=kept)
        try:
            return model.model_validate(rest.data), rest
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                path: KeyPath = detail["loc"]
                if detail["type"] == "missing" and path[0] in STAND_INS and len(path) == 1:
                    lent[str(path[0])] = STAND_INS[str(path[0])]
                    continue
                path = path[:-1] if detail["type"] == "missing" else path
                gone.add(rest.original(_existing(rest.data, path)))
    return None, source


def is_given(fault: Fault, *sources: Source) -> bool:
    """Whether an unknown id is that of a faulty part, or can be one of a list that was not read."""
    if fault.code != "unknown_id":
        return False
    if fault.values["id"] == STAND_IN:
        return True
    told: dict[str, object] = {"agencies": None}
    for source in sources:
        told |= source.data if isinstance(source.data, dict) else {}
    lists = [told.get(name, []) for name in LISTS[str(fault.values["what"])]]
    return any(
        not isinstance(records, list) or str(fault.values["id"]) in _ids(records)
        for records in lists
    )


def _ids(records: list[object]) -> Iterator[str]:
    for record in records:
        if isinstance(record, dict):
            yield str(record.get("id"))
            tasks = record.get("tasks")
            for task in tasks if isinstance(tasks, list) else ():
                if isinstance(task, dict):
                    yield f"{record.get('id')}.{task.get('no')}"


def _without(
    value: object, path: KeyPath, gone: set[KeyPath], kept: dict[KeyPath, list[int]]
) -> object:
    """A copy of a tree without the paths in ``gone``; ``kept`` takes note of shortened lists."""
    if isinstance(value, dict):
        return {
            key: _without(item, (*path, key), gone, kept)
            for key, item in value.items()
            if (*path, key) not in gone
        }
    if isinstance(value, list):
        stay = [at for at in range(len(value)) if (*path, at) not in gone]
        if len(stay) < len(value):
            kept[path] = stay
        return [_without(value[at], (*path, at), gone, kept) for at in stay]
    return value


def _existing(data: object, path: KeyPath) -> KeyPath:
    """``path`` as far as it exists: a short form has no inside for the gate's paths to lead to."""
    found: KeyPath = ()
    for key in path:
        if not isinstance(data, dict | list):
            break
        data = data[key]  # type: ignore[index]
        found += (key,)
    return found
