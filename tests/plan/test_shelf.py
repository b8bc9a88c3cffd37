"""The shelf: plans of one folder, from the cache as long as no byte changed."""

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cchc_cli.domain.plan import Plan
from cchc_cli.errors import BadPlan, NotFound
from cchc_cli.plan import shelf as shelf_module
from cchc_cli.plan.codec import encode
from cchc_cli.plan.load import Checked, check_file
from cchc_cli.plan.shelf import Entry, Shelf, cache_folder
from tests.plan.cases import EXAMPLES, PLAN, PLANS, with_duties, write_plan

Reads = Callable[[], list[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one plan, its registry and its calendar."""
    folder = tmp_path / "plans"
    folder.mkdir()
    write_plan(folder, with_duties("once"))
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Where the cache goes."""
    return tmp_path / "cache"


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reads:
    """Names of the files that were read since the last call."""
    names: list[str] = []

    def reading(path: Path) -> Checked:
        names.append(path.name)
        return check_file(path)

    def since() -> list[str]:
        found = sorted(names)
        names.clear()
        return found

    monkeypatch.setattr("cchc_cli.plan.load.check_file", reading)
    return since


def files(cache: Path) -> list[str]:
    """Names of the files in the cache."""
    return sorted(path.name for path in cache.rglob("*") if path.is_file())


# Hit and miss.


def test_what_was_read_once_comes_from_the_cache(folder: Path, cache: Path, reads: Reads) -> None:
    first = Shelf(folder, cache)
    entries = first.entries()
    plan = first.plan("ke_hoach")
    assert reads() == ["ke_hoach.yaml"]
    again = Shelf(folder, cache)
    assert again.entries() == entries
    assert again.plan("ke_hoach") == plan
    assert reads() == []


def test_a_plan_is_as_it_was_built(cache: Path) -> None:
    built = check_file(PLANS / "2021.yaml").plan
    shelf = Shelf(PLANS, cache)
    assert shelf.plan("2021") == built
    shelf.entries()
    assert Shelf(PLANS, cache).plan("2021") == built


def test_the_cache_is_filled_by_the_list_of_plans(folder: Path, cache: Path, reads: Reads) -> None:
    shelf = Shelf(folder, cache)
    shelf.plan("ke_hoach")
    assert files(cache) == []
    shelf.entries()
    assert files(cache) == ["index", "ke_hoach.yaml.plan"]
    assert reads() == ["ke_hoach.yaml", "ke_hoach.yaml"]


@pytest.mark.parametrize("name", ["ke_hoach.yaml", "agencies.yaml", "calendar.yaml"])
def test_a_changed_byte_is_a_miss(name: str, folder: Path, cache: Path, reads: Reads) -> None:
    Shelf(folder, cache).entries()
    reads()
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write("#")
    Shelf(folder, cache).entries()
    assert reads() == ["ke_hoach.yaml"]


def test_bytes_and_not_the_time_count(folder: Path, cache: Path, reads: Reads) -> None:
    Shelf(folder, cache).entries()
    reads()
    path = folder / "ke_hoach.yaml"
    path.write_bytes(path.read_bytes())
    Shelf(folder, cache).entries()
    assert reads() == []


def test_another_name_folder_or_file_is_a_miss(folder: Path, cache: Path, reads: Reads) -> None:
    Shelf(folder, cache).entries()
    reads()
    elsewhere = shutil.copytree(folder, folder.with_name("elsewhere"))
    Shelf(elsewhere, cache).entries()
    assert reads() == ["ke_hoach.yaml"]
    (elsewhere / "ke_hoach.yaml").rename(elsewhere / "khac.yaml")
    Shelf(elsewhere, cache).entries()
    assert reads() == ["khac.yaml"]
    (elsewhere / "them.yaml").write_text(PLAN, encoding="utf-8")
    Shelf(elsewhere, cache).entries()
    assert reads() == ["khac.yaml", "them.yaml"]


@pytest.mark.parametrize("what", ["__version__", "CACHE_FORMAT"])
def test_another_version_is_a_miss(
    *, what: str, folder: Path, cache: Path, reads: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    Shelf(folder, cache).entries()
    reads()
    monkeypatch.setattr(shelf_module, what, "next")
    Shelf(folder, cache).entries()
    assert reads() == ["ke_hoach.yaml"]


# Trouble with the cache.


def damaged(content: bytes) -> dict[str, bytes]:
    """Ways in which a cache file can be spoilt."""
    checksum, _, text = content.partition(b"\n")
    return {
        "empty": b"",
        "cut short": content[:-1],
        "a flipped bit": content[:-5] + bytes([content[-5] ^ 1]) + content[-4:],
        "no text": b"\xff\xfe" + content,
        "other JSON": b"{}",
        "another's": checksum + b"\n[]",
        "nothing but JSON": text,
        "nested without end": b"[" * 100_000,
    }


@pytest.mark.parametrize("how", damaged(b"x\n[1, 2, 3]"))
@pytest.mark.parametrize("name", ["index", "ke_hoach.yaml.plan"])
def test_a_damaged_cache_is_a_miss(
    *, how: str, name: str, folder: Path, cache: Path, reads: Reads
) -> None:
    shelf = Shelf(folder, cache)
    entries, plan = shelf.entries(), shelf.plan("ke_hoach")
    (path,) = cache.rglob(name)
    path.write_bytes(damaged(path.read_bytes())[how])
    reads()
    again = Shelf(folder, cache)
    assert (again.entries(), again.plan("ke_hoach")) == (entries, plan)
    assert reads() == ["ke_hoach.yaml"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("index", "5"),
        ("index", "[5]"),
        ("index", '[["a", "b"]]'),
        ("index", '[["a", "b", "c", "d", "e", false]]'),
        ("ke_hoach.yaml.plan", '{"#": "Plan", "id": "a"}'),
        ("ke_hoach.yaml.plan", '{"#": "Plan", "id": "a", "colour": "red"}'),
        ("ke_hoach.yaml.plan", '{"#": "Programme"}'),
    ],
)
def test_a_cache_of_other_records_is_a_miss(
    *, name: str, text: str, folder: Path, cache: Path, reads: Reads
) -> None:
    shelf = Shelf(folder, cache)
    entries, plan = shelf.entries(), shelf.plan("ke_hoach")
    (path,) = cache.rglob(name)
    path.write_text(f"{hashlib.sha256(text.encode()).hexdigest()}\n{text}", encoding="utf-8")
    reads()
    again = Shelf(folder, cache)
    assert (again.entries(), again.plan("ke_hoach")) == (entries, plan)
    assert reads() == ["ke_hoach.yaml"]


def test_a_cache_that_cannot_be_written_is_done_without(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.write_text("a file where the folder should be", encoding="utf-8")
    shelf = Shelf(folder, cache)
    assert [entry.id for entry in shelf.entries()] == ["ke-hoach"]
    assert shelf.plan("ke_hoach").id == "ke-hoach"
    assert cache.read_text("utf-8") == "a file where the folder should be"


def test_a_cache_that_cannot_be_renamed_into_place_leaves_nothing(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(13, "no", str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    assert len(Shelf(folder, cache).entries()) == 1
    assert files(cache) == []


def test_the_cache_is_json_under_its_checksum(folder: Path, cache: Path) -> None:
    shelf = Shelf(folder, cache)
    shelf.entries()
    for path in cache.rglob("*"):
        if path.is_file():
            checksum, _, text = path.read_text("utf-8").partition("\n")
            assert len(checksum) == 64
            assert json.loads(text)
    (path,) = cache.rglob("ke_hoach.yaml.plan")
    assert path.read_text("utf-8").endswith("\n" + encode(shelf.plan("ke_hoach")))


def test_a_warm_shelf_loads_neither_yaml_nor_pydantic(folder: Path, cache: Path) -> None:
    Shelf(folder, cache).entries()
    program = (
        "import sys; from pathlib import Path; from cchc_cli.plan.shelf import Shelf\n"
        "shelf = Shelf(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "assert shelf.plan(shelf.entries()[0].stem).id == 'ke-hoach'\n"
        "heavy = {'yaml', 'pydantic', 'holidays', 'pickle'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", program, str(folder), str(cache)], check=True)


# What is on the shelf.


def test_an_entry_says_which_plan_it_is(folder: Path, cache: Path) -> None:
    assert Shelf(folder, cache).entries() == (
        Entry("ke_hoach", "ke-hoach", "Kế hoạch CCHC 2021", date(2021, 1, 1), date(2022, 1, 1)),
    )


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2020, 12, 31), False),
        (date(2021, 1, 1), True),
        (date(2021, 12, 31), True),
        (date(2022, 1, 1), False),
    ],
)
def test_a_plan_holds_on_its_days(day: date, holds: bool) -> None:
    entry = Entry("a", "a", "A", date(2021, 1, 1), date(2022, 1, 1))
    assert entry.holds_on(day) is holds


def test_plans_stand_by_their_first_day(folder: Path, cache: Path) -> None:
    for year in (2024, 2020, 2022):
        text = PLAN.replace("2021-", f"{year}-").replace("ke-hoach", f"nam-{year}")
        (folder / f"{year}.yaml").write_text(text, encoding="utf-8")
    assert [one.id for one in Shelf(folder, cache).entries()] == [
        "nam-2020",
        "ke-hoach",
        "nam-2022",
        "nam-2024",
    ]


def test_a_faulty_plan_stands_apart_and_does_not_stop_others(
    folder: Path, cache: Path, reads: Reads
) -> None:
    (folder / "hong.yaml").write_text(PLAN + "titel: x\n", encoding="utf-8")
    entries = Shelf(folder, cache).entries()
    assert [(one.stem, one.faulty) for one in entries] == [("hong", True), ("ke_hoach", False)]
    assert not entries[0].holds_on(date(2021, 6, 15))
    reads()
    again = Shelf(folder, cache)
    assert again.entries() == entries
    assert reads() == []
    with pytest.raises(BadPlan) as caught:
        again.plan("hong")
    faults = caught.value.values["faults"]
    assert isinstance(faults, tuple)
    assert [fault.code for fault in faults] == ["unknown_key"]
    assert caught.value.values["file"] == folder / "hong.yaml"


def test_a_file_that_is_no_plan_at_all_is_a_faulty_one(folder: Path, cache: Path) -> None:
    (folder / "khac.yaml").write_text("a: 1\n", encoding="utf-8")
    assert [one.stem for one in Shelf(folder, cache).entries() if one.faulty] == ["khac"]


REGISTRIES = {
    "as usual": "format: cchc-agencies/1\nterritory: x\nplace: x\nsource: x\nagencies: []\n",
    "quoted": "format: 'cchc-agencies/1'\nterritory: x\nplace: x\nsource: x\nagencies: []\n",
    "in braces": "{format: cchc-agencies/1, territory: x, place: x, source: x, agencies: []}\n",
    "faulty": "format: cchc-agencies/1\n",
    "a calendar": "format: cchc-calendar/1\nname: x\nyears: []\n",
}


@pytest.mark.parametrize("text", REGISTRIES.values(), ids=REGISTRIES)
def test_a_registry_or_calendar_is_no_plan(text: str, folder: Path, cache: Path) -> None:
    (folder / "khac.yaml").write_text(text, encoding="utf-8")
    shelf = Shelf(folder, cache)
    assert [one.stem for one in shelf.entries()] == ["ke_hoach"]
    with pytest.raises(NotFound) as caught:
        shelf.plan("khac")
    assert (caught.value.code, caught.value.values) == (
        "not_a_plan",
        {"file": folder / "khac.yaml"},
    )


def test_both_endings_are_plans(folder: Path, cache: Path) -> None:
    (folder / "ke_hoach.yaml").rename(folder / "ke_hoach.yml")
    shelf = Shelf(folder, cache)
    assert [one.stem for one in shelf.entries()] == ["ke_hoach"]
    assert shelf.plan("ke_hoach") == shelf.plan("ke_hoach.yml")


def test_two_endings_of_one_name_are_two_plans(folder: Path, cache: Path) -> None:
    text = PLAN.replace("id: ke-hoach", "id: hai")
    (folder / "ke_hoach.yml").write_text(text, encoding="utf-8")
    for _ in ("cold", "warm"):
        shelf = Shelf(folder, cache)
        assert [one.stem for one in shelf.entries()] == ["ke_hoach.yaml", "ke_hoach.yml"]
        assert shelf.plan("ke_hoach.yaml").id == "ke-hoach"
        assert shelf.plan("ke_hoach.yml").id == "hai"
        with pytest.raises(NotFound):
            shelf.plan("ke_hoach")


def test_an_unknown_name_is_told_with_those_there_are(folder: Path, cache: Path) -> None:
    with pytest.raises(NotFound) as caught:
        Shelf(folder, cache).plan("khong-co")
    assert caught.value.code == "no_plan"
    assert caught.value.values == {
        "name": "khong-co",
        "known": "ke_hoach (Kế hoạch CCHC 2021)",
    }


@pytest.mark.parametrize("name", ["index", "index.yaml", "Kế hoạch 2021", "a.b"])
def test_a_plan_may_have_any_file_name(name: str, folder: Path, cache: Path, reads: Reads) -> None:
    (folder / "ke_hoach.yaml").rename(folder / f"{name}.yaml")
    plan = Shelf(folder, cache).plan(name)
    assert [one.stem for one in Shelf(folder, cache).entries()] == [name]
    reads()
    assert Shelf(folder, cache).plan(name) == plan
    assert reads() == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name themselves")
def test_a_file_name_that_is_no_text_does_no_harm(folder: Path, cache: Path) -> None:
    (folder / "ke_hoach.yaml").rename(folder / "\udcff.yaml")
    assert [one.id for one in Shelf(folder, cache).entries()] == ["ke-hoach"]
    assert [one.stem for one in Shelf(folder, cache).entries()] == ["\udcff"]


def test_what_is_no_yaml_file_is_passed_over(folder: Path, cache: Path) -> None:
    (folder / "a-folder.yaml").mkdir()
    (folder / ".hidden.yaml").write_text("a: 1\n", encoding="utf-8")
    (folder / "notes.txt").write_text("a", encoding="utf-8")
    assert [one.stem for one in Shelf(folder, cache).entries()] == ["ke_hoach"]


def test_a_file_that_cannot_be_read_is_faulty(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = folder / "closed.yaml"
    closed.write_text(PLAN, encoding="utf-8")
    read_bytes = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self == closed:
            raise PermissionError(13, "Permission denied")
        return read_bytes(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    entries = Shelf(folder, cache).entries()
    assert [(one.stem, one.faulty) for one in entries] == [("closed", True), ("ke_hoach", False)]


@pytest.mark.parametrize("name", ["khong-co", "empty", "file.txt"])
def test_a_folder_without_plans(name: str, tmp_path: Path, cache: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file.txt").write_text("a", encoding="utf-8")
    with pytest.raises(NotFound) as caught:
        Shelf(tmp_path / name, cache)
    assert (caught.value.code, caught.value.values) == ("no_plans", {"folder": tmp_path / name})


def test_every_valid_example_can_stand_on_a_shelf(cache: Path) -> None:
    entries = Shelf(EXAMPLES / "valid", cache).entries()
    assert entries
    assert not [one.stem for one in entries if one.faulty]
    warm = Shelf(EXAMPLES / "valid", cache)
    plans: list[Plan] = [warm.plan(one.stem) for one in entries]
    assert [plan.id for plan in plans] == [one.id for one in entries]


# Where the cache is.


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, "/home/a/.cache/cchc"),
        ({"CCHC_CACHE": "/x"}, "/x"),
        ({"XDG_CACHE_HOME": "/y"}, "/y/cchc"),
        ({"LOCALAPPDATA": "/z"}, "/z/cchc"),
        ({"CCHC_CACHE": "/x", "XDG_CACHE_HOME": "/y", "LOCALAPPDATA": "/z"}, "/x"),
        ({"CCHC_CACHE": "", "XDG_CACHE_HOME": ""}, "/home/a/.cache/cchc"),
    ],
)
def test_the_systems_place_for_caches(environ: dict[str, str], expected: str) -> None:
    assert cache_folder(environ, Path("/home/a")) == Path(expected)
