"""A folder of workbooks: whole files only, and nothing that somebody filled in is lost."""

from hashlib import sha256
from pathlib import Path

import pytest

from cchc_cli.cli import forms as module
from cchc_cli.cli.forms import LIST, Fate, FormFolder, file_name
from cchc_cli.domain.agencies import Agency
from cchc_cli.domain.periods import reporting_period
from cchc_cli.errors import OutputFault

NAME = "a.xlsx"


def put(root: Path, content: bytes, *, force: bool = False) -> Fate:
    """Put a workbook by a run of its own."""
    return FormFolder(root, force=force).put(NAME, content).fate


def test_a_workbook_is_written_then_left_alone(tmp_path: Path) -> None:
    root = tmp_path / "mot" / "hai"
    assert put(root, b"1") is Fate.WRITTEN
    assert put(root, b"1") is Fate.SAME
    assert (root / NAME).read_bytes() == b"1"
    assert (root / LIST).read_text() == f"{sha256(b'1').hexdigest()}  {NAME}\n"


def test_one_that_nobody_touched_is_made_anew(tmp_path: Path) -> None:
    put(tmp_path, b"1")
    assert put(tmp_path, b"2") is Fate.RENEWED
    assert (tmp_path / NAME).read_bytes() == b"2"
    assert put(tmp_path, b"1") is Fate.RENEWED
    assert [one.name for one in sorted(tmp_path.iterdir())] == [NAME, LIST]


def test_one_that_was_filled_in_is_kept(tmp_path: Path) -> None:
    put(tmp_path, b"1")
    (tmp_path / NAME).write_bytes(b"filled")
    assert put(tmp_path, b"2") is Fate.KEPT
    assert put(tmp_path, b"1") is Fate.KEPT
    assert (tmp_path / NAME).read_bytes() == b"filled"


def test_by_force_it_is_made_anew_and_every_old_one_stays_beside(tmp_path: Path) -> None:
    file = tmp_path / NAME
    for at in range(3):
        file.write_bytes(b"filled %d" % at)
        assert put(tmp_path, b"new", force=True) is Fate.WRITTEN
        assert file.read_bytes() == b"new"
    kept = {one.name: one.read_bytes() for one in tmp_path.glob("*.truoc*")}
    assert kept == {
        f"{NAME}.truoc": b"filled 0", f"{NAME}.truoc2": b"filled 1", f"{NAME}.truoc3": b"filled 2",
    }  # fmt: skip
    assert put(tmp_path, b"newer", force=True) is Fate.RENEWED
    assert len(list(tmp_path.glob("*.truoc*"))) == 3


def test_one_that_a_power_failure_emptied_counts_as_not_there(tmp_path: Path) -> None:
    put(tmp_path, b"1")
    (tmp_path / NAME).write_bytes(b"")
    assert put(tmp_path, b"2") is Fate.WRITTEN


def test_a_stop_while_writing_leaves_nothing_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, b"1")

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(module, "_write", stop)
        with pytest.raises(KeyboardInterrupt):
            put(tmp_path, b"2")
    assert (tmp_path / NAME).read_bytes() == b"1"
    assert put(tmp_path, b"2") is Fate.RENEWED


def test_a_list_that_holds_anything_else_protects_everything(tmp_path: Path) -> None:
    put(tmp_path, b"1")
    (tmp_path / LIST).write_bytes(b"\xff\xfe\x00 rubbish\n\n")
    assert put(tmp_path, b"1") is Fate.SAME
    (tmp_path / NAME).write_bytes(b"filled")
    assert put(tmp_path, b"2") is Fate.KEPT
    (tmp_path / LIST).unlink()
    assert put(tmp_path, b"2") is Fate.KEPT


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "la-tep").write_bytes(b"")
    with pytest.raises(OutputFault):
        FormFolder(tmp_path / "la-tep", force=False)
    (tmp_path / NAME).mkdir()
    with pytest.raises(OutputFault) as caught:
        put(tmp_path, b"1")
    assert caught.value.values["file"] == tmp_path / NAME
    (tmp_path / "x" / LIST).mkdir(parents=True)
    with pytest.raises(OutputFault):
        FormFolder(tmp_path / "x", force=False)


@pytest.mark.parametrize(
    ("ident", "name", "wanted"),
    [
        ("stp", "Sở Tư pháp", "2021-h1_stp_so-tu-phap.xlsx"),
        ("a", 'Đài "A/B": C*?<D>|E\\F', "2021-h1_a_dai-a-b-c-d-e-f.xlsx"),
        ("con", "...", "2021-h1_con.xlsx"),
        ("b", "x" * 300, f"2021-h1_b_{'x' * 60}.xlsx"),
        ("c", "../../etc/passwd", "2021-h1_c_etc-passwd.xlsx"),
    ],
)
def test_names_are_safe_everywhere(ident: str, name: str, wanted: str) -> None:
    period = reporting_period("h1", 2021)
    assert file_name(Agency(ident, name, "department"), period) == wanted
