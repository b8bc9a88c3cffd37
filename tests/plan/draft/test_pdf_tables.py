"""Grids out of ruled lines."""

from cchc_cli.plan.draft.pdf_pages import Rule
from cchc_cli.plan.draft.pdf_tables import MOST_LINES, grids_of


def level(y: float, left: float = 0, right: float = 100) -> Rule:
    """A line from left to right."""
    return Rule(left, y, right, y)


def upright(x: float, bottom: float = 0, top: float = 60) -> Rule:
    """A line from bottom to top."""
    return Rule(x, bottom, x, top)


WHOLE = (level(0), level(30), level(60), upright(0), upright(40), upright(100))


def test_a_grid() -> None:
    (grid,) = grids_of(WHOLE)
    assert (grid.left, grid.bottom, grid.right, grid.top) == (0, 0, 100, 60)
    assert (grid.rows, grid.columns) == (2, (0, 40, 100))
    cells = [(one.row, one.column, one.down, one.across) for one in grid.areas]
    assert cells == [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]
    assert grid.holds(50, 10)
    assert not grid.holds(50, 70)
    assert grid.area_at(50, 10) == grid.areas[3]
    assert grid.area_at(200, 10) is None


def test_lines_that_are_drawn_piece_by_piece() -> None:
    pieces = [
        *(level(y, left, right) for y in (0, 30.4, 60) for left, right in ((0, 40), (40, 100))),
        *(upright(x, bottom, bottom + 30) for x in (0, 40.8, 100) for bottom in (0, 30)),
    ]
    (grid,) = grids_of(pieces)
    assert (grid.rows, len(grid.columns)) == (2, 3)
    assert len(grid.areas) == 4


def test_two_grids_from_top_to_bottom() -> None:
    other = [rule._replace(bottom=rule.bottom + 200, top=rule.top + 200) for rule in WHOLE]
    lower, upper = grids_of(WHOLE), grids_of(other)
    assert grids_of([*WHOLE, *other]) == (*upper, *lower)


def test_a_grid_without_a_line_on_its_left() -> None:
    lines = [level(0), level(30), level(60), upright(40), upright(70), upright(100)]
    (grid,) = grids_of(lines)
    assert (grid.rows, grid.columns) == (2, (40, 70, 100))


def test_what_is_no_grid() -> None:
    assert grids_of(()) == ()
    assert grids_of((level(0), level(30), upright(0, 0, 30), upright(100, 0, 30))) == ()
    assert grids_of((level(0), upright(0), upright(40), upright(100))) == ()
    many = [upright(x * 5) for x in range(MOST_LINES + 2)]
    assert grids_of([level(0, 0, 5000), level(60, 0, 5000), *many]) == ()


def test_a_cell_that_reaches_into_a_merged_one_stands_alone() -> None:
    """Lines that make no whole cells: nothing overlaps all the same."""
    odd = [
        level(0), level(60), level(30, 40, 100), upright(0), upright(100), upright(40, 0, 30),
        upright(70, 30, 60),
    ]  # fmt: skip
    (grid,) = grids_of(odd)
    covered = [
        (one.row + down, one.column + across)
        for one in grid.areas
        for down in range(one.down)
        for across in range(one.across)
    ]
    assert sorted(covered) == sorted(set(covered))
    assert len(covered) == grid.rows * (len(grid.columns) - 1)
