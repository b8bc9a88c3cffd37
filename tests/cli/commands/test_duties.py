"""``cchc duties``: its options, forms, and one duty in full."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from cchc_cli.views.wording.words import RHYTHMS
from tests.cli.builders import Cchc

DAY = ("--today", "2021-06-10")


def listed(cchc: Cchc, *options: str) -> dict[str, Any]:
    """The JSON of a list of duties."""
    said = cchc("duties", *options, *DAY, "--format", "json")
    assert (said.code, said.err) == (0, "")
    found = json.loads(said.out)
    assert found["count"] == len(found["duties"])
    assert isinstance(found, dict)
    return found


def idents(found: dict[str, Any]) -> list[str]:
    """The ids of the duties."""
    return [duty["id"] for duty in found["duties"]]


def test_all_duties_of_the_plan(cchc: Cchc) -> None:
    found = listed(cchc)
    assert found["format"] == "cchc/duties/1"
    assert (found["plan"], found["agency"]) == ("hanoi-tuyen-truyen-2021", None)
    assert found["count"] == 49


@pytest.mark.parametrize(
    ("options", "some", "number"),
    [
        (("--agency", "Sở Nội vụ"), ["V.1.1a", "V.6.4b", "V.2.1a"], 22),
        (("--agency", "Sở Nội vụ", "--role", "partner"), ["V.2.1a", "V.2.8", "V.4.3"], 3),
        (("--agency", "Sở Nội vụ", "--clause", "V.6.4"), ["V.6.4a", "V.6.4b", "V.6.4c"], 3),
        (("--clause", "V.6.4"), ["V.6.4a", "V.6.4b", "V.6.4c"], 3),
        (("--clause", "v.6.4"), ["V.6.4a", "V.6.4b", "V.6.4c"], 3),
        (("--clause", "III.6.4"), ["V.6.4a", "V.6.4b", "V.6.4c"], 3),
        (("--rhythm", "dated"), ["V.6.4b", "V.6.4c"], 2),
        (("--rhythm", RHYTHMS["dated"]), ["V.6.4b", "V.6.4c"], 2),
        (("--search", "bản tin CHUYỂN"), ["V.1.3b"], 1),
        (("--search", "chuyen ban tin"), ["V.1.3b"], 1),
        (("--search", "không đâu có"), [], 0),
        (("--group", "nhom-v6-4"), ["V.6.4a", "V.6.4b", "V.6.4c"], 3),
        (("--plan", "2021", "--clause", "KT"), ["KT.a", "KT.b"], 2),
        (("--plan", "hanoi-tuyen-truyen-2021", "--clause", "KT.a"), ["KT.a"], 1),
    ],
)
def test_choices(options: tuple[str, ...], some: list[str], number: int, cchc: Cchc) -> None:
    found = listed(cchc, *options)
    assert set(some) <= set(idents(found))
    assert found["count"] == number


def test_a_role_by_its_vietnamese_name(cchc: Cchc) -> None:
    assert listed(cchc, "--role", "chủ trì") == listed(cchc, "--role", "lead")


def test_an_agency_sees_through_which_group_it_is_bound(cchc: Cchc) -> None:
    found = listed(cchc, "--agency", "snv")
    through = {duty["id"]: duty["via_group"] for duty in found["duties"]}
    assert found["agency"] == "snv"
    assert through["V.1.1a"] is None
    assert through["V.6.4b"] == "nhom-v6-4"


def test_an_agency_in_sections_with_the_sum_at_the_foot(cchc: Cchc) -> None:
    said = cchc("duties", "--agency", "Sở Nội vụ", *DAY)
    assert said.err == ""
    sections = ["Nhiệm vụ riêng", "Nhiệm vụ theo nhóm", "Việc phối hợp", "Cộng: 22 "]
    places = [said.out.index(f"\n{section}") for section in sections]
    assert places == sorted(places)
    assert re.search("Các đơn vị được giao chủ trì các nội dung cụ thể.*nhom-v6-4", said.out)


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("table", "Kế hoạch thông tin"),
        ("plain", "Kế hoạch thông tin"),
        ("md", "Kế hoạch thông tin"),
        ("csv", "\ufeffMã,Mục,Nhiệm vụ,Nguyên văn,"),
        ("json", "{"),
    ],
)
def test_every_form_has_every_duty(form: str, start: str, cchc: Cchc) -> None:
    said = cchc("duties", *DAY, "--format", form)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(start)
    for ident in idents(listed(cchc)):
        assert ident in said.out


def test_a_table_fits_80_columns(cchc: Cchc) -> None:
    for options in ((), ("--agency", "Sở Nội vụ")):
        said = cchc("duties", *options, *DAY, "--format", "table")
        assert max(map(len, said.out.splitlines())) <= 80


def test_a_result_in_a_file(cchc: Cchc, tmp_path: Path) -> None:
    file = tmp_path / "nhiem_vu.json"
    said = cchc("duties", *DAY, "--format", "json", "-o", str(file))
    assert said == (0, "", "")
    assert json.loads(file.read_text("utf-8"))["count"] == 49
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("typed", ["V.6.4b", "v.6.4b", "V.6.4B", "III.6.4b"])
def test_one_duty_by_its_place(typed: str, cchc: Cchc) -> None:
    said = cchc("duties", "show", typed, *DAY)
    assert (said.code, said.err) == (0, "")
    for words in (
        "V.6.4b  Báo cáo chuyên đề 6 tháng của đơn vị chủ trì",
        "Nguyên văn: “tổng hợp, xây dựng báo cáo chuyên đề",
        "Lời văn về thời gian: trước 15/6/2021",
        "Báo cáo: UBND thành phố Hà Nội, thông qua Sở Nội vụ",
    ):
        assert words in said.out


def test_one_duty_in_every_form(cchc: Cchc, tmp_path: Path) -> None:
    def show(*options: str) -> str:
        said = cchc("duties", "show", "V.6.4b", *DAY, *options)
        assert (said.code, said.err) == (0, "")
        return said.out

    found = json.loads(show("--format", "json"))
    assert (found["format"], found["id"]) == ("cchc/duty/1", "V.6.4b")
    assert found["occurrences"][0]["due"] == "2021-06-14"
    assert show("--format", "md").startswith("# V.6.4b Báo cáo chuyên đề")
    assert max(map(len, show("--format", "table").splitlines())) <= 80
    file = tmp_path / "a.txt"
    assert show("--output", str(file), "--plan", "2021") == ""
    assert file.read_text("utf-8") == show()
