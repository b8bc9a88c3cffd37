"""Which files are meant, and what they are called."""

from pathlib import Path

import pytest

from cchc_cli.cli.form_files import find_files, names_of, shown_names
from cchc_cli.errors import NotFound


def lay(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"")


def found(root: Path, *named: str) -> list[str]:
    files = find_files([root / one for one in named], root / "minh_chung").files
    return [file.relative_to(root).as_posix() for file in files]


def test_a_folder_is_read_with_all_within(tmp_path: Path) -> None:
    lay(tmp_path, "b.xlsx", "a.XLS", "q2/c.xlsm", "q1/p/d.ods", "minh_chung/ab/e.xlsx")
    assert found(tmp_path, "") == ["a.XLS", "b.xlsx", "q1/p/d.ods", "q2/c.xlsm"]


def test_hidden_and_lock_files_are_passed_over_without_a_word(tmp_path: Path) -> None:
    lay(tmp_path, "~$a.xlsx", ".~lock.a.xlsx#", ".a.xlsx", ".git/b.xlsx", "~$q/c.xlsx")
    assert find_files([tmp_path], tmp_path / "x") == ((), ())


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    lay(tmp_path, "q/a.xlsx", "q/ghi-chu.txt")
    (tmp_path / "q" / "b.xlsx").symlink_to(tmp_path / "q" / "a.xlsx")
    (tmp_path / "q" / "c").symlink_to(tmp_path / "q", target_is_directory=True)
    assert found(tmp_path, "q", "q/a.xlsx", "") == ["q/a.xlsx"]
    assert find_files([tmp_path], tmp_path / "x").skipped == (tmp_path / "q" / "ghi-chu.txt",)


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no_form_file"):
        find_files([tmp_path / "x"], tmp_path)


def test_names() -> None:
    files = [Path("a/x.xlsx"), Path("b/x.xlsx"), Path("a/y\n\udcff.xlsx")]
    assert [*shown_names(files).values()] == ["a/x.xlsx", "b/x.xlsx", "y\n?.xlsx"]
    assert names_of([Path(f"{n}.txt") for n in range(6)]) == (
        "0.txt, 1.txt, 2.txt, 3.txt, 4.txt, …"
    )
