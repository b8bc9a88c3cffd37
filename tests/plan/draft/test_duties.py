"""From the items of a document to its duties: who, with whom, when."""

from typing import NamedTuple

import pytest

from cchc_cli.plan.draft.blocks import Table
from cchc_cli.plan.draft.model import Draft
from tests.plan.draft.made import REGISTRY, charged, drafted, table

TASK_HEADS = "TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian | Sản phẩm"


class Case(NamedTuple):
    """Lines, and of each duty the id, who acts and the schedule."""

    lines: tuple[str | Table, ...]
    duties: list[tuple[str, list[str], str]]


CASES = {
    "a heading of one agency": Case(
        (
            "III. TỔ CHỨC THỰC HIỆN",
            "1. Sở Nội vụ",
            "a) Rà soát quy định trước ngày 15/6/2025.",
            "b) Tổng hợp báo cáo hằng quý.",
        ),
        [
            ("III.1.a", ["Sở Nội vụ"], "before 2025-06-15"),
            ("III.1.b", ["Sở Nội vụ"], "every quarter"),
        ],
    ),
    "a heading of several": Case(
        ("III. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ và Sở Y tế:", "- Kiểm tra việc thực hiện."),
        [("III.1.1", ["Sở Nội vụ", "Sở Y tế"], "continuous")],
    ),
    "headings without numbers": Case(
        (
            "III. TỔ CHỨC THỰC HIỆN",
            "Sở Nội vụ",
            "Rà soát quy định hiện hành.",
            "Sở Y tế",
            "Tập huấn công chức toàn ngành.",
        ),
        [("III.2", ["Sở Nội vụ"], "sometime"), ("III.4", ["Sở Y tế"], "sometime")],
    ),
    "names of no table among others": Case(
        (
            "III. TỔ CHỨC THỰC HIỆN",
            "1. Tổ trưởng chuyên môn:",
            "- Kiểm tra hồ sơ giảng dạy.",
            "2. Kế toán trưởng:",
            "- Đối chiếu công nợ hằng tháng.",
        ),
        [
            ("III.1.1", ["Tổ trưởng chuyên môn"], "continuous"),
            ("III.2.1", ["Kế toán trưởng"], "every month"),
        ],
    ),
    "who stands before a colon": Case(
        (
            "III. TỔ CHỨC THỰC HIỆN",
            "1. Khoa Hóa học: thu thập minh chứng.",
            "2. Kế toán trưởng: đối chiếu công nợ; lập báo cáo hằng năm.",
        ),
        [
            ("III.1", ["Khoa Hóa học"], "sometime"),
            ("III.2a", ["Kế toán trưởng"], "sometime"),
            ("III.2b", ["Kế toán trưởng"], "every year"),
        ],
    ),
    "subjects in prose": Case(
        (
            "III. TỔ CHỨC THỰC HIỆN",
            "Giao Sở Nội vụ làm đầu mối theo dõi việc thực hiện.",
            "Đề nghị Hội Nông dân tỉnh tuyên truyền đến hội viên.",
        ),
        [("III.1", ["Sở Nội vụ"], "sometime"), ("III.2", ["Hội Nông dân tỉnh"], "continuous")],
    ),
    "labels under a task": Case(
        (
            "II. NHIỆM VỤ",
            "1. Xây dựng kế hoạch kiểm tra",
            "- Cơ quan chủ trì: Sở Nội vụ.",
            "- Cơ quan phối hợp: các trường học.",
            "- Thời gian: Quý I/2025.",
            "- Sản phẩm: Kế hoạch",
        ),
        [("II.1", ["Sở Nội vụ"], "within 2025-01-01..2025-03-31")],
    ),
    "labels behind several contents": Case(
        (
            "II. NHIỆM VỤ",
            "1. Cải cách thể chế",
            "- Rà soát quy định hiện hành.",
            "- Sửa đổi quy định lạc hậu.",
            "- Đơn vị chủ trì thực hiện: Sở Tư pháp",
            "- Thời gian hoàn thành: năm 2025",
        ),
        [
            ("II.1.1", ["Sở Tư pháp"], "within 2025-01-01..2025-12-31"),
            ("II.1.2", ["Sở Tư pháp"], "within 2025-01-01..2025-12-31"),
        ],
    ),
    "the content has a label itself": Case(
        (
            "II. NHIỆM VỤ",
            "1. Tập huấn",
            "a) Nội dung: tổ chức tập huấn công chức.",
            "b) Cơ quan chủ trì: Sở Nội vụ.",
            "c) Kinh phí: 10 triệu đồng.",
        ),
        [("II.1.a", ["Sở Nội vụ"], "sometime")],
    ),
    "bodies listed under a label": Case(
        (
            "II. NHIỆM VỤ",
            "1. Kiểm tra việc thực hiện",
            "a) Cơ quan chủ trì",
            "- Sở Nội vụ;",
            "- Sở Y tế.",
            "b) Cơ quan phối hợp",
            "- Các trường học.",
        ),
        [("II.1", ["Sở Nội vụ", "Sở Y tế"], "continuous")],
    ),
    "sentences behind a label": Case(
        (
            "II. NHIỆM VỤ",
            "1. Chuyển đổi số",
            "- Tổ chức thực hiện: Sở Nội vụ chủ trì xây dựng kế hoạch chung của tỉnh; Sở Y tế "
            "hướng dẫn các cơ sở y tế thực hiện đúng quy định.",
        ),
        [("II.1", ["Sở Nội vụ"], "once"), ("II.1a", ["Sở Y tế"], "continuous")],
    ),
    "an order in brackets": Case(
        (
            "II. NHIỆM VỤ",
            "1. Thành lập đoàn kiểm tra (Giao Sở Nội vụ chủ trì, hoàn thành trước ngày 30/4/2025)",
            "2. Đào tạo kỹ năng số (Sở Y tế).",
        ),
        [("II.1", ["Sở Nội vụ"], "before 2025-04-30"), ("II.2", ["Sở Y tế"], "sometime")],
    ),
    "an order at the end": Case(
        ("II. NHIỆM VỤ", "1. Xây dựng nền tảng dữ liệu; giao Sở Nội vụ chủ trì thực hiện."),
        [("II.1", ["Sở Nội vụ"], "sometime")],
    ),
    "who acts behind the matter": Case(
        (
            "II. NHIỆM VỤ",
            "1. Cổng dịch vụ: Sở Nội vụ (chủ trì), Sở Y tế (phối hợp) nâng cấp trong năm 2025.",
        ),
        [("II.1", ["Sở Nội vụ"], "within 2025-01-01..2025-12-31")],
    ),
    "two deadlines in a sentence": Case(
        (
            "III. TỔ CHỨC THỰC HIỆN",
            "1. Sở Nội vụ gửi báo cáo trước 15/6/2025 (báo cáo 6 "
            "tháng) và trước 15/12/2025 (báo cáo năm).",
        ),
        [
            ("III.1a", ["Sở Nội vụ"], "before 2025-06-15 for h1"),
            ("III.1b", ["Sở Nội vụ"], "before 2025-12-15 for year"),
        ],
    ),
    "work and a report on it": Case(
        (
            "III. TỔ CHỨC THỰC HIỆN",
            "1. Các trường học xây dựng kế hoạch và triển khai thực "
            "hiện nghiêm túc các nội dung của Kế hoạch này, báo cáo kết quả trước ngày 15/11 "
            "hằng năm.",
        ),
        [
            ("III.1a", ["Các trường học"], "once"),
            ("III.1b", ["Các trường học"], "every year, before 11-15"),
        ],
    ),
    "two verbs with a deadline each": Case(
        (
            "III. TỔ CHỨC THỰC HIỆN",
            "1. Sở Nội vụ ban hành kế hoạch trước ngày 15/3/2025, "
            "tổng kết việc thực hiện trước ngày 15/12/2025.",
        ),
        [
            ("III.1a", ["Sở Nội vụ"], "before 2025-03-15"),
            ("III.1b", ["Sở Nội vụ"], "before 2025-12-15"),
        ],
    ),
    "a system and a rhythm": Case(
        ("III. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ thiết lập và duy trì giao ban hằng tháng."),
        [("III.1a", ["Sở Nội vụ"], "sometime"), ("III.1b", ["Sở Nội vụ"], "every month")],
    ),
    "a line that leads in": Case(
        (
            "III. TỔ CHỨC THỰC HIỆN",
            "Các trường học thực hiện các nhiệm vụ sau:",
            "- Kiểm tra hồ sơ chuyên môn.",
            "- Chủ trì, phối hợp với Sở Y tế tập huấn giáo viên.",
        ),
        [("III.1", ["Các trường học"], "continuous"), ("III.2", ["Các trường học"], "sometime")],
    ),
    "a role that leads in": Case(
        (
            "III. TỔ CHỨC THỰC HIỆN",
            "1. Sở Nội vụ",
            "a) Chủ trì, phối hợp với các trường học:",
            "- Rà soát quy định.",
        ),
        [("III.1.a.1", ["Sở Nội vụ"], "sometime")],
    ),
    "a table of tasks": Case(
        (
            "PHỤ LỤC I",
            "DANH MỤC NHIỆM VỤ",
            table(
                TASK_HEADS,
                "I | Thể chế | | | |",
                "1 | Rà soát quy định | Sở Tư pháp/nSở Nội vụ | Các sở | Quý I/2025 | Báo cáo",
                "2 | Giao Sở Y tế tập huấn | | | Hằng năm |",
                "3 | Việc không ai làm | | | |",
            ),
        ),
        [
            ("PLI.I.1", ["Sở Tư pháp", "Sở Nội vụ"], "within 2025-01-01..2025-03-31"),
            ("PLI.I.2", ["Sở Y tế"], "every year"),
        ],
    ),
    "a table that says in a cell who joins in": Case(
        (
            table(
                "TT | Nhiệm vụ | Đơn vị thực hiện | Thời gian",
                "1 | Rà soát quy định | Chủ trì: Sở Tư pháp. Phối hợp: Sở Y tế | Quý I/2025",
                "| 2. Tập huấn | Sở Nội vụ chủ trì, phối hợp với Sở Y tế | Tháng 3/2025",
            ),
        ),
        [
            ("PL.1", ["Sở Tư pháp"], "within 2025-01-01..2025-03-31"),
            ("PL.2", ["Sở Nội vụ"], "within 2025-03-01..2025-03-31"),
        ],
    ),
    "a closing that asks": Case(
        (
            "I. MỤC ĐÍCH",
            "Nâng cao nhận thức.",
            "Trên đây là Kế hoạch, yêu cầu các trường học thực hiện nghiêm túc Kế hoạch này./.",
        ),
        [("KT", ["Các trường học"], "continuous")],
    ),
    "money that somebody is told to find": Case(
        (
            "IV. KINH PHÍ",
            "Kinh phí thực hiện từ ngân sách nhà nước.",
            "Sở Tài chính tham mưu bố trí kinh phí hằng năm.",
        ),
        [("IV.2", ["Sở Tài chính"], "sometime")],
    ),
    "work in the heading of a part": Case(
        ("III. TỔ CHỨC THỰC HIỆN: Giao Sở Nội vụ theo dõi, tổng hợp việc thực hiện Kế hoạch này.",),
        [("III", ["Sở Nội vụ"], "continuous")],
    ),
    "a heading that begins with a name": Case(
        (
            "III. TỔ CHỨC THỰC HIỆN",
            "1. Sở Nội vụ trong vai trò cơ quan đầu mối",
            "- Rà soát quy định hiện hành.",
            "2. Các câu lạc bộ thiện nguyện",
            "- Vận động quyên góp sách.",
        ),
        [
            ("III.1.1", ["Sở Nội vụ"], "sometime"),
            ("III.2.1", ["Các câu lạc bộ thiện nguyện"], "continuous"),
        ],
    ),
    "a lead-in that is work itself": Case(
        (
            "III. TỔ CHỨC THỰC HIỆN",
            "Các trường học xây dựng kế hoạch thực hiện tại đơn vị mình, phân công rõ "
            "người rõ việc, "
            "bố trí đủ kinh phí và điều kiện làm việc, thường xuyên kiểm tra, đánh giá kết quả của "
            "từng bộ phận và chú ý các việc sau:",
            "1. Rà soát quy định hiện hành.",
        ),
        [
            ("III", ["Các trường học"], "continuous"),
            ("III.1", ["Các trường học"], "sometime"),
        ],
    ),
    "an article that approves a programme": Case(
        (
            "Điều 1. Phê duyệt Chương trình chuyển đổi số với những nội dung chính sau đây:",
            "I. MỤC TIÊU",
            "Đến năm 2030 đạt 100%.",
            "II. NHIỆM VỤ",
            "1. Hoàn thiện cơ chế",
            "a) Rà soát quy định (Sở Nội vụ chủ trì, hoàn thành trong năm 2026).",
            "III. KINH PHÍ",
            "Ngân sách tỉnh 10 tỷ đồng.",
        ),
        [("Đ1.II.1.a", ["Sở Nội vụ"], "within 2026-01-01..2026-12-31")],
    ),
    "an approving article with numbered parts": Case(
        (
            "Điều 1. Phê duyệt Kế hoạch, gồm các nội dung chủ yếu sau:",
            "1. Mục tiêu",
            "Xây dựng nền hành chính trong sạch.",
            "2. Nhiệm vụ",
            "2.1. Cải cách thể chế",
            "a) Hoàn thiện Luật Thủy lợi, trình Chính phủ năm 2026 (Sở Nội vụ chủ trì).",
        ),
        [("Đ1.2.1.a", ["Sở Nội vụ"], "within 2026-01-01..2026-12-31")],
    ),
    "a heading of a person": Case(
        (
            "III. PHÂN CÔNG",
            "1. Ông Lê An, Phó Trưởng ban thường trực",
            "- Điều hành công việc chung của Ban.",
        ),
        [("III.1.1", ["Ông Lê An, Phó Trưởng ban thường trực"], "sometime")],
    ),
    "articles": Case(
        (
            "Điều 1. Phạm vi điều chỉnh",
            "Quy chế này quy định việc phối hợp.",
            "Điều 2. Trách nhiệm của Sở Nội vụ",
            "1. Rà soát quy định hiện hành.",
            "Điều 3. Sở Y tế có trách nhiệm kiểm tra các cơ sở.",
        ),
        [("Đ2.1", ["Sở Nội vụ"], "sometime"), ("Đ3", ["Sở Y tế"], "continuous")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_duties_are_read(case: str) -> None:
    draft = drafted(*CASES[case].lines)
    who = charged(draft)
    assert [(one.id, who[one.id], one.schedule) for one in draft.duties] == CASES[case].duties


def reasons(draft: Draft) -> dict[str, str]:
    return {one.words: one.reason for one in draft.context if one.clause != "0"}


@pytest.mark.parametrize(
    ("lines", "words", "reason"),
    [
        (("I. MỤC TIÊU", "1. Đến năm 2030 đạt 100%."), "Đến năm 2030 đạt 100%.", "target"),
        (
            ("I. YÊU CẦU", "- Sở Nội vụ xác định rõ việc."),
            "Sở Nội vụ xác định rõ việc.",
            "requirement",
        ),
        (("II. NHIỆM VỤ", "1. Tỷ lệ hồ sơ đúng hạn."), "Tỷ lệ hồ sơ đúng hạn", "content"),
        (("Mẫu số 01", "I. MẪU BÁO CÁO", "1. Sở Nội vụ chủ trì."), "Sở Nội vụ chủ trì.", "form"),
        (("II. NHIỆM VỤ", "Căn cứ Luật Thư viện;"), "Căn cứ Luật Thư viện;", "basis"),
        (("IV. KINH PHÍ", "Ngân sách tỉnh 10 tỷ đồng."), "Ngân sách tỉnh 10 tỷ đồng", "funding"),
    ],
)
def test_what_is_no_duty_is_context_with_a_reason(
    lines: tuple[str, ...], words: str, reason: str
) -> None:
    draft = drafted(*lines)
    assert draft.duties == ()
    assert reasons(draft)[words] == reason


def test_tables_of_figures_and_forms_are_told() -> None:
    draft = drafted(
        "I. TÌNH HÌNH",
        table("TT | Chỉ tiêu | Năm 2024", "1 | Hồ sơ | 12"),
        "II. MẪU BÁO CÁO",
        table(TASK_HEADS, "1 | Rà soát | Sở Y tế | | |"),
    )
    assert draft.duties == ()
    assert {"figures"} <= {one.reason for one in draft.context}


def test_a_table_of_tasks_in_a_part_of_context_is_read() -> None:
    rows = table(TASK_HEADS, "1 | Rà soát | Sở Y tế | | |")
    draft = drafted("I. YÊU CẦU", "1. Bảng phân công", rows)
    assert list(charged(draft).values()) == [["Sở Y tế"]]


def test_tasks_that_name_nobody_are_told() -> None:
    draft = drafted("II. NHIỆM VỤ", "1. Rà soát quy định hiện hành.")
    assert [(one.clause, one.words) for one in draft.nobody] == [
        ("II.1", "Rà soát quy định hiện hành")
    ]


def test_all_of_a_duty_is_read() -> None:
    (duty,) = drafted(
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Đề nghị Hội Nông dân tỉnh chủ trì, phối hợp với Sở Nội vụ và các trường học "
        "tuyên truyền,"
        " báo cáo UBND tỉnh (qua Sở Nội vụ) trước ngày 15/6.",
        registry=REGISTRY,
    ).duties
    assert (duty.force, duty.lead, duty.capacity) == (
        "requested",
        ("hoi-nong-dan-tinh",),
        "chủ trì",
    )
    assert (duty.partners, duty.partner_words) == (("snv",), "các trường học")
    assert (duty.report_to, duty.report_through) == ("ubnd", "snv")
    assert duty.time_words == "trước ngày 15/6"
    assert {one.code for one in duty.doubts} == {"agency_new", "time_no_year"}
    assert duty.title.startswith("Chủ trì, phối hợp với Sở Nội vụ")


def test_partners_and_product_of_labels() -> None:
    (duty,) = drafted(
        "II. NHIỆM VỤ",
        "1. Xây dựng kế hoạch kiểm tra",
        "- Chủ trì: Sở Nội vụ, phối hợp với Sở Y tế.",
        "- Đơn vị thực hiện: Sở Tư pháp",
        "- Phối hợp: như trên",
        "- Sản phẩm: Kế hoạch.",
        "- Tiến độ: xem phụ lục",
    ).duties
    assert duty.partners == ("so-y-te", "so-tu-phap")
    assert duty.product == "Kế hoạch"
    assert (duty.schedule, duty.time_words) == ("sometime", "xem phụ lục")


def test_damaged_letters_are_told() -> None:
    (duty,) = drafted("III. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ tập huấn công chΰc.").duties
    assert ("text_damaged", "chΰc") in [(one.code, one.words) for one in duty.doubts]


def test_prose_to_everybody_only_describes_a_table_of_tasks() -> None:
    lines = ("II. NỘI DUNG", "Các đơn vị thực hiện các nhiệm vụ sau:", "1. Rà soát quy định.")
    rows = table(TASK_HEADS, "1 | Rà soát quy định | Sở Tư pháp | | |")
    assert [one.clause for one in drafted(*lines).duties] == ["II.1"]
    assert [one.text for one in drafted(*lines, rows).duties] == ["Rà soát quy định"]
