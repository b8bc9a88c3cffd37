"""Salvage: what is sound in a faulty file keeps its places and is compared, too."""

from pathlib import Path

import pytest

from cchc_cli.plan.faults import Fault
from cchc_cli.plan.load import check_file
from cchc_cli.plan.models.plan import PlanModel
from cchc_cli.plan.salvage import STAND_IN, is_given, salvage
from cchc_cli.plan.source import Source, read_source
from tests.plan.cases import PLAN, with_duties, write_plan


def source_of(folder: Path, text: str) -> Source:
    """A plan's text as read."""
    path = folder / "ke_hoach.yaml"
    path.write_text(text, encoding="utf-8")
    return read_source(path)


def test_a_faulty_value_that_can_be_missed_goes_alone(tmp_path: Path) -> None:
    source = source_of(tmp_path, PLAN + "policy: {before: x, shift: next_working_day}\ntitel: x\n")
    model, rest = salvage(PlanModel, source)
    assert model is not None
    assert (model.policy.before, model.policy.shift) == ("strict", "next_working_day")
    assert rest.kept == {}


def test_a_faulty_value_that_cannot_goes_with_the_mapping_around_it(tmp_path: Path) -> None:
    source = source_of(tmp_path, with_duties("hằng quý", "once", "x", "sometime"))
    model, rest = salvage(PlanModel, source)
    assert model is not None
    assert [duty.id for duty in model.duties] == ["I.2", "I.4"]
    assert rest.kept == {("duties",): [1, 3]}


def test_what_stays_keeps_its_number_and_place(tmp_path: Path) -> None:
    source = source_of(tmp_path, with_duties("hằng quý", "once", "x", "sometime"))
    _, rest = salvage(PlanModel, source)
    assert rest.original(("duties", 1, "schedule")) == ("duties", 3, "schedule")
    fault = rest.fault("bad", ("duties", 1, "schedule"))
    assert (fault.line, fault.field) == (15, "duties[4].schedule")
    assert fault == source.fault("bad", ("duties", 3, "schedule"))


def test_what_the_file_cannot_do_without_is_lent(tmp_path: Path) -> None:
    text = PLAN.replace("title: Kế hoạch", "titel: Kế hoạch").replace("issuer: ubnd-tp", "x: y")
    model, _ = salvage(PlanModel, source_of(tmp_path, text))
    assert model is not None
    assert (model.title, model.document.issuer) == (STAND_IN, STAND_IN)


@pytest.mark.parametrize(
    "text",
    [
        PLAN.replace("validity: {from: 2021-01-01, to: 2021-12-31}", "validity: 2021"),
        PLAN.replace("validity: {from: 2021-01-01, to: 2021-12-31}\n", ""),
        PLAN.replace("cchc-plan/1", "cchc-calendar/1"),
        "- a\n",
    ],
    ids=["validity of the wrong kind", "no validity", "another format", "a list"],
)
def test_too_little_is_left(text: str, tmp_path: Path) -> None:
    source = source_of(tmp_path, text)
    assert salvage(PlanModel, source) == (None, source)


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        # The reference and the duty are there, only faulty: nothing that names them is at fault.
        ("legal_basis: [x]\nreferences: [{id: x}]\n", ["missing_key"] * 3),
        ("legal_basis: [y]\nreferences: [{id: x}]\n", ["unknown_id", *["missing_key"] * 3]),
        ("legal_basis: [y]\nreferences: x\n", ["wrong_kind"]),
        ("legal_basis: [y]\nreferences: [x]\n", ["unknown_id", "wrong_kind"]),
        ("titel: x\ncoordinater: snv\n", ["unknown_key", "unknown_key"]),
    ],
)
def test_faults_that_only_follow_are_not_told(more: str, codes: list[str], tmp_path: Path) -> None:
    assert [one.code for one in check_file(write_plan(tmp_path, PLAN + more)).faults] == codes


def test_a_link_to_a_faulty_row_of_an_annex_is_no_link_to_nothing(tmp_path: Path) -> None:
    text = (
        PLAN
        + "duties: [{id: I.1, clause: I, title: x, text: x, lead: [snv], schedule: once,\n"
        + "  links: [{to: PL.1, kind: overlaps}, {to: PL.2, kind: overlaps}]}]\n"
        + "annexes: [{id: PL, title: x, tasks: [{no: 1}, y, {no: 3, content: x, lead: [stp],\n"
        + "  time: once}]}]\n"
    )
    found = check_file(write_plan(tmp_path, text)).faults
    assert [one.values["id"] for one in found if one.code == "unknown_id"] == ["PL.2"]


@pytest.mark.parametrize(
    ("data", "what", "ident", "given"),
    [
        (None, "agency", "snv", True),
        (None, "agency_or_group", "snv", True),
        (None, "duty", "V.1", False),
        ({"agencies": "x"}, "agency", "snv", True),
        ({"agencies": []}, "agency", "snv", False),
        ({"agencies": []}, "group", "snv", False),
        ({"agencies": [], "groups": "x"}, "agency_or_group", "snv", True),
        ({"agencies": [{"id": "snv"}]}, "agency", "snv", True),
        ({"agencies": [{"id": "snv"}]}, "group", "snv", False),
        ({"agencies": ["snv", {}]}, "agency", "snv", False),
        ({"duties": [{"id": "V.1"}]}, "duty", "V.1", True),
        ({"annexes": [{"id": "PL", "tasks": [{"no": 1}]}]}, "duty", "PL.1", True),
        ({"annexes": [{"id": "PL", "tasks": "x"}]}, "duty", "PL.1", False),
        ({}, "reference", STAND_IN, True),
    ],
)
def test_ids_that_are_given_to_faulty_parts(
    *, data: object, what: str, ident: str, given: bool
) -> None:
    fault = Fault("unknown_id", "a.yaml", values={"what": what, "id": ident})
    assert is_given(fault, Source("a.yaml", data, {}, ())) is given


def test_other_faults_are_no_matter_of_ids() -> None:
    assert not is_given(Fault("schedule_empty", "a.yaml"), Source("a.yaml", None, {}, ()))
