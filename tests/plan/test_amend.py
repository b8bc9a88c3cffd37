"""Composing amendments: what is offered for a change, and what is told of it."""

from datetime import date
from pathlib import Path

import pytest

from cchc_cli.domain.amending import in_force
from cchc_cli.errors import BadPlan
from cchc_cli.plan.amend import Composed, Wish, compose
from cchc_cli.plan.load import check_file
from tests.plan.amendments import amended_plan

JULY = date(2021, 7, 1)
NOTES = {"change": "sửa", "kept": "giữ: {keys}", "add": "thêm"}
DOCUMENT: dict[str, object] = {"type": "Quyết định", "number": None, "date": None}


def composed(path: Path, wish: Wish) -> Composed:
    """The amendment that was wished for."""
    plan = check_file(path).plan
    assert plan is not None
    return compose(in_force(plan, date.max), path, wish, NOTES)


def test_a_row_of_an_annex_is_offered_by_the_keys_of_a_duty(tmp_path: Path) -> None:
    path = amended_plan(tmp_path)
    found = composed(path, Wish("Sửa", JULY, DOCUMENT, change=["PL.1"]))
    assert found.file == tmp_path / "ke_hoach.sua-doi-1.yaml"
    assert (
        "change:\n  # sửa\n  - duty: PL.1\n    text: Lập danh mục.\n    schedule: once\n"
        "    lead: [snv]\n"
    ) in found.text
    assert [fault.code for fault in found.warnings] == ["changes_nothing"]


def test_what_is_offered_is_how_earlier_amendments_left_it(tmp_path: Path) -> None:
    add = (
        "add:\n  - {id: I.4, clause: I.4, title: Mới, text: Mới., lead: [snv], schedule: once}\n"
        "change:\n  - {duty: I.3, text: Lần một.}\n"
    )
    path = amended_plan(tmp_path, add, "change:\n  - {duty: I.4, text: Lần hai.}\n")
    found = composed(path, Wish("Sửa", date(2021, 8, 1), DOCUMENT, change=["I.3", "I.4"]))
    assert "  - duty: I.3\n    text: Lần một.\n    schedule: continuous\n" in found.text
    assert "  - duty: I.4\n    text: Lần hai.\n    schedule: once\n" in found.text
    assert "amendments: [sd1.yaml, sd2.yaml, ke_hoach.sua-doi-3.yaml]\n" in found.plan_text


def test_what_was_composed_is_sound(tmp_path: Path) -> None:
    path = amended_plan(tmp_path)
    wish = Wish(
        "Sửa", JULY, DOCUMENT, ["I.1"], ["I.4b"], ["I.3"], [("I.2", "2021-Q3", date(2021, 10, 9))],
        date(2022, 3, 31),
    )  # fmt: skip
    found = composed(path, wish)
    found.file.write_text(found.text, encoding="utf-8")
    path.write_text(found.plan_text, encoding="utf-8")
    checked = check_file(path)
    assert checked.sound
    assert checked.plan is not None
    assert checked.plan.amendments[0].touched == ("I.1", "I.4b", "I.3", "I.2")
    assert check_file(found.file).sound


def test_what_would_have_faults_is_refused_with_them(tmp_path: Path) -> None:
    with pytest.raises(BadPlan) as refused:
        composed(amended_plan(tmp_path), Wish("Sửa", JULY, DOCUMENT, end=["I.9"]))
    faults = refused.value.values["faults"]
    assert isinstance(faults, tuple)
    assert [fault.code for fault in faults] == ["unknown_id"]
