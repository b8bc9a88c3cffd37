"""Who a sentence charges, and with what role."""

import pytest

from cchc_cli.plan.draft.roles import capacity_of, is_role_alone, partners_of, receiver_of
from cchc_cli.plan.draft.subjects import is_short_name, names_of_heading, order_at, subject_of


@pytest.mark.parametrize(
    ("words", "names", "force"),
    [
        ("Sở Nội vụ chủ trì, phối hợp với các sở", ["Sở Nội vụ"], None),
        ("Giao Sở Nội vụ chủ trì rà soát", ["Sở Nội vụ"], "assigned"),
        ("Đề nghị Hội Nông dân tỉnh tuyên truyền", ["Hội Nông dân tỉnh"], "requested"),
        ("Yêu cầu các sở, ngành báo cáo kết quả", ["các sở, ngành"], "assigned"),
        ("UBND tỉnh yêu cầu Sở Nội vụ báo cáo", ["Sở Nội vụ"], "assigned"),
        ("Sở Nội vụ: tổng hợp báo cáo", ["Sở Nội vụ"], None),
        ("Căn cứ Kế hoạch này, các sở, ban, ngành xây dựng kế hoạch", ["các sở, ban, ngành"], None),
        ("Trong quá trình thực hiện, nếu có vướng mắc, Sở Nội vụ báo cáo", ["Sở Nội vụ"], None),
        ("Trước ngày 15/6, giao Sở Nội vụ báo cáo", ["Sở Nội vụ"], "assigned"),
        ("Tổ giúp việc ở địa phương có trách nhiệm theo dõi", ["Tổ giúp việc ở địa phương"], None),
        ("Nhà trường và phụ huynh cùng có trách nhiệm nhắc nhở", ["Nhà trường và phụ huynh"], None),
        ("Chủ tịch UBND tỉnh trân trọng đề nghị Bộ Nội vụ xem xét", ["Bộ Nội vụ"], "requested"),
        ("Sở Y tế yêu cầu các trường học rà soát", ["các trường học"], "assigned"),
        ("Tuyên truyền: Báo An Hòa mở chuyên mục", ["Báo An Hòa"], None),
        ("Tập huấn - do Sở Nội vụ chủ trì", ["Sở Nội vụ"], None),
        ("Các sở (có nhiệm vụ tại Phụ lục) xây dựng kế hoạch", ["Các sở"], None),
        ("Đối với Sở Nội vụ: tổng hợp báo cáo", ["Sở Nội vụ"], "assigned"),
        ("Riêng đối với Sở Nội vụ: tổng hợp báo cáo", ["Sở Nội vụ"], "assigned"),
        ("Mời Hội Nông dân tỉnh phối hợp tuyên truyền", ["Hội Nông dân tỉnh"], "requested"),
        ("Sở Nội vụ mời Hội Nông dân tỉnh dự họp", ["Sở Nội vụ"], None),
        ("Văn phòng Sở là bộ phận thường trực, theo dõi", ["Văn phòng Sở"], None),
        ("Kế toán Sở bố trí kinh phí", ["Kế toán Sở"], None),
        (
            "Các đoàn kiểm tra liên ngành tổ chức kiểm tra",
            ["Các đoàn kiểm tra liên ngành"],
            None,
        ),
        (
            "Các cơ sở sản xuất, kinh doanh thực phẩm tuân thủ điều kiện",
            ["Các cơ sở sản xuất, kinh doanh thực phẩm"],
            None,
        ),
        ("Thanh tra Bộ chủ trì cùng Vụ Pháp chế kiểm tra", ["Thanh tra Bộ"], None),
        (
            "Đồng chí Lê Thị Tặng - Phó Giám đốc Sở phụ trách chung",
            ["Đồng chí Lê Thị Tặng - Phó Giám đốc Sở"],
            None,
        ),
        (
            "Các đồng chí Phó Trưởng ban theo lĩnh vực phụ trách chỉ đạo, kiểm tra",
            ["Các đồng chí Phó Trưởng ban"],
            None,
        ),
    ],
)
def test_a_sentence_has_a_subject(words: str, names: list[str], force: str | None) -> None:
    subject = subject_of(words)
    assert subject is not None
    assert [one.name for one in subject.parties] == names
    assert subject.force == force
    assert words[subject.rest :]


@pytest.mark.parametrize(
    "words",
    [
        "Rà soát, sửa đổi quy định",
        "Trên cơ sở đề xuất của Sở Nội vụ, tổng hợp trình UBND tỉnh",
        "Khi phối hợp với Sở Nội vụ, các sở, gửi hồ sơ",
        "Đối với các sở, việc báo cáo theo quy định",
        "Căn cứ" + ", a" * 20,
        "Các địa phương đã ban hành chính sách hỗ trợ",
        "Sở Nội vụ đã ban hành quy chế",
        "Ông Lê An; phụ trách chung",
        "Ông Lê An",
        "",
    ],
)
def test_a_sentence_without_subject(words: str) -> None:
    assert subject_of(words) is None


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Sở Nội vụ", ["Sở Nội vụ"]),
        ("Trách nhiệm của Sở Nội vụ:", ["Sở Nội vụ"]),
        ("Đề nghị Ủy ban MTTQ tỉnh", ["Ủy ban MTTQ tỉnh"]),
        ("Sở Nội vụ - cơ quan thường trực", ["Sở Nội vụ"]),
        ("Các sở (Sở Y tế, Sở Nội vụ)", ["Các sở"]),
        ("Sở Y tế các tỉnh, thành phố:", ["Sở Y tế các tỉnh, thành phố"]),
        ("Các chủ rừng là tổ chức:", ["Các chủ rừng là tổ chức"]),
        ("Giám đốc Sở Y tế, Sở Nội vụ.", ["Sở Y tế", "Sở Nội vụ"]),
    ],
)
def test_a_heading_of_names(words: str, names: list[str]) -> None:
    found = names_of_heading(words)
    assert found is not None
    assert [one.name for one in found] == names


@pytest.mark.parametrize(
    "words",
    [
        "Cải cách thể chế",
        "Sở Nội vụ tổng hợp báo cáo kết quả thực hiện Kế hoạch này gửi Bộ Nội vụ.",
        "Về phối hợp với Sở Nội vụ",
        "",
        "Sở Nội vụ " * 60,
    ],
)
def test_a_heading_of_more_than_names(words: str) -> None:
    assert names_of_heading(words) is None


def test_a_heading_may_only_begin_with_a_name() -> None:
    assert names_of_heading("Sở Nội vụ và việc đánh giá kết quả công tác", loosely=True)


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("chủ trì, phối hợp với các sở", "lead"),
        ("phối hợp với Sở Nội vụ rà soát", "cooperate"),
        ("chủ động phối hợp cùng các ngành", "cooperate"),
        ("rà soát hồ sơ", "implement"),
        ("phối hợp với cơ quan chủ trì", "cooperate"),
    ],
)
def test_the_first_verbs_give_the_role(words: str, role: str) -> None:
    assert capacity_of(words)[0] == role


def test_partners_are_named_or_told() -> None:
    named, said = partners_of("chủ trì, phối hợp chặt chẽ với Sở Y tế và các địa phương rà soát")
    assert [one.name for one in named] == ["Sở Y tế", "các địa phương"]
    assert said == "Sở Y tế và các địa phương"
    assert partners_of("phối hợp kiểm tra") == ((), None)
    assert partners_of("rà soát") == ((), None)


def test_the_receiver_and_who_stands_between() -> None:
    to, through = receiver_of("báo cáo kết quả về UBND tỉnh An Hòa (qua Sở Nội vụ)")
    assert to is not None
    assert through is not None
    assert (to.name, through.name) == ("UBND tỉnh An Hòa", "Sở Nội vụ")
    assert receiver_of("rà soát hồ sơ") == (None, None)


@pytest.mark.parametrize(
    ("words", "order"), [("Giao Sở Nội vụ", "giao"), ("Giao thông", ""), ("Sở Nội vụ", "")]
)
def test_an_order_begins_a_heading(words: str, order: str) -> None:
    assert order_at(words)[0] == order


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ("Chủ trì, phối hợp với các sở, ngành:", True),
        ("Chủ trì, phối hợp với các sở, ngành rà soát", False),
        ("Rà soát", False),
    ],
)
def test_a_role_may_stand_alone(words: str, alone: bool) -> None:
    assert is_role_alone(words) is alone


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("Tổ trưởng chuyên môn", True),
        ("Kế toán", True),
        ("Rà soát", False),
        ("Kế toán ghi sổ.", False),
    ],
)
def test_positions_are_short_names(words: str, short: bool) -> None:
    assert is_short_name(words) is short
