"""Words of a plan that was rolled on."""

from datetime import date

import pytest

from cchc_cli.views.wording.rolling import REMARKS, REVIEW, comment, sentence

DAY, LATER = date(2025, 3, 1), date(2026, 2, 1)
REPLACED = {
    "old": "Sở A", "day": DAY, "new": "Sở B", "matters": [], "heirs": "", "elsewhere": [],
    "doubted": (),
}  # fmt: skip
EXAMPLES: dict[str, dict[str, object]] = {
    "title_moved": {},
    "document_unknown": {},
    "in_force_unknown": {"day": DAY},
    "bent": {"old": DAY, "new": LATER},
    "amendments_dropped": {"files": "sua.yaml"},
    "theme_old": {"years": "2021"},
    "legal_basis_old": {"years": "2021"},
    "parent_old": {"years": "2021"},
    "children_old": {"years": "2021"},
    "reference_old": {"years": "2021"},
    "date_moved": {"old": (DAY,), "new": (LATER,)},
    "bounds_moved": {"days": (DAY, LATER), "in_force": None},
    "day_off": {"day": LATER, "name": ""},
    "once": {"years": "2021"},
    "agency_replaced": REPLACED,
    "agency_without_heir": {"old": "Sở A", "day": DAY},
    "agency_ends": {"old": "Sở A", "day": DAY, "new": "Sở B"},
    "agency_not_yet": {"new": "Sở B", "day": DAY, "old": "Sở A"},
    "succession_note": {"note": "Theo nguồn thứ cấp."},
    "group_without_kind": {"group": "G", "day": DAY, "before": 30, "new": "H", "empty": False},
    "group_opened": {"group": "G"},
    "group_members": {"group": "G", "names": "Sở A"},
    "partner_dropped": {"name": "Sở A"},
    "words": {"years": ("2021", "2021 - 2025"), "agencies": (("Sở A", DAY),),
              "kinds": (("quận", DAY),)},
}  # fmt: skip


def test_every_remark_has_its_example() -> None:
    assert set(EXAMPLES) == set(REMARKS)


@pytest.mark.parametrize("code", REMARKS)
def test_a_comment_is_marked_and_ends_as_a_sentence(code: str) -> None:
    text = comment(code, EXAMPLES[code])
    assert text.startswith(REVIEW)
    assert text.endswith(".")
    assert "{" not in text
    assert ".." not in text


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "Sở A thôi hoạt động từ 01/3/2025; thay bằng Sở B (kế thừa mặc định)."),
        ({"matters": ["in", "ấn"]},
         "Sở A thôi hoạt động từ 01/3/2025; thay bằng Sở B (nhận các việc về in, ấn)."),
        ({"heirs": "Sở B; Sở C"},
         "Sở A thôi hoạt động từ 01/3/2025; thay bằng Sở B (kế thừa mặc định); nhiệm vụ cũ đã chia "
         "cho Sở B; Sở C, xác định riêng cho việc này."),
        ({"elsewhere": ["báo chí"]},
         "Sở A thôi hoạt động từ 01/3/2025; thay bằng Sở B (kế thừa mặc định); các mảng báo chí "
         "chuyển nơi khác, xét riêng việc này."),
        ({"elsewhere": ["báo chí"], "doubted": ("báo chí",)},
         "Sở A thôi hoạt động từ 01/3/2025; thay bằng Sở B (kế thừa mặc định); nhưng việc này nói "
         "về báo chí, mảng không chuyển về đó: phải chọn lại."),
    ],
)  # fmt: skip
def test_who_takes_over(values: dict[str, object], expected: str) -> None:
    assert sentence("agency_replaced", {**REPLACED, **values}) == expected


@pytest.mark.parametrize(
    ("code", "values", "expected"),
    [
        ("words", EXAMPLES["words"],
         "lời văn còn nêu năm 2021; giai đoạn 2021 - 2025; Sở A (thôi hoạt động từ 01/3/2025); "
         "“quận” (không còn từ 01/3/2025)."),
        ("day_off", {"day": LATER, "name": ""},
         "01/02/2026 là Chủ nhật, ngày nghỉ; hạn giữ nguyên, không tự lùi."),
        ("day_off", {"day": LATER, "name": "Tết"},
         "01/02/2026 là Tết, ngày nghỉ; hạn giữ nguyên, không tự lùi."),
        ("bounds_moved", EXAMPLES["bounds_moved"],
         "mốc 01/3/2025 - 01/02/2026 đã dời theo năm."),
        ("bounds_moved", {"days": (DAY,), "in_force": LATER},
         "mốc 01/3/2025 đã dời theo năm (kế hoạch cũ có hiệu lực từ 01/02/2026 nên bỏ các kỳ trước "
         "đó; sửa theo ngày ban hành mới)."),
        ("group_without_kind", {**EXAMPLES["group_without_kind"], "empty": True},
         "“G” không còn thành viên từ 01/3/2025 (trước đó 30), không có cơ quan kế thừa cùng loại; "
         "đề xuất nhóm “H” (danh sách còn trống, phải điền vào danh bạ)."),
    ],
)  # fmt: skip
def test_sentences(code: str, values: dict[str, object], expected: str) -> None:
    assert sentence(code, values) == expected


def test_what_is_no_doubt_carries_no_mark() -> None:
    text = comment("apart", {"years": "2021"})
    assert text.startswith("---- Việc làm một lần của năm 2021")
