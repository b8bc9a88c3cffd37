"""Sentences of faults of use, by error code, and what each exit code means."""

import errno
import os
from datetime import date

from cchc_cli.errors import CchcError
from cchc_cli.views.wording.days import day_text
from cchc_cli.views.wording.documents import DOCUMENT_ERRORS
from cchc_cli.views.wording.nd30 import WORD_ERRORS
from cchc_cli.views.wording.stores import STORE_ERRORS

REASONS: dict[str, str] = {
    "ENOENT": "không có thư mục hoặc tệp này",
    "EEXIST": "đã có một tệp cùng tên",
    "ENOTDIR": "một phần của đường dẫn không phải là thư mục",
    "EISDIR": "đây là một thư mục",
    "EACCES": "không có quyền",
    "EPERM": "không có quyền",
    "EROFS": "ổ đĩa chỉ cho đọc",
    "ENOSPC": "ổ đĩa đã đầy",
    "EDQUOT": "hết dung lượng được cấp",
    "ENAMETOOLONG": "tên quá dài",
    "EINVAL": "tên tệp không hợp lệ",
    "EBUSY": "tệp đang được chương trình khác dùng",
    "EFBIG": "tệp quá lớn",
    "EIO": "lỗi đọc, ghi ổ đĩa",
}

ERRORS: dict[str, str] = {
    "bad_plan": "Tệp {file} có lỗi, chưa dùng được. Xem đầy đủ: cchc plan check {file}",
    "cannot_splice": (
        "{file}: không tự sửa được chỗ “{field}” mà giữ nguyên cách viết của tệp; hãy sửa tay. "
        "Tệp chưa bị thay đổi."
    ),
    "not_a_registry": "{file} không phải danh bạ cơ quan (format: cchc-agencies/1).",
    "group_not_agency": "“{name}” là tên một nhóm, không phải một cơ quan.",
    "ended_already": "{name} đã thôi hoạt động từ {day} theo danh bạ.",
    "not_there_yet": "{name} chưa có trước ngày {day}.",
    "heir_not_there": "{name} không có vào ngày {day}.",
    "agency_alike": (
        "“{name}” chỉ khác dấu so với {known}. Ghi đúng tên nếu là cơ quan ấy; cơ quan mới phải có "
        "tên khác."
    ),
    "name_taken": "Đã có cơ quan tên “{name}”; dùng cchc agencies merge --into.",
    "nobody_ends": "Không có cơ quan nào khác để nhập vào {name}.",
    "split_needs_two": "Chia tách cần ít nhất hai cơ quan nhận: dùng --into từ hai lần.",
    "split_into_itself": (
        "{name} không thể vừa thôi hoạt động vừa nhận việc; nếu cơ quan này còn, chỉ cần sửa từng "
        "nhiệm vụ."
    ),
    "only_for_new": "{option} chỉ dùng cho cơ quan lập mới.",
    "bad_id": "“{value}” không dùng làm mã được. Viết chữ thường không dấu, số, dấu -, ví dụ snv.",
    "packaged_registry": (
        "{file} đi kèm chương trình, không sửa được. Chép cả thư mục ra chỗ khác rồi dùng "
        "--registry "
        "hoặc CCHC_PLANS; hoặc chỉ xem với --dry-run."
    ),
    "edit_unsound": "Sửa như vậy thì {file} không qua được kiểm tra; chưa ghi gì.",
    "no_file_there": "Không có tệp {file}.",
    "target_exists": "{file} đã có; không ghi đè. Chọn tên khác với -o, hoặc thêm --force.",
    "bad_year": "“{value}” không phải là năm. Viết bốn chữ số, ví dụ 2026.",
    "same_year": "Kế hoạch đã là của năm {year}; hãy chọn năm khác.",
    "rolled_unsound": "Bản chuyển từ {file} không qua được kiểm tra; chưa ghi gì.",
    "no_plans": "Không có kế hoạch (tệp .yaml) trong thư mục {folder}.",
    "no_plan": "Không có kế hoạch nào tên “{name}”. Hiện có: {known}.",
    "not_a_plan": "Tệp {file} là danh bạ, lịch hoặc văn bản sửa đổi, không phải kế hoạch.",
    "plan_file_needed": (
        "Kế hoạch {id} đi kèm chương trình, không sửa được: ghi rõ tệp kế hoạch của mình, ví dụ "
        "plans/2026.yaml, hoặc chạy trong không gian làm việc."
    ),
    "bad_amendment": "Văn bản sửa đổi chưa hợp lệ nên không ghi gì ({file}).",
    "bad_extension": (
        "“{value}” không phải là một gia hạn. Viết như V.6.4c=2021-12-31, hoặc MÃ@KỲ=NGÀY khi "
        "nhiệm vụ có nhiều kỳ, ví dụ V.6.3b@q3=2021-10-05."
    ),
    "diff_of_what": (
        "So sánh cần hai kế hoạch, hoặc một kế hoạch với --on NGÀY (trước và sau khi sửa đổi)."
    ),
    "reason_with_context": (
        "--context và --reason đi cùng nhau: mục nào, và vì sao không giao việc."
    ),
    "no_source_clause": "Văn bản không có mục “{clause}”.{hint}",
    "many_plans": "Có nhiều kế hoạch cùng hiệu lực ngày {day}: {known}. Chọn một bằng --plan.",
    "no_duty": "Không có nhiệm vụ “{id}” trong kế hoạch.{hint}",
    "no_clause": "Không có mục “{clause}” trong kế hoạch. Các mục có nhiệm vụ: {known}.",
    "no_agency": "Không tìm thấy cơ quan nào tên “{name}”.{hint}",
    "empty_name": "Tên để trống.",
    "no_group": "Không tìm thấy nhóm nào tên “{name}”. Các nhóm hiện có: {known}.",
    "agency_is_group": "“{name}” là tên một nhóm, không phải một cơ quan. Dùng: --group {id}",
    "agency_ended": "{name} không có trong thời gian của kế hoạch ({period}).{hint}",
    "many_agencies": "“{name}” có thể là {number} cơ quan:\n{known}\nHãy ghi rõ hơn.",
    "workspace_needed": (
        "Chưa có không gian làm việc. Tạo một: cchc init THƯ MỤC; rồi chạy lệnh trong thư mục đó "
        "(hoặc dùng --workspace)."
    ),
    "no_workspace": "{folder} không phải không gian làm việc (không có tệp cchc.toml).",
    "workspace_there": "{folder} đã là không gian làm việc; không thay đổi gì.",
    "bad_settings": "{file}{at}: sai cú pháp TOML.",
    "settings_not_utf8": "{file} không phải UTF-8; hãy lưu lại với mã UTF-8.",
    "settings_unreadable": "Không đọc được {file}: {reason}.",
    "bad_setting": "{file}: không có khóa “{key}”. Được phép: {allowed}.",
    "setting_not_text": "{file}: giá trị của “{key}” phải là chữ, đặt trong dấu nháy.",
    "settings_format": '{file}: chương trình này chỉ đọc được format = "{format}".',
    "duty_needed": "Thiếu mã nhiệm vụ. Xem các mã: cchc duties",
    "agency_needed": "Nhiệm vụ {id}: thiếu --agency.",
    "period_needed": "Nhiệm vụ {id} có nhiều kỳ: thêm --period. Các kỳ: {known}.",
    "duty_ended": (
        "Nhiệm vụ {id} đã thôi thực hiện từ {since} theo văn bản sửa đổi, không còn kỳ nào."
    ),
    "no_occurrence": "Nhiệm vụ {id} không có kỳ “{name}”. Các kỳ: {known}.",
    "many_periods": "“{name}” có thể là nhiều kỳ: {known}.",
    "no_such_week": "Không có tuần “{name}”.",
    "evidence_needed": (
        "Nhiệm vụ {id}: chưa có minh chứng. Thêm --document, --evidence, hoặc "
        "--without-evidence LÝ DO."
    ),
    "entry_needed": "Cần --entry SỐ: mục bị trả lại hoặc được chấp nhận.",
    "needs_document": "{option} chỉ dùng cùng với --document.",
    "bad_document": (
        "“{value}” không phải là số, ký hiệu văn bản. Viết như 123/BC-SNV, 05/BNV-VP hoặc "
        "171-KH/TU."
    ),
    "bad_figure": "“{value}” không phải là số liệu. Viết như hoi-nghi=2 hoặc hoi-nghi-luot=1.250.",
    "figure_twice": "Chỉ tiêu {name} được ghi hai lần.",
    "rate_figure": (
        "Chỉ tiêu {name} là tỷ lệ, không cộng được: ghi các số tuyệt đối, điền tỷ lệ khi lập báo "
        "cáo."
    ),
    "no_indicator": "Không có chỉ tiêu “{name}”. Các chỉ tiêu: {known}.",
    "day_in_future": "{option}: ngày {day} sau hôm nay ({today}).",
    "received_before_signed": "Ngày nhận ({received}) đứng trước ngày ký ({signed}).",
    "not_a_bearer": "{agency} không thực hiện nhiệm vụ {id}; người thực hiện: {known}.",
    "reason_needed": "Cần lý do (--note) hoặc văn bản (--document).",
    "note_needed": "Cần lý do: --note LÝ DO.",
    "until_needed": "Cần --until NGÀY.",
    "day_needed": "Cần --day NGÀY: ngày sự kiện xảy ra.",
    "nothing_to_extend": (
        "Nhiệm vụ {id} không có hạn để gia hạn; dùng --as deadline để ấn định hạn."
    ),
    "deadline_there": "Nhiệm vụ {id} đã có hạn ({day}); dùng --as extension để gia hạn.",
    "not_later": "Nhiệm vụ {id}: hạn mới ({until}) không muộn hơn hạn cũ ({day}).",
    "never_due": "Nhiệm vụ {id} là việc thường xuyên, không có hạn.",
    "until_without_event": (
        "Sự kiện của nhiệm vụ {id} không kèm --until; ghi sự kiện trước, rồi ấn định hạn bằng "
        "--as deadline --period event-SỐ."
    ),
    "event_first": (
        "Nhiệm vụ {id} tính theo sự kiện mà chưa có sự kiện nào: ghi sự kiện trước bằng "
        "--as event --day NGÀY, hoặc --as none nếu không phát sinh."
    ),
    "not_event_driven": "Nhiệm vụ {id} không tính theo sự kiện.",
    "narrative_needs": "Lời văn cần --period, --part và --note.",
    "already_cancelled": "Mục #{id} đã được đính chính bởi #{by}.",
    "cannot_target": "Mục #{id} không phải là việc đã làm nên không dùng được ở đây.",
    "cannot_correct": (
        "Mục #{id} là một đính chính, không đính chính được; hãy ghi lại việc đúng thành mục mới."
    ),
    "period_not_begun": "Kỳ {period} chưa bắt đầu (từ {first}).",
    "already_closed": "Kỳ {period} đã chốt ngày {day} (mục #{id}).",
    "bulk_faults": "{file}: {number} dòng có lỗi; không ghi gì.",
    "bulk_too_big": "{file} lớn hơn {limit} MB.",
    "bulk_not_utf8": "{file} không phải UTF-8; hãy lưu lại với mã UTF-8 (Excel: CSV UTF-8).",
    "no_bulk_file": "Không đọc được {file}: {reason}.",
    "bulk_not_csv": "{file}{at}: không đọc được bảng CSV.",
    "bulk_not_json": "dòng này không phải một đối tượng JSON.",
    "bulk_more_cells": "nhiều ô hơn dòng đầu: {value}.",
    "bulk_unknown_key": "không có cột “{key}”. Được phép: {allowed}.",
    "bad_entry_number": "“{value}” không phải số của một mục.",
    "repeats_line": "trùng với dòng {line}.",
    "bad_date": "“{value}” không phải là ngày. Viết như 2021-06-15 hoặc 15/6/2021.",
    "year_out_of_range": "“{value}”: chỉ dùng các năm từ {first} đến {last}.",
    "bad_span": "“{value}” không phải là khoảng thời gian. Viết như 30d, 2w hoặc 1m.",
    "bad_count": "“{value}” không phải là số lượng. Viết số nguyên từ 1 trở lên.",
    "bad_choice": "“{value}” không dùng được cho {option}. Được phép: {allowed}.{hint}",
    "clashing_options": "Không dùng {first} cùng với {second}.",
    "range_order": "Ngày đầu ({first}) đứng sau ngày cuối ({last}).",
    "ignored_option": "{option} không có tác dụng khi dùng {command}.",
    "event_needs_explain": "--event chỉ dùng cùng với --explain.",
    "letters_folder_needed": "Cần -o THƯ MỤC để đặt công văn; chỉ xem thì dùng --check.",
    "never_pressed": (
        "Nhiệm vụ {id} không đôn đốc được: là việc thường xuyên hoặc việc được đề nghị."
    ),
    "nothing_to_ask": "Kỳ {period} không có cơ quan nào có nhiệm vụ để thu kết quả.",
    "nobody_to_ask": "{name} không có nhiệm vụ nào trong kỳ {period} để thu kết quả.",
    "unknown_period": "Không có kỳ báo cáo “{value}”. Được phép: {allowed}.",
    "no_such_quarter": (
        "Không có báo cáo CCHC riêng cho “{value}”. Chương trình dùng bốn kỳ báo cáo một năm: "
        "quý I (q1), 6 tháng (h1), quý III (q3) và năm (year). Được phép: {allowed}."
    ),
    "period_outside_plan": "Kỳ “{value}” nằm ngoài kế hoạch (năm {years}).",
    "kind_needs_agency": "Báo cáo loại {kind} là của một cơ quan: thêm --agency.",
    "kind_without_agency": "Báo cáo của Thành phố không dùng --agency.",
    "only_requested": (
        "{agency} chỉ có việc được đề nghị, không có nhiệm vụ báo cáo theo kế hoạch này."
    ),
    "nothing_to_report": "{agency} không có nhiệm vụ nào để báo cáo trong “{plan}”.",
    "no_template_folder": "Không có thư mục mẫu {folder}.",
    "no_template": "Không có mẫu “{name}” trong {folders}.",
    "no_such_template": "Không có mẫu “{name}”. Các mẫu: {known}.",
    "copy_where": ("Cần --to THƯ MỤC: đang không ở trong không gian làm việc nào để chép mẫu vào."),
    "nothing_copied": "Không chép mẫu nào.",
    "template_undefined": "Mẫu {name}{at}: dùng tên chưa định nghĩa ({detail}).",
    "template_syntax": "Mẫu {name}{at}: sai cú pháp Jinja ({detail}).",
    "template_unsafe": "Mẫu {name}{at}: thao tác không được phép trong mẫu ({detail}).",
    "template_not_utf8": "Mẫu {name} không phải UTF-8; hãy lưu lại với mã UTF-8.",
    "template_not_word": "Mẫu {name} không phải tệp Word (.docx).",
    "template_unreadable": "Không đọc được mẫu {name}: {reason}.",
    "template_failed": "Mẫu {name}{at}: không tính được ({detail}).",
    "form_and_ending": "--format {form} không hợp với tệp {file}.",
    "empty_calendar": (
        "{name}: không có thời hạn nào trong khoảng này để lập lịch, nên không ghi gì "
        "(số việc không có ngày: {undated})."
    ),
    "xlsx_to_terminal": "Không in tệp Excel ra màn hình: thêm -o TÊN.xlsx.",
    "too_many_rows": (
        "Bảng có hơn {number} dòng, một trang Excel không chứa hết. Dùng --format csv, "
        "hoặc chọn ít hơn."
    ),
    "no_form_file": "Không có tệp hay thư mục {file}.",
    "form_folder_closed": "Không mở được thư mục {folder}: {reason}. Chưa ghi gì.",
    "form_periods": "Các biểu thuộc nhiều kỳ: {known}. Chọn một kỳ bằng --period.",
    "form_same_folder": (
        "{folder} là thư mục các biểu gửi về, hoặc nằm trong đó; chọn thư mục khác cho biểu trả "
        "lại."
    ),
    "docx_to_terminal": "Không in tệp Word ra màn hình: thêm -o TÊN.docx.",
    "cannot_read_old": "Không đọc được {file} để giữ phần đã điền: {reason}. Tệp vẫn còn nguyên.",
    "old_not_understood": (
        "{file} không phải báo cáo đọc được, hoặc đã được lưu bằng phần mềm làm mất các ô điền, "
        "nên không giữ được phần đã điền; không ghi đè. Hãy đổi tên hoặc xóa tệp đó trước."
    ),
    "cannot_write": "Không ghi được {file}: {reason}. Tệp cũ, nếu có, vẫn còn nguyên.",
    "install_by_hand": (
        "Với {shell}: thêm dòng sau vào tệp $PROFILE rồi mở lại cửa sổ lệnh: "
        "cchc completion {shell} | Out-String | Invoke-Expression"
    ),
    "cannot_install": "Không cài được phần gợi ý lệnh: {reason}.",
    **DOCUMENT_ERRORS,
    **STORE_ERRORS,
    **WORD_ERRORS,
}

EXIT_CODES: dict[int, str] = {
    0: "Xong.",
    1: "Lỗi khác.",
    2: "Câu lệnh không hiểu được: sai lệnh, tùy chọn hoặc giá trị.",
    3: "Tệp kế hoạch, danh bạ hoặc lịch có lỗi.",
    4: "Không tìm thấy cơ quan, nhiệm vụ, mục, kỳ hoặc kế hoạch.",
    5: "Tên có thể hiểu nhiều cách, cần ghi rõ hơn.",
    6: "Mẫu thiếu hoặc có lỗi; văn bản sai thể thức (`cchc template lint`).",
    7: "Không ghi được kết quả; không để lại tệp dở dang.",
    8: "Sổ ghi nhận, hoặc bản sao của nó, không có, không dùng được hoặc không ghi được.",
    9: "Việc đã được ghi nhận từ trước; không ghi hai lần.",
    10: "Có việc quá hạn (`cchc deadlines --check`) hoặc công văn cần gửi (`cchc remind --check`).",
    11: "Sổ ghi nhận hoặc minh chứng không toàn vẹn (chỉ khi dùng `cchc audit`).",
    12: "Văn bản nguồn không đọc được, hoặc không nhận (`cchc plan draft`, `cchc plan trace`).",
    13: "Có biểu bị từ chối (chỉ khi dùng `cchc collect read`); các biểu khác đã được ghi.",
    130: "Người dùng dừng lệnh.",
}


def reason(number: object) -> str:
    """Why the system refused, by its error number."""
    if not isinstance(number, int):
        return "hệ thống không nêu lý do"
    return REASONS.get(errno.errorcode.get(number, ""), os.strerror(number))


def sentence(error: CchcError) -> str:
    """The Vietnamese sentence of an error."""
    nearest = error.values.get("nearest")
    hint = f" Gần nhất: {nearest}." if nearest else ""
    line = error.values.get("line")
    values = {
        "hint": hint,
        "at": f", dòng {line}" if line else "",
        "reason": reason(error.values.get("errno")),
        **error.values,
    }
    days = {name: day_text(one) for name, one in values.items() if isinstance(one, date)}
    return ERRORS[error.code].format(**{**values, **days})
