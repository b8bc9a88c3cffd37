"""Words for whatever can be wrong with a line, and for whatever a restore does."""

from typing import get_args

from cchc_cli.backup.restoring import LedgerStep
from cchc_cli.domain.links import LinkFault
from cchc_cli.services.transfer import LineFaultKind
from cchc_cli.views.wording.transfer import LEDGER_STEPS, LINE_FAULTS


def test_every_fault_of_a_line_has_words() -> None:
    assert set(LINE_FAULTS) == set(get_args(LineFaultKind))
    assert set(get_args(LinkFault)) < set(LINE_FAULTS)


def test_every_step_of_a_restore_has_words() -> None:
    assert set(LEDGER_STEPS) == {*get_args(LedgerStep), "new"}
