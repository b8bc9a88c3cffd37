"""Two plans: the same is the same, and each difference is told once."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.domain.amending import in_force
from cchc_cli.domain.deadlines import Policy
from cchc_cli.domain.plan import Amendment, Document, Duty, Moved, Plan, Product, Recipient
from cchc_cli.domain.schedules import Dated, Every
from cchc_cli.services import comparing
from cchc_cli.services.comparing import Piece, compare, pieces
from tests.domain.builders import make_duty, make_plan
from tests.services.real import plan_of_2021

DAY = date(2021, 6, 15)
ONE = make_duty(Dated("before", DAY, "h1"))._replace(text="Báo cáo kết quả trước 15/6/2021.")
PLAN = make_plan(duties=[ONE])


def fields(changed: Duty) -> dict[str, tuple[object, object]]:
    """What is told to differ in the only duty."""
    (pair,) = compare(PLAN, make_plan(duties=[changed])).pairs
    return {field.name: (field.old, field.new) for field in pair.fields}


@pytest.mark.parametrize("plan", [make_plan(), PLAN, plan_of_2021()], ids=["empty", "one", "2021"])
def test_a_plan_and_itself(plan: Plan) -> None:
    found = compare(plan, plan)
    assert found.empty
    assert found.same == len(plan.duties)


@settings(max_examples=50, deadline=None)
@given(st.permutations(plan_of_2021().duties))
def test_the_order_of_duties_makes_no_difference(duties: list[Duty]) -> None:
    plan = plan_of_2021()
    assert compare(plan, plan._replace(duties=tuple(duties))).empty


@settings(max_examples=50, deadline=None)
@given(kept=st.sets(st.sampled_from([duty.id for duty in plan_of_2021().duties])))
def test_what_is_gone_one_way_is_new_the_other(kept: set[str]) -> None:
    plan = plan_of_2021()
    part = plan._replace(duties=tuple(duty for duty in plan.duties if duty.id in kept))
    there, back = compare(plan, part), compare(part, plan)
    lost = {duty.id for duty in plan.duties} - kept
    assert {duty.id for duty in there.gone} == lost == {duty.id for duty in back.added}
    assert (there.added, back.gone, there.pairs, back.pairs) == ((), (), (), ())


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        (ONE._replace(lead=("stp",)), "lead"),
        (ONE._replace(title="Khác"), "title"),
        (ONE._replace(product=Product("Báo cáo", 1)), "product"),
        (ONE._replace(force="requested"), "force"),
        (ONE._replace(question="Gửi ai?"), "question"),
    ],
)
def test_a_value_that_changed(changed: Duty, name: str) -> None:
    assert fields(changed) == {name: (getattr(ONE, name), getattr(changed, name))}


def test_a_schedule_is_told_by_what_is_due() -> None:
    (old, new) = fields(ONE._replace(schedule=Dated("before", date(2021, 6, 20), "h1")))["schedule"]
    assert isinstance(old, tuple)
    assert isinstance(new, tuple)
    assert [one.deadline.named for one in (*old, *new)] == [DAY, date(2021, 6, 20)]


def test_how_a_duty_came_to_read_so_makes_no_difference() -> None:
    later = ONE._replace(since=DAY, earlier=(ONE._replace(until=DAY),), key="x")
    assert compare(PLAN, make_plan(duties=[later])).empty


def test_a_moved_duty_that_was_reworded_is_one_change() -> None:
    other = ONE._replace(id="V.9", clause="V.9", text="Báo cáo kết quả trước 20/6/2021.")
    (pair,) = compare(PLAN, make_plan(duties=[other])).pairs
    assert (pair.moved, pair.old.id, pair.new.id) == (True, "V.1", "V.9")
    assert [field.name for field in pair.fields] == ["clause", "text"]
    text = pair.fields[1]
    assert text.pieces == (
        Piece("same", "Báo cáo kết quả trước"),
        Piece("gone", "15/6/2021."),
        Piece("new", "20/6/2021."),
    )


def test_the_plan_itself() -> None:
    other = PLAN._replace(policy=Policy(before="inclusive"), theme="Kỷ cương")
    found = compare(PLAN, other)
    assert [(one.name, one.new) for one in found.fields] == [
        ("policy", other.policy), ("theme", "Kỷ cương"),
    ]  # fmt: skip
    assert not found.empty


def test_other_sections() -> None:
    bodies = (Recipient("Bộ Nội vụ"), Recipient("Sở Nội vụ"))
    old, new = PLAN._replace(recipients=bodies), PLAN._replace(recipients=bodies[1:])
    (section,) = compare(old, new).sections
    assert (section.name, section.gone, section.new) == ("recipients", bodies[:1], ())
    assert compare(old, PLAN._replace(recipients=bodies[::-1])).empty


def test_versions_of_one_plan() -> None:
    fresh = make_duty(Every("quarter"), ident="V.2")
    amendment = Amendment(
        "sd-1", "Sửa đổi", Document("Quyết định", "ubnd-tp"), DAY,
        (fresh,), moved=(("V.1", Moved("2021/h1", date(2021, 6, 30))),),
    )  # fmt: skip
    plan = PLAN._replace(amendments=(amendment,))
    found = compare(plan, in_force(plan, DAY))
    assert [duty.id for duty in found.added] == ["V.2"]
    ((name, old, new, _),) = found.pairs[0].fields
    assert (name, len(old), len(new)) == ("schedule", 1, 1)
    ended = plan._replace(amendments=(amendment._replace(duties=(), ended=("V.1",), moved=()),))
    assert [duty.id for duty in compare(ended, in_force(ended, DAY)).gone] == ["V.1"]


def test_a_schedule_and_a_moved_deadline_are_one_difference() -> None:
    changed = ONE._replace(
        schedule=Dated("by", DAY, "h1"), since=DAY, moved=(Moved("2021/h1", date(2021, 7, 1)),)
    )
    assert list(fields(changed)) == ["schedule"]


def test_huge_texts_are_told_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "COMPARED", 3)
    assert list(pieces("a b", "a c")) == [Piece("gone", "a b"), Piece("new", "a c")]


def test_only_texts_have_pieces() -> None:
    assert list(pieces(None, "a")) == []
    assert list(pieces("", "a")) == [Piece("new", "a")]
