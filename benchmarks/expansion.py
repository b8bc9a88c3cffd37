"""Expand a year of weekly to yearly duties over 650 agencies: seconds for each obligation."""

import time
from datetime import date

from cchc_cli.domain.agencies import Agency, Group, Member, Registry, Roster
from cchc_cli.domain.deadlines import Policy
from cchc_cli.domain.occurrences import obligations
from cchc_cli.domain.plan import Document, Duty, Plan, Validity
from cchc_cli.domain.schedules import Every
from cchc_cli.domain.workdays import WorkingCalendar

AGENCIES = 650
UNITS = ("week", "month", "quarter", "half", "year")


def main() -> None:
    """Print how many obligations there are and what one costs."""
    agencies = tuple(Agency(f"a{n}", f"Đơn vị {n}", "public_unit") for n in range(AGENCIES))
    group = Group("tat-ca", "Tất cả", tuple(Member(agency.id) for agency in agencies))
    units = ["week"] * 7 + ["month"] * 8 + ["quarter"] * 4 + ["half"] * 3 + ["year"] * 2
    duties = tuple(
        Duty(f"I.{n}", "I", "Việc", "Việc", Every(unit), implement=("tat-ca",))  # type: ignore[arg-type]
        for n, unit in enumerate(units)
    )
    plan = Plan(
        "thu", "Thử", "Thử", "thử", Document("Kế hoạch", "a0"),
        Validity(date(2021, 1, 1), date(2022, 1, 1)), "a0", Policy(), duties,
        Registry("", "", "", agencies, (group,)), WorkingCalendar("lịch"),
    )  # fmt: skip
    best = float("inf")
    number = 0
    for _ in range(5):
        roster = Roster(plan.registry)
        start = time.perf_counter()
        number = sum(1 for duty in duties for _ in obligations(plan, duty, roster))
        best = min(best, time.perf_counter() - start)
    print(f"{number} obligations in {best:.3f} s: {best / number * 1e6:.3f} µs each")


if __name__ == "__main__":
    main()
