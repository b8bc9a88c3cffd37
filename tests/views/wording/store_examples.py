"""For each fault of the ledger, of evidence and of backups the values that its raiser gives."""

import errno
from pathlib import Path

LEDGER = Path("so_ghi_nhan.db")
BACKUP = Path("sao_luu.zip")

STORE_EXAMPLES: dict[str, dict[str, object]] = {
    "no_ledger": {"file": LEDGER},
    "not_a_ledger": {"file": LEDGER},
    "ledger_newer": {"file": LEDGER, "version": 3, "known": 1},
    "ledger_on_network": {"file": LEDGER},
    "ledger_busy": {"file": LEDGER, "reason": "database is locked"},
    "ledger_read_only": {"file": LEDGER, "reason": "attempt to write a readonly database"},
    "ledger_corrupt": {"file": LEDGER, "reason": "database disk image is malformed"},
    "ledger_failed": {"file": LEDGER, "reason": "no such table: acts"},
    "ledger_unreachable": {"file": LEDGER, "errno": errno.EACCES},
    "disk_full": {"file": LEDGER, "reason": "database or disk is full"},
    "repeated": {"id": 12},
    "key_taken": {"key": "bc-thang-6", "id": 12},
    "no_entry": {"id": 12},
    "no_evidence_file": {"file": Path("bc.pdf"), "errno": errno.ENOENT},
    "cannot_keep": {"file": Path("bc.pdf"), "errno": errno.ENOSPC},
    "evidence_changed": {"file": Path("bc.pdf")},
    "link_broken": {"id": 12},
    "chains_part": {"id": 12},
    "chain_shorter": {"id": 12},
    "no_import_file": {"file": Path("so.jsonl"), "errno": errno.ENOENT},
    "import_faults": {"file": Path("so.jsonl"), "number": 3},
    "no_backup_file": {"file": BACKUP, "errno": errno.ENOENT},
    "no_backup_part": {"file": Path("plans/2021.yaml"), "errno": errno.EACCES},
    "backup_unreadable": {"file": BACKUP},
    "not_a_backup": {"file": BACKUP},
    "backup_newer": {"file": BACKUP},
    "backup_damaged": {"file": BACKUP, "part": "plans/2021.yaml"},
    "backup_unsound": {"file": BACKUP, "id": 12},
    "backup_outside": {"path": Path("/chung/so.db")},
    "no_room": {"folder": Path("noi-vu"), "size": 250},
    "cannot_restore": {"file": Path("plans/2021.yaml"), "errno": errno.EACCES},
    "restore_where": {},
    "restore_newer": {"file": LEDGER, "there": 12},
    "restore_other": {"file": LEDGER, "id": 12},
    "restore_unusable": {"file": LEDGER},
}
