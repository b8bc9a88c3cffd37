"""Lines and words that tell who, when and what of a task."""

import pytest

from cchc_cli.plan.draft.labels import inline_labels, label_of


@pytest.mark.parametrize(
    ("line", "kind", "value"),
    [
        ("- Cơ quan chủ trì: Sở Nội vụ.", "lead", "Sở Nội vụ."),
        ("Đơn vị chủ trì thực hiện: Sở Y tế", "lead", "Sở Y tế"),
        ("+ Cơ quan phối hợp (nếu có): các sở", "partner", "các sở"),
        ("Thời gian thực hiện: Quý I/2025", "time", "Quý I/2025"),
        ("Thời hạn hoàn thành trong quý I/2025", "time", "trong quý I/2025"),
        ("Tiến độ: hằng năm", "time", "hằng năm"),
        ("Sản phẩm: Báo cáo", "product", "Báo cáo"),
        ("Nội dung thực hiện: rà soát", "content", "rà soát"),
        ("Kinh phí thực hiện: 10 triệu", "other", "10 triệu"),
        ("Phân công thực hiện: Phòng Tư pháp", "implement", "Phòng Tư pháp"),
        ("Chủ trì và phối hợp thực hiện: Sở A", "who", "Sở A"),
        ("Phòng chủ trì: Phòng Nội vụ", "lead", "Phòng Nội vụ"),
        ("Khoa phối hợp: Khoa Luật", "partner", "Khoa Luật"),
        ("Thực hiện: Phòng Nội vụ", "implement", "Phòng Nội vụ"),
        ("Chỉ tiêu: Tăng 0,3 điểm", "other", "Tăng 0,3 điểm"),
        ("Cơ quan chủ trì", "lead", ""),
        ("Nội dung", "content", ""),
    ],
)
def test_a_line_is_a_label(line: str, kind: str, value: str) -> None:
    label = label_of(line)
    assert label is not None
    assert (label.kind, label.value) == (kind, value)


@pytest.mark.parametrize(
    "line",
    [
        "Sở Nội vụ: tổng hợp",
        "Ban tổ chức: họp",
        "Mục tiêu",
        "Thời gian qua, công tác đã đạt",
        "Chủ trì rà soát",
    ],
)
def test_a_line_is_none(line: str) -> None:
    assert label_of(line) is None


def test_labels_within_a_sentence_are_taken_out() -> None:
    words, labels = inline_labels(
        "Tập huấn công chức; Chủ trì: Sở Nội vụ; thời gian: quý II; Sản phẩm: 3 lớp"
    )
    assert words == "Tập huấn công chức"
    assert [(one.kind, one.value) for one in labels] == [
        ("lead", "Sở Nội vụ"),
        ("time", "quý II"),
        ("product", "3 lớp"),
    ]
    assert inline_labels("Tập huấn công chức") == ("Tập huấn công chức", ())
