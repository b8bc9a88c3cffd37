"""What an audit says: every finding by its entry, with what to do, and long runs in one line."""

import json
from datetime import UTC, datetime
from typing import get_args

import pytest

from cchc_cli.domain.chain import GENESIS
from cchc_cli.domain.entries import EvidenceFile
from cchc_cli.ledger.protocol import Head
from cchc_cli.services.audit import NOTES, Audit, Finding, FindingKind
from cchc_cli.views.audit import audit_json, audit_text
from cchc_cli.views.wording.audit import ADVICE, FINDINGS

HEAD = Head(12, "ab" * 32, datetime(2021, 6, 10, 5, tzinfo=UTC))
FILE = EvidenceFile("Biên bản.pdf", "cd" * 32, 10)
KINDS: tuple[FindingKind, ...] = get_args(FindingKind)


def said(*findings: Finding, head: Head = HEAD) -> str:
    """The text of an audit with these findings."""
    return audit_text(Audit(head.number, head, 3, findings))


def lines(*findings: Finding) -> list[str]:
    """The lines that tell of the findings."""
    return said(*findings).split("\n\n")[1].splitlines()


def test_a_sound_ledger() -> None:
    assert said() == (
        f"Số mục: 12\nĐầu sổ: #12 {HEAD.hash}\nGhi lúc: 12:00 ngày 10/6/2021\n"
        "Tệp minh chứng đã xem: 3\n\nSổ toàn vẹn.\n"
    )


def test_an_empty_ledger() -> None:
    assert "Sổ chưa có mục nào." in said(head=Head(0, GENESIS))


def test_a_head_of_which_nobody_knows_when() -> None:
    assert "Ghi lúc" not in said(head=HEAD._replace(recorded=None))


def test_every_kind_has_words_and_advice() -> None:
    assert set(FINDINGS) == set(ADVICE) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_finding_names_its_entry_and_what_to_do(kind: FindingKind) -> None:
    file = FILE if kind.startswith("evidence") else None
    claimed = 9 if kind == "out_of_place" else None
    text = said(Finding(kind, 7, claimed, file))
    note = "lưu ý: " if kind in NOTES else ""
    assert f"\n#7: {note}" in text
    assert "Việc cần làm:\n- " in text
    assert ADVICE[kind] in text
    assert ("SỔ KHÔNG TOÀN VẸN: 1 chỗ sai." in text) is (kind not in NOTES)
    assert ("Sổ toàn vẹn.\nLưu ý: 1." in text) is (kind in NOTES)
    assert "{" not in text
    assert "None" not in text


def test_evidence_is_named_as_it_was_called_and_as_it_lies() -> None:
    (line,) = lines(Finding("evidence_missing", 2, file=FILE))
    assert line == f"#2: mất tệp minh chứng “Biên bản.pdf” (cd/{FILE.sha256})."


def test_an_entry_out_of_place_says_whose_words_it_has() -> None:
    (line,) = lines(Finding("out_of_place", 2, 5))
    assert "#2: nội dung ở đây là của mục #5" in line


def test_tables_that_agree_with_nothing_in_particular() -> None:
    (line,) = lines(Finding("derived", 0))
    assert line == "cả sổ: bảng phụ không khớp với các mục."


def test_what_goes_on_is_one_line() -> None:
    gone = [Finding("cut_off", number) for number in range(13, 5000)]
    pushed = [Finding("out_of_place", number, number - 1) for number in range(4, 13)]
    said_lines = lines(*pushed, *gone)
    assert [line.partition(":")[0] for line in said_lines] == ["#4 – #12", "#13 – #4999"]
    assert "là của mục #3 – #11:" in said_lines[0]


def test_what_does_not_go_on_is_told_apart() -> None:
    two = lines(Finding("edited", 2), Finding("edited", 4))
    assert [line[:3] for line in two] == ["#2:", "#4:"]
    swapped = lines(Finding("out_of_place", 2, 3), Finding("out_of_place", 3, 2))
    assert len(swapped) == 2
    both = lines(
        Finding("evidence_missing", 2, file=FILE), Finding("evidence_missing", 3, file=FILE)
    )
    assert len(both) == 2


def test_runs_of_two_kinds_side_by_side() -> None:
    mixed = [
        finding
        for number in (5, 6, 7)
        for finding in (Finding("out_of_place", number, number - 1), Finding("replaced", number))
    ]
    assert [line.partition(":")[0] for line in lines(*mixed)] == ["#5 – #7", "#5 – #7"]


def test_many_notes_are_counted_but_nothing_wrong_is_left_out() -> None:
    notes = [Finding("clock", number) for number in range(1, 40, 2)]
    wrong = [Finding("edited", number) for number in range(1, 40, 2)]
    told = lines(*notes, *wrong)
    assert len(told) == 3 + 20 + 1
    assert told[-1] == "… và 17 lưu ý nữa cùng loại; xem đủ: --format json"


def test_advice_is_given_once() -> None:
    text = said(Finding("edited", 2), Finding("cut_off", 13), Finding("clock", 3))
    assert text.count("cchc restore TỆP --force") == 1
    assert "2 chỗ sai." in text


def test_as_json() -> None:
    findings = (
        Finding("derived", 0),
        Finding("clock", 3),
        Finding("evidence_changed", 2, file=FILE),
        Finding("out_of_place", 4, 5),
    )
    data = json.loads(audit_json(Audit(12, HEAD, 3, findings)))
    assert data["format"] == "cchc/audit/1"
    assert (data["sound"], data["entries"], data["evidence_files"]) == (False, 12, 3)
    assert data["head"] == {
        "number": 12, "hash": HEAD.hash, "recorded": "2021-06-10T12:00:00+07:00",
    }  # fmt: skip
    assert [(one["kind"], one["severity"], one["entry"]) for one in data["findings"]] == [
        ("derived", "error", None), ("clock", "note", 3), ("evidence_changed", "error", 2),
        ("out_of_place", "error", 4),
    ]  # fmt: skip
    assert data["findings"][2]["file"] == f"cd/{FILE.sha256}"
    assert data["findings"][3]["claimed"] == 5
    empty = json.loads(audit_json(Audit(0, Head(0, GENESIS), 0, ())))
    assert (empty["sound"], empty["head"]["recorded"]) == (True, None)
