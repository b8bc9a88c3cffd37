"""A tiny plan with its registry and calendars, to be changed one argument at a time."""

from collections.abc import Sequence
from datetime import date, timedelta

from cchc_cli.domain.agencies import Agency, Group, Member, Registry, Successor
from cchc_cli.domain.deadlines import Policy
from cchc_cli.domain.plan import Document, Duty, Plan, Validity
from cchc_cli.domain.schedules import Schedule, Undated
from cchc_cli.domain.workdays import CalendarYear, SpecialDay, WorkingCalendar

MERGER = date(2025, 3, 1)
DISTRICTS_END = date(2025, 7, 1)

REGISTRY = Registry(
    territory="thành phố Hà Nội",
    place="Hà Nội",
    source="trích để kiểm thử",
    agencies=(
        Agency("ubnd-tp", "UBND thành phố Hà Nội", "committee", symbol="UBND"),
        Agency("vp-ubnd", "Văn phòng UBND Thành phố", "office", symbol="VP", aliases=("VPUB",)),
        Agency("snv", "Sở Nội vụ", "department", symbol="SNV"),
        Agency(
            "sngv",
            "Sở Ngoại vụ",
            "department",
            symbol="SNgV",
            end=MERGER,
            successors=(Successor("vp-ubnd", MERGER),),
        ),
        Agency("stp", "Sở Tư pháp", "department", symbol="STP"),
        Agency("skhdt", "Sở Kế hoạch và Đầu tư", "department", symbol="KH&ĐT", end=MERGER),
        Agency("stttt", "Sở Thông tin và Truyền thông", "department", symbol="STTTT", end=MERGER),
        Agency("skhcn", "Sở Khoa học và Công nghệ", "department", symbol="SKHCN"),
        Agency("svhtt", "Sở Văn hóa và Thể thao", "department", symbol="SVHTT"),
        Agency("tttp", "Thanh tra Thành phố", "inspectorate", symbol="TTTP"),
        Agency("sdttg", "Sở Dân tộc và Tôn giáo", "department", symbol="SDTTG", first=MERGER),
        Agency("q-ba-dinh", "UBND quận Ba Đình", "district", end=DISTRICTS_END),
        Agency("h-ung-hoa", "UBND huyện Ứng Hòa", "district", end=DISTRICTS_END),
        Agency("btg-thanh-uy", "Ban Tuyên giáo Thành ủy", "party"),
        Agency(
            "mttq-tp",
            "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội",
            "front",
            aliases=("Mặt trận Tổ quốc", "Ủy ban MTTQ"),
        ),
        Agency(
            "thanh-doan",
            "Đoàn Thanh niên Cộng sản Hồ Chí Minh thành phố Hà Nội",
            "front",
            aliases=("Thành đoàn", "Đoàn TNCS"),
        ),
    ),
    groups=(
        Group(
            "so-ban-nganh",
            "Các Sở, ban, ngành",
            members=tuple(Member(ident) for ident in ("snv", "sngv", "stttt", "sdttg")),
        ),
        Group(
            "quan-huyen",
            "UBND các quận, huyện, thị xã",
            members=(Member("q-ba-dinh"), Member("h-ung-hoa")),
        ),
        Group("su-nghiep", "Các đơn vị sự nghiệp", roster=True),
        Group("bao-chi", "Các cơ quan báo chí", members=(Member("snv"),), open=True),
        Group("tat-ca", "Tất cả", includes=("so-ban-nganh", "quan-huyen", "su-nghiep", "bao-chi")),
    ),
)


def _days(first: date, last: date, name: str) -> tuple[SpecialDay, ...]:
    number = (last - first).days + 1
    return tuple(SpecialDay(first + timedelta(days=at), "holiday", name) for at in range(number))


CALENDAR = WorkingCalendar(
    "Lịch kiểm thử",
    (
        CalendarYear(
            2021,
            complete=True,
            source="trích để kiểm thử",
            days=(
                SpecialDay(date(2021, 1, 1), "holiday", "Tết Dương lịch"),
                *_days(date(2021, 2, 10), date(2021, 2, 16), "Tết Nguyên đán"),
                SpecialDay(date(2021, 4, 21), "holiday", "Giỗ Tổ Hùng Vương"),
                SpecialDay(date(2021, 4, 30), "holiday", "Ngày Chiến thắng"),
                SpecialDay(date(2021, 5, 1), "holiday", "Ngày Quốc tế lao động"),
                SpecialDay(date(2021, 5, 3), "compensatory", "Nghỉ bù"),
                *_days(date(2021, 9, 2), date(2021, 9, 3), "Quốc khánh"),
            ),
        ),
        CalendarYear(
            2024,
            complete=False,
            source="trích để kiểm thử",
            days=(
                SpecialDay(date(2024, 4, 29), "swapped", "Nghỉ hoán đổi"),
                SpecialDay(date(2024, 4, 30), "holiday", "Ngày Chiến thắng"),
                SpecialDay(date(2024, 5, 1), "holiday", "Ngày Quốc tế lao động"),
                SpecialDay(date(2024, 5, 4), "makeup", "Làm bù"),
            ),
        ),
    ),
)


def make_duty(
    schedule: Schedule = Undated("once"),  # noqa: B008 - a frozen record
    *,
    ident: str = "V.1",
    clause: str | None = None,
    lead: Sequence[str] = ("snv",),
    implement: Sequence[str] = (),
    cooperate: Sequence[str] = (),
) -> Duty:
    """A duty of which only the schedule, the place and the bearers matter."""
    return Duty(
        id=ident,
        clause=clause or ident,
        title="Nhiệm vụ",
        text="Thực hiện nhiệm vụ.",
        schedule=schedule,
        lead=tuple(lead),
        implement=tuple(implement),
        cooperate=tuple(cooperate),
    )


def make_plan(
    first: date = date(2021, 1, 1),
    last: date = date(2021, 12, 31),
    *,
    in_force: date | None = None,
    policy: Policy = Policy(),  # noqa: B008 - a frozen record
    duties: Sequence[Duty] = (),
    locator_aliases: Sequence[tuple[str, str]] = (),
) -> Plan:
    """A plan that is valid from ``first`` to ``last``, both included."""
    return Plan(
        id="ke-hoach",
        title="Kế hoạch kiểm thử",
        short_title="Kế hoạch",
        subject="cải cách hành chính",
        document=Document("Kế hoạch", "ubnd-tp"),
        validity=Validity(first, last + timedelta(days=1), in_force),
        coordinator="snv",
        policy=policy,
        duties=tuple(duties),
        registry=REGISTRY,
        calendar=CALENDAR,
        locator_aliases=tuple(locator_aliases),
    )
