"""Keys for letters: thresholds in the plan's policy, addresses in the registry."""

from pathlib import Path

import pytest

from cchc_cli.domain.deadlines import Policy
from cchc_cli.plan.load import check_file
from cchc_cli.views.wording.faults import fault_sentence
from tests.cli.builders import write_plan

KEYS = """\
policy:
  remind_before_days: 3
  press_from_days: 1
  escalate_from_days: 30
  escalate_after_letters: 1
  press_again_days: 14
  answer_days: 2
  letter_unit: CCHC
"""


def replace(file: Path, old: str, new: str) -> None:
    """Change a file."""
    file.write_text(file.read_text("utf-8").replace(old, new), encoding="utf-8")


def test_the_thresholds_are_read(tmp_path: Path) -> None:
    file = write_plan(tmp_path, "2021")
    replace(file, "duties:\n", f"{KEYS}duties:\n")
    plan = check_file(file).plan
    assert plan is not None
    assert plan.policy == Policy(
        remind_before_days=3, press_from_days=1, escalate_from_days=30, escalate_after_letters=1,
        press_again_days=14, answer_days=2, letter_unit="CCHC",
    )  # fmt: skip


@pytest.mark.parametrize("key", ["press_again_days: 0", "press_from_days: -1", "answer_days: 400"])
def test_what_no_threshold_can_be(tmp_path: Path, key: str) -> None:
    file = write_plan(tmp_path, "2021")
    replace(file, "duties:\n", f"policy:\n  {key}\nduties:\n")
    assert check_file(file).plan is None


def test_an_address_is_read(tmp_path: Path) -> None:
    file = write_plan(tmp_path, "2021")
    replace(tmp_path / "agencies.yaml", "symbol: STP,", "symbol: STP, email: vt.stp@example.org,")
    plan = check_file(file).plan
    assert plan is not None
    emails = {one.id: one.email for one in plan.registry.agencies}
    assert emails == {"ubnd-tp": None, "snv": None, "stp": "vt.stp@example.org"}


@pytest.mark.parametrize(
    "address",
    ["vanthu", "a@b", "a b@example.org", "a..b@example.org", "văn.thư@example.org",
     "a@example.org, c@example.org", "<a@example.org>", '"a@example.org\\nBcc: x@example.org"'],
)  # fmt: skip
def test_what_no_address_can_be(tmp_path: Path, address: str) -> None:
    file = write_plan(tmp_path, "2021")
    quoted = address if address.startswith('"') else f"'{address}'"
    replace(tmp_path / "agencies.yaml", "symbol: STP,", f"symbol: STP, email: {quoted},")
    checked = check_file(file)
    assert checked.plan is None
    said = [fault_sentence(fault) for fault in checked.faults]
    assert sum("địa chỉ thư" in one for one in said) == 1
    assert "cần một địa chỉ thư điện tử" in " ".join(said)
