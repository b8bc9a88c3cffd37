"""Texts for formats that hold no control characters: calendars (RFC 5545, 3.3.11) and XML."""

import re

# A tabulator and a new line are none of them; halves of a surrogate pair are no letters at all.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The text without control characters, every end of a line written the same way."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
