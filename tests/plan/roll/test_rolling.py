"""A plan rolled on to another year, read through."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cchc_cli.domain.plan import Plan
from cchc_cli.plan.load import check_file
from tests.plan.roll.cases import HEAD, built, codes, duties, lay_out, rolled

PLANS = Path(__file__).parents[3] / "plans"


def duty(*lines: str, year: int = 2026, folder: Path) -> tuple[str, list[str]]:
    """The lines of the only duty of a plan that was rolled on, and the codes of its remarks."""
    found = rolled(lay_out(folder, duties("\n".join(lines))), year)
    return found.text[found.text.index("- id: I.1") :], codes(found)


def test_the_head_follows_the_year_and_what_nobody_knows_yet_is_unknown(tmp_path: Path) -> None:
    text = HEAD + "theme: Chủ đề 2021\nduties: []\n"
    found = rolled(lay_out(tmp_path, text)).text
    for line in (
        "id: ke-hoach-2026",
        "title: Kế hoạch năm 2026",
        "short_title: Kế hoạch 2026  # ngắn",
        "document: {type: Kế hoạch, number: null, date: null, issuer: ubnd-tp}",
        "validity: {from: 2026-01-01, to: 2026-12-31}",
        "theme: Chủ đề 2021",
        "# xem lại: chủ đề công tác của năm 2021.",
        "# xem lại: chưa có số, ngày, người ký của văn bản mới; điền khi ban hành.",
    ):
        assert line in found.splitlines()
    assert found.startswith("# đầu tệp\n# Bản nháp năm 2026, chuyển từ kế hoạch ke-hoach-2021")


def test_an_id_without_its_year_gets_the_new_one(tmp_path: Path) -> None:
    text = HEAD.replace("ke-hoach-2021", "ke-hoach") + "duties: []\n"
    assert "\nid: ke-hoach-2026\n" in rolled(lay_out(tmp_path, text)).text


def test_the_day_in_force_is_unknown(tmp_path: Path) -> None:
    validity = (
        "validity:\n  from: 2021-01-01\n  to: 2021-12-31\n  in_force: 2021-03-24\n"
        "  in_force_reason: >-\n    vì\n    vậy\n"
    )
    text = HEAD.replace("validity: {from: 2021-01-01, to: 2021-12-31}\n", validity)
    found = rolled(lay_out(tmp_path, text + "duties: []\n"))
    assert "  in_force: null\n  in_force_reason: null\n" in found.text
    assert "in_force_unknown" in [one.remark.code for one in found.placed]


def test_a_plan_over_two_years_moves_as_a_whole(tmp_path: Path) -> None:
    text = duties("lead: [snv]\nschedule: by 2022-03-01").replace(
        "{from: 2021-01-01, to: 2021-12-31}", "{from: 2021-07-01, to: 2022-06-30}"
    )
    found = rolled(lay_out(tmp_path, text), 2023).text
    assert "validity: {from: 2023-07-01, to: 2024-06-30}" in found
    assert "schedule: by 2024-03-01" in found


def test_a_plan_that_ends_on_29_february(tmp_path: Path) -> None:
    text = duties("lead: [snv]\nschedule: by 2024-02-29").replace(
        "{from: 2021-01-01, to: 2021-12-31}", "{from: 2023-03-01, to: 2024-02-29}"
    )
    found = rolled(lay_out(tmp_path, text), 2024)
    assert "{from: 2024-03-01, to: 2025-02-28}" in found.text
    assert "schedule: by 2025-02-28" in found.text
    assert codes(found) == ["bent", "date_moved"]
    assert "29/02/2024 chuyển thành 28/02/2025" in " ".join(found.text.split())


def test_a_day_off_is_pointed_out_and_not_moved(tmp_path: Path) -> None:
    text, found = duty("lead: [snv]", "schedule: before 2021-06-15 for h1", folder=tmp_path)
    assert "schedule: before 2026-06-15 for h1" in text
    assert found == ["date_moved", "day_off"]
    assert "# xem lại: 14/6/2026 là Chủ nhật, ngày nghỉ; hạn giữ nguyên" in text


def test_a_holiday_has_its_name(tmp_path: Path) -> None:
    text, found = duty("lead: [snv]", "schedule: on 2021-09-02", folder=tmp_path)
    assert found == ["date_moved", "day_off"]
    assert "02/9/2026 là Quốc khánh" in text


@pytest.mark.parametrize(
    ("schedule", "moved", "expected"),
    [
        ("continuous", "continuous", []),
        ("within 2021-Q2", "within 2026-Q2", ["date_moved"]),
        ("every month from 2021-02-01", "every month from 2026-02-01", ["bounds_moved"]),
        ("by 2021-06-15", "by 2026-06-15", ["date_moved"]),
        ("within 2021-02", "within 2026-02", ["date_moved", "day_off"]),
    ],
)
def test_schedules(schedule: str, moved: str, expected: list[str], tmp_path: Path) -> None:
    text, found = duty("lead: [snv]", f"schedule: {schedule}", folder=tmp_path)
    assert f"schedule: {moved}\n" in text
    assert found == expected


def test_an_agency_gives_way_per_duty(tmp_path: Path) -> None:
    text = duties(
        "implement: [stttt]\nschedule: continuous",
        "implement: [stttt]\nschedule: continuous",
        "lead: [sld]  # sở\npartners: [stttt, snv]\nschedule: continuous",
    ).replace("Việc số 2", "Họp báo chí")
    found = rolled(lay_out(tmp_path, text))
    assert [one.lead + one.implement for one in built(tmp_path / "b.yaml", found.text).duties] == [
        ("skhcn",), ("skhcn",), ("snv",)
    ]  # fmt: skip
    assert "    lead: [snv]  # sở\n" in found.text
    assert "    partners: [skhcn]\n" in found.text
    words = " ".join(found.text.replace("#", " ").split())
    assert "các mảng báo chí chuyển nơi khác, xét riêng việc này." in words
    assert "nhưng việc này nói về báo chí, mảng không chuyển về đó: phải chọn lại." in words
    assert "Sở Nội vụ nay đã là cơ quan thực hiện, nên bỏ khỏi cơ quan phối hợp." in words


def test_an_agency_that_ends_within_the_year_is_joined_by_its_heir(tmp_path: Path) -> None:
    text, found = duty("lead: [dai]", "schedule: every week", folder=tmp_path)
    assert "lead: [dai, bao-dai]" in text
    assert found == ["agency_ends"]


def test_districts_have_no_successors_of_their_kind(tmp_path: Path) -> None:
    text, found = duty("implement: [tat-ca]", "schedule: continuous", folder=tmp_path)
    assert "implement: [so, phuong]" in text
    assert found == ["group_opened", "group_without_kind", "succession_note"]
    words = " ".join(text.replace("#", " ").split())
    assert "“UBND các quận” không còn thành viên từ 01/7/2025 (trước đó 2)" in words
    assert "đề xuất nhóm “UBND các phường” (danh sách còn trống, phải điền vào danh bạ)." in words


def test_the_receiver_of_a_report_and_the_coordinator(tmp_path: Path) -> None:
    text = duties("lead: [snv]\nschedule: continuous\nreport_to: {to: stttt, through: sld}")
    found = rolled(lay_out(tmp_path, text.replace("coordinator: snv", "coordinator: stttt")))
    assert "report_to: {to: skhcn, through: snv}" in found.text
    assert "coordinator: skhcn" in found.text
    # Between brackets a comment stands above their line.
    above = found.text[: found.text.index("    report_to:")].splitlines()[-1]
    assert above.startswith("    # ")


def test_what_is_done_once_stands_apart(tmp_path: Path) -> None:
    text = duties(
        "lead: [snv]\nschedule: once",
        "lead: [stp]\nschedule: continuous\nlinks: [{to: I.1, kind: depends_on}]",
    )
    found = rolled(lay_out(tmp_path, text))
    assert found.apart == ("I.1",)
    assert [one.id for one in built(tmp_path / "b.yaml", found.text).duties] == ["I.2", "I.1"]
    assert found.text.index("# ---- Việc làm một lần của năm 2021") < found.text.index("- id: I.1")
    again = rolled(lay_out(tmp_path, found.text, "2026.yaml"), 2027)
    assert again.text.count("# ---- Việc làm một lần") == 1


def test_words_and_references_of_the_old_year_are_marked(tmp_path: Path) -> None:
    text = HEAD + (
        "legal_basis: [a]\n"
        "references:\n"
        "  - {id: a, number: 1/QĐ-UBND, type: Quyết định, date: 2020-12-01, cited_at: [I],\n"
        "     subject: kế hoạch năm 2021}\n"
        "  - {id: b, number: 2/QĐ-UBND, type: Quyết định, date: 2020-12-01, cited_at: [I]}\n"
        "  - {id: c, number: 3/QĐ-UBND, type: Quyết định, date: 2021-02-01, cited_at: [I]}\n"
        "purposes: [{clause: I, text: Trong năm 2021}]\n"
        "topics: [{id: t, clause: I, title: Chủ đề, items: [{text: x, expected: by 2021-05-01}]}]\n"
        "duties: []\n"
    )
    found = rolled(lay_out(tmp_path, text))
    assert [one.path for one in found.placed if one.remark.code == "reference_old"] == [
        ("references", 0), ("references", 2)
    ]  # fmt: skip
    assert [one.path for one in found.placed if one.remark.code == "words"] == [
        ("purposes", 0, "text")
    ]
    assert "text: Trong năm 2021" in found.text
    assert "expected: by 2026-05-01" in found.text


def test_rows_of_an_annex(tmp_path: Path) -> None:
    text = HEAD + (
        "annexes:\n  - id: PL\n    title: Nhiệm vụ năm 2021\n    tasks:\n"
        "      - {no: 1, content: Họp, lead: [stttt], time: within 2021-Q2}\n"
        "      - no: 2\n        content: Lập kế hoạch\n        lead: [snv]\n        time: once\n"
    )
    found = rolled(lay_out(tmp_path, text))
    assert "{no: 1, content: Họp, lead: [skhcn], time: within 2026-Q2}" in found.text
    assert codes(found, "PL.1") == ["date_moved", "agency_replaced", "succession_note"]
    assert codes(found, "PL.2") == ["once"]
    assert found.apart == ()


def test_reviews_and_amendments_are_left_behind(tmp_path: Path) -> None:
    amendment = (
        "format: cchc-amendment/1\nid: sua\ntitle: Sửa\nplan: 2021.yaml\n"
        "document: {type: Kế hoạch, issuer: ubnd-tp}\nfrom: 2021-06-01\nend: [{duty: I.1}]\n"
    )
    (tmp_path / "sua.yaml").write_text(amendment, encoding="utf-8")
    text = duties("lead: [snv]\nschedule: continuous") + (
        "amendments: [sua.yaml]\nreviews: [{by: Lan, on: 2021-02-01, duties: {}}]\n"
    )
    file = lay_out(tmp_path, text)
    plan = built(file)
    assert plan.amendments
    found = rolled(file)
    assert "amendments:" not in found.text
    assert "reviews:" not in found.text
    assert "(sua.yaml)" in found.text


def test_line_ends_and_a_byte_order_mark_stay(tmp_path: Path) -> None:
    text = "\ufeff" + duties("lead: [stttt]\nschedule: once").replace("\n", "\r\n")
    found = rolled(lay_out(tmp_path, text)).text
    assert found.startswith("\ufeff# đầu tệp\r\n")
    assert found.count("\r\n") == found.count("\n")


def test_comments_of_the_plan_of_2021_stay() -> None:
    file = PLANS / "2021.yaml"
    found = rolled(file)
    comments = [line for line in file.read_text("utf-8").splitlines() if line.startswith("#")]
    assert [line for line in found.text.splitlines() if line in comments] == comments
    assert found.apart == ("V.4.1a", "V.4.2a", "V.6.1a", "V.10.3a")
    assert found.duties == 49
    old, new = built(file), built(file, found.text)
    assert {one.id: one.text for one in new.duties} == {one.id: one.text for one in old.duties}
    gone = {one.id for one in old.registry.agencies if one.end and one.end <= date(2026, 1, 1)}
    assert not gone & {ident for one in new.duties for ident in (*one.bearers, *one.partners)}


def by_id(plan: Plan) -> dict[str, object]:
    return {one.id: one for one in plan.duties}


DAYS = st.dates(date(2021, 1, 1), date(2021, 12, 31))
SCHEDULES = st.one_of(
    st.sampled_from(["continuous", "sometime", "once", "reports h1 year", "within 2021-Q3",
                     "within 2021-03..2021-H2", "every week, by friday", 'when "năm 2021"']),
    st.builds(lambda word, day: f"{word} {day}", st.sampled_from(["before", "by", "on"]), DAYS),
    DAYS.map(lambda day: f"every month from {day} until 2021-12-31"),
    st.tuples(DAYS, DAYS).map(lambda pair: f"within {min(pair)}..{max(pair)}"),
)  # fmt: skip


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(SCHEDULES, min_size=1, max_size=5), st.integers(2015, 2040))
def test_there_and_back_the_duties_are_the_same(
    tmp_path: Path, schedules: list[str], year: int
) -> None:
    assume(year != 2021)
    text = duties(*(f"lead: [snv]  # {at}\nschedule: {one}" for at, one in enumerate(schedules)))
    file = lay_out(tmp_path, text)
    checked = check_file(file)
    # The rest of a year may hold no whole month: no plan to roll.
    assume(checked.plan is not None)
    assert checked.plan is not None
    there = rolled(file, year)
    back = rolled(lay_out(tmp_path, there.text, "b.yaml"), 2021)
    kept, again = by_id(checked.plan), by_id(built(file, back.text))
    assert again == kept
