"""Templates that name duties which have to be read again."""

from datetime import date
from pathlib import Path

import pytest

from cchc_cli.cli.mentions import stale_templates
from cchc_cli.cli.session import Session
from cchc_cli.cli.templates import Template
from cchc_cli.resources import packaged
from cchc_cli.views.word.package import read_parts
from cchc_cli.zipped import pack
from tests.cli.amending import edit, plan_and_source
from tests.cli.builders import Cchc

DAY = date(2021, 5, 1)


@pytest.fixture
def session(tmp_path: Path, cchc: Cchc, monkeypatch: pytest.MonkeyPatch) -> Session:
    """A plan of which A.1 changed after it was read."""
    plan, _ = plan_and_source(tmp_path / "plans")
    monkeypatch.setenv("CCHC_PLANS", str(plan.parent))
    cchc("plan", "review", str(plan), "--today", "2021-04-01")
    edit(plan, "2021-06-15", "2021-06-25")
    return Session(None)


def template(file: Path, content: bytes) -> Template:
    """A template with that content."""
    file.write_bytes(content)
    return Template(file.name, file, "workspace", hides=False)


def test_a_text_by_id_or_clause(session: Session, tmp_path: Path) -> None:
    texts = {"a": "Theo A.1.", "b": "mục II.1.1, phần", "c": "A.10, A.1.2 và BA.1", "d": "A.2"}
    found = [template(tmp_path / f"{name}.md.j2", text.encode()) for name, text in texts.items()]
    assert list(stale_templates(session, found, DAY)) == [
        ("a.md.j2", ("A.1",)), ("b.md.j2", ("A.1",)),
    ]  # fmt: skip


def test_a_word_document_though_its_words_are_cut_up(session: Session, tmp_path: Path) -> None:
    parts = read_parts((packaged("templates") / "word" / "letter.docx").read_bytes())
    body = parts["word/document.xml"].decode()
    cut = "<w:p><w:r><w:t>Theo mục A.</w:t></w:r><w:r><w:t>1 của</w:t></w:r></w:p></w:body>"
    document = pack({**parts, "word/document.xml": body.replace("</w:body>", cut).encode()})
    whole = template(tmp_path / "a.docx", document)
    broken = template(tmp_path / "b.docx", b"A.1")
    assert list(stale_templates(session, [whole, broken], DAY)) == [("a.docx", ("A.1",))]


def test_without_a_plan_nothing_is_told(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CCHC_PLANS", str(tmp_path / "khong-co"))
    assert list(stale_templates(session, [template(tmp_path / "a.md.j2", b"A.1")], DAY)) == []
