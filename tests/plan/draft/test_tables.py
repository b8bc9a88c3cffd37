"""Tables of tasks: their heads, groups and merged cells."""

from dataclasses import dataclass

import pytest

from cchc_cli.plan.draft.blocks import Cell, Place, Table
from cchc_cli.plan.draft.table_heads import heads_of
from cchc_cli.plan.draft.tables import TaskTable, read_tasks
from tests.plan.draft.made import table

HEADS = "TT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian | Sản phẩm"


@dataclass(frozen=True)
class Row:
    """What is asked of a task."""

    number: str
    group: str
    content: str
    lead: str


def rows(found: TaskTable | None) -> list[Row]:
    assert found is not None
    return [Row(one.number, one.group, one.content, one.lead) for one in found.tasks]


def test_each_row_is_a_task() -> None:
    found = read_tasks(table(HEADS, "1 | Rà soát | Sở A | Sở B | Quý I | Báo cáo"))
    assert rows(found) == [Row("1", "", "Rà soát", "Sở A")]
    assert found is not None
    task = found.tasks[0]
    assert (task.partner, task.time, task.product) == ("Sở B", "Quý I", "Báo cáo")
    assert [cell.text for cell in found.before] == HEADS.split(" | ")


@pytest.mark.parametrize(
    "group",
    [
        "I | Cải cách thể chế | | | |",
        "I | Cải cách thể chế | Cải cách thể chế | Cải cách thể chế | x | x",
        "I | Cải cách thể chế",
    ],
)
def test_a_row_of_a_group_is_no_task(group: str) -> None:
    group = group.replace("x | x", "Cải cách thể chế | Cải cách thể chế")
    found = read_tasks(table(HEADS, group, "1 | Rà soát | Sở A | | |"))
    assert rows(found) == [Row("1", "I", "Rà soát", "Sở A")]
    assert found is not None
    assert [cell.text for cell in found.groups] == ["Cải cách thể chế"]


def test_a_group_over_the_whole_width_has_no_number() -> None:
    row = (Cell("Cải cách thể chế", Place(1), across=6),)
    heads = table(HEADS).rows[0]
    task = table("1 | Rà soát | Sở A | | |").rows[0]
    found = read_tasks(Table((heads, row, task), Place(1)))
    assert rows(found) == [Row("1", "", "Rà soát", "Sở A")]


def test_merged_cells_take_what_stands_above() -> None:
    found = read_tasks(
        table(HEADS, "1 | Rà soát | Sở A | Sở B | Quý I |", "^ | Tập huấn | ^ | ^ | ^ |")
    )
    assert rows(found)[1] == Row("1", "", "Tập huấn", "Sở A")


def test_a_row_too_short_takes_its_leader_from_above() -> None:
    found = read_tasks(table(HEADS, "1 | Rà soát | Sở A | | Quý I |", "2 | Tập huấn | | "))
    assert found is not None
    assert (found.tasks[1].lead, found.tasks[1].time) == ("Sở A", "Quý I")
    assert found.tasks[1].inherited


def test_rows_that_a_file_ran_together_are_told_apart() -> None:
    row = "1 | Rà soát quy định | Sở A | Sở B | Quý I | x | 2 | Tập huấn công chức | Sở C | | |"
    assert [one.lead for one in rows(read_tasks(table(HEADS, row)))] == ["Sở A", "Sở C"]


def test_a_row_without_content_is_told() -> None:
    found = read_tasks(table(HEADS, "1 | Rà soát | Sở A | | |", "2 | | Sở B | Sở D | |"))
    assert found is not None
    assert [cell.text for cell in found.groups] == ["2", "Sở B", "Sở D"]


def test_an_empty_row_is_no_task() -> None:
    found = read_tasks(table(HEADS, "1 | Rà soát | Sở A | | |", " | | | | | "))
    assert len(rows(found)) == 1


@pytest.mark.parametrize(
    ("second", "depth"),
    [
        (None, 1),
        (("1", "2", "3", "4"), 2),
    ],
)
def test_the_row_that_numbers_columns_is_of_the_heads(
    second: tuple[str, ...] | None, depth: int
) -> None:
    given = ["TT | Nhiệm vụ | Đơn vị thực hiện | Thời gian"]
    given += [" | ".join(second)] if second else []
    heads = heads_of(table(*given, "1 | Rà soát | Sở A | Quý I"))
    assert heads is not None
    assert heads.depth == depth
    assert heads.columns == ("no", "work", "implement", "time")


def test_a_second_row_of_heads_is_known_without_marks_of_merging() -> None:
    found = read_tasks(
        table(
            "TT | Nội dung công việc | Đơn vị thực hiện | | Tiến độ",
            "TT | Nội dung công việc | Chủ trì | Phối hợp | Tiến độ",
            "(1) | (2) | (3) | (4) | (5)",
            "1 | Rà soát | Sở A | Sở B | Quý I",
        )
    )
    assert rows(found) == [Row("1", "", "Rà soát", "Sở A")]
    assert found is not None
    assert found.tasks[0].partner == "Sở B"


def test_a_year_of_doing_is_a_time() -> None:
    found = read_tasks(table("TT | Nhiệm vụ | Đơn vị đầu mối | Năm thực hiện", "1 | A | B | 2026"))
    assert found is not None
    assert found.tasks[0].time == "2026"


def test_a_second_row_of_heads_tells_the_columns() -> None:
    first = (
        Cell("TT", Place(1)),
        Cell("Nhiệm vụ", Place(1)),
        Cell("Phân công thực hiện", Place(1), across=2),
        Cell("Thời gian", Place(1)),
    )
    second = (
        Cell("", Place(2), above=True),
        Cell("", Place(2), above=True),
        Cell("Chủ trì", Place(2)),
        Cell("Phối hợp", Place(2)),
        Cell("", Place(2), above=True),
    )
    counts = table("1 | 2 | 3 | 4 | 5").rows[0]
    heads = heads_of(Table((first, second, counts), Place(1)))
    assert heads is not None
    assert (heads.columns, heads.depth) == (("no", "work", "lead", "partner", "time"), 3)


@pytest.mark.parametrize(
    "heads",
    [
        "TT | Chỉ tiêu | Đơn vị tính | Năm 2025",
        "Nơi nhận | Ký tên",
        "TT | Họ và tên | Chức vụ",
        "a | b",
    ],
)
def test_other_tables_are_no_tables_of_tasks(heads: str) -> None:
    assert read_tasks(table(heads, "1 | x | y | z")) is None


def test_heads_alone_are_no_tasks() -> None:
    assert read_tasks(table(HEADS)) is None
