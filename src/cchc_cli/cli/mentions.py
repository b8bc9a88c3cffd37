"""Templates that speak of duties which have to be read against the source again."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from cchc_cli.cli.session import Session
from cchc_cli.cli.templates import Template
from cchc_cli.domain.fingerprints import to_review
from cchc_cli.errors import CchcError
from cchc_cli.views.word.package import NotWord, read_parts

WORD = ".docx"
_TAG = re.compile(r"<[^>]*>")


def stale_templates(
    session: Session, templates: Sequence[Template], day: date
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each template that names a duty to be read again, by id or clause, and those it names."""
    try:
        changed = to_review(session.plan(None, day))
    except CchcError:
        # Without a plan of that day nothing is known to have changed.
        return
    for one in templates if changed else ():
        text = _text(one)
        named = tuple(
            duty.id for duty in changed if any(_names(text, at) for at in (duty.id, duty.clause))
        )
        if named:
            yield one.name, named


def _names(text: str, locator: str) -> bool:
    """Whether a text has a locator that is not part of a longer one."""
    return re.search(rf"(?<![\w.]){re.escape(locator)}(?!\w|\.\w)", text) is not None


def _text(template: Template) -> str:
    data = template.file.read_bytes()
    if not template.name.endswith(WORD):
        return data.decode("utf-8", errors="replace")
    try:
        parts = read_parts(data)
    except NotWord:
        return ""
    texts = (part.decode("utf-8", errors="replace") for name, part in parts.items()
             if name.endswith(".xml"))  # fmt: skip
    return " ".join(_TAG.sub("", text) for text in texts)
