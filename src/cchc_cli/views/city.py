"""What the city's report tells of its units, by name for templates of any form."""

from collections.abc import Sequence

from cchc_cli.domain.agencies import Roster
from cchc_cli.domain.entries import NarrativePart
from cchc_cli.services.city import City
from cchc_cli.services.overview import Ranked, RollCall, done_of, owed_of
from cchc_cli.services.report import Report
from cchc_cli.services.status import Standing
from cchc_cli.views.wording import reports as said
from cchc_cli.views.wording import words
from cchc_cli.views.wording.statuses import status_text

# How many of the best and of the worst are named.
SHOWN = 5
VOICES: tuple[NarrativePart, ...] = ("shortcoming", "cause", "proposal")


def city_context(report: Report, roster: Roster) -> dict[str, list[dict[str, object]]]:
    """Roll calls, the best and the worst, what is late, and what units said; empty of others."""
    city = report.city or City()
    return {
        "rolls": [_roll(one, roster) for one in city.rolls],
        "ranked": _ranked(city.ranked),
        "behind": [_behind(one, roster) for one in city.behind],
        "voices": _voices(report, roster),
    }


def _roll(roll: RollCall, roster: Roster) -> dict[str, object]:
    duty = roll.occurrence.duty
    return {
        "id": duty.id,
        "title": duty.title,
        "owed": roll.owed,
        "done": len(roll.done),
        "late": len(roll.having("late")),
        "missing_count": len(roll.missing),
        "missing": roster.names(roll.missing),
    }


def _ranked(ranked: Sequence[Ranked]) -> list[dict[str, object]]:
    """The best and the worst; all of them where there are not twice as many."""
    if not ranked:
        return []
    if len(ranked) <= 2 * SHOWN:
        return [{"title": said.ALL_UNITS, "units": [_unit(one) for one in ranked]}]
    best, worst = ranked[:SHOWN], ranked[-SHOWN:]
    return [
        {"title": said.BEST_UNITS, "units": [_unit(one) for one in best]},
        {"title": said.WORST_UNITS, "units": [_unit(one) for one in worst]},
    ]


def _unit(one: Ranked) -> dict[str, object]:
    counts = one.counts.counts
    done, owed = done_of(counts), owed_of(counts)
    return {
        "place": one.place,
        "agency": one.counts.name,
        "owed": owed,
        "done": done,
        "share": words.share_text(done, owed),
        "overdue": counts.get("overdue", 0),
    }


def _behind(one: Standing, roster: Roster) -> dict[str, object]:
    duty, status = one.occurrence.duty, one.status
    name = words.occurrence_name(one.occurrence)
    due = words.due_text(status.deadline) if status.deadline else words.UNSAID
    return {
        "agency": roster.name(one.agency),
        "id": duty.id,
        "title": f"{duty.title}, {name}" if name else duty.title,
        "due": due,
        "state": status_text(status, duty.measure),
    }


def _voices(report: Report, roster: Roster) -> list[dict[str, object]]:
    """Recorded difficulties and proposals by unit, in the registry's order."""
    found: dict[str, dict[str, list[str]]] = {}
    for part in VOICES if report.kind == "city" else ():
        for one in report.narratives.get(part, ()):
            if one.agency is not None:
                found.setdefault(one.agency, {}).setdefault(part, []).append(one.text)
    order = [agency.id for agency in roster.registry.agencies if agency.id in found]
    return [
        {
            "agency": roster.name(ident),
            **{part: "\n".join(found[ident].get(part, ())) for part in VOICES},
        }
        for ident in order
    ]
