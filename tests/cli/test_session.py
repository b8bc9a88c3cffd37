"""Which plan, which day, which agency."""

import shutil
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

import pytest

from cchc_cli.cli import session as clock
from cchc_cli.cli.session import Session, choose_agency, choose_group, open_plan, today_or
from cchc_cli.domain.entries import Content
from cchc_cli.domain.plan import Plan
from cchc_cli.errors import Ambiguous, BadPlan, LedgerFault, NotFound, UsageFault
from cchc_cli.ledger.protocol import Author
from cchc_cli.resources import packaged
from cchc_cli.views.wording.errors import sentence
from tests.cli.builders import Cchc, packaged_plan, write_plan
from tests.cli.workspaces import empty_workspace

JUNE = date(2021, 6, 10)


@pytest.fixture
def plan() -> Plan:
    """The plan of 2021."""
    return open_plan("2021", JUNE)


# The day.


def test_the_chosen_day_is_the_day() -> None:
    assert today_or(JUNE) == JUNE


def test_today_is_the_day_in_vietnam(monkeypatch: pytest.MonkeyPatch) -> None:
    class LateEvening:
        """17:30 in London is half past midnight in Hà Nội."""

        @staticmethod
        def now(zone: tzinfo) -> datetime:
            return datetime(2021, 6, 9, 17, 30, tzinfo=UTC).astimezone(zone)

    monkeypatch.setattr(clock, "datetime", LateEvening)
    assert today_or(None) == JUNE


# The plan.


def test_the_packaged_plans_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session(None)
    assert session.plans_folder == packaged("plans")
    monkeypatch.setenv("CCHC_PLANS", "noi-khac")
    assert session.plans_folder == Path("noi-khac")
    monkeypatch.setenv("CCHC_PLANS", "")
    assert session.plans_folder == packaged("plans")


def test_a_folder_of_ones_own_templates_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_option, by_environment = tmp_path / "rieng", tmp_path / "bien"
    by_option.mkdir()
    by_environment.mkdir()
    session = Session(None)
    assert session.template_folders(None) == [packaged("templates")]
    assert session.template_folders(by_option) == [by_option, packaged("templates")]
    monkeypatch.setenv("CCHC_TEMPLATES", str(by_environment))
    assert session.template_folders(None) == [by_environment, packaged("templates")]
    assert session.template_folders(by_option) == [by_option, packaged("templates")]


# The workspace.


def test_without_a_workspace_nothing_is_recorded() -> None:
    with Session(None) as session:
        assert (session.workspace, session.ledger) == (None, None)
        assert session.book(session.plan("2021", JUNE), JUNE).upto is None
        with pytest.raises(NotFound) as fault:
            session.required()
    assert sentence(fault.value) == (
        "Chưa có không gian làm việc. Tạo một: cchc init THƯ MỤC; rồi chạy lệnh trong thư mục đó "
        "(hoặc dùng --workspace)."
    )


def test_a_workspace_brings_its_plans_templates_and_ledger(tmp_path: Path) -> None:
    root = empty_workspace(tmp_path)
    (root / "templates").mkdir()
    with Session(root) as session:
        assert session.plans_folder == root / "plans"
        assert session.template_folders(None) == [root / "templates", packaged("templates")]
        workspace, ledger = session.required()
        assert workspace.root == root
        assert session.ledger is ledger
        assert ledger.head().number == 0


def test_the_ledger_is_let_go_of_at_the_end(tmp_path: Path) -> None:
    root = empty_workspace(tmp_path)
    with Session(root) as session:
        ledger = session.ledger
    assert ledger is not None
    with pytest.raises(LedgerFault):
        ledger.head()


def test_who_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "lan.nt")
    root = empty_workspace(tmp_path)
    assert Session(None).author() == Author("lan.nt")
    settings = root / "cchc.toml"
    settings.write_text(
        settings.read_text("utf-8").replace('name = ""', 'name = "Nguyễn Thị Lan"'), "utf-8"
    )
    assert Session(root).author() == Author("lan.nt", "Nguyễn Thị Lan")


def test_the_plan_of_an_entry_is_found_by_its_id(folder: Path) -> None:
    assert folder.is_dir()
    with Session(None) as session:
        assert session.plan_of("ke-hoach-ba", date(2021, 7, 1)).id == "ke-hoach-ba"
        # Its file is gone: the plan of the day tells as much as can be told.
        assert session.plan_of("ke-hoach-cu", date(2021, 7, 1)).id == "ke-hoach-mot"


def test_what_was_known_at_the_end_of_a_day(tmp_path: Path) -> None:
    root = empty_workspace(tmp_path)
    with Session(root) as session:
        _, ledger = session.required()
        plan = session.plan(None, JUNE)
        for hour in (10, 16, 17):  # 17:00 in UTC is midnight in Hà Nội
            content = Content("notice", plan.id, "V.6.1b", text=f"lúc {hour} giờ")
            ledger.append([content], Author("an"), datetime(2021, 6, 10, hour, tzinfo=UTC))
        assert session.book(plan, date(2021, 6, 9)).upto == 0
        assert session.book(plan, JUNE).upto == 2
        assert session.book(plan, date(2021, 6, 11)).upto == 3
        assert session.book(plan).upto is None


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Plans of 2021, of the year to June 2021, and of 2023."""
    write_plan(tmp_path, "mot")
    write_plan(tmp_path, "hai", "2020-07-01", "2021-06-30")
    write_plan(tmp_path, "ba", "2023-01-01", "2023-12-31")
    monkeypatch.setenv("CCHC_PLANS", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("named", "day", "ident"),
    [
        (None, date(2020, 7, 1), "ke-hoach-hai"),
        (None, date(2021, 7, 1), "ke-hoach-mot"),
        (None, date(2021, 12, 31), "ke-hoach-mot"),
        (None, date(2023, 12, 31), "ke-hoach-ba"),
        # Between two plans the one that ended last; before all of them the first to begin.
        (None, date(2022, 1, 1), "ke-hoach-mot"),
        (None, date(2024, 1, 1), "ke-hoach-ba"),
        (None, date(2019, 1, 1), "ke-hoach-hai"),
        ("ba", date(2021, 7, 1), "ke-hoach-ba"),
        ("ke-hoach-ba", date(2021, 7, 1), "ke-hoach-ba"),
    ],
)
def test_the_plan_of_a_day_or_of_a_name(
    folder: Path, named: str | None, day: date, ident: str
) -> None:
    assert folder.is_dir()
    assert open_plan(named, day).id == ident


def test_several_plans_on_one_day_are_listed(folder: Path, cchc: Cchc) -> None:
    assert folder.is_dir()
    said = cchc("deadlines", "--today", "2021-05-01")
    assert (said.code, said.out) == (5, "")
    assert said.err == (
        "Lỗi: Có nhiều kế hoạch cùng hiệu lực ngày 01/5/2021: hai (Kế hoạch ke-hoach-hai), "
        "mot (Kế hoạch ke-hoach-mot). Chọn một bằng --plan.\n"
    )
    assert cchc("deadlines", "--today", "2021-05-01", "--plan", "hai").code == 0


def test_a_name_of_no_plan_lists_the_plans(folder: Path) -> None:
    assert folder.is_dir()
    with pytest.raises(NotFound) as fault:
        open_plan("bon", JUNE)
    assert sentence(fault.value).endswith(
        "Hiện có: hai (Kế hoạch ke-hoach-hai), mot (Kế hoạch ke-hoach-mot), "
        "ba (Kế hoạch ke-hoach-ba)."
    )


def test_a_faulty_plan_is_passed_over_until_it_is_named(folder: Path) -> None:
    (folder / "hong.yaml").write_text("format: cchc-plan/1\n", encoding="utf-8")
    assert open_plan(None, date(2021, 7, 1)).id == "ke-hoach-mot"
    with pytest.raises(BadPlan):
        open_plan("hong", date(2021, 7, 1))


@pytest.mark.parametrize("suffix", [".yaml", ".yml"])
def test_a_plan_by_its_file(suffix: str, tmp_path: Path) -> None:
    file = write_plan(tmp_path, "mot")
    file = file.rename(file.with_suffix(suffix))
    assert open_plan(str(file), JUNE).id == "ke-hoach-mot"


def test_a_plan_by_a_relative_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_plan(tmp_path, "mot")
    monkeypatch.chdir(tmp_path)
    assert open_plan("mot.yaml", JUNE).id == "ke-hoach-mot"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as fault:
        open_plan(str(tmp_path / "la.yaml"), JUNE)
    assert "la.yaml" in sentence(fault.value)
    assert "2021 (" in sentence(fault.value)


def test_a_registry_is_not_taken_for_a_plan(cchc: Cchc) -> None:
    said = cchc("deadlines", "--plan", str(packaged_plan().with_name("agencies.yaml")))
    assert said.code in (3, 4)
    assert said.err.startswith("Lỗi: ")
    assert "không có lỗi" not in said.err


@pytest.mark.parametrize("what", ["nothing", "no plan", "no folder"])
def test_a_folder_without_plans(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cchc: Cchc
) -> None:
    folder = tmp_path / "la" if what == "no folder" else tmp_path
    if what == "no plan":
        shutil.copy(packaged_plan().with_name("agencies.yaml"), folder)
    monkeypatch.setenv("CCHC_PLANS", str(folder))
    said = cchc("duties")
    assert (said.code, said.out) == (4, "")
    assert said.err == f"Lỗi: Không có kế hoạch (tệp .yaml) trong thư mục {folder}.\n"


def test_the_cache_is_where_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cchc: Cchc
) -> None:
    monkeypatch.setenv("CCHC_CACHE", str(tmp_path / "kho"))
    assert cchc("duties").code == 0
    assert [path for path in (tmp_path / "kho").rglob("*") if path.is_file()]


def test_a_cache_that_cannot_be_written_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cchc: Cchc
) -> None:
    (tmp_path / "tep").write_text("", encoding="utf-8")
    monkeypatch.setenv("CCHC_CACHE", str(tmp_path / "tep" / "kho"))
    assert cchc("duties").code == 0


@pytest.mark.parametrize("rubbish", ["", "null", "[1]", "{}", '{"#": "Agency"}', "\0", "[["])
def test_a_spoilt_cache_is_read_past(
    rubbish: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cchc: Cchc
) -> None:
    monkeypatch.setenv("CCHC_CACHE", str(tmp_path))
    sound = cchc("duties")
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert kept
    for file in kept:
        file.write_text(rubbish, encoding="utf-8")
    assert cchc("duties") == sound
    assert sound.code == 0


# The agency.


@pytest.mark.parametrize(
    ("typed", "ident"),
    [
        ("Sở Nội vụ", "snv"),
        ("SỞ NỘI VỤ", "snv"),
        ("so noi vu", "snv"),
        ("SNV", "snv"),
        ("snv", "snv"),
        ("Sở Nội vụ TP.Hà Nội", "snv"),
        ("Sở Nội vụ thành phố Hà Nội", "snv"),
        ("Sở TT&TT", "stttt"),
        ("Sở TTTT", "stttt"),
        ("STTTT", "stttt"),
        ("Sở Thông tin và Truyền thông", "stttt"),
        ("UBND TP", "ubnd-tp"),
        ("UBND TP.Hà Nội", "ubnd-tp"),
        ("Ủy ban nhân dân thành phố Hà Nội", "ubnd-tp"),
        ("Uỷ ban nhân dân Thành phố", "ubnd-tp"),
        ("VP UBND TP", "vp-ubnd"),
        ("vp ubnd tp", "vp-ubnd"),
        ("Văn phòng Uỷ ban nhân dân Thành phố", "vp-ubnd"),
        ("Quận Ba Đình", "q-ba-dinh"),
        ("quan ba dinh", "q-ba-dinh"),
        ("UBND quận Ba Đình", "q-ba-dinh"),
        ("Huyện Ứng Hoà", "h-ung-hoa"),
        ("Thị xã Sơn Tây", "tx-son-tay"),
        ("Sở Văn hoá & Thể thao", "svhtt"),
        ("Sở Văn hóa và Thể thao", "svhtt"),
        ("Sở VH&TT", "svhtt"),
        ("Đoàn TNCS", "thanh-doan"),
        ("doan tncs", "thanh-doan"),
        ("MTTQ", "mttq-tp"),
        ("Ủy ban MTTQ Việt Nam thành phố Hà Nội", "mttq-tp"),
        ("KH&ĐT", "skhdt"),
        ("Sở KHĐT", "skhdt"),
        ("QHKT", "sqhkt"),
        ("Sở LĐ-TB&XH", "sldtbxh"),
        ("Sở NN&PTNT", "snnptnt"),
        ("BQL các KCN và chế xuất", "bql-kcncx"),
        ("Thanh tra TP", "tttp"),
        ("Hội LHPN", "hoi-lhpn-tp"),
        ("Đài PT&TH Hà Nội", "dai-ptth"),
        ("Báo Hà Nội mới", "bao-hnm"),
        ("Ban Tuyên giáo Thành uỷ", "btg-thanh-uy"),
        ("bnv", "bnv"),
        # Alike, and not to be taken for each other.
        ("Sở Ngoại vụ", "sngv"),
        ("SNgV", "sngv"),
        ("Bộ Nội vụ", "bnv"),
        ("Bắc Từ Liêm", "q-bac-tu-liem"),
        ("Nam Từ Liêm", "q-nam-tu-liem"),
    ],
)
def test_an_agency_as_people_type_it(
    typed: str, ident: str, plan: Plan, capsys: pytest.CaptureFixture[str]
) -> None:
    agency = choose_agency(plan, typed)
    assert agency is not None
    assert agency.id == ident
    note = capsys.readouterr().err
    assert note in ("", f"Hiểu “{typed}” là {agency.name}.\n")


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("Sở Nọi vụ", "Hiểu “Sở Nọi vụ” là Sở Nội vụ (dấu viết khác).\n"),
        ("Ba Đình", "Hiểu “Ba Đình” là UBND quận Ba Đình.\n"),
        ("ngoại vụ", "Hiểu “ngoại vụ” là Sở Ngoại vụ.\n"),
        ("so noi vu", ""),
    ],
)
def test_what_was_assumed_is_said_on_standard_error(typed: str, note: str, cchc: Cchc) -> None:
    said = cchc("duties", "--agency", typed, "--format", "json", "--today", "2021-06-10")
    assert said.code == 0
    assert said.out.startswith("{")
    assert said.err == note


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("từ liêm", ["UBND quận Bắc Từ Liêm", "UBND quận Nam Từ Liêm"]),
        ("nội vụ", ["Bộ Nội vụ", "Sở Nội vụ"]),
        ("báo", ["Báo Hà Nội mới", "Báo Kinh tế và Đô thị", "Báo An ninh Thủ đô"]),
    ],
)
def test_a_name_of_several_agencies_lists_them(typed: str, names: list[str], plan: Plan) -> None:
    with pytest.raises(Ambiguous) as fault:
        choose_agency(plan, typed)
    shown = "\n".join(f"  {name}" for name in names)
    assert sentence(fault.value) == (
        f"“{typed}” có thể là {len(names)} cơ quan:\n{shown}\nHãy ghi rõ hơn."
    )


def test_a_long_list_of_agencies_is_cut(plan: Plan) -> None:
    with pytest.raises(Ambiguous) as fault:
        choose_agency(plan, "sở")
    text = sentence(fault.value)
    assert "có thể là 18 cơ quan" in text
    assert text.count("\n  ") == 13
    assert "\n  …\n" in text


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("Sở Nội v", "Gần nhất: Sở Nội vụ, "),
        ("sooo noi vu", "Gần nhất: Sở Nội vụ, "),
        ("UBND quận Ba Dinhh", "Gần nhất: UBND quận Ba Đình"),
        ("Thành phố", "UBND thành phố Hà Nội"),
    ],
)
def test_a_name_of_none_says_which_are_nearest(typed: str, nearest: str, plan: Plan) -> None:
    with pytest.raises(NotFound) as fault:
        choose_agency(plan, typed)
    text = sentence(fault.value)
    assert text.startswith(f"Không tìm thấy cơ quan nào tên “{typed}”.")
    assert nearest in text


def test_a_name_near_to_none_says_so(plan: Plan) -> None:
    with pytest.raises(NotFound) as fault:
        choose_agency(plan, "xxyyzz")
    assert sentence(fault.value) == "Không tìm thấy cơ quan nào tên “xxyyzz”."


@pytest.mark.parametrize(
    ("typed", "group"),
    [
        ("nhom-v6", "nhom-v6"),
        ("Các Sở, ban, ngành", "so-ban-nganh"),
        ("cac so ban nganh", "so-ban-nganh"),
        ("UBND các quận, huyện, thị xã", "ubnd-quan-huyen-thi-xa"),
    ],
)
def test_the_name_of_a_group_points_to_its_option(typed: str, group: str, plan: Plan) -> None:
    with pytest.raises(UsageFault) as fault:
        choose_agency(plan, typed)
    assert sentence(fault.value) == (
        f"“{typed}” là tên một nhóm, không phải một cơ quan. Dùng: --group {group}"
    )


@pytest.mark.parametrize(
    ("typed", "name", "heir"),
    [
        ("Sở Ngoại vụ", "Sở Ngoại vụ", "Văn phòng UBND Thành phố"),
        ("STTTT", "Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"),
        ("Sở TN&MT", "Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Môi trường"),
        ("Quận Ba Đình", "UBND quận Ba Đình", None),
    ],
)
def test_an_ended_agency_names_its_heirs(
    typed: str, name: str, heir: str | None, tmp_path: Path
) -> None:
    file = write_plan(tmp_path, "sau", "2026-01-01", "2026-12-31")
    shutil.copy(packaged_plan().with_name("agencies.yaml"), tmp_path)
    later = open_plan(str(file), date(2026, 6, 1))
    with pytest.raises(NotFound) as fault:
        choose_agency(later, typed)
    hint = f" Cơ quan kế thừa: {heir}." if heir else ""
    assert sentence(fault.value) == (
        f"{name} không có trong thời gian của kế hoạch (01/01/2026 - 31/12/2026).{hint}"
    )


def test_an_agency_of_later_years_did_not_exist(plan: Plan) -> None:
    with pytest.raises(NotFound) as fault:
        choose_agency(plan, "Sở Nông nghiệp và Môi trường")
    assert sentence(fault.value) == (
        "Sở Nông nghiệp và Môi trường không có trong thời gian của kế hoạch "
        "(01/01/2021 - 31/12/2021)."
    )


def test_the_only_forebear_of_a_later_agency_is_meant(
    plan: Plan, capsys: pytest.CaptureFixture[str]
) -> None:
    found = choose_agency(plan, "so dan toc va ton giao")
    assert found is not None
    assert found.name == "Ban Dân tộc"
    assert capsys.readouterr().err == (
        "Sở Dân tộc và Tôn giáo chỉ có từ 01/3/2025; trong kế hoạch này là Ban Dân tộc.\n"
    )


def test_no_agency_asked_for(plan: Plan) -> None:
    assert choose_agency(plan, None) is None


# The group.


@pytest.mark.parametrize("typed", ["so-ban-nganh", "Các Sở, ban, ngành", "cac so ban nganh"])
def test_a_group_by_its_id_or_name(typed: str, plan: Plan) -> None:
    group = choose_group(plan, typed)
    assert group is not None
    assert group.id == "so-ban-nganh"


def test_no_group_asked_for(plan: Plan) -> None:
    assert choose_group(plan, None) is None


def test_an_unknown_group_lists_the_groups(plan: Plan) -> None:
    with pytest.raises(NotFound) as fault:
        choose_group(plan, "Sở Nội vụ")
    assert "Các nhóm hiện có: so-ban-nganh, " in sentence(fault.value)
