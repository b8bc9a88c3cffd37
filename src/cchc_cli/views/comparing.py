"""What is not the same in two plans, as text, Markdown and JSON."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from cchc_cli.domain.agencies import Roster
from cchc_cli.domain.occurrences import Occurrence
from cchc_cli.domain.plan import Duty, Plan
from cchc_cli.services.comparing import Difference, Field, Pair, Piece
from cchc_cli.views.duties import heading, time_text
from cchc_cli.views.machine import document
from cchc_cli.views.sheet import wrapped
from cchc_cli.views.wording import comparing as words
from cchc_cli.views.wording.days import day_text
from cchc_cli.views.wording.words import FORCES, LINKS, dated_period, number_text

HOLDERS = frozenset({"lead", "implement", "cooperate", "partners"})
BODIES = frozenset({"report_to", "report_through", "coordinator"})
# Records of which only the values that changed are told.
INNER = frozenset({"document", "policy"})
# So many words on either side of a change are shown.
AROUND = 6
PERIODS = 4


def difference_text(found: Difference, width: int) -> str:
    """The difference in parts: the plan itself, duties added, gone and changed."""
    lines = [version_text(found.old, words.OLD), version_text(found.new, words.NEW)]
    for title, entries in parts(found):
        lines += ["", title]
        for entry in entries:
            lines.append(wrapped(entry[0], width - 2, "  "))
            lines += [wrapped(f"    {line}", width, "      ") for line in entry[1:]]
    return "\n".join([*lines, "", wrapped(sum_text(found), width)]) + "\n"


def difference_markdown(found: Difference) -> str:
    """The same as Markdown."""
    blocks = [f"# {words.TITLE}"]
    old, new = version_text(found.old, words.OLD), version_text(found.new, words.NEW)
    blocks.append(f"- {old}\n- {new}")
    for title, entries in parts(found):
        blocks.append(f"## {title}")
        lines = (
            f"- {entry[0]}" + "".join(f"\n  - {one}" for one in entry[1:]) for entry in entries
        )
        blocks.append("\n".join(lines))
    return "\n\n".join([*blocks, sum_text(found)]) + "\n"


def version_text(plan: Plan, sentence: str) -> str:
    """Which plan it is, and which version of one that has amendments."""
    name = heading(plan)
    if plan.as_of is not None:
        name = words.VERSION.format(plan=name, day=day_text(plan.as_of))
    elif plan.amendments:
        name = words.ISSUED.format(plan=name)
    return sentence.format(plan=name)


def parts(found: Difference) -> Iterator[tuple[str, list[list[str]]]]:
    """Each part: its heading, and its entries, a first line and lines below it."""
    own = [[one] for field in found.fields for one in field_lines(found, field)]
    if own:
        yield words.PLAN, own
    if found.sections:
        lines = (
            words.SECTION.format(name=words.FIELDS[one.name], new=len(one.new), gone=len(one.gone))
            for one in found.sections
        )
        yield words.SECTIONS, [[line] for line in lines]
    for title, plan, duties in (
        (words.ADDED, found.new, found.added),
        (words.GONE, found.old, found.gone),
    ):
        if duties:
            yield (
                words.COUNTED.format(heading=title, number=len(duties)),
                [[duty_line(one), _summary(plan, one)] for one in duties],
            )
    if found.pairs:
        title = words.COUNTED.format(heading=words.CHANGED, number=len(found.pairs))
        yield title, [_pair(found, one) for one in found.pairs]


def duty_line(duty: Duty) -> str:
    """A duty in one line."""
    return words.DUTY.format(id=duty.id, title=duty.title)


def _summary(plan: Plan, duty: Duty) -> str:
    return f"{Roster(plan.registry).names(duty.bearers)}; {time_text(duty)}"


def pair_id(pair: Pair) -> str:
    """The id of a duty on both sides, or both ids."""
    if not pair.moved:
        return pair.new.id
    return words.MOVED.format(old=pair.old.id, new=pair.new.id)


def _pair(found: Difference, pair: Pair) -> list[str]:
    lines = [words.DUTY.format(id=pair_id(pair), title=pair.new.title)]
    for field in pair.fields:
        lines.extend(field_lines(found, field))
    return lines


def field_lines(found: Difference, field: Field) -> Iterator[str]:
    """A value that changed; of a text only the words around each change."""
    name = words.FIELDS[field.name]
    if field.pieces:
        yield words.TEXT.format(name=name, text=" ".join(_marked(field.pieces)))
        return
    if field.name in INNER:
        for key, old, new in zip(field.old._fields, field.old, field.new, strict=True):
            if old != new:
                told = words.INNER.get(key, key)
                inner = words.INNER_VALUE.format(name=name, key=told, old=_or(old), new=_or(new))
                yield inner
        return
    old = value_text(found.old, field.name, field.old)
    new = value_text(found.new, field.name, field.new)
    yield words.VALUE.format(name=name, old=old, new=new)


def _marked(pieces: Sequence[Piece]) -> Iterator[str]:
    at = 0
    while at < len(pieces):
        op, text = pieces[at]
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        if op == "same":
            yield around(text, first=at == 0, last=following is None)
        elif op == "new":
            yield words.PUT_IN.format(new=text)
        elif following is not None and following.op == "new":
            yield words.REPLACED.format(old=text, new=following.text)
            at += 1
        else:
            yield words.TAKEN_OUT.format(old=text)
        at += 1


def around(text: str, *, first: bool, last: bool) -> str:
    """The words of an unchanged run that stand next to a change."""
    said = text.split()
    before = [] if first else said[:AROUND]
    after = [] if last else said[-AROUND:]
    if len(before) + len(after) >= len(said):
        return text
    return " ".join([*before, "…", *after])


def value_text(plan: Plan, name: str, value: Any) -> str:
    """A value as a person reads it."""
    if name == "schedule":
        return _periods(value)
    if value is None or value == ():
        return words.NOTHING
    roster = Roster(plan.registry)
    spoken = {
        **dict.fromkeys(HOLDERS, roster.names),
        **dict.fromkeys(BODIES, roster.name),
        **SPOKEN,
    }
    return spoken.get(name, _plain)(value)


def _or(value: Any) -> str:
    return words.NOTHING if value is None else _plain(value)


def _periods(occurrences: Sequence[Occurrence]) -> str:
    dated = [text for one in occurrences if (text := dated_period(one))]
    if not dated:
        return words.UNDATED
    more = [words.MORE.format(number=len(dated))] if len(dated) > PERIODS else []
    return "; ".join([*dated[:PERIODS], *more])


def _plain(value: Any) -> str:
    """A record, list, number or day in words."""
    if hasattr(value, "_fields") or isinstance(value, tuple):
        return "; ".join(_plain(one) for one in value if one not in (None, ()))
    if isinstance(value, date):
        return day_text(value)
    return number_text(value) if isinstance(value, float) else str(value)


SPOKEN: Mapping[str, Callable[[Any], str]] = {
    "force": lambda value: FORCES[value],
    "validity": lambda value: f"{day_text(value.first)} - {day_text(value.last)}",
    "links": lambda value: "; ".join(f"{LINKS[one.kind]} {one.to}" for one in value),
}


def sum_text(found: Difference) -> str:
    """How many duties are the same, changed, new and gone."""
    if found.empty:
        return words.EMPTY.format(number=found.same)
    number = sum(pair.moved for pair in found.pairs)
    return words.SUM.format(
        same=found.same,
        changed=len(found.pairs),
        moved=words.OF_THEM_MOVED.format(number=number) if number else "",
        added=len(found.added),
        gone=len(found.gone),
    )


def difference_json(found: Difference) -> str:
    """The difference as JSON (``cchc/plan-diff/1``)."""
    return document(
        "plan-diff",
        {
            "old": {"plan": found.old.id, "as_of": found.old.as_of},
            "new": {"plan": found.new.id, "as_of": found.new.as_of},
            "empty": found.empty,
            "same": found.same,
            "fields": [_field_data(one) for one in found.fields],
            "sections": [
                {"name": one.name, "gone": len(one.gone), "new": len(one.new)}
                for one in found.sections
            ],
            "added": [{"id": one.id, "title": one.title} for one in found.added],
            "gone": [{"id": one.id, "title": one.title} for one in found.gone],
            "changed": [
                {
                    "old_id": one.old.id,
                    "id": one.new.id,
                    "title": one.new.title,
                    "moved": one.moved,
                    "fields": [_field_data(field) for field in one.fields],
                }
                for one in found.pairs
            ],
        },
    )


def _field_data(field: Field) -> dict[str, object]:
    if field.name == "schedule":
        return {"name": "schedule", "old": _due_data(field.old), "new": _due_data(field.new)}
    return {"name": field.name, "old": _data(field.old), "new": _data(field.new)}


def _due_data(occurrences: Sequence[Occurrence]) -> list[dict[str, object]]:
    return [
        {"key": one.key, "due": one.deadline.effective if one.deadline else None}
        for one in occurrences
    ]


def _data(value: Any) -> object:
    """Records by the names of their fields, also those within."""
    if hasattr(value, "_fields"):
        return {name: _data(one) for name, one in value._asdict().items()}
    return [_data(one) for one in value] if isinstance(value, tuple) else value
