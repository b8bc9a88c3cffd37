"""The public bodies of Vietnam: the words that their names begin with, and their short forms.

Data only; ``parties`` reads with it. All words are in plain spelling. The next body is one line.
"""

import re
from typing import NamedTuple

from cchc_cli.domain.agencies import AgencyKind

# What a Sở, Bộ or phòng is for, with the short forms in use; those of all years stand together,
# since old plans are read as well. Longer names stand before those that they begin with.
PORTFOLIOS: tuple[tuple[str, ...], ...] = (
    ("Nông nghiệp và Phát triển nông thôn", "NN&PTNT", "NN và PTNT", "NNPTNT", "NN-PTNT"),
    ("Nông nghiệp và Môi trường", "NN&MT", "NN và MT", "NNMT", "NN-MT", "NNvMT"),
    ("Tài nguyên và Môi trường", "TN&MT", "TN và MT", "TNMT"),
    (
        "Lao động - Thương binh và Xã hội",
        "LĐ-TB&XH",
        "LĐTBXH",
        "LĐ-TBXH",
        "LĐTB&XH",
        "LĐ-TB và XH",
        "Lao động TB&XH",
        "Lao động Thương binh và Xã hội",
        "Lao động, Thương binh và Xã hội",
        "LĐ,TB&XH",
        "Lao động - TB&XH",
        "Lao động - TBXH",
        "Lao động TBXH",
        "Lao động - TB và XH",
        "Lao động và Xã hội",
        "Lao động Thương binh - Xã hội",
        "Lao động - Thương binh - Xã hội",
    ),
    ("Kế hoạch và Đầu tư", "KH&ĐT", "KHĐT", "KH và ĐT", "KH-ĐT", "Kế hoạch - Đầu tư"),
    ("Khoa học, Công nghệ và Môi trường", "KHCN&MT"),
    ("Khoa học và Công nghệ", "KH&CN", "KHCN", "KH và CN", "KH-CN"),
    ("Thông tin và Truyền thông", "TT&TT", "TTTT", "TT và TT", "TT-TT"),
    (
        "Văn hóa, Thể thao và Du lịch",
        "VH,TT&DL",
        "VHTT&DL",
        "VHTTDL",
        "VH,TT và DL",
        "VH-TT&DL",
        "VH, TT&DL",
        "Văn hóa - Thể thao và Du lịch",
        "Văn hóa Thể thao và Du lịch",
    ),
    ("Văn hóa và Thể thao", "VH&TT", "VHTT", "VH và TT"),
    ("Văn hóa, Thông tin", "VHTT"),
    ("Giáo dục và Đào tạo", "GD&ĐT", "GDĐT", "GD và ĐT", "GD-ĐT", "Giáo dục - Đào tạo"),
    ("Giao thông vận tải", "GTVT", "Giao thông Vận tải"),
    ("Giao thông công chánh", "GTCC"),
    ("Dân tộc và Tôn giáo", "DT&TG", "DTTG", "DT và TG"),
    ("Quy hoạch - Kiến trúc", "QHKT", "QH-KT", "Quy hoạch Kiến trúc", "Quy hoạch và Kiến trúc"),
    ("Du lịch", "DL"),
    ("An toàn thực phẩm", "ATTP"),
    ("Nội vụ", "NV"),
    ("Tư pháp", "TP"),
    ("Tài chính", "TC"),
    ("Công Thương", "CT"),
    ("Xây dựng", "XD"),
    ("Y tế", "YT"),
    ("Ngoại vụ", "NgV"),
    ("Ngoại giao", "NG"),
    ("Quốc phòng", "QP"),
    ("Công an", "CA"),
)


class Head(NamedTuple):
    """How names of one kind of body begin.

    Attributes:
        pattern: the first words.
        kind: what kind of agency a body of that name is.
        capital: its first letter is a capital; in small letters the word means something else.
    """

    pattern: re.Pattern[str]
    kind: AgencyKind
    capital: bool = False


def _head(pattern: str, kind: AgencyKind, *, capital: bool = False) -> Head:
    return Head(re.compile(rf"(?:{pattern})\b"), kind, capital)


HEADS = (
    _head(
        r"(?:ủy ban|ub|ban thường trực ủy ban|ban thường trực ub)\s*(?:trung ương |tw )?"
        r"(?:mttq|mặt trận tổ quốc|mặt trận tổ quác)(?:\s*việt nam|vn)?",
        "front",
    ),
    _head(r"cơ quan ủy ban (?:mttq|mặt trận tổ quốc)(?: việt nam)?", "front"),
    _head(r"ubmttq(?:vn)?|mttq(?:vn)?|mặt trận tổ quốc(?: việt nam)?", "front"),
    _head(
        r"(?:ủy ban nhân dân|ubnd|ub nhân dân)(?=\s+(?:tỉnh|thành phố|tp))"
        r"|ubnd tỉnh",
        "committee",
    ),
    _head(r"(?:thường trực )?(?:hội đồng nhân dân|hđnd)", "committee"),
    _head(
        r"(?:văn phòng|vp) (?:hội đồng nhân dân|hđnd|đoàn đbqh|đoàn đại biểu quốc hội)"
        r"(?: và |,? |\s?[-–]\s?)(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd)",
        "office",
        capital=True,
    ),
    _head(
        r"văn phòng|vp(?=\s*(?:ubnd|hđnd|đoàn|chính phủ))|vpubnd|vpub"
        r"|vpcp",
        "office",
        capital=True,
    ),
    _head(
        r"thanh tra(?= (?:chính phủ|tỉnh|thành phố|tp|sở|bộ(?! đội| máy)|nhà nước|huyện|quận))",
        "inspectorate",
    ),
    _head(r"ban (?:quản lý|ql)|bql|ban qlda", "board"),
    _head(r"ban giám (?:hiệu|đốc)", "board"),
    _head(r"nhà (?:thiếu nhi|văn hóa)", "public_unit", capital=True),
    _head(
        r"ban (?:chỉ đạo|chỉ huy|điều phối|vận động|đại diện|thường vụ|thường trực|bí thư|cán sự)"
        r"|bcđ|bch",
        "board",
    ),
    _head(
        r"ban (?:tuyên giáo|tổ chức|dân vận|nội chính|kinh tế|tuyên huấn|chính sách)"
        r"(?= .{0,20}(?:trung ương|tw|tỉnh|thành|huyện|quận|và))",
        "party",
        capital=True,
    ),
    _head(
        r"ban (?:dân tộc|tôn giáo|cơ yếu|thi đua|văn hóa|an toàn|quản trị|công tác"
        r"|chuyên trách|đổi mới)",
        "board",
        capital=True,
    ),
    _head(
        r"(?:cơ quan )?ủy ban kiểm tra|ubkt|đảng đoàn|ban cán sự đảng"
        r"|ban chấp hành(?= đảng)",
        "party",
    ),
    _head(
        r"(?:ban thường vụ |thường trực |thường vụ )?(?:tỉnh ủy|thành ủy|huyện ủy"
        r"|quận ủy|đảng ủy)|chi bộ|đảng bộ",
        "party",
        capital=True,
    ),
    _head(r"(?:tỉnh|thành|huyện|quận) ?đoàn", "front", capital=True),
    _head(r"(?:trung ương |tw )?đoàn (?:thanh niên|tncs|trường)", "front", capital=True),
    _head(r"đoàn (?:đại biểu|đbqh)", "committee", capital=True),
    _head(r"(?:tổng )?liên đoàn|ldlđ|lđlđ", "front", capital=True),
    _head(r"công đoàn(?! viên| phí)", "front"),
    _head(
        r"(?:trung ương |tw )?hội (?:liên hiệp|lhpn|phụ nữ|nông dân|cựu chiến binh|ccb"
        r"|chữ thập đỏ|luật gia"
        r"|nhà báo|người cao tuổi|khuyến học|doanh nghiệp|doanh nhân|bảo trợ|sinh viên"
        r"|cựu thanh niên"
        r"|đông y|làm vườn|nạn nhân|người khuyết tật|văn học|khoa học|kế hoạch hóa"
        r"|bảo vệ|tin học)",
        "front",
    ),
    _head(r"(?:hội lhpn(?:vn)?|hội ccb|hội nd|hội ctđ)", "front"),
    _head(r"hội đồng (?:phối hợp|phổ biến|thi đua|tư vấn|đội|pbgdpl|điều phối|dân tộc)", "board"),
    _head(r"liên (?:minh|hiệp) (?:hợp tác xã|htx|các hội|các tổ chức|các)", "front", capital=True),
    _head(r"hiệp hội", "front", capital=True),
    _head(
        r"(?:bộ|ban) (?:chỉ huy|ch) ?(?:quân sự|qs|bộ đội biên phòng|bđbp)|bộ chqs|bch quân sự"
        r"|bch bđbp|ban chbđ|ban chqs|bộ tư lệnh|bộ đội biên phòng|quân khu|sư đoàn"
        r"|quân chủng",
        "department",
    ),
    _head(r"công an(?= (?:tỉnh|thành phố|tp|các|xã|phường|huyện|quận|cấp|nhân dân))", "department"),
    _head(r"lực lượng (?:công an|quân đội|vũ trang)", "department"),
    _head(r"(?:tổng cục|chi cục|cục)", "department", capital=True),
    _head(
        r"thuế (?=tỉnh|thành phố)|hải quan khu vực|thống kê (?=tỉnh"
        r"|thành phố)",
        "department",
        capital=True,
    ),
    _head(
        r"kho bạc|ngân hàng|chi nhánh ngân hàng|bảo hiểm xã hội"
        r"|bhxh",
        "public_unit",
        capital=True,
    ),
    _head(
        r"(?:viện kiểm sát|vksnd|viện ksnd|tòa án|tand|kiểm toán"
        r"|thi hành án)",
        "inspectorate",
        capital=True,
    ),
    _head(r"(?:viện|học viện)", "school", capital=True),
    _head(r"(?:trường|đại học|cao đẳng)(?! hợp)", "school", capital=True),
    _head(
        r"(?:đài (?:phát thanh|pt|truyền hình|th|tiếng nói|khí tượng|truyền thanh)"
        r"|đài ptth|thông tấn xã|ttxvn|vtv|vov"
        r"|cổng (?:thông tin|ttđt|giao tiếp|tin|gtđt)|trung tâm truyền thông|cơ quan báo"
        r"|tạp chí)",
        "press",
        capital=True,
    ),
    _head(r"báo(?! cáo)(?= (?:và |và phát thanh|[^\W\d]))", "press", capital=True),
    _head(r"trung tâm|ban quản trị", "public_unit", capital=True),
    _head(
        r"(?:tổng công ty|công ty|tập đoàn|quỹ|điện lực|bưu điện|viễn thông|vnpt|viettel"
        r"|evn|mobifone"
        r"|bệnh viện|xí nghiệp|nhà hát|thư viện|bảo tàng)",
        "public_unit",
        capital=True,
    ),
    _head(
        r"(?:phòng|vụ|tổ (?:công tác|giúp việc|tư vấn|đề án|công nghệ|biên tập)|đội|trạm"
        r"|hạt kiểm lâm)",
        "public_unit",
        capital=True,
    ),
    _head(
        r"(?:(?:các đồng chí |đồng chí )?phó thủ tướng(?: thường trực)?(?: chính phủ)?"
        r"|chính phủ|thủ tướng chính phủ|quốc hội)",
        "committee",
        capital=True,
    ),
    _head(r"(?:ban chấp hành|bộ chính trị)", "party", capital=True),
)

# What a committee of several is for, where that begins like a verb.
FOR_WHAT = re.compile(
    r"\s+(?:giảm nghèo|xóa đói|phòng,? chống|phòng thủ|chuyển đổi số|cải cách|phát triển"
    r"|xây dựng nông thôn|đổi mới"
    r"|bảo vệ|ứng phó|thi hành|trợ giúp|vận động)\b"
)

# The words that names and positions begin with; a short heading that begins with none is a matter.
KIND_WORDS = re.compile(
    r"(?:các |thủ trưởng|trưởng|phó|giám đốc|hiệu trưởng|tổ |ban |phòng|khoa|văn phòng"
    r"|thanh tra|cục|chi cục"
    r"|trung tâm|viện|trường|hội(?! nghị| thảo| thi)|đoàn(?! kết)|đội|đài|báo(?! cáo)"
    r"|công ty|công đoàn|liên đoàn|ubnd|ủy ban"
    r"|hđnd|sở|bộ|vụ|trạm"
    r"|đảng|chi bộ|cán bộ|kế toán|giáo viên|doanh nghiệp|hiệp hội|quỹ|ngân hàng|kho bạc"
    r"|bảo hiểm|tòa án"
    r"|công an|quân|cơ quan|đơn vị|chủ |người|thành viên|bí thư|chủ tịch|lãnh đạo|tiểu ban"
    r"|nhóm (?!giải|nhiệm|tiện|chỉ|vấn)|bệnh viện|thành đoàn|nhà (?:thiếu nhi|văn hóa|hát|máy)"
    r"|tỉnh đoàn|mặt trận|liên minh|xã(?! hội)|phường|thôn|khu phố|nhà trường|học sinh"
    r"|phụ huynh|tổng)"
)

# The person who stands for a body; the body's name follows.
OFFICERS = re.compile(
    r"(?:(?:các )?đồng chí |ông |bà )?(?:các )?(?:(?:phó |quyền )?(?:bộ trưởng|thủ trưởng"
    r"|người đứng đầu"
    r"|lãnh đạo|chủ tịch|giám đốc|tổng giám đốc|cục trưởng|chi cục trưởng|trưởng ban"
    r"|trưởng|hiệu trưởng"
    r"|viện trưởng|chánh|chánh án|thống đốc|tổng(?= thanh tra| kiểm toán)|tư lệnh"
    r"|chỉ huy trưởng|bí thư"
    r"|tổng biên tập|thường trực(?! (?:hội đồng nhân dân|hđnd)))"
    r"(?:,? và |, ?| )?(?:chủ nhiệm )?)+\s*(?:của )?(?:tại )?"
)

# How persons and their posts are named, where no body behind them is.
PERSONS = re.compile(
    r"(?:các )?(?:đồng chí|ông|bà|phó (?:chủ tịch|giám đốc|tổng giám đốc|trưởng|cục trưởng"
    r"|vụ trưởng|viện trưởng|hiệu trưởng|chánh)"
    r"|kế toán|thủ quỹ|văn thư|tổ trưởng|trưởng (?:phòng|ban|khoa|bộ phận))\s"
)

# Groups that no list names: the words that they begin with. A body may belong to several.
_ORGAN = (
    r"(?:cơ quan|đơn vị|địa phương|tổ chức|cá nhân|doanh nghiệp|đoàn thể|hợp tác xã|htx"
    r"|ban|bộ(?! máy| phận| tiêu| chỉ)"
    r"|ngành|sở|phòng|cấp|ban đảng|hội|huyện|quận|thị xã|thành phố|tỉnh|xã|phường|thị trấn|đặc khu"
    r"|cơ quan ngang bộ|cơ quan thuộc chính phủ|viện|nhà thầu|chủ đầu tư|chủ rừng"
    r"|nhà đầu tư|cơ sở|cộng đồng|người dân|nhân dân|lĩnh vực|đơn vị sự nghiệp|lực lượng vũ trang)"
)
GROUP = re.compile(
    r"(?:(?:tất cả|toàn bộ|toàn thể|một số|những)\s+"
    r"|(?:cả )?(?:hai|ba|bốn) (?=cơ quan|đơn vị|ngành))?"
    r"(?:các\s+)?"
    rf"{_ORGAN}(?:(?:\s*[,/;]\s*|\s+và\s+|\s*,\s*và\s+|\s*-\s*){_ORGAN}\b)*\b"
)
# A single word of these begins a group only after "các" or in a list of at least two.
ALONE = re.compile(
    r"(?:doanh nghiệp|chủ rừng|chủ đầu tư|nhà đầu tư|đơn vị sự nghiệp|cơ quan ngang bộ"
    r"|cơ quan thuộc chính phủ|nhà thầu"
    r"|(?:cơ quan|đơn vị|địa phương|tổ chức|cá nhân)(?= (?:có )?liên quan| được (?:giao"
    r"|phân công)))\b"
)
NAMED_GROUPS = re.compile(
    r"(?:các\s+)?(?:cơ sở (?:sản xuất|chế biến|kinh doanh|dịch vụ)"
    r"(?:(?:,| và|, và) (?:sản xuất|chế biến|kinh doanh|dịch vụ))*"
    r"|(?:đoàn|tổ) (?:kiểm tra|thanh tra|giám sát|công tác)(?: liên ngành)?"
    r"|cơ quan (?:báo chí|thông tấn|truyền thông|thông tin|chức năng"
    r"|chuyên môn|truyền hình"
    r"|thường trực|chủ trì|chủ quản|hữu quan|khối|trung ương|ngang bộ|thuộc chính phủ|đảng"
    r"|nhà nước|tư pháp|có)"
    r"|tổ chức (?:chính trị|đoàn thể|thành viên|đảng|xã hội|tín dụng|hội|liên quan"
    r"|có liên quan|phi chính phủ)"
    r"|doanh nghiệp|nhà mạng|tập đoàn|chủ rừng|cơ sở|hội|hiệp hội|trường(?! hợp)|bệnh viện"
    r"|trung tâm|trạm|đội|tổ(?! chức)|đoàn"
    r"|ban|phòng|chi cục|cục|vụ|tổng cục|chi bộ|đảng bộ|cấp ủy|quân khu|nhà thầu|đài|báo"
    r"|thôn|chủ thể"
    r"|phóng viên|lớp|cá nhân|cấp ủy"
    r"|cấp, các ngành|cấp|ngành|lực lượng|văn phòng|tổng công ty|công ty|ngân hàng|viện"
    r"|đại biểu|thành viên)\b"
)
# The level that a committee of communes, districts or provinces stands at.
COMMITTEES = re.compile(
    r"(?:các\s+)?(?:ủy ban nhân dân|ubnd|ub nhân dân"
    r"|ủy ban)\s*(?:\)\s*)?(?:của\s+)?(?:các cấp\b\s*|các\s+|cấp\s+)*"
    r"(?P<levels>(?:(?:tỉnh|thành phố|tp|quận|huyện|thị xã|xã|phường|thị trấn"
    r"|đặc khu)\b(?:\s*[,;/]\s*|\s+và\s+|\s*-\s*)?"
    r"(?:các\s+)?)*)"
)
