"""For each fault of workspaces, of recording and of closing the values that its raiser gives."""

import errno
from datetime import date
from pathlib import Path

SETTINGS = Path("noi-vu/cchc.toml")
BULK = Path("ghi.csv")
DAY, LATER = date(2021, 6, 15), date(2021, 6, 18)

RECORDING_EXAMPLES: dict[str, dict[str, object]] = {
    # The workspace.
    "workspace_needed": {},
    "no_workspace": {"folder": Path("noi-vu")},
    "workspace_there": {"folder": Path("noi-vu")},
    "bad_settings": {"file": SETTINGS, "line": "3"},
    "settings_not_utf8": {"file": SETTINGS},
    "settings_unreadable": {"file": SETTINGS, "errno": errno.EACCES},
    "settings_format": {"file": SETTINGS, "format": "cchc-workspace/1"},
    "bad_setting": {"file": SETTINGS, "key": "so", "allowed": "format, ledger"},
    "setting_not_text": {"file": SETTINGS, "key": "name"},
    # What, who, when.
    "duty_needed": {},
    "agency_needed": {"id": "V.6.4b"},
    "period_needed": {"id": "V.1.2b", "known": "2021-Q2, 2021-Q3"},
    "no_occurrence": {"name": "q1", "id": "V.1.2b", "known": "2021-Q2, 2021-Q3"},
    "many_periods": {"name": "q2", "known": "2021-Q2, 2022-Q2"},
    "no_such_week": {"name": "w54"},
    "not_a_bearer": {"agency": "Sở Nội vụ", "id": "V.3", "known": "Sở Văn hóa và Thể thao"},
    "day_in_future": {"option": "--day", "day": LATER, "today": DAY},
    "received_before_signed": {"signed": LATER, "received": DAY},
    "bad_document": {"value": "123BC"},
    "needs_document": {"option": "--signed"},
    "evidence_needed": {"id": "V.6.4b"},
    # Figures.
    "bad_figure": {"value": "-1"},
    "figure_twice": {"name": "hoi-nghi"},
    "rate_figure": {"name": "phan-anh-ty-le-dung-han"},
    "no_indicator": {"name": "hoinghi", "known": "hoi-nghi, hoi-nghi-luot"},
    # Rulings, events, words.
    "reason_needed": {"kind": "waiver"},
    "note_needed": {},
    "until_needed": {"kind": "extension"},
    "nothing_to_extend": {"id": "V.6.3a"},
    "not_later": {"id": "V.6.4b", "until": DAY, "day": LATER},
    "never_due": {"id": "V.6.1b"},
    "deadline_there": {"id": "V.6.4b", "day": DAY},
    "day_needed": {},
    "not_event_driven": {"id": "V.6.4b"},
    "event_first": {"id": "V.1.3b"},
    "until_without_event": {"id": "V.1.3b"},
    "narrative_needs": {},
    # Entries that others speak of.
    "entry_needed": {},
    "bad_entry_number": {"value": "x"},
    "already_cancelled": {"id": 3, "by": 4},
    "cannot_target": {"id": 8},
    "cannot_correct": {"id": 4},
    # Closing.
    "period_not_begun": {"period": "2021/h2", "first": DAY},
    "already_closed": {"period": "2021/h1", "id": 8, "day": LATER},
    # Many at once.
    "bulk_faults": {"file": BULK, "number": 3},
    "bulk_too_big": {"file": BULK, "limit": 50},
    "bulk_not_utf8": {"file": BULK},
    "no_bulk_file": {"file": BULK, "errno": errno.ENOENT},
    "bulk_not_csv": {"file": BULK, "line": 3},
    "bulk_not_json": {},
    "bulk_more_cells": {"value": "a; b"},
    "bulk_unknown_key": {"key": "dutty", "allowed": "duty, agency"},
    "repeats_line": {"line": 7},
}
