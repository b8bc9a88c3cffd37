"""Untrusted templates: no file, no environment, no way out of their folder, no endless growth."""

import os
from pathlib import Path

import pytest

from cchc_cli.errors import TemplateFault
from cchc_cli.ledger.memory import MemoryLedger
from cchc_cli.services.sample import samples
from cchc_cli.views.page import render_page
from cchc_cli.views.report import render_report
from cchc_cli.views.sandbox import reached, render_file, sandbox, undeclared
from cchc_cli.views.wording.errors import sentence

HIDDEN = "mat-khau-khong-ai-duoc-biet"
REPORT = next(iter(samples(MemoryLedger()))).report


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of templates beside a file and an environment that are nobody's business."""
    (tmp_path / "bi_mat.txt").write_text(HIDDEN, encoding="utf-8")
    monkeypatch.setenv("CCHC_TEST_SECRET", HIDDEN)
    (tmp_path / "mau" / "report").mkdir(parents=True)
    return tmp_path / "mau"


def attack(folder: Path, source: str) -> str:
    """What comes of a template in both forms of text, or the code of the fault."""
    for form in ("md", "html"):
        (folder / "report" / f"periodic.{form}.j2").write_text(source, encoding="utf-8")
    said = []
    for render in (render_report, render_page):
        try:
            said.append(render(REPORT, [folder]).text)
        except TemplateFault as fault:
            said.append(f"{fault.code} {sentence(fault)}")
    return "\n".join(said)


@pytest.mark.parametrize(
    "source",
    [
        "{% include '../../etc/passwd' %}",
        "{% include '../bi_mat.txt' %}",
        "{% include 'report/../../bi_mat.txt' %}",
        "{% include '/etc/passwd' %}",
        "{% extends '../bi_mat.txt' %}",
        "{% import '..\\\\bi_mat.txt' as x %}",
        "{% from '../bi_mat.txt' import x %}",
        "{% include ['../bi_mat.txt', '/etc/hostname'] %}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.environ }}",
        "{{ lipsum.__globals__['os'].popen('id').read() }}",
        "{{ joiner.__init__.__globals__.os.environ }}",
        "{{ namespace.__init__.__globals__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ ''['__class__'] }}",
        "{{ ''|attr('__class__') }}",
        "{{ ''|attr('__cl' ~ 'ass__') }}",
        "{{ '%s'|format(''.__class__) }}",
        "{{ '{0.__class__.__init__.__globals__}'.format(plan) }}",
        "{{ '{x.__class__}'.format_map({'x': plan}) }}",
        "{{ report._replace(today=none) }}",
        "{{ fill.__globals__ }}",
        "{{ fill.__code__ }}",
        "{{ region.__globals__.SEAL }}",
        "{{ plan.duties.__reduce__() }}",
        "{{ (plan|attr('__class__')).__init__ }}",
        "{{ open('/etc/passwd').read() }}",
        "{{ os.environ }}",
        "{% do plan %}",
        "{{ 'a' * 1000000000 }}",
        "{{ [0] * 1000000000 }}",
        "{{ 1000000000 * 'a' }}",
        "{{ 9 ** (9 ** 9) }}",
        "{{ 10 ** 100000000 }}",
        "{% for a in range(10 ** 9) %}{% endfor %}",
    ],
)  # fmt: skip
def test_an_attack_ends_in_a_fault_and_tells_nothing(folder: Path, source: str) -> None:
    said = attack(folder, source)
    assert HIDDEN not in said
    assert "root:" not in said
    assert all(line.startswith(("template_", "no_template")) for line in said.splitlines())


@pytest.mark.parametrize(
    "source",
    [
        "{{ tasks | map(attribute='__class__') | list }}",
        "{{ [1] | map('attr', '__doc__') | list }}",
    ],
)
def test_a_way_round_by_a_filter_gives_nothing(folder: Path, source: str) -> None:
    said = attack(folder, source)
    assert "class" not in said
    assert "int(" not in said


@pytest.mark.parametrize("source", ["{{ ''.__doc__ }}", "{{ fill.x }}", "{{ plan.__class__ }}"])
def test_attributes_that_are_not_for_templates(folder: Path, source: str) -> None:
    assert attack(folder, source).count("Mẫu report/periodic.") == 2


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
@pytest.mark.parametrize("form", ["file", "folder"])
def test_a_link_out_of_the_folder_leads_nowhere(folder: Path, form: str) -> None:
    if form == "file":
        (folder / "report" / "la.j2").symlink_to(folder.parent / "bi_mat.txt")
        said = attack(folder, "{% include 'report/la.j2' %}")
    else:
        (folder / "ra").symlink_to(folder.parent)
        said = attack(folder, "{% include 'ra/bi_mat.txt' %}")
    assert HIDDEN not in said
    assert "tệp nằm ngoài thư mục mẫu" in said


def test_a_folder_that_is_itself_a_link_is_the_users_choice(folder: Path, tmp_path: Path) -> None:
    (folder / "a.j2").write_text("được", encoding="utf-8")
    link = tmp_path / "loi"
    link.symlink_to(folder)
    assert render_file("a.j2", [link], {}) == "được"


def test_honest_products_and_powers_work() -> None:
    environment = sandbox()
    for source, said in {
        "'-' * 5": "-----",
        "3 * 'ab'": "ababab",
        "2 ** 10": "1024",
        "2.5 * 4": "10.0",
        "(1, 2) * 2": "(1, 2, 1, 2)",
        "2 ** 0.5 > 1": "True",
    }.items():
        assert environment.from_string("{{ " + source + " }}").render() == said


# What is known of a template without rendering it.


def test_every_undeclared_name_is_found_also_where_no_data_leads(folder: Path) -> None:
    source = (
        "{% import 'b.j2' as b %}{% from 'b.j2' import c, d as e %}{% set f = 1 %}\n"
        "{% macro g(x) %}{{ x }}{{ la_mot }}{% endmacro %}{% set h %}x{% endset %}"
        "{% set i, j = 1, 2 %}\n"
        "{% block k %}{{ b }}{{ c }}{{ e }}{{ f }}{{ g(1) }}{{ h }}{{ i }}{{ j }}{% endblock %}\n"
        "{% if false %}{{ la_hai }}{% endif %}{{ range(3) }}{{ plan }}{{ loop }}\n"
    )
    (folder / "a.j2").write_text(source, encoding="utf-8")
    (folder / "b.j2").write_text("", encoding="utf-8")
    found = undeclared("a.j2", [folder], {"plan": 1})
    told = [(one.values["line"], one.values["detail"]) for one in found]
    assert told == [
        (2, "'la_mot' is undefined"),
        (4, "'la_hai' is undefined"),
        (4, "'loop' is undefined"),
    ]


def test_what_cannot_be_read_declares_nothing(folder: Path) -> None:
    (folder / "hong.j2").write_text("{% if %}", encoding="utf-8")
    (folder / "la.j2").write_bytes(b"\xff\xfe")
    for name in ("hong.j2", "la.j2", "khong.j2", "../bi_mat.txt"):
        assert undeclared(name, [folder], {}) == []


def test_a_template_reaches_what_it_names(folder: Path) -> None:
    for name, source in {
        "a.j2": "{% extends 'b.j2' %}{% import 'c.j2' as c %}",
        "b.j2": "{% include ['d.j2', 'a.j2'] %}{% include ten %}",
        "c.j2": "{% if %}",
    }.items():
        (folder / name).write_text(source, encoding="utf-8")
    assert reached("a.j2", [folder]) == {"a.j2", "b.j2", "c.j2", "d.j2"}
