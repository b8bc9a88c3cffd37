"""Reports from templates: the packaged ones, the user's own, and what goes wrong in them."""

import errno
import os
import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import IO

import jinja2.loaders
import pytest

from cchc_cli.domain.agencies import Agency
from cchc_cli.domain.plan import Channel, Duty, Indicator, Link, Plan, Product, Reference
from cchc_cli.domain.schedules import Dated, Every, Undated
from cchc_cli.errors import TemplateFault
from cchc_cli.services.figures import FigureRow
from cchc_cli.services.report import KINDS, Kind, Report, compose
from cchc_cli.views.regions import bare
from cchc_cli.views.report import Rendered, render_report
from cchc_cli.views.sandbox import MARK_START
from cchc_cli.views.wording.errors import sentence
from tests.conftest import Golden
from tests.domain.builders import make_duty, make_plan
from tests.services.real import TEMPLATES, agency

TODAY = date(2021, 6, 10)
# A pipe that no backslash stands before ends a cell.
PIPE = re.compile(r"(?<!\\)\|")
Write = Callable[[str, str], Path]


def tiny(duties: Sequence[Duty] = (), who: str | None = "snv", kind: Kind | None = None) -> Report:
    """A report on a tiny plan."""
    plan = make_plan(duties=duties or [make_duty()])
    return compose(plan, "h1", TODAY, agency(plan, who) if who else None, kind)


def rendered(report: Report, *own: Path) -> Rendered:
    """The report as its reader sees it, by the packaged templates behind a user's own."""
    found = render_report(report, [*own, TEMPLATES])
    return found._replace(text=bare(found.text))


def of_2021(plan: Plan, who: str | None, period: str, kind: Kind | None = None) -> Report:
    """A report on the real plan."""
    return compose(plan, period, TODAY, agency(plan, who) if who else None, kind)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a template of the user's own; the folder comes back."""

    def write_template(name: str, text: str) -> Path:
        path = tmp_path / "mau" / "report" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return tmp_path / "mau"

    return write_template


# The packaged templates.

REPORTS: list[tuple[str, str | None, str, Kind]] = [
    ("periodic-snv-h1", "snv", "h1", "periodic"),
    ("periodic-q-ba-dinh-year", "q-ba-dinh", "year", "periodic"),
    ("thematic-stttt-h1", "stttt", "h1", "thematic"),
    ("thematic-snv-year", "snv", "year", "thematic"),
    ("city-h1", None, "h1", "city"),
    ("city-q3", None, "q3", "city"),
]
EACH_REPORT = pytest.mark.parametrize(
    ("name", "who", "period", "kind"), REPORTS, ids=[name for name, *_ in REPORTS]
)


@EACH_REPORT
def test_a_report_on_2021(
    *, plan_2021: Plan, name: str, who: str | None, period: str, kind: Kind, golden: Golden
) -> None:
    golden(f"report/{name}.md", rendered(of_2021(plan_2021, who, period, kind)).text)


@EACH_REPORT
def test_what_a_person_must_write_is_marked_and_counted(
    *, plan_2021: Plan, name: str, who: str | None, period: str, kind: Kind
) -> None:
    found = rendered(of_2021(plan_2021, who, period, kind))
    assert found.blanks == found.text.count(MARK_START) > 0, name


@EACH_REPORT
def test_every_table_of_a_report_is_whole(
    *, plan_2021: Plan, name: str, who: str | None, period: str, kind: Kind
) -> None:
    blocks = rendered(of_2021(plan_2021, who, period, kind)).text.split("\n\n")
    tables = [block.strip().splitlines() for block in blocks if block.strip().startswith("|")]
    assert tables, name
    for lines in tables:
        cells = {len(PIPE.findall(line)) for line in lines}
        assert len(cells) == 1, lines[0]
        assert re.fullmatch(r"[|:-]+", lines[1]), lines[1]


@EACH_REPORT
def test_a_report_says_nothing_of_none_and_leaves_no_template_behind(
    *, plan_2021: Plan, name: str, who: str | None, period: str, kind: Kind
) -> None:
    text = rendered(of_2021(plan_2021, who, period, kind)).text
    for rubbish in ("None", "{{", "{%", "Undefined", "()", "nhom-v6"):
        assert rubbish not in text, name
    assert text.count("./.") == 1


def test_kinds_and_templates_are_the_same() -> None:
    names = {path.name.removesuffix(".md.j2") for path in (TEMPLATES / "report").glob("*.md.j2")}
    assert names == {*KINDS, "parts"}


@pytest.mark.parametrize(
    ("who", "kind", "period", "says"),
    [
        pytest.param("snv", None, "h1", "| UBND THÀNH PHỐ HÀ NỘI |", id="the body above"),
        pytest.param("snv", None, "h1", "| **SỞ NỘI VỤ** |", id="the issuing body in bold"),
        pytest.param("snv", None, "h1", "/BC-SNV |", id="its symbol"),
        pytest.param("syt", None, "h1", "Kính gửi: UBND thành phố Hà Nội (thông qua Sở Nội vụ).",
                     id="to whom, through whom"),
        pytest.param("snv", None, "h1", "Kính gửi: UBND thành phố Hà Nội.", id="directly"),
        pytest.param("snv", None, "h1", "từ ngày 15/12/2020 đến hết ngày 14/6/2021",
                     id="whence the figures"),
        pytest.param("snv", None, "h1",
                     "Căn cứ Quyết định số 424/QĐ-BNV ngày 24/3/2021 của Bộ Nội vụ",
                     id="legal bases"),
        pytest.param("snv", None, "h1", "năm 2021 ([ĐIỀN: số, ngày ban hành của Kế hoạch]),",
                     id="what the plan lacks"),
        pytest.param("snv", None, "h1", "| 1 | V.1.1a | Chủ trì tham mưu triển khai Kế hoạch |",
                     id="duties in the annex"),
        pytest.param("snv", None, "h1", "quý II/2021: 30/6/2021", id="the press conference"),
        pytest.param("snv", None, "h1", "6 tháng đầu năm 2021: trước 15/6/2021",
                     id="the own report"),
        pytest.param("snv", None, "h1", "- Như trên;", id="an upward report"),
        pytest.param("q-ba-dinh", None, "h1", "| **ỦY BAN NHÂN DÂN** |",
                     id="a committee in two lines, the first"),
        pytest.param("q-ba-dinh", None, "h1", "| **QUẬN BA ĐÌNH** |", id="the second"),
        pytest.param("q-ba-dinh", None, "h1", "**TM. ỦY BAN NHÂN DÂN**", id="who signs for it"),
        pytest.param("q-ba-dinh", None, "h1", "BC-[ĐIỀN: ký hiệu cơ quan]",
                     id="a symbol that nobody knows"),
        pytest.param("q-ba-dinh", None, "h1", "| *[ĐIỀN: địa danh], ngày [ĐIỀN: ngày] tháng",
                     id="a district's place"),
        pytest.param("snv", None, "h1", "| *Hà Nội, ngày [ĐIỀN: ngày] tháng [ĐIỀN: tháng] năm 2021",
                     id="a department's place"),
        pytest.param(None, None, "h1", "| **ỦY BAN NHÂN DÂN** |", id="the city in two lines"),
        pytest.param(None, None, "h1", "| **THÀNH PHỐ HÀ NỘI** |", id="the second of them"),
        pytest.param(None, None, "h1", "| *Hà Nội, ngày", id="the city's place"),
        pytest.param(None, None, "h1",
                     "| - Như trên; | **[ĐIỀN: CHỦ TỊCH, hoặc KT. CHỦ TỊCH / PHÓ CHỦ TỊCH]** |",
                     id="who signs for the city"),
        pytest.param(None, None, "q3",
                     "| - [ĐIỀN: nơi nhận khác]; | **[ĐIỀN: CHỦ TỊCH, hoặc KT. CHỦ TỊCH",
                     id="even if it goes to nobody"),
        pytest.param(None, None, "h1", "có 41 nhiệm vụ được giao và 6 việc đề nghị (chi tiết tại "
                     "Phụ lục II).", id="how many are charged and how many asked"),
        pytest.param(None, None, "h1", "CCHC hằng quý (cùng sự kiện: V.4.3) | Sở Nội vụ; "
                     "Văn phòng UBND Thành phố | quý II", id="a joint event in the city's annex"),
        pytest.param("stttt", None, "h1", "(cùng sự kiện: V.4.3) | cơ quan phối hợp | quý II",
                     id="and of a partner"),
        pytest.param("vp-ubnd", None, "h1", "| V.4.3 | Phối hợp tổ chức thông tin báo chí nội dung "
                     "CCHC (cùng sự kiện: V.1.2b) | cùng phối hợp |", id="and of whoever bears it"),
        pytest.param("vp-ubnd", None, "h1", "[ĐIỀN: CHÁNH VĂN PHÒNG, hoặc", id="a head of office"),
        pytest.param(None, None, "h1", "Kính gửi: Bộ Nội vụ.", id="the city to the ministry"),
        pytest.param(None, None, "h1", "| V.9a |", id="requested bodies in the city's annex"),
        pytest.param(None, None, "h1", "(được đề nghị)", id="marked as such"),
        pytest.param(None, None, "h1", "14 kỳ (mỗi tuần ít nhất một lần)",
                     id="weeks are counted"),
        pytest.param("stttt", "thematic", "h1", "\n**Chuyên đề 6 tháng đầu năm 2021 về kết quả "
                     "thực hiện nhiệm vụ được giao trong Kế hoạch thông tin, "
                     "tuyên truyền CCHC năm 2021**\n",
                     id="a report by subject"),
    ],
)  # fmt: skip
def test_what_is_known_is_filled_in(
    *, plan_2021: Plan, who: str | None, kind: Kind | None, period: str, says: str
) -> None:
    assert says in rendered(of_2021(plan_2021, who, period, kind)).text


def test_the_citys_annex_names_all_who_bear_a_joint_event(plan_2021: Plan) -> None:
    lines = rendered(of_2021(plan_2021, None, "h1")).text.splitlines()
    (press,) = (line for line in lines if "(cùng sự kiện: V.4.3)" in line)
    assert "Sở Nội vụ" in press
    assert "Văn phòng UBND Thành phố" in press


def test_whoever_bears_several_clauses_of_a_joint_event_is_named_once() -> None:
    first = make_duty(ident="V.1", lead=["snv"], cooperate=["stp"])._replace(
        links=(Link("V.2", "same_event"),)
    )
    second = make_duty(ident="V.2", lead=["stp"], implement=["so-ban-nganh"])
    (line,) = (
        line for line in rendered(tiny([first, second], None)).text.splitlines() if "V.1" in line
    )
    assert "(cùng sự kiện: V.2) | Sở Nội vụ; Sở Tư pháp; Các Sở, ban, ngành | một lần" in line


@pytest.mark.parametrize(
    ("who", "kind", "period", "never"),
    [
        pytest.param("snv", None, "h1", "thông qua Sở Nội vụ", id="not through itself"),
        pytest.param(None, None, "q3", "Kính gửi", id="nobody asked for quarter three"),
        pytest.param(None, None, "q3", "Như trên", id="nor receives it"),
        pytest.param("snv", "thematic", "h1", "Phụ lục I.", id="no figures in a thematic report"),
        pytest.param("snv", None, "h1", "V.6.4c", id="the year's report is not due yet"),
        pytest.param("snv", None, "h1", "được đề nghị", id="no requests to a department"),
        pytest.param(None, None, "h1", "| V.4.3 |", id="a joint event is told once"),
        pytest.param(None, None, "h1", "dự thảo", id="no notes of the draft"),
        pytest.param(None, None, "h1", "nguồn thứ cấp", id="no notes of the source"),
        pytest.param("snv", None, "h1", "nguồn thứ cấp", id="nor to the city"),
        pytest.param("snv", None, "h1", "chưa có trong văn bản", id="what lacks is a blank"),
        pytest.param("snv", None, "h1", "TM. ỦY BAN NHÂN DÂN", id="a department signs itself"),
        pytest.param("q-ba-dinh", None, "h1", "UBND THÀNH PHỐ", id="no body above a committee"),
        pytest.param("stttt", "thematic", "h1", "| V.6.4b |", id="no report about itself"),
        pytest.param("stttt", "thematic", "h1", "Phụ lục II", id="a single annex has no number"),
    ],
)
def test_what_does_not_belong_is_left_out(
    *, plan_2021: Plan, who: str | None, kind: Kind | None, period: str, never: str
) -> None:
    assert never not in rendered(of_2021(plan_2021, who, period, kind)).text


@pytest.mark.parametrize(
    ("number", "dated", "says"),
    [
        pytest.param("81/KH-UBND", date(2021, 4, 5),
                     "Thực hiện Kế hoạch kiểm thử (số 81/KH-UBND ngày 05/4/2021),", id="both"),
        pytest.param("81/KH-UBND", None, "kiểm thử ([ĐIỀN: số, ngày ban hành của Kế hoạch]),",
                     id="no date"),
        pytest.param(None, date(2021, 4, 5), "kiểm thử ([ĐIỀN: số, ngày ban hành của Kế hoạch]),",
                     id="no number"),
        pytest.param(None, None, "kiểm thử ([ĐIỀN: số, ngày ban hành của Kế hoạch]),",
                     id="neither"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(("who", "kind"), [("snv", "periodic"), ("snv", "thematic"), (None, None)])
def test_the_plans_number_and_day_are_printed_or_left_blank(
    *, number: str | None, dated: date | None, says: str, who: str | None, kind: Kind | None
) -> None:
    report = tiny(who=who, kind=kind)
    document = report.plan.document._replace(number=number, dated=dated)
    text = rendered(report._replace(plan=report.plan._replace(document=document))).text
    assert says in text


@pytest.mark.parametrize(
    ("author", "left", "place"),
    [
        pytest.param(
            Agency("a", "UBND phường Cửa Nam", "commune", superior="ubnd-tp"),
            ["**ỦY BAN NHÂN DÂN**", "**PHƯỜNG CỬA NAM**"], "[ĐIỀN: địa danh]", id="a commune",
        ),
        pytest.param(
            Agency("a", "UBND quận Ba Đình", "district", place="Ba Đình"),
            ["**ỦY BAN NHÂN DÂN**", "**QUẬN BA ĐÌNH**"], "Ba Đình", id="a place that is known",
        ),
        pytest.param(
            Agency("a", "UBND thành phố Hà Nội", "committee"),
            ["**ỦY BAN NHÂN DÂN**", "**THÀNH PHỐ HÀ NỘI**"], "Hà Nội", id="the city",
        ),
        pytest.param(
            Agency("a", "Sở Nội vụ", "department", superior="ubnd-tp"),
            ["UBND THÀNH PHỐ HÀ NỘI", "**SỞ NỘI VỤ**"], "Hà Nội", id="a body under the city",
        ),
        pytest.param(
            Agency("a", "Ban Tuyên giáo Thành ủy", "party"),
            ["**BAN TUYÊN GIÁO THÀNH ỦY**", ""], "Hà Nội", id="a body with none above it",
        ),
        pytest.param(
            Agency("a", "UBND Mặt trận", "front", superior="ubnd-tp"),
            ["UBND THÀNH PHỐ HÀ NỘI", "**UBND MẶT TRẬN**"], "Hà Nội",
            id="no committee whatever its name",
        ),
    ],
)  # fmt: skip
def test_the_letterhead(author: Agency, left: list[str], place: str) -> None:
    lines = rendered(tiny()._replace(author=author)).text.splitlines()
    assert [lines[at].split("|")[1].strip() for at in (0, 2)] == left
    assert lines[3].split("|")[2].strip().startswith(f"*{place}, ngày ")


def test_a_duty_without_a_date_says_so_and_many_periods_are_counted() -> None:
    duties = [
        make_duty(Undated("continuous"), ident="V.1"),
        make_duty(Every("month"), ident="V.2"),
        make_duty(Dated("by", date(2021, 6, 15), "h1"), ident="V.3"),
    ]
    text = rendered(tiny(duties)).text
    assert "| 1 | V.1 | Nhiệm vụ | chủ trì | thường xuyên | … |" in text
    assert "| 2 | V.2 | Nhiệm vụ | chủ trì | 6 kỳ | … |" in text
    assert "| 3 | V.3 | Nhiệm vụ | chủ trì | 6 tháng đầu năm 2021: 15/6/2021 | … |" in text


def test_a_pipe_in_a_title_does_not_break_the_table() -> None:
    text = rendered(tiny([make_duty()._replace(title="Một | hai\nba")])).text
    assert r"| V.1 | Một \| hai ba |" in text


def test_indicators_stand_under_their_channel_or_group() -> None:
    report = tiny()
    plan = report.plan._replace(
        channels=(Channel("a", "II.2", "Trực tiếp", "…"),),
        indicators=(
            Indicator("x", "Hội nghị", "cuộc", channel="a"),
            Indicator("y", "Văn bản đi", "văn bản", group="Văn bản"),
            Indicator("z", "Tập huấn", "cuộc", channel="a"),
        ),
    )
    rows = tuple(FigureRow(one) for one in plan.indicators)
    text = rendered(report._replace(plan=plan, figures=rows)).text
    titles = ["**Trực tiếp**", "Hội nghị", "Tập huấn", "**Văn bản**", "Văn bản đi"]
    assert [text.index(title) for title in titles] == sorted(text.index(title) for title in titles)


@pytest.mark.parametrize("who", ["snv", None], ids=["periodic", "city"])
def test_a_plan_without_topics_channels_and_indicators_has_a_single_annex(who: str | None) -> None:
    text = rendered(tiny(who=who)).text
    assert "# Phụ lục. TÌNH HÌNH" in text
    assert "(chi tiết tại Phụ lục)" in text
    assert "Số liệu chi tiết" not in text
    assert "SỐ LIỆU THEO HÌNH THỨC" not in text
    assert "Phụ lục I" not in text
    assert "[ĐIỀN: kết quả theo nội dung]" in text
    assert "[ĐIỀN: kết quả theo hình thức]" in text


def test_a_basis_of_which_only_type_and_number_are_known() -> None:
    report = tiny()._replace(
        bases=(Reference("a", "07/KH-UBND", "Kế hoạch", None, None, None, ()),)
    )
    assert "Căn cứ Kế hoạch số 07/KH-UBND;\n" in rendered(report).text


@pytest.mark.parametrize(
    ("who", "signer"),
    [
        pytest.param("snv", "GIÁM ĐỐC", id="a department"),
        pytest.param("tttp", "CHÁNH THANH TRA", id="the inspectorate"),
        pytest.param("btg-thanh-uy", "chức vụ người ký", id="a body of another kind"),
    ],
)
def test_who_signs(who: str, signer: str) -> None:
    report = tiny([make_duty(lead=[], implement=["snv", "tttp", "btg-thanh-uy"])], who)
    assert f"[ĐIỀN: {signer}" in rendered(report).text


# A template of the user's own.


def test_the_users_own_template_wins(write: Write) -> None:
    own = write("periodic.md.j2", "Báo cáo của {{ author_name }}\n{{ fill('tự viết') }}\n")
    assert rendered(tiny(), own) == Rendered("Báo cáo của Sở Nội vụ\n[ĐIỀN: tự viết]\n", 1)


def test_a_template_that_the_user_lacks_is_the_packaged_one(write: Write) -> None:
    own = write("periodic.md.j2", "riêng")
    assert rendered(tiny(kind="thematic"), own) == rendered(tiny(kind="thematic"))


def test_a_piece_of_the_users_own_is_taken_into_the_packaged_template(write: Write) -> None:
    parts = (TEMPLATES / "report" / "parts.md.j2").read_text("utf-8")
    own = write("parts.md.j2", parts.replace("Số liệu của kỳ", "Số liệu kỳ báo cáo"))
    text = rendered(tiny(), own).text
    assert "Số liệu kỳ báo cáo 6 tháng đầu năm 2021" in text
    assert "# I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI" in text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("{{ today | day }}", "10/6/2021", id="a day"),
        pytest.param("{{ today | long_day }}", "ngày 10 tháng 6 năm 2021", id="a day in words"),
        pytest.param("{{ period | period }}", "6 tháng đầu năm 2021", id="a period"),
        pytest.param("{{ 'a|b' | cell }}", r"a\|b", id="a cell"),
        pytest.param("{{ none | cell }}", "", id="an empty cell"),
        pytest.param("{{ plan.short_title }}", "Kế hoạch", id="the plan"),
        pytest.param("{{ report.kind }}", "periodic", id="the report"),
        pytest.param("{{ author.symbol }}", "SNV", id="the author"),
        pytest.param("{{ coordinator.name }}", "Sở Nội vụ", id="the co-ordinator"),
        pytest.param("{{ tasks[0].text }}", "Thực hiện nhiệm vụ.", id="a duty's words"),
        pytest.param("{{ tasks[0].product }}", "Báo cáo", id="a duty's product"),
        pytest.param("{{ tasks[0].via }}", "Các Sở, ban, ngành", id="a duty's group"),
        pytest.param("{{ tasks[0].holders }}", "Các Sở, ban, ngành", id="a duty's bearers"),
        pytest.param("{{ '<&>' }}", "<&>", id="no letters are lost"),
        pytest.param("{% for one in tasks %}\n{{ one.id }}\n{% endfor %}\n", "V.1\n", id="a loop"),
    ],
)
def test_what_a_template_can_use(write: Write, source: str, text: str) -> None:
    duty = make_duty(lead=[], implement=["so-ban-nganh"])._replace(product=Product("Báo cáo"))
    assert rendered(tiny([duty]), write("periodic.md.j2", source)).text == text


@pytest.mark.parametrize(
    ("source", "blanks"),
    [
        pytest.param("", 0, id="none"),
        pytest.param("{{ fill('a') }} {{ fill('b') }}", 2, id="two"),
        pytest.param("{% set a = fill('a') %}", 0, id="one that is not printed"),
        pytest.param("{% set a = fill('a') %}{{ a }}{{ a }}", 2, id="one that is printed twice"),
        pytest.param("{% if fill('a') %}{% endif %}", 0, id="one that is only asked"),
        pytest.param("[ĐIỀN: tự viết]", 1, id="one that stands in the template"),
    ],
)
def test_blanks_are_those_of_the_text(write: Write, source: str, blanks: int) -> None:
    assert rendered(tiny(), write("periodic.md.j2", source)).blanks == blanks


# What goes wrong in a template.


@pytest.mark.parametrize(
    ("source", "code", "detail"),
    [
        pytest.param("{{ khong_co }}", "template_undefined", "khong_co", id="an undefined name"),
        pytest.param(
            "{{ plan.khong_co }}", "template_undefined", "khong_co", id="an undefined attribute"
        ),
        pytest.param(
            "{{ khong_co.gi }}", "template_undefined", "khong_co", id="of an undefined name"
        ),
        pytest.param(
            "{{ plan.duties.append(1) }}", "template_undefined", "append",
            id="a tuple cannot be appended to",
        ),
        pytest.param("{{ ''.__class__ }}", "template_unsafe", "__class__", id="a class"),
        pytest.param(
            "{{ ''.__class__.__mro__[1].__subclasses__() }}", "template_unsafe", "__class__",
            id="the way to every class",
        ),
        pytest.param(
            "{{ fill.__init__.__globals__ }}", "template_unsafe", "__init__", id="globals"
        ),
        pytest.param(
            "{{ plan._replace(id='x') }}", "template_unsafe", "_replace", id="another plan"
        ),
        pytest.param("{{ tasks.append(1) }}", "template_unsafe", "append", id="a list is fixed"),
        pytest.param("{{ tasks[0].update(id=1) }}", "template_unsafe", "update", id="and a duty"),
        pytest.param(
            "{{ plan.title.format_map({}) }}{{ '{0.__class__}'.format(1) }}", "template_unsafe",
            "__class__", id="by a format",
        ),
        pytest.param("{{ range(999999999) }}", "template_failed", "ange", id="too long a range"),
        pytest.param("{{ 1 / 0 }}", "template_failed", "zero", id="a division by zero"),
        pytest.param("{{ tasks | length / 0 }}", "template_failed", "zero", id="of a variable"),
        pytest.param("{{ 1 + 'a' }}", "template_failed", "str", id="adding unlike things"),
        pytest.param("{{ 'a'.encode('la') }}", "template_failed", "encoding", id="a look-up"),
        pytest.param("{{ [1].index(9) }}", "template_failed", "9", id="a bad value"),
        pytest.param("{{ 3 | day }}", "template_failed", "month", id="a day that is none"),
        pytest.param("{{ 3 | period }}", "template_failed", "reporting", id="a period likewise"),
        pytest.param("{{ fill() }}", "template_failed", "what", id="a blank for nothing"),
        pytest.param("{{ cycler() }}", "template_failed", "item", id="whatever else"),
    ],
)  # fmt: skip
def test_a_fault_while_rendering_names_template_and_line(
    write: Write, source: str, code: str, detail: str
) -> None:
    own = write("periodic.md.j2", f"Dòng một\nDòng hai\n{source}\n")
    with pytest.raises(TemplateFault) as caught:
        rendered(tiny(), own)
    assert caught.value.code == code
    assert (caught.value.values["name"], caught.value.values["line"]) == (
        "report/periodic.md.j2",
        3,
    )
    assert detail in str(caught.value.values["detail"])
    assert sentence(caught.value).startswith("Mẫu report/periodic.md.j2, dòng 3: ")


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("{{ (1 }}", id="a bracket"),
        pytest.param("{% for %}", id="a loop over nothing"),
        pytest.param("{% khong_co %}", id="an unknown statement"),
        pytest.param("{{ today | khong_co }}", id="an unknown filter"),
        pytest.param("{% endfor %}", id="an end without beginning"),
    ],
)
def test_a_fault_of_syntax_names_template_and_line(write: Write, source: str) -> None:
    own = write("periodic.md.j2", f"Dòng một\n{source}\n")
    with pytest.raises(TemplateFault) as caught:
        rendered(tiny(), own)
    assert caught.value.code == "template_syntax"
    assert sentence(caught.value).startswith(
        "Mẫu report/periodic.md.j2, dòng 2: sai cú pháp Jinja ("
    )


def test_a_fault_in_a_piece_names_the_piece(write: Write) -> None:
    parts = (TEMPLATES / "report" / "parts.md.j2").read_text("utf-8")
    line = parts[: parts.index("Số liệu của kỳ")].count("\n") + 1
    own = write("parts.md.j2", parts.replace("Số liệu của kỳ", "{{ khong_co }}"))
    with pytest.raises(TemplateFault) as caught:
        rendered(tiny(), own)
    assert caught.value.values["name"] == "report/parts.md.j2"
    assert caught.value.values["line"] == line


def test_a_fault_of_syntax_in_a_piece_names_the_piece(write: Write) -> None:
    with pytest.raises(TemplateFault) as caught:
        rendered(tiny(), write("parts.md.j2", "{# #}\n\n{% macro %}"))
    assert (caught.value.values["name"], caught.value.values["line"]) == ("report/parts.md.j2", 3)


@pytest.mark.parametrize(
    "name", ["report/khong_co.md.j2", "../../etc/passwd", "/etc/passwd"], ids=str
)
def test_a_piece_that_is_not_there_or_lies_outside(write: Write, name: str) -> None:
    own = write("periodic.md.j2", f"{{% include '{name}' %}}")
    with pytest.raises(TemplateFault) as caught:
        rendered(tiny(), own)
    assert caught.value.code == "no_template"
    assert caught.value.values["name"] == name
    assert str(own) in sentence(caught.value)


def test_no_template_at_all(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault) as caught:
        render_report(tiny(), [tmp_path / "a", tmp_path / "b"])
    assert caught.value.code == "no_template"
    assert sentence(caught.value) == (
        f"Không có mẫu “report/periodic.md.j2” trong {tmp_path / 'a'}, {tmp_path / 'b'}."
    )


def test_a_template_in_another_encoding_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "report" / "periodic.md.j2"
    path.parent.mkdir()
    path.write_bytes("Báo cáo".encode("cp1258", errors="replace"))
    with pytest.raises(TemplateFault) as caught:
        rendered(tiny(), tmp_path)
    assert caught.value.code == "template_not_utf8"
    assert sentence(caught.value) == (
        "Mẫu report/periodic.md.j2 không phải UTF-8; hãy lưu lại với mã UTF-8."
    )


def taking_in_another_encoding(write: Write, name: str) -> TemplateFault:
    """The fault of a template that takes in a piece which is not UTF-8."""
    own = write("periodic.md.j2", f"Dòng một\n{{% include 'report/{name}' %}}\n")
    (own / "report" / name).write_bytes("Báo cáo".encode("utf-16"))
    with pytest.raises(TemplateFault) as caught:
        rendered(tiny(), own)
    return caught.value


def test_a_piece_in_another_encoding_is_named(write: Write) -> None:
    fault = taking_in_another_encoding(write, "parts.md.j2")
    assert fault.code == "template_not_utf8"
    assert fault.values == {"name": "report/parts.md.j2"}


def test_of_a_piece_that_is_no_template_by_its_name_the_place_is_told(write: Write) -> None:
    fault = taking_in_another_encoding(write, "doan.txt")
    assert fault.code == "template_failed"
    assert sentence(fault).startswith(
        "Mẫu report/periodic.md.j2, dòng 2: không tính được ('utf-8' codec can't decode"
    )


def test_a_template_that_decodes_something_is_no_template_in_another_encoding(
    write: Write,
) -> None:
    own = write("periodic.md.j2", "{{ 'é'.encode().decode('ascii') }}")
    with pytest.raises(TemplateFault) as caught:
        rendered(tiny(), own)
    assert caught.value.code == "template_failed"
    assert sentence(caught.value).startswith("Mẫu report/periodic.md.j2, dòng 1: không tính được (")


def refused(monkeypatch: pytest.MonkeyPatch, refused_name: str, number: int | None) -> None:
    """From now on the system does not let read the template of that name."""

    def refuse(path: str, *_: object, **__: object) -> IO[str]:
        if Path(path).name == refused_name:
            raise OSError(*(() if number is None else (number, os.strerror(number), path)))
        return Path(path).open(encoding="utf-8")

    monkeypatch.setattr(jinja2.loaders, "open", refuse, raising=False)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        pytest.param(errno.EACCES, "không có quyền", id="not allowed"),
        pytest.param(errno.EIO, "lỗi đọc, ghi ổ đĩa", id="a broken disk"),
        pytest.param(None, "hệ thống không nêu lý do", id="no reason"),
    ],
)
def test_a_template_that_the_system_does_not_let_read_is_a_fault(
    write: Write, monkeypatch: pytest.MonkeyPatch, number: int | None, text: str
) -> None:
    own = write("periodic.md.j2", "riêng")
    refused(monkeypatch, "periodic.md.j2", number)
    with pytest.raises(TemplateFault) as caught:
        rendered(tiny(), own)
    assert caught.value.code == "template_unreadable"
    assert sentence(caught.value) == f"Không đọc được mẫu report/periodic.md.j2: {text}."


def test_a_piece_that_the_system_does_not_let_read_is_named(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = write("periodic.md.j2", "Dòng một\n{% include 'report/parts.md.j2' %}\n")
    refused(monkeypatch, "parts.md.j2", errno.EACCES)
    with pytest.raises(TemplateFault) as caught:
        rendered(tiny(), own)
    assert caught.value.values["name"] == "report/parts.md.j2"


def test_a_template_that_wants_more_memory_than_there_is(write: Write) -> None:
    # More than any machine can address: asking for it fails at once and takes nothing.
    own = write("periodic.md.j2", "Dòng một\n{{ author_name.ljust(2 ** 62) }}\n")
    with pytest.raises(TemplateFault) as caught:
        rendered(tiny(), own)
    assert sentence(caught.value) == (
        "Mẫu report/periodic.md.j2, dòng 2: không tính được (MemoryError)."
    )


def test_a_constant_that_cannot_be_printed(write: Write) -> None:
    own = write("periodic.md.j2", "Dòng một\n{{ 10 ** 5000 }}\n")
    with pytest.raises(TemplateFault) as caught:
        rendered(tiny(), own)
    fault = "Mẫu report/periodic.md.j2, dòng 2: không tính được ("
    assert sentence(caught.value).startswith(fault)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("{% include 'report/periodic.md.j2' %}", id="takes itself in"),
        pytest.param("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", id="a macro in itself"),
    ],
)
def test_a_template_that_turns_in_a_circle(write: Write, source: str) -> None:
    with pytest.raises(TemplateFault) as caught:
        rendered(tiny(), write("periodic.md.j2", f"Dòng một\n{source}\n"))
    assert caught.value.code == "template_failed"
    assert "dòng 2" in sentence(caught.value)
