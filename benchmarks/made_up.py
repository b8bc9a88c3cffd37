"""A made-up plan of realistic size: 60 duties, 470 occurrences in a year, 650 agencies."""

from datetime import date

from cchc_cli.domain.agencies import Agency, Group, Member, Registry
from cchc_cli.domain.deadlines import Policy
from cchc_cli.domain.periods import PeriodUnit
from cchc_cli.domain.plan import Document, Duty, Plan, Validity
from cchc_cli.domain.schedules import Every
from cchc_cli.domain.workdays import WorkingCalendar

AGENCIES = 650
YEAR, OLDER = 2021, 2020
# Duties of each rhythm: 60 of them, with 52, 12, 4, 2 and 1 occurrences 470 in a year.
RHYTHMS: dict[PeriodUnit, int] = {"week": 5, "month": 10, "quarter": 10, "half": 15, "year": 20}


def plan_of(year: int) -> Plan:
    """The made-up plan of a year."""
    agencies = tuple(Agency(f"a{n}", f"Đơn vị {n}", "public_unit") for n in range(AGENCIES))
    group = Group("tat-ca", "Tất cả", tuple(Member(agency.id) for agency in agencies))
    units = [unit for unit, number in RHYTHMS.items() for _ in range(number)]
    duties = tuple(
        Duty(f"I.{at}", "I", "Việc", "Việc", Every(unit), implement=("tat-ca",))
        for at, unit in enumerate(units)
    )
    return Plan(
        f"thu-{year}", "Thử", "Thử", "thử", Document("Kế hoạch", "a0"),
        Validity(date(year, 1, 1), date(year + 1, 1, 1)), "a0", Policy(), duties,
        Registry("", "", "", agencies, (group,)), WorkingCalendar("lịch"),
    )  # fmt: skip
