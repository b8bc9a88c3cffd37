"""``cchc plan draft`` on a document of every form: what it writes passes its check."""

from pathlib import Path

import pytest

from cchc_cli.plan.load import check_file
from tests.cli.builders import Cchc
from tests.plan.draft.measuring import file_of, names


@pytest.mark.parametrize("name", names())
def test_a_document_of_each_form_becomes_a_plan(name: str, cchc: Cchc, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    said = cchc("plan", "draft", str(file_of(name, tmp_path)), "-o", str(plan))
    assert said.code == 0, said.err
    checked = check_file(plan)
    assert checked.sound, checked.faults
    assert checked.plan is not None
    assert all(duty.text for duty in checked.plan.duties)
