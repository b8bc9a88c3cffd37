"""Whom to ask for a period, and what."""

from datetime import date

import pytest

from cchc_cli.domain.entries import Content, Figure, OfficialDocument
from cchc_cli.domain.forms import PARTS, digest_of
from cchc_cli.domain.plan import Indicator, Plan
from cchc_cli.domain.schedules import Dated, Reports, Undated
from cchc_cli.errors import NotFound, UsageFault
from cchc_cli.services.book import Book
from cchc_cli.services.collecting import Form, form_of, forms, whom_to_ask
from cchc_cli.services.occasions import CODES, parse_period
from tests.domain.builders import make_duty, make_plan
from tests.services.real import agency, group, plan_of_2021
from tests.services.recorded import IN_JULY, book_of_2021, book_with, done

TODAY = date(2021, 6, 20)
REPORT = make_duty(Reports(("h1", "year")), ident="V.1", lead=("snv", "stp"))
JUNE = make_duty(Dated("by", date(2021, 6, 30)), ident="V.2", lead=(), implement=("quan-huyen",))
ALWAYS = make_duty(Undated("continuous"), ident="V.3", lead=("stp",))
ASKED_FOR = make_duty(Undated("continuous"), ident="V.4", lead=("mttq-tp",))
ASKED_FOR = ASKED_FOR._replace(force="requested")
INDICATORS = (
    Indicator("hoi-nghi", "Hội nghị", "cuộc"),
    Indicator("ty-le", "Tỷ lệ", "%"),
    Indicator("luot", "Lượt người", "người"),
)


def plan() -> Plan:
    """Four duties of four kinds, three indicators."""
    made = make_plan(duties=(REPORT, JUNE, ALWAYS, ASKED_FOR))
    return made._replace(indicators=INDICATORS)


def form(book: Book, ident: str = "stp", period: str = "h1", today: date = TODAY) -> Form:
    """What one unit is asked."""
    unit = agency(book.plan, ident)
    asked = whom_to_ask(book, parse_period(book.plan, period), unit)
    return form_of(book, asked, unit, today)


def test_all_that_bear_something_are_asked_but_those_only_requested() -> None:
    book = Book(plan(), None)
    asked = whom_to_ask(book, parse_period(book.plan, "h1"))
    assert [one.id for one in asked.agencies] == ["snv", "stp", "q-ba-dinh", "h-ung-hoa"]
    assert [one.id for one in asked.left_out] == ["mttq-tp"]
    assert [one.key for one in asked.duties["stp"]] == ["2021/h1", "continuous"]


def test_one_who_is_named_is_asked_even_if_only_requested() -> None:
    assert [one.key for one in form(Book(plan(), None), "mttq-tp").tasks] == ["V.4|continuous"]


def test_a_group_is_its_members_of_the_periods_end() -> None:
    book = Book(plan(), None)
    period = parse_period(book.plan, "h1")
    asked = whom_to_ask(book, period, group=group(book.plan, "quan-huyen"))
    assert [one.id for one in asked.agencies] == ["q-ba-dinh", "h-ung-hoa"]
    assert asked.left_out == ()


def test_nobody_to_ask_is_said() -> None:
    book = Book(plan(), None)
    period = parse_period(book.plan, "h1")
    with pytest.raises(NotFound) as caught:
        whom_to_ask(book, period, agency(book.plan, "skhcn"))
    assert caught.value.values == {"name": "Sở Khoa học và Công nghệ", "period": "2021/h1"}
    with pytest.raises(NotFound) as caught:
        whom_to_ask(book, period, group=group(book.plan, "su-nghiep"))
    assert caught.value.code == "nobody_to_ask"
    empty = Book(make_plan(duties=(JUNE,)), None)
    with pytest.raises(NotFound) as caught:
        whom_to_ask(empty, parse_period(empty.plan, "q1"))
    assert (caught.value.code, caught.value.values) == ("nothing_to_ask", {"period": "2021/q1"})
    with pytest.raises(UsageFault):
        whom_to_ask(book, period, agency(book.plan, "stp"), group(book.plan, "quan-huyen"))


def test_a_task_stands_as_the_ledger_tells_with_its_documents() -> None:
    document = OfficialDocument("12/BC-STP", None, date(2021, 6, 9), date(2021, 6, 10))
    book = book_with(
        plan(),
        done("V.1", "stp", "2021/h1", date(2021, 6, 10), document=document),
        done("V.1", "snv", "2021/h1", date(2021, 6, 10), document=document),
        done("V.3", "stp", "continuous", date(2021, 6, 11)),
    )
    found = form(book)
    assert [(one.key, one.status.kind, one.documents) for one in found.tasks] == [
        ("V.1|2021/h1", "done", ("12/BC-STP",)),
        ("V.3|continuous", "ongoing", ()),
    ]


def test_a_document_that_joins_in_is_told_where_it_counts() -> None:
    document = OfficialDocument("12/BC-SNV", None, date(2021, 6, 9), date(2021, 6, 10))
    joint = done("V.1", "snv", "2021/h1", date(2021, 6, 10), document=document)
    joint = joint._replace(fulfils=(("V.1", "snv"), ("V.1", "stp")), participants=("stp",))
    (task, _) = form(book_with(plan(), joint)).tasks
    assert (task.status.kind, task.documents) == ("done", ("12/BC-SNV",))


def test_a_document_that_comes_later_is_not_told_yet() -> None:
    document = OfficialDocument("12/BC-STP", None, date(2021, 6, 9), date(2021, 6, 10))
    book = book_with(plan(), done("V.1", "stp", "2021/h1", date(2021, 6, 10), document=document))
    told = [form(book, today=date(2021, 6, day)).tasks[0] for day in (9, 10)]
    assert [(one.status.kind, one.documents) for one in told] == [
        ("not_yet", ()), ("done", ("12/BC-STP",)),
    ]  # fmt: skip


def counted(day: date, value: float, **more: object) -> Content:
    """Something with a figure."""
    figures = (Figure("hoi-nghi", value),)
    return done("V.3", "stp", "continuous", day, figures=figures, **more)


def test_figures_of_three_periods_stand_side_by_side_and_rates_are_not_asked() -> None:
    book = book_with(
        plan(),
        counted(date(2021, 2, 1), 3),
        counted(date(2021, 4, 1), 4),
        counted(date(2020, 3, 1), 1, plan="nam-truoc"),
        counted(date(2021, 6, 14), 10),
        counted(date(2021, 6, 15), 20),
    )
    first, second = form(book).lines
    assert first[1:] == (1, 3, 17)
    assert (second.indicator.id, second[1:]) == ("luot", (None, None, None))
    assert form(book).before.key == "2021/q1"
    assert form(book).year_before.key == "2020/h1"


def test_the_figures_agree_with_the_annex() -> None:
    book = book_of_2021()
    assert book.ledger is not None
    period = parse_period(book.plan, "h1")
    some = 0
    for one in forms(book, whom_to_ask(book, period), IN_JULY):
        sums = book.ledger.figures(period.first, period.end, one.agency.id)
        told = {line.indicator.id: line.recorded for line in one.lines if line.recorded is not None}
        assert told == sums
        some += len(told)
    assert some > 3


@pytest.mark.parametrize("code", CODES)
def test_every_period_has_one_before_it(code: str) -> None:
    book = Book(plan_of_2021(), None)
    found = form(book, "stp", code)
    assert found.before.first < found.period.first or found.before.end < found.period.end
    assert found.year_before.key == f"2020/{code}"


@pytest.mark.parametrize(
    ("code", "before"),
    [("q1", "2020/year"), ("h1", "2021/q1"), ("year", "2021/9m"), ("m1", "2020/m12"),
     ("m12", "2021/m11"), ("q3", "2021/h1")],
)  # fmt: skip
def test_the_report_before(code: str, before: str) -> None:
    assert form(Book(plan_of_2021(), None), "stp", code).before.key == before


def test_the_seal_names_plan_period_unit_and_all_that_is_asked() -> None:
    found = form(Book(plan(), None))
    keys = ("V.1|2021/h1", "V.3|continuous", "hoi-nghi", "luot", *PARTS)
    assert found.seal[1:4] == ("ke-hoach", "2021/h1", "stp")
    assert found.seal.asked == digest_of(keys)
    assert (found.seal.first, found.seal.made) == (date(2020, 12, 15), TODAY)
    assert found.receiver.id == "snv"


def test_the_real_plan_asks_every_bearer_for_its_own() -> None:
    book = book_of_2021()
    asked = whom_to_ask(book, parse_period(book.plan, "h1"))
    assert len(asked.agencies) == 57
    assert len(asked.left_out) == 7
    made = {one.agency.id: one for one in forms(book, asked, IN_JULY)}
    assert len(made["stp"].tasks) == 9
    assert made["stp"].above == "UBND thành phố Hà Nội"
    for one in made.values():
        assert len({task.key for task in one.tasks}) == len(one.tasks) > 0
