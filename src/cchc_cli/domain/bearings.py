"""What an entry bears on: the obligations that it counts for, and the figures that it brings."""

from datetime import date
from typing import NamedTuple

from cchc_cli.domain.entries import Entry
from cchc_cli.domain.status import deciding_day

CHAINED_ONLY = frozenset({"correction", "close"})


class Bearing(NamedTuple):
    """An entry for one obligation.

    Attributes:
        duty: empty where an agency merely took part, or where no duty is meant.
        agency: empty where all are meant.
        received, signed: the day that decides by either policy; None unless something was done.
    """

    plan: str
    duty: str
    period: str
    agency: str
    entry: int
    received: date | None
    signed: date | None


class Counted(NamedTuple):
    """A figure with the day on which it counts."""

    entry: int
    indicator: str
    value: float
    day: date


def bearings_of(entry: Entry) -> tuple[Bearing, ...]:
    """What an entry bears on: its obligations, then those who merely took part."""
    content = entry.content
    if content.kind in CHAINED_ONLY:
        return ()
    received, signed = None, None
    if content.kind == "done":
        received, signed = deciding_day(entry, "received"), deciding_day(entry, "signed")
    pairs = content.fulfils or ((content.duty or "", content.agency or ""),)
    named = {agency for _, agency in pairs}
    others = [("", agency) for agency in content.participants if agency not in named]
    return tuple(
        Bearing(content.plan, duty, content.period or "", agency, entry.id, received, signed)
        for duty, agency in dict.fromkeys((*pairs, *others))
    )


def counted_figures(entry: Entry) -> tuple[Counted, ...]:
    """The figures of an entry with the day on which they count."""
    content = entry.content
    day = content.counts_on or content.day or deciding_day(entry, "received")
    return tuple(Counted(entry.id, one.indicator, one.value, day) for one in content.figures)
