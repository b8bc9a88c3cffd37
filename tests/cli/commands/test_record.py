"""``cchc record``: every kind of entry, what it answers, and what it refuses."""

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest

from cchc_cli.domain.entries import Figure, OfficialDocument
from tests.cli.builders import Cchc
from tests.cli.office import Office

REPORT = ("V.6.4b", "--agency", "snv", "--document", "1604/BC-SNV")
CONFERENCE = ("V.6.1b", "--agency", "SNV", "--document", "1020/TB-SNV")
BULLETIN = ("V.1.3b", "--as", "event", "--day", "2021-06-01", "--note")


# What was done.


def test_a_report_in_time(office: Office) -> None:
    said = office(
        "record", *REPORT, "--signed", "2021-06-09", "--received", "10/6/2021",
        "--subject", "Báo cáo chuyên đề", "--issuer", "Sở Nội vụ",
    )  # fmt: skip
    assert said == (
        0,
        "",
        "Đã ghi #1: đã thực hiện, V.6.4b, Sở Nội vụ, kỳ 2021/h1, 1604/BC-SNV.\n"
        "Tình trạng: đã thực hiện đúng hạn.\n"
        "Không còn kỳ nào sau kỳ này.\n",
    )
    (entry,) = office.entries()
    assert entry.content.document == OfficialDocument(
        "1604/BC-SNV", "Sở Nội vụ", date(2021, 6, 9), date(2021, 6, 10), "Báo cáo chuyên đề"
    )
    assert (entry.actor, entry.name) == ("lan.nt", None)
    assert entry.recorded.isoformat() == "2021-06-10T03:00:01+00:00"


def test_the_day_of_the_evidence_decides(office: Office) -> None:
    said = office.on("2021-06-30", "record", *REPORT, "--received", "2021-06-17")
    assert "Tình trạng: đã thực hiện, trễ 2 ngày.\n" in said.err


def test_an_activity_with_figures_channel_and_topic(office: Office) -> None:
    said = office(
        "record", *CONFERENCE, "--day", "2021-06-08", "--figure", "hoi-nghi=1",
        "--figure", "Lượt người dự hội nghị, cuộc họp, giao ban=1.250",
        "--channel", "Trực tiếp", "--topic", "ket-qua", "--note", "hội nghị quán triệt",
    )  # fmt: skip
    assert said.err == (
        "Đã ghi #1: đã thực hiện, V.6.1b, Sở Nội vụ, 1020/TB-SNV.\n"
        "Tình trạng: thường xuyên (gần nhất 2 ngày trước).\n"
    )
    (content,) = office.contents()
    assert content.figures == (Figure("hoi-nghi", 1), Figure("hoi-nghi-luot", 1250))
    assert (content.channel, content.topic) == ("truc-tiep", "ket-qua")
    assert (content.text, content.counts_for) == ("hội nghị quán triệt", None)


@pytest.mark.parametrize(
    ("typed", "period", "counts_on"),
    [
        ("h1", "2021/h1", date(2021, 6, 8)),
        # Of the reports, as everywhere: the calendar's first quarter is 2021-q1.
        ("q1", "2021/q1", date(2021, 3, 14)),
        ("2021-q1", "2021-Q1", date(2021, 3, 31)),
        ("q2", "2021-Q2", date(2021, 6, 8)),
        ("m5", "2021/m5", date(2021, 5, 14)),
    ],
)
def test_figures_may_count_for_another_period(
    typed: str, period: str, counts_on: date, office: Office
) -> None:
    content = office.record(
        *CONFERENCE, "--day", "2021-06-08", "--figure", "hoi-nghi=1", "--period", typed
    ).content
    assert (content.period, content.counts_for) == ("continuous", period)
    assert content.counts_on == counts_on


def test_a_joint_event_says_for_whom_it_counts(office: Office) -> None:
    said = office(
        "record", "V.1.2b", "--agency", "SNV", "--day", "2021-05-27", "--with", "VP UBND TP",
        "--with", "STTTT", "--with", "STTTT", "--with", "SNV",
        "--figure", "thong-tin-bao-chi=1", "--evidence", "https://hanoi.gov.vn/bao-chi",
    )  # fmt: skip
    assert said.err == (
        "Đã ghi #1: đã thực hiện, V.1.2b, Sở Nội vụ, kỳ 2021-Q2.\n"
        "Đồng thời tính cho: V.4.3 Văn phòng UBND Thành phố.\n"
        "Tình trạng: đã thực hiện đúng hạn.\n"
        "Tiếp theo: quý III/2021: 30/9/2021.\n"
    )
    (content,) = office.contents()
    assert content.participants == ("vp-ubnd", "stttt")
    assert content.fulfils == (("V.1.2b", "snv"), ("V.4.3", "vp-ubnd"))
    assert content.links == ("https://hanoi.gov.vn/bao-chi",)


@pytest.mark.parametrize(
    ("minutes", "status"),
    [
        ("15", "đã thực hiện đúng hạn"),
        ("10", "chưa thực hiện (còn 3 ngày), thiếu thời lượng ở 1 lần"),
    ],
)
def test_a_weekly_broadcast_takes_fifteen_minutes(
    minutes: str, status: str, office: Office
) -> None:
    said = office(
        "record", "V.10.3b", "--agency", "Đài PT&TH Hà Nội", "--day", "2021-06-09",
        "--figure", f"chuyen-muc-thoi-luong={minutes}", "--evidence", "http://hanoitv.vn/1",
    )  # fmt: skip
    assert f"kỳ 2021-W23.\nTình trạng: {status}.\n" in said.err
    assert said.err.endswith("Tiếp theo: tuần 24/2021: 20/6/2021.\n")


def test_a_day_before_the_period_is_pointed_out(office: Office) -> None:
    said = office(
        "record", "V.1.2b", "--agency", "snv", "--period", "q4", "--document", "9/BC-SNV",
        "--received", "2021-06-09",
    )  # fmt: skip
    assert "Lưu ý: ngày 09/6/2021 đứng trước kỳ này (từ 01/10/2021).\n" in said.err
    assert said.err.endswith("Không còn kỳ nào sau kỳ này.\n")


def test_without_evidence_with_a_reason(office: Office) -> None:
    bare = ("V.6.1b", "--agency", "snv", "--without-evidence", "chưa có biên bản")
    assert office.record(*bare).content.text == "chưa có biên bản"
    noted = office.record(*bare, "--note", "giao ban tuần")
    assert noted.content.text == "chưa có biên bản; giao ban tuần"
    assert not noted.content.has_evidence


def test_a_name_that_was_guessed_is_said(office: Office) -> None:
    said = office("record", "V.6.1a", "--agency", "Ba Đình", "--document", "12/KH-UBND")
    assert said.err.startswith("Hiểu “Ba Đình” là UBND quận Ba Đình.\nĐã ghi #1: ")


# Evidence files.


def kept_as(root: Path, text: bytes, ending: str) -> Path:
    """Where a file with these bytes is kept."""
    digest = hashlib.sha256(text).hexdigest()
    return root / "minh_chung" / digest[:2] / f"{digest}{ending}"


def test_a_file_is_kept_under_its_hash_and_never_overwritten(office: Office) -> None:
    (office.root / "Báo cáo.PDF").write_bytes(b"bao cao")
    entry = office.record("V.6.4b", "--agency", "snv", "--evidence", "Báo cáo.PDF")
    kept = kept_as(office.root, b"bao cao", ".pdf")
    assert office.evidence() == [kept]
    (file,) = entry.content.files
    assert (file.name, file.size, kept.stem) == ("Báo cáo.PDF", 7, file.sha256)
    before = kept.stat()
    os.utime(kept, (before.st_atime, before.st_mtime - 100))
    office.record("V.6.4b", "--agency", "stp", "--evidence", "Báo cáo.PDF")
    assert kept.stat().st_mtime == before.st_mtime - 100
    # The same name with other bytes is another file.
    (office.root / "Báo cáo.PDF").write_bytes(b"bao cao sua")
    office.record("V.6.4b", "--agency", "svhtt", "--evidence", "Báo cáo.PDF")
    assert kept.read_bytes() == b"bao cao"
    assert set(office.evidence()) == {kept, kept_as(office.root, b"bao cao sua", ".pdf")}


def test_several_pieces_of_evidence(office: Office) -> None:
    for name in ("a.txt", "b"):
        (office.root / name).write_text(name, encoding="utf-8")
    content = office.record(
        *REPORT, "--evidence", "a.txt", "--evidence", "https://a", "--evidence", "b"
    ).content
    assert [file.name for file in content.files] == ["a.txt", "b"]
    assert content.links == ("https://a",)
    assert len(office.evidence()) == 2


def test_what_is_refused_leaves_no_file(office: Office) -> None:
    (office.root / "a.pdf").write_bytes(b"a")
    assert office.refused("V.6.4b", "--agency", "sngv", "--evidence", "a.pdf")[0] == 4
    assert office.refused(*REPORT, "--figure", "x=1", "--evidence", "a.pdf")[0] == 4
    assert office.evidence() == []


def test_a_file_that_is_not_there(office: Office) -> None:
    code, sentence = office.refused("V.6.4b", "--agency", "snv", "--evidence", "khong.pdf")
    assert code == 4
    assert sentence == ("Không đọc được tệp minh chứng khong.pdf: không có thư mục hoặc tệp này.")


def test_a_file_that_cannot_be_kept(office: Office) -> None:
    (office.root / "a.pdf").write_bytes(b"a")
    (office.root / "minh_chung").rmdir()
    (office.root / "minh_chung").write_text("", encoding="utf-8")
    code, sentence = office.refused("V.6.4b", "--agency", "snv", "--evidence", "a.pdf")
    assert code == 7
    assert "a.pdf" in sentence


def test_a_dry_run_writes_nothing_at_all(office: Office) -> None:
    (office.root / "a.pdf").write_bytes(b"a")
    before = {path: path.stat().st_mtime_ns for path in office.root.rglob("*")}
    said = office("record", *REPORT, "--evidence", "a.pdf", "--dry-run")
    assert said == (
        0, "",
        "Sẽ ghi (chưa ghi gì): đã thực hiện, V.6.4b, Sở Nội vụ, kỳ 2021/h1, 1604/BC-SNV.\n",
    )  # fmt: skip
    after = {path: path.stat().st_mtime_ns for path in office.root.rglob("*")}
    assert {path for path in after if path.is_file()} == {path for path in before if path.is_file()}
    assert (office.entries(), office.evidence()) == ([], [])
    assert office("record", *REPORT, "--period", "q1", "--dry-run").code == 4
    office.record(*REPORT)
    assert office.refused(*REPORT, "--dry-run")[0] == 9


# Twice.


def test_what_is_recorded_twice_is_refused_naming_the_entry(office: Office) -> None:
    office.record(*REPORT)
    code, sentence = office.refused(*REPORT, "--note", "gửi lại")
    assert (code, sentence) == (
        9, "Việc này đã được ghi nhận tại mục #1. Xem: cchc show 1",
    )  # fmt: skip


def test_a_retry_by_its_key_finds_the_entry(office: Office) -> None:
    office.record(*REPORT, "--key", "bc-h1")
    said = office("record", *REPORT, "--key", "bc-h1")
    assert said.code == 0
    assert said.err.startswith("Đã có từ trước, không ghi lại: #1: đã thực hiện, V.6.4b, ")
    assert "Tình trạng: đã thực hiện đúng hạn.\n" in said.err
    assert len(office.entries()) == 1
    code, sentence = office.refused("V.6.1a", "--agency", "snv", "--document", "1/KH-SNV",
                                    "--key", "bc-h1")  # fmt: skip
    assert code == 9
    assert "bc-h1" in sentence
    assert "#1" in sentence


def test_a_clock_that_went_backwards_is_said(office: Office) -> None:
    office.record(*REPORT)
    said = office.on("2021-06-01", "record", "V.6.1a", "--agency", "snv", "--document", "1/KH-SNV")
    assert said.code == 0
    assert said.err.startswith(
        "Lưu ý: đồng hồ máy đang chậm hơn lần ghi trước (10:00 ngày 10/6/2021).\nĐã ghi #2: "
    )


# Rulings.


def test_an_extension_for_one_and_for_all(office: Office) -> None:
    office.day = date(2021, 6, 14)
    said = office(
        "record", "V.6.4b", "--agency", "SVHTT", "--as", "extension", "--until", "2021-06-18",
        "--document", "2011/UBND-NC", "--signed", "2021-06-14",
    )  # fmt: skip
    assert said.err == (
        "Đã ghi #1: gia hạn, V.6.4b, Sở Văn hóa và Thể thao, kỳ 2021/h1, 2011/UBND-NC, "
        "hạn 18/6/2021.\n"
        "Tình trạng: chưa thực hiện (còn 4 ngày), đã gia hạn.\n"
        "Không còn kỳ nào sau kỳ này.\n"
    )
    said = office("record", "V.6.4b", "--as", "gia hạn", "--until", "2021-06-17", "--note", "dịch")
    assert said.err == (
        "Đã ghi #2: gia hạn, V.6.4b, kỳ 2021/h1, hạn 17/6/2021.\nKhông còn kỳ nào sau kỳ này.\n"
    )
    said = office.on("2021-06-17", "record", *REPORT, "--received", "2021-06-17")
    assert "Tình trạng: đúng hạn theo gia hạn.\n" in said.err


def test_a_day_that_the_ministry_set(office: Office) -> None:
    said = office(
        "record", "V.1.1f", "--as", "event", "--period", "h1", "--day", "2021-06-01",
        "--until", "2021-06-22", "--document", "1234/BNV-CCHC",
    )  # fmt: skip
    assert said.err == (
        "Đã ghi #1: sự kiện, V.1.1f, kỳ 2021/h1, 1234/BNV-CCHC, hạn 22/6/2021.\n"
        "Tiếp theo: năm 2021.\n"
    )
    said = office("record", "V.1.1f", "--agency", "snv", "--period", "h1", "--document", "5/BC-SNV")
    assert "Tình trạng: đã thực hiện đúng hạn.\n" in said.err
    said = office(
        "record", "V.1.1f", "--as", "extension", "--period", "h1", "--until", "2021-06-22",
        "--note", "x",
    )  # fmt: skip
    assert (
        said.err == "Lỗi: Nhiệm vụ V.1.1f: hạn mới (22/6/2021) không muộn hơn hạn cũ (22/6/2021).\n"
    )


def test_a_deadline_for_reports_without_one(office: Office) -> None:
    office.record("V.6.3a", "--as", "deadline", "--period", "h1", "--until", "2021-06-20",
                  "--document", "999/SNV-CCHC")  # fmt: skip
    code, sentence = office.refused(
        "V.6.3a", "--as", "deadline", "--period", "h1", "--until", "2021-06-21", "--note", "x"
    )
    assert (code, sentence) == (
        2, "Nhiệm vụ V.6.3a đã có hạn (20/6/2021); dùng --as extension để gia hạn.",
    )  # fmt: skip
    said = office("record", "V.6.3a", "--as", "extension", "--period", "h1", "--agency", "stp",
                  "--until", "2021-06-25", "--note", "x")  # fmt: skip
    assert "Tình trạng: chưa thực hiện (còn 15 ngày), đã gia hạn.\n" in said.err


def test_a_waiver_and_nothing_to_report(office: Office) -> None:
    waived = ("V.6.4b", "--agency", "VP UBND TP", "--as", "waiver", "--note", "sáp nhập")
    assert "\nTình trạng: miễn.\n" in office("record", *waived).err
    nothing = ("V.1.2b", "--agency", "snv", "--period", "q3", "--as", "none", "--note", "giãn cách")
    said = office("record", *nothing)
    assert said.err == (
        "Đã ghi #2: không phát sinh, V.1.2b, Sở Nội vụ, kỳ 2021-Q3.\n"
        "Tình trạng: không phát sinh.\nTiếp theo: quý IV/2021: 31/12/2021.\n"
    )
    said = office("record", "V.2.2c", "--as", "none", "--note", "Trung ương không phát động")
    assert said.err == "Đã ghi #3: không phát sinh, V.2.2c.\n"


def test_a_reminder(office: Office) -> None:
    said = office("record", "V.6.1a", "--as", "notice", "--agency", "stp", "--note", "nhắc nộp")
    assert said.err == "Đã ghi #1: nhắc việc, V.6.1a, Sở Tư pháp.\nTình trạng: chưa thực hiện.\n"


# Events.


def test_an_event_says_how_to_record_what_follows(office: Office) -> None:
    said = office("record", *BULLETIN, "Bản tin số 5")
    assert said.err == (
        "Đã ghi #1: sự kiện, V.1.3b.\n"
        "Khi làm xong việc của sự kiện này, ghi với --period event-1.\n"
    )
    said = office("record", "V.1.3b", "--agency", "snv", "--document", "5/SNV-CCHC",
                  "--period", "event-1")  # fmt: skip
    assert said.err == (
        "Đã ghi #2: đã thực hiện, V.1.3b, Sở Nội vụ, sự kiện #1, 5/SNV-CCHC.\n"
        "Tình trạng: đã thực hiện.\n"
    )
    # With a second one it has to be said which is meant.
    office.record(*BULLETIN, "Bản tin số 6")
    done = ("V.1.3b", "--agency", "snv", "--document", "6/SNV-CCHC")
    assert office.refused(*done) == (
        2,
        "Nhiệm vụ V.1.3b có nhiều kỳ: thêm --period. Các kỳ: event-1 (Bản tin số 5), "
        "event-3 (Bản tin số 6).",
    )
    assert office.record(*done, "--period", "event-3").content.period == "event-3"
    set_to = office("record", "V.1.3b", "--as", "deadline", "--period", "event-3", "--until",
                    "2021-06-30", "--note", "theo yêu cầu")  # fmt: skip
    assert set_to.err == "Đã ghi #5: ấn định hạn, V.1.3b, sự kiện #3, hạn 30/6/2021.\n"


def test_a_contest_that_was_launched(office: Office) -> None:
    office.record("V.2.2c", "--as", "event", "--day", "2021-06-01", "--note", "Tìm hiểu CCHC")
    content = office.record("V.2.2c", "--agency", "stttt", "--document", "7/KH-STTTT").content
    assert content.period == "event-1"
    # One event alone needs no naming; a period is then that of the figures.
    counted = office.record("V.2.2c", "--agency", "stttt", "--document", "8/BC-STTTT",
                            "--figure", "cuoc-thi=1", "--period", "h1").content  # fmt: skip
    assert (counted.period, counted.counts_for) == ("event-1", "2021/h1")


# Entries that others speak of.


def test_a_result_is_returned_and_accepted(office: Office) -> None:
    office.record(*REPORT, "--received", "2021-06-09")
    office.day = date(2021, 6, 16)
    returned = ("--as", "return", "--entry", "#1", "--note", "thiếu phụ lục")
    said = office("record", *returned)
    assert said.err == (
        "Đã ghi #2: trả lại, V.6.4b, Sở Nội vụ, mục #1, kỳ 2021/h1.\n"
        "Tình trạng: trả lại, quá hạn 1 ngày.\nKhông còn kỳ nào sau kỳ này.\n"
    )
    assert office.refused(*returned)[0] == 9
    said = office("record", "--as", "accept", "--entry", "1")
    assert said.err == (
        "Đã ghi #3: chấp nhận, V.6.4b, Sở Nội vụ, mục #1, kỳ 2021/h1.\n"
        "Tình trạng: đã thực hiện đúng hạn.\nKhông còn kỳ nào sau kỳ này.\n"
    )
    by_document = ("--as", "return", "--entry", "1", "--document", "77/SNV-CCHC")
    assert office.record(*by_document).content.text is None


# Words.


def test_words_for_a_report(office: Office) -> None:
    words = ("--as", "narrative", "--period", "h1", "--part", "hạn chế", "--note", "Chưa đều.")
    said = office("record", *words, "--agency", "snv")
    assert said.err == "Đã ghi #1: lời văn (hạn chế), Sở Nội vụ, kỳ 2021/h1.\n"
    assert office("record", *words).err == "Đã ghi #2: lời văn (hạn chế), kỳ 2021/h1.\n"


# What is refused.

REFUSED: list[tuple[str, int, str]] = [
    ("", 2, "Thiếu mã nhiệm vụ. Xem các mã: cchc duties"),
    ("V.99", 4, "Không có nhiệm vụ “V.99” trong kế hoạch."),
    ("V.6.4b --document 1/BC-X", 2, "Nhiệm vụ V.6.4b: thiếu --agency."),
    ("V.6.4b --agency sngv --document 1/BC-X", 4,
     "Sở Ngoại vụ không thực hiện nhiệm vụ V.6.4b; người thực hiện: "),
    ("V.6.4b --agency xx --document 1/BC-X", 4, "Không tìm thấy cơ quan nào tên “xx”."),
    ("V.6.4b --agency báo --document 1/BC-X", 5, "“báo” có thể là 3 cơ quan:"),
    ("V.6.4b --agency snv", 2,
     "Nhiệm vụ V.6.4b: chưa có minh chứng. Thêm --document, --evidence, hoặc "
     "--without-evidence LÝ DO."),
    ("V.6.3a --agency snv --document 1/BC-X", 2,
     "Nhiệm vụ V.6.3a có nhiều kỳ: thêm --period. Các kỳ: 2021/h1, 2021/year."),
    ("V.6.3a --agency snv --document 1/BC-X --period q1", 4,
     "Nhiệm vụ V.6.3a không có kỳ “q1”. Các kỳ: 2021/h1, 2021/year."),
    ("V.6.1b --agency snv --document 1/BC-X --period w60", 4, "Không có tuần “w60”."),
    ("V.6.1b --agency snv --document 1/BC-X --period 0000-q1", 4,
     "Kỳ “0000-q1” nằm ngoài kế hoạch (năm 2021)."),
    ("V.6.1b --agency snv --document 1/BC-X --period h9", 2, "Không có kỳ báo cáo “h9”."),
    ("V.6.4b --agency snv --document BC", 2, "“BC” không phải là số, ký hiệu văn bản."),
    ("V.6.4b --agency snv --signed 2021-06-01", 2, "--signed chỉ dùng cùng với --document."),
    ("V.6.4b --agency snv --received 2021-06-01", 2, "--received chỉ dùng cùng với --document."),
    ("V.6.4b --agency snv --subject x", 2, "--subject chỉ dùng cùng với --document."),
    ("V.6.4b --agency snv --issuer x", 2, "--issuer chỉ dùng cùng với --document."),
    ("V.6.4b --agency snv --document 1/BC-X --signed 2021-06-11", 2,
     "--signed: ngày 11/6/2021 sau hôm nay (10/6/2021)."),
    ("V.6.4b --agency snv --document 1/BC-X --received 2021-06-11", 2,
     "--received: ngày 11/6/2021 sau hôm nay (10/6/2021)."),
    ("V.6.1b --agency snv --document 1/BC-X --day 2021-06-11", 2,
     "--day: ngày 11/6/2021 sau hôm nay (10/6/2021)."),
    ("V.6.4b --agency snv --document 1/BC-X --signed 2021-06-09 --received 2021-06-08", 2,
     "Ngày nhận (08/6/2021) đứng trước ngày ký (09/6/2021)."),
    ("V.6.4b --agency snv --document 1/BC-X --without-evidence x", 2,
     "Không dùng --without-evidence cùng với --document."),
    ("V.6.4b --agency snv --evidence http://a --without-evidence x", 2,
     "Không dùng --without-evidence cùng với --evidence."),
    # Figures.
    ("V.6.1b --agency snv --document 1/BC-X --figure hoi-nghi", 2,
     "“hoi-nghi” không phải là số liệu. Viết như hoi-nghi=2 hoặc hoi-nghi-luot=1.250."),
    ("V.6.1b --agency snv --document 1/BC-X --figure hoi-nghi=1.5", 2,
     "“1.5” không phải là số liệu."),
    ("V.6.1b --agency snv --document 1/BC-X --figure hoinghi=1", 4,
     "Không có chỉ tiêu “hoinghi”. Các chỉ tiêu: hoi-nghi, hoi-nghi-luot, "),
    ("V.6.1b --agency snv --document 1/BC-X --figure hoi-nghi=1 --figure hoi-nghi=2", 2,
     "Chỉ tiêu hoi-nghi được ghi hai lần."),
    ("V.6.1b --agency snv --document 1/BC-X --figure phan-anh-ty-le-dung-han=90", 2,
     "Chỉ tiêu phan-anh-ty-le-dung-han là tỷ lệ, không cộng được: "),
    ("V.6.1b --agency snv --document 1/BC-X --channel truc-tip", 2,
     "“truc-tip” không dùng được cho --channel. Được phép: truc-tiep, dai-chung, truc-quan, "
     "tuong-tac. Gần nhất: truc-tiep"),
    ("V.6.1b --agency snv --document 1/BC-X --topic x", 2, "“x” không dùng được cho --topic."),
    # Rulings.
    ("V.6.4b --as extension --note x", 2, "Cần --until NGÀY."),
    ("V.6.4b --as extension --until 2021-06-20", 2,
     "Cần lý do (--note) hoặc văn bản (--document)."),
    ("V.6.4b --as extension --until 2021-06-14 --note x", 2,
     "Nhiệm vụ V.6.4b: hạn mới (14/6/2021) không muộn hơn hạn cũ (14/6/2021)."),
    ("V.6.3a --as extension --until 2021-06-20 --note x --period h1", 2,
     "Nhiệm vụ V.6.3a không có hạn để gia hạn; dùng --as deadline để ấn định hạn."),
    ("V.6.4b --as deadline --until 2021-06-20 --note x", 2,
     "Nhiệm vụ V.6.4b đã có hạn (15/6/2021); dùng --as extension để gia hạn."),
    ("V.6.1b --as deadline --until 2021-06-20 --note x", 2,
     "Nhiệm vụ V.6.1b là việc thường xuyên, không có hạn."),
    ("V.6.4b --as deadline --note x", 2, "Cần --until NGÀY."),
    ("V.6.4b --as waiver --agency snv", 2, "Cần lý do (--note) hoặc văn bản (--document)."),
    ("V.6.4b --as none", 2, "Cần lý do (--note) hoặc văn bản (--document)."),
    # Events.
    ("V.1.3b --as event --note x", 2, "Cần --day NGÀY: ngày sự kiện xảy ra."),
    ("V.1.3b --as event --day 2021-06-01 --until 2021-06-20", 2,
     "Sự kiện của nhiệm vụ V.1.3b không kèm --until; ghi sự kiện trước, rồi ấn định hạn bằng "
     "--as deadline --period event-SỐ."),
    ("V.1.1f --as event --day 2021-06-01 --period h1", 2, "Cần --until NGÀY."),
    ("V.1.1f --as event --day 2021-06-01 --until 2021-06-20", 2,
     "Nhiệm vụ V.1.1f có nhiều kỳ: thêm --period."),
    ("V.6.4b --as event --day 2021-06-01", 2, "Nhiệm vụ V.6.4b không tính theo sự kiện."),
    # Entries.
    ("--as return --note x", 2, "Cần --entry SỐ: mục bị trả lại hoặc được chấp nhận."),
    ("--as accept", 2, "Cần --entry SỐ: mục bị trả lại hoặc được chấp nhận."),
    ("--as return --entry 7 --note x", 4, "Không có mục #7 trong sổ ghi nhận."),
    ("--as return --entry bảy --note x", 2, "“bảy” không phải số của một mục."),
    # Words.
    ("--as narrative --agency snv --period h1 --note x", 2,
     "Lời văn cần --period, --part và --note."),
    ("--as narrative --agency snv --part cause --note x", 2,
     "Lời văn cần --period, --part và --note."),
    ("--as narrative --period q2 --part cause --note x", 2,
     "Không có báo cáo CCHC riêng cho “q2”."),
    ("--as narrative --period h1 --part causes --note x", 2,
     "“causes” không dùng được cho --part. Được phép: result (kết quả), "),
    ("--as correction --entry 1", 2, "“correction” không dùng được cho --as. Được phép: done "),
    ("V.6.4b --as close", 2, "“close” không dùng được cho --as."),
    # What would do nothing.
    ("V.6.4b --agency snv --document 1/BC-X --until 2021-07-01", 2,
     "--until không có tác dụng khi dùng --as done."),
    ("V.6.4b --as none --agency snv --figure hoi-nghi=0 --note x", 2,
     "--figure không có tác dụng khi dùng --as none."),
    ("V.1.3b --as event --day 2021-06-01 --agency snv", 2,
     "--agency không có tác dụng khi dùng --as event."),
    ("V.6.4b --as return --entry 1 --note x", 2, "MÃ không có tác dụng khi dùng --as return."),
    ("V.6.4b --as narrative --period h1 --part cause --note x", 2,
     "MÃ không có tác dụng khi dùng --as narrative."),
    ("V.6.4b --agency snv --from a.csv", 2, "Không dùng --from cùng với MÃ."),
    ("--as none --from a.csv", 2, "Không dùng --from cùng với --as."),
    ("--agency snv --from a.csv", 2, "Không dùng --from cùng với --agency."),
]  # fmt: skip


@pytest.mark.parametrize(("line", "code", "sentence"), REFUSED, ids=[one[0] for one in REFUSED])
def test_what_is_refused(line: str, code: int, sentence: str, office: Office) -> None:
    ended, said = office.refused(*line.split())
    assert ended == code
    assert said.startswith(sentence)


def test_what_an_entry_of_another_kind_does_not_take(office: Office) -> None:
    office.record("V.2.2c", "--as", "none", "--note", "không phát động")
    assert office.refused("--as", "return", "--entry", "1", "--note", "x") == (
        2, "Mục #1 không phải là việc đã làm nên không dùng được ở đây.",
    )  # fmt: skip
    office.record(*REPORT)
    assert office.refused("--as", "return", "--entry", "2") == (
        2, "Cần lý do (--note) hoặc văn bản (--document).",
    )  # fmt: skip
    office("correct", "2", "--note", "nhầm")
    assert office.refused("--as", "accept", "--entry", "2") == (
        2, "Mục #2 đã được đính chính bởi #3.",
    )  # fmt: skip
    assert office.refused("--as", "accept", "--entry", "3") == (
        2,
        "Mục #3 là một đính chính, không đính chính được; hãy ghi lại việc đúng thành mục mới.",
    )


# Where.


def test_without_a_workspace_it_says_how_to_begin(
    cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cchc("record", *REPORT) == (
        4,
        "",
        "Lỗi: Chưa có không gian làm việc. Tạo một: cchc init THƯ MỤC; rồi chạy lệnh trong thư "
        "mục đó (hoặc dùng --workspace).\n",
    )
