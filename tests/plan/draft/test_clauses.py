"""An item into the single things that it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.plan.draft.clauses import begins_duty, pieces


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Rà soát quy định hiện hành. Sở Nội vụ tổng hợp kết quả.",
            ["Rà soát quy định hiện hành", "Sở Nội vụ tổng hợp kết quả"],
        ),
        (
            "Tổ chức hội nghị tổng kết; báo cáo kết quả thực hiện",
            ["Tổ chức hội nghị tổng kết", "báo cáo kết quả thực hiện"],
        ),
        ("Rà soát quy định; nhất là về đất đai", ["Rà soát quy định; nhất là về đất đai"]),
        ("Rà soát (theo mẫu. Gửi về Sở) trước hạn", ["Rà soát (theo mẫu. Gửi về Sở) trước hạn"]),
        ('Treo "Năm. Tháng" ở trụ sở', ['Treo "Năm. Tháng" ở trụ sở']),
        (
            "Rà soát (theo mẫu các văn bản. Tổ chức thực hiện ngay",
            ["Rà soát (theo mẫu các văn bản", "Tổ chức thực hiện ngay"],
        ),
        (
            "Giao Sở Nội vụ; rà soát văn bản liên quan",
            ["Giao Sở Nội vụ; rà soát văn bản liên quan"],
        ),
        (
            "Chủ trì, phối hợp với Sở Y tế; Sở Nội vụ rà soát văn bản",
            ["Chủ trì, phối hợp với Sở Y tế; Sở Nội vụ rà soát văn bản"],
        ),
        ("", []),
    ],
)
def test_parts_of_an_item(text: str, parts: list[str]) -> None:
    assert [one.text for one in pieces(text)] == parts


@pytest.mark.parametrize(
    ("words", "duty"),
    [
        ("Rà soát, hoàn thiện quy định", True),
        ("Giao Sở Nội vụ làm đầu mối", True),
        ("Sở Nội vụ tổng hợp báo cáo", True),
        ("Hằng năm, kiểm tra việc thực hiện", True),
        ("nhất là lĩnh vực đất đai", False),
        ("Tỷ lệ hồ sơ đúng hạn đạt 95%", False),
        ("Rà soát", False),
    ],
)
def test_what_begins_a_duty(words: str, duty: bool) -> None:
    assert begins_duty(words) is duty


@given(st.text(alphabet='aSở. ;()"“”\n-RàẤ,', max_size=60))
def test_parts_hold_all_words_in_order(text: str) -> None:
    at = 0
    for part in pieces(text):
        assert part.start >= at
        assert text.startswith(part.text, part.start)
        assert not text[at : part.start].strip(" ;.,/!?\n-+•")
        at = part.start + len(part.text)
    assert not text[at:].strip(" ;.,/!?\n-+•")
