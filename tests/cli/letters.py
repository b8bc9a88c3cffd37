"""A tiny Word template for letters, and what stands in the letters made from it."""

from pathlib import Path

import docx

LINES = (
    "Số: {{ fill('số', 'so') }}/{{ symbol }}",
    "V/v {{ subject }}",
    "Kính gửi: {{ addressees | join(', ') }}",
    "{{ summary }} ({{ sent_days }})",
    "{%p for item in items %}",
    "{{ item.no }}. {{ item.id }} {{ item.state }}",
    "{%p endfor %}",
)


def letter_template(folder: Path) -> Path:
    """A templates folder with a letter of a few lines."""
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    (folder / "word").mkdir(parents=True)
    document.save(str(folder / "word" / "letter.docx"))
    return folder


def text_of(file: Path) -> list[str]:
    """The paragraphs of a letter."""
    return [paragraph.text for paragraph in docx.Document(str(file)).paragraphs]
