"""Contents, and the lines below them that tell who, when and what for."""

from tests.plan.draft.made import charged, drafted, table

LEAD = "- Cơ quan chủ trì: Sở Nội vụ."


def read(*lines: str) -> list[tuple[str, list[str], str]]:
    """Words, bearers and schedule of each duty in a part of tasks."""
    draft = drafted("II. NHIỆM VỤ", *lines)
    who = charged(draft)
    return [(one.text, who[one.id], one.schedule) for one in draft.duties]


def test_deadlines_of_several_bodies_under_a_label_are_duties() -> None:
    assert read(
        "1. Xây dựng kế hoạch chung",
        "a) Cơ quan chủ trì: Sở Nội vụ",
        "b) Thời gian thực hiện:",
        "- Sở Y tế gửi kế hoạch trước ngày 15/3/2025.",
        "- Quý II/2025",
        "(có thể sớm hơn)",
    )[-1] == ("Sở Y tế gửi kế hoạch trước ngày 15/3/2025", ["Sở Y tế"], "before 2025-03-15")


def test_a_table_among_contents_is_read() -> None:
    rows = table("TT | Nhiệm vụ | Cơ quan chủ trì", "1 | Rà soát quy định | Sở Tư pháp")
    draft = drafted("II. NHIỆM VỤ", "1. Cải cách", "- Tập huấn công chức.", rows, LEAD)
    assert {tuple(one) for one in charged(draft).values()} == {("Sở Nội vụ",), ("Sở Tư pháp",)}


def test_a_sentence_for_each_leader_is_the_duty_itself() -> None:
    lead = "a) Cơ quan chủ trì: Sở Nội vụ chủ trì xây dựng kế hoạch chung của toàn tỉnh An Hòa."
    assert read("1. Chuyển đổi số", lead, "b) Thời gian: quý I/2025") == [
        (
            "Sở Nội vụ chủ trì xây dựng kế hoạch chung của toàn tỉnh An Hòa",
            ["Sở Nội vụ"],
            "within 2025-01-01..2025-03-31",
        )
    ]


def test_a_content_that_only_describes_belongs_to_the_task() -> None:
    assert read(
        "1. Xây dựng Nghị định về dữ liệu",
        "- Nội dung: bao gồm quy định chi tiết khoản 7 Điều 8.",
        LEAD,
    ) == [("Xây dựng Nghị định về dữ liệu", ["Sở Nội vụ"], "once")]


def test_a_content_that_says_what_is_done_is_the_duty() -> None:
    assert read("1. Tập huấn", "- Nội dung: tổ chức tập huấn công chức toàn tỉnh.", LEAD) == [
        ("tổ chức tập huấn công chức toàn tỉnh", ["Sở Nội vụ"], "sometime")
    ]


def test_a_content_may_name_who_acts_itself() -> None:
    content = "Nội dung: UBND các xã, phường tiến hành điền biểu mẫu rà soát."
    found = read("1. Rà soát thủ tục", content, "Thời gian: Trong tháng 4/2025.")
    assert [(who, when) for _, who, when in found] == [
        (["UBND các xã, phường"], "within 2025-04-01..2025-04-30")
    ]


def test_a_name_in_a_content_is_no_bearer_where_a_label_names_one() -> None:
    content = "- Nội dung: Sở Y tế cung cấp số liệu về khám, chữa bệnh."
    (found,) = read("1. Xây dựng cơ sở dữ liệu", content, LEAD)
    assert found[:2] == ("Xây dựng cơ sở dữ liệu", ["Sở Nội vụ"])


def test_a_time_may_follow_the_names_of_a_label() -> None:
    lead = "Trách nhiệm thực hiện: Sở Nội vụ. Hoàn thành trước 30/6/2025."
    assert read(f"1. Bố trí cán bộ tại Bộ phận một cửa. {lead}") == [
        ("Bố trí cán bộ tại Bộ phận một cửa", ["Sở Nội vụ"], "before 2025-06-30")
    ]


def test_a_value_that_only_gives_roles_is_no_sentence() -> None:
    who = "Cơ quan thực hiện: Sở Nội vụ chủ trì, phối hợp với Hội Liên hiệp Phụ nữ tỉnh An Hòa."
    (found,) = read("1. Truyền thông", "- Tổ chức tháng hành động.", who)
    assert found[:2] == ("Tổ chức tháng hành động", ["Sở Nội vụ"])


def test_labels_may_stand_without_a_heading() -> None:
    draft = drafted("- Rà soát quy định hiện hành.", LEAD)
    assert [(one.clause, one.text) for one in draft.duties] == [("1", "Rà soát quy định hiện hành")]


def test_a_content_with_labels_of_its_own_is_read_by_them() -> None:
    assert read(
        "1. Cải cách",
        "a) Rà soát quy định hiện hành",
        "- Cơ quan chủ trì: Sở Tư pháp",
        "b) Thời gian: năm 2025",
    ) == [("Rà soát quy định hiện hành", ["Sở Tư pháp"], "sometime")]


def test_every_item_of_a_content_is_a_duty() -> None:
    found = read(
        "1. Cải cách",
        "a) Nội dung:",
        "- Rà soát quy định hiện hành;",
        "- Sửa đổi quy định lạc hậu;",
        "b) Cơ quan chủ trì: Sở Tư pháp",
    )
    assert [(words, who) for words, who, _ in found] == [
        ("Rà soát quy định hiện hành", ["Sở Tư pháp"]),
        ("Sửa đổi quy định lạc hậu", ["Sở Tư pháp"]),
    ]


def test_items_below_a_sentence_go_on_about_it() -> None:
    found = read(
        "1. Cải cách",
        "a) Rà soát quy định hiện hành của tỉnh trong các lĩnh vực sau.",
        "- Đất đai, môi trường",
        "b) Cơ quan chủ trì: Sở Tư pháp",
    )
    assert len(found) == 1


def test_one_label_may_hold_leader_and_partners() -> None:
    draft = drafted(
        "II. NHIỆM VỤ",
        "1. Xây dựng kế hoạch kiểm tra",
        "a) Cơ quan chủ trì, phối hợp:",
        "- Chủ trì: Sở Nội vụ",
        "- Phối hợp: Sở Y tế",
        "- Xem thêm phụ lục",
        "b) Thời gian: năm 2025",
    )
    (duty,) = draft.duties
    assert (charged(draft)["II.1"], duty.partners) == (["Sở Nội vụ"], ("so-y-te",))
