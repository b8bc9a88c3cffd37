"""The status for other programs: ``cchc/status/1``, whatever it was asked by."""

from collections.abc import Iterable, Mapping, Sequence

from cchc_cli.services.overview import (
    HeatMap,
    Ranked,
    RollCall,
    due_on,
    part_of,
)
from cchc_cli.services.rereading import stale_duties
from cchc_cli.services.status import AgencyCounts, Counts, DutyCounts, Standing
from cchc_cli.views.amending import amendments_data
from cchc_cli.views.heatmap import column_keys, worst_of
from cchc_cli.views.machine import document
from cchc_cli.views.rereading import stale_data
from cchc_cli.views.status import Overview, sums
from cchc_cli.views.wording.statuses import STATUSES


def duties_json(seen: Overview, rows: Sequence[DutyCounts], rolls: Sequence[RollCall]) -> str:
    """Counts by duty and period, every period of its own."""
    called = {(one.occurrence.duty.id, one.occurrence.key): one for one in rolls}
    return _document(
        seen,
        "duty",
        {
            "duties": [
                _duty_data(seen, row, called.get((row.occurrence.duty.id, row.occurrence.key)))
                for row in rows
            ]
        },
    )


def agencies_json(seen: Overview, ranked: Iterable[Ranked]) -> str:
    """Agencies in the order of what they have done."""
    rows = [
        {"place": one.place, "agency": one.counts.ident, **_numbers(one.counts.counts)}
        for one in ranked
    ]
    return _document(seen, "agency", {"agencies": rows})


def groups_json(seen: Overview, groups: Iterable[AgencyCounts]) -> str:
    """Groups with what their members have done."""
    rows = [{"group": one.ident, **_numbers(one.counts)} for one in groups]
    return _document(seen, "group", {"groups": rows})


def obligations_json(seen: Overview, found: Iterable[Standing]) -> str:
    """Obligations one by one, of an agency or as the list behind numbers."""
    return _document(seen, "obligation", {"obligations": [_obligation_data(one) for one in found]})


def map_json(seen: Overview, found: HeatMap) -> str:
    """The map with the worst status of each cell, null where nothing is owed as yet."""
    rows = [
        {"agency": agency, "cells": [worst_of(kinds) for kinds in cells]}
        for agency, cells in found.cells.items()
    ]
    return _document(seen, "map", {"columns": column_keys(found), "rows": rows})


def _document(seen: Overview, by: str, content: Mapping[str, object]) -> str:
    scope = seen.scope
    return document(
        "status",
        {
            "plan": seen.book.plan.id,
            "today": seen.today,
            "as_of": seen.as_of,
            "period": scope.period.key if scope.period else None,
            "duty": scope.duty.id if scope.duty else None,
            "group": scope.group.id if scope.group else None,
            "agency": scope.agency.id if scope.agency else None,
            "until": scope.soon,
            "by": by,
            "amendments": amendments_data(seen.book.plan),
            "to_review": stale_data(stale_duties(seen.book, seen.today)),
            **content,
        },
    )


def _duty_data(seen: Overview, row: DutyCounts, call: RollCall | None) -> dict[str, object]:
    one = row.occurrence
    return {
        "duty": one.duty.id,
        "title": one.duty.title,
        "force": one.duty.force,
        "part": part_of(seen.book, one, seen.today),
        "period": one.key,
        "period_first": one.period.first if one.period else None,
        "period_last": one.period.last if one.period else None,
        "due": due_on(seen.book, one),
        "open": row.open,
        **_numbers(row.counts),
        "missing": call.missing if call else None,
        "returned": call.having("returned") if call else None,
    }


def _numbers(counts: Counts) -> dict[str, object]:
    told = {kind: counts[kind] for kind in STATUSES if counts.get(kind)}
    return {**sums(counts)._asdict(), "counts": told}


def _obligation_data(one: Standing) -> dict[str, object]:
    status, duty = one.status, one.occurrence.duty
    return {
        "duty": duty.id,
        "title": duty.title,
        "force": duty.force,
        "period": one.occurrence.key,
        "agency": one.agency,
        "status": status.kind,
        "days": status.days,
        "due": status.deadline.effective if status.deadline else None,
        "limit": status.deadline.limit if status.deadline else None,
        "original_due": status.original.effective if status.original else None,
        "done_on": status.done_on,
        "number": status.number,
        "needed": status.needed,
        "short": status.short,
        "entries": status.entries,
    }
