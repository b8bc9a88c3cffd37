"""A map of agencies by periods, one sign a cell."""

from collections.abc import Iterable, Sequence

from cchc_cli.domain.occurrences import Occurrence
from cchc_cli.domain.status import StatusKind
from cchc_cli.services.overview import HeatMap
from cchc_cli.views.sheet import Column, Section, Sheet
from cchc_cli.views.status import Overview, head_lines, occasion_text
from cchc_cli.views.wording import overview as words
from cchc_cli.views.wording.statuses import STATUSES, WORST


def map_sheets(seen: Overview, found: HeatMap, width: int) -> list[Sheet]:
    """The map as one sheet, or several below each other where a screen is too narrow.

    The signs take no more than half of the screen, which leaves room for names.
    """
    labels = column_labels(found)
    names = {one: seen.book.roster.name(one) for one in found.cells}
    above = head_lines(seen)
    if seen.scope.duty is not None:
        above.append(f"{seen.scope.duty.id} {seen.scope.duty.title}")
    else:
        above.append(words.BY_MONTH)
    if not found.cells:
        return [Sheet(above, (), (), [words.NOTHING])]
    sheets = []
    for first, end in _bands(labels, width // 2):
        columns = [
            Column("agency", "Cơ quan", 30),
            *(Column(label, label, len(label) + 1, whole=True) for label in labels[first:end]),
        ]
        rows = [
            [names[agency], *map(sign, cells[first:end])] for agency, cells in found.cells.items()
        ]
        sheets.append(Sheet((), columns, [Section("", rows)]))
    sheets[0] = sheets[0]._replace(above=above)
    sheets[-1] = sheets[-1]._replace(below=[words.LEGEND])
    return sheets


def sign(kinds: Iterable[StatusKind]) -> str:
    """The sign of the worst of several statuses."""
    worst = worst_of(kinds)
    return STATUSES[worst].sign if worst else " "


def worst_of(kinds: Iterable[StatusKind]) -> StatusKind | None:
    """The worst of several statuses; None where nothing is owed as yet."""
    found = set(kinds)
    return next((kind for kind in WORST if kind in found), None)


def column_keys(found: HeatMap) -> list[str]:
    """Keys of the periods, of months ``2021-M06``."""
    return [
        one.key if isinstance(one, Occurrence) else f"{one[0]}-M{one[1]:02d}"
        for one in found.columns
    ]


def column_labels(found: HeatMap) -> list[str]:
    """Short names of the periods: ``Q2``, ``W23``, ``h1``; of months ``T6``.

    The year is told of those that do not belong to the first one.
    """
    first = min((year for one in found.columns if (year := _year(one))), default=None)
    return [_label(one, with_year=_year(one) != first) for one in found.columns]


def _year(one: Occurrence | tuple[int, int]) -> int | None:
    if isinstance(one, Occurrence):
        return one.period.year if one.period else None
    return one[0]


def _label(one: Occurrence | tuple[int, int], *, with_year: bool) -> str:
    if not isinstance(one, Occurrence):
        year, month = one
        label = words.MONTH_YEAR if with_year else words.MONTH
        return label.format(month=month, year=year % 100)
    if one.period is None:
        return occasion_text(one)
    short = one.period.key.replace("/", "-").partition("-")[2]
    return one.period.key if with_year or not short else short


def _bands(labels: Sequence[str], room: int) -> list[tuple[int, int]]:
    """Stretches of columns that fit; at least one column each."""
    bands, first, used = [], 0, 0
    for at, label in enumerate(labels):
        if at > first and used + len(label) + 1 > room:
            bands.append((first, at))
            first, used = at, 0
        used += len(label) + 1
    return [*bands, (first, len(labels))]
