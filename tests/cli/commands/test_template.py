"""``cchc template``: which are in use, copies that overwrite nothing, what is wrong with them."""

import json
from pathlib import Path

import pytest

from cchc_cli.resources import packaged
from cchc_cli.views.wording.templates import ORIGINS
from tests.cli.builders import Cchc
from tests.cli.workspaces import empty_workspace

SHIPPED = sorted(
    path.relative_to(packaged("templates")).as_posix()
    for path in packaged("templates").rglob("*")
    if path.is_file()
)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace, and being in it."""
    folder = empty_workspace(tmp_path / "vp")
    monkeypatch.chdir(folder)
    return folder


def own(folder: Path, name: str, text: str) -> Path:
    """A template of the user's own; the folder comes back."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


# Listing.


def listed(cchc: Cchc, *options: str) -> dict[str, tuple[str, bool]]:
    """Origin of each template, and whether it hides a packaged one."""
    said = cchc("template", "list", "--format", "json", *options)
    assert (said.code, said.err) == (0, "")
    document = json.loads(said.out)
    assert document["format"] == "cchc/templates/1"
    for one in document["templates"]:
        assert Path(one["file"]).is_file()
    return {one["name"]: (one["origin"], one["hides_packaged"]) for one in document["templates"]}


def test_without_ones_own_all_are_packaged(cchc: Cchc) -> None:
    assert listed(cchc) == dict.fromkeys(SHIPPED, ("packaged", False))


def test_the_first_folder_wins_file_by_file(
    cchc: Cchc, office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own(office / "templates", "report/city.md.j2", "a")
    own(office / "templates", "report/rieng.md.j2", "b")
    found = listed(cchc)
    assert found["report/city.md.j2"] == ("workspace", True)
    assert found["report/rieng.md.j2"] == ("workspace", False)
    monkeypatch.setenv("CCHC_TEMPLATES", str(own(tmp_path / "env", "report/city.md.j2", "c")))
    assert listed(cchc)["report/city.md.j2"] == ("environ", True)
    chosen = own(tmp_path / "chon", "report/city.md.j2", "d")
    found = listed(cchc, "--templates", str(chosen))
    assert found["report/city.md.j2"] == ("chosen", True)
    assert found["report/rieng.md.j2"] == ("workspace", False)
    assert found["word/city.docx"] == ("packaged", False)


def test_a_list_for_people(cchc: Cchc, office: Path) -> None:
    own(office / "templates", "report/city.md.j2", "a")
    own(office / "templates", "word/~$city.docx", "a lock of Word")
    said = cchc("template", "list")
    assert said.code == 0
    assert "report/city.md.j2" in said.out
    assert f"{ORIGINS['workspace']}, thay mẫu có sẵn" in said.out
    assert "~$" not in said.out


def test_a_folder_that_is_not_there(cchc: Cchc, tmp_path: Path) -> None:
    said = cchc("template", "list", "--templates", str(tmp_path / "la"))
    assert said.code == 6


# Copying.


def test_all_are_copied_into_the_workspace_as_they_are(cchc: Cchc, office: Path) -> None:
    said = cchc("template", "copy")
    assert (said.code, said.out) == (0, "")
    for name in SHIPPED:
        copied = (office / "templates" / name).read_bytes()
        assert copied == (packaged("templates") / name).read_bytes()
        assert str(Path("templates") / name) in said.err
    assert set(listed(cchc).values()) == {("workspace", True)}


def test_what_is_there_is_left_alone(cchc: Cchc, tmp_path: Path) -> None:
    folder = own(tmp_path / "mau", "report/city.md.j2", "của tôi")
    one = ("report/city.md.j2", "report/parts.md.j2")
    said = cchc("template", "copy", *one, "--to", str(folder))
    assert said.code == 0
    assert "đã có, không chép đè" in said.err
    assert (folder / one[0]).read_text("utf-8") == "của tôi"
    assert (folder / one[1]).is_file()
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 2
    again = cchc("template", "copy", *one, "--to", str(folder))
    assert again.code == 2
    assert again.err.endswith("Lỗi: Không chép mẫu nào.\n")
    forced = cchc("template", "copy", one[0], "--to", str(folder), "--force")
    assert forced.code == 0
    shipped = (packaged("templates") / one[0]).read_text("utf-8")
    assert (folder / one[0]).read_text("utf-8") == shipped


def test_a_copy_needs_a_place_and_a_name_that_is_known(
    cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    nowhere = cchc("template", "copy")
    assert nowhere.code == 2
    assert "--to THƯ MỤC" in nowhere.err
    unknown = cchc("template", "copy", "../../etc/passwd", "--to", str(tmp_path))
    assert unknown.code == 6
    assert "report/city.md.j2" in unknown.err
    (tmp_path / "tep").write_text("", encoding="utf-8")
    said = cchc("template", "copy", "--to", str(tmp_path / "tep"))
    assert said.code == 7


# Looking for what is wrong.


def test_the_packaged_templates_are_sound(cchc: Cchc) -> None:
    assert cchc("template", "lint") == (0, f"{len(SHIPPED)} mẫu: không có lỗi.\n", "")


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("\n{{ khong_co }}", "report/city.md.j2:2: lỗi: dùng tên chưa định nghĩa ('khong_co'"),
        ("{% if false %}{{ la }}{% endif %}", "report/city.md.j2:1: lỗi: dùng tên chưa định nghĩa"),
        ("\n\n{{ plan.khong_co }}", "report/city.md.j2:3: lỗi: dùng tên chưa định nghĩa"),
        ("\n{% if %}", "report/city.md.j2:2: lỗi: sai cú pháp Jinja"),
        ("{{ ''.__class__ }}", "report/city.md.j2:1: lỗi: thao tác không được phép trong mẫu"),
        ("{% include '../../etc/passwd' %}", "../../etc/passwd: lỗi: Không có mẫu"),
        ("\n{{ today.nam }}", "report/city.md.j2:2: lỗi: "),
    ],
)
def test_a_broken_template_is_named_with_its_line(
    cchc: Cchc, tmp_path: Path, source: str, line: str
) -> None:
    folder = own(tmp_path / "mau", "report/city.md.j2", source)
    said = cchc("template", "lint", "report/city.md.j2", "--templates", str(folder))
    assert (said.code, said.err) == (6, "")
    assert said.out.startswith(line)
    assert said.out.endswith("1 mẫu: 1 lỗi.\n")


def test_every_fault_at_once_and_on_which_data(cchc: Cchc, tmp_path: Path) -> None:
    source = "{{ mot }}\n{{ hai }}\n{% if not receiver %}{{ 1 // 0 }}{% endif %}"
    folder = own(tmp_path / "mau", "report/city.md.j2", source.replace("{{ mot }}", ""))
    own(folder, "report/periodic.html.j2", "{{ ba }}")
    said = cchc("template", "lint", "--templates", str(folder), "--format", "json")
    assert said.code == 6
    flaws = [one for one in json.loads(said.out)["flaws"] if one["template"].endswith(".j2")]
    told = {(one["template"], one["line"], one["code"]) for one in flaws}
    assert told == {
        ("report/city.md.j2", 2, "template_undefined"),
        ("report/periodic.html.j2", 1, "template_undefined"),
    }
    own(
        folder,
        "report/city.md.j2",
        "\n\n{% if not receiver %}{{ 1 // today.day }}{{ 1 // 0 }}{% endif %}",
    )
    said = cchc("template", "lint", "report/city.md.j2", "--templates", str(folder))
    assert "report/city.md.j2:3: lỗi: không tính được" in said.out
    assert "[dữ liệu mẫu: UBND tỉnh Mẫu, quý III năm 2021, kế hoạch tối giản" in said.out


def test_a_piece_that_nothing_uses_is_noted(cchc: Cchc, tmp_path: Path) -> None:
    folder = own(tmp_path / "mau", "report/ctiy.md.j2", "{{ gì đó }}")
    own(folder, "word/khac.docx", "")
    names = ("report/ctiy.md.j2", "word/khac.docx")
    said = cchc("template", "lint", *names, "--templates", str(folder))
    assert said.code == 0
    assert said.out.count("lưu ý: không mẫu nào dùng đến tệp này") == 2
    assert said.out.endswith("2 mẫu: không có lỗi, 2 lưu ý.\n")


def test_a_page_that_runs_or_fetches_something(cchc: Cchc, tmp_path: Path) -> None:
    source = """<p onclick="x()">a src=b</p><script>1</script><img src="https://a.vn/b.png">
    <img src="data:image/png;base64,AA=="><a href="#b">c</a><style>p { background: url(x.png) }
    @import 'y.css';</style><script>2</script>"""
    folder = own(tmp_path / "mau", "report/city.html.j2", source)
    said = cchc("template", "lint", "report/city.html.j2", "--templates", str(folder))
    assert said.code == 6
    assert said.out.endswith("1 mẫu: 5 lỗi.\n")
    for what in ("onclick=", "<script", 'src="https://a.vn/b.png', "url(x.png", "@import"):
        assert f"không chứa mã chạy; có: {what}\n" in said.out


def test_a_broken_piece_is_seen_through_the_templates_that_use_it(
    cchc: Cchc, tmp_path: Path
) -> None:
    parts = (packaged("templates") / "report/parts.md.j2").read_text("utf-8")
    folder = own(tmp_path / "mau", "report/parts.md.j2", parts.replace("receiver %}", "la_la %}"))
    said = cchc("template", "lint", "report/parts.md.j2", "--templates", str(folder))
    assert said.code == 6
    assert "report/parts.md.j2:" in said.out


def test_an_unknown_name_and_options_that_clash(cchc: Cchc) -> None:
    assert cchc("template", "lint", "la.j2").code == 6
    both = cchc("template", "lint", "report/city.md.j2", "--nd30", "a.docx")
    assert both.code == 2


# Word documents.


def word_template(folder: Path, change: tuple[str, str]) -> Path:
    """The packaged city's Word template with its text changed; the folder comes back."""
    docx = pytest.importorskip("docx")
    made = docx.Document(str(packaged("templates") / "word" / "city.docx"))
    for paragraph in made.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(*change)
    (folder / "word").mkdir(parents=True)
    made.save(str(folder / "word" / "city.docx"))
    return folder


def test_a_word_template_is_tried_on_data(cchc: Cchc, tmp_path: Path) -> None:
    folder = word_template(tmp_path / "mau", ("BÁO CÁO", "BÁO CÁO {{ khong_co }}"))
    said = cchc("template", "lint", "word/city.docx", "--templates", str(folder))
    assert said.code == 6
    assert "word/city.docx: lỗi: đoạn" in said.out
    assert "khong_co" in said.out


def test_a_word_template_that_is_none(cchc: Cchc, tmp_path: Path) -> None:
    folder = own(tmp_path / "mau", "word/city.docx", "chữ")
    said = cchc("template", "lint", "word/city.docx", "--templates", str(folder))
    assert said.code == 6
    assert said.out.startswith("word/city.docx: lỗi: ")


def test_any_document_is_held_to_the_decree(cchc: Cchc, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    made = docx.Document()
    made.add_paragraph("BÁO CÁO")
    made.save(str(tmp_path / "sai.docx"))
    said = cchc("template", "lint", "--nd30", str(tmp_path / "sai.docx"))
    assert (said.code, said.err) == (6, "")
    lines = said.out.splitlines()
    assert all(line.startswith(f"{tmp_path / 'sai.docx'}: ") for line in lines[:-1])
    assert lines[-1] == f"1 tệp: {len(lines) - 1} chỗ sai thể thức."
    as_json = cchc("template", "lint", "--nd30", str(tmp_path / "sai.docx"), "--format", "json")
    document = json.loads(as_json.out)
    assert document["format"] == "cchc/nd30/1"
    (file,) = document["documents"]
    assert len(file["breaches"]) == len(lines) - 1
    assert set(file["breaches"][0]) == {"code", "clause", "place", "found", "wanted"}


def test_what_is_no_document(cchc: Cchc, tmp_path: Path) -> None:
    text = tmp_path / "chu.docx"
    text.write_text("chữ", encoding="utf-8")
    said = cchc("template", "lint", "--nd30", str(text))
    assert said.code == 6
    assert said.out == f"{text}: không phải tệp Word (.docx)\n1 tệp: 1 chỗ sai thể thức.\n"
    assert cchc("template", "lint", "--nd30", str(tmp_path / "khong.docx")).code == 6


def test_the_lint_of_ones_own_word_template_names_the_clause(cchc: Cchc, tmp_path: Path) -> None:
    folder = word_template(tmp_path / "mau", ("./.", "."))
    said = cchc(
        "template", "lint", "word/city.docx", "--templates", str(folder), "--format", "json"
    )
    assert said.code == 6
    flaws = json.loads(said.out)["flaws"]
    assert any(one["clause"] and "Phụ lục" in one["clause"] for one in flaws)
