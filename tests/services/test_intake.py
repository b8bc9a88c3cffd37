"""From workbooks to entries: what is new, what is taken back, what stays."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from cchc_cli.domain.entries import Content, EvidenceFile, Figure, OfficialDocument
from cchc_cli.domain.forms import FORMAT, Result, Seal
from cchc_cli.domain.returned import (
    FormFault,
    Returned,
    Spot,
    Spots,
    ToldFigure,
    ToldTask,
    ToldWords,
)
from cchc_cli.ledger.memory import MemoryLedger
from cchc_cli.ledger.protocol import Author
from cchc_cli.services.book import Book
from cchc_cli.services.collecting import whom_to_ask
from cchc_cli.services.handed_in import roll_of
from cchc_cli.services.intake import Reception, Verdict
from cchc_cli.services.occasions import parse_period
from cchc_cli.views.returns import phrases
from tests.services.real import plan_of_2021

PLAN = plan_of_2021()
REPORT, PLANNED, ALWAYS = "V.6.4b|2021/h1", "V.6.1a|once", "V.6.1b|continuous"
COLUMNS = ("result", "document", "date", "product", "degree", "difficulty")
SPOTS = Spots("Nhiệm vụ", "tasks", 5, dict(zip(COLUMNS, "HIJKLM", strict=True)))
MAY = date(2021, 5, 6)


class Office:
    """Workbooks of Sở Tư pháp, taken one after the other."""

    def __init__(self) -> None:
        self.ledger = MemoryLedger()
        self.now = datetime(2021, 6, 12, 3, tzinfo=UTC)

    @property
    def book(self) -> Book:
        return Book(PLAN, self.ledger)

    def reception(self, only: str | None = None) -> Reception:
        period = parse_period(PLAN, only) if only else None
        return Reception(self.book, self.ledger, phrases(), period)

    def judge(self, returned: Returned) -> Verdict:
        return self.reception().judge(returned)

    def append(self, *contents: Content) -> None:
        self.now += timedelta(minutes=1)
        self.ledger.append(contents, Author("lan"), self.now)

    def take(self, returned: Returned) -> list[Content]:
        """Record a file that is accepted; what was recorded comes back, the receipt left out."""
        verdict = self.judge(returned)
        assert verdict.faults == ()
        self.append(*verdict.contents)
        assert verdict.contents[-1].text == "Nhận biểu kết quả của đơn vị"
        return list(verdict.contents[:-1])

    def refused(self, returned: Returned) -> list[tuple[str, str]]:
        verdict = self.judge(returned)
        assert (verdict.outcome, verdict.contents) == ("refused", ())
        return [(one.code.removeprefix("form_"), one.spot.cell) for one in verdict.faults]

    def sums(self, agency: str | None = "stp") -> dict[str, float]:
        period = parse_period(PLAN, "h1")
        return self.ledger.figures(period.first, period.end, agency)


@pytest.fixture
def office() -> Office:
    return Office()


def file(
    *told: ToldTask | ToldFigure | ToldWords,
    version: int = 1,
    agency: str = "stp",
    period: str = "2021/h1",
    keys: tuple[str, ...] = (),
) -> Returned:
    """A file that says these things; another version has other bytes."""
    seal = Seal(FORMAT, PLAN.id, period, agency, date(2020, 12, 15), date(2021, 6, 10), "x")
    return Returned(
        Path(f"{agency}.xlsx"),
        EvidenceFile(f"{agency}.xlsx", f"{version}" * 64, 100 + version),
        seal,
        tuple(one for one in told if isinstance(one, ToldTask)),
        tuple(one for one in told if isinstance(one, ToldFigure)),
        tuple(one for one in told if isinstance(one, ToldWords)),
        keys=keys,
    )


def seal_of(returned: Returned) -> Seal:
    """Its seal."""
    assert returned.seal is not None
    return returned.seal


def task(key: str = REPORT, result: Result | None = "done", **more: object) -> ToldTask:
    told = ToldTask(key, SPOTS, result)
    if result == "done":
        told = told._replace(document="12/BC-STP", day=MAY)
    return told._replace(**more)  # type: ignore[arg-type]


def figure(indicator: str, value: float | None, note: str | None = None) -> ToldFigure:
    return ToldFigure(indicator, Spot("Số liệu", "H6", ("figures", "now")), value, note)


def words(text: str) -> ToldWords:
    return ToldWords("strength", Spot("Nhận xét", "D5", ("narratives", "text")), text)


def done(duty: str, period: str, **more: object) -> Content:
    content = Content(
        "done", PLAN.id, duty, "stp", period, day=MAY, text="có", fulfils=((duty, "stp"),)
    )
    return content._replace(**more)  # type: ignore[arg-type]


def test_a_task_that_was_done(office: Office) -> None:
    (content,) = office.take(file(task(product="Báo cáo", degree=1.0)))
    assert content == Content(
        "done", PLAN.id, "V.6.4b", "stp", "2021/h1", day=MAY,
        document=OfficialDocument("12/BC-STP", signed=MAY),
        files=(EvidenceFile("stp.xlsx", "1" * 64, 101),),
        fulfils=(("V.6.4b", "stp"),), text="Sản phẩm: Báo cáo; mức độ 100%",
        key="collect:hanoi-tuyen-truyen-2021:2021/h1:stp:V.6.4b|2021/h1#1",
    )  # fmt: skip


def test_something_that_never_ends_is_done_while_it_goes_on(office: Office) -> None:
    assert office.take(file(task(ALWAYS, "doing", day=MAY, product="Bài viết"))) == [
        done("V.6.1b", "continuous", text="Sản phẩm: Bài viết",
             files=(EvidenceFile("stp.xlsx", "1" * 64, 101),),
             key="collect:hanoi-tuyen-truyen-2021:2021/h1:stp:V.6.1b|continuous#1"),
    ]  # fmt: skip
    assert office.take(file(task(ALWAYS, "doing"), version=2))[0].kind == "correction"


def test_nothing_came_up(office: Office) -> None:
    (content,) = office.take(file(task(result="none")))
    assert (content.kind, content.fulfils) == ("none", (("V.6.4b", "stp"),))


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (task(result="doing", degree=0.6),
         "V.6.4b (Báo cáo chuyên đề 6 tháng của đơn vị chủ trì): đang thực hiện; mức độ 60%"),
        (task(result="not_done", difficulty="thiếu người"),
         "V.6.4b (Báo cáo chuyên đề 6 tháng của đơn vị chủ trì): chưa thực hiện; khó khăn: thiếu "
         "người"),
        (task(result=None, difficulty="thiếu người"),
         "V.6.4b (Báo cáo chuyên đề 6 tháng của đơn vị chủ trì): khó khăn: thiếu người"),
    ],
)  # fmt: skip
def test_what_is_not_done_is_words_for_the_report(
    office: Office, told: ToldTask, text: str
) -> None:
    (content,) = office.take(file(told))
    assert (content.kind, content.part, content.text) == ("narrative", "shortcoming", text)


def test_a_difficulty_with_something_done_is_told_too(office: Office) -> None:
    kinds = [(one.kind, one.text) for one in office.take(file(task(difficulty="chậm")))]
    assert kinds[0] == ("done", None)
    assert kinds[1][0] == "narrative"
    assert str(kinds[1][1]).endswith("): khó khăn: chậm")


def test_not_done_leaves_a_receipt_only(office: Office) -> None:
    assert office.take(file(task(result="not_done"))) == []
    roll = roll_of(office.book, whom_to_ask(office.book, parse_period(PLAN, "h1")))
    assert [one.agency.id for one in roll.handed_in] == ["stp"]


def test_the_same_file_changes_nothing(office: Office) -> None:
    returned = file(task(), figure("hoi-nghi", 3), words("Tốt"))
    assert len(office.take(returned)) == 3
    verdict = office.judge(returned)
    assert (verdict.outcome, verdict.contents) == ("unchanged", ())


def test_a_file_saved_anew_changes_nothing_but_its_receipt(office: Office) -> None:
    told = (task(), figure("hoi-nghi", 3), words("Tốt"))
    office.take(file(*told))
    verdict = office.judge(file(*told, version=2))
    assert verdict.outcome == "unchanged"
    assert [one.key for one in verdict.contents] == [
        "collect:hanoi-tuyen-truyen-2021:2021/h1:stp:form#2"
    ]


def test_a_corrected_file_takes_back_what_it_corrects(office: Office) -> None:
    office.take(file(task(), figure("hoi-nghi", 3), figure("tap-huan", 1), words("Tốt")))
    more = office.take(
        file(task(document="13/BC-STP"), figure("hoi-nghi", 5), words("Rất tốt"), version=2)
    )
    assert [(one.kind, one.target) for one in more] == [
        ("correction", 1), ("correction", 2), ("correction", 3),
        ("done", None), ("done", None), ("narrative", None),
    ]  # fmt: skip
    assert {one.text for one in more[:3]} == {"Thay bằng biểu đơn vị gửi lại"}
    assert {one.files[0].sha256 for one in more} == {"2" * 64}
    # What the new file leaves empty stays.
    assert office.sums() == {"hoi-nghi": 5, "tap-huan": 1}
    # The first file, found again, is known as one that was replaced.
    assert office.judge(file(task(), version=1)).outcome == "unchanged"
    # Back to what it said, in a file of its own.
    assert [one.kind for one in office.take(file(task(), version=3))] == ["correction", "done"]
    assert office.take(file(task(result="not_done"), version=4))[0].kind == "correction"
    assert office.take(file(task(result="doing"), version=5)) == []


def test_a_row_that_says_nothing_leaves_what_stands(office: Office) -> None:
    office.take(file(task(), words("Tốt")))
    assert office.take(file(figure("hoi-nghi", 1), version=2))[0].kind == "done"
    assert [one.duty for one in office.ledger.states(PLAN.id, agency="stp")] == ["V.6.4b"]


def test_words_on_a_task_go_with_its_new_result(office: Office) -> None:
    office.take(file(task(result="doing", degree=0.5)))
    kinds = [one.kind for one in office.take(file(task(), version=2))]
    assert kinds == ["correction", "done"]


def test_a_figure_is_what_others_did_not_bring(office: Office) -> None:
    figures = (Figure("hoi-nghi", 2), Figure("hoi-nghi-luot", 40))
    office.append(done("V.6.1b", "continuous", figures=figures))
    (content,) = office.take(
        file(figure("hoi-nghi", 5), figure("hoi-nghi-luot", 40), figure("tap-huan", 0))
    )
    assert content.figures == (Figure("hoi-nghi", 3), Figure("tap-huan", 0))
    assert (content.duty, content.counts_for, content.counts_on) == (
        None, "2021/h1", date(2021, 6, 14),
    )  # fmt: skip
    assert office.sums() == {"hoi-nghi": 5, "hoi-nghi-luot": 40, "tap-huan": 0}
    assert office.sums(None) == office.sums()
    # The whole is told again: the part of others grew meanwhile.
    office.append(
        done("V.6.1b", "continuous", day=date(2021, 5, 7), figures=(Figure("hoi-nghi", 1),))
    )
    told = (figure("hoi-nghi", 6), figure("hoi-nghi-luot", 40), figure("tap-huan", 0))
    assert office.take(file(*told, version=2)) == []
    assert office.sums()["hoi-nghi"] == 6


def test_a_figure_down_to_what_others_brought_takes_its_own_back(office: Office) -> None:
    office.append(done("V.6.1b", "continuous", figures=(Figure("hoi-nghi", 2),)))
    office.take(file(figure("hoi-nghi", 5)))
    undone, again = office.take(file(figure("hoi-nghi", 2), version=2))
    assert (undone.kind, again.figures) == ("correction", ())
    assert office.sums() == {"hoi-nghi": 2}


def test_less_than_others_brought_is_a_fault(office: Office) -> None:
    office.append(done("V.6.1b", "continuous", figures=(Figure("hoi-nghi", 2),)))
    verdict = office.judge(file(figure("hoi-nghi", 1)))
    assert [(one.code, one.values) for one in verdict.faults] == [
        ("form_less", {"told": 1, "recorded": 2})
    ]


def test_decimals_do_not_drift(office: Office) -> None:
    office.append(
        done("V.6.1b", "continuous", figures=(Figure("phat-thanh-co-so-thoi-luong", 0.1),))
    )
    (content,) = office.take(file(figure("phat-thanh-co-so-thoi-luong", 0.3)))
    assert content.figures == (Figure("phat-thanh-co-so-thoi-luong", 0.2),)


def test_a_note_alone_is_kept(office: Office) -> None:
    (content,) = office.take(file(figure("hoi-nghi", None, "chưa thống kê")))
    assert content.text == "Hội nghị, cuộc họp, giao ban: chưa thống kê"
    assert content.figures == ()


def test_figures_come_in_the_order_of_the_plan(office: Office) -> None:
    (content,) = office.take(file(figure("van-ban", 1), figure("hoi-nghi", 1)))
    assert [one.indicator for one in content.figures] == ["hoi-nghi", "van-ban"]


def test_one_document_is_recorded_once(office: Office) -> None:
    office.append(done("V.6.4b", "2021/h1", document=OfficialDocument("12/bc-stp", received=MAY)))
    office.append(
        Content("narrative", PLAN.id, None, "stp", "2021/h1", part="strength", text="Tốt")
    )
    assert office.take(file(task(), words("Tốt"))) == []


def test_what_was_corrected_by_hand_may_come_again(office: Office) -> None:
    office.append(done("V.6.4b", "2021/h1", document=OfficialDocument("12/BC-STP", received=MAY)))
    office.append(Content("correction", PLAN.id, "V.6.4b", "stp", "2021/h1", target=1, text="nhầm"))
    assert [one.kind for one in office.take(file(task()))] == ["done"]


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        (task(day=None), ("date_needed", "J5")),
        (task(document=None), ("proof_needed", "I5")),
        (task(degree=0.8), ("degree", "L5")),
        (task(document="12"), ("document", "I5")),
        (task(result=None, document="12/BC-STP"), ("result_needed", "H5")),
        (task(result=None, degree=0.0), ("result_needed", "H5")),
        (task("V.9|once"), ("task_unknown", "H5")),
        (figure("gi-do", 1), ("indicator_unknown", "H6")),
    ],
)
def test_what_does_not_fit_together(
    office: Office, told: ToldTask | ToldFigure, fault: tuple[str, str]
) -> None:
    assert office.refused(file(told)) == [fault]


def test_an_event_has_to_be_known_first(office: Office) -> None:
    key = next(
        one for one in office.reception().keys(seal_of(file(agency="snv")))
        if one.endswith("|event")
    )  # fmt: skip
    assert office.refused(file(task(key), agency="snv")) == [("event_first", "H5")]
    assert office.take(file(task(key, "none"), agency="snv"))[0].kind == "none"


def test_not_done_against_what_was_recorded_by_hand(office: Office) -> None:
    office.append(done("V.6.4b", "2021/h1"))
    verdict = office.judge(file(task(result="not_done")))
    assert [(one.code, one.values) for one in verdict.faults] == [
        ("form_contradicts", {"entry": "1"})
    ]
    office.append(Content("correction", PLAN.id, "V.6.4b", "stp", "2021/h1", target=1, text="nhầm"))
    assert office.judge(file(task(result="not_done"))).outcome == "accepted"


def test_a_cell_at_fault_is_not_complained_of_twice(office: Office) -> None:
    returned = file(task(day=None))._replace(
        faults=(FormFault("form_date", SPOTS.of("date"), "x"),)
    )
    assert office.refused(returned) == [("date", "J5")]


def test_a_blank_workbook_is_none_that_came_back(office: Office) -> None:
    verdict = office.judge(file())
    assert (verdict.outcome, verdict.contents, verdict.faults) == ("blank", (), ())
    assert verdict.agency is not None
    assert verdict.agency.id == "stp"


def test_rows_that_are_gone_are_told(office: Office) -> None:
    keys = tuple(office.reception().keys(seal_of(file())))
    assert office.judge(file(task(), keys=keys[2:])).gone == keys[:2]


def test_whom_a_workbook_may_be_of(office: Office) -> None:
    def code(returned: Returned, only: str | None = None) -> str | None:
        assert returned.seal is not None
        fault = office.reception(only).refuse(returned.seal)
        return fault.code if fault else None

    assert code(file()) is None
    assert code(file(), "h1") is None
    assert code(file(), "year") == "form_other_period"
    assert code(file(period="2019/h1")) == "form_other_period"
    assert code(file(period="h7")) == "form_other_period"
    assert code(file(agency="bo-noi-vu")) == "form_other_agency"
    other = file()
    assert other.seal is not None
    assert code(other._replace(seal=other.seal._replace(plan="khac"))) == "form_other_plan"


def test_a_refused_file_stays_refused(office: Office) -> None:
    refused = file(task())._replace(refused=True, faults=(FormFault("form_two_files"),))
    assert office.refused(refused) == [("two_files", "")]
    assert office.refused(refused._replace(seal=None)) == [("two_files", "")]


def test_the_roll_call(office: Office) -> None:
    asked = whom_to_ask(office.book, parse_period(PLAN, "h1"))
    roll = roll_of(office.book, asked)
    assert (len(roll.missing), roll.asked, roll.closed) == (57, 57, None)
    office.take(file(task()))
    office.append(Content("close", PLAN.id, period="2021/h1", day=date(2021, 6, 12)))
    office.now += timedelta(days=3)
    office.take(file(task(document="13/BC-STP"), version=2))
    office.take(file(words("Tốt"), agency="thanh-doan"))
    roll = roll_of(office.book, asked)
    (one,) = roll.handed_in
    assert (one.agency.id, one.files, one.late) == ("stp", 2, True)
    assert (one.first, one.last) == (date(2021, 6, 12), date(2021, 6, 15))
    assert (one.entry, one.file) == (6, "stp.xlsx")
    assert [other.agency.id for other in roll.others] == ["thanh-doan"]
    assert (roll.closed and roll.closed.id, len(roll.missing)) == (3, 56)
    assert roll_of(Book(PLAN, office.ledger, 2), asked).handed_in[0].late is False
