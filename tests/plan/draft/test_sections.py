"""The kinds of parts, by their headings, and sentences that are context for sure."""

import pytest

from cchc_cli.plan.draft.context import told_of_itself
from cchc_cli.plan.draft.sections import section_of


@pytest.mark.parametrize(
    ("heading", "kind", "reason"),
    [
        ("TỔ CHỨC THỰC HIỆN", "duties", "content"),
        ("Trách nhiệm của các cơ quan", "duties", "content"),
        ("Chế độ báo cáo", "duties", "content"),
        ("NHIỆM VỤ, GIẢI PHÁP", "tasks", "content"),
        ("Nội dung thực hiện", "tasks", "content"),
        ("MỤC ĐÍCH, YÊU CẦU", "context", "purpose"),
        ("Yêu cầu", "context", "requirement"),
        ("Quan điểm chỉ đạo", "context", "viewpoint"),
        ("MỤC TIÊU", "context", "target"),
        ("Phạm vi, đối tượng", "context", "scope"),
        ("Tình hình chung", "context", "situation"),
        ("Căn cứ pháp lý", "context", "basis"),
        ("KINH PHÍ THỰC HIỆN", "context", "funding"),
        ("Hiệu lực thi hành", "context", "formal"),
        ("Mẫu số 01", "forms", "form"),
    ],
)
def test_a_heading_names_its_kind(heading: str, kind: str, reason: str) -> None:
    section = section_of(heading)
    assert section is not None
    assert (section.kind, section.reason) == (kind, reason)


@pytest.mark.parametrize("heading", ["Sở Nội vụ", "Cải cách thể chế", "nhiệm vụ " * 40])
def test_other_headings_name_none(heading: str) -> None:
    assert section_of(heading) is None


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Kinh phí thực hiện do ngân sách bảo đảm", "funding"),
        ("Quyết định này có hiệu lực kể từ ngày ký", "formal"),
        ("Giám đốc các sở chịu trách nhiệm thi hành Quyết định này", "formal"),
        ("Trên đây là Kế hoạch năm 2025", "closing"),
        ("UBND tỉnh thông báo để các đơn vị biết, thực hiện", "closing"),
        ("Sở Nội vụ tổng hợp báo cáo", None),
    ],
)
def test_a_sentence_may_tell_of_the_document_itself(words: str, reason: str | None) -> None:
    assert told_of_itself(words) == reason
