"""Recording from a file: all of it, or nothing and every fault by its line."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc_cli.cli import bulk
from cchc_cli.domain.entries import Figure
from tests.cli.office import Office

HEAD = "duty;agency;period;document;signed;received;figure;with;day;note;evidence"


def line(**values: object) -> str:
    """A line of JSONL."""
    return json.dumps(values, ensure_ascii=False)


# All of it.


def test_a_file_of_lines(office: Office) -> None:
    office.write(
        "ghi.jsonl",
        [
            line(duty="V.6.4b", agency="snv", document="1604/BC-SNV", received="2021-06-10"),
            "",
            line(
                duty="V.6.1b", agency="Sở Tư pháp", day="08/6/2021", figure=["hoi-nghi=1"],
                evidence=["https://a", "https://b"], channel="truc-tiep", topic="ket-qua",
                note="một; hai", without_evidence=None, period="h1",
            ),
            line(**{"as": "narrative", "period": "h1", "part": "cause", "note": "Dịch\u2028bệnh."}),
            line(**{"AS": "miễn", "Duty": "V.6.4b", "agency": "stp", "note": "sáp nhập"}),
            line(duty="V.6.1a", agency="stp", **{"without-evidence": "mất"}, key="k1"),
        ],
    )  # fmt: skip
    assert office("record", "--from", "ghi.jsonl") == (0, "", "Đã ghi 5 mục (#1 đến #5).\n")
    first, second, third, fourth, fifth = office.contents()
    assert first.document is not None
    assert first.document.number == "1604/BC-SNV"
    assert second.figures == (Figure("hoi-nghi", 1),)
    assert (second.links, second.text, second.counts_for) == (
        ("https://a", "https://b"), "một; hai", "2021/h1",
    )  # fmt: skip
    assert (third.kind, third.text) == ("narrative", "Dịch\u2028bệnh.")
    assert (fourth.kind, fourth.agency) == ("waiver", "stp")
    assert (fifth.text, fifth.key) == ("mất", "k1")
    # One moment for all.
    assert len({entry.recorded for entry in office.entries()}) == 1


def test_entries_may_speak_of_entries(office: Office) -> None:
    office.record("V.6.4b", "--agency", "snv", "--document", "1/BC-SNV")
    office.write("ghi.jsonl", [line(**{"as": "return", "entry": 1, "note": "thiếu"}),
                               line(**{"as": "accept", "entry": "#1"})])  # fmt: skip
    assert office("record", "--from", "ghi.jsonl").err == "Đã ghi 2 mục (#2 đến #3).\n"
    assert [content.target for content in office.contents()] == [None, 1, 1]


def test_a_table_as_excel_saves_it(office: Office) -> None:
    """Semicolons, a byte order mark, Windows line ends, quoted cells, empty rows at the end."""
    (office.root / "a.pdf").write_bytes(b"a")
    rows = [
        HEAD.upper(),
        "V.6.4b;Sở Nội vụ;h1;1604/BC-SNV;09/6/2021;2021-06-10;;;;;a.pdf",
        'V.1.2b;SNV;q2;;;;thong-tin-bao-chi=1;"VP UBND TP; STTTT";2021-05-27;"hai\nhàng";http://a',
        ";;;;;;;;;;",
        " ; ;;;;;;;;;",
    ]
    data = "\ufeff" + "\r\n".join(rows) + "\r\n"
    (office.root / "ghi.CSV").write_bytes(data.encode())
    assert office("record", "--from", "ghi.CSV").err == "Đã ghi 2 mục (#1 đến #2).\n"
    first, second = office.contents()
    assert [file.name for file in first.files] == ["a.pdf"]
    assert len(office.evidence()) == 1
    assert second.participants == ("vp-ubnd", "stttt")
    assert second.text == "hai\nhàng"


def test_a_table_with_commas(office: Office) -> None:
    office.write("ghi.csv", ["duty,agency,document", "V.6.1a,snv,1/KH-SNV", '"V.6.1a","stp",2/KH'])
    assert office("record", "--from", "ghi.csv").err == "Đã ghi 2 mục (#1 đến #2).\n"


def test_a_thousand_lines(office: Office) -> None:
    office.write(
        "ghi.jsonl",
        (
            line(duty="V.6.1b", agency="snv", day="2021-06-01", figure="hoi-nghi=1",
                 document=f"{number}/TB-SNV")
            for number in range(1, 1001)
        ),
    )  # fmt: skip
    assert office("record", "--from", "ghi.jsonl").err == "Đã ghi 1000 mục (#1 đến #1000).\n"
    assert "| cuộc | 1.000 | 1.000 |" in office("report", "--period", "h1").out


def test_a_retry_finds_what_was_recorded(office: Office) -> None:
    rows = [
        line(duty="V.6.1a", agency=agency, document=f"{at}/KH-X", key=f"k{at}")
        for at, agency in enumerate(("snv", "stp", "stttt"), 1)
    ]
    office.write("ghi.jsonl", rows[:2])
    office("record", "--from", "ghi.jsonl")
    said = office("record", "--from", "ghi.jsonl")
    assert said == (0, "", "Cả 2 mục đã có từ trước, không ghi lại.\n")
    office.write("ghi.jsonl", rows)
    assert office("record", "--from", "ghi.jsonl").err == (
        "Đã ghi 1 mục (#3 đến #3).\nTrong đó 2 mục đã có từ trước.\n"
    )
    assert len(office.entries()) == 3


def test_a_dry_run_looks_and_writes_nothing(office: Office) -> None:
    (office.root / "a.pdf").write_bytes(b"a")
    good = line(duty="V.6.4b", agency="snv", evidence="a.pdf")
    office.write("ghi.jsonl", [good])
    said = office("record", "--from", "ghi.jsonl", "--dry-run")
    assert said == (0, "", "Sẽ ghi 1 mục (chưa ghi gì).\n")
    assert (office.entries(), office.evidence()) == ([], [])
    office.write("ghi.jsonl", [good, line(duty="V.99")])
    assert office("record", "--from", "ghi.jsonl", "--dry-run").code == 2


def test_a_file_of_nothing(office: Office) -> None:
    office.write("ghi.jsonl", [])
    assert office("record", "--from", "ghi.jsonl") == (0, "", "Không có mục nào trong ghi.jsonl.\n")


# Or nothing.


def test_every_fault_is_told_by_its_line_and_nothing_is_recorded(office: Office) -> None:
    (office.root / "a.pdf").write_bytes(b"a")
    rows = [
        line(duty="V.6.4b", agency="snv", evidence="a.pdf"),
        "không phải JSON",
        "[1]",
        "",
        line(duty="V.99", agency="snv"),
        line(duty="V.6.4b", agency="xx", document="1/BC-X"),
        line(duty="V.6.4b", agency="stp", document="1/BC-X", signed="hôm qua"),
        line(dutty="V.6.4b"),
        line(**{"": "x", "duty": "V.6.4b"}),
        line(duty="V.6.4b", agency="stp", document="1/BC-X", **{"as": "xong"}),
        line(**{"as": "correction", "entry": 1, "note": "x"}),
        line(**{"as": "return", "entry": "một", "note": "x"}),
        line(duty="V.6.4b", agency="stp", document="1/BC-X", figure={"hoi-nghi": 1}),
        line(duty="V.6.4b", agency="stp", evidence="khong.pdf"),
        line(duty="V.6.4b", agency="snv", evidence="a.pdf", key="k"),
    ]
    office.write("ghi.jsonl", rows)
    said = office("record", "--from", "ghi.jsonl")
    assert (said.code, said.out) == (2, "")
    *faults, last = said.err.splitlines()
    assert last == "Lỗi: ghi.jsonl: 13 dòng có lỗi; không ghi gì."
    expected = {
        2: "dòng này không phải một đối tượng JSON.",
        3: "dòng này không phải một đối tượng JSON.",
        5: "Không có nhiệm vụ “V.99” trong kế hoạch.",
        6: "Không tìm thấy cơ quan nào tên “xx”.",
        7: "“hôm qua” không phải là ngày.",
        8: "không có cột “dutty”. Được phép: duty, agency, ",
        9: "không có cột “”.",
        10: "“xong” không dùng được cho as. Được phép: done (đã thực hiện), ",
        11: "“correction” không dùng được cho as.",
        12: "“một” không phải số của một mục.",
        13: "“{'hoi-nghi': 1}” không phải là số liệu.",
        14: "Không đọc được tệp minh chứng khong.pdf",
        15: "trùng với dòng 1.",
    }
    for fault, (number, words) in zip(faults, expected.items(), strict=True):
        assert fault.startswith(f"ghi.jsonl:{number}: {words}")
    assert (office.entries(), office.evidence()) == ([], [])


def test_faults_of_a_table(office: Office) -> None:
    office.write(
        "ghi.csv",
        ["duty,agency,document,", "V.6.1a,snv,1/KH-SNV", "V.6.1a,stp,2/KH,STP,x",
         "V.6.1a,stp,2/KH-STP,x", "V.6.1a,stttt", "V.6.1a,stttt,3/KH-X"],
    )  # fmt: skip
    said = office("record", "--from", "ghi.csv")
    assert said.code == 2
    assert said.err.splitlines() == [
        "ghi.csv:3: nhiều ô hơn dòng đầu: x.",
        "ghi.csv:4: không có cột “”. Được phép: " + ", ".join(bulk.KEYS) + ".",
        "ghi.csv:5: Nhiệm vụ V.6.1a: chưa có minh chứng. Thêm --document, --evidence, hoặc "
        "--without-evidence LÝ DO.",
        "Lỗi: ghi.csv: 3 dòng có lỗi; không ghi gì.",
    ]
    assert office.entries() == []


def test_a_line_that_the_ledger_has_already(office: Office) -> None:
    office.record("V.6.1a", "--agency", "snv", "--document", "1/KH-SNV")
    office.write("ghi.jsonl", [line(duty="V.6.1a", agency="stp", document="2/KH-STP"),
                               line(duty="V.6.1a", agency="snv", document="1/KH-SNV")])  # fmt: skip
    for dry in ((), ("--dry-run",)):
        assert office("record", "--from", "ghi.jsonl", *dry) == (
            2,
            "",
            "ghi.jsonl:2: Việc này đã được ghi nhận tại mục #1. Xem: cchc show 1\n"
            "Lỗi: ghi.jsonl: 1 dòng có lỗi; không ghi gì.\n",
        )
    assert len(office.entries()) == 1
    # What was undone may be said again; a key that means something else may not.
    office("correct", "1", "--note", "nhầm")
    assert office("record", "--from", "ghi.jsonl").code == 0
    office.write("ghi.jsonl", [line(duty="V.6.1a", agency="stp", document="2/KH-STP", key="k")])
    said = office("record", "--from", "ghi.jsonl")
    assert (said.code, len(office.entries())) == (9, 4)


FILES: list[tuple[Callable[[Path], object], int, str]] = [
    (Path, 4, "Không đọc được ghi.csv: không có thư mục hoặc tệp này."),
    (Path.mkdir, 4, "Không đọc được ghi.csv: đây là một thư mục."),
    (lambda path: path.write_bytes("duty\nĐ".encode("utf-16")), 2,
     "ghi.csv không phải UTF-8; hãy lưu lại với mã UTF-8 (Excel: CSV UTF-8)."),
    (lambda path: path.write_bytes(b"x" * 6000), 2, "ghi.csv lớn hơn 0 MB."),
    (lambda path: path.write_bytes(b'duty,note\nV.6.1a,"' + b"x" * 90), 2,
     "ghi.csv, dòng 2: không đọc được bảng CSV."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("make", "code", "sentence"), FILES, ids=["none", "a folder", "UTF-16", "big", "a long cell"]
)
def test_files_that_cannot_be_read(
    make: Callable[[Path], object],
    code: int,
    sentence: str,
    office: Office,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bulk, "MAX_BYTES", 5000)
    make(office.root / "ghi.csv")
    before = csv.field_size_limit(50)
    said = office("record", "--from", "ghi.csv")
    csv.field_size_limit(before)
    assert said == (code, "", f"Lỗi: {sentence}\n")
