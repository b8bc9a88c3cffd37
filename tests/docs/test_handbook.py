"""The documents say what the program says: no drift, no gap, no broken link."""

import importlib.util
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer

from cchc_cli.cli.main import COMMANDS, cchc
from cchc_cli.errors import CchcError
from cchc_cli.plan.shorthand import HEADS, parse_schedule
from cchc_cli.views.wording.errors import EXIT_CODES

ROOT = Path(__file__).resolve().parents[2]
HANDBOOK = ROOT / "docs" / "handbook"
PAGES = sorted(HANDBOOK.glob("*.md"))
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)")


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


generate = _generator()


def _prose(text: str) -> str:
    """What people wrote: a page without its generated parts."""
    return str(generate.BLOCK.sub("", text))


def _outside_fences(text: str) -> str:
    return re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)


def test_generating_gives_what_is_committed() -> None:
    for file, text in generate.pages().items():
        assert file.exists(), f"no {file.name}: run make docs"
        assert text == file.read_text("utf-8"), f"{file.name} is out of date: run make docs"


def test_every_block_is_closed() -> None:
    for file in [generate.README, *PAGES]:
        text = file.read_text("utf-8")
        assert text.count("<!-- generated:") == text.count("<!-- end -->"), file.name
        assert text.count("<!-- generated:") == len(generate.BLOCK.findall(text)), file.name


def test_an_unknown_recipe_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no recipe"):
        generate.block("tea", "duties", tmp_path)


def test_a_new_command_gets_a_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(generate, "HANDBOOK", tmp_path)
    page = generate.pages()[tmp_path / "duties.md"]
    assert page.startswith("# `cchc duties`")
    assert "$ cchc duties show --help" in page


def test_a_second_run_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("<!-- generated: exit-codes -->\n<!-- end -->\n", encoding="utf-8")
    for name, path in (
        ("README", readme),
        ("HANDBOOK", tmp_path / "book"),
        ("DOCS", tmp_path / "x"),
    ):
        monkeypatch.setattr(generate, name, path)
    (tmp_path / "book").mkdir()
    generate.write()
    assert "README.md" in capsys.readouterr().out
    generate.write()
    assert capsys.readouterr().out == ""


def test_every_command_has_a_page() -> None:
    assert {f"{name}.md" for name in COMMANDS} <= {page.name for page in PAGES}


def test_every_page_is_linked_from_the_index() -> None:
    index = (HANDBOOK / "README.md").read_text("utf-8")
    linked = {target for target, _ in LINK.findall(index)}
    assert {page.name for page in PAGES} - {"README.md"} <= linked


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_relative_link_resolves(file: Path) -> None:
    for target, fragment in LINK.findall(_outside_fences(file.read_text("utf-8"))):
        found = (file.parent / target).resolve() if target else file
        assert found.exists(), f"{file.name} links to {target}"
        if fragment:
            assert fragment in _anchors(found), f"{file.name} links to {target}#{fragment}"


def _anchors(file: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", _outside_fences(file.read_text("utf-8")), re.MULTILINE)
    return {generate.anchor(heading) for heading in headings}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_explained_in_prose(name: str) -> None:
    prose = _prose((HANDBOOK / f"{name}.md").read_text("utf-8"))
    assert prose.count("\n") > 10, f"{name}.md has still to be written"
    top: Any = typer.main.get_command(cchc)
    command = top.get_command(typer.Context(top), name)
    for option in sorted(_options(command)):
        assert option in prose, f"{name}.md says nothing of {option}"


def _options(command: Any) -> Iterator[str]:
    for parameter in command.params:
        if parameter.param_type_name == "option":
            yield from (option for option in parameter.opts if option.startswith("--"))
    for subcommand in getattr(command, "commands", {}).values():
        yield from _options(subcommand)


def test_every_exit_code_of_an_error_has_a_meaning() -> None:
    waiting = [CchcError]
    while waiting:
        kind = waiting.pop()
        assert kind.exit_code in EXIT_CODES
        waiting.extend(kind.__subclasses__())


def test_every_short_form_of_the_page_can_be_read() -> None:
    page = (HANDBOOK / "format.md").read_text("utf-8")
    table = page.split("## Thời hạn viết gọn")[1].split("\n## ")[0]
    forms = re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)
    for form in forms:
        parse_schedule(form)
    heads = {form.split()[0] for form in forms}
    assert set(HEADS) <= heads, "a short form is missing from the table"


def test_every_short_form_of_the_schema_stands_in_the_page() -> None:
    page = (HANDBOOK / "format.md").read_text("utf-8")
    schema = (ROOT / "plans" / "plan.schema.json").read_text("utf-8")
    kinds = json.loads(schema)["$defs"]["DutyModel"]["properties"]["schedule"]["examples"]
    for kind in kinds:
        assert f"`{kind.split()[0]}" in page


@pytest.mark.parametrize(
    "arguments",
    [
        ["duties", "--agency", "snv"],
        ["duties", "show", "V.1.2b"],
        ["deadlines", "--today", "2021-06-16"],
        ["deadlines", "--explain", "V.6.4b"],
        ["plan", "check", "co-loi/2022.yaml"],
    ],
    ids=" ".join,
)
def test_every_json_key_is_documented(arguments: list[str]) -> None:
    prose = _prose((HANDBOOK / "json.md").read_text("utf-8"))
    said = json.loads(generate.run([*arguments, "--format", "json"]).text)
    section = prose.split(f"## `{said['format']}`")[1].split("\n## ")[0]
    if said["format"] == "cchc/duty/1":
        section += prose.split("## `cchc/duties/1`")[1].split("\n## ")[0]
    for key in _keys(said):
        assert f"`{key}`" in section, f"json.md says nothing of {key} in {said['format']}"


def _keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            if key != "undated":
                yield from _keys(item)
    elif isinstance(value, list):
        for item in value:
            yield from _keys(item)


def test_no_document_names_a_place_of_one_machine() -> None:
    for file in DOCUMENTS:
        assert "/work/" not in file.read_text("utf-8"), file.name


def test_the_readme_is_not_longer_than_a_person_reads() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 290
