"""The words that a duty begins with, in plain spelling: what somebody is told to do, and how.

Data only. ``ACTS`` are verbs; ``MANNER`` stands before a verb and says how or when; ``TAILS`` begin
what only goes on about the duty before. The next word is one line.
"""

import re

ACTS = tuple(
    """
    chủ trì|phối hợp|phối kết hợp|tham mưu|đề xuất|xây dựng|ban hành|trình|tổ chức|triển khai
    thực hiện|tuyên truyền|phổ biến|quán triệt|thông tin|cung cấp|cập nhật|công bố|công khai
    niêm yết|phát hành|biên soạn|soạn thảo|in ấn|hướng dẫn|đôn đốc|theo dõi|kiểm tra|thanh tra
    giám sát|đánh giá|thẩm định|tổng hợp|báo cáo|sơ kết|tổng kết|sơ, tổng kết|rà soát|thống kê
    điều tra|khảo sát|lập|hoàn thiện|hoàn thành|sửa đổi|bổ sung|điều chỉnh|thay thế|bãi bỏ
    chỉ đạo|lãnh đạo|điều hành|định hướng|phân công|giao|bố trí|cân đối|phân bổ|cấp|huy động
    vận động|kêu gọi|thu hút|khuyến khích|hỗ trợ|tạo điều kiện|tạo thuận lợi|đào tạo|bồi dưỡng
    tập huấn|nghiên cứu|ứng dụng|áp dụng|thí điểm|nhân rộng|phát triển|mở rộng|đầu tư|nâng cao
    nâng cấp|tăng cường|đẩy mạnh|đẩy nhanh|thúc đẩy|củng cố|kiện toàn|thành lập|duy trì|vận hành
    quản lý|kiểm soát|xử lý|giải quyết|tiếp nhận|chuyển|gửi|phản ánh|kiến nghị|đề nghị|yêu cầu
    tham gia|góp ý|lấy ý kiến|lồng ghép|đưa|gắn|kết nối|chia sẻ|tích hợp|số hóa|chuẩn hóa
    xác định|phân loại|lựa chọn|bảo vệ|phòng|phòng ngừa|ngăn ngừa|ngăn chặn|phát hiện|đấu tranh
    truy quét|tấn công|triệt phá|tuần tra|khắc phục|khôi phục|sửa chữa|tu bổ|tôn tạo|bảo tồn
    bảo trì|thu thập|thu gom|phát động|hưởng ứng|cử|biểu dương|khen thưởng|tôn vinh|nhắc nhở
    chấn chỉnh|phê duyệt|quyết định|quy định|cụ thể hóa|thể chế hóa|ký kết|ký|hợp tác|liên kết
    trao đổi|đàm phán|giới thiệu|quảng bá|xúc tiến|mời gọi|tranh thủ|khai thác|sử dụng|thiết lập
    thiết kế|hình thành|tạo lập|tạo|đổi mới|cải cách|cải thiện|đơn giản hóa|cắt giảm|phân cấp
    chịu trách nhiệm|có trách nhiệm|giúp|làm đầu mối|là đầu mối|là cơ quan|đầu mối|tiến hành
    thông báo|cảnh báo|dự báo|tìm kiếm|cứu chữa|thăm hỏi|động viên|chăm lo|chi viện|điều phối
    điều tiết|vận chuyển|chuẩn bị|bàn giao|di chuyển|trang bị|mua sắm|lắp đặt|cải tạo|quy hoạch
    trồng|chăm sóc|nuôi|sản xuất|chế biến|cấp phát|giải ngân|thanh toán|quyết toán|thu hồi|thu
    chi|đảm nhận|trực|diễn tập|ứng phó|sơ tán|cứu hộ|chấp hành|tuân thủ|thi hành|bám sát|nắm bắt
    nắm|phân tích|làm rõ|giải trình|trả lời|hồi đáp|phản hồi|lưu trữ|ghi nhận|đăng ký|đăng tải
    đăng|phát sóng|xuất bản|mở|họp|tổ chức họp|tọa đàm|đối thoại|vinh danh|phân vùng|phục hồi
    chuyển đổi|phổ cập|tận dụng|cải tiến|đa dạng hóa|phát huy|làm tốt|quan tâm|chú trọng|ưu tiên
    tập trung|bảo đảm|đảm bảo|không để|phấn đấu|hạn chế|giảm|thẩm tra|xét|xem xét|kết luận
    cho ý kiến|phê bình|xác minh|truy tố|điều trị|cai nghiện|khám|tư vấn|trợ giúp|bảo quản
    sắp xếp|tinh giản|tuyển dụng|luân chuyển|thi|kiểm kê|đo lường|giám định|kiểm định|cấp mới
    gia hạn|thu phí|miễn|giãn|cho vay|bồi thường|đồng hành|chủ động|phụ trách|bổ nhiệm|ủng hộ
    quyên góp|tiếp tục|thường xuyên|định kỳ|căn cứ|đầu tư xây dựng|dọn dẹp|khơi thông|giao lưu
    đặt hàng|cân nhắc|nghiêm túc|kết hợp|đề cao|thông minh hóa|nhận chìm|rút kinh nghiệm
    sẵn sàng|huấn luyện|tìm hiểu|hiện đại hóa|xã hội hóa|xóa|hoàn tất|chuyên môn hóa|tiếp cận
    liên hệ|làm việc|nhắn tin|khoanh vùng|kịp thời|cung ứng|giáo dục|dạy|học tập|thăm dò
    phủ sóng|cảnh giới|phân phối|tăng|xử phạt|đưa tin|nghiệm thu|đối chiếu|treo|quảng cáo|thăm
    tặng|phát|kiểm sát|giải thích|mời|luân phiên|cưỡng chế|niêm phong|thu dọn|vệ sinh|gia nhập
    chấm|bình bầu|đóng góp|đóng cửa|khởi công|khởi động|trả kết quả|truyền thông|cắm mốc
    giải phóng|đền bù|rà phá|ghi hình|livestream|kê|nhắc|bàn|thảo luận|tham dự|dự|phân luồng|đón
    chúc tết|viếng|dâng hương|tri ân|phát thưởng|trao|chi trả|tính toán|xây mới|tái định cư
    bình chọn|nhập|rút|kê khai|tra cứu|hướng nghiệp|khánh thành|có phương án|có giải pháp
    có biện pháp|có kế hoạch|có cơ chế|có chính sách|có hình thức|xác nhận|tổng rà soát|bình xét
    thống nhất|cấp giấy|đo đạc|kiểm điểm|thẩm|lắng nghe|giữ|tự kiểm tra|đánh
    """.replace("\n", "|").split("|")
)
# Verbs that are also parts of nouns, with what tells them apart.
_TOLD_APART = {
    "trình": r"(?<!chương )(?<!công )(?<!quy )(?<!lộ )(?<!tờ )(?<!tiến )(?<!giáo "
    r")(?<!thuyết )trình",
    "phòng": r"phòng(?=,? (?:chống|ngừa|trừ))",
    "giao": r"giao(?! thông| tiếp| lưu| ban| dịch| thương| đất)",
    "trực": r"trực(?= ban| chỉ huy)",
    "chi": r"chi(?= trả| hỗ trợ)",
    "thu": r"thu(?= thập| hồi| gom| phí| nộp)",
    "thi": r"thi(?= đua| hành)",
    "cử": r"cử(?! tri)",
    "lập": r"(?<!độc )(?<!công )(?<!thành )lập(?! trường| pháp)",
    "cấp": r"cấp(?= phát| phép| giấy| kinh phí| kịp thời| ngay| vốn)",
    "xét": r"xét(?= duyệt| khen| tặng)",
    "mở": r"mở(?= rộng| thêm| lớp| các| chuyên| đợt)",
    "chuyển": r"(?<!vận )chuyển(?! đổi số)",
    "gắn": r"gắn(?= kết| trách nhiệm| việc| thực hiện| công tác)",
    "đưa": r"đưa(?= )",
    "thông tin": r"(?<!hệ thống )(?<!cổng )(?<!công nghệ )thông tin(?! và truyền thông"
    r"| điện tử| cơ sở)",
    "tạo": r"(?<!đào )tạo(?= )",
    "thẩm": r"thẩm(?= định| tra)",
    "giữ": r"giữ(?= vững| gìn)",
    "đánh": r"đánh(?= giá| mạnh)",
    "xóa": r"xóa(?= bỏ| hoàn| mù)",
    "dạy": r"dạy(?= nghề)",
    "họp": r"(?<!cuộc )họp(?= )",
    "ký": r"(?<!đăng )ký(?= )",
    "quyết định": r"quyết định(?! số| này| của)",
    "quy định": r"quy định(?! số| này| của| tại)",
    "báo cáo": r"báo cáo(?! viên)",
    "tăng": r"tăng(?= )",
    "phát": r"phát(?= thông điệp| sóng| tờ rơi| hành| thưởng| quà| động)",
    "dự": r"dự(?= các| họp| thảo| báo)",
    "bàn": r"bàn(?= giao| bạc)",
    "kê": r"kê(?= khai)",
    "đón": r"đón(?= tiếp| các| nhận)",
    "trao": r"trao(?= đổi| tặng| quà| giải| thưởng)",
    "nhắc": r"nhắc(?= nhở)",
    "chấm": r"chấm(?= điểm| thi| dứt)",
    "mời": r"mời(?= )",
    "thăm": r"thăm(?=,| )",
    "giáo dục": r"(?<!cơ sở )(?<!sở )(?<!bộ )(?<!phòng )giáo dục(?! đại học| phổ thông"
    r"| mầm non| nghề nghiệp| và đào tạo| thường xuyên| quốc)",
    "hình thành": r"(?<!truyền )hình thành(?! phố)",
    "thanh tra": r"(?<!chánh )thanh tra(?! chính phủ| tỉnh| thành phố| thống kê| huyện)",
    "kế hoạch": r"kế hoạch",
}
ACT_WORDS = tuple(sorted({" ".join(act.split()) for act in ACTS if act.strip()}, key=len)[::-1])

MANNER = (
    r"(?:(?:đồng thời|và|bên cạnh đó|ngoài ra|trước mắt|trong đó|cùng với đó|hằng năm"
    r"|hàng năm|hằng quý|hàng quý"
    r"|hằng tháng|hàng tháng|định kỳ|thường xuyên|kịp thời|chủ động|tích cực|tiếp tục"
    r"|khẩn trương|tập trung"
    r"|trực tiếp|từng bước|nghiêm túc|phải|cần|sẽ|được giao|quan tâm|chỉ|tự|cùng"
    r"|nhanh chóng|sớm|quyết liệt"
    r"|kiên quyết|sâu rộng|chặt chẽ|tốt|có kế hoạch|có trách nhiệm|chịu trách nhiệm"
    r"|theo dõi|căn cứ [^,;]{3,200}"
    r"|trên cơ sở [^,;]{3,200}|theo (?:chức năng|đề nghị|quy định|thẩm quyền)[^,;]{0,80}"
    r"|hàng tuần|hằng tuần"
    r"|mỗi (?:năm|quý|tháng|tuần)|riêng|hoặc|đột xuất|đối với [^,;]{3,150}"
    r"|khi [^,;]{3,120}|sau khi [^,;]{3,200}"
    r"|trong quá trình [^,;]{3,120}|để [^,;]{3,120}|thông qua [^,;]{3,120}|quý [iv]+[^,;]{0,12}|là)"
    r"(?:\s*[,:]\s*|\s+))*"
)
_ACT = rf"(?:{'|'.join(_TOLD_APART.get(act, re.escape(act)) for act in ACT_WORDS)})\b"
BEGINS = re.compile(MANNER + _ACT)
ACT = re.compile(_ACT)
# What a subject is followed by; a tighter choice, since names hold verbs too ("Cục Quản lý …").
AFTER_SUBJECT = re.compile(
    r"(?:\s*,)?\s*(?:(?:chỉ|sẽ|cần|phải|được|có|tự|cùng|không|không được)\s+)?"
    r"(?:trên cơ sở|căn cứ|theo (?:chức năng|dõi|lĩnh vực|quy định|nhiệm vụ|thẩm quyền|phân công"
    r"|đề nghị)|trong phạm vi"
    r"|với (?:vai trò|chức năng|tư cách)|khi |sau khi |để |nếu |nghiêm túc|bằng (?:nhiều"
    r"|các)|là (?:cơ quan|đầu mối|đơn vị|bộ phận|thường trực)"
    r"|làm |nhanh chóng|từng bước|quyết liệt|sớm|ngay|thúc đẩy|dựa|hằng năm|hàng năm"
    r"|hằng quý|hàng quý|trách nhiệm|thông qua"
    rf"|trực tiếp|tích cực|nhiệm vụ|khẩn trương|quyết liệt|kiên quyết|đồng thời|{_ACT})"
)
# What follows these goes on about the duty before, and is none of its own.
TAILS = re.compile(
    r"(?:(?:luật|bộ luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư|chỉ thị"
    r"|kế hoạch|quy định|kết luận"
    r"|công văn|công điện|hướng dẫn|thông báo|chương trình|đề án) (?:số|của)|số \d"
    r"|phòng,? (?:chống|ngừa|cháy)"
    r"|trong đó|nhằm|góp phần|bảo đảm|đảm bảo|không để|phấn đấu|đáp ứng|phục vụ|ưu tiên|chú trọng"
    r"|đặc biệt|nhất là|gắn với|qua đó|từ đó|trọng tâm|cụ thể|như|ví dụ|bao gồm|gồm|kể cả"
    r"|hạn chế|tránh"
    r"|hoàn thành(?: trước| trong| chậm nhất| xong| vào| đến)|xong trước|thời gian"
    r"|thời hạn|sản phẩm"
    r"|coi |lấy |xem |giảm |tăng(?! cường)|đạt |hướng tới|tạo (?:chuyển biến|động lực"
    r"|đồng thuận|nền tảng|tiền đề)"
    r"|làm cơ sở|tuyệt đối|kiên quyết không|để )\b"
)
# Work that never ends, and work that ends with one thing made; between them, some time.
CONTINUING = re.compile(
    r"(?:phối hợp|đôn đốc|theo dõi|giám sát|tuyên truyền|phổ biến|thông tin|hướng dẫn"
    r"|chỉ đạo|tăng cường|đẩy mạnh"
    r"|nâng cao|duy trì|vận hành|quản lý|thường xuyên|tiếp tục|bảo đảm|đảm bảo"
    r"|chịu trách nhiệm|có trách nhiệm|vận động"
    r"|cập nhật|cung cấp|triển khai|thực hiện|tổ chức thực hiện|tổ chức triển khai"
    r"|chủ động|phát huy|kiểm soát|hỗ trợ"
    r"|khuyến khích|thúc đẩy|quan tâm|chú trọng|kịp thời|bám sát|chấp hành|tuân thủ"
    r"|lồng ghép|nghiêm túc|kiểm tra"
    r"|là cơ quan|đầu mối|giúp|tạo điều kiện|phát hiện|xử lý|đấu tranh|phòng|ngăn|bảo vệ"
    r"|tham gia|đưa|định hướng)\b"
)
ONCE = re.compile(
    r"(?:(?:chủ động|khẩn trương|chủ trì|tham mưu|nghiên cứu|tập trung|[^,;]{0,60}?)[, ]*)?"
    r"(?:xây dựng|ban hành|lập|thành lập|kiện toàn|hoàn thiện|soạn thảo|thiết lập|trình|phê duyệt)"
    r"(?:,? (?:và )?(?:ban hành|trình|hoàn thiện|triển khai"
    r"|phê duyệt)(?: [^,;]{0,40}? ban hành)?)* (?:các |bộ )?"
    r"(?:kế hoạch|quy chế|đề án|chương trình|quyết định|nghị quyết|nghị định|thông tư"
    r"|hướng dẫn|văn bản|phương án"
    r"|chỉ thị|quy định|quy trình|danh mục|báo cáo|ban chỉ đạo|tổ công tác|bộ tiêu chí"
    r"|chiến lược|hệ thống|cổng)\b"
)
