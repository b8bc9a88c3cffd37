"""A folder of letters: whole files only, and nothing that somebody wrote is lost."""

from pathlib import Path

import pytest

from cchc_cli.cli.letters import Fate, Folder, letter_template
from cchc_cli.errors import OutputFault, TemplateFault


def test_a_file_is_written_then_left_alone(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "mot" / "hai", again=False)
    file = tmp_path / "mot" / "hai" / "a.docx"
    assert folder.put("a.docx", b"1") == (file, Fate.WRITTEN, b"1")
    assert folder.put("a.docx", b"1") == (file, Fate.SAME, b"1")
    file.write_bytes(b"edited")
    assert folder.put("a.docx", b"1") == (file, Fate.KEPT, b"edited")
    assert file.read_bytes() == b"edited"


def test_what_only_repeats_another_file_follows_it(tmp_path: Path) -> None:
    folder = Folder(tmp_path, again=False)
    folder.put("a.eml", b"1", derived=True)
    assert folder.put("a.eml", b"2", derived=True).fate is Fate.WRITTEN
    assert (tmp_path / "a.eml.truoc").read_bytes() == b"1"


def test_asked_for_again_the_old_file_stays_beside(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(b"edited")
    folder = Folder(tmp_path, again=True)
    assert folder.put("a.docx", b"2") == (file, Fate.WRITTEN, b"2")
    assert (file.read_bytes(), (tmp_path / "a.docx.truoc").read_bytes()) == (b"2", b"edited")
    assert folder.put("a.docx", b"2").fate is Fate.SAME
    assert (tmp_path / "a.docx.truoc").read_bytes() == b"edited"


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "la-tep").write_bytes(b"")
    with pytest.raises(OutputFault):
        Folder(tmp_path / "la-tep", again=False)
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(OutputFault) as caught:
        Folder(tmp_path, again=False).put("a.docx", b"1")
    assert caught.value.values["file"] == tmp_path / "a.docx"


def test_the_first_folder_that_has_the_template_wins(tmp_path: Path) -> None:
    own, other = tmp_path / "own", tmp_path / "other"
    (other / "word").mkdir(parents=True)
    (other / "word" / "letter.docx").touch()
    assert letter_template([own, other]) == other / "word" / "letter.docx"
    with pytest.raises(TemplateFault) as caught:
        letter_template([own])
    assert caught.value.values == {"name": "word/letter.docx", "folders": str(own)}
