"""Tables of a PDF, found by their ruled lines: which lines make a grid, which cells are one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cchc_cli.plan.draft.pdf_pages import Rule

# Points within which lines are the same line, or meet.
NEAR = 3.0
MOST_LINES = 400


class Area(NamedTuple):
    """A cell of a grid: its box, its row and column, and how many of each it covers."""

    left: float
    bottom: float
    right: float
    top: float
    row: int
    column: int
    down: int
    across: int


class Grid(NamedTuple):
    """A table's place on its page, its upright lines and its cells."""

    left: float
    bottom: float
    right: float
    top: float
    columns: tuple[float, ...]
    rows: int
    areas: tuple[Area, ...]

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies within the table."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top

    def area_at(self, x: float, y: float) -> Area | None:
        """The cell that a point lies in."""
        for area in self.areas:
            if area.left <= x <= area.right and area.bottom <= y <= area.top:
                return area
        return None


def grids_of(rules: Iterable[Rule]) -> tuple[Grid, ...]:
    """The tables of a page from top to bottom; a frame around a text, one column wide, is none."""
    found = []
    for meeting in _meeting(tuple(rules)):
        upright = [one for one in meeting if one.left == one.right]
        level = [one for one in meeting if one.left != one.right]
        xs = _places(one.left for one in upright)
        ys = _places(one.bottom for one in level)
        if len(xs) > 2 and len(ys) > 1 and max(len(xs), len(ys)) <= MOST_LINES:
            found.append(_grid(xs, ys, upright, level))
    return tuple(sorted(found, key=lambda one: -one.top))


def _meeting(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Lines that hang together, a set for each table; looked at from left to right."""
    ordered = sorted(rules)
    groups: dict[int, list[Rule]] = {}
    group_of: dict[int, int] = {}
    active: list[int] = []
    for at, rule in enumerate(ordered):
        active = [one for one in active if ordered[one].right >= rule.left - NEAR]
        own = {group_of[one] for one in active if _touch(ordered[one], rule)}
        target = min(own, default=at)
        merged = groups.setdefault(target, [])
        merged.append(rule)
        group_of[at] = target
        for other in own - {target}:
            merged.extend(groups.pop(other))
            for one, group in group_of.items():
                if group == other:
                    group_of[one] = target
        active.append(at)
    yield from groups.values()


def _touch(one: Rule, other: Rule) -> bool:
    return (
        one.left <= other.right + NEAR
        and other.left <= one.right + NEAR
        and one.bottom <= other.top + NEAR
        and other.bottom <= one.top + NEAR
    )


def _places(values: Iterable[float]) -> list[float]:
    """Places that lines stand at, those of nearly the same place once."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found


def _grid(xs: list[float], ys: list[float], upright: list[Rule], level: list[Rule]) -> Grid:
    rows, columns = len(ys) - 1, len(xs) - 1
    down = ys[::-1]
    walls = _walls(xs, [(one.left, one.bottom, one.top) for one in upright])
    floors = _walls(down, [(one.bottom, one.left, one.right) for one in level])
    taken: set[tuple[int, int]] = set()
    areas = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            y = (down[row] + down[row + 1]) / 2
            x = (xs[column] + xs[column + 1]) / 2
            across = _reach(walls[column + 1 : columns], y)
            height = _reach(floors[row + 1 : rows], x)
            cover = {(row + i, column + j) for i in range(height) for j in range(across)}
            if cover & taken:
                height, across, cover = 1, 1, {(row, column)}
            taken |= cover
            areas.append(
                Area(
                    xs[column], down[row + height], xs[column + across], down[row],
                    row, column, height, across,
                )
            )  # fmt: skip
    return Grid(xs[0], ys[0], xs[-1], ys[-1], tuple(xs), rows, tuple(areas))


def _walls(
    places: Sequence[float], lines: Iterable[tuple[float, float, float]]
) -> list[list[tuple[float, float]]]:
    """The stretches of lines at each place."""
    found: list[list[tuple[float, float]]] = [[] for _ in places]
    for at, first, last in lines:
        nearest = min(range(len(places)), key=lambda one: abs(places[one] - at))
        found[nearest].append((first, last))
    return found


def _stands(stretches: Iterable[tuple[float, float]], at: float) -> bool:
    return any(first <= at <= last for first, last in stretches)


def _reach(lines: Sequence[Iterable[tuple[float, float]]], at: float) -> int:
    """How many cells lie before the next line that stands at that height or width."""
    for number, stretches in enumerate(lines, start=1):
        if _stands(stretches, at):
            return number
    return len(lines) + 1
