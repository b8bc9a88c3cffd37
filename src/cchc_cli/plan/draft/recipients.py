"""The lines under "Nơi nhận", and who signed beside them."""

import re
from collections.abc import Sequence

from cchc_cli.domain.plan import Recipient
from cchc_cli.plan.draft.letters import UPPER

LONGEST = 300
LONGEST_PERSON = 40
_PURPOSE = re.compile(
    r"\s*(?:\((?P<a>b/c|để b/c|để báo cáo|p/h|để p/h|để phối hợp"
    r"|để thực hiện|để t/h|để biết)\)|[;,]\s*(?P<b>để [\w ]{3,20}))\s*$"
)
_HEAD = re.compile(r"^\s*\*?nơi nhận\s*:?\*?", re.IGNORECASE)
_BETWEEN = re.compile(rf"\n|;\s+(?=[-+])|;\s*$|\s(?=- [{UPPER}])")
_OFFICE = re.compile(
    r"\A.*(?:CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|GIÁM ĐỐC|TRƯỞNG BAN|CHÁNH VĂN PHÒNG|TRƯỞNG"
    r"|VIÊN)\b[\s.]*",
    re.DOTALL,
)
_PERSON = re.compile(rf"[{UPPER}][^\W\d_]+(?:\s+[{UPPER}][^\W\d_]+){{1,4}}$")


def recipients_of(lines: Sequence[str]) -> tuple[Recipient, ...]:
    """The recipients, each with its purpose where one is given."""
    text = _HEAD.sub("", "\n".join(lines))
    parts = (" ".join(part.split()).strip(" -+*;.,") for part in _BETWEEN.split(text))
    read = (_recipient(part) for part in parts if 2 <= len(part) <= LONGEST)
    return tuple(one for one in read if one.name)


def _recipient(words: str) -> Recipient:
    purpose = _PURPOSE.search(words)
    if purpose is None:
        return Recipient(words, None)
    return Recipient(words[: purpose.start()].strip(" ;,"), purpose["a"] or purpose["b"])


def signer_of(lines: Sequence[str]) -> str | None:
    """The name of who signed: the last line that is nothing but one."""
    for line in reversed(lines):
        words = _OFFICE.sub("", line).strip(" ./")
        found = _PERSON.search(words)
        if found and len(words) < LONGEST_PERSON:
            return found[0]
    return None
