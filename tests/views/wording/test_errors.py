"""A sentence for every fault of use, and a meaning for every exit code."""

import errno
import os
import string
from datetime import date
from pathlib import Path

import pytest

from cchc_cli import errors
from cchc_cli.errors import INTERRUPTED, OK, OVERDUE, CchcError
from cchc_cli.views.wording.days import day_text
from cchc_cli.views.wording.errors import ERRORS, EXIT_CODES, REASONS, reason, sentence
from tests.views.wording.document_examples import DOCUMENT_EXAMPLES
from tests.views.wording.raisers import Call, calls
from tests.views.wording.recording_examples import RECORDING_EXAMPLES
from tests.views.wording.store_examples import STORE_EXAMPLES

KINDS = {kind.__name__: kind for kind in CchcError.__subclasses__()}
RAISED = tuple(calls(*KINDS))
# For each code the values that its raiser gives.
EXAMPLES: dict[str, dict[str, object]] = {
    "bad_plan": {"file": Path("2021.yaml"), "faults": ()},
    "cannot_splice": {"file": "2021.yaml", "field": "duties[3].lead"},
    "not_a_registry": {"file": Path("2021.yaml")},
    "group_not_agency": {"name": "Các Sở, ban, ngành"},
    "ended_already": {"name": "Ban Dân tộc", "day": "01/3/2025"},
    "not_there_yet": {"name": "Sở Dân tộc và Tôn giáo", "day": "01/3/2024"},
    "heir_not_there": {"name": "Ban Dân tộc", "day": "01/3/2026"},
    "agency_alike": {"name": "Sở Nôi vu", "known": "Sở Nội vụ"},
    "name_taken": {"name": "Sở Nội vụ"},
    "nobody_ends": {"name": "Sở Nội vụ"},
    "split_needs_two": {},
    "split_into_itself": {"name": "Sở Nội vụ"},
    "only_for_new": {"option": "--id"},
    "bad_id": {"value": "Sở mới"},
    "packaged_registry": {"file": Path("agencies.yaml")},
    "edit_unsound": {"file": Path("agencies.yaml"), "faults": ()},
    "no_file_there": {"file": Path("2021.yaml")},
    "target_exists": {"file": Path("2026.yaml")},
    "bad_year": {"value": "năm tới"},
    "same_year": {"year": 2021},
    "rolled_unsound": {"file": Path("2021.yaml"), "faults": ()},
    "no_plans": {"folder": Path("plans")},
    "no_plan": {"name": "2030", "known": "2021 (Kế hoạch)"},
    "not_a_plan": {"file": Path("agencies.yaml")},
    "many_plans": {"day": "10/6/2021", "known": "a, b"},
    "plan_file_needed": {"id": "hanoi-2021"},
    "bad_amendment": {"file": Path("2021.sua-doi-1.yaml"), "faults": ()},
    "bad_extension": {"value": "V.6.4c"},
    "diff_of_what": {},
    "reason_with_context": {},
    "no_source_clause": {"clause": "V.12", "nearest": "V.1, V.2"},
    "duty_ended": {"id": "V.2.3", "since": date(2021, 7, 1)},
    "no_duty": {"id": "V.6.4d", "nearest": "V.6.4b, V.6.4c"},
    "no_clause": {"clause": "V.12", "known": "V.1, V.2"},
    "no_agency": {"name": "Sở Nội", "nearest": "Sở Nội vụ, Sở Ngoại vụ"},
    "empty_name": {},
    "no_group": {"name": "sở", "known": "so-ban-nganh"},
    "agency_is_group": {"name": "Các Sở, ban, ngành", "id": "so-ban-nganh"},
    "agency_ended": {
        "name": "Sở Dân tộc và Tôn giáo",
        "period": "01/01/2021 - 31/12/2021",
        "hint": " Cơ quan kế thừa: Sở Nội vụ.",
    },
    "many_agencies": {"name": "sở", "number": 2, "known": "  Sở Nội vụ\n  Sở Y tế"},
    "bad_date": {"value": "32/1/2021"},
    "year_out_of_range": {"value": "15/6/0021", "first": 1900, "last": 2199},
    "bad_span": {"value": "30x"},
    "bad_count": {"value": "nhiều"},
    "bad_choice": {"value": "ld", "option": "--role", "allowed": "lead (chủ trì)",
                   "nearest": "lead"},
    "clashing_options": {"first": "--all", "second": "--within"},
    "range_order": {"first": "2021-06-15", "last": "2021-06-01"},
    "ignored_option": {"option": "--agency", "command": "cchc duties show"},
    "event_needs_explain": {},
    "letters_folder_needed": {},
    "never_pressed": {"id": "V.5"},
    "nothing_to_ask": {"period": "2021/m1"},
    "nobody_to_ask": {"name": "Sở Y tế", "period": "2021/m1"},
    "unknown_period": {"value": "h3", "allowed": "h1"},
    "no_such_quarter": {"value": "q2", "allowed": "q1, h1"},
    "period_outside_plan": {"value": "2030/h1", "years": "2021-2022"},
    "kind_needs_agency": {"kind": "periodic"},
    "kind_without_agency": {"kind": "city"},
    "only_requested": {"agency": "Ủy ban MTTQ Việt Nam thành phố Hà Nội"},
    "nothing_to_report": {"agency": "Bộ Nội vụ", "plan": "Kế hoạch"},
    "template_not_word": {"name": "word/city.docx"},
    "form_and_ending": {"form": "md", "file": Path("bao_cao.docx")},
    "form_folder_closed": {"folder": "gui-ve/a", "errno": errno.EACCES},
    "no_form_file": {"file": Path("bieu")},
    "form_periods": {"known": "2021/h1 (79), 2021/q1 (1)"},
    "form_same_folder": {"folder": Path("gui-ve")},
    "docx_to_terminal": {},
    "xlsx_to_terminal": {},
    "too_many_rows": {"number": 1_048_575},
    "empty_calendar": {"name": "Sở Nội vụ", "undated": 12},
    "cannot_read_old": {"file": Path("bao_cao.docx"), "errno": errno.EACCES},
    "old_not_understood": {"file": Path("bao_cao.docx")},
    "no_template_folder": {"folder": Path("mau")},
    "no_template": {"name": "report/city.md.j2", "folders": "mau, templates"},
    "no_such_template": {"name": "city.md", "known": "report/city.md.j2"},
    "copy_where": {},
    "nothing_copied": {},
    "word_not_word": {},
    "word_old": {},
    "word_encrypted": {},
    "word_broken": {"part": "word/document.xml", "line": 7},
    "word_too_big": {"limit": 64},
    "template_undefined": {"name": "a.md.j2", "line": 3, "detail": "'x' is undefined"},
    "template_syntax": {"name": "a.md.j2", "line": 3, "detail": "unexpected '}'"},
    "template_unsafe": {"name": "a.md.j2", "line": 3, "detail": "__class__"},
    "template_not_utf8": {"name": "report/a.md.j2"},
    "template_unreadable": {"name": "report/a.md.j2", "errno": errno.EACCES},
    "template_failed": {"name": "a.md.j2", "line": 3, "detail": "division by zero"},
    "cannot_write": {"file": Path("a.md"), "errno": errno.EACCES},
    "install_by_hand": {"shell": "pwsh"},
    "cannot_install": {"errno": errno.EROFS},
    **DOCUMENT_EXAMPLES,
    **RECORDING_EXAMPLES,
    **STORE_EXAMPLES,
}  # fmt: skip
MADE_OF = {"reason": "errno", "at": "line"}


def fields(text: str) -> set[str]:
    """The values that a sentence needs; a reason is made of the system's error number."""
    names = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    return {MADE_OF.get(name, name) for name in names}


def test_every_sentence_has_an_example() -> None:
    assert set(EXAMPLES) == set(ERRORS)


@pytest.mark.parametrize("code", ERRORS)
def test_a_sentence_says_everything_its_raiser_gives(code: str) -> None:
    values = EXAMPLES[code]
    text = sentence(CchcError(code, **values))
    assert "{" not in text
    assert "None" not in text
    assert text.strip() == text
    for name in fields(ERRORS[code]) & set(values) - {"errno"}:
        value = values[name]
        said = day_text(value) if isinstance(value, date) else str(value)
        assert said.strip() in text


@pytest.mark.parametrize("call", RAISED, ids=[f"{call.code} at {call.place}" for call in RAISED])
def test_a_raiser_has_a_sentence_and_gives_what_it_needs(call: Call) -> None:
    assert call.code in ERRORS
    if call.values is not None:
        assert fields(ERRORS[call.code]) <= call.values | {"hint"}


@pytest.mark.parametrize("call", RAISED, ids=[f"{call.code} at {call.place}" for call in RAISED])
def test_the_example_gives_what_the_raiser_gives(call: Call) -> None:
    if call.values is not None:
        assert set(EXAMPLES[call.code]) == set(call.values)


@pytest.mark.parametrize(
    ("values", "text"),
    [
        pytest.param(
            {"id": "V.9", "nearest": "V.9a, V.9b"},
            "Không có nhiệm vụ “V.9” trong kế hoạch. Gần nhất: V.9a, V.9b.",
            id="with the nearest words",
        ),
        pytest.param(
            {"id": "V.9", "nearest": ""}, "Không có nhiệm vụ “V.9” trong kế hoạch.", id="without"
        ),
        pytest.param(
            {"id": "V.9", "hint": " Xem danh mục."},
            "Không có nhiệm vụ “V.9” trong kế hoạch. Xem danh mục.",
            id="with a hint of the raiser's own",
        ),
        pytest.param({"id": "{x}"}, "Không có nhiệm vụ “{x}” trong kế hoạch.", id="braces typed"),
    ],
)
def test_hints(values: dict[str, object], text: str) -> None:
    assert sentence(CchcError("no_duty", **values)) == text


@pytest.mark.parametrize(
    ("line", "place"),
    [
        pytest.param(3, "Mẫu a.md.j2, dòng 3: không tính được (x).", id="a line"),
        pytest.param(0, "Mẫu a.md.j2: không tính được (x).", id="no line"),
        pytest.param(None, "Mẫu a.md.j2: không tính được (x).", id="nothing is known of a line"),
    ],
)
def test_a_line_that_is_not_known_is_not_told(line: int | None, place: str) -> None:
    error = CchcError("template_failed", name="a.md.j2", line=line, detail="x")
    assert sentence(error) == place


@pytest.mark.parametrize("name", REASONS)
def test_why_the_system_refused(name: str) -> None:
    number = getattr(errno, name, None)
    if number is not None:
        text = sentence(CchcError("cannot_write", file="a.md", errno=number))
        assert f"Không ghi được a.md: {REASONS[name]}." in text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        pytest.param(None, "hệ thống không nêu lý do", id="no number"),
        pytest.param(errno.ENOSPC, "ổ đĩa đã đầy", id="a number with words"),
        pytest.param(errno.EXDEV, os.strerror(errno.EXDEV), id="a number without words"),
        pytest.param(99999, os.strerror(99999), id="a number that is none"),
    ],
)
def test_a_reason_that_may_be_unknown(number: int | None, text: str) -> None:
    assert reason(number) == text


def test_every_exit_code_that_is_used_has_a_meaning() -> None:
    used = {KINDS[call.name].exit_code for call in RAISED}
    assert used | {OK, CchcError.exit_code, OVERDUE, INTERRUPTED} <= set(EXIT_CODES)
    assert all(text.endswith(".") for text in EXIT_CODES.values())


def test_every_meaning_has_an_exit_code_and_no_two_kinds_of_error_share_one() -> None:
    own = [kind.exit_code for kind in KINDS.values()]
    ends = [value for value in vars(errors).values() if isinstance(value, int)]
    assert set(EXIT_CODES) <= {CchcError.exit_code, *ends, *own}
    assert len({CchcError.exit_code, *ends, *own}) == 1 + len(ends) + len(own)
