"""What belongs to a backup, and names that are trusted in nothing."""

from pathlib import Path

import pytest

from cchc_cli.backup.layout import HEADS, LEDGER, SETTINGS, Layout, is_part_name, plain_layout
from cchc_cli.ledger.anchor import anchor_file


@pytest.mark.parametrize(
    "name",
    ["cchc.toml", LEDGER, HEADS, "plans/2021.yaml", "templates/report/city.md.j2",
     f"minh_chung/ab/{'ab' * 32}.pdf", "plans/Kế hoạch năm 2021.yaml"],
)  # fmt: skip
def test_names_of_parts(name: str) -> None:
    assert is_part_name(name)


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "/", "/etc/passwd", "plans", "plans/", "plans/.", "plans/..", "plans//a",
     "plans/../a", "plans/a/../../../b", "../plans/a", "./plans/a", "minh_chung", "khac/a",
     "cchc.toml/a", "C:/plans/a", "plans/C:a", "plans\\..\\a", "plans/a\\b", "plans/a\0b",
     "plans/a\nb", "plans/con", "plans/NUL.yaml", "plans/com1.txt", "plans/a ", "plans/a.",
     "plans/ok/.an", "plans/.an/ok", "Plans/a", "plans/a|b", "plans/a*", 'plans/"a"',
     "manifest.json", "plans/" + "/".join("abcdefghijklmn")],
)  # fmt: skip
def test_names_that_lead_elsewhere_or_cannot_be_everywhere(name: str) -> None:
    assert not is_part_name(name)


def test_parts_lie_where_the_settings_say(tmp_path: Path) -> None:
    layout = Layout(
        tmp_path, tmp_path / "du-lieu" / "so.db", tmp_path / "giay-to", tmp_path / "plans",
        tmp_path / "templates",
    )  # fmt: skip
    assert layout.path_of(SETTINGS) == tmp_path / "cchc.toml"
    assert layout.path_of(LEDGER) == layout.ledger
    assert layout.path_of(HEADS) == anchor_file(layout.ledger)
    assert layout.path_of("minh_chung/ab/x.pdf") == tmp_path / "giay-to" / "ab" / "x.pdf"
    assert plain_layout(tmp_path).path_of("plans/a.yaml") == tmp_path / "plans" / "a.yaml"


def test_hidden_files_and_folders_stay_out(tmp_path: Path) -> None:
    layout = plain_layout(tmp_path)
    for name in ("plans/2021.yaml", "plans/.a.yaml.1.new", "plans/.git/x", "minh_chung/ab/x.pdf"):
        layout.root.joinpath(name).parent.mkdir(parents=True, exist_ok=True)
        layout.root.joinpath(name).write_text("", encoding="utf-8")
    names = [name for name, _ in layout.files()]
    assert names == [SETTINGS, "minh_chung/ab/x.pdf", "plans/2021.yaml"]
