"""Word files made by hand for tests: the parts that matter, in a zip."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def part(root: str, inner: str, namespace: str = W) -> str:
    """A part of Word with its namespaces."""
    return (
        f'<w:{root} xmlns:w="{namespace}" xmlns:mc="http://schemas.openxmlformats.org/'
        f'markup-compatibility/2006">{inner}</w:{root}>'
    )


def word_parts(
    body: str, styles: str = "", numbering: str = "", namespace: str = W
) -> dict[str, str]:
    """The parts of a Word file whose body holds that XML."""
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": part("document", f"<w:body>{body}</w:body>", namespace),
    }
    if styles:
        parts["word/styles.xml"] = part("styles", styles, namespace)
    if numbering:
        parts["word/numbering.xml"] = part("numbering", numbering, namespace)
    return parts


def pack(parts: dict[str, str] | dict[str, bytes]) -> bytes:
    """A zip of parts."""
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return held.getvalue()


def word_file(
    folder: Path, body: str, styles: str = "", numbering: str = "", namespace: str = W
) -> Path:
    """A Word file whose body holds that XML."""
    path = folder / "KE_HOACH.docx"
    path.write_bytes(pack(word_parts(body, styles, numbering, namespace)))
    return path


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inner: str, properties: str = "") -> str:
    """A paragraph; what is no XML is a run."""
    runs = "".join(one if one.startswith("<") else run(one) for one in inner)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def listed(text: str, num: int = 1, level: int = 0) -> str:
    """A paragraph of a list."""
    numbers = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    return paragraph(text, properties=numbers)


def level(at: int, form: str, text: str, extra: str = "", start: int = 1) -> str:
    """A level of a list's definition."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, nums: str = "") -> str:
    """One definition, and the list 1 that counts with it."""
    return (
        f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{nums}'
    )


def row(*cells: str, properties: str = "") -> str:
    """A row of a table; what is no XML is a cell with one paragraph."""
    made = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def cell(*texts: str, properties: str = "") -> str:
    """A cell; what is no XML is a paragraph."""
    made = "".join(one if one.startswith("<") else paragraph(one) for one in texts)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{made}</w:tc>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"
