"""The summary of a plan that was rolled on."""

from pathlib import Path

import pytest

from cchc_cli.domain.agencies import Roster
from cchc_cli.views.rolling import rolled_text
from tests.conftest import Golden
from tests.plan.roll.cases import HEAD, built, duties, lay_out, rolled
from tests.services.real import PLANS, plan_of_2021
from tests.views.screen import WIDTHS, too_wide


@pytest.mark.parametrize("width", WIDTHS)
def test_the_plan_of_2021_in_2026(width: int, golden: Golden) -> None:
    text = rolled_text(rolled(PLANS / "2021.yaml"), Roster(plan_of_2021().registry), width)
    assert too_wide(text, width) == []
    if width == 80:
        golden("rolling/2026.txt", text + "\n")


def test_a_plan_without_anything_to_tell(tmp_path: Path) -> None:
    file = lay_out(tmp_path, HEAD + "duties: []\n")
    assert rolled_text(rolled(file), Roster(built(file).registry), 80) == (
        "Chưa biết: số, ngày, người ký và ngày có hiệu lực của văn bản mới."
    )


def test_nobody_known_and_a_day_that_is_not_there(tmp_path: Path) -> None:
    text = duties("lead: [sgt]\nschedule: by 2024-02-29").replace(
        "{from: 2021-01-01, to: 2021-12-31}", "{from: 2024-01-01, to: 2024-12-31}"
    )
    file = lay_out(tmp_path, text)
    said = rolled_text(rolled(file, 2026), Roster(built(file).registry), 80)
    assert "Chưa có cơ quan kế thừa (1):\n  I.1: Sở Giao thông thôi hoạt động từ 01/3/2025" in said
    assert "  I.1: 29/02/2024 chuyển thành 28/02/2026: tháng 2 hai năm" in said
