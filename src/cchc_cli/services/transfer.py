"""Taking entries out of a ledger line by line, and in again: lossless, the chain kept.

A line is a JSON object with the hash before, the entry's own hash and its body exactly as hashed,
so that whoever has the file can check it without this program.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from cchc_cli.domain.links import Follower, Link, LinkFault, links_in
from cchc_cli.errors import LedgerFault
from cchc_cli.ledger.protocol import Ledger

LineFaultKind = Literal[LinkFault, "not_text", "not_json", "wrong_keys"]


class LineFault(NamedTuple):
    """What is wrong with a line of a file of entries."""

    line: int
    kind: LineFaultKind


class _BadLineError(Exception):
    """A line that is no link."""

    def __init__(self, kind: LineFaultKind) -> None:
        super().__init__(kind)
        self.kind: LineFaultKind = kind


def export_lines(ledger: Ledger) -> Iterator[str]:
    """Every entry as a line, in chain order."""
    for link in links_in(ledger.chain()):
        yield json.dumps(link._asdict(), ensure_ascii=False, separators=(",", ":"))


def line_faults(lines: Iterable[bytes]) -> Iterator[LineFault]:
    """Everything that is wrong with a file of entries, line by line."""
    follower = Follower()
    for number, line in _written(lines):
        try:
            found = follower.take(_link(line))
        except _BadLineError as error:
            yield LineFault(number, error.kind)
            # Nothing is known of what comes after it.
            follower.skip()
            continue
        if isinstance(found, str):
            yield LineFault(number, found)


def links_of(lines: Iterable[bytes]) -> Iterator[Link]:
    """The links of a file without faults.

    Raises:
        LedgerFault: if it has one after all.
    """
    for number, line in _written(lines):
        try:
            yield _link(line)
        except _BadLineError:
            raise LedgerFault("link_broken", id=number) from None


def _written(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """Lines with their numbers, empty ones left out."""
    for number, line in enumerate(lines, 1):
        text = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if text.strip():
            yield number, text


def _link(line: bytes) -> Link:
    try:
        data = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise _BadLineError("not_text") from None
    except (ValueError, RecursionError):
        raise _BadLineError("not_json") from None
    if not isinstance(data, dict) or set(data) != set(Link._fields):
        raise _BadLineError("wrong_keys")
    link = Link(**data)
    if not all(isinstance(text, str) and _encodes(text) for text in link):
        raise _BadLineError("wrong_keys")
    return link


def _encodes(text: str) -> bool:
    """Whether a text has a form in UTF-8: half a surrogate pair has none."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
