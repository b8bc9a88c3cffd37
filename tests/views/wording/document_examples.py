"""Values that the raisers of faults of documents give."""

import errno
from pathlib import Path

FILE = Path("KE_HOACH.docx")
DOCUMENT_EXAMPLES: dict[str, dict[str, object]] = {
    "document_unreadable": {"file": FILE, "errno": errno.EACCES},
    "document_unknown": {"file": FILE},
    "document_old_word": {"file": FILE},
    "document_macros": {"file": FILE},
    "document_encrypted": {"file": FILE},
    "document_scan": {"file": FILE},
    "document_letters": {"file": FILE},
    "document_old_letters": {"file": FILE},
    "document_not_utf8": {"file": FILE, "line": 3},
    "document_bomb": {"file": FILE},
    "document_broken": {"file": FILE},
    "document_too_big": {"file": FILE},
    "document_too_slow": {"file": FILE, "seconds": 60},
    "document_empty": {"file": FILE},
    "not_a_plan_name": {"file": Path("ke_hoach.txt")},
}
