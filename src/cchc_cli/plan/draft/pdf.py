"""A PDF with a text layer as blocks, read in a process of its own.

A PDF may be made to take all memory and all time; the process has a bound on both, and leaves what
it read as JSON.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cchc_cli.atomic import write_whole
from cchc_cli.errors import BadDocument
from cchc_cli.plan.draft.blocks import Block, Cell, Document, Paragraph, Place, Table
from cchc_cli.plan.draft.pdf_blocks import blocks_of, refuse_scan
from cchc_cli.plan.draft.pdf_pages import pages_of

if sys.platform != "win32":
    import resource

MAX_MEMORY = 1_000_000_000
SECONDS = 60.0
_PACKAGES = Path(__file__).resolve().parents[3]
_PROGRAM = (
    "import sys; sys.path.insert(0, sys.argv[1])\n"
    "from cchc_cli.plan.draft.pdf import write_answer; write_answer(*sys.argv[2:])"
)
# What the process may say instead of blocks.
_REFUSED = {
    "document_bomb": "document_bomb",
    "document_empty": "document_empty",
    "document_encrypted": "document_encrypted",
    "document_letters": "document_letters",
    "document_scan": "document_scan",
    "document_too_big": "document_too_big",
}


def read_pdf(path: Path, seconds: float = SECONDS) -> Document:
    """Read a PDF.

    Raises:
        BadDocument: if it is damaged, encrypted, too long, a scan, or takes too much time or
            memory.
    """
    with TemporaryDirectory() as folder:
        target = Path(folder) / "answer.json"
        command = [sys.executable, "-c", _PROGRAM, str(_PACKAGES), str(path), str(target)]
        try:
            ended = subprocess.run(command, timeout=seconds, check=False, capture_output=True)  # noqa: S603 - this very interpreter
        except subprocess.TimeoutExpired as error:
            raise BadDocument("document_too_slow", file=path, seconds=int(seconds)) from error
        if ended.returncode or not target.is_file():  # ended by its bound on memory
            raise BadDocument("document_bomb", file=path)
        answer = json.loads(target.read_bytes())
    if "refused" in answer:
        raise BadDocument(_REFUSED.get(answer["refused"], "document_broken"), file=path)
    blocks = tuple(_block(one) for one in answer["blocks"])
    return Document(blocks, path.name, "pdf", tuple(answer["unread"]))


def write_answer(path: str, target: str) -> None:
    """What the process does: read, and write down what it read or why not."""
    _bound_memory()
    answer: dict[str, object]
    try:
        answer = _answer(Path(path))
    except BadDocument as error:
        answer = {"refused": error.code}
    except MemoryError:
        answer = {"refused": "document_bomb"}
    write_whole(Path(target), json.dumps(answer))


def _bound_memory() -> None:
    # Windows bounds the time only.
    if sys.platform != "win32":
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))


def _answer(path: Path) -> dict[str, object]:
    pages = tuple(pages_of(path))
    refuse_scan(pages, path)
    pictured = any(page.pictures and not page.words for page in pages)
    return {
        "blocks": list(_plain(blocks_of(pages))),
        "unread": ["pages_without_text"] if pictured else [],
    }


def _plain(blocks: Iterable[Block]) -> Iterator[list[object]]:
    """Blocks as lists; JSON has no records."""
    for block in blocks:
        yield ["table" if isinstance(block, Table) else "paragraph", *block]


def _block(plain: list[Any]) -> Block:
    """A block of such a list."""
    kind, first, place, *rest = plain
    if kind == "paragraph":
        return Paragraph(first, Place(*place), *rest)
    rows = tuple(
        tuple(Cell(text, Place(*at), across, above) for text, at, across, above in row)
        for row in first
    )
    return Table(rows, Place(*place))
