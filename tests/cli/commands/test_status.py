"""``cchc status``: choices, forms, and what is said where nothing is recorded."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.builders import Cchc
from tests.cli.workspaces import empty_workspace, example_workspace

DAY = ("--today", "2021-07-01")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A workspace with half a year of entries."""
    return str(example_workspace(tmp_path_factory.mktemp("so-noi-vu")))


@pytest.fixture
def told(cchc: Cchc, workspace: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run ``cchc status`` in the workspace and read its JSON."""

    def read(*options: str) -> dict[str, Any]:
        monkeypatch.setenv("CCHC_WORKSPACE", workspace)
        said = cchc("status", *DAY, *options, "--format", "json")
        assert (said.code, said.err) == (0, "")
        found = json.loads(said.out)
        assert found["format"] == "cchc/status/1"
        assert isinstance(found, dict)
        return found

    return read


def row(found: dict[str, Any], duty: str, period: str) -> dict[str, Any]:
    """The row of a duty in a period."""
    (one,) = (
        one for one in found["duties"] if (one["duty"], one["period"]) == (duty, period)
    )  # fmt: skip
    assert isinstance(one, dict)
    return one


def test_the_whole_city(cchc: Cchc, workspace: str) -> None:
    said = cchc("status", *DAY, "--workspace", workspace)
    assert (said.code, said.err) == (0, "")
    assert "4/5 cơ quan đã báo cáo (trễ 1); chưa: Văn phòng UBND Thành phố." in said.out


def test_json_tells_what_was_chosen(told: Any) -> None:
    found = told("--period", "h1", "--duty", "V.6.4b", "--group", "so-ban-nganh")
    chosen = [found[key] for key in ("today", "period", "duty", "group", "agency", "by")]
    assert chosen == ["2021-07-01", None, "V.6.4b", "so-ban-nganh", None, "duty"]
    assert told()["until"] == "2021-07-31"
    assert told("--period", "h1")["period"] == "2021/h1"


def test_numbers_and_names(told: Any) -> None:
    report = row(told("--duty", "v.6.4b"), "V.6.4b", "2021/h1")
    assert (report["owed"], report["done"], report["in_time"], report["late"]) == (5, 4, 3, 1)
    assert (report["missing"], report["returned"]) == (["vp-ubnd"], [])
    assert row(told(), "V.10.3b", "2021-W12")["missing"] is None


def test_only_what_was_known_then(told: Any) -> None:
    report = row(told("--duty", "V.6.4b", "--as-of", "2021-06-14"), "V.6.4b", "2021/h1")
    assert report["counts"] == {"overdue": 3, "on_time": 2}
    assert told("--as-of", "14/6/2021")["as_of"] == "2021-06-14"


def test_the_day_judged_is_not_the_day_known(told: Any) -> None:
    report = row(told("--duty", "V.6.4b", "--today", "2021-06-16"), "V.6.4b", "2021/h1")
    assert report["counts"] == {"overdue": 2, "open": 1, "on_time": 2}


def test_one_agency(told: Any) -> None:
    found = told("--agency", "Sở Tư pháp")
    assert (found["agency"], found["by"]) == ("stp", "obligation")
    report = next(one for one in found["obligations"] if one["duty"] == "V.6.4b")
    assert (report["status"], report["original_due"]) == ("extended", "2021-06-14")
    assert report["entries"] == [86, 139]


def test_a_name_that_was_understood_is_said(cchc: Cchc, workspace: str) -> None:
    said = cchc("status", *DAY, "--agency", "pháp", "--workspace", workspace)
    assert said.err == "Hiểu “pháp” là Sở Tư pháp.\n"
    assert "Cơ quan: Sở Tư pháp" in said.out


def test_the_list_is_behind_every_number(told: Any) -> None:
    numbers, listed = told("--period", "h1"), told("--period", "h1", "--list")
    for one in numbers["duties"]:
        found = [
            each["status"]
            for each in listed["obligations"]
            if (each["duty"], each["period"]) == (one["duty"], one["period"])
        ]
        assert {kind: found.count(kind) for kind in set(found)} == one["counts"]


def test_agencies_and_the_list_behind_them(told: Any) -> None:
    found, listed = told("--by", "agency"), told("--by", "cơ quan", "--list")
    for one in found["agencies"]:
        own = [each for each in listed["obligations"] if each["agency"] == one["agency"]]
        assert len(own) == sum(one["counts"].values())
    assert {each["force"] for each in listed["obligations"]} == {"assigned"}
    assert found["agencies"][0]["place"] == 1


def test_groups(told: Any) -> None:
    found = told("--by", "group")
    assert "ubnd-quan-huyen-thi-xa" in {one["group"] for one in found["groups"]}


def test_the_map(told: Any) -> None:
    found = told("--map", "--duty", "V.6.4b")
    assert found["columns"] == ["2021/h1"]
    assert {one["agency"]: one["cells"] for one in found["rows"]}["vp-ubnd"] == ["overdue"]
    months = told("--map")
    assert months["columns"][0] == "2021-M03"
    assert months["until"] is None


@pytest.mark.parametrize("form", ["table", "plain", "md", "csv"])
@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--agency", "Sở Tư pháp"),
        ("--by", "agency"),
        ("--by", "group"),
        ("--list", "--duty", "V.6.4b"),
        ("--map",),
    ],
    ids=" ".join,
)
def test_every_form(options: tuple[str, ...], form: str, cchc: Cchc, workspace: str) -> None:
    said = cchc("status", *DAY, *options, "--workspace", workspace, "--format", form)
    assert (said.code, said.err) == (0, "")
    assert "None" not in said.out
    if form == "table" and "--list" not in options:
        assert max(map(len, said.out.splitlines())) <= 80


def test_a_map_in_a_file(cchc: Cchc, workspace: str, tmp_path: Path) -> None:
    file = tmp_path / "ban_do.csv"
    options = ("--map", "--duty", "V.10.3b", "--format", "csv", "-o", str(file))
    assert cchc("status", *DAY, *options, "--workspace", workspace) == (0, "", "")
    (head, line) = file.read_text("utf-8-sig").splitlines()
    assert head.split(",")[:3] == ["Cơ quan", "2021-W12", "2021-W13"]
    assert line.count("đã thực hiện đúng hạn") == 10


def test_without_a_workspace_the_plan_alone_answers_and_says_how_to_begin(cchc: Cchc) -> None:
    said = cchc("status", *DAY)
    assert said.code == 0
    assert "0/5 cơ quan đã báo cáo" in said.out
    assert said.err.startswith("Lưu ý: chưa có không gian làm việc")
    assert "cchc init" in said.err
    pure = cchc("status", *DAY, "--as-of", "2021-06-01", "--format", "json")
    assert json.loads(pure.out)["as_of"] == "2021-06-01"


def test_an_empty_ledger_says_how_to_go_on(cchc: Cchc, tmp_path: Path) -> None:
    folder = empty_workspace(tmp_path)
    said = cchc("status", *DAY, "--workspace", str(folder))
    assert said.code == 0
    assert said.err == "Lưu ý: sổ chưa có ghi nhận nào. Ghi việc đầu tiên: cchc record\n"


@pytest.mark.parametrize(
    ("options", "first", "second"),
    [
        (("--map", "--list"), "--map", "--list"),
        (("--map", "--by", "agency"), "--map", "--by"),
        (("--by", "duty", "--agency", "snv"), "--by", "--agency"),
    ],
)
def test_options_that_clash(options: tuple[str, ...], first: str, second: str, cchc: Cchc) -> None:
    said = cchc("status", *options)
    assert (said.code, said.out) == (2, "")
    assert said.err == f"Lỗi: Không dùng {first} cùng với {second}.\n"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--duty", "V.99"), 4),
        (("--period", "h3"), 2),
        (("--group", "khong-co"), 4),
        (("--agency", "khong co"), 4),
        (("--by", "district"), 2),
        (("--workspace", "khong/co"), 4),
    ],
)
def test_what_cannot_be_understood(options: tuple[str, ...], code: int, cchc: Cchc) -> None:
    said = cchc("status", *DAY, *options)
    assert (said.code, said.out) == (code, "")
    assert said.err.startswith("Lỗi: ")
