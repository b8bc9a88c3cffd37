"""Amendments as files: what they make of a plan, and every fault in them."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_cli.domain.amending import binding, in_force
from cchc_cli.domain.fingerprints import duty_fingerprint
from cchc_cli.domain.occurrences import occurrences
from cchc_cli.domain.plan import Duty, Moved, Plan, Product
from cchc_cli.domain.schedules import Dated, Every
from cchc_cli.plan.codec import decode, encode
from cchc_cli.plan.faults import Fault
from cchc_cli.plan.load import check_file
from cchc_cli.plan.schema import json_schema
from cchc_cli.views.wording.faults import fault_sentence
from tests.plan.amendments import DUTIES, amended_plan
from tests.plan.cases import PLAN, write_plan

JUNE, DECEMBER = date(2021, 6, 1), date(2021, 12, 31)
# What is found between the lines of amendments and reviews; ``test_load`` counts on them.
CODES = {
    "duplicate_amendment", "amendment_of_other", "amendment_unlisted", "amended_plan_missing",
    "duty_there", "changes_nothing", "extension_nothing", "extension_period",
    "extension_not_later", "review_unknown", "review_stale", "amended_unread",
}  # fmt: skip


def version(path: Path, day: date = DECEMBER) -> Plan:
    """The plan of a day."""
    checked = check_file(path)
    assert checked.plan is not None, [fault_sentence(one) for one in checked.faults]
    return in_force(checked.plan, day)


def duty(plan: Plan, ident: str) -> Duty:
    """The duty with that id."""
    return next(one for one in plan.duties if one.id == ident)


def faults(path: Path) -> list[tuple[str, str, str]]:
    """File, code and field of every fault."""
    return [(Path(one.file).name, one.code, one.field) for one in check_file(path).faults]


def test_only_the_keys_that_stand_there_change(tmp_path: Path) -> None:
    body = "change:\n  - {duty: I.1, schedule: before 2021-06-25 for h1, time_words: null}\n"
    path = amended_plan(tmp_path, body)
    old, new = duty(version(path, date(2021, 5, 31)), "I.1"), duty(version(path), "I.1")
    assert old.schedule == Dated("before", date(2021, 6, 15), "h1")
    assert new.schedule == Dated("before", date(2021, 6, 25), "h1")
    assert (old.time_words, new.time_words) == ("trước 15/6/2021", None)
    assert (new.text, new.lead, new.report_to) == (old.text, old.lead, old.report_to)
    assert new.earlier == (old._replace(until=JUNE),)


@pytest.mark.parametrize(
    ("key", "field", "value"),
    [
        ("clause: II", "clause", "II"),
        ("title: Khác", "title", "Khác"),
        ("text: Khác.", "text", "Khác."),
        ("force: requested", "force", "requested"),
        ("lead: [stp, snv]", "lead", ("stp", "snv")),
        ("partners: []", "partners", ()),
        ("partner_words: các cơ quan", "partner_words", "các cơ quan"),
        ("capacity: chủ trì", "capacity", "chủ trì"),
        ("product: {name: Báo cáo, count: 2}", "product", Product("Báo cáo", 2)),
        ("schedule: every month", "schedule", Every("month")),
        ("report_to: null", "report_through", None),
        ("report_to: {to: snv}", "report_to", "snv"),
        ("question: Gửi ai?", "question", "Gửi ai?"),
        ("funding: Ngân sách", "funding", "Ngân sách"),
    ],
)
def test_each_key_that_may_change(key: str, field: str, value: object, tmp_path: Path) -> None:
    path = amended_plan(tmp_path, f"change:\n  - duty: I.1\n    {key}\n")
    assert getattr(duty(version(path), "I.1"), field) == value


def test_adding_ending_extending_and_prolonging(tmp_path: Path) -> None:
    body = """\
plan_to: 2022-06-30
add:
  - {id: I.2b, clause: I.2, title: Mới, text: Mới., lead: [snv], schedule: every month}
end:
  - {duty: I.3, note: Không còn cần thiết}
extend:
  - {duty: I.1, to: 2021-06-30}
  - {duty: I.2, period: q3, to: 2021-10-15}
"""
    plan = version(amended_plan(tmp_path, body))
    assert plan.validity.last == date(2022, 6, 30)
    assert [one.id for one in binding(plan)] == ["I.1", "I.2", "I.2b", "PL.1"]
    assert duty(plan, "I.1").moved == (Moved("2021/h1", date(2021, 6, 30)),)
    days = {one.key: one.deadline for one in occurrences(plan, duty(plan, "I.2"))}
    assert days["2021-Q3"] is not None
    assert days["2021-Q3"].last_good == date(2021, 10, 15)
    assert "2022-Q2" in days


def test_a_row_of_an_annex_may_change(tmp_path: Path) -> None:
    path = amended_plan(tmp_path, "change:\n  - {duty: PL.1, schedule: by 2021-09-01}\n")
    assert duty(version(path), "PL.1").schedule == Dated("by", date(2021, 9, 1))


def test_amendments_take_effect_by_their_day_not_their_place(tmp_path: Path) -> None:
    first, second = (f"change:\n  - {{duty: I.3, title: Lần {at}}}\n" for at in (1, 2))
    path = amended_plan(tmp_path, first, second, since=("2021-09-01", "2021-07-01"))
    assert duty(version(path), "I.3").title == "Lần 1"
    assert duty(version(path, date(2021, 8, 1)), "I.3").title == "Lần 2"


def test_a_later_amendment_speaks_of_what_an_earlier_one_added(tmp_path: Path) -> None:
    add = "add:\n  - {id: I.4, clause: I.4, title: Mới, text: Mới., lead: [snv], schedule: once}\n"
    path = amended_plan(tmp_path, add, "end: [{duty: I.4}]\n")
    assert [one.id for one in binding(version(path))] == ["I.1", "I.2", "I.3", "PL.1"]
    assert "I.4" in [one.id for one in binding(version(path, date(2021, 6, 30)))]


def test_a_plan_with_amendments_comes_back_from_the_cache(tmp_path: Path) -> None:
    body = "change:\n  - {duty: I.1, lead: [stp]}\nextend:\n  - {duty: I.1, to: 2021-07-01}\n"
    plan = check_file(amended_plan(tmp_path, body)).plan
    assert decode(encode(plan)) == plan


def test_a_link_may_name_a_duty_that_has_ended(tmp_path: Path) -> None:
    second = "change:\n  - {duty: I.1, links: [{to: I.3, kind: overlaps}]}\n"
    assert faults(amended_plan(tmp_path, "end: [{duty: I.3}]\n", second)) == []


@pytest.mark.parametrize(
    ("body", "code", "field"),
    [
        ("change: [{duty: I.9, title: a}]", "unknown_id", "change[1].duty"),
        ("end: [{duty: I.9}]", "unknown_id", "end[1].duty"),
        ("extend: [{duty: I.9, to: 2021-09-01}]", "unknown_id", "extend[1].duty"),
        ("change: [{duty: I.1, lead: [khong]}]", "unknown_id", "change[1].lead[1]"),
        ("change: [{duty: I.1, report_to: {to: snv, through: khong}}]", "unknown_id",
         "change[1].report_to.through"),
        ("change: [{duty: I.1, links: [{to: I.9, kind: overlaps}]}]", "unknown_id",
         "change[1].links[1].to"),
        ("change: [{duty: I.1, title: a}, {duty: I.1, title: b}]", "duplicate_id",
         "change[2].duty"),
        ("change: [{duty: I.1, title: a}]\nend: [{duty: I.1}]", "duplicate_id", "end[1].duty"),
        ("add: [{id: I.1, clause: I, title: a, text: a, lead: [snv], schedule: once}]",
         "duty_there", "add[1].id"),
        ("change: [{duty: I.1, lead: []}]", "nobody_acts", "change[1]"),
        ("change: [{duty: I.1, schedule: by 2023-01-01}]", "date_outside_plan",
         "change[1].schedule"),
        ("change: [{duty: I.1, schedule: sometimes}]", "schedule_unknown", "change[1].schedule"),
        ("change: [{duty: I.1, text: ''}]", "string_too_short", "change[1].text"),
        ("change: [{duty: I.1, titel: a}]", "unknown_key", "change[1].titel"),
        ("extend: [{duty: I.3, to: 2021-09-01}]", "extension_nothing", "extend[1].duty"),
        ("extend: [{duty: I.2, to: 2021-12-31}]", "extension_period", "extend[1].duty"),
        ("extend: [{duty: I.2, period: q9, to: 2021-12-31}]", "extension_period",
         "extend[1].period"),
        ("extend: [{duty: I.1, to: 2021-06-14}]", "extension_not_later", "extend[1].to"),
        ("plan_to: 2021-02-01", "range_order", "plan_to"),
    ],
)  # fmt: skip
def test_faults(body: str, code: str, field: str, tmp_path: Path) -> None:
    path = amended_plan(tmp_path, f"{body}\n")
    assert ("sd1.yaml", code, field) in faults(path)
    assert check_file(path).plan is None
    for fault in check_file(path).faults:
        assert "{" not in fault_sentence(fault)


def test_a_change_that_changes_nothing_is_a_warning(tmp_path: Path) -> None:
    path = amended_plan(tmp_path, "change: [{duty: I.1, lead: [snv]}]\n")
    (fault,) = check_file(path).faults
    assert (fault.code, fault.severity) == ("changes_nothing", "warning")
    assert check_file(path).plan is not None


def test_a_day_outside_the_plan(tmp_path: Path) -> None:
    path = amended_plan(tmp_path, "end: [{duty: I.1}]\n", since=("2022-01-01",))
    assert faults(path) == [("sd1.yaml", "date_outside_plan", "from")]


def test_two_of_one_id(tmp_path: Path) -> None:
    path = amended_plan(tmp_path, "end: [{duty: I.1}]\n", "end: [{duty: I.2}]\n")
    second = tmp_path / "sd2.yaml"
    second.write_text(second.read_text("utf-8").replace("id: sd-2", "id: sd-1"), encoding="utf-8")
    assert faults(path) == [("sd2.yaml", "duplicate_amendment", "id")]


def test_one_that_is_not_there(tmp_path: Path) -> None:
    path = write_plan(tmp_path, f"{PLAN}amendments: [sd1.yaml]\n{DUTIES}")
    assert faults(path) == [("sd1.yaml", "no_file", "")]


def test_one_of_another_plan(tmp_path: Path) -> None:
    path = amended_plan(tmp_path, "end: [{duty: I.1}]\n")
    other = path.rename(tmp_path / "khac.yaml")
    assert faults(other) == [("khac.yaml", "amendment_of_other", "amendments[1]")]


def test_one_that_is_named_twice_is_taken_once(tmp_path: Path) -> None:
    path = amended_plan(tmp_path, "end: [{duty: I.1}]\n")
    text = path.read_text("utf-8").replace("[sd1.yaml]", "[sd1.yaml, sd1.yaml]")
    path.write_text(text, encoding="utf-8")
    assert faults(path) == []


def test_faults_of_plan_and_amendment_are_told_together(tmp_path: Path) -> None:
    path = amended_plan(tmp_path, "end: [{duty: I.1, notes: a}]\n")
    text = path.read_text("utf-8").replace("coordinator: snv", "coordinator: khong")
    path.write_text(text, encoding="utf-8")
    assert faults(path) == [
        ("ke_hoach.yaml", "unknown_id", "coordinator"), ("sd1.yaml", "unknown_key", "end[1].notes"),
    ]  # fmt: skip


# An amendment that is checked by itself.


def test_an_amendment_alone_is_checked_with_its_plan(tmp_path: Path) -> None:
    amended_plan(tmp_path, "end: [{duty: I.9}]\n")
    assert faults(tmp_path / "sd1.yaml") == [("sd1.yaml", "unknown_id", "end[1].duty")]
    amended_plan(tmp_path, "end: [{duty: I.1}]\n")
    assert check_file(tmp_path / "sd1.yaml") == (None, ())


def test_an_amendment_that_its_plan_does_not_name(tmp_path: Path) -> None:
    path = amended_plan(tmp_path, "end: [{duty: I.1}]\n")
    path.write_text(path.read_text("utf-8").replace("amendments: [sd1.yaml]\n", ""), "utf-8")
    assert faults(tmp_path / "sd1.yaml") == [("sd1.yaml", "amendment_unlisted", "plan")]


def test_an_amendment_without_its_plan(tmp_path: Path) -> None:
    amended_plan(tmp_path, "end: [{duty: I.1}]\n").unlink()
    assert faults(tmp_path / "sd1.yaml") == [("sd1.yaml", "amended_plan_missing", "plan")]


def test_an_amendment_with_faults_of_its_own(tmp_path: Path) -> None:
    amended_plan(tmp_path, "ends: []\n")
    assert faults(tmp_path / "sd1.yaml") == [("sd1.yaml", "unknown_key", "ends")]


# Duties that were read before they changed.


def reviewed(path: Path, ident: str = "I.1", prints: str | None = None) -> None:
    """Mark a duty as read."""
    plan = check_file(path).plan
    assert plan is not None
    own = prints or duty_fingerprint(duty(plan, ident))
    session = f"reviews:\n  - {{by: Nguyễn An, on: 2021-04-01, duties: {{{ident}: '{own}'}}}}\n"
    path.write_text(path.read_text("utf-8") + session, encoding="utf-8")


def warnings(path: Path) -> list[tuple[str, str, str]]:
    """Faults, none of which is an error."""
    assert check_file(path).sound
    return faults(path)


def test_a_duty_as_it_was_read(tmp_path: Path) -> None:
    path = amended_plan(tmp_path)
    reviewed(path)
    assert warnings(path) == []


def test_a_duty_that_changed_since_it_was_read(tmp_path: Path) -> None:
    path = amended_plan(tmp_path)
    reviewed(path)
    path.write_text(
        path.read_text("utf-8").replace("partners: [stp]", "partners: [vp-ubnd]"), "utf-8"
    )
    assert warnings(path) == [("ke_hoach.yaml", "review_stale", "duties[1].id")]


def test_an_amended_duty_has_to_be_read_again(tmp_path: Path) -> None:
    path = amended_plan(tmp_path, "change: [{duty: I.1, lead: [stp]}, {duty: I.3, title: Khác}]\n")
    reviewed(path)
    assert warnings(path) == [("sd1.yaml", "amended_unread", "change[1].duty")]


def test_a_review_of_what_is_not_there(tmp_path: Path) -> None:
    path = amended_plan(tmp_path)
    reviewed(path, "I.9", "0123456789abcdef 0123456789abcdef")
    assert warnings(path) == [("ke_hoach.yaml", "review_unknown", "reviews")]


@pytest.mark.parametrize("prints", ["0123", "0123456789abcdeg", "0123456789abcdef  "])
def test_fingerprints_have_their_form(prints: str, tmp_path: Path) -> None:
    path = amended_plan(tmp_path)
    reviewed(path, prints=prints)
    ((_, code, _),) = faults(path)
    assert code == "bad_pattern"
    assert all("{" not in fault_sentence(one) for one in check_file(path).faults)


WORDS = st.sampled_from(
    ["", "null", "[]", "{}", "snv", "I.1", "2021-06-15", "5", "'", "once", "[{}]"]
)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(line=st.integers(0, 30), word=WORDS)
def test_a_damaged_amendment_comes_out_well(tmp_path: Path, line: int, word: str) -> None:
    body = """\
change:
  - duty: I.1
    schedule: before 2021-06-25 for h1
    lead: [stp]
add:
  - {id: I.4, clause: I.4, title: Mới, text: Mới., lead: [snv], schedule: once}
end:
  - duty: I.3
extend:
  - duty: I.2
    period: q3
    to: 2021-10-15
"""
    path = amended_plan(tmp_path, body)
    file = tmp_path / "sd1.yaml"
    lines = file.read_text("utf-8").splitlines()
    at = line % len(lines)
    key, colon, _ = lines[at].partition(": ")
    lines[at] = f"{key}{colon or ': '}{word}"
    file.write_text("\n".join(lines), encoding="utf-8")
    checked = check_file(path)
    assert (checked.plan is not None) == checked.sound
    assert all(isinstance(one, Fault) and "{" not in fault_sentence(one) for one in checked.faults)


def test_the_schema_knows_amendments() -> None:
    schema = json_schema("amendment")
    assert schema["required"] == ["format", "id", "plan", "title", "document", "from"]
    assert set(schema["$defs"]["ChangeModel"]["required"]) == {"duty"}
