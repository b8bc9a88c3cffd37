"""The registry as a person and a program read it."""

import json
from datetime import date

import pytest

from cchc_cli.domain.agencies import Agency, Registry, Successor
from cchc_cli.services.agencies import agency_detail, list_agencies
from cchc_cli.views.agencies import (
    agencies_json,
    agencies_sheet,
    agency_json,
    agency_text,
    difference,
)
from cchc_cli.views.sheet import markdown, plain
from cchc_cli.views.terminal import table
from tests.conftest import Golden
from tests.services.real import agency, plan_of_2021
from tests.views.screen import WIDTHS, too_wide

REGISTRY = plan_of_2021().registry
DAY = date(2026, 2, 1)


def test_the_agencies_of_a_day(golden: Golden) -> None:
    sheet = agencies_sheet(list_agencies(REGISTRY, DAY))
    golden("agencies/2026.txt", plain(sheet))
    golden("agencies/2026.md", markdown(sheet))
    golden("agencies/2026.table.txt", table(sheet, 80, color=False))


def test_columns_that_say_nothing_are_left_out() -> None:
    keys = [one.key for one in agencies_sheet(list_agencies(REGISTRY, date(2021, 1, 1))).columns]
    assert keys == ["id", "name", "symbol", "until", "successors"]
    whole = agencies_sheet(list_agencies(REGISTRY, None))
    assert [one.key for one in whole.columns][3:] == ["from", "until", "successors"]
    assert whole.above == ["Mọi cơ quan trong danh bạ, kể cả đã thôi hoạt động: 71."]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("ident", ["stttt", "skhcn", "bao-dai-hn", "q-ba-dinh", "mttq-tp"])
def test_all_about_one_agency(ident: str, width: int, golden: Golden) -> None:
    text = agency_text(agency_detail(REGISTRY, agency(plan_of_2021(), ident)), width)
    assert too_wide(text, width) == []
    if width == 80:
        golden(f"agencies/{ident}.txt", text)


def test_successors_for_some_matters_and_for_the_rest() -> None:
    old = Agency(
        "old", "Sở Cũ", "department",
        successors=(Successor("a", DAY), Successor("b", DAY, "nguồn", ("in", "ấn"))),
    )  # fmt: skip
    registry = Registry(
        "", "", "", (old, Agency("a", "Sở A", "office"), Agency("b", "B", "board")), ()
    )
    text = agency_text(agency_detail(registry, old), 80)
    assert "  Sở A, từ 01/02/2026, các việc còn lại\n" in text
    assert "  B, từ 01/02/2026, các việc về in, ấn. nguồn\n" in text
    assert "Kế thừa từ: Sở Cũ (đến trước -)" in agency_text(
        agency_detail(registry, registry.agencies[1]), 80
    )


def test_for_programs() -> None:
    found = json.loads(agencies_json(list_agencies(REGISTRY, DAY)))
    assert (found["format"], found["on"], found["count"]) == ("cchc/agencies/1", "2026-02-01", 28)
    assert len(found["agencies"]) == 28
    one = json.loads(agency_json(agency_detail(REGISTRY, agency(plan_of_2021(), "stttt"))))
    assert (one["format"], one["until"], one["predecessors"]) == (
        "cchc/agency/1", "2025-03-01", []
    )  # fmt: skip
    assert one["successors"][0]["excludes"] == ["báo chí", "xuất bản", "ấn phẩm"]
    assert one["groups"][0] == {"id": "so-ban-nganh", "from": None, "until": None}


def test_a_difference() -> None:
    assert difference("a\nb\n", "a\nc\n", "x.yaml") == (
        "--- x.yaml\n+++ x.yaml\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n"
    )
    assert difference("a\n", "a\n", "x.yaml") == ""
