"""Sample data that templates are tried on: a small plan of a made-up province, with entries.

Every branch of a report's template is taken by one report or another: with and without a receiver,
of a committee, a department or neither, with nothing recorded and with much.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import NamedTuple

from cchc_cli.domain.agencies import Agency, Group, Member, Registry
from cchc_cli.domain.deadlines import Policy
from cchc_cli.domain.entries import NARRATIVE_PARTS, Content, Figure, OfficialDocument
from cchc_cli.domain.occurrences import occurrences
from cchc_cli.domain.plan import (
    Channel,
    Document,
    Duty,
    Indicator,
    Link,
    Plan,
    Product,
    Reference,
    Topic,
    Validity,
)
from cchc_cli.domain.pressing import STEPS
from cchc_cli.domain.schedules import Dated, Every, Reports, Undated
from cchc_cli.domain.workdays import WorkingCalendar
from cchc_cli.ledger.protocol import Author, Ledger
from cchc_cli.services.book import Book
from cchc_cli.services.reminders import Letter, remind
from cchc_cli.services.report import Kind, Report, compose

TODAY = date(2021, 7, 5)
NOW = datetime(2021, 6, 20, 2, tzinfo=UTC)
WHO = Author("mau", "Người thử mẫu")
# Letters that a template which escapes nothing, or too much, would spoil.
ODD = "Tin học & “Một cửa” <thử> | đủ dấu"
MANY = 60
SCARCE, FULL, LARGE = "scarce", "full", "large"


class Sample(NamedTuple):
    """A report to try a template on.

    Attributes:
        plan: ``scarce`` (nothing that a plan may lack), ``full`` or ``large``.
        recorded: whether the ledger tells anything.
    """

    report: Report
    plan: str
    recorded: bool


REGISTRY = Registry(
    territory="tỉnh Mẫu",
    place="Mẫu",
    source="dữ liệu mẫu",
    agencies=(
        Agency("ubnd", "UBND tỉnh Mẫu", "committee", symbol="UBND"),
        Agency("snv", "Sở Nội vụ", "department", symbol="SNV", superior="ubnd"),
        Agency("stp", "Sở Tư pháp", "department", symbol="STP", superior="ubnd"),
        Agency("xa", "UBND xã Thử Nghiệm", "commune"),
        Agency("ban", "Ban Tuyên giáo và Dân vận", "party"),
        Agency("bnv", "Bộ Nội vụ", "ministry", symbol="BNV"),
    ),
    groups=(
        Group("tat-ca", "Các cơ quan, đơn vị", tuple(map(Member, ("snv", "stp", "xa", "ban")))),
    ),
)
DUTIES = (
    Duty("I.1", "I.1", "Ban hành kế hoạch", "Ban hành kế hoạch.", Undated("once"),
         lead=("tat-ca",), product=Product("Kế hoạch")),
    Duty("I.2", "I.2", "Báo cáo 6 tháng", "Báo cáo trước ngày 15/6.",
         Dated("before", date(2021, 6, 15), "h1"), lead=("tat-ca",), report_to="ubnd"),
    Duty("I.3", "I.3", ODD, "Duy trì thường xuyên.", Undated("continuous"), implement=("tat-ca",)),
    Duty("I.4", "I.4", "Đăng tin hằng tháng", "Mỗi tháng một lần.", Every("month"),
         cooperate=("snv", "xa"), time_words="mỗi tháng một lần",
         links=(Link("I.5", "same_event"),)),
    Duty("I.5", "I.5", "Phối hợp đăng tin", "Phối hợp đăng tin.", Every("month"), lead=("stp",)),
    Duty("I.6", "I.6", "Báo cáo Bộ Nội vụ", "Báo cáo 6 tháng.", Reports(("h1",)),
         lead=("snv",), report_to="bnv"),
    Duty("I.7", "I.7", "Tham gia tuyên truyền", "Đề nghị tham gia.", Undated("sometime"),
         force="requested", implement=("ban",)),
)  # fmt: skip
BARE_PLAN = Plan(
    id="mau",
    title="Kế hoạch cải cách hành chính của tỉnh Mẫu năm 2021",
    short_title="Kế hoạch CCHC năm 2021",
    subject="công tác cải cách hành chính",
    document=Document("Kế hoạch", "ubnd"),
    validity=Validity(date(2021, 1, 1), date(2022, 1, 1)),
    coordinator="snv",
    policy=Policy(),
    duties=DUTIES,
    registry=REGISTRY,
    calendar=WorkingCalendar("Lịch mẫu"),
)
FULL_PLAN = BARE_PLAN._replace(
    document=Document("Kế hoạch", "ubnd", "01/KH-UBND", date(2021, 1, 5)),
    legal_basis=("nq", "cv"),
    references=(
        Reference("nq", "30c/NQ-CP", "Nghị quyết", "Chính phủ", date(2021, 1, 8), ODD, ("I",)),
        Reference("cv", "07/BNV-CCHC", "Công văn", None, None, None, ("I",)),
    ),
    topics=(Topic("chu-truong", "II.1", ODD, ()), Topic("ket-qua", "II.1", "Kết quả", ())),
    channels=(
        Channel("truc-tiep", "II.2", "Trực tiếp", ""),
        Channel("bao-chi", "II.2", "Báo chí", ""),
    ),
    indicators=(
        Indicator("hoi-nghi", ODD, "cuộc", "truc-tiep"),
        Indicator("tin-bai", "Tin, bài", "tin/bài", "bao-chi"),
        Indicator("ty-le", "Tỷ lệ trả lời đúng hạn", "%", group="Phản ánh, kiến nghị"),
    ),
)
LARGE_PLAN = FULL_PLAN._replace(
    duties=DUTIES
    + tuple(
        Duty(f"II.{at}", f"II.{at}", f"Nhiệm vụ {at}", "Thực hiện.", Undated("sometime"),
             lead=("tat-ca",))
        for at in range(1, MANY + 1)
    )
)  # fmt: skip
PLANS = {SCARCE: BARE_PLAN, FULL: FULL_PLAN, LARGE: LARGE_PLAN}
ASKED: tuple[tuple[str | None, Kind, str], ...] = (
    ("snv", "periodic", "h1"),
    ("stp", "periodic", "h1"),
    ("xa", "periodic", "year"),
    ("ban", "periodic", "h1"),
    ("snv", "thematic", "h1"),
    ("xa", "thematic", "h1"),
    (None, "city", "h1"),
    (None, "city", "q3"),
)


def samples(ledger: Ledger) -> Iterator[Sample]:
    """Every sample report; ``ledger`` is empty and gets the sample's entries."""
    ledger.append(sample_contents(), WHO, NOW)
    for name, plan in PLANS.items():
        agencies = {one.id: one for one in plan.registry.agencies}
        for recorded in (False, True):
            book = Book(plan, ledger if recorded else None)
            for ident, kind, period in ASKED:
                agency = agencies[ident] if ident else None
                yield Sample(compose(book, period, TODAY, agency, kind), name, recorded)


def sample_letters(tried: Iterable[Sample]) -> tuple[Letter, ...]:
    """Letters to everybody who lacks something in the samples, in every step of firmness."""
    plan = next(iter(tried)).report.plan
    letters = remind(Book(plan, None), TODAY).letters
    return tuple(one._replace(step=step) for step in STEPS for one in letters)


def sample_contents() -> tuple[Content, ...]:
    """What is recorded: done in time and late, with documents and figures, and words."""
    letter = OfficialDocument("05/BC-SNV", None, date(2021, 6, 10), date(2021, 6, 11), "Báo cáo")
    late = OfficialDocument("12/BC-STP", None, date(2021, 6, 18), date(2021, 6, 19))
    figures = (Figure("hoi-nghi", 12), Figure("tin-bai", 25_980))
    told = [
        Content("narrative", "mau", agency=agency, period="2021/h1", part=part, text=text)
        for part in NARRATIVE_PARTS
        for agency, text in (("snv", ODD), ("stp", f"Nội dung của Sở Tư pháp ({part})."))
    ]
    twice = Content("narrative", "mau", agency="snv", period="2021/h1", part="cause", text="Hai.")
    return (
        _done("I.1", "snv", letter._replace(number="03/KH-SNV"), figures),
        _done("I.2", "snv", letter),
        _done("I.2", "stp", late),
        _done("I.3", "xa", letter._replace(number="09/UBND-VP")),
        *told,
        twice,
    )


def _done(
    duty: str, agency: str, document: OfficialDocument, figures: tuple[Figure, ...] = ()
) -> Content:
    one = next(one for one in DUTIES if one.id == duty)
    return Content(
        "done",
        "mau",
        duty,
        agency,
        occurrences(BARE_PLAN, one)[0].key,
        day=document.received,
        document=document,
        figures=figures,
        fulfils=((duty, agency),),
    )
