"""When a sentence or a value says that something has to be done."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.plan.draft.time_phrases import MOST, read_times
from cchc_cli.plan.draft.time_schedules import Frame
from cchc_cli.plan.shorthand import parse_schedule

FRAME = Frame(2025, date(2025, 11, 20))
PROSE = {
    "trước 15/6/2026 (đối với báo cáo 6 tháng) và trước 15/12/2026 (đối với báo cáo năm)": [
        "before 2026-06-15 for h1",
        "before 2026-12-15 for year",
    ],
    "gửi báo cáo quý III trước ngày 20/9/2026": ["before 2026-09-20 for q3"],
    "báo cáo 9 tháng trước ngày 20/9/2026": ["before 2026-09-20 for 9m"],
    "báo cáo kết quả trước ngày 15/11 hằng năm": ["every year, before 11-15"],
    "Định kỳ hằng năm (trước ngày 15 tháng 12) báo cáo": ["every year, before 12-15"],
    "định kỳ hàng năm báo cáo Sở chậm nhất ngày 17 tháng 12": ["every year, by 12-17"],
    "hàng tháng (trước ngày 16 hàng tháng), 6 tháng (trước ngày 18/5), năm (trước 30/11 "
    "hàng năm)": [
        "every month, before day 16 of last month",
        "every year, before 05-18",
        "every year, before 11-30",
    ],
    "định kỳ hàng quý gửi về Sở (trước ngày 20 tháng cuối quý)": [
        "every quarter, before day 20 of last month"
    ],
    "gửi báo cáo trước ngày 05 tháng sau": ["every month, before day 5 of next month"],
    "báo cáo tháng gửi trước ngày 20": ["every month, before day 20 of last month"],
    "trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch": ['within 10 days of "nhận Kế hoạch"'],
    "trong 10 ngày làm việc kể từ ngày ban hành Kế hoạch này": [
        'within 10 working days of "ban hành Kế hoạch này"'
    ],
    "trong thời hạn 15 ngày kể từ ngày ký": ["by 2025-12-05"],
    "trong 2 tuần kể từ ngày ký ban hành": ["by 2025-12-04"],
    "trong vòng 3 tháng kể từ ngày ban hành Kế hoạch này": ["by 2026-02-20"],
    "trong 1 năm kể từ ngày ký": ["by 2026-11-20"],
    "báo cáo 3 tháng một lần": ["every 3 months"],
    "kiểm tra 6 tháng một lần": ["every half"],
    "kiểm tra 2 lần/năm": ["2 times every year"],
    "thông tin báo chí 1quý/lần": ["every quarter"],
    "mỗi tuần ít nhất một lần đăng bài": ["every week"],
    "gửi báo cáo trước thứ sáu hằng tuần": ["every week, before friday"],
    "báo cáo tuần, tháng và hằng năm": ["every week", "every month", "every year"],
    "Định kỳ 6 tháng, cuối năm báo cáo": ["reports h1 year"],
    "Báo cáo hàng quý, 6 tháng, cuối năm": ["reports q1 h1 q3 year"],
    "báo cáo quý I, quý III, 9 tháng": ["reports q1 q3 9m"],
    "xong trong tháng 12/2025": ["within 2025-12-01..2025-12-31"],
    "hoàn thành trong năm 2025": ["within 2025-01-01..2025-12-31"],
    "hoàn thành trước ngày 31/01/2026": ["before 2026-01-31"],
    "từ ngày 01/3/2026 đến ngày 15/4/2026 tổ chức": ["within 2026-03-01..2026-04-15"],
    "trình UBND tỉnh trong quý I": ["within 2026-01-01..2026-03-31"],
    "trình trước quý II/2026": ["before 2026-04-01"],
    "chậm nhất trong tháng 3/2026": ["by 2026-03-31"],
    "trong tháng 3 hằng năm": ["every year, by 03-31"],
    "Hằng năm báo cáo kết quả": ["every year"],
    "báo cáo 02 lần/ngày": ["continuous"],
    "thường xuyên kiểm tra": ["continuous"],
    "báo cáo kết quả thực hiện hằng quý": ["every quarter"],
    "rà soát ngay sau khi sắp xếp đơn vị hành chính": [],
    "báo cáo hằng tháng trước ngày 15/6": ["every month", "before 2026-06-15"],
    "báo cáo trước ngày 31/02 hằng năm": ["sometime"],
    "kiểm tra hằng quý, chậm nhất ngày 05 tháng đầu quý sau": [
        "every quarter, by day 5 of next month"
    ],
    "báo cáo tháng gửi trước ngày 20 hằng tháng": ["every month, before day 20 of last month"],
    "nếu có khó khăn, vướng mắc thì báo cáo": ['when "có khó khăn, vướng mắc"'],
    "báo cáo trước phiên họp thường kỳ ít nhất 3 ngày": ['when "phiên họp thường kỳ"'],
    "báo cáo trong vòng 24 giờ kể từ khi xảy ra": ['when "xảy ra"'],
    "xong trước ngày 30/02/2026": ["sometime"],
    # What names a day and no deadline.
    "theo Quyết định số 5568/QĐ-UBND ngày 09/12/2025 về dự toán": [],
    "thực hiện Luật Thư viện ngày 21/11/2019": [],
    "bố trí kinh phí trong dự toán ngân sách nhà nước hằng năm": [],
    "đến năm 2030 đạt 100%": [],
    "hộ khẩu thường trú trước ngày 01/01/2026": [],
    "dịch bệnh xảy ra trong năm 2025": [],
}
PROSE |= {
    "định kỳ 6 tháng một lần (trước ngày 15/6 và 15/12) gửi kết quả": [
        "every year, before 06-15",
        "every year, before 12-15",
    ],
    "báo cáo trước ngày 10/6 và ngày 10/12 hằng năm": [
        "every year, before 06-10",
        "every year, before 12-10",
    ],
    "báo cáo 6 tháng, năm trước ngày 10/6 và 10/12": [
        "every year, before 06-10",
        "every year, before 12-10",
    ],
    "gửi trước ngày 15/6, 15/12/2026": ["before 2026-06-15", "before 2026-12-15"],
    "gửi trước ngày 15 tháng 01 của năm kế tiếp": ["every year, before 01-15"],
    "sơ kết vào năm 2027 và tổng kết vào năm 2030": [
        "within 2027-01-01..2027-12-31",
        "within 2030-01-01..2030-12-31",
    ],
    "hoàn thiện dự án Luật, trình Chính phủ năm 2027": ["within 2027-01-01..2027-12-31"],
    "trình Chính phủ báo cáo năm 2027": [],
    "gửi kế hoạch trước ngày 15 tháng 11 của năm trước": ["every year, before 11-15"],
    "hoàn thành trong Quý III, IV năm 2026": ["within 2026-07-01..2026-12-31"],
    "tổ chức trong 3 ngày, từ ngày 10/7/2026 đến ngày 12/7/2026": ["within 2026-07-10..2026-07-12"],
    "trả lời trong thời hạn 05 ngày, gửi về Sở": ["sometime"],
}
VALUES = {
    "Quý III, IV/2026": "within 2026-07-01..2026-12-31",
    "Quý I, II, III năm 2026": "within 2026-01-01..2026-09-30",
    "Quý I, quý II năm 2026": "within 2026-01-01..2026-06-30",
    "Thường xuyên.": "continuous",
    "Theo kế hoạch công tác tư pháp hàng năm.": "every year",
    "Theo Kế hoạch riêng": "sometime",
    "Giai đoạn 2026-2030 và những năm tiếp theo.": "within 2026-01-01..2030-12-31",
    "Từ 01/7/2025.": "continuous",
    "Tháng 11, 12/2025 và bổ sung hàng năm.": "within 2025-11-01..2025-12-31",
    "6 tháng, hằng năm": "reports h1 year",
    "9/2025": "within 2025-09-01..2025-09-30",
    "2025 - 2030": "within 2025-01-01..2030-12-31",
    "Quý IV/2025- Quý II/2026": "within 2025-10-01..2026-06-30",
    "Quý IV/2025, Quý I/2026": "within 2025-10-01..2026-03-31",
    "Năm 2025 và các năm tiếp theo.": "continuous",
    "Sau khi Nghị định ban hành.": 'when "Nghị định ban hành"',
    "Quý I hằng năm": "every year, by 03-31",
    "Đến 30/6/2026": "by 2026-06-30",
    "ngày 15 tháng 6": "on 2026-06-15",
    "Tháng 7-9/2025": "within 2025-07-01..2025-09-30",
    "Từ ngày 01/3 đến ngày 15/4/2026": "within 2026-03-01..2026-04-15",
    "Trước 15/12 hàng năm": "every year, before 12-15",
    "Đến năm 2030": "by 2030-12-31",
    "Hoàn thành trong Quý III/2025": "within 2025-07-01..2025-09-30",
}


@pytest.mark.parametrize("words", PROSE)
def test_a_sentence_says_when(words: str) -> None:
    assert [one.schedule for one in read_times(words, FRAME)] == PROSE[words]


@pytest.mark.parametrize("words", VALUES)
def test_a_value_says_when(words: str) -> None:
    assert [one.schedule for one in read_times(words, FRAME, value=True)] == [VALUES[words]]


@pytest.mark.parametrize("words", [*PROSE, *VALUES])
def test_every_schedule_is_one_that_a_plan_may_hold(words: str) -> None:
    for one in read_times(words, FRAME, value=words in VALUES):
        parse_schedule(one.schedule)
        assert words[one.start : one.end].strip(" ,;:(") in one.words


@pytest.mark.parametrize(
    ("words", "code", "about"),
    [
        ("trước ngày 30/9/2010", "time_past", "30/09/2010"),
        ("trước ngày 15/6", "time_no_year", "2026"),
        ("báo cáo trước 19h00’ hằng ngày", "time_by_hour", "hằng ngày"),
        ("trong 15 ngày kể từ ngày ký", "time_from_issue", "20/11/2025"),
        ("trước ngày 20/12/2026 hoặc khi có yêu cầu", "time_other", "khi có yêu cầu"),
        ("gửi trong 03 ngày làm việc", "time_not_read", "trong 03 ngày làm việc"),
        ("xong trước ngày 31/4/2026", "time_not_read", "xong trước ngày 31/4/2026"),
    ],
)
def test_what_is_doubtful_about_a_time_is_told(words: str, code: str, about: str) -> None:
    doubts = read_times(words, FRAME)[-1].doubts
    assert (code, about) in [(one.code, one.words) for one in doubts]


def test_a_span_from_the_issue_of_an_undated_document_is_told() -> None:
    (timing,) = read_times("trong 15 ngày kể từ ngày ký", Frame(2025))
    assert timing.schedule == 'within 15 days of "ký"'
    assert timing.doubts[0].code == "issue_date_missing"


def test_there_is_an_end_to_the_deadlines_of_a_sentence() -> None:
    words = ", ".join(
        f"trước ngày {day}/{month}/2026" for month in (1, 3, 5) for day in range(1, 12)
    )
    assert len(read_times(words, FRAME)) == MOST


@given(st.lists(st.sampled_from([*" ".join((*PROSE, *VALUES)).split(), "(", ")", ",", "/"])))
def test_any_words_of_time_give_schedules_that_parse(words: list[str]) -> None:
    for value in (False, True):
        for one in read_times(" ".join(words), FRAME, value=value):
            parse_schedule(one.schedule)
            assert one.start <= one.end
