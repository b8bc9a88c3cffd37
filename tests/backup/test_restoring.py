"""A backup brought back: into nothing, over an older ledger, over another one, and half-way."""

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cchc_cli.backup import placing, restoring
from cchc_cli.backup.archive import opened
from cchc_cli.backup.layout import LEDGER, SETTINGS, Layout
from cchc_cli.backup.manifest import NAME
from cchc_cli.backup.restoring import Choices, Restored, restore
from cchc_cli.backup.saving import save
from cchc_cli.cli.backups import layout_in
from cchc_cli.errors import CchcError, OutputFault
from cchc_cli.ledger import connect
from cchc_cli.ledger.anchor import anchor_file, read_anchors, write_heads
from cchc_cli.ledger.protocol import Head
from cchc_cli.ledger.sqlite import SqliteLedger
from tests.backup.offices import (
    EVIDENCE,
    audited,
    busy_office,
    chain_of,
    contents,
    evidence_file,
    open_office,
    record,
    tamper,
)
from tests.ledger.contents import done

JUNE_10 = date(2021, 6, 10)
ASIDE = "truoc_khoi_phuc_2021-06-10"
FORCE = Choices("2021-06-10", force=True)


@pytest.fixture
def office(tmp_path: Path) -> Layout:
    """A workspace with four entries."""
    return busy_office(tmp_path / "phong")


@pytest.fixture
def saved(office: Layout, tmp_path: Path) -> Path:
    """Its backup."""
    save(office, tmp_path / "sao-luu.zip", JUNE_10, "0.1.0")
    return tmp_path / "sao-luu.zip"


def bring(file: Path, folder: Path, choices: Choices = Choices("2021-06-10")) -> Restored:  # noqa: B008
    """Restore a backup into a folder."""
    with opened(file) as archive:
        return restore(archive, folder, layout_in, choices)


def refusal(file: Path, folder: Path, choices: Choices = Choices("2021-06-10")) -> CchcError:  # noqa: B008
    """The error that a restore ends with; it leaves everything as it was."""
    before = contents(folder.parent)
    with pytest.raises(CchcError) as caught:
        bring(file, folder, choices)
    assert contents(folder.parent) == before
    return caught.value


def repacked(file: Path, change: Callable[[dict[str, bytes]], object]) -> Path:
    """A backup with other contents whose manifest says so."""
    import hashlib

    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(members.pop(NAME))
    change(members)
    manifest["parts"] = [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in members.items()
    ]
    other = file.with_name("khac.zip")
    with zipfile.ZipFile(other, "w") as archive:
        for name, data in {**members, NAME: json.dumps(manifest).encode()}.items():
            archive.writestr(name, data)
    return other


# Into a folder that is not there.


def test_a_lost_office_comes_back_whole(office: Layout, saved: Path, tmp_path: Path) -> None:
    said = bring(saved, tmp_path / "moi" / "phong")
    again = layout_in(tmp_path / "moi" / "phong")
    assert said == Restored(Head(4, chain_of(office)[-1][2]), None, 4)
    assert chain_of(again) == chain_of(office)
    assert audited(again).findings == ()
    assert evidence_file(again).read_bytes() == EVIDENCE
    before, after = contents(office.root), contents(again.root)
    assert {name: data for name, data in after.items() if not name.endswith(".db")} == {
        name: data for name, data in before.items() if not name.endswith(".db")
    }
    record(again, done("5/BC"))
    assert [path.name for path in (tmp_path / "moi").iterdir()] == ["phong"]


def test_settings_of_one_s_own_are_heeded(tmp_path: Path) -> None:
    office = busy_office(tmp_path / "phong")
    settings = office.root / SETTINGS
    text = settings.read_text("utf-8").replace("so_ghi_nhan.db", "du-lieu/so.db")
    settings.write_text(text.replace("minh_chung", "giay-to/goc"), encoding="utf-8")
    moved = layout_in(office.root)
    moved.ledger.parent.mkdir()
    moved.evidence.parent.mkdir()
    office.ledger.rename(moved.ledger)
    anchor_file(office.ledger).rename(anchor_file(moved.ledger))
    office.evidence.rename(moved.evidence)
    save(moved, tmp_path / "a.zip", JUNE_10, "0.1.0")
    bring(tmp_path / "a.zip", tmp_path / "moi")
    again = layout_in(tmp_path / "moi")
    assert again.ledger == tmp_path / "moi" / "du-lieu" / "so.db"
    assert audited(again).findings == ()
    bring(tmp_path / "a.zip", tmp_path / "co-san", Choices("x"))
    (tmp_path / "trong").mkdir()
    bring(tmp_path / "a.zip", tmp_path / "trong")
    assert audited(layout_in(tmp_path / "trong")).findings == ()


def test_settings_that_lead_outside_are_refused(saved: Path, tmp_path: Path) -> None:
    def outside(members: dict[str, bytes]) -> None:
        members[SETTINGS] = members[SETTINGS].replace(b"so_ghi_nhan.db", b"../../chung.db")

    error = refusal(repacked(saved, outside), tmp_path / "moi")
    assert (error.code, str(error.values["path"])[-8:]) == ("backup_outside", "chung.db")


def test_a_dry_run_only_looks(saved: Path, tmp_path: Path) -> None:
    before = contents(tmp_path)
    said = bring(saved, tmp_path / "moi", Choices("2021-06-10", dry=True))
    assert (said.ledger, said.entries) == (None, 4)
    assert contents(tmp_path) == before


def test_into_a_folder_that_has_other_things(saved: Path, tmp_path: Path) -> None:
    folder = tmp_path / "moi"
    folder.mkdir()
    (folder / "ghi chú.txt").write_text("của tôi", encoding="utf-8")
    said = bring(saved, folder)
    assert (said.ledger, said.entries, said.aside, said.lost) == ("put", 4, None, 0)
    assert audited(layout_in(folder)).findings == ()
    assert (folder / "ghi chú.txt").exists()
    assert not list(folder.glob(".*"))


def test_into_something_that_is_no_folder(saved: Path, tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("", encoding="utf-8")
    assert refusal(saved, tmp_path / "tep").code == "cannot_restore"


def test_into_a_place_that_cannot_be_written(
    saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "read-only", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    error = refusal(saved, tmp_path / "moi")
    assert (error.code, error.values["errno"]) == ("cannot_restore", errno.EROFS)


def test_a_folder_that_came_into_being_meanwhile_is_left_alone(
    saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrange = restoring._arrange

    def slow(*arguments: Layout) -> None:
        arrange(*arguments)
        (tmp_path / "moi").mkdir()

    monkeypatch.setattr(restoring, "_arrange", slow)
    with pytest.raises(OutputFault) as caught:
        bring(saved, tmp_path / "moi")
    assert caught.value.values["errno"] == errno.EEXIST
    assert list((tmp_path / "moi").iterdir()) == []
    assert not list(tmp_path.glob(".*"))


# Over what is there.


def test_over_the_same_nothing_changes(office: Layout, saved: Path) -> None:
    before = contents(office.root)
    said = bring(saved, office.root)
    assert (said.ledger, said.entries, said.aside) == ("extend", 0, None)
    assert said.steps == placing.Steps((), (), ())
    assert contents(office.root) == before


def test_what_is_missing_comes_back(office: Layout, saved: Path) -> None:
    evidence_file(office).unlink()
    shutil.rmtree(office.plans)
    anchor_file(office.ledger).unlink()
    (office.root / SETTINGS).unlink()
    said = bring(saved, office.root)
    assert said.steps is not None
    assert {part.name.partition("/")[0] for part in said.steps.fresh} == {
        "minh_chung", "plans", SETTINGS,
    }  # fmt: skip
    assert audited(layout_in(office.root)).sound


def test_evidence_that_was_changed_is_put_right_and_the_change_is_kept(
    office: Layout, saved: Path
) -> None:
    file = evidence_file(office)
    file.write_bytes(b"sua doi")
    said = bring(saved, office.root)
    assert file.read_bytes() == EVIDENCE
    assert said.aside == office.root / ASIDE
    assert [path.read_bytes() for path in said.aside.rglob("*.txt")] == [b"sua doi"]
    assert audited(office).findings == ()


def test_plans_that_were_changed_stay_unless_told_otherwise(office: Layout, saved: Path) -> None:
    plan = office.plans / "2021.yaml"
    old = plan.read_bytes()
    plan.write_bytes(old + b"# sua\n")
    (office.root / SETTINGS).write_bytes((office.root / SETTINGS).read_bytes() + b"\n")
    said = bring(saved, office.root)
    assert said.steps is not None
    assert said.steps.kept == (SETTINGS, "plans/2021.yaml")
    assert plan.read_bytes() == old + b"# sua\n"
    said = bring(saved, office.root, FORCE)
    assert said.steps is not None
    assert said.steps.kept == (SETTINGS,)
    assert plan.read_bytes() == old
    assert (office.root / ASIDE / "plans" / "2021.yaml").read_bytes() == old + b"# sua\n"
    plan.write_bytes(b"")
    assert bring(saved, office.root, FORCE).aside == office.root / f"{ASIDE}_2"


def test_a_folder_in_the_place_of_a_file_stays(office: Layout, saved: Path) -> None:
    (office.plans / "2021.yaml").unlink()
    (office.plans / "2021.yaml").mkdir()
    said = bring(saved, office.root, FORCE)
    assert said.steps is not None
    assert said.steps.kept == ("plans/2021.yaml",)


def test_an_older_ledger_is_brought_up_to_date(office: Layout, saved: Path, tmp_path: Path) -> None:
    bring(saved, tmp_path / "khac")
    other = layout_in(tmp_path / "khac")
    record(office, done("5/BC", agency="snv"), done("6/BC", agency="stp"))
    save(office, tmp_path / "moi.zip", JUNE_10, "0.1.0")
    dry = bring(tmp_path / "moi.zip", other.root, Choices("x", dry=True))
    assert (dry.ledger, dry.entries) == ("extend", 2)
    assert len(chain_of(other)) == 4
    assert bring(tmp_path / "moi.zip", other.root)[1:3] == ("extend", 2)
    assert chain_of(other) == chain_of(office)
    assert audited(other).findings == ()


def test_a_newer_ledger_is_refused_and_kept_when_forced(office: Layout, saved: Path) -> None:
    record(office, done("5/BC"))
    newer = chain_of(office)
    error = refusal(saved, office.root)
    assert (error.code, error.values["there"]) == ("restore_newer", 4)
    said = bring(saved, office.root, FORCE)
    assert (said.ledger, said.entries) == ("replace", 4)
    assert chain_of(office) == newer[:4]
    assert audited(office).findings == ()
    aside = office._replace(ledger=office.root / ASIDE / "so_ghi_nhan.db")
    assert chain_of(aside) == newer
    assert audited(aside).findings == ()
    record(office, done("6/BC"))
    assert audited(office).findings == ()


def test_another_ledger_is_refused_and_kept_when_forced(saved: Path, tmp_path: Path) -> None:
    other = open_office(tmp_path / "khac")
    record(other, done("9/BC", agency="stp"))
    theirs = chain_of(other)
    error = refusal(saved, other.root)
    assert (error.code, error.values["id"]) == ("restore_other", 1)
    assert bring(saved, other.root, FORCE).ledger == "replace"
    assert audited(other).findings == ()
    assert chain_of(other._replace(ledger=other.root / ASIDE / "so_ghi_nhan.db")) == theirs


@pytest.mark.parametrize("beside", [False, True])
def test_a_ledger_that_cannot_be_read_is_kept_when_forced(
    office: Layout, saved: Path, beside: bool
) -> None:
    office.ledger.write_bytes(b"hong" * 3000)
    if beside:
        office.ledger.with_name("so_ghi_nhan.db-shm").write_bytes(b"du" * 100)
    assert refusal(saved, office.root).code == "restore_unusable"
    assert bring(saved, office.root, FORCE).ledger == "replace"
    assert audited(office).findings == ()
    assert (office.root / ASIDE / "so_ghi_nhan.db").read_bytes() == b"hong" * 3000
    assert (office.root / ASIDE / "so_ghi_nhan.db-shm").exists() is beside


def test_a_ledger_in_use_is_not_replaced(
    office: Layout, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(office, done("5/BC"))
    monkeypatch.setattr(connect, "BUSY_SECONDS", 0.1)
    ledger = SqliteLedger(office.ledger)
    ledger.head()
    assert refusal(saved, office.root, FORCE).code == "ledger_busy"
    ledger.close()
    assert len(chain_of(office)) == 5


@pytest.mark.parametrize("force", [False, True])
def test_a_ledger_of_a_later_program_is_left_alone(
    office: Layout, saved: Path, force: bool
) -> None:
    tamper(office, "PRAGMA user_version = 99")
    assert refusal(saved, office.root, Choices("x", force=force)).code == "ledger_newer"


def test_what_a_lost_ledger_left_behind_is_told_and_kept(office: Layout, saved: Path) -> None:
    write_heads(office.ledger, [Head(7, "a" * 64)])
    office.ledger.unlink()
    office.ledger.with_name("so_ghi_nhan.db-wal").write_bytes(b"cu")
    said = bring(saved, office.root)
    assert (said.ledger, said.lost, said.aside) == ("put", 7, office.root / ASIDE)
    assert audited(office).findings == ()
    assert {path.name for path in (office.root / ASIDE).iterdir()} == {
        "so_ghi_nhan.db-wal", "so_ghi_nhan.db.heads",
    }  # fmt: skip


def test_heads_that_were_added_during_a_backup_stay_out(office: Layout, tmp_path: Path) -> None:
    write_heads(office.ledger, [Head(4, chain_of(office)[-1][2]), Head(9, "a" * 64)])
    save(office, tmp_path / "a.zip", JUNE_10, "0.1.0")
    bring(tmp_path / "a.zip", tmp_path / "moi")
    assert [one.number for one in read_anchors(layout_in(tmp_path / "moi").ledger)] == [4]


def test_a_backup_does_not_hold_itself(office: Layout) -> None:
    target = office.plans / "sao-luu.zip"
    for _ in range(2):
        manifest = save(office, target, JUNE_10, "0.1.0")
        assert not [part.name for part in manifest.parts if part.name.endswith(".zip")]


# Backups that are not to be trusted.


def test_a_ledger_that_is_not_the_manifest_s(saved: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(saved) as archive:
        data = json.loads(archive.read(NAME))

    def entries(members: dict[str, bytes]) -> None:
        del members

    other = repacked(saved, entries)
    with zipfile.ZipFile(other) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    data = json.loads(members[NAME])
    members[NAME] = json.dumps({**data, "entries": 9}).encode()
    with zipfile.ZipFile(other, "w") as archive:
        for name, value in members.items():
            archive.writestr(name, value)
    error = refusal(other, tmp_path / "moi")
    assert (error.code, error.values["part"]) == ("backup_damaged", LEDGER)


@pytest.mark.parametrize("data", [b"", b"khong phai so" * 500])
def test_a_ledger_in_a_backup_that_is_none(saved: Path, tmp_path: Path, data: bytes) -> None:
    other = repacked(saved, lambda members: members.update({LEDGER: data}))
    error = refusal(other, tmp_path / "moi")
    assert (error.code, error.values["part"]) == ("backup_damaged", LEDGER)


def test_a_ledger_in_a_backup_of_a_later_program(
    office: Layout, saved: Path, tmp_path: Path
) -> None:
    tamper(office, "PRAGMA user_version = 99", "PRAGMA journal_mode = DELETE")
    later = office.ledger.read_bytes()
    other = repacked(saved, lambda members: members.update({LEDGER: later}))
    assert refusal(other, tmp_path / "moi").code == "backup_newer"


def test_a_tampered_ledger_comes_back_only_when_forced(office: Layout, tmp_path: Path) -> None:
    tamper(office, "UPDATE entries SET body = replace(body, 'snv', 'stp') WHERE id = 3")
    save(office, tmp_path / "a.zip", JUNE_10, "0.1.0")
    error = refusal(tmp_path / "a.zip", tmp_path / "moi")
    assert (error.code, error.values["id"]) == ("backup_unsound", 3)
    bring(tmp_path / "a.zip", tmp_path / "moi", FORCE)
    assert not audited(layout_in(tmp_path / "moi")).chain_sound


def test_a_tampered_ledger_over_the_good_one(office: Layout, saved: Path, tmp_path: Path) -> None:
    bring(saved, tmp_path / "khac")
    tamper(office, "UPDATE entries SET body = replace(body, 'snv', 'stp') WHERE id = 3")
    save(office, tmp_path / "a.zip", JUNE_10, "0.1.0")
    assert bring(tmp_path / "a.zip", tmp_path / "khac", FORCE).ledger == "replace"


# Half-way.


STEPS = 12


@pytest.mark.parametrize("fails_at", range(STEPS + 1))
def test_whatever_fails_leaves_everything_as_it_was(
    fails_at: int, office: Layout, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(office, done("5/BC"))
    evidence_file(office).write_bytes(b"sua doi")
    for plan in sorted(office.plans.iterdir())[:2]:
        plan.write_bytes(b"# khac")
    sorted(office.plans.iterdir())[-1].unlink()
    before, chain = contents(office.root), chain_of(office)
    steps = 0

    def failing(real: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: object, **more: object) -> object:
            nonlocal steps
            steps += 1
            if steps == fails_at + 1:
                raise OSError(errno.ENOSPC, "full", str(arguments[0]))
            return real(*arguments, **more)

        return step

    for name in ("_move", "write_heads"):
        monkeypatch.setattr(placing, name, failing(getattr(placing, name)))
    monkeypatch.setattr(
        placing.Placing, "_set_aside", failing(placing.Placing._set_aside), raising=True
    )
    if fails_at == STEPS:
        bring(saved, office.root, FORCE)
        assert steps == STEPS
        assert audited(office).findings == ()
        return
    with pytest.raises(OutputFault) as caught:
        bring(saved, office.root, FORCE)
    assert caught.value.code == "cannot_restore"
    monkeypatch.undo()
    assert contents(office.root).keys() == before.keys()
    for name, data in contents(office.root).items():
        assert name.endswith(".db") or data == before[name], name
    assert not (office.root / ASIDE).exists()
    assert chain_of(office) == chain
    assert audited(office).chain_sound


def test_a_disk_without_second_names_gets_copies(
    office: Layout, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links")

    record(office, done("5/BC"))
    monkeypatch.setattr(os, "link", refuse)
    bring(saved, office.root, FORCE)
    aside = office._replace(ledger=office.root / ASIDE / "so_ghi_nhan.db")
    assert (len(chain_of(office)), len(chain_of(aside))) == (4, 5)
    assert audited(aside).findings == ()


def test_another_disk_gets_a_copy_in_one_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace

    def apart(path: Path, target: Path) -> object:
        if path.name == "nguon":
            raise OSError(errno.EXDEV, "another disk")
        return real(path, target)

    (tmp_path / "nguon").write_bytes(b"a")
    monkeypatch.setattr(Path, "replace", apart)
    placing._move(tmp_path / "nguon", tmp_path / "dich")
    assert (tmp_path / "dich").read_bytes() == b"a"


def test_a_file_that_came_into_being_meanwhile_is_not_written_over(
    office: Layout, tmp_path: Path
) -> None:
    with (
        pytest.raises(OutputFault) as caught,
        placing.Placing.into(office, office, tmp_path / "rieng") as into,
    ):
        into.put(SETTINGS)
    assert caught.value.values["errno"] == errno.EEXIST


KILLED = textwrap.dedent("""
    import sys
    from pathlib import Path
    from cchc_cli.backup.archive import opened
    from cchc_cli.backup.restoring import Choices, restore
    from cchc_cli.backup.saving import save
    from cchc_cli.cli.backups import layout_in
    from datetime import date
    what, folder, file = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    print("go", flush=True)
    while True:
        if what == "save":
            save(layout_in(folder), file, date(2021, 6, 10), "0.1.0")
        else:
            with opened(file) as archive:
                restore(archive, folder, layout_in, Choices("x", force=what == "force"))
""")


def killed(what: str, folder: Path, file: Path, after: float) -> None:
    """Start something in a process of its own, and end it without a warning."""
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, what, str(folder), str(file)], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(after)
        process.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)


@pytest.mark.parametrize("after", [0.0, 0.02, 0.05])
def test_a_backup_that_is_killed_leaves_the_one_before(
    after: float, office: Layout, saved: Path, tmp_path: Path
) -> None:
    killed("save", office.root, saved, after)
    bring(saved, tmp_path / "moi")
    assert audited(layout_in(tmp_path / "moi")).findings == ()
    assert audited(office).findings == ()


@pytest.mark.parametrize("after", [0.0, 0.015, 0.04])
@pytest.mark.parametrize("what", ["plain", "force"])
def test_a_restore_that_is_killed_leaves_a_sound_ledger(
    what: str, after: float, office: Layout, saved: Path, tmp_path: Path
) -> None:
    if what == "plain":
        bring(saved, tmp_path / "khac")
        for number in range(5, 30):
            record(office, done(f"{number}/BC"))
        save(office, saved, JUNE_10, "0.1.0")
        office = layout_in(tmp_path / "khac")
    else:
        for number in range(5, 30):
            record(office, done(f"{number}/BC"))
    killed(what, office.root, saved, after)
    assert audited(office).sound
    assert len(chain_of(office)) in (4, 29)
    said = bring(saved, office.root, FORCE)
    assert said.head.number == len(chain_of(office))


def test_a_restore_into_nothing_that_is_killed_leaves_nothing_or_all(
    saved: Path, tmp_path: Path
) -> None:
    for after in (0.0, 0.02):
        folder = tmp_path / f"moi-{after}"
        killed("plain", folder, saved, after)
        if folder.exists():
            assert audited(layout_in(folder)).findings == ()
