"""The words of the Word templates, with their tags; users change them in Word."""

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
REPORT = "BÁO CÁO"
_BLANK_DAY = "ngày {{ fill('ngày', 'ngay') }} tháng {{ fill('tháng', 'thang') }}"
_PLACE = "{{ place or fill('địa danh', 'dia_danh') }}"
_SYMBOL = "{{ symbol or fill('ký hiệu cơ quan', 'ky_hieu') }}"
REPORT_NUMBER = f"Số: {{{{ fill('số', 'so') }}}}/BC-{_SYMBOL}"
REPORT_DAY = f"{_PLACE}, {_BLANK_DAY} năm {{{{ today.year }}}}"
REPORT_SUBJECT = "Kết quả {{ plan.subject }} {{ period | period }}"
THEMATIC_SUBJECT = (
    "Chuyên đề {{ period | period }} về kết quả thực hiện nhiệm vụ được giao trong "
    "{{ plan.short_title }}"
)
REPORT_TITLE = f"Báo cáo {REPORT_SUBJECT[:1].lower()}{REPORT_SUBJECT[1:]}"
THEMATIC_TITLE = f"Báo cáo {THEMATIC_SUBJECT[:1].lower()}{THEMATIC_SUBJECT[1:]}"
ADDRESSEE = "Kính gửi: {{ receiver }}{{ ' (thông qua ' ~ through ~ ')' if through else '' }}."
BASIS = (
    "Căn cứ {{ basis.type }} số {{ basis.number }}"
    "{{ ' ngày ' ~ (basis.dated | day) if basis.dated else '' }}"
    "{{ ' của ' ~ basis.issuer if basis.issuer else '' }}"
    "{{ ' về ' ~ basis.subject if basis.subject else '' }};"
)
PLAN = (
    "Thực hiện {{ plan.title }} ({% if plan.document.number and plan.document.dated %}"
    "số {{ plan.document.number }} ngày {{ plan.document.dated | day }}{% else %}"
    "{{ fill('số, ngày ban hành của Kế hoạch', 'ke_hoach_tp') }}{% endif %}), "
    "{{ author_name }} báo cáo kết quả như sau:"
)
PERIOD = (
    "Số liệu của kỳ {{ period | period }}: từ ngày {{ period.first | day }} đến hết ngày "
    "{{ period.last | day }}."
)
REPORT_END = (
    "Trên đây là báo cáo kết quả {{ plan.subject }} {{ period | period }} của {{ author_name }}./."
)
THEMATIC_END = "Trên đây là báo cáo chuyên đề {{ period | period }} của {{ author_name }}./."
CITY_END = (
    "Trên đây là báo cáo kết quả {{ plan.subject }} {{ period | period }} của "
    "{{ plan.registry.territory }}./."
)

LEADING = "CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI"
OWN_PLAN = "Kế hoạch của cơ quan (kế hoạch riêng hoặc một mục trong Kế hoạch CCHC)"
OWN_PLAN_ASKED = "số, ngày, trích yếu"
CITY_PLAN = "Kế hoạch của Thành phố"
UNIT_PLANS = ("Kế hoạch của các cơ quan, đơn vị", "số cơ quan đã có kế hoạch trên tổng số")
GUIDANCE = (
    ("van_ban", "Văn bản chỉ đạo đã ban hành", "danh mục văn bản"),
    ("phu_trach", "Phân công phụ trách", "lãnh đạo và đơn vị phụ trách"),
)
RESULTS = "KẾT QUẢ THỰC HIỆN"
BY_TOPIC = "Theo nội dung"
TOPICS_ASKED = "kết quả theo nội dung"
RESULT_ASKED = "kết quả"
BY_CHANNEL = "Theo hình thức"
CHANNELS_ASKED = "kết quả theo hình thức"
SEE_STATISTICS = "(Số liệu chi tiết tại {{ annexes.statistics }}.)"
ASSIGNED = "Các nhiệm vụ được giao trong Kế hoạch"
OWN_TASKS = (
    "Kỳ này {{ author_name }} có {{ tasks | length }} nhiệm vụ (chi tiết tại {{ annexes.tasks }})."
)
CITY_TASKS = (
    "Kỳ này Kế hoạch có {{ tasks | length - requested_tasks }} nhiệm vụ được giao và "
    "{{ requested_tasks }} việc đề nghị (chi tiết tại {{ annexes.tasks }})."
)
OVERALL = "đánh giá chung mức độ hoàn thành"
TASK_RESULT = "kết quả, sản phẩm, mức độ hoàn thành"
ROLL_CALL = "Tình hình báo cáo của các cơ quan, đơn vị"
ROLL_ASKED = "số cơ quan đã báo cáo, chưa báo cáo"
RANKING = "Cơ quan, đơn vị thực hiện tốt, còn chậm"
RANKING_ASKED = "cơ quan, đơn vị thực hiện tốt; cơ quan, đơn vị còn chậm"
MISSING = (
    "{{ one.title }}: {{ one.missing_count }} cơ quan, đơn vị chưa báo cáo: {{ one.missing }}."
)
ASSESSMENT = "ĐÁNH GIÁ"
ASSESSED = (
    ("uu_diem", "Ưu điểm", "ưu điểm", "strength"),
    ("han_che", "Tồn tại, hạn chế", "tồn tại, hạn chế", "shortcoming"),
    ("nguyen_nhan", "Nguyên nhân (khách quan, chủ quan)", "nguyên nhân", "cause"),
)
DIRECTION = "PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ TIẾP THEO"
DIRECTION_ASKED = "phương hướng, nhiệm vụ"
PROPOSALS = "KIẾN NGHỊ, ĐỀ XUẤT"
PROPOSALS_ASKED = "kiến nghị, đề xuất"

FOR_COMMITTEE = "TM. ỦY BAN NHÂN DÂN"
CHAIR = "{{ fill('CHỦ TỊCH, hoặc KT. CHỦ TỊCH / PHÓ CHỦ TỊCH', 'chuc_vu') }}"
CAPACITY = "{{ fill(signer_hint, 'chuc_vu') }}"
# Condition and text of each line.
REPORT_RECIPIENTS = (
    ("if receiver", "Như trên;"),
    ("", "{{ fill('nơi nhận khác', 'noi_nhan') }};"),
    ("", "Lưu: VT, {{ fill('đơn vị soạn thảo', 'don_vi_soan') }}."),
)
LETTER_RECIPIENTS = (
    ("for one in recipients", "{{ one }};"),
    ("", "Lưu: VT, {{ archive or fill('đơn vị soạn thảo', 'don_vi') }}."),
)

STATISTICS = "SỐ LIỆU THEO HÌNH THỨC"
STATES = "TÌNH HÌNH THỰC HIỆN CÁC NHIỆM VỤ ĐƯỢC GIAO"
BEHIND = "DANH SÁCH NHIỆM VỤ QUÁ HẠN, TRỄ HẠN"
VOICES = "TỔNG HỢP KHÓ KHĂN, KIẾN NGHỊ CỦA CÁC CƠ QUAN, ĐƠN VỊ"
ATTACHED = (
    f"(Kèm theo Báo cáo số {{{{ fill('số', 'so') }}}}/BC-{_SYMBOL} {_BLANK_DAY} "
    "năm {{ today.year }} của {{ author_name }})"
)
CHAIN = "Sổ ghi nhận: {{ head.number }} mục; mã cuối chuỗi {{ head.hash }}."

# Widths in twips; style and text of each cell.
FIGURE_WIDTHS = (700, 4200, 1300, 1500, 1500, 1700, 3386)
FIGURE_HEADS = (
    "STT", "Chỉ tiêu", "Đơn vị tính", "Kỳ này", "Lũy kế", "Cùng kỳ năm trước",
    "Ghi chú, minh chứng",
)  # fmt: skip
FIGURE_GROUP = (
    ("BangDau", "{{ loop.index }}"), ("BangNhom", "{{ group.title }}"), *((("Bang", ""),) * 5),
)  # fmt: skip


def _figure(name: str, tag: str) -> tuple[str, str]:
    asked = f"fill('số', 'so_lieu.' ~ one.id ~ '.{tag}')"
    return "BangSo", f"{{{{ one.{name} if one.{name} != '…' else {asked} }}}}"


FIGURE_CELLS = (
    ("BangGiua", ""),
    ("Bang", "{{ one.name }}"),
    ("BangGiua", "{{ one.unit }}"),
    _figure("now", "ky_nay"),
    _figure("since", "luy_ke"),
    _figure("before", "cung_ky"),
    ("Bang", "{{ note('so_lieu.' ~ one.id ~ '.ghi_chu') }}"),
)
STATE_WIDTHS = (650, 3600, 2000, 1900, 2000, 1900, 2236)
STATE_HEADS = (
    "TT", "Nhiệm vụ", "Kết quả yêu cầu", "Thời gian hoàn thành", "Cơ quan thực hiện", "Tiến độ",
    "Kết quả hiện nay",
)  # fmt: skip
_TASK = (
    "{{ task.title }} ({{ task.id }})"
    "{{ '; cùng sự kiện: ' ~ task.also | join(', ') if task.also else '' }}"
)
_PROGRESS = "{{ task.progress or fill('tiến độ', 'nhiem_vu.' ~ task.id ~ '.tien_do') }}"
_RESULT = "{{ task.result or fill('kết quả', 'nhiem_vu.' ~ task.id ~ '.ket_qua') }}"
_STATES_BEFORE = (
    ("Bang", "{{ task.product or note('nhiem_vu.' ~ task.id ~ '.yeu_cau') }}"),
    ("Bang", "{{ task.due }}"),
)
OWN_STATES = (
    ("BangGiua", "{{ loop.index }}"),
    ("Bang", _TASK),
    *_STATES_BEFORE,
    ("Bang", "{{ author_name }} ({{ task.role }})"),
    ("Bang", _PROGRESS),
    ("Bang", _RESULT),
)
CITY_STATES = (
    ("BangGiua", "{{ loop.index }}"),
    ("Bang", _TASK + "{{ ' (được đề nghị)' if task.requested else '' }}"),
    *_STATES_BEFORE,
    ("Bang", "{{ task.holders }}"),
    ("Bang", _PROGRESS),
    ("Bang", _RESULT),
)
BEHIND_WIDTHS = (650, 3600, 5236, 2000, 2800)
BEHIND_HEADS = ("TT", "Cơ quan, đơn vị", "Nhiệm vụ", "Thời hạn", "Tình trạng")
BEHIND_CELLS = (
    ("BangGiua", "{{ loop.index }}"), ("Bang", "{{ one.agency }}"),
    ("Bang", "{{ one.title }} ({{ one.id }})"), ("Bang", "{{ one.due }}"),
    ("Bang", "{{ one.state }}"),
)  # fmt: skip
VOICE_WIDTHS = (650, 2800, 3636, 3600, 3600)
VOICE_HEADS = ("TT", "Cơ quan, đơn vị", "Tồn tại, hạn chế", "Nguyên nhân", "Kiến nghị, đề xuất")
VOICE_CELLS = (
    ("BangGiua", "{{ loop.index }}"), ("Bang", "{{ one.agency }}"),
    ("Bang", "{{ one.shortcoming }}"), ("Bang", "{{ one.cause }}"), ("Bang", "{{ one.proposal }}"),
)  # fmt: skip
ROLL_WIDTHS = (600, 3954, 1200, 1200, 1200, 1200)
ROLL_HEADS = ("TT", "Báo cáo", "Phải báo cáo", "Đã báo cáo", "Trong đó trễ", "Chưa báo cáo")
ROLL_CELLS = (
    ("BangGiua", "{{ loop.index }}"), ("Bang", "{{ one.title }} ({{ one.id }})"),
    ("BangGiua", "{{ one.owed }}"), ("BangGiua", "{{ one.done }}"),
    ("BangGiua", "{{ one.late }}"), ("BangGiua", "{{ one.missing_count }}"),
)  # fmt: skip
RANK_WIDTHS = (600, 4154, 1200, 1200, 1100, 1100)
RANK_HEADS = ("TT", "Cơ quan, đơn vị", "Phải thực hiện", "Đã thực hiện", "Tỷ lệ", "Quá hạn")
RANK_GROUP = (("Bang", ""), ("BangNhom", "{{ group.title }}"), *((("Bang", ""),) * 4))
RANK_CELLS = (
    ("BangGiua", "{{ one.place }}"), ("Bang", "{{ one.agency }}"), ("BangGiua", "{{ one.owed }}"),
    ("BangGiua", "{{ one.done }}"), ("BangGiua", "{{ one.share }}"),
    ("BangGiua", "{{ one.overdue }}"),
)  # fmt: skip

SPACE_ABOVE = '<w:spacing w:before="240" w:after="240"/>'
SPACE_UNDER_TABLE = '<w:spacing w:before="120" w:after="120" w:line="264" w:lineRule="auto"/>'
LETTER_TITLE = "V/v {{ subject }}"
LETTER_NUMBER = (
    f"Số: {{{{ fill('số', 'so') }}}}/{_SYMBOL}-{{{{ unit or fill('đơn vị soạn thảo', 'don_vi') }}}}"
)
LETTER_DAY = f"{_PLACE}, {{{{ dated }}}}"
_STANDING = "quý cơ quan có {{ summary }}"
LETTER_BEFORE = (
    "Thực hiện {{ plan_title }} ({% if plan_number and plan_dated %}số {{ plan_number }} ngày "
    "{{ plan_dated }}{% else %}{{ fill('số, ngày ban hành của Kế hoạch', 'so_ke_hoach') }}"
    "{% endif %}), {{ issuer }} đã theo dõi, tổng hợp tình hình thực hiện của các cơ quan, đơn vị.",
    "Tính đến ngày {{ as_of }}, " + _STANDING + "{% if step != 'remind' and sent_days %}, mặc dù "
    "{{ issuer }} đã {{ 'nhiều lần ' if step == 'escalate' else '' }}có văn bản nhắc"
    "{{ ', đôn đốc' if step == 'escalate' else '' }} (ngày {{ sent_days }}){% endif %}:",
)
LETTER_AFTER = (
    "{% if step == 'escalate' %}Đề nghị Thủ trưởng cơ quan trực tiếp chỉ đạo thực hiện dứt điểm, "
    "báo cáo rõ nguyên nhân chậm và gửi kết quả về {{ issuer }} trước ngày {{ answer_by }}. "
    "{{ issuer }} báo cáo {{ leader }} về tình hình nêu trên để xem xét, chỉ đạo."
    "{% elif overdue or returned %}Đề nghị quý cơ quan khẩn trương thực hiện, gửi kết quả và minh "
    "chứng về {{ issuer }} trước ngày {{ answer_by }}; trường hợp đã thực hiện, đề nghị gửi văn "
    "bản, minh chứng để cập nhật."
    "{% else %}Đề nghị quý cơ quan thực hiện đúng thời hạn và gửi kết quả, minh chứng về "
    "{{ issuer }} để tổng hợp.{% endif %}"
)
LETTER_END = "{{ issuer }} trân trọng đề nghị quý cơ quan quan tâm, phối hợp thực hiện./."
ITEM_WIDTHS = (600, 3654, 1800, 1500, 1800)
ITEM_HEADS = ("TT", "Nhiệm vụ", "Kỳ", "Thời hạn", "Tình trạng")
ITEM_CELLS = (
    ("BangGiua", "{{ item.no }}"),
    ("Bang", "{{ item.title }} ({{ item.id }}{{ ', ' ~ item.also if item.also else '' }})"),
    ("BangGiua", "{{ item.period }}"),
    ("BangGiua", "{{ item.due }}"),
    ("BangGiua", "{{ item.state }}{{ '; ' ~ item.before if item.before else '' }}"),
)
