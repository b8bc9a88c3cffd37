"""The zip around a Word document, read into its parts."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

DOCUMENT = "word/document.xml"
CONTENT_TYPES = "[Content_Types].xml"


class NotWord(ValueError):
    """What was read is no Word document."""


def read_parts(document: bytes) -> dict[str, bytes]:
    """The parts of a document by name, in their order.

    Raises:
        NotWord: if it is no zip, a part cannot be read, or there is no text in it.
    """
    try:
        with ZipFile(BytesIO(document)) as file:
            parts = {one.filename: file.read(one) for one in file.infolist() if not one.is_dir()}
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise NotWord(str(error)) from error
    if DOCUMENT not in parts or CONTENT_TYPES not in parts:
        raise NotWord(DOCUMENT)
    return parts
