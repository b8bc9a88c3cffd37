"""From what somebody says happened to an entry: what is made of it, and what is refused."""

from datetime import date

import pytest

from cchc_cli.domain.entries import Content, EvidenceFile, Figure, OfficialDocument
from cchc_cli.domain.plan import Plan
from cchc_cli.errors import CchcError, NotFound, UsageFault
from cchc_cli.services.book import Book
from cchc_cli.services.record import Request, content_of, outcome
from tests.services.recording import WHO, Desk

TODAY = date(2021, 6, 20)
SIGNED, RECEIVED = date(2021, 6, 10), date(2021, 6, 11)
REPORT = OfficialDocument("123/BC-SNV", signed=SIGNED, received=RECEIVED, subject="V/v báo cáo")
DONE = Request(duty="V.6.4b", agency="snv", period="h1", document=REPORT)
RULING = Request(duty="V.6.4b", agency="snv", period="h1", text="theo công văn 5/UBND-NC")
EVENT = Request(kind="event", duty="V.1.3b", day=date(2021, 5, 4))
WORDS = Request(kind="narrative", agency="snv", period="h1", part="result", text="Đã làm.")
UNTIL = date(2021, 6, 30)


@pytest.fixture
def desk(plan_2021: Plan) -> Desk:
    """A desk with a report (1), an event (2) and a cancelled one (3, 4)."""
    made = Desk(plan_2021)
    made.record(DONE._replace(agency="stttt"))
    made.record(EVENT)
    made.record(DONE._replace(agency="svhtt", duty="V.3", period=None))
    made.record(Request(kind="correction", target=3, text="nhầm"))
    return made


def test_a_report_with_its_document(desk: Desk) -> None:
    assert desk.content(DONE, TODAY) == Content(
        kind="done",
        plan=desk.plan.id,
        duty="V.6.4b",
        agency="snv",
        period="2021/h1",
        document=REPORT,
        fulfils=(("V.6.4b", "snv"),),
    )


def test_an_activity_with_its_figures(desk: Desk) -> None:
    request = Request(
        duty="V.1.1a", agency="snv", period="h1", day=date(2021, 6, 18),
        files=(EvidenceFile("a.pdf", "0" * 64, 1),), links=("https://a",),
        figures=(("hoi-nghi", "2"), ("Lượt người dự hội nghị, cuộc họp, giao ban", "1.250"),
                 ("chuyen-muc-thoi-luong", "22,5")),
        channel="truc-tiep", topic="ket-qua", text="hội nghị", key="k",
    )  # fmt: skip
    content = desk.content(request, TODAY)
    assert content.figures == (
        Figure("hoi-nghi", 2),
        Figure("hoi-nghi-luot", 1250),
        Figure("chuyen-muc-thoi-luong", 22.5),
    )
    # After the turnover it still counts for the half year, on its last day.
    assert (content.counts_for, content.counts_on) == ("2021/h1", date(2021, 6, 14))
    assert (content.period, content.day) == ("continuous", date(2021, 6, 18))
    assert (content.channel, content.topic, content.key) == ("truc-tiep", "ket-qua", "k")
    assert (content.files, content.links) == (request.files, request.links)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("0", 0), ("12", 12), (" 7 ", 7), ("1.250", 1250), ("1.250.000", 1_250_000), ("23,5", 23.5),
     ("1.250,75", 1250.75), ("3,0", 3)],
)  # fmt: skip
def test_figures_as_vietnamese_write_them(desk: Desk, typed: str, value: float) -> None:
    content = desk.content(DONE._replace(figures=(("hoi-nghi", typed),)), TODAY)
    assert content.figures == (Figure("hoi-nghi", value),)
    assert type(content.figures[0].value) is type(value)


@pytest.mark.parametrize(
    "number",
    ["123/BC-SNV", "05/BNV-VP", "253/KH-UBND", "97/2019/QH14", "171-KH/TU", "12a/BC-SNgV",
     "34/2007/PL-UBTVQH11", "5/KH-ĐTN", "1/TB-KH&ĐT"],
)  # fmt: skip
def test_numbers_of_both_grammars(desk: Desk, number: str) -> None:
    document = OfficialDocument(number)
    assert desk.content(DONE._replace(document=document), TODAY).document == document


def test_done_without_evidence_needs_a_reason(desk: Desk) -> None:
    bare = DONE._replace(document=None)
    content = desk.content(bare._replace(without_evidence="báo cáo miệng"), TODAY)
    assert (content.text, content.has_evidence) == ("báo cáo miệng", False)
    said = bare._replace(without_evidence="báo cáo miệng", text="tại giao ban")
    assert desk.content(said, TODAY).text == "tại giao ban"


def test_a_joint_event_counts_for_participants_that_bear_it(desk: Desk) -> None:
    request = Request(duty="V.1.2b", agency="snv", period="q2", document=REPORT)
    joint = request._replace(participants=("vp-ubnd", "stttt"))
    content = desk.content(joint, TODAY)
    assert content.participants == ("vp-ubnd", "stttt")
    assert content.fulfils == (("V.1.2b", "snv"), ("V.4.3", "vp-ubnd"))
    other = request._replace(duty="V.4.3", agency="vp-ubnd", participants=("snv",))
    assert desk.content(other, TODAY).fulfils == (("V.4.3", "vp-ubnd"), ("V.1.2b", "snv"))


def test_participants_that_bear_the_same_duty_are_fulfilled_with_it(desk: Desk) -> None:
    request = Request(duty="V.6.2", agency="snv", document=REPORT, participants=("stp", "stttt"))
    assert set(desk.content(request, TODAY).fulfils) == {
        ("V.6.2", "snv"), ("V.6.2", "stp"), ("V.6.2", "stttt"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("request_", "more"),
    [
        (RULING._replace(kind="extension", until=UNTIL), {"until": UNTIL}),
        (RULING._replace(kind="extension", until=UNTIL, agency=None),
         {"until": UNTIL, "agency": None}),
        (RULING._replace(kind="waiver"), {"fulfils": (("V.6.4b", "snv"),)}),
        (RULING._replace(kind="none", agency=None), {"agency": None}),
        (
            RULING._replace(kind="deadline", duty="V.1.1e", until=UNTIL),
            {"duty": "V.1.1e", "until": UNTIL},
        ),
        (RULING._replace(kind="waiver", text=None, document=REPORT),
         {"fulfils": (("V.6.4b", "snv"),), "document": REPORT, "text": None}),
    ],
)  # fmt: skip
def test_rulings(desk: Desk, request_: Request, more: dict[str, object]) -> None:
    base = Content(
        request_.kind, desk.plan.id, "V.6.4b", "snv", "2021/h1", text="theo công văn 5/UBND-NC"
    )
    assert desk.content(request_, TODAY) == base._replace(**more)  # type: ignore[arg-type]


def test_an_event_and_words(desk: Desk) -> None:
    assert desk.content(EVENT, TODAY) == Content(
        "event", desk.plan.id, "V.1.3b", None, "event", day=date(2021, 5, 4)
    )
    assert desk.content(WORDS, TODAY) == Content(
        "narrative", desk.plan.id, agency="snv", period="2021/h1", part="result", text="Đã làm."
    )
    assert desk.content(WORDS._replace(agency=None), TODAY).agency is None


def test_what_is_said_of_an_entry_takes_its_place(desk: Desk) -> None:
    back = desk.content(Request(kind="return", target=1, text="thiếu phụ lục"), TODAY)
    assert back == Content(
        "return", desk.plan.id, "V.6.4b", "stttt", "2021/h1",
        fulfils=(("V.6.4b", "stttt"),), target=1, text="thiếu phụ lục",
    )  # fmt: skip
    accepted = desk.content(Request(kind="accept", target=1), TODAY)
    assert accepted == back._replace(kind="accept", text=None)
    wrong = desk.content(Request(kind="correction", target=2, text="ghi nhầm"), TODAY)
    assert (wrong.duty, wrong.period, wrong.fulfils) == ("V.1.3b", "event", ())


REFUSALS: list[tuple[Request, str]] = [
    # Days.
    (DONE._replace(document=REPORT._replace(signed=date(2021, 6, 21))), "day_in_future"),
    (DONE._replace(document=REPORT._replace(received=date(2021, 6, 21))), "day_in_future"),
    (DONE._replace(day=date(2021, 6, 21)), "day_in_future"),
    (EVENT._replace(day=date(2021, 6, 21)), "day_in_future"),
    (DONE._replace(document=REPORT._replace(received=date(2021, 6, 9))),
     "received_before_signed"),
    # The document.
    (DONE._replace(document=REPORT._replace(number="báo cáo tháng 6")), "bad_document"),
    (DONE._replace(document=REPORT._replace(number="123")), "bad_document"),
    (DONE._replace(document=REPORT._replace(number="BC-SNV")), "bad_document"),
    (DONE._replace(document=REPORT._replace(number="")), "bad_document"),
    # What and who.
    (DONE._replace(duty=None), "duty_needed"),
    (RULING._replace(kind="waiver", duty=None), "duty_needed"),
    (DONE._replace(duty="V.99"), "no_duty"),
    (DONE._replace(agency=None), "agency_needed"),
    (DONE._replace(agency="sngv"), "not_a_bearer"),
    (RULING._replace(kind="waiver", agency="sngv"), "not_a_bearer"),
    (DONE._replace(document=None), "evidence_needed"),
    # Which period.
    (Request(duty="V.1.2b", agency="snv", document=REPORT._replace(received=None, signed=None)),
     "period_needed"),
    (DONE._replace(period="q3", duty="V.1.1f"), "no_occurrence"),
    (DONE._replace(duty="V.1.1a", period="w99"), "no_such_week"),
    (DONE._replace(duty="V.1.1a", period="h9"), "unknown_period"),
    # Figures.
    (DONE._replace(channel="dien-thoai"), "bad_choice"),
    (DONE._replace(topic="khac"), "bad_choice"),
    (DONE._replace(figures=(("khong-co", "1"),)), "no_indicator"),
    *((DONE._replace(figures=(("hoi-nghi", typed),)), "bad_figure")
      for typed in ("", "x", "-1", "1,2,3", "12.50", "1250.000", "1e9", "1.250.00")),
    # Rulings.
    (RULING._replace(kind="waiver", text=None), "reason_needed"),
    (RULING._replace(kind="extension"), "until_needed"),
    (RULING._replace(kind="extension", text=None, until=UNTIL), "reason_needed"),
    (RULING._replace(kind="extension", duty="V.1.1e", until=UNTIL), "nothing_to_extend"),
    (RULING._replace(kind="deadline"), "until_needed"),
    (RULING._replace(kind="deadline", until=UNTIL), "deadline_there"),
    # Events.
    (EVENT._replace(day=None), "day_needed"),
    (EVENT._replace(duty="V.6.4b"), "not_event_driven"),
    (EVENT._replace(duty="V.1.1e"), "not_event_driven"),
    # Words.
    (WORDS._replace(part=None), "narrative_needs"),
    (WORDS._replace(text=None), "narrative_needs"),
    (WORDS._replace(text=""), "narrative_needs"),
    (WORDS._replace(period=None), "narrative_needs"),
    (WORDS._replace(period="q2"), "no_such_quarter"),
    # Other entries.
    *((Request(kind=kind, target=target, text="vì"), "no_entry")
      for kind in ("return", "accept", "correction") for target in (None, 0, 99)),
    *((Request(kind=kind, target=3, text="vì"), "already_cancelled")
      for kind in ("return", "accept", "correction")),
    (Request(kind="correction", target=4, text="vì"), "cannot_correct"),
    (Request(kind="return", target=2, text="vì"), "cannot_target"),
    (Request(kind="accept", target=2), "cannot_target"),
    (Request(kind="return", target=1), "reason_needed"),
    (Request(kind="correction", target=1), "note_needed"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("request_", "code"), REFUSALS, ids=[f"{at}-{code}" for at, (_, code) in enumerate(REFUSALS)]
)
def test_each_refusal_has_its_code(desk: Desk, request_: Request, code: str) -> None:
    with pytest.raises(CchcError) as caught:
        desk.content(request_, TODAY)
    assert caught.value.code == code


def test_refusals_say_what_was_allowed(desk: Desk) -> None:
    cases: list[tuple[Request, type[CchcError], str, str]] = [
        (DONE._replace(agency="sngv"), NotFound, "agency", "Sở Ngoại vụ"),
        (DONE._replace(channel="x"), UsageFault, "allowed", "truc-tiep, dai-chung"),
        (DONE._replace(figures=(("x", "1"),)), NotFound, "known", "hoi-nghi, hoi-nghi-luot"),
        (DONE._replace(day=date(2021, 7, 1)), UsageFault, "option", "--day"),
        (DONE._replace(duty="V.1.2b", period="q1"), NotFound, "known", "2021-Q2, 2021-Q3, 2021-Q4"),
    ]
    for request, kind, name, text in cases:
        with pytest.raises(kind) as caught:
            desk.content(request, TODAY)
        assert text in str(caught.value.values[name])


def test_without_a_ledger_no_entry_can_be_meant(plan_2021: Plan) -> None:
    with pytest.raises(NotFound):
        content_of(Book(plan_2021, None), Request(kind="accept", target=1), TODAY)


# What came of it.


def test_the_outcome_of_a_report(desk: Desk) -> None:
    (appended,) = desk.ledger.append([desk.content(DONE, TODAY)], WHO, desk.now)
    said = outcome(desk.book(), appended, TODAY)
    assert said.appended is appended
    assert said.occurrence is not None
    assert (said.occurrence.duty.id, said.occurrence.key) == ("V.6.4b", "2021/h1")
    assert said.status is not None
    assert (said.status.kind, said.status.entries) == ("on_time", (appended.entry.id,))
    assert said.next is None


def test_the_outcome_tells_what_comes_next(desk: Desk) -> None:
    request = Request(duty="V.1.2b", agency="snv", period="q2", document=REPORT)
    (appended,) = desk.ledger.append([desk.content(request, TODAY)], WHO, desk.now)
    said = outcome(desk.book(), appended, TODAY)
    assert said.next is not None
    assert said.next.key == "2021-Q3"


def test_the_outcome_of_what_holds_for_all_or_is_of_no_duty(desk: Desk) -> None:
    for request, occurrence in (
        (RULING._replace(kind="extension", agency=None, until=UNTIL), "2021/h1"),
        (WORDS, None),
    ):
        (appended,) = desk.ledger.append([desk.content(request, TODAY)], WHO, desk.now)
        said = outcome(desk.book(), appended, TODAY)
        assert said.status is None
        assert (said.occurrence.key if said.occurrence else None) == occurrence


def test_the_outcome_of_an_event_is_the_occurrence_it_makes(desk: Desk) -> None:
    (appended,) = desk.ledger.append([desk.content(EVENT._replace(day=SIGNED), TODAY)], WHO,
                                     desk.now)  # fmt: skip
    said = outcome(desk.book(), appended, TODAY)
    assert said.occurrence is not None
    assert (said.occurrence.key, said.occurrence.happened) == ("event-5", SIGNED)
    assert (said.status, said.next) == (None, None)
